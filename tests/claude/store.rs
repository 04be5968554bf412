//! A store that fails, hangs, or is overtaken, for as long as it is told to; else it is the store that it wraps.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use comanda::app::store::{Key, Query, Record, Write};
use comanda::app::{Store, StoreError, WriteError};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Does {
    /// What the store does that it wraps.
    #[default]
    Works,
    /// Nothing, and says so.
    Fails,
    /// Nothing, ever.
    Hangs,
    /// What it is asked, and says nothing of it.
    HangsAfter,
    /// So many writes are refused, because somebody else wrote first.
    Refuses(usize),
}

#[derive(Debug)]
pub(crate) struct Told {
    inner: Arc<dyn Store>,
    does: Mutex<Does>,
}

impl Told {
    pub(crate) fn over(inner: Arc<dyn Store>) -> Arc<Self> {
        Arc::new(Self {
            inner,
            does: Mutex::default(),
        })
    }

    pub(crate) fn tell(&self, does: Does) {
        *self.does.lock().unwrap() = does;
    }

    async fn before(&self) -> Result<Does, StoreError> {
        let does = *self.does.lock().unwrap();
        match does {
            Does::Fails => Err(StoreError::Unavailable("told to fail".to_owned())),
            Does::Hangs => std::future::pending().await,
            Does::Works | Does::HangsAfter | Does::Refuses(_) => Ok(does),
        }
    }
}

#[async_trait]
impl Store for Told {
    async fn get(&self, key: &Key) -> Result<Option<Record>, StoreError> {
        self.before().await?;
        self.inner.get(key).await
    }

    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError> {
        self.before().await?;
        self.inner.list(query).await
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        match self.before().await? {
            Does::Refuses(left) if left > 0 => {
                self.tell(Does::Refuses(left - 1));
                Err(WriteError::Refused(0))
            }
            Does::HangsAfter => {
                self.inner.write(writes).await?;
                std::future::pending().await
            }
            Does::Works | Does::Refuses(_) | Does::Fails | Does::Hangs => self.inner.write(writes).await,
        }
    }
}
