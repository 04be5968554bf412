//! What expressions may name, which language a state is in, and which variables a scope may assign.

use serde_json::{Value, json};

use super::check::{faults, refuses};
use super::{machine, passing};

#[test]
fn expressions_are_parsed_and_looked_through() {
    let unsupported = "UNSUPPORTED_JSONATA_EXPRESSION";
    let invalid = "INVALID_JSONATA_EXPRESSION";
    for (expression, expected) in [
        ("street", vec![unsupported]),
        ("street & city", vec![unsupported, unsupported]),
        ("$.street", vec![unsupported]),
        ("$$", vec![unsupported]),
        ("*", vec![unsupported]),
        ("$states.input.list.($$.a)", vec![unsupported]),
        (
            "$map($states.input.list, function($x) { street })",
            vec![unsupported],
        ),
        ("$states.result", vec![unsupported]),
        ("$states.errorOutput.Cause", vec![unsupported]),
        ("$states.output", vec![unsupported]),
        ("$eval('1')", vec![unsupported]),
        ("'1' ~> $eval", vec![unsupported]),
        ("$a ?? 1", vec![invalid]),
        ("$a ?: 1", vec![invalid]),
        ("1 +", vec![invalid]),
        ("", vec![invalid]),
        ("'open", vec![invalid]),
        ("[1, 2)", vec![invalid]),
        ("$a ? 1 : 2", vec![]),
        ("$states.input.street", vec![]),
        ("$states.input.list[street = 'x'].city", vec![]),
        ("$states.input.list^(street).{'a': city}", vec![]),
        ("$states.input.list{street: city}", vec![]),
        ("$map($states.input.list, function($x) { $x.street })", vec![]),
        ("$states.input ~> |list|{'a': street}|", vec![]),
        ("($x := 1; $x + $y)", vec![]),
        ("$states.context.Execution.Name", vec![]),
    ] {
        let definition = passing(&json!({"a": format!("{{% {expression} %}}")}));
        let expected: Vec<_> = expected
            .iter()
            .map(|code| format!("/States/Only/Output/a {code}"))
            .collect();
        assert_eq!(faults(&definition), expected, "{expression}");
    }
}

#[test]
fn fields_of_states_are_offered_where_they_exist() {
    let task = |more: Value| {
        let mut task = json!({
            "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "T"}]
        });
        task.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        task
    };
    let result = "{% $states.result %}";
    let error = "{% $states.errorOutput %}";
    refuses(&task(json!({"Output": result, "Assign": {"a": result}})), &[]);
    refuses(
        &task(json!({"Arguments": result})),
        &["/Arguments UNSUPPORTED_JSONATA_EXPRESSION"],
    );
    refuses(
        &task(json!({"Output": error})),
        &["/Output UNSUPPORTED_JSONATA_EXPRESSION"],
    );
    let catch = |expression: &str| {
        let entry =
            json!({"ErrorEquals": ["A"], "Next": "T", "Output": expression, "Assign": {"a": expression}});
        task(json!({"Catch": [entry]}))
    };
    refuses(&catch(error), &[]);
    refuses(
        &catch(result),
        &[
            "/Catch[0]/Output UNSUPPORTED_JSONATA_EXPRESSION",
            "/Catch[0]/Assign/a UNSUPPORTED_JSONATA_EXPRESSION",
        ],
    );
}

#[test]
fn query_languages() {
    let state = |language: Option<&str>| {
        let mut state = json!({"Type": "Pass", "End": true});
        if let Some(language) = language {
            state["QueryLanguage"] = json!(language);
        }
        state
    };
    let of = |machine: Option<&str>, state: Value| {
        let mut definition = json!({"StartAt": "A", "States": {"A": state}});
        if let Some(machine) = machine {
            definition["QueryLanguage"] = json!(machine);
        }
        faults(&definition)
    };
    assert!(of(None, state(Some("JSONata"))).is_empty());
    assert!(of(Some("JSONPath"), state(Some("JSONata"))).is_empty());
    assert!(of(Some("JSONata"), state(None)).is_empty());
    assert_eq!(of(None, state(None)), ["/States/A UNSUPPORTED"]);
    assert_eq!(
        of(Some("JSONata"), state(Some("JSONPath"))),
        ["/States/A SCHEMA_VALIDATION_FAILED"]
    );
    assert_eq!(
        of(Some("JSONata"), state(Some("XQuery"))),
        ["/States/A/QueryLanguage SCHEMA_VALIDATION_FAILED"]
    );
    // Refused by AWS too, so not merely unsupported.
    let output = json!({"Type": "Pass", "Output": 1, "End": true});
    assert_eq!(
        of(None, output),
        ["/States/A SCHEMA_VALIDATION_FAILED", "/States/A UNSUPPORTED"]
    );
    // A state inside takes the machine's language, not that of the state around it.
    let inner = json!({"Type": "Map", "QueryLanguage": "JSONata", "End": true, "ItemProcessor": {
        "StartAt": "In", "States": {"In": {"Type": "Pass", "End": true}}}});
    assert_eq!(of(None, inner), ["/States/A/ItemProcessor/States/In UNSUPPORTED"]);
}

#[test]
fn an_inner_scope_does_not_assign_an_outer_variable() {
    let definition = |inner: &str| {
        machine(&json!({
            "A": {"Type": "Pass", "Assign": {"sum": 0}, "Next": "M"},
            "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "In", "States": {
                "In": {"Type": "Pass", "Assign": {inner: 1}, "End": true}}}}
        }))
    };
    assert!(faults(&definition("part")).is_empty());
    assert_eq!(
        faults(&definition("sum")),
        ["/States/M/ItemProcessor/States/In/Assign/sum SCHEMA_VALIDATION_FAILED"]
    );
}
