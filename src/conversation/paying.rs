//! How an order is paid at the door: method, change and tip.

use super::Speech;
use super::scene::{Pending, Scene};
use crate::interpreter::{Details, SaidChange, SaidMoney, SaidTip};
use crate::order::{Change, Method, Money, Payment, Tip};
use crate::phrases::money;

/// The most that change is brought for: an order's total and this much more, in minor units.
const MOST_CHANGE: i64 = 100_000;
/// The highest tip in percent.
const MOST_PERCENT: u32 = 50;

/// Takes what was said of payment; what is said of it, and the question that has to be settled at once.
pub(super) fn take(scene: &mut Scene<'_>, details: &Details) -> (Speech, Option<Pending>) {
    let mut speech = Speech::default();
    if let Some(tip) = details.tip {
        speech.push(tipped(scene, tip));
    }
    let method = details.method.or(details.change.map(|_| Method::Cash));
    let Some(method) = method else {
        return (speech, None);
    };
    if !scene.menu.shop.payment.contains(&method) {
        let key = match method {
            Method::Cash => "no-cash",
            Method::Card => "no-card",
            Method::Pix => "no-pix",
        };
        return (speech.then(scene.phrases.plain(key)), Some(Pending::Payment));
    }
    let known = scene.getting().and_then(|getting| getting.payment);
    // "Cash" said again does not undo the change that was settled.
    let kept = known.filter(|known| known.method() == method);
    scene.getting_mut().payment = Some(kept.unwrap_or(Payment::from(method)));
    if let Some(change) = details.change {
        let (said, question) = changed(scene, change);
        return (speech.then(said), question);
    }
    let answers = scene.customer.value.pending == Some(Pending::Payment);
    let key = match method {
        _ if answers => return (speech, None),
        Method::Cash => "pay-cash",
        Method::Card => "pay-card",
        Method::Pix => "pay-pix",
    };
    (speech.then(scene.phrases.plain(key)), None)
}

fn money_of(scene: &Scene<'_>, said: SaidMoney) -> Money {
    Money::new(i64::from(said.0), scene.menu.shop.currency)
}

/// Takes the change that is wanted. What would not cover the total is asked again with the total.
fn changed(scene: &mut Scene<'_>, said: SaidChange) -> (String, Option<Pending>) {
    let amount = match said {
        SaidChange::Exact => None,
        SaidChange::For(said) => Some(money_of(scene, said)),
    };
    let total = scene.total();
    let covers = |amount: Money| {
        total.is_none_or(|total| amount.minor >= total.minor && amount.minor <= total.minor + MOST_CHANGE)
    };
    let change = match amount {
        Some(amount) if !covers(amount) => {
            scene.getting_mut().payment = Some(Payment::Cash(None));
            return (String::new(), Some(Pending::Change));
        }
        Some(amount) if Some(amount) == total => Change::Exact,
        Some(amount) => Change::For(amount),
        None => Change::Exact,
    };
    scene.getting_mut().payment = Some(Payment::Cash(Some(change)));
    // As an answer it needs no echo: the read-back says it.
    if scene.customer.value.pending == Some(Pending::Change) {
        return (String::new(), None);
    }
    let how = how(scene, Payment::Cash(Some(change)));
    (scene.phrases.say("change-noted", &[("how", how.into())]), None)
}

/// Whether the change that was settled does not cover what the order comes to by now; it then has to be asked again.
pub(super) fn falls_short(scene: &Scene<'_>) -> bool {
    let payment = scene.getting().and_then(|getting| getting.payment);
    match (payment, scene.total()) {
        (Some(Payment::Cash(Some(Change::For(amount)))), Some(total)) => amount.minor < total.minor,
        _ => false,
    }
}

/// How it is paid, as a part of a sentence: "change for a hundred", "by card".
pub(super) fn how(scene: &Scene<'_>, payment: Payment) -> String {
    let phrases = scene.phrases;
    match payment {
        Payment::Cash(Some(Change::For(amount))) => {
            let amount = money::bare(amount, phrases.language);
            phrases.say("with-change", &[("amount", amount.into())])
        }
        Payment::Cash(Some(Change::Exact)) => phrases.plain("exact-cash"),
        Payment::Cash(None) => phrases.plain("by-cash"),
        Payment::Card => phrases.plain("by-card"),
        Payment::Pix => phrases.plain("by-pix"),
    }
}

fn tipped(scene: &mut Scene<'_>, said: SaidTip) -> String {
    let phrases = scene.phrases;
    if !scene.menu.shop.tips {
        return match said {
            SaidTip::None => String::new(),
            SaidTip::Percent(_) | SaidTip::Amount(_) => phrases.plain("no-tips"),
        };
    }
    let tip = match said {
        SaidTip::None => None,
        SaidTip::Percent(percent) if (1..=MOST_PERCENT).contains(&percent) => Some(Tip::Percent(percent)),
        SaidTip::Percent(_) => return phrases.plain("tip-too-much"),
        SaidTip::Amount(said) => {
            let amount = money_of(scene, said);
            if amount.minor <= 0 || amount.minor > MOST_CHANGE {
                return phrases.plain("tip-too-much");
            }
            Some(Tip::Amount(amount))
        }
    };
    scene.getting_mut().tip = tip;
    phrases.plain(if tip.is_some() { "tip-noted" } else { "tip-none" })
}
