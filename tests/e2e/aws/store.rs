//! DynamoDB is held to the stores' contract, as two emulators understand it.

#[path = "../../contract/mod.rs"]
mod contract;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_sdk_dynamodb::config::{HttpClient, RuntimeComponents, SharedHttpClient};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use comanda::app::store::{Condition, Key, Record, Write};
use comanda::app::{Store, WriteError};
use comanda::aws::dynamodb::DynamoStore;
use serde_json::json;

use super::emulator;
use super::loopback::http_client;

/// The table that `.ci/aws` makes of the template's own definition.
const TABLE: &str = "contract";

fn dynamo(emulator: &str, http_client: impl HttpClient + 'static) -> DynamoStore {
    DynamoStore::new(emulator::dynamodb(emulator, http_client), TABLE.to_owned())
}

async fn check(emulator: &str) {
    let store: Arc<dyn Store> = Arc::new(dynamo(emulator, http_client()));
    contract::keeps_the_contract(&store).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ministack_keeps_the_contract() {
    check("MINISTACK_URL").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn moto_keeps_the_contract() {
    check("MOTO_URL").await;
}

/// Connections on which every other answer is lost after the emulator has given it.
#[derive(Debug, Clone)]
struct Lossy {
    inner: SharedHttpClient,
    connector: Option<SharedHttpConnector>,
    loses: Arc<AtomicBool>,
}

impl HttpClient for Lossy {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Self {
            connector: Some(self.inner.http_connector(settings, components)),
            ..self.clone()
        })
    }
}

impl HttpConnector for Lossy {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let answer = self.connector.as_ref().unwrap().call(request);
        let lost = self.loses.fetch_xor(true, Ordering::SeqCst);
        HttpConnectorFuture::new(async move {
            let answer = answer.await;
            if lost {
                Err(ConnectorError::io("lost on the way back".into()))
            } else {
                answer
            }
        })
    }
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_is_carried_out_once() {
    let store = dynamo(
        "MINISTACK_URL",
        Lossy {
            inner: http_client(),
            connector: None,
            loses: Arc::new(AtomicBool::new(true)),
        },
    );
    let record = |sort: &str, n: i64| Record {
        key: Key::new("lost", sort),
        attributes: [("n".to_owned(), json!(n))].into_iter().collect(),
        indexes: Vec::new(),
    };
    let new = || vec![Write::Put(record("stock", 5), vec![Condition::Absent])];
    assert_eq!(
        store.write(new()).await,
        Ok(()),
        "it is not refused by its own first try"
    );
    assert_eq!(store.write(new()).await, Err(WriteError::Refused(0)));
    let stock = Key::new("lost", "stock");
    let take = Write::Add(stock.clone(), "n", -1, vec![Condition::AtLeast("n", 1)]);
    assert_eq!(store.write(vec![take]).await, Ok(()));
    assert_eq!(store.get(&stock).await, Ok(Some(record("stock", 4))));
}
