//! Which of two numbers was heard: transcripts that differ in one number alone, "two or three" in one of them, and a bare
//! number where "how many?" was asked.

use super::atoms::{Atom, atoms};
use super::blanking::{self, Blanked};
use super::lexicon::Role;
use super::text::{Token, tokens};
use super::{Offline, questions, tagging};
use crate::interpreter::{Act, Asked, Certainty, Doubt, Edit, EditKind, Heard, Proposal, Target, Transcript};

/// How near the channel's confidence in a second transcript must be to that in the first to be heard beside it.
const NEAR: f32 = 0.2;

/// Reads one turn; where a number is not settled, [`Proposal::numbers`] holds both.
pub(super) fn read(offline: &Offline, heard: &Heard<'_>) -> Proposal {
    let words = heard.transcripts.first().map(|said| tokens(&said.text));
    if !may_be_counted(heard.asked) {
        return questions::read_words(offline, heard, words);
    }
    let alternatives = words
        .as_ref()
        .and_then(|words| alternatives_said(offline, heard, words));
    if let Some(proposal) = alternatives.or_else(|| heard_both(offline, heard)) {
        return proposal;
    }
    let proposal = questions::read_words(offline, heard, words);
    how_many(offline, heard, &proposal).unwrap_or(proposal)
}

/// Whether a number may be of things, rather than of a house, a time or a sum.
fn may_be_counted(asked: Option<&Asked>) -> bool {
    matches!(
        asked,
        None | Some(
            Asked::AnythingElse | Asked::YesNo | Asked::HowMany | Asked::Choice(_) | Asked::OneOf { .. }
        )
    )
}

/// The number that a word is; an article is one.
fn number(offline: &Offline, token: &Token) -> Option<u32> {
    let article = offline
        .phrases
        .roles(&token.text)
        .is_some_and(|roles| roles.contains(&Role::Article));
    offline
        .phrases
        .number(&token.text)
        .or((article && offline.lexicon.article_counts).then_some(1))
}

/// "Two or three guaranás": read with the first, and both kept.
fn alternatives_said(offline: &Offline, heard: &Heard<'_>, words: &[Token]) -> Option<Proposal> {
    let said = heard.transcripts.first()?;
    let (one, other, gone) = words.windows(3).find_map(|window| {
        let [first, or, second] = window else { return None };
        offline
            .phrases
            .roles(&or.text)
            .filter(|roles| roles.contains(&Role::Or))?;
        let (one, other) = (number(offline, first)?, number(offline, second)?);
        (one != other).then_some((one, other, or.span.start..second.span.end))
    })?;
    let blanked = Blanked::new(said, [gone]);
    let transcripts = [blanked.rest().clone()];
    let with_first = Heard {
        transcripts: &transcripts,
        ..*heard
    };
    let mut proposal = questions::read(offline, &with_first);
    proposal = how_many(offline, &with_first, &proposal).unwrap_or(proposal);
    if !proposal.edits.iter().any(|edit| quantity(&edit.kind) == one) {
        return None;
    }
    blanking::restore(&mut proposal, &[&blanked]);
    Some(unsettled(proposal, one, other))
}

/// The first transcript, where the second is as likely and differs from it in one number.
fn heard_both(offline: &Offline, heard: &Heard<'_>) -> Option<Proposal> {
    let [first, second, ..] = heard.transcripts else {
        return None;
    };
    let near = match (first.confidence, second.confidence) {
        (Some(one), Some(other)) => (one - other).abs() <= NEAR,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    if !near {
        return None;
    }
    let alone = |transcript: &Transcript| {
        let transcripts = [transcript.clone()];
        let heard = Heard {
            transcripts: &transcripts,
            ..*heard
        };
        let proposal = questions::read(offline, &heard);
        how_many(offline, &heard, &proposal).unwrap_or(proposal)
    };
    let (one, other) = (alone(first), alone(second));
    let (least, most) = differ_in_one_number(&one, &other)?;
    Some(unsettled(one, least, most))
}

fn unsettled(mut proposal: Proposal, one: u32, other: u32) -> Proposal {
    proposal.numbers = vec![one, other];
    proposal.certainty = Certainty::Unsure;
    proposal.doubts.add(Doubt::Number);
    proposal
}

/// The two numbers, where readings are the same but for one of their quantities.
fn differ_in_one_number(one: &Proposal, other: &Proposal) -> Option<(u32, u32)> {
    let same = one.act == other.act
        && one.edits.len() == other.edits.len()
        && one.details == other.details
        && one.about == other.about
        && one.off_menu == other.off_menu
        && one.unclear.len() == other.unclear.len();
    if !same {
        return None;
    }
    let mut numbers = None;
    for (one, other) in one.edits.iter().zip(&other.edits) {
        if without_quantity(&one.kind) != without_quantity(&other.kind) {
            return None;
        }
        let pair = (quantity(&one.kind), quantity(&other.kind));
        if pair.0 != pair.1 && numbers.replace(pair).is_some() {
            return None;
        }
    }
    numbers
}

/// How many an edit is for; one where no number was said.
fn quantity(kind: &EditKind) -> u32 {
    match kind {
        EditKind::Add(wish) | EditKind::Replace { wish, .. } => wish.quantity.unwrap_or(1),
        EditKind::Remove { quantity, .. } => quantity.unwrap_or(1),
        EditKind::SetQuantity { quantity, .. } | EditKind::Again { quantity, .. } => *quantity,
        EditKind::Modify { change, .. } => change.quantity.unwrap_or(1),
    }
}

/// An edit as it is whatever its number.
fn without_quantity(kind: &EditKind) -> EditKind {
    let mut kind = kind.clone();
    match &mut kind {
        EditKind::Add(wish) | EditKind::Replace { wish, .. } => wish.quantity = None,
        EditKind::Remove { quantity, .. } => *quantity = None,
        EditKind::SetQuantity { quantity, .. } | EditKind::Again { quantity, .. } => *quantity = 1,
        EditKind::Modify { change, .. } => change.quantity = None,
    }
    kind
}

/// A bare number after "how many?" is how many of the line, whether or not the draft holds one yet.
fn how_many(offline: &Offline, heard: &Heard<'_>, proposal: &Proposal) -> Option<Proposal> {
    if heard.asked != Some(&Asked::HowMany) || !matches!(proposal.act, Act::Edit | Act::Nothing) {
        return None;
    }
    let names = proposal.edits.iter().any(|edit| {
        !matches!(
            edit.kind,
            EditKind::SetQuantity {
                target: Target::Last,
                ..
            }
        )
    });
    let said = heard.transcripts.first().filter(|_| !names)?;
    let words = tokens(&said.text);
    let pieces = tagging::pieces(offline, &words);
    let all = atoms(offline, &words, pieces);
    let numbers: Vec<(&Atom, u32)> = all
        .iter()
        .filter_map(|atom| Some((atom, atom.number?.value)))
        .collect();
    let [(atom, quantity)] = numbers.as_slice() else {
        return None;
    };
    let (first, last) = (words.get(atom.from)?, words.get(atom.to.checked_sub(1)?)?);
    let kind = EditKind::SetQuantity {
        target: Target::Last,
        quantity: *quantity,
    };
    let cites = said.text.get(first.span.start..last.span.end)?.to_owned();
    let certain = proposal.off_menu.is_empty() && proposal.unclear.is_empty();
    let certainty = if certain {
        Certainty::Certain
    } else {
        Certainty::Unsure
    };
    Some(Proposal {
        edits: vec![Edit { kind, cites }],
        details: proposal.details.clone(),
        ..Proposal::of(Act::Edit, certainty)
    })
}
