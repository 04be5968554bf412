//! "Do you have root beer? I'll take two": a question that is not left to be answered, read as the order behind it.
//!
//! Only what is on the menu is ordered so; of anything else the question stands, and what is asked for behind it waits.

use super::super::Offline;
use super::super::atoms::Name;
use super::super::lexicon::Role;
use super::super::names::{Fit, Sense};
use super::super::tagging::{self, Piece};
use super::super::text::Token;

/// The most pieces between what is asked about and the verb that orders it ("… if you do, great, I'll …").
const MOST_BETWEEN: usize = 4;

/// An order that follows a question.
#[derive(Debug)]
pub(in crate::interpreter::offline) struct Ordered {
    /// Its words, with what it leaves out.
    pub(in crate::interpreter::offline) words: Vec<Token>,
    /// Whether it is of what was asked about.
    pub(in crate::interpreter::offline) of_it: bool,
}

/// The order that follows a question whether something is to be had; none where words are anything else.
///
/// `words` are those of a transcript, without fillers.
pub(in crate::interpreter::offline) fn as_order(offline: &Offline, words: &[Token]) -> Option<Ordered> {
    let asked = offline.acts.asks_for_having(words)?;
    let behind = words.get(asked..)?;
    let pieces = tagging::pieces(offline, behind);
    let named = named(offline, &pieces)?;
    let order = order(&pieces, named.end)?;
    let mut said = pieces.get(named.end..=order)?.iter();
    if said.any(|piece| remarks(offline, behind, piece)) {
        return None;
    }
    let (thing, rest) = (pieces.get(named)?, pieces.get(order..)?);
    let verb = rest
        .first()
        .filter(|first| first.roles.contains(&Role::Want) && first.senses.is_empty());
    let from = usize::from(verb.is_some());
    let size = rest.iter().skip(from).take_while(|piece| counts(piece)).count();
    let stands_for_it = rest
        .iter()
        .skip(from + size)
        .take_while(|piece| is_pronoun(piece))
        .count();
    let said = from + size;
    let goes_on = rest.get(said + stands_for_it..)?;
    if goes_on.first().is_some_and(|next| !next.senses.is_empty()) {
        return another(offline, behind, thing, rest);
    }
    let is_order = size + stands_for_it > 0 && ends_an_order(goes_on);
    if !is_order || !thing.iter().any(|piece| is_thing(offline, piece)) {
        return None;
    }
    let mut words = tokens(behind, without_one(rest.get(..said)?));
    words.extend(without_pauses(tokens(behind, thing)));
    words.extend(tokens(behind, goes_on));
    Some(Ordered { words, of_it: true })
}

/// "I like it", "tenho um": whether a verb may tell something as well as ask for it.
fn remarks(offline: &Offline, words: &[Token], verb: &Piece) -> bool {
    let said = words.get(verb.from..verb.to).unwrap_or_default();
    offline.acts.remarks(said)
}

/// Whether what stands behind the thing that is asked for still belongs to an order ("… with ice, please"): "one if I
/// could", "one but not today", "15 minutes" do not ask for it.
fn ends_an_order(rest: &[Piece]) -> bool {
    let breaks = [Role::But, Role::No, Role::Last, Role::Correction];
    !rest
        .iter()
        .any(|piece| piece.is_unknown() || is_any(piece, &breaks))
}

/// The order of another thing, which may be with what was asked about: "do you have oat milk? I'll have a latte with that."
fn another(offline: &Offline, behind: &[Token], thing: &[Piece], rest: &[Piece]) -> Option<Ordered> {
    rest.iter().find(|piece| is_thing(offline, piece))?;
    let mut words = tokens(behind, rest);
    let is = |token: &Token, roles: &[Role]| {
        let known = offline.phrases.roles(&token.text).unwrap_or_default();
        known.iter().any(|role| roles.contains(role))
    };
    let with_that = words.windows(2).position(|two| match two {
        [with, that] => is(with, &[Role::With]) && is(that, &[Role::That, Role::It]),
        _ => false,
    });
    let again = |piece: &Piece| {
        let said = |sense: &Sense| thing.iter().any(|thing| thing.senses.contains(sense));
        piece.senses.iter().any(said)
    };
    let of_it = with_that.is_some() || rest.iter().any(again);
    if let Some(with) = with_that {
        words.splice(with + 1..with + 2, without_pauses(tokens(behind, thing)));
    }
    Some(Ordered { words, of_it })
}

/// The words of pieces that follow one another.
fn tokens(words: &[Token], pieces: &[Piece]) -> Vec<Token> {
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => words.get(first.from..last.to).unwrap_or_default().to_vec(),
        _ => Vec::new(),
    }
}

fn without_pauses(mut words: Vec<Token>) -> Vec<Token> {
    words.iter_mut().for_each(|token| token.pause = false);
    words
}

/// "A small one" is a small one of what is named.
fn without_one(pieces: &[Piece]) -> &[Piece] {
    match pieces {
        [before @ .., one] if is_number(one) && before.last().is_some_and(is_value) => before,
        _ => pieces,
    }
}

/// Whether a piece says how many, or in which size.
fn counts(piece: &Piece) -> bool {
    is_number(piece) || is_value(piece) || is_any(piece, &[Role::Another, Role::Only])
}

/// Whether a piece stands for what was asked about.
fn is_pronoun(piece: &Piece) -> bool {
    let marks = [Role::It, Role::That, Role::Of, Role::Determiner, Role::OneOf];
    is_any(piece, &marks) && !is_number(piece) && !piece.roles.contains(&Role::And)
}

/// The pieces that name what is asked about.
fn named(offline: &Offline, pieces: &[Piece]) -> Option<std::ops::Range<usize>> {
    let small = [Role::Article, Role::The, Role::Determiner];
    let from = pieces.iter().take_while(|piece| is_any(piece, &small)).count();
    let names = |piece: &&Piece| !piece.senses.is_empty() && piece.fit <= Fit::Form;
    let to = from + pieces.iter().skip(from).take_while(names).count();
    let known = |piece: &Piece| is_thing(offline, piece) || is_option(piece);
    pieces.get(from..to)?.iter().any(known).then_some(from..to)
}

/// Where the order behind the question begins: at a verb, or at a number behind an "if so".
fn order(pieces: &[Piece], from: usize) -> Option<usize> {
    let rest = pieces.get(from..)?;
    let wants = |piece: &Piece| piece.senses.is_empty() && piece.roles.contains(&Role::Want);
    let passed = |piece: &&Piece| {
        let marks = [
            Role::Chat,
            Role::And,
            Role::It,
            Role::That,
            Role::Filler,
            Role::Adjective,
        ];
        !wants(piece) && is_any(piece, &marks) && !is_number(piece)
    };
    let between = rest.iter().take_while(passed).count();
    let next = rest.get(between).filter(|_| between <= MOST_BETWEEN)?;
    let begun = rest
        .iter()
        .take(between)
        .any(|piece| !piece.roles.contains(&Role::And));
    (wants(next) || begun && is_number(next)).then_some(from + between)
}

fn is_any(piece: &Piece, roles: &[Role]) -> bool {
    piece.senses.is_empty() && piece.roles.contains_any(roles)
}

fn is_number(piece: &Piece) -> bool {
    let number = |role: &Role| matches!(role, Role::Number(_) | Role::Article);
    piece.senses.is_empty() && piece.roles.iter().any(number)
}

fn is_value(piece: &Piece) -> bool {
    let value = |sense: &Sense| matches!(sense, Sense::Value(..));
    !piece.senses.is_empty() && piece.senses.iter().all(value)
}

fn is_option(piece: &Piece) -> bool {
    let option = |sense: &Sense| matches!(sense, Sense::Option(..));
    piece.senses.iter().any(option)
}

/// Whether a piece names something that is ordered by itself.
fn is_thing(offline: &Offline, piece: &Piece) -> bool {
    let name = Name {
        senses: piece.senses.clone(),
        fit: piece.fit,
        amount: None,
        count: None,
        half: None,
        negated: false,
    };
    piece.fit <= Fit::Form && (name.is_item() || offline.dish_of(&name).is_some())
}
