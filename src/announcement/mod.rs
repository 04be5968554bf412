//! Which news reaches whom, when and over what.
