//! The ports beside the store: workflows, and the voice that reaches customers between their turns.

use async_trait::async_trait;
use jiff::Timestamp;
use serde_json::Value;

use crate::order::{AddressParts, Callable, Contact, CustomerId, Language, Mobile, OrderId};

/// One of the state machines under `statemachine/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Machine {
    /// Express, synchronous: what a draft costs and whether it can be had.
    Quote,
    /// Express, not waited for: something to suggest.
    Recommend,
    /// Standard: an order from the yes to the door.
    Order,
}

impl Machine {
    /// Every machine.
    pub const ALL: [Self; 3] = [Self::Quote, Self::Recommend, Self::Order];

    /// Its name, which is its file's name without the ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Recommend => "recommend",
            Self::Order => "order",
        }
    }
}

/// Why a workflow could not be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkflowError {
    /// The task token is spent, unknown or its execution has ended: the answer is too late and changes nothing.
    #[error("the answer comes too late")]
    TooLate,
    /// An execution ended without success.
    #[error("the execution ended with {error}: {cause}")]
    Failed {
        /// The error's name.
        error: String,
        /// What is said about it.
        cause: String,
    },
    /// The engine cannot be used at present; trying again may help.
    #[error("the workflow engine cannot be used at present: {0}")]
    Unavailable(String),
}

/// Whoever runs the state machines: the embedded engine or Step Functions.
#[async_trait]
pub trait Workflows: Send + Sync + std::fmt::Debug {
    /// Starts an execution under a name that no other execution of the machine ever has.
    ///
    /// A name that is taken is success: the execution was started before.
    ///
    /// # Errors
    /// [`WorkflowError::Unavailable`].
    async fn start(&self, machine: Machine, name: &str, input: Value) -> Result<(), WorkflowError>;

    /// Runs an Express machine to its end and returns its output.
    ///
    /// # Errors
    /// [`WorkflowError::Failed`] or [`WorkflowError::Unavailable`].
    async fn run(&self, machine: Machine, name: &str, input: Value) -> Result<Value, WorkflowError>;

    /// Answers a task token with a result.
    ///
    /// # Errors
    /// [`WorkflowError::TooLate`] or [`WorkflowError::Unavailable`].
    async fn succeed(&self, token: &str, output: Value) -> Result<(), WorkflowError>;

    /// Answers a task token with an error.
    ///
    /// # Errors
    /// [`WorkflowError::TooLate`] or [`WorkflowError::Unavailable`].
    async fn fail(&self, token: &str, error: &str, cause: &str) -> Result<(), WorkflowError>;
}

/// Something said to a customer outside a turn of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// To whom.
    pub customer: CustomerId,
    /// The channel's own account that notifications go to: the customer, or one that they have linked theirs to.
    pub account: CustomerId,
    /// About which order.
    pub order: OrderId,
    /// What of it, by a name that stays: with the order it is known again.
    pub news: &'static str,
    /// In which language.
    pub language: Language,
    /// The shop's name.
    pub shop: String,
    /// The words, plain text.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// Over what, to be tried in this order until one of them takes it; nothing else may be used to reach the customer,
    /// but for whoever listens at this moment.
    pub routes: Vec<Route>,
    /// Whether nothing further will be announced about this order.
    pub last: bool,
}

/// A way to a customer that they have agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// A notification in their channel's own account, which has no words of ours.
    Event(Progress),
    /// A call.
    Call(Callable),
    /// A text message.
    Text(Mobile),
}

/// What a notification can truly say of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It is being prepared.
    Preparing,
    /// It is out for delivery.
    OnTheWay,
}

/// Whether an announcement reached anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Handed to a device or a line that speaks it.
    Spoken,
    /// Handed over as a notification that the customer's channel speaks when they ask for it.
    Notified,
    /// Sent as a text message.
    Written,
    /// Nobody can be reached; the skill says it at the next launch.
    Nobody,
    /// A way that is open could not be used just now, and none after it took the news: it may be worth another try.
    NotNow,
}

impl Reached {
    /// A short name for logs and metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spoken => "spoken",
            Self::Notified => "notified",
            Self::Written => "written",
            Self::Nobody => "nobody",
            Self::NotNow => "not_now",
        }
    }
}

/// The voice that reaches customers between their turns.
#[async_trait]
pub trait VoiceOut: Send + Sync + std::fmt::Debug {
    /// Says an announcement wherever the customer can be reached.
    async fn announce(&self, announcement: Announcement) -> Reached;
}

/// How the channel's own profile of a customer is read. Never logged, never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct ProfileAccess {
    /// Where the channel says that its profiles are.
    pub endpoint: String,
    /// The token that came with the request.
    pub token: String,
    /// The device that was spoken to.
    pub device: String,
}

/// A token is a secret: what is printed for developers shows none of it.
impl std::fmt::Debug for ProfileAccess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProfileAccess").finish_non_exhaustive()
    }
}

/// What a channel's profile says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Profile {
    /// Whatever of it the customer lets be read: with consent by voice, the postal code alone.
    Known {
        /// The address.
        address: AddressParts,
        /// Name and number.
        contact: Contact,
    },
    /// The customer has not consented.
    NotAllowed,
    /// It could not be read in time.
    Unavailable,
}

/// Profiles that channels keep of their customers.
#[async_trait]
pub trait Profiles: Send + Sync + std::fmt::Debug {
    /// The profile behind a request; always answers within a second and a half.
    async fn profile(&self, access: &ProfileAccess) -> Profile;
}
