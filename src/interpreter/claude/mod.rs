//! What Claude is asked about a turn, and what its answer is taken for. Nothing here calls anybody.

pub mod models;
pub mod outcome;
mod request;

pub use request::{Request, Tool};
