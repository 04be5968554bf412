//! What each Claude on Bedrock accepts, and what it costs: one table, a row a model. A model without a row is refused at
//! start, because a request that a model takes badly fails on every turn.
//!
//! Where the values come from (read in November 2026):
//! - thinking, forced tool choice, sampling, effort, cache minimum: Anthropic's pages of each model ("overview", "what's new"
//!   and "migration guide" under `platform.claude.com/docs/en/models/…`), and AWS's model cards for the cache minimum of
//!   Haiku 4.5;
//! - strict tools: AWS's list of models with structured outputs through Converse. Bedrock refuses `strict` on models that are
//!   not on it (`tools.0.custom.strict: Extra inputs are not permitted`), though Anthropic's own API takes it;
//! - prices: Anthropic's, which are those of the `global.` profiles; AWS's price list has the rest a tenth higher. AWS lists
//!   Sonnet 5.5's cache reads at twice Anthropic's price, and the higher stands here, because a limit of money rests on it;
//! - characters a token: Anthropic's "about 2.5 million characters in a million tokens" since the tokenizer of Claude 4.7,
//!   and three quarters as many tokens before it.

use std::fmt;

use super::Request;
use super::outcome::Usage;

/// How a model is kept from thinking before it answers: a turn has no time for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thinking {
    /// It thinks only where it is asked to: nothing is sent.
    OnlyIfAsked,
    /// `{"type": "disabled"}`.
    Disabled,
    /// `{"type": "between_tools"}`: it refuses `disabled`, and this is its least.
    BetweenTools,
    /// It cannot be kept from it: nothing is sent, and effort is all there is.
    Always,
}

/// What a million tokens cost, in millionths of a US dollar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    /// Input that is read anew.
    pub input: u64,
    /// Output.
    pub output: u64,
    /// Input from the cache.
    pub cache_read: u64,
    /// Input that is put into the cache for five minutes.
    pub cache_write: u64,
}

/// A prompt that is dearer because it is long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LongPrompt {
    /// More tokens of input than this, cached or not.
    pub over_tokens: u64,
    /// How many times the price is everything then.
    pub times: u64,
}

/// A row of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The name within the id: of `us.anthropic.claude-haiku-4-5-20251001-v1:0` it is `claude-haiku-4-5`.
    pub name: &'static str,
    /// Whether a tool may be forced on it; else it is told to use it and may do otherwise.
    pub forced_tool: bool,
    /// The sampling temperature that is sent, in hundredths; none where the model refuses any.
    pub temperature_percent: Option<u8>,
    /// How it is kept from thinking.
    pub thinking: Thinking,
    /// Whether tools may be strict.
    pub strict: bool,
    /// The effort that is sent; none where the model knows no such thing.
    pub effort: Option<&'static str>,
    /// The fewest tokens that can be cached.
    pub cache_minimum_tokens: u64,
    /// How many characters a thousand tokens have, about.
    pub characters_per_thousand_tokens: u64,
    /// The price under a `global.` profile.
    pub price: Price,
    /// Whether long prompts cost more.
    pub long_prompt: Option<LongPrompt>,
}

/// Characters of a thousand tokens since the tokenizer of Claude 4.7.
const NEWER_TOKENIZER: u64 = 2500;
/// And before.
const EARLIER_TOKENIZER: u64 = 3400;

/// The models. The first is the default.
pub const MODELS: &[Row] = &[
    Row {
        name: "claude-haiku-5-5",
        forced_tool: true,
        temperature_percent: None,
        thinking: Thinking::Disabled,
        strict: false,
        effort: Some("low"),
        cache_minimum_tokens: 512,
        characters_per_thousand_tokens: NEWER_TOKENIZER,
        price: Price {
            input: 100_000,
            output: 500_000,
            cache_read: 10_000,
            cache_write: 125_000,
        },
        long_prompt: Some(LongPrompt {
            over_tokens: 100_000,
            times: 5,
        }),
    },
    Row {
        name: "claude-haiku-4-5",
        forced_tool: true,
        temperature_percent: Some(0),
        thinking: Thinking::OnlyIfAsked,
        strict: true,
        effort: None,
        cache_minimum_tokens: 4096,
        characters_per_thousand_tokens: EARLIER_TOKENIZER,
        price: Price {
            input: 1_000_000,
            output: 5_000_000,
            cache_read: 100_000,
            cache_write: 1_250_000,
        },
        long_prompt: None,
    },
    Row {
        name: "claude-sonnet-5-5",
        forced_tool: false,
        temperature_percent: None,
        thinking: Thinking::BetweenTools,
        strict: false,
        effort: Some("low"),
        cache_minimum_tokens: 512,
        characters_per_thousand_tokens: NEWER_TOKENIZER,
        price: Price {
            input: 2_000_000,
            output: 10_000_000,
            cache_read: 200_000,
            cache_write: 2_500_000,
        },
        long_prompt: None,
    },
    Row {
        name: "claude-sonnet-5",
        forced_tool: true,
        temperature_percent: None,
        thinking: Thinking::Disabled,
        strict: false,
        effort: Some("low"),
        cache_minimum_tokens: 1024,
        characters_per_thousand_tokens: NEWER_TOKENIZER,
        price: Price {
            input: 2_000_000,
            output: 10_000_000,
            cache_read: 200_000,
            cache_write: 2_500_000,
        },
        long_prompt: None,
    },
    Row {
        name: "claude-opus-5-5",
        forced_tool: false,
        temperature_percent: None,
        thinking: Thinking::Always,
        strict: false,
        effort: Some("low"),
        cache_minimum_tokens: 512,
        characters_per_thousand_tokens: NEWER_TOKENIZER,
        price: Price {
            input: 4_000_000,
            output: 20_000_000,
            cache_read: 200_000,
            cache_write: 5_000_000,
        },
        long_prompt: None,
    },
];

/// Where a call may be carried out, which its price depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere: a `global.` profile.
    Global,
    /// One region, or those of a part of the world: a tenth dearer.
    Regional,
}

/// A model of the table, as an id names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Model {
    /// What it accepts.
    pub row: &'static Row,
    /// Where it is carried out.
    pub reach: Reach,
}

/// An id that names no model of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownModel {
    /// An ARN that does not say which model it is.
    Opaque,
    /// Another model.
    NotListed,
}

impl std::error::Error for UnknownModel {}

impl fmt::Display for UnknownModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = MODELS.iter().map(|row| row.name).collect();
        let known = known.join(", ");
        match self {
            Self::Opaque => write!(
                f,
                "this ARN does not say which model it is; name the model beside it, one of: {known}"
            ),
            Self::NotListed => write!(
                f,
                "no model that this program knows; it knows {known}, by an id such as us.anthropic.{} or the ARN of an \
                 inference profile",
                MODELS.first().map_or("", |row| row.name)
            ),
        }
    }
}

impl Model {
    /// The model that an id names: a model id (`anthropic.claude-haiku-5-5`), that of an inference profile (with `us.`, `eu.`,
    /// `apac.`, `global.` or another part of the world before it), an ARN that ends in one of them, or the bare name of a row.
    ///
    /// # Errors
    /// [`UnknownModel`].
    pub fn of(id: &str) -> Result<Self, UnknownModel> {
        let last = match id.strip_prefix("arn:") {
            Some(arn) => named_by(arn).ok_or(UnknownModel::Opaque)?,
            None => id,
        };
        let (place, model) = match last.split_once("anthropic.") {
            Some((place, model)) => (place, model),
            None => ("", last),
        };
        let is_a_place = |place: &str| {
            let place = place.strip_suffix('.').filter(|place| !place.is_empty());
            place.is_some_and(|place| place.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        };
        if !place.is_empty() && !is_a_place(place) {
            return Err(UnknownModel::NotListed);
        }
        let name = without_version(model);
        let row = MODELS.iter().find(|row| row.name == name);
        let reach = match place {
            "global." => Reach::Global,
            _ => Reach::Regional,
        };
        row.map(|row| Self { row, reach }).ok_or(UnknownModel::NotListed)
    }

    /// What a call cost, in millionths of a US dollar, rounded up.
    pub fn cost_micro_usd(&self, usage: &Usage) -> u64 {
        let price = self.row.price;
        let parts = [
            (usage.input, price.input),
            (usage.output, price.output),
            (usage.cache_read, price.cache_read),
            (usage.cache_written, price.cache_write),
        ];
        let read = [usage.input, usage.cache_read, usage.cache_written];
        let read = read.into_iter().fold(0, u64::saturating_add);
        let long = self.row.long_prompt.filter(|long| read > long.over_tokens);
        let sum = parts.into_iter().fold(0_u64, |sum, (tokens, price)| {
            sum.saturating_add(tokens.saturating_mul(price))
        });
        let sum = sum.saturating_mul(long.map_or(1, |long| long.times));
        let tenths = match self.reach {
            Reach::Global => 10,
            Reach::Regional => 11,
        };
        sum.saturating_mul(tenths).div_ceil(10_000_000)
    }

    /// Whether a text is long enough to be kept in the cache. A guess by its characters.
    fn caches(&self, characters: usize) -> bool {
        self.tokens(characters) >= self.row.cache_minimum_tokens
    }

    /// Whether what of a question stands the same in front of every turn is kept in the cache.
    pub fn caches_first_of(&self, request: &Request) -> bool {
        request.stable && self.caches(read_first(request))
    }

    /// About the most that a call can have used whose answer never came: it is paid for all the same.
    pub fn most_used(&self, request: &Request) -> Usage {
        let (first, turn) = (self.tokens(read_first(request)), self.tokens(request.turn.len()));
        let (input, cache_written) = match self.caches_first_of(request) {
            true => (turn, first),
            false => (turn.saturating_add(first), 0),
        };
        Usage {
            input,
            output: u64::try_from(request.most_tokens).unwrap_or(0),
            cache_read: 0,
            cache_written,
        }
    }

    fn tokens(&self, characters: usize) -> u64 {
        (characters as u64).saturating_mul(1000) / self.row.characters_per_thousand_tokens
    }
}

/// How long that is which a model reads before the turn: the tool, then the system's text.
fn read_first(request: &Request) -> usize {
    let tool = &request.tool;
    request.system.len() + tool.description.len() + tool.schema.to_string().len()
}

/// What an ARN of Bedrock ends in, if that names a model.
fn named_by(arn: &str) -> Option<&str> {
    let (before, name) = arn.split_once('/')?;
    let kind = before.rsplit(':').next()?;
    ["foundation-model", "inference-profile"]
        .contains(&kind)
        .then_some(name)
}

/// `claude-haiku-4-5` of `claude-haiku-4-5-20251001-v1:0`.
fn without_version(model: &str) -> &str {
    let model = model.split_once(':').map_or(model, |(model, _)| model);
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let model = match model.rsplit_once("-v") {
        Some((rest, version)) if all_digits(version) => rest,
        _ => model,
    };
    match model.rsplit_once('-') {
        Some((rest, date)) if date.len() == 8 && all_digits(date) => rest,
        _ => model,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::interpreter::claude::Tool;

    #[test]
    fn ids_of_every_form_name_their_model() {
        let check = |id: &str, name: &str, reach| {
            let model = Model::of(id).unwrap_or_else(|why| panic!("{id}: {why}"));
            assert_eq!((model.row.name, model.reach), (name, reach), "{id}");
        };
        let haiku = "claude-haiku-5-5";
        check("anthropic.claude-haiku-5-5", haiku, Reach::Regional);
        check("us.anthropic.claude-haiku-5-5", haiku, Reach::Regional);
        check("us-gov.anthropic.claude-haiku-5-5", haiku, Reach::Regional);
        check("apac.anthropic.claude-haiku-5-5", haiku, Reach::Regional);
        check("global.anthropic.claude-haiku-5-5", haiku, Reach::Global);
        check("global.anthropic.claude-haiku-5-5-v1:0", haiku, Reach::Global);
        check("claude-haiku-5-5", haiku, Reach::Regional);
        check(
            "eu.anthropic.claude-haiku-4-5-20251001-v1:0",
            "claude-haiku-4-5",
            Reach::Regional,
        );
        check(
            "arn:aws:bedrock:us-east-1:000000000000:inference-profile/global.anthropic.claude-haiku-5-5",
            haiku,
            Reach::Global,
        );
        check(
            "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-5-5",
            "claude-sonnet-5-5",
            Reach::Regional,
        );
        check("us.anthropic.claude-sonnet-5", "claude-sonnet-5", Reach::Regional);
    }

    #[test]
    fn an_unknown_model_is_refused_with_those_that_are_known() {
        let check = |id: &str, expected| assert_eq!(Model::of(id), Err(expected), "{id}");
        check("", UnknownModel::NotListed);
        check("us.anthropic.claude-haiku-9", UnknownModel::NotListed);
        check("us.anthropic.claude-haiku-5-5-preview", UnknownModel::NotListed);
        check("amazon.nova-lite-v1:0", UnknownModel::NotListed);
        check("bedrock/us.anthropic.claude-haiku-5-5", UnknownModel::NotListed);
        check(
            "arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/a1b2c3d4e5f6",
            UnknownModel::Opaque,
        );
        check("arn:aws:bedrock", UnknownModel::Opaque);
        let words = UnknownModel::NotListed.to_string();
        for row in MODELS {
            assert!(words.contains(row.name), "{words}");
        }
        assert!(UnknownModel::Opaque.to_string().contains("claude-haiku-5-5"));
    }

    #[test]
    fn every_row_can_be_sent() {
        for row in MODELS {
            assert_eq!(Model::of(row.name).unwrap().row, row);
            // Models that think cannot be forced to a tool.
            assert!(
                !row.forced_tool || row.thinking != Thinking::Always,
                "{}",
                row.name
            );
            let price = row.price;
            assert!(price.cache_read < price.input && price.input < price.cache_write);
            assert!(price.cache_write < price.output, "{}", row.name);
        }
    }

    #[test]
    fn a_call_costs_what_its_tokens_cost() {
        let usage = Usage {
            input: 2000,
            output: 300,
            cache_read: 10_000,
            cache_written: 0,
        };
        let cost = |id: &str, usage| Model::of(id).unwrap().cost_micro_usd(&usage);
        assert_eq!(cost("global.anthropic.claude-haiku-5-5", usage), 200 + 150 + 100);
        assert_eq!(cost("us.anthropic.claude-haiku-5-5", usage), 495);
        assert_eq!(
            cost("global.anthropic.claude-haiku-4-5", usage),
            2000 + 1500 + 1000
        );
        let long = Usage {
            cache_written: 90_000,
            ..usage
        };
        assert_eq!(
            cost("global.anthropic.claude-haiku-5-5", long),
            5 * (450 + 11_250)
        );
        let one = Usage {
            input: 1,
            ..Usage::default()
        };
        assert_eq!(cost("global.anthropic.claude-haiku-5-5", one), 1);
        assert_eq!(cost("global.anthropic.claude-haiku-5-5", Usage::default()), 0);
    }

    #[test]
    fn only_what_is_long_enough_is_cached() {
        let caches = |id: &str, characters| Model::of(id).unwrap().caches(characters);
        assert!(!caches("claude-haiku-5-5", 1279));
        assert!(caches("claude-haiku-5-5", 1280));
        assert!(!caches("claude-haiku-4-5", 13_000));
        assert!(caches("claude-haiku-4-5", 14_000));
    }

    #[test]
    fn the_most_that_a_lost_call_used_is_all_that_was_sent_and_asked_for() {
        let request = |characters: usize, stable| Request {
            system: "x".repeat(characters),
            stable,
            turn: "y".repeat(250),
            tool: Tool {
                name: "propose",
                description: "",
                schema: json!({}),
            },
            most_tokens: 300,
        };
        let used = |input, cache_written| Usage {
            input,
            output: 300,
            cache_read: 0,
            cache_written,
        };
        let model = Model::of("claude-haiku-5-5").unwrap();
        assert_eq!(model.most_used(&request(2498, true)), used(100, 1000));
        assert_eq!(model.most_used(&request(2498, false)), used(1100, 0));
        assert_eq!(model.most_used(&request(248, true)), used(200, 0));
    }
}
