//! Talks between customer and shop, as data: `transcripts/LANGUAGE/NAME.txt`, each run over the terminal, over Lex and over
//! Alexa with the same outcome. `comanda::local::rehearsal::script` says how they are written.
//!
//! With `UPDATE_TRANSCRIPTS=1` the terminal's leg writes the files anew; read the change before committing it.

mod alexa;
mod carried;
mod form;
mod lex;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comanda::local::rehearsal::{Input, Line, Script, Speaker, Terminal, machine, on_virtual_time, play};
use comanda::order::Language;

use crate::test_app::sample;
use alexa::{Device, Prefers};
use carried::Samples;
use lex::Bot;

/// The most lines in a hundred that no sample of Alexa's model may carry.
const MOST_UNCARRIED_IN_A_HUNDRED: usize = 2;

/// What is said otherwise over Alexa because it knows no number that is being called from.
const ALEXA_SAYS: [(&str, &str); 2] = [
    ("they'll call your number", "they'll call this number"),
    ("vão ligar no seu número", "vão ligar neste número"),
];

fn scripts(language: Language) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it/transcripts")
        .join(language.tag());
    let mut scripts: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    scripts.sort();
    scripts
}

/// Every talk in a language that can be read, by its name; and what is wrong with the others.
fn talks(language: Language, wrong: &mut String) -> Vec<(PathBuf, Script)> {
    let read = |path: PathBuf| match Script::parse(&std::fs::read_to_string(&path).unwrap()) {
        Ok(script) => Some((path, script)),
        Err(faults) => {
            writeln!(wrong, "{}: {faults:#?}", path.display()).unwrap();
            None
        }
    };
    scripts(language).into_iter().filter_map(read).collect()
}

/// Plays a talk over a channel.
fn played(script: &Script, over: &mut dyn Speaker) -> Result<Script, String> {
    let talk = async {
        let machine = machine(sample(), script)
            .await
            .map_err(|error| error.to_string())?;
        let played = play(&machine, over, script).await;
        played.map_err(|error| error.to_string())
    };
    on_virtual_time(talk).unwrap()
}

/// Says of a talk where it came out otherwise than it is written.
fn compare(name: &Path, script: &Script, played: Result<Script, String>, wrong: &mut String) {
    let name = name.file_name().unwrap().display();
    match played {
        Ok(played) => {
            for difference in script.differences(&played) {
                writeln!(wrong, "{name}: {difference:#?}").unwrap();
            }
        }
        Err(error) => writeln!(wrong, "{name}: {error}").unwrap(),
    }
}

/// Holds every talk in a language to what is written.
fn check(language: Language, over: impl Fn() -> Box<dyn Speaker>) {
    let mut wrong = String::new();
    for (path, script) in talks(language, &mut wrong) {
        let played = played(&script, &mut *over());
        compare(&path, &script, played, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The same in the terminal, which may write them anew.
fn check_or_update(language: Language) {
    let terminal = || -> Box<dyn Speaker> { Box::new(Terminal::new(language)) };
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_none() {
        return check(language, terminal);
    }
    let samples = Arc::new(Samples::of(&sample(), language));
    let mut wrong = String::new();
    for (path, script) in talks(language, &mut wrong) {
        let mut device = Device::of("ANA", language, samples.clone(), Prefers::Slot);
        let over_alexa = played(&script, &mut device);
        let played = played(&script, &mut *terminal());
        match (played, over_alexa) {
            (Ok(mut played), Ok(_)) => {
                mark(&mut played, &device.carried);
                std::fs::write(&path, played.text()).unwrap();
            }
            (Err(error), _) | (_, Err(error)) => writeln!(wrong, "{}: {error}", path.display()).unwrap(),
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Marks the lines of words that no sample carries, by what became of each.
fn mark(script: &mut Script, carried: &[bool]) {
    let mut carried = carried.iter();
    for step in &mut script.steps {
        if let Input::Customer(words) | Input::Uncarried(words) = &step.input {
            step.input = match carried.next() {
                Some(true) => Input::Customer(words.clone()),
                Some(false) | None => Input::Uncarried(words.clone()),
            };
        }
    }
}

/// Over Alexa, where lines that are marked must be carried by no sample, and no others.
fn check_over_alexa(language: Language, prefers: Prefers) {
    let samples = Arc::new(Samples::of(&sample(), language));
    let mut wrong = String::new();
    let (mut lines, mut uncarried) = (0, 0);
    for (path, script) in talks(language, &mut wrong) {
        let mut device = Device::of("ANA", language, samples.clone(), prefers);
        let played = played(&script, &mut device).map(as_elsewhere);
        compare(&path, &script, played, &mut wrong);
        let mut marked = script.clone();
        mark(&mut marked, &device.carried);
        for (written, found) in script.steps.iter().zip(&marked.steps) {
            if written.input != found.input {
                let (written, found) = (&written.input, &found.input);
                writeln!(wrong, "{}: `{written}` is `{found}`", path.display()).unwrap();
            }
        }
        lines += device.carried.len();
        uncarried += device.carried.iter().filter(|carried| !**carried).count();
    }
    assert!(wrong.is_empty(), "{wrong}");
    println!("{language}: {uncarried} of {lines} lines are carried by no sample");
    assert!(
        uncarried * 100 <= lines * MOST_UNCARRIED_IN_A_HUNDRED,
        "{uncarried} of {lines}"
    );
}

/// The talk with what Alexa says by design in other words in those of the other channels.
fn as_elsewhere(mut script: Script) -> Script {
    for line in script.steps.iter_mut().flat_map(|step| &mut step.lines) {
        if let Line::Shop(text) = line {
            *text = ALEXA_SAYS
                .into_iter()
                .fold(text.clone(), |text, (here, there)| text.replace(here, there));
        }
    }
    script
}

fn check_over_lex(language: Language) {
    let utterances = Arc::new(lex::utterances(&sample(), language));
    check(language, || {
        Box::new(Bot::of("session-1", language, utterances.clone()))
    });
}

#[test]
fn english_in_the_terminal() {
    check_or_update(Language::EnUs);
}

#[test]
fn portuguese_in_the_terminal() {
    check_or_update(Language::PtBr);
}

#[test]
fn english_over_lex() {
    check_over_lex(Language::EnUs);
}

#[test]
fn portuguese_over_lex() {
    check_over_lex(Language::PtBr);
}

#[test]
fn english_over_alexa() {
    check_over_alexa(Language::EnUs, Prefers::Slot);
}

#[test]
fn portuguese_over_alexa() {
    check_over_alexa(Language::PtBr, Prefers::Slot);
}

#[test]
fn english_over_alexa_by_carrier_phrases() {
    check_over_alexa(Language::EnUs, Prefers::Carriers);
}

#[test]
fn portuguese_over_alexa_by_carrier_phrases() {
    check_over_alexa(Language::PtBr, Prefers::Carriers);
}

#[test]
fn both_languages_have_the_same_talks() {
    let names = |language| {
        let scripts = scripts(language);
        scripts
            .iter()
            .map(|path| path.file_name().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(Language::EnUs), names(Language::PtBr));
}
