//! Which line of the draft the customer means: "it", "the second one", "the coke", "all of them".

use crate::interpreter::{Target, Wish};
use crate::order::{Draft, Line, LineId, Menu};

/// The lines that a target means; none where nothing fits.
pub(super) fn lines_meant(menu: &Menu, draft: &Draft, last: Option<LineId>, target: &Target) -> Vec<LineId> {
    match target {
        Target::Last => last
            .and_then(|id| draft.line(id))
            .or_else(|| draft.lines.last())
            .map(|line| line.id)
            .into_iter()
            .collect(),
        Target::Nth(place) => place
            .checked_sub(1)
            .and_then(|index| draft.lines.get(index))
            .map(|line| line.id)
            .into_iter()
            .collect(),
        Target::Line(id) => draft.line(*id).map(|line| line.id).into_iter().collect(),
        Target::All => draft.lines.iter().map(|line| line.id).collect(),
        Target::Matching(wish) => matching(menu, draft, last, wish).into_iter().collect(),
    }
}

/// The line that fits a description: of those that do, the one spoken of last, else the newest.
fn matching(menu: &Menu, draft: &Draft, last: Option<LineId>, wish: &Wish) -> Option<LineId> {
    let fitting: Vec<LineId> = draft
        .lines
        .iter()
        .filter(|line| fits(menu, line, wish))
        .map(|line| line.id)
        .collect();
    last.filter(|id| fitting.contains(id))
        .or_else(|| fitting.last().copied())
}

fn fits(menu: &Menu, line: &Line, wish: &Wish) -> bool {
    let item = wish.items.is_empty() || wish.items.contains(&line.item);
    let named = !wish.items.is_empty() || !wish.add.is_empty();
    let values = wish.attributes.iter().all(|(attribute, value)| {
        match line.attributes.get(attribute) {
            Some(has) => has == value,
            // A size said of a thing without sizes says nothing; "the medium" is none of those.
            None => named,
        }
    });
    let options = wish
        .add
        .iter()
        .all(|option| line.options.iter().any(|chosen| chosen.option == option.option));
    let says_something = !wish.items.is_empty() || !wish.attributes.is_empty() || !wish.add.is_empty();
    item && values && options && says_something && menu.item(&line.item).is_some()
}

/// The line that has, or comes with, or could take what is to be left off: for "no onions" without a dish.
pub(super) fn line_taking(menu: &Menu, draft: &Draft, last: Option<LineId>, wish: &Wish) -> Option<LineId> {
    let takes = |line: &&Line| {
        let Some(item) = menu.item(&line.item) else {
            return false;
        };
        wish.add.iter().chain(&wish.remove).all(|option| {
            menu.option(&option.option).is_some_and(|option| {
                item.groups.contains(&option.group) || item.includes.contains(&option.id)
            })
        })
    };
    let last = last.and_then(|id| draft.line(id)).filter(takes);
    last.or_else(|| draft.lines.iter().rev().find(takes))
        .map(|line| line.id)
}
