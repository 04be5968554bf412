//! A shop's menu as a [`Vocabulary`] in one language.

use super::vocabulary::{
    AttributeEntry, CategoryEntry, GroupEntry, ItemEntry, OptionEntry, OwnWords, Vocabulary,
};
use crate::order::Language;
use crate::order::menu::{Menu, Names};

/// The names by which the menu's things go in this language.
pub fn vocabulary(menu: &Menu, language: Language) -> Vocabulary {
    let called = |names: &Names| called(names, language);
    Vocabulary {
        language: Some(language),
        items: menu
            .items
            .iter()
            .map(|item| ItemEntry {
                id: item.id.clone(),
                category: item.category.clone(),
                names: called(&item.names),
                attributes: item
                    .comes_in
                    .iter()
                    .map(|comes_in| comes_in.attribute.clone())
                    .collect(),
                groups: item.groups.clone(),
                generic: false,
            })
            .collect(),
        options: menu
            .options
            .iter()
            .map(|option| OptionEntry {
                id: option.id.clone(),
                group: option.group.clone(),
                names: called(&option.names),
                counted_names: Vec::new(),
                any_of: Vec::new(),
            })
            .collect(),
        groups: menu
            .groups
            .iter()
            .map(|group| GroupEntry {
                id: group.id.clone(),
                removable: true,
                amounts: group.amounts,
                names_item: group.names_item,
            })
            .collect(),
        attributes: menu
            .attributes
            .iter()
            .map(|attribute| AttributeEntry {
                id: attribute.id.clone(),
                values: attribute
                    .values
                    .iter()
                    .map(|(id, names)| (id.clone(), called(names)))
                    .collect(),
            })
            .collect(),
        categories: menu
            .categories
            .iter()
            .map(|category| CategoryEntry {
                id: category.id.clone(),
                names: called(&category.names),
            })
            .collect(),
        words: OwnWords::default(),
    }
}

fn called(names: &Names, language: Language) -> Vec<String> {
    let Some(name) = names.get(&language) else {
        return Vec::new();
    };
    let mut called: Vec<String> = Vec::new();
    for text in name.all() {
        if !called.iter().any(|other| other == text) {
            called.push(text.to_owned());
        }
    }
    called
}
