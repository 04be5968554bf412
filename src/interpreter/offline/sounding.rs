//! How words sound, roughly, by a language's rules of spelling: a key that tells vowels apart, and one that does not.
//!
//! The rules are the lexicon's; nothing here knows a menu.

/// What letters sound like: the letters, what must follow them (any of these, `$` the end of the word; empty: anything),
/// and the sound. Letters that begin with `^` stand at the beginning of a word only.
pub(super) type SoundRule = (&'static str, &'static str, &'static str);

/// The rules of a language, by the letter that each begins with, so that a place in a word is held against few of them.
#[derive(Debug)]
pub(super) struct Sounds {
    by_letter: [Vec<Rule>; LETTERS],
}

/// A rule as it is tried.
#[derive(Debug)]
struct Rule {
    letters: &'static str,
    /// Whether it stands at the beginning of a word only.
    begins: bool,
    /// The letters of which one must follow, as bits; 0: anything may.
    before: u32,
    sound: &'static str,
}

/// How many letters folded words are of, nearly all of them.
const LETTERS: usize = 26;
/// The bit of the end of a word.
const END: u32 = 1 << LETTERS;

impl Sounds {
    /// The rules in their order.
    pub(super) fn new(rules: &[SoundRule]) -> Self {
        let mut by_letter = [const { Vec::new() }; LETTERS];
        for rule in rules.iter().map(Rule::of) {
            let first = rule.letters.bytes().next();
            if let Some(rules) = first.and_then(place).and_then(|at| by_letter.get_mut(at)) {
                rules.push(rule);
            }
        }
        Self { by_letter }
    }

    /// The key of a folded word: the first rule that fits at a place is taken, other letters stand for themselves, and
    /// what sounds twice is there once.
    pub(super) fn key(&self, word: &str) -> String {
        let mut key = String::with_capacity(word.len());
        let mut last = None;
        let mut at = 0;
        while let Some(rest) = word.get(at..).filter(|rest| !rest.is_empty()) {
            let (length, sound) = self.first_sound(rest, at == 0);
            for letter in sound
                .chars()
                .filter(|letter| last.replace(*letter) != Some(*letter))
            {
                key.push(letter);
            }
            at += length;
        }
        key
    }

    /// What a text begins with sounds like, and how many bytes that is.
    fn first_sound<'w>(&self, rest: &'w str, begins: bool) -> (usize, &'w str) {
        let rules = rest
            .bytes()
            .next()
            .and_then(place)
            .and_then(|at| self.by_letter.get(at));
        let rule = rules.and_then(|rules| rules.iter().find(|rule| rule.fits(rest, begins)));
        rule.map_or_else(
            || {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                (length, rest.get(..length).unwrap_or_default())
            },
            |rule| (rule.letters.len(), rule.sound),
        )
    }
}

impl Rule {
    fn of((letters, before, sound): &SoundRule) -> Self {
        let letter = |byte: u8| {
            if byte == b'$' {
                END
            } else {
                place(byte).map_or(0, |at| 1 << at)
            }
        };
        Self {
            letters: letters.trim_start_matches('^'),
            begins: letters.starts_with('^'),
            before: before
                .bytes()
                .map(letter)
                .fold(0, |before, letter| before | letter),
            sound,
        }
    }

    /// Whether a text begins as the rule says; `begins` where the word does with it.
    fn fits(&self, rest: &str, begins: bool) -> bool {
        if self.begins && !begins {
            return false;
        }
        let Some(behind) = rest.strip_prefix(self.letters) else {
            return false;
        };
        self.before == 0 || {
            let next = behind.bytes().next();
            let next = next.map_or(END, |next| place(next).map_or(0, |at| 1 << at));
            self.before & next != 0
        }
    }
}

/// The place of a letter in the alphabet.
fn place(letter: u8) -> Option<usize> {
    letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'))
}

/// A key with its vowels all alike.
pub(super) fn without_vowels(key: &str) -> String {
    let mut bare = String::with_capacity(key.len());
    for letter in key.chars() {
        let letter = if matches!(letter, 'a' | 'e' | 'i' | 'I' | 'o' | 'u') {
            'a'
        } else {
            letter
        };
        if !bare.ends_with(letter) {
            bare.push(letter);
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::offline::lexicon::Lexicon;
    use crate::order::Language;

    fn check(language: Language, alike: &[&str]) {
        let sounds = Sounds::new(Lexicon::of(language).sounds);
        let keys: Vec<String> = alike
            .iter()
            .map(|word| without_vowels(&sounds.key(word)))
            .collect();
        assert!(
            keys.windows(2).all(|pair| pair[0] == pair[1]),
            "{alike:?}: {keys:?}"
        );
    }

    #[test]
    fn what_sounds_alike_has_one_key() {
        check(Language::EnUs, &["margherita", "margarita", "margareeta"]);
        check(Language::EnUs, &["knight", "night", "nite"]);
        check(Language::EnUs, &["mushroom", "mashrum", "mushrumb"]);
        check(Language::EnUs, &["cheese", "chease", "cheeze"]);
        check(Language::EnUs, &["coffee", "koffy", "cofey"]);
        check(Language::PtBr, &["calabresa", "calabreza", "kalabresa"]);
        check(Language::PtBr, &["coxinha", "cochinia", "coshinha"]);
        check(Language::PtBr, &["hamburguer", "amburguer", "hamburger"]);
        check(Language::PtBr, &["caldo", "caudo"]);
        check(Language::PtBr, &["pao", "pam", "paum"]);
    }

    #[test]
    fn what_sounds_otherwise_has_another() {
        let key = |language, word| Sounds::new(Lexicon::of(language).sounds).key(word);
        for (language, one, other) in [
            (Language::EnUs, "steak", "stock"),
            (Language::EnUs, "flan", "plan"),
            (Language::PtBr, "bolo", "bola"),
            (Language::PtBr, "pudim", "pudor"),
        ] {
            assert_ne!(key(language, one), key(language, other), "{one} {other}");
        }
    }
}
