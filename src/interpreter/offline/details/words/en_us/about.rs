//! Names, numbers to call, notes, allergies and what to do where something is missing, in American English, folded.

use crate::interpreter::offline::details::marks::Mark;
use crate::order::IfMissing;

pub(in crate::interpreter::offline::details) const ABOUT: &[(Mark, &str)] = &[
    (
        Mark::NameIs,
        "name, my name is, my names, the name is, the names, name is, under the name, under the name of, in the name of, \
            put it under, put it under the name, the order is for, put the name, call it under, its under, name it under, its under the name",
    ),
    (
        Mark::NameIntro,
        "yes, yeah, yep, sure, its, it is, its for, it is for, this is, im, i am, thats, for, under, name, my name, call me, you can call me, just, \
            put, put down, put it under, make it, say, they call me, people call me, everybody calls me, it would be, thatll be, that would be, that will be, lets say, lets put, use, to, just put",
    ),
    (
        Mark::Particle,
        "de, da, do, dos, das, van, von, der, la, del, di, e, bin, al, st",
    ),
    (
        Mark::PhoneIs,
        "my number is, my phone number is, my phone is, my cell is, my cell phone is, my telephone is, call me at, \
            call me on, call at, call, you can call me at, you can call me on, reach me at, you can reach me at, the number is, \
            my numbers, phone number is, the phone number is, my mobile is, phone number, phone, the best number is, \
            you can reach me on, my contact number is, text me at, number is, my contact is, my phones, contact number, area code, the area code is, my area code is, \
            with area code, with the area code",
    ),
    (
        Mark::Tell,
        "tell the kitchen to, tell the kitchen that, tell the kitchen, tell the chef to, tell the chef, \
            tell the cook to, tell the cook, tell the restaurant to, tell the restaurant, tell the shop to, tell the shop, tell the driver to, tell the driver that, tell the driver, \
            tell the courier to, tell the courier that, tell the courier, tell the delivery guy to, tell the delivery guy, tell them to, tell them that, \
            tell them, tell him to, ask the kitchen to, ask the driver to, ask the courier to, ask them to, ask the delivery guy to, let them know that, let them know, \
            let the kitchen know that, let the kitchen know, let the driver know that, let the driver know, let the courier know, leave a note, leave a note that says, \
            leave a note saying, leave a note for the driver, leave a note to, add a note, add a note that says, add a note saying, add a note to, put a note, \
            put a note that says, put a note saying, a note for the kitchen, a note for the driver, note for the kitchen, \
            note for the driver, note for the courier, special instructions, note that, make a note that, make a note, make a note to, please note, please note that, write on it, write on the box, delivery instructions, special request, \
            with a note, with a note to, with a note that says, with the note",
    ),
    (
        Mark::Ask,
        "send cutlery, send napkins, send extra napkins, send straws, send forks, send plates, send ketchup packets, send chopsticks, include cutlery, include napkins, bring cutlery, bring napkins, extra napkins, add cutlery, add napkins, i need cutlery, i need napkins, no cutlery, no napkins, send some napkins, send some cutlery, send some straws, call me when, text me when, ring me when, call when, ring, knock, dont ring, dont knock, leave it at, leave it with, \
            leave it by, the doorbell, the bell, the gate code, the gate, the door code, the buzzer, buzz, \
            hurry up, watch out for the dog, beware of the dog, the code is, the intercom",
    ),
    (
        Mark::AllergicTo,
        "allergic to, allergic to the, allergy to, allergies to, intolerant to, intolerant of, allergic of, \
            sensitive to, an allergy to, allergies are, intolerance to, an intolerance to, reaction to, allergy against, anaphylactic to, deathly allergic to",
    ),
    (
        Mark::Allergic,
        "allergic, im allergic, i am allergic, i have an allergy, i have allergies, its an allergy, have an allergy, i have that allergy, shes allergic, hes allergic, were allergic, im very allergic, im really allergic, \
            im severely allergic, allergic to it, im allergic to it, im allergic to that, allergic to that, im allergic to those, allergic to them, im allergic to them",
    ),
    (
        Mark::AllergyNoun,
        "allergy, allergies, intolerant, intolerance, allergic, sensitivity, sensitive",
    ),
    (
        Mark::Somebody,
        "im, i am, i have, ive got, ive, hes, shes, he is, she is, were, we are, my son is, my daughter is, my wife is, my husband is, \
            my kid is, my kids are, my girlfriend is, my boyfriend is, my mother is, my father is, my mom is, my dad is, my child is, my friend is, \
            one of us is, someone is, somebody is, someones, somebodys, my brother is, my sister is, my partner is, my son has, my daughter has, my wife has, my husband has, my kid has, \
            my friend has, she has, he has, we have, someone has, somebody has, one of us has, my sons, my daughters, my wifes, my husbands, a, an, severe, a severe, \
            severely, very, really, highly, deathly, also, because, since, careful, be careful, they are, theyre, note that, bad, a bad, strong, a strong, terribly, extremely, both, all, with",
    ),
    (
        Mark::OrTo,
        "and, or, and to, or to, and the, to, &, also, and also to, and also, any, all, as well as, plus, nor, all kinds of, any kind of",
    ),
    (
        Mark::Remember,
        "dont forget it, dont forget that, dont forget, and dont forget it, remember that, remember it, remember this, remember my allergies, remember my allergy, please remember that, please remember, \
            keep that in mind for next time, save that, save my allergies, remember that for next time, remember it for next time, \
            for next time too, keep it for next time, always remember that, note it for next time, save it for next time, remember them, keep that on file, save that for next time, remember for next time",
    ),
    (
        Mark::Unlearn,
        "forget my allergies, forget my allergy, forget about my allergies, dont remember my allergies, \
            dont remember that, dont save that, dont keep that, delete my allergies, remove my allergies, forget the allergies, \
            im not allergic anymore, i am not allergic anymore, forget about the allergies, forget the allergy, clear my allergies, dont save my allergies, no longer allergic",
    ),
    (
        Mark::IfMissing,
        "if somethings missing, if something is missing, if anything is missing, if anythings missing, if something is out, \
            if somethings out, if youre out of something, if youre out of anything, if you run out, if you run out of something, \
            if you run out of anything, if something runs out, if its missing, if its out, if its sold out, if something is sold out, if anything is sold out, \
            if somethings not available, if something is not available, if something isnt available, if something is unavailable, if anything is unavailable, \
            if its not available, if you dont have something, if you dont have it, if you dont have one of them, if they dont have something, if they dont have it, if theyre out, \
            if theyre out of something, if theyre out of anything, if an item is missing, when something is missing, in case something is missing, in case somethings missing, if something is out of stock, if anything is out of stock, \
            in case of missing items, if anything isnt available, if something were missing, if you cant find something, if youre out, if you are out of something, if youre missing something, if you are missing something, if theres something missing, if there is something missing",
    ),
    (
        Mark::Missing(IfMissing::Swap),
        "swap, swap it, swap it out, something similar, replace it, replace, substitute, substitute it, send something similar, \
            pick something similar, choose something similar, put something similar, you can swap it, you can replace it, bring something similar, \
            just swap it, swap that, replace it with something similar, swap it for something similar, swap it with something similar, give me something similar, pick something else, \
            send something else, choose something else, something like it, exchange it, use something similar, you choose, you pick, whatever is similar, the closest thing, a substitute, \
            substitution is fine, substitutions are fine, swap it for something else, you can substitute, switch it, swapping is fine, a swap, just replace it, switch it out, a replacement, something else",
    ),
    (
        Mark::Missing(IfMissing::Drop),
        "leave it out, leave that out, drop it, skip it, skip, drop, leave out, just leave it out, without it, \
            remove it, take it off, leave it off, just skip it, just drop it, dont send it, you can leave it out, send it without, send the rest, \
            just send the rest, cancel it, take it out, forget it, never mind it, leave it, do without, omit it, without, just send it without, \
            send everything else, no substitutes, no substitutions, dont replace it, no replacement, just remove it, ill do without, go without it, send whats there, send what you have",
    ),
    (
        Mark::Missing(IfMissing::Call),
        "call me, give me a call, phone me, ring me, call, call us, give me a ring, please call me, you can call me, \
            just call me, call my phone, contact me, let me know, ask me, check with me, call and ask, call me and ask, text me, give us a call, call this number, call me up, have them call me, they can call me",
    ),
    (
        Mark::MissingNth(IfMissing::Swap),
        "first, the first, first one, the first one, the first option, option one, number one, one",
    ),
    (
        Mark::MissingNth(IfMissing::Drop),
        "second, the second, second one, the second one, the second option, option two, number two, two, the middle one",
    ),
    (
        Mark::MissingNth(IfMissing::Call),
        "third, the third, third one, the third one, the third option, option three, number three, three, the last one, the last",
    ),
    (Mark::NameFor, "its for, it is for, and its for, this is for"),
    (Mark::For, "for"),
    (
        Mark::Nobody,
        "me, us, him, her, them, you, it, that, this, everyone, everybody, anyone, anybody, someone, somebody, people, kids, \
            children, family, friends, guests, coworkers, colleagues, company, mom, mum, dad, grandma, grandpa, son, daughter, \
            wife, husband, boss, neighbor, lunch, dinner, breakfast, brunch, supper, dessert, party, birthday, work, school, \
            home, office, house, table, here, there, sharing, eating, takeaway, takeout, collection, sure, real, free, fun, ready, \
            okay, fine, good, busy, wrong, right, correct, private, secret, complicated, hard, easy, call, calling, cash",
    ),
    (
        Mark::CantHave,
        "i cant have, i cant eat, cant have, cant eat, i cannot eat, i cannot have",
    ),
];
