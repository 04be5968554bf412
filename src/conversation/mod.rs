//! One [`Turn`] in, one [`Reply`] out: the dialogue with the customer.
//!
//! It knows no voice platform: a channel makes the turn and renders the reply.

pub mod reply;
pub mod turn;

pub use reply::{Listen, Reply, Speech};
pub use turn::{Channel, Turn, Wanted};
