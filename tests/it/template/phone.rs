//! That the stack within the stack, `interaction-model/phone.json`, is given what it takes, and that its bot is the one
//! that the code understands.

use std::collections::BTreeSet;
use std::path::Path;

use comanda::channel::IntentName;
use comanda::channel::lex::model::bot_locale;
use comanda::interpreter::from_menu::vocabulary;
use serde_json::{Value, json};

use super::document::{Template, each, statements};
use crate::test_app::sample;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn phone() -> Value {
    let text = std::fs::read_to_string(root().join("interaction-model/phone.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn names(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn it_is_given_what_it_takes_and_has_what_is_taken_of_it() {
    let template = Template::read(&super::text());
    let phone = phone();
    let stacks = template.of_type("AWS::CloudFormation::Stack");
    assert_eq!(stacks.keys().collect::<Vec<_>>(), [&"Phone"]);
    let within = root()
        .join("infra")
        .join(stacks["Phone"]["TemplateURL"].as_str().unwrap());
    let made = root().join("interaction-model/phone.json");
    assert_eq!(within.canonicalize().unwrap(), made.canonicalize().unwrap());
    assert_eq!(names(&stacks["Phone"]["Parameters"]), names(&phone["Parameters"]));
    let text = super::text();
    let taken = text.split("!GetAtt Phone.Outputs.").skip(1);
    for name in taken.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap()) {
        assert!(names(&phone["Outputs"]).contains(name), "{name}");
    }
    // The body of a template may have so many bytes.
    assert!(serde_json::to_vec(&phone).unwrap().len() < 1_000_000);
}

#[test]
fn nobody_but_this_bot_and_this_instance_is_let_in() {
    let phone = phone();
    let of_line_by_name = ["Hours", "Queue", "Whisper", "Inbound", "Announcement"];
    for (id, resource) in phone["Resources"].as_object().unwrap() {
        let of_line = id.starts_with("Connect") || of_line_by_name.contains(&id.as_str());
        assert_eq!(resource["Condition"] == "HasConnect", of_line, "{id}");
        if resource["Type"] == "AWS::Lambda::Permission" {
            let from = &resource["Properties"]["SourceArn"];
            let own = [
                json!({ "Fn::GetAtt": ["Alias", "Arn"] }),
                json!({ "Ref": "ConnectInstanceArn" }),
            ];
            assert!(own.contains(from), "{id}");
            assert_eq!(resource["Properties"]["Action"], "lambda:InvokeFunction", "{id}");
        }
        assert!(
            resource["Properties"]["ConversationLogSettings"].is_null(),
            "{id} keeps what is said"
        );
    }
    for statement in statements(&phone) {
        let actions = each(&statement["Action"]);
        assert!(
            actions
                .iter()
                .all(|action| !action.as_str().unwrap().contains('*')),
            "{statement}"
        );
    }
}

#[test]
fn the_bot_is_the_one_of_the_code_in_every_language() {
    let phone = phone();
    let menu = sample();
    let locales = each(&phone["Resources"]["Bot"]["Properties"]["BotLocales"]);
    let locale =
        |&language| serde_json::to_value(bot_locale(&vocabulary(&menu, language), language)).unwrap();
    let made: Vec<Value> = menu.shop.languages.iter().map(locale).collect();
    assert_eq!(locales, made.iter().collect::<Vec<_>>());
    let mut intents = BTreeSet::new();
    for locale in &locales {
        let types = each(&locale["SlotTypes"]);
        let types: BTreeSet<&str> = types.iter().map(|one| one["Name"].as_str().unwrap()).collect();
        let mut of_locale = BTreeSet::new();
        let mut fallbacks = 0;
        for intent in each(&locale["Intents"]) {
            let name = intent["Name"].as_str().unwrap();
            assert!(IntentName::of(name).is_some(), "nobody understands {name}");
            assert!(of_locale.insert(name.to_owned()), "{name} twice");
            fallbacks += usize::from(intent["ParentIntentSignature"] == "AMAZON.FallbackIntent");
            for hook in ["DialogCodeHook", "FulfillmentCodeHook"] {
                assert_eq!(intent[hook]["Enabled"], true, "{name} is not answered by us");
            }
            for slot in each(&intent["Slots"]) {
                assert!(
                    types.contains(slot["SlotTypeName"].as_str().unwrap()),
                    "{name}: {slot}"
                );
                let mark = format!("{{{}}}", slot["Name"].as_str().unwrap());
                let samples = each(&intent["SampleUtterances"]);
                let used = samples
                    .iter()
                    .any(|one| one["Utterance"].as_str().unwrap().contains(&mark));
                assert!(used, "{name}: {slot}");
            }
        }
        assert_eq!(fallbacks, 1, "free speech has one way in");
        let phrases = each(&locale["CustomVocabulary"]["CustomVocabularyItems"]);
        assert!((1..=500).contains(&phrases.len()));
        assert!(
            phrases
                .iter()
                .all(|one| one["Phrase"].as_str().unwrap().split(' ').count() <= 4)
        );
        intents.insert(of_locale);
    }
    assert_eq!(intents.len(), 1, "every language has the same intents");
}

#[test]
fn version_and_alias_have_every_language_of_the_bot() {
    let phone = phone();
    let of = |id: &str| &phone["Resources"][id]["Properties"];
    let tags = |list: &Value| -> BTreeSet<String> {
        let locales = each(list);
        locales
            .iter()
            .map(|one| one["LocaleId"].as_str().unwrap().to_owned())
            .collect()
    };
    let bot = tags(&of("Bot")["BotLocales"]);
    let spoken = sample().shop.languages;
    assert_eq!(
        bot,
        spoken.iter().map(|one| one.tag().replace('-', "_")).collect()
    );
    let version = of("Alias")["BotVersion"]["Fn::GetAtt"][0].as_str().unwrap();
    assert_eq!(tags(&of(version)["BotVersionLocaleSpecification"]), bot);
    assert_eq!(tags(&of("Alias")["BotAliasLocaleSettings"]), bot);
}
