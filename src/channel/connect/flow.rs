//! A flow of Amazon Connect in its own language: actions, each with where it goes on.
//!
//! Defined in the [Amazon Connect Flow language]. What a template fills in stands as `${Name}`.
//!
//! [Amazon Connect Flow language]: https://docs.aws.amazon.com/connect/latest/APIReference/flow-language.html

use serde::Serialize;
use serde_json::{Map, Value, json};

/// The only version of the language there is.
const VERSION: &str = "2019-10-30";
/// How far apart actions stand in the flow designer, in its own units, and how many in a row.
const APART: (usize, usize) = (250, 220);
/// How many actions stand in a row there.
const IN_A_ROW: usize = 6;

/// A whole flow.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Flow {
    version: &'static str,
    start_action: String,
    metadata: Value,
    actions: Vec<Action>,
}

/// A step of a flow.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Action {
    identifier: String,
    #[serde(rename = "Type")]
    kind: &'static str,
    parameters: Value,
    transitions: Transitions,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Transitions {
    #[serde(skip_serializing_if = "Option::is_none")]
    next_action: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<OnError>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<When>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct OnError {
    next_action: String,
    error_type: &'static str,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct When {
    next_action: String,
    condition: Condition,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Condition {
    operator: &'static str,
    operands: Vec<String>,
}

impl Flow {
    /// A flow of these actions, which begins with the first.
    pub(super) fn of(actions: Vec<Action>) -> Self {
        let positions = actions.iter().enumerate().map(|(at, action)| {
            let (x, y) = (APART.0 * (1 + at % IN_A_ROW), APART.1 * (at / IN_A_ROW));
            (
                action.identifier.clone(),
                json!({ "position": { "x": x, "y": y } }),
            )
        });
        let metadata = json!({
            "entryPointPosition": { "x": 0, "y": 0 },
            "ActionMetadata": positions.collect::<Map<_, _>>(),
        });
        Self {
            version: VERSION,
            start_action: actions
                .first()
                .map(|action| action.identifier.clone())
                .unwrap_or_default(),
            metadata,
            actions,
        }
    }
}

impl Action {
    /// A step with its parameters, that ends the flow unless it is told where to go on.
    pub(super) fn new(identifier: impl Into<String>, kind: &'static str, parameters: Value) -> Self {
        Self {
            identifier: identifier.into(),
            kind,
            parameters,
            transitions: Transitions::default(),
        }
    }

    /// Goes on there.
    pub(super) fn then(mut self, next: impl Into<String>) -> Self {
        self.transitions.next_action = Some(next.into());
        self
    }

    /// Goes on there where this goes wrong.
    pub(super) fn on(mut self, error_type: &'static str, next: impl Into<String>) -> Self {
        self.transitions.errors.push(OnError {
            next_action: next.into(),
            error_type,
        });
        self
    }

    /// Goes on there where it goes wrong in any way that has no place of its own.
    pub(super) fn or(self, next: impl Into<String>) -> Self {
        self.on("NoMatchingError", next)
    }

    /// Goes on there where nothing that is asked of its result holds.
    pub(super) fn otherwise(self, next: impl Into<String>) -> Self {
        let next = next.into();
        let mut action = self.on("NoMatchingCondition", next.clone());
        action.transitions.next_action = Some(next);
        action
    }

    /// Goes on there where its result is this.
    pub(super) fn when(self, is: impl Into<String>, next: impl Into<String>) -> Self {
        self.whenever("Equals", is, next)
    }

    /// Goes on there where its result stands so to this.
    pub(super) fn whenever(
        mut self,
        operator: &'static str,
        operand: impl Into<String>,
        next: impl Into<String>,
    ) -> Self {
        self.transitions.conditions.push(When {
            next_action: next.into(),
            condition: Condition {
                operator,
                operands: vec![operand.into()],
            },
        });
        self
    }
}

/// A text as it stands in what a template fills in: nothing of it is taken for a name.
pub(super) fn literally(text: &str) -> String {
    text.replace("${", "${!")
}
