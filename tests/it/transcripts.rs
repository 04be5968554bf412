//! Talks between customer and shop, as data: `transcripts/LANGUAGE/NAME.txt`, each run over the terminal and over Lex with
//! the same outcome. `comanda::local::rehearsal::script` says how they are written.
//!
//! What is said in them is held to its form: one question at most, in its own language.
//! With `UPDATE_TRANSCRIPTS=1` the terminal's leg writes the files anew; read the change before committing it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use comanda::app::App;
use comanda::channel::lex;
use comanda::conversation::converse;
use comanda::local::rehearsal::{Line, Said, Script, Speaker, Terminal, machine, on_virtual_time, play};
use comanda::order::{CustomerId, Language};
use serde_json::json;

use crate::test_app::sample;

/// Makes whoever carries the customer's lines over a channel.
type Over = fn(Language) -> Box<dyn Speaker>;

fn terminal(language: Language) -> Box<dyn Speaker> {
    Box::new(Terminal::new(language))
}

/// A bot's chat. What is no words is the terminal's: Lex has no event for it.
struct Bot {
    customer: CustomerId,
    language: Language,
    terminal: Terminal,
}

fn bot(language: Language) -> Box<dyn Speaker> {
    let customer = CustomerId::new("lex:BOT1234567:session-1");
    Box::new(Bot {
        terminal: Terminal::of(customer.clone(), language),
        customer,
        language,
    })
}

#[async_trait]
impl Speaker for Bot {
    fn customer(&self) -> &CustomerId {
        &self.customer
    }

    fn voice(&mut self, known: bool) {
        self.terminal.voice(known);
    }

    async fn say(&mut self, app: &Arc<App>, said: Said<'_>) -> String {
        let Said::Words(words) = said else {
            return self.terminal.say(app, said).await;
        };
        let event = json!({
            "messageVersion": "1.0", "invocationSource": "DialogCodeHook", "inputMode": "Text",
            "sessionId": "session-1", "inputTranscript": words,
            "bot": {
                "id": "BOT1234567", "name": "shop", "aliasId": "TSTALIASID", "version": "DRAFT",
                "localeId": self.language.tag().replace('-', "_"),
            },
            "sessionState": { "intent": { "name": "FallbackIntent", "state": "InProgress", "slots": {} } },
        });
        let event = lex::Event::parse(event.to_string().as_bytes()).unwrap();
        let turn = lex::to_turn(&event).unwrap();
        assert_eq!(turn.customer, self.customer);
        let reply = converse(app, &turn).await;
        let response = serde_json::to_value(lex::from_reply(&reply, &event)).unwrap();
        let messages = response["messages"].as_array().unwrap().iter();
        messages
            .map(|message| message["content"].as_str().unwrap())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

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

/// Plays a talk over a channel.
fn played(script: &Script, language: Language, over: Over) -> Result<Script, String> {
    let talk = async {
        let machine = machine(sample(), script)
            .await
            .map_err(|error| error.to_string())?;
        let played = play(&machine, &mut *over(language), script).await;
        played.map_err(|error| error.to_string())
    };
    on_virtual_time(talk).unwrap()
}

/// Holds every talk in a language to what is written.
fn check(language: Language, over: Over) {
    let mut wrong = String::new();
    for path in scripts(language) {
        let name = path.file_name().unwrap().display();
        let script = Script::parse(&std::fs::read_to_string(&path).unwrap());
        match script.map(|script| (played(&script, language, over), script)) {
            Ok((Ok(played), script)) => {
                for difference in script.differences(&played) {
                    writeln!(wrong, "{name}: {difference:#?}").unwrap();
                }
            }
            Ok((Err(error), _)) => writeln!(wrong, "{name}: {error}").unwrap(),
            Err(faults) => writeln!(wrong, "{name}: {faults:#?}").unwrap(),
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The same in the terminal, which may write them anew.
fn check_or_update(language: Language) {
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_none() {
        return check(language, terminal);
    }
    for path in scripts(language) {
        let script = Script::parse(&std::fs::read_to_string(&path).unwrap());
        let script = script.unwrap_or_else(|faults| panic!("{}: {faults:#?}", path.display()));
        let played = played(&script, language, terminal);
        let played = played.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        std::fs::write(&path, played.text()).unwrap();
    }
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
    check(Language::EnUs, bot);
}

#[test]
fn portuguese_over_lex() {
    check(Language::PtBr, bot);
}

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
    fault(
        words
            .windows(2)
            .any(|pair| pair[0] == pair[1] && !pair[0].is_empty()),
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

/// Words that one language cannot do without and the other has not, whatever a menu calls its dishes.
const ENGLISH: &[&str] = &[
    "the", "and", "with", "of", "your", "you", "it", "is", "what", "which", "sorry", "would", "how",
    "anything", "one", "two", "about", "for", "to",
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
