//! American English, folded: lower case, no apostrophes.

mod about;

pub(in crate::interpreter::offline::details) use self::about::ABOUT;
use crate::interpreter::offline::details::marks::{Inside, Mark, When};
use crate::order::{Fulfilment, Method};

pub(in crate::interpreter::offline::details) const PHRASES: &[(Mark, &str)] = &[
    (
        Mark::Courtesy,
        "instead, can i, could i, can we, i want to, id like to, let me, lets, can you please, i need to, we want to, hi, hello, okay, ok, alright, great, good, fine, perfect, yeah so, let me see, lets see, \
            lets say, id say, i would say, uh, um, er, ah, thats, it is, its, that is, that will be, thatll be, \
            make it, make that, id like, i would like, i want, ill have it, ill take it, lets do, lets make it, \
            well do, id like it, i want it, can i get it, can i have it, could i get it, can we get it, \
            could i have it, ill do, well take, ill take, id prefer, i prefer, id rather, can you, could you, will be, \
            change it to, change to, switch to, change that to, well make that, for it, with that, to me, just",
    ),
    (Mark::And, "and, and also, and then, also, plus"),
    (
        Mark::Instead,
        "no, wait, no wait, actually, i mean, sorry, no sorry, i meant, rather, or rather, no actually, nope, \
            scratch that, oh wait, or no, hang on, correction",
    ),
    (
        Mark::Not,
        "not, no, dont, dont have, dont have any, do not have, without, cant, cannot, not by, not with, not in, \
            isnt, arent, wont, not for, never, havent got, have no, instead of, dont want, dont take",
    ),
    (
        Mark::Question,
        "can i pay, can we pay, could i pay, may i pay, do you take, do you accept, do you guys take, \
            do you deliver, can you deliver, will you deliver, do you bring, are you, are you guys, are you open, what time, what times, \
            when, where, how, how long, until when, who, do you do, do you offer, does it, can it be, can i use, do i, is pix, is cash, is card, should i, \
            am i, will it, will you, will the, did you, did the, did my, has my, has the, have you, is my, was my, was the",
    ),
    (Mark::One, "a"),
    (Mark::Times(2), "double"),
    (Mark::Times(3), "triple, treble"),
    (Mark::Dash, "dash, hyphen, minus, space"),
    (
        Mark::Way(Fulfilment::Pickup),
        "can i pick it up, can we pick it up, could i pick it up, i want to pick it up, id like to pick it up, ill swing by to get it, ill come by to get it, ill stop by to get it, ill come to get it, for pickup, for pick up, for takeout, for take out, for takeaway, to pick up, ill pick it up, \
            i will pick it up, ill pick them up, ill come get it, ill come and get it, ill collect it, \
            ill pick that up, ill come by, ill come by and get it, ill come pick it up, ill come and pick it up, \
            ill come in and get it, ill be picking it up, im picking it up, im picking up, ill stop by, \
            ill swing by, ill fetch it, ill get it myself, ill be picking up, ill pick up, \
            well pick it up, well come get it, pick it up myself, for carryout, for carry out, for collection",
    ),
    (
        Mark::Way(Fulfilment::Delivery),
        "for delivery, to be delivered, have it delivered, get it delivered, deliver it, bring it here, \
            bring it to me, delivered to my door, deliver it to me, deliver it here, delivered please, \
            i want it delivered, id like it delivered, send it here, send it over, bring it over, bring it to us",
    ),
    (Mark::EndWay(Fulfilment::Pickup), "to go"),
    (
        Mark::AloneWay(Fulfilment::Pickup),
        "pickup, pick up, takeout, take out, takeaway, carryout, carry out",
    ),
    (
        Mark::AloneWay(Fulfilment::Delivery),
        "deliver, delivery, delivered",
    ),
    (
        Mark::BareWay(Fulfilment::Pickup),
        "pick it up, collection, collect, collect it, ill come, come get it, come by, picking up, picking it up, by pickup, \
            the second, the second one, second, myself, i will come, ill get it",
    ),
    (
        Mark::BareWay(Fulfilment::Delivery),
        "deliver, bring it, send it, by delivery, the first, the first one, first, by courier, courier, delivering, bring, deliver please",
    ),
    (
        Mark::Usual,
        "my address is the same as last time, the address is the same as last time, my address is the same as before, its the same as last time, the same address, same address, the usual address, my usual address, usual address, my address, \
            same address as always, same address as before, same address as last time, the same address as last time, \
            at home as always, at home as usual, the same place as always, the same place as last time, \
            same place as last time, the address you have, the address on file, my home address, my house, \
            my place, the address from last time, the usual place, my address is the same, the address is the same, its the same address, address is the same",
    ),
    (
        Mark::BareUsual,
        "home, at home, my home, the same place, same place, the same, same, the usual, same as always, \
            same as last time, same as before, that one, here, where i live, usual",
    ),
    (
        Mark::Another,
        "a different address, different address, another address, a new address, new address, some other address, \
            not the usual address, not the same address, not my usual address, not that address, the wrong address, \
            change the address, change my address",
    ),
    (
        Mark::BareAnother,
        "somewhere else, someplace else, another place, a different place, another one, a different one, \
            not there, other address, the other address, not at home, not home, elsewhere",
    ),
    (
        Mark::DeliverTo,
        "deliver to, deliver it to, delivered to, deliver that to, deliver this to, for delivery to, \
            delivery to, bring it to, bring that to, bring them to, send it to, send that to, send them to, \
            have it delivered to, have it sent to, deliver them to, deliver everything to, ship it to, \
            deliver at, delivery at, please deliver to, can you deliver it to",
    ),
    (
        Mark::AddressIs,
        "its called, it is called, is called, the streets called, my address is, the address is, my addresss, i live at, i live on, i live in, were at, we are at, \
            we live at, we live on, im at, i am at, im on, address is, its at, its to, the street is, \
            my street is, the address would be, the new address is, its going to, address, change the address to, change my address to, make the address, the address to, switch the address to, my new address is",
    ),
    (
        Mark::Street,
        "street, avenue, ave, boulevard, blvd, road, rd, st, parkway, pkwy, highway, hwy, broadway",
    ),
    (
        Mark::WeakStreet,
        "lane, ln, drive, dr, court, ct, place, pl, way, terrace, square, circle, alley, crescent, close, \
            plaza, row, trail, loop, walk, hill, park, gardens, mews, ridge, path, run, point, pike, turnpike",
    ),
    (
        Mark::Number,
        "number, house number, the number is, my number is, the house number is, the numbers, house, no, at number, \
            it is number, its number",
    ),
    (
        Mark::NoUnit,
        "no apartment, no apartment number, no unit, no unit number, no suite, no complement, there is no apartment, \
            theres no apartment, there isnt an apartment, it has no apartment",
    ),
    (
        Mark::NoNumber,
        "no number, without a number, there is no number, there isnt a number, theres no number, it has no number, \
            it doesnt have a number, no house number, doesnt have a number",
    ),
    (
        Mark::Unit(Inside::Apartment),
        "apartment, apt, apartment number, apt number, flat, app, the apartment, condo",
    ),
    (Mark::Unit(Inside::Unit), "unit, unit number"),
    (Mark::Unit(Inside::Suite), "suite, ste, suite number"),
    (
        Mark::Unit(Inside::Room),
        "room, room number, dorm, dorm room, office, cabin",
    ),
    (Mark::Unit(Inside::Floor), "floor"),
    (Mark::Unit(Inside::Block), "in block, block"),
    (Mark::Unit(Inside::Building), "in building, building, bldg"),
    (Mark::Unit(Inside::Tower), "in tower, tower"),
    (Mark::Unit(Inside::House), "house, townhouse"),
    (Mark::Unit(Inside::Lot), "lot"),
    (
        Mark::Unit(Inside::Back),
        "in the back, at the back, back house, rear, in back, around back, out back",
    ),
    (
        Mark::Unit(Inside::Ground),
        "basement, the basement, ground floor, on the ground floor, the ground floor, in the basement",
    ),
    (
        Mark::Unit(Inside::Top),
        "penthouse, the penthouse, top floor, on the top floor, the top floor",
    ),
    (Mark::Nth(1), "first"),
    (Mark::Nth(2), "second"),
    (Mark::Nth(3), "third"),
    (Mark::Nth(4), "fourth"),
    (Mark::Nth(5), "fifth"),
    (Mark::Nth(6), "sixth"),
    (Mark::Nth(7), "seventh"),
    (Mark::Nth(8), "eighth"),
    (Mark::Nth(9), "ninth"),
    (Mark::Nth(10), "tenth"),
    (Mark::Nth(11), "eleventh"),
    (Mark::Nth(12), "twelfth"),
    (
        Mark::Near,
        "next to, near, close to, across from, opposite, behind, in front of, beside, right next to, \
            near to, around the corner from, across the street from, by the, at the corner of, on the corner of, \
            corner of, on the corner with, right by, right across from, just past, just behind, between",
    ),
    (
        Mark::Postal,
        "zip, zip code, postal code, post code, postcode, zipcode, the zip, the zip code, my zip, my zip code, \
            the postal code, my postal code, zip is, zip code is, postal code is, my zip is, my zip code is, \
            my postal code is, the zip is, the zip code is, the postal code is, zip codes, my zips, the zips, zips, cep, my cep is, the cep is, cep is, the cep",
    ),
    (
        Mark::Pay,
        "put it, put that, ill put it, ill be paying it, can i use, ill pay, i will pay, ill be paying, i am paying, im paying, id like to pay, i would like to pay, \
            i want to pay, ill pay it, pay, paying, payment, well pay, we will pay, well be paying, lets pay, \
            ill use, i will use, lets use, im going to pay, im gonna pay, let me pay, can be paid, charge it to, \
            put it on, charge, going to pay, payment is, payment method is, payment will be, the payment is, change the payment to, change payment to",
    ),
    (
        Mark::Method(Method::Cash),
        "cash, in cash, by cash, with cash, on cash, cash money, with cash money, in cash money, cash only",
    ),
    (
        Mark::Method(Method::Card),
        "card, by card, with card, on card, by credit card, by debit card, with a card, with my card, on my card, \
            credit card, debit card, with credit card, a credit card, a debit card, my credit card, my debit card, \
            with a credit card, with a debit card, with my credit card, with my debit card, card machine, \
            the card machine, with the card machine, on the card machine, bring the card machine, bring the machine, by credit, \
            by debit, with credit, with debit, on credit, on debit, a card, the card, my card, with the card, with debit card, \
            visa, mastercard, american express, amex, with visa, with mastercard",
    ),
    (
        Mark::Method(Method::Pix),
        "pix, by pix, with pix, via pix, through pix, on pix, using pix, in pix",
    ),
    (
        Mark::BareMethod(Method::Cash),
        "money, in money, with money, bills, paper money",
    ),
    (
        Mark::BareMethod(Method::Card),
        "credit, debit, machine, the machine, plastic, cart, cards, by cart, cared",
    ),
    (
        Mark::BareMethod(Method::Pix),
        "picks, pics, by picks, peaks, pigs, transfer",
    ),
    (
        Mark::AtTheDoor,
        "on the machine, with the machine, on delivery, at the door, when it arrives, when you get here, when it gets here, on arrival, \
            when they get here, when it comes, at pickup, on pickup, at the counter, when i get there, there, upon delivery, to the courier, to the driver",
    ),
    (
        Mark::ChangeFor,
        "change for, i need change for, ill need change for, bring change for, bring me change for, \
            i want change for, well need change for, with change for, and change for, change of, \
            please bring change for, make change for, break, can you break, could you break, you break",
    ),
    (
        Mark::Have,
        "i have, ive, ive got, i only have, ive only got, i just have, we have, weve got, weve, ill have, i got, we only have, \
            all i have is, all ive got is, ill pay with, i will pay with, im paying with, ill be paying with, paying with, \
            pay with, well pay with, with, out of, ill give, ill give them, ill hand, from, id pay with, with just",
    ),
    (
        Mark::Note,
        "a note of, note of, note, bill, bills, a bill of, notes",
    ),
    (
        Mark::Exact,
        "no change needed, no change necessary, i dont need change, i dont need any change, dont need change, \
            dont need any change, we dont need change, no need for change, i have exact change, i have the exact change, \
            exact change, ive exact change, ive got exact change, i have the exact amount, i have it exact, \
            i have it exactly, the exact amount, ive the exact amount, ive got the exact amount, without change, \
            no change, keep the change, they can keep the change, i wont need change, dont bring change, no change please, i have the right change, the right change, ive got the right change",
    ),
    (
        Mark::BareExact,
        "dont need any, dont need it, i got it, no, nope, nah, exact, exactly, i dont, no thank you, no need, none, nothing, no thanks, not needed, i have it, the exact, i dont need it, i dont need any, not necessary",
    ),
    (
        Mark::NeedsChange,
        "i need change, i need some change, ill need change, ill need some change, bring change, bring some change, \
            i want change, with change, well need change, please bring change",
    ),
    (
        Mark::Currency,
        "dollars, dollar, bucks, buck, reais, real, usd, brl, r",
    ),
    (Mark::Cents, "cents, cent, centavos"),
    (Mark::Notes(2), "twos"),
    (Mark::Notes(5), "fives"),
    (Mark::Notes(10), "tens"),
    (Mark::Notes(20), "twenties"),
    (Mark::Notes(50), "fifties"),
    (Mark::Notes(100), "hundreds"),
    (
        Mark::Tip,
        "tip, a tip, tip of, a tip of, the tip, gratuity, add a tip of, with a tip of, add tip of, tip them, tip the driver, \
            tip the courier, and a tip of, make the tip, leave a tip of, set the tip to, change the tip to, add a tip, tip him, tip her, as a tip, for a tip, for the tip",
    ),
    (
        Mark::NoTip,
        "no tip, without a tip, without tip, no tip please, dont add a tip, remove the tip, no gratuity, \
            zero tip, skip the tip, take off the tip, take the tip off, dont tip, i dont want to tip, forget the tip",
    ),
    (
        Mark::ForCourier,
        "for the driver, for the courier, for the delivery guy, for the delivery person, for the delivery man, \
            for the rider, to the driver, to the courier",
    ),
    (Mark::Percent, "percent, per cent"),
    (
        Mark::When(When::Now),
        "asap, as soon as possible, as soon as you can, as fast as possible, as fast as you can, as quickly as possible, \
            for right now, the sooner the better, whenever its ready, as soon as its ready, as soon as they can, a s a p",
    ),
    (
        Mark::When(When::BareNow),
        "now, right now, right away, immediately, straight away, this minute, soon, whenever, the soonest, for now, first available, at once",
    ),
    (
        Mark::When(When::Later),
        "for later, for later today, later today, later on today, for later on, for later tonight, later tonight",
    ),
    (
        Mark::When(When::BareLater),
        "later, later on, not now, not yet, a bit later, a little later",
    ),
    (
        Mark::When(When::At),
        "at, at about, at around, at like, at exactly, for about, for around, around, by, before, until, no later than",
    ),
    (
        Mark::When(When::Around),
        "about, for, to, its for, for like, like",
    ),
    (
        Mark::When(When::In),
        "in, in about, in around, in like, within, about, in another, in just",
    ),
    (Mark::When(When::FromNow), "from now, or so"),
    (Mark::When(When::Hours), "hour, hours, hr, hrs"),
    (Mark::When(When::Minutes), "minute, minutes, min, mins"),
    (
        Mark::When(When::HalfHour),
        "half an hour, a half hour, half hour, a half an hour",
    ),
    (Mark::When(When::AndHalf), "and a half, and half"),
    (Mark::When(When::HalfPast), "half past, half after"),
    (
        Mark::When(When::QuarterPast),
        "quarter past, a quarter past, quarter after, a quarter after",
    ),
    (
        Mark::When(When::QuarterTo),
        "quarter to, a quarter to, quarter till, a quarter till, quarter of, quarter before",
    ),
    (Mark::When(When::Before), "to, till, til, before"),
    (Mark::When(When::Past), "past, after, minutes past, minutes after"),
    (Mark::When(When::OClock), "oclock, o clock, sharp, on the dot"),
    (Mark::When(When::Morning), "am, a m, in the morning, this morning"),
    (
        Mark::When(When::Evening),
        "pm, p m, in the evening, in the afternoon, at night, tonight, this evening, this afternoon",
    ),
    (
        Mark::When(When::Noon),
        "noon, midday, noontime, 12 noon, twelve noon",
    ),
    (Mark::When(When::Midnight), "midnight, 12 midnight"),
    (
        Mark::Today,
        "today, for today, tonight, for tonight, this evening, this afternoon, for this evening, for lunch, for dinner",
    ),
    (
        Mark::OtherDay,
        "for tomorrow, for saturday, for sunday, for monday, for friday, tomorrow, next week, on monday, on tuesday, on wednesday, on thursday, on friday, on saturday, on sunday, \
            this weekend, the day after, next monday, next friday, next saturday, next sunday, tomorrows",
    ),
    (
        Mark::StreetFirst,
        "rua, avenida, alameda, travessa, praca, largo, estrada, rodovia",
    ),
];
