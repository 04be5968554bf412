//! The Lambda function `announce`: what orders have come to is told to whom it concerns.

use std::sync::Arc;

use comanda::aws::client;
use comanda::aws::functions::{NoVoice, announce, app, run, serve};
use comanda::aws::settings::{Environment, Settings};
use comanda::aws::stepfunctions::MachineArns;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    run(async |environment: Environment| {
        let settings = Settings::read(environment)?;
        let config = client::config(settings.trust).await?;
        let app = app(
            &settings,
            &config,
            MachineArns::default(),
            Arc::new(NoVoice),
            None,
        )?;
        serve(async |event, invocation| announce::answer(&app, &event, &invocation).await).await
    })
    .await
}
