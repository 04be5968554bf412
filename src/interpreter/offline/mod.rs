//! The offline interpreter: a grammar driven by a menu's vocabulary and one lexicon a language.
//!
//! A reading runs through words, repair of spelling and speech, pieces, atoms, bindings, lines and wishes;
//! nothing in it is trained, nothing is written for one menu, and nothing does I/O or waits.

mod acts;
mod answering;
mod atoms;
mod blanking;
mod clauses;
mod copies;
mod corrections;
mod counting;
mod details;
mod edits;
mod exchange;
mod folding;
mod halves;
mod lexicon;
mod line_marks;
mod line_reader;
mod lines;
mod mentions;
mod names;
mod narrowing;
mod negation;
mod numbers;
mod ordering;
mod phrases;
mod phrasing;
mod placing;
mod questions;
mod reading;
mod references;
mod removal;
mod repair;
mod scoring;
mod sharing;
mod spelling;
mod splitting;
mod tagging;
mod targets;
mod text;
mod wishes;

use std::collections::HashSet;

pub use self::details::holds_card_number;
pub use self::mentions::{Mention, Mentioned, Named};
pub(in crate::interpreter) use self::text::words as folded_words;

use self::acts::Acts;
use self::lexicon::Lexicon;
use self::names::Names;
use self::phrases::Phrases;
use self::questions::frame::Frames;
use self::questions::search::Surroundings;
use self::questions::topics::Topics;
use crate::interpreter::vocabulary::{AttributeEntry, CategoryEntry, OptionEntry};
use crate::interpreter::{Heard, Proposal, Vocabulary};
use crate::order::{Language, OptionId};

/// The interpreter of one vocabulary in one language. Cheap to ask, safe to share between threads.
#[derive(Debug)]
pub struct Offline {
    vocabulary: Vocabulary,
    language: Language,
    lexicon: &'static Lexicon,
    acts: Acts,
    phrases: Phrases,
    names: Names,
    frames: Frames,
    surroundings: Surroundings,
    topics: Topics,
    /// Stems of every word of every name.
    stems: HashSet<String>,
    /// For each option, whether it stands for the dish that it is on.
    dishes: Vec<bool>,
    /// For each item, whether it takes each option.
    options_of: Vec<Vec<bool>>,
    /// For each item, whether it takes each attribute.
    attributes_of: Vec<Vec<bool>>,
    /// For each item, its category.
    categories: Vec<Option<usize>>,
    /// For each category, whether it is one of side dishes.
    sides: Vec<bool>,
}

impl Offline {
    /// Compiles the names of a vocabulary.
    pub fn new(vocabulary: Vocabulary, language: Language) -> Self {
        details::prepare(language);
        let lexicon = Lexicon::of(language);
        let phrases = Phrases::new(lexicon, &vocabulary.words);
        let names = Names::new(&vocabulary, language, &phrases);
        let stems = names
            .words
            .iter()
            .map(|word| text::stem(word, language))
            .collect();
        let names_item = |option: &OptionEntry| {
            let group = vocabulary.groups.iter().find(|group| group.id == option.group);
            group.is_some_and(|group| group.names_item)
        };
        let dishes = vocabulary.options.iter().map(names_item).collect();
        let options_of = vocabulary
            .items
            .iter()
            .map(|item| {
                let takes = |option: &OptionEntry| item.groups.contains(&option.group);
                vocabulary.options.iter().map(takes).collect()
            })
            .collect();
        let attributes_of = vocabulary
            .items
            .iter()
            .map(|item| {
                let takes = |entry: &AttributeEntry| item.attributes.contains(&entry.id);
                vocabulary.attributes.iter().map(takes).collect()
            })
            .collect();
        let categories = vocabulary
            .items
            .iter()
            .map(|item| {
                vocabulary
                    .categories
                    .iter()
                    .position(|entry| entry.id == item.category)
            })
            .collect();
        let sides = vocabulary
            .categories
            .iter()
            .map(|category| is_side_kind(lexicon, category))
            .collect();
        Self {
            language,
            lexicon,
            acts: Acts::new(lexicon),
            phrases,
            frames: Frames::new(lexicon.frames),
            surroundings: Surroundings::new(lexicon.leads, lexicon.tails),
            topics: Topics::new(&vocabulary, lexicon, language),
            names,
            stems,
            dishes,
            options_of,
            attributes_of,
            categories,
            sides,
            vocabulary,
        }
    }

    /// Interprets one turn: the first transcript that is read with certainty, or else the best one.
    pub fn read(&self, heard: &Heard<'_>) -> Proposal {
        answering::taken(self, heard).unwrap_or_else(|| numbers::read(self, heard))
    }

    /// Interprets one turn for its lines alone: nothing but "to go" and the like is kept apart from them.
    pub fn read_lines(&self, heard: &Heard<'_>) -> Proposal {
        details::read_lines(self, heard)
    }

    fn takes_option(&self, item: usize, option: usize) -> bool {
        let options = self.options_of.get(item);
        options
            .and_then(|options| options.get(option))
            .copied()
            .unwrap_or(false)
    }

    fn takes_attribute(&self, item: usize, attribute: usize) -> bool {
        let attributes = self.attributes_of.get(item);
        attributes
            .and_then(|attributes| attributes.get(attribute))
            .copied()
            .unwrap_or(false)
    }

    /// The dish that a name stands for by an option ("the margherita").
    fn dish_of(&self, name: &atoms::Name) -> Option<&OptionId> {
        let is_dish = |option: usize| self.dishes.get(option).copied().unwrap_or(false);
        let (dish, _) = name.options().find(|(option, _)| is_dish(*option))?;
        self.vocabulary.options.get(dish).map(|option| &option.id)
    }

    /// Whether the menu says which options stand for dishes.
    fn tells_dishes(&self) -> bool {
        self.dishes.contains(&true)
    }

    fn is_dish(&self, id: &OptionId) -> bool {
        let mut options = self.vocabulary.options.iter().zip(&self.dishes);
        options.any(|(option, dish)| *dish && option.id == *id)
    }

    fn is_generic(&self, item: usize) -> bool {
        self.vocabulary.items.get(item).is_some_and(|item| item.generic)
    }

    fn category_of(&self, item: usize) -> Option<usize> {
        self.categories.get(item).copied().flatten()
    }

    fn is_side(&self, item: usize) -> bool {
        self.category_of(item)
            .and_then(|category| self.sides.get(category))
            .copied()
            .unwrap_or(false)
    }
}

/// Whether a category is one of side dishes, by its names.
fn is_side_kind(lexicon: &Lexicon, category: &CategoryEntry) -> bool {
    category.names.iter().any(|name| {
        let name = text::words(name).join(" ");
        let mut sides = lexicon::split(lexicon.sides);
        sides.any(|side| name == side || name.starts_with(&format!("{side} ")))
    })
}

#[cfg(test)]
mod tests;
