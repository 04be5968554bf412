//! What words and phrases do in an order, in American English, folded.

use super::super::Role;
use crate::order::Amount;

pub(super) const PHRASES: &[(Role, &str)] = &[
    (Role::Article, "a, an"),
    (
        Role::Amount(Amount::Extra),
        "extra, more, additional, double, triple, lots of, lot of, a lot of, plenty of, loads of, \
            tons of, a ton of, a bunch of, bunch of, a whole lot of, a whole bunch of, heavy, heavy on, \
            heavy on the, go heavy on, go heavy on the, extra on the, loaded with, load up on, \
            load up on the, load up with, generous with the, as much, a little extra, a bit of extra, \
            a little more, a bit more, way more, much more, extra portion of, a double portion of, \
            double the, two times the, twice the, more of, more of the, smothered in, a good amount of, \
            heaps of, a large amount of, an abundance of, much, so much, super heavy on",
    ),
    (
        Role::Amount(Amount::Light),
        "light, light on, light on the, lite, go light on, go light on the, go light with, \
            go light with the, easy, easy on, easy on the, go easy on, go easy on the, go easy with the, \
            little, a little, a little bit, a little bit of, little bit of, little of, a bit, a bit of, \
            bit of, a tiny bit of, just a tiny bit of, tiny bit of, a small amount of, small amount of, \
            just a little, just a little bit of, just a bit, just a bit of, only a little, \
            only a little bit of, only a bit, only a bit of, less, a touch of, touch of, a hint of, \
            hint of, a dash of, a splash of, a pinch of, a drizzle of, just a drizzle of, a sprinkle of, \
            a sprinkling of, a smidge of, a smidgen of, a light amount of, not a lot, not a lot of, \
            not much, not many, not too much, not too many, not so much, light amount of, lightly, \
            minimal, fewer, no more than a little, a tad of, just a tad of, a tad, sparing with the, go sparingly on the, barely any, \
            hardly any",
    ),
    (
        Role::Negation,
        "im good on, im good for, im good without, were good on, im all set on, im all set for, no need for, no like, without, without any, without the, without adding, with no, with none of the, but no, \
            but not, and no, minus, minus the, hold, hold the, hold any, hold on, hold on the, \
            hold off on, hold off on the, hold back, hold back the, hold back on, hold back on the, skip, \
            skip the, skip on, skip on the, avoid, avoid the, avoid any, need to avoid, omit, omit the, \
            exclude, exclude the, excluding, leave off, leave off the, leaving off, leave out, \
            leave out the, leaving out, nix, nix the, forget the, lose the, lose, ditch the, not, do not, \
            dont, do no, never, do not add, dont add, do not add any, dont add any, do not put, dont put, \
            do not put any, dont put any, do not include, dont include, do not want, dont want, \
            i do not want, i dont want, do not need, dont need, i do not need, i dont need, \
            i do not want any, i dont want any, i do not need any, i dont need any, i do not like, \
            i dont like, do not like, dont like, i hate, hate, cant have, i cant have, can not have, \
            cannot have, cant eat, cant stand, allergic to, im allergic to, i am allergic to, wont have, \
            that doesnt have, doesnt have, that does not have, does not have, that dont have, which has no, that has no, \
            i wont have, i wont have any, wont need, i wont need, wont want, not in the mood for, \
            im not in the mood for, nothing with, neither, nor, free of, absolutely no, definitely no, \
            not any, none of the, i definitely do not want, rather not have, id rather not have, \
            would rather not have, but hold, but skip, stay away from, refrain from, \
            please no, non, sans, i didnt order, i didnt order a, i didnt say, i didnt ask for, i didnt want, \
            i did not order, i did not say, i did not ask for, i did not want, i never ordered, \
            i never asked for, i never said, i never wanted, thats not, that is not, its not, it is not",
    ),
    (Role::No, "no"),
    (
        Role::And,
        "and, &, +, plus, plus some, and some, and also some, and also, also, as well as, along with, and then, then, together with, n",
    ),
    (Role::But, "but, but the, except, except for, save for"),
    (Role::Or, "or, or any, or the, and or, nor any"),
    (
        Role::With,
        "with, topped with, topped off with, that has, which has, that have, that comes with, \
            that come with, comes with, which comes with, including, includes, should include, \
            containing, has, have on it, covered with, covered in, filled with, adding, on top of, \
            for toppings, for the toppings, for my toppings, for topping, for the topping, as toppings, \
            as a topping, as topping, toppings are, toppings, the toppings are, toppings should be, \
            mixed with, sprinkled with, drizzled with, in a, made with, featuring, loaded, using, w, \
            prepared with, flavored with, complete with, the one with, the one that has",
    ),
    (Role::Of, "of"),
    (Role::The, "the, my, your, our"),
    (Role::That, "that, those, these, this, the same"),
    (
        Role::Same,
        "the same, same, the same thing, same thing, the same one, like that, like that one, like those, just like, \
            one like",
    ),
    (Role::It, "it, them, the thing, em"),
    (Role::Only, "only, just, nothing but, simply, nothing else but"),
    (Role::For, "for, as, to"),
    (Role::Into, "to, into, for, with, by"),
    (Role::On, "on, in, onto, to, from, off, off of"),
    (Role::Topping, "topping, toppings, item, ingredient, ingredients"),
    (
        Role::Portion,
        "pump, pumps, layer, layers, slice, slices, shot, shots, scoop, scoops, packet, packets, pack, \
            packs, squirt, squirts, splash, dash, pinch, dollop, spoon, spoonful, spoonfuls, drop, drops, \
            sprinkle, serving, servings, portion, portions, dose, doses, piece, pieces, strip, strips",
    ),
    (
        Role::Measure,
        "order of, orders of, side of, sides of, side order, side orders, side order of, \
            side orders of, side, sides, bag, bags, cup, cups, glass, glasses, bowl, bowls, basket, \
            plate, plates, box, boxes, bottle, bottles, can of, cans, pack, packs, package, packages, \
            packet, packets, carton, cartons, mug, mugs, container, containers, serving, servings, \
            portion, portions, pitcher, tub, tubs, orders",
    ),
    (
        Role::Aside,
        "on the side, as a side, for a side, on side, as my side, as sides, for my side, for the side, \
            for sides, for my sides, for my side item, as a side item, as a side dish, for a side dish, \
            for my side dish, on the sides, as an appetizer",
    ),
    (
        Role::Want,
        "is it possible to get, is it possible to have, is it possible to order, would it be possible to get, i want, i would like, id like, i like, i d like, can i, can i get, can i have, can we get, \
            can we have, can you, can you get me, can you add, could i, could i get, could i have, \
            could you, could we, may i, may i have, may i get, may we have, let me, let me have, \
            let me get, lets get, lets have, let us get, get me, give me, gimme, get us, give us, \
            bring me, i need, we need, we want, we would like, wed like, i will have, ill have, \
            i will take, ill take, ill try, ill get, ill go with, i will go with, ill go for, ill order, \
            i have, i wish, id love, id try, id have, i prefer, i am wanting, im ordering, \
            im looking for, looking for, order me, put in, place an order for, order, make me, fix me, \
            we have, well have, well take, i love, i am going to have, im going to have, im gonna have, \
            i just want, i also want, i also need, i would also like, id also like, can i also get, \
            can i also have, could i also get, i would also have, ill also have, ill also take, \
            also id like, do me, start an order for, begin an order for, can u, gimmie, i wanna, \
            i want to, want, need, like, wanna, have, take, get, got, try, prefer, wish, love, can we, \
            serve, send me, send, bring, hook me up with, start me off with, the order is for, \
            what about, how about, lemme, lemme get, lemme have, what id like is, what i would like is, what i want is, \
            what i need is, getting, getting me, getting us, id rather have, i would rather have, id rather get, wed rather have, what wed like is, what we want is, what we need is, what ill have is, all id like is, all i need is",
    ),
    (
        Role::Add,
        "put back, add back, add, add on, include, also add, and add, and include, throw in, throw on, put, put on, \
            toss in, tack on, add some, put some, stick on, sprinkle on, add in, and put",
    ),
    (
        Role::Remove,
        "remove, take off, take out, take away, get rid of, scrap, scratch, delete, drop, cancel, \
            take back, no longer want, i no longer want, dont want anymore, strike, eliminate, kill, \
            dump, remove from my order, lets lose, pull off, pull, i changed my mind about, subtract",
    ),
    (
        Role::Change,
        "change, make, turn, switch, modify, update, \
            upgrade, downgrade, set, have it be, make sure its, bump, should be, could be, can be",
    ),
    (
        Role::Replace,
        "replace, swap, swap out, substitute, switch out, exchange, trade",
    ),
    (
        Role::InsteadOf,
        "instead of, than, in place of, rather than, in lieu of, in exchange for",
    ),
    (Role::Instead, "instead"),
    (
        Role::Correction,
        "sorry, i mean, i meant, actually, wait, no wait, or rather, rather, no sorry, oh wait, \
            no actually, scratch that, strike that, correction, \
            oops, my bad, excuse me, i meant to say, \
            let me rephrase, or actually, hold up, hang on, no i mean, no i meant, sorry i mean, sorry i meant, no just, no thats wrong, \
            on second thought, better yet, nope, well actually, \
            never mind that",
    ),
    (
        Role::Half,
        "half, one half, on one half, on half, the other half, other half, on the other half, \
            half of it, the first half, the second half, 1/2, on the left, on the right, left half, \
            right half, on one side, on the other side, half with, half of, \
            one half with, the other half with, other half with, one half of, the other half of, the first half with, \
            the second half with",
    ),
    (
        Role::HalfAndHalf,
        "half and half, half n half, split half and half, half half, 50 50, fifty fifty, a fifty fifty, a 50 50, a half and half",
    ),
    (
        Role::Other,
        "the other, the other one, the others, other one, the second one with, another one, the rest, \
            and the other, the other ones, the first one with, \
            the third one with, the third with, the second with, the first with",
    ),
    (
        Role::Another,
        "another, one more, another one, one more of, another one of, another of, another order of, \
            same again, one more of the, another of the, again, a second, the same again, another round of, a second one, \
            a third, a third one, a fourth one",
    ),
    (
        Role::Ordinal(1),
        "first, the first, the former, first one, the first one, 1 st, number one",
    ),
    (
        Role::Ordinal(2),
        "second, the second, second one, the second one, 2 nd, number two",
    ),
    (
        Role::Ordinal(3),
        "third, the third, third one, the third one, 3 rd, number three",
    ),
    (
        Role::Ordinal(4),
        "fourth, the fourth, fourth one, the fourth one, 4 th, number four",
    ),
    (
        Role::Ordinal(5),
        "fifth, the fifth, fifth one, the fifth one, 5 th, number five",
    ),
    (Role::Last, "the latter, last, last one, the last one, the last"),
    (
        Role::All,
        "either of them, either one, on either, on either one, all, all of, all of them, all of those, all of the, both, both of them, both of the, each, \
            each of them, each one, every one, every one of them, everyone, all those, them all, they all",
    ),
    (
        Role::Everything,
        "everything, the whole order, the whole thing, whole order, entire order, the entire order, \
            it all",
    ),
    (
        Role::Both,
        "both, both of them, both of the, either of them, either one, on either, on either one",
    ),
    (
        Role::Meant,
        "i mean, i meant, i meant to say, no i mean, no i meant, sorry i mean, sorry i meant",
    ),
    (
        Role::OneOf,
        "one of them, one of those, one of these, one of which, just one of them, only one of them",
    ),
    (
        Role::OfEach,
        "of each, of each of, of each kind, of each one, of every kind",
    ),
    (Role::Plain, "plain, black, straight, by itself, just plain"),
    (
        Role::Restate,
        "its, it is, thats, that is, it was, i said, i just said, i ordered, there are, theres, \
            it should be, that should be, they are, theyre",
    ),
    (Role::Double, "double, double the, double up on, double up, twice"),
    (
        Role::Determiner,
        "some, any, plus, plus some, and some, and also some",
    ),
    (Role::Adjective, ADJECTIVES),
    (Role::Chat, CHAT),
    (
        Role::Filler,
        "um, uh, umm, uhh, er, erm, hmm, hm, mm, mmm, ah, uhm, ehm, you know, you know what, i guess, kind of, \
            sort of, lets see, let me see, let me think, basically, literally, so like, and like, \
            like um, like uh, eh",
    ),
];

const ADJECTIVES: &str = "grilled, fried, roasted, baked, toasted, fresh, hot, cold, spicy, sweet, red, green, white, \
            black, brown, yellow, blue, big, small, crispy, crunchy, plain, regular, original, classic, \
            homemade, warm, chilled, iced, sour, dry, wet, soft, hard, melted, shredded, chopped, sliced, \
            diced, mixed, cooked, raw, smoked, whole, real, organic, delicious, nice, good, best, \
            favorite, new, old, high, low, free, fat, size, sized, style, type, kind, flavor, flavored, \
            flavour, medium, large, mild, well, done, well done, sugar, normal, standard, full, empty, \
            double, single, tall, short, mini, giant, huge, jumbo, super, special, ready, combo, meal, \
            sub, fountain, dish, drink, piping, every, inch, point, topped";

const CHAT: &str = "itll, it will, thinking, would you mind, mind, if so, back, bill, tab, birthday, trouble, too much trouble, not too much trouble, if its not too much trouble, if its no trouble, \
            if its okay, if thats okay, if possible, anymore, any more, i, me, we, us, you, u, he, she, they, him, her, who, what, which, whose, \
            where, when, how, why, is, are, am, was, were, be, been, being, its, it is, do, does, did, \
            will, would, could, should, shall, might, must, may, id, ill, im, ive, youre, youd, theyre, \
            thats, theres, whats, wed, lets, so, too, very, really, quite, still, even, if, because, \
            since, though, although, while, than, about, at, by, up, down, out, over, off, there, here, \
            now, today, tonight, tomorrow, please, thanks, thank, thank you, thank you so much, \
            thanks a lot, thank you very much, thanks very much, thanks so much, thanks much, much appreciated, i appreciate it, \
            appreciate it, hello, hi, hey, hey there, hi there, hello there, good morning, \
            good afternoon, good evening, good day, good night, how are you, how are you doing, \
            have a great day, have a good one, okay, ok, alright, all right, right, sure, yeah, yes, \
            yep, yup, oh, well, ooh, wow, great, perfect, awesome, cool, fine, beautiful, lovely, \
            kindly, sir, maam, man, dude, buddy, guys, folks, think, guess, feel, feel like, trying, \
            going, go, gonna, wanting, wanted, ordering, order, my order, this order, the order, \
            to order, rush order, place, start, begin, put in an order, favor, a favor, do me a favor, \
            important, its important, im allergic, allergic to them, make sure, make sure its, let, \
            everyone, everybody, anyone, family, kids, kid, wife, husband, friend, son, daughter, mom, dad, mother, father, brother, \
            sister, girlfriend, boyfriend, nephew, niece, boss, party, lunch time, \
            dinner time, hungry, starving, same time, time, on it, on top, on there, on that, on them, \
            in it, in that, in there, in them, on those, with it, with that, with this, to it, to that, \
            to go, to go with it, to go with that, for here, for delivery, for pickup, for me, for us, \
            for today, for tonight, in all, in total, altogether, all set, all i want, for dinner, \
            for lunch, for now, at all, thats all, thats it, that is all, that is it, that will be all, \
            that will be it, thatll be all, thatll be it, that should be it, that should do it, \
            thatll do it, that will do it, and thats it, and thats all, nothing else, nothing more, \
            will be, that will be, thatll be, will do, something, anything, someone, thing, things, \
            stuff, bit, lot, other, others, own, else, way, case, instead, maybe, perhaps, possibly, \
            probably, definitely, absolutely, totally, certainly, especially, mostly, to drink, to eat, \
            nothing, none, to, as well, again, already, yet, ever, always, also, includes, include, \
            comes, come, coming, served, ordered, made, cooked, prepared, cut, cut in half, sliced in half, cut in two, kept, keep, looking, \
            look, see, say, said, tell, ask, talk, hear, know, change of, customer, name, number, \
            phone, possible, able, available, next, first off, to start, start with, to start with, \
            start off with, to begin, finally, lastly, after, before, until, through, around, between, \
            under, per, via, onto, upon, whatever, whichever, however, usual, the usual, different, \
            same, menu, store, shop, restaurant, delivery, pickup, takeout, carryout, i said, \
            i just said, speaking, good, had, has, having, getting, taking, giving, adding, \
            wait a second, one second, a second, a moment, one moment, just a moment, hold on a second, \
            hold on a moment, anyway, anyways, of course, in addition, besides, additionally, \
            furthermore, mean, yall, ya, yo, aint, cant, wont, didnt, doesnt, isnt, arent, wasnt, \
            couldnt, wouldnt, shouldnt, havent, hasnt, alone, myself, itself, themselves, not sure, \
            im not sure, work, works for me, the last, last, ones, blah, meh, duh, ugh, whoa, argh, yesterday, either, idk";
