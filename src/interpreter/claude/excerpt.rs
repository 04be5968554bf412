//! The menu as Claude gets it: all of it where it is small, else the part that could be meant.
//!
//! One line a thing, ids first, in the menu's own order, so that the text is the same from turn to turn.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::interpreter::offline::Mentioned;
use crate::interpreter::{Asked, Heard, Offline};
use crate::order::menu::{Group, Item, MenuOption, Names, Stock};
use crate::order::{GroupId, ItemId, Language, Menu, OptionId};

/// The most items and options of a menu that is given whole.
const SMALL: usize = 250;
/// The most items of an excerpt, and the most options.
const MOST_ITEMS: usize = 60;
const MOST_OPTIONS: usize = 120;
/// How alike two words must be for a name to be a candidate, 0 to 1 (Jaro-Winkler).
const ALIKE: f64 = 0.84;
/// The shortest word that is compared so.
const LEAST_LETTERS: usize = 4;

/// A part of the menu in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) text: String,
    /// Whether it is the whole menu.
    pub(super) whole: bool,
}

/// The part of the menu that a turn could mean.
pub(super) fn excerpt(menu: &Menu, language: Language, offline: &Offline, heard: &Heard<'_>) -> Excerpt {
    let whole = menu.items.len() + menu.options.len() <= SMALL;
    let part = (!whole).then(|| Part::of(menu, language, offline, heard));
    let items = menu
        .items
        .iter()
        .filter(|item| part.as_ref().is_none_or(|part| part.items.contains(&item.id)));
    let items: Vec<&Item> = items.collect();
    let groups = menu
        .groups
        .iter()
        .filter(|group| items.iter().any(|item| item.groups.contains(&group.id)));
    let in_part = |option: &&MenuOption| part.as_ref().is_none_or(|part| part.has_option(option));
    let mut text = String::from("ITEMS: id = names; sizes; groups of options\n");
    for item in &items {
        write_item(&mut text, menu, item, language);
    }
    text.push_str("GROUPS: id = name; how many; options as id = names\n");
    for group in groups {
        let options = menu.options_of(&group.id).filter(in_part);
        write_group(&mut text, group, options, language);
    }
    Excerpt { text, whole }
}

fn write_item(text: &mut String, menu: &Menu, item: &Item, language: Language) {
    let _ = write!(text, "{} = {}", item.id, called(&item.names, language));
    if let Some(comes_in) = &item.comes_in
        && let Some(attribute) = menu.attribute(&comes_in.attribute)
    {
        let values = comes_in.values.iter().filter_map(|value| {
            let names = attribute.value(value)?;
            Some(format!("{value} = {}", called(names, language)))
        });
        let values: Vec<String> = values.collect();
        let _ = write!(text, "; {}", values.join(", "));
    }
    if !item.groups.is_empty() {
        let groups: Vec<&str> = item.groups.iter().map(GroupId::as_str).collect();
        let _ = write!(text, "; groups {}", groups.join(", "));
    }
    if item.stock == Stock::Off {
        text.push_str("; off today");
    }
    text.push('\n');
}

fn write_group<'m>(
    text: &mut String,
    group: &Group,
    options: impl Iterator<Item = &'m MenuOption>,
    language: Language,
) {
    let _ = write!(
        text,
        "{} = {}; {} to {}",
        group.id,
        called(&group.names, language),
        group.least,
        group.most
    );
    if group.names_item {
        text.push_str("; names the dish");
    }
    if group.halves {
        text.push_str("; halves");
    }
    text.push('\n');
    for option in options {
        let _ = writeln!(text, "  {} = {}", option.id, called(&option.names, language));
    }
}

/// Everything that a thing is called, once each.
fn called(names: &Names, language: Language) -> String {
    let mut seen = HashSet::new();
    let all = names.get(&language).map(|name| name.all().collect::<Vec<_>>());
    let once: Vec<&str> = all
        .unwrap_or_default()
        .into_iter()
        .filter(|name| seen.insert(*name))
        .collect();
    // No name may look like the end of the menu.
    once.join(", ").replace('<', "(")
}

/// What of a large menu could be meant.
#[derive(Debug, Default)]
struct Part {
    items: HashSet<ItemId>,
    options: HashSet<OptionId>,
    /// Options that are on the draft or asked about, besides those that may be meant.
    all_options: bool,
}

impl Part {
    fn of(menu: &Menu, language: Language, offline: &Offline, heard: &Heard<'_>) -> Self {
        let mut part = Self::default();
        for line in &heard.draft.lines {
            part.items.insert(line.item.clone());
            part.options
                .extend(line.options.iter().map(|chosen| chosen.option.clone()));
        }
        if let Some(Asked::OneOf { items, options }) = heard.asked {
            part.items.extend(items.iter().cloned());
            part.options.extend(options.iter().cloned());
        }
        part.all_options = matches!(heard.asked, Some(Asked::Choice(_)));
        for transcript in heard.transcripts {
            part.take_mentions(offline, &transcript.text);
        }
        let words: Vec<String> = words(heard);
        for option in &menu.options {
            if part.options.len() < MOST_OPTIONS && is_alike(&option.names, language, &words) {
                part.options.insert(option.id.clone());
            }
        }
        for item in &menu.items {
            if part.items.len() < MOST_ITEMS && is_alike(&item.names, language, &words) {
                part.items.insert(item.id.clone());
            }
        }
        part.take_items_of_options(menu);
        part
    }

    fn take_mentions(&mut self, offline: &Offline, text: &str) {
        for mention in offline.mentions(text) {
            if let Mentioned::Name(named) = mention.what {
                self.items.extend(named.items.into_iter().take(MOST_ITEMS));
                self.options.extend(
                    named
                        .options
                        .into_iter()
                        .map(|(option, _)| option)
                        .take(MOST_OPTIONS),
                );
            }
        }
    }

    /// A dish that is named by its option ("a large margherita") is of an item that nobody said.
    fn take_items_of_options(&mut self, menu: &Menu) {
        let groups: HashSet<_> = menu
            .options
            .iter()
            .filter(|option| self.options.contains(&option.id))
            .map(|option| &option.group)
            .collect();
        for item in &menu.items {
            if self.items.len() >= MOST_ITEMS {
                break;
            }
            if item.groups.iter().any(|group| groups.contains(group)) {
                self.items.insert(item.id.clone());
            }
        }
    }

    fn has_option(&self, option: &MenuOption) -> bool {
        self.all_options || self.options.contains(&option.id)
    }
}

fn words(heard: &Heard<'_>) -> Vec<String> {
    let said = heard
        .transcripts
        .iter()
        .flat_map(|transcript| transcript.text.split_whitespace());
    let said = said.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    said.filter(|word| word.chars().count() >= LEAST_LETTERS)
        .take(100)
        .collect()
}

fn is_alike(names: &Names, language: Language, words: &[String]) -> bool {
    let Some(name) = names.get(&language) else {
        return false;
    };
    name.all().any(|name| {
        let mut parts = name
            .split_whitespace()
            .map(str::to_lowercase)
            .filter(|part| part.chars().count() >= LEAST_LETTERS);
        parts.any(|part| {
            words
                .iter()
                .any(|word| strsim::jaro_winkler(word, &part) >= ALIKE)
        })
    })
}
