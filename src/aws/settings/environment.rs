//! Where settings are looked up, and what is said of one that is missing or wrong.

/// What a function cannot start without, or cannot start with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable}: {why}")]
pub struct BadSetting {
    /// The variable.
    pub variable: &'static str,
    /// What is wrong with it and what belongs there; never its value, which may have been meant for another.
    pub why: String,
}

/// Where variables are looked up.
#[derive(Debug, Clone, Copy)]
pub struct Environment(fn(&str) -> Option<String>);

impl Environment {
    /// The environment of this process.
    pub fn of_process() -> Self {
        Self(|name| std::env::var(name).ok())
    }

    /// Another one, such as a table of a test.
    pub fn of(look_up: fn(&str) -> Option<String>) -> Self {
        Self(look_up)
    }

    /// A variable that may be absent. A template can only leave a variable empty, so that is the same.
    pub(super) fn maybe(self, variable: &str) -> Option<String> {
        (self.0)(variable)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    }

    /// What a word stands for; none where it is absent.
    pub(super) fn one_of<T: Clone>(
        self,
        variable: &'static str,
        words: &[(&str, T)],
    ) -> Result<Option<T>, BadSetting> {
        let Some(given) = self.maybe(variable) else {
            return Ok(None);
        };
        let meant = words.iter().find(|(word, _)| *word == given);
        meant.map(|(_, meaning)| Some(meaning.clone())).ok_or_else(|| {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            BadSetting {
                variable,
                why: format!("is none of: {}", known.join(", ")),
            }
        })
    }

    pub(super) fn needed(self, variable: &'static str, what: &str) -> Result<String, BadSetting> {
        self.maybe(variable).ok_or_else(|| BadSetting {
            variable,
            why: format!("is not set; it is {what}"),
        })
    }

    /// The ARN of a state machine.
    pub(super) fn machine(self, variable: &'static str) -> Result<String, BadSetting> {
        let what = "the ARN of a state machine, arn:aws:states:…:stateMachine:…";
        let arn = self.needed(variable, what)?;
        let parts: Vec<&str> = arn.split(':').collect();
        match parts.as_slice() {
            ["arn", _, "states", _, _, "stateMachine", name, ..] if !name.is_empty() => Ok(arn),
            _ => Err(BadSetting {
                variable,
                why: format!("is not {what}"),
            }),
        }
    }
}
