//! Who speaks to the deployed `voice` function, over Alexa or Lex: the same devices and bots as in the transcript suite,
//! whose requests go over the wire.

use std::sync::Arc;

use comanda::app::records::{Counter, ON_HAND};
use comanda::app::store::{Store, Write};
use comanda::local::rehearsal::{Input, Said, Script, Speaker, Step};
use comanda::order::{CustomerId, ItemId, Language, Menu};
use serde_json::Value;

use crate::alexa::{Device, Prefers};
use crate::carried::Samples;
use crate::deployed::Stack;
use crate::lex::{self, Bot};

/// The remark of a talk at which what was ordered is sold out from under it.
const SOLD: &str = "# Somebody else buys the last one.";

/// The dish that this befalls.
pub(crate) const SCARCE: &str = "orange-juice";

/// A talk up to where what was ordered is sold to somebody else, and from there on; all of it is the first part where
/// nothing is.
pub(crate) fn parts(script: &Script) -> (Script, Script) {
    let is_sold = |step: &Step| step.input == Input::Remark(SOLD.to_owned());
    let sold = script.steps.iter().position(is_sold);
    let (before, after) = script.steps.split_at(sold.unwrap_or(script.steps.len()));
    let part = |steps: &[Step]| Script {
        steps: steps.to_vec(),
    };
    (part(before), part(after))
}

/// Somebody else buys the last one of a dish.
pub(crate) async fn sell_out(store: &dyn Store, menu: &Menu, dish: &str) {
    let key = Counter::Item(ItemId::new(dish)).key(&menu.shop.id);
    let mut record = store.get(&key).await.unwrap().unwrap();
    record.attributes.insert(ON_HAND.to_owned(), 0.into());
    store.write(vec![Write::Put(record, Vec::new())]).await.unwrap();
}

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
