//! The names of a menu as values of a slot type, which both platforms want in the same shape: one value with
//! its synonyms, and no text twice.

use std::collections::BTreeSet;

use super::samples::speakable;
use crate::interpreter::Vocabulary;

/// One thing with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MenuValue {
    /// Its id, unique in the list.
    pub(super) id: String,
    /// What it is called first.
    pub(super) value: String,
    /// What else it is called.
    pub(super) synonyms: Vec<String>,
}

/// The most values of a slot type that both platforms take.
const MOST_VALUES: usize = 10_000;

/// Items, options, and the values of attributes ("large"), which are all answers to some question.
pub(super) fn of(vocabulary: &Vocabulary) -> Vec<MenuValue> {
    let items = vocabulary
        .items
        .iter()
        .map(|item| (format!("item.{}", item.id), &item.names));
    let options = vocabulary
        .options
        .iter()
        .map(|option| (format!("option.{}", option.id), &option.names));
    let attributes = vocabulary.attributes.iter().flat_map(|attribute| {
        let values = attribute.values.iter();
        values.map(|(value, names)| (format!("value.{}.{value}", attribute.id), names))
    });
    let mut known = BTreeSet::new();
    items
        .chain(options)
        .chain(attributes)
        .filter_map(|(id, names)| menu_value(id, names, &mut known))
        .take(MOST_VALUES)
        .collect()
}

/// None where everything that it is called is already the name of something else.
fn menu_value(id: String, names: &[String], known: &mut BTreeSet<String>) -> Option<MenuValue> {
    let mut names = names
        .iter()
        .map(|name| speakable(name))
        .filter(|name| !name.is_empty() && known.insert(name.to_lowercase()));
    let value = names.next()?;
    Some(MenuValue {
        id,
        value,
        synonyms: names.collect(),
    })
}
