//! One machine: the embedded store, the engine's host, the simulated kitchen and courier, and local voice.

pub mod commands;
pub mod database;
pub mod engine;
mod execution;
mod integrations;
mod journal;
pub mod machine;
mod queue;
pub mod rehearsal;
pub mod reload;
pub mod simulation;
pub mod sqlite_store;

pub use database::{Database, OpenError};
pub use engine::{Engine, FaultyMachine};
pub use sqlite_store::SqliteStore;
