//! A suggestion that the workflow `recommend` left, at most one a draft, where it still fits.

use super::scene::{Pending, Scene};
use super::{Speech, TurnError};
use crate::app::records::{Counter, Suggestion, on_hand};
use crate::order::ItemId;
use crate::order::menu::Stock;
use crate::workflow::{has_kind, suggestion};

/// What could be suggested now.
pub(super) async fn suggest(scene: &mut Scene<'_>) -> Result<Option<(Speech, Pending)>, TurnError> {
    let Some(open) = scene.open.as_ref().filter(|open| !open.value.suggested) else {
        return Ok(None);
    };
    let Some(Suggestion { item, reason }) = suggestion(scene.app, &open.value.id).await? else {
        return Ok(None);
    };
    if !still_fits(scene, &item).await? {
        return Ok(None);
    }
    if let Some(open) = scene.open.as_mut() {
        open.value.suggested = true;
    }
    let reason = Speech::of(reason.unwrap_or_default());
    Ok(Some((reason, Pending::Suggested { item })))
}

/// Whether what was to be suggested is in stock and of a kind that the draft has none of.
async fn still_fits(scene: &Scene<'_>, id: &ItemId) -> Result<bool, TurnError> {
    let menu = scene.menu;
    let (Some(item), Some(draft)) = (menu.item(id), scene.draft()) else {
        return Ok(false);
    };
    let has_kind = has_kind(menu, draft, &item.category);
    let there = match item.stock {
        Stock::Unlimited => true,
        Stock::Off => false,
        Stock::Counted(_) => on_hand(scene.app, &Counter::Item(id.clone())).await? > 0,
    };
    Ok(there && !has_kind && item.served_on(scene.local_now().weekday()))
}
