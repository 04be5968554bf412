//! Claude in the shop, with the service scripted: what the tiers, the meter and the turns do with answers that are right,
//! wrong, late or none. On paused time, but for a few calls over real sockets that are named and bounded.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod meter;
mod quality;
#[path = "../e2e/bedrock/reader.rs"]
mod reader;
#[path = "../../src/bedrock/scripted.rs"]
mod scripted;
mod service;
mod shop;
mod sockets;
#[path = "../e2e/bedrock/stand_in.rs"]
mod stand_in;
mod store;
mod thousand;
mod tiers;
