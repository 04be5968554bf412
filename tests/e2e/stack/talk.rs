//! Who speaks to the deployed `voice` function, over Alexa or Lex: the same devices and bots as in the transcript suite,
//! whose requests go over the wire.

use std::sync::Arc;

use comanda::local::rehearsal::{Said, Speaker};
use comanda::order::{CustomerId, Language, Menu};
use serde_json::Value;

use crate::alexa::{Device, Prefers};
use crate::carried::Samples;
use crate::deployed::Stack;
use crate::lex::{self, Bot};

/// Who speaks, over which platform.
pub(crate) enum Caller {
    Alexa(Device),
    Lex(Bot),
}

impl Caller {
    /// Somebody at an Echo.
    pub(crate) fn alexa(user: &str, language: Language, menu: &Menu) -> Self {
        let samples = Arc::new(Samples::of(menu, language));
        Self::Alexa(Device::of(user, language, samples, Prefers::Slot))
    }

    /// Somebody in a Lex bot's chat.
    pub(crate) fn lex(session: &str, language: Language, menu: &Menu) -> Self {
        let utterances = Arc::new(lex::utterances(menu, language));
        Self::Lex(Bot::of(session, language, utterances))
    }

    /// The customer that the platform makes of them.
    pub(crate) fn customer(&self) -> &CustomerId {
        match self {
            Self::Alexa(device) => device.customer(),
            Self::Lex(bot) => bot.customer(),
        }
    }

    /// The event that `voice` gets for what is said.
    pub(crate) fn event(&mut self, said: Said<'_>) -> Value {
        match self {
            Self::Alexa(device) => {
                let (request, _) = device.ask(said);
                device.body(&request)
            }
            Self::Lex(bot) => match said {
                Said::Words(words) => bot.event("Text", words),
                Said::Keys(keys) => bot.event("DTMF", &keys),
                Said::Launch | Said::Silence | Said::Noise => bot.event("Text", ""),
            },
        }
    }

    /// What is spoken of an answer.
    pub(crate) fn take(&mut self, answer: &Value) -> String {
        match self {
            Self::Alexa(device) => device.take(answer),
            Self::Lex(_) => lex::take(answer),
        }
    }

    /// Says something to the deployed function, and returns what it says back.
    pub(crate) async fn say(&mut self, stack: &Stack, said: Said<'_>) -> String {
        let event = self.event(said);
        self.take(&stack.invoke("VoiceFunction", &event).await)
    }
}
