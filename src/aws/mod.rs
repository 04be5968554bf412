//! AWS behind the ports, one file a service, and the functions that run there.

pub mod dynamodb;
pub mod settings;
