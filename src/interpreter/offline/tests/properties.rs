//! What holds for any words whatever.

use proptest::prelude::*;

use super::{Around, Hint, Language, Offline, Transcript, draft, shop};
use crate::interpreter::{Asked, Heard};
use crate::order::LineId;

/// Words of menu and grammar in any order, which reach further than letters at random.
fn babble() -> impl Strategy<Value = String> {
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
        "ḉ",
        "12",
        "999999999999",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn check(text: &str) {
    for language in Language::ALL {
        let offline = Offline::new(shop::vocabulary(language), language);
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
            let transcripts = [Transcript::certain(text)];
            let asked = Asked::Choice(LineId(1));
            let proposal = offline.read(&Heard {
                last_line: None,
                transcripts: &transcripts,
                hint,
                draft: &around.draft,
                asked: Some(&asked),
            });
            for edit in &proposal.edits {
                assert!(
                    !edit.cites.is_empty() && text.contains(&edit.cites),
                    "{:?} is not in {text:?}",
                    edit.cites
                );
            }
            for words in &proposal.off_menu {
                assert!(text.contains(words.as_str()), "{words:?} is not in {text:?}");
            }
            assert!(proposal.edits.len() <= 200);
        }
    }
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
fn long_input_is_cut() {
    let offline = Offline::new(shop::vocabulary(Language::EnUs), Language::EnUs);
    let text = "two large pizzas with ham and extra cheese ".repeat(5000);
    let transcripts = [Transcript::certain(text)];
    let proposal = offline.read(&Heard {
        last_line: None,
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
