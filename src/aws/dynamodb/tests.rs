//! The store against a scripted service: what it sends, how it reads the answers, how often it comes again.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use serde_json::{Map, Value, json};

use super::trying::TRIES;
use super::*;
use crate::app::store::{Condition, Index, IndexEntry};
use crate::bedrock::scripted::{Answer, Asked, Script};

fn store(script: &Script) -> DynamoStore {
    let config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("sa-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(script.clone())
        .build();
    DynamoStore::new(Client::from_conf(config), "orders".to_owned())
}

fn order() -> Key {
    Key::new("s#order#1", "order")
}

fn put() -> Vec<Write> {
    let record = Record {
        key: order(),
        attributes: Map::new(),
        indexes: Vec::new(),
    };
    vec![Write::Put(record, vec![Condition::Absent])]
}

fn done() -> Answer {
    Answer::Says(200, json!({}))
}

fn error(status: u16, code: &str) -> Answer {
    Answer::Says(
        status,
        json!({
            "__type": format!("com.amazonaws.dynamodb.v20120810#{code}"), "message": "about Ana",
        }),
    )
}

/// A cancelled transaction with these reasons.
fn cancelled(codes: &[&str]) -> Answer {
    let reasons: Vec<Value> = codes.iter().map(|code| json!({ "Code": code })).collect();
    Answer::Says(
        400,
        json!({
            "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
            "Message": "Transaction cancelled, please refer cancellation reasons for specific reasons",
            "CancellationReasons": reasons,
        }),
    )
}

#[tokio::test]
async fn a_transaction_says_what_the_port_says() {
    let record = Record {
        key: order(),
        attributes: Map::from_iter([
            ("state".to_owned(), json!("placed")),
            ("body".to_owned(), json!({"a": 1})),
        ]),
        indexes: vec![IndexEntry {
            index: Index::ByQueue,
            partition: "s#unstarted".into(),
            sort: "7".into(),
        }],
    };
    let writes = vec![
        Write::Put(record, vec![Condition::Equals("state", json!("open"))]),
        Write::Add(
            Key::new("s#stock", "item#flan"),
            "on_hand",
            -2,
            vec![Condition::AtLeast("on_hand", 2)],
        ),
        Write::Delete(Key::new("s#x", "z"), vec![]),
        Write::Check(Key::new("s#x", "y"), vec![Condition::Absent]),
        Write::Check(Key::new("s#x", "any"), vec![]),
    ];
    let expected = json!([
        { "Put": {
            "TableName": "orders",
            "Item": {
                "state": { "S": "placed" }, "body": { "M": { "json": { "S": "{\"a\":1}" } } },
                "by_queue_pk": { "S": "s#unstarted" }, "by_queue_sk": { "S": "7" },
                "pk": { "S": "s#order#1" }, "sk": { "S": "order" },
            },
            "ConditionExpression": "#n0 = :v0",
            "ExpressionAttributeNames": { "#n0": "state" },
            "ExpressionAttributeValues": { ":v0": { "S": "open" } },
        } },
        { "Update": {
            "TableName": "orders",
            "Key": { "pk": { "S": "s#stock" }, "sk": { "S": "item#flan" } },
            "UpdateExpression": "ADD #n0 :v0",
            "ConditionExpression": "attribute_type(#n0, :v1) AND #n0 >= :v2",
            "ExpressionAttributeNames": { "#n0": "on_hand" },
            "ExpressionAttributeValues": { ":v0": { "N": "-2" }, ":v1": { "S": "N" }, ":v2": { "N": "2" } },
        } },
        { "Delete": {
            "TableName": "orders",
            "Key": { "pk": { "S": "s#x" }, "sk": { "S": "z" } },
        } },
        { "ConditionCheck": {
            "TableName": "orders",
            "Key": { "pk": { "S": "s#x" }, "sk": { "S": "y" } },
            "ConditionExpression": "attribute_not_exists(pk)",
        } },
        { "ConditionCheck": {
            "TableName": "orders",
            "Key": { "pk": { "S": "s#x" }, "sk": { "S": "any" } },
            "ConditionExpression": "attribute_exists(pk) OR attribute_not_exists(pk)",
        } },
    ]);
    let script = Script::new([done()]);
    store(&script).write(writes).await.unwrap();
    let asked = script.asked();
    assert_eq!(asked[0].operation, "TransactWriteItems");
    assert_eq!(asked[0].body["TransactItems"], expected);
    assert_eq!(
        asked[0].body["ClientRequestToken"].as_str().map(str::len),
        Some(36)
    );
}

#[tokio::test]
async fn a_read_by_key_is_consistent() {
    let item = json!({ "pk": { "S": "s#order#1" }, "sk": { "S": "order" }, "version": { "N": "3" } });
    let script = Script::new([Answer::Says(200, json!({ "Item": item })), done()]);
    let store = store(&script);
    let found = store.get(&order()).await.unwrap().unwrap();
    assert_eq!(
        (found.key, found.attributes["version"].as_i64()),
        (order(), Some(3))
    );
    assert_eq!(store.get(&order()).await, Ok(None));
    assert_eq!(store.get(&Key::new("", "order")).await, Ok(None));
    let key = json!({ "pk": { "S": "s#order#1" }, "sk": { "S": "order" } });
    let asked = script.asked();
    assert_eq!(
        asked.len(),
        2,
        "where nothing can stand there is nothing to ask for"
    );
    assert_eq!(asked[0].operation, "GetItem");
    assert_eq!(
        asked[0].body,
        json!({ "TableName": "orders", "Key": key, "ConsistentRead": true })
    );
}

fn queue() -> Query {
    Query {
        index: Index::ByQueue,
        partition: "s#reservations".to_owned(),
        before: Some("9".to_owned()),
        descending: false,
        limit: 900,
    }
}

/// A page of these sort keys, and whether there is more.
fn page(sorts: std::ops::Range<usize>, more: bool) -> Answer {
    let key = |sort: usize| json!({ "pk": { "S": "s" }, "sk": { "S": format!("{sort}") }, "by_queue_pk": { "S": "q" }, "by_queue_sk": { "S": "1" } });
    let mut body = json!({ "Items": sorts.clone().map(key).collect::<Vec<_>>() });
    if more {
        body["LastEvaluatedKey"] = key(sorts.end);
    }
    Answer::Says(200, body)
}

#[tokio::test]
async fn a_listing_asks_for_a_part_of_an_index() {
    let script = Script::new([page(0..0, false)]);
    assert_eq!(store(&script).list(&queue()).await, Ok(Vec::new()));
    let expected = json!({
        "TableName": "orders", "IndexName": "by_queue",
        "KeyConditionExpression": "#n0 = :v0 AND #n1 < :v1",
        "ExpressionAttributeNames": { "#n0": "by_queue_pk", "#n1": "by_queue_sk" },
        "ExpressionAttributeValues": { ":v0": { "S": "s#reservations" }, ":v1": { "S": "9" } },
        "ScanIndexForward": true, "Limit": 200,
    });
    let asked = Asked {
        uri: "https://dynamodb.sa-east-1.amazonaws.com/".to_owned(),
        operation: "Query".to_owned(),
        body: expected,
        ..script.asked().remove(0)
    };
    assert_eq!(script.asked(), [asked]);
    for nothing in [
        Query {
            partition: String::new(),
            ..queue()
        },
        Query {
            before: Some(String::new()),
            ..queue()
        },
    ] {
        assert_eq!(store(&script).list(&nothing).await, Ok(Vec::new()));
    }
    assert_eq!(script.asked().len(), 1, "DynamoDB refuses an empty key");
}

#[tokio::test]
async fn a_listing_goes_on_where_a_page_was_full() {
    let script = Script::new([
        page(0..3, true),
        page(3..3, true),
        page(3..8, true),
        page(8..9, false),
    ]);
    let five = Query { limit: 5, ..queue() };
    let found = store(&script).list(&five).await.unwrap();
    let sorts: Vec<&str> = found.iter().map(|record| record.key.sort.as_str()).collect();
    assert_eq!(sorts, ["0", "1", "2", "3", "4"], "and no longer than asked for");
    let limits: Vec<Value> = script
        .asked()
        .iter()
        .map(|asked| asked.body["Limit"].clone())
        .collect();
    assert_eq!(limits, [5, 2, 2]);
    assert_eq!(
        script.asked()[1].body["ExclusiveStartKey"]["sk"],
        json!({ "S": "3" })
    );
}

#[tokio::test]
async fn a_listing_ends() {
    let script = Script::new([page(0..0, true)]);
    let answer = store(&script).list(&queue()).await;
    assert!(matches!(answer, Err(StoreError::Unavailable(_))), "{answer:?}");
    assert_eq!(script.asked().len(), MOST_PAGES);
}

/// Writes against these answers; every try must carry the first one's token.
async fn check_write(answers: Vec<Answer>, tries: usize, expected: Result<(), WriteError>) {
    let script = Script::new(answers.clone());
    let outcome = store(&script).write(put()).await;
    assert_eq!(outcome, expected, "{answers:?}");
    let asked = script.asked();
    assert_eq!(asked.len(), tries, "{answers:?}");
    let bodies: BTreeSet<String> = asked.iter().map(|asked| asked.body.to_string()).collect();
    assert_eq!(bodies.len(), 1, "one token and one transaction: {bodies:?}");
}

#[tokio::test(start_paused = true)]
async fn what_may_pass_is_tried_again_as_the_same_transaction() {
    let unavailable = |why: &str| Err(WriteError::Store(StoreError::Unavailable(why.to_owned())));
    let most = usize::try_from(TRIES).unwrap();
    let passing = [
        (cancelled(&["TransactionConflict"]), "TransactionConflict"),
        (cancelled(&["ThrottlingError"]), "ThrottlingError"),
        (
            cancelled(&["ProvisionedThroughputExceeded"]),
            "ProvisionedThroughputExceeded",
        ),
        (
            error(400, "TransactionInProgressException"),
            "TransactionInProgressException",
        ),
        (error(400, "ThrottlingException"), "ThrottlingException"),
        (
            error(400, "ProvisionedThroughputExceededException"),
            "ProvisionedThroughputExceededException",
        ),
        (error(400, "RequestLimitExceeded"), "RequestLimitExceeded"),
        (error(500, "InternalServerError"), "InternalServerError"),
        (Answer::Breaks, "not reached"),
    ];
    for (answer, why) in passing {
        for failures in 1..most {
            let mut answers = vec![answer.clone(); failures];
            answers.push(done());
            check_write(answers, failures + 1, Ok(())).await;
        }
        check_write(vec![answer], most, unavailable(why)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_first_reason_counts() {
    let refused = |index| Err(WriteError::Refused(index));
    let cases = [
        (vec!["ConditionalCheckFailed"], 1, refused(0)),
        (
            vec!["None", "ConditionalCheckFailed", "ConditionalCheckFailed"],
            1,
            refused(1),
        ),
        (
            vec!["None", "ConditionalCheckFailed", "TransactionConflict"],
            1,
            refused(1),
        ),
        // Whether the first write's condition holds is not known: asked again, and then it does.
        (
            vec!["TransactionConflict", "ConditionalCheckFailed"],
            2,
            refused(1),
        ),
    ];
    for (codes, tries, expected) in cases {
        let again = cancelled(&["None", "ConditionalCheckFailed"]);
        check_write(vec![cancelled(&codes), again], tries, expected).await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_will_not_pass_is_asked_once_and_told_without_data() {
    let store_error = |error| Err(WriteError::Store(error));
    let unavailable = |why: &str| store_error(StoreError::Unavailable(why.to_owned()));
    let misused = |why: &str| store_error(StoreError::Misused(why.to_owned()));
    let cases = [
        (error(400, "ValidationException"), misused("ValidationException")),
        (
            cancelled(&["None", "ValidationError"]),
            misused("write 1 is not valid"),
        ),
        (
            error(400, "ResourceNotFoundException"),
            unavailable("ResourceNotFoundException"),
        ),
        (
            error(400, "AccessDeniedException"),
            unavailable("AccessDeniedException"),
        ),
        (
            error(400, "IdempotentParameterMismatchException"),
            unavailable("IdempotentParameterMismatchException"),
        ),
        (cancelled(&[]), unavailable("cancelled for no known reason")),
        (
            cancelled(&["Unheard"]),
            unavailable("cancelled for no known reason"),
        ),
        (Answer::Says(403, json!({})), unavailable("HTTP status 403")),
    ];
    for (answer, expected) in cases {
        check_write(vec![answer], 1, expected).await;
    }
}

#[tokio::test(start_paused = true)]
async fn reads_are_tried_again_too() {
    for answer in [
        error(400, "ThrottlingException"),
        error(503, "ServiceUnavailable"),
        Answer::Breaks,
    ] {
        let script = Script::new([answer.clone(), done()]);
        assert_eq!(store(&script).get(&order()).await, Ok(None));
        let script = Script::new([answer, page(0..1, false)]);
        assert_eq!(
            store(&script).list(&queue()).await.map(|found| found.len()),
            Ok(1)
        );
    }
    let script = Script::new([error(400, "ThrottlingException")]);
    let unavailable = Err(StoreError::Unavailable("ThrottlingException".to_owned()));
    assert_eq!(store(&script).get(&order()).await, unavailable);
    assert_eq!(script.asked().len(), usize::try_from(TRIES).unwrap());
}

#[tokio::test]
async fn what_cannot_be_read_is_damaged() {
    let item = json!({ "pk": { "S": "s" }, "sk": { "S": "order" }, "body": { "L": [] } });
    let script = Script::new([
        Answer::Says(200, json!({ "Item": item })),
        Answer::Says(200, json!({ "Items": [item] })),
    ]);
    let store = store(&script);
    assert!(matches!(store.get(&order()).await, Err(StoreError::Damaged(_))));
    assert!(matches!(store.list(&queue()).await, Err(StoreError::Damaged(_))));
}
