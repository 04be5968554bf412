//! The number of a house, and what is inside: "62B", "apartment four", "bloco B", "segundo andar", "fundos".

use crate::interpreter::offline::details::contact::with_capitals;
use crate::interpreter::offline::details::marks::{Inside, Mark};
use crate::interpreter::offline::details::numbers::Joining;
use crate::interpreter::offline::details::said::Said;
use crate::order::Language;

/// The longest number of a house, in digits.
const MOST_DIGITS: usize = 6;
/// The longest name of a building, in words.
const MOST_NAME: usize = 3;

/// The number that begins at a place, with its letter, and where it ends.
pub(super) fn house_number(said: &Said<'_>, at: usize) -> Option<(usize, String)> {
    let (end, number) = numbered(said, at)?;
    // "Oh" alone is no number.
    let some = !number.trim_matches('0').is_empty();
    let unit = said.around(end).0 == Some('#');
    (some && (unit || said.closes(end))).then_some((end, number))
}

/// Digits and a letter, whatever follows.
pub(super) fn numbered(said: &Said<'_>, at: usize) -> Option<(usize, String)> {
    let string = said.digit_string(at, Joining::House)?;
    // "Sixty-two, four": what a pause parts is another number.
    let (end, count) = string
        .groups
        .iter()
        .find(|(end, _)| said.tokens.get(*end).is_some_and(|token| token.pause))
        .copied()
        .unwrap_or((string.range.end, string.digits.len()));
    let digits = string.digits.get(..count).filter(|_| count <= MOST_DIGITS)?;
    match letter(said, end) {
        Some(letter) => Some((end + 1, format!("{digits}{letter}"))),
        None => Some((end, digits.to_owned())),
    }
}

/// A letter behind a number: written together with it, in upper case, or one that is no word.
fn letter(said: &Said<'_>, at: usize) -> Option<char> {
    if !said.runs_on(at) || said.word(at).chars().count() != 1 {
        return None;
    }
    let written = said
        .source(at..at + 1)
        .chars()
        .next()
        .filter(char::is_ascii_alphabetic)?;
    let word = matches!(written, 'a' | 'e' | 'i' | 'o' | 'n' | 'h' | 'r' | 's');
    (said.is_glued(at) || written.is_ascii_uppercase() || !word).then(|| written.to_ascii_uppercase())
}

/// The unit of a building that begins at a place, as the language writes it, and where it ends.
pub(super) fn unit(said: &Said<'_>, at: usize) -> Option<(usize, String)> {
    floor(said, at)
        .or_else(|| hash(said, at))
        .or_else(|| named(said, at))
}

/// "Second floor", "2º andar".
fn floor(said: &Said<'_>, at: usize) -> Option<(usize, String)> {
    let nth = said.longest(at, |mark| {
        let Mark::Nth(nth) = mark else { return None };
        Some(nth)
    });
    let (value, mut end) = match nth {
        Some((nth, length)) => (nth.to_string(), at + length),
        None => {
            let number = said.cardinal(at, Joining::Amount)?;
            (number.digits, at + number.length)
        }
    };
    end += usize::from(matches!(
        said.word(end),
        "nd" | "rd" | "th" | "st" | "º" | "o" | "ª"
    ));
    let word = said
        .mark(end, Mark::Unit(Inside::Floor))
        .filter(|_| said.runs_on(end))?;
    let name = unit_name(Inside::Floor, said.language == Language::EnUs);
    Some((end + word, format!("{name} {value}")))
}

/// "#4".
fn hash(said: &Said<'_>, at: usize) -> Option<(usize, String)> {
    let (end, number) = numbered(said, at).filter(|_| said.around(at).0 == Some('#'))?;
    let name = unit_name(Inside::Apartment, said.language == Language::EnUs);
    Some((end, format!("{name} {number}")))
}

fn named(said: &Said<'_>, at: usize) -> Option<(usize, String)> {
    let (unit, length) = said.longest(at, |mark| {
        let Mark::Unit(unit) = mark else { return None };
        Some(unit)
    })?;
    let name = unit_name(unit, said.language == Language::EnUs);
    let start = at + length;
    if matches!(unit, Inside::Back | Inside::Ground | Inside::Top) {
        return said.closes(start).then(|| (start, name.to_owned()));
    }
    let start = start + said.mark(start, Mark::Number).unwrap_or(0);
    let links = matches!(said.word(start), "is" | "e") && numbered(said, start + 1).is_some();
    let start = start + usize::from(links);
    if let Some((end, number)) = numbered(said, start).filter(|(end, _)| said.closes(*end)) {
        return Some((end, format!("{name} {number}")));
    }
    let one = said.word(start);
    if one.len() == 1 && one.chars().all(|c| c.is_ascii_alphabetic()) {
        let Some((end, number)) = numbered(said, start + 1).filter(|_| said.runs_on(start + 1)) else {
            return Some((start + 1, format!("{name} {}", one.to_uppercase())));
        };
        return Some((end, format!("{name} {}{number}", one.to_uppercase())));
    }
    if !matches!(unit, Inside::Building | Inside::Tower) {
        return None;
    }
    let end = (start..start + MOST_NAME)
        .find(|at| !said.runs_on(*at) || *at > start && said.is_marked(*at))
        .unwrap_or(start + MOST_NAME);
    (end > start).then(|| (end, format!("{name} {}", with_capitals(said, start..end))))
}

/// What a unit of a building is called in an address, as a language writes it.
fn unit_name(unit: Inside, english: bool) -> &'static str {
    match (unit, english) {
        (Inside::Apartment, true) => "apartment",
        (Inside::Apartment, false) => "apartamento",
        (Inside::Unit, true) => "unit",
        (Inside::Unit, false) => "unidade",
        (Inside::Suite, true) => "suite",
        (Inside::Suite, false) => "conjunto",
        (Inside::Room, true) => "room",
        (Inside::Room, false) => "sala",
        (Inside::Floor, true) => "floor",
        (Inside::Floor, false) => "andar",
        (Inside::Block, true) => "block",
        (Inside::Block, false) => "bloco",
        (Inside::Building, true) => "building",
        (Inside::Building, false) => "edifício",
        (Inside::Tower, true) => "tower",
        (Inside::Tower, false) => "torre",
        (Inside::House, true) => "house",
        (Inside::House, false) => "casa",
        (Inside::Lot, true) => "lot",
        (Inside::Lot, false) => "lote",
        (Inside::Back, true) => "in the back",
        (Inside::Back, false) => "fundos",
        (Inside::Ground, true) => "ground floor",
        (Inside::Ground, false) => "térreo",
        (Inside::Top, true) => "penthouse",
        (Inside::Top, false) => "cobertura",
    }
}
