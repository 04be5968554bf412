//! What each word became: every stretch is told once, in its place, and the reading told of is the one that is made.

use proptest::prelude::*;

use super::properties::babble;
use super::{Around, Language, offline, read};
use crate::interpreter::{Became, Explanation, Heard, Transcript};

fn explain(language: Language, said: &str, around: &Around) -> Explanation {
    let transcripts = [Transcript::certain(said)];
    offline(language).explain(&Heard {
        transcripts: &transcripts,
        hint: around.hint,
        draft: &around.draft,
        asked: around.asked.as_ref(),
        last_line: None,
        spoken: around.spoken.as_ref(),
        recent: &[],
        within: None,
    })
}

/// Stretches with what they became, as "words: name".
fn told(language: Language, said: &str) -> Vec<String> {
    let reading = explain(language, said, &Around::default());
    let parts = reading.parts.iter();
    parts
        .map(|part| {
            let words = reading.words(part);
            match &part.became {
                Became::Item(item) => format!("{words}: {item}"),
                Became::Option { option, negated, .. } => {
                    format!("{words}: {}{option}", if *negated { "-" } else { "+" })
                }
                Became::Value(_, value) => format!("{words}: ={value}"),
                Became::Number(number) => format!("{words}: {number}"),
                other => format!("{words}: {}", other.name()),
            }
        })
        .collect()
}

#[test]
fn every_word_is_told() {
    let check =
        |language, said: &str, expected: &[&str]| assert_eq!(told(language, said), expected, "{said}");
    check(
        Language::EnUs,
        "uh two large pizzas with ham and no onions please",
        &[
            "uh: filler",
            "two: 2",
            "large: =large",
            "pizzas: pizza",
            "with: joint",
            "ham: +ham",
            "and no: negation",
            "onions: -onion",
            "please: small_talk",
        ],
    );
    check(
        Language::EnUs,
        "a coke and a sushi",
        &["a: 1", "coke: coke", "and: joint", "a: 1", "sushi: unknown"],
    );
    check(
        Language::PtBr,
        "duas cocas e um sushi",
        &["duas: 2", "cocas: coke", "e: joint", "um: 1", "sushi: unknown"],
    );
}

#[test]
fn corrections_show_what_was_taken_back() {
    let check =
        |language, said: &str, expected: &[&str]| assert_eq!(told(language, said), expected, "{said}");
    check(
        Language::EnUs,
        "two, no, three cokes",
        &["two: taken_back", "no: correction", "three: 3", "cokes: coke"],
    );
    check(
        Language::PtBr,
        "duas, não, três cocas",
        &["duas: taken_back", "não: correction", "três: 3", "cocas: coke"],
    );
}

#[test]
fn what_is_said_besides_lines_is_told_as_a_whole() {
    let check =
        |language, said: &str, expected: &[&str]| assert_eq!(told(language, said), expected, "{said}");
    check(
        Language::EnUs,
        "a coke for pickup",
        &["a: 1", "coke: coke", "for pickup: detail"],
    );
    check(
        Language::EnUs,
        "a coke and how much is the burger",
        &["a: 1", "coke: coke", "and how much is the burger: question"],
    );
    check(
        Language::EnUs,
        "a coke and that's all",
        &["a: 1", "coke: coke", "and: joint", "that's all: act"],
    );
}

#[test]
fn a_negation_shows_how_far_it_reaches() {
    let reading = explain(
        Language::EnUs,
        "a burger with no onions or tomatoes",
        &Around::default(),
    );
    let reach: Vec<&[usize]> = reading
        .parts
        .iter()
        .filter_map(|part| match &part.became {
            Became::Negation(reach) => Some(reach.as_slice()),
            _ => None,
        })
        .collect();
    let [reach] = reach.as_slice() else {
        panic!("{:?}", reading.parts);
    };
    let reached: Vec<&str> = reach
        .iter()
        .map(|at| reading.words(&reading.parts[*at]))
        .collect();
    assert_eq!(reached, ["onions", "tomatoes"]);
}

#[test]
fn words_that_were_put_right_show_what_they_were_taken_for() {
    let reading = explain(Language::EnUs, "a margarita pizza", &Around::default());
    let taken_for: Vec<&str> = reading
        .parts
        .iter()
        .filter_map(|part| part.taken_for.as_deref())
        .collect();
    assert_eq!(taken_for, ["margherita"], "{:?}", reading.parts);
}

#[test]
fn what_is_too_long_shows_where_it_is_cut() {
    let said = "a coke and ".repeat(200);
    let reading = explain(Language::EnUs, &said, &Around::default());
    let last = reading.parts.last().unwrap();
    assert_eq!(last.became, Became::Unread);
    assert_eq!(last.span.end, said.trim_end().len());
}

/// Parts stand in order, apart, on the borders of characters, and leave no letter or digit out.
fn check_parts(reading: &Explanation) {
    let mut end = 0;
    for part in &reading.parts {
        assert!(
            part.span.start >= end && part.span.start < part.span.end,
            "{reading:?}"
        );
        let between = reading.text.get(end..part.span.start).unwrap();
        assert!(
            !between.contains(|c: char| c.is_ascii_alphanumeric()),
            "{between:?} of {:?}",
            reading.text
        );
        assert!(reading.text.get(part.span.clone()).is_some(), "{reading:?}");
        end = part.span.end;
    }
    let behind = reading.text.get(end..).unwrap();
    assert!(
        !behind.contains(|c: char| c.is_ascii_alphanumeric()),
        "{behind:?}"
    );
}

fn check(said: &str) {
    for language in Language::ALL {
        let around = Around::default();
        let reading = explain(language, said, &around);
        assert_eq!(reading.proposal, read(language, said, &around));
        assert_eq!(reading.text, said);
        check_parts(&reading);
        let transcripts = [Transcript::certain(said)];
        let heard = Heard {
            transcripts: &transcripts,
            hint: None,
            draft: &around.draft,
            asked: None,
            last_line: None,
            spoken: None,
            recent: &[],
            within: None,
        };
        let lines = offline(language).explain_lines(&heard);
        assert_eq!(lines.proposal, offline(language).read_lines(&heard));
        check_parts(&lines);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_babble_is_told_once_word_by_word(text in babble()) {
        check(&text);
    }

    #[test]
    fn any_text_is_told_once_word_by_word(text in ".{0,300}") {
        check(&text);
    }
}

#[test]
fn a_hundred_kilobytes_are_told_as_far_as_they_are_read() {
    check(&"and ".repeat(25_000));
    check(&"no make that two ".repeat(6_000));
    check(&"7".repeat(100_000));
}
