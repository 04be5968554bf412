//! What a customer says in American English to agree, refuse, finish, ask, cancel, and the like.

use crate::interpreter::Act;

pub(super) const ACTS: &[(Act, &str)] = &[
    (
        Act::Done,
        "finished, im finished, i am finished, were finished, im okay, im ok, im fine, thats all, that is all, thats it, that is it, that will be all, thatll be all, \
            that will be it, thatll be it, thatll do, that will do, that should do it, that should be it, \
            thatll do it, that does it, nothing else, nothing more, im done, i am done, were done, \
            we are done, im good, i am good, were good, im all set, i am all set, all set, all done, \
            done, no more, just that, just this, only that, no thats all, no thats it, thats everything, \
            that is everything, thats all for now, thats all for today, thats all i want, \
            thats all i need, thats it for now, finish, finish my order, finish the order, check out, \
            checkout, complete my order, complete the order, ready to order, place my order, \
            place the order, i dont want anything else, i dont need anything else, \
            dont want anything else, dont need anything else, no thats everything, i think thats it, \
            i think thats all, i guess thats all, i guess thats it, that would be all, that would be it, \
            thatd be all, thatd be it, wrap it up, ring me up, ring it up, no nothing else, nothing, \
            enough, thats enough, thats fine, nope thats it, nope thats all",
    ),
    (
        Act::Status,
        "where is my, wheres my, where is the, wheres the, where is our, wheres our, where are my, where my order is, where my food is, where is my order, wheres my order, where is my food, wheres my food, wheres my pizza, \
            where is my pizza, wheres the food, where is the food, wheres the order, where is the order, \
            wheres our food, wheres our order, order status, status of my order, whats the status, \
            what is the status, check on my order, check my order, check the status, track my order, \
            track order, hows my order, how is my order, how is my order doing, how long until my order, \
            how much longer, how long will it take, how long is it going to take, when will my order, \
            when will my food, when is my order, when is my food, when does my order, when does my food, \
            is my order, is my food, is it ready, is my order ready, is my food ready, is it on its way, \
            has my order, has my food, did my order, is it here yet, when will it arrive, \
            when will it get here, when will it be here, when will it be ready, whens my order coming, \
            whens my food coming, what happened to my order, what happened to my food, \
            whats taking so long, whats up with my order, any news on my order, any update on my order, \
            update on my order, where is the driver, wheres the driver, wheres the delivery, \
            where is my delivery, wheres my delivery, my order status, status",
    ),
    (
        Act::Cancel,
        "cancel, cancel it, cancel that, cancel everything, cancel my order, cancel the order, \
            cancel order, cancel this order, cancel the whole order, cancel the whole thing, \
            cancel my whole order, cancel all, cancel it all, i want to cancel, \
            i want to cancel my order, i need to cancel, i need to cancel my order, \
            i would like to cancel my order, id like to cancel my order, id like to cancel, \
            i would like to cancel, can i cancel, can i cancel my order, can you cancel my order, \
            could you cancel my order, please cancel, forget my order, forget the order, forget it, \
            forget about it, forget the whole thing, never mind, nevermind, i dont want to order anymore, \
            i dont want it anymore, i dont want anything anymore, i changed my mind, call off my order, \
            call it off, call off the order, abort, scrap the order, scrap my order, scrap it all, \
            scrap everything",
    ),
    (
        Act::StartOver,
        "start over, start again, start from scratch, start anew, start a new order, begin again, \
            from the beginning, from the top, lets start over, lets start again, can we start over, \
            clear everything, clear my order, clear the order, clear my cart, clear the cart, \
            empty my cart, empty the cart, empty my order, remove everything, delete everything, \
            take everything off, take off everything, erase everything, reset, reset my order, new order, \
            i want to start over, restart, wipe it, wipe everything, throw it all out, drop everything, \
            get rid of everything, scratch everything, scratch all that, scratch all of that, \
            restart my order",
    ),
    (
        Act::Review,
        "what have i ordered, what have i got, what did i order, what do i have, \
            what have i ordered so far, what do i have so far, what have i got so far, whats in my order, \
            what is in my order, whats in my cart, what is in my cart, whats on my order, \
            what is on my order, whats my order, what is my order, read it back, read that back, \
            read my order, read back my order, read my order back, read me my order, read it to me, \
            review my order, review the order, review, go over my order, go over that, go over it, \
            summarize my order, summary, whats my total, what is my total, whats the total, \
            what is the total, how much is it, how much is that, how much is it so far, \
            how much do i owe, how much does it cost, how much will it be, how much will that be, \
            my order so far, list my order, what did i get, what did you get, what have you got, \
            what did you get so far, what have you got so far, tell me my order, can you repeat my order, \
            repeat my order, repeat the order, show my order, show me my order, whats my order so far",
    ),
    (
        Act::Menu,
        "what do you have, what have you got on the menu, whats on the menu, what is on the menu, \
            the menu, menu, read the menu, read me the menu, show me the menu, hear the menu, \
            can i hear the menu, can i see the menu, what can i order, what can i get, what can i have, \
            what do you sell, what do you serve, what do you offer, what kind of, what kinds of, \
            what types of, what type of, what sort of, what are my options, what are the options, \
            what are your options, what are the choices, what choices, what options, \
            which pizzas do you have, which drinks do you have, what flavors, what sizes, what toppings, \
            what drinks, what pizzas, what sides, what do you recommend, whats good, what is good, \
            any specials, what are the specials, whats the special, list the menu, tell me the menu, \
            tell me whats on the menu, what else do you have, what else is there, whats available, \
            what is available, do you have a menu, give me the menu, what drinks do you have, \
            what pizzas do you have",
    ),
    (
        Act::Help,
        "help, help me, i need help, i need some help, can you help me, could you help me, \
            how does this work, how do i order, how do i do this, what can i say, what can you do, \
            what do i do, what should i say, what do i say, im confused, i dont understand, \
            i dont get it, what are you, who are you, how do you work, instructions, how can i order, \
            what now",
    ),
    (
        Act::Repeat,
        "repeat, repeat that, repeat it, say that again, say it again, can you repeat that, \
            could you repeat that, can you repeat, could you repeat, can you say that again, \
            could you say that again, come again, what was that, what did you say, pardon, pardon me, \
            i didnt hear you, i didnt hear that, i didnt catch that, i didnt get that, i missed that, \
            one more time, once more, again, again please, say again, what, huh, sorry what, \
            please repeat, excuse me what, could you say it again, what were you saying",
    ),
    (
        Act::Stop,
        "stop, goodbye, good bye, bye, bye bye, exit, quit, see you, see you later, talk to you later, \
            end, close, go away, shut up, be quiet, thats all goodbye, hang up, leave, go home, \
            good night bye, end session, end the session, later, take care",
    ),
    (
        Act::Greet,
        "hello, hi, hey, hi there, hey there, hello there, good morning, good afternoon, good evening, \
            good day, howdy, whats up, how are you, how are you doing, how are you today, \
            how is it going, hows it going, greetings, yo",
    ),
];

pub(super) const YES: &str = "yes, yeah, yep, yup, yea, ya, yah, aye, sure, sure thing, sure is, of course, ok, okay, \
            okey dokey, alright, all right, right, thats right, that is right, correct, thats correct, \
            that is correct, exactly, absolutely, definitely, certainly, go ahead, go for it, do it, \
            please do, send it, send it in, place it, place the order, place my order, order it, confirm, \
            confirmed, confirm it, sounds good, sounds great, sounds right, looks good, looks right, \
            looks great, thats good, thats fine, thats great, thats perfect, perfect, great, good, fine, \
            cool, awesome, it is, thats it, thats the one, you bet, you got it, uh huh, mhm, mm hmm, \
            i do, i would, i am, yes please, please, lets do it, lets go, lets do that, works for me, \
            that works, all good, were good, im good with that, good to go, why not, i guess so, \
            i think so, indeed, affirmative, totally, for sure, thats what i want, i confirm, \
            it looks good, it sounds good, that sounds good, that looks good, very good, \
            everything is correct, everything is right, its correct, its right, its good, ship it, \
            put it through, put it in";

pub(super) const NO: &str = "no, nope, nah, no thanks, no thank you, not really, no way, negative, not at all, not now, \
            not yet, not today, not this time, dont, do not, please dont, dont do it, dont send it, \
            dont do that, dont place it, wrong, thats wrong, that is wrong, thats not right, \
            that is not right, thats not it, thats not correct, that is not correct, incorrect, \
            not correct, not right, not quite, its wrong, its not right, i dont think so, i dont, \
            i do not, id rather not, i would rather not, hold on, wait, uh uh, nuh uh, no not yet, none, \
            none of them, neither, never, i said no, nothing thanks, not that, no sir, no maam, \
            no i dont, no its not, no it isnt, it isnt, it is not, its not";
