//! The words of the business: menu, draft, line, money, order and its stages.
//!
//! Nothing here does I/O or waits, and nothing here knows a voice platform, a store or a workflow.

pub mod draft;
pub mod ids;
pub mod language;
pub mod money;

pub use draft::{Amount, ChosenOption, Draft, Half, Line, LineId, Quantity};
pub use ids::{AttributeId, CategoryId, CustomerId, GroupId, ItemId, OptionId, OrderId, ShopId, ValueId};
pub use language::Language;
pub use money::{Currency, Money};
