//! What is on offer now: the menu, and the interpreter that reads speech by its names. Both change together while the
//! process runs; whoever has taken one keeps it to the end of what they do.

use std::sync::{Arc, PoisonError, RwLock};

use crate::interpreter::Interpreter;
use crate::order::Menu;

/// A menu with the interpreter that knows its names.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What is sold, by whom.
    pub menu: Arc<Menu>,
    /// Who understands free speech about it.
    pub interpreter: Arc<dyn Interpreter>,
}

/// The offer of this moment.
#[derive(Debug)]
pub struct CurrentOffer {
    offer: RwLock<Offer>,
    faults: RwLock<Vec<String>>,
}

impl CurrentOffer {
    /// Begins with an offer.
    pub fn new(menu: Menu, interpreter: Arc<dyn Interpreter>) -> Self {
        let menu = Arc::new(menu);
        Self {
            offer: RwLock::new(Offer { menu, interpreter }),
            faults: RwLock::default(),
        }
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
