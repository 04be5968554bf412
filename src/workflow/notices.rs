//! Notes to the staff that no execution waits for: something is wrong with an order, a customer wants to be called.
//!
//! A turn may be answered anew after a lost write, so noting the same thing twice is noting it once.

use super::step::{ErrorName, StepError, find};
use crate::app::records::{
    Callback, Complaint, Note, Ticket, TicketKind, TicketState, Versioned, callback_id, load_ticket,
    put_ticket,
};
use crate::app::{App, WriteError};
use crate::order::{LineId, OrderId};

/// How often a note that meets another write is tried again.
const TRIES: usize = 5;
/// The most characters of a complaint's kind.
const LONGEST_KIND: usize = 40;

/// What became of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// The staff sees it.
    Now,
    /// The staff has seen the same already, and it still stands.
    Already,
    /// So much is noted of this order that no more is taken; what is noted stands.
    Full,
}

/// Something that a customer says is wrong with an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong<'a> {
    /// What kind of thing, as a short id: `missing`, `wrong`, `cold`, `late` and the like.
    pub kind: &'a str,
    /// The line it is about; none where it is about all of the order.
    pub line: Option<LineId>,
    /// What the customer said. What is too long is cut.
    pub words: &'a str,
}

/// Notes that something is wrong with a placed order, whether it has ended or not.
///
/// # Errors
/// [`StepError`]: `Order.Unknown` and `Order.NotReady` where there is no such order or it has not been placed.
pub async fn complain(app: &App, order: &OrderId, wrong: Wrong<'_>) -> Result<Noted, StepError> {
    find(app, order).await?;
    let complaint = Complaint {
        at: app.clock.now(),
        kind: cut(wrong.kind, LONGEST_KIND),
        line: wrong.line,
        words: cut(wrong.words, Complaint::LONGEST),
    };
    note(app, order, TicketKind::Complaint, |open| {
        let mut complaints = match open {
            Some(Note::Complaints(complaints)) => complaints.clone(),
            Some(Note::Callback(_)) | None => Vec::new(),
        };
        if complaints.iter().any(|known| is_same(known, &complaint)) {
            return Err(Noted::Already);
        }
        if complaints.len() >= Complaint::MOST {
            return Err(Noted::Full);
        }
        complaints.push(complaint.clone());
        Ok(Note::Complaints(complaints))
    })
    .await
}

fn is_same(known: &Complaint, new: &Complaint) -> bool {
    let Complaint {
        at: _,
        kind,
        line,
        words,
    } = known;
    (kind, line, words) == (&new.kind, &new.line, &new.words)
}

/// Notes that a customer wants to be called. There is one such note a customer; a later wish takes the place of an
/// earlier one that is still open, and keeps of it what it leaves out.
///
/// # Errors
/// [`StepError`].
pub async fn call_back(app: &App, mut wish: Callback) -> Result<Noted, StepError> {
    wish.reason = cut(&wish.reason, Callback::LONGEST);
    wish.name = wish.name.map(|name| cut(&name, Callback::LONGEST));
    let id = callback_id(app.shop(), &wish.customer);
    note(app, &id, TicketKind::Callback, |open| {
        let wish = match open {
            Some(Note::Callback(known)) => later(known, &wish),
            Some(Note::Complaints(_)) | None => wish.clone(),
        };
        let note = Note::Callback(wish);
        if open == Some(&note) {
            return Err(Noted::Already);
        }
        Ok(note)
    })
    .await
}

fn later(known: &Callback, wish: &Callback) -> Callback {
    let reason = if wish.reason.is_empty() {
        &known.reason
    } else {
        &wish.reason
    };
    Callback {
        customer: wish.customer.clone(),
        about: wish.about.clone().or(known.about.clone()),
        name: wish.name.clone().or(known.name.clone()),
        phone: wish.phone.clone().or(known.phone.clone()),
        language: wish.language,
        reason: reason.clone(),
    }
}

/// Writes a note over what is open of it; a closed one begins anew.
async fn note(
    app: &App,
    id: &OrderId,
    kind: TicketKind,
    next: impl Fn(Option<&Note>) -> Result<Note, Noted>,
) -> Result<Noted, StepError> {
    for _ in 0..TRIES {
        let stored = load_ticket(app, id, kind).await?;
        let version = stored.as_ref().map_or(0, |stored| stored.version);
        let open = stored
            .map(|stored| stored.value)
            .filter(|ticket| ticket.state == TicketState::Open);
        let note = match next(open.as_ref().and_then(|ticket| ticket.note.as_ref())) {
            Ok(note) => note,
            Err(noted) => return Ok(noted),
        };
        let value = Ticket {
            order: id.clone(),
            kind,
            token: None,
            state: TicketState::Open,
            opened_at: open.map_or_else(|| app.clock.now(), |ticket| ticket.opened_at),
            note: Some(note),
        };
        match app
            .store
            .write(vec![put_ticket(app.shop(), &Versioned { value, version })?])
            .await
        {
            Ok(()) => return Ok(Noted::Now),
            Err(WriteError::Refused(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StepError::new(
        ErrorName::StoreUnavailable,
        "the note kept changing",
    ))
}

/// The beginning of a text, at most so many characters.
fn cut(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}
