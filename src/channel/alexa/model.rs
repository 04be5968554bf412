//! The interaction model of the skill in one language, made from the menu: what people may say, and which
//! intent of ours it is.
//!
//! Defined in the [interaction model schema]. Free speech goes into one `AMAZON.SearchQuery` slot after one of
//! many carrier phrases; a bare name, which such a slot can't take, into a slot type that lists the menu.
//!
//! [interaction model schema]: https://developer.amazon.com/docs/smapi/interaction-model-schema.html

use serde::Serialize;

use super::dialog::ELICITED;
use super::to_turn::{ALSO_ITEM_SLOT, ALSO_QUANTITY_SLOT, DETAIL_SLOT, ITEM_SLOT, QUANTITY_SLOT, QUERY_SLOT};
use crate::channel::menu_values::{self, MenuValue};
use crate::channel::{IntentName, samples};
use crate::interpreter::Vocabulary;
use crate::order::Language;

/// The slot type that lists the menu.
const MENU_ITEM: &str = "MenuItem";
/// The slot type of free speech.
const WORDS: &str = "AMAZON.SearchQuery";
/// The id of the prompt for it.
const ELICIT_WORDS: &str = "Elicit.Slot.Words";

/// An interaction model, `{"interactionModel": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InteractionModel {
    /// The model.
    pub interaction_model: ModelBody,
}

/// `interactionModel`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelBody {
    /// What people may say.
    pub language_model: LanguageModel,
    /// Which slots can be elicited.
    pub dialog: DialogModel,
    /// What Alexa would ask, were a dialogue left to her; ours never is.
    pub prompts: Vec<Prompt>,
}

/// `dialog`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DialogModel {
    /// `SKILL_RESPONSE`: we say how each dialogue goes on.
    pub delegation_strategy: String,
    /// The intents that have slots to elicit.
    pub intents: Vec<DialogIntent>,
}

/// An intent of the dialog model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DialogIntent {
    /// Its name in the language model.
    pub name: String,
    /// Whether Alexa asks if it shall be carried out.
    pub confirmation_required: bool,
    /// Its slots, with the names and types of the language model.
    pub slots: Vec<DialogSlot>,
}

/// A slot of the dialog model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DialogSlot {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub slot_type: String,
    /// Whether Alexa asks if she heard it right.
    pub confirmation_required: bool,
    /// Whether the intent is of no use without it.
    pub elicitation_required: bool,
    /// What she would ask.
    pub prompts: SlotPrompts,
}

/// The prompts of a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlotPrompts {
    /// The id of the one that asks for it.
    pub elicitation: String,
}

/// A prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Prompt {
    /// Its id.
    pub id: String,
    /// Its wordings.
    pub variations: Vec<PromptText>,
}

/// A wording of a prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromptText {
    /// `PlainText` or `SSML`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The text.
    pub value: String,
}

/// `languageModel`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LanguageModel {
    /// By what name people open the skill.
    pub invocation_name: String,
    /// The intents.
    pub intents: Vec<ModelIntent>,
    /// The slot types of our own.
    pub types: Vec<SlotType>,
}

/// An intent of the model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModelIntent {
    /// Its name.
    pub name: String,
    /// Its slots.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<SlotDefinition>,
    /// What people say for it.
    pub samples: Vec<String>,
}

/// A slot of an intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlotDefinition {
    /// Its name.
    pub name: String,
    /// Its type: `AMAZON.…`, or one of our own.
    #[serde(rename = "type")]
    pub slot_type: String,
    /// What people say where it is elicited.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<String>,
}

/// A slot type of our own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlotType {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Vec<TypeValue>,
}

/// A value of a slot type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypeValue {
    /// Its id.
    pub id: String,
    /// Its names.
    pub name: ValueName,
}

/// The names of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ValueName {
    /// The first.
    pub value: String,
    /// The others; Alexa's schema asks for at least one.
    pub synonyms: Vec<String>,
}

/// The model for a menu, in the language in which its names are given. The menu has at least one item, and the
/// invocation name is one that Alexa allows: two words or more, in lower case.
pub fn interaction_model(vocabulary: &Vocabulary, language: Language, invocation: &str) -> InteractionModel {
    let values = menu_values::of(vocabulary);
    let language_model = LanguageModel {
        invocation_name: invocation.to_owned(),
        intents: IntentName::ALL
            .into_iter()
            .filter_map(|intent| model_intent(intent, language))
            .collect(),
        types: vec![SlotType {
            name: MENU_ITEM.to_owned(),
            values: values
                .into_iter()
                .map(|value| type_value(value, language))
                .collect(),
        }],
    };
    InteractionModel {
        interaction_model: ModelBody {
            language_model,
            dialog: dialog_model(),
            prompts: vec![Prompt {
                id: ELICIT_WORDS.to_owned(),
                variations: vec![PromptText {
                    kind: "PlainText".to_owned(),
                    value: match language {
                        Language::EnUs => "Go ahead.".to_owned(),
                        Language::PtBr => "Pode falar.".to_owned(),
                    },
                }],
            }],
        },
    }
}

/// The dialog model: the one slot that [`super::from_reply()`] elicits.
fn dialog_model() -> DialogModel {
    DialogModel {
        delegation_strategy: "SKILL_RESPONSE".to_owned(),
        intents: vec![DialogIntent {
            name: ELICITED.alexa_name(),
            confirmation_required: false,
            slots: vec![DialogSlot {
                name: QUERY_SLOT.to_owned(),
                slot_type: WORDS.to_owned(),
                confirmation_required: false,
                elicitation_required: true,
                prompts: SlotPrompts {
                    elicitation: ELICIT_WORDS.to_owned(),
                },
            }],
        }],
    }
}

/// None for an intent of ours that nobody says in this language: Alexa wants samples.
fn model_intent(intent: IntentName, language: Language) -> Option<ModelIntent> {
    // Alexa knows the plain forms herself; said again they cost nothing, and tools that know only the model need them.
    let samples: Vec<&str> = [
        samples::of_built_in(intent, language),
        samples::of(intent, language),
    ]
    .concat();
    let name = intent.alexa_name();
    if samples.is_empty() && !name.starts_with("AMAZON.") {
        return None;
    }
    let slots = [
        (QUANTITY_SLOT, "AMAZON.NUMBER"),
        (ITEM_SLOT, MENU_ITEM),
        (DETAIL_SLOT, MENU_ITEM),
        (ALSO_QUANTITY_SLOT, "AMAZON.NUMBER"),
        (ALSO_ITEM_SLOT, MENU_ITEM),
        (QUERY_SLOT, WORDS),
    ];
    let used = |slot: &str| {
        samples
            .iter()
            .any(|sample| sample.contains(&format!("{{{slot}}}")))
    };
    Some(ModelIntent {
        name,
        slots: slots
            .into_iter()
            .filter(|(name, _)| used(name))
            .map(|(name, slot_type)| SlotDefinition {
                name: name.to_owned(),
                slot_type: slot_type.to_owned(),
                samples: match (intent, name) {
                    (ELICITED, QUERY_SLOT) => vec![format!("{{{QUERY_SLOT}}}")],
                    _ => Vec::new(),
                },
            })
            .collect(),
        samples: samples.iter().map(|&sample| sample.to_owned()).collect(),
    })
}

fn type_value(value: MenuValue, language: Language) -> TypeValue {
    let MenuValue {
        id,
        value,
        mut synonyms,
    } = value;
    if synonyms.is_empty() {
        synonyms.push(match language {
            Language::EnUs => format!("{value} please"),
            Language::PtBr => format!("{value} por favor"),
        });
    }
    TypeValue {
        id,
        name: ValueName { value, synonyms },
    }
}
