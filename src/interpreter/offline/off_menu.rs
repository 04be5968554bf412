//! What was said where food stands and is nowhere on the menu.

use super::Offline;
use super::atoms::Atom;
use super::lexicon::Role;
use super::reading::cite;
use super::text::Token;

/// Words that stand where food stands and that neither menu nor lexicon knows, neighbours together.
pub(super) fn found(offline: &Offline, text: &str, words: &[Token], said: &[Atom]) -> Vec<String> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<&Atom> = None;
    let exchanges = said
        .iter()
        .any(|atom| atom.is_any(&[Role::Change, Role::Replace]));
    let mut whose = false;
    for atom in said {
        let negated = before.is_some_and(|before| before.is_any(&[Role::Negation, Role::No, Role::Remove]));
        // "A coke for Ana", "a juice for my nephew" say for whom it is.
        whose = !exchanges
            && !atom.pause
            && before.is_some_and(|before| {
                let goes_on = whose && (before.is(Role::The) || before.unknown);
                before.name.is_none() && (before.is(Role::For) && !before.is(Role::Of) || goes_on)
            });
        if atom.unknown && !negated && !whose {
            match found.last_mut().filter(|last| last.1 == atom.from && !atom.pause) {
                Some(last) => last.1 = atom.to,
                None if stands_as_food(offline, words, atom, before) => {
                    let least = before.map_or(0, |before| before.to);
                    found.push((with_adjectives(offline, words, least, atom.from), atom.to));
                }
                None => {}
            }
        }
        before = Some(atom);
    }
    found
        .into_iter()
        .map(|(from, to)| cite(text, words, from, to))
        .collect()
}

/// Where a noun begins with the adjectives right before it ("hot dog").
fn with_adjectives(offline: &Offline, words: &[Token], least: usize, noun: usize) -> usize {
    let adjective = |at: &usize| {
        let roles = words.get(*at).and_then(|word| offline.phrases.roles(&word.text));
        roles.is_some_and(|roles| roles.contains(&Role::Adjective))
    };
    (least..noun).rev().take_while(adjective).last().unwrap_or(noun)
}

fn stands_as_food(offline: &Offline, words: &[Token], atom: &Atom, before: Option<&Atom>) -> bool {
    let verb = words.get(atom.from).is_some_and(|word| {
        ["ing", "ly", "mente", "ndo"]
            .iter()
            .any(|ending| word.text.ends_with(ending))
    });
    let place = match before {
        None => only_determiners(offline, words.get(..atom.from).unwrap_or_default()),
        Some(before) => {
            let between = words.get(before.to..atom.from).unwrap_or_default();
            only_determiners(offline, between)
                && (before.name.is_some()
                    || before.number.is_some()
                    || before.amount().is_some()
                    || before.is_any(&[
                        Role::With,
                        Role::And,
                        Role::Or,
                        Role::Want,
                        Role::Add,
                        Role::Of,
                        Role::The,
                        Role::Measure,
                        Role::Change,
                        Role::Into,
                        Role::InsteadOf,
                        Role::Another,
                    ]))
        }
    };
    let said = words.get(atom.from..atom.to).unwrap_or_default();
    let letters: usize = said.iter().map(|word| word.text.len()).sum();
    let digits = said
        .iter()
        .all(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
    place && letters > 2 && !digits && !verb
}

/// Whether words that no atom was made of only lead up to a noun ("some", "really good").
fn only_determiners(offline: &Offline, words: &[Token]) -> bool {
    words.iter().all(|word| {
        let roles = offline.phrases.roles(&word.text).unwrap_or_default();
        roles
            .iter()
            .any(|role| matches!(role, Role::Determiner | Role::Adjective))
    })
}
