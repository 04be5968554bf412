//! The CloudFormation template of the phone line: the bot in all of a shop's languages, its version and alias, and, where
//! there is an instance of Amazon Connect, what lets its flows talk to us. It is a stack within the stack of
//! `infra/template.yaml`, whose parameters it gets; whoever deploys gives it nothing.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::Flow;
use crate::channel::lex::model::BotLocale;
use crate::order::{Hours, Period};

/// How long a bot keeps a session that nobody speaks in, in seconds.
const SESSION_S: u32 = 300;
/// How many letters of its hash name a version.
const HASHED: usize = 6;
/// The weekdays as Connect names them, Monday first.
const DAYS: [&str; 7] = [
    "MONDAY",
    "TUESDAY",
    "WEDNESDAY",
    "THURSDAY",
    "FRIDAY",
    "SATURDAY",
    "SUNDAY",
];

/// The flows of the line.
#[derive(Debug, Clone, PartialEq)]
pub struct Flows {
    /// Calls that come in.
    pub inbound: Flow,
    /// News by telephone.
    pub announcement: Flow,
    /// What a person hears before they take over.
    pub whisper: Flow,
}

/// When people may take calls.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleHours<'a> {
    /// The time zone by its IANA name.
    pub time_zone: &'a str,
    /// The shop's hours; none: always.
    pub hours: Option<&'a Hours>,
}

/// The template.
///
/// # Errors
/// If a flow cannot be written down.
pub fn template(
    locales: &[BotLocale],
    flows: &Flows,
    people: &PeopleHours<'_>,
) -> Result<Value, serde_json::Error> {
    let mut resources = bot(locales)?;
    resources.extend(line(flows, people)?);
    Ok(json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "The phone line of Comanda: a stack within infra/template.yaml, made by `comanda model`.",
        "Parameters": parameters(),
        "Conditions": { "HasConnect": { "Fn::Not": [{ "Fn::Equals": [{ "Ref": "ConnectInstanceArn" }, ""] }] } },
        "Resources": resources,
        "Outputs": outputs(),
    }))
}

fn parameters() -> Value {
    let text = |about: &str| json!({ "Type": "String", "Description": about });
    json!({
        "Name": text("What the bot and all of the line are called by."),
        "VoiceFunctionArn": text("The function that answers."),
        "ConnectInstanceArn": text("The Amazon Connect instance; empty for a bot without a line."),
        "PromptsBucket": text("The bucket of spoken prompts."),
        "NumberPtBr": text("The number of the line that is answered in Portuguese; none for none."),
        "NumberEnUs": text("The number of the line that is answered in English; none for none."),
    })
}

fn outputs() -> Value {
    let of_line = |value: Value| json!({ "Condition": "HasConnect", "Value": value });
    json!({
        "BotAliasArn": { "Value": att("Alias", "Arn") },
        "InboundFlowArn": of_line(json!({ "Ref": "Inbound" })),
        "AnnouncementFlowArn": of_line(json!({ "Ref": "Announcement" })),
    })
}

fn att(resource: &str, attribute: &str) -> Value {
    json!({ "Fn::GetAtt": [resource, attribute] })
}

fn named(suffix: &str) -> Value {
    json!({ "Fn::Sub": format!("${{Name}}-{suffix}") })
}

fn allow(action: &Value, more: &Value) -> Value {
    let mut statement = json!({ "Effect": "Allow", "Action": action });
    if let (Some(statement), Some(more)) = (statement.as_object_mut(), more.as_object()) {
        statement.extend(more.clone());
    }
    json!({ "Version": "2012-10-17", "Statement": [statement] })
}

/// The bot, its version by what is in it, and the alias that speaks with the function. It keeps no conversation logs: they
/// would hold what customers say.
fn bot(locales: &[BotLocale]) -> Result<Map<String, Value>, serde_json::Error> {
    let locales = serde_json::to_value(locales)?;
    let ids: Vec<&Value> = locales
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("LocaleId"))
        .collect();
    let version = version_of(&locales);
    let of_version =
        |id: &&Value| json!({ "LocaleId": id, "BotVersionLocaleDetails": { "SourceBotVersion": "DRAFT" } });
    let hook = json!({
        "LambdaCodeHook": { "CodeHookInterfaceVersion": "1.0", "LambdaArn": { "Ref": "VoiceFunctionArn" } },
    });
    let of_alias = |id: &&Value| json!({ "LocaleId": id, "BotAliasLocaleSetting": { "Enabled": true, "CodeHookSpecification": hook } });
    let trust = allow(
        &json!("sts:AssumeRole"),
        &json!({ "Principal": { "Service": "lexv2.amazonaws.com" } }),
    );
    // Polly's only resources are lexicons, and Lex takes none.
    let speak = allow(&json!("polly:SynthesizeSpeech"), &json!({ "Resource": "*" }));
    let resources = json!({
        "Role": { "Type": "AWS::IAM::Role", "Properties": {
            "AssumeRolePolicyDocument": trust,
            "Policies": [{ "PolicyName": "speak", "PolicyDocument": speak }],
        } },
        "Bot": { "Type": "AWS::Lex::Bot", "Properties": {
            "Name": { "Ref": "Name" },
            "RoleArn": att("Role", "Arn"),
            "DataPrivacy": { "ChildDirected": false },
            "IdleSessionTTLInSeconds": SESSION_S,
            "AutoBuildBotLocales": true,
            "BotLocales": locales,
        } },
        &version: { "Type": "AWS::Lex::BotVersion", "Properties": {
            "BotId": { "Ref": "Bot" },
            "BotVersionLocaleSpecification": ids.iter().map(of_version).collect::<Vec<_>>(),
        } },
        "Alias": { "Type": "AWS::Lex::BotAlias", "Properties": {
            "BotAliasName": "live",
            "BotId": { "Ref": "Bot" },
            "BotVersion": att(&version, "BotVersion"),
            "BotAliasLocaleSettings": ids.iter().map(of_alias).collect::<Vec<_>>(),
        } },
        "LexMayCall": { "Type": "AWS::Lambda::Permission", "Properties": {
            "Action": "lambda:InvokeFunction",
            "FunctionName": { "Ref": "VoiceFunctionArn" },
            "Principal": "lexv2.amazonaws.com",
            "SourceAccount": { "Ref": "AWS::AccountId" },
            "SourceArn": att("Alias", "Arn"),
        } },
    });
    Ok(object(resources))
}

/// A version never changes: another bot is another version, under another name.
fn version_of(locales: &Value) -> String {
    let digest = Sha256::digest(locales.to_string());
    let bytes = digest.into_iter().take(HASHED);
    bytes.fold("Version".to_owned(), |name, byte| format!("{name}{byte:02x}"))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Map::new(),
    }
}

/// What makes the bot a phone line, where there is an instance for it.
fn line(flows: &Flows, people: &PeopleHours<'_>) -> Result<Map<String, Value>, serde_json::Error> {
    let instance = json!({ "Ref": "ConnectInstanceArn" });
    let of_line = |kind: &str, properties: Value| json!({ "Type": kind, "Condition": "HasConnect", "Properties": properties });
    let uses = |kind: &str, arn: Value| {
        let properties = json!({ "InstanceId": instance, "IntegrationType": kind, "IntegrationArn": arn });
        of_line("AWS::Connect::IntegrationAssociation", properties)
    };
    let flow = |kind: &str, name: &str, content: &Flow| -> Result<Value, serde_json::Error> {
        let text = serde_json::to_string(content)?;
        let content = match text.contains("${") {
            true => json!({ "Fn::Sub": text }),
            false => json!(text),
        };
        let properties =
            json!({ "InstanceArn": instance, "Type": kind, "Name": named(name), "Content": content });
        Ok(of_line("AWS::Connect::ContactFlow", properties))
    };
    let talks = json!({
        "Principal": { "Service": "connect.amazonaws.com" },
        "Resource": att("Alias", "Arn"),
        "Condition": {
            "StringEquals": { "AWS:SourceAccount": { "Ref": "AWS::AccountId" } },
            "ArnEquals": { "AWS:SourceArn": instance },
        },
    });
    let talks = allow(&json!(["lex:RecognizeText", "lex:StartConversation"]), &talks);
    let mut inbound = flow("CONTACT_FLOW", "calls", &flows.inbound)?;
    let filled = |content: &Value| {
        json!({ "Fn::Sub": [content, {
            "BotAliasArn": att("Alias", "Arn"),
            "WhisperFlowArn": { "Ref": "Whisper" },
            "QueueArn": { "Ref": "Queue" },
            "HoursArn": { "Ref": "Hours" },
        }] })
    };
    if let Some(content) = inbound.pointer_mut("/Properties/Content") {
        *content = filled(&content["Fn::Sub"]);
    }
    let inbound = after(inbound, &["ConnectUsesBot", "ConnectUsesFunction"]);
    let uses_bot = after(uses("LEX_BOT", att("Alias", "Arn")), &["ConnectMayTalk"]);
    let mut resources = Map::new();
    for (name, resource) in [
        (
            "ConnectMayTalk",
            of_line(
                "AWS::Lex::ResourcePolicy",
                json!({ "ResourceArn": att("Alias", "Arn"), "Policy": talks }),
            ),
        ),
        ("ConnectUsesBot", uses_bot),
        (
            "ConnectMayCall",
            of_line(
                "AWS::Lambda::Permission",
                json!({
                    "Action": "lambda:InvokeFunction",
                    "FunctionName": { "Ref": "VoiceFunctionArn" },
                    "Principal": "connect.amazonaws.com",
                    "SourceAccount": { "Ref": "AWS::AccountId" },
                    "SourceArn": instance,
                }),
            ),
        ),
        (
            "ConnectUsesFunction",
            uses("LAMBDA_FUNCTION", json!({ "Ref": "VoiceFunctionArn" })),
        ),
        (
            "Hours",
            of_line(
                "AWS::Connect::HoursOfOperation",
                json!({
                    "InstanceArn": instance, "Name": named("people"), "TimeZone": people.time_zone, "Config": slots(people.hours),
                }),
            ),
        ),
        (
            "Queue",
            of_line(
                "AWS::Connect::Queue",
                json!({
                    "InstanceArn": instance, "Name": named("people"), "HoursOfOperationArn": { "Ref": "Hours" },
                }),
            ),
        ),
        ("Whisper", flow("AGENT_WHISPER", "summary", &flows.whisper)?),
        ("Inbound", inbound),
        ("Announcement", flow("CONTACT_FLOW", "news", &flows.announcement)?),
    ] {
        resources.insert(name.to_owned(), resource);
    }
    Ok(resources)
}

/// The resource, made after these.
fn after(mut resource: Value, others: &[&str]) -> Value {
    if let Some(fields) = resource.as_object_mut() {
        fields.insert("DependsOn".to_owned(), json!(others));
    }
    resource
}

/// The shop's week as Connect has it. A period past midnight belongs to two days there.
fn slots(hours: Option<&Hours>) -> Vec<Value> {
    let Some(hours) = hours else {
        // From midnight to midnight.
        return DAYS.iter().map(|day| slot(day, (0, 0), (0, 0))).collect();
    };
    let mut slots = Vec::new();
    for (at, periods) in hours.week.iter().enumerate() {
        let day = |at: usize| DAYS.get(at % DAYS.len()).copied().unwrap_or_default();
        for Period { opens, closes } in periods {
            let (from, to) = ((opens.hour(), opens.minute()), (closes.hour(), closes.minute()));
            match closes > opens || to == (0, 0) {
                true => slots.push(slot(day(at), from, to)),
                false => {
                    slots.push(slot(day(at), from, (0, 0)));
                    slots.push(slot(day(at + 1), (0, 0), to));
                }
            }
        }
    }
    slots
}

fn slot(day: &str, from: (i8, i8), to: (i8, i8)) -> Value {
    let time = |(hours, minutes): (i8, i8)| json!({ "Hours": hours, "Minutes": minutes });
    json!({ "Day": day, "StartTime": time(from), "EndTime": time(to) })
}
