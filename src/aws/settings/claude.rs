//! What the functions that understand customers read of Claude.

use super::{BadSetting, Environment};
use crate::interpreter::claude::{Wanted, micro_usd};

/// The most that Claude may cost a day where nothing is set, in millionths of a US dollar.
const DAILY_LIMIT_MICRO_USD: u64 = 5_000_000;

/// What is wanted of Claude; none where the offline grammar understands alone.
///
/// # Errors
/// [`BadSetting`].
pub(super) fn claude(environment: Environment) -> Result<Option<Wanted>, BadSetting> {
    let whos = [("offline", None), ("tiered", Some(false)), ("claude", Some(true))];
    let who = environment.one_of("COMANDA_INTERPRETER", &whos)?;
    let Some(always) = who.flatten() else {
        return Ok(None);
    };
    Ok(Some(Wanted {
        always,
        model_id: environment.maybe("COMANDA_CLAUDE_MODEL_ID"),
        model: environment.maybe("COMANDA_CLAUDE_MODEL"),
        guardrail: environment.maybe("COMANDA_CLAUDE_GUARDRAIL"),
        guardrail_version: environment.maybe("COMANDA_CLAUDE_GUARDRAIL_VERSION"),
        daily_limit_micro_usd: Some(daily_limit(environment)?),
    }))
}

fn daily_limit(environment: Environment) -> Result<u64, BadSetting> {
    const VARIABLE: &str = "COMANDA_CLAUDE_DAILY_LIMIT";
    let Some(text) = environment.maybe(VARIABLE) else {
        return Ok(DAILY_LIMIT_MICRO_USD);
    };
    let why = |why: String| BadSetting {
        variable: VARIABLE,
        why,
    };
    match micro_usd(&text) {
        Ok(0) => Err(why(
            "is 0: COMANDA_INTERPRETER=offline asks Claude nothing".to_owned()
        )),
        Ok(limit) => Ok(limit),
        Err(error) => Err(why(error.to_string())),
    }
}
