//! What is on offer now: the menu, and the interpreter that reads speech by its names. Both change together while the
//! process runs; whoever has taken one keeps it to the end of what they do.

use std::sync::{Arc, PoisonError, RwLock};

use super::{Clock, Store};
use crate::interpreter::{Interpreter, OfflineInterpreter};
use crate::order::{Menu, ShopId};

/// A menu with the interpreter that knows its names.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What is sold, by whom.
    pub menu: Arc<Menu>,
    /// Who understands free speech about it.
    pub interpreter: Arc<dyn Interpreter>,
}

/// Makes the interpreter of a menu.
pub type MakeInterpreter = Arc<dyn Fn(&Arc<Menu>) -> Arc<dyn Interpreter> + Send + Sync>;

/// Whoever reads by the menu alone.
pub fn offline() -> MakeInterpreter {
    Arc::new(|menu| Arc::new(OfflineInterpreter::new(menu)))
}

/// What an interpreter keeps books with, where it has something to count.
#[derive(Debug, Clone)]
pub struct Books {
    /// Where they are kept.
    pub store: Arc<dyn Store>,
    /// Whose they are.
    pub shop: ShopId,
    /// The time.
    pub clock: Clock,
}

/// Gets whoever understands free speech ready, once the books are there.
pub type Interpreters = Box<dyn FnOnce(Books) -> MakeInterpreter + Send>;

/// The grammar alone, which keeps no books.
pub fn only_offline() -> Interpreters {
    Box::new(|_| offline())
}

/// The offer of this moment.
pub struct CurrentOffer {
    make: MakeInterpreter,
    offer: RwLock<Offer>,
    faults: RwLock<Vec<String>>,
}

impl CurrentOffer {
    /// Begins with an offer of this menu, which this interpreter reads by.
    pub fn new(menu: Menu, make: MakeInterpreter) -> Self {
        Self {
            offer: RwLock::new(offer_of(menu, &make)),
            make,
            faults: RwLock::default(),
        }
    }

    /// What an offer of this menu would be.
    pub fn of(&self, menu: Menu) -> Offer {
        offer_of(menu, &self.make)
    }

    /// The offer now.
    pub fn now(&self) -> Offer {
        // Nothing panics while it holds the lock, and an offer is whole in any case.
        self.offer.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts another offer in its place. What was wrong with an earlier try no longer matters.
    pub fn replace(&self, offer: Offer) {
        *self.offer.write().unwrap_or_else(PoisonError::into_inner) = offer;
        self.refuse(Vec::new());
    }

    /// Notes why what was to take its place was refused, for the shop's people; the offer stays.
    pub fn refuse(&self, faults: Vec<String>) {
        *self.faults.write().unwrap_or_else(PoisonError::into_inner) = faults;
    }

    /// Why the last try to replace the offer was refused; nothing where it was not.
    pub fn faults(&self) -> Vec<String> {
        self.faults.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl std::fmt::Debug for CurrentOffer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CurrentOffer")
            .field("offer", &self.offer)
            .finish_non_exhaustive()
    }
}

fn offer_of(menu: Menu, make: &MakeInterpreter) -> Offer {
    let menu = Arc::new(menu);
    Offer {
        interpreter: make(&menu),
        menu,
    }
}
