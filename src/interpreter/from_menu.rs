//! A shop's menu as a [`Vocabulary`] in one language.

use super::vocabulary::{
    AttributeEntry, CategoryEntry, GroupEntry, ItemEntry, OptionEntry, OwnWords, Vocabulary,
};
use crate::order::Language;
use crate::order::menu::{Attribute, Category, Group, Item, Menu, MenuOption, Names, Stock};

/// The names by which the menu's things go in this language.
pub fn vocabulary(menu: &Menu, language: Language) -> Vocabulary {
    Vocabulary {
        language: Some(language),
        items: menu.items.iter().map(|item| item_entry(item, language)).collect(),
        options: menu
            .options
            .iter()
            .map(|option| option_entry(option, language))
            .collect(),
        groups: menu
            .groups
            .iter()
            .map(|group| group_entry(group, language))
            .collect(),
        attributes: menu
            .attributes
            .iter()
            .map(|attribute| attribute_entry(attribute, language))
            .collect(),
        categories: menu
            .categories
            .iter()
            .map(|category| category_entry(category, language))
            .collect(),
        words: OwnWords::default(),
    }
}

fn item_entry(item: &Item, language: Language) -> ItemEntry {
    ItemEntry {
        id: item.id.clone(),
        category: item.category.clone(),
        names: called(&item.names, language),
        attributes: item
            .comes_in
            .iter()
            .map(|comes_in| comes_in.attribute.clone())
            .collect(),
        values: item
            .comes_in
            .iter()
            .flat_map(|comes_in| comes_in.values.iter().cloned())
            .collect(),
        groups: item.groups.clone(),
        generic: false,
    }
}

fn option_entry(option: &MenuOption, language: Language) -> OptionEntry {
    OptionEntry {
        id: option.id.clone(),
        group: option.group.clone(),
        names: called(&option.names, language),
        counted_names: Vec::new(),
        any_of: Vec::new(),
        off: option.stock == Stock::Off,
    }
}

fn group_entry(group: &Group, language: Language) -> GroupEntry {
    GroupEntry {
        id: group.id.clone(),
        names: called(&group.names, language),
        removable: true,
        amounts: group.amounts,
        names_item: group.names_item,
        least: group.least,
        most: group.most,
    }
}

fn attribute_entry(attribute: &Attribute, language: Language) -> AttributeEntry {
    let values = attribute.values.iter();
    AttributeEntry {
        id: attribute.id.clone(),
        names: called(&attribute.names, language),
        values: values
            .map(|(id, names)| (id.clone(), called(names, language)))
            .collect(),
    }
}

fn category_entry(category: &Category, language: Language) -> CategoryEntry {
    CategoryEntry {
        id: category.id.clone(),
        names: called(&category.names, language),
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
