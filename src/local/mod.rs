//! One machine: the embedded store, the engine's host, the simulated kitchen and courier, and local voice.

pub mod database;
pub mod sqlite_store;

pub use database::{Database, OpenError};
pub use sqlite_store::SqliteStore;
