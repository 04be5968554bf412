//! [`App`]: the ports and what hangs off them. Handlers everywhere are free functions over `&App`.

pub mod clock;
pub mod keys;
pub mod ports;
pub mod records;
pub mod shop_files;
pub mod store;

use std::sync::Arc;

use crate::interpreter::Interpreter;
use crate::order::{Menu, ShopId};

pub use clock::{Clock, IdSource};
pub use ports::{Announcement, Machine, Reached, VoiceOut, WorkflowError, Workflows};
pub use store::{Store, StoreError, WriteError};

/// Everything a handler needs.
#[derive(Debug)]
pub struct App {
    /// What is sold, by whom.
    pub menu: Menu,
    /// Where everything durable is kept.
    pub store: Arc<dyn Store>,
    /// Who runs the state machines.
    pub workflows: Arc<dyn Workflows>,
    /// Who understands free speech.
    pub interpreter: Arc<dyn Interpreter>,
    /// How customers are reached between their turns.
    pub voice: Arc<dyn VoiceOut>,
    /// The time.
    pub clock: Clock,
    /// New ids.
    pub ids: IdSource,
}

impl App {
    /// The shop that is served.
    pub fn shop(&self) -> &ShopId {
        &self.menu.shop.id
    }
}
