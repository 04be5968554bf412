//! The data folder and the one SQLite file in it: locked to one process, checked, migrated, durable.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OpenFlags};

use crate::app::StoreError;

/// The file's name within the data folder.
const FILE: &str = "comanda.sqlite";
/// What locks the folder to one process.
const LOCK: &str = "comanda.lock";

/// Each step of the schema, in order. A database knows how many of them it has had.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE record (
        partition TEXT NOT NULL, sort TEXT NOT NULL, attributes TEXT NOT NULL,
        PRIMARY KEY (partition, sort)
    ) WITHOUT ROWID;
    CREATE TABLE record_index (
        name TEXT NOT NULL, index_partition TEXT NOT NULL, index_sort TEXT NOT NULL,
        partition TEXT NOT NULL, sort TEXT NOT NULL,
        PRIMARY KEY (name, index_partition, index_sort, partition, sort)
    ) WITHOUT ROWID;
    CREATE INDEX record_index_by_key ON record_index (partition, sort);
    CREATE TABLE execution (
        machine TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, snapshot TEXT NOT NULL,
        running INTEGER NOT NULL,
        PRIMARY KEY (machine, name)
    ) WITHOUT ROWID;
    CREATE INDEX execution_running ON execution (running, machine, name);
    CREATE TABLE definition (hash TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE history (
        machine TEXT NOT NULL, name TEXT NOT NULL, id INTEGER NOT NULL, event TEXT NOT NULL,
        PRIMARY KEY (machine, name, id)
    ) WITHOUT ROWID;
    CREATE TABLE token (
        token TEXT NOT NULL PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL
    ) WITHOUT ROWID;
",
    "
    ALTER TABLE execution ADD COLUMN ended_at INTEGER;
    CREATE INDEX execution_ended ON execution (ended_at) WHERE running = 0 AND snapshot <> '';
",
    "
    CREATE TABLE message (
        id INTEGER PRIMARY KEY AUTOINCREMENT, grouped TEXT NOT NULL, deduplication TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL, received INTEGER NOT NULL DEFAULT 0, visible_at INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX message_grouped ON message (grouped, id);
",
    "
    CREATE INDEX record_expires ON record (json_extract(attributes, '$.expires'))
        WHERE json_extract(attributes, '$.expires') IS NOT NULL;
",
];

/// Why a data folder cannot be used. Nothing in it has been changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder cannot be made or read.
    #[error("the data folder {path} cannot be used: {cause}")]
    Folder {
        /// Which folder.
        path: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// Another process has it.
    #[error(
        "another comanda is running on the data folder {0}; stop it, or choose another folder with --data"
    )]
    InUse(PathBuf),
    /// The file is not a database, or a damaged one.
    #[error("the database {path} is damaged ({cause}); move it away to start afresh, or restore a copy")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What was found.
        cause: String,
    },
    /// The file cannot be read or written at present: the disk is full, or its rights do not allow it.
    #[error("the database {path} cannot be used: {cause}")]
    Unusable {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// The file was written by a later version.
    #[error("the database {0} was written by a later version of comanda")]
    TooNew(PathBuf),
}

/// An open database. Clones share it.
#[derive(Debug, Clone)]
pub struct Database {
    connection: Arc<Mutex<Connection>>,
    /// Held for as long as the database is open; none for one in memory.
    _lock: Option<Arc<File>>,
}

impl Database {
    /// Opens the database of a data folder, and makes both where they are missing.
    ///
    /// # Errors
    /// [`OpenError`], with nothing changed.
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        let unusable = |cause| OpenError::Folder {
            path: folder.to_owned(),
            cause,
        };
        std::fs::create_dir_all(folder).map_err(unusable)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(LOCK));
        let lock = lock.map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenError::InUse(folder.to_owned())),
            Err(TryLockError::Error(cause)) => return Err(unusable(cause)),
        }
        let path = folder.join(FILE);
        let failed = |cause| failure(&path, cause);
        check(&path)?;
        let mut connection = Connection::open(&path).map_err(failed)?;
        // What a customer has deleted is overwritten in the file too.
        connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
            .map_err(failed)?;
        migrate(&mut connection).map_err(failed)?;
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
            _lock: Some(Arc::new(lock)),
        })
    }

    /// A database in memory, gone with its last clone.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] if SQLite itself cannot start.
    pub fn in_memory() -> Result<Self, OpenError> {
        let damaged = |cause: rusqlite::Error| OpenError::Damaged {
            path: ":memory:".into(),
            cause: cause.to_string(),
        };
        let mut connection = Connection::open_in_memory().map_err(damaged)?;
        migrate(&mut connection).map_err(damaged)?;
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
            _lock: None,
        })
    }

    /// Does some work on the database, away from the threads that answer turns.
    ///
    /// # Errors
    /// What the work returns, or [`StoreError::Unavailable`] if it could not be done at all.
    pub async fn with<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let connection = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || work(&mut lock(&connection)));
        match done.await {
            Ok(result) => result,
            // The process is going down, and whoever waits here goes with it.
            Err(error) if error.is_cancelled() => std::future::pending().await,
            Err(error) => Err(E::from(StoreError::Unavailable(error.to_string()))),
        }
    }
}

/// A panic in another holder cannot leave a half-done transaction: those roll back when they are dropped.
fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why a file does not open: damage only where SQLite says so, because whoever reads of it moves the file away.
fn failure(path: &Path, cause: rusqlite::Error) -> OpenError {
    let path = path.to_owned();
    match StoreError::from(cause) {
        StoreError::Damaged(cause) => OpenError::Damaged { path, cause },
        StoreError::Unavailable(cause) | StoreError::Misused(cause) => OpenError::Unusable { path, cause },
    }
}

/// Looks at an existing file without writing to it.
fn check(path: &Path) -> Result<(), OpenError> {
    if !path.exists() {
        return Ok(());
    }
    let damaged = |cause: String| OpenError::Damaged {
        path: path.to_owned(),
        cause,
    };
    let failed = |cause| failure(path, cause);
    let connection = read_only(path).map_err(failed)?;
    let found: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(failed)?;
    if found != "ok" {
        return Err(damaged(found));
    }
    let version: u32 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(failed)?;
    if version as usize > MIGRATIONS.len() {
        Err(OpenError::TooNew(path.to_owned()))
    } else {
        Ok(())
    }
}

/// Opens a file so that nothing is written beside it either, unless there is a log to be read along with it.
fn read_only(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let has_log = path
        .with_extension("sqlite-wal")
        .metadata()
        .is_ok_and(|log| log.len() > 0);
    let plain = path
        .to_str()
        .filter(|text| !has_log && !text.contains(['?', '#', '%']));
    match plain {
        Some(text) => {
            let uri = format!("file:{text}?immutable=1");
            Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)
        }
        None => Connection::open_with_flags(path, flags),
    }
}

fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for (step, done) in MIGRATIONS.iter().zip(1_u32..).skip(version as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", done)?;
        transaction.commit()?;
    }
    Ok(())
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                Self::Damaged(error.to_string())
            }
            _ => Self::Unavailable(error.to_string()),
        }
    }
}
