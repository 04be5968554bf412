//! The definition of the Lex V2 bot in one language, made from the menu.
//!
//! It has the shape of a `BotLocale` of CloudFormation's [`AWS::Lex::Bot`], so that a template can take it as it
//! is. Free speech has no intent of its own: what matches nothing reaches the fallback intent, and its whole
//! transcript the interpreter. The menu's names stand in a slot type, so that Lex knows how they sound.
//!
//! [`AWS::Lex::Bot`]: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-lex-bot-botlocale.html

use std::collections::BTreeSet;

use serde::Serialize;

use crate::channel::intent::Meaning;
use crate::channel::menu_values::{self, MenuValue};
use crate::channel::{IntentName, samples};
use crate::interpreter::Vocabulary;
use crate::order::Language;

/// The slot type that lists the menu.
const MENU_ITEM: &str = "MenuItem";
/// The slot of a bare answer.
const ITEM_SLOT: &str = "item";
/// Less sure than this, Lex takes the fallback intent.
const CONFIDENCE_THRESHOLD: f64 = 0.5;

/// A kitchen, a car, a street: what is heard beside a caller is not taken for words of theirs.
const NOISE: &str = "HighNoiseTolerance";
/// The most phrases of a custom vocabulary.
const MOST_PHRASES: usize = 500;
/// The most characters of a phrase.
const MOST_PHRASE_CHARS: usize = 100;
/// The most words of a phrase.
const MOST_PHRASE_WORDS: usize = 4;
/// Of 0 to 3: names of dishes sound like everyday words as well, which must not all be taken for them.
const PHRASE_WEIGHT: u8 = 2;

/// A `BotLocale`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BotLocale {
    /// The locale, such as `pt_BR`.
    pub locale_id: String,
    /// Less sure than this, Lex takes the fallback intent.
    pub nlu_confidence_threshold: f64,
    /// How much of a noise is not taken for speech.
    pub speech_detection_sensitivity: String,
    /// How the menu sounds.
    pub custom_vocabulary: CustomVocabulary,
    /// The intents.
    pub intents: Vec<BotIntent>,
    /// The slot types.
    pub slot_types: Vec<BotSlotType>,
}

/// A `CustomVocabulary`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CustomVocabulary {
    /// Its phrases.
    pub custom_vocabulary_items: Vec<VocabularyItem>,
}

/// A `CustomVocabularyItem`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct VocabularyItem {
    /// The phrase.
    pub phrase: String,
    /// How much rather it is heard than what sounds like it: 0 to 3.
    pub weight: u8,
}

/// An `Intent`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BotIntent {
    /// Its name.
    pub name: String,
    /// The built-in intent that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_intent_signature: Option<String>,
    /// What people say for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sample_utterances: Vec<SampleUtterance>,
    /// Its slots.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<BotSlot>,
    /// The hook that answers each turn.
    pub dialog_code_hook: CodeHook,
    /// The hook that answers where a dialogue is complete.
    pub fulfillment_code_hook: CodeHook,
}

/// A `SampleUtterance`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SampleUtterance {
    /// The utterance.
    pub utterance: String,
}

/// A code hook's setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CodeHook {
    /// Whether it is called.
    pub enabled: bool,
}

/// A `Slot`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BotSlot {
    /// Its name.
    pub name: String,
    /// Its type.
    pub slot_type_name: String,
    /// Whether Lex asks for it.
    pub value_elicitation_setting: ValueElicitation,
}

/// A `SlotValueElicitationSetting`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ValueElicitation {
    /// `Required` or `Optional`.
    pub slot_constraint: String,
}

/// A `SlotType`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BotSlotType {
    /// Its name.
    pub name: String,
    /// Its values.
    pub slot_type_values: Vec<SlotTypeValue>,
    /// How a value is chosen.
    pub value_selection_setting: ValueSelection,
}

/// A `SlotTypeValue`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SlotTypeValue {
    /// Its first name.
    pub sample_value: SampleValue,
    /// Its other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<SampleValue>,
}

/// A `SampleValue`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SampleValue {
    /// The text.
    pub value: String,
}

/// A `SlotValueSelectionSetting`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ValueSelection {
    /// `ORIGINAL_VALUE`: what was said, not what it was resolved to.
    pub resolution_strategy: String,
}

/// The bot for a menu, in the language in which its names are given. The menu has at least one item.
pub fn bot_locale(vocabulary: &Vocabulary, language: Language) -> BotLocale {
    let values = menu_values::of(vocabulary);
    let custom_vocabulary = custom_vocabulary(&values);
    let values = values.into_iter().map(|value| SlotTypeValue {
        sample_value: SampleValue { value: value.value },
        synonyms: value
            .synonyms
            .into_iter()
            .map(|value| SampleValue { value })
            .collect(),
    });
    BotLocale {
        locale_id: language.tag().replace('-', "_"),
        nlu_confidence_threshold: CONFIDENCE_THRESHOLD,
        speech_detection_sensitivity: NOISE.to_owned(),
        custom_vocabulary,
        intents: IntentName::ALL
            .into_iter()
            .filter_map(|intent| bot_intent(intent, language))
            .collect(),
        slot_types: vec![BotSlotType {
            name: MENU_ITEM.to_owned(),
            slot_type_values: values.collect(),
            value_selection_setting: ValueSelection {
                resolution_strategy: "ORIGINAL_VALUE".to_owned(),
            },
        }],
    }
}

/// The menu's names as phrases that Lex hears rather than what sounds like them: first names first, until there is no more
/// room. Lex takes no phrase twice, whatever its case.
fn custom_vocabulary(values: &[MenuValue]) -> CustomVocabulary {
    let first = values.iter().map(|value| &value.value);
    let others = values.iter().flat_map(|value| &value.synonyms);
    let mut known = BTreeSet::new();
    let phrases = first.chain(others).filter(|phrase| {
        let fits =
            phrase.chars().count() <= MOST_PHRASE_CHARS && phrase.split(' ').count() <= MOST_PHRASE_WORDS;
        fits && known.insert(phrase.to_lowercase())
    });
    let item = |phrase: &String| VocabularyItem {
        phrase: phrase.clone(),
        weight: PHRASE_WEIGHT,
    };
    CustomVocabulary {
        custom_vocabulary_items: phrases.take(MOST_PHRASES).map(item).collect(),
    }
}

/// None for intents whose words are free speech, and for what only a device with a home screen knows.
fn bot_intent(intent: IntentName, language: Language) -> Option<BotIntent> {
    let utterances = match intent {
        IntentName::NavigateHome => return None,
        IntentName::Answer => vec![SampleUtterance {
            utterance: format!("{{{ITEM_SLOT}}}"),
        }],
        _ => match intent.meaning() {
            Meaning::Words(_) | Meaning::Carried => return None,
            Meaning::Nothing => Vec::new(),
            Meaning::Wish(_) => utterances(intent, language),
        },
    };
    Some(BotIntent {
        name: intent.bare_name().to_owned(),
        parent_intent_signature: (intent == IntentName::Fallback).then(|| "AMAZON.FallbackIntent".to_owned()),
        sample_utterances: utterances,
        slots: match intent == IntentName::Answer {
            true => vec![BotSlot {
                name: ITEM_SLOT.to_owned(),
                slot_type_name: MENU_ITEM.to_owned(),
                value_elicitation_setting: ValueElicitation {
                    slot_constraint: "Optional".to_owned(),
                },
            }],
            false => Vec::new(),
        },
        dialog_code_hook: CodeHook { enabled: true },
        fulfillment_code_hook: CodeHook { enabled: true },
    })
}

fn utterances(intent: IntentName, language: Language) -> Vec<SampleUtterance> {
    samples::of_built_in(intent, language)
        .iter()
        .chain(samples::of(intent, language))
        .map(|&utterance| SampleUtterance {
            utterance: utterance.to_owned(),
        })
        .collect()
}
