//! "Tell them to ring twice", "avisa que o interfone não funciona": words for the kitchen or the courier.
//!
//! What the order grammar can use is an order, whoever is told it.

use std::ops::Range;

use super::marks::{Mark, Sign};
use super::said::Said;
use crate::interpreter::Asked;
use crate::order::Getting;

/// Takes out a note. `orders` says whether words are an order all the same.
pub(super) fn take(
    said: &mut Said<'_>,
    asked: Option<&Asked>,
    orders: &dyn Fn(Range<usize>) -> bool,
) -> Option<String> {
    if !said.shows(Sign::Note) && !said.text.contains(':') {
        return None;
    }
    let (gone, note) = (0..said.len()).find_map(|at| told(said, at, asked))?;
    if orders(note.clone()) {
        // "Tell them I want two cokes": whoever is told is no part of the order.
        said.take(gone.start..note.start);
        return None;
    }
    let text = cut(said.source(note));
    let gone = said.widened(gone, &[Mark::Courtesy, Mark::And], &[]);
    said.take(gone);
    Some(text)
}

/// A note that begins at a place: all of its words, and those that are told.
fn told(said: &Said<'_>, at: usize, asked: Option<&Asked>) -> Option<(Range<usize>, Range<usize>)> {
    let tells = said.stands(at, |mark| matches!(mark, Mark::Tell | Mark::Ask));
    if !tells && !matches!(said.word(at), "note" | "notes" | "nota") || said.is_asked(at) {
        return None;
    }
    let begins = at == 0 || !said.runs_on(at) || said.before(at, &[Mark::And, Mark::Courtesy]).is_some();
    let start = match said.mark(at, Mark::Tell) {
        Some(length) => {
            at + length
                + usize::from(matches!(
                    said.word(at + length),
                    "pra" | "para" | "que" | "to" | "that"
                ))
        }
        None if matches!(said.word(at), "note" | "notes" | "nota") && said.around(at).1 == Some(':') => {
            at + 1
        }
        // "Please ring twice" is a note with its verb.
        None if begins && asked != Some(&Asked::IfMissing) => said.mark(at, Mark::Ask).map(|_| at)?,
        None => return None,
    };
    let mut stop = end(said, start);
    while let Some(courtesy) = said
        .before(stop, &[Mark::Courtesy])
        .filter(|courtesy| *courtesy > start)
    {
        stop = courtesy;
    }
    let note = start..stop;
    // "Say what model you are" is said to nobody but the assistant.
    let asks = matches!(
        said.word(note.start),
        "what" | "which" | "who" | "que" | "qual" | "quem"
    ) || said.word(note.start.saturating_sub(1)) == "que" && said.mark(at, Mark::Tell).is_some();
    let of_you = note
        .clone()
        .any(|at| matches!(said.word(at), "you" | "voce" | "vc"));
    if asks && of_you {
        return None;
    }
    (!note.is_empty()).then_some((at..note.end, note))
}

/// Takes everything as the note that was asked for, but for "tell them to".
pub(super) fn answer(said: &mut Said<'_>) -> Option<String> {
    let mut start = 0;
    while let Some(length) = said.any(start, &[Mark::Tell, Mark::Filler]) {
        start += length;
    }
    let text = cut(said.source(start..said.len()));
    said.take(0..said.len());
    (!text.is_empty()).then_some(text)
}

/// Where a note ends: at the end of its sentence.
fn end(said: &Said<'_>, start: usize) -> usize {
    (start + 1..said.len())
        .find(|at| !said.is_free(*at) || said.begins_sentence(*at))
        .unwrap_or(said.len())
        .max(start.min(said.len()))
}

/// As much as a note holds, cut between words.
fn cut(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        let more = word.chars().count() + usize::from(!short.is_empty());
        if short.chars().count() + more > Getting::LONGEST_NOTE {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = text.chars().take(Getting::LONGEST_NOTE).collect();
    }
    short.trim_end_matches(['.', ',', ';']).to_owned()
}
