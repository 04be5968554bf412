//! Runs the product against cases that are not part of this repository.

mod orders;
