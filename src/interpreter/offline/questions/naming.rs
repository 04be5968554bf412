//! What the words in a gap name: things of the menu, kinds of things, allergens, ways to pay, and what the menu lacks.

use std::ops::Range;

use super::super::atoms::atoms;
use super::super::lexicon::Role;
use super::super::names::{Fit, Sense};
use super::super::tagging::{self, Piece};
use super::super::targets::pointed_at;
use super::super::text::{Token, stem, words};
use super::super::{Offline, spelling};
use super::topics::Kind;
use crate::interpreter::{About, Heard, Target};
use crate::order::{ItemId, Line};

/// What the words name. `text` is the transcript that the tokens are of.
pub(in crate::interpreter::offline) fn about(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    tokens: &[Token],
) -> About {
    let mut tokens = tokens.to_vec();
    let written = tokens.clone();
    spelling::correct(offline, offline.language, &mut tokens);
    let pieces = tagging::pieces(offline, &tokens);
    let mut about = About {
        allergens: offline.topics.allergens(&tokens),
        method: offline.topics.method(&written),
        ..About::default()
    };
    let kinds = offline.topics.kinds(&tokens);
    // "Crusts" is the kind of thing rather than a part of a crust's name.
    let is_kind = |piece: &Piece| {
        let covered = |range: &Range<usize>| range.start <= piece.from && piece.to <= range.end;
        piece.fit >= Fit::Part && kinds.iter().any(|(range, _)| covered(range))
    };
    for piece in pieces.iter().filter(|piece| !is_kind(piece)) {
        add_senses(offline, piece, &mut about);
    }
    let inside_name = |range: &Range<usize>| {
        let mut named = pieces
            .iter()
            .filter(|piece| names(offline, piece) && !is_kind(piece));
        named.any(|piece| piece.from < range.end && range.start < piece.to)
    };
    for (_, kind) in kinds.iter().filter(|(range, _)| !inside_name(range)) {
        add_kind(offline, *kind, &mut about);
    }
    if about.items.is_empty() && about.options.is_empty() {
        add_pointed(offline, heard, &tokens, pieces.clone(), &mut about);
    }
    about.off_menu = unknown(offline, text, &tokens, &pieces, &kinds);
    about
}

/// Whether a piece names something of the menu rather than being a word of the language.
pub(super) fn names(offline: &Offline, piece: &Piece) -> bool {
    let plain = piece
        .roles
        .iter()
        .all(|role| matches!(role, Role::Adjective | Role::Measure));
    let only_categories = piece
        .senses
        .iter()
        .all(|sense| matches!(sense, Sense::Category(_)));
    let generic = |sense: &Sense| matches!(sense, Sense::Item(item) if offline.is_generic(*item));
    !piece.senses.is_empty()
        && (plain || piece.fit <= Fit::Form)
        && !only_categories
        && !piece.senses.iter().all(generic)
}

/// "Which salads": every item that goes by the words for those that are named ("Caesar salad", "house salad").
pub(super) fn named_so(offline: &Offline, tokens: &[Token], about: &About) -> Vec<ItemId> {
    let language = offline.language;
    let said: Vec<_> = tagging::pieces(offline, tokens)
        .iter()
        .filter(|piece| names(offline, piece))
        .flat_map(|piece| tokens.get(piece.from..piece.to).unwrap_or_default())
        .map(|token| stem(&token.text, language))
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    let goes_by = |name: &String| {
        let name = words(name);
        let parts: Vec<_> = name.iter().map(|word| stem(word, language)).collect();
        said.iter().all(|word| parts.contains(word))
    };
    let items = offline.vocabulary.items.iter();
    items
        .filter(|item| about.items.contains(&item.id) || item.names.iter().any(goes_by))
        .map(|item| item.id.clone())
        .collect()
}

fn add_senses(offline: &Offline, piece: &Piece, about: &mut About) {
    let plain = piece
        .roles
        .iter()
        .all(|role| matches!(role, Role::Adjective | Role::Measure));
    if !plain && piece.fit > Fit::Form {
        return;
    }
    let vocabulary = &offline.vocabulary;
    let has_item = piece
        .senses
        .iter()
        .any(|sense| matches!(sense, Sense::Item(item) if !offline.is_generic(*item)));
    for sense in piece.senses.iter() {
        match *sense {
            Sense::Item(item) if offline.is_generic(item) => {
                let category = offline
                    .category_of(item)
                    .and_then(|at| vocabulary.categories.get(at));
                about.category = category.map(|entry| entry.id.clone());
            }
            Sense::Item(item) => about
                .items
                .extend(vocabulary.items.get(item).map(|entry| entry.id.clone())),
            Sense::Option(option, _) if !has_item => about
                .options
                .extend(vocabulary.options.get(option).map(|entry| entry.id.clone())),
            Sense::Option(..) => {}
            Sense::Value(attribute, value) => {
                if let Some(entry) = vocabulary.attributes.get(attribute)
                    && let Some((value, _)) = entry.values.get(value)
                {
                    about.attributes.insert(entry.id.clone(), value.clone());
                }
            }
            Sense::Category(at) => {
                about.category = vocabulary.categories.get(at).map(|entry| entry.id.clone());
            }
        }
    }
}

fn add_kind(offline: &Offline, kind: Kind, about: &mut About) {
    let vocabulary = &offline.vocabulary;
    match kind {
        Kind::Category(at) => {
            about.category = vocabulary.categories.get(at).map(|entry| entry.id.clone());
        }
        Kind::Group(at) => about.group = vocabulary.groups.get(at).map(|entry| entry.id.clone()),
        Kind::Attribute(at) => {
            about.attribute = vocabulary.attributes.get(at).map(|entry| entry.id.clone());
        }
    }
}

/// "The second one", "o último": the line of the draft that is pointed at by its place.
fn add_pointed(
    offline: &Offline,
    heard: &Heard<'_>,
    tokens: &[Token],
    pieces: Vec<Piece>,
    about: &mut About,
) {
    let Some(Target::Nth(place)) = pointed_at(heard.draft, &atoms(offline, tokens, pieces)) else {
        return;
    };
    let line = place.checked_sub(1).and_then(|at| heard.draft.lines.get(at));
    if let Some(line) = line {
        add_line(offline, line, about);
    }
}

/// What a line of the draft is, as a thing to ask about.
pub(super) fn add_line(offline: &Offline, line: &Line, about: &mut About) {
    about.items.push(line.item.clone());
    let dishes = line.options.iter().map(|chosen| &chosen.option);
    about
        .options
        .extend(dishes.filter(|option| offline.is_dish(option)).cloned());
}

/// Nouns that neither menu nor lexicon knows, neighbours together, with the adjectives before them.
fn unknown(
    offline: &Offline,
    text: &str,
    tokens: &[Token],
    pieces: &[Piece],
    kinds: &[(Range<usize>, Kind)],
) -> Vec<String> {
    let topics = &offline.topics;
    let skipped = |at: usize| {
        let one = tokens.get(at..=at).unwrap_or_default();
        let word = one.first().map_or("", |token| token.text.as_str());
        topics.is_whole(word)
            || topics.allergic(one)
            || kinds.iter().any(|(range, _)| range.contains(&at))
            || word.len() < 3
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        if !piece.is_unknown() || skipped(piece.from) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == piece.from => last.end = piece.to,
            _ => {
                let adjective = |at: &usize| {
                    let roles = tokens
                        .get(*at)
                        .and_then(|token| offline.phrases.roles(&token.text));
                    roles.is_some_and(|roles| roles.contains(&Role::Adjective))
                };
                let from = (0..piece.from).rev().take_while(adjective).last();
                found.push(from.unwrap_or(piece.from)..piece.to);
            }
        }
    }
    let cite = |range: Range<usize>| {
        let start = tokens.get(range.start)?.span.start;
        let end = tokens.get(range.end.checked_sub(1)?)?.span.end;
        text.get(start..end).map(str::to_owned)
    };
    found.into_iter().filter_map(cite).collect()
}
