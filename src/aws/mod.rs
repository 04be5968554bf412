//! AWS behind the ports, one file a service, and the functions that run there.

pub mod client;
pub mod dynamodb;
mod failure;
pub mod functions;
#[cfg(test)]
mod scripted;
pub mod settings;
pub mod stepfunctions;
