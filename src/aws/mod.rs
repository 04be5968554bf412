//! AWS behind the ports, one file a service, and the functions that run there.

pub mod client;
pub mod connect;
pub mod dynamodb;
mod failure;
pub mod functions;
pub mod lexicon;
pub mod notifications;
pub mod polly;
pub mod polly_ssml;
pub mod prompts;
mod secrets;
pub mod settings;
pub mod sns;
pub mod sqs;
pub mod stepfunctions;
#[cfg(test)]
mod stubbed;
pub mod voice_out;
