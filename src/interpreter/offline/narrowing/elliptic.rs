//! "Um estrogonofe de carne e um de frango": what is left out of a name is taken from the item named before it.

use super::super::atoms::{Atom, Name};
use super::super::few::Few;
use super::super::lexicon::Role;
use super::super::names::{Fit, Forms, Sense};
use super::super::text::words;
use super::Narrowing;
use crate::order::Language;

impl Narrowing<'_> {
    /// "Duas cocas, uma zero": of several of a thing, so many are of another that is called by its name and a word more.
    pub(super) fn some_of_them(&self, atoms: &mut [Atom]) {
        for at in 3..atoms.len() {
            let Some([all, named, some, rest]) = atoms.get_mut(at - 3..=at) else {
                break;
            };
            let (Some(number), Some(part)) = (all.number, some.number) else {
                continue;
            };
            let item = named.name.as_ref().filter(|name| !name.is_ambiguous());
            let Some(item) = item.and_then(|name| name.items().next()) else {
                continue;
            };
            let apart = rest.pause || rest.name.is_some() || part.value == 0 || number.value <= part.value;
            let Some(variant) = self.with_a_word_more(rest, item).filter(|_| !apart) else {
                continue;
            };
            if let Some(number) = &mut all.number {
                number.value -= part.value;
            }
            (rest.number, rest.unknown) = (None, false);
            rest.roles.clear();
            rest.name = Some(Name {
                senses: Few::one(Sense::Item(variant)),
                fit: Fit::Form,
                amount: None,
                count: None,
                half: None,
                negated: false,
            });
        }
    }

    /// The item that goes by the name of another with these words behind it.
    fn with_a_word_more(&self, atom: &Atom, other: usize) -> Option<usize> {
        let said = self.tokens.get(atom.from..atom.to)?;
        let names = &self.offline.vocabulary.items.get(other)?.names;
        names.iter().find_map(|name| {
            let mut whole = words(name);
            whole.extend(said.iter().map(|token| token.text.to_string()));
            self.item_called(&whole, other)
        })
    }

    /// The other item of the same kind that goes by a name.
    fn item_called(&self, whole: &[String], other: usize) -> Option<usize> {
        let offline = self.offline;
        let forms: Vec<Forms<'_>> = whole
            .iter()
            .map(|word| offline.names.forms(word, &offline.phrases, &[]))
            .collect();
        let (senses, fit) = offline.names.find(&forms)?;
        let found = senses.iter().find_map(|sense| match sense {
            Sense::Item(item) if *item != other => Some(*item),
            _ => None,
        })?;
        let same_kind = offline.category_of(found) == offline.category_of(other);
        (fit <= Fit::Form && same_kind).then_some(found)
    }

    /// Fills in the names that lean on the item before them.
    pub(super) fn elliptic_names(&self, atoms: &mut [Atom]) {
        let mut before: Option<usize> = None;
        for at in 0..atoms.len() {
            let Some(atom) = atoms.get(at) else { break };
            let leans = before.is_some() && self.stands_alone(atoms, at);
            if let Some(item) = before.filter(|_| leans)
                && let Some(found) = self.filled_in(atom, item)
                && let Some(name) = atoms.get_mut(at).and_then(|atom| atom.name.as_mut())
            {
                name.senses = Few::one(Sense::Item(found));
                name.fit = Fit::Form;
            }
            let named = self.name(atoms, at).filter(|name| !name.is_ambiguous());
            if let Some(item) = named.and_then(|name| name.items().next()) {
                before = Some(item);
            }
        }
    }

    /// Whether a name has a number of its own and nothing before it that it could go with.
    fn stands_alone(&self, atoms: &[Atom], at: usize) -> bool {
        let Some(name) = self.name(atoms, at) else {
            return false;
        };
        let exact_item = name.is_item() && name.fit <= Fit::Form;
        let of = at
            .checked_sub(1)
            .filter(|before| atoms.get(*before).is_some_and(|atom| atom.is(Role::Of)));
        let number = of.unwrap_or(at).checked_sub(1);
        let counted = number
            .and_then(|number| atoms.get(number))
            .is_some_and(|atom| atom.number.is_some());
        let opened = number
            .and_then(|number| number.checked_sub(1))
            .and_then(|before| atoms.get(before))
            .is_some_and(|atom| atom.is_any(&[Role::With, Role::Negation]));
        !exact_item && counted && !opened
    }

    /// The item that goes by the noun of another with these words beside it.
    fn filled_in(&self, atom: &Atom, other: usize) -> Option<usize> {
        let offline = self.offline;
        let said: Vec<String> = self
            .tokens
            .get(atom.from..atom.to)?
            .iter()
            .map(|token| token.text.to_string())
            .collect();
        let names = &offline.vocabulary.items.get(other)?.names;
        names.iter().find_map(|name| {
            let name = words(name);
            let whole: Vec<String> = match offline.language {
                Language::PtBr => {
                    let of = name.iter().position(|word| word == "de")?;
                    name.get(..=of)?.iter().chain(&said).cloned().collect()
                }
                Language::EnUs => {
                    let noun = name.last().filter(|_| name.len() > 1)?;
                    said.iter().chain([noun]).cloned().collect()
                }
            };
            self.item_called(&whole, other)
        })
    }
}
