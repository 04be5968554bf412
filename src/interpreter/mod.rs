//! Free speech in, a [`Proposal`] of typed edits out.
//!
//! The interpreter proposes and never decides: whether a wish is on the menu in this form, what it costs
//! and whether it is in stock is settled by others. The offline interpreter is driven by a
//! [`Vocabulary`], made from a menu and a language, and by one lexicon for each language.

pub mod claude;
mod compiled;
pub mod details;
mod doubt;
pub mod explanation;
pub mod from_menu;
pub mod heard;
pub mod kit;
mod multilingual;
pub mod offline;
pub mod port;
pub mod proposal;
mod say;
pub mod vocabulary;

pub use compiled::Compiled;
pub use details::{
    About, ComplaintKind, Details, QuestionKind, SaidChange, SaidMoney, SaidTime, SaidTip, WhichAddress,
};
pub use doubt::{Doubt, Doubts};
pub use explanation::{Became, Explanation, Part};
pub use heard::{Asked, Exchange, Heard, Hint, Spoken, Transcript};
pub use multilingual::OfflineInterpreter;
pub use offline::{Offline, folded, holds_card_number, is_number_word};
pub use port::{Interpreter, Suggesting};
pub use proposal::{
    Act, Certainty, Doubted, Edit, EditKind, OptionWish, Proposal, Question, Reader, Target, Unclear, Wish,
};
pub use say::{Say, SayFills, SayGap};
pub use vocabulary::Vocabulary;
