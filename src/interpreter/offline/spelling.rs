//! Puts small spelling and hearing errors right: words that neither menu nor lexicon knows become the one word or name of
//! the menu that is spelt or sounds nearly like them. Precision goes before reach.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Offline;
use super::lexicon::{Lexicon, split};
use super::lookup::Texts;
use super::names::{Fit, Names};
use super::sounding::{Sounds, without_vowels};
use super::text::{Token, stem};
use super::word::{AsText, Word};
use crate::order::Language;

/// Words shorter than this are left as they are.
const LEAST_LETTERS: usize = 5;
/// From this length on, two letters may differ.
const LONG: usize = 8;
/// By how many bytes a word may be longer or shorter than what it is taken for.
const MOST_LONGER: usize = 2;
/// By how many bytes words that were heard apart may be longer or shorter than what they are taken for.
const MOST_LONGER_APART: usize = 4;
/// The least sounds of a word that is known by them whatever its vowels.
const LEAST_SOUNDS: usize = 6;
/// The least sounds of one that is known though one of them differs.
const MANY_SOUNDS: usize = 8;
/// The most words as which a name is heard that has fewer.
const MOST_APART: usize = 4;
/// The fewest letters that such words have together.
const LEAST_APART: usize = 6;

/// The menu's words, and its names of several words as one, for look-up by how they sound and how they are spelt.
#[derive(Debug)]
pub(super) struct Spellings {
    sounds: Sounds,
    /// The words of the language's own phrases, which are misspelt as nothing.
    of_language: Texts<()>,
    by_sound: Texts<Vec<usize>>,
    /// By their sounds without vowels.
    by_consonants: Texts<Vec<usize>>,
    /// By their sounds' shape, vowels all alike: the places of words and names.
    by_sounds: HashMap<Shape, Vec<usize>>,
    /// By their letters' shape: the places of words.
    by_shape: HashMap<Shape, Vec<usize>>,
    words: Vec<Spelt>,
}

/// The first letter of a word, and a length in bytes.
type Shape = (u8, usize);

#[derive(Debug)]
struct Spelt {
    word: String,
    /// The letters it holds, as bits.
    letters: u32,
    /// How it sounds, vowels all alike.
    bare: String,
}

impl Spellings {
    /// Compiles the words of names, and the names.
    pub(super) fn new(lexicon: &'static Lexicon, names: &Names) -> Self {
        let mut of_language = Texts::default();
        let phrases = lexicon.phrases.iter().flat_map(|(_, all)| split(all));
        for word in phrases.flat_map(str::split_ascii_whitespace) {
            of_language.entry(Cow::Borrowed(word), || ());
        }
        let mut spellings = Self {
            sounds: Sounds::new(lexicon.sounds),
            of_language,
            by_sound: Texts::default(),
            by_consonants: Texts::default(),
            by_sounds: HashMap::new(),
            by_shape: HashMap::new(),
            words: Vec::new(),
        };
        for (word, ()) in names
            .words
            .iter()
            .filter(|(word, ())| word.len() >= LEAST_LETTERS - 1)
        {
            let at = spellings.words.len();
            let shaped = spellings.by_shape.entry(shape(word, word.len()));
            shaped.or_default().push(at);
            spellings.add(word);
        }
        for name in names
            .joined()
            .filter(|name| name.len() >= LEAST_APART && !names.words.contains(name))
        {
            spellings.add(name);
        }
        spellings
    }

    fn add(&mut self, word: &str) {
        let at = self.words.len();
        let key = self.sounds.key(word);
        let bare = without_vowels(&key);
        self.by_sounds
            .entry(shape(&bare, bare.len()))
            .or_default()
            .push(at);
        self.by_consonants
            .entry_of(Cow::Borrowed(&bare), Vec::new)
            .push(at);
        self.by_sound.entry(Cow::Owned(key), Vec::new).push(at);
        self.words.push(Spelt {
            word: word.to_owned(),
            letters: letters(word),
            bare,
        });
    }

    /// The words that sound the same as one, of about its length; or else, where it need not be the same, those that
    /// differ in their vowels alone, or else in one sound.
    fn sounding_like(&self, word: &str, most_longer: usize, same: bool) -> Vec<&Spelt> {
        let near = |at: &usize| {
            let known = self.words.get(*at)?;
            (known.word.len().abs_diff(word.len()) <= most_longer).then_some(known)
        };
        let key = self.sounds.key(word);
        let alike: Vec<&Spelt> = self
            .by_sound
            .get(&key)
            .into_iter()
            .flatten()
            .filter_map(near)
            .collect();
        if same || !alike.is_empty() {
            return alike;
        }
        let bare = without_vowels(&key);
        if bare.len() < LEAST_SOUNDS {
            return Vec::new();
        }
        let alike: Vec<&Spelt> = self
            .by_consonants
            .get(&bare)
            .into_iter()
            .flatten()
            .filter_map(near)
            .collect();
        if !alike.is_empty() || bare.len() < MANY_SOUNDS {
            return alike;
        }
        let lengths = bare.len() - 1..=bare.len() + 1;
        let shaped = lengths.filter_map(|length| self.by_sounds.get(&shape(&bare, length)));
        let one_differs =
            |known: &&Spelt| known.bare.len() >= MANY_SOUNDS && is_one_apart(&known.bare, &bare);
        shaped.flatten().filter_map(near).filter(one_differs).collect()
    }

    /// The words that are spelt nearly like one, with how many letters differ.
    fn spelt_like(&self, word: &str) -> impl Iterator<Item = (&str, usize)> {
        let lengths = word.len().saturating_sub(MOST_LONGER)..=word.len() + MOST_LONGER;
        let shaped = lengths.filter_map(move |length| self.by_shape.get(&shape(word, length)));
        let said = letters(word);
        shaped.flatten().filter_map(move |at| {
            let Spelt {
                word: known, letters, ..
            } = self.words.get(*at)?;
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

fn shape(word: &str, length: usize) -> Shape {
    (word.bytes().next().unwrap_or_default(), length)
}

/// Whether at most one letter of two words is another, one too many, or two neighbours changed places: an edit distance
/// that is told in one pass, since a long menu has many names of one shape.
fn is_one_apart<'w>(one: &'w str, other: &'w str) -> bool {
    let alike = |(one, other): &(u8, u8)| one == other;
    let begin = one.bytes().zip(other.bytes()).take_while(alike).count();
    let behind = |word: &'w str| word.as_bytes().get(begin..).unwrap_or_default();
    let (one, other) = (behind(one), behind(other));
    let ends = one.iter().rev().zip(other.iter().rev());
    let end = ends.take_while(|(one, other)| one == other).count();
    let before = |word: &'w [u8]| word.get(..word.len() - end).unwrap_or_default();
    match (before(one), before(other)) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, letter| {
        letters | 1_u32.rotate_left(u32::from(letter))
    })
}

/// Puts right what was heard or spelt wrong: first what was heard apart, then word by word.
pub(super) fn repair(offline: &Offline, tokens: &mut Vec<Token>) {
    hear_numbers(offline, tokens);
    let mut strange: Vec<bool> = tokens
        .iter()
        .map(|token| is_strange(offline, &token.text))
        .collect();
    if !strange.contains(&true) {
        return;
    }
    rejoin(offline, tokens, &mut strange);
    for (token, _) in tokens.iter_mut().zip(strange).filter(|(_, strange)| *strange) {
        correct_one(offline, token);
    }
}

/// "For cheese" for "four cheese": a word that sounds like a number is one where a name begins with that number.
fn hear_numbers(offline: &Offline, tokens: &mut [Token]) {
    for at in 0..tokens.len().saturating_sub(1) {
        let [token, next] = tokens.get_mut(at..at + 2).unwrap_or_default() else {
            return;
        };
        let mut alike = offline.lexicon.like_numbers.iter();
        let Some((_, number)) = alike.find(|(word, _)| *word == token.text.as_str()) else {
            continue;
        };
        let forms = |word| offline.names.forms(word, &offline.phrases, &[]);
        let named = offline.names.find(&[forms(number), forms(next.text.as_str())]);
        if !next.pause && named.is_some_and(|(_, fit)| fit <= Fit::Form) {
            token.text = (*number).into();
            token.corrected = true;
        }
    }
}

/// Corrects the tokens in place, word by word.
pub(super) fn correct(offline: &Offline, language: Language, tokens: &mut [Token]) {
    for token in tokens {
        if token.text.len() >= LEAST_LETTERS && !is_known(offline, language, &token.text) {
            correct_one(offline, token);
        }
    }
}

/// Corrects a word that is not known.
fn correct_one(offline: &Offline, token: &mut Token) {
    if token.text.len() < LEAST_LETTERS || token.text.chars().any(|c| c.is_ascii_digit()) {
        return;
    }
    if let Some(word) = nearest(offline, &token.text) {
        token.text = word.into();
        token.corrected = true;
    }
}

fn is_known(offline: &Offline, language: Language, word: &(impl AsText + ?Sized)) -> bool {
    if offline.phrases.roles(word).is_some() || offline.names.words.contains(word) {
        return true;
    }
    let word = word.text();
    offline.names.stems.contains(&stem(word, language))
        // "pepperjack" for "pepper jack": known once joined.
        || offline.names.find(&[offline.names.forms(word, &offline.phrases, &[])]).is_some()
        || offline.lexicon.short_forms.iter().any(|(short, _)| *short == word)
}

/// The one known word that is near enough, or none where two are equally near.
fn nearest<'o>(offline: &'o Offline, word: &str) -> Option<&'o str> {
    let spellings = offline.spellings();
    if spellings.of_language.contains(word) {
        return None;
    }
    let alike = spellings.sounding_like(word, MOST_LONGER, false);
    if !alike.is_empty() {
        return only_one(offline, alike.iter().map(|known| known.word.as_str()));
    }
    let near: Vec<(&str, usize)> = spellings.spelt_like(word).collect();
    let least = near.iter().map(|(_, distance)| *distance).min()?;
    let nearest = near.into_iter().filter(|(_, distance)| *distance == least);
    only_one(offline, nearest.map(|(known, _)| known))
}

/// Puts words together that a name was heard apart as ("pepper only" for pepperoni): only where the menu knows one of
/// them neither as a word of its own nor as one of the language's.
fn rejoin(offline: &Offline, tokens: &mut Vec<Token>, strange: &mut Vec<bool>) {
    let mut at = 0;
    while at < tokens.len() {
        let found = (2..=MOST_APART).rev().find_map(|length| {
            let window = tokens.get(at..at + length)?;
            let odd = strange.get(at..at + length)?.contains(&true);
            let whole = window.iter().skip(1).all(|token| !token.pause) && window.iter().all(is_of_letters);
            let name = if odd && whole {
                heard_apart(offline, window)
            } else {
                None
            };
            name.map(|name| (length, name.to_owned()))
        });
        if let Some((length, name)) = found {
            let end = tokens.get(at + length - 1).map_or(0, |token| token.span.end);
            if let Some(token) = tokens.get_mut(at) {
                token.text = name.into();
                token.span.end = end;
                token.corrected = true;
            }
            tokens.drain(at + 1..at + length);
            strange.drain(at + 1..at + length);
            if let Some(strange) = strange.get_mut(at) {
                *strange = false;
            }
        }
        at += 1;
    }
}

/// Whether a word is of neither menu nor language.
fn is_strange(offline: &Offline, word: &Word) -> bool {
    word.len() > 1
        && !word.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && !is_known(offline, offline.language, word)
}

fn is_of_letters(token: &Token) -> bool {
    token.text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The one name or word that words make together by their sound, and not by their letters.
fn heard_apart<'o>(offline: &'o Offline, words: &[Token]) -> Option<&'o str> {
    let joined: String = words.iter().map(|word| word.text.as_str()).collect();
    if joined.len() < LEAST_APART {
        return None;
    }
    // What begins with a word of the language's own ("a", "um") is a name only if it sounds just like one.
    let begins = words
        .first()
        .is_some_and(|word| offline.phrases.roles(&word.text).is_some());
    let alike = offline
        .spellings()
        .sounding_like(&joined, MOST_LONGER_APART, begins);
    // What is a name once it is joined is left to those who join names.
    if alike.is_empty() || is_known(offline, offline.language, &joined) {
        return None;
    }
    only_one(offline, alike.iter().map(|known| known.word.as_str()))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_one_apart;

    proptest! {
        #[test]
        fn one_apart_is_an_edit_distance_of_one(one in "[abn]{0,6}", other in "[abn]{0,6}") {
            prop_assert_eq!(is_one_apart(&one, &other), strsim::osa_distance(&one, &other) <= 1);
        }
    }
}
