//! "For pickup", "para entrega": how the food is to reach the customer, heard apart from what is ordered.
//!
//! The words are blanked out before the order is read, so that none of them is taken for food.

use super::text::{self, Token};
use super::{Offline, reading};
use crate::interpreter::{Act, Heard, Proposal, Transcript};
use crate::order::{Fulfilment, Language};

/// Reads one turn: the way apart, then everything else.
pub(super) fn read(offline: &Offline, heard: &Heard<'_>) -> Proposal {
    let apart = |transcript: &Transcript| {
        let (way, text) = taken_out(offline.language, &transcript.text);
        (
            way,
            Transcript {
                text,
                ..transcript.clone()
            },
        )
    };
    let (ways, transcripts): (Vec<Option<Fulfilment>>, Vec<Transcript>) = heard
        .transcripts
        .iter()
        .take(reading::MOST_TRANSCRIPTS)
        .map(apart)
        .unzip();
    let mut proposal = reading::read(
        offline,
        &Heard {
            transcripts: &transcripts,
            ..*heard
        },
    );
    proposal.details.fulfilment = ways.first().copied().flatten();
    if proposal.details.fulfilment.is_some() && proposal.act == Act::Nothing {
        proposal.act = Act::Edit;
    }
    for edit in &mut proposal.edits {
        edit.cites = verbatim(&edit.cites, &transcripts, heard.transcripts);
    }
    proposal
}

/// Words cited from a text with blanks in it, as they stand in the transcript.
fn verbatim(cites: &str, blanked: &[Transcript], said: &[Transcript]) -> String {
    if cites.trim().is_empty() {
        // What rests on no one word rests on all of them.
        return said
            .first()
            .map(|said| said.text.trim().to_owned())
            .unwrap_or_default();
    }
    let found = blanked.iter().zip(said).find_map(|(blanked, said)| {
        let start = blanked.text.find(cites)?;
        said.text.get(start..start + cites.len())
    });
    found.unwrap_or(cites).to_owned()
}

/// What a language calls each way; bare words count only where nothing else is said.
struct Ways {
    pickup: &'static [&'static str],
    delivery: &'static [&'static str],
    bare_pickup: &'static [&'static str],
    bare_delivery: &'static [&'static str],
    courtesies: &'static [&'static str],
}

const EN_US: Ways = Ways {
    pickup: &[
        "for pickup",
        "for pick up",
        "for takeout",
        "for take out",
        "for takeaway",
        "to go",
        "to pick up",
        "ill pick it up",
        "i will pick it up",
        "ill pick them up",
        "ill come get it",
        "ill come and get it",
        "ill collect it",
    ],
    delivery: &[
        "for delivery",
        "to be delivered",
        "have it delivered",
        "get it delivered",
        "deliver it",
        "bring it here",
        "bring it to me",
        "delivered to my door",
    ],
    bare_pickup: &["pickup", "pick up", "takeout", "take out", "takeaway"],
    bare_delivery: &["delivery", "delivered"],
    courtesies: &[
        "please", "thanks", "ok", "okay", "actually", "make", "it", "change", "to", "thats", "and", "no",
    ],
};

const PT_BR: Ways = Ways {
    pickup: &[
        "para retirada",
        "pra retirada",
        "para retirar",
        "pra retirar",
        "vou retirar",
        "eu retiro",
        "vou buscar",
        "eu busco",
        "vou pegar ai",
        "vou pegar no balcao",
        "retirar no balcao",
        "retirada no balcao",
        "para viagem",
        "pra viagem",
        "para levar",
        "pra levar",
    ],
    delivery: &[
        "para entrega",
        "pra entrega",
        "para entregar",
        "pra entregar",
        "entregar em casa",
        "entrega em casa",
        "entregue em casa",
        "manda entregar",
        "traz aqui em casa",
    ],
    bare_pickup: &["retirada", "retirar", "busco", "retiro"],
    bare_delivery: &["entrega", "entregar", "delivery"],
    courtesies: &[
        "por", "favor", "obrigado", "obrigada", "ok", "na", "verdade", "muda", "e", "nao",
    ],
};

/// The way that a text names, if it names one, and the text with those words blanked out. Bytes keep their places.
pub(super) fn taken_out(language: Language, text: &str) -> (Option<Fulfilment>, String) {
    let ways = match language {
        Language::EnUs => &EN_US,
        Language::PtBr => &PT_BR,
    };
    let tokens = text::tokens(text);
    let found = [
        (Fulfilment::Pickup, ways.pickup),
        (Fulfilment::Delivery, ways.delivery),
    ]
    .into_iter()
    .flat_map(|(way, names)| names.iter().map(move |name| (way, *name)))
    .filter_map(|(way, name)| Some((find(&tokens, name)?, way)))
    .max_by_key(|(place, _)| (place.end, place.len()))
    .or_else(|| bare(ways, &tokens));
    match found {
        Some((place, way)) => (Some(way), blanked(text, tokens.get(place).unwrap_or_default())),
        None => (None, text.to_owned()),
    }
}

/// Where a phrase stands among the words.
fn find(tokens: &[Token], phrase: &str) -> Option<std::ops::Range<usize>> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let at = tokens
        .windows(words.len())
        .rposition(|window| window.iter().map(|t| t.text.as_str()).eq(words.iter().copied()))?;
    Some(at..at + words.len())
}

/// A bare word, where nothing is said beside it but courtesies.
fn bare(ways: &Ways, tokens: &[Token]) -> Option<(std::ops::Range<usize>, Fulfilment)> {
    let mut names = [
        (Fulfilment::Pickup, ways.bare_pickup),
        (Fulfilment::Delivery, ways.bare_delivery),
    ]
    .into_iter()
    .flat_map(|(way, names)| names.iter().map(move |name| (way, *name)));
    names.find_map(|(way, name)| {
        let place = find(tokens, name)?;
        let beside = tokens.iter().enumerate().filter(|(at, _)| !place.contains(at));
        let alone = beside
            .map(|(_, token)| token.text.as_str())
            .all(|word| ways.courtesies.contains(&word));
        alone.then_some((0..tokens.len(), way))
    })
}

fn blanked(text: &str, tokens: &[Token]) -> String {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return text.to_owned();
    };
    let gone = first.span.start..last.span.end;
    let mut blanked = text.to_owned();
    blanked.replace_range(gone.clone(), &" ".repeat(gone.len()));
    blanked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_heard_apart_from_food() {
        use Fulfilment::{Delivery, Pickup};
        let check = |language, said: &str, way, left: &str| {
            let (found, text) = taken_out(language, said);
            assert_eq!((found, text.trim()), (way, left), "{said}");
            assert_eq!(text.len(), said.len());
        };
        check(Language::EnUs, "a soup for pickup", Some(Pickup), "a soup");
        check(Language::EnUs, "I'll pick it up", Some(Pickup), "");
        check(
            Language::EnUs,
            "two soups to go please",
            Some(Pickup),
            "two soups       please",
        );
        check(
            Language::EnUs,
            "for pickup, no, for delivery",
            Some(Delivery),
            "for pickup, no,",
        );
        check(Language::EnUs, "delivery please", Some(Delivery), "");
        check(
            Language::EnUs,
            "where is my delivery",
            None,
            "where is my delivery",
        );
        check(Language::PtBr, "uma sopa pra retirada", Some(Pickup), "uma sopa");
        check(Language::PtBr, "vou buscar", Some(Pickup), "");
        check(Language::PtBr, "entrega por favor", Some(Delivery), "");
        check(Language::PtBr, "cadê minha entrega", None, "cadê minha entrega");
        check(Language::PtBr, "retirar no balcão", Some(Pickup), "");
    }
}
