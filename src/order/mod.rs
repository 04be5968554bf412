//! The words of the business: menu, draft, line, money, order and its stages.
//!
//! Nothing here does I/O or waits, and nothing here knows a voice platform, a store or a workflow.

pub mod address;
pub mod agreement;
pub mod callable;
pub mod draft;
pub mod editing;
pub mod fulfilment;
pub mod hours;
pub mod ids;
pub mod language;
pub mod menu;
pub mod mobile;
pub mod money;
pub mod phone;
pub mod placed;
pub mod price;
#[cfg(test)]
mod tests;

pub use address::{Address, AddressPart, AddressParts, PostalCode};
pub use agreement::{Agreement, AgreementHash};
pub use callable::Callable;
pub use draft::{Amount, ChosenOption, Draft, Half, Line, LineId, Quantity};
pub use editing::{LineSpec, Making, Missing, Refusal};
pub use fulfilment::{Change, Contact, Fulfilment, Getting, IfMissing, Method, Payment, Tip};
pub use hours::{Hours, Opening, Period};
pub use ids::{
    AttributeId, CategoryId, CustomerId, GroupId, ItemId, OptionId, OrderId, PersonId, ShopId, ValueId,
};
pub use language::Language;
pub use menu::Menu;
pub use mobile::Mobile;
pub use money::{Currency, Money};
pub use phone::Phone;
pub use placed::{Order, Problem, Stage};
pub use price::Totals;
