//! AWS behind the ports, one file a service, and the functions that run there.

pub mod client;
pub mod dynamodb;
pub mod functions;
pub mod settings;
