//! Random events, in any order, doubled, late and made up: no panic, and the snapshot always reads back.

use jiff::SignedDuration;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{machine, parse, reloaded, setup};
use crate::asl::{Definition, Event, Execution, MachineType, TaskId, TimerId};

/// Every way of waiting and failing in one machine.
fn everything() -> Definition {
    let task = |resource: &str, next: &str| {
        json!({"Type": "Task", "Resource": format!("arn:aws:states:::sqs:send{resource}"), "TimeoutSeconds": 20,
            "HeartbeatSeconds": 7, "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2, "JitterStrategy": "FULL"}],
            "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Assign": {format!("e{next}"): "{% $states.errorOutput %}"}, "Next": next}],
            "Next": next})
    };
    let processor = json!({"StartAt": "Each", "States": {
        "Each": task(".waitForTaskToken", "Pause"),
        "Pause": {"Type": "Wait", "Seconds": "{% $states.context.Map.Item.Index %}", "End": true}
    }});
    parse(&machine(&json!({
        "Call": task("", "Fork"),
        "Fork": {"Type": "Parallel", "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Again"}], "Next": "Again", "Branches": [
                {"StartAt": "Job", "States": {"Job": task(".sync", "Rest"), "Rest": {"Type": "Pass", "End": true}}},
                {"StartAt": "Many", "States": {"Many": {"Type": "Map", "Items": [3, null, "c"], "MaxConcurrency": 2,
                    "Retry": [{"ErrorEquals": ["Busy"]}], "ItemProcessor": processor, "End": true}}}
            ]},
        "Again": {"Type": "Choice", "Choices": [{"Condition": "{% $exists($rounds) %}", "Next": "Done"}],
            "Default": "Call", "Assign": {"rounds": 1}},
        "Done": {"Type": "Succeed"}
    })))
}

/// What a die throw does: most throws are sensible, so that the machine gets somewhere.
fn event(execution: &Execution, kind: u8, pick: usize, value: u8) -> Event {
    let calls = execution.open_tasks();
    let made_up = TaskId(u64::from(value));
    let call = (!calls.is_empty()).then(|| calls[pick % calls.len()].clone());
    let task = call.as_ref().map_or(made_up, |call| call.task);
    let token = call
        .and_then(|call| call.token)
        .unwrap_or_else(|| "made up".to_owned());
    let error =
        [None, Some("Busy"), Some("Odd"), Some("States.Timeout")][usize::from(value) % 4].map(str::to_owned);
    let output = [json!(null), json!({"a": [value]}), json!("text")][usize::from(value) % 3].clone();
    match kind {
        0..=3 => Event::TaskSucceeded { task, output },
        4..=6 => Event::TokenSucceeded { token, output },
        7 => Event::TaskFailed {
            task,
            error,
            cause: None,
        },
        8 => Event::TokenFailed {
            token,
            error,
            cause: Some("why".to_owned()),
        },
        9 => Event::TaskSubmitted { task, output },
        10 => Event::TokenHeartbeat { token },
        11 => Event::TaskFailed {
            task: made_up,
            error,
            cause: None,
        },
        _ => {
            let timers = execution.open_timers();
            let timer = if timers.is_empty() {
                TimerId(9)
            } else {
                timers[pick % timers.len()].0
            };
            Event::TimerFired { timer }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_events_leave_a_sound_execution(
        throws in proptest::collection::vec((0_u8..16, 0_usize..64, any::<u8>(), 0_i64..30), 1..80),
    ) {
        let definition = everything();
        let (mut execution, step) = Execution::start(&definition, setup(json!({}))).unwrap();
        let mut written = step.history.len() as u64;
        let mut now = setup(json!(null)).now;
        for (kind, pick, value, seconds) in throws {
            now += SignedDuration::from_secs(seconds);
            let event = event(&execution, kind, pick, value);
            let before = execution.clone();
            match execution.apply(&definition, event.clone(), now) {
                Ok(step) => {
                    for entry in &step.history {
                        written += 1;
                        prop_assert_eq!(entry.id, written);
                    }
                    prop_assert!(step.history.len() < 25_000);
                }
                Err(_) => prop_assert_eq!(&execution, &before),
            }
            execution = reloaded(&execution);
            // A doubled answer is refused or, where the state waits for the like again, taken; never a panic.
            if value % 7 == 0 {
                let mut doubled = execution.clone();
                drop(doubled.apply(&definition, event, now));
            }
            if execution.outcome().is_none() {
                prop_assert!(!execution.open_timers().is_empty());
            }
        }
    }

    #[test]
    fn any_json_is_a_definition_or_has_faults(text in "[\\PC]{0,40}", key in "(Type|Next|States|Retry|Catch|Branches|Choices|Items|Assign|Output)", shape in 0_u8..6) {
        let odd: Value = match shape {
            0 => json!(text),
            1 => json!({key.clone(): text}),
            2 => json!([text, {key.clone(): [1, null]}]),
            3 => json!(1.5e300),
            4 => json!(format!("{{% {text} %}}")),
            _ => json!(null),
        };
        let mut state = json!({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}});
        state[key] = odd.clone();
        for definition in [odd.clone(), json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": state}}), machine(&json!({"A": odd}))] {
            match Definition::parse(&definition, MachineType::Standard) {
                Ok(definition) => drop(Execution::start(&definition, setup(json!({})))),
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }
}
