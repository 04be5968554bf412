//! Skill events: what a customer did with the skill in the Alexa app, as a change of their account.
//!
//! Defined in [skill events]. They come outside of any session, about the account that the service itself names; Alexa sends
//! one again for an hour until it is answered, and not always in order.
//!
//! [skill events]: https://developer.amazon.com/docs/alexa/smapi/skill-events-in-alexa-skills.html

use serde_json::{Map, Value};

use super::Envelope;
use super::request::Detail;
use super::to_turn::customer_of;
use crate::channel::TextOrNumber;
use crate::conversation::{AccountChange, AccountEvent};

/// The permission to send proactive events.
pub(super) const NOTIFICATIONS: &str = "alexa::devices:all:notifications:write";
/// The proactive event that we send.
pub(super) const ORDER_STATUS: &str = "AMAZON.OrderStatus.Updated";

/// What a skill event changes; none where it changes nothing with us, or names nobody.
///
/// | event | changes |
/// |---|---|
/// | `SkillEnabled` | nothing: what is needed of a customer is asked when it is needed |
/// | `SkillDisabled` | everything kept of the customer goes |
/// | `SkillPermissionAccepted` | what the profile says is asked for anew |
/// | `SkillPermissionChanged` | the same; without the one for notifications no event is sent any more |
/// | `ProactiveSubscriptionChanged` | whether events about orders are sent |
/// | `SkillAccountLinked` | nothing: each turn brings the token itself |
pub(super) fn change_of(envelope: &Envelope) -> Option<AccountEvent> {
    let user = envelope.user_id()?;
    let name = String::from(envelope.request.request_type.clone());
    let Detail::Other(members) = &envelope.request.detail else {
        return None;
    };
    let change = match name.strip_prefix("AlexaSkillEvent.")? {
        "SkillDisabled" => AccountChange::Left,
        "SkillPermissionAccepted" => AccountChange::Allowed { notifications: None },
        "SkillPermissionChanged" => {
            let withdrawn =
                !names(members, "acceptedPermissions", "scope").any(|scope| scope == NOTIFICATIONS);
            AccountChange::Allowed {
                notifications: withdrawn.then_some(false),
            }
        }
        "ProactiveSubscriptionChanged" => AccountChange::Subscribed(
            names(members, "subscriptions", "eventName").any(|name| name == ORDER_STATUS),
        ),
        // What is new or changes nothing is answered and no more.
        _ => return None,
    };
    let created = members.get("eventCreationTime").and_then(Value::as_str);
    let sent = match envelope.request.timestamp.known() {
        Some(TextOrNumber::Text(text)) => Some(text.as_str()),
        Some(TextOrNumber::Number(_)) | None => None,
    };
    Some(AccountEvent {
        customer: customer_of(user),
        at: created.or(sent).and_then(|text| text.parse().ok()),
        change,
    })
}

/// The names in a list of the event's body; none where the body is absent, as it is once everything was taken back.
fn names<'a>(
    members: &'a Map<String, Value>,
    list: &'static str,
    name: &'static str,
) -> impl Iterator<Item = &'a str> {
    let listed = members.get("body").and_then(|body| body.get(list));
    let listed = listed.and_then(Value::as_array).into_iter().flatten();
    listed.filter_map(move |entry| entry.get(name)?.as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::channel::alexa::{Incoming, to_turn};

    fn read(kind: &str, body: &Value) -> Incoming {
        let mut request = json!({
            "type": format!("AlexaSkillEvent.{kind}"), "requestId": "r", "timestamp": "2026-11-03T12:00:09Z",
            "eventCreationTime": "2026-11-03T12:00:00Z", "eventPublishingTime": "2026-11-03T12:00:05Z",
        });
        if !body.is_null() {
            request["body"] = body.clone();
        }
        let envelope = json!({ "context": { "System": { "user": { "userId": "U" } } }, "request": request });
        to_turn(&Envelope::parse(envelope.to_string().as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn every_event_has_one_outcome() {
        let order = json!({ "eventName": ORDER_STATUS });
        let other = json!({ "eventName": "AMAZON.WeatherAlert.Activated" });
        let write = json!({ "scope": NOTIFICATIONS });
        let address = json!({ "scope": "alexa::devices:all:address:full:read" });
        let allowed = |notifications| Some(AccountChange::Allowed { notifications });
        let subscribed = |told| Some(AccountChange::Subscribed(told));
        for (kind, body, expected) in [
            ("SkillEnabled", json!(null), None),
            ("SkillAccountLinked", json!({ "accessToken": "T" }), None),
            ("SkillSomethingNew", json!({}), None),
            (
                "SkillDisabled",
                json!({ "userInformationPersistenceStatus": "NOT_PERSISTED" }),
                Some(AccountChange::Left),
            ),
            ("SkillDisabled", json!(null), Some(AccountChange::Left)),
            (
                "SkillPermissionAccepted",
                json!({ "acceptedPermissions": [address] }),
                allowed(None),
            ),
            (
                "SkillPermissionChanged",
                json!({ "acceptedPermissions": [address, write] }),
                allowed(None),
            ),
            (
                "SkillPermissionChanged",
                json!({ "acceptedPermissions": [address] }),
                allowed(Some(false)),
            ),
            ("SkillPermissionChanged", json!(null), allowed(Some(false))),
            (
                "ProactiveSubscriptionChanged",
                json!({ "subscriptions": [other, order] }),
                subscribed(true),
            ),
            (
                "ProactiveSubscriptionChanged",
                json!({ "subscriptions": [other] }),
                subscribed(false),
            ),
            (
                "ProactiveSubscriptionChanged",
                json!({ "subscriptions": [] }),
                subscribed(false),
            ),
            (
                "ProactiveSubscriptionChanged",
                json!({ "subscriptions": "all" }),
                subscribed(false),
            ),
            ("ProactiveSubscriptionChanged", json!(null), subscribed(false)),
        ] {
            let found = match read(kind, &body) {
                Incoming::Account(event) => {
                    assert_eq!(event.customer.as_str(), "alexa:U");
                    assert_eq!(event.at, "2026-11-03T12:00:00Z".parse().ok());
                    Some(event.change)
                }
                Incoming::Answer(_) => None,
                Incoming::Turn(turn) => panic!("{kind}: {turn:?}"),
            };
            assert_eq!(found, expected, "{kind} {body}");
        }
    }
}
