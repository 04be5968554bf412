//! AWS behind the ports, one file a service.

pub mod dynamodb;
mod failure;
#[cfg(test)]
mod scripted;
pub mod stepfunctions;
