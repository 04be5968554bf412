//! The three flows of the phone line: calls that come in, news by telephone, and what a person hears before they take over.

use serde_json::{Map, Value, json};

use super::call::CALL_BACK;
use super::flow::{Action, Flow, literally};
use crate::channel::lex;
use crate::order::Language;

/// How long a flow waits for us, in seconds; Connect allows eight.
const BLOCK_S: &str = "8";
/// How long a caller may think about a key, in seconds: less before the other language is offered.
const KEY_S: [&str; 2] = ["2", "6"];
/// What a caller hears last.
const GOODBYE: &str = "goodbye";

/// What the line says by itself in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineWords {
    /// The language.
    pub language: Language,
    /// The voice that speaks it, one of Amazon's.
    pub voice: String,
    /// Which key is for it: "for English, press 2".
    pub key: String,
    /// That a machine answers.
    pub automated: String,
    /// The greeting where we cannot be asked for one.
    pub greeting: String,
    /// That nobody can take the call.
    pub nobody: String,
}

/// Calls that come in: language, greeting, the bot, and a person or a call back.
pub fn inbound(words: &[LineWords]) -> Flow {
    let mut actions = vec![quiet()];
    actions.extend(choosing(words));
    for words in words {
        actions.extend(opening(words));
    }
    actions.push(talking());
    actions.extend(handing_over());
    actions.extend(apologising(words));
    actions.push(hang_up());
    Flow::of(actions)
}

/// News by telephone: said twice to a person, and without what it is about to a machine.
pub fn announcement(words: &[LineWords]) -> Flow {
    let mut actions = vec![quiet_to("language")];
    let mut language = compare("language", "$.Attributes.comanda_language");
    for words in words {
        language = language.when(words.language.tag(), speak_id(words.language));
    }
    actions.push(language.otherwise("answered"));
    for words in words {
        actions.extend(speaking(words, "answered"));
    }
    actions.push(
        Action::new("answered", "CheckOutboundCallStatus", json!({}))
            .then("news")
            .when("CallAnswered", "news")
            .when("VoicemailBeep", "to a machine")
            .when("VoicemailNoBeep", GOODBYE)
            .when("NotDetected", "news")
            // Machines are told apart in campaigns only.
            .or("news"),
    );
    actions.push(say("news", "$.Attributes.comanda_news").then("pause").or(GOODBYE));
    // Whoever picks up has the telephone at their ear a moment later.
    let again = json!({ "SSML": "<speak><break time=\"1s\"/></speak>" });
    actions.push(
        Action::new("pause", "MessageParticipant", again)
            .then("again")
            .or("again"),
    );
    actions.push(
        say("again", "$.Attributes.comanda_news")
            .then(GOODBYE)
            .or(GOODBYE),
    );
    actions.push(
        say("to a machine", "$.Attributes.comanda_message")
            .then(GOODBYE)
            .or(GOODBYE),
    );
    actions.push(hang_up());
    Flow::of(actions)
}

/// What a person hears, and the caller does not, before they are put through.
pub fn whisper() -> Flow {
    let summary = say("summary", "$.Attributes.comanda_summary")
        .then("through")
        .or("through");
    Flow::of(vec![
        summary,
        Action::new("through", "EndFlowExecution", json!({})),
    ])
}

/// A flow's log would hold what attributes hold.
fn quiet() -> Action {
    quiet_to("dialled")
}

fn quiet_to(next: &str) -> Action {
    let off = json!({ "FlowLoggingBehavior": "Disabled" });
    Action::new("quiet", "UpdateFlowLoggingBehavior", off).then(next)
}

/// The language goes by the number that was dialled, else by a key, else it is the shop's first.
fn choosing(words: &[LineWords]) -> Vec<Action> {
    let Some(usual) = words.first() else {
        return Vec::new();
    };
    let mut dialled = compare("dialled", "$.SystemEndpoint.Address");
    for words in words {
        dialled = dialled.when(number(words.language), speak_id(words.language));
    }
    if words.len() == 1 {
        return vec![dialled.otherwise(speak_id(usual.language))];
    }
    let mut actions = vec![dialled.otherwise(voice_of_key(usual.language))];
    for (at, one) in words.iter().enumerate() {
        let next = words
            .get(at + 1)
            .map_or_else(|| speak_id(usual.language), |next| voice_of_key(next.language));
        let limit = if at + 1 < words.len() { KEY_S[0] } else { KEY_S[1] };
        let asked = format!("key {}", one.language);
        actions.push(
            voice(voice_of_key(one.language), one)
                .then(asked.clone())
                .or(asked.clone()),
        );
        let input = json!({
            "Text": literally(&one.key), "InputTimeLimitSeconds": limit, "StoreInput": "False",
        });
        let mut key = Action::new(asked, "GetParticipantInput", input).then(next.clone());
        for (number, words) in words.iter().enumerate() {
            key = key.when((number + 1).to_string(), speak_id(words.language));
        }
        let key = key.on("InputTimeLimitExceeded", next.clone());
        actions.push(key.on("NoMatchingCondition", next.clone()).or(next));
    }
    actions
}

/// The placeholder of the number that stands for a language.
fn number(language: Language) -> &'static str {
    match language {
        Language::EnUs => "${NumberEnUs}",
        Language::PtBr => "${NumberPtBr}",
    }
}

fn speak_id(language: Language) -> String {
    format!("speak {language}")
}

fn voice_of_key(language: Language) -> String {
    format!("key voice {language}")
}

/// Sets voice and language of all that follows.
fn speaking(words: &LineWords, next: &str) -> Vec<Action> {
    let (plainly, language) = (
        format!("standard {}", words.language),
        format!("language {}", words.language),
    );
    let standard = json!({ "TextToSpeechVoice": words.voice });
    vec![
        voice(speak_id(words.language), words)
            .then(language.clone())
            .or(plainly.clone()),
        Action::new(plainly, "UpdateContactTextToSpeechVoice", standard)
            .then(language.clone())
            .or(language.clone()),
        Action::new(
            language,
            "UpdateContactData",
            json!({ "LanguageCode": words.language.tag() }),
        )
        .then(next)
        .or(next),
    ]
}

/// The brand's voice on the neural engine, which not all voices have.
fn voice(identifier: String, words: &LineWords) -> Action {
    let voice = json!({ "TextToSpeechVoice": words.voice, "TextToSpeechEngine": "Neural" });
    Action::new(identifier, "UpdateContactTextToSpeechVoice", voice)
}

/// From the language to the bot: that a machine answers, our greeting, and whether we listen at all.
fn opening(words: &LineWords) -> Vec<Action> {
    let tag = words.language.tag();
    let named = |what: &str| format!("{what} {tag}");
    let mut actions = speaking(words, &named("automated"));
    actions.extend(prompt(
        &named("automated"),
        tag,
        "automated",
        &words.automated,
        &named("begin"),
    ));
    actions.push(
        block(named("begin"), &json!({ "language": tag }))
            .then("listening")
            .or(named("alone")),
    );
    let mut alone = attributes();
    alone.remove(lex::TICKET);
    let parameters = bot("Text", &literally(&words.greeting), &alone);
    actions.push(to_bot(named("alone"), parameters));
    actions
}

/// Audio from the bucket of prompts, and the words themselves where it is not there.
fn prompt(identifier: &str, tag: &str, name: &str, words: &str, next: &str) -> Vec<Action> {
    let spoken = format!("{identifier} spoken");
    let media = json!({
        "Media": {
            "Uri": format!("s3://${{PromptsBucket}}/prompts/current/{tag}/{name}.wav"),
            "SourceType": "S3", "MediaType": "Audio",
        },
    });
    vec![
        Action::new(identifier, "MessageParticipant", media)
            .then(next)
            .or(spoken.clone()),
        say(spoken, &literally(words)).then(next).or(next),
    ]
}

fn say(identifier: impl Into<String>, text: &str) -> Action {
    Action::new(identifier, "MessageParticipant", json!({ "Text": text }))
}

fn say_marked_up(identifier: &str, ssml: &str) -> Action {
    Action::new(identifier, "MessageParticipant", json!({ "SSML": ssml }))
}

fn compare(identifier: &str, value: &str) -> Action {
    Action::new(identifier, "Compare", json!({ "ComparisonValue": value }))
}

/// A block that asks us.
fn block(identifier: impl Into<String>, given: &Value) -> Action {
    let parameters = json!({
        "LambdaFunctionARN": "${VoiceFunctionArn}",
        "InvocationTimeLimitSeconds": BLOCK_S,
        "LambdaInvocationAttributes": given,
        "ResponseValidation": { "ResponseType": "STRING_MAP" },
    });
    Action::new(identifier, "InvokeLambdaFunction", parameters)
}

/// How the bot listens: it may be interrupted, and it waits for people who think. What it waits for after a question it is
/// told with each answer.
fn attributes() -> Map<String, Value> {
    let pairs = [
        ("x-amz-lex:allow-interrupt:*:*", "true"),
        ("x-amz-lex:audio:start-timeout-ms:*:*", "6000"),
        (lex::END_OF_SPEECH, "1300"),
        ("x-amz-lex:audio:max-length-ms:*:*", "30000"),
        ("x-amz-lex:dtmf:end-timeout-ms:*:*", "3000"),
        ("x-amz-lex:dtmf:end-character:*:*", "#"),
        ("x-amz-lex:dtmf:max-length:*:*", "32"),
        (lex::TICKET, "$.External.ticket"),
    ];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), Value::from(value)));
    pairs.into_iter().collect()
}

fn bot(kind: &str, greeting: &str, attributes: &Map<String, Value>) -> Value {
    json!({ kind: greeting, "LexV2Bot": { "AliasArn": "${BotAliasArn}" }, "LexSessionAttributes": attributes })
}

fn to_bot(identifier: impl Into<String>, parameters: Value) -> Action {
    Action::new(identifier, "ConnectParticipantWithLexBot", parameters)
        .then("after")
        .on("InputTimeLimitExceeded", "after")
        .on("NoMatchingCondition", "after")
        .or("whisper")
}

fn talking() -> Action {
    to_bot("talk", bot("SSML", "$.External.greeting", &attributes()))
}

/// From our answer on: the bot, or closed; and a person where one is wanted.
fn handing_over() -> Vec<Action> {
    let next = format!("$.Lex.SessionAttributes.{}", lex::NEXT);
    let summary = json!({
        "Attributes": { lex::SUMMARY: format!("$.Lex.SessionAttributes.{}", lex::SUMMARY) },
        "TargetContact": "Current",
    });
    let whispers = json!({ "EventHooks": { "AgentWhisper": "${WhisperFlowArn}" } });
    let available = json!({ "MetricType": "NumberOfAgentsAvailable", "QueueId": "${QueueArn}" });
    vec![
        compare("listening", "$.External.listening")
            .when("yes", "talk")
            .otherwise("closed"),
        say_marked_up("closed", "$.External.greeting")
            .then(GOODBYE)
            .or(GOODBYE),
        compare("after", &next)
            .when(lex::PERSON, "note")
            .otherwise(GOODBYE),
        Action::new("note", "UpdateContactAttributes", summary)
            .then("whisper")
            .or("whisper"),
        Action::new("whisper", "UpdateContactEventHooks", whispers)
            .then("queue")
            .or("queue"),
        Action::new(
            "queue",
            "UpdateContactTargetQueue",
            json!({ "QueueId": "${QueueArn}" }),
        )
        .then("hours")
        .or("call back"),
        Action::new(
            "hours",
            "CheckHoursOfOperation",
            json!({ "HoursOfOperationId": "${HoursArn}" }),
        )
        .then("call back")
        .when("True", "people")
        .when("False", "call back")
        .or("call back"),
        Action::new("people", "CheckMetricData", available)
            .then("call back")
            .whenever("NumberGreaterThan", "0", "transfer")
            .or("call back"),
        Action::new("transfer", "TransferContactToQueue", json!({}))
            .then(GOODBYE)
            .on("QueueAtCapacity", "call back")
            .or("call back"),
        block(
            "call back",
            &json!({ "task": CALL_BACK, "language": "$.LanguageCode" }),
        )
        .then("told")
        .or("sorry"),
        say_marked_up("told", "$.External.said").then(GOODBYE).or("sorry"),
    ]
}

/// What is said where not even we can be asked.
fn apologising(words: &[LineWords]) -> Vec<Action> {
    let mut sorry = compare("sorry", "$.LanguageCode");
    for words in words {
        sorry = sorry.when(words.language.tag(), format!("sorry {}", words.language));
    }
    let mut actions = vec![sorry.otherwise(GOODBYE)];
    for words in words {
        let tag = words.language.tag();
        actions.extend(prompt(
            &format!("sorry {tag}"),
            tag,
            "nobody",
            &words.nobody,
            GOODBYE,
        ));
    }
    actions
}

fn hang_up() -> Action {
    Action::new(GOODBYE, "DisconnectParticipant", json!({}))
}
