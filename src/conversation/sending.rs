//! Sending: what is left to settle, the read-back, and the yes that places exactly what was read back.

use super::budget;
use super::scene::{Pending, Scene};
use super::{
    Reply, Speech, TurnError, asking, changing, choosing, hours, paying, place, repair, shortage, tracking,
};
use crate::app::Machine;
use crate::app::records::OpenDraft;
use crate::order::menu::Allergen;
use crate::order::{
    AddressParts, Agreement, Fulfilment, Getting, Money, Order, OrderId, Payment, Stage, Totals, price,
};
use crate::phrases::money;
use crate::workflow::{Quote, quote};

/// Lines in one sentence of a read-back; more of them make more sentences, so that none is too long for a channel.
const LINES_A_SENTENCE: usize = 5;

/// "That's all": from here on what is missing is asked for, one thing after the other, and then the draft is read back.
pub(super) async fn finish(scene: &mut Scene<'_>, before: Speech) -> Result<Reply, TurnError> {
    if scene.draft().is_some() {
        scene.open_mut().finishing = true;
    }
    read_back_after(scene, before).await
}

/// The same after a change that came with it: what was changed is said where a question comes before the read-back.
pub(super) async fn finish_after(
    scene: &mut Scene<'_>,
    changes: Speech,
    before: Speech,
) -> Result<Reply, TurnError> {
    if scene.draft().is_some() && hours::closed_for_today(scene).is_none() {
        scene.open_mut().finishing = true;
        if let Some(reply) = unsettled(scene, &changes).await? {
            return Ok(reply);
        }
    }
    finish(scene, before).await
}

/// Reads the draft back and asks for the yes; first asks for what is missing or cannot be had.
pub(super) async fn read_back_after(scene: &mut Scene<'_>, before: Speech) -> Result<Reply, TurnError> {
    if scene.draft().is_none() {
        scene.customer.value.pending = None;
        return Ok(Reply::open(before.then(scene.phrases.plain("nothing-to-send"))));
    }
    if let Some(closed) = hours::closed_for_today(scene) {
        return Ok(Reply::close(
            before.then(closed).then(scene.phrases.plain("bye-draft")),
        ));
    }
    if let Some(reply) = unsettled(scene, &before).await? {
        return Ok(reply);
    }
    let Some(open) = scene.open.as_ref().map(|open| open.value.clone()) else {
        return repair::missed(scene);
    };
    let quote = quoted(scene, &open).await?;
    let short = shortage::beyond_replaced(scene, &open.draft, quote.short).await?;
    if let Some(counter) = short.first() {
        return shortage::say(scene, before, counter).await;
    }
    let Some(agreement) = agreement(scene, &open, quote.totals) else {
        return repair::missed(scene);
    };
    if let Some(open) = scene.open.as_mut() {
        open.value.finishing = true;
        open.value.read_back = Some(agreement.hash());
        open.value.read_back_in.clone_from(&scene.session);
    }
    // Of a single line that was changed the read-back says it all.
    let said = scene.answered && agreement.draft.lines.len() == 1;
    let before = if said { Speech::default() } else { before };
    let speech = worded(scene, before, &agreement);
    Ok(asking::pose(scene, Pending::Send, speech))
}

/// The first thing that has to be settled before the read-back, asked for after `before`.
async fn unsettled(scene: &mut Scene<'_>, before: &Speech) -> Result<Option<Reply>, TurnError> {
    if let Some((sentence, question)) = what_and_where(scene).await? {
        return Ok(Some(asking::pose(scene, question, before.clone().then(sentence))));
    }
    // Before anybody is asked how they pay for what is too little.
    if let Some(reply) = below_minimum(scene, before) {
        return Ok(Some(reply));
    }
    Ok(payment_and_contact(scene).map(|question| asking::pose(scene, question, before.clone())))
}

/// What is missing of when, what and where, with what is said before asking for it.
async fn what_and_where(scene: &mut Scene<'_>) -> Result<Option<(String, Pending)>, TurnError> {
    if let Some(sentence) = hours::drop_past(scene) {
        return Ok(Some((sentence, Pending::Time)));
    }
    if let Some(question) = hours::question(scene) {
        return Ok(Some(question));
    }
    if let Some((line, _)) = choosing::first_missing(scene) {
        return Ok(Some((String::new(), Pending::Choose { line })));
    }
    place::question(scene).await
}

/// What is missing of how it is paid and whom to call.
fn payment_and_contact(scene: &mut Scene<'_>) -> Option<Pending> {
    if let [only] = scene.menu.shop.payment.as_slice()
        && scene.getting().is_none_or(|getting| getting.payment.is_none())
    {
        scene.getting_mut().payment = Some(Payment::from(*only));
    }
    let short_of_change = paying::falls_short(scene);
    let getting = scene.getting().cloned().unwrap_or_default();
    match (
        getting.payment,
        &getting.contact.name,
        &getting.contact.phone,
        getting.if_missing,
    ) {
        (None, ..) => Some(Pending::Payment),
        (Some(Payment::Cash(None)), ..) => Some(Pending::Change),
        (Some(_), ..) if short_of_change => Some(Pending::Change),
        (_, None, ..) => Some(Pending::Name),
        (_, _, None, _) => Some(Pending::Phone),
        (_, _, _, None) => Some(Pending::IfMissing),
        _ => None,
    }
}

/// Where the order does not come to what the zone asks for, how much is missing.
fn below_minimum(scene: &mut Scene<'_>, before: &Speech) -> Option<Reply> {
    let phrases = scene.phrases;
    let open = &scene.open.as_ref()?.value;
    let least = open.getting.zone(&scene.menu.shop)?.least?;
    let totals = price::totals(scene.menu, &open.draft, &open.getting).ok()?;
    let zero = Money::new(0, least.currency);
    let food = totals.lines.iter().fold(zero, |sum, price| sum.plus(*price));
    if food.minor >= least.minor {
        return None;
    }
    let gaps = [
        ("least", money::spoken(least, phrases.language).into()),
        ("food", money::spoken(food, phrases.language).into()),
    ];
    let sentence = phrases.say("below-least", &gaps);
    scene.open_mut().finishing = false;
    scene.customer.value.pending = None;
    Some(Reply::open(before.clone().then(sentence)).reprompting(phrases.plain("go-on")))
}

/// What of getting an order decides what it costs. A workflow's input is kept where people look at executions, so nothing
/// of who gets it goes there.
fn priced_by(getting: &Getting) -> Getting {
    Getting {
        fulfilment: getting.fulfilment,
        address: AddressParts {
            postal_code: getting.address.postal_code.clone(),
            ..AddressParts::default()
        },
        wanted_at: getting.wanted_at,
        tip: getting.tip,
        ..Getting::default()
    }
}

/// The quote by its workflow; by the local check where that is late or fails.
async fn quoted(scene: &Scene<'_>, open: &OpenDraft) -> Result<Quote, TurnError> {
    let app = scene.app;
    let input = serde_json::json!({ "draft": open.draft, "getting": priced_by(&open.getting) });
    let name = format!("{}-{}", open.id, app.ids.next());
    let asked = tokio::time::timeout(budget::QUOTE, app.workflows.run(Machine::Quote, &name, input)).await;
    if let Ok(Ok(output)) = asked
        && let Ok(quote) = serde_json::from_value(output)
    {
        return Ok(quote);
    }
    tracing::warn!(draft = open.id.as_str(), "quote.late");
    Ok(quote(app, &open.draft, &open.getting).await?)
}

fn agreement(scene: &Scene<'_>, open: &OpenDraft, totals: Option<Totals>) -> Option<Agreement> {
    let shop = &scene.menu.shop;
    let getting = &open.getting;
    let fulfilment = getting.fulfilment?;
    let address = match fulfilment {
        Fulfilment::Delivery => Some(getting.address.whole()?),
        Fulfilment::Pickup => None,
    };
    Some(Agreement {
        shop: shop.id.clone(),
        order: open.id.clone(),
        draft: open.draft.clone(),
        totals: totals?,
        fulfilment,
        address,
        usual_address: getting.usual_address,
        wanted_at: getting.wanted_at,
        payment: getting.payment?,
        minutes: getting.minutes(shop)?,
        notes: getting.notes.clone(),
        allergies: getting.allergies.clone(),
    })
}

/// Everything that the hash covers, in words.
fn worded(scene: &Scene<'_>, before: Speech, agreement: &Agreement) -> Speech {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let lines: Vec<String> = agreement
        .draft
        .lines
        .iter()
        .map(|line| phrases.line(menu, line))
        .collect();
    let mut chunks = lines
        .chunks(LINES_A_SENTENCE)
        .map(|chunk| phrases.listed(chunk))
        .collect::<Vec<_>>();
    let last = chunks.pop().unwrap_or_default();
    let mut speech = before;
    for chunk in chunks {
        speech.push(phrases.say("added", &[("lines", chunk.into())]));
    }
    speech.push(phrases.say(
        "read-back",
        &[
            ("lines", last.into()),
            ("how", destination(scene, agreement).into()),
        ],
    ));
    for note in &agreement.notes {
        speech.push(phrases.say("read-back-note", &[("note", note.as_str().into())]));
    }
    if !agreement.allergies.is_empty() {
        let names: Vec<String> = agreement
            .allergies
            .iter()
            .map(|allergen: &Allergen| phrases.allergen(*allergen))
            .collect();
        speech.push(phrases.say(
            "read-back-allergies",
            &[("allergens", phrases.and(&names).into())],
        ));
    }
    speech.then(terms(scene, agreement))
}

/// Where it goes. An address that is kept is named, and read out only to a voice that is known.
fn destination(scene: &Scene<'_>, agreement: &Agreement) -> String {
    let phrases = scene.phrases;
    match &agreement.address {
        Some(_) if agreement.usual_address && !scene.voice_known => phrases.plain("to-usual-address"),
        Some(_) if !scene.may_read_address() => phrases.plain("to-given-address"),
        Some(address) => phrases.say("to-address", &[("address", phrases.address(address).into())]),
        None => phrases.plain("for-pickup"),
    }
}

/// What it comes to, how it is paid, and when it is there.
fn terms(scene: &Scene<'_>, agreement: &Agreement) -> String {
    let phrases = scene.phrases;
    let mut parts = vec![money::spoken(agreement.totals.total, phrases.language)];
    if agreement.totals.tip.minor > 0 {
        let tip = money::spoken(agreement.totals.tip, phrases.language);
        parts.push(phrases.say("with-tip", &[("tip", tip.into())]));
    }
    parts.push(paying::how(scene, agreement.payment));
    parts.push(hours::when(scene, agreement.wanted_at, agreement.minutes));
    phrases.say("read-back-total", &[("parts", parts.join(", ").into())])
}

/// Places the draft, if it is still what was read back.
pub(super) async fn send(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let Some(open) = scene.open.as_ref().map(|open| open.value.clone()) else {
        return tracking::yes_to_nothing(scene).await;
    };
    let totals = price::totals(scene.menu, &open.draft, &open.getting).ok();
    let now = agreement(scene, &open, totals);
    let agreed = now.filter(|agreement| Some(agreement.hash()) == open.read_back);
    let Some(agreement) = agreed else {
        let before = match scene.repriced.take() {
            // Said by the note on prices, which every reply begins with.
            Some(total) => repriced(scene, total),
            None => Speech::of(scene.phrases.plain("changed-meanwhile")),
        };
        return read_back_after(scene, before).await;
    };
    // Read back on another device: whoever says yes here has not heard it.
    if open.read_back_in != scene.session {
        return read_back_after(scene, Speech::default()).await;
    }
    if hours::is_past(scene) || hours::question(scene).is_some() || hours::closed_for_today(scene).is_some() {
        return read_back_after(scene, Speech::default()).await;
    }
    if let Some(replaced) = &open.replaces
        && let Some(reply) = changing::withdraw(scene, replaced).await?
    {
        return Ok(reply);
    }
    keep(scene, &open, &agreement);
    let hash = agreement.hash();
    let id: OrderId = agreement.order.clone();
    let placed_at = scene.app.clock.now();
    let order = Order {
        agreement,
        customer: scene.id.clone(),
        person: scene.person.clone(),
        contact: open.getting.contact.clone(),
        if_missing: open.getting.if_missing,
        language: scene.phrases.language,
        placed_at,
        stage: Stage::Sent,
        since: placed_at,
        problem: None,
        accepted_at: None,
        minutes: None,
    };
    scene.place(order, hash);
    scene.speak_of(None);
    scene.customer.value.pending = None;
    scene.customer.value.heard = Some((id, Stage::Sent));
    Ok(Reply::close(Speech::of(scene.phrases.plain("sent"))))
}

/// That prices have changed, and what it comes to now.
pub(super) fn repriced(scene: &Scene<'_>, total: Money) -> Speech {
    let total = money::spoken(total, scene.phrases.language);
    Speech::of(scene.phrases.say("repriced", &[("total", total.into())]))
}

/// What need not be asked again the next time.
fn keep(scene: &mut Scene<'_>, open: &OpenDraft, agreement: &Agreement) {
    let kept = &mut scene.customer.value.kept;
    kept.contact = open.getting.contact.clone();
    kept.if_missing = open.getting.if_missing;
    if let Some(address) = &agreement.address {
        kept.address = Some(address.clone());
    }
}
