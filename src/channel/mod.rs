//! Other people's voice formats, and their conversion to turns and from replies.
//!
//! Each platform has its wire types, written so that they could serve others as well, and two functions named
//! by direction: `to_turn` and `from_reply`. All of that is pure: no clock, no store, and no I/O but for what reads the
//! profiles that Alexa keeps of her customers, and whose a telephone call is. What a platform sends is never trusted to have the documented shape; see
//! [`Field`].

pub mod alexa;
pub(crate) mod aliases;
mod bad_request;
pub mod connect;
pub(crate) mod fit;
mod intent;
pub mod lex;
mod menu_values;
mod samples;
mod wire;
mod words;
pub(crate) mod xml;

pub use bad_request::BadRequest;
pub use intent::IntentName;
pub use wire::{Field, TextOrNumber};

#[cfg(test)]
mod model_tests;

/// The longest body that is read, in bytes: well above what either platform sends.
pub const MOST_BODY_BYTES: usize = 256 * 1024;
