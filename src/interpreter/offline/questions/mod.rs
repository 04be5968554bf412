//! Questions, complaints and wishes about the service, read apart from what is ordered.
//!
//! Each is found by a frame of the lexicon ("how much is …"); its words are blanked out before the rest is read, so that
//! "a coke, and how much is the flan?" orders one thing and asks about another. Nothing here answers.

mod counted;
mod following;
pub(super) mod frame;
mod laying;
pub(super) mod leads;
pub(super) mod naming;
pub(super) mod ordered;
mod places;
mod search;
mod settling;
pub(super) mod topics;

use self::search::{Found, Said};
use self::settling::Settled;
pub(super) use self::settling::asks_for_it;
use super::blanking::{self, Blanked};
use super::heard_words::HeardWords;
use super::text::{Token, tokens};
use super::{Offline, details};
use crate::interpreter::{
    About, Act, Asked, Certainty, ComplaintKind, Details, Heard, Hint, Proposal, Question, QuestionKind,
    Transcript,
};

/// The most transcripts that are looked at for a question.
const MOST_TRANSCRIPTS: usize = 3;
/// The channel's confidence below which nothing is certain.
const LEAST_CONFIDENCE: f32 = 0.5;

/// Reads one turn: questions apart, then everything else.
pub(super) fn read(offline: &Offline, heard: &Heard<'_>) -> Proposal {
    let words = heard.transcripts.first().map(|said| tokens(&said.text));
    read_words(offline, heard, words)
}

/// The same, where the first transcript's words are known.
pub(super) fn read_words(offline: &Offline, heard: &Heard<'_>, words: Option<Vec<Token>>) -> Proposal {
    about_an_order(offline, heard, read_turn(offline, heard, words))
}

/// "Where's my pizza?" is about the order that has it, "spell capricciosa" about the dish.
fn about_an_order(offline: &Offline, heard: &Heard<'_>, proposal: Proposal) -> Proposal {
    let nothing_named = proposal.about == About::default();
    let Some(transcript) = heard.transcripts.first().filter(|_| nothing_named) else {
        return proposal;
    };
    if !matches!(proposal.act, Act::Status | Act::Cancel | Act::Spell) {
        return proposal;
    }
    let About { items, options, .. } =
        naming::about(offline, heard, &transcript.text, &tokens(&transcript.text));
    // Of a kind nothing is told apart: "my lunch" is whatever was ordered.
    let about = About {
        items,
        options,
        ..About::default()
    };
    Proposal { about, ..proposal }
}

fn read_turn(offline: &Offline, heard: &Heard<'_>, words: Option<Vec<Token>>) -> Proposal {
    if !may_ask(heard) {
        return complained(offline, heard, details::read(offline, heard));
    }
    let words = words.map(|raw| HeardWords::of(offline, heard.asked, raw));
    let following = words
        .as_ref()
        .and_then(|words| following::read(offline, heard, &words.cleaned));
    if let Some(proposal) = following {
        return proposal;
    }
    // "If something's missing, call me" complains of nothing: words that are details to the last one ask nothing.
    let first_apart = words
        .as_ref()
        .and_then(|words| details::first_apart(offline, heard, &words.raw));
    if let Some(told) = first_apart
        .as_ref()
        .and_then(|apart| details::alone_in(heard, apart))
    {
        // "It's been an hour" tells no time to come.
        let only_a_time = Details {
            time: None,
            ..told.details.clone()
        }
        .is_empty();
        let first = heard.transcripts.first().filter(|_| only_a_time);
        let complained = first
            .zip(words.as_ref())
            .and_then(|(transcript, words)| asked_of(offline, heard, transcript, words, true));
        return complained
            .filter(|proposal| matches!(proposal.act, Act::Complain(_) | Act::Status))
            .unwrap_or(told);
    }
    // "Do you have flan? I'll take two" asks for them.
    let words =
        words.filter(|words| !ordered::as_order(offline, &words.cleaned).is_some_and(|order| order.of_it));
    if let Some(proposal) = heard
        .transcripts
        .first()
        .zip(words.as_ref())
        .and_then(|(transcript, words)| asked_of(offline, heard, transcript, words, false))
    {
        return proposal;
    }
    let proposal = details::read_after(offline, heard, (words, first_apart));
    if proposal.act == Act::Nothing && proposal.is_bare() {
        let others = heard.transcripts.iter().take(MOST_TRANSCRIPTS).skip(1);
        let found = others
            .filter_map(|transcript| asked(offline, heard, transcript))
            .next();
        if let Some(mut found) = found {
            found.certainty = Certainty::Unsure;
            return found;
        }
    }
    complained(offline, heard, proposal)
}

/// Whether a question may be among the words: not where whatever is said is the answer, or a line is to be changed.
fn may_ask(heard: &Heard<'_>) -> bool {
    let free = matches!(heard.asked, Some(Asked::Note | Asked::Name | Asked::Street));
    !free && !matches!(heard.hint, Some(Hint::Remove | Hint::Change))
}

/// The question that a transcript asks, with whatever else it says.
fn asked(offline: &Offline, heard: &Heard<'_>, transcript: &Transcript) -> Option<Proposal> {
    let words = HeardWords::of(offline, heard.asked, tokens(&transcript.text));
    asked_of(offline, heard, transcript, &words, false)
}

/// The frames that fit words, as they were heard or else cleaned.
fn search<'a>(offline: &'a Offline, words: &'a HeardWords) -> Option<(Said<'a>, Vec<Found>)> {
    let HeardWords { raw, cleaned, .. } = words;
    // Where nothing was to be cleaned, the same words are not searched again.
    let cleaned = (cleaned != raw).then_some(cleaned);
    [Some(raw), cleaned].into_iter().flatten().find_map(|tokens| {
        let said = Said::new(offline, tokens);
        let found = said.search();
        (!found.is_empty()).then_some((said, found))
    })
}

/// The same, even where its words would tell something besides lines.
fn asked_of(
    offline: &Offline,
    heard: &Heard<'_>,
    transcript: &Transcript,
    words: &HeardWords,
    even_if_told: bool,
) -> Option<Proposal> {
    let HeardWords { raw, cleaned, act } = words;
    let is_act = || offline.acts.recognise_raw(cleaned, heard.asked).is_some();
    if act.is_some() || cleaned.len() != raw.len() && is_act() {
        return None;
    }
    let (said, found) = search(offline, words)?;
    let mut settled: Vec<(Settled, &Found)> = found
        .iter()
        .filter_map(|found| {
            Some((
                settling::settle(offline, heard, &transcript.text, &said, found)?,
                found,
            ))
        })
        .collect();
    settled.sort_by_key(|(settled, _)| std::cmp::Reverse(weight(settled.act)));
    let blanked = blanked(transcript, &said, settled.iter().map(|(_, found)| *found));
    let mut settled = settled.into_iter().map(|(settled, _)| settled);
    let first = settled.next()?;
    let also: Vec<Question> = settled.filter_map(question).collect();
    let takes_details = !even_if_told
        && !matches!(
            first.act,
            Act::Ask(QuestionKind::Allergens | QuestionKind::Delivery)
        );
    // "It's been an hour" is no hour of the clock.
    let waited = matches!(first.act, Act::Complain(ComplaintKind::Late) | Act::Status);
    if takes_details && details::lost(offline, heard, transcript, blanked.rest(), waited) {
        return None;
    }
    let proposal = with_rest(offline, heard, transcript, first, &blanked);
    Some(Proposal { also, ..proposal })
}

/// Where a transcript asks something, as ranges of bytes.
pub(super) fn spans(
    offline: &Offline,
    heard: &Heard<'_>,
    transcript: &Transcript,
) -> Vec<std::ops::Range<usize>> {
    let words = HeardWords::of(offline, heard.asked, tokens(&transcript.text));
    let Some((said, found)) = search(offline, &words) else {
        return Vec::new();
    };
    let settles = |found: &&Found| settling::settle(offline, heard, &transcript.text, &said, found).is_some();
    blanked(transcript, &said, found.iter().filter(settles)).gone()
}

/// What is settled, as a question beside another.
fn question(settled: Settled) -> Option<Question> {
    let Act::Ask(kind) = settled.act else { return None };
    Some(Question {
        kind,
        about: settled.about,
    })
}

/// Of several things in one breath, the one that is heard first.
fn weight(act: Act) -> u8 {
    match act {
        Act::Person | Act::Forget => 3,
        Act::Complain(_) => 2,
        Act::Usual => 1,
        _ => 0,
    }
}

/// The transcript without the words of what was found.
fn blanked<'s, 'f>(
    transcript: &'s Transcript,
    said: &Said<'_>,
    found: impl Iterator<Item = &'f Found>,
) -> Blanked<'s> {
    let gone = found.filter_map(|found| {
        let first = said.tokens.get(found.range.start)?;
        let last = said.tokens.get(found.range.end.saturating_sub(1))?;
        Some(first.span.start..last.span.end)
    });
    Blanked::new(transcript, gone)
}

/// What is said around the questions.
fn rest(offline: &Offline, heard: &Heard<'_>, blanked: &Blanked<'_>) -> Proposal {
    if blanked.is_blank() {
        return Proposal::of(Act::Nothing, Certainty::Certain);
    }
    let transcripts = [blanked.rest().clone()];
    let mut proposal = details::read(
        offline,
        &Heard {
            transcripts: &transcripts,
            ..*heard
        },
    );
    blanking::restore(&mut proposal, &[blanked]);
    proposal
}

/// What was asked, with what the rest of the words says.
fn with_rest(
    offline: &Offline,
    heard: &Heard<'_>,
    transcript: &Transcript,
    settled: Settled,
    blanked: &Blanked<'_>,
) -> Proposal {
    let mut proposal = rest(offline, heard, blanked);
    counted::of_what_was_asked(offline, &settled, &mut proposal);
    let sure = transcript
        .confidence
        .is_none_or(|confidence| confidence >= LEAST_CONFIDENCE);
    let read_all =
        proposal.certainty == Certainty::Certain || proposal.act == Act::Nothing && proposal.is_bare();
    proposal.certainty = if sure && read_all && settled.sure {
        Certainty::Certain
    } else {
        Certainty::Unsure
    };
    if gives_way(proposal.act) {
        proposal.act = settled.act;
        proposal.about = settled.about;
    }
    if settled.address.is_some() && proposal.details.address == Default::default() {
        proposal.details.address = settled.address.unwrap_or_default();
    }
    if settled.allergic {
        proposal
            .details
            .allergies
            .extend(proposal.about.allergens.clone());
        proposal.details.allergies.sort_unstable();
        proposal.details.allergies.dedup();
        proposal
            .off_menu
            .retain(|words| !offline.topics.allergic(&tokens(words)));
    }
    proposal
}

/// Whether what the rest of the words do gives way to a question beside it; "where is it?" and the like do not.
fn gives_way(act: Act) -> bool {
    match act {
        Act::Edit
        | Act::Yes
        | Act::No
        | Act::Done
        | Act::Greet
        | Act::Thanks
        | Act::HoldOn
        | Act::Menu
        | Act::Review
        | Act::Repeat
        | Act::Help
        | Act::Continue
        | Act::Ask(_)
        | Act::Complain(_)
        | Act::Usual
        | Act::Nothing => true,
        Act::Status
        | Act::Cancel
        | Act::StartOver
        | Act::Person
        | Act::Slower
        | Act::Spell
        | Act::Forget
        | Act::Stop => false,
    }
}

/// What is said after "what's wrong with it?" is the complaint, whatever it says.
fn complained(offline: &Offline, heard: &Heard<'_>, proposal: Proposal) -> Proposal {
    if heard.asked != Some(&Asked::Complaint) {
        return proposal;
    }
    let words = heard
        .transcripts
        .first()
        .map(|transcript| tokens(&transcript.text));
    let Some(words) = words else { return proposal };
    if !matches!(proposal.act, Act::Edit | Act::Nothing) || words.is_empty() {
        return proposal;
    }
    let text = heard
        .transcripts
        .first()
        .map_or("", |transcript| transcript.text.as_str());
    let mut about = naming::about(offline, heard, text, &words);
    about.off_menu.clear();
    let named = !about.items.is_empty() || !about.options.is_empty() || about.category.is_some();
    let kind = offline.topics.complaint(&words);
    // Noise is no complaint; a bare name is of something that is missing or wrong, which the shop finds out.
    if kind.is_none() && !named && words.len() < 2 {
        return proposal;
    }
    Proposal {
        about,
        ..Proposal::of(
            Act::Complain(kind.unwrap_or(ComplaintKind::Other)),
            Certainty::Unsure,
        )
    }
}
