//! Comanda takes food orders by voice and follows them to the door.
//!
//! The rooms of the house, in the order in which they may use one another: [`order`] and [`asl`] use
//! nothing of ours; then [`interpreter`]; [`conversation`]; [`channel`].

pub mod asl;
pub mod channel;
pub mod conversation;
pub mod interpreter;
pub mod order;
