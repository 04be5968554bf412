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
            enough, thats enough, thats fine, nope thats it, nope thats all, thats the lot, thats about it, thats about all, just that thanks, that covers it, thats everything thanks, that completes my order, i think im done, i think were done, im finished ordering, were finished, nothing else for me, not anything else, no nothing, no more thanks",
    ),
    (
        Act::Status,
        "where is my, wheres my, where is the, wheres the, where is our, wheres our, where are my, where my order is, where my food is, where is my order, wheres my order, where is my food, wheres my food, wheres my pizza, \
            where is my pizza, wheres the food, where is the food, wheres the order, where is the order, \
            wheres our food, wheres our order, order status, status of my order, whats the status, \
            what is the status, check on my order, check my order, check the status, track my order, \
            track order, hows my order, how is my order, how is my order doing, how long until my order, \
            when will my order, \
            when will my food, when is my order, when is my food, when does my order, when does my food, \
            is my order, is my food, is it ready, is my order ready, is my food ready, is it on its way, \
            has my order, has my food, did my order, is it here yet, when will it arrive, \
            when will it get here, when will it be here, when will it be ready, whens my order coming, \
            whens my food coming, what happened to my order, what happened to my food, \
            whats up with my order, any news on my order, any update on my order, \
            update on my order, where is the driver, wheres the driver, wheres the delivery, \
            where is my delivery, wheres my delivery, my order status, status, where is it, wheres it at, where is it now, how long still, how much longer, how much longer is it, how much longer will it be, how many more minutes, is it coming, is it coming soon, is it on the way, is my lunch, has it left, has it left yet, did it leave, is it out for delivery, wheres my lunch, where is my lunch, wheres my drink, where is my drink, any news, any update, any updates, how is it going with my order, how far along is my order, how far away is it",
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
            scrap everything, i want to cancel everything, cancel the lot, please cancel my order, cancel my lunch, i changed my mind cancel it, i dont want it",
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
            restart my order, clear, clear it, clear it all, clear all of it, clear all, clear the whole thing, empty it, empty everything, wipe it all, take it all off, remove it all, remove all of it, delete it all, delete the whole thing, lets clear everything, begin from scratch, begin anew, scrap it and start over, do it over, i want to start again",
    ),
    (
        Act::Review,
        "what have i ordered, what have i got, what did i order, what do i have, \
            what have i ordered so far, what do i have so far, what have i got so far, whats in my order, \
            what is in my order, whats in my cart, what is in my cart, whats on my order, \
            what is on my order, whats my order, what is my order, read it back, read that back, \
            read my order, read back my order, read my order back, read me my order, read it to me, \
            review my order, review the order, review, go over my order, go over that, go over it, \
            summarize my order, summary, my order so far, list my order, what did i get, what did you get, \
            what did you get so far, what have you got so far, tell me my order, can you repeat my order, \
            repeat my order, repeat the order, show my order, show me my order, whats my order so far",
    ),
    (
        Act::Menu,
        "what do you have, what have you got on the menu, whats on the menu, what is on the menu, \
            the menu, menu, read the menu, read me the menu, show me the menu, hear the menu, \
            can i hear the menu, can i see the menu, what can i order, what can i get, what can i have, \
            what do you sell, what do you serve, what do you offer, what are my options, \
            what are the options, what are your options, what are the choices, what are my choices, list the menu, tell me the menu, \
            tell me whats on the menu, what else do you have, what else is there, whats available, \
            what is available, do you have a menu, give me the menu, what have you got, what have you got today, what do you guys have, \
            what do you have today, what food do you have, what is there, what is there to eat",
    ),
    (
        Act::Thanks,
        "thanks, thank you, thank you so much, thank you very much, thanks a lot, thanks so much, \
            thanks a bunch, thanks a million, many thanks, much appreciated, i appreciate it, appreciate it, \
            cheers, thanks again, thank you again, thank you kindly, thanks for that, thanks for your help, \
            thank you for your help, thats very kind, very kind of you",
    ),
    (
        Act::HoldOn,
        "hold on, hold on a second, hold on a sec, hold on a minute, hold on a moment, hold on please, wait, \
            wait a second, wait a sec, wait a minute, wait a moment, wait up, one second, one sec, \
            one moment, one minute, just a second, just a sec, just a moment, just a minute, a second, \
            a moment, a minute, a sec, give me a second, give me a sec, give me a minute, give me a moment, \
            hang on, hang on a second, hang on a sec, hang on a minute, hold up, let me think, \
            let me think about it, let me check, let me see, let me ask, let me ask them, \
            let me ask my wife, let me ask my husband, bear with me, im thinking, im still thinking, \
            still thinking, im still deciding, be right back, ill be right back, brb, not so quick, \
            i need a minute, i need a second, i need a moment, i need to think, pause, stay there",
    ),
    (
        Act::Slower,
        "slower, slow down, more slowly, slowly, too fast, thats too fast, that was too fast, \
            youre too fast, you are too fast, youre talking too fast, you talk too fast, \
            you are talking too fast, youre going too fast, you speak too fast, youre speaking too fast, \
            not so fast, speak slower, speak more slowly, speak slowly, talk slower, talk more slowly, \
            talk slowly, say it slower, say that slower, say it more slowly, say that more slowly, \
            go slower, a bit slower, a little slower, can you slow down, could you slow down, \
            can you speak slower, could you speak slower, can you speak more slowly, \
            could you speak more slowly, can you talk slower, could you talk slower, \
            can you go slower, could you go slower, can you say that slower, could you say that slower, \
            slow down a bit, slow down a little, speak a little slower, speak a bit slower, \
            can you speak a little slower, can you speak a bit slower, could you talk more slowly, \
            can you talk more slowly, repeat that slower, repeat it slowly, repeat that slowly, \
            say that again slower, say that again slowly, its too fast, way too fast",
    ),
    (
        Act::Spell,
        "spell, spell it, spell that, spell them, spell it out, spell that out, spell it for me, \
            spell that for me, spell the, can you spell, can you spell it, can you spell that, \
            can you spell it out, can you spell that out, can you spell that for me, can you spell it for me, \
            could you spell, could you spell it, could you spell that, could you spell it out, \
            could you spell that out, could you spell that for me, could you spell it for me, \
            would you spell that, please spell, please spell it, please spell that, how do you spell, \
            how do you spell it, how do you spell that, how do i spell that, how is it spelled, \
            how is that spelled, hows that spelled, hows it spelled, spell the name, spell the street, \
            spell the address, spell the number, letter by letter, letter for letter, digit by digit, \
            number by number, one letter at a time, one digit at a time, one number at a time, \
            say it letter by letter, say that letter by letter, say it digit by digit, \
            say that digit by digit, say it one letter at a time, say it one digit at a time, \
            repeat it letter by letter, repeat that letter by letter, repeat it digit by digit, \
            repeat that digit by digit, repeat the number digit by digit",
    ),
    (
        Act::Continue,
        "continue, go on, keep going, carry on, resume, lets continue, lets go on, lets keep going, \
            lets carry on, continue my order, continue the order, continue with my order, \
            continue with the order, continue with that, continue with it, continue with this, \
            continue ordering, keep it, keep my order, keep the order, keep everything, keep them, keep that, \
            keep what i have, proceed, i want to continue, i would like to continue, id like to continue, \
            pick up where i left off, pick up where we left off, where i left off, where we left off, \
            where were we, finish that order, finish that one, the old one, \
            stay with it, stick with it, stick with that, move on, next, go ahead and continue, \
            continue please, yes continue, take me back",
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
            please repeat, excuse me what, could you say it again, what were you saying, what did you just say, say what, sorry, sorry i didnt hear you, sorry i didnt hear that, sorry i missed that, sorry i didnt catch that, i didnt hear, i cant hear you, run that by me again, once again, one more time please, tell me again, can you say it again, what was the question, repeat the question, repeat what you said, what were the choices, excuse me, eh what, come again please",
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
            put it through, put it in, yes go ahead, yes do it, yes send it, yes thats right, yes thats correct, \
            yes it is, yes i do, yes i would, thats the order, send it over, send it off, send it please, \
            fire away, go right ahead, make it so, proceed, continue, go on, i agree, agreed, deal, \
            fair enough, by all means, roger, roger that, okie dokie, okey doke, alrighty, yes sir, yes maam, \
            oh yes, oh yeah, hell yes, hell yeah, heck yes, heck yeah, yessir, yes yes, mm hm, mmhm, mhmm, \
            place it please, looks perfect, sounds perfect, thats all correct, all correct, all right then, \
            correct thats it, its perfect, its fine, that is fine, that is good, that is perfect, thats the stuff, \
            lets order, lets send it, lets place it, youre right, you are right, you got that right, quite right";

pub(super) const NO: &str = "no, nope, nah, no thanks, no thank you, not really, no way, negative, not at all, not now, \
            not yet, not today, not this time, dont, do not, please dont, dont do it, dont send it, \
            dont do that, dont place it, nope not yet, no way jose, nay, nuh, wrong, thats wrong, that is wrong, thats not right, \
            that is not right, thats not it, thats not correct, that is not correct, incorrect, \
            not correct, not right, not quite, its wrong, its not right, i dont think so, i dont, \
            i do not, id rather not, i would rather not, uh uh, nuh uh, no not yet, none, \
            none of them, neither, never, i said no, nothing thanks, not that, no sir, no maam, \
            no i dont, no its not, no it isnt, it isnt, it is not, its not";
