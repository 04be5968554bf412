//! What a channel hands to the dialogue: who speaks, in which language, and what they said or pressed.

use crate::app::records::{Call, customer_of_number};
use crate::app::{App, ProfileAccess};
use crate::interpreter::{Hint, Transcript};
use crate::order::{CustomerId, Language, PersonId, Phone};

/// Over what the customer speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// An Alexa skill.
    Alexa,
    /// A Lex V2 bot in a chat.
    Lex,
    /// A Lex V2 bot that hears and speaks: a phone line, where silence is taken for the end.
    Phone,
    /// The terminal.
    Terminal,
}

impl Channel {
    /// A short name for logs and metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::Alexa => "alexa",
            Self::Lex => "lex",
            Self::Phone => "phone",
            Self::Terminal => "terminal",
        }
    }
}

/// What the channel knows the customer to want, before any interpretation of words.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// The conversation was opened without a wish.
    Launch,
    /// Free speech to be interpreted: at least one transcript, best first.
    Said {
        /// The transcriptions.
        transcripts: Vec<Transcript>,
        /// What the channel's grammar took them for.
        hint: Option<Hint>,
    },
    /// "Yes" by the channel's own intent.
    Yes,
    /// "No" by the channel's own intent.
    No,
    /// "That's all" by the channel's own intent.
    Done,
    /// "Where is my order?" by the channel's own intent.
    Status,
    /// "Cancel" by the channel's own intent.
    Cancel,
    /// "Start over" by the channel's own intent.
    StartOver,
    /// "What have I ordered?" by the channel's own intent.
    Review,
    /// "What do you have?" by the channel's own intent.
    Menu,
    /// "The usual" by the channel's own intent.
    Usual,
    /// "Something is wrong with my order" by the channel's own intent.
    Complain,
    /// "I want to talk to a person" by the channel's own intent.
    Person,
    /// "Slower" by the channel's own intent.
    Slower,
    /// "Hold on" by the channel's own intent, or "pause".
    HoldOn,
    /// "Delete my data" by the channel's own intent.
    Forget,
    /// Keys pressed on a phone: digits only. What they mean depends on what was asked.
    Keyed(String),
    /// The customer has answered a card or a settings page: consent to their profile was given or taken back.
    ConsentChanged,
    /// "Help".
    Help,
    /// "Repeat".
    Repeat,
    /// "Stop", or going home.
    Stop,
    /// The channel heard something and could make nothing of it; no transcript came with it.
    NotUnderstood,
    /// The channel heard nothing.
    Silence,
}

/// Whether the customer has an account with the shop that the channel vouches for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Linking {
    /// Over this channel no accounts are linked.
    #[default]
    NotOffered,
    /// An account could be linked, and none is.
    Unlinked {
        /// Whether the channel brought a proof of one that does not hold, such as one whose time is over.
        refused: bool,
    },
    /// The turn's customer is a linked account.
    Linked {
        /// The channel's own account that it is linked to, where the channel names one: what was kept of that one becomes
        /// the linked account's.
        through: Option<CustomerId>,
    },
}

/// One thing that a customer said, with what the channel knows around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// Who speaks, by the channel's own proof.
    pub customer: CustomerId,
    /// Whether that is an account with the shop, which may speak over several devices.
    pub linking: Linking,
    /// Which person of a household, where the channel knows the voice.
    pub person: Option<PersonId>,
    /// Whether it is known who speaks: to a voice that is not known no history and no address is said.
    pub voice_known: bool,
    /// How the channel's own profile of the customer can be read, where it has one.
    pub profile: Option<ProfileAccess>,
    /// The channel's locale, where it is one that we speak; none means the shop's default.
    pub language: Option<Language>,
    /// Over what.
    pub channel: Channel,
    /// The voice session, where the channel has several of one customer at once: what was read back in another one was
    /// not heard in this.
    pub session: Option<String>,
    /// Whether this opens a new voice session: what was asked in an earlier one no longer waits for its answer.
    pub new_session: bool,
    /// Under which id the channel delivers this turn, where it gives it one. A turn that is delivered again, because its
    /// answer was lost, is answered again and changes nothing.
    pub delivery: Option<String>,
    /// The telephone call that this is said in, where the line vouches for it: it can hand over to a person.
    pub caller: Option<Box<Caller>>,
    /// What is wanted.
    pub wanted: Wanted,
}

/// Whoever calls by telephone, as the line knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// Who that is to us.
    pub customer: CustomerId,
    /// Their number; none where they withhold it.
    pub phone: Option<Phone>,
}

impl Caller {
    /// Who calls. The same number is the same customer, whose id does not show it; without a number each call is another.
    pub fn of(app: &App, call: &Call) -> Self {
        let id = match &call.phone {
            Some(phone) => customer_of_number(app.shop(), phone),
            None => CustomerId::new(format!("call:{}", call.contact)),
        };
        Self {
            customer: id,
            phone: call.phone.clone(),
        }
    }
}
