//! Live reload: a menu folder that has changed is read again while the process runs.
//!
//! A menu without faults takes the place of the one before, with an interpreter that knows its names, and the books
//! follow the figures that changed. One with faults changes nothing: the faults are logged once and shown to the staff.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::app::records::seed_stock;
use crate::app::shop_files::{MenuError, menu_of};
use crate::app::{App, StoreError};
use crate::order::Menu;

/// How often the folder is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// The most files of a folder that are looked at, and the most faults that are shown.
const MOST_FILES: usize = 1_000;
const MOST_FAULTS: usize = 50;

/// What a reload came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reloaded {
    /// The folder says what it said before.
    Unchanged,
    /// What it says is on offer from now on.
    Replaced,
    /// It has faults, each with file and place, or cannot be taken up without a restart; what was on offer stays.
    Refused(Vec<String>),
}

/// Reads a menu folder again and puts what it says on offer.
///
/// # Errors
/// [`StoreError`] if the books could not follow; what was on offer stays, and the next reload tries again.
pub async fn reload(app: &App, folder: &Path) -> Result<Reloaded, StoreError> {
    let path = folder.to_owned();
    let read = tokio::task::spawn_blocking(move || menu_of(&path));
    let read = read
        .await
        .map_err(|error| StoreError::Unavailable(error.to_string()))?;
    let menu = match read {
        Ok(menu) => menu,
        Err(error) => return Ok(refuse(app, faults_of(&error))),
    };
    let now = app.menu();
    if *now == menu {
        let was_faulty = !app.offer.faults().is_empty();
        app.offer.refuse(Vec::new());
        return Ok(if was_faulty {
            Reloaded::Replaced
        } else {
            Reloaded::Unchanged
        });
    }
    if let Some(why) = needs_restart(&now, &menu) {
        return Ok(refuse(app, vec![why]));
    }
    // The books first: what is new is not sold out for a moment.
    seed_stock(app, &menu).await?;
    app.offer.replace(app.offer.of(menu));
    tracing::info!("menu.replaced");
    Ok(Reloaded::Replaced)
}

fn faults_of(error: &MenuError) -> Vec<String> {
    match error {
        MenuError::Faulty(faults) => faults.iter().take(MOST_FAULTS).map(ToString::to_string).collect(),
        MenuError::Unreadable { .. } => vec![error.to_string()],
    }
}

/// Keeps what is on offer. The same faults are logged once, however often they are met.
fn refuse(app: &App, faults: Vec<String>) -> Reloaded {
    if app.offer.faults() != faults {
        for fault in &faults {
            tracing::warn!(fault, "menu.refused");
        }
        app.offer.refuse(faults.clone());
    }
    Reloaded::Refused(faults)
}

/// Why a menu cannot take the place of another while orders are under way.
fn needs_restart(now: &Menu, next: &Menu) -> Option<String> {
    let (now, next) = (&now.shop, &next.shop);
    let said = |what: &str, now: &str, next: &str| {
        Some(format!(
            "shop.toml: `{what}` was \"{now}\" and is \"{next}\" now, which cannot change while Comanda runs: put it back, \
             or stop Comanda and start it with another data folder"
        ))
    };
    if now.id != next.id {
        return said("id", now.id.as_str(), next.id.as_str());
    }
    if now.currency != next.currency {
        return said("currency", now.currency.code(), next.currency.code());
    }
    None
}

/// What can be seen of a folder without reading its files: their names, sizes and times.
type Stamp = Vec<(PathBuf, u64, Option<SystemTime>)>;

fn stamp(folder: &Path) -> Stamp {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Stamp::new();
    };
    let mut stamp: Stamp = entries
        .take(MOST_FILES)
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let about = entry.metadata().ok()?;
            Some((entry.path(), about.len(), about.modified().ok()))
        })
        .collect();
    stamp.sort();
    stamp
}

/// Looks at a menu folder for as long as the process runs, and reloads it once it has changed and come to rest.
pub async fn watch(app: Arc<App>, folder: PathBuf) {
    let look = async || {
        let folder = folder.clone();
        let stamp = tokio::task::spawn_blocking(move || stamp(&folder));
        stamp.await.unwrap_or_default()
    };
    // Nothing is known of the moment between the start and now.
    let mut loaded = Stamp::new();
    let mut before = look().await;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let now = look().await;
        // An editor may be in the middle of writing: what has changed since the last look is read after the next.
        if now != loaded && now == before {
            match reload(&app, &folder).await {
                Ok(_) => loaded.clone_from(&now),
                Err(error) => tracing::warn!(%error, "menu.not_replaced"),
            }
        }
        before = now;
    }
}
