//! Sending: the read-back, and the yes that places exactly what was read back.

use super::edits;
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking, budget, ordering, repair, tracking};
use crate::app::Machine;
use crate::app::records::{Counter, OpenDraft, counters_of_line, on_hand};
use crate::interpreter::{EditKind, Wish};
use crate::order::{Agreement, Fulfilment, ItemId, Line, Order, OrderId, Stage, Totals, price};
use crate::phrases::number::spell;
use crate::phrases::{Phrases, money};
use crate::workflow::{Quote, quote};

/// Lines in one sentence of a read-back; more of them make more sentences, so that none is too long for a channel.
const LINES_A_SENTENCE: usize = 5;

/// Reads the draft back and asks for the yes; first asks for what is missing or cannot be had.
pub(super) async fn read_back(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    read_back_after(scene, Speech::default()).await
}

/// The same, after something else has been said.
pub(super) async fn read_back_after(scene: &mut Scene<'_>, before: Speech) -> Result<Reply, TurnError> {
    let Some(_) = scene.draft() else {
        scene.customer.value.pending = None;
        return Ok(Reply::open(before.then(scene.phrases.plain("nothing-to-send"))));
    };
    if let Some((line, missing)) = asking::first_missing(scene) {
        return Ok(asking::ask_missing(scene, before, line, &missing));
    }
    let Some(open) = scene.open.as_ref().map(|open| open.value.clone()) else {
        return Ok(repair::miss(scene));
    };
    let quote = quoted(scene, &open).await?;
    if !quote.short.is_empty() {
        return short(scene, before, &quote.short).await;
    }
    let Some(agreement) = agreement(scene, &open, quote.totals) else {
        return Ok(repair::miss(scene));
    };
    if let Some(open) = scene.open.as_mut() {
        open.value.read_back = Some(agreement.hash());
    }
    scene.customer.value.pending = Some(Pending::Send);
    let phrases = scene.phrases;
    let speech = worded(scene, before, &agreement).then(phrases.plain("send-it"));
    Ok(Reply::yes_no(speech, phrases.plain("send-it-short")))
}

/// The quote by its workflow; by the local check where that is late or fails.
async fn quoted(scene: &Scene<'_>, open: &OpenDraft) -> Result<Quote, TurnError> {
    let app = scene.app;
    let input = serde_json::json!({ "draft": open.draft, "getting": open.getting });
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
    Some(Agreement {
        shop: shop.id.clone(),
        order: open.id.clone(),
        draft: open.draft.clone(),
        totals: totals?,
        fulfilment: open.getting.fulfilment?,
        address: open.getting.address.whole(),
        usual_address: open.getting.usual_address,
        wanted_at: open.getting.wanted_at,
        payment: open.getting.payment?,
        minutes: open.getting.minutes(shop).unwrap_or(40),
        notes: open.getting.notes.clone(),
        allergies: open.getting.allergies.clone(),
    })
}

/// Everything that the hash covers, in words.
fn worded(scene: &Scene<'_>, before: Speech, agreement: &Agreement) -> Speech {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let how = match agreement.fulfilment {
        Fulfilment::Delivery => phrases.plain("for-delivery"),
        Fulfilment::Pickup => phrases.plain("for-pickup"),
    };
    let lines: Vec<String> = agreement
        .draft
        .lines
        .iter()
        .map(|line| phrases.line(menu, line))
        .collect();
    let mut chunks = lines
        .chunks(LINES_A_SENTENCE)
        .map(|chunk| phrases.and(chunk))
        .collect::<Vec<_>>();
    let last = chunks.pop().unwrap_or_default();
    let mut speech = before;
    for chunk in chunks {
        speech.push(phrases.say("added", &[("lines", chunk.into())]));
    }
    speech.push(phrases.say("read-back", &[("lines", last.into()), ("how", how.into())]));
    let total = money::spoken(agreement.totals.total, phrases.language);
    let gaps = [
        ("total", total.into()),
        ("minutes", phrases.minutes(agreement.minutes)),
    ];
    speech.then(phrases.say("read-back-total", &gaps))
}

/// Says of the first thing that there is not enough of how much there is.
async fn short(scene: &mut Scene<'_>, before: Speech, short: &[Counter]) -> Result<Reply, TurnError> {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let Some(counter) = short.first() else {
        return Ok(asking::anything_else(scene, before));
    };
    let names = match counter {
        Counter::Item(id) => menu.item(id).map(|item| &item.names),
        Counter::Option(id) => menu.option(id).map(|option| &option.names),
    };
    let left = on_hand(scene.app, counter).await?;
    let sentence = names.map(|names| match left {
        0 => phrases.say("short-none", &[("name", phrases.one(names).into())]),
        _ => {
            let name = if left == 1 {
                phrases.one(names)
            } else {
                phrases.many(names)
            };
            let count = spell(left, phrases.language, phrases.gender(names));
            let gaps = [
                ("name", name.into()),
                ("count", count.into()),
                ("gender", Phrases::gender_gap(phrases.gender(names))),
            ];
            phrases.say("short-some", &gaps)
        }
    });
    // A bare number is an answer about that line.
    let holds = |line: &&Line| counters_of_line(menu, line).contains(counter);
    let line = scene
        .draft()
        .and_then(|draft| draft.lines.iter().find(holds))
        .map(|line| line.id);
    scene.customer.value.pending = line.map(|line| Pending::Choose { line });
    scene.speak_of(line);
    Ok(Reply::open(before.then(sentence.unwrap_or_default())))
}

/// A yes to whatever was asked.
pub(super) async fn yes(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    match scene.customer.value.pending.take() {
        Some(Pending::Send) => send(scene).await,
        Some(Pending::Suggested { item }) => accept_suggestion(scene, item).await,
        Some(Pending::CancelOrder { order }) => tracking::cancel_order(scene, &order).await,
        Some(Pending::StartOver) => Ok(ordering::empty(scene)),
        Some(Pending::AnythingElse) => {
            scene.customer.value.pending = Some(Pending::AnythingElse);
            Ok(Reply::open(Speech::of(scene.phrases.plain("go-on"))))
        }
        Some(Pending::Choose { line }) => {
            scene.customer.value.pending = Some(Pending::Choose { line });
            asking::next(scene, Speech::default(), false).await
        }
        None => tracking::yes_to_nothing(scene).await,
    }
}

/// A no to whatever was asked.
pub(super) async fn no(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    match scene.customer.value.pending.take() {
        Some(Pending::Send) => {
            if let Some(open) = scene.open.as_mut() {
                open.value.read_back = None;
            }
            Ok(Reply::open(Speech::of(phrases.plain("not-sent"))))
        }
        Some(Pending::Suggested { .. }) => Ok(asking::anything_else(
            scene,
            Speech::of(phrases.plain("declined")),
        )),
        Some(Pending::CancelOrder { .. }) => Ok(Reply::close(Speech::of(phrases.plain("kept")))),
        Some(Pending::StartOver) => Ok(asking::anything_else(scene, Speech::of(phrases.plain("kept")))),
        Some(Pending::Choose { line }) => {
            scene.customer.value.pending = Some(Pending::Choose { line });
            asking::next(scene, Speech::default(), false).await
        }
        Some(Pending::AnythingElse) => read_back(scene).await,
        None if scene.draft().is_some() => read_back(scene).await,
        None => Ok(Reply::close(
            Speech::of(phrases.plain("declined")).then(phrases.plain("bye")),
        )),
    }
}

async fn accept_suggestion(scene: &mut Scene<'_>, item: ItemId) -> Result<Reply, TurnError> {
    let add = EditKind::Add(Wish {
        items: vec![item],
        ..Wish::default()
    });
    let done = edits::apply(scene, std::iter::once(&add));
    let added: Vec<&Line> = done
        .added
        .iter()
        .filter_map(|added| scene.draft().and_then(|draft| draft.line(added.line)))
        .collect();
    let lines: Vec<String> = added
        .into_iter()
        .map(|line| scene.phrases.line(scene.menu, line))
        .collect();
    let speech = Speech::of(
        scene
            .phrases
            .say("added", &[("lines", scene.phrases.and(&lines).into())]),
    );
    asking::next(scene, speech, false).await
}

/// Places the draft, if it is still what was read back.
async fn send(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let Some(open) = scene.open.as_ref().map(|open| open.value.clone()) else {
        return tracking::yes_to_nothing(scene).await;
    };
    let totals = price::totals(scene.menu, &open.draft, &open.getting).ok();
    let now = agreement(scene, &open, totals);
    let agreed = now.filter(|agreement| Some(agreement.hash()) == open.read_back);
    let Some(agreement) = agreed else {
        let before = Speech::of(scene.phrases.plain("changed-meanwhile"));
        return read_back_after(scene, before).await;
    };
    let hash = agreement.hash();
    let id: OrderId = agreement.order.clone();
    let placed_at = scene.app.clock.now();
    let order = Order {
        agreement,
        customer: scene.id.clone(),
        person: None,
        contact: open.getting.contact.clone(),
        if_missing: open.getting.if_missing,
        language: scene.phrases.language,
        placed_at,
        stage: Stage::Sent,
        since: placed_at,
        problem: None,
        minutes: None,
    };
    scene.place(order, hash);
    scene.speak_of(None);
    scene.customer.value.heard = Some((id, Stage::Sent));
    Ok(Reply::close(Speech::of(scene.phrases.plain("sent"))))
}
