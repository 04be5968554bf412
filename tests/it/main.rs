//! The product as a whole, through its public API and as processes: one binary, one module a concern.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod accounts;
mod calls;
mod cancelling;
mod changing;
mod delivered_again;
mod error_names;
mod explaining;
mod faulty_store;
mod figures;
mod flows;
mod forgetting;
#[cfg(feature = "aws")]
mod functions;
mod household;
mod journal;
mod kill;
mod lagging_index;
mod later;
mod linked_requests;
mod linking;
mod matrix;
mod notices;
mod order_faults;
mod order_paths;
mod placing;
mod process;
mod pruning;
mod reload;
mod retention;
mod server;
mod standing;
mod starter;
mod steps_twice;
mod store_contract;
mod structure;
mod telling;
mod template;
mod test_app;
mod transcripts;
mod utterances;
mod web;
mod wording;
