//! What numbers and marks are within a line of an order, and how odd they would be there.

use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::line_reader::LineReader;

impl LineReader<'_> {
    pub(super) fn read_number(&mut self, at: usize) -> f32 {
        let Some(number) = self.line.get(at).and_then(|atom| atom.number) else {
            return 0.0;
        };
        if !self.named && self.quantity.is_none() {
            self.quantity = Some(number.value);
            return if number.article { 0.3 } else { 0.5 };
        }
        // "An order of two pizzas".
        if !self.named
            && !number.article
            && self.quantity == Some(1)
            && at
                .checked_sub(1)
                .and_then(|before| self.line.get(before))
                .is_some_and(|atom| atom.is_any(&[Role::Of, Role::Measure]))
        {
            self.quantity = Some(number.value);
            return 0.2;
        }
        let next = self
            .line
            .get(at + 1..)
            .unwrap_or_default()
            .iter()
            .find(|atom| atom.name.is_some());
        let next_at = self
            .line
            .get(at + 1..)
            .unwrap_or_default()
            .iter()
            .position(|atom| atom.name.is_some())
            .map(|place| at + 1 + place);
        if number.article {
            let heads = next_at.is_some() && next_at == self.head;
            let sized = next
                .and_then(|atom| atom.name.as_ref())
                .is_some_and(|name| name.is_value() && !name.is_option());
            let before = at.checked_sub(1).and_then(|before| self.line.get(before));
            let bound = before.is_some_and(|atom| {
                atom.is_any(&[
                    Role::With,
                    Role::Negation,
                    Role::On,
                    Role::Change,
                    Role::Of,
                    Role::For,
                ])
            });
            let wanted = before.is_some_and(|atom| atom.is_any(&[Role::Want, Role::Add]));
            let joined = if self.opened { -0.5 } else { -3.0 };
            return if heads {
                -5.0
            } else if sized {
                -3.5
            } else if bound {
                -0.3
            } else if wanted {
                -0.8
            } else {
                joined
            };
        }
        if next.is_none() && self.quantity.is_none() {
            self.quantity = Some(number.value);
            return -1.0;
        }
        let before = at.checked_sub(1).and_then(|before| self.line.get(before));
        if before.is_some_and(|atom| atom.is(Role::Of)) && next_at == Some(at + 1) && next_at != self.head {
            return -1.0;
        }
        let bound = before.is_some_and(|atom| atom.is_any(&[Role::With, Role::Negation]));
        if number.value == 1 && bound && next_at != self.head {
            -0.8
        } else {
            -5.0
        }
    }

    pub(super) fn read_mark(&mut self, at: usize, atom: &Atom) -> f32 {
        if atom.is_any(&[Role::With, Role::Negation, Role::Add]) {
            self.opened |= self.after_head(at);
            return if self.named || !atom.is(Role::Negation) {
                0.0
            } else {
                -0.1
            };
        }
        if atom.is_any(&[Role::Other, Role::Another, Role::OneOf]) {
            if self.quantity.is_none() && !self.named {
                self.quantity = Some(1);
                return 0.3;
            }
            return -5.0;
        }
        if atom.is(Role::Measure) {
            let before_head = self.head.is_some_and(|head| {
                head > at
                    && !self
                        .line
                        .get(at + 1..head)
                        .unwrap_or_default()
                        .iter()
                        .any(|between| between.name.as_ref().is_some_and(|name| !name.is_value()))
            });
            return if self.named
                && !self
                    .line
                    .get(at.saturating_sub(1))
                    .is_some_and(|atom| atom.name.as_ref().is_some_and(Name::is_value))
            {
                -3.0
            } else if before_head {
                1.0
            } else {
                -0.5
            };
        }
        if atom.is(Role::Aside) {
            let head_before = self.head.is_some_and(|head| {
                head < at
                    && self
                        .line
                        .get(head + 1..at)
                        .unwrap_or_default()
                        .iter()
                        .all(|between| {
                            between
                                .name
                                .as_ref()
                                .is_none_or(|name| name.is_value() || name.is_only_item())
                        })
            });
            return if head_before {
                1.5
            } else if self.named {
                -0.2
            } else {
                0.2
            };
        }
        if atom.is(Role::Want) && self.named {
            return -0.15;
        }
        0.0
    }
}
