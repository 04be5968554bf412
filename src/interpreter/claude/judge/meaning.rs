//! What of the menu and of the draft words name: the dish and how it is made, and the line that is meant.

use std::ops::Range;

use super::counting::attached;
use super::evidence::{Evidence, Words};
use crate::interpreter::offline::{Mentioned, Named};
use crate::interpreter::{Asked, OptionWish, Wish};
use crate::order::{ItemId, Line, OptionId};

impl Evidence<'_> {
    pub(super) fn names_wish(&self, wish: &Wish, words: &Words<'_>) -> bool {
        self.names_item(wish, words) && self.names_making(wish, words)
    }

    /// Whether the item is named: by its own name, or by an option that stands for it ("a large margherita").
    pub(super) fn names_item(&self, wish: &Wish, words: &Words<'_>) -> bool {
        let [item] = wish.items.as_slice() else {
            return false;
        };
        words
            .names
            .iter()
            .any(|(_, named)| wanted(named) && self.stands_for(named, item, wish))
    }

    pub(super) fn stands_for_wish(&self, named: &Named, wish: &Wish) -> bool {
        let [item] = wish.items.as_slice() else {
            return false;
        };
        self.stands_for(named, item, wish)
    }

    pub(super) fn stands_for(&self, named: &Named, item: &ItemId, wish: &Wish) -> bool {
        let dish = |option: &OptionWish| {
            named.options.iter().any(|(named, _)| *named == option.option)
                && self.is_dish_of(&option.option, item)
        };
        named.items.contains(item) || wish.add.iter().any(dish)
    }

    /// Whether an option names this item and no other: none that does not come with it, or that others come with too.
    pub(super) fn is_dish_of(&self, option: &OptionId, item: &ItemId) -> bool {
        let menu = self.judging.menu;
        let Some(group) = menu.option(option).map(|option| &option.group) else {
            return false;
        };
        let mut takers = menu.items.iter().filter(|item| item.groups.contains(group));
        let only = takers.next().is_some_and(|taker| taker.id == *item) && takers.next().is_none();
        self.is_dish(option) && only
    }

    pub(super) fn is_dish(&self, option: &OptionId) -> bool {
        let menu = self.judging.menu;
        let group = menu.option(option).and_then(|option| menu.group(&option.group));
        group.is_some_and(|group| group.names_item)
    }

    pub(super) fn names_making(&self, wish: &Wish, words: &Words<'_>) -> bool {
        let values = wish.attributes.iter().all(|(attribute, value)| {
            let mut names = words.names.iter().filter(|(_, named)| wanted(named));
            names.any(|(_, named)| named.values.iter().any(|(a, v)| a == attribute && v == value))
        });
        let wants = wish.add.iter().all(|option| wants(option, words));
        let less = words.others.contains(&&Mentioned::Less);
        let leaves = wish.remove.iter().all(|option| {
            let mut names = words.names.iter();
            names.any(|(_, named)| {
                (named.negated || less) && !named.ambiguous && has_option(named, &option.option)
            })
        });
        values && wants && leaves
    }

    /// Whether the words mean this line: by its name, or by no name where only one line can be meant.
    pub(super) fn means(&self, line: Option<&Line>, words: &Words<'_>) -> bool {
        let Some(line) = line else { return false };
        let dishes = |(_, named): &&(&Range<usize>, &Named)| self.is_dish_or_item(named);
        let mut named = words.names.iter().filter(dishes).peekable();
        if named.peek().is_some() {
            return named.all(|(_, named)| of_line(line, named));
        }
        words.clear && self.is_the_one(line, words)
    }

    /// The same for a change to a line, whose words may name dishes as what is put on it.
    pub(super) fn means_for(&self, line: Option<&Line>, change: &Wish, words: &Words<'_>) -> bool {
        let Some(line) = line else { return false };
        let items = |(_, named): &&(&Range<usize>, &Named)| !named.items.is_empty() && !uses(named, change);
        let mut named = words.names.iter().filter(items).peekable();
        match named.peek() {
            Some(_) => named.all(|(_, named)| of_line(line, named)),
            None => {
                self.is_the_one(line, words)
                    || words
                        .names
                        .iter()
                        .any(|(_, named)| of_line(line, named) && !uses(named, change))
            }
        }
    }

    pub(super) fn is_dish_or_item(&self, named: &Named) -> bool {
        !named.items.is_empty() || named.options.iter().any(|(option, _)| self.is_dish(option))
    }

    /// Whether "it", or "the second one", can be no other line.
    pub(super) fn is_the_one(&self, line: &Line, words: &Words<'_>) -> bool {
        let heard = self.judging.heard;
        let place = words.others.iter().find_map(|said| match said {
            Mentioned::Place(place) => Some(*place),
            _ => None,
        });
        if let Some(place) = place {
            let meant = place.checked_sub(1).and_then(|at| heard.draft.lines.get(at));
            return meant.is_some_and(|meant| meant.id == line.id);
        }
        let only = heard.draft.lines.len() == 1;
        let asked = heard.asked == Some(&Asked::Choice(line.id));
        let last = heard.last_line.or(heard.draft.lines.last().map(|line| line.id));
        only || asked || (last == Some(line.id) && !matches!(heard.asked, Some(Asked::Choice(_))))
    }

    /// Whether every name among the words is of these lines or of the wish.
    pub(super) fn only(&self, words: &Words<'_>, lines: &[Option<&Line>], wish: Option<&Wish>) -> bool {
        words.names.iter().all(|(_, named)| {
            let of_lines = lines.iter().flatten().any(|line| of_line(line, named));
            let of_wish = wish.is_some_and(|wish| uses(named, wish));
            of_lines || of_wish
        })
    }
}

/// Whether something is named so that it may be wanted.
pub(super) fn wanted(named: &Named) -> bool {
    !named.negated && !named.ambiguous
}

pub(super) fn has_option(named: &Named, option: &OptionId) -> bool {
    named.options.iter().any(|(named, _)| named == option)
}

/// Whether an option is wanted by name, in this portion, so many of it, on this half.
pub(super) fn wants(option: &OptionWish, words: &Words<'_>) -> bool {
    let mut names = words.names.iter().filter(|(_, named)| wanted(named));
    let Some((_, named)) = names.find(|(_, named)| has_option(named, &option.option)) else {
        return false;
    };
    let held = named
        .options
        .iter()
        .find_map(|(id, count)| count.filter(|_| *id == option.option));
    let counted = option
        .count
        .is_none_or(|count| count == 1 || held == Some(count) || words.numbers.contains(&count));
    let portioned = option
        .amount
        .is_none_or(|amount| words.others.contains(&&Mentioned::Amount(amount)));
    let halved = option
        .half
        .is_none_or(|_| words.others.contains(&&Mentioned::Half));
    counted && portioned && halved
}

/// Whether so many are said at the name that is counted; one where no number is said.
pub(super) fn counted(words: &Words<'_>, quantity: Option<u32>, of_it: impl Fn(&Named) -> bool) -> bool {
    let quantity = quantity.unwrap_or(1);
    let said = attached(&words.all, of_it);
    let said = match said.as_slice() {
        [] => 1,
        [said] => *said,
        // "Forty a flan": nobody knows which.
        [_, _, ..] => return false,
    };
    // More than there can be of a thing the menu refuses by name.
    said == quantity
}

/// Whether a name is of a line: its item, something on it or left off it, or its size.
pub(super) fn of_line(line: &Line, named: &Named) -> bool {
    let option =
        |id: &OptionId| line.options.iter().any(|chosen| chosen.option == *id) || line.without.contains(id);
    named.items.contains(&line.item)
        || named.options.iter().any(|(id, _)| option(id))
        || named
            .values
            .iter()
            .any(|(attribute, value)| line.attributes.get(attribute) == Some(value))
}

/// Whether a wish uses a name.
pub(super) fn uses(named: &Named, wish: &Wish) -> bool {
    let options = || wish.add.iter().chain(&wish.remove);
    wish.items.iter().any(|item| named.items.contains(item))
        || options().any(|option| has_option(named, &option.option))
        || named
            .values
            .iter()
            .any(|(attribute, value)| wish.attributes.get(attribute) == Some(value))
}
