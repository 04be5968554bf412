//! What to suggest: Claude picks one of code's candidates and says why in a sentence that states nothing.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::request::{Request, Tool};
use super::say::{Unsaid, Wording};
use super::tool::schema;
use crate::interpreter::{Offline, Suggesting};
use crate::order::{Draft, ItemId, Language, Menu};

const WORK: &str = include_str!("suggest.md");
/// The most tokens of an answer.
const MOST_TOKENS: i32 = 200;

/// Claude's choice.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
struct Chosen {
    /// The id of the candidate, or null where none goes with the order.
    #[serde(default)]
    item: Option<String>,
    /// Why, in one short sentence, or null.
    #[serde(default)]
    reason: Option<String>,
}

/// Why nothing is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSuggested {
    /// It is not of the tool's form.
    Malformed,
    /// None goes with the order.
    NothingChosen,
    /// It is no candidate.
    NoCandidate,
    /// The sentence may not be spoken.
    Wording(Unsaid),
}

impl NotSuggested {
    /// Its name in logs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NothingChosen => "nothing_chosen",
            Self::NoCandidate => "no_candidate",
            Self::Wording(why) => why.name(),
        }
    }
}

/// What could be suggested with a draft.
#[derive(Debug, Clone, Copy)]
pub struct Suggestion<'a> {
    /// What there is.
    pub menu: &'a Menu,
    /// The language of the draft.
    pub language: Language,
    /// The grammar of that language.
    pub offline: &'a Offline,
    /// What is ordered.
    pub draft: &'a Draft,
    /// What could go with it.
    pub candidates: &'a [ItemId],
}

#[derive(Serialize)]
struct Thing<'a> {
    id: &'a str,
    name: &'a str,
}

impl Suggestion<'_> {
    /// The question.
    pub fn request(&self) -> Request {
        static SCHEMA: LazyLock<Value> = LazyLock::new(schema::<Chosen>);
        let shop = &self.menu.shop;
        let named = |id: &ItemId| self.menu.item(id).and_then(|item| item.names.get(&self.language));
        let thing = |id| named(id).map(|name| name.one.as_str()).unwrap_or_default();
        let ordered: Vec<Thing<'_>> = self
            .draft
            .lines
            .iter()
            .map(|line| Thing {
                id: line.item.as_str(),
                name: thing(&line.item),
            })
            .collect();
        let candidates: Vec<Thing<'_>> = self
            .candidates
            .iter()
            .map(|id| Thing {
                id: id.as_str(),
                name: thing(id),
            })
            .collect();
        let turn = serde_json::json!({ "ordered": ordered, "candidates": candidates });
        Request {
            system: super::prompt::filled(WORK, shop, self.language),
            stable: true,
            turn: super::prompt::as_data(&turn),
            tool: Tool {
                name: "suggest",
                description: "Says which candidate to suggest, and why. Call it once, and write nothing beside it.",
                schema: SCHEMA.clone(),
            },
            most_tokens: MOST_TOKENS,
        }
    }

    /// Judges the input that Claude gave to the tool.
    ///
    /// # Errors
    /// Why nothing is suggested.
    pub fn judge(&self, input: &Value) -> Result<Suggesting, NotSuggested> {
        let chosen: Chosen = serde_json::from_value(input.clone()).map_err(|_| NotSuggested::Malformed)?;
        let item = chosen.item.map(ItemId::new).ok_or(NotSuggested::NothingChosen)?;
        if !self.candidates.contains(&item) {
            return Err(NotSuggested::NoCandidate);
        }
        let wording = Wording {
            menu: self.menu,
            language: self.language,
            offline: self.offline,
        };
        let reason = chosen.reason.filter(|reason| !reason.trim().is_empty());
        let reason = reason
            .map(|reason| wording.plain(&reason))
            .transpose()
            .map_err(NotSuggested::Wording)?;
        Ok(Suggesting { item, reason })
    }
}
