//! What the tasks of the state machines do.
