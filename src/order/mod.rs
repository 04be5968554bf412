//! The words of the business: menu, draft, line, money, order and its stages.
//!
//! Nothing here does I/O or waits, and nothing here knows a voice platform, a store or a workflow.

pub mod agreement;
pub mod draft;
pub mod editing;
pub mod fulfilment;
pub mod ids;
pub mod language;
pub mod menu;
pub mod money;
pub mod placed;
pub mod price;
#[cfg(test)]
mod tests;

pub use agreement::{Agreement, AgreementHash};
pub use draft::{Amount, ChosenOption, Draft, Half, Line, LineId, Quantity};
pub use editing::{LineSpec, Making, Missing, Refusal};
pub use fulfilment::{Fulfilment, Payment};
pub use ids::{AttributeId, CategoryId, CustomerId, GroupId, ItemId, OptionId, OrderId, ShopId, ValueId};
pub use language::Language;
pub use menu::Menu;
pub use money::{Currency, Money};
pub use placed::{Order, Problem, Stage};
pub use price::Totals;
