//! A store whose index of customers' orders lags behind, as DynamoDB's does: what changed hands a moment ago is not listed
//! under its new name yet. The turn that links an account tells the truth all the same.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use comanda::app::records::{Forgetting, Held, TicketKind, load_order};
use comanda::app::store::{Index, Key, Query, Record, Write};
use comanda::app::{App, CurrentOffer, IdSource, Store, StoreError, WriteError};
use comanda::conversation::{Linking, Turn, Wanted, converse};
use comanda::order::{CustomerId, OrderId};

use crate::test_app::{Brings, TestApp, corner, turn_of};

/// The store: each of a customer's listings is as it was when it was first asked for.
#[derive(Debug)]
struct Lagging {
    inner: Arc<dyn Store>,
    listed: Mutex<BTreeMap<String, Vec<Record>>>,
    writes: AtomicUsize,
    /// The number of the write that is refused, as where another turn came first.
    refused: Option<usize>,
}

#[async_trait]
impl Store for Lagging {
    async fn get(&self, key: &Key) -> Result<Option<Record>, StoreError> {
        self.inner.get(key).await
    }

    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError> {
        let fresh = self.inner.list(query).await?;
        if query.index != Index::ByCustomer {
            return Ok(fresh);
        }
        let mut listed = self.listed.lock().unwrap();
        Ok(listed.entry(query.partition.clone()).or_insert(fresh).clone())
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        if self.refused == Some(self.writes.fetch_add(1, Ordering::Relaxed)) {
            return Err(WriteError::Refused(0));
        }
        self.inner.write(writes).await
    }
}

/// A shop with an order of an Echo's that its kitchen has accepted, over such a store.
struct Shop {
    test: TestApp,
    order: OrderId,
    app: Arc<App>,
}

fn echo() -> CustomerId {
    CustomerId::new("alexa:A")
}

fn account() -> CustomerId {
    CustomerId::new("account:aaaa")
}

impl Shop {
    async fn new(refused: Option<usize>) -> Self {
        let test = TestApp::new(corner(Brings::Delivery)).await;
        let order = test.place(&echo(), "two soups").await;
        test.yes(&order, TicketKind::Accept).await;
        test.until_asked(&order, TicketKind::Ready).await;
        let store = Arc::new(Lagging {
            inner: Arc::clone(&test.app.store),
            listed: Mutex::default(),
            writes: AtomicUsize::new(0),
            refused,
        });
        let app = Arc::new(App {
            shop: test.app.shop.clone(),
            offer: CurrentOffer::new(corner(Brings::Delivery), comanda::app::offline()),
            store,
            workflows: Arc::clone(&test.app.workflows),
            voice: Arc::clone(&test.app.voice),
            profiles: None,
            keeps_hours: true,
            clock: test.app.clock.clone(),
            ids: IdSource::counted(),
        });
        // The account is known already and has ordered nothing: that is what its index goes on saying.
        converse(&app, &turn_of(&account(), Wanted::Status)).await;
        Self { test, order, app }
    }

    async fn says(&self, wanted: Wanted) -> String {
        let turn = Turn {
            linking: Linking::Linked {
                through: Some(echo()),
            },
            ..turn_of(&account(), wanted)
        };
        converse(&self.app, &turn).await.speech.text()
    }
}

#[tokio::test(start_paused = true)]
async fn in_the_turn_that_links_an_account_what_it_took_over_is_there() {
    // The write of the status turn before is the first; joining is the second, and what ends the turn the third.
    for refused in [None, Some(2)] {
        let shop = Shop::new(refused).await;
        let said = shop.says(Wanted::Status).await;
        assert!(said.contains("cooking"), "{refused:?}: {said}");
        assert_eq!(shop.test.order(&shop.order).await.customer, account());
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_cancelled_complained_of_and_ordered_again_in_that_turn_too() {
    for (wanted, expected) in [
        (Wanted::Cancel, "the shop decides"),
        (Wanted::Usual, "Last time: two soups"),
        (Wanted::Complain, "wrong with it"),
        (Wanted::Launch, "cooking"),
    ] {
        let shop = Shop::new(None).await;
        let said = shop.says(wanted.clone()).await;
        assert!(said.contains(expected), "{wanted:?}: {said}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_deletion_right_behind_finds_it_too() {
    let shop = Shop::new(None).await;
    shop.says(Wanted::Status).await;
    shop.says(Wanted::Forget).await;
    shop.says(Wanted::Yes).await;
    let held = load_order(&shop.app, &shop.order).await.unwrap().unwrap().value;
    assert!(
        matches!(
            held,
            Held::Placed {
                forgetting: Forgetting::AfterItsEnd,
                ..
            }
        ),
        "{held:?}"
    );
}
