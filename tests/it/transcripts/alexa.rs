//! A talk over Alexa: its lines through the generated model's samples into genuine requests, the answers back as text.
//!
//! While a slot for words is elicited, bare words go there. A new session begins after one that was closed.

use std::sync::Arc;

use async_trait::async_trait;
use comanda::app::App;
use comanda::channel::alexa::{self, Envelope, Incoming};
use comanda::conversation::{Wanted, converse};
use comanda::interpreter::Transcript;
use comanda::local::rehearsal::{Said, Speaker};
use comanda::order::{CustomerId, Language};
use serde_json::{Value, json};

use super::carried::{Carried, Samples, heard};

/// What Alexa takes at the most: characters of a speech, bytes of a response.
const MOST_SPEECH: usize = 8_000;
const MOST_BYTES: usize = 24_000;
const FALLBACK: &str = "AMAZON.FallbackIntent";

/// Whether bare words go to the slot that is elicited, or rather to an intent whose carrier phrase they begin with:
/// Alexa's documentation leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefers {
    Slot,
    Carriers,
}

/// A speaker in a kitchen.
pub(super) struct Device {
    user: String,
    customer: CustomerId,
    language: Language,
    samples: Arc<Samples>,
    prefers: Prefers,
    voice_known: bool,
    in_session: bool,
    elicits: bool,
    requests: usize,
    /// Of each line of words whether a sample carried it.
    pub(super) carried: Vec<bool>,
}

impl Device {
    /// The device of a user of this name.
    pub(super) fn of(user: &str, language: Language, samples: Arc<Samples>, prefers: Prefers) -> Self {
        let user = format!("amzn1.ask.account.{user}");
        Self {
            customer: CustomerId::new(format!("alexa:{user}")),
            user,
            language,
            samples,
            prefers,
            voice_known: true,
            in_session: false,
            elicits: false,
            requests: 0,
            carried: Vec::new(),
        }
    }

    fn carry(&self, text: &str) -> Option<Carried> {
        let (samples, words) = (&self.samples, heard(text));
        let elicited = || {
            self.elicits.then(|| Carried {
                intent: "WordsIntent".to_owned(),
                slots: vec![("query".to_owned(), words.join(" "))],
            })
        };
        let by_samples = || samples.named(&words).or_else(|| samples.after_a_carrier(&words));
        let plain = samples.plain(&words);
        match self.prefers {
            Prefers::Slot => plain.or_else(elicited).or_else(by_samples),
            Prefers::Carriers => plain.or_else(by_samples).or_else(elicited),
        }
    }

    /// The body of a request from this device.
    pub(super) fn body(&self, request: &Value) -> Value {
        let user = json!({ "userId": self.user });
        let application = json!({ "applicationId": "amzn1.ask.skill.SHOP" });
        let mut system = json!({
            "application": application, "user": user,
            "device": { "deviceId": "amzn1.ask.device.KITCHEN", "supportedInterfaces": {} },
        });
        if self.voice_known {
            system["person"] = json!({ "personId": "amzn1.ask.person.ANA" });
        }
        json!({
            "version": "1.0",
            "session": {
                "new": !self.in_session, "sessionId": "amzn1.echo-api.session.1",
                "application": application, "user": user,
            },
            "context": { "System": system },
            "request": request,
        })
    }

    fn request(&mut self, kind: &str, intent: Option<Carried>) -> Value {
        self.requests += 1;
        let id = format!("amzn1.echo-api.request.{}.{}", self.user, self.requests);
        let mut request = json!({
            "type": kind, "requestId": id, "timestamp": "2026-11-20T15:30:00Z",
            "locale": self.language.tag(),
        });
        if let Some(Carried { intent, slots }) = intent {
            let slots: serde_json::Map<String, Value> = slots
                .into_iter()
                .map(|(name, value)| {
                    let filled = json!({ "name": name, "value": value, "confirmationStatus": "NONE" });
                    (name, filled)
                })
                .collect();
            request["intent"] = json!({ "name": intent, "confirmationStatus": "NONE", "slots": slots });
        }
        request
    }

    /// The request for what is said; with what is wanted, where that reaches the skill in no way that can be asked for
    /// here.
    pub(super) fn ask(&mut self, said: Said<'_>) -> (Value, Option<Wanted>) {
        let fallback = || {
            Some(Carried {
                intent: FALLBACK.to_owned(),
                slots: Vec::new(),
            })
        };
        match said {
            Said::Launch => {
                self.in_session = false;
                (self.request("LaunchRequest", None), None)
            }
            Said::Noise => (self.request("IntentRequest", fallback()), None),
            Said::Silence => (self.request("IntentRequest", fallback()), Some(Wanted::Silence)),
            Said::Keys(keys) => (
                self.request("IntentRequest", fallback()),
                Some(Wanted::Keyed(keys)),
            ),
            Said::Words(words) => {
                let carried = self.carry(words);
                self.carried.push(carried.is_some());
                let wanted = carried.is_none().then(|| Wanted::Said {
                    transcripts: vec![Transcript::certain(words)],
                    hint: None,
                });
                (self.request("IntentRequest", carried.or_else(fallback)), wanted)
            }
        }
    }

    /// Takes a response as a device does, and returns what is spoken.
    pub(super) fn take(&mut self, response: &Value) -> String {
        assert!(response.to_string().len() < MOST_BYTES);
        let response = &response["response"];
        let end = response["shouldEndSession"].as_bool().unwrap();
        self.in_session = !end;
        let directives = response["directives"].as_array();
        self.elicits = directives
            .into_iter()
            .flatten()
            .any(|directive| directive["type"] == "Dialog.ElicitSlot");
        let ssml = |speech: &Value| speech["ssml"].as_str().map(str::to_owned);
        if let Some(reprompt) = ssml(&response["reprompt"]["outputSpeech"]) {
            assert!(!end && reprompt.chars().count() <= MOST_SPEECH);
        }
        let speech = ssml(&response["outputSpeech"]).unwrap();
        assert!(speech.chars().count() <= MOST_SPEECH);
        text(&speech)
    }
}

#[async_trait]
impl Speaker for Device {
    fn customer(&self) -> &CustomerId {
        &self.customer
    }

    fn voice(&mut self, known: bool) {
        self.voice_known = known;
    }

    async fn say(&mut self, app: &Arc<App>, said: Said<'_>) -> String {
        let (request, wanted) = self.ask(said);
        let envelope = Envelope::parse(self.body(&request).to_string().as_bytes()).unwrap();
        let Incoming::Turn(mut turn) = alexa::to_turn(&envelope).unwrap() else {
            panic!("{request} is no turn");
        };
        assert_eq!(turn.customer, self.customer);
        turn.wanted = wanted.unwrap_or(turn.wanted);
        let reply = converse(app, &turn).await;
        let response = serde_json::to_value(alexa::from_reply(&reply, &envelope)).unwrap();
        self.take(&response)
    }
}

/// What a word that is spelled out stands in.
const LETTERS: (&str, &str) = ("<say-as interpret-as=\"characters\">", "</say-as>");

/// A speech with the words in it spelled that are to be.
fn spelled(ssml: &str) -> String {
    let mut pieces = ssml.split(LETTERS.0);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (word, rest) = piece.split_once(LETTERS.1).unwrap();
        let letters: Vec<String> = word.chars().map(|c| c.to_uppercase().to_string()).collect();
        text += &letters.join(", ");
        text += rest;
    }
    text
}

/// The text of a speech.
fn text(ssml: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in spelled(ssml).chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if in_tag => {}
            _ => text.push(c),
        }
    }
    let escapes = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    escapes
        .into_iter()
        .fold(text, |text, (escaped, plain)| text.replace(escaped, plain))
}
