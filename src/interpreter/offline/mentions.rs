//! What the words of an utterance mention, one by one and without deciding what is wanted: the yardstick for what somebody
//! else reads out of them.

use std::ops::Range;

use super::Offline;
use super::atoms::{Atom, atoms};
use super::lexicon::Role;
use super::names::{Fit, Sense};
use super::negation::bind_negations;
use super::text::{Token, tokens};
use super::{spelling, tagging};
use crate::order::{Amount, AttributeId, ItemId, OptionId, ValueId};

/// One thing, number or verb that is mentioned.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where in the utterance, in bytes.
    pub span: Range<usize>,
    /// What.
    pub what: Mentioned,
}

/// What is mentioned.
#[derive(Debug, Clone, PartialEq)]
pub enum Mentioned {
    /// A name of the menu.
    Name(Named),
    /// A number; an article is one.
    Number(u32),
    /// More or less than the usual portion.
    Amount(Amount),
    /// Half of something.
    Half,
    /// That something is not wanted, or is to be taken off. A bare "no" may as well put something right, and is none.
    Less,
    /// "But": what follows may be the one thing that is not wanted, or the only one that is.
    But,
    /// That something is to be another way, or another thing instead.
    Otherwise,
    /// That there is to be more of what is there.
    Again,
    /// "It", "that", "the last one": something spoken of before.
    It,
    /// "The second one": a line of the draft by its place, from 1.
    Place(usize),
    /// A word of neither menu nor grammar: whatever it tells, it is about something else.
    Unknown,
}

/// A name of the menu that is mentioned, with everything that goes by it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Named {
    /// The items of this name.
    pub items: Vec<ItemId>,
    /// The options of this name, with the number of portions that the name holds.
    pub options: Vec<(OptionId, Option<u32>)>,
    /// The values of this name.
    pub values: Vec<(AttributeId, ValueId)>,
    /// Whether it is said not to be wanted.
    pub negated: bool,
    /// Whether the words are but a part of several names, and so name none of them.
    pub ambiguous: bool,
}

impl Offline {
    /// Everything that an utterance mentions, in the order in which it was said.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut tokens = tokens(text);
        spelling::correct(self, self.language, &mut tokens);
        let pieces = tagging::pieces(self, &tokens);
        let mut plain = atoms(self, &tokens, pieces);
        let marks: Vec<Mention> = plain.iter().flat_map(|atom| marks(atom, &tokens)).collect();
        bind_negations(self, &mut plain);
        let names = plain.iter().filter_map(|atom| self.name(atom, &tokens));
        let mut mentions: Vec<Mention> = names.chain(marks).collect();
        mentions.sort_by_key(|mention| mention.span.start);
        mentions
    }

    fn name(&self, atom: &Atom, tokens: &[Token]) -> Option<Mention> {
        let name = atom.name.as_ref()?;
        let mut named = Named {
            negated: name.negated,
            ambiguous: name.is_ambiguous() || name.fit == Fit::Gap,
            ..Named::default()
        };
        for sense in name.senses.iter() {
            match *sense {
                Sense::Item(item) => {
                    let item = self.vocabulary.items.get(item);
                    named.items.extend(item.map(|item| item.id.clone()));
                }
                Sense::Option(option, count) => {
                    let option = self.vocabulary.options.get(option);
                    named
                        .options
                        .extend(option.map(|option| (option.id.clone(), count)));
                }
                Sense::Value(attribute, value) => {
                    let attribute = self.vocabulary.attributes.get(attribute);
                    let value = attribute.and_then(|attribute| {
                        let (value, _) = attribute.values.get(value)?;
                        Some((attribute.id.clone(), value.clone()))
                    });
                    named.values.extend(value);
                }
                Sense::Category(_) => {}
            }
        }
        Some(Mention {
            span: span(atom, tokens)?,
            what: Mentioned::Name(named),
        })
    }
}

/// What an atom says besides names.
fn marks(atom: &Atom, tokens: &[Token]) -> Vec<Mention> {
    let unknown = atom.unknown.then_some(Mentioned::Unknown);
    let place = atom.roles.iter().find_map(|role| match role {
        Role::Ordinal(place) => Some(Mentioned::Place(*place)),
        _ => None,
    });
    let number = atom.number.map(|number| Mentioned::Number(number.value));
    let amount = atom.amount().map(Mentioned::Amount);
    let mark = [
        (Mentioned::Half, &[Role::Half, Role::HalfAndHalf][..]),
        (Mentioned::Less, &[Role::Remove, Role::Negation]),
        (Mentioned::But, &[Role::But]),
        (Mentioned::It, &[Role::It, Role::That, Role::Last]),
        (
            Mentioned::Otherwise,
            &[
                Role::Change,
                Role::Replace,
                Role::Instead,
                Role::InsteadOf,
                Role::Correction,
                Role::Into,
                Role::Meant,
                Role::Restate,
            ],
        ),
        (Mentioned::Again, &[Role::Another, Role::Same, Role::Add]),
    ];
    let marks = mark
        .into_iter()
        .filter(|(_, roles)| roles.iter().any(|role| atom.roles.contains(role)))
        .map(|(mark, _)| mark);
    let Some(span) = span(atom, tokens) else {
        return Vec::new();
    };
    let mention = |what| Mention {
        span: span.clone(),
        what,
    };
    number
        .into_iter()
        .chain(amount)
        .chain(marks)
        .chain(place)
        .chain(unknown)
        .map(mention)
        .collect()
}

fn span(atom: &Atom, tokens: &[Token]) -> Option<Range<usize>> {
    let (first, last) = (tokens.get(atom.from)?, tokens.get(atom.to.checked_sub(1)?)?);
    Some(first.span.start..last.span.end)
}
