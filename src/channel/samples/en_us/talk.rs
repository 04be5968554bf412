//! Samples in the English of the United States: what is said around an order: complaints, a person, waiting, courtesies. The first of each carried intent is the wording that is
//! handed on.

pub(super) const MISSING: [&str; 7] = [
    "{query} is missing",
    "{query} are missing",
    "my {query} is missing",
    "the {query} is missing",
    "i'm missing {query}",
    "you forgot {query}",
    "i didn't get {query}",
];

pub(super) const WRONG: [&str; 4] = [
    "{query} is wrong",
    "you sent the wrong {query}",
    "i got the wrong {query}",
    "{query} came wrong",
];

pub(super) const COLD: [&str; 3] = ["{query} came cold", "{query} is cold", "{query} arrived cold"];

pub(super) const LATE: [&str; 7] = [
    "it never came",
    "my order never came",
    "my food never came",
    "it's taking too long",
    "my order is taking too long",
    "my order is late",
    "it's late",
];

pub(super) const GREET: [&str; 6] = [
    "hello",
    "hi",
    "hey",
    "good morning",
    "good afternoon",
    "good evening",
];

pub(super) const THANKS: [&str; 4] = ["thanks", "thank you", "thank you very much", "thanks a lot"];

pub(super) const USUAL: [&str; 12] = [
    "the usual",
    "my usual",
    "my usual order",
    "i'll have the usual",
    "i want the usual",
    "the same as last time",
    "same as last time",
    "what i had last time",
    "repeat my last order",
    "order the usual",
    "give me the usual",
    "the same again",
];

pub(super) const COMPLAIN: [&str; 11] = [
    "something is wrong with my order",
    "something's wrong with my order",
    "there's something wrong with my order",
    "there is a problem with my order",
    "there's a problem with my order",
    "i have a problem with my order",
    "i have a complaint",
    "i want to complain",
    "my order is wrong",
    "my order came wrong",
    "the order is wrong",
];

pub(super) const PERSON: [&str; 15] = [
    "i want to talk to a person",
    "i want to talk to someone",
    "i want to speak to someone",
    "let me talk to a person",
    "let me talk to someone",
    "talk to a person",
    "talk to someone",
    "speak to a person",
    "a person please",
    "a human",
    "a real person",
    "can i talk to a person",
    "can i talk to someone",
    "can someone call me",
    "have someone call me",
];

pub(super) const SLOWER: [&str; 10] = [
    "slower",
    "slower please",
    "slow down",
    "speak slower",
    "speak more slowly",
    "talk slower",
    "more slowly",
    "more slowly please",
    "can you speak slower",
    "you're too fast",
];

pub(super) const SPELL: [&str; 12] = [
    "spell {query}",
    "can you spell {query}",
    "how do you spell {query}",
    "spell that",
    "spell it",
    "spell that please",
    "can you spell that",
    "could you spell that",
    "how do you spell that",
    "letter by letter",
    "digit by digit",
    "number by number",
];

pub(super) const FORGET: [&str; 6] = [
    "delete my data",
    "delete all my data",
    "erase my data",
    "forget me",
    "forget everything about me",
    "delete everything you know about me",
];

pub(super) const CONSENT: [&str; 6] = [
    "i've allowed it",
    "i allowed it",
    "i gave permission",
    "i've given permission",
    "i turned it on",
    "permission granted",
];

pub(super) const PAUSE: [&str; 15] = [
    "hold on a second",
    "hold on a moment",
    "hang on a second",
    "hold on",
    "hang on",
    "one moment",
    "one second",
    "just a moment",
    "just a second",
    "wait",
    "wait a moment",
    "wait a second",
    "give me a second",
    "give me a minute",
    "let me think",
];

pub(super) const RESUME: [&str; 5] = ["go on", "continue", "keep going", "i'm back", "carry on"];

pub(super) const YES_AND: [&str; 2] = ["yes {query}", "yeah {query}"];

pub(super) const NO_BUT: [&str; 2] = ["no {query}", "nope {query}"];
