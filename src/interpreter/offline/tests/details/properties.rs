//! What holds for any words whatever, whatever was asked.

use proptest::prelude::*;

use super::super::super::details::{digits_are_foreseen, told};
use super::super::{Around, offline, read, utterances};
use crate::interpreter::{Asked, Heard, Transcript};
use crate::order::{AddressParts, Draft, Getting, Language};

const ASKED: [Option<Asked>; 15] = [
    None,
    Some(Asked::AnythingElse),
    Some(Asked::YesNo),
    Some(Asked::Fulfilment),
    Some(Asked::PostalCode),
    Some(Asked::Street),
    Some(Asked::HouseNumber),
    Some(Asked::Address),
    Some(Asked::Payment),
    Some(Asked::Change),
    Some(Asked::Name),
    Some(Asked::Phone),
    Some(Asked::IfMissing),
    Some(Asked::Time),
    Some(Asked::Note),
];

/// Words of details in any order, which reach further than letters at random.
fn babble() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "deliver to",
        "62",
        "maple",
        "street",
        "rua",
        "das flores",
        "meia",
        "dois",
        "cinquenta",
        "e",
        "and",
        "mil",
        "cento",
        "hundred",
        "a",
        "double",
        "oh",
        "apartment",
        "apê",
        "bloco",
        "b",
        "next to",
        "perto da",
        "at",
        "às",
        "seven",
        "sete",
        "half past",
        "e meia",
        "pm",
        "da noite",
        "in",
        "daqui a",
        "hora",
        "minutes",
        "cash",
        "troco pra",
        "change for",
        "R$",
        "$",
        "20.50",
        "%",
        "tip",
        "gorjeta",
        "my name is",
        "ana",
        "me liga no",
        "call me",
        "se faltar",
        "tell them",
        "avisa que",
        "allergic to",
        "peanuts",
        "alergia a",
        "leite",
        "remember that",
        "no",
        "não",
        "or",
        ",",
        ".",
        "?",
        "#",
        ":",
        "05422-010",
        "99999999999999999999999999",
        "a coke",
        "uma coca",
        "zero",
        "º",
        "quarter to",
        "pras",
        "ḉ",
        "same address",
        "em casa",
        "later",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

/// Readers of details that are kept to their signs find what they find when each looks for its own.
fn check_signs(text: &str) {
    for language in Language::ALL {
        let offline = offline(language);
        assert!(digits_are_foreseen(language, text), "{text:?}");
        for asked in &ASKED {
            let heard = Heard {
                transcripts: &[],
                hint: None,
                draft: &Draft::default(),
                asked: asked.as_ref(),
                last_line: None,
                spoken: None,
                recent: &[],
                within: None,
            };
            assert_eq!(
                told(offline, &heard, text, false),
                told(offline, &heard, text, true),
                "{language} {asked:?} {text:?}"
            );
        }
    }
}

#[test]
fn no_sign_of_a_detail_is_missed() {
    let said = utterances();
    said.iter().for_each(|text| check_signs(text));
    // A phrase of the tables before and behind another row, so that details stand beside each other.
    for (text, beside) in said.iter().zip(said.iter().rev()).step_by(3) {
        check_signs(&format!("{text} {beside}"));
    }
}

fn check(text: &str) {
    check_signs(text);
    for language in Language::ALL {
        let offline = offline(language);
        for asked in &ASKED {
            let transcripts = [Transcript::certain(text)];
            let proposal = offline.read(&Heard {
                transcripts: &transcripts,
                hint: None,
                draft: &Draft::default(),
                asked: asked.as_ref(),
                last_line: None,
                spoken: None,
                recent: &[],
                within: None,
            });
            let cited = proposal.edits.iter().map(|edit| &edit.cites);
            for words in cited.chain(&proposal.off_menu) {
                assert!(text.contains(words.as_str()), "{words:?} is not in {text:?}");
            }
            let details = &proposal.details;
            assert!(
                details
                    .note
                    .iter()
                    .all(|note| note.chars().count() <= Getting::LONGEST_NOTE)
            );
            assert!(details.name.iter().all(|name| name.chars().count() <= 60));
            let address = &details.address;
            let parts = [
                &address.street,
                &address.number,
                &address.complement,
                &address.landmark,
            ];
            assert!(
                parts
                    .into_iter()
                    .flatten()
                    .all(|part| part.chars().count() <= AddressParts::MOST_CHARS)
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_taken_apart_without_panic(text in ".{0,200}") {
        check(&text);
    }

    #[test]
    fn any_babble_is_taken_apart_without_panic(text in babble()) {
        check(&text);
    }
}

#[test]
fn long_input_is_cut() {
    for words in [
        "one two three ",
        "deliver to 62 maple street ",
        "apartamento 4 bloco b ",
        "tell them to ring ",
        "meia meia ",
        "cash card ",
    ] {
        for asked in &ASKED {
            let around = Around {
                asked: asked.clone(),
                ..Around::default()
            };
            read(Language::EnUs, &words.repeat(3000), &around);
            read(Language::PtBr, &words.repeat(3000), &around);
        }
    }
}
