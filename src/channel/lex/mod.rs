//! Amazon Lex V2: the events that its code hooks send, the responses that they take, and the way from one to a
//! turn and from a reply to the other.
//!
//! The wire types follow the developer guide: [event], [response] and [common structures]. Lex V1, which an
//! event may also come from, has another format altogether and is refused by name.
//!
//! [event]: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html
//! [response]: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html
//! [common structures]: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-common-structures.html

mod caller;
mod event;
mod from_reply;
mod mark;
pub mod model;
mod response;
mod session_state;
mod to_turn;

pub use caller::{TICKET, of_call};
pub use event::{Bot, Confidence, Event, InputMode, Interpretation, InvocationSource, Transcription};
pub use from_reply::{END_OF_SPEECH, NEXT, PERSON, SUMMARY, from_reply};
pub use response::{Message, MessageContentType, Response};
pub use session_state::{
    ConfirmationState, DialogAction, DialogActionType, Intent, IntentState, SessionState, Shape, Slot,
    SlotContent,
};
pub use to_turn::to_turn;

#[cfg(test)]
mod tests;
