//! Runs the offline interpreter over lines of JSON: an utterance in, the order it asks for out.
//!
//! The menu's format and the lines' are those of the order cases that `comanda interpret` is measured with:
//! a menu file holds `lexicon`, `attributes`, `option_groups`, `options`, `categories` and `items`. Only
//! additions to an empty order are written out; there is no dialogue here.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::vocabulary::{
    AttributeEntry, CategoryEntry, GroupEntry, ItemEntry, OptionEntry, OwnWords, Vocabulary,
};
use super::{EditKind, Heard, Offline, OptionWish, Proposal, Transcript, Wish};
use crate::order::{
    Amount, AttributeId, CategoryId, Draft, GroupId, Half, ItemId, Language, OptionId, ValueId,
};

/// The longest line that is read, in bytes.
const LONGEST_LINE: usize = 1 << 20;

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

#[derive(Debug, Deserialize)]
struct Case {
    id: Value,
    utterance: String,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: Value,
    order: Value,
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
            removable: group.removable,
            amounts: group.amounts,
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

/// Interprets every line of `reader` (`{"id", "menu", "utterance"}`) and writes `{"id", "order": {"lines": […]}}`
/// for each, flushed at once. A line that is no case is answered with `{"error": …}`, and the next one read.
///
/// # Errors
/// When the menu can't be read, or reading or writing fails.
pub fn interpret_lines(
    menu_json: &str,
    mut reader: impl BufRead,
    mut writer: impl Write,
) -> anyhow::Result<()> {
    let (vocabulary, language) = vocabulary(menu_json)?;
    let offline = Offline::new(vocabulary.clone(), language);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = std::io::Read::take(&mut reader, LONGEST_LINE as u64)
            .read_until(b'\n', &mut line)
            .context("reading a case")?;
        if read == 0 {
            return Ok(());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = answer(&offline, &vocabulary, &line)
            .unwrap_or_else(|error| json!({ "error": format!("{error:#}") }));
        writeln!(writer, "{answer}").context("writing an answer")?;
        writer.flush().context("writing an answer")?;
    }
}

fn answer(offline: &Offline, vocabulary: &Vocabulary, line: &[u8]) -> anyhow::Result<Value> {
    let case: Case = serde_json::from_slice(line).context("the line is not a case with id and utterance")?;
    let order = order(offline, vocabulary, &case.utterance);
    serde_json::to_value(Answer { id: case.id, order }).context("writing the order as JSON")
}

/// The order that an utterance asks for, as JSON.
fn order(offline: &Offline, vocabulary: &Vocabulary, utterance: &str) -> Value {
    let draft = Draft::default();
    let transcripts = [Transcript::certain(utterance)];
    let proposal = offline.read(&Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &draft,
        asked: None,
    });
    lines(vocabulary, &proposal)
}

fn lines(vocabulary: &Vocabulary, proposal: &Proposal) -> Value {
    let wishes = proposal.edits.iter().filter_map(|edit| match &edit.kind {
        EditKind::Add(wish) => Some(wish),
        EditKind::Remove { .. }
        | EditKind::SetQuantity { .. }
        | EditKind::Modify { .. }
        | EditKind::Replace { .. }
        | EditKind::Again { .. } => None,
    });
    json!({ "lines": wishes.map(|wish| line_json(vocabulary, wish)).collect::<Vec<_>>() })
}

fn line_json(vocabulary: &Vocabulary, wish: &Wish) -> Value {
    let mut line = Map::new();
    let item = match wish.items.as_slice() {
        [one] => json!(one),
        several => json!(several),
    };
    line.insert("item".to_owned(), item);
    line.insert("quantity".to_owned(), json!(wish.quantity.unwrap_or(1)));
    let entries: Vec<&ItemEntry> = vocabulary
        .items
        .iter()
        .filter(|entry| wish.items.contains(&entry.id))
        .collect();
    for (attribute, value) in &wish.attributes {
        // A size where the menu has none is no part of the order.
        if entries.iter().any(|entry| entry.attributes.contains(attribute)) {
            line.insert(attribute.to_string(), json!(value));
        }
    }
    let group = |wish: &OptionWish| {
        let option = vocabulary.options.iter().find(|entry| entry.id == wish.option);
        option.and_then(|option| vocabulary.groups.iter().find(|group| group.id == option.group))
    };
    let taken = |wish: &&OptionWish| {
        group(wish).is_some_and(|group| entries.iter().any(|entry| entry.groups.contains(&group.id)))
    };
    let option_json = |wish: &OptionWish| option_json(wish, group(wish).is_some_and(|group| group.amounts));
    line.insert(
        "add".to_owned(),
        wish.add.iter().filter(taken).map(option_json).collect(),
    );
    let removable = |wish: &&OptionWish| group(wish).is_some_and(|group| group.removable);
    line.insert(
        "remove".to_owned(),
        wish.remove
            .iter()
            .filter(taken)
            .filter(removable)
            .map(option_json)
            .collect(),
    );
    Value::Object(line)
}

fn option_json(wish: &OptionWish, amounts: bool) -> Value {
    let mut option = Map::new();
    option.insert("option".to_owned(), json!(wish.option));
    match wish.amount.filter(|_| amounts) {
        Some(Amount::Extra) => option.insert("amount".to_owned(), json!("extra")),
        Some(Amount::Light) => option.insert("amount".to_owned(), json!("light")),
        None => None,
    };
    if let Some(count) = wish.count {
        option.insert("count".to_owned(), json!(count));
    }
    match wish.half {
        Some(Half::First) => option.insert("half".to_owned(), json!(1)),
        Some(Half::Second) => option.insert("half".to_owned(), json!(2)),
        None => None,
    };
    Value::Object(option)
}
