//! "Deliver to 62 Maple Street, apartment four", "meia dois, apê quatro", "o mesmo endereço": where it goes.
//!
//! An address is recognised by the kind of its street, by what leads up to it, or by what was asked.

mod building;
mod street;
mod which;

use std::ops::Range;

use super::contact;
use super::marks::{Mark, Sign};
use super::numbers::Joining;
use super::said::Said;
use crate::interpreter::offline::Offline;
use crate::interpreter::{Asked, Details};
use crate::order::{AddressParts, Fulfilment, PostalCode};

/// The longest thing that is near, in words.
const MOST_NEAR: usize = 8;

/// Takes out an address, whole or in parts, or which one is meant; where the street was asked for and words are `free`
/// of anything else, all of them.
pub(super) fn take(
    offline: &Offline,
    said: &mut Said<'_>,
    details: &mut Details,
    asked: Option<&Asked>,
    free: bool,
) {
    let parts = &mut details.address;
    let within = matches!(
        asked,
        Some(Asked::PostalCode | Asked::Street | Asked::HouseNumber | Asked::Address)
    );
    let behind = postal(
        said,
        parts,
        asked == Some(&Asked::PostalCode),
        asked != Some(&Asked::Phone),
    );
    let mut reading = Reading {
        said,
        parts,
        delivery: false,
    };
    reading.street(within);
    reading.delivered_to_number();
    if let Some(end) = behind {
        reading.behind(end);
    }
    let spelled = within || !reading.parts.is_empty();
    if spelled {
        reading.rest(matches!(asked, Some(Asked::HouseNumber | Asked::Address)));
    } else {
        reading.apartment();
    }
    if free && asked == Some(&Asked::Street) && reading.parts.street.is_none() {
        reading.bare_street(offline);
    }
    if reading.delivery {
        details.fulfilment = Some(Fulfilment::Delivery);
    }
    if details.address.is_empty() && (within || said.shows(Sign::Address)) {
        details.which_address = which::take(said, details, within);
    }
}

/// Takes the postal code, behind its noun, written as one, or where it was asked for; and says where it ended.
fn postal(said: &mut Said<'_>, parts: &mut AddressParts, asked: bool, eight: bool) -> Option<usize> {
    let named = said.all(Mark::Postal).into_iter().find_map(|noun| {
        let (end, code) = code_at(said, noun.end)?;
        Some((noun.start..end, code))
    });
    let found = named
        .or_else(|| (0..said.len()).find_map(|at| written(said, at)))
        .or_else(|| eight_digits(said).filter(|_| eight))
        .or_else(|| {
            let strings = asked.then(|| said.digit_strings(Joining::Digits));
            strings
                .into_iter()
                .flatten()
                .filter_map(|string| Some((string.range.start, code_at(said, string.range.start)?)))
                .map(|(start, (end, code))| (start..end, code))
                .next()
        });
    let (range, code) = found?;
    let leads = [Mark::DeliverTo, Mark::AddressIs, Mark::Courtesy, Mark::Postal];
    let range = said.widened(range, &leads, &[]);
    let end = range.end;
    said.take(range);
    parts.postal_code = Some(code);
    Some(end)
}

/// The postal code that begins at a place: all digits that follow, or those up to a pause.
fn code_at(said: &Said<'_>, at: usize) -> Option<(usize, PostalCode)> {
    let string = said.digit_string(at, Joining::Digits)?;
    if let Some(code) = PostalCode::of(&string.digits) {
        return Some((string.range.end, code));
    }
    let up_to_a_pause = string.groups.iter().filter(|(end, _)| !said.runs_on(*end));
    up_to_a_pause
        .filter_map(|(end, count)| Some((*end, PostalCode::of(string.digits.get(..*count)?)?)))
        .next_back()
}

/// Eight digits in a row, said one by one or in small groups: a postal code, whatever was asked but a number to call.
fn eight_digits(said: &Said<'_>) -> Option<(Range<usize>, PostalCode)> {
    if !said.may_have_digits(8) {
        return None;
    }
    let mut strings = said.digit_strings(Joining::Digits).into_iter();
    let string = strings.find(|string| string.digits.len() == 8 && string.groups.len() >= 4)?;
    Some((string.range, PostalCode::of(&string.digits)?))
}

/// "05422-010".
fn written(said: &Said<'_>, at: usize) -> Option<(Range<usize>, PostalCode)> {
    let joined = said.tokens.get(at + 1).is_some_and(|token| token.joined);
    if !joined {
        return None;
    }
    let (first, second) = (said.word(at).replace('.', ""), said.word(at + 1));
    let fits = first.len() == 5 && second.len() == 3;
    let code = PostalCode::of(&format!("{first}{second}")).filter(|_| fits)?;
    Some((at..at + 2, code))
}

/// An address while it is read.
struct Reading<'s, 't> {
    said: &'s mut Said<'t>,
    parts: &'s mut AddressParts,
    /// Whether words of delivering led up to it.
    delivery: bool,
}

impl Reading<'_, '_> {
    /// Takes the street with the number beside it.
    fn street(&mut self, within: bool) {
        if !self.said.shows(Sign::Address) {
            return;
        }
        let Some(found) = street::find(self.said, within) else {
            return;
        };
        let leads = [Mark::DeliverTo, Mark::AddressIs, Mark::Number];
        let start = self.said.widened(found.range.clone(), &leads, &[]).start;
        self.delivery = (start..found.range.start).any(|at| self.said.mark(at, Mark::DeliverTo).is_some());
        self.parts.street = Some(cut(&found.name));
        self.parts.number = found.number;
        self.said.take(start..found.range.end);
        self.behind(found.range.end);
    }

    /// "Deliver to number thirty", of a street that is known already.
    fn delivered_to_number(&mut self) {
        if self.parts.number.is_some() || !self.said.shows(Sign::Address) {
            return;
        }
        let led = self.said.places(|mark| mark == Mark::DeliverTo);
        let found = led.into_iter().find_map(|at| {
            let start = at + self.said.mark(at, Mark::DeliverTo)?;
            let start = start + self.said.mark(start, Mark::Number)?;
            let (end, number) = building::house_number(self.said, start)?;
            Some((at..end, number))
        });
        if let Some((range, number)) = found {
            let end = range.end;
            self.said.take(range);
            (self.parts.number, self.delivery) = (Some(number), true);
            self.behind(end);
        }
    }

    /// Takes what follows a street at once: number, complement, landmark.
    fn behind(&mut self, mut at: usize) {
        while at < self.said.len() {
            let Some(end) = self.part_behind(at) else { return };
            at = end;
        }
    }

    /// Takes one part that stands at a place or behind a joint there.
    fn part_behind(&mut self, at: usize) -> Option<usize> {
        let joints = [Mark::And, Mark::AddressIs, Mark::Courtesy];
        let mut start = at;
        loop {
            if let Some(end) = self.part(start, true) {
                self.said.take(at..end);
                return Some(end);
            }
            start += self.said.any(start, &joints)?;
        }
    }

    /// Takes parts wherever they stand.
    fn rest(&mut self, bare_number: bool) {
        for at in 0..self.said.len() {
            if self.said.is_free(at) {
                self.part(at, bare_number);
            }
        }
        // "Casa sessenta e dois" says the number, where nothing else does.
        if bare_number && self.parts.number.is_none() {
            let house = self.parts.complement.as_deref().and_then(|complement| {
                let (kind, value) = complement.split_once(' ')?;
                let only = !value.contains([',', ' ']);
                (matches!(kind, "house" | "casa") && only).then(|| value.to_owned())
            });
            if house.is_some() {
                self.parts.number = house;
                self.parts.complement = None;
            }
        }
    }

    /// Takes an apartment out of words that hold no other part of an address.
    fn apartment(&mut self) {
        if !self.said.shows(Sign::Apartment) {
            return;
        }
        for at in 0..self.said.len() {
            let named = matches!(self.said.word(at), "apartment" | "apt" | "apartamento" | "apto");
            if named && !self.said.is_asked(at) {
                self.unit(at);
            }
        }
    }

    /// Takes the part that begins at a place, and says where it ends.
    fn part(&mut self, at: usize, bare_number: bool) -> Option<usize> {
        self.no_number(at)
            .or_else(|| self.number(at, bare_number))
            .or_else(|| self.no_unit(at))
            .or_else(|| self.unit(at))
            .or_else(|| self.near(at))
    }

    fn no_number(&mut self, at: usize) -> Option<usize> {
        let length = self.said.mark(at, Mark::NoNumber)?;
        // "Não tem complemento" says nothing of the number.
        if !self.said.closes(at + length) {
            return None;
        }
        self.parts.number = Some("s/n".to_owned());
        self.said.take(at..at + length);
        Some(at + length)
    }

    fn no_unit(&mut self, at: usize) -> Option<usize> {
        let end = at + self.said.mark(at, Mark::NoUnit)?;
        if !self.said.closes(end) {
            return None;
        }
        self.parts.complement.get_or_insert_default();
        self.said.take(at..end);
        Some(end)
    }

    fn number(&mut self, at: usize, bare: bool) -> Option<usize> {
        if self.parts.number.is_some() {
            return None;
        }
        let noun = self.said.mark(at, Mark::Number);
        let start = at + noun.unwrap_or(0);
        let (end, number) = building::house_number(self.said, start).filter(|_| bare || noun.is_some())?;
        self.parts.number = Some(number);
        let leads = [Mark::AddressIs, Mark::Number, Mark::Courtesy];
        let range = self.said.widened(at..end, &leads, &[]);
        self.said.take(range);
        Some(end)
    }

    fn unit(&mut self, at: usize) -> Option<usize> {
        let (end, text) = building::unit(self.said, at)?;
        let known = self.parts.complement.take();
        // "No apartment. Sorry, apartment four."
        let complement = match known.filter(|known| !known.is_empty()) {
            Some(known) => format!("{known}, {text}"),
            None => text,
        };
        self.parts.complement = Some(cut(&complement));
        let range = self
            .said
            .widened(at..end, &[Mark::AddressIs, Mark::Number, Mark::Courtesy], &[]);
        self.said.take(range);
        Some(end)
    }

    fn near(&mut self, at: usize) -> Option<usize> {
        let length = self
            .said
            .mark(at, Mark::Near)
            .filter(|_| self.parts.landmark.is_none())?;
        let stops = |at: &usize| !self.said.runs_on(*at) || ends_landmark(self.said, *at);
        let least = at + length;
        let end = (least + 1..least + MOST_NEAR)
            .find(stops)
            .unwrap_or(least + MOST_NEAR);
        let end = end.min(self.said.len());
        if !self.said.is_free(least) || end <= least {
            return None;
        }
        self.parts.landmark = Some(cut(self.said.source(at..end)));
        self.said.take(at..end);
        Some(end)
    }

    /// Takes everything that is left as the name of the street that was asked for.
    fn bare_street(&mut self, offline: &Offline) {
        let leads = [
            Mark::AddressIs,
            Mark::DeliverTo,
            Mark::Courtesy,
            Mark::Filler,
            Mark::Instead,
            Mark::And,
        ];
        let mut start = 0;
        while let Some(length) = self.said.any(start, &leads) {
            start += length;
        }
        let Some(name) = street::bare(self.said, start) else {
            return;
        };
        if contact::evades(offline, self.said, start..name.1) {
            return;
        }
        self.parts.street = Some(cut(&name.0));
        self.said.take(0..name.1);
    }
}

fn ends_landmark(said: &Said<'_>, at: usize) -> bool {
    let stops = [
        Mark::Postal,
        Mark::Pay,
        Mark::NameIs,
        Mark::PhoneIs,
        Mark::Tell,
        Mark::And,
    ];
    said.any(at, &stops).is_some() || building::unit(said, at).is_some()
}

/// A text as long as a part of an address may be.
fn cut(text: &str) -> String {
    text.trim().chars().take(AddressParts::MOST_CHARS).collect()
}
