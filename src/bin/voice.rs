//! The Lambda function `voice`: Alexa's requests and Lex V2's events.

use std::sync::Arc;

use comanda::aws::client;
use comanda::aws::functions::voice::Voice;
use comanda::aws::functions::{NoVoice, app, interpreters, run, serve};
use comanda::aws::settings::{Environment, VoiceSettings};
use comanda::aws::stepfunctions::MachineArns;
use comanda::channel::alexa::AlexaProfiles;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    run(async |environment: Environment| {
        let settings = VoiceSettings::read(environment)?;
        let config = client::config(settings.common.trust).await?;
        let machines = MachineArns {
            quote: settings.quote_machine,
            recommend: settings.recommend_machine,
            order: settings.order_machine,
        };
        let alexa = client::alexa_api(settings.common.trust, settings.alexa_api.as_deref())?;
        let profiles = AlexaProfiles::new(alexa.clone());
        let app = app(
            &settings.common,
            &config,
            machines,
            Arc::new(NoVoice),
            Some(Arc::new(profiles)),
            interpreters(settings.claude, &config)?,
        )?;
        let accounts = settings
            .accounts
            .map(|pool| pool.accounts(alexa.clone()))
            .transpose()?;
        let voice = Voice::new(app, settings.alexa_skill_id, Some(alexa))
            .for_calls_to(settings.connect_instance)
            .linking(accounts);
        serve(async |event, invocation| voice.answer(event, &invocation).await).await
    })
    .await
}
