//! Parts a transcript's words into pieces: names of the menu, phrases of the lexicon, and what neither knows.
//!
//! Of all ways to part them, the one with the fewest and closest pieces is taken (shortest path).

use std::borrow::Cow;

use super::Offline;
use super::few::Few;
use super::lexicon::Role;
use super::names::{Fit, Forms, Sense, Window};
use super::roles::Roles;
use super::text::Token;

/// Words that were matched together; `to` is one past the last.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What it names on the menu.
    pub(super) senses: Few<Sense>,
    /// How closely.
    pub(super) fit: Fit,
    /// What it does by the lexicon.
    pub(super) roles: Roles,
    /// What a word inside it names that is no part of its own name ("double egg burger").
    pub(super) inside: Few<Sense>,
}

impl Piece {
    /// Whether it is of neither menu nor lexicon.
    pub(super) fn is_unknown(&self) -> bool {
        self.senses.is_empty() && self.roles.is_empty()
    }
}

/// What a piece costs that is a word of neither menu nor lexicon.
const UNKNOWN_COST: f32 = 3.0;

/// The longest run of words that a name parted by another word is looked for in.
const WIDEST_GAP: usize = 5;

/// A piece as it is tried.
#[derive(Debug, Clone)]
struct Candidate<'a> {
    from: usize,
    to: usize,
    senses: Cow<'a, [Sense]>,
    fit: Fit,
    roles: Cow<'a, [Role]>,
}

/// The words of an utterance with what is known of each alone.
struct Words<'a> {
    offline: &'a Offline,
    tokens: &'a [Token],
    forms: Vec<Forms<'a>>,
    /// The roles of each word by itself, accents aside.
    alone: Vec<Option<&'a [Role]>>,
}

/// The best way to part the words.
pub(super) fn pieces(offline: &Offline, tokens: &[Token]) -> Vec<Piece> {
    let words = Words::new(offline, tokens);
    let count = tokens.len();
    let mut best: Vec<(f32, Option<Candidate<'_>>)> = vec![(f32::INFINITY, None); count + 1];
    if let Some(start) = best.first_mut() {
        start.0 = 0.0;
    }
    for from in 0..count {
        let so_far = best.get(from).map_or(f32::INFINITY, |(cost, _)| *cost);
        words.candidates(from, &mut |candidate, cost| {
            if let Some(slot) = best.get_mut(candidate.to)
                && so_far + cost < slot.0
            {
                *slot = (so_far + cost, Some(candidate));
            }
        });
    }
    let mut path = Vec::new();
    let mut at = count;
    while let Some(candidate) = best.get_mut(at).and_then(|(_, candidate)| candidate.take()) {
        at = candidate.from;
        path.push(words.piece(candidate));
    }
    path.reverse();
    join_unknown(tokens, path)
}

/// What a hyphen joins to an unknown word is unknown with it ("x-salad" is no salad).
fn join_unknown(tokens: &[Token], pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let hyphened = tokens.get(piece.from).is_some_and(|token| token.joined);
        match joined
            .last_mut()
            .filter(|before| hyphened && (before.is_unknown() || piece.is_unknown()))
        {
            Some(before) => {
                *before = Piece {
                    from: before.from,
                    to: piece.to,
                    ..Piece::default()
                };
            }
            None => joined.push(piece),
        }
    }
    joined
}

impl<'a> Words<'a> {
    fn new(offline: &'a Offline, tokens: &'a [Token]) -> Self {
        let alone: Vec<Option<&[Role]>> = tokens
            .iter()
            .map(|token| offline.phrases.roles(&token.text))
            .collect();
        let forms = tokens
            .iter()
            .zip(&alone)
            .map(|(token, roles)| {
                let number = offline.phrases.number_of(&token.text, *roles);
                let short_forms = offline.lexicon.short_forms;
                offline.names.forms_of(&token.text, number, short_forms)
            })
            .collect();
        Self {
            offline,
            tokens,
            forms,
            alone,
        }
    }

    fn alone(&self, at: usize) -> Option<&'a [Role]> {
        self.alone.get(at).copied().flatten()
    }

    /// Every piece that begins at a place, with what it costs.
    fn candidates(&self, from: usize, found: &mut impl FnMut(Candidate<'a>, f32)) {
        let unknown = Candidate {
            from,
            to: from + 1,
            senses: Cow::Borrowed(&[]),
            fit: Fit::Exact,
            roles: Cow::Borrowed(&[]),
        };
        found(unknown, UNKNOWN_COST);
        let offline = self.offline;
        let (names, phrases) = (&offline.names, &offline.phrases);
        let longest = names.longest.max(phrases.longest()).max(3) + 1;
        let (Some(first), Some(first_forms)) = (self.tokens.get(from), self.forms.get(from)) else {
            return;
        };
        let longest_phrase = phrases.longest_from(first);
        let may_be_parted = names.may_be_parted(first_forms);
        let mut window = Window::default();
        let mut may_name = true;
        for to in from + 1..=(from + longest).min(self.tokens.len()) {
            let (Some(token), Some(forms)) = (self.tokens.get(to - 1), self.forms.get(to - 1)) else {
                break;
            };
            let length = to - from;
            // A full stop or a comma ends a name; digits at a pause may still belong to it ("coke, 2 liter").
            if length > 1 && token.pause {
                break;
            }
            if may_name {
                window.push(forms);
                may_name = names.may_begin(&window);
            }
            let may_be_parted = may_be_parted && length <= WIDEST_GAP;
            if length > 1 && length > longest_phrase && !may_name && !may_be_parted {
                break;
            }
            let roles = self.roles(from, to, longest_phrase);
            let named = if may_name || length == 1 || may_be_parted && length > 2 {
                self.names_at(from, to, may_name.then_some(&window), may_be_parted)
            } else {
                None
            };
            let (senses, fit) = named.unwrap_or((Cow::Borrowed(&[]), Fit::Exact));
            if senses.is_empty() && roles.is_empty() {
                continue;
            }
            if let Some(cost) = cost(offline, &senses, fit, &roles, length) {
                let candidate = Candidate {
                    from,
                    to,
                    senses,
                    fit,
                    roles,
                };
                found(candidate, cost);
            }
        }
    }

    /// What words do by the lexicon.
    fn roles(&self, from: usize, to: usize, longest: usize) -> Cow<'a, [Role]> {
        let none = Cow::Borrowed([].as_slice());
        if to > from + 1 {
            let words = self.tokens.get(from..to).filter(|words| words.len() <= longest);
            let roles = words.and_then(|words| self.offline.phrases.of_words(words));
            let roles = roles.filter(|roles| !(roles.contains(&Role::Negation) && self.breaks_off(to)));
            return roles.map_or(none, Cow::Borrowed);
        }
        let Some(token) = self.tokens.get(from) else {
            return none;
        };
        let accented = self.offline.lexicon.accented;
        if token.accented
            && let Some((_, role)) = accented.iter().find(|(word, _)| *word == token.text)
        {
            return Cow::Borrowed(std::slice::from_ref(role));
        }
        match self.alone(from) {
            Some(roles) => Cow::Borrowed(roles),
            None => {
                let number = self.offline.phrases.number_of(&token.text, None);
                number.map_or(none, |number| Cow::Owned(vec![Role::Number(number)]))
            }
        }
    }

    /// Whether the words before a place break off with a bare "no" ("a latte with, no, I want a mocha"): a correction, or
    /// what begins a clause, follows it.
    fn breaks_off(&self, to: usize) -> bool {
        let no = to.checked_sub(1).and_then(|last| self.alone(last));
        // "Like" alone may be no more than a breath: "with no, like, onions".
        let anew = |end: usize, roles: &[Role]| {
            roles.contains(&Role::Correction) || roles.contains(&Role::Want) && end > to + 1
        };
        no.is_some_and(|roles| roles == [Role::No])
            && (to + 1..=to + 3).any(|end| {
                let words = self.tokens.get(to..end);
                words
                    .and_then(|words| self.offline.phrases.of_words(words))
                    .is_some_and(|roles| anew(end, roles))
            })
    }

    /// What words name; `window` is they put together, where a name may be so, and `parted` whether one of them may be
    /// passed over.
    fn names_at(
        &self,
        from: usize,
        to: usize,
        window: Option<&Window>,
        parted: bool,
    ) -> Option<(Cow<'a, [Sense]>, Fit)> {
        let forms = self.forms.get(from..to)?;
        let names = &self.offline.names;
        let found = match window {
            Some(window) => names.find_window(forms, window),
            None => names.find_short(forms),
        };
        if let Some(found) =
            found.filter(|(senses, fit)| *fit != Fit::Part || !self.stands_for_others(from, forms, senses))
        {
            return Some(found);
        }
        if forms.len() == 1 {
            let senses = self.shared_word(from)?;
            return Some((Cow::Borrowed(senses), Fit::Part));
        }
        if !parted || forms.len() < 3 {
            return None;
        }
        let mut inner = from + 1..to.saturating_sub(1);
        let bare = inner.all(|at| {
            self.alone(at)
                .is_none_or(|roles| roles.iter().all(|role| matches!(role, Role::Adjective)))
        });
        if !bare {
            return None;
        }
        // "With extra bacon, large" names no extra large: values are said in one.
        let senses = names.find_over_gap(forms)?;
        let parted = senses.iter().any(|sense| !matches!(sense, Sense::Value(..)));
        parted.then_some((Cow::Borrowed(senses), Fit::Gap))
    }

    /// A word that shares another word with its neighbour: "black and red beans", "pimentão verde e amarelo".
    fn shared_word(&self, at: usize) -> Option<&'a [Sense]> {
        let names = &self.offline.names;
        let joins = |at: usize| {
            let roles = self.alone(at).unwrap_or_default();
            roles.iter().any(|role| matches!(role, Role::And | Role::Or))
        };
        let called = |range: std::ops::Range<usize>| {
            let found = self.forms.get(range).and_then(|words| names.find(words));
            found.is_some_and(|(_, fit)| fit <= Fit::Form)
        };
        let word = self.forms.get(at)?;
        if self
            .alone(at)
            .is_some_and(|roles| !roles.contains(&Role::Adjective))
        {
            return None;
        }
        if joins(at + 1) {
            let (next, last) = (at + 2, self.forms.get(at + 3)?);
            if called(next..next + 2) {
                return names.find_pair(word, last);
            }
        }
        if at >= 3 && joins(at - 1) {
            let (before, first) = (at - 3, self.forms.get(at - 3)?);
            if called(before..before + 2) {
                return names.find_pair(first, word);
            }
        }
        None
    }

    /// Whether each word of a part of a name is the name of something else ("cheese roll" for "egg and cheese roll"), or a
    /// number before one ("one espresso" for "one espresso shot").
    fn stands_for_others(&self, from: usize, words: &[Forms<'_>], senses: &[Sense]) -> bool {
        let counted = senses
            .iter()
            .all(|sense| matches!(sense, Sense::Option(_, Some(_))));
        let is_number = |role: &Role| matches!(role, Role::Number(_) | Role::Article);
        let number = counted && self.alone(from).is_some_and(|roles| roles.iter().any(is_number));
        let names = words.get(usize::from(number)..).unwrap_or_default();
        words.len() > 1
            && names.iter().all(|word| {
                let alone = self.offline.names.find(std::slice::from_ref(word));
                alone.is_some_and(|(others, fit)| {
                    fit <= Fit::Form && !others.iter().any(|other| senses.contains(other))
                })
            })
    }

    fn piece(&self, candidate: Candidate<'a>) -> Piece {
        let Candidate {
            from,
            to,
            senses,
            fit,
            roles,
        } = candidate;
        Piece {
            from,
            to,
            senses: (&*senses).into(),
            fit,
            roles: (&*roles).into(),
            inside: if fit == Fit::Gap {
                self.inside(from, to)
            } else {
                Few::NONE
            },
        }
    }

    /// The options that the word names which a name was parted by.
    fn inside(&self, from: usize, to: usize) -> Few<Sense> {
        let names = &self.offline.names;
        let inner = (from + 1..to.saturating_sub(1)).find_map(|at| {
            names
                .find(self.forms.get(at..=at)?)
                .filter(|(_, fit)| *fit <= Fit::Form)
        });
        let is_option = |sense: &&Sense| matches!(sense, Sense::Option(..));
        inner.map_or(Few::NONE, |(senses, _)| {
            senses.iter().filter(is_option).copied().collect()
        })
    }
}

/// What a piece costs; none where it is no piece at all.
fn cost(offline: &Offline, senses: &[Sense], fit: Fit, roles: &[Role], words: usize) -> Option<f32> {
    let name: Option<f32> = (!senses.is_empty()).then_some(match fit {
        Fit::Exact => 1.0,
        Fit::Form => 1.02,
        Fit::Loose => 1.1,
        Fit::Part if senses.len() == 1 => 1.6,
        Fit::Part => 2.1,
        Fit::Gap => 2.3,
    });
    // A general word gives way to the name of a real thing in it ("side of chips").
    let general = senses
        .iter()
        .all(|sense| matches!(sense, Sense::Item(item) if offline.is_generic(*item)));
    let name = name.map(|cost| {
        if general {
            cost + 0.7 * f32::from(u8::try_from(words).unwrap_or(u8::MAX))
        } else {
            cost
        }
    });
    let phrase: Option<f32> = (!roles.is_empty()).then_some(match roles {
        [Role::Chat | Role::Determiner] | [Role::Restate, Role::Chat] if words == 1 => 0.5,
        [Role::Measure] if words > 1 => 1.85,
        _ => 0.8,
    });
    match (name, phrase) {
        (Some(name), Some(phrase)) => Some(name.min(phrase)),
        (name, phrase) => name.or(phrase),
    }
}
