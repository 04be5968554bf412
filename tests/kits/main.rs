//! Runs the product against cases that others wrote and that are not part of this repository.

mod signatures;
mod wire;
