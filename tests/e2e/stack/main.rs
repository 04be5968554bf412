//! The functions as they are deployed, on emulated AWS: real `bootstrap` zips, the real template and state machines.
//!
//! `tests/e2e/stack/run` builds, starts and deploys everything, and then runs this with `COMANDA_STACK` naming the file
//! that says where it stands. Real sockets and real time: few tests, each wait bounded.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[expect(dead_code, reason = "the suite of talks also prefers carrier phrases")]
#[path = "../../it/transcripts/alexa.rs"]
mod alexa;
#[path = "../../it/transcripts/carried.rs"]
mod carried;
mod deployed;
mod embedded;
#[path = "../../it/transcripts/lex.rs"]
mod lex;
mod load;
mod news;
mod orders;
mod standins;
mod talk;
mod watched;
