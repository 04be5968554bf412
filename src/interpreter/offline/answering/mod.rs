//! Answers to "which one?": what was offered is known by a distinguishing part of its name, by its place or its size.
//!
//! Only words that say nothing else are taken for an answer; what follows one is left for the grammar. What clearly
//! adds ("and also a coke") answers nothing.

mod choices;
mod spoken;
mod tails;
mod words;

use std::ops::Range;

pub(super) use self::choices::{Choices, Pick, open_choices};
pub(super) use self::spoken::taken;
use self::words::{Named, Words};
use super::Offline;
use super::lexicon::Role;
use super::text::Token;
use crate::interpreter::{Asked, EditKind, Heard, OptionWish, Target, Wish};
use crate::order::ItemId;

/// The most choices that are named in one answer.
const MOST_PICKS: usize = 6;

/// What was asked, answered.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    /// What it comes to.
    pub(super) kinds: Vec<EditKind>,
    /// Its words, first to one past the last.
    pub(super) tokens: Range<usize>,
    /// Where what it says nothing of begins.
    pub(super) rest: usize,
}

/// The answer with which these words begin, where a choice was asked for.
pub(super) fn answer(offline: &Offline, heard: &Heard<'_>, tokens: &[Token]) -> Option<Answer> {
    match heard.asked? {
        Asked::Choice(id) => {
            let place = heard.draft.lines.iter().position(|line| line.id == *id)?;
            let line = heard.draft.lines.get(place)?;
            let choices = open_choices(offline, line);
            let item = offline.index.item(&line.item);
            let words = Words {
                offline,
                tokens,
                many: line.quantity.get(),
                item,
            };
            let picked = picked(&words, choices)?;
            let target = Target::Nth(place + 1);
            let change = picked.wish(offline);
            let kind = EditKind::Modify { target, change };
            Some(picked.answer(vec![kind]))
        }
        Asked::OneOf { items, options } => {
            let words = Words {
                offline,
                tokens,
                many: 1,
                item: None,
            };
            let picked = picked(&words, vec![Choices::of(offline, items, options)])?;
            let kinds = one_of(offline, heard, &picked)?;
            Some(picked.answer(kinds))
        }
        _ => None,
    }
}

/// What the pick of one of several things comes to.
fn one_of(offline: &Offline, heard: &Heard<'_>, picked: &Picked) -> Option<Vec<EditKind>> {
    let wish = picked.wish(offline);
    if !wish.items.is_empty() {
        let add = |item: &ItemId| {
            EditKind::Add(Wish {
                items: vec![item.clone()],
                quantity: picked.number,
                ..Wish::default()
            })
        };
        return Some(wish.items.iter().map(add).collect());
    }
    let takes = |item| super::targets::takes(offline, item, &wish);
    let place = heard.draft.lines.iter().rposition(|line| takes(&line.item))?;
    Some(vec![EditKind::Modify {
        target: Target::Nth(place + 1),
        change: wish,
    }])
}

/// What was picked of what was offered.
struct Picked {
    picks: Vec<Pick>,
    /// How many, where a number was said.
    number: Option<u32>,
    tokens: Range<usize>,
    rest: usize,
}

impl Picked {
    fn wish(&self, offline: &Offline) -> Wish {
        let vocabulary = &offline.vocabulary;
        let mut wish = Wish::default();
        for pick in &self.picks {
            match *pick {
                Pick::Item(item) => wish
                    .items
                    .extend(vocabulary.items.get(item).map(|entry| entry.id.clone())),
                Pick::Option(option) => {
                    wish.add
                        .extend(vocabulary.options.get(option).map(|entry| OptionWish {
                            option: entry.id.clone(),
                            amount: None,
                            count: None,
                            half: None,
                        }));
                }
                Pick::Value(attribute, value) => {
                    if let Some(entry) = vocabulary.attributes.get(attribute)
                        && let Some((id, _)) = entry.values.get(value)
                    {
                        wish.attributes.insert(entry.id.clone(), id.clone());
                    }
                }
            }
        }
        wish
    }

    fn answer(self, kinds: Vec<EditKind>) -> Answer {
        Answer {
            kinds,
            tokens: self.tokens,
            rest: self.rest,
        }
    }
}

/// One choice after the other, joined by "and", as far as they are of what is open.
fn picked(words: &Words<'_>, mut open: Vec<Choices>) -> Option<Picked> {
    if let Some((picks, tokens)) = open.first().and_then(|choices| words.all_of(choices)) {
        let rest = words.behind(tokens.end);
        return words.ends_at(rest).then_some(Picked {
            picks,
            number: None,
            tokens,
            rest,
        });
    }
    let mut picked: Option<Picked> = None;
    let mut at = 0;
    for _ in 0..MOST_PICKS {
        let joined = picked.is_some();
        let Some((named, from)) = next_pick(words, at, joined, &mut open) else {
            break;
        };
        let end = words.behind(named.to);
        let so_far = picked.get_or_insert(Picked {
            picks: Vec::new(),
            number: named.number,
            tokens: from..named.to,
            rest: 0,
        });
        so_far.picks.push(named.pick);
        so_far.tokens.end = named.to;
        so_far.rest = end;
        at = end;
    }
    // What follows must begin something of its own.
    picked.filter(|picked| words.ends_at(picked.rest))
}

/// The next choice that is named, and where its name begins; what is full is no longer open.
fn next_pick(words: &Words<'_>, at: usize, joined: bool, open: &mut Vec<Choices>) -> Option<(Named, usize)> {
    let begin = if joined { words.behind_joint(at)? } else { at };
    let named = words.named(begin, open, !joined)?;
    // "A calabresa and a margherita" are two dishes.
    let group = open.get(named.choices)?;
    if joined && group.names_item && named.counted {
        return None;
    }
    let group = open.get_mut(named.choices)?;
    group.room = group.room.saturating_sub(1);
    let from = words.tokens.get(begin).map_or(begin, |_| begin);
    open.retain(|choices| choices.room > 0);
    Some((named, from))
}

/// Whether roles say that what follows is one more thing.
pub(super) fn adds(roles: &[Role]) -> bool {
    roles
        .iter()
        .any(|role| matches!(role, Role::And | Role::Another | Role::Other | Role::Amount(_)))
}
