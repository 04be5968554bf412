//! One machine put together: database, store, engine, interpreter, voice; resumed where the last process stopped.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::simulation::{self, Pace};
use super::{Database, Engine, FaultyMachine, OpenError, SqliteStore, reload};
use crate::app::records::seed_stock;
use crate::app::shop_files::{MenuError, menu_of};
use crate::app::{
    App, Books, Clock, CurrentOffer, IdSource, Interpreters, Profiles, Retaining, Store, StoreError,
};
use crate::order::Menu;
use crate::web::announcements::Announcements;
use crate::workflow::sweep::{Swept, sweep};

/// How often the sweep looks for what a crash left undone.
const SWEEP_EVERY: Duration = Duration::from_secs(5);
/// How often the store is rid of what has expired, and the journal of what has long ended.
const PRUNE_EVERY: Duration = Duration::from_secs(3600);

/// Why a machine does not start. Nothing has been changed.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The menu.
    #[error(transparent)]
    Menu(#[from] MenuError),
    /// The data folder.
    #[error(transparent)]
    Data(#[from] OpenError),
    /// A state machine.
    #[error(transparent)]
    Machine(#[from] FaultyMachine),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A machine, running.
#[derive(Debug)]
pub struct LocalMachine {
    /// The application.
    pub app: Arc<App>,
    /// What is announced.
    pub news: Arc<Announcements>,
    /// The engine, for its history.
    pub engine: Arc<Engine>,
}

/// Where a machine keeps and finds its things.
#[derive(Debug, Clone)]
pub struct Places {
    /// The data folder.
    pub data: PathBuf,
    /// The menu folder.
    pub menu: PathBuf,
}

impl LocalMachine {
    /// Starts a machine: the menu is checked first, then the data is opened; from then on the menu is watched.
    ///
    /// # Errors
    /// [`StartError`].
    pub async fn start(
        places: &Places,
        pace: Pace,
        profiles: Option<Arc<dyn Profiles>>,
        interpreters: Interpreters,
    ) -> Result<Self, StartError> {
        let menu = menu_of(&places.menu)?;
        let database = Database::open(&places.data)?;
        let machine = Self::over(
            database,
            menu,
            Clock::System,
            IdSource::Random,
            pace,
            profiles,
            interpreters,
        )
        .await?;
        tokio::spawn(reload::watch(Arc::clone(&machine.app), places.menu.clone()));
        Ok(machine)
    }

    /// Starts a machine over an open database.
    ///
    /// # Errors
    /// [`StartError`].
    pub async fn over(
        database: Database,
        menu: Menu,
        clock: Clock,
        ids: IdSource,
        pace: Pace,
        profiles: Option<Arc<dyn Profiles>>,
        interpreters: Interpreters,
    ) -> Result<Self, StartError> {
        let engine = Arc::new(Engine::new(database.clone())?);
        let news = Arc::new(Announcements::default());
        let sqlite = SqliteStore::new(database);
        let store: Arc<dyn Store> = Arc::new(Retaining::new(
            Arc::new(sqlite.clone()),
            menu.shop.keep,
            clock.clone(),
        ));
        let shop = menu.shop.id.clone();
        let make = interpreters(Books {
            store: Arc::clone(&store),
            shop: shop.clone(),
            clock: clock.clone(),
        });
        let app = Arc::new(App {
            shop,
            offer: CurrentOffer::new(menu, make),
            store,
            workflows: Arc::clone(&engine) as _,
            voice: Arc::clone(&news) as _,
            profiles,
            keeps_hours: pace.keeps_hours(),
            clock,
            ids,
        });
        seed_stock(&app, &app.menu()).await?;
        let resumed = engine.resume(&app).await?;
        if resumed > 0 {
            tracing::info!(executions = resumed, "engine.resumed");
        }
        tokio::spawn(simulation::run(Arc::clone(&app), pace));
        tokio::spawn(sweep_forever(Arc::clone(&app)));
        tokio::spawn(prune_forever(Arc::clone(&app), Arc::clone(&engine), sqlite));
        Ok(Self { app, news, engine })
    }
}

async fn prune_forever(app: Arc<App>, engine: Arc<Engine>, store: SqliteStore) {
    loop {
        match store.prune(app.clock.now()).await {
            Ok(0) => {}
            Ok(records) => tracing::info!(records, "store.pruned"),
            Err(error) => tracing::warn!(%error, "store.not_pruned"),
        }
        match engine.prune(app.clock.now()).await {
            Ok(0) => {}
            Ok(executions) => tracing::info!(executions, "journal.pruned"),
            Err(error) => tracing::warn!(%error, "journal.not_pruned"),
        }
        tokio::time::sleep(PRUNE_EVERY).await;
    }
}

async fn sweep_forever(app: Arc<App>) {
    loop {
        match sweep(&app).await {
            Ok(Swept {
                started: 0,
                expired: 0,
                forgotten: 0,
                calls: 0,
            }) => {}
            Ok(Swept {
                started,
                expired,
                forgotten,
                calls,
            }) => tracing::info!(started, expired, forgotten, calls, "sweep.done"),
            Err(error) => tracing::warn!(%error, "sweep.failed"),
        }
        tokio::time::sleep(SWEEP_EVERY).await;
    }
}
