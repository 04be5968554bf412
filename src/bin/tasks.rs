//! The Lambda function `tasks`: the state machines' steps, the queues that become tickets, the sweep.

use std::sync::Arc;

use comanda::aws::client;
use comanda::aws::functions::tasks::Tasks;
use comanda::aws::functions::{NoVoice, app, interpreters, run, serve};
use comanda::aws::settings::{Environment, TasksSettings};
use comanda::aws::sqs::Queues;
use comanda::aws::stepfunctions::MachineArns;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    run(async |environment: Environment| {
        let settings = TasksSettings::read(environment)?;
        let config = client::config(settings.common.trust).await?;
        let machines = MachineArns {
            order: settings.order_machine,
            ..MachineArns::default()
        };
        let interpreters = interpreters(settings.claude, &config)?;
        let app = app(
            &settings.common,
            &config,
            machines,
            Arc::new(NoVoice),
            None,
            interpreters,
        )?;
        let tasks = Tasks::new(app).over(Queues::of(&config));
        serve(async |event, invocation| tasks.answer(event, &invocation).await).await
    })
    .await
}
