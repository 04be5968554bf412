//! Something to suggest with a draft: candidates found by code, one kept for a reply that has room for it.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use super::step::StepError;
use crate::app::records::{
    Counter, Held, OpenDraft, Suggestion, Versioned, load_order, load_suggestion, on_hand,
    orders_of_customer, put_suggestion,
};
use crate::app::{App, StoreError, WriteError};
use crate::interpreter::Suggesting;
use crate::order::menu::{Item, Names, Stock};
use crate::order::{CategoryId, ChosenOption, Draft, ItemId, Menu, OrderId};

/// The most candidates that are found.
const MOST_CANDIDATES: usize = 3;
/// How long choosing one may take: nobody waits for it, and a suggestion that comes late has no reply to go with.
const CHOOSE_WITHIN: Duration = Duration::from_secs(6);
/// How many of the customer's last orders are looked at.
const ORDERS_LOOKED_AT: usize = 10;

/// Finds what could go with a draft: items from kinds that it has none of, what the customer has ordered most first.
pub(super) async fn find(app: &App, id: &OrderId) -> Result<Value, StepError> {
    let Some(Versioned {
        value: Held::Open(open),
        ..
    }) = load_order(app, id).await?
    else {
        return Ok(json!({ "candidates": [] }));
    };
    let ordered = ordered_before(app, &open).await?;
    let mut found = Vec::new();
    let menu = app.menu();
    for item in menu.items.iter().filter(|item| could_go_with(&menu, &open, item)) {
        if in_stock(app, item).await? {
            found.push(item);
        }
    }
    // The sort is stable: what was never ordered keeps the order of the menu.
    found.sort_by_key(|item| std::cmp::Reverse(ordered.get(&item.id).copied().unwrap_or(0)));
    let candidates: Vec<&ItemId> = found.iter().take(MOST_CANDIDATES).map(|item| &item.id).collect();
    Ok(json!({ "candidates": candidates }))
}

/// What needs no further question, of a kind that may be suggested and that the draft has none of.
fn could_go_with(menu: &Menu, open: &OpenDraft, item: &Item) -> bool {
    let mut kinds = menu.categories.iter();
    let suggest = kinds.any(|kind| kind.id == item.category && kind.suggest);
    let settled = item
        .comes_in
        .as_ref()
        .is_none_or(|comes_in| comes_in.usual.is_some());
    let asks_nothing = item
        .groups
        .iter()
        .filter_map(|id| menu.group(id))
        .all(|group| group.least == 0);
    suggest && settled && asks_nothing && !has_kind(menu, &open.draft, &item.category)
}

/// Whether a draft has something of this kind, be it within a combo: an option of the same name.
pub fn has_kind(menu: &Menu, draft: &Draft, category: &CategoryId) -> bool {
    let kind: Vec<&Item> = menu
        .items
        .iter()
        .filter(|item| item.category == *category)
        .collect();
    let named = |option: &ChosenOption| {
        let option = menu.option(&option.option);
        option.is_some_and(|option| kind.iter().any(|item| same_name(&item.names, &option.names)))
    };
    draft
        .lines
        .iter()
        .any(|line| kind.iter().any(|item| item.id == line.item) || line.options.iter().any(named))
}

fn same_name(one: &Names, other: &Names) -> bool {
    one.iter()
        .any(|(language, name)| other.get(language).is_some_and(|other| other.one == name.one))
}

async fn in_stock(app: &App, item: &Item) -> Result<bool, StoreError> {
    match item.stock {
        Stock::Unlimited => Ok(true),
        Stock::Off => Ok(false),
        Stock::Counted(_) => Ok(on_hand(app, &Counter::Item(item.id.clone())).await? > 0),
    }
}

async fn ordered_before(app: &App, open: &OpenDraft) -> Result<BTreeMap<ItemId, u32>, StoreError> {
    let mut counts = BTreeMap::new();
    for stored in orders_of_customer(app, &open.customer, ORDERS_LOOKED_AT).await? {
        let Held::Placed { order, .. } = stored.value else {
            continue;
        };
        for line in order.agreement.draft.lines {
            *counts.entry(line.item).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

/// Has one of the candidates chosen. Nothing is suggested where whoever chooses names another, or none in time.
pub(super) async fn choose(app: &App, id: &OrderId, candidates: &[ItemId]) -> Result<Value, StepError> {
    let nothing = json!({ "item": "", "reason": "" });
    let Some(Versioned {
        value: Held::Open(open),
        ..
    }) = load_order(app, id).await?
    else {
        return Ok(nothing);
    };
    let interpreter = app.offer.now().interpreter;
    let choosing = interpreter.suggest(open.language, &open.draft, candidates);
    let chosen = tokio::time::timeout(CHOOSE_WITHIN, choosing).await.ok().flatten();
    Ok(match chosen.filter(|chosen| candidates.contains(&chosen.item)) {
        Some(Suggesting { item, reason }) => json!({ "item": item, "reason": reason.unwrap_or_default() }),
        None => nothing,
    })
}

/// Keeps a suggestion. The first one stands.
pub(super) async fn keep(app: &App, id: &OrderId, item: ItemId, reason: String) -> Result<Value, StepError> {
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    let write = put_suggestion(app.shop(), id, &Versioned::new(Suggestion { item, reason }))?;
    match app.store.write(vec![write]).await {
        Ok(()) | Err(WriteError::Refused(_)) => Ok(json!({})),
        Err(error) => Err(error.into()),
    }
}

/// What is kept to be suggested with a draft.
///
/// # Errors
/// [`StoreError`].
pub async fn suggestion(app: &App, draft: &OrderId) -> Result<Option<Suggestion>, StoreError> {
    Ok(load_suggestion(app, draft).await?.map(|stored| stored.value))
}
