//! Numbers of payment cards, which nobody is to say here: known so that they are neither kept nor handed on.

use super::numbers::Joining;
use super::said::Said;
use crate::interpreter::Transcript;
use crate::order::Language;

/// How many digits a card's number has, by ISO/IEC 7812.
const DIGITS: std::ops::RangeInclusive<usize> = 13..=19;
/// From so many digits on it is one even where the check digit does not fit, because one was misheard: no number to call
/// and no postal code is as long.
const SURELY: usize = 15;
/// The fewest words in which so many digits can be said.
const LEAST_WORDS: usize = 4;

/// Whether one of the transcripts holds what is or could be a card's number, in digits or in words.
pub fn holds_card_number(language: Language, transcripts: &[Transcript]) -> bool {
    transcripts
        .iter()
        .any(|transcript| in_text(language, &transcript.text))
}

fn in_text(language: Language, text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < *DIGITS.start() && text.split_whitespace().count() < LEAST_WORDS {
        return false;
    }
    let said = Said::new(language, text);
    let strings = said.digit_strings(Joining::Digits);
    strings.iter().any(|string| is_card(&string.digits))
}

fn is_card(digits: &str) -> bool {
    DIGITS.contains(&digits.len()) && (digits.len() >= SURELY || fits_its_check_digit(digits))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn card_numbers_are_known_in_digits_and_in_words() {
        let check = |language, text: &str, expected| {
            assert_eq!(in_text(language, text), expected, "{text}");
        };
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
}
