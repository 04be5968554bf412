//! Talks between customer and shop, as data: `transcripts/LANGUAGE/NAME.txt`, each run over the terminal and over Lex.
//!
//! `> ` is said by the customer, `< ` by the shop, `* ` is announced; `! kind yes|no` is an answer on the staff board and
//! `! launch` opens a conversation. With `UPDATE_TRANSCRIPTS=1` the files are written anew; read the change before
//! committing it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use comanda::app::records::TicketKind;
use comanda::channel::lex;
use comanda::conversation::{Channel, Turn, Wanted, converse};
use comanda::order::{CustomerId, Language};
use comanda::workflow::tickets::Answer;
use serde_json::json;

use crate::test_app::{TestApp, said, sample};

/// How long a talk rests after each line, in virtual time: what runs beside it comes to rest.
const REST: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug)]
enum Over {
    Terminal,
    Lex,
}

struct Talk {
    test: TestApp,
    language: Language,
    over: Over,
    customer: CustomerId,
    heard: u64,
}

impl Talk {
    async fn new(language: Language, over: Over) -> Self {
        let customer = match over {
            Over::Terminal => CustomerId::new("customer"),
            Over::Lex => CustomerId::new("lex:BOT1234567:session-1"),
        };
        Self {
            test: TestApp::new(sample()).await,
            language,
            over,
            customer,
            heard: 0,
        }
    }

    async fn say(&self, words: &str) -> String {
        match self.over {
            Over::Terminal => self.turn(said(words)).await,
            Over::Lex => self.say_over_lex(words).await,
        }
    }

    async fn turn(&self, wanted: Wanted) -> String {
        let (customer, language) = (self.customer.clone(), Some(self.language));
        let turn = Turn {
            customer,
            language,
            person: None,
            voice_known: true,
            profile: None,
            channel: Channel::Terminal,
            new_session: false,
            wanted,
        };
        converse(&self.test.app, &turn).await.speech.text()
    }

    async fn say_over_lex(&self, words: &str) -> String {
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
        let reply = converse(&self.test.app, &turn).await;
        let response = serde_json::to_value(lex::from_reply(&reply, &event)).unwrap();
        let messages = response["messages"].as_array().unwrap().iter();
        messages
            .map(|message| message["content"].as_str().unwrap())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Answers a ticket; an error in words where none waits.
    async fn answer(&self, command: &str) -> Result<(), String> {
        let (kind, given) = command.split_once(' ').unwrap();
        let kind = TicketKind::ALL
            .into_iter()
            .find(|known| known.name() == kind)
            .unwrap();
        let given = match given {
            "yes" => Answer::Yes { minutes: Some(25) },
            "no" => Answer::No,
            other => panic!("{other} is no answer"),
        };
        let tickets = comanda::app::records::open_tickets(&self.test.app).await.unwrap();
        let Some(ticket) = tickets.iter().find(|ticket| ticket.kind == kind) else {
            return Err(format!("(no ticket {})", kind.name()));
        };
        self.test.answer(&ticket.order, kind, given).await;
        Ok(())
    }

    /// Runs a script's own lines and writes down everything that was said.
    async fn run(&mut self, script: &str) -> String {
        let mut talk = String::new();
        for line in script.lines().filter(|line| !line.starts_with(['<', '*'])) {
            writeln!(talk, "{line}").unwrap();
            let said = match line.split_at_checked(2) {
                Some(("> ", words)) => Some(self.say(words).await),
                Some(("! ", "launch")) => Some(self.turn(Wanted::Launch).await),
                Some(("! ", command)) => self.answer(command).await.err(),
                _ => None,
            };
            if let Some(said) = said {
                writeln!(talk, "< {said}").unwrap();
            }
            tokio::time::sleep(REST).await;
            for (number, announced) in self.test.news.after(&self.customer, self.heard) {
                self.heard = number;
                writeln!(talk, "* {}", announced.text).unwrap();
            }
        }
        talk
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

async fn check(language: Language, over: Over) {
    let mut wrong = String::new();
    for path in scripts(language) {
        let expected = std::fs::read_to_string(&path).unwrap();
        let talk = Talk::new(language, over).await.run(&expected).await;
        if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
            std::fs::write(&path, &talk).unwrap();
        } else if talk != expected {
            let changed = expected.lines().zip(talk.lines()).find(|(was, is)| was != is);
            writeln!(wrong, "{} over {over:?}: {changed:#?}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[tokio::test(start_paused = true)]
async fn english_in_the_terminal() {
    check(Language::EnUs, Over::Terminal).await;
}

#[tokio::test(start_paused = true)]
async fn portuguese_in_the_terminal() {
    check(Language::PtBr, Over::Terminal).await;
}

#[tokio::test(start_paused = true)]
async fn english_over_lex() {
    check(Language::EnUs, Over::Lex).await;
}

#[tokio::test(start_paused = true)]
async fn portuguese_over_lex() {
    check(Language::PtBr, Over::Lex).await;
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
