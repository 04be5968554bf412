//! The [`App`] of a function: the menu from its package, the store in DynamoDB, the workflows in Step Functions.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use aws_config::SdkConfig;
use aws_config::timeout::TimeoutConfig;

use crate::app::shop_files::{MenuError, menu_of_function};
use crate::app::{
    Announcement, App, Books, Clock, CurrentOffer, IdSource, Interpreters, Profiles, Reached, Retaining,
    Store, VoiceOut,
};
use crate::aws::dynamodb::DynamoStore;
use crate::aws::settings::Settings;
use crate::aws::stepfunctions::{MachineArns, StepFunctions};

/// How long one call of the store may take: it tries again by itself, and a turn makes several.
const STORE_WITHIN: Duration = Duration::from_millis(1_200);

/// Puts the app of a function together. `voice` reaches customers between their turns, and `profiles` are Alexa's of
/// them, where the function has to do with either.
///
/// # Errors
/// [`MenuError`].
pub fn app(
    settings: &Settings,
    config: &SdkConfig,
    machines: MachineArns,
    voice: Arc<dyn VoiceOut>,
    profiles: Option<Arc<dyn Profiles>>,
    interpreters: Interpreters,
) -> Result<Arc<App>, MenuError> {
    let (store, workflows) = (store(settings, config), aws_sdk_sfn::Client::new(config));
    let (menu, compiled) = menu_of_function(&settings.menu)?;
    let store: Arc<dyn Store> = Arc::new(Retaining::new(Arc::new(store), menu.shop.keep, Clock::System));
    let shop = menu.shop.id.clone();
    let make = interpreters(Books {
        store: Arc::clone(&store),
        shop: shop.clone(),
        clock: Clock::System,
    });
    let offer = CurrentOffer::new(menu, make);
    if let Some(compiled) = compiled {
        offer.now().interpreter.adopt(compiled);
    }
    Ok(Arc::new(App {
        shop,
        offer,
        store,
        workflows: Arc::new(StepFunctions::new(workflows, machines)),
        voice,
        profiles,
        keeps_hours: true,
        clock: Clock::System,
        ids: IdSource::Random,
    }))
}

fn store(settings: &Settings, config: &SdkConfig) -> DynamoStore {
    let within = TimeoutConfig::builder().operation_timeout(STORE_WITHIN).build();
    let config = aws_sdk_dynamodb::config::Builder::from(config).timeout_config(within);
    let client = aws_sdk_dynamodb::Client::from_conf(config.build());
    DynamoStore::new(client, settings.table.clone())
}

/// The voice of functions that never say anything outside a turn.
#[derive(Debug)]
pub struct NoVoice;

#[async_trait]
impl VoiceOut for NoVoice {
    async fn announce(&self, announcement: Announcement) -> Reached {
        tracing::error!(
            order = announcement.order.as_str(),
            "announcement.nobody_to_say_it"
        );
        Reached::Nobody
    }
}
