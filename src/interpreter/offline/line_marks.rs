//! What numbers and marks are within a line of an order, and how odd they would be there.

use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::line_reader::LineReader;
use super::names::Sense;
use super::scoring::SECOND_NUMBER;

/// The roles that say something of the line in which they stand.
const MARKS: [Role; 10] = [
    Role::With,
    Role::Negation,
    Role::Add,
    Role::Other,
    Role::Another,
    Role::OneOf,
    Role::Measure,
    Role::Aside,
    Role::Want,
    Role::And,
];

impl LineReader<'_> {
    /// A number: the line's own, or one that does not belong there.
    pub(super) fn read_number(&mut self, at: usize) -> f32 {
        let Some(number) = self.line.get(at).and_then(|atom| atom.number) else {
            return 0.0;
        };
        if !self.named && self.quantity.is_none() {
            self.quantity = Some(number.value);
            return if number.article { 0.3 } else { 0.5 };
        }
        // "An order of two pizzas".
        let measured = self
            .before(at)
            .is_some_and(|atom| atom.is_any(&[Role::Of, Role::Measure]));
        if !self.named && !number.article && self.quantity == Some(1) && measured {
            self.quantity = Some(number.value);
            return 0.2;
        }
        let next = (at + 1..self.line.len()).find(|at| self.name_at(*at).is_some());
        if number.article {
            return self.second_article_score(at, next);
        }
        if number.value == 1 && next == Some(at + 1) && self.is_part_of_dish(at) {
            return -0.3;
        }
        if next.is_none() && self.quantity.is_none() {
            self.quantity = Some(number.value);
            return -1.0;
        }
        self.second_number_score(at, number.value, next)
    }

    fn before(&self, at: usize) -> Option<&Atom> {
        at.checked_sub(1).and_then(|before| self.line.get(before))
    }

    fn name_at(&self, at: usize) -> Option<&Name> {
        self.line.get(at).and_then(|atom| atom.name.as_ref())
    }

    /// Whether an article within a line counts what goes on its dish ("um hambúrguer com queijo e um ovo"). Only where a
    /// menu tells dishes from what goes on them: elsewhere "e uma calabresa" may be a pizza.
    fn is_part_of_dish(&self, at: usize) -> bool {
        let article = self
            .line
            .get(at)
            .is_some_and(|atom| atom.roles.contains(&Role::Article));
        let Some(name) = self.name_at(at + 1).filter(|_| article) else {
            return false;
        };
        let fits = name
            .options()
            .any(|(option, _)| self.offline.takes_option(self.item, option));
        let dish = self.offline.dish_of(name).is_some();
        let own = self.opened && self.offline.tells_dishes() && fits && !dish && !name.is_item();
        let needed =
            self.is_needed(name) && !dish && (self.opened || !name.is_item() || self.is_chosen_for());
        own || needed
    }

    /// Whether something was said already that its dish has to be chosen with ("a lunch combo, black beans and a coke").
    fn is_chosen_for(&self) -> bool {
        self.senses.iter().flatten().any(|sense| match sense {
            Sense::Option(option, _) => {
                let group = self.offline.group_of(*option);
                group.is_some_and(|group| group.least > 0) && self.offline.takes_option(self.item, *option)
            }
            Sense::Item(_) | Sense::Value(..) | Sense::Category(_) => false,
        })
    }

    /// An article within a line; `next` is the name behind it.
    fn second_article_score(&self, at: usize, next: Option<usize>) -> f32 {
        let sized = next
            .and_then(|next| self.name_at(next))
            .is_some_and(|name| name.is_value() && !name.is_option());
        let bound = self.before(at).is_some_and(|atom| {
            atom.is_any(&[
                Role::With,
                Role::Negation,
                Role::On,
                Role::Change,
                Role::Of,
                Role::For,
            ])
        });
        let wanted = self
            .before(at)
            .is_some_and(|atom| atom.is_any(&[Role::Want, Role::Add]));
        if next.is_some() && next == self.head {
            -5.0
        } else if next == Some(at + 1) && self.is_part_of_dish(at) {
            -0.3
        } else if sized {
            -3.5
        } else if bound {
            -0.3
        } else if wanted {
            -0.8
        } else if self.opened {
            -0.5
        } else {
            -3.0
        }
    }

    /// A second number within a line; `next` is the name behind it.
    fn second_number_score(&self, at: usize, number: u32, next: Option<usize>) -> f32 {
        let before = self.before(at);
        let right_behind = next == Some(at + 1);
        if before.is_some_and(|atom| atom.is(Role::Of)) && right_behind && next != self.head {
            return -1.0;
        }
        let bound = before.is_some_and(|atom| atom.is_any(&[Role::With, Role::Negation]));
        if number == 1 && bound && next != self.head {
            -0.8
        } else {
            SECOND_NUMBER
        }
    }

    /// A mark: what it opens, and how odd it is here.
    pub(super) fn read_mark(&mut self, at: usize, atom: &Atom) -> f32 {
        // Most that is neither name nor number says nothing of a line.
        if !atom.is_any(&MARKS) {
            return 0.0;
        }
        if atom.is_any(&[Role::With, Role::Negation, Role::Add]) {
            self.opened |= self.after_head(at);
            let odd = !self.named && atom.is(Role::Negation);
            return if odd { -0.1 } else { 0.0 };
        }
        if atom.is_any(&[Role::Other, Role::Another, Role::OneOf]) {
            if self.quantity.is_none() && !self.named {
                self.quantity = Some(1);
                return 0.3;
            }
            return -5.0;
        }
        if atom.is(Role::Measure) {
            return self.measure_score(at);
        }
        if atom.is(Role::Aside) {
            return self.aside_score(at);
        }
        if atom.is(Role::Want) && self.named {
            return -0.15;
        }
        if atom.is(Role::And) && self.is_behind_bare_size(at) {
            return -1.0;
        }
        0.0
    }

    /// "A root beer, large, and fries": whether an "and" parts what follows from a size that would be its own.
    fn is_behind_bare_size(&self, at: usize) -> bool {
        let size = |atom: &Atom| {
            let name = atom.name.as_ref();
            name.is_some_and(|name| name.is_value() && !name.is_item() && !name.is_option())
        };
        let before = self.line.get(..at).unwrap_or_default();
        !before.is_empty() && before.iter().all(size) && at + 1 < self.line.len()
    }

    /// "A bag of": before the item, with nothing but sizes between.
    fn measure_score(&self, at: usize) -> f32 {
        let only_values = |head: usize| {
            let between = self.line.get(at + 1..head).unwrap_or_default();
            between
                .iter()
                .all(|between| between.name.as_ref().is_none_or(Name::is_value))
        };
        let sized = self
            .line
            .get(at.saturating_sub(1))
            .is_some_and(|atom| atom.name.as_ref().is_some_and(Name::is_value));
        if self.named && !sized {
            -3.0
        } else if self.head.is_some_and(|head| head > at && only_values(head)) {
            1.0
        } else {
            -0.5
        }
    }

    /// "On the side": right behind the item that it makes a thing of its own.
    fn aside_score(&self, at: usize) -> f32 {
        let head_before = self.head.is_some_and(|head| {
            let between = self.line.get(head + 1..at).unwrap_or_default();
            head < at
                && between.iter().all(|between| {
                    between
                        .name
                        .as_ref()
                        .is_none_or(|name| name.is_value() || name.is_only_item())
                })
        });
        if head_before {
            1.5
        } else if self.named {
            -0.2
        } else {
            0.2
        }
    }
}
