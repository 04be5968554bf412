//! The Lambda function `staff`: the staff board behind API Gateway.

use std::sync::Arc;

use comanda::aws::client;
use comanda::aws::functions::{NoVoice, app, run, staff};
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
        staff::serve(&app).await
    })
    .await
}
