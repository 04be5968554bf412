//! Numbers that were not heard clearly, and answers to what was offered.

use super::{
    Around, Asked, Certainty, Draft, Heard, Language, Proposal, Transcript, check, draft, offline, render,
};
use crate::order::{ItemId, OptionId};

fn heard(language: Language, transcripts: &[(&str, f32)], asked: Option<&Asked>) -> Proposal {
    let offline = offline(language);
    let transcripts: Vec<Transcript> = transcripts
        .iter()
        .map(|(text, confidence)| Transcript {
            text: (*text).to_owned(),
            confidence: (*confidence > 0.0).then_some(*confidence),
        })
        .collect();
    offline.read(&Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &Draft::default(),
        asked,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    })
}

#[test]
fn two_transcripts_that_differ_in_a_number() {
    let check = |language, transcripts: &[(&str, f32)], expected: &str, numbers: &[u32]| {
        let proposal = heard(language, transcripts, None);
        assert_eq!(
            (render(&proposal).as_str(), proposal.numbers.as_slice()),
            (expected, numbers),
            "{transcripts:?}"
        );
        assert!(numbers.is_empty() || proposal.certainty == Certainty::Unsure);
    };
    let (en, pt) = (Language::EnUs, Language::PtBr);
    check(
        en,
        &[("two guaranas", 0.48), ("three guaranas", 0.47)],
        "2 guarana",
        &[2, 3],
    );
    check(
        pt,
        &[("dois guaranás", 0.48), ("três guaranás", 0.47)],
        "2 guarana",
        &[2, 3],
    );
    check(en, &[("two cokes", 0.0), ("ten cokes", 0.0)], "2 coke", &[2, 10]);
    check(en, &[("two cokes", 0.9), ("ten cokes", 0.4)], "2 coke", &[]);
    check(en, &[("two cokes", 0.9), ("two coats", 0.89)], "2 coke", &[]);
    check(en, &[("two cokes", 0.9), ("three burgers", 0.89)], "2 coke", &[]);
    check(
        en,
        &[("two cokes and a burger", 0.6), ("ten cokes and a burger", 0.6)],
        "2 coke; 1 burger",
        &[2, 10],
    );
    check(
        en,
        &[
            ("two cokes and two waters", 0.6),
            ("ten cokes and six waters", 0.6),
        ],
        "2 coke; 2 water",
        &[],
    );
    check(pt, &[("uma coca", 0.7), ("duas cocas", 0.65)], "1 coke", &[1, 2]);
}

#[test]
fn two_numbers_in_one_breath() {
    let check = |language, said: &str, asked: Option<Asked>, expected: &str, numbers: &[u32]| {
        let proposal = heard(language, &[(said, 0.0)], asked.as_ref());
        assert_eq!(
            (render(&proposal).as_str(), proposal.numbers.as_slice()),
            (expected, numbers),
            "{said}"
        );
        for edit in &proposal.edits {
            assert!(said.contains(&edit.cites), "{:?}", edit.cites);
        }
    };
    let (en, pt) = (Language::EnUs, Language::PtBr);
    check(en, "two or three guaranas", None, "2 guarana", &[2, 3]);
    check(pt, "dois ou três guaranás", None, "2 guarana", &[2, 3]);
    check(pt, "duas ou três cocas por favor", None, "2 coke", &[2, 3]);
    check(pt, "uma ou duas cocas", None, "1 coke", &[1, 2]);
    check(
        en,
        "a burger and two or three cokes",
        None,
        "1 burger; 2 coke",
        &[2, 3],
    );
    check(
        en,
        "a sprite or a coke",
        None,
        render(&heard(en, &[("a sprite or a coke", 0.0)], None)).as_str(),
        &[],
    );
    check(en, "two or three", Some(Asked::HowMany), "last x2", &[2, 3]);
}

#[test]
fn a_bare_number_is_how_many() {
    let check = |language, cases: &[(&str, &str)]| {
        for (said, expected) in cases {
            let proposal = heard(language, &[(said, 0.0)], Some(&Asked::HowMany));
            assert_eq!(render(&proposal), *expected, "{said}");
        }
    };
    check(
        Language::EnUs,
        &[
            ("three", "last x3"),
            ("just three please", "last x3"),
            ("i said twenty five", "last x25"),
            ("make it two", "last x2"),
            ("one", "last x1"),
            ("no", "no"),
            ("three guaranas", "3 guarana"),
        ],
    );
    check(
        Language::PtBr,
        &[
            ("três", "last x3"),
            ("só três, por favor", "last x3"),
            ("são duas", "last x2"),
            ("uma", "last x1"),
            ("eu disse três", "last x3"),
            ("não", "no"),
            ("três guaranás", "3 guarana"),
        ],
    );
}

#[test]
fn one_of_what_was_offered() {
    let of = |items: &[&str], options: &[&str]| Around {
        asked: Some(Asked::OneOf {
            items: items.iter().map(|id| ItemId::new(*id)).collect(),
            options: options.iter().map(|id| OptionId::new(*id)).collect(),
        }),
        draft: draft(&[("burger", "", &[])]),
        ..Around::default()
    };
    check(
        Language::EnUs,
        &of(&[], &["black_beans", "red_beans"]),
        &[
            ("red", "#1: +red_beans"),
            ("the red ones", "#1: +red_beans"),
            ("black please", "#1: +black_beans"),
            ("the first", "#1: +black_beans"),
            ("the second one", "#1: +red_beans"),
            ("the last one", "#1: +red_beans"),
            ("either", "#1: +black_beans"),
            ("no", "no"),
            ("neither", "no"),
        ],
    );
    check(
        Language::PtBr,
        &of(&[], &["black_beans", "red_beans"]),
        &[
            ("vermelho", "#1: +red_beans"),
            ("o vermelho", "#1: +red_beans"),
            ("o preto por favor", "#1: +black_beans"),
            ("o primeiro", "#1: +black_beans"),
            ("a segunda", "#1: +red_beans"),
            ("o último", "#1: +red_beans"),
            ("tanto faz", "#1: +black_beans"),
            ("nenhum dos dois", "no"),
        ],
    );
    check(
        Language::EnUs,
        &of(&["chocolate_shake", "banana_shake"], &[]),
        &[
            ("chocolate", "chocolate_shake"),
            ("the banana one", "banana_shake"),
            ("two of the banana", "2 banana_shake"),
            ("a large chocolate one", "1 chocolate_shake =large"),
            ("the first one", "chocolate_shake"),
            ("whichever", "chocolate_shake"),
        ],
    );
    check(
        Language::PtBr,
        &of(&["chocolate_shake", "banana_shake"], &[]),
        &[
            ("chocolate", "chocolate_shake"),
            ("a de banana", "banana_shake"),
            ("a segunda", "banana_shake"),
            ("a última", "banana_shake"),
            ("qualquer uma", "chocolate_shake"),
        ],
    );
}
