//! Numbers in words, as one says them.

use crate::order::Language;
use crate::order::menu::Gender;

const EN_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const PT_SMALL: [&str; 20] = [
    "zero",
    "um",
    "dois",
    "três",
    "quatro",
    "cinco",
    "seis",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "quatorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
];
const PT_TENS: [&str; 10] = [
    "",
    "",
    "vinte",
    "trinta",
    "quarenta",
    "cinquenta",
    "sessenta",
    "setenta",
    "oitenta",
    "noventa",
];
const PT_HUNDREDS: [&str; 10] = [
    "",
    "cento",
    "duzentos",
    "trezentos",
    "quatrocentos",
    "quinhentos",
    "seiscentos",
    "setecentos",
    "oitocentos",
    "novecentos",
];

/// A number in words up to 9999, in digits beyond. Gender matters in Portuguese: "duas" against "dois".
pub fn spell(number: u32, language: Language, gender: Option<Gender>) -> String {
    match language {
        Language::EnUs => english(number),
        Language::PtBr => portuguese(number, gender.unwrap_or(Gender::Masculine)),
    }
}

fn word(table: &'static [&'static str], index: u32) -> &'static str {
    table.get(index as usize).copied().unwrap_or_default()
}

fn english(number: u32) -> String {
    match number {
        0..20 => word(&EN_SMALL, number).to_owned(),
        20..100 if number.is_multiple_of(10) => word(&EN_TENS, number / 10).to_owned(),
        20..100 => format!("{}-{}", word(&EN_TENS, number / 10), word(&EN_SMALL, number % 10)),
        100..1000 => joined(
            word(&EN_SMALL, number / 100),
            " hundred",
            number % 100,
            " ",
            english,
        ),
        1000..10_000 => joined(&english(number / 1000), " thousand", number % 1000, " ", english),
        _ => number.to_string(),
    }
}

fn joined(head: &str, unit: &str, rest: u32, joint: &str, spell: impl Fn(u32) -> String) -> String {
    if rest == 0 {
        format!("{head}{unit}")
    } else {
        format!("{head}{unit}{joint}{}", spell(rest))
    }
}

fn portuguese(number: u32, gender: Gender) -> String {
    let feminine = gender == Gender::Feminine;
    match number {
        1 if feminine => "uma".to_owned(),
        2 if feminine => "duas".to_owned(),
        0..20 => word(&PT_SMALL, number).to_owned(),
        100 => "cem".to_owned(),
        20..100 => joined(word(&PT_TENS, number / 10), "", number % 10, " e ", |rest| {
            portuguese(rest, gender)
        }),
        101..1000 => {
            let hundreds = word(&PT_HUNDREDS, number / 100);
            let head = if feminine {
                hundreds.replace("ntos", "ntas")
            } else {
                hundreds.to_owned()
            };
            joined(&head, "", number % 100, " e ", |rest| portuguese(rest, gender))
        }
        1000..10_000 => {
            let head = if number < 2000 {
                "mil".to_owned()
            } else {
                format!("{} mil", portuguese(number / 1000, gender))
            };
            let rest = number % 1000;
            let joint = if rest < 100 || rest.is_multiple_of(100) {
                " e "
            } else {
                " "
            };
            joined(&head, "", rest, joint, |rest| portuguese(rest, gender))
        }
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        let check = |number, english: &str, masculine: &str, feminine: &str| {
            assert_eq!(spell(number, Language::EnUs, None), english);
            assert_eq!(spell(number, Language::PtBr, Some(Gender::Masculine)), masculine);
            assert_eq!(spell(number, Language::PtBr, Some(Gender::Feminine)), feminine);
        };
        check(0, "zero", "zero", "zero");
        check(1, "one", "um", "uma");
        check(2, "two", "dois", "duas");
        check(16, "sixteen", "dezesseis", "dezesseis");
        check(42, "forty-two", "quarenta e dois", "quarenta e duas");
        check(90, "ninety", "noventa", "noventa");
        check(100, "one hundred", "cem", "cem");
        check(
            158,
            "one hundred fifty-eight",
            "cento e cinquenta e oito",
            "cento e cinquenta e oito",
        );
        check(200, "two hundred", "duzentos", "duzentas");
        check(1000, "one thousand", "mil", "mil");
        check(
            1200,
            "one thousand two hundred",
            "mil e duzentos",
            "mil e duzentas",
        );
        check(
            2345,
            "two thousand three hundred forty-five",
            "dois mil trezentos e quarenta e cinco",
            "duas mil trezentas e quarenta e cinco",
        );
        check(10_000, "10000", "10000", "10000");
    }
}
