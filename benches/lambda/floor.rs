//! The least that a function can do that has `voice`'s clients: it answers every event with the same words, after as many
//! calls as `FLOOR_CALLS` says. What `voice` takes beyond this is its own; `benches/lambda/run` shows both.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use aws_sdk_dynamodb::types::AttributeValue;
use comanda::aws::client;
use comanda::aws::settings::Trust;
use lambda_runtime::{Error, LambdaEvent, Runtime, service_fn};
use serde_json::{Value, json};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let calls: u32 = std::env::var("FLOOR_CALLS").unwrap().parse().unwrap();
    let config = client::config(Trust::Amazon).await.unwrap();
    let store = aws_sdk_dynamodb::Client::new(&config);
    let workflows = aws_sdk_sfn::Client::new(&config);
    let (store, workflows) = (&store, &workflows);
    let key = || AttributeValue::S("floor".to_owned());
    let answer = service_fn(move |_: LambdaEvent<Value>| async move {
        // The last call of a first order starts a workflow.
        for _ in 1..calls {
            let read = store.get_item().table_name("floor");
            read.key("partition", key()).key("sort", key()).send().await?;
        }
        if calls > 0 {
            let machine = "arn:aws:states:us-east-1:111122223333:stateMachine:recommend";
            workflows
                .start_execution()
                .state_machine_arn(machine)
                .send()
                .await?;
        }
        Ok::<_, Error>(json!({ "floor": calls }))
    });
    Runtime::new(answer).run().await.unwrap();
}
