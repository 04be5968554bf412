//! That what is watched is there: every metric on the dashboard and behind an alarm is one that the functions measure, or
//! Amazon's own; every one that they measure is on the dashboard; and every alarm has its place in the runbook.

use std::collections::BTreeSet;
use std::path::Path;

use comanda::aws::functions::metrics;
use serde_json::Value;

use super::document::{Template, each, target};

/// The namespace of what the functions measure.
const OURS: &str = "${AWS::StackName}";

/// A metric by name and dimensions.
type Named = (String, Vec<String>);

fn measured() -> BTreeSet<Named> {
    let owned = |(name, set): (&str, Vec<&str>)| {
        let mut set: Vec<String> = set.into_iter().map(str::to_owned).collect();
        set.sort();
        (name.to_owned(), set)
    };
    metrics::all().into_iter().map(owned).collect()
}

/// Every string that a dashboard's metrics name: of a line of a widget, or within its search expression.
fn on_the_dashboard(template: &Template) -> BTreeSet<Named> {
    let mut named = BTreeSet::new();
    for (_, dashboard) in template.of_type("AWS::CloudWatch::Dashboard") {
        let body: Value =
            serde_json::from_str(dashboard["DashboardBody"]["Fn::Sub"].as_str().unwrap()).unwrap();
        for line in body["widgets"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|widget| each(&widget["properties"]["metrics"]))
        {
            let texts: Vec<&str> = line
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            match texts.as_slice() {
                [namespace, name, dimensions @ ..] if *namespace == OURS => {
                    let mut set: Vec<String> = dimensions
                        .iter()
                        .step_by(2)
                        .map(|name| (*name).to_owned())
                        .collect();
                    set.sort();
                    named.insert(((*name).to_owned(), set));
                }
                [namespace, ..] => assert!(namespace.starts_with("AWS/"), "{line}"),
                [] => named.extend(searched(line[0]["expression"].as_str().unwrap())),
            }
        }
    }
    named
}

/// What `SEARCH('{"namespace",dimension,…} MetricName="name"', …)` finds; nothing where an expression only reckons.
fn searched(expression: &str) -> Option<Named> {
    let rest = expression.strip_prefix("SEARCH('{")?;
    let rest = rest.strip_prefix(&format!("\"{OURS}\",")).unwrap();
    let (dimensions, rest) = rest.split_once("} MetricName=\"").unwrap();
    let mut set: Vec<String> = dimensions.split(',').map(str::to_owned).collect();
    set.sort();
    Some((rest.split_once('"').unwrap().0.to_owned(), set))
}

fn behind_alarms(template: &Template) -> BTreeSet<Named> {
    let alarms = template.of_type("AWS::CloudWatch::Alarm");
    alarms
        .into_iter()
        .filter(|(_, alarm)| alarm["Namespace"]["Ref"] == "AWS::StackName")
        .map(|(_, alarm)| {
            let mut set: Vec<String> = each(&alarm["Dimensions"])
                .iter()
                .map(|one| one["Name"].as_str().unwrap().to_owned())
                .collect();
            set.sort();
            (alarm["MetricName"].as_str().unwrap().to_owned(), set)
        })
        .collect()
}

/// What is wrong with dashboard, alarms and runbook together.
fn faults(template: &Template, runbook: &str) -> Vec<String> {
    let measured = measured();
    let (shown, behind) = (on_the_dashboard(template), behind_alarms(template));
    let unknown = |of: &BTreeSet<Named>, by: &str| {
        let unknown = of.difference(&measured);
        let said = unknown.map(|(name, set)| format!("{by} shows {name} by {set:?}, which nobody measures"));
        said.collect::<Vec<_>>()
    };
    let mut faults = unknown(&shown, "the dashboard");
    faults.extend(unknown(&behind, "an alarm"));
    let unseen = measured
        .iter()
        .filter(|(name, _)| !shown.iter().any(|(shown, _)| shown == name));
    faults.extend(unseen.map(|(name, _)| format!("{name} is not on the dashboard")));
    let sections: BTreeSet<&str> = runbook.split("\n## ").skip(1).collect();
    let headed = |section: &str| section.lines().next().unwrap_or_default().to_owned();
    let headings: BTreeSet<String> = sections.iter().map(|section| headed(section)).collect();
    let mut named = BTreeSet::new();
    for (id, alarm) in template.of_type("AWS::CloudWatch::Alarm") {
        let name = alarm["AlarmName"]["Fn::Sub"].as_str().unwrap();
        let name = name.strip_prefix("${AWS::StackName}-").unwrap_or(name);
        named.insert(name.to_owned());
        let description = alarm["AlarmDescription"].as_str().unwrap();
        if !description.ends_with(&format!("See docs/runbook.md, {name}.")) {
            faults.push(format!("{id} does not say where it is explained"));
        }
        for actions in ["AlarmActions", "OKActions"] {
            let told: Vec<Option<&str>> = each(&alarm[actions]).into_iter().map(target).collect();
            if told != [Some("Alarms")] {
                faults.push(format!("{id} tells nobody"));
            }
        }
        if (alarm["TreatMissingData"] == "breaching") != (name == "sweep-stopped") {
            faults.push(format!("{id} takes silence for the wrong thing"));
        }
    }
    let differing = headings.symmetric_difference(&named);
    faults.extend(differing.map(|name| format!("{name} is an alarm or in the runbook, and not both")));
    for section in sections {
        for part in ["- **Means**:", "- **Look**:", "- **Do**:"] {
            if !section.contains(part) {
                faults.push(format!("{} has no {part}", headed(section)));
            }
        }
    }
    faults
}

fn runbook() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/runbook.md")).unwrap()
}

#[test]
fn what_is_measured_is_shown_watched_and_explained() {
    let template = Template::read(&super::text());
    assert_eq!(faults(&template, &runbook()), Vec::<String>::new());
}

#[test]
fn each_fault_would_be_found() {
    let (template, runbook) = (super::text(), runbook());
    let check = |was: &str, becomes: &str, fault: &str| {
        assert!(
            template.contains(was) || runbook.contains(was),
            "nobody says {was:?}"
        );
        let template = Template::read(&template.replacen(was, becomes, 1));
        let found = faults(&template, &runbook.replacen(was, becomes, 1));
        assert!(
            found.iter().any(|one| one.contains(fault)),
            "{becomes:?}: {found:?}"
        );
    };
    check(
        "MetricName: TurnsFailed",
        "MetricName: TurnsBroken",
        "an alarm shows TurnsBroken",
    );
    check(
        "Name: outcome, Value: throttled",
        "Name: order, Value: throttled",
        "an alarm shows ModelCalls",
    );
    check(
        "\"OrdersPlaced\"",
        "\"OrdersDreamt\"",
        "the dashboard shows OrdersDreamt",
    );
    check(
        "\"OrdersPlaced\"",
        "\"OpenOrders\"",
        "OrdersPlaced is not on the dashboard",
    );
    check(
        ",channel,tier}",
        ",channel,order}",
        "the dashboard shows TurnLatency",
    );
    check(
        "See docs/runbook.md, turns-slow.",
        "It is late.",
        "TurnsSlow does not say",
    );
    check("AlarmActions: [!Ref Alarms]", "AlarmActions: []", "tells nobody");
    check(
        "TreatMissingData: breaching",
        "TreatMissingData: missing",
        "SweepStopped takes silence",
    );
    check(
        "## turns-slow",
        "## turns-sluggish",
        "turns-slow is an alarm or in the runbook",
    );
    check(
        "- **Do**: after a release",
        "- after a release",
        "turns-failing has no - **Do**:",
    );
}

#[test]
fn saved_queries_ask_for_events_and_fields_that_there_are() {
    let template = Template::read(&super::text());
    let events = metrics::events();
    let queries = template.of_type("AWS::Logs::QueryDefinition");
    assert!(queries.len() >= 4);
    for (id, query) in queries {
        let text = query["QueryString"].as_str().unwrap();
        for event in text
            .split("event = \"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
        {
            assert!(events.contains(event), "{id} asks for {event}");
        }
        for group in each(&query["LogGroupNames"]) {
            assert!(
                !template.meant_by(group)["RetentionInDays"].is_null(),
                "{id}: {group}"
            );
        }
    }
}
