//! Puts small spelling and hearing errors right: a word that neither menu nor lexicon knows becomes the one
//! word of the menu that is spelt or sounds nearly like it. Precision goes before reach.

use std::borrow::Cow;

use super::Offline;
use super::lookup::Texts;
use super::text::{Token, sound, stem};
use crate::order::Language;

/// Words shorter than this are left as they are.
const LEAST_LETTERS: usize = 5;
/// From this length on, two letters may differ.
const LONG: usize = 8;
/// By how many bytes a word may be longer or shorter than what it is taken for.
const MOST_LONGER: usize = 2;

/// The menu's words, for look-up by how they sound and how they are spelt.
#[derive(Debug)]
pub(super) struct Spellings {
    by_sound: Texts<Vec<usize>>,
    /// By first letter and length: the places of words.
    by_shape: Texts<Vec<usize>>,
    words: Vec<Spelt>,
}

#[derive(Debug)]
struct Spelt {
    word: String,
    /// The letters it holds, as bits.
    letters: u32,
}

impl Spellings {
    /// Compiles words.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut spellings = Self {
            by_sound: Texts::default(),
            by_shape: Texts::default(),
            words: Vec::new(),
        };
        for word in words.filter(|word| word.len() >= LEAST_LETTERS - 1) {
            let at = spellings.words.len();
            spellings
                .by_sound
                .entry(Cow::Owned(sound(word)), Vec::new)
                .push(at);
            let shape = shape(word, word.len());
            spellings.by_shape.entry(Cow::Owned(shape), Vec::new).push(at);
            spellings.words.push(Spelt {
                word: word.to_owned(),
                letters: letters(word),
            });
        }
        spellings
    }

    /// The words that sound like one, of about its length.
    fn sounding_like(&self, word: &str) -> impl Iterator<Item = &str> {
        let alike = self.by_sound.get(&sound(word)).into_iter().flatten();
        let known = alike.filter_map(|at| Some(self.words.get(*at)?.word.as_str()));
        known.filter(move |known| known.len().abs_diff(word.len()) <= MOST_LONGER)
    }

    /// The words that are spelt nearly like one, with how many letters differ.
    fn spelt_like(&self, word: &str) -> impl Iterator<Item = (&str, usize)> {
        let lengths = word.len().saturating_sub(MOST_LONGER)..=word.len() + MOST_LONGER;
        let shaped = lengths.filter_map(move |length| self.by_shape.get(&shape(word, length)));
        let said = letters(word);
        shaped.flatten().filter_map(move |at| {
            let Spelt { word: known, letters } = self.words.get(*at)?;
            let most = most_errors(word, known);
            // Each error takes away one letter at the most, and puts one in.
            let (gone, new) = (said & !letters, letters & !said);
            let errors = usize::try_from(gone.count_ones().max(new.count_ones())).unwrap_or(usize::MAX);
            if most == 0 || errors > most {
                return None;
            }
            let distance = strsim::osa_distance(word, known);
            (distance <= most).then_some((known.as_str(), distance))
        })
    }
}

/// The first letter of a word, and a length.
fn shape(word: &str, length: usize) -> String {
    let mut shape = length.to_string();
    shape.extend(word.chars().next());
    shape
}

fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, letter| {
        letters | 1_u32.rotate_left(u32::from(letter))
    })
}

/// Corrects the tokens in place.
pub(super) fn correct(offline: &Offline, language: Language, tokens: &mut [Token]) {
    for token in tokens {
        if token.text.len() < LEAST_LETTERS
            || token.text.chars().any(|c| c.is_ascii_digit())
            || is_known(offline, language, &token.text)
        {
            continue;
        }
        if let Some(word) = nearest(offline, &token.text) {
            token.text = word.into();
            token.corrected = true;
        }
    }
}

fn is_known(offline: &Offline, language: Language, word: &str) -> bool {
    offline.phrases.contains_word(word)
        || offline.names.words.contains(word)
        || offline.stems.contains(&stem(word, language))
        // "pepperjack" for "pepper jack": known once joined.
        || offline.names.find(&[offline.names.forms(word, &offline.phrases, &[])]).is_some()
}

/// The one known word that is near enough, or none where two are equally near.
fn nearest<'o>(offline: &'o Offline, word: &str) -> Option<&'o str> {
    let spellings = offline.spellings();
    let mut alike = spellings.sounding_like(word).peekable();
    if alike.peek().is_some() {
        return only_one(offline, alike);
    }
    let near: Vec<(&str, usize)> = spellings.spelt_like(word).collect();
    let least = near.iter().map(|(_, distance)| *distance).min()?;
    let nearest = near.into_iter().filter(|(_, distance)| *distance == least);
    only_one(offline, nearest.map(|(known, _)| known))
}

/// Of words that are equally near, the first by letters where all name the same.
fn only_one<'o>(offline: &'o Offline, words: impl Iterator<Item = &'o str>) -> Option<&'o str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    let (first, others) = words.split_first()?;
    let same = |other: &&str| names_the_same(offline, first, other);
    others.iter().all(same).then_some(*first)
}

/// How many letters may differ: in words of five only one too many or too few.
fn most_errors(word: &str, known: &str) -> usize {
    if word.len() >= LONG && known.len() >= LONG - 1 {
        2
    } else {
        usize::from(word.len().max(known.len()) > LEAST_LETTERS)
    }
}

/// Whether two words are forms of one, or two spellings of one name.
fn names_the_same(offline: &Offline, one: &str, other: &str) -> bool {
    let senses = |word| {
        let forms = offline.names.forms(word, &offline.phrases, &[]);
        offline.names.find(&[forms]).map(|(senses, _)| senses)
    };
    stem(one, offline.language) == stem(other, offline.language)
        || senses(one).is_some_and(|senses_of_one| senses(other).is_some_and(|other| other == senses_of_one))
}
