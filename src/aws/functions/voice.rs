//! `voice`: Alexa's requests, Lex V2's events and those of Amazon Connect's flows in one function, told apart by their shape.
//!
//! Whoever speaks is answered by voice, whatever goes wrong within; only what is no request of a customer's fails.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};
use tokio::time::Instant;

use super::{Failure, Invocation};
use crate::app::App;
use crate::channel::alexa::{Accounts, AlexaApi};
use crate::channel::{BadRequest, alexa, connect, lex};
use crate::conversation::{TURN, change_account, converse_apart};

/// How long the conversation of a call may take to begin: the flow says nothing meanwhile.
const FLOW: Duration = Duration::from_secs(5);

/// The function.
#[derive(Debug)]
pub struct Voice {
    app: Arc<App>,
    alexa_skill_id: Option<String>,
    alexa: Option<AlexaApi>,
    connect_instance: Option<String>,
    accounts: Option<Accounts>,
}

/// An answer in its platform's format.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// To Alexa.
    Alexa(Box<alexa::ResponseEnvelope>),
    /// To Lex V2.
    Lex(Box<lex::Response>),
    /// To a flow of Amazon Connect.
    Flow(connect::Answers),
}

/// Whose format an event has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Platform {
    Alexa,
    Lex,
    Connect,
}

impl Voice {
    /// The function over an app. Of Alexa's requests it takes those for this skill, or every one without it; over `alexa`
    /// a word is said where a turn is slow.
    pub fn new(app: Arc<App>, alexa_skill_id: Option<String>, alexa: Option<AlexaApi>) -> Self {
        prepare(&app);
        if alexa_skill_id.is_none() {
            // The template lets no skill call then; whoever else may invoke the function is taken at their word.
            tracing::warn!(
                "alexa.skill.unchecked: COMANDA_ALEXA_SKILL_ID is not set, and requests of any skill are answered"
            );
        }
        Self {
            app,
            alexa_skill_id,
            alexa,
            connect_instance: None,
            accounts: None,
        }
    }

    /// The function, for calls to this instance of Amazon Connect; without one it takes none.
    #[must_use]
    pub fn for_calls_to(self, connect_instance: Option<String>) -> Self {
        Self {
            connect_instance,
            ..self
        }
    }

    /// The same with accounts that customers may link to the skill.
    #[must_use]
    pub fn linking(self, accounts: Option<Accounts>) -> Self {
        Self { accounts, ..self }
    }

    /// Answers an event of any of the platforms.
    ///
    /// # Errors
    /// [`Failure`] for what is none of theirs, is for another skill or instance, or names nobody to answer.
    pub async fn answer(&self, event: Value, invocation: &Invocation) -> Result<Answer, Failure> {
        let Value::Object(event) = event else {
            return Err(BadRequest::NotAnObject.into());
        };
        match platform(&event).ok_or(BadRequest::UnknownFormat)? {
            Platform::Alexa => self.answer_alexa(event, invocation).await,
            Platform::Lex => self.answer_lex(event, invocation.left(&self.app.clock)).await,
            Platform::Connect => self.answer_flow(event, invocation.left(&self.app.clock)).await,
        }
    }

    async fn answer_alexa(
        &self,
        event: Map<String, Value>,
        invocation: &Invocation,
    ) -> Result<Answer, Failure> {
        let envelope = alexa::Envelope::of(event)?;
        alexa::check_application(&envelope, self.alexa_skill_id.as_deref())?;
        let response = match alexa::to_turn(&envelope)? {
            alexa::Incoming::Turn(turn) => {
                let api = self.alexa.as_ref();
                let begun = Instant::now();
                let turn = match &self.accounts {
                    Some(accounts) => accounts.identify(&envelope, turn, self.app.clock.now()).await,
                    None => turn,
                };
                // Whose token it is takes of the turn's own time.
                let left = TURN.saturating_sub(begun.elapsed());
                let within = invocation.left(&self.app.clock).min(left);
                let reply = alexa::progress::reply_in_time(&self.app, api, &envelope, turn, within).await;
                Box::new(alexa::from_reply(&reply, &envelope))
            }
            // Where this fails Alexa tells of it again.
            alexa::Incoming::Account(event) => {
                let outcome = change_account(&self.app, &event).await?;
                tracing::info!(?outcome, "account.changed");
                Box::new(alexa::ResponseEnvelope::empty())
            }
            alexa::Incoming::Answer(response) => response,
        };
        Ok(Answer::Alexa(response))
    }

    async fn answer_lex(&self, event: Map<String, Value>, within: Duration) -> Result<Answer, Failure> {
        let event = lex::Event::of(event)?;
        let turn = lex::to_turn(&event)?;
        let begun = Instant::now();
        let turn = lex::of_call(&self.app, &event, turn).await;
        let within = within.saturating_sub(begun.elapsed());
        let reply = converse_apart(&self.app, turn, within).await;
        Ok(Answer::Lex(Box::new(lex::from_reply(&reply, &event))))
    }

    async fn answer_flow(&self, event: Map<String, Value>, within: Duration) -> Result<Answer, Failure> {
        let event = connect::FlowEvent::of(event)?;
        let instance = self.connect_instance.as_deref();
        let answers = connect::answer_flow(&self.app, &event, instance, within.min(FLOW)).await?;
        Ok(Answer::Flow(answers))
    }
}

/// Gets ready what the first turn needs in the shop's first language, before the first event is asked for.
fn prepare(app: &App) {
    let offer = app.offer.now();
    offer.interpreter.prepare(offer.menu.shop.language(None));
}

/// Whose format an event has, by what no other has at its top. What only looks like a platform's is for its parser to
/// refuse, in words that name what is missing.
fn platform(event: &Map<String, Value>) -> Option<Platform> {
    let has = |names: &[&str]| {
        names
            .iter()
            .any(|name| event.get(*name).is_some_and(Value::is_object))
    };
    if has(&["request"]) {
        Some(Platform::Alexa)
    } else if has(&["sessionState", "currentIntent", "bot"]) {
        Some(Platform::Lex)
    } else if has(&["Details"]) {
        Some(Platform::Connect)
    } else if has(&["session", "context"]) {
        Some(Platform::Alexa)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn platforms_are_told_apart_by_shape() {
        let check = |event: Value, expected: Option<Platform>| {
            assert_eq!(platform(event.as_object().unwrap()), expected, "{event}");
        };
        check(
            json!({ "version": "1.0", "request": { "type": "LaunchRequest" } }),
            Some(Platform::Alexa),
        );
        check(
            json!({ "version": "1.0", "session": {}, "request": null }),
            Some(Platform::Alexa),
        );
        check(
            json!({ "sessionState": { "intent": {} }, "bot": {} }),
            Some(Platform::Lex),
        );
        // A bot may hand on attributes of any name.
        check(
            json!({ "sessionState": {}, "requestAttributes": { "request": {} } }),
            Some(Platform::Lex),
        );
        check(
            json!({ "currentIntent": {}, "bot": {}, "outputDialogMode": "Text" }),
            Some(Platform::Lex),
        );
        check(
            json!({ "Details": { "ContactData": {} }, "Name": "ContactFlowEvent" }),
            Some(Platform::Connect),
        );
        check(json!({ "warmup": true }), None);
        check(json!({ "source": "aws.events", "detail": {} }), None);
        check(json!({}), None);
    }
}
