//! Shares a number out: "two pizzas, one with olives and the other without" are two lines of one each.
//!
//! Only wishes of one utterance are shared out here; what is said of a line in the draft is split elsewhere.

use super::Offline;
use super::wishes::{Share, Wished};
use crate::interpreter::Wish;

/// A wish for several, followed by wishes that share its number, becomes those; answers with them whether
/// every number was shared out in one way only.
pub(super) fn spread(offline: &Offline, wished: Vec<Wished>) -> (Vec<Wished>, bool) {
    let mut result: Vec<Wished> = Vec::with_capacity(wished.len());
    let mut clear = true;
    let mut rest = wished.into_iter().peekable();
    while let Some(whole) = rest.next() {
        let total = whole.wish.quantity.unwrap_or(1);
        if total < 2 || !is_shared(offline, &whole) {
            result.push(whole);
            continue;
        }
        let mut parts: Vec<Wished> = Vec::new();
        let mut sum = 0;
        while sum < total
            && let Some(part) =
                rest.next_if(|part| is_part(offline, &whole, part) && sum + number(part) <= total)
        {
            sum += number(&part);
            parts.push(part);
        }
        clear &= share_out(whole, parts, total - sum, &mut result);
    }
    (result, clear)
}

fn number(part: &Wished) -> u32 {
    part.wish.quantity.unwrap_or(1)
}

/// Whether a wish is for so many of one thing that others may be parts of.
fn is_shared(offline: &Offline, whole: &Wished) -> bool {
    let bare = whole.wish.add.is_empty() && whole.wish.remove.is_empty();
    !whole.hollow && (whole.has_item || (whole.counted && (bare || names_dish(offline, &whole.wish))))
}

/// Whether a wish without an item of its own may be so many of another.
fn is_part(offline: &Offline, whole: &Wished, part: &Wished) -> bool {
    let other_dish = names_dish(offline, &whole.wish) && names_dish(offline, &part.wish);
    !part.has_item && part.counted && !other_dish
}

fn names_dish(offline: &Offline, wish: &Wish) -> bool {
    wish.add.iter().any(|choice| offline.is_dish(&choice.option))
}

/// Writes the parts of a whole, or the whole and its parts where they do not share it; answers whether that is clear.
fn share_out(mut whole: Wished, mut parts: Vec<Wished>, left: u32, result: &mut Vec<Wished>) -> bool {
    let rest_named = parts.last().is_some_and(|part| part.share == Some(Share::Rest));
    let of_them = parts.iter().any(|part| part.share == Some(Share::Some));
    if let Some(last) = parts.last_mut().filter(|_| rest_named && left > 0) {
        last.wish.quantity = Some(number(last) + left);
    }
    if parts.len() > 1 && (left == 0 || rest_named) {
        result.extend(parts.into_iter().map(|part| inherit(&whole, part)));
        return true;
    }
    if of_them && left > 0 {
        let shared: Vec<Wished> = parts.into_iter().map(|part| inherit(&whole, part)).collect();
        whole.wish.quantity = Some(left);
        result.push(whole);
        result.extend(shared);
        return true;
    }
    // "Three cokes, one in a bottle": perhaps one of the three, perhaps one more.
    let clear = parts.is_empty();
    result.push(whole);
    result.extend(parts);
    clear
}

fn inherit(whole: &Wished, mut part: Wished) -> Wished {
    part.wish.items = whole.wish.items.clone();
    for (attribute, value) in &whole.wish.attributes {
        part.wish
            .attributes
            .entry(attribute.clone())
            .or_insert_with(|| value.clone());
    }
    let mut add = whole.wish.add.clone();
    add.append(&mut part.wish.add);
    part.wish.add = add;
    part.wish.remove.extend(whole.wish.remove.iter().cloned());
    part.tokens = whole.tokens.start.min(part.tokens.start)..part.tokens.end;
    part.has_item = true;
    part.hollow = false;
    part
}
