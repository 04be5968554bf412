//! Whose call a turn is said in.
//!
//! Connect hands its contact's id to Lex as the session's, and hands over as a session's attribute the ticket that the
//! flow was told. Neither is believed alone, because whoever calls Lex's runtime API chooses both: only together do they
//! name a call, and its number is the one that Connect recorded. If Connect ever names its sessions otherwise, a call is
//! no more than a session again: nothing known of the caller is said or used.

use std::time::Duration;

use super::event::Event;
use crate::app::App;
use crate::app::records::{Call, load_call};
use crate::channel::connect::is_contact;
use crate::conversation::{Caller, Channel, Turn};

/// The session's attribute that holds the ticket.
pub const TICKET: &str = "comanda_ticket";
/// How long looking a call up may take. The turn goes on without it.
const WITHIN: Duration = Duration::from_millis(800);

/// The turn in the name of the number that calls, where the event belongs to a call under way; else as it is.
///
/// By a number alone nobody is known as a voice is: no address, no history is said.
pub async fn of_call(app: &App, event: &Event, turn: Turn) -> Turn {
    if turn.channel != Channel::Phone {
        return turn;
    }
    let Some(call) = call(app, event).await else {
        return turn;
    };
    let caller = Caller::of(app, &call);
    Turn {
        customer: caller.customer.clone(),
        voice_known: caller.phone.is_none(),
        session: Some(call.contact),
        caller: Some(Box::new(caller)),
        ..turn
    }
}

async fn call(app: &App, event: &Event) -> Option<Call> {
    let contact = event.session_id.text().filter(|id| is_contact(id))?;
    let attributes = event.session_state.known()?.session_attributes.known()?;
    let ticket = attributes.get(TICKET)?.as_str()?;
    match tokio::time::timeout(WITHIN, load_call(app, contact)).await {
        Ok(Ok(call)) => call.map(|call| call.value).filter(|call| call.ticket == ticket),
        Ok(Err(error)) => {
            tracing::warn!(%error, "call.not_looked_up");
            None
        }
        Err(_) => {
            tracing::warn!("call.looked_up_late");
            None
        }
    }
}
