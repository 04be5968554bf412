//! What the shop's file says: hours, delivery, payment, where it is.

use jiff::Timestamp;

use super::Answer;
use crate::conversation::scene::Scene;
use crate::conversation::{Speech, hours, place};
use crate::order::{Fulfilment, Method, Opening};
use crate::phrases::money;

/// "Are you open?", "until when?"
pub(super) fn hours(scene: &Scene<'_>) -> Answer {
    let (phrases, shop) = (scene.phrases, &scene.menu.shop);
    let Some(week) = &shop.hours else {
        return Answer::of(phrases.plain("always-open"));
    };
    let zone = &shop.time_zone;
    let local = |at: Timestamp| at.to_zoned(zone.clone());
    let today = week.today(zone, scene.app.clock.now());
    match (today.now, today.left.first(), today.next) {
        (Opening::Open { .. }, Some(span), _) => {
            let gaps = [
                ("closes", phrases.until_clock(local(span.closes).time()).into()),
                ("last", phrases.until_clock(local(span.last_order).time()).into()),
            ];
            Answer::of(phrases.say("open-until", &gaps))
        }
        (Opening::Open { .. }, None, _) => Answer::of(phrases.plain("always-open")),
        (Opening::Closed { .. }, Some(span), _) => {
            let from_to = phrases.from_to(local(span.opens).time(), local(span.closes).time());
            Answer::of(phrases.say("open-later", &[("from-to", from_to.into())]))
        }
        (Opening::Closed { .. }, None, Some(span)) => Answer::of(hours::closed_until(scene, span.opens)),
        (Opening::Closed { .. }, None, None) => Answer::of(phrases.plain("closed-long")),
    }
}

/// "Do you deliver?", "how much is delivery?"
pub(super) fn delivery(scene: &Scene<'_>) -> Answer {
    let (phrases, shop) = (scene.phrases, &scene.menu.shop);
    let Some(delivery) = &shop.delivery else {
        return Answer::of(phrases.plain("no-delivery"));
    };
    let settled = scene
        .getting()
        .is_some_and(|getting| getting.zone(shop).is_some());
    if settled {
        return Answer {
            speech: place::terms(scene),
            question: None,
        };
    }
    let fees = delivery.zones.iter().map(|zone| zone.fee);
    let least = fees.min_by_key(|fee| fee.minor);
    let minutes = delivery.zones.iter().map(|zone| zone.minutes).min();
    let (Some(fee), Some(minutes)) = (least, minutes) else {
        return Answer::of(phrases.plain("no-delivery"));
    };
    let fee = money::spoken(fee, phrases.language);
    let gaps = [("fee", fee.into()), ("minutes", phrases.minutes(minutes))];
    Answer::of(phrases.say("delivery-from", &gaps))
}

/// "Can I pay by card?"
pub(super) fn payment(scene: &Scene<'_>) -> Answer {
    let phrases = scene.phrases;
    let name = |method: &Method| {
        phrases.plain(match method {
            Method::Cash => "by-cash",
            Method::Card => "by-card",
            Method::Pix => "by-pix",
        })
    };
    let names: Vec<String> = scene.menu.shop.payment.iter().map(name).collect();
    Answer::of(phrases.say("payment-methods", &[("methods", phrases.or(&names).into())]))
}

/// "Where are you?", "what's your number?"
pub(super) fn shop(scene: &Scene<'_>) -> Answer {
    let (phrases, shop) = (scene.phrases, &scene.menu.shop);
    let mut speech = Speech::default();
    if let Some(address) = &shop.address {
        speech.push(phrases.say("shop-address", &[("address", phrases.spelled(address).into())]));
    }
    if let Some(phone) = &shop.phone {
        speech.push(phrases.say("shop-phone", &[("phone", phrases.phone(phone).into())]));
    }
    if speech.is_empty() {
        speech.push(phrases.say("shop-name", &[("shop", shop.name.as_str().into())]));
    }
    Answer {
        speech,
        question: None,
    }
}

/// "How long will it take?"
pub(super) fn wait(scene: &Scene<'_>) -> Answer {
    let (phrases, shop) = (scene.phrases, &scene.menu.shop);
    if let Some(minutes) = scene.getting().and_then(|getting| getting.minutes(shop)) {
        return Answer::of(phrases.say("wait", &[("minutes", phrases.minutes(minutes))]));
    }
    let pickup = shop.pickup.as_ref().map(|pickup| pickup.minutes);
    let delivery = shop
        .delivery
        .iter()
        .flat_map(|delivery| &delivery.zones)
        .map(|zone| zone.minutes)
        .min();
    let sentence = |way: Fulfilment, minutes: u32| {
        let key = match way {
            Fulfilment::Delivery => "wait-delivery",
            Fulfilment::Pickup => "wait-pickup",
        };
        phrases.say(key, &[("minutes", phrases.minutes(minutes))])
    };
    let mut speech = Speech::default();
    if let Some(minutes) = delivery {
        speech.push(sentence(Fulfilment::Delivery, minutes));
    }
    if let Some(minutes) = pickup {
        speech.push(sentence(Fulfilment::Pickup, minutes));
    }
    Answer {
        speech,
        question: None,
    }
}
