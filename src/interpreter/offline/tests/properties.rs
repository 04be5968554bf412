//! What holds for any words whatever.

use proptest::prelude::*;

use super::{Around, Hint, ItemId, Language, Proposal, Transcript, draft, offline};
use crate::interpreter::{Asked, Heard};
use crate::order::{LineId, OptionId};

/// Words of menu and grammar in any order, which reach further than letters at random.
pub(super) fn babble() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "two",
        "a",
        "pizza",
        "coke",
        "large",
        "with",
        "no",
        "and",
        "or",
        "the",
        "half",
        "extra",
        "onions",
        "ham",
        "make it",
        "remove",
        "swap",
        "for",
        "instead of",
        "sorry",
        ",",
        ".",
        "another",
        "second",
        "those",
        "side",
        "of",
        "2",
        "liter",
        "uma",
        "tira",
        "sem",
        "coca",
        "meia",
        "não",
        "mais",
        "por",
        "sushi",
        "how much is",
        "do you have",
        "is there",
        "what",
        "free",
        "peanut",
        "allergic",
        "the same",
        "my order",
        "is missing",
        "never came",
        "quanto é",
        "tem",
        "vocês",
        "o que vem",
        "no",
        "faltou",
        "ou",
        "?",
        "ḉ",
        "12",
        "999999999999",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn check(text: &str) {
    for language in Language::ALL {
        let offline = offline(language);
        for (around, hint) in [
            (Around::default(), None),
            (Around::default(), Some(Hint::Remove)),
            (
                Around {
                    draft: draft(&[("pizza", "large", &["ham"]), ("coke", "", &[])]),
                    ..Around::default()
                },
                Some(Hint::Change),
            ),
        ] {
            let transcripts = [Transcript::certain(text), Transcript::certain(text)];
            let offered = Asked::OneOf {
                items: vec![ItemId::new("coke"), ItemId::new("pizza")],
                options: vec![OptionId::new("ham")],
            };
            for asked in [
                Asked::Choice(LineId(1)),
                Asked::HowMany,
                Asked::Complaint,
                offered,
            ] {
                let proposal = offline.read(&Heard {
                    last_line: None,
                    spoken: None,
                    recent: &[],
                    within: None,
                    transcripts: &transcripts,
                    hint,
                    draft: &around.draft,
                    asked: Some(&asked),
                });
                check_proposal(text, &proposal);
            }
        }
    }
}

fn check_proposal(text: &str, proposal: &Proposal) {
    for edit in &proposal.edits {
        assert!(
            !edit.cites.is_empty() && text.contains(&edit.cites),
            "{:?} is not in {text:?}",
            edit.cites
        );
    }
    for words in proposal.off_menu.iter().chain(&proposal.about.off_menu) {
        assert!(text.contains(words.as_str()), "{words:?} is not in {text:?}");
    }
    assert!(proposal.edits.len() <= 200);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_without_panic_and_cited_verbatim(text in ".{0,300}") {
        check(&text);
    }

    #[test]
    fn any_babble_is_read_without_panic_and_cited_verbatim(text in babble()) {
        check(&text);
    }
}

#[test]
fn what_stands_around_blanked_words_is_cited_with_them() {
    for text in [
        "free how much is , uma",
        "uma onions quanto é , never came never came",
        "two or three sushi or two",
        "a coke and how much is the sushi and for pickup sushi please",
    ] {
        check(text);
    }
}

/// What stands in the way of an end: joints, corrections within corrections, and words without one.
fn long() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "and ",
        "no make that two ",
        "a coke no a sprite no ",
        "actually scratch that ",
        "não, três, aliás ",
        "how much is the ",
        "half ham half ",
        "uma de ",
        "7",
        "a",
        "ḉ",
        "🍕",
        "a\u{301}",
        "ﷺ",
        ", ",
        "- ",
    ]);
    (prop::collection::vec(part, 1..4), 1..100_000_usize).prop_map(|(parts, length)| {
        let part = parts.concat();
        part.repeat(length / part.len() + 1)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_unicode_of_any_length_is_read(text in prop::collection::vec(any::<char>(), 0..5000)) {
        check_long(&text.into_iter().collect::<String>());
    }

    #[test]
    fn what_never_ends_is_read(text in long()) {
        check_long(&text);
    }
}

/// Reads a text as one transcript and as several, and compares it with its beginning: no more than that is read.
fn check_long(text: &str) {
    for language in Language::ALL {
        let offline = offline(language);
        let draft = draft(&[("pizza", "large", &["ham"]), ("coke", "", &[])]);
        let read = |text: &str, times: usize| {
            let transcripts = vec![Transcript::certain(text); times];
            offline.read(&Heard {
                last_line: None,
                spoken: None,
                recent: &[],
                within: None,
                transcripts: &transcripts,
                hint: None,
                draft: &draft,
                asked: None,
            })
        };
        let proposal = read(text, 1);
        check_proposal(text, &proposal);
        check_proposal(text, &read(text, 5));
        let begin = text.floor_char_boundary(2000);
        assert_eq!(proposal, read(&text[..begin], 1), "{text:.80?}");
    }
}

#[test]
fn a_hundred_kilobytes_of_and_are_read() {
    check_long(&"and ".repeat(25_000));
    check_long(&"and".repeat(33_000));
}

#[test]
fn long_input_is_cut() {
    let offline = offline(Language::EnUs);
    let text = "two large pizzas with ham and extra cheese ".repeat(5000);
    let transcripts = [Transcript::certain(text)];
    let proposal = offline.read(&Heard {
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
        transcripts: &transcripts,
        hint: None,
        draft: &crate::order::Draft::default(),
        asked: None,
    });
    assert!(
        (10..40).contains(&proposal.edits.len()),
        "{}",
        proposal.edits.len()
    );
}
