//! The flows of the phone line, as they are deployed, held to the documented blocks: each has what it needs, every way out
//! of it leads somewhere, and no caller is left in silence.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// What the documentation of the [flow language] says of a block that we use.
///
/// [flow language]: https://docs.aws.amazon.com/connect/latest/APIReference/flow-language-actions.html
struct Block {
    name: &'static str,
    /// Parameters that must be there; of those in one text, parted by `|`, exactly one.
    needs: &'static [&'static str],
    /// Parameters that may be there.
    takes: &'static [&'static str],
    /// Errors that must have a way out.
    errors: &'static [&'static str],
    /// Operators that may be asked of its result; none: it has no result to ask about.
    asks: &'static [&'static str],
    /// The only operands, where the documentation lists them.
    operands: &'static [&'static str],
    /// Whether the flow ends here.
    ends: bool,
}

const PLAIN: Block = Block {
    name: "",
    needs: &[],
    takes: &[],
    errors: &["NoMatchingError"],
    asks: &[],
    operands: &[],
    ends: false,
};

const SPOKEN: &str = "Text|SSML|PromptId|Media";

const BLOCKS: [Block; 16] = [
    Block {
        name: "MessageParticipant",
        needs: &[SPOKEN],
        ..PLAIN
    },
    Block {
        name: "GetParticipantInput",
        needs: &[SPOKEN, "InputTimeLimitSeconds", "StoreInput"],
        errors: &["NoMatchingError", "NoMatchingCondition", "InputTimeLimitExceeded"],
        asks: &["Equals"],
        operands: &["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"],
        ..PLAIN
    },
    Block {
        name: "ConnectParticipantWithLexBot",
        needs: &[SPOKEN, "LexV2Bot"],
        takes: &["LexSessionAttributes"],
        errors: &["NoMatchingError", "NoMatchingCondition", "InputTimeLimitExceeded"],
        asks: &["Equals"],
        ..PLAIN
    },
    Block {
        name: "InvokeLambdaFunction",
        needs: &["LambdaFunctionARN", "InvocationTimeLimitSeconds"],
        takes: &["LambdaInvocationAttributes", "ResponseValidation"],
        ..PLAIN
    },
    Block {
        name: "UpdateContactAttributes",
        needs: &["Attributes"],
        takes: &["TargetContact"],
        ..PLAIN
    },
    Block {
        name: "UpdateContactData",
        takes: &["LanguageCode", "Name", "Description"],
        ..PLAIN
    },
    Block {
        name: "UpdateContactTextToSpeechVoice",
        needs: &["TextToSpeechVoice"],
        takes: &["TextToSpeechEngine", "TextToSpeechStyle"],
        ..PLAIN
    },
    Block {
        name: "UpdateContactEventHooks",
        needs: &["EventHooks"],
        ..PLAIN
    },
    Block {
        name: "UpdateContactTargetQueue",
        needs: &["QueueId|AgentId"],
        ..PLAIN
    },
    Block {
        name: "TransferContactToQueue",
        errors: &["NoMatchingError", "QueueAtCapacity"],
        ..PLAIN
    },
    Block {
        name: "UpdateFlowLoggingBehavior",
        needs: &["FlowLoggingBehavior"],
        errors: &[],
        ..PLAIN
    },
    Block {
        name: "CheckHoursOfOperation",
        takes: &["HoursOfOperationId"],
        asks: &["Equals"],
        operands: &["True", "False"],
        ..PLAIN
    },
    Block {
        name: "CheckMetricData",
        needs: &["MetricType"],
        takes: &["QueueId", "AgentId"],
        asks: &["NumberGreaterThan"],
        operands: &["0"],
        ..PLAIN
    },
    Block {
        name: "CheckOutboundCallStatus",
        asks: &["Equals"],
        operands: &["CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected"],
        ..PLAIN
    },
    Block {
        name: "Compare",
        needs: &["ComparisonValue"],
        errors: &["NoMatchingCondition"],
        asks: &["Equals"],
        ..PLAIN
    },
    Block {
        name: "DisconnectParticipant",
        errors: &[],
        ends: true,
        ..PLAIN
    },
];
/// The same in a flow that a person hears: the call goes on.
const END: Block = Block {
    name: "EndFlowExecution",
    errors: &[],
    ends: true,
    ..PLAIN
};

/// Every way out of an action: what for, and to which.
fn ways(action: &Value) -> Vec<(String, String)> {
    let transitions = &action["Transitions"];
    let to = |one: &Value| one["NextAction"].as_str().unwrap_or_default().to_owned();
    let list = |name: &str| transitions[name].as_array().cloned().unwrap_or_default();
    let next = transitions
        .get("NextAction")
        .map(|_| ("".to_owned(), to(transitions)));
    let conditions = list("Conditions");
    let conditions = conditions.iter().map(|one| {
        let condition = &one["Condition"];
        let operand = condition["Operands"][0].as_str().unwrap_or_default();
        let sign = if condition["Operator"] == "NumberGreaterThan" {
            "> "
        } else {
            ""
        };
        (format!("{sign}{operand}"), to(one))
    });
    let errors = list("Errors");
    let errors = errors
        .iter()
        .map(|one| (one["ErrorType"].as_str().unwrap_or_default().to_owned(), to(one)));
    next.into_iter().chain(conditions).chain(errors).collect()
}

fn actions(flow: &Value) -> BTreeMap<&str, &Value> {
    let all = flow["Actions"].as_array().unwrap();
    all.iter()
        .map(|action| (action["Identifier"].as_str().unwrap(), action))
        .collect()
}

/// What is wrong with a flow.
fn faults(flow: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let known = actions(flow);
    if flow["Version"] != "2019-10-30" {
        faults.push("another version".to_owned());
    }
    if known.len() != flow["Actions"].as_array().unwrap().len() {
        faults.push("two actions of one name".to_owned());
    }
    for (id, action) in &known {
        faults.extend(
            faults_of(id, action)
                .into_iter()
                .map(|fault| format!("{id}: {fault}")),
        );
        let lost = ways(action)
            .into_iter()
            .filter(|(_, to)| !known.contains_key(to.as_str()));
        faults.extend(lost.map(|(_, to)| format!("{id}: goes to `{to}`, which is not there")));
    }
    let start = flow["StartAction"].as_str().unwrap_or_default();
    let reached = reached(&known, start);
    faults.extend(
        known
            .keys()
            .filter(|id| !reached.contains(**id))
            .map(|id| format!("{id}: nothing leads here")),
    );
    faults.extend(
        endless(&known)
            .into_iter()
            .map(|id| format!("{id}: never comes to an end")),
    );
    faults
}

fn faults_of(id: &str, action: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if id.is_empty()
        || id.chars().count() > 50
        || id.contains([
            '%', ':', '(', '\\', '/', ')', '=', '$', ',', ';', '[', ']', '{', '}',
        ])
    {
        faults.push("no name that is allowed".to_owned());
    }
    let kind = action["Type"].as_str().unwrap_or_default();
    let Some(block) = BLOCKS.iter().chain([&END]).find(|block| block.name == kind) else {
        return vec![format!("{kind} is no block that we know of")];
    };
    let given: BTreeSet<&str> = action["Parameters"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let mut allowed: BTreeSet<&str> = block.takes.iter().copied().collect();
    for need in block.needs {
        let ways: Vec<&str> = need.split('|').collect();
        if ways.iter().filter(|one| given.contains(**one)).count() != 1 {
            faults.push(format!("needs {need}"));
        }
        allowed.extend(ways);
    }
    faults.extend(given.difference(&allowed).map(|name| format!("takes no {name}")));
    let ways = ways(action);
    for error in block.errors {
        if !ways.iter().any(|(why, _)| why == error) {
            faults.push(format!("{error} leads nowhere"));
        }
    }
    let list = |name: &str| {
        action["Transitions"][name]
            .as_array()
            .cloned()
            .unwrap_or_default()
    };
    for error in list("Errors") {
        let named = error["ErrorType"].as_str().unwrap();
        if !block.errors.contains(&named) {
            faults.push(format!("has no error {named}"));
        }
    }
    for condition in list("Conditions") {
        let (operator, operand) = (
            &condition["Condition"]["Operator"],
            &condition["Condition"]["Operands"][0],
        );
        if !block.asks.contains(&operator.as_str().unwrap()) {
            faults.push(format!("is not asked {operator}"));
        }
        if !block.operands.is_empty() && !block.operands.contains(&operand.as_str().unwrap()) {
            faults.push(format!("is never {operand}"));
        }
    }
    if block.ends != ways.is_empty() {
        faults.push("ends in the middle, or goes on after the end".to_owned());
    }
    if !block.ends && action["Transitions"]["NextAction"].is_null() {
        faults.push("leads nowhere where it goes well".to_owned());
    }
    faults
}

fn reached<'a>(known: &BTreeMap<&'a str, &'a Value>, start: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut queue = VecDeque::from([start.to_owned()]);
    while let Some(id) = queue.pop_front() {
        if let Some(action) = known.get(id.as_str())
            && reached.insert(id)
        {
            queue.extend(ways(action).into_iter().map(|(_, to)| to));
        }
    }
    reached
}

/// Actions from which no way leads to an end.
fn endless<'a>(known: &BTreeMap<&'a str, &'a Value>) -> Vec<&'a str> {
    let ends = |id: &str| {
        let reached = reached(known, id);
        reached.iter().any(|id| ways(known[id.as_str()]).is_empty())
    };
    known.keys().copied().filter(|id| !ends(id)).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("interaction-model/connect")
}

fn flow(name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap()).unwrap()
}

const FLOWS: [&str; 3] = ["calls", "news", "summary"];

#[test]
fn every_flow_is_as_the_blocks_are_documented() {
    let files = std::fs::read_dir(folder()).unwrap().count();
    assert_eq!(files, FLOWS.len());
    for name in FLOWS {
        assert_eq!(faults(&flow(name)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn each_fault_would_be_found() {
    let check = |change: &dyn Fn(&mut Value), fault: &str| {
        let mut flow = flow("calls");
        change(&mut flow);
        let found = faults(&flow);
        assert!(found.iter().any(|one| one.contains(fault)), "{fault}: {found:?}");
    };
    fn of<'a>(flow: &'a mut Value, id: &str) -> &'a mut Value {
        let all = flow["Actions"].as_array_mut().unwrap();
        all.iter_mut().find(|action| action["Identifier"] == id).unwrap()
    }
    check(
        &|flow| of(flow, "talk")["Type"] = json!("TalkToBot"),
        "is no block",
    );
    check(
        &|flow| of(flow, "talk")["Parameters"] = json!({}),
        "needs LexV2Bot",
    );
    check(
        &|flow| of(flow, "talk")["Parameters"]["Text"] = json!("x"),
        "needs Text|SSML",
    );
    check(
        &|flow| of(flow, "talk")["Parameters"]["Bot"] = json!("x"),
        "takes no Bot",
    );
    check(
        &|flow| of(flow, "talk")["Transitions"]["Errors"] = json!([]),
        "NoMatchingError leads nowhere",
    );
    check(
        &|flow| of(flow, "talk")["Transitions"]["NextAction"] = json!("nowhere"),
        "which is not there",
    );
    check(
        &|flow| of(flow, "hours")["Transitions"]["Conditions"][0]["Condition"]["Operands"] = json!(["yes"]),
        "is never",
    );
    check(
        &|flow| of(flow, "people")["Transitions"]["Conditions"][0]["Condition"]["Operator"] = json!("Equals"),
        "is not asked",
    );
    check(
        &|flow| of(flow, "goodbye")["Transitions"] = json!({ "NextAction": "sorry" }),
        "never comes to an end",
    );
    check(
        &|flow| of(flow, "after")["Transitions"]["Conditions"] = json!([]),
        "note: nothing leads here",
    );
    check(
        &|flow| of(flow, "told")["Transitions"] = json!({}),
        "leads nowhere",
    );
    check(
        &|flow| of(flow, "told")["Identifier"] = json!("told: x"),
        "no name that is allowed",
    );
    check(&|flow| flow["StartAction"] = json!("sorry"), "nothing leads here");
}

#[test]
fn what_the_flows_take_is_given_by_their_template() {
    let text = std::fs::read_to_string(folder().join("../phone.json")).unwrap();
    let template: Value = serde_json::from_str(&text).unwrap();
    for (name, id) in FLOWS.iter().zip(["Inbound", "Announcement", "Whisper"]) {
        let content = &template["Resources"][id]["Properties"]["Content"];
        let content = content.get("Fn::Sub").unwrap_or(content);
        let (text, given) = match content {
            Value::Array(both) => (
                both[0].as_str().unwrap(),
                both[1].as_object().unwrap().keys().cloned().collect(),
            ),
            one => (one.as_str().unwrap(), BTreeSet::<String>::new()),
        };
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), flow(name), "{name}");
        let open = text
            .split("${")
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap());
        for gap in open.filter(|gap| !gap.starts_with('!')) {
            let known = given.contains(gap) || !template["Parameters"][gap].is_null();
            assert!(known, "{name}: nobody says what {gap} is");
        }
    }
}

/// A flow as a picture in Mermaid's words.
fn picture(flow: &Value) -> String {
    let known = actions(flow);
    let order: Vec<&str> = flow["Actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action["Identifier"].as_str().unwrap())
        .collect();
    let number: BTreeMap<&str, usize> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut lines = vec!["flowchart TD".to_owned()];
    for id in &order {
        let kind = known[id]["Type"].as_str().unwrap();
        lines.push(format!("  a{}[\"{id}<br><i>{kind}</i>\"]", number[id]));
    }
    for id in &order {
        // Ways to the same place are one line with all their reasons.
        let mut by_place: Vec<(String, Vec<String>)> = Vec::new();
        for (why, to) in ways(known[id]) {
            match by_place.iter_mut().find(|(place, _)| *place == to) {
                Some((_, reasons)) => reasons.push(why),
                None => by_place.push((to, vec![why])),
            }
        }
        for (to, reasons) in by_place {
            let reasons: Vec<&str> = reasons
                .iter()
                .map(|why| short(why))
                .filter(|why| !why.is_empty())
                .collect();
            let reasons: Vec<&str> = reasons
                .iter()
                .enumerate()
                .filter(|(at, why)| !reasons[..*at].contains(why))
                .map(|(_, why)| *why)
                .collect();
            let label = if reasons.is_empty() {
                String::new()
            } else {
                format!("|\"{}\"|", reasons.join(", "))
            };
            lines.push(format!("  a{} -->{label} a{}", number[id], number[to.as_str()]));
        }
    }
    lines.join("\n")
}

fn short(why: &str) -> &str {
    match why {
        "NoMatchingError" => "error",
        "NoMatchingCondition" => "else",
        "InputTimeLimitExceeded" => "nothing",
        "QueueAtCapacity" => "full",
        other => other.trim_start_matches("${").trim_end_matches('}'),
    }
}

/// Where this fails, the pictures are written anew with `COMANDA_DRAW=1`.
#[test]
fn the_pictures_show_the_flows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/phone.md");
    let mut page = std::fs::read_to_string(&path).unwrap();
    for name in FLOWS {
        let (open, close) = (format!("<!-- flow {name} -->\n```mermaid\n"), "\n```\n");
        let (before, rest) = page
            .split_once(&open)
            .unwrap_or_else(|| panic!("docs/phone.md has no place for {name}"));
        let (found, after) = rest.split_once(close).unwrap();
        let drawn = picture(&flow(name));
        if std::env::var_os("COMANDA_DRAW").is_some() {
            page = format!("{before}{open}{drawn}{close}{after}");
        } else {
            assert_eq!(found, drawn, "{name}");
        }
    }
    if std::env::var_os("COMANDA_DRAW").is_some() {
        std::fs::write(&path, page).unwrap();
    }
}
