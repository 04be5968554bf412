//! What an utterance says besides lines: where, when, how it is paid, whom to call.
//!
//! Details are known by the words around them and by what was asked. Theirs are blanked out of the transcript before
//! the rest is read as an order, so that none of them is taken for food, and no food for one of them.

mod address;
mod allergies;
mod card;
mod contact;
mod marks;
mod missing;
mod money;
mod notes;
mod numbers;
mod payment;
mod question;
mod said;
mod time;
mod tip;
mod way;
mod words;

use std::ops::Range;

use self::marks::Mark;
use self::question::{answered, is_about_details, is_answered_by_a_number};
use self::said::Said;
use super::blanking::{self, Blanked};
use super::explain::Watch;
use super::heard_words::HeardWords;
use super::lexicon::Role;
use super::text::{self, Token};
use super::{Offline, reading, tagging};
use crate::interpreter::{
    Act, Asked, Certainty, Details, Doubt, Edit, EditKind, Heard, Proposal, SaidTime, Target, Transcript,
};
use crate::order::Language;

pub use self::card::holds_card_number;

/// One transcript with its details taken out.
#[derive(Debug)]
pub(super) struct Apart<'s> {
    details: Details,
    /// What is left, in its place.
    rest: Blanked<'s>,
    /// Whether nothing is left that says anything.
    whole: bool,
    /// Whether it answers what was asked.
    answers: bool,
}

/// A word as words are compared: in small letters, without accents.
pub fn folded(word: &str) -> String {
    text::fold(word)
}

/// Whether a word is one that numbers are made of, in any language: "seven", "meia", "double".
pub fn is_number_word(word: &str) -> bool {
    let word = text::fold(word);
    let said = |language| numbers::piece_of(language, &word).is_some();
    Language::ALL.into_iter().any(said) || matches!(word.as_str(), "oh" | "meia" | "double")
}

/// Reads one turn: details apart, then everything else.
pub(super) fn read(offline: &Offline, heard: &Heard<'_>) -> Proposal {
    read_after(offline, heard, (None, None))
}

/// The same, where the first transcript's words are known and its details have been taken out already.
pub(super) fn read_after(
    offline: &Offline,
    heard: &Heard<'_>,
    (words, first): (Option<HeardWords>, Option<Apart<'_>>),
) -> Proposal {
    let rest = heard.transcripts.iter().skip(usize::from(first.is_some()));
    let rest = rest.map(|transcript| taken_apart(offline, heard, transcript, take));
    let parts = first.into_iter().chain(rest).take(reading::MOST_TRANSCRIPTS);
    read_apart(offline, heard, &parts.collect::<Vec<_>>(), words, None)
}

/// Reads one turn for its lines alone: of the details only the way is taken apart ("to go"), whose words name no food.
pub(super) fn read_lines(offline: &Offline, heard: &Heard<'_>, watch: Watch<'_>) -> Proposal {
    let transcripts = heard.transcripts.iter().take(reading::MOST_TRANSCRIPTS);
    let parts = transcripts.map(|transcript| taken_apart(offline, heard, transcript, take_way));
    read_apart(offline, heard, &parts.collect::<Vec<_>>(), None, watch)
}

/// Takes the way out and nothing else.
fn take_way(_: &Offline, heard: &Heard<'_>, said: &mut Said<'_>, details: &mut Details) -> bool {
    details.fulfilment = way::take(said).or_else(|| way::alone(said, heard.asked));
    false
}

/// Where a transcript tells details, as ranges of bytes.
pub(super) fn spans(offline: &Offline, heard: &Heard<'_>, transcript: &Transcript) -> Vec<Range<usize>> {
    taken_apart(offline, heard, transcript, take).rest.gone()
}

/// Where it tells the way, and nothing else.
pub(super) fn spans_of_way(
    offline: &Offline,
    heard: &Heard<'_>,
    transcript: &Transcript,
) -> Vec<Range<usize>> {
    taken_apart(offline, heard, transcript, take_way).rest.gone()
}

/// Reads transcripts whose details have been taken out. The words of the first may be known.
fn read_apart(
    offline: &Offline,
    heard: &Heard<'_>,
    parts: &[Apart<'_>],
    words: Option<HeardWords>,
    watch: Watch<'_>,
) -> Proposal {
    let answer = parts
        .iter()
        .position(|apart| apart.answers && apart.whole)
        .or_else(|| parts.iter().position(|apart| apart.answers));
    let mut chosen = answer.unwrap_or(0);
    let whole = parts.get(chosen).filter(|apart| apart.whole);
    if let Some(apart) = whole {
        return alone(heard, chosen, apart);
    }
    let read_from = if answer.is_some() { chosen } else { 0 };
    let rests = parts.iter().skip(read_from).map(|apart| &apart.rest);
    // What nothing was taken out of is read as it was heard.
    let untouched = read_from == 0 && rests.clone().all(Blanked::is_whole);
    let blanked: Vec<Transcript> = rests
        .filter(|_| !untouched)
        .map(|rest| rest.rest().clone())
        .collect();
    let with_rest = Heard {
        transcripts: if untouched { heard.transcripts } else { &blanked },
        ..*heard
    };
    let words = words.filter(|_| untouched);
    let mut proposal = reading::read_known(offline, &with_rest, words, watch);
    let silent = parts.get(chosen).is_none_or(|apart| apart.details.is_empty());
    if silent && proposal.act == Act::Nothing {
        chosen = parts
            .iter()
            .position(|apart| !apart.details.is_empty())
            .unwrap_or(chosen);
    }
    let Some(apart) = parts.get(chosen) else {
        return proposal;
    };
    let refused = proposal.act == Act::No;
    if is_stray_number(offline, heard, &proposal) {
        proposal = Proposal::of(Act::Nothing, Certainty::Unsure);
    }
    proposal.details = apart.details.clone();
    if !proposal.details.is_empty() && (proposal.act == Act::Nothing || refused) {
        // "No, sixty-three" says what is right, and no more than that.
        proposal.act = Act::Edit;
    }
    let rests: Vec<&Blanked<'_>> = parts.iter().map(|apart| &apart.rest).collect();
    blanking::restore(&mut proposal, &rests);
    proposal
}

/// Whether a number that was no answer to a question about details was read as how many of the last line.
fn is_stray_number(offline: &Offline, heard: &Heard<'_>, proposal: &Proposal) -> bool {
    let last = |edit: &Edit| {
        let counts = matches!(
            &edit.kind,
            EditKind::SetQuantity { target, .. } | EditKind::Again { target, .. } if *target == Target::Last
        );
        counts && !reading::has_names(offline, &text::tokens(&edit.cites))
    };
    heard.asked.is_some_and(|asked| {
        is_about_details(asked) && (is_answered_by_a_number(asked) || !points_back(offline, heard))
    }) && !proposal.edits.is_empty()
        && proposal.edits.iter().all(last)
        && proposal.unclear.is_empty()
}

/// Whether words say what is to become of something said before: "make it two", "aliás, duas".
fn points_back(offline: &Offline, heard: &Heard<'_>) -> bool {
    let back = [
        Role::It,
        Role::That,
        Role::Change,
        Role::Correction,
        Role::Restate,
        Role::Want,
        Role::Add,
        Role::Another,
        Role::Double,
    ];
    heard.transcripts.first().is_some_and(|said| {
        let pieces = tagging::pieces(offline, &text::tokens(&said.text));
        pieces.iter().any(|piece| piece.roles.contains_any(&back))
    })
}

/// The first transcript with its details taken out.
pub(super) fn first_apart<'h>(offline: &Offline, heard: &Heard<'h>, words: &[Token]) -> Option<Apart<'h>> {
    let transcript = heard.transcripts.first()?;
    let said = Said::new(offline.language, &transcript.text, words);
    Some(taken_from(offline, heard, transcript, said, take))
}

/// The details of a text and where they are told; if `all`, every reader looks for its own, whatever stands there.
#[cfg(test)]
pub(super) fn told(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    all: bool,
) -> (Details, Vec<Range<usize>>, bool) {
    let transcript = Transcript::certain(text);
    let words = text::tokens(text);
    let mut said = Said::new(offline.language, text, &words);
    if all {
        said.show_every_sign();
    }
    let apart = taken_from(offline, heard, &transcript, said, take);
    let gone = apart.rest.gone();
    (apart.details, gone, apart.answers)
}

/// Every phrase of a language that marks details.
#[cfg(test)]
pub(super) fn phrases(language: Language) -> impl Iterator<Item = &'static str> {
    let table = words::table(language);
    table.flat_map(|(_, phrases)| super::lexicon::split(phrases))
}

/// Whether every string of digits in a text is as long as it may be, or shorter.
#[cfg(test)]
pub(super) fn digits_are_foreseen(language: Language, text: &str) -> bool {
    let words = text::tokens(text);
    let said = Said::new(language, text, &words);
    let strings = said.digit_strings(numbers::Joining::Digits);
    strings
        .iter()
        .all(|string| said.may_have_digits(string.digits.len()))
}

/// The details of an utterance that says nothing else.
pub(super) fn alone_in(heard: &Heard<'_>, apart: &Apart<'_>) -> Option<Proposal> {
    (apart.whole && !apart.details.is_empty()).then(|| alone(heard, 0, apart))
}

/// Whether the rest of a transcript, some of which is blanked out, has lost what the whole tells: "uma coca, troco pra cem" asks for no change.
///
/// Of a wait that is complained of (`waited`), an hour is how long it has been.
pub(super) fn lost(
    offline: &Offline,
    heard: &Heard<'_>,
    transcript: &Transcript,
    rest: &Transcript,
    waited: bool,
) -> bool {
    let told = taken_apart(offline, heard, transcript, take).details;
    let left = taken_apart(offline, heard, rest, take).details;
    told.address != left.address
        || told.change != left.change
        || told.time != left.time
            && !(waited && matches!(told.time, Some(SaidTime::Clock { .. } | SaidTime::Later)))
        || told.if_missing != left.if_missing
}

/// A proposal of details and nothing else; of nothing at all where they could not be made out.
fn alone(heard: &Heard<'_>, chosen: usize, apart: &Apart<'_>) -> Proposal {
    let confidence = heard.transcripts.get(chosen).and_then(|said| said.confidence);
    let unsure = confidence.is_some_and(|confidence| confidence < reading::LEAST_CONFIDENCE);
    if apart.details.is_empty() {
        return Proposal::of(Act::Nothing, Certainty::Unsure);
    }
    let certainty = if unsure {
        Certainty::Unsure
    } else {
        Certainty::Certain
    };
    Proposal {
        details: apart.details.clone(),
        ..Proposal::of(Act::Edit, certainty)
    }
}

fn taken_apart<'s>(
    offline: &Offline,
    heard: &Heard<'_>,
    transcript: &'s Transcript,
    take: impl Fn(&Offline, &Heard<'_>, &mut Said<'_>, &mut Details) -> bool,
) -> Apart<'s> {
    let words = text::tokens(&transcript.text);
    let said = Said::new(offline.language, &transcript.text, &words);
    taken_from(offline, heard, transcript, said, take)
}

fn taken_from<'s>(
    offline: &Offline,
    heard: &Heard<'_>,
    transcript: &'s Transcript,
    mut said: Said<'_>,
    take: impl Fn(&Offline, &Heard<'_>, &mut Said<'_>, &mut Details) -> bool,
) -> Apart<'s> {
    let mut details = Details::default();
    let answers = take(offline, heard, &mut said, &mut details);
    let touched = said.is_touched();
    if touched {
        said.take_joints();
    }
    let whole = touched && said.only(&[Mark::Courtesy, Mark::And, Mark::Filler]);
    Apart {
        answers: answers || whole && !details.is_empty() && heard.asked.is_some(),
        details,
        rest: Blanked::new(transcript, if touched { said.gone() } else { Vec::new() }),
        whole,
    }
}

/// Takes every detail out; whether what was asked for is among them.
fn take(offline: &Offline, heard: &Heard<'_>, said: &mut Said<'_>, details: &mut Details) -> bool {
    // "Como se escreve" asks for no note.
    if said.len() == 0 || offline.acts.spells(said.tokens) {
        return false;
    }
    let (tokens, question) = (said.tokens, heard.asked);
    let is_act = || offline.acts.recognise_raw(tokens, question).is_some();
    let asked = heard.asked.filter(|_| !is_order(offline, heard, said));
    let heard = &Heard { asked, ..*heard };
    let open = matches!(asked, Some(Asked::Name | Asked::Note | Asked::Street));
    let free = open && !is_act();
    match heard.asked {
        Some(Asked::Note) if free => details.note = notes::answer(said),
        _ => {}
    }
    if details.name.is_some() || details.note.is_some() {
        return true;
    }
    volunteered(offline, heard, said, details, free);
    let behind_name = matches!(asked, Some(Asked::Phone | Asked::IfMissing));
    if behind_name && *details == Details::default() && !is_act() {
        details.name = contact::corrected_name(offline, said);
    }
    if free && asked == Some(&Asked::Name) && details.name.is_none() {
        details.name = contact::answer_name(offline, said);
    }
    answered(heard.asked, details) || unheard(heard, said)
}

/// Everything that is known by the words around it, or by what was asked.
fn volunteered(offline: &Offline, heard: &Heard<'_>, said: &mut Said<'_>, details: &mut Details, free: bool) {
    let asked = heard.asked;
    let text = said.text;
    let tokens = said.tokens;
    let source = |range: Range<usize>| {
        let start = tokens.get(range.start).map_or(0, |token| token.span.start);
        let end = range.end.checked_sub(1).and_then(|last| tokens.get(last));
        text.get(start..end.map_or(start, |token| token.span.end))
            .unwrap_or_default()
    };
    details.note = notes::take(said, asked, &|range| {
        reads_as_order(offline, heard, source(range))
    });
    allergies::take(said, details, &|from, to| {
        let words = tokens.get(from..to).unwrap_or_default();
        let before = tokens.get(..from).unwrap_or_default();
        reading::has_names(offline, before) && reading::has_names(offline, words)
    });
    details.phone = contact::take_phone(said);
    if asked == Some(&Asked::IfMissing) {
        // A number that is put right holds a "two", which is not the second of what was offered.
        details.phone = details.phone.take().or_else(|| contact::take_digits(said));
    }
    details.if_missing = missing::take(said, asked);
    address::take(offline, said, details, asked, free);
    if details.phone.is_none() && asked == Some(&Asked::Phone) {
        details.phone = contact::answer_phone(said);
    }
    details.phone = details.phone.take().or_else(|| contact::take_digits(said));
    details.name = contact::take_name(offline, said, asked.is_some_and(is_about_details));
    details.fulfilment = way::take(said).or(details.fulfilment);
    details.tip = tip::take(said);
    payment::take(said, details, asked);
    details.time = time::take(said, asked);
    details.fulfilment = details.fulfilment.or_else(|| way::alone(said, asked));
}

/// Digits that were asked for and are not as many as they should be are taken away, for they are no quantity.
fn unheard(heard: &Heard<'_>, said: &mut Said<'_>) -> bool {
    if !matches!(heard.asked, Some(Asked::PostalCode | Asked::Phone)) {
        return false;
    }
    let digits = (0..said.len()).find_map(|at| said.digit_string(at, numbers::Joining::Digits));
    let Some(digits) = digits else { return false };
    if digits.digits.len() > 1 {
        said.take(digits.range);
    }
    false
}

/// Whether something on the menu is asked for, whatever the question was; bare words are then no answer to it.
fn is_order(offline: &Offline, heard: &Heard<'_>, said: &Said<'_>) -> bool {
    if said.len() < 2 {
        return false;
    }
    match heard.asked {
        Some(Asked::Note) => {
            reading::has_names(offline, said.tokens) && reads_as_order(offline, heard, said.text)
        }
        Some(asked) if is_about_details(asked) && reading::has_names(offline, said.tokens) => {
            let transcripts = [Transcript::certain(said.text)];
            let transcripts = &transcripts;
            let proposal = reading::read(
                offline,
                &Heard {
                    transcripts,
                    ..*heard
                },
            );
            !proposal.edits.is_empty()
        }
        Some(_) | None => false,
    }
}

/// Whether words are read as an order, or as another act, with certainty.
fn reads_as_order(offline: &Offline, heard: &Heard<'_>, text: &str) -> bool {
    let transcripts = [Transcript::certain(text)];
    let proposal = reading::read(
        offline,
        &Heard {
            transcripts: &transcripts,
            ..*heard
        },
    );
    match proposal.act {
        // Which dish it is for may be open: "no onions".
        Act::Edit => {
            !proposal.edits.is_empty()
                && proposal.unclear.is_empty()
                && proposal.doubts.is_at_most(Doubt::Several)
        }
        Act::Nothing | Act::Greet | Act::Thanks => false,
        _ => true,
    }
}
