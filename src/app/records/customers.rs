//! What is kept about a customer between turns: where the dialogue stands and which order is theirs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Versioned, load, put};
use crate::app::store::Write;
use crate::app::{App, StoreError, keys};
use crate::interpreter::{EditKind, Exchange, Spoken};
use crate::order::menu::Allergen;
use crate::order::{
    Address, Contact, CustomerId, Fulfilment, IfMissing, ItemId, Language, LineId, Method, OptionId, OrderId,
    PersonId, ShopId, Stage,
};

/// What was asked last, and what an answer to it would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Pending {
    /// "Anything else?"
    AnythingElse,
    /// "Send it?": a yes places what was read back.
    Send,
    /// Which size, flavour or the like a line should have.
    Choose {
        /// The line.
        line: LineId,
    },
    /// "Black beans or pinto beans?"
    OneOf {
        /// Items to choose from.
        items: Vec<ItemId>,
        /// Options to choose from.
        options: Vec<OptionId>,
    },
    /// "Sorry, two or three?"
    HowMany {
        /// The line, which has the first of the numbers until it is settled.
        line: LineId,
        /// The numbers.
        numbers: Vec<u32>,
    },
    /// "Flan instead?": a yes adds what could take the place of something that cannot be had.
    Instead {
        /// What could take its place.
        item: ItemId,
    },
    /// "A guaraná with that?": a yes adds it.
    Suggested {
        /// What was suggested.
        item: ItemId,
    },
    /// "Did you mean two guaranás?": a yes carries this out.
    Meant {
        /// The changes.
        edits: Vec<EditKind>,
        /// Delivery or pickup.
        fulfilment: Option<Fulfilment>,
        /// How it is to be paid.
        method: Option<Method>,
    },
    /// "We only have two left. How many?"
    OnlySome {
        /// The line.
        line: LineId,
    },
    /// "Delivery or pickup?"
    Fulfilment,
    /// "To your usual address?"
    UsualAddress,
    /// "We don't deliver there. Pick it up instead?"
    PickupInstead,
    /// "What's the postal code?"
    PostalCode,
    /// "Which street?"
    Street,
    /// "What number?"
    HouseNumber,
    /// "Sixty-two Maple Street. Right?"
    Address,
    /// "We open at six. Take it for then?"
    AtOpening {
        /// When the shop opens.
        opens: Timestamp,
    },
    /// "For what time?"
    Time,
    /// "How would you like to pay?"
    Payment,
    /// "Change for how much?"
    Change,
    /// "What name is it for?"
    Name,
    /// "What number can they call?"
    Phone,
    /// "If something's missing: swap it, leave it out, or call you?"
    IfMissing,
    /// "It may contain peanuts. Keep it and warn them?": a no takes the line off.
    KeepAndWarn {
        /// The line.
        line: LineId,
    },
    /// "It contains peanuts. Still want it?": a yes adds it.
    StillWant {
        /// What was asked about.
        item: ItemId,
    },
    /// "What should I tell the kitchen?"
    Note,
    /// "You have a calabresa from earlier. Continue, or start over?"
    Stale {
        /// What was said when this had to be asked first.
        words: Option<String>,
    },
    /// "Start over?": a yes empties the draft.
    StartOver,
    /// "Cancel it?": a yes cancels this order.
    CancelOrder {
        /// Which.
        order: OrderId,
    },
    /// "Last time: a calabresa. The same again?": a yes puts it into the draft, a no asks for the one before.
    Usual {
        /// Which order.
        order: OrderId,
    },
    /// "What's wrong with it?"
    Complaint {
        /// Which order.
        order: OrderId,
    },
    /// "Which order: the one with the calabresa or the one with the feijoada?"
    WhichOrder {
        /// The orders.
        orders: Vec<OrderId>,
        /// What for.
        purpose: Purpose,
        /// The dishes by which they are told apart, an item or an option each, in the order of the orders.
        dishes: Vec<Dish>,
    },
    /// "Shall I have somebody call you?"
    OfferPerson,
    /// "On what number can they call you?"
    CallbackPhone,
    /// "Delete everything we keep about you?"
    Forget,
}

/// What an order is told apart from others by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dish {
    /// An item.
    Item(ItemId),
    /// The option that names its dish.
    Option(OptionId),
}

/// What an order is wanted for that has to be told apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To hear where it is.
    Status,
    /// To cancel it.
    Cancel,
    /// To complain about it.
    Complain,
}

/// What is kept of a customer from one order to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Name and number.
    pub contact: Contact,
    /// Where the last delivery went: "your usual address".
    pub address: Option<Address>,
    /// What to do where something is missing; asked once.
    pub if_missing: Option<IfMissing>,
    /// Allergies, only where the customer asked for them to be kept.
    pub allergies: Vec<Allergen>,
}

/// Who was spoken to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// In which voice session, where the channel has several.
    pub session: Option<String>,
    /// In which language.
    pub language: Language,
    /// Whether it was known who spoke.
    pub voice_known: bool,
    /// Which person of a household that was.
    pub person: Option<PersonId>,
}

/// The turn that was answered last. What was said is kept beside it, for "repeat".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredTurn {
    /// Under which id the channel delivered it.
    pub delivery: String,
    /// What is said into silence.
    pub reprompt: Option<String>,
    /// What is awaited, by its name in the dialogue.
    pub listen: String,
    /// Whether the customer was asked to allow their address to be read.
    pub asks_consent: bool,
    /// Whether the customer was asked to link their account.
    #[serde(default)]
    pub asks_account: bool,
}

/// Whether the channel's own notifications about orders are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// Whether they are.
    pub on: bool,
    /// When that was decided.
    pub since: Timestamp,
}

/// A customer's place in the dialogue, and what is kept of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Customer {
    /// The draft under way.
    pub current: Option<OrderId>,
    /// What was asked last.
    pub pending: Option<Pending>,
    /// When it was asked.
    pub asked_at: Option<Timestamp>,
    /// What was said last, for "repeat".
    pub last_said: String,
    /// Who heard it; what somebody who is known heard is repeated to nobody else.
    pub last_heard: Option<Heard>,
    /// How it was answered, for a turn that is delivered again.
    pub last_turn: Option<AnsweredTurn>,
    /// Turns in a row that were not understood.
    pub misses: u32,
    /// Turns in a row in which nothing was heard.
    pub silences: u32,
    /// The line that was last added or changed, for "make it two".
    pub last_line: Option<LineId>,
    /// What was asked about in the last turn, for "I'll take one"; a turn that speaks of something else lets go of it.
    pub spoken: Option<Spoken>,
    /// The last turns of this session, oldest first, where the interpreter looks back; none of them speaks of addresses,
    /// names, numbers or payment.
    pub recent: Vec<Exchange>,
    /// The last order whose stage this customer heard of in a turn, and that stage.
    pub heard: Option<(OrderId, Stage)>,
    /// Whether this session is spoken slowly.
    pub slow: bool,
    /// What is kept for the next order.
    pub kept: Kept,
    /// Whether the channel's own notifications about orders are wanted; none where the channel has never said.
    pub subscription: Option<Subscription>,
    /// Of an account with the shop: the channels' own accounts that it is linked to, the last one last.
    pub channels: Vec<CustomerId>,
    /// Of a channel's own account: the account with the shop that it was last linked to. Who speaks is never known by it.
    pub account: Option<CustomerId>,
    /// When that was last seen to be so: what is written anew is kept for as long again.
    pub linked_at: Option<Timestamp>,
}

/// What is kept about a customer; a new one where nothing is.
///
/// # Errors
/// [`StoreError`].
pub async fn customer(app: &App, id: &CustomerId) -> Result<Versioned<Customer>, StoreError> {
    let stored = load(app, &keys::customer(app.shop(), id)).await?;
    Ok(stored.unwrap_or_else(|| Versioned::new(Customer::default())))
}

/// The write of a customer over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_customer(
    shop: &ShopId,
    id: &CustomerId,
    customer: &Versioned<Customer>,
) -> Result<Write, StoreError> {
    put(keys::customer(shop, id), customer, Vec::new(), Vec::new())
}
