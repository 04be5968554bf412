//! A talk over a Lex bot's chat: the intents of the generated bot for words that are one of its utterances, the fallback
//! intent for the rest.

use std::sync::Arc;

use async_trait::async_trait;
use comanda::app::App;
use comanda::channel::lex::{self, model::bot_locale};
use comanda::conversation::converse;
use comanda::interpreter::from_menu::vocabulary;
use comanda::local::rehearsal::{Said, Speaker, Terminal};
use comanda::order::{CustomerId, Language, Menu};
use serde_json::{Value, json};

use super::carried::heard;

/// What Lex takes at the most of one message.
const MOST_CHARS: usize = 1_024;
const FALLBACK: &str = "FallbackIntent";

/// A bot's chat. Noise is the terminal's: Lex would hand on whatever words it took it for.
pub(super) struct Bot {
    session: String,
    customer: CustomerId,
    language: Language,
    terminal: Terminal,
    voice_known: bool,
    utterances: Arc<Vec<(Vec<String>, String)>>,
}

/// The utterances of the bot that `comanda model` makes of a menu, with their intents.
pub(super) fn utterances(menu: &Menu, language: Language) -> Vec<(Vec<String>, String)> {
    let bot = bot_locale(&vocabulary(menu, language), language);
    let intents = bot.intents.iter();
    intents
        .flat_map(|intent| {
            let utterances = intent.sample_utterances.iter();
            utterances.map(|sample| (heard(&sample.utterance), intent.name.clone()))
        })
        .collect()
}

impl Bot {
    /// The chat of one session.
    pub(super) fn of(session: &str, language: Language, utterances: Arc<Vec<(Vec<String>, String)>>) -> Self {
        let customer = CustomerId::new(format!("lex:BOT1234567:{session}"));
        Self {
            session: session.to_owned(),
            terminal: Terminal::of(customer.clone(), language),
            customer,
            language,
            voice_known: true,
            utterances,
        }
    }

    pub(super) fn event(&self, mode: &str, transcript: &str) -> Value {
        let words = heard(transcript);
        let known = self.utterances.iter().find(|(utterance, _)| *utterance == words);
        let intent = known.map_or(FALLBACK, |(_, intent)| intent);
        let intent =
            json!({ "name": intent, "state": "InProgress", "slots": {}, "confirmationState": "None" });
        let confidence = known.map(|_| 0.9);
        json!({
            "messageVersion": "1.0", "invocationSource": "DialogCodeHook", "inputMode": mode,
            "sessionId": self.session, "inputTranscript": transcript,
            "bot": {
                "id": "BOT1234567", "name": "shop", "aliasId": "TSTALIASID", "version": "DRAFT",
                "localeId": self.language.tag().replace('-', "_"),
            },
            "interpretations": [{ "intent": intent, "nluConfidence": confidence, "interpretationSource": "Lex" }],
            "sessionState": { "intent": intent, "sessionAttributes": {} },
        })
    }
}

#[async_trait]
impl Speaker for Bot {
    fn customer(&self) -> &CustomerId {
        &self.customer
    }

    fn voice(&mut self, known: bool) {
        self.voice_known = known;
        self.terminal.voice(known);
    }

    async fn say(&mut self, app: &Arc<App>, said: Said<'_>) -> String {
        let event = match &said {
            Said::Words(words) => self.event("Text", words),
            Said::Keys(keys) => self.event("DTMF", keys),
            Said::Silence => self.event("Text", ""),
            Said::Launch | Said::Noise => return self.terminal.say(app, said).await,
        };
        let event = lex::Event::parse(event.to_string().as_bytes()).unwrap();
        let mut turn = lex::to_turn(&event).unwrap();
        assert_eq!(turn.customer, self.customer);
        // Lex tells no voices apart; the talk does.
        turn.voice_known = self.voice_known;
        let reply = converse(app, &turn).await;
        take(&serde_json::to_value(lex::from_reply(&reply, &event)).unwrap())
    }
}

/// What a bot says of a response.
pub(super) fn take(response: &Value) -> String {
    let messages = response["messages"].as_array().unwrap().iter();
    let texts: Vec<&str> = messages
        .map(|message| message["content"].as_str().unwrap())
        .collect();
    assert!(
        texts
            .iter()
            .all(|text| (1..=MOST_CHARS).contains(&text.chars().count()))
    );
    texts.join(" ")
}
