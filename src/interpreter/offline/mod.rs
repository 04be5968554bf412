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
mod each;
mod edits;
mod exchange;
mod explain;
mod few;
mod folding;
mod halves;
mod heard_words;
mod index;
mod judging;
mod laid;
mod leaning;
mod lexicon;
mod line_marks;
mod line_reader;
mod lines;
mod lookup;
mod mentions;
mod names;
mod narrowing;
mod negation;
mod numbers;
mod off_menu;
mod ordering;
mod phrases;
mod phrasing;
mod placing;
mod portions;
mod questions;
mod reach;
mod reading;
mod references;
mod removal;
mod repair;
mod rewording;
mod roles;
mod scoring;
mod sharing;
mod sounding;
mod spelling;
mod splitting;
mod tagging;
mod targets;
mod text;
mod wishes;
mod word;

use std::sync::OnceLock;

pub use self::details::{folded, holds_card_number, is_number_word};
pub use self::mentions::{Mention, Mentioned, Named};
pub(in crate::interpreter) use self::text::words as folded_words;

use self::acts::Acts;
use self::index::Index;
use self::lexicon::Lexicon;
use self::names::Names;
use self::phrases::Phrases;
use self::questions::frame::Frames;
use self::questions::leads::Surroundings;
use self::questions::topics::Topics;
use self::spelling::Spellings;
use crate::interpreter::vocabulary::{CategoryEntry, GroupEntry, ItemEntry, OptionEntry};
use crate::interpreter::{Certainty, Doubt, Heard, Proposal, Transcript, Vocabulary};
use crate::order::{ItemId, Language, OptionId};

/// The interpreter of one vocabulary in one language. Cheap to ask, safe to share between threads.
#[derive(Debug)]
pub struct Offline {
    vocabulary: Vocabulary,
    language: Language,
    lexicon: &'static Lexicon,
    acts: &'static Acts,
    phrases: Phrases,
    names: Names,
    frames: &'static Frames,
    surroundings: &'static Surroundings,
    topics: Topics,
    /// The words of every name, for what is misspelt; compiled when something first is.
    spellings: OnceLock<Spellings>,
    /// For each option, whether it stands for the dish that it is on.
    dishes: Vec<bool>,
    /// Where everything stands, and what goes with what.
    index: Index,
    /// For each category, whether it is one of side dishes.
    sides: Vec<bool>,
}

impl Offline {
    /// What names are compiled by, as a number that changes with it.
    pub(super) const LEXICONS: u64 = lexicon::FINGERPRINT;

    /// Compiles the names of a vocabulary.
    pub fn new(vocabulary: Vocabulary, language: Language) -> Self {
        let phrases = Phrases::with(language, &vocabulary.words);
        let names = Names::new(&vocabulary, language, &phrases);
        Self::by(vocabulary, language, phrases, names)
    }

    /// The names as they were compiled, written down.
    ///
    /// # Errors
    /// None of what was compiled.
    pub(super) fn compiled(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(&self.names)
    }

    /// The same as [`new`](Self::new) makes, by names that were compiled before, where they can be read.
    pub(super) fn of_compiled(
        vocabulary: Vocabulary,
        language: Language,
        names: &'static [u8],
    ) -> Option<Self> {
        let names = postcard::from_bytes(names).ok()?;
        let phrases = Phrases::with(language, &vocabulary.words);
        Some(Self::by(vocabulary, language, phrases, names))
    }

    fn by(vocabulary: Vocabulary, language: Language, phrases: Phrases, names: Names) -> Self {
        let lexicon = Lexicon::of(language);
        let index = Index::new(&vocabulary);
        let names_item = |option: usize| {
            let group = index
                .group_of(option)
                .and_then(|group| vocabulary.groups.get(group));
            group.is_some_and(|group| group.names_item)
        };
        let dishes = (0..vocabulary.options.len()).map(names_item).collect();
        let sides = vocabulary
            .categories
            .iter()
            .map(|category| is_side_kind(lexicon, category))
            .collect();
        Self {
            language,
            lexicon,
            acts: Acts::of(language),
            phrases,
            frames: Frames::of(language),
            surroundings: Surroundings::of(language),
            topics: Topics::new(&vocabulary, lexicon, language),
            names,
            spellings: OnceLock::new(),
            dishes,
            index,
            sides,
            vocabulary,
        }
    }

    /// Interprets one turn: the first transcript that is read with certainty, or else the best one.
    pub fn read(&self, heard: &Heard<'_>) -> Proposal {
        as_far_as_readable(heard, |heard| {
            answering::taken(self, heard).unwrap_or_else(|| numbers::read(self, heard))
        })
    }

    /// Interprets one turn for its lines alone: nothing but "to go" and the like is kept apart from them.
    pub fn read_lines(&self, heard: &Heard<'_>) -> Proposal {
        as_far_as_readable(heard, |heard| details::read_lines(self, heard, None))
    }

    fn spellings(&self) -> &Spellings {
        self.spellings
            .get_or_init(|| Spellings::new(self.lexicon, &self.names))
    }

    /// An item of the menu.
    fn item(&self, id: &ItemId) -> Option<&ItemEntry> {
        self.vocabulary.items.get(self.index.item(id)?)
    }

    /// An option of the menu.
    fn option(&self, id: &OptionId) -> Option<&OptionEntry> {
        self.vocabulary.options.get(self.index.option(id)?)
    }

    /// The group of an option.
    fn group_of(&self, option: usize) -> Option<&GroupEntry> {
        self.vocabulary.groups.get(self.index.group_of(option)?)
    }

    fn takes_option(&self, item: usize, option: usize) -> bool {
        let sort = self.index.sort_of(item);
        sort.is_some_and(|sort| sort.takes_option(option))
    }

    fn takes_attribute(&self, item: usize, attribute: usize) -> bool {
        let sort = self.index.sort_of(item);
        sort.is_some_and(|sort| sort.takes_attribute(attribute))
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
        let dish = self.index.option(id).and_then(|option| self.dishes.get(option));
        dish.copied().unwrap_or(false)
    }

    fn is_generic(&self, item: usize) -> bool {
        self.vocabulary.items.get(item).is_some_and(|item| item.generic)
    }

    fn category_of(&self, item: usize) -> Option<usize> {
        self.index.category_of(item)
    }

    fn is_side(&self, item: usize) -> bool {
        self.category_of(item)
            .and_then(|category| self.sides.get(category))
            .copied()
            .unwrap_or(false)
    }
}

/// Reads transcripts no further than they can be read in time: nobody says so much in one breath.
fn as_far_as_readable(heard: &Heard<'_>, read: impl FnOnce(&Heard<'_>) -> Proposal) -> Proposal {
    let mut left = text::MOST_IN_ALL;
    let mut lengths = Vec::with_capacity(heard.transcripts.len());
    for transcript in heard.transcripts {
        let length = text::readable(&transcript.text).len().min(left);
        left -= length;
        lengths.push(length);
    }
    let whole = |(transcript, length): (&Transcript, &usize)| transcript.text.len() == *length;
    if heard.transcripts.iter().zip(&lengths).all(whole) {
        return read(heard);
    }
    // Of a transcript that is cut in the middle by the others' length, nothing is read.
    let cut: Vec<Transcript> = heard
        .transcripts
        .iter()
        .zip(&lengths)
        .filter(|(transcript, length)| **length == text::readable(&transcript.text).len())
        .map(|(transcript, length)| Transcript {
            text: transcript.text.get(..*length).unwrap_or_default().to_owned(),
            confidence: transcript.confidence,
        })
        .collect();
    let mut proposal = read(&Heard {
        transcripts: &cut,
        ..*heard
    });
    if heard.transcripts.first().map(|said| said.text.len()) != lengths.first().copied() {
        proposal.certainty = Certainty::Unsure;
        proposal.doubts.add(Doubt::Unread);
    }
    proposal
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
