//! What may stand behind a choice that was named, and where the next one, or something of its own, begins.

use super::super::lexicon::Role;
use super::super::names::Sense;
use super::adds;
use super::words::{LONGEST_NAME, MOST_LEADS, Words};

impl Words<'_> {
    /// Where a name ends with what may stand behind it: "one", the noun that all choices share, the line's own name.
    pub(super) fn behind(&self, from: usize) -> usize {
        let mut at = from;
        // A "that's all" is no part of a name.
        let closing = self
            .offline
            .acts
            .closing(self.tokens)
            .unwrap_or(self.tokens.len());
        for _ in 0..MOST_LEADS {
            let Some((length, roles)) = self.phrase_at(at).filter(|(length, _)| at + length <= closing)
            else {
                break;
            };
            let paused = self.tokens.get(at).is_some_and(|token| token.pause);
            let phrase = self.joined(at, length).unwrap_or_default();
            let stands_for_noun = length == 1 && roles.contains(&Role::Number(1)) || phrase == "ones";
            let chat = self.offline.acts.is_courtesy(&phrase)
                || roles.iter().all(|role| matches!(role, Role::Chat)) && !roles.is_empty();
            if stands_for_noun && !paused || chat && !adds(&roles) {
                at += length;
            } else if let Some(to) = self.names_line(at).filter(|_| !paused) {
                at = to;
            } else {
                break;
            }
        }
        at
    }

    /// Where "for the combo", "pizza", "na pizza" ends, where the line is one.
    fn names_line(&self, from: usize) -> Option<usize> {
        let item = self.item?;
        let mut at = from;
        while let Some((length, roles)) = self.phrase_at(at)
            && roles.iter().any(|role| {
                matches!(
                    role,
                    Role::With | Role::For | Role::On | Role::Of | Role::The | Role::That | Role::Into
                )
            })
            && at < from + 3
        {
            at += length;
        }
        (1..=LONGEST_NAME).rev().find_map(|length| {
            let window = self.forms(at, length)?;
            let (senses, _) = self.offline.names.find(&window)?;
            let is_line = senses.iter().any(|sense| match sense {
                Sense::Item(other) => *other == item,
                Sense::Category(category) => self.offline.category_of(item) == Some(*category),
                Sense::Option(..) | Sense::Value(..) => false,
            });
            is_line.then_some(at + length)
        })
    }

    /// Where the next choice may begin: behind an "and", or at a pause.
    pub(super) fn behind_joint(&self, at: usize) -> Option<usize> {
        let (length, roles) = self.phrase_at(at)?;
        if roles.contains(&Role::And) {
            return Some(at + length);
        }
        self.tokens.get(at).filter(|token| token.pause).map(|_| at)
    }

    /// Whether an answer may end here: at the end, or before what begins something of its own.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return true;
        };
        let joint = self
            .offline
            .phrases
            .roles(&token.text)
            .unwrap_or_default()
            .contains(&Role::And);
        let closing = self.offline.acts.closing(self.tokens);
        if closing == Some(at) || joint && closing == Some(at + 1) {
            return true;
        }
        let begins = self.phrase_at(at).is_some_and(|(_, roles)| {
            roles.iter().any(|role| {
                matches!(
                    role,
                    Role::And | Role::But | Role::Want | Role::Add | Role::Another | Role::Remove
                )
            })
        });
        // A correction takes back what it follows.
        let corrects = self.phrase_at(at).is_some_and(|(_, roles)| {
            roles
                .iter()
                .any(|role| matches!(role, Role::Correction | Role::No))
        });
        (token.pause || begins) && !corrects
    }
}
