//! A language's lexicon and a menu's own words, compiled for look-up by phrase.

use super::laid::{Row, laid, laid_list};
use super::lexicon::{EN_US, PT_BR, Role};
use super::lookup::Phrased;
use super::text::{self, Token};
use super::word::AsText;
use crate::interpreter::vocabulary::OwnWords;
use crate::order::{Amount, Language};

/// The largest number that is told from larger ones: far beyond any order, and small enough to be added up.
const MOST: u32 = 10_000;

/// The compiled phrases.
#[derive(Debug)]
pub(super) struct Phrases {
    roles: Phrased<Role>,
    /// The phrases that are fillers, whatever else they are.
    fillers: Phrased<()>,
    /// The first words of phrases that names may part, and how those end.
    parted: Phrased<&'static str>,
    /// The words by which a menu tells one thing from another of its kind.
    telling: Phrased<()>,
    /// The words behind a number of those who eat.
    headcount: Phrased<()>,
    /// How words begin that say what was only thought of.
    abandoned: Phrased<()>,
}

impl Phrases {
    /// The phrases of a language.
    fn of(language: Language) -> Self {
        macro_rules! of {
            ($lexicon:expr) => {
                Self {
                    roles: laid!(
                        Role, Role::Filler;
                        &numbers::<{ $lexicon.numbers.len() }>($lexicon.numbers), $lexicon.phrases,
                    ),
                    fillers: laid_list!(fillers($lexicon.phrases)),
                    parted: laid!(
                        &'static str, "";
                        &parted::<{ $lexicon.parted_phrases.len() }>($lexicon.parted_phrases),
                    ),
                    telling: laid_list!($lexicon.telling),
                    headcount: laid_list!($lexicon.headcount),
                    abandoned: laid_list!($lexicon.abandoned),
                }
            };
        }
        match language {
            Language::EnUs => of!(EN_US),
            Language::PtBr => of!(PT_BR),
        }
    }

    /// The same with a menu's own words; where both know a phrase, the lexicon has the say.
    pub(super) fn with(language: Language, own: &OwnWords) -> Self {
        let mut phrases = Self::of(language);
        if *own != OwnWords::default() {
            phrases.add_own(own);
        }
        phrases
    }

    fn add_own(&mut self, own: &OwnWords) {
        let own_amounts = |all: &[String], amount| {
            all.iter()
                .map(move |phrase| (phrase.clone(), Role::Amount(amount)))
                .collect::<Vec<_>>()
        };
        let own_phrases = own_amounts(&own.extra, Amount::Extra)
            .into_iter()
            .chain(own_amounts(&own.light, Amount::Light))
            .chain(own.negation.iter().map(|phrase| (phrase.clone(), Role::Negation)))
            .chain(
                own.numbers
                    .iter()
                    .map(|(phrase, number)| (phrase.clone(), Role::Number(*number))),
            );
        let unknown: Vec<_> = own_phrases
            .map(|(phrase, role)| (text::phrase(&phrase).into_owned(), role))
            .filter(|(phrase, _)| !phrase.is_empty() && !self.roles.contains(phrase))
            .collect();
        for (phrase, role) in unknown {
            let roles = self.roles.entry(&phrase, role);
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    }

    /// The length of the longest filler of at most `most` words at a place; what is also something else is none.
    pub(super) fn filler_at(&self, words: &[Token], at: usize, mut most: usize) -> Option<usize> {
        loop {
            let (length, ()) = self.fillers.longest_at(words, at, 1..=most, |_| Some(()))?;
            if self.of_words(words.get(at..at + length)?) == Some(&[Role::Filler]) {
                return Some(length);
            }
            most = length - 1;
        }
    }

    /// How phrases end that begin with a word, where a name may stand in between.
    pub(super) fn parted_by(&self, first: &(impl AsText + ?Sized)) -> &[&'static str] {
        self.parted.get(first).unwrap_or_default()
    }

    /// Whether a word tells one thing from another of its kind.
    pub(super) fn tells(&self, word: &(impl AsText + ?Sized)) -> bool {
        self.telling.contains(word)
    }

    /// Whether words begin at a place that say what was only thought of.
    pub(super) fn abandons(&self, words: &[Token], at: usize) -> bool {
        let longest = self.abandoned.longest();
        let found = self.abandoned.longest_at(words, at, 1..=longest, |_| Some(()));
        found.is_some()
    }

    /// The length of the words at a place that say who eats, and not what.
    pub(super) fn headcount_at(&self, words: &[Token], at: usize) -> Option<usize> {
        let longest = self.headcount.longest();
        let found = self.headcount.longest_at(words, at, 1..=longest, |_| Some(()));
        found.map(|(length, ())| length)
    }

    /// Words of the longest phrase.
    pub(super) fn longest(&self) -> usize {
        self.roles.longest()
    }

    /// Words of the longest phrase that may begin with this one; 0 where none does.
    pub(super) fn longest_from(&self, first: &Token) -> usize {
        self.roles.longest_from(first)
    }

    /// The roles of the phrase that words make.
    pub(super) fn of_words(&self, words: &[Token]) -> Option<&[Role]> {
        self.roles.of_words(words)
    }

    /// The roles of a phrase, its words parted by one space.
    pub(super) fn roles(&self, phrase: &(impl AsText + ?Sized)) -> Option<&[Role]> {
        self.roles.get(phrase)
    }

    /// The number that a word is, in words or digits.
    pub(super) fn number(&self, word: &(impl AsText + ?Sized)) -> Option<u32> {
        self.number_of(word.text(), self.roles(word))
    }

    /// The number that a word of these roles is, in words or digits. More digits than anyone orders are still a number,
    /// which the order then refuses: taken for a word, they would leave one of the thing.
    pub(super) fn number_of(&self, word: &str, roles: Option<&[Role]>) -> Option<u32> {
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(word.parse::<u32>().unwrap_or(MOST).min(MOST));
        }
        roles?.iter().rev().find_map(|role| match role {
            Role::Number(number) => Some(*number),
            _ => None,
        })
    }
}

/// Numbers in words as rows of roles.
const fn numbers<const ROWS: usize>(table: &[(&'static str, u32)]) -> [Row<Role>; ROWS] {
    let mut rows = [(Role::Filler, ""); ROWS];
    let (mut free, mut rest) = (rows.as_mut_slice(), table);
    while let ([row, others @ ..], [(word, number), behind @ ..]) = (free, rest) {
        *row = (Role::Number(*number), *word);
        (free, rest) = (others, behind);
    }
    rows
}

/// Phrases of two parts by the first of them.
const fn parted<const ROWS: usize>(table: &[(&'static str, &'static str)]) -> [Row<&'static str>; ROWS] {
    let mut rows = [("", ""); ROWS];
    let (mut free, mut rest) = (rows.as_mut_slice(), table);
    while let ([row, others @ ..], [(first, second), behind @ ..]) = (free, rest) {
        *row = (*second, *first);
        (free, rest) = (others, behind);
    }
    rows
}

/// The phrases that are fillers, whatever else they are.
pub(super) const fn fillers(table: &[Row<Role>]) -> &'static str {
    let (mut fillers, mut rest) = ("", table);
    while let [(role, phrases), behind @ ..] = rest {
        if matches!(role, Role::Filler) {
            assert!(fillers.is_empty(), "all fillers stand in one row");
            fillers = *phrases;
        }
        rest = behind;
    }
    fillers
}
