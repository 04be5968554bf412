//! Step Functions as MiniStack runs it: starts by name, runs to the end, answers to task tokens in time and too late.

use aws_sdk_sfn::Client;
use aws_sdk_sfn::types::{ExecutionStatus, StateMachineType};
use comanda::app::{Machine, WorkflowError, Workflows};
use comanda::aws::stepfunctions::{MachineArns, StepFunctions};
use serde_json::{Value, json};

use super::emulator;

const ROLE: &str = "arn:aws:iam::000000000000:role/states";

async fn machine(client: &Client, name: &str, kind: StateMachineType, states: Value) -> String {
    let start = states.as_object().unwrap().keys().next().unwrap();
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": start, "States": states });
    let made = client
        .create_state_machine()
        .name(name)
        .role_arn(ROLE)
        .r#type(kind)
        .definition(definition.to_string());
    made.send().await.unwrap().state_machine_arn
}

/// A machine that gives back what it gets unless told to fail, and one that asks an activity.
async fn machines(client: &Client, activity: &str) -> MachineArns {
    let answers = json!({
        "Choose": { "Type": "Choice", "Default": "Answer", "Choices": [
            { "Condition": "{% $states.input.closed = true %}", "Next": "Closed" },
        ] },
        "Answer": { "Type": "Pass", "Output": { "got": "{% $states.input %}" }, "End": true },
        "Closed": { "Type": "Fail", "Error": "Shop.Closed", "Cause": "since ten" },
    });
    let asks = json!({ "Ask": { "Type": "Task", "Resource": activity, "End": true } });
    MachineArns {
        quote: machine(client, "quote", StateMachineType::Express, answers.clone()).await,
        recommend: machine(client, "recommend", StateMachineType::Express, answers).await,
        order: machine(client, "order", StateMachineType::Standard, asks).await,
    }
}

/// The token of the next task that the activity is asked.
async fn token(client: &Client, activity: &str) -> String {
    let task = client
        .get_activity_task()
        .activity_arn(activity)
        .send()
        .await
        .unwrap();
    task.task_token.unwrap()
}

/// How an execution of the order's machine ended.
async fn ended(client: &Client, arn: &str, name: &str) -> (ExecutionStatus, Value, Option<String>) {
    let execution = arn.replace(":stateMachine:", ":execution:") + ":" + name;
    loop {
        let described = client.describe_execution().execution_arn(&execution).send();
        let described = described.await.unwrap();
        if described.status != ExecutionStatus::Running {
            let output = described
                .output
                .map(|output| serde_json::from_str(&output).unwrap());
            return (described.status, output.unwrap_or_default(), described.error);
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn ministack_runs_the_machines() {
    let client = emulator::stepfunctions("MINISTACK_URL");
    let activity = client
        .create_activity()
        .name("kitchen")
        .send()
        .await
        .unwrap()
        .activity_arn;
    let arns = machines(&client, &activity).await;
    let workflows = StepFunctions::new(client.clone(), arns.clone());

    let quoted = workflows.run(Machine::Quote, "q1", json!({ "ção": 1 })).await;
    assert_eq!(quoted, Ok(json!({ "got": { "ção": 1 } })));
    let closed = WorkflowError::Failed {
        error: "Shop.Closed".to_owned(),
        cause: "since ten".to_owned(),
    };
    assert_eq!(
        workflows
            .run(Machine::Quote, "q2", json!({ "closed": true }))
            .await,
        Err(closed)
    );
    assert_eq!(workflows.start(Machine::Recommend, "o1", json!({})).await, Ok(()));

    for name in ["o1", "o2"] {
        for _ in 0..2 {
            let input = json!({ "order": name });
            assert_eq!(
                workflows.start(Machine::Order, name, input).await,
                Ok(()),
                "{name} again is no error"
            );
        }
    }
    let (first, second) = (token(&client, &activity).await, token(&client, &activity).await);
    assert_eq!(workflows.succeed(&first, json!({ "minutes": 30 })).await, Ok(()));
    assert_eq!(
        workflows.fail(&second, "Kitchen.Refused", "no flour").await,
        Ok(())
    );
    let mut ends = [
        ended(&client, &arns.order, "o1").await,
        ended(&client, &arns.order, "o2").await,
    ];
    ends.sort_by(|one, other| one.2.cmp(&other.2));
    let [(succeeded, output, _), (failed, _, error)] = ends;
    assert_eq!(
        (succeeded, failed),
        (ExecutionStatus::Succeeded, ExecutionStatus::Failed)
    );
    assert_eq!(
        (output, error.as_deref()),
        (json!({ "minutes": 30 }), Some("Kitchen.Refused"))
    );
    for spent in [&*first, &second, "no such token"] {
        assert_eq!(
            workflows.succeed(spent, json!({})).await,
            Err(WorkflowError::TooLate)
        );
        assert_eq!(
            workflows.fail(spent, "Kitchen.Refused", "").await,
            Err(WorkflowError::TooLate)
        );
    }
    let elsewhere = StepFunctions::new(
        client,
        MachineArns {
            order: arns.order + "-gone",
            ..arns
        },
    );
    let gone = elsewhere.start(Machine::Order, "o3", json!({})).await;
    assert_eq!(
        gone,
        Err(WorkflowError::Unavailable("StateMachineDoesNotExist".to_owned()))
    );
}
