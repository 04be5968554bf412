//! The models of both platforms for a small menu of our own.

use std::collections::BTreeSet;

use serde_json::Value;

use super::alexa::manifest::{SkillName, manifest};
use super::alexa::model::interaction_model;
use super::alexa::properties::holds_null;
use super::lex::model::bot_locale;
use crate::channel::IntentName;
use crate::interpreter::Vocabulary;
use crate::interpreter::vocabulary::{AttributeEntry, ItemEntry, OptionEntry};
use crate::order::{AttributeId, CategoryId, GroupId, ItemId, Language, OptionId, ValueId};

fn item(id: &str, names: &[&str]) -> ItemEntry {
    ItemEntry {
        id: ItemId::new(id),
        category: CategoryId::new("food"),
        names: names.iter().map(|&name| name.to_owned()).collect(),
        attributes: vec![],
        values: vec![],
        groups: vec![],
        generic: false,
    }
}

fn vocabulary() -> Vocabulary {
    Vocabulary {
        items: vec![
            item("soup", &["Soup", "soups"]),
            item("broth", &["soup", "broth (hot)"]),
            item("nameless", &["{}"]),
        ],
        options: vec![OptionEntry {
            id: OptionId::new("onion"),
            group: GroupId::new("toppings"),
            names: vec!["onion".to_owned()],
            counted_names: vec![],
            any_of: vec![],
            off: false,
        }],
        attributes: vec![AttributeEntry {
            id: AttributeId::new("size"),
            names: vec![],
            values: vec![(ValueId::new("large"), vec!["large".to_owned(), "big".to_owned()])],
        }],
        ..Vocabulary::default()
    }
}

#[test]
fn the_menu_is_in_both_models() {
    for language in Language::ALL {
        let alexa = interaction_model(&vocabulary(), language, "corner kitchen")
            .interaction_model
            .language_model;
        let values = &alexa.types[0].values;
        let names: Vec<_> = values
            .iter()
            .map(|value| (value.id.as_str(), value.name.value.as_str()))
            .collect();
        assert_eq!(
            names,
            [
                ("item.soup", "Soup"),
                ("item.broth", "broth hot"),
                ("option.onion", "onion"),
                ("value.size.large", "large"),
            ]
        );
        assert!(values.iter().all(|value| !value.name.synonyms.is_empty()));

        let lex = bot_locale(&vocabulary(), language);
        let lex_names = lex.slot_types[0]
            .slot_type_values
            .iter()
            .map(|value| &value.sample_value.value);
        assert!(lex_names.eq(values.iter().map(|value| &value.name.value)));
    }
}

#[test]
fn every_slot_in_a_sample_is_declared() {
    for language in Language::ALL {
        let model = interaction_model(&vocabulary(), language, "corner kitchen")
            .interaction_model
            .language_model;
        let silent = IntentName::ALL
            .iter()
            .filter(|intent| {
                model
                    .intents
                    .iter()
                    .all(|known| known.name != intent.alexa_name())
            })
            .count();
        assert_eq!(silent, if language == Language::PtBr { 2 } else { 0 });
        for intent in model.intents {
            assert!(IntentName::of(&intent.name).is_some());
            let declared: BTreeSet<_> = intent
                .slots
                .iter()
                .map(|slot| format!("{{{}}}", slot.name))
                .collect();
            let words = intent.samples.iter().flat_map(|sample| sample.split(' '));
            let used: BTreeSet<_> = words
                .filter(|word| word.starts_with('{'))
                .map(str::to_owned)
                .collect();
            assert_eq!(declared, used, "{}", intent.name);
        }
        for intent in bot_locale(&vocabulary(), language).intents {
            assert!(IntentName::of(&intent.name).is_some());
            let has_samples = !intent.sample_utterances.is_empty();
            assert_eq!(has_samples, intent.parent_intent_signature.is_none());
        }
    }
}

#[test]
fn the_slot_that_is_elicited_is_in_the_dialog_section() {
    for language in Language::ALL {
        let model = interaction_model(&vocabulary(), language, "corner kitchen").interaction_model;
        let [dialog] = model.dialog.intents.as_slice() else {
            panic!("one intent has a dialogue");
        };
        let spoken = model.language_model.intents.iter();
        let spoken = spoken
            .filter(|intent| intent.name == dialog.name)
            .collect::<Vec<_>>();
        assert_eq!(spoken.len(), 1);
        assert_eq!(spoken[0].slots.len(), 1);
        assert_eq!(spoken[0].slots[0].name, dialog.slots[0].name);
        assert_eq!(spoken[0].slots[0].slot_type, dialog.slots[0].slot_type);
        assert_eq!(spoken[0].slots[0].samples, ["{query}"]);
        let prompts = model.prompts.iter().map(|prompt| &prompt.id);
        assert!(prompts.eq([&dialog.slots[0].prompts.elicitation]));
    }
}

#[test]
fn the_page_of_phrases_has_them_all() {
    for language in Language::ALL {
        let model = interaction_model(&vocabulary(), language, "corner kitchen");
        let page = super::alexa::phrases::page(&model, language);
        let intents = model.interaction_model.language_model.intents;
        for sample in intents.iter().flat_map(|intent| &intent.samples) {
            assert!(page.contains(sample), "{sample}");
        }
        assert!(page.contains("Alexa, ") && page.contains("corner kitchen"));
        assert!(!page.contains("{name}"));
    }
}

#[test]
fn the_manifest_names_every_locale() {
    let names = Language::ALL.map(|language| SkillName {
        language,
        name: "Corner Kitchen".to_owned(),
        invocation: "corner kitchen".to_owned(),
    });
    for (endpoint, certificate, publications) in [
        ("https://voice.example.com/alexa", Value::from("Trusted"), 0),
        (
            "arn:aws:lambda:us-east-1:000000000000:function:voice",
            Value::Null,
            1,
        ),
    ] {
        let written = serde_json::to_value(manifest(
            &names,
            endpoint,
            "https://example.com/privacy",
            &["BR", "US"],
        ))
        .unwrap();
        assert!(!holds_null(&written));
        let manifest = &written["manifest"];
        let locales = manifest["publishingInformation"]["locales"].as_object().unwrap();
        assert_eq!(locales.keys().collect::<Vec<_>>(), ["en-US", "pt-BR"]);
        let endpoint_written = &manifest["apis"]["custom"]["endpoint"];
        assert_eq!(endpoint_written["uri"], endpoint);
        assert_eq!(endpoint_written["sslCertificateType"], certificate);
        for locale in ["en-US", "pt-BR"] {
            let policies = &manifest["privacyAndCompliance"]["locales"][locale];
            assert_eq!(policies["privacyPolicyUrl"], "https://example.com/privacy");
        }
        let count = |list: &Value| list.as_array().map_or(0, Vec::len);
        assert_eq!(count(&manifest["permissions"]), 4 + publications);
        let events = &manifest["events"];
        assert_eq!(events["endpoint"], *endpoint_written);
        assert_eq!(count(&events["publications"]), publications);
        assert_eq!(count(&events["subscriptions"]), 3 + publications);
    }
}
