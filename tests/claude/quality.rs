//! Every talk with a model that cites the right words and makes other things of them: nothing becomes part of an order, or
//! goes from it, that was neither said nor asked about aloud.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use comanda::app::MakeInterpreter;
use comanda::bedrock::interpreters;
use comanda::interpreter::claude::Wanted;
use comanda::local::rehearsal::{
    Input, Line, PlayError, Script, Step, Terminal, in_real_time, machine_with, on_virtual_time, play_into,
};
use comanda::order::Language;

use crate::reader::Reader;
use crate::shop::{at, books, folder, memory, menu};
use crate::stand_in::{Answer, Asked, StandIn};

/// What became of the talks up to the first turn after which the order is not the one that is written.
#[derive(Debug, Default)]
struct Found {
    /// Turns up to there.
    turns: usize,
    /// Turns where what was said was not taken at once, and asked about.
    asked: usize,
    /// Turns where the customer's yes was to a question that named what was then done.
    agreed: usize,
    /// Turns where something was done that was neither said nor asked about.
    unasked: Vec<String>,
}

fn talks(language: Language) -> Vec<PathBuf> {
    let folder = folder("tests/it/transcripts").join(language.tag());
    let entries = std::fs::read_dir(folder).unwrap();
    let mut talks: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    talks.sort();
    talks
}

/// The parts of a state that say what is ordered: its lines, then how it is had; its total follows from them.
fn parts(state: &str) -> BTreeSet<&str> {
    let parts = state.split(" | ").flat_map(|part| part.split("; "));
    parts
        .filter(|part| *part != "unpriced" && *part != "nothing" && part.parse::<f64>().is_err())
        .collect()
}

fn state(step: &Step) -> Option<&str> {
    step.lines.iter().rev().find_map(|line| match line {
        Line::State(state) => Some(state.as_str()),
        Line::Shop(_) | Line::Announced(_) => None,
    })
}

fn said(step: &Step) -> String {
    let said = step.lines.iter().filter_map(|line| match line {
        Line::Shop(words) => Some(words.as_str()),
        Line::State(_) | Line::Announced(_) => None,
    });
    said.collect::<Vec<_>>().join(" ")
}

impl Found {
    fn take(&mut self, name: &str, written: &Script, played: &[Step]) {
        let (mut before, mut heard) = ("nothing", String::new());
        for (ought, is) in written.steps.iter().zip(played) {
            let was = before;
            let should = state(ought).unwrap_or(was);
            let now = state(is).unwrap_or(was);
            let reply = said(is);
            if matches!(is.input, Input::Customer(_) | Input::Uncarried(_)) {
                self.turns += 1;
                if now != should {
                    self.judge(name, is, &reply, &heard, [was, should, now]);
                    return;
                }
            }
            before = now;
            if !reply.is_empty() {
                heard = reply;
            }
        }
    }

    fn judge(&mut self, name: &str, step: &Step, reply: &str, heard: &str, [was, should, now]: [&str; 3]) {
        let meant = |words: &str| words.contains("Did you mean") || words.contains("Você quis dizer");
        let (had, wanted, has) = (parts(was), parts(should), parts(now));
        let came_unsaid = has
            .iter()
            .any(|part| !had.contains(part) && !wanted.contains(part));
        let went_unsaid = had
            .iter()
            .any(|part| wanted.contains(part) && !has.contains(part));
        if !came_unsaid && !went_unsaid && reply.contains('?') {
            self.asked += 1;
        } else if meant(heard) {
            self.agreed += 1;
        } else {
            let text = format!(
                "{name}: {}\n  before: {was}\n  said: {should}\n  is: {now}\n  < {reply}",
                step.input
            );
            self.unasked.push(text);
        }
    }
}

/// Plays every talk with a model of which one answer in so many is wrong, and the others are right.
fn play_all(one_in: usize, always: bool) -> Found {
    let real = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let reader = Reader::of(&folder("menu"));
    let script = move |asked: &Asked| match asked.number.is_multiple_of(one_in) {
        true => Answer::uses_tool(asked, &reader.wrong(asked)),
        false => Answer::uses_tool(asked, &reader.right(asked)),
    };
    let stand_in = real.block_on(StandIn::start(script));
    let wanted = Wanted {
        always,
        ..Wanted::default()
    };
    let make = interpreters(wanted, &at(&stand_in), Arc::default()).unwrap();
    let make = real.block_on(async { make(books(memory())) });
    let make: MakeInterpreter = in_real_time(make, real.handle().clone());
    let mut found = Found::default();
    for language in [Language::EnUs, Language::PtBr] {
        for path in talks(language) {
            let written = Script::parse(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let mut played = Vec::new();
            let make = Arc::clone(&make);
            let ended = on_virtual_time(async {
                let machine = machine_with(menu(), &written, Box::new(|_| make)).await?;
                play_into(&machine, &mut Terminal::new(language), &written, &mut played).await
            });
            assert!(
                matches!(ended.unwrap(), Ok(()) | Err(PlayError::Impossible { .. })),
                "{}",
                path.display()
            );
            found.take(&path.display().to_string(), &written, &played);
        }
    }
    found
}

fn check(one_in: usize, always: bool) -> Found {
    let found = play_all(one_in, always);
    let unasked = &found.unasked;
    assert!(
        unasked.is_empty(),
        "{} unasked:\n{}",
        unasked.len(),
        unasked.join("\n")
    );
    found
}

#[test]
fn a_model_that_is_always_wrong_orders_nothing_unasked() {
    let found = check(1, true);
    assert!(found.turns > 400 && found.asked > 200, "{found:?}");
}

#[test]
fn a_model_that_is_wrong_now_and_then_orders_nothing_unasked() {
    let found = check(4, true);
    assert!(found.turns > 1_000 && found.asked > 100, "{found:?}");
}
