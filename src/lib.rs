//! Comanda takes food orders by voice and follows them to the door.
//!
//! The rooms of the house, in the order in which they may use one another: [`order`] and [`asl`] use
//! nothing of ours; then [`interpreter`]; [`app`]; [`conversation`], [`workflow`] and [`announcement`];
//! [`channel`]; `web`; `bedrock`; `local` and `aws`, which never see each other; the binaries.

pub mod announcement;
pub mod app;
pub mod asl;
#[cfg(feature = "aws")]
pub mod aws;
#[cfg(feature = "bedrock")]
pub mod bedrock;
pub mod channel;
pub mod conversation;
pub mod interpreter;
#[cfg(feature = "local")]
pub mod local;
pub mod order;
pub mod phrases;
#[cfg(any(feature = "local", feature = "aws"))]
pub mod web;
pub mod workflow;
