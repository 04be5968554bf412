//! AWS behind the ports, one file a service.
//!
//! So far only what needs no client: how the store's port maps to DynamoDB's requests.

pub mod dynamodb;
