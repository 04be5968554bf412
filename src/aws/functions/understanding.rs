//! Who understands customers in a function: the offline grammar, or Claude behind it.

use std::sync::Arc;

use aws_config::SdkConfig;

use crate::app::{Interpreters, only_offline};
use crate::bedrock::{self, BadSettings};
use crate::interpreter::claude::Wanted;

/// Whoever understands by these settings; nothing is connected to before the first turn that needs it.
///
/// # Errors
/// [`BadSettings`].
pub fn interpreters(claude: Option<Wanted>, config: &SdkConfig) -> Result<Interpreters, BadSettings> {
    match claude {
        Some(wanted) => bedrock::interpreters(wanted, config, Arc::default()),
        None => Ok(only_offline()),
    }
}
