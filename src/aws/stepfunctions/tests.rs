//! Step Functions against a scripted service: what is sent, and what each answer comes to.

use aws_sdk_sfn::config::retry::RetryConfig;
use aws_sdk_sfn::config::{BehaviorVersion, Credentials, Region};
use serde_json::json;

use super::*;
use crate::bedrock::scripted::{Answer, Script};

fn machines() -> MachineArns {
    let arn = |name: &str| format!("arn:aws:states:sa-east-1:123456789012:stateMachine:{name}");
    MachineArns {
        quote: arn("quote"),
        recommend: arn("recommend"),
        order: arn("order"),
    }
}

fn workflows(script: &Script) -> StepFunctions {
    let config = aws_sdk_sfn::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("sa-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .http_client(script.clone())
        .build();
    StepFunctions::new(Client::from_conf(config), machines())
}

fn error(code: &str) -> Answer {
    let body =
        json!({ "__type": format!("com.amazonaws.swf.service.v2.model#{code}"), "message": "about Ana" });
    Answer::Says(400, body)
}

fn unavailable<T>(why: &str) -> Result<T, WorkflowError> {
    Err(WorkflowError::Unavailable(why.to_owned()))
}

#[tokio::test]
async fn a_start_names_its_execution_and_a_taken_name_is_success() {
    let started = Answer::Says(200, json!({ "executionArn": "arn:x", "startDate": 1.5 }));
    let cases = [
        (started, Ok(())),
        (error("ExecutionAlreadyExists"), Ok(())),
        (
            error("ExecutionLimitExceeded"),
            unavailable("ExecutionLimitExceeded"),
        ),
        (
            error("StateMachineDoesNotExist"),
            unavailable("StateMachineDoesNotExist"),
        ),
        (error("InvalidName"), unavailable("InvalidName")),
        (Answer::Breaks, unavailable("not reached")),
    ];
    for (machine, arn) in [
        (Machine::Order, machines().order),
        (Machine::Recommend, machines().recommend),
    ] {
        for (answer, expected) in &cases {
            let script = Script::new([answer.clone()]);
            let input = json!({ "order": "o1" });
            let outcome = workflows(&script).start(machine, "o1", input).await;
            assert_eq!(outcome, *expected, "{answer:?}");
            let asked = &script.asked()[0];
            assert_eq!(asked.operation, "StartExecution");
            let body = json!({ "stateMachineArn": arn, "name": "o1", "input": "{\"order\":\"o1\"}" });
            assert_eq!(asked.body, body);
        }
    }
}

#[tokio::test]
async fn a_run_is_told_by_its_status() {
    let failed = |error: &str, cause: &str| {
        Err(WorkflowError::Failed {
            error: error.to_owned(),
            cause: cause.to_owned(),
        })
    };
    let cases = [
        (
            json!({ "status": "SUCCEEDED", "output": "{\"fee\":500}" }),
            Ok(json!({ "fee": 500 })),
        ),
        (
            json!({ "status": "SUCCEEDED", "output": "null" }),
            Ok(Value::Null),
        ),
        (
            json!({ "status": "SUCCEEDED" }),
            unavailable("an execution without its output"),
        ),
        (
            json!({ "status": "SUCCEEDED", "output": "{" }),
            unavailable("an output that is not JSON"),
        ),
        (
            json!({ "status": "FAILED", "error": "Shop.Closed", "cause": "since ten" }),
            failed("Shop.Closed", "since ten"),
        ),
        (json!({ "status": "FAILED" }), failed("", "")),
        (json!({ "status": "TIMED_OUT" }), failed("States.Timeout", "")),
        (
            json!({ "status": "PAUSED" }),
            unavailable("an execution whose status is not known"),
        ),
    ];
    for (mut body, expected) in cases {
        body["executionArn"] = json!("arn:x");
        body["startDate"] = json!(1.5);
        body["stopDate"] = json!(1.6);
        let script = Script::new([Answer::Says(200, body.clone())]);
        let outcome = workflows(&script)
            .run(Machine::Quote, "o1-1", json!({ "draft": [] }))
            .await;
        assert_eq!(outcome, expected, "{body}");
        let asked = &script.asked()[0];
        assert_eq!(asked.operation, "StartSyncExecution");
        assert_eq!(asked.uri, "https://sync-states.sa-east-1.amazonaws.com/");
        let sent = json!({ "stateMachineArn": machines().quote, "name": "o1-1", "input": "{\"draft\":[]}" });
        assert_eq!(asked.body, sent);
    }
    let script = Script::new([error("StateMachineDeleting")]);
    let outcome = workflows(&script).run(Machine::Quote, "o1-1", json!({})).await;
    assert_eq!(outcome, unavailable("StateMachineDeleting"));
}

#[tokio::test]
async fn an_answer_to_a_spent_token_is_too_late() {
    let cases = [
        (Answer::Says(200, json!({})), Ok(())),
        (error("TaskTimedOut"), Err(WorkflowError::TooLate)),
        (error("TaskDoesNotExist"), Err(WorkflowError::TooLate)),
        (error("InvalidToken"), Err(WorkflowError::TooLate)),
        (error("InvalidOutput"), unavailable("InvalidOutput")),
        (
            error("KmsAccessDeniedException"),
            unavailable("KmsAccessDeniedException"),
        ),
        (Answer::Breaks, unavailable("not reached")),
    ];
    for (answer, expected) in cases {
        let script = Script::new([answer.clone()]);
        let workflows = workflows(&script);
        let succeeded = workflows.succeed("token", json!({ "minutes": 30 })).await;
        assert_eq!(succeeded, expected, "{answer:?}");
        let failed = workflows.fail("token", "Kitchen.Refused", "no flour").await;
        assert_eq!(failed, expected, "{answer:?}");
        let asked = script.asked();
        assert_eq!(
            (&*asked[0].operation, &*asked[1].operation),
            ("SendTaskSuccess", "SendTaskFailure")
        );
        assert_eq!(
            asked[0].body,
            json!({ "taskToken": "token", "output": "{\"minutes\":30}" })
        );
        let sent = json!({ "taskToken": "token", "error": "Kitchen.Refused", "cause": "no flour" });
        assert_eq!(asked[1].body, sent);
    }
}

#[tokio::test]
async fn what_is_sent_keeps_to_the_limits() {
    let script = Script::new([Answer::Says(200, json!({}))]);
    let workflows = workflows(&script);
    let long = "ção".repeat(20_000);
    workflows.fail("token", &long, &long).await.unwrap();
    let body = script.asked()[0].body.clone();
    let characters = |name: &str| body[name].as_str().map(|text| text.chars().count());
    assert_eq!(
        (characters("error"), characters("cause")),
        (Some(256), Some(32_768))
    );
    let large = json!("x".repeat(MOST_BYTES));
    for outcome in [
        workflows.succeed("token", large.clone()).await,
        workflows.start(Machine::Order, "o1", large.clone()).await,
        workflows.run(Machine::Quote, "o1", large.clone()).await.map(drop),
    ] {
        assert!(
            matches!(outcome, Err(WorkflowError::Unavailable(_))),
            "{outcome:?}"
        );
    }
    for token in [String::new(), "t".repeat(2049)] {
        assert_eq!(
            workflows.succeed(&token, json!({})).await,
            Err(WorkflowError::TooLate)
        );
        assert_eq!(
            workflows.fail(&token, "E", "c").await,
            Err(WorkflowError::TooLate)
        );
    }
    assert_eq!(script.asked().len(), 1);
}
