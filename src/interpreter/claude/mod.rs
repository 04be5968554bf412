//! What Claude is asked about a turn, and what its answer is taken for. Nothing here calls anybody.
//!
//! Claude proposes and code decides: every edit cites the customer's words. Words that name what it says: it is applied;
//! words that do not: it is asked; without words, or with an id that is not on the menu, it is refused.

mod excerpt;
mod judge;
pub mod models;
pub mod outcome;
mod prompt;
mod request;
#[cfg(test)]
mod sample;
mod say;
mod suggestion;
pub mod tally;
mod tool;
mod wanted;

pub use judge::{Judged, Judging, Refused};
pub use prompt::Asking;
pub use request::{Request, Tool};
pub use say::Unsaid;
pub use suggestion::{NotSuggested, Suggestion};
pub use wanted::{BadAmount, Wanted, micro_usd};
