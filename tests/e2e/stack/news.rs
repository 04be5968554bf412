//! How an order's news reaches people: notifications through Alexa's stand-in, text messages through the emulated SNS.

use comanda::order::Language;
use serde_json::{Value, json};

use crate::deployed::{Stack, until};
use crate::orders::check;
use crate::standins::Standins;
use crate::talk::Caller;

/// What Alexa tells the skill when somebody turns its notifications on.
fn subscribed(user: &str) -> Value {
    json!({
        "version": "1.0",
        "context": { "System": {
            "application": { "applicationId": "amzn1.ask.skill.SHOP" }, "user": { "userId": format!("amzn1.ask.account.{user}") },
            "apiEndpoint": "https://api.amazonalexa.com",
        } },
        "request": {
            "type": "AlexaSkillEvent.ProactiveSubscriptionChanged", "requestId": "amzn1.echo-api.request.subscribed",
            "timestamp": "2026-11-20T22:00:00Z", "eventCreationTime": "2026-11-20T22:00:00Z",
            "eventPublishingTime": "2026-11-20T22:00:00Z",
            "body": { "subscriptions": [{ "eventName": "AMAZON.OrderStatus.Updated" }] },
        },
    })
}

/// The text messages to a number so far.
async fn texts(stack: &Stack, number: &str) -> Vec<String> {
    let path = format!(
        "/_ministack/sns/sms-messages?phoneNumber={}",
        number.replace('+', "%2B")
    );
    let all = stack.get(&path).await;
    let messages = all["sms_messages"][number]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let words = messages
        .iter()
        .map(|message| message["Message"].as_str().unwrap().to_owned());
    words.collect()
}

#[tokio::test]
async fn whoever_wants_notifications_gets_two_of_an_order() {
    let (stack, standins) = (Stack::deployed(), Standins::running());
    stack.invoke("VoiceFunction", &subscribed("NOTIFIED")).await;
    check("delivered.en-US", Language::EnUs, |menu| {
        Caller::alexa("NOTIFIED", Language::EnUs, menu)
    })
    .await;
    let two = || Some(standins.sent_to("/v1/proactiveEvents")).filter(|events| events.len() >= 2);
    let events = until("two notifications", async || two()).await;
    let status = |event: &Value| event["event"]["payload"]["state"]["status"].clone();
    let told: Vec<Value> = events.iter().map(|event| status(&event.body)).collect();
    assert_eq!(told, ["ORDER_PREPARING", "ORDER_OUT_FOR_DELIVERY"]);
    for event in &events {
        assert_eq!(event.authorization.as_deref(), Some("Bearer Atc|stand-in"));
        assert_eq!(
            event.body["relevantAudience"]["payload"]["user"],
            "amzn1.ask.account.NOTIFIED"
        );
    }
}

#[tokio::test]
async fn bad_news_comes_as_a_text_message() {
    const NUMBER: &str = "+5511987654321";
    let stack = Stack::deployed();
    let before = texts(&stack, NUMBER).await.len();
    check("refused.en-US", Language::EnUs, |menu| {
        Caller::alexa("TEXTED", Language::EnUs, menu)
    })
    .await;
    let news = until("a text message", async || {
        texts(&stack, NUMBER).await.into_iter().nth(before)
    })
    .await;
    assert!(news.contains("can't take your order"), "{news}");
}

#[tokio::test]
async fn prompts_of_the_phone_are_made_once() {
    let (stack, standins) = (Stack::deployed(), Standins::running());
    let made = async || {
        stack
            .invoke("AnnounceFunction", &json!({ "task": "prompts" }))
            .await
    };
    let first = made().await;
    // Nine sentences in two languages.
    assert_eq!(
        first,
        json!({ "prompts": 18, "manifest": "prompts/current.json" })
    );
    let spoken = standins.sent_to("/v1/speech").len();
    assert!(spoken >= 18, "{spoken}");
    assert_eq!(made().await, first);
    assert_eq!(
        standins.sent_to("/v1/speech").len(),
        spoken,
        "what is there is not made again"
    );
}
