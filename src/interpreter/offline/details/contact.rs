//! "My name is Ana", "me liga no onze, nove oito …": whom to ask for, and where to call.

use std::ops::Range;

use super::marks::{Mark, Sign};
use super::numbers::Joining;
use super::said::Said;
use crate::interpreter::offline::lexicon::Role;
use crate::interpreter::offline::{Offline, reading};
use crate::order::Phone;

/// The longest name, in characters.
pub(super) const LONGEST_NAME: usize = 60;
/// The longest name, in words.
const MOST_WORDS: usize = 6;
/// The fewest digits that are taken for part of a number to call.
const LEAST_HEARD: usize = 4;
/// The longest name that is picked out of other words.
const MOST_VOLUNTEERED: usize = 4;

/// Takes out a number to call that is announced as one.
pub(super) fn take_phone(said: &mut Said<'_>) -> Option<Phone> {
    let (range, phone) = said.all(Mark::PhoneIs).into_iter().find_map(|intro| {
        let digits = said.digit_string(intro.end, Joining::Digits)?;
        let heard = digits.digits.len() >= LEAST_HEARD;
        heard.then(|| (intro.start..digits.range.end, Phone::of(&digits.digits)))
    })?;
    // Too few digits are no number to call, and no quantity either.
    said.take(range);
    phone
}

/// Takes out ten or eleven digits in a row, which are no quantity and no other number of an order.
pub(super) fn take_digits(said: &mut Said<'_>) -> Option<Phone> {
    if !said.may_have_digits(10) {
        return None;
    }
    let mut strings = said.digit_strings(Joining::Digits).into_iter();
    let string = strings.find(|string| matches!(string.digits.len(), 10 | 11))?;
    said.take(string.range);
    Phone::of(&string.digits)
}

/// Takes out a number to call where one was asked for.
pub(super) fn answer_phone(said: &mut Said<'_>) -> Option<Phone> {
    let strings = said.digit_strings(Joining::Digits).into_iter();
    let mut phones = strings.filter_map(|string| Some((string.range, Phone::of(&string.digits)?)));
    let (range, phone) = phones.next_back()?;
    let range = said.widened(
        range,
        &[Mark::PhoneIs, Mark::NameIntro, Mark::Number, Mark::Courtesy],
        &[],
    );
    said.take(range);
    Some(phone)
}

/// What marks that words are about something else than a name.
fn is_of_something_else(mark: Mark) -> Option<()> {
    matches!(
        mark,
        Mark::Nobody
            | Mark::Way(_)
            | Mark::EndWay(_)
            | Mark::AloneWay(_)
            | Mark::BareWay(_)
            | Mark::Usual
            | Mark::BareUsual
            | Mark::Another
            | Mark::When(_)
            | Mark::Today
            | Mark::OtherDay
            | Mark::Method(_)
            | Mark::BareMethod(_)
            | Mark::Pay
            | Mark::PhoneIs
            | Mark::Allergens(_)
            | Mark::Allergic
            | Mark::AllergyNoun
            | Mark::StreetFirst
            | Mark::Missing(_)
    )
    .then_some(())
}

/// Takes out a name that is announced as one, or that it is said to be for.
///
/// Where no detail is asked for (`details`), what something is for may be lunch as well: food and occasions are no names.
pub(super) fn take_name(offline: &Offline, said: &mut Said<'_>, details: bool) -> Option<String> {
    if !said.shows(Sign::Name) {
        return None;
    }
    let announced = said.all(Mark::NameIs).into_iter().map(|intro| (intro, true));
    let is_for = said.all(Mark::NameFor).into_iter().map(|intro| (intro, details));
    let intros: Vec<(Range<usize>, bool)> = announced
        .chain(is_for)
        .chain(apart(said).map(|intro| (intro, false)))
        .collect();
    let (intro, end) = intros.into_iter().find_map(|(intro, sure)| {
        let end = name_end(offline, said, intro.end);
        let is_name = end > intro.end && !said.is_asked(intro.start);
        let told = sure || says_so(said, &intro) && is_nothing_else(offline, said, intro.end..end);
        (is_name && told).then_some((intro, end))
    })?;
    let name = name(said, intro.end..end)?;
    said.take(intro.start..end);
    Some(name)
}

/// A "for" behind a pause with a capital behind it: "a flan, card, for Ana".
fn apart(said: &Said<'_>) -> Option<Range<usize>> {
    let capital = |at: usize| {
        let written = said.source(at..at + 1);
        written.starts_with(char::is_uppercase) && written.chars().any(char::is_lowercase)
    };
    (1..said.len())
        .filter(|at| said.tokens.get(*at).is_some_and(|token| token.pause))
        .find_map(|at| {
            let length = said.mark(at, Mark::For)?;
            capital(at + length).then_some(at..at + length)
        })
}

/// Whether "é para a" was said, rather than "e para a": without its accent it goes on with something else.
fn says_so(said: &Said<'_>, intro: &Range<usize>) -> bool {
    let first = said.tokens.get(intro.start);
    first.is_some_and(|token| token.text != "e" || token.accented)
}

/// Whether words are neither on the menu nor about anything else that details tell.
fn is_nothing_else(offline: &Offline, said: &Said<'_>, words: Range<usize>) -> bool {
    let tokens = said.tokens.get(words.clone()).unwrap_or_default();
    let mut marked = words.filter(|at| said.longest(*at, is_of_something_else).is_some());
    !reading::has_names(offline, tokens) && marked.next().is_none()
}

/// Takes out a name that puts right the one just given, while something else is asked for: "no, it's Helena".
pub(super) fn corrected_name(offline: &Offline, said: &mut Said<'_>) -> Option<String> {
    let leads = [Mark::Instead, Mark::NameIntro, Mark::Courtesy, Mark::Filler];
    let mut start = 0;
    let mut told = false;
    while let Some(length) = said.any(start, &leads) {
        told |= said.any(start, &[Mark::Instead, Mark::NameIntro]) == Some(length);
        start += length;
    }
    let mut end = said.len();
    while let Some(before) = said
        .before(end, &[Mark::Courtesy, Mark::Filler])
        .filter(|before| *before > start)
    {
        end = before;
    }
    let whole = start < end && name_end(offline, said, start) == end;
    if !told || !whole || !is_nothing_else(offline, said, start..end) {
        return None;
    }
    let name = name(said, start..end)?;
    said.take(0..said.len());
    Some(name)
}

/// How far a name goes: words that the grammar has no use for, with "da" and the like between them.
fn name_end(offline: &Offline, said: &Said<'_>, start: usize) -> usize {
    let mut end = start;
    for at in start..start + MOST_VOLUNTEERED {
        if !(at == start && said.is_free(at) || said.runs_on(at)) {
            break;
        }
        let word = said.word(at);
        let particle = at > start && said.mark(at, Mark::Particle).is_some();
        let next = at + 1;
        let goes_on = said.runs_on(next) && is_name(offline, said.word(next));
        if particle && word != "e" && word != "st" && goes_on {
            continue;
        }
        if !is_name(offline, word) {
            break;
        }
        end = at + 1;
    }
    end
}

/// Whether a word may be a name: letters that the lexicon has no use for.
fn is_name(offline: &Offline, word: &str) -> bool {
    let roles = offline.phrases.roles(word).unwrap_or_default();
    let useless = roles.iter().all(|role| matches!(role, Role::Adjective));
    useless && word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}

/// Takes out the name that was asked for: everything but what only leads up to it.
pub(super) fn answer_name(offline: &Offline, said: &mut Said<'_>) -> Option<String> {
    let leads = [
        Mark::NameIs,
        Mark::NameIntro,
        Mark::Courtesy,
        Mark::Filler,
        Mark::Instead,
        Mark::And,
    ];
    let mut start = 0;
    while let Some(length) = said
        .any(start, &leads)
        .filter(|length| said.is_free(start + length))
    {
        start += length;
    }
    let mut end = (start..said.len())
        .find(|at| !said.is_free(*at))
        .unwrap_or(said.len());
    while let Some(before) = said
        .before(end, &[Mark::Courtesy, Mark::Filler, Mark::And])
        .filter(|before| *before > start)
    {
        end = before;
    }
    let spoken = said.tokens.get(start..end).unwrap_or_default();
    let pronouns = spoken.iter().all(|token| is_pronoun(offline, &token.text));
    let letters = spoken
        .iter()
        .all(|token| !token.text.chars().any(|c| c.is_ascii_digit()));
    if !letters || pronouns || evades(offline, said, start..end) || end - start > MOST_WORDS {
        return None;
    }
    let name = name(said, start..end)?;
    said.take(0..end);
    said.take_courtesies();
    Some(name)
}

/// Whether a word stands for something else: of "swap it" a carrier may leave no more than "it".
fn is_pronoun(offline: &Offline, word: &str) -> bool {
    let roles = offline.phrases.roles(word).unwrap_or_default();
    roles.iter().any(|role| matches!(role, Role::It | Role::That))
}

/// Whether words talk about the question rather than answer it ("I don't want to say").
pub(super) fn evades(offline: &Offline, said: &Said<'_>, range: Range<usize>) -> bool {
    let talk = range
        .clone()
        .filter(|at| is_talk(offline, said.word(*at)))
        .count();
    talk > 1 || range.clone().any(|at| said.mark(at, Mark::Not).is_some())
}

/// Whether a word is one that talk is made of, and names hardly ever.
fn is_talk(offline: &Offline, word: &str) -> bool {
    let roles = offline.phrases.roles(word).unwrap_or_default();
    let joins = |role: &Role| matches!(role, Role::Adjective | Role::Of | Role::On | Role::And);
    word.chars().count() > 1 && !roles.is_empty() && !roles.iter().any(joins)
}

fn name(said: &Said<'_>, range: Range<usize>) -> Option<String> {
    let name = with_capitals(said, range);
    let fits = (1..=LONGEST_NAME).contains(&name.chars().count());
    fits.then_some(name)
}

/// Words as they were said, each with a capital but for those that only join ("de", "of").
pub(super) fn with_capitals(said: &Said<'_>, range: Range<usize>) -> String {
    let mut text = String::new();
    for at in range {
        let Some(word) = said
            .tokens
            .get(at)
            .and_then(|token| said.text.get(token.span.clone()))
        else {
            continue;
        };
        if !text.is_empty() && !said.is_glued(at) {
            let joined = said.tokens.get(at).is_some_and(|token| token.joined);
            text.push(if joined { '-' } else { ' ' });
        }
        let joins = matches!(
            word,
            "de" | "da"
                | "do"
                | "das"
                | "dos"
                | "e"
                | "of"
                | "the"
                | "and"
                | "van"
                | "von"
                | "nd"
                | "rd"
                | "th"
        );
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !joins || text.is_empty() => {
                text.extend(first.to_uppercase());
                text.push_str(letters.as_str());
            }
            Some(_) | None => text.push_str(word),
        }
    }
    text
}
