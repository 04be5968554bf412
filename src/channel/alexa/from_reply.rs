//! From a reply to an Alexa response.

use serde_json::Value;

use super::envelope::Envelope;
use super::response::{OutputSpeech, Reprompt, Response, ResponseEnvelope};
use super::ssml::Ssml;
use super::{dialog, screen};
use crate::channel::Field;
use crate::conversation::{Listen, Reply, Speech};

/// The most bytes of a response; Alexa refuses longer ones.
const MOST_BYTES: usize = 24_000;

/// The response that says this reply to the request that it answers.
///
/// For a yes or a no the microphone opens and no more: our model has intents for both. Wherever else an answer is
/// awaited the slot for words is elicited, so that bare speech is heard.
pub fn from_reply(reply: &Reply, envelope: &Envelope) -> ResponseEnvelope {
    let Reply {
        speech,
        reprompt,
        listen,
        screen,
        consent,
    } = reply;
    let request = &envelope.request.request_type;
    let (ends, elicits) = match listen {
        Listen::Close | Listen::Person => (true, false),
        Listen::YesNo => (false, false),
        Listen::Open | Listen::Words => (false, dialog::may_begin(request)),
    };
    let reprompt = reprompt.as_ref().filter(|_| !ends);
    let mut answer = ResponseEnvelope::of(Response {
        output_speech: spoken(speech),
        reprompt: match reprompt.map(spoken) {
            Some(Field::Known(speech)) => Field::Known(Reprompt {
                output_speech: Field::Known(speech),
                ..Reprompt::default()
            }),
            _ => Field::Absent,
        },
        directives: match elicits {
            true => Field::Known(vec![dialog::elicit_words()]),
            false => Field::Absent,
        },
        should_end_session: match request.takes_should_end_session() {
            true => Field::Known(ends),
            false => Field::Absent,
        },
        ..Response::default()
    });
    let has_screen = screen::has_screen(envelope);
    if let Some(screen) = screen.as_ref().filter(|_| has_screen) {
        show(&mut answer, screen::render(screen));
    }
    if let Some(card) = screen::card(screen.as_ref(), *consent, has_screen) {
        let without = answer.clone();
        answer.response.card = Field::Known(card);
        answer = if fits(&answer) { answer } else { without };
    }
    answer
}

/// Adds a directive that shows something, where there is room: what is said is worth more.
fn show(answer: &mut ResponseEnvelope, directive: Value) {
    let mut directives = answer.response.directives.known().cloned().unwrap_or_default();
    directives.push(directive);
    let without = std::mem::replace(&mut answer.response.directives, Field::Known(directives));
    if !fits(answer) {
        answer.response.directives = without;
    }
}

fn fits(answer: &ResponseEnvelope) -> bool {
    serde_json::to_vec(answer).is_ok_and(|body| body.len() < MOST_BYTES)
}

fn spoken(speech: &Speech) -> Field<OutputSpeech> {
    Ssml::of(speech).map_or(Field::Absent, |ssml| Field::Known(OutputSpeech::ssml(ssml)))
}
