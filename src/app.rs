//! [`App`]: the ports and what hangs off them. Handlers everywhere are free functions over `&App`.

pub mod clock;
pub mod keys;
pub mod offer;
pub mod ports;
pub mod records;
pub mod retention;
pub mod shop_files;
pub mod store;

use std::sync::Arc;

use crate::order::{Menu, ShopId};

pub use clock::{Clock, IdSource};
pub use offer::{Books, CurrentOffer, Interpreters, MakeInterpreter, Offer, offline, only_offline};
pub use ports::{
    Announcement, Machine, Profile, ProfileAccess, Profiles, Progress, Reached, Route, VoiceOut,
    WorkflowError, Workflows,
};
pub use retention::Retaining;
pub use store::{Store, StoreError, WriteError};

/// Everything a handler needs.
#[derive(Debug)]
pub struct App {
    /// What is sold now, and who understands free speech about it.
    pub offer: CurrentOffer,
    /// The shop's id, which never changes while the process runs.
    pub shop: ShopId,
    /// Where everything durable is kept.
    pub store: Arc<dyn Store>,
    /// Who runs the state machines.
    pub workflows: Arc<dyn Workflows>,
    /// How customers are reached between their turns.
    pub voice: Arc<dyn VoiceOut>,
    /// The profiles that channels keep of their customers, where they can be read.
    pub profiles: Option<Arc<dyn Profiles>>,
    /// Whether orders are taken only while the shop is open. Off only where staff is simulated for trying things out.
    pub keeps_hours: bool,
    /// The time.
    pub clock: Clock,
    /// New ids.
    pub ids: IdSource,
}

impl App {
    /// The shop that is served.
    pub fn shop(&self) -> &ShopId {
        &self.shop
    }

    /// The menu of this moment.
    pub fn menu(&self) -> Arc<Menu> {
        self.offer.now().menu
    }
}
