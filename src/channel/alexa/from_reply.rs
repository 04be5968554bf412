//! From a reply to an Alexa response.

use super::envelope::Envelope;
use super::response::{OutputSpeech, Reprompt, Response, ResponseEnvelope};
use super::ssml::Ssml;
use crate::channel::Field;
use crate::conversation::{Listen, Reply, Speech};

/// The response that says this reply to the request that it answers.
///
/// The microphone opens for [`Listen::Open`] and [`Listen::YesNo`] alike: our model has intents for yes and no,
/// and Alexa takes no hint which of them to expect.
pub fn from_reply(reply: &Reply, envelope: &Envelope) -> ResponseEnvelope {
    let Reply {
        speech,
        reprompt,
        listen,
        screen: _,
        consent: _,
    } = reply;
    let (ends, reprompt) = match listen {
        Listen::Close => (true, None),
        Listen::Open | Listen::YesNo | Listen::Words => (false, reprompt.as_ref()),
    };
    let takes_end = envelope.request.request_type.takes_should_end_session();
    ResponseEnvelope::of(Response {
        output_speech: spoken(speech),
        reprompt: match reprompt.map(spoken) {
            Some(Field::Known(speech)) => Field::Known(Reprompt {
                output_speech: Field::Known(speech),
                ..Reprompt::default()
            }),
            _ => Field::Absent,
        },
        should_end_session: if takes_end {
            Field::Known(ends)
        } else {
            Field::Absent
        },
        ..Response::default()
    })
}

fn spoken(speech: &Speech) -> Field<OutputSpeech> {
    Ssml::of(speech).map_or(Field::Absent, |ssml| Field::Known(OutputSpeech::ssml(ssml)))
}
