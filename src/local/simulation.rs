//! A simulated kitchen and courier: they read the open tickets and answer them at a pace.
//!
//! They keep nothing of their own: what they owe an answer to stands in the store, so a crash does not make them forget.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::app::records::{Held, Ticket, TicketKind, Versioned, load_order, open_tickets};
use crate::order::Fulfilment;
use crate::workflow::tickets::{Answer, answer};

/// How fast kitchen and courier are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Pace {
    /// From the yes to the door in about twenty seconds.
    Demo,
    /// As fast as a real shop: about forty minutes.
    Real,
    /// Nobody is simulated; people answer on the staff board.
    Manual,
    /// Every question is answered at once: for tests that end the process many times in the middle of an order.
    #[value(hide = true)]
    Instant,
}

/// How often the open tickets are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// The same at [`Pace::Instant`].
const LOOK_INSTANTLY_EVERY: Duration = Duration::from_millis(10);

/// How long an order is under way after it is ready, at [`Pace::Real`].
const REAL_ON_THE_WAY: SignedDuration = SignedDuration::from_mins(19);

impl Pace {
    /// How long a ticket of this kind waits for its answer; none where people answer.
    fn waits(self, kind: TicketKind) -> Option<SignedDuration> {
        let (demo_seconds, real_seconds) = match kind {
            TicketKind::Accept => (3, 60),
            TicketKind::Ready => (6, 18 * 60),
            TicketKind::PickUp => (4, 5 * 60),
            TicketKind::Deliver => (6, 14 * 60),
            TicketKind::Cancel => (2, 60),
            // Only a person can call someone.
            TicketKind::Complaint | TicketKind::Callback => return None,
        };
        match self {
            Self::Demo => Some(SignedDuration::from_secs(demo_seconds)),
            Self::Real => Some(SignedDuration::from_secs(real_seconds)),
            Self::Manual => None,
            Self::Instant => Some(SignedDuration::ZERO),
        }
    }

    /// Whether orders are taken only while the shop is open: where nobody simulated works around the clock.
    pub(super) fn keeps_hours(self) -> bool {
        match self {
            Self::Real | Self::Manual => true,
            Self::Demo | Self::Instant => false,
        }
    }

    fn looks_every(self) -> Duration {
        match self {
            Self::Demo | Self::Real | Self::Manual => LOOK_EVERY,
            Self::Instant => LOOK_INSTANTLY_EVERY,
        }
    }

    /// What is answered. A kitchen that has accepted does not let an order go.
    fn answer(self, kind: TicketKind) -> Answer {
        match kind {
            TicketKind::Accept => Answer::Yes { minutes: Some(35) },
            TicketKind::Ready
            | TicketKind::PickUp
            | TicketKind::Deliver
            | TicketKind::Complaint
            | TicketKind::Callback => Answer::Yes { minutes: None },
            TicketKind::Cancel => Answer::No,
        }
    }
}

/// Answers tickets for as long as the process runs.
pub async fn run(app: Arc<App>, pace: Pace) {
    if pace == Pace::Manual {
        return;
    }
    loop {
        match open_tickets(&app).await {
            Ok(tickets) => {
                for ticket in tickets {
                    answer_if_due(&app, pace, &ticket).await;
                }
            }
            Err(error) => tracing::warn!(%error, "simulation.tickets"),
        }
        tokio::time::sleep(pace.looks_every()).await;
    }
}

/// Whether it makes no sense yet to have an order ready that is wanted later. A demonstration does not wait for it.
async fn is_too_early(app: &App, pace: Pace, ticket: &Ticket, now: Timestamp) -> bool {
    let waits_for_it = match pace {
        Pace::Real => ticket.kind == TicketKind::Ready,
        Pace::Demo | Pace::Manual | Pace::Instant => false,
    };
    if !waits_for_it {
        return false;
    }
    let Ok(Some(Versioned {
        value: Held::Placed { order, .. },
        ..
    })) = load_order(app, &ticket.order).await
    else {
        return false;
    };
    let on_the_way = match order.agreement.fulfilment {
        Fulfilment::Delivery => REAL_ON_THE_WAY,
        Fulfilment::Pickup => SignedDuration::ZERO,
    };
    let wanted = order.agreement.wanted_at;
    wanted.is_some_and(|wanted| wanted.duration_since(now) > on_the_way)
}

async fn answer_if_due(app: &App, pace: Pace, ticket: &Ticket) {
    let Some(waits) = pace.waits(ticket.kind) else {
        return;
    };
    let now = app.clock.now();
    if now.duration_since(ticket.opened_at) < waits || is_too_early(app, pace, ticket, now).await {
        return;
    }
    if let Err(error) = answer(app, &ticket.order, ticket.kind, pace.answer(ticket.kind)).await {
        tracing::warn!(order = ticket.order.as_str(), %error, "simulation.answer");
    }
}
