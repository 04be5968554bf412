//! The journal of turns, where the shop has opted in: what was said, without what is private in it, and what was made of it.
//!
//! A turn is noted in the transaction that ends it: one more item that has no condition, so that it can neither be there
//! without its turn nor make one fail, and costs no second round trip. What is private is left out before anything is
//! written: addresses, names, numbers, payment, complaints; rather too much than too little.

mod left_out;
mod names;

use sha2::{Digest, Sha256};

use self::left_out::{known, names_private, without_known, without_numbers};
use self::names::{act_name, kind, wish};
use super::scene::{Pending, Scene};
use super::{Turn, Wanted};
use crate::app::records::{NotedTurn, TurnOutcome};
use crate::interpreter::{Act, Asked, Certainty, Details, Proposal, Reader};

/// The most words that were not known which are kept of a turn.
const MOST_UNKNOWN: usize = 8;

/// How words were read.
#[derive(Debug, Clone)]
pub(super) struct ReadAs {
    words: Option<String>,
    private: bool,
    by: Reader,
    act: &'static str,
    outcome: TurnOutcome,
    unknown: Vec<String>,
}

impl ReadAs {
    /// Words that hold a card's number, of which nothing is kept.
    pub(super) fn card() -> Self {
        Self {
            words: None,
            private: true,
            by: Reader::Grammar,
            act: "card",
            outcome: TurnOutcome::Understood,
            unknown: Vec::new(),
        }
    }

    /// Words as they were read, with the question that was open.
    pub(super) fn of(words: &str, asked: Option<&Asked>, proposal: &Proposal) -> Self {
        let private = is_private(words, asked, proposal);
        let cited = || {
            let cites = proposal.edits.iter().map(|edit| edit.cites.as_str());
            cites
                .filter(|cited| !names_private(cited))
                .collect::<Vec<_>>()
                .join(" … ")
        };
        let kept = match private {
            false => words.to_owned(),
            true if is_complaint(asked, proposal) => String::new(),
            true => cited(),
        };
        let left_over = || {
            let unclear = proposal.unclear.iter().map(|unclear| &unclear.words);
            let off = proposal.off_menu.iter().chain(&proposal.about.off_menu);
            unclear
                .chain(off)
                .map(|words| without_numbers(words))
                .collect::<Vec<_>>()
        };
        let mut unknown = if private { Vec::new() } else { left_over() };
        unknown.truncate(MOST_UNKNOWN);
        let kept = without_numbers(&kept);
        Self {
            words: Some(kept).filter(|kept| kept.contains(char::is_alphanumeric)),
            private,
            by: proposal.by,
            act: act_name(proposal.act),
            outcome: outcome(proposal),
            unknown,
        }
    }
}

fn outcome(proposal: &Proposal) -> TurnOutcome {
    let open = !proposal.off_menu.is_empty() || !proposal.unclear.is_empty() || !proposal.doubted.is_empty();
    if proposal.act == Act::Nothing && proposal.details.is_empty() {
        TurnOutcome::Missed
    } else if open || proposal.certainty != Certainty::Certain {
        TurnOutcome::Partly
    } else {
        TurnOutcome::Understood
    }
}

fn is_complaint(asked: Option<&Asked>, proposal: &Proposal) -> bool {
    matches!(asked, Some(Asked::Complaint | Asked::Note)) || matches!(proposal.act, Act::Complain(_))
}

/// Whether words speak of what is nobody else's to know.
fn is_private(words: &str, asked: Option<&Asked>, proposal: &Proposal) -> bool {
    let asked_for = asked.is_some_and(|asked| asked.is_private() || *asked == Asked::Payment);
    let Details {
        fulfilment: _,
        time: _,
        if_missing: _,
        address,
        which_address,
        method,
        change,
        tip,
        name,
        phone,
        note,
        allergies,
        remember,
    } = &proposal.details;
    let said = !address.is_empty()
        || which_address.is_some()
        || method.is_some()
        || change.is_some()
        || tip.is_some()
        || name.is_some()
        || phone.is_some()
        || note.is_some()
        || !allergies.is_empty()
        || remember.is_some();
    asked_for || said || is_complaint(asked, proposal) || names_private(words)
}

/// The turn as it is kept, at its end; none where the shop keeps none. `asked` is the question that was open before it.
pub(super) fn turn(scene: &Scene<'_>, turn: &Turn, asked: Option<&Pending>) -> Option<NotedTurn> {
    if scene.menu.shop.keep.turns == 0 {
        return None;
    }
    let read = scene.read_as.clone();
    let known = known(scene);
    let blanked = |words: String| without_known(&words, &known);
    let (words, hint, wish) = match &turn.wanted {
        Wanted::Said { hint, .. } => (read.as_ref().and_then(|read| read.words.clone()), *hint, None),
        other => (None, None, Some(wish(other))),
    };
    let heard_nothing = matches!(turn.wanted, Wanted::NotUnderstood | Wanted::Silence);
    Some(NotedTurn {
        talk: talk(turn),
        at: scene.app.clock.now(),
        language: scene.phrases.language,
        channel: turn.channel.name().to_owned(),
        opens: turn.new_session,
        words: words.map(&blanked),
        hint: hint.map(Into::into),
        wish: wish.map(str::to_owned),
        private: read.as_ref().is_some_and(|read| read.private),
        asked: asked.and_then(kind),
        by: read.as_ref().map_or(Reader::Channel, |read| read.by),
        act: read.as_ref().map(|read| read.act.to_owned()),
        outcome: match &read {
            Some(read) => read.outcome,
            None if heard_nothing => TurnOutcome::Missed,
            None => TurnOutcome::Understood,
        },
        unknown: read
            .map(|read| read.unknown)
            .unwrap_or_default()
            .into_iter()
            .map(&blanked)
            .filter(|words| words.contains(char::is_alphanumeric))
            .collect(),
        asks: scene.customer.value.pending.as_ref().and_then(kind),
        lines: scene.draft().map_or(0, |draft| draft.lines.len()),
        placed: scene.is_placing(),
    })
}

/// The name of a talk: the same for all turns of a customer's session, and nothing by which anybody is known.
fn talk(turn: &Turn) -> String {
    let session = turn.session.as_deref().unwrap_or_default();
    let hash = Sha256::digest(format!("{}\n{session}", turn.customer));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_private_is_known_by_its_words_where_nothing_was_read() {
        for private in [
            "my name is Ana Lima",
            "moro na esquina",
            "Rua das Flores",
            "send it to ana@example.com",
            "I'm Ana",
            "o nome é Ana",
            "it's on Maple Street",
        ] {
            let nothing = Proposal::of(Act::Nothing, Certainty::Unsure);
            let read = ReadAs::of(private, None, &nothing);
            assert!(read.private && read.words.is_none(), "{private}: {read:?}");
        }
        let nothing = Proposal::of(Act::Nothing, Certainty::Unsure);
        let read = ReadAs::of("do you have a bobo thing", None, &nothing);
        assert_eq!(read.words.as_deref(), Some("do you have a bobo thing"));
        assert_eq!(read.outcome, TurnOutcome::Missed);
        for asked in [
            Asked::Street,
            Asked::Name,
            Asked::Phone,
            Asked::Payment,
            Asked::Complaint,
            Asked::Note,
        ] {
            let read = ReadAs::of("whatever", Some(&asked), &nothing);
            assert!(read.private && read.words.is_none(), "{asked:?}");
        }
    }
}
