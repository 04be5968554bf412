//! AWS behind the ports, one file a service.

pub mod dynamodb;
pub mod lexicon;
pub mod polly;
pub mod polly_ssml;
pub mod prompts;
pub mod sns;
pub mod voice_out;

#[cfg(test)]
mod stubbed;
