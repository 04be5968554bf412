//! "The pinto ones", "the first", "either": which of the things that were offered is meant.

use std::collections::{BTreeMap, HashSet};

use super::atoms::{Atom, atoms};
use super::clauses::ordinal;
use super::lexicon::{Role, split};
use super::questions::naming;
use super::text::{Token, stem, tokens, words};
use super::{Offline, numbers, repair, spelling, tagging};
use crate::interpreter::{Act, Asked, Certainty, Edit, EditKind, Heard, OptionWish, Proposal, Target, Wish};
use crate::order::{ItemId, OptionId};

/// Something that was offered.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Choice {
    Item(ItemId),
    Option(OptionId),
}

/// Reads one turn; after a choice was offered, words that tell one of its things from the others pick it.
pub(super) fn read(offline: &Offline, heard: &Heard<'_>) -> Proposal {
    let proposal = numbers::read(offline, heard);
    let Some(Asked::OneOf { items, options }) = heard.asked else {
        return proposal;
    };
    let items = items.iter().cloned().map(Choice::Item);
    let choices: Vec<Choice> = items.chain(options.iter().cloned().map(Choice::Option)).collect();
    let decided = !proposal.edits.is_empty() && proposal.unclear.is_empty();
    let speaks_of = |choice: &Choice| proposal.edits.iter().any(|edit| mentions(&edit.kind, choice));
    let settled = decided && choices.iter().filter(|choice| speaks_of(choice)).count() == 1;
    if settled || !matches!(proposal.act, Act::Edit | Act::Nothing | Act::Done) {
        return proposal;
    }
    pick(offline, heard, &choices, &proposal).unwrap_or(proposal)
}

/// Whether an edit is of this thing.
fn mentions(kind: &EditKind, choice: &Choice) -> bool {
    let wish = match kind {
        EditKind::Add(wish) | EditKind::Replace { wish, .. } => wish,
        EditKind::Modify { change, .. } => change,
        EditKind::Remove { .. } | EditKind::SetQuantity { .. } | EditKind::Again { .. } => return false,
    };
    match choice {
        Choice::Item(id) => wish.items.contains(id),
        Choice::Option(id) => wish.add.iter().any(|option| option.option == *id),
    }
}

fn pick(offline: &Offline, heard: &Heard<'_>, choices: &[Choice], proposal: &Proposal) -> Option<Proposal> {
    let said = heard.transcripts.first()?;
    let mut words = tokens(&said.text);
    repair::drop_fillers_and_repeats(offline, &mut words);
    spelling::correct(offline, offline.language, &mut words);
    let pieces = tagging::pieces(offline, &words);
    let all = atoms(offline, &words, pieces);
    if all
        .iter()
        .any(|atom| atom.is_any(&[Role::Negation, Role::Remove]))
    {
        return None;
    }
    let picked = picked(offline, &words, &all, choices);
    if picked.is_empty() {
        return None;
    }
    let quantity = all
        .iter()
        .filter_map(|atom| atom.number)
        .find(|number| !number.article && number.value > 1)
        .map(|number| number.value);
    let attributes = naming::about(offline, heard, &said.text, &words).attributes;
    let cites = said.text.trim().to_owned();
    let mut edits: Vec<Edit> = picked
        .into_iter()
        .map(|choice| Edit {
            kind: edit(offline, choice, quantity, &attributes),
            cites: cites.clone(),
        })
        .collect();
    // What was ordered beside the answer is kept.
    let beside = |edit: &&Edit| {
        matches!(edit.kind, EditKind::Add(_)) && !choices.iter().any(|choice| mentions(&edit.kind, choice))
    };
    edits.extend(
        proposal
            .edits
            .iter()
            .filter(beside)
            .filter(|edit| names_other(&edit.kind))
            .cloned(),
    );
    let act = if proposal.act == Act::Done {
        Act::Done
    } else {
        Act::Edit
    };
    Some(Proposal {
        edits,
        details: proposal.details.clone(),
        ..Proposal::of(act, Certainty::Certain)
    })
}

fn names_other(kind: &EditKind) -> bool {
    matches!(kind, EditKind::Add(wish) if !wish.items.is_empty())
}

/// The things that the words pick: by their place, all of them, any of them, or by their names.
fn picked<'c>(offline: &Offline, words: &[Token], all: &[Atom], choices: &'c [Choice]) -> Vec<&'c Choice> {
    if all.iter().any(|atom| atom.is(Role::Both)) {
        return choices.iter().collect();
    }
    let named = by_name(offline, words, choices);
    if let Some(named) = named {
        return vec![named];
    }
    if let Some(place) = all.iter().find_map(ordinal) {
        return place
            .checked_sub(1)
            .and_then(|at| choices.get(at))
            .into_iter()
            .collect();
    }
    let said = words
        .iter()
        .map(|token| token.text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    let last = all.iter().any(|atom| atom.is(Role::Last))
        || split(offline.lexicon.latter).any(|phrase| holds(&said, phrase));
    if last {
        return choices.last().into_iter().collect();
    }
    let any = split(offline.lexicon.either).any(|phrase| holds(&said, phrase));
    choices.first().filter(|_| any).into_iter().collect()
}

/// Whether a phrase stands among words parted by one space.
fn holds(said: &str, phrase: &str) -> bool {
    format!(" {said} ").contains(&format!(" {phrase} "))
}

/// The one thing whose names share more with the words than the others' do.
fn by_name<'c>(offline: &Offline, said: &[Token], choices: &'c [Choice]) -> Option<&'c Choice> {
    let key = |word: &str| stem(word, offline.language);
    let said: HashSet<String> = said.iter().map(|token| key(&token.text)).collect();
    let named: Vec<HashSet<String>> = choices
        .iter()
        .map(|choice| {
            names_of(offline, choice)
                .iter()
                .flat_map(|name| words(name))
                .map(|word| key(&word))
                .collect()
        })
        .collect();
    let telling = |word: &&String| {
        word.len() > 2 && said.contains(*word) && !named.iter().all(|other| other.contains(*word))
    };
    let scores: Vec<usize> = named
        .iter()
        .map(|names| names.iter().filter(telling).count())
        .collect();
    let most = scores.iter().copied().max().filter(|most| *most > 0)?;
    let mut best = choices.iter().zip(&scores).filter(|(_, score)| **score == most);
    let (first, _) = best.next()?;
    best.next().is_none().then_some(first)
}

fn names_of<'o>(offline: &'o Offline, choice: &Choice) -> &'o [String] {
    let vocabulary = &offline.vocabulary;
    let names = match choice {
        Choice::Item(id) => vocabulary
            .items
            .iter()
            .find(|entry| entry.id == *id)
            .map(|entry| &entry.names),
        Choice::Option(id) => vocabulary
            .options
            .iter()
            .find(|entry| entry.id == *id)
            .map(|entry| &entry.names),
    };
    names.map(Vec::as_slice).unwrap_or_default()
}

/// The edit that takes a thing: a line of its own for a dish, and what goes on the last line otherwise.
fn edit(
    offline: &Offline,
    choice: &Choice,
    quantity: Option<u32>,
    attributes: &BTreeMap<crate::order::AttributeId, crate::order::ValueId>,
) -> EditKind {
    let mut wish = Wish {
        quantity,
        attributes: attributes.clone(),
        ..Wish::default()
    };
    match choice {
        Choice::Item(id) => {
            wish.items.push(id.clone());
            EditKind::Add(wish)
        }
        Choice::Option(id) => {
            wish.add.push(OptionWish {
                option: id.clone(),
                amount: None,
                count: None,
                half: None,
            });
            if !offline.is_dish(id) {
                return EditKind::Modify {
                    target: Target::Last,
                    change: wish,
                };
            }
            let vocabulary = &offline.vocabulary;
            let group = vocabulary
                .options
                .iter()
                .find(|entry| entry.id == *id)
                .map(|entry| &entry.group);
            let item = vocabulary
                .items
                .iter()
                .find(|item| group.is_some_and(|group| item.groups.contains(group)));
            wish.items.extend(item.map(|item| item.id.clone()));
            EditKind::Add(wish)
        }
    }
}
