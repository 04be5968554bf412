//! The form of what is said in the talks: never empty, one question at most, in its own language, sentences ended.

use std::fmt::Write as _;
use std::path::PathBuf;

use comanda::local::rehearsal::{Line, Script};
use comanda::order::Language;

use super::scripts;

/// Everything that the shop says in the talks of a language, with the talk it is from.
fn replies(language: Language) -> Vec<(String, String)> {
    let of_talk = |path: PathBuf| {
        let name = path.file_name().unwrap().display().to_string();
        let script = Script::parse(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let lines = script.steps.into_iter().flat_map(|step| step.lines);
        let said = lines.filter_map(|line| match line {
            Line::Shop(words) | Line::Announced(words) => Some(words),
            Line::State(_) => None,
        });
        said.map(|words| (name.clone(), words)).collect::<Vec<_>>()
    };
    scripts(language).into_iter().flat_map(of_talk).collect()
}

/// What is wrong with the form of something that is said.
fn faults_of(words: &str, foreign: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |bad: bool, what: &str| {
        if bad {
            faults.push(what.to_owned());
        }
    };
    fault(words.trim().is_empty(), "empty");
    fault(!words.ends_with(['.', '?', '!']), "ends without punctuation");
    fault(words.matches('?').count() > 1, "asks twice");
    fault(words.contains("  "), "two spaces");
    fault(words.contains(['{', '}', '$']), "a gap that was not filled");
    fault(
        words.contains("..") || words.contains(" ,") || words.contains(" ."),
        "stray punctuation",
    );
    fault(words.starts_with(char::is_lowercase), "begins in lower case");
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic() && c != '\'').collect();
    for word in foreign {
        fault(words.contains(word), &format!("says {word:?}"));
    }
    let number = words.iter().filter(|word| DIGITS.contains(word)).count() >= LEAST_DIGITS;
    fault(
        words
            .windows(2)
            .any(|pair| pair[0] == pair[1] && !pair[0].is_empty() && !(number && DIGITS.contains(&pair[0]))),
        "says a word twice",
    );
    faults
}

fn check_form(language: Language, foreign: &[&str]) {
    let mut wrong = String::new();
    for (talk, words) in replies(language) {
        for fault in faults_of(&words, foreign) {
            writeln!(wrong, "{talk}: {fault}: {words}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// So many digits make a telephone number.
const LEAST_DIGITS: usize = 8;
/// Telephone numbers are said digit by digit.
const DIGITS: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "um", "dois", "três",
    "quatro", "cinco", "meia", "sete", "oito", "nove",
];
/// Words that one language cannot do without and the other has not, whatever a menu calls its dishes.
const ENGLISH: &[&str] = &[
    "the", "and", "with", "of", "your", "you", "it", "is", "what", "which", "sorry", "would", "how",
    "anything", "one", "two", "about", "to",
];
const PORTUGUESE: &[&str] = &[
    "com", "de", "não", "uma", "um", "você", "para", "que", "qual", "mais", "seu", "mas", "dois", "duas",
    "é", "desculpe", "ou", "sem",
];

#[test]
fn english_replies_are_well_formed() {
    check_form(Language::EnUs, PORTUGUESE);
}

#[test]
fn portuguese_replies_are_well_formed() {
    check_form(Language::PtBr, ENGLISH);
}

#[test]
fn faults_of_form_are_found() {
    let check = |words: &str, fault: &str| {
        let faults = faults_of(words, PORTUGUESE);
        assert!(
            faults.iter().any(|found| found.contains(fault)),
            "{words:?}: {faults:?}"
        );
    };
    assert_eq!(
        faults_of("One Coke. Anything else?", PORTUGUESE),
        Vec::<String>::new()
    );
    check("", "empty");
    check("One Coke", "punctuation");
    check("One Coke? Anything else?", "asks twice");
    check("One  Coke.", "two spaces");
    check("One { $name }.", "gap");
    check("One Coke..", "stray");
    check("one Coke.", "lower case");
    check("One Coke com gelo.", "com");
    check("One one Coke.", "twice");
}
