//! Samples in the English of the United States: questions. The first of each carried intent is the wording that is
//! handed on.

pub(super) const WORDS: [&str; 4] = [
    "it's {query}",
    "it is {query}",
    "my answer is {query}",
    "the answer is {query}",
];

pub(super) const PRICE: [&str; 11] = [
    "how much is {query}",
    "how much are {query}",
    "how much for {query}",
    "how much does {query} cost",
    "how much do {query} cost",
    "how much would {query} be",
    "what does {query} cost",
    "what's the price of {query}",
    "what is the price of {query}",
    "tell me the price of {query}",
    "price of {query}",
];

pub(super) const CONTENTS: [&str; 11] = [
    "what's in {query}",
    "what is in {query}",
    "what's on {query}",
    "what is on {query}",
    "what comes on {query}",
    "what comes in {query}",
    "what comes with {query}",
    "what does {query} come with",
    "what is {query} made of",
    "what's {query} made of",
    "tell me about {query}",
];

pub(super) const AVAILABLE: [&str; 8] = [
    "do you have {query}",
    "do you guys have {query}",
    "have you got {query}",
    "do you sell {query}",
    "do you serve {query}",
    "do you carry {query}",
    "do you still have {query}",
    "you have {query}",
];

pub(super) const IS_THERE: [&str; 4] = [
    "is there {query}",
    "is there any {query}",
    "are there {query}",
    "are there any {query}",
];

pub(super) const DOES: [&str; 1] = ["does {query}"];

pub(super) const IS: [&str; 2] = ["is {query}", "are {query}"];

pub(super) const WHAT: [&str; 3] = ["what is {query}", "what's {query}", "what are {query}"];

pub(super) const WHICH: [&str; 3] = ["which {query}", "which one {query}", "which ones {query}"];

pub(super) const ALIKE: [&str; 9] = [
    "what's like {query}",
    "what is like {query}",
    "do you have something like {query}",
    "do you have anything like {query}",
    "something like {query}",
    "anything like {query}",
    "something similar to {query}",
    "what's similar to {query}",
    "what is similar to {query}",
];

pub(super) const CHOICES: [&str; 8] = [
    "what {query} do you have",
    "what {query} have you got",
    "what {query} are there",
    "what kinds of {query} do you have",
    "what kind of {query} do you have",
    "what types of {query} do you have",
    "what {query} can i get",
    "which {query} do you have",
];

pub(super) const MORE: [&str; 4] = [
    "what else do you have",
    "what else is there",
    "what else",
    "more options",
];

pub(super) const SPECIALS: [&str; 9] = [
    "what's the dish of the day",
    "what is the dish of the day",
    "what's today's special",
    "what is today's special",
    "what are today's specials",
    "do you have any specials",
    "any specials",
    "the dish of the day",
    "today's special",
];

pub(super) const HOURS: [&str; 13] = [
    "are you open",
    "are you open now",
    "are you open today",
    "are you still open",
    "what time do you open",
    "what time do you close",
    "when do you open",
    "when do you close",
    "until what time are you open",
    "how late are you open",
    "what are your hours",
    "what are your opening hours",
    "opening hours",
];

pub(super) const DELIVERY_AREA: [&str; 12] = [
    "do you deliver to {query}",
    "can you deliver to {query}",
    "will you deliver to {query}",
    "how much is delivery to {query}",
    "how much is delivery",
    "how much is the delivery",
    "how much is the delivery fee",
    "what's the delivery fee",
    "what is the delivery fee",
    "do you deliver",
    "do you do delivery",
    "is delivery free",
];

pub(super) const PAYMENT_METHODS: [&str; 7] = [
    "do you take {query}",
    "do you accept {query}",
    "can i pay with {query}",
    "can i pay by {query}",
    "can i pay in {query}",
    "how can i pay",
    "what payment methods do you take",
];

pub(super) const WAIT: [&str; 5] = [
    "how long will it take",
    "how long does it take",
    "how long is the wait",
    "how long for delivery",
    "how long until it gets here",
];

pub(super) const SHOP: [&str; 8] = [
    "where are you",
    "where are you located",
    "what's your address",
    "what is your address",
    "what's your number",
    "what is your number",
    "what's your phone number",
    "what is your phone number",
];
