//! What a host relies on: tokens, task numbers, timers, crashes, and that a refusal changes nothing.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{machine, parse, passing, reloaded, setup, start};
use crate::asl::{Definition, Effect, Event, Execution, Outcome, Refused, Step, TaskCall, TaskId, TimerId};

fn at(seconds: i64) -> Timestamp {
    setup(json!(null)).now + SignedDuration::from_secs(seconds)
}

fn calls(step: &Step) -> Vec<TaskCall> {
    let call = |effect: &Effect| match effect {
        Effect::CallTask(call) => Some(call.clone()),
        Effect::SetTimer { .. } | Effect::CancelTimer { .. } | Effect::Finished(_) => None,
    };
    step.effects.iter().filter_map(call).collect()
}

fn asking() -> Definition {
    parse(&machine(&json!({
        "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Arguments": {"token": "{% $states.context.Task.Token %}", "id": "{% $uuid() %}"},
            "TimeoutSeconds": 100, "HeartbeatSeconds": 10, "Retry": [{"ErrorEquals": ["Again"]}], "End": true}
    })))
}

/// Applies an event that must be refused, and sees that nothing has changed.
fn refused(execution: &mut Execution, definition: &Definition, event: Event, now: Timestamp) -> Refused {
    let before = execution.clone();
    let refusal = execution.apply(definition, event, now).unwrap_err();
    assert_eq!(execution, &before);
    refusal
}

#[test]
fn a_definition_serves_many_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Definition>();
    shared::<Execution>();
}

#[test]
fn a_token_is_answered_once() {
    let definition = asking();
    let (mut execution, step) = start(&definition, json!({}));
    let call = calls(&step).remove(0);
    let token = call.token.clone().unwrap();
    assert_eq!(call.arguments["token"], json!(token));
    assert_eq!(token.len(), 64);
    let answer = |token: &str| Event::TokenSucceeded {
        token: token.to_owned(),
        output: json!(1),
    };

    assert_eq!(
        refused(&mut execution, &definition, answer("guess"), at(1)),
        Refused::UnknownToken
    );
    let direct = Event::TaskSucceeded {
        task: call.task,
        output: json!(1),
    };
    assert_eq!(
        refused(&mut execution, &definition, direct, at(1)),
        Refused::NeedsToken(call.task)
    );

    let submitted = Event::TaskSubmitted {
        task: call.task,
        output: json!({"MessageId": "m"}),
    };
    execution.apply(&definition, submitted.clone(), at(1)).unwrap();
    assert_eq!(
        refused(&mut execution, &definition, submitted, at(2)),
        Refused::NotToBeSubmitted(call.task)
    );
    let failed = Event::TaskFailed {
        task: call.task,
        error: None,
        cause: None,
    };
    assert_eq!(
        refused(&mut execution, &definition, failed, at(2)),
        Refused::NeedsToken(call.task)
    );

    let step = execution.apply(&definition, answer(&token), at(3)).unwrap();
    let outcome = Outcome::Succeeded { output: json!(1) };
    assert_eq!(step.effects.last(), Some(&Effect::Finished(outcome.clone())));
    assert_eq!(execution.outcome(), Some(&outcome));
    assert_eq!(
        refused(&mut execution, &definition, answer(&token), at(4)),
        Refused::Ended
    );
    assert!(execution.open_tasks().is_empty());
    assert!(execution.open_timers().is_empty());
}

#[test]
fn a_late_token_is_refused_and_a_retry_has_a_new_one() {
    let definition = asking();
    let (mut execution, step) = start(&definition, json!({}));
    let first = calls(&step).remove(0);
    let token = first.token.unwrap();
    let failed = Event::TokenFailed {
        token: token.clone(),
        error: Some("Again".to_owned()),
        cause: None,
    };
    let step = execution.apply(&definition, failed.clone(), at(1)).unwrap();
    assert!(calls(&step).is_empty());
    assert_eq!(
        refused(&mut execution, &definition, failed, at(1)),
        Refused::UnknownToken
    );

    let (timer, when) = *execution.open_timers().last().unwrap();
    assert_eq!(when, at(2));
    let step = execution
        .apply(&definition, Event::TimerFired { timer }, when)
        .unwrap();
    let second = calls(&step).remove(0);
    assert_eq!((first.attempt, second.attempt), (0, 1));
    assert_ne!(second.task, first.task);
    assert_ne!(second.token, Some(token.clone()));
    let late = Event::TokenSucceeded {
        token,
        output: json!(1),
    };
    assert_eq!(
        refused(&mut execution, &definition, late, at(3)),
        Refused::UnknownToken
    );
}

#[test]
fn tokens_repeat_with_the_seed_only() {
    let definition = asking();
    let token = |seed: [u8; 32]| {
        let (_, step) = Execution::start(
            &definition,
            crate::asl::Start {
                seed,
                ..setup(json!({}))
            },
        )
        .unwrap();
        calls(&step).remove(0).token.unwrap()
    };
    assert_eq!(token([1; 32]), token([1; 32]));
    assert_ne!(token([1; 32]), token([2; 32]));
}

#[test]
fn a_crash_between_call_and_answer_costs_no_retry() {
    let definition = asking();
    let (execution, step) = start(&definition, json!({}));
    let mut loaded = reloaded(&execution);
    // The same number, token and arguments, with nothing evaluated again.
    assert_eq!(loaded.open_tasks(), calls(&step));
    let set: Vec<_> = step
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::SetTimer { timer, at } => Some((*timer, *at)),
            Effect::CallTask(_) | Effect::CancelTimer { .. } | Effect::Finished(_) => None,
        })
        .collect();
    assert_eq!(loaded.open_timers(), set);
    let call = loaded.open_tasks().remove(0);
    loaded
        .apply(
            &definition,
            Event::TaskSubmitted {
                task: call.task,
                output: json!(0),
            },
            at(1),
        )
        .unwrap();
    // Submitted, so not to be sent a second time.
    assert!(reloaded(&loaded).open_tasks().is_empty());
    let token = call.token.unwrap();
    loaded
        .apply(
            &definition,
            Event::TokenSucceeded {
                token,
                output: json!(2),
            },
            at(2),
        )
        .unwrap();
    assert_eq!(loaded.outcome(), Some(&Outcome::Succeeded { output: json!(2) }));
}

#[test]
fn timers_fire_once_and_not_before_their_time() {
    let definition = parse(&machine(
        &json!({"W": {"Type": "Wait", "Seconds": 5, "End": true}}),
    ));
    let (mut execution, _) = start(&definition, json!({}));
    let [(deadline, _), (timer, when)] = execution.open_timers()[..] else {
        panic!("two timers")
    };
    assert_eq!((deadline, when), (TimerId(0), at(5)));
    let fired = Event::TimerFired { timer };
    let early = Refused::TooEarly { timer, at: when };
    assert_eq!(refused(&mut execution, &definition, fired.clone(), at(4)), early);
    let unknown = Event::TimerFired { timer: TimerId(77) };
    assert_eq!(
        refused(&mut execution, &definition, unknown, at(9)),
        Refused::UnknownTimer(TimerId(77))
    );
    execution.apply(&definition, fired, at(6)).unwrap();
    assert!(execution.outcome().is_some());
}

#[test]
fn a_heartbeat_sets_the_timer_again() {
    let definition = asking();
    let (mut execution, step) = start(&definition, json!({}));
    let token = calls(&step).remove(0).token.unwrap();
    let heartbeat = |execution: &Execution| *execution.open_timers().last().unwrap();
    let (old, when) = heartbeat(&execution);
    assert_eq!(when, at(10));
    execution
        .apply(&definition, Event::TokenHeartbeat { token: token.clone() }, at(7))
        .unwrap();
    let (new, when) = heartbeat(&execution);
    assert_eq!(when, at(17));
    let late = Event::TimerFired { timer: old };
    assert_eq!(
        refused(&mut execution, &definition, late, at(10)),
        Refused::UnknownTimer(old)
    );
    let step = execution
        .apply(&definition, Event::TimerFired { timer: new }, at(17))
        .unwrap();
    assert_eq!(step.history[0].details["error"], json!("States.Timeout"));
    let beat = Event::TokenHeartbeat { token };
    assert_eq!(refused(&mut execution, &definition, beat, at(18)), Refused::Ended);
}

#[test]
fn tasks_of_aborted_branches_are_not_open_any_more() {
    let definition = parse(&machine(&json!({
        "P": {"Type": "Parallel", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "E"}], "Next": "E", "Branches": [
            {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}},
            {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}
        ]},
        "E": {"Type": "Wait", "Seconds": 5, "End": true}
    })));
    let (mut execution, step) = start(&definition, json!({}));
    let [a, b] = &calls(&step)[..] else {
        panic!("two calls")
    };
    assert_eq!((&a.scope[..], &b.scope[..]), (&[0][..], &[1][..]));
    let failed = Event::TaskFailed {
        task: a.task,
        error: Some("X".to_owned()),
        cause: None,
    };
    execution.apply(&definition, failed, at(1)).unwrap();
    let late = Event::TaskSucceeded {
        task: b.task,
        output: json!(1),
    };
    assert_eq!(
        refused(&mut execution, &definition, late, at(2)),
        Refused::UnknownTask(b.task)
    );
}

#[test]
fn a_request_response_task_is_not_submitted() {
    let definition = parse(&machine(&json!({
        "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": {"RoleArn": "{% 'r' & 1 %}"}, "End": true}
    })));
    let (mut execution, step) = start(&definition, json!({"in": 1}));
    let call = calls(&step).remove(0);
    assert_eq!(call.arguments, json!({"in": 1}));
    assert_eq!(call.credentials, Some(json!({"RoleArn": "r1"})));
    assert_eq!((call.token, call.task), (None, TaskId(1)));
    let submitted = Event::TaskSubmitted {
        task: TaskId(1),
        output: json!(1),
    };
    assert_eq!(
        refused(&mut execution, &definition, submitted, at(1)),
        Refused::NotToBeSubmitted(TaskId(1))
    );
    let unknown = Event::TaskSucceeded {
        task: TaskId(2),
        output: json!(1),
    };
    assert_eq!(
        refused(&mut execution, &definition, unknown, at(1)),
        Refused::UnknownTask(TaskId(2))
    );
}

#[test]
fn a_snapshot_of_another_definition_is_refused() {
    let (mut execution, step) = start(&asking(), json!({}));
    let token = calls(&step).remove(0).token.unwrap();
    let other = parse(&passing(&json!(1)));
    let event = Event::TokenSucceeded {
        token,
        output: json!(1),
    };
    assert_eq!(
        refused(&mut execution, &other, event, at(1)),
        Refused::WrongDefinition
    );
}

#[test]
fn the_clock_never_runs_backwards() {
    let definition = asking();
    let (mut execution, step) = start(&definition, json!({}));
    let token = calls(&step).remove(0).token.unwrap();
    execution
        .apply(&definition, Event::TokenHeartbeat { token: token.clone() }, at(5))
        .unwrap();
    let step = execution
        .apply(
            &definition,
            Event::TokenSucceeded {
                token,
                output: json!(1),
            },
            at(-50),
        )
        .unwrap();
    assert!(step.history.iter().all(|event| event.timestamp == at(5)));
}

#[test]
fn the_history_is_numbered_and_says_what_happened() {
    let definition = parse(&passing(&json!("{% $states.input.a %}")));
    let (_, step) = start(&definition, json!({"a": 1}));
    let lines: Vec<Value> = step
        .history
        .iter()
        .map(|event| serde_json::to_value(event).unwrap())
        .collect();
    let line = |id: u64, event_type: &str, details: Value| json!({"id": id, "timestamp": "2031-05-06T07:08:09.5Z", "type": event_type, "details": details});
    let mut entered = line(2, "PassStateEntered", json!({"input": {"a": 1}}));
    let mut exited = line(3, "PassStateExited", json!({"output": 1}));
    entered["state"] = json!("Only");
    exited["state"] = json!("Only");
    assert_eq!(
        lines,
        [
            line(1, "ExecutionStarted", json!({"input": {"a": 1}})),
            entered,
            exited,
            line(4, "ExecutionSucceeded", json!({"output": 1})),
        ]
    );
}

#[test]
fn secrets_and_data_are_not_printed() {
    let definition = asking();
    let setup = setup(json!({"street": "Elm Street"}));
    let printed_setup = format!("{setup:?}");
    let (execution, step) = Execution::start(&definition, setup).unwrap();
    let call = calls(&step).remove(0);
    let token = call.token.clone().unwrap();
    let event = Event::TokenSucceeded {
        token: token.clone(),
        output: json!("Elm Street"),
    };
    for printed in [
        printed_setup,
        format!("{call:?}"),
        format!("{:?}", step.effects),
        format!("{event:?}"),
    ] {
        assert!(!printed.contains(&token) && !printed.contains("Elm"), "{printed}");
    }
    assert!(!format!("{:?}", execution.entropy).contains("42"));
}
