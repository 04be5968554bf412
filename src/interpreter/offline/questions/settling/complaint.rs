//! What a complaint is about, and what is wrong with it.

use std::ops::Range;

use super::{Reader, names_something, without_asides};
use crate::interpreter::offline::text::Token;
use crate::interpreter::{About, Act, Asked, ComplaintKind};

impl Reader<'_> {
    pub(super) fn complaint(&self, kind: ComplaintKind) -> Option<(Act, About)> {
        if kind == ComplaintKind::Cold && self.text.contains('?') {
            return None;
        }
        // The frame's own words may name what is wrong ("the wrong pizza"); only its gaps hold what the menu lacks.
        let mut about = without_asides(About {
            off_menu: self.everything().off_menu,
            ..self.named(&self.found.range)
        });
        about.attribute = None;
        about.group = None;
        let named = names_something(&about) || about.category.is_some();
        let ordering = matches!(
            self.heard.asked,
            Some(Asked::YesNo | Asked::AnythingElse | Asked::Choice(_))
        ) && !self.heard.draft.is_empty();
        // At the read-back, what is wrong or missing is so with the draft.
        if ordering && matches!(kind, ComplaintKind::Missing | ComplaintKind::Wrong) {
            return None;
        }
        let gap = self.found.fit.gaps.first().map(|(_, range)| range);
        let of_whole = gap.is_some_and(|gap| self.is_of_whole(gap));
        let begins = gap.is_some_and(|gap| gap.start == self.found.range.start);
        if begins && !named && !of_whole && kind != ComplaintKind::Missing {
            return None;
        }
        if kind == ComplaintKind::Missing && begins && !named && !of_whole && about.off_menu.is_empty() {
            return None;
        }
        let kind = match kind {
            ComplaintKind::Missing if of_whole && !named => ComplaintKind::Late,
            other => other,
        };
        if kind != ComplaintKind::Missing {
            about.off_menu.clear();
        }
        Some((Act::Complain(kind), about))
    }

    /// Whether the words are of an order as a whole ("my food").
    pub(super) fn is_of_whole(&self, range: &Range<usize>) -> bool {
        let words = self.tokens(range);
        let whole = |token: &Token| self.offline.topics.is_whole(&token.text);
        let small =
            |token: &Token| token.text.len() <= 4 || self.offline.phrases.roles(&token.text).is_some();
        words.iter().any(whole) && words.iter().all(|token| whole(token) || small(token))
    }
}
