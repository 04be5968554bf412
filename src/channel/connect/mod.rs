//! Amazon Connect: what its flows ask of us by their own Lambda block, and the flows themselves.
//!
//! A flow's block is where a call gets the number that Connect recorded. The words of a call come over Lex.

mod call;
mod flow;
mod flow_event;
mod flows;
pub mod template;

pub use call::{Answers, CALL_BACK, NoCall, answer_flow};
pub use flow::{Action, Flow};
pub(in crate::channel) use flow_event::is_contact;
pub use flow_event::{ContactData, Details, Endpoint, FlowEvent};
pub use flows::{LineWords, announcement, inbound, whisper};

#[cfg(test)]
mod tests;
