//! The AWS side against emulators on this machine, as `.ci/aws` starts them; a variable that is not set fails.
//!
//! `MINISTACK_URL` and `MOTO_URL` say where they listen, and both hold a table `contract` as `infra/template.yaml`
//! defines it. Every request is written to the file that `AWS_REQUESTS` names, one a line, for `check_requests.py`.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod emulator;
mod loopback;
mod store;
mod workflows;
