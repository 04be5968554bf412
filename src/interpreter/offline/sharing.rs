//! Shares a number out: "two pizzas, one with olives and the other without" are two lines of one each.
//!
//! Only wishes of one utterance are shared out here; what is said of a line in the draft is split elsewhere.

use super::Offline;
use super::judging::holds_words;
use super::targets::takes;
use super::wishes::{Share, Wished};
use crate::interpreter::{OptionWish, Wish};
use crate::order::ItemId;

/// A wish for several, followed by wishes that share its number, becomes those; answers with them whether
/// every number was shared out in one way only.
pub(super) fn spread(offline: &Offline, wished: Vec<Wished>) -> (Vec<Wished>, bool) {
    let mut result: Vec<Wished> = Vec::with_capacity(wished.len());
    let mut clear = true;
    let mut rest = wished.into_iter().peekable();
    while let Some(whole) = rest.next() {
        if let Some(each) = one_of_each(offline, &whole) {
            clear = false;
            result.extend(each);
            continue;
        }
        if !whole.counted && whole.has_item && !whole.hollow && whole.share.is_none() {
            let parts: Vec<Wished> =
                std::iter::from_fn(|| rest.next_if(|part| is_part(offline, &whole, part))).collect();
            // "Burgers, two with bacon" may be two, or more.
            clear &= parts.len() != 1;
            told_by_parts(whole, parts, &mut result);
            continue;
        }
        let total = whole.wish.quantity.unwrap_or(1);
        let kinds = kinds_of(offline, &whole, &rest);
        if kinds > 0 {
            // "Three cookies, one oatmeal …" may be three more, of the plain sort.
            clear = false;
            result.extend(rest.by_ref().take(kinds).map(|kind| sized_like(&whole, kind)));
            continue;
        }
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
        clear &= share_out(offline, whole, parts, total - sum, &mut result);
    }
    (result, clear)
}

/// "Burgers please, two with cheese and one without": so many as are told of.
fn told_by_parts(whole: Wished, parts: Vec<Wished>, result: &mut Vec<Wished>) {
    if parts.len() > 1 {
        result.extend(parts.into_iter().map(|part| inherit(&whole, part)));
    } else {
        result.push(whole);
        result.extend(parts);
    }
}

/// "Three cookies, one oatmeal, one raisin and one plain": how many of the wishes behind are of the kinds that a noun
/// means which is a thing's name as well, where they make up its number.
fn kinds_of(
    offline: &Offline,
    whole: &Wished,
    rest: &std::iter::Peekable<impl Iterator<Item = Wished> + Clone>,
) -> usize {
    let total = whole.wish.quantity.unwrap_or(1);
    let bare = whole.wish.add.is_empty() && whole.wish.remove.is_empty();
    let ([noun], true) = (whole.wish.items.as_slice(), total > 1 && bare && whole.has_item) else {
        return 0;
    };
    let Some(nouns) = offline.item(noun).map(|noun| noun.names.as_slice()) else {
        return 0;
    };
    let kind = |part: &Wished| match part.wish.items.as_slice() {
        [item] if part.has_item && part.counted && part.share.is_none() => {
            let names = offline.item(item).map(|item| item.names.as_slice());
            let mut names = names.unwrap_or_default().iter();
            item == noun || names.any(|name| nouns.iter().any(|noun| holds_words(name, noun)))
        }
        _ => false,
    };
    let (mut kinds, mut sum, mut others) = (0, 0, false);
    let mut behind = rest.clone();
    while sum < total
        && let Some(part) = behind.next_if(|part| kind(part))
    {
        sum += number(&part);
        kinds += 1;
        others |= !part.wish.items.contains(noun);
    }
    if kinds > 1 && others && sum == total {
        kinds
    } else {
        0
    }
}

/// A wish, of the size that was said before where it says none.
fn sized_like(whole: &Wished, mut kind: Wished) -> Wished {
    for (attribute, value) in &whole.wish.attributes {
        let sizes = &mut kind.wish.attributes;
        sizes.entry(attribute.clone()).or_insert_with(|| value.clone());
    }
    kind
}

/// "Two pizzas, pepperoni and veggie": as many dishes as things are probably one of each.
fn one_of_each(offline: &Offline, whole: &Wished) -> Option<Vec<Wished>> {
    let dishes: Vec<&OptionWish> = whole
        .wish
        .add
        .iter()
        .filter(|choice| offline.is_dish(&choice.option) && choice.half.is_none())
        .collect();
    let several = dishes.len() > 1
        && whole
            .wish
            .quantity
            .is_some_and(|number| number as usize == dishes.len());
    let one = |dish: &&OptionWish| {
        let mut one = whole.clone();
        one.wish.quantity = Some(1);
        one.wish
            .add
            .retain(|choice| choice == *dish || !offline.is_dish(&choice.option));
        one
    };
    several.then(|| dishes.iter().map(one).collect())
}

/// What is said of all of several lines goes on each that takes it: "a margherita and a veggie, both large". Answers
/// whether all of them do.
pub(super) fn share_with_all(offline: &Offline, wished: &mut [Wished], both: bool, change: &Wish) -> bool {
    let count = wished.len();
    let last = if both { count.saturating_sub(2) } else { 0 };
    let mut all = true;
    // "A large fry and three lemonades, all small": of those that have no size yet, if there are any.
    let lacks = |each: &Wished, attribute| !each.wish.attributes.contains_key(attribute);
    let some_lack = wished
        .iter()
        .skip(last)
        .any(|each| change.attributes.keys().any(|attribute| lacks(each, attribute)));
    for each in wished.iter_mut().skip(last) {
        if !each.wish.items.iter().any(|item| takes(offline, item, change)) {
            all = false;
            continue;
        }
        for (attribute, value) in &change.attributes {
            if !some_lack || lacks(each, attribute) {
                each.wish.attributes.insert(attribute.clone(), value.clone());
            }
        }
        each.wish.add.extend(change.add.iter().cloned());
        each.wish.remove.extend(change.remove.iter().cloned());
    }
    all
}

/// "A shake and a juice, one large, one small": as many sizes as things are each of one of them, in turn. Answers whether
/// there were any, for they may be the other way round.
pub(super) fn sized_in_turn(offline: &Offline, wished: &mut Vec<Wished>) -> bool {
    let size = |part: &&Wished| {
        let Wish {
            add,
            remove,
            attributes,
            ..
        } = &part.wish;
        let bare = add.is_empty() && remove.is_empty() && !attributes.is_empty();
        bare && !part.has_item && part.counted && number(part) == 1 && part.share.is_none() && !part.again
    };
    let sizes = wished.iter().rev().take_while(size).count();
    let Some(first) = wished.len().checked_sub(2 * sizes).filter(|_| sizes > 1) else {
        return false;
    };
    let (things, told) = wished.get(first..).unwrap_or_default().split_at(sizes);
    let in_turn = things.iter().zip(told).all(|(thing, size)| {
        let lacks = size
            .wish
            .attributes
            .keys()
            .all(|attribute| !thing.wish.attributes.contains_key(attribute));
        let bare = Wish {
            quantity: None,
            items: Vec::new(),
            ..size.wish.clone()
        };
        let taken = thing.wish.items.iter().any(|item| takes(offline, item, &bare));
        thing.has_item && number(thing) == 1 && lacks && taken
    });
    if in_turn {
        let told = wished.split_off(first + sizes);
        for (thing, size) in wished.iter_mut().skip(first).zip(told) {
            thing.wish.attributes.extend(size.wish.attributes);
        }
    }
    in_turn
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
    let may_be = |item: &ItemId| part.hollow || takes(offline, item, &part.wish);
    let of_it = !whole.has_item || whole.wish.items.iter().any(may_be);
    !part.has_item && part.counted && !other_dish && of_it
}

/// Whether a wish says which dish.
pub(super) fn names_dish(offline: &Offline, wish: &Wish) -> bool {
    wish.add.iter().any(|choice| offline.is_dish(&choice.option))
}

/// Writes the parts of a whole, or the whole and its parts where they do not share it; answers whether that is clear.
fn share_out(
    offline: &Offline,
    mut whole: Wished,
    mut parts: Vec<Wished>,
    left: u32,
    result: &mut Vec<Wished>,
) -> bool {
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
    let named = whole.has_item || names_dish(offline, &whole.wish);
    let told = named && parts.iter().all(|part| !part.hollow);
    if told && left > 0 && parts.first().is_some_and(|part| part.apart) {
        // "Three cokes, one in a bottle": one of the three, though it may be one more.
        let shared: Vec<Wished> = parts.into_iter().map(|part| inherit(&whole, part)).collect();
        whole.wish.quantity = Some(left);
        result.push(whole);
        result.extend(shared);
        return false;
    }
    // "Three cokes and one in a bottle": perhaps one of the three, perhaps one more; of the same in any case.
    let clear = parts.is_empty();
    if whole.has_item {
        let like = |part| inherit(&like_beside(offline, &whole, &part), part);
        parts = parts.into_iter().map(like).collect();
    }
    result.push(whole);
    result.extend(parts);
    clear
}

/// "Two burritos with steak and two with chicken": what goes on the others is not on those that are said to be with
/// something else, but for the dish; what is left off the others is left off these, unless they are said to be with it.
fn like_beside(offline: &Offline, whole: &Wished, part: &Wished) -> Wished {
    let mut like = whole.clone();
    if !part.wish.add.is_empty() {
        like.wish.add.retain(|choice| offline.is_dish(&choice.option));
        let added = |removed: &OptionWish| part.wish.add.iter().any(|choice| choice.option == removed.option);
        like.wish.remove.retain(|removed| !added(removed));
    }
    like
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
