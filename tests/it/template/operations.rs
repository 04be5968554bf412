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

#[test]
fn the_dashboard_shows_what_is_measured_and_nothing_else() {
    let template = Template::read(&super::text());
    let (shown, measured) = (on_the_dashboard(&template), measured());
    assert_eq!(
        shown.difference(&measured).collect::<Vec<_>>(),
        Vec::<&Named>::new(),
        "measured by nobody"
    );
    let names = |of: &BTreeSet<Named>| of.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>();
    assert_eq!(names(&shown), names(&measured));
}

#[test]
fn every_alarm_watches_what_is_measured_tells_somebody_and_is_in_the_runbook() {
    let template = Template::read(&super::text());
    let behind = behind_alarms(&template);
    assert_eq!(
        behind.difference(&measured()).collect::<Vec<_>>(),
        Vec::<&Named>::new(),
        "measured by nobody"
    );
    let runbook =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/runbook.md")).unwrap();
    let mut named = BTreeSet::new();
    for (id, alarm) in template.of_type("AWS::CloudWatch::Alarm") {
        let name = alarm["AlarmName"]["Fn::Sub"].as_str().unwrap();
        let name = name.strip_prefix("${AWS::StackName}-").unwrap();
        named.insert(name.to_owned());
        let description = alarm["AlarmDescription"].as_str().unwrap();
        assert!(
            description.ends_with(&format!("See docs/runbook.md, {name}.")),
            "{id}"
        );
        for actions in ["AlarmActions", "OKActions"] {
            let told: Vec<Option<&str>> = each(&alarm[actions]).into_iter().map(target).collect();
            assert_eq!(told, [Some("Alarms")], "{id}.{actions}");
        }
        let missing = alarm["TreatMissingData"].as_str().unwrap();
        assert_eq!(missing == "breaching", name == "sweep-stopped", "{id}: silence");
    }
    let mut headings = BTreeSet::new();
    for section in runbook.split("\n## ").skip(1) {
        headings.insert(section.lines().next().unwrap().to_owned());
        for part in ["- **Means**:", "- **Look**:", "- **Do**:"] {
            assert!(section.contains(part), "{part} is missing in {section}");
        }
    }
    assert_eq!(headings, named);
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
