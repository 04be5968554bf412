//! Parts a transcript's words into pieces: names of the menu, phrases of the lexicon, and what neither knows.
//!
//! Of all ways to part them, the one with the fewest and closest pieces is taken (shortest path).

use super::Offline;
use super::lexicon::Role;
use super::names::{Fit, Forms, Sense};
use super::text::Token;

/// Words that were matched together; `to` is one past the last.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What it names on the menu.
    pub(super) senses: Vec<Sense>,
    /// How closely.
    pub(super) fit: Fit,
    /// What it does by the lexicon.
    pub(super) roles: Vec<Role>,
    /// What a word inside it names that is no part of its own name ("double egg burger").
    pub(super) inside: Vec<Sense>,
}

impl Piece {
    /// Whether it is of neither menu nor lexicon.
    pub(super) fn is_unknown(&self) -> bool {
        self.senses.is_empty() && self.roles.is_empty()
    }
}

/// What a piece costs that is a word of neither menu nor lexicon.
const UNKNOWN_COST: f32 = 3.0;

/// The best way to part the words.
pub(super) fn pieces(offline: &Offline, tokens: &[Token]) -> Vec<Piece> {
    let forms: Vec<Forms> = tokens
        .iter()
        .map(|token| {
            offline
                .names
                .forms(&token.text, &offline.phrases, offline.lexicon.short_forms)
        })
        .collect();
    let count = tokens.len();
    let mut best: Vec<(f32, Option<Piece>)> = vec![(f32::INFINITY, None); count + 1];
    if let Some(start) = best.first_mut() {
        start.0 = 0.0;
    }
    for from in 0..count {
        let so_far = best.get(from).map_or(f32::INFINITY, |(cost, _)| *cost);
        for (piece, cost) in pieces_from(offline, tokens, &forms, from) {
            if let Some(slot) = best.get_mut(piece.to)
                && so_far + cost < slot.0
            {
                *slot = (so_far + cost, Some(piece));
            }
        }
    }
    let mut path = Vec::new();
    let mut at = count;
    while let Some(piece) = best.get_mut(at).and_then(|(_, piece)| piece.take()) {
        at = piece.from;
        path.push(piece);
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

fn pieces_from(offline: &Offline, tokens: &[Token], forms: &[Forms], from: usize) -> Vec<(Piece, f32)> {
    let mut found = vec![(
        Piece {
            from,
            to: from + 1,
            senses: Vec::new(),
            fit: Fit::Exact,
            roles: Vec::new(),
            inside: Vec::new(),
        },
        UNKNOWN_COST,
    )];
    let longest = offline.names.longest.max(offline.phrases.longest).max(3) + 1;
    let mut phrase = String::new();
    for to in from + 1..=(from + longest).min(tokens.len()) {
        let Some(token) = tokens.get(to - 1) else { break };
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&token.text);
        // A full stop or a comma ends a name; digits at a pause may still belong to it ("coke, 2 liter").
        if to - 1 > from && token.pause {
            break;
        }
        let window = forms.get(from..to).unwrap_or_default();
        let mut roles = offline
            .phrases
            .roles(&phrase)
            .map(<[Role]>::to_vec)
            .unwrap_or_default();
        if to == from + 1
            && token.accented
            && let Some((_, role)) = offline
                .lexicon
                .accented
                .iter()
                .find(|(word, _)| *word == token.text)
        {
            roles = vec![*role];
        }
        if roles.is_empty() && to == from + 1 {
            roles.extend(offline.phrases.number(&phrase).map(Role::Number));
        }
        let (senses, fit) = names_at(offline, tokens, forms, from, to).unwrap_or((Vec::new(), Fit::Exact));
        let inside = if fit == Fit::Gap {
            inside(offline, forms, from, to)
        } else {
            Vec::new()
        };
        if let Some(cost) = cost(offline, &senses, fit, &roles, window.len()) {
            found.push((
                Piece {
                    from,
                    to,
                    senses,
                    fit,
                    roles,
                    inside,
                },
                cost,
            ));
        }
    }
    found
}

fn names_at(
    offline: &Offline,
    tokens: &[Token],
    forms: &[Forms],
    from: usize,
    to: usize,
) -> Option<(Vec<Sense>, Fit)> {
    let window = forms.get(from..to)?;
    let names = &offline.names;
    if let Some(found) = names
        .find(window)
        .filter(|(senses, fit)| *fit != Fit::Part || !stands_for_others(offline, window, senses))
    {
        return Some(found);
    }
    if window.len() == 1 {
        return shared_word(offline, tokens, forms, from).map(|senses| (senses, Fit::Part));
    }
    let inner = tokens.get(from + 1..to.saturating_sub(1)).unwrap_or_default();
    let bare = inner.iter().all(|token| {
        offline
            .phrases
            .roles(&token.text)
            .is_none_or(|roles| roles.iter().all(|role| matches!(role, Role::Adjective)))
    });
    if (3..=5).contains(&window.len()) && bare {
        return names.find_over_gap(window).map(|senses| (senses, Fit::Gap));
    }
    None
}

/// Whether each word of a part of a name is the name of something else ("cheese roll" for "egg and cheese roll").
fn stands_for_others(offline: &Offline, window: &[Forms], senses: &[Sense]) -> bool {
    window.len() > 1
        && window.iter().all(|word| {
            let alone = offline.names.find(std::slice::from_ref(word));
            alone.is_some_and(|(others, fit)| {
                fit <= Fit::Form && !others.iter().any(|other| senses.contains(other))
            })
        })
}

/// The options that the word names which a name was parted by.
fn inside(offline: &Offline, forms: &[Forms], from: usize, to: usize) -> Vec<Sense> {
    let inner = (from + 1..to.saturating_sub(1)).find_map(|at| {
        offline
            .names
            .find(forms.get(at..=at)?)
            .filter(|(_, fit)| *fit <= Fit::Form)
    });
    inner
        .map(|(senses, _)| {
            senses
                .into_iter()
                .filter(|sense| matches!(sense, Sense::Option(..)))
                .collect()
        })
        .unwrap_or_default()
}

/// A word that shares another word with its neighbour: "black and red beans", "pimentão verde e amarelo".
fn shared_word(offline: &Offline, tokens: &[Token], forms: &[Forms], at: usize) -> Option<Vec<Sense>> {
    let joins = |at: usize| {
        tokens
            .get(at)
            .and_then(|token| offline.phrases.roles(&token.text))
            .is_some_and(|roles| roles.iter().any(|role| matches!(role, Role::And | Role::Or)))
    };
    let word = forms.get(at)?;
    if offline
        .phrases
        .roles(&tokens.get(at)?.text)
        .is_some_and(|roles| !roles.contains(&Role::Adjective))
    {
        return None;
    }
    if joins(at + 1) {
        let (next, last) = (at + 2, forms.get(at + 3)?);
        if offline
            .names
            .find(forms.get(next..next + 2)?)
            .is_some_and(|(_, fit)| fit <= Fit::Form)
        {
            return offline.names.find_pair(word, last);
        }
    }
    if at >= 3 && joins(at - 1) {
        let (before, first) = (at - 3, forms.get(at - 3)?);
        if offline
            .names
            .find(forms.get(before..before + 2)?)
            .is_some_and(|(_, fit)| fit <= Fit::Form)
        {
            return offline.names.find_pair(first, word);
        }
    }
    None
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
