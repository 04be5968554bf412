//! Expressions: what the functions of Step Functions answer, and how failures are worded.

use serde_json::{Value, json};

use super::{passing, plays};
use crate::asl::scripted::answer;

fn value_of(expression: &str) -> Value {
    let definition = passing(&json!(format!("{{% {expression} %}}")));
    let input = json!({"n": 5, "text": "abc", "list": [1, 2, 3], "nothing": null});
    let request = json!({"definition": definition, "input": input});
    let answer = answer(request.as_object().unwrap());
    answer
        .get("output")
        .cloned()
        .unwrap_or_else(|| answer["cause"].clone())
}

#[test]
fn functions_of_step_functions() {
    for (expression, expected) in [
        ("$partition([1,2,3,4,5], 2)", json!([[1, 2], [3, 4], [5]])),
        ("$partition([1,2], 9)", json!([[1, 2]])),
        ("$partition([1], 1)", json!([[1]])),
        ("$partition([], 3)", json!([])),
        ("$partition($states.input.list, 1)[1]", json!([2])),
        ("$range(1, 10, 4)", json!([1, 5, 9])),
        ("$range(3, 1, -1)", json!([3, 2, 1])),
        ("$range(0, 1, 0.25)", json!([0, 0.25, 0.5, 0.75, 1])),
        ("$range(1, 3, -1)", json!([])),
        ("$range(7, 7, 2)", json!([7])),
        ("$parse('{\"a\": [1, null]}')", json!({"a": [1, null]})),
        ("$parse('-0')", json!(0)),
        ("$parse('null')", json!(null)),
        ("$random(7) = $random(7)", json!(true)),
        ("$random(7) = $random(8)", json!(false)),
        ("($r := $random(); $r >= 0 and $r < 1)", json!(true)),
        ("$random() = $random()", json!(false)),
        (
            "$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)",
            json!(true),
        ),
        ("$uuid() = $uuid()", json!(false)),
        ("$toMillis($now()) = $millis()", json!(true)),
        ("$now('[Y0001]-[M01]')", json!("2025-06")),
        ("$pad('a', 3, '-')", json!("a--")),
        ("[1..3].($ * 2)", json!([2, 4, 6])),
        ("$states.input.list[$ > 2]", json!(3)),
        ("$states.input.nothing", json!(null)),
        (
            "{'kept': 1, 'dropped': $states.input.missing, 'function': $sum}",
            json!({"kept": 1}),
        ),
        ("1/0", json!(null)),
        ("$string(0.1 + 0.2)", json!("0.3")),
        ("$count([1..1000])", json!(1000)),
    ] {
        assert_eq!(value_of(expression), expected, "{expression}");
    }
}

#[test]
fn hashes_have_their_known_values() {
    // The test vectors for "abc" of RFC 1321 and FIPS 180-4.
    for (algorithm, digits) in [
        ("MD5", "900150983cd24fb0d6963f7d28e17f72"),
        ("SHA-1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (
            "SHA-256",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (
            "SHA-384",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        ),
        (
            "SHA-512",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
             2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ),
    ] {
        assert_eq!(
            value_of(&format!("$hash($states.input.text, '{algorithm}')")),
            json!(digits)
        );
    }
}

#[test]
fn failures_name_state_expression_and_field() {
    for (expression, problem) in [
        ("$states.input.missing", "returned nothing (undefined)."),
        ("$undeclared", "returned nothing (undefined)."),
        ("$sum", "returned nothing (undefined)."),
        (
            "'a' + 1",
            "threw an error during evaluation. T2001: The left side of the + operator must evaluate to a number",
        ),
        (
            "$range(1, 3, 0)",
            "threw an error during evaluation: Argument 3 of function \"range\" must not be zero",
        ),
        (
            "$partition([1], 0)",
            "threw an error during evaluation: Argument 2 of function \"partition\" must be a positive integer",
        ),
        (
            "$hash('a', 'SHA-2')",
            "threw an error during evaluation: Argument 2 of function \"hash\" must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512",
        ),
        (
            "$pad('a', 1000000)",
            "threw an error during evaluation: Argument 2 of function \"pad\" is too large",
        ),
        (
            "$count([1..900000])",
            "threw an error during evaluation. D2015: The maximum sequence length of 100000 was exceeded.",
        ),
    ] {
        let expected = format!(
            "An error occurred while executing the state 'Only' (entered at the event id #2). \
             The JSONata expression '{expression}' specified for the field 'Output' {problem}"
        );
        assert_eq!(value_of(expression), json!(expected));
    }
}

#[test]
fn an_endless_expression_is_stopped() {
    let deep = value_of("($f := function($x) { 1 + $f($x) }; $f(1))");
    assert!(deep.as_str().unwrap().contains("D1011"), "{deep}");
    let endless = value_of("($f := function($x) { $f($x) }; $f(1))");
    assert!(endless.as_str().unwrap().contains("D1012"), "{endless}");
}

#[test]
fn a_nested_field_is_named_by_its_path() {
    let definition = passing(&json!({"a": [1, {"b": "{% $states.input.missing %}"}]}));
    let cause = "An error occurred while executing the state 'Only' (entered at the event id #2). \
                 The JSONata expression '$states.input.missing' specified for the field 'Output/a[1]/b' \
                 returned nothing (undefined).";
    let expected = json!({"status": "FAILED", "error": "States.QueryEvaluationError", "cause": cause});
    plays(&definition, &json!({}), &json!({}), &expected);
}

#[test]
fn a_string_is_an_expression_only_as_a_whole() {
    let output = json!(["{% 1 + 1 %}", " {% 1 %}", "{% 1 %} ", "{%1%}", "$states", "$.x", {"k.$": "v"}]);
    let expected = json!({
        "status": "SUCCEEDED",
        "output": [2, " {% 1 %}", "{% 1 %} ", 1, "$states", "$.x", {"k.$": "v"}]
    });
    plays(&passing(&output), &json!({}), &json!({}), &expected);
}
