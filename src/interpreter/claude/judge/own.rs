//! What the grammar is certain of needs no other evidence: an edit that it reads out of the same words is named by them,
//! however they are put ("no, add a coke", "make the second one large").

use super::Judging;
use crate::interpreter::{Certainty, EditKind, OptionWish, Target, Wish};
use crate::order::{Line, LineId};

/// The edits of the grammar's own reading that no answer has said yet.
#[derive(Debug)]
pub(super) struct OwnEdits<'a> {
    judging: &'a Judging<'a>,
    left: Vec<&'a EditKind>,
}

impl<'a> OwnEdits<'a> {
    /// The own edits, for an answer that asks for these: none where it lacks one of them, because then it reads the words
    /// otherwise.
    pub(super) fn of<'k>(judging: &'a Judging<'a>, asked: impl Iterator<Item = &'k EditKind>) -> Self {
        let own = judging.own;
        let certain = own.certainty == Certainty::Certain && own.numbers.len() < 2;
        let edits = own.edits.iter().filter(|_| certain);
        let all = Self {
            judging,
            left: edits.map(|edit| &edit.kind).collect(),
        };
        let mut lacking = Self {
            judging,
            left: all.left.clone(),
        };
        for kind in asked {
            lacking.hold(kind);
        }
        match lacking.left.iter().all(|own| is_of_all(own)) {
            true => all,
            false => Self {
                judging,
                left: Vec::new(),
            },
        }
    }

    /// Whether the grammar reads this too. What it reads once is said once.
    pub(super) fn hold(&mut self, kind: &EditKind) -> bool {
        let Some(place) = self.left.iter().position(|own| self.is_same(own, kind)) else {
            return false;
        };
        let of_all = self.left.get(place).is_some_and(|own| is_of_all(own));
        if !of_all {
            self.left.remove(place);
        }
        true
    }

    fn is_same(&self, own: &EditKind, kind: &EditKind) -> bool {
        match (own, kind) {
            (EditKind::Add(own), EditKind::Add(wish)) => {
                own.quantity.unwrap_or(1) == wish.quantity.unwrap_or(1) && same_wish(own, wish)
            }
            (
                EditKind::Remove {
                    target: own,
                    quantity: fewer,
                },
                EditKind::Remove { target, quantity },
            ) => fewer == quantity && self.is_meant(own, target),
            (
                EditKind::SetQuantity {
                    target: own,
                    quantity: number,
                },
                EditKind::SetQuantity { target, quantity },
            )
            | (
                EditKind::Again {
                    target: own,
                    quantity: number,
                },
                EditKind::Again { target, quantity },
            ) => number == quantity && self.is_meant(own, target),
            (
                EditKind::Modify {
                    target: own,
                    change: wanted,
                },
                EditKind::Modify { target, change },
            ) => {
                wanted.quantity == change.quantity && same_wish(wanted, change) && self.is_meant(own, target)
            }
            (
                EditKind::Replace {
                    target: own,
                    wish: wanted,
                },
                EditKind::Replace { target, wish },
            ) => wanted.quantity == wish.quantity && same_wish(wanted, wish) && self.is_meant(own, target),
            _ => false,
        }
    }

    /// Whether the grammar's words for a line mean the line that an answer names.
    fn is_meant(&self, own: &Target, target: &Target) -> bool {
        let Target::Line(line) = target else { return false };
        let lines = &self.judging.heard.draft.lines;
        let last = self.judging.heard.last_line;
        let last = last.or(lines.last().map(|line| line.id));
        match own {
            Target::Line(id) => id == line,
            Target::Last => last == Some(*line),
            Target::Nth(place) => {
                let nth = place.checked_sub(1).and_then(|place| lines.get(place));
                nth.is_some_and(|nth| nth.id == *line)
            }
            Target::All => true,
            Target::Matching(wish) => matching(lines, last, wish) == Some(*line),
        }
    }
}

fn is_of_all(kind: &EditKind) -> bool {
    match kind {
        EditKind::Add(_) => false,
        EditKind::Remove { target, .. }
        | EditKind::SetQuantity { target, .. }
        | EditKind::Modify { target, .. }
        | EditKind::Replace { target, .. }
        | EditKind::Again { target, .. } => *target == Target::All,
    }
}

/// The line that fits a description, as the dialogue takes it: the one spoken of last, else the newest.
fn matching(lines: &[Line], last: Option<LineId>, wish: &Wish) -> Option<LineId> {
    let fits = |line: &&Line| {
        let has = |wanted: &OptionWish| line.options.iter().any(|has| has.option == wanted.option);
        let values = wish
            .attributes
            .iter()
            .all(|(attribute, value)| line.attributes.get(attribute) == Some(value));
        (wish.items.is_empty() || wish.items.contains(&line.item)) && values && wish.add.iter().all(has)
    };
    let mut fitting = lines.iter().filter(fits).map(|line| line.id);
    let of_last = last.filter(|last| fitting.clone().any(|id| id == *last));
    of_last.or_else(|| fitting.next_back())
}

/// Whether two wishes want the same, numbers apart.
fn same_wish(one: &Wish, other: &Wish) -> bool {
    let same = |one: &[OptionWish], other: &[OptionWish]| {
        one.len() == other.len()
            && one
                .iter()
                .all(|one| other.iter().any(|other| same_option(one, other)))
    };
    one.items == other.items
        && one.attributes == other.attributes
        && same(&one.add, &other.add)
        && same(&one.remove, &other.remove)
}

fn same_option(one: &OptionWish, other: &OptionWish) -> bool {
    let OptionWish {
        option,
        amount,
        count,
        half,
    } = one;
    *option == other.option
        && *amount == other.amount
        && count.unwrap_or(1) == other.count.unwrap_or(1)
        && *half == other.half
}
