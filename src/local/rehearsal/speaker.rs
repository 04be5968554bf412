//! Who carries a talk's lines to the shop: over a channel, and back as plain text.

use std::sync::Arc;

use async_trait::async_trait;

use crate::app::App;
use crate::conversation::{Channel, Turn, Wanted, converse};
use crate::interpreter::Transcript;
use crate::order::{CustomerId, Language};

/// What is said to the shop, or happens instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'a> {
    /// Words.
    Words(&'a str),
    /// A new session is opened without a wish.
    Launch,
    /// Nothing was heard.
    Silence,
    /// Something was heard that is no words.
    Noise,
    /// Keys were pressed on a phone.
    Keys(String),
}

/// Carries what is said over a channel.
#[async_trait]
pub trait Speaker: Send {
    /// The customer that the channel makes of whoever speaks.
    fn customer(&self) -> &CustomerId;

    /// Whether the channel knows the voice from now on.
    fn voice(&mut self, known: bool);

    /// Says it, and returns what the channel says back, as plain text.
    async fn say(&mut self, app: &Arc<App>, said: Said<'_>) -> String;
}

/// The plain channel: words go in as they are.
#[derive(Debug)]
pub struct Terminal {
    customer: CustomerId,
    language: Language,
    voice_known: bool,
}

impl Terminal {
    /// A customer who speaks this language, with a voice that is known.
    pub fn new(language: Language) -> Self {
        Self::of(CustomerId::new("customer"), language)
    }

    /// The same as a customer of another channel.
    pub fn of(customer: CustomerId, language: Language) -> Self {
        Self {
            customer,
            language,
            voice_known: true,
        }
    }
}

#[async_trait]
impl Speaker for Terminal {
    fn customer(&self) -> &CustomerId {
        &self.customer
    }

    fn voice(&mut self, known: bool) {
        self.voice_known = known;
    }

    async fn say(&mut self, app: &Arc<App>, said: Said<'_>) -> String {
        let new_session = said == Said::Launch;
        let wanted = match said {
            Said::Words(words) => Wanted::Said {
                transcripts: vec![Transcript::certain(words)],
                hint: None,
            },
            Said::Launch => Wanted::Launch,
            Said::Silence => Wanted::Silence,
            Said::Noise => Wanted::NotUnderstood,
            Said::Keys(keys) => Wanted::Keyed(keys),
        };
        let turn = Turn {
            customer: self.customer.clone(),
            person: None,
            voice_known: self.voice_known,
            profile: None,
            session: None,
            language: Some(self.language),
            channel: Channel::Terminal,
            new_session,
            linking: Default::default(),
            delivery: None,
            caller: None,
            wanted,
        };
        converse(app, &turn).await.speech.text()
    }
}
