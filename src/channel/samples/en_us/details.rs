//! Samples in the English of the United States: what is said besides dishes: where, when, how it is paid. The first of each carried intent is the wording that is
//! handed on.

pub(super) const ADDRESS: [&str; 9] = [
    "my address is {query}",
    "the address is {query}",
    "deliver to {query}",
    "deliver it to {query}",
    "delivery to {query}",
    "bring it to {query}",
    "send it to {query}",
    "i live at {query}",
    "i live on {query}",
];

pub(super) const SAME_ADDRESS: [&str; 10] = [
    "same address",
    "the same address",
    "to the same address",
    "my usual address",
    "the usual address",
    "same address as last time",
    "deliver to my usual address",
    "to my house",
    "to my place",
    "deliver it to my house",
];

pub(super) const OTHER_ADDRESS: [&str; 8] = [
    "a different address",
    "another address",
    "to a different address",
    "to another address",
    "a new address",
    "not that address",
    "change the address",
    "change my address",
];

pub(super) const POSTAL_CODE: [&str; 8] = [
    "my zip code is {query}",
    "the zip code is {query}",
    "my zip is {query}",
    "zip code {query}",
    "zip {query}",
    "my postal code is {query}",
    "the postal code is {query}",
    "postal code {query}",
];

pub(super) const HOUSE_NUMBER: [&str; 4] = [
    "number {query}",
    "the number is {query}",
    "the house number is {query}",
    "house number {query}",
];

pub(super) const APARTMENT: [&str; 5] = [
    "apartment {query}",
    "apartment number {query}",
    "my apartment is {query}",
    "unit {query}",
    "apt {query}",
];

pub(super) const LANDMARK: [&str; 5] = [
    "next to {query}",
    "it's next to {query}",
    "near {query}",
    "it's near {query}",
    "close to {query}",
];

pub(super) const DELIVERY: [&str; 7] = [
    "delivery",
    "for delivery",
    "deliver it",
    "i want it delivered",
    "i'd like it delivered",
    "delivery please",
    "i want delivery",
];

pub(super) const PICKUP: [&str; 9] = [
    "pickup",
    "for pickup",
    "pick up",
    "i'll pick it up",
    "i will pick it up",
    "i'm going to pick it up",
    "i'll come get it",
    "to go",
    "pickup please",
];

pub(super) const NAME: [&str; 6] = [
    "my name is {query}",
    "my name's {query}",
    "the name is {query}",
    "call me {query}",
    "put it under {query}",
    "it's under {query}",
];

pub(super) const PHONE: [&str; 6] = [
    "my phone number is {query}",
    "my number is {query}",
    "the phone number is {query}",
    "my phone is {query}",
    "my cell is {query}",
    "call me at {query}",
];

pub(super) const PAY: [&str; 11] = [
    "i'll pay {query}",
    "i'll pay by {query}",
    "i'll pay with {query}",
    "i'll pay in {query}",
    "i will pay {query}",
    "pay {query}",
    "pay by {query}",
    "pay with {query}",
    "pay in {query}",
    "i'm paying {query}",
    "i'm paying with {query}",
];

pub(super) const CHANGE_FOR: [&str; 7] = [
    "change for {query}",
    "i need change for {query}",
    "i'll need change for {query}",
    "bring change for {query}",
    "i have a {query}",
    "i've a {query}",
    "i've got a {query}",
];

pub(super) const NO_CHANGE: [&str; 7] = [
    "no change needed",
    "no change",
    "i don't need change",
    "i don't need any change",
    "i have the exact change",
    "i have exact change",
    "exact change",
];

pub(super) const AT_TIME: [&str; 7] = [
    "at {query}",
    "deliver it at {query}",
    "deliver at {query}",
    "have it ready at {query}",
    "schedule it for {query}",
    "make it for {query}",
    "for {query} o'clock",
];

pub(super) const IN_TIME: [&str; 2] = ["in {query}", "deliver it in {query}"];

pub(super) const NOW: [&str; 6] = [
    "as soon as possible",
    "right now",
    "now",
    "right away",
    "for now",
    "asap",
];

pub(super) const LATER: [&str; 5] = [
    "later",
    "later today",
    "for later",
    "not now later",
    "schedule it",
];

pub(super) const TIP: [&str; 7] = [
    "a tip of {query}",
    "add a tip of {query}",
    "leave a tip of {query}",
    "tip {query}",
    "add a {query} tip",
    "leave a {query} tip",
    "no tip",
];

pub(super) const NOTE: [&str; 11] = [
    "tell the kitchen {query}",
    "tell the kitchen to {query}",
    "ask the kitchen to {query}",
    "tell them {query}",
    "tell them to {query}",
    "tell the driver {query}",
    "tell the driver to {query}",
    "ask the driver to {query}",
    "note for the kitchen {query}",
    "add a note {query}",
    "add a note to {query}",
];

pub(super) const ALLERGY: [&str; 7] = [
    "i'm allergic to {query}",
    "i am allergic to {query}",
    "we're allergic to {query}",
    "my son is allergic to {query}",
    "my daughter is allergic to {query}",
    "i have a {query} allergy",
    "i have an allergy to {query}",
];

pub(super) const REMEMBER: [&str; 4] = [
    "remember that",
    "remember my allergy",
    "remember my allergies",
    "remember it for next time",
];

pub(super) const IF_MISSING: [&str; 4] = [
    "if something is missing {query}",
    "if something's missing {query}",
    "if anything is missing {query}",
    "if you're out of something {query}",
];
