//! What became of each word of an utterance, told on request.
//!
//! The stages are those of every reading: they tell a [`Trace`] what they saw, where there is one, and an ordinary reading
//! has none.

mod account;
mod trace;

pub(super) use self::trace::{Trace, Watch};
use super::blanking::Blanked;
use super::{Offline, as_far_as_readable, details, questions, reading};
use crate::interpreter::{Act, Explanation, Heard, Proposal, Transcript};

impl Offline {
    /// Interprets one turn as [`Offline::read`] does, and tells what each word became.
    pub fn explain(&self, heard: &Heard<'_>) -> Explanation {
        let proposal = self.read(heard);
        let Some(transcript) = read_from(heard, &proposal) else {
            return account::of(self, &Transcript::certain(""), &Trace::default(), proposal);
        };
        let mut trace = Trace::default();
        let asked = if is_about_something(&proposal) {
            questions::spans(self, heard, transcript)
        } else {
            Vec::new()
        };
        let without_questions = Blanked::new(transcript, asked.clone());
        let told = if proposal.details.is_empty() {
            Vec::new()
        } else {
            details::spans(self, heard, without_questions.rest())
        };
        let rest = Blanked::new(without_questions.rest(), told.clone());
        if !rest.is_blank() {
            let transcripts = [rest.rest().clone()];
            let heard = Heard {
                transcripts: &transcripts,
                ..*heard
            };
            as_far_as_readable(&heard, |heard| {
                reading::read_watched(self, heard, Some(&mut trace))
            });
        }
        trace.questions(asked);
        trace.details(told);
        account::of(self, transcript, &trace, proposal)
    }

    /// Interprets one turn as [`Offline::read_lines`] does, and tells what each word became.
    pub fn explain_lines(&self, heard: &Heard<'_>) -> Explanation {
        let mut trace = Trace::default();
        let proposal = as_far_as_readable(heard, |heard| details::read_lines(self, heard, Some(&mut trace)));
        let nothing = Transcript::certain("");
        let transcript = read_from(heard, &proposal).unwrap_or(&nothing);
        if !proposal.details.is_empty() {
            trace.details(details::spans_of_way(self, heard, transcript));
        }
        account::of(self, transcript, &trace, proposal)
    }
}

/// The transcript that a reading rests on: the first that holds all the words it quotes.
fn read_from<'h>(heard: &'h Heard<'_>, proposal: &Proposal) -> Option<&'h Transcript> {
    let mut transcripts = heard.transcripts.iter().take(reading::MOST_TRANSCRIPTS);
    let quotes_all = |transcript: &&Transcript| {
        let mut quoted = proposal.edits.iter().map(|edit| &edit.cites);
        quoted.all(|cites| transcript.text.contains(cites.as_str()))
    };
    transcripts.find(quotes_all).or_else(|| heard.transcripts.first())
}

/// Whether a question or the like is among the words.
fn is_about_something(proposal: &Proposal) -> bool {
    let act = matches!(
        proposal.act,
        Act::Ask(_)
            | Act::Complain(_)
            | Act::Usual
            | Act::Person
            | Act::Slower
            | Act::Spell
            | Act::Forget
            | Act::Status
    );
    act || !proposal.also.is_empty()
}
