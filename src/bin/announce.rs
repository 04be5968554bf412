//! The Lambda function `announce`: what orders have come to is told to whom it concerns.

use std::sync::Arc;

use comanda::app::only_offline;
use comanda::aws::client;
use comanda::aws::functions::announce::Announce;
use comanda::aws::functions::{app, run, serve};
use comanda::aws::prompts::Prompts;
use comanda::aws::settings::{AnnounceSettings, Environment};
use comanda::aws::sqs::Queues;
use comanda::aws::stepfunctions::MachineArns;
use comanda::aws::voice_out::AwsVoice;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    run(async |environment: Environment| {
        let settings = AnnounceSettings::read(environment)?;
        let config = client::config(settings.common.trust).await?;
        let voice = Arc::new(AwsVoice::of(&settings, &config)?);
        let app = app(
            &settings.common,
            &config,
            MachineArns::default(),
            voice,
            None,
            only_offline(),
        )?;
        let prompts = settings
            .prompts_bucket
            .as_deref()
            .map(|bucket| Prompts::of(bucket, &config));
        let announce = Announce::new(app, prompts).over(Queues::of(&config));
        serve(async |event, invocation| announce.answer(&event, &invocation).await).await
    })
    .await
}
