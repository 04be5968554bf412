//! The names by which a menu's things go in one language: all that the offline interpreter knows of a menu.

use crate::order::{AttributeId, CategoryId, GroupId, ItemId, Language, OptionId, ValueId};

/// A menu as one hears it, in one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    /// The language of every name in it.
    pub language: Option<Language>,
    /// Dishes and drinks; the first is what options without an item belong to when nothing else decides.
    pub items: Vec<ItemEntry>,
    /// Toppings, flavours, styles.
    pub options: Vec<OptionEntry>,
    /// Sets of options.
    pub groups: Vec<GroupEntry>,
    /// Size, container, volume and the like.
    pub attributes: Vec<AttributeEntry>,
    /// Kinds of items.
    pub categories: Vec<CategoryEntry>,
    /// Words of this menu's own for numbers, amounts and negation, beside the language's lexicon.
    pub words: OwnWords,
}

/// An item and its names.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemEntry {
    /// Its id.
    pub id: ItemId,
    /// Its category.
    pub category: CategoryId,
    /// What it is called, singular or plural as people say it.
    pub names: Vec<String>,
    /// The attributes that it comes in.
    pub attributes: Vec<AttributeId>,
    /// The values of those that it comes in; empty: all of them.
    pub values: Vec<ValueId>,
    /// The groups whose options it takes.
    pub groups: Vec<GroupId>,
    /// Whether it stands for its whole category ("a drink"), only where no real item is named.
    pub generic: bool,
}

/// An option and its names.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionEntry {
    /// Its id.
    pub id: OptionId,
    /// The group it belongs to.
    pub group: GroupId,
    /// What it is called.
    pub names: Vec<String>,
    /// Names that hold a number of portions ("double shot" is 2).
    pub counted_names: Vec<(String, u32)>,
    /// The options that this unspecific one may mean ("beans": black or pinto); empty for a real option.
    pub any_of: Vec<OptionId>,
    /// Whether it is not to be had at present: known by name, but not among the choices that are read out.
    pub off: bool,
}

/// A group of options.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupEntry {
    /// Its id.
    pub id: GroupId,
    /// What it is called ("flavour").
    pub names: Vec<String>,
    /// Whether its options can be left off.
    pub removable: bool,
    /// Whether its options come in extra and light portions.
    pub amounts: bool,
    /// Whether its options stand for the dish ("a large margherita"), so that a line is called by them.
    pub names_item: bool,
    /// The fewest of its options that an item needs.
    pub least: u32,
    /// The most of its options that an item takes.
    pub most: u32,
}

/// An attribute and its values.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeEntry {
    /// Its id.
    pub id: AttributeId,
    /// What it is called ("size").
    pub names: Vec<String>,
    /// Its values with their names.
    pub values: Vec<(ValueId, Vec<String>)>,
}

/// A category and its names.
#[derive(Debug, Clone, PartialEq)]
pub struct CategoryEntry {
    /// Its id.
    pub id: CategoryId,
    /// What it is called.
    pub names: Vec<String>,
}

/// Words that a menu brings along, beside the language's lexicon.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnWords {
    /// Numbers.
    pub numbers: Vec<(String, u32)>,
    /// Words for more than the usual portion.
    pub extra: Vec<String>,
    /// Words for less than the usual portion.
    pub light: Vec<String>,
    /// Words that say that what follows is not wanted.
    pub negation: Vec<String>,
}
