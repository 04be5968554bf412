//! What each type of state does, one file a type, as methods of [`super::run::Run`].

mod branching;
mod choice;
mod fail;
mod map;
mod parallel;
mod task;
mod wait;
