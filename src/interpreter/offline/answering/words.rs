//! The words of an answer: what leads up to a choice, what names it, and what may stand behind it.

use super::super::Offline;
use super::super::lexicon::{Role, split};
use super::super::names::Forms;
use super::super::text::{Token, words};
use super::{Choices, Pick, adds};

/// The most words that are looked at as one name.
pub(super) const LONGEST_NAME: usize = 6;
/// The most phrases that lead up to a choice.
pub(super) const MOST_LEADS: usize = 8;

/// A choice that was named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub(super) pick: Pick,
    /// Of which choices it is.
    pub(super) choices: usize,
    /// One past its last word.
    pub(super) to: usize,
    /// The number before it.
    pub(super) number: Option<u32>,
    /// Whether a number or article stands before it.
    pub(super) counted: bool,
}

/// An answer's words, and what it is about.
pub(super) struct Words<'a> {
    pub(super) offline: &'a Offline,
    pub(super) tokens: &'a [Token],
    /// How many the line is of: a number that says as much says nothing new.
    pub(super) many: u32,
    /// The line's item.
    pub(super) item: Option<usize>,
}

impl Words<'_> {
    /// The choice that is named at a place, behind the words that lead up to it.
    pub(super) fn named(&self, from: usize, open: &[Choices], first: bool) -> Option<Named> {
        let mut at = from;
        let (mut number, mut counted) = (None, false);
        for _ in 0..MOST_LEADS {
            if let Some((pick, choices, to)) = self.called(at, open) {
                return Some(Named {
                    pick,
                    choices,
                    to,
                    number,
                    counted,
                });
            }
            if let Some((pick, to)) = open
                .first()
                .filter(|_| first)
                .and_then(|open| self.pointed(at, open))
            {
                return Some(Named {
                    pick,
                    choices: 0,
                    to,
                    number,
                    counted,
                });
            }
            let (length, roles) = self.phrase_at(at)?;
            match self.lead(at, length, &roles)? {
                Lead::Number(said) => (number, counted) = (Some(said), true),
                Lead::Article => counted = true,
                Lead::Word => {}
            }
            at += length;
        }
        None
    }

    /// The choice that the words at a place call by its name, or by a part of it that no other choice has.
    fn called(&self, at: usize, open: &[Choices]) -> Option<(Pick, usize, usize)> {
        let longest = LONGEST_NAME.min(self.tokens.len().saturating_sub(at));
        (1..=longest).rev().find_map(|length| {
            let window = self.forms(at, length)?;
            if !self.tells(at, length) {
                return None;
            }
            [true, false].into_iter().find_map(|whole| {
                let mut found = open.iter().enumerate().flat_map(|(choices, open)| {
                    let picks = open.picks.iter().map(move |pick| (*pick, choices));
                    picks.filter(|(pick, _)| self.goes_by(*pick, &window, whole))
                });
                let (pick, choices) = found.next()?;
                let only = found.all(|(other, _)| other == pick);
                only.then_some((pick, choices, at + length))
            })
        })
    }

    /// A choice by its place among those read out, by its size, or any at all.
    fn pointed(&self, at: usize, choices: &Choices) -> Option<(Pick, usize)> {
        let longest = LONGEST_NAME.min(self.tokens.len().saturating_sub(at));
        (1..=longest).rev().find_map(|length| {
            let phrase = self.joined(at, length)?;
            let is = |list: &'static str| split(list).any(|other| other == phrase);
            let lexicon = self.offline.lexicon;
            let read_out = choices.read_out();
            let place = self.offline.phrases.roles(&phrase).and_then(|roles| {
                roles.iter().find_map(|role| match role {
                    Role::Ordinal(place) => place.checked_sub(1),
                    Role::Last => read_out.len().checked_sub(1),
                    _ => None,
                })
            });
            let pick = if is(lexicon.any_will_do) {
                choices.on_offer().next()
            } else if choices.sized && is(lexicon.largest) {
                choices.on_offer().next_back()
            } else if choices.sized && is(lexicon.smallest) {
                choices.on_offer().next()
            } else {
                place.and_then(|place| read_out.get(place).copied())
            };
            pick.map(|pick| (pick, at + length))
        })
    }

    /// "Both", "as duas", "all of them": everything that was read out, where there is room for it.
    pub(super) fn all_of(&self, choices: &Choices) -> Option<(Vec<Pick>, std::ops::Range<usize>)> {
        let mut at = 0;
        for _ in 0..MOST_LEADS {
            let (length, roles) = self.phrase_at(at)?;
            let picks = choices.read_out();
            let fits = if roles.contains(&Role::Both) {
                picks.len() == 2
            } else {
                roles.contains(&Role::All)
            };
            if fits {
                let room = picks.len() <= choices.room as usize;
                return room.then_some((picks, at..at + length));
            }
            self.lead(at, length, &roles)?;
            at += length;
        }
        None
    }

    /// Whether a choice goes by these words, as its whole name or as a part of it.
    fn goes_by(&self, pick: Pick, window: &[Forms<'_>], whole: bool) -> bool {
        let vocabulary = &self.offline.vocabulary;
        let names = match pick {
            Pick::Item(item) => vocabulary.items.get(item).map(|entry| &entry.names),
            Pick::Option(option) => vocabulary.options.get(option).map(|entry| &entry.names),
            Pick::Value(attribute, value) => {
                let values = vocabulary.attributes.get(attribute).map(|entry| &entry.values);
                values
                    .and_then(|values| values.get(value))
                    .map(|(_, names)| names)
            }
        };
        names.into_iter().flatten().any(|name| {
            let name = words(name);
            let name: Vec<Forms<'_>> = name.iter().map(|word| self.form(word)).collect();
            let same = |part: &[Forms<'_>]| part.iter().map(Forms::stem).eq(window.iter().map(Forms::stem));
            if whole {
                let joined = |forms: &[Forms<'_>]| forms.iter().map(Forms::stem).collect::<String>();
                joined(&name) == joined(window)
            } else {
                name.windows(window.len()).any(same)
            }
        })
    }

    /// Whether words can name something: not only small words and numbers.
    fn tells(&self, at: usize, length: usize) -> bool {
        let window = self.tokens.get(at..at + length).unwrap_or_default();
        window.iter().any(|token| {
            let roles = self.offline.phrases.roles(&token.text).unwrap_or_default();
            let small = roles.iter().any(|role| {
                matches!(
                    role,
                    Role::And
                        | Role::Or
                        | Role::With
                        | Role::Of
                        | Role::The
                        | Role::For
                        | Role::Into
                        | Role::On
                        | Role::Article
                        | Role::Negation
                        | Role::Number(_)
                        | Role::Chat
                        | Role::Want
                )
            });
            !small && token.text.len() > 2 && self.offline.phrases.number(&token.text).is_none()
        })
    }

    /// What a phrase before a choice is; none where it is nothing that leads up to one.
    fn lead(&self, at: usize, length: usize, roles: &[Role]) -> Option<Lead> {
        let phrase = self.joined(at, length)?;
        let courtesy = self.offline.acts.is_courtesy(&phrase);
        if let Some(number) = roles.iter().find_map(|role| match role {
            Role::Number(number) => Some(*number),
            _ => None,
        }) {
            let as_many = self.item.is_none() || number == self.many;
            return as_many.then_some(Lead::Number(number));
        }
        if roles.contains(&Role::Article) {
            return Some(Lead::Article);
        }
        let placing = split(self.offline.lexicon.placing).any(|other| other == phrase);
        let leads = roles.iter().any(|role| {
            matches!(
                role,
                Role::Want
                    | Role::The
                    | Role::That
                    | Role::It
                    | Role::Restate
                    | Role::With
                    | Role::Of
                    | Role::For
                    | Role::Only
                    | Role::Change
                    | Role::Determiner
                    | Role::Chat
                    | Role::Meant
            )
        });
        let stops = adds(roles)
            || roles.iter().any(|role| {
                matches!(
                    role,
                    Role::Negation | Role::No | Role::Remove | Role::Replace | Role::InsteadOf | Role::Half
                )
            });
        ((leads || placing || courtesy) && !stops).then_some(Lead::Word)
    }

    /// The longest phrase of the lexicon at a place; a word that is in none is a phrase without roles.
    pub(super) fn phrase_at(&self, at: usize) -> Option<(usize, Vec<Role>)> {
        let token = self.tokens.get(at)?;
        let longest = self
            .offline
            .phrases
            .longest()
            .min(self.tokens.len().saturating_sub(at));
        let found = (1..=longest).rev().find_map(|length| {
            let phrase = self.joined(at, length)?;
            let accented = (length == 1 && token.accented)
                .then(|| {
                    self.offline
                        .lexicon
                        .accented
                        .iter()
                        .find(|(word, _)| *word == phrase)
                })
                .flatten();
            if let Some((_, role)) = accented {
                return Some((1, vec![*role]));
            }
            let roles = self.offline.phrases.roles(&phrase).map(<[Role]>::to_vec);
            let roles = roles.or_else(|| {
                let number = (length == 1)
                    .then(|| self.offline.phrases.number(&phrase))
                    .flatten();
                number.map(|number| vec![Role::Number(number)])
            });
            match roles {
                Some(roles) => Some((length, roles)),
                None => self
                    .offline
                    .acts
                    .is_courtesy(&phrase)
                    .then_some((length, Vec::new())),
            }
        });
        Some(found.unwrap_or((1, Vec::new())))
    }

    pub(super) fn joined(&self, at: usize, length: usize) -> Option<String> {
        let window = self.tokens.get(at..at + length)?;
        let texts: Vec<&str> = window.iter().map(|token| token.text.as_str()).collect();
        Some(texts.join(" "))
    }

    pub(super) fn forms(&self, at: usize, length: usize) -> Option<Vec<Forms<'_>>> {
        let window = self.tokens.get(at..at + length)?;
        let paused = window.iter().skip(1).any(|token| token.pause);
        (!paused && !window.is_empty()).then(|| window.iter().map(|token| self.form(&token.text)).collect())
    }

    fn form<'w>(&self, word: &'w str) -> Forms<'w> {
        let offline = self.offline;
        offline
            .names
            .forms(word, &offline.phrases, offline.lexicon.short_forms)
    }
}

/// What leads up to a choice.
enum Lead {
    /// A number.
    Number(u32),
    /// An article.
    Article,
    /// Words that say nothing of their own.
    Word,
}
