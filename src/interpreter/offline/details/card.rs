//! Numbers of payment cards, which nobody is to say here: known so that they are neither kept nor handed on. They are
//! looked for in all of what was said, in the digits of every script and the words of every language.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;

use super::numbers::{DigitString, Joining};
use super::said::Said;
use crate::interpreter::Transcript;
use crate::interpreter::offline::text::{MOST_BYTES, tokens};
use crate::order::Language;

/// How many digits a card's number has, by ISO/IEC 7812.
const DIGITS: Range<usize> = 13..20;
/// From so many digits on they hold one even where no check digit fits, because one was misheard or its date follows: no
/// number to call and no postal code is as long.
const SURELY: usize = 15;
/// The fewest words in which so many digits can be said.
const LEAST_WORDS: usize = 4;
/// How many digits a group has that a card's number is said in ("4111, then 1111, then …").
const GROUP: Range<usize> = 3..7;
/// The most words between two groups.
const MOST_BETWEEN: usize = 3;
/// From so many digits on they are the part of a number that is called a card's. The last four may be said.
const PART: usize = 8;
/// The most words between "card" and that part.
const MOST_LEADING: usize = 5;
/// How much of a text is read at once, in words and in bytes, and how much of it again with what follows: more than a
/// card's number takes.
const AT_ONCE: (usize, usize) = (100, MOST_BYTES - 50);
const AGAIN: (usize, usize) = (40, 400);
/// The most parts that are read of one text: whoever says more has said no card's number.
const MOST_PARTS: usize = 1_000;

/// What a card is called.
const CARD: &[&str] = &[
    "card",
    "visa",
    "mastercard",
    "amex",
    "elo",
    "hipercard",
    "cartao",
    "credito",
    "debito",
];
/// What may stand between that and its number.
const LEADING: &[&str] = &[
    "is", "its", "the", "a", "no", "number", "ends", "starts", "begins", "with", "in", "o", "do", "da",
    "numero", "comeca", "termina", "com", "final", "em", "sao", "ser",
];

/// Whether one of the transcripts holds what is or could be a card's number, in digits or in words; in this language or,
/// as some people read digits out, in another.
pub fn holds_card_number(language: Language, transcripts: &[Transcript]) -> bool {
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    let languages: Vec<Language> = std::iter::once(language).chain(others).collect();
    transcripts.iter().any(|transcript| {
        let text = in_ascii_digits(&transcript.text);
        let mut parts = parts(&text).take(MOST_PARTS);
        parts.any(|part| languages.iter().any(|language| in_text(*language, part)))
    })
}

fn in_text(language: Language, text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < PART && text.split_whitespace().count() < LEAST_WORDS {
        return false;
    }
    let tokens = tokens(text);
    let said = Said::new(language, text, &tokens);
    let strings = said.digit_strings(Joining::Digits);
    strings.iter().any(|string| {
        is_card(&string.digits) || (string.digits.len() >= PART && is_called_card(&said, string))
    }) || (0..strings.len()).any(|first| in_groups(strings.get(first..).unwrap_or_default()))
}

fn is_card(digits: &str) -> bool {
    digits.len() >= SURELY || (DIGITS.contains(&digits.len()) && fits_its_check_digit(digits))
}

/// Whether a card's number begins with the first of these strings and is said in groups, with small words between them.
fn in_groups(strings: &[DigitString]) -> bool {
    let mut digits = String::new();
    let mut end = None;
    for string in strings {
        let near = end.is_none_or(|end| string.range.start <= end + MOST_BETWEEN);
        if !near || !GROUP.contains(&string.digits.len()) || digits.len() >= DIGITS.end {
            return false;
        }
        digits.push_str(&string.digits);
        end = Some(string.range.end);
        if DIGITS.contains(&digits.len()) && fits_its_check_digit(&digits) {
            return true;
        }
    }
    false
}

/// Whether the words right before a string say that it is a card's.
fn is_called_card(said: &Said<'_>, string: &DigitString) -> bool {
    for back in 1..=MOST_LEADING {
        let Some(at) = string.range.start.checked_sub(back) else {
            return false;
        };
        let word = said.word(at);
        if CARD.contains(&word) {
            return true;
        }
        // "É", that is, and not "e".
        let is = word == "e" && said.tokens.get(at).is_some_and(|token| token.accented);
        if !is && !LEADING.contains(&word) {
            return false;
        }
    }
    false
}

/// The check by which a card's last digit follows from the others (Luhn).
fn fits_its_check_digit(digits: &str) -> bool {
    let values = digits
        .bytes()
        .rev()
        .map(|digit| u32::from(digit.saturating_sub(b'0')));
    let sum: u32 = values
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => digit,
            _ if digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// A text with the digits of every script as those of ASCII.
fn in_ascii_digits(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    // Wide, raised and circled digits are forms of those of ASCII.
    let plain = |c: char| {
        let forms = std::iter::once(c).nfkc().filter(char::is_ascii_digit);
        let mut digits = forms.chain(in_script(c));
        match c.is_numeric() && !c.is_ascii() {
            true => digits.next().unwrap_or(c),
            false => c,
        }
    };
    text.chars().map(plain).collect()
}

/// Where the digits of a script begin, with its zero; the other nine follow (Unicode's Nd).
const ZEROS: &[char] = &[
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{1090}',
    '\u{17e0}', '\u{1810}', '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1a90}', '\u{1b50}', '\u{1bb0}',
    '\u{1c40}', '\u{1c50}', '\u{a620}', '\u{a8d0}', '\u{a900}', '\u{a9d0}', '\u{a9f0}', '\u{aa50}',
    '\u{abf0}',
];

fn in_script(c: char) -> Option<char> {
    let value = |zero: &char| {
        u32::from(c)
            .checked_sub(u32::from(*zero))
            .filter(|value| *value < 10)
    };
    let value = ZEROS.iter().find_map(value)?;
    char::from_digit(value, 10)
}

/// A text in parts that are short enough to be read whole, each beginning within the one before.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let words: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.as_ptr().addr() - text.as_ptr().addr())
        .collect();
    let border = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let word_at = |place: usize| words.get(place).copied().unwrap_or(text.len());
        let first = words.partition_point(|word| *word < start);
        let end = border(word_at(first + AT_ONCE.0).min(start + AT_ONCE.1));
        let last = words.partition_point(|word| *word < end);
        let again = word_at(last.saturating_sub(AGAIN.0)).max(border(end.saturating_sub(AGAIN.1)));
        next = (end < text.len()).then_some(again);
        text.get(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, text: &str, expected: bool) {
        let shown: String = text.chars().rev().take(80).collect();
        let holds = holds_card_number(language, &[Transcript::certain(text)]);
        assert_eq!(holds, expected, "{shown}");
    }

    #[test]
    fn card_numbers_are_known_in_digits_and_in_words() {
        use Language::{EnUs, PtBr};
        check(EnUs, "my card is 4111 1111 1111 1111", true);
        check(EnUs, "4111-1111-1111-1111 expires twelve thirty", true);
        check(
            EnUs,
            "charge four one one one, one one one one, one one one one, one one one one",
            true,
        );
        check(
            EnUs,
            "it's forty one eleven eleven eleven eleven eleven eleven eleven",
            true,
        );
        // One digit misheard.
        check(EnUs, "4111 1111 1111 1112", true);
        check(
            PtBr,
            "o número é quatro um um um um um um um um um um um um um um um",
            true,
        );
        check(PtBr, "meu cartão é 5500 0000 0000 0004", true);
        check(
            EnUs,
            "two large pepperoni and three cokes to sixty two maple street",
            false,
        );
        check(EnUs, "call me at 415 555 0132", false);
        check(PtBr, "meu telefone é 55 11 98765 4321", false);
        check(
            PtBr,
            "onze nove oito sete seis cinco quatro três dois um zero",
            false,
        );
    }

    #[test]
    fn what_stands_around_it_hides_no_card_number() {
        use Language::{EnUs, PtBr};
        check(
            EnUs,
            "4111 1111 1111 1111 12 30 123 05410 002 and then some",
            true,
        );
        check(EnUs, "so 4111 and then 1111 um then 1111 and 1111", true);
        check(PtBr, "é 4111 e depois 1111 aí 1111 e por fim 1111", true);
        check(
            PtBr,
            "four one one one one one one one one one one one one one one one",
            true,
        );
        check(EnUs, "４１１１ １１１１ １１１１ １１１１", true);
        check(EnUs, "٤١١١ ١١١١ ١١١١ ١١١١", true);
        check(EnUs, "4111\u{200b}1111\u{200b}1111\u{200b}1111", true);
        for times in [10, 99, 100, 101, 102, 1_000] {
            check(
                EnUs,
                &format!("{}4111 1111 1111 1111", "and so on ".repeat(times)),
                true,
            );
            let words = "four one one one one one one one one one one one one one one one";
            check(
                EnUs,
                &format!("{}{words} thanks", "é isso aí ".repeat(times)),
                true,
            );
        }
        // Groups that no check digit joins, and those of a phone and a postal code.
        check(EnUs, "house 4111 and then 1111 then 1111 and 1112", false);
        check(PtBr, "cep 05410-002 telefone 11 98765 4321 número 1234", false);
    }

    #[test]
    fn half_a_number_is_known_where_it_is_called_a_cards() {
        use Language::{EnUs, PtBr};
        check(EnUs, "my card number is 4111 1111", true);
        check(EnUs, "the rest of the card is 1111 1111", true);
        check(PtBr, "o número do cartão é 4111 1111", true);
        check(PtBr, "cartão final 4111", false);
        check(EnUs, "by card, and my number is 98765 4321", false);
        check(PtBr, "pago no cartão e 98765 4321 é meu telefone", false);
        check(PtBr, "pago no cartão meu telefone é 11 98765 4321", false);
    }
}
