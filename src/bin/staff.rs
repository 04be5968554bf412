//! The Lambda function `staff`: the staff board behind API Gateway.

use std::sync::Arc;

use comanda::app::only_offline;
use comanda::aws::client;
use comanda::aws::functions::{app, run, staff};
use comanda::aws::settings::{Environment, StaffSettings};
use comanda::aws::stepfunctions::MachineArns;
use comanda::aws::voice_out::AwsVoice;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    run(async |environment: Environment| {
        let settings = StaffSettings::read(environment)?;
        let config = client::config(settings.common.trust).await?;
        let voice = Arc::new(AwsVoice::by_text(&settings.texts, &config));
        let app = app(
            &settings.common,
            &config,
            MachineArns::default(),
            voice,
            None,
            only_offline(),
        )?;
        staff::serve(&app, &settings.sign_in).await
    })
    .await
}
