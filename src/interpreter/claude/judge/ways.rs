//! How an order is got and paid, as far as an answer says so. Addresses, names and numbers are none of this: those are
//! read by code alone.

use super::cites::Cited;
use super::{Judging, MOST_LISTED, Refused};
use crate::interpreter::claude::tool::{Said, Understood, Way};
use crate::interpreter::offline::folded_words;
use crate::interpreter::{Details, Heard, Proposal, Transcript};
use crate::order::{AddressParts, Fulfilment, Method};

impl Judging<'_> {
    /// Takes what the offline reading found beside lines, and what the answer adds to it.
    pub(super) fn take_ways(
        &self,
        understood: &Understood,
        cited: &Cited<'_>,
        proposal: &mut Proposal,
        refused: &mut Vec<Refused>,
    ) {
        proposal.details = self.own.details.clone();
        for said in understood.getting.iter().take(MOST_LISTED) {
            let Ok(said) = serde_json::from_value::<Said>(said.clone()) else {
                refused.push(Refused::Malformed);
                continue;
            };
            let Some(words) = cited.span(&said.cites).and_then(|span| cited.text().get(span)) else {
                refused.push(Refused::NoWords);
                continue;
            };
            // What code has read itself stands.
            let known = &proposal.details;
            let named = self.read_alone(words).details;
            match fulfilment_or_method(said.what) {
                (Some(way), _) if known.fulfilment.is_none() => match named.fulfilment == Some(way) {
                    true => proposal.details.fulfilment = Some(way),
                    false => proposal.doubted.fulfilment = Some(way),
                },
                (_, Some(method)) if known.method.is_none() => match named.method == Some(method) {
                    true => proposal.details.method = Some(method),
                    false => proposal.doubted.method = Some(method),
                },
                _ => {}
            }
        }
    }

    /// Whether words are those of a name, an address or a note, which may hold anything.
    pub(super) fn is_detail(&self, words: &str) -> bool {
        let Details {
            address, name, note, ..
        } = &self.own.details;
        let AddressParts {
            street,
            number,
            complement,
            landmark,
            postal_code: _,
        } = address;
        let texts = [name, note, street, number, complement, landmark];
        let words = folded_words(words);
        let holds = |all: &[String], some: &[String]| {
            !some.is_empty() && all.windows(some.len()).any(|window| window == some)
        };
        texts.into_iter().flatten().any(|text| {
            let text = folded_words(text);
            holds(&text, &words) || holds(&words, &text)
        })
    }

    /// What code reads in these words, by themselves.
    pub(super) fn read_alone(&self, words: &str) -> Proposal {
        let transcripts = [Transcript::certain(words)];
        let alone = Heard {
            transcripts: &transcripts,
            ..*self.heard
        };
        self.offline.read(&alone)
    }
}

fn fulfilment_or_method(way: Way) -> (Option<Fulfilment>, Option<Method>) {
    match way {
        Way::Delivery => (Some(Fulfilment::Delivery), None),
        Way::Pickup => (Some(Fulfilment::Pickup), None),
        Way::Cash => (None, Some(Method::Cash)),
        Way::Card => (None, Some(Method::Card)),
        Way::Pix => (None, Some(Method::Pix)),
    }
}
