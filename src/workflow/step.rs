//! What the state machines ask for, and the names of the errors that they catch.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::records::{Forgetting, Held, PaymentState, TicketKind, Versioned, load_order, load_payment};
use crate::app::{App, StoreError, WorkflowError, WriteError};
use crate::order::{Draft, Getting, ItemId, Order, OrderId, Stage};

/// The payload of a task, as `statemachine/*.asl.json` writes it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// Sets stock aside.
    ReserveStock {
        /// For this order.
        order: OrderId,
    },
    /// Turns what was set aside into what was used.
    ConsumeStock {
        /// For this order.
        order: OrderId,
    },
    /// Gives stock back.
    ReleaseStock {
        /// Of this order.
        order: OrderId,
    },
    /// Makes sure that the order will be paid.
    AuthorisePayment {
        /// Which order.
        order: OrderId,
    },
    /// Takes the payment that was authorised.
    CapturePayment {
        /// Of this order.
        order: OrderId,
    },
    /// Voids or refunds the payment.
    UndoPayment {
        /// Of this order.
        order: OrderId,
    },
    /// Moves the order to its next stage.
    MarkStage {
        /// Which order.
        order: OrderId,
        /// The stage it enters.
        stage: Stage,
        /// Minutes that the kitchen needs, with [`Stage::Accepted`].
        #[serde(default)]
        minutes: Option<u32>,
    },
    /// Ends the order without success.
    CloseOrder {
        /// Which order.
        order: OrderId,
        /// [`Stage::Failed`] or [`Stage::Cancelled`].
        stage: Stage,
        /// What went wrong.
        problem: Option<ProblemName>,
    },
    /// Says what a draft costs and what of it cannot be had.
    Quote {
        /// The draft.
        draft: Draft,
        /// How it is to reach the customer, as far as that is settled.
        getting: Box<Getting>,
    },
    /// Finds what could be suggested with a draft.
    FindCandidates {
        /// The draft's id.
        order: OrderId,
    },
    /// Chooses one of them.
    ChooseSuggestion {
        /// The draft's id.
        order: OrderId,
        /// What could be suggested, the likeliest first.
        candidates: Vec<ItemId>,
    },
    /// Keeps a suggestion for the next reply that has room for it.
    KeepSuggestion {
        /// The draft's id.
        order: OrderId,
        /// What to suggest.
        item: ItemId,
        /// Why, in a sentence; empty: nothing is said of it.
        #[serde(default)]
        reason: String,
    },
}

/// What went wrong, as the state machine names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemName {
    SoldOut,
    PaymentRefused,
    KitchenRefused,
    KitchenSilent,
    KitchenLate,
    NoCourier,
    NotDelivered,
    Fault,
}

/// A question put on the kitchen's or the courier's queue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ask {
    /// What is asked.
    pub ask: TicketKind,
    /// About which order.
    pub order: OrderId,
    /// Where the answer goes.
    pub token: String,
}

/// The names under which tasks fail. `ErrorEquals` in the state machines matches them to the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ErrorName {
    StockSoldOut,
    PaymentRefused,
    OrderCancelled,
    OrderUnknown,
    OrderNotReady,
    KitchenRefused,
    CourierUnavailable,
    DeliveryFailed,
    StoreUnavailable,
    StoreDamaged,
    PayloadInvalid,
}

impl ErrorName {
    /// Every name.
    pub const ALL: [Self; 11] = [
        Self::StockSoldOut,
        Self::PaymentRefused,
        Self::OrderCancelled,
        Self::OrderUnknown,
        Self::OrderNotReady,
        Self::KitchenRefused,
        Self::CourierUnavailable,
        Self::DeliveryFailed,
        Self::StoreUnavailable,
        Self::StoreDamaged,
        Self::PayloadInvalid,
    ];

    /// The name as the state machines know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StockSoldOut => "Stock.SoldOut",
            Self::PaymentRefused => "Payment.Refused",
            Self::OrderCancelled => "Order.Cancelled",
            Self::OrderUnknown => "Order.Unknown",
            Self::OrderNotReady => "Order.NotReady",
            Self::KitchenRefused => "Kitchen.Refused",
            Self::CourierUnavailable => "Courier.Unavailable",
            Self::DeliveryFailed => "Delivery.Failed",
            Self::StoreUnavailable => "Store.Unavailable",
            Self::StoreDamaged => "Store.Damaged",
            Self::PayloadInvalid => "Payload.Invalid",
        }
    }
}

/// Why a step was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {cause}", name.as_str())]
pub struct StepError {
    /// What the state machine catches it by.
    pub name: ErrorName,
    /// What a person should know about it; holds nothing of the customer's.
    pub cause: String,
}

impl StepError {
    /// An error of this name.
    pub fn new(name: ErrorName, cause: impl Into<String>) -> Self {
        Self {
            name,
            cause: cause.into(),
        }
    }
}

impl From<StoreError> for StepError {
    fn from(error: StoreError) -> Self {
        let name = match error {
            StoreError::Unavailable(_) => ErrorName::StoreUnavailable,
            StoreError::Damaged(_) | StoreError::Misused(_) => ErrorName::StoreDamaged,
        };
        Self::new(name, error.to_string())
    }
}

impl From<WriteError> for StepError {
    fn from(error: WriteError) -> Self {
        match error {
            // Somebody else wrote first; doing the step again reads what they wrote.
            WriteError::Refused(_) => {
                Self::new(ErrorName::StoreUnavailable, "written by somebody else meanwhile")
            }
            WriteError::Store(error) => error.into(),
        }
    }
}

impl From<WorkflowError> for StepError {
    fn from(error: WorkflowError) -> Self {
        Self::new(ErrorName::StoreUnavailable, error.to_string())
    }
}

impl Step {
    /// The step in a task's payload.
    ///
    /// # Errors
    /// [`ErrorName::PayloadInvalid`].
    pub fn of_payload(payload: Value) -> Result<Self, StepError> {
        serde_json::from_value(payload)
            .map_err(|_| StepError::new(ErrorName::PayloadInvalid, "the payload is none of a step's"))
    }
}

/// A placed order as a step finds it.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) order: Order,
    pub(super) started: bool,
    pub(super) cancelling: bool,
    pub(super) forgetting: Forgetting,
    pub(super) version: u64,
}

impl Found {
    /// The record to be written back.
    pub(super) fn held(self) -> Versioned<Held> {
        let Self {
            order,
            started,
            cancelling,
            forgetting,
            version,
        } = self;
        Versioned {
            value: Held::Placed {
                order,
                started,
                cancelling,
                forgetting,
            },
            version,
        }
    }
}

/// The placed order of this id.
pub(super) async fn find(app: &App, id: &OrderId) -> Result<Found, StepError> {
    match load_order(app, id).await? {
        Some(Versioned {
            value:
                Held::Placed {
                    order,
                    started,
                    cancelling,
                    forgetting,
                },
            version,
        }) => Ok(Found {
            order,
            started,
            cancelling,
            forgetting,
            version,
        }),
        Some(Versioned {
            value: Held::Open(_), ..
        }) => Err(StepError::new(
            ErrorName::OrderNotReady,
            "the draft has not been placed",
        )),
        None => Err(StepError::new(ErrorName::OrderUnknown, "there is no such order")),
    }
}

/// The placed order of this id, unless it is being cancelled or undone: every step that goes forward asks this first.
///
/// Undoing begins with the payment. A task that outlives its timeout finds it voided or refunded and does nothing.
pub(super) async fn find_going_on(app: &App, id: &OrderId) -> Result<Found, StepError> {
    Ok(find_with_payment(app, id).await?.0)
}

/// The same, with the version of its payment, for a write that must not cross the undoing.
pub(super) async fn find_with_payment(app: &App, id: &OrderId) -> Result<(Found, u64), StepError> {
    let found = find(app, id).await?;
    if found.cancelling {
        return Err(StepError::new(
            ErrorName::OrderCancelled,
            "the order is being cancelled",
        ));
    }
    let payment = load_payment(app, id).await?;
    let version = payment.as_ref().map_or(0, |stored| stored.version);
    match payment.map(|stored| stored.value.state) {
        Some(PaymentState::Voided | PaymentState::Refunded) => Err(undone()),
        Some(PaymentState::Authorised | PaymentState::Captured) | None => Ok((found, version)),
    }
}

/// What a step that goes forward says of an order that has been undone.
pub(super) fn undone() -> StepError {
    StepError::new(ErrorName::OrderCancelled, "the order has been undone already")
}
