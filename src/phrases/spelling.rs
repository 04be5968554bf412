//! Names and numbers one sign at a time: "M, A, P, L, E", "six, two". Letters stand apart, so that every speech engine says
//! their names; digits are words.

use super::Phrases;

/// The most words of a name that are spelled out; a street has three or four.
const MOST_WORDS: usize = 8;

impl Phrases {
    /// Each word of a name with its signs apart, in order. Whatever is neither letter nor digit parts words.
    pub fn signs<'n>(&self, name: &'n str) -> Vec<(&'n str, String)> {
        name.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(MOST_WORDS)
            .map(|word| (word, self.signs_of(word)))
            .collect()
    }

    fn signs_of(&self, word: &str) -> String {
        let sign = |c: char| match c.to_digit(10) {
            Some(digit) => self.digit(digit),
            None => c.to_uppercase().collect(),
        };
        word.chars().map(sign).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use crate::order::Language;
    use crate::phrases::phrases;

    #[test]
    fn signs_stand_apart() {
        let check = |name: &str, language, expected: &[&str]| {
            let signs: Vec<String> = phrases(language)
                .signs(name)
                .into_iter()
                .map(|(_, signs)| signs)
                .collect();
            assert_eq!(signs, expected, "{name}");
        };
        let (en, pt) = (Language::EnUs, Language::PtBr);
        check("Maple", en, &["M, A, P, L, E"]);
        check("62B", en, &["six, two, B"]);
        check("66", pt, &["meia, meia"]);
        check("pão de queijo", pt, &["P, Ã, O", "D, E", "Q, U, E, I, J, O"]);
        check("X-Tudo", pt, &["X", "T, U, D, O"]);
        check("", en, &[]);
        assert_eq!(phrases(en).signs(&"a ".repeat(50)).len(), super::MOST_WORDS);
    }
}
