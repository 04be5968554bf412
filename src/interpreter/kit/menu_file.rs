//! The menu file of the order cases, read into a vocabulary as it is.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::interpreter::vocabulary::{
    AttributeEntry, CategoryEntry, GroupEntry, ItemEntry, OptionEntry, OwnWords, Vocabulary,
};
use crate::order::{AttributeId, CategoryId, GroupId, ItemId, Language, OptionId, ValueId};

#[derive(Debug, Deserialize)]
struct MenuFile {
    language: String,
    #[serde(default)]
    lexicon: LexiconFile,
    #[serde(default)]
    attributes: Map<String, Value>,
    #[serde(default)]
    option_groups: Vec<GroupFile>,
    #[serde(default)]
    options: Vec<OptionFile>,
    #[serde(default)]
    categories: Vec<NamedFile>,
    items: Vec<ItemFile>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LexiconFile {
    numbers: Map<String, Value>,
    amounts: AmountsFile,
    negation: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AmountsFile {
    extra: Vec<String>,
    light: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct NamedFile {
    id: String,
    #[serde(default)]
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct GroupFile {
    id: String,
    #[serde(default)]
    removable: bool,
    #[serde(default)]
    amounts: bool,
}

#[derive(Debug, Deserialize)]
struct OptionFile {
    id: String,
    group: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    any_of: Vec<String>,
    #[serde(default)]
    counted_names: BTreeMap<String, u32>,
}

#[derive(Debug, Deserialize)]
struct ItemFile {
    id: String,
    category: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    attributes: Vec<String>,
    #[serde(default)]
    option_groups: Vec<String>,
    #[serde(default)]
    generic: Option<bool>,
}

/// Reads a menu file.
///
/// # Errors
/// When the text is not JSON of the menu's shape, names no known language, holds no item, or refers to a
/// group or attribute that it does not define.
pub fn vocabulary(menu_json: &str) -> anyhow::Result<(Vocabulary, Language)> {
    let file: MenuFile =
        serde_json::from_str(menu_json).context("the menu is not JSON of the expected shape")?;
    let language = Language::of_locale(&file.language)
        .with_context(|| format!("the menu's language {:?} is none that we speak", file.language))?;
    if file.items.is_empty() {
        bail!("the menu has no items");
    }
    let attributes = file
        .attributes
        .into_iter()
        .map(|(id, values)| attribute(id, values))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let groups: Vec<GroupEntry> = file
        .option_groups
        .into_iter()
        .map(|group| GroupEntry {
            id: GroupId::new(group.id),
            names: Vec::new(),
            removable: group.removable,
            amounts: group.amounts,
            names_item: false,
            least: 0,
            most: u32::MAX,
        })
        .collect();
    let vocabulary = Vocabulary {
        language: Some(language),
        items: file.items.into_iter().map(item).collect(),
        options: file.options.into_iter().map(option).collect(),
        groups,
        attributes,
        categories: file
            .categories
            .into_iter()
            .map(|category| CategoryEntry {
                id: CategoryId::new(category.id),
                names: category.names,
            })
            .collect(),
        words: own_words(file.lexicon)?,
    };
    check_references(&vocabulary)?;
    Ok((vocabulary, language))
}

fn attribute(id: String, values: Value) -> anyhow::Result<AttributeEntry> {
    let values: Vec<NamedFile> = serde_json::from_value(values)
        .with_context(|| format!("the values of attribute {id:?} are not a list of ids with names"))?;
    Ok(AttributeEntry {
        id: AttributeId::new(id),
        names: Vec::new(),
        values: values
            .into_iter()
            .map(|value| (ValueId::new(value.id), value.names))
            .collect(),
    })
}

fn item(file: ItemFile) -> ItemEntry {
    ItemEntry {
        id: ItemId::new(file.id),
        category: CategoryId::new(file.category),
        names: file.names,
        attributes: file.attributes.into_iter().map(AttributeId::new).collect(),
        values: Vec::new(),
        groups: file.option_groups.into_iter().map(GroupId::new).collect(),
        generic: file.generic.unwrap_or(false),
    }
}

fn option(file: OptionFile) -> OptionEntry {
    OptionEntry {
        id: OptionId::new(file.id),
        group: GroupId::new(file.group),
        names: file.names,
        counted_names: file.counted_names.into_iter().collect(),
        any_of: file.any_of.into_iter().map(OptionId::new).collect(),
        off: false,
    }
}

fn own_words(lexicon: LexiconFile) -> anyhow::Result<OwnWords> {
    let mut numbers = Vec::new();
    for (word, number) in lexicon.numbers {
        let number = number
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .with_context(|| format!("the number {word:?} has no whole value"))?;
        numbers.push((word, number));
    }
    Ok(OwnWords {
        numbers,
        extra: lexicon.amounts.extra,
        light: lexicon.amounts.light,
        negation: lexicon.negation,
    })
}

fn check_references(vocabulary: &Vocabulary) -> anyhow::Result<()> {
    let has_group = |id: &GroupId| vocabulary.groups.iter().any(|group| group.id == *id);
    for option in &vocabulary.options {
        if !has_group(&option.group) {
            bail!(
                "option {} belongs to group {}, which the menu does not define",
                option.id,
                option.group
            );
        }
    }
    for item in &vocabulary.items {
        if let Some(group) = item.groups.iter().find(|group| !has_group(group)) {
            bail!(
                "item {} takes options of group {group}, which the menu does not define",
                item.id
            );
        }
        if let Some(id) = item
            .attributes
            .iter()
            .find(|id| !vocabulary.attributes.iter().any(|entry| entry.id == **id))
        {
            bail!(
                "item {} has attribute {id}, which the menu does not define",
                item.id
            );
        }
    }
    Ok(())
}
