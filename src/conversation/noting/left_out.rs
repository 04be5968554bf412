//! What the journal leaves out of words: numbers that may be somebody's, and what is known of the customer.

use super::super::scene::Scene;
use crate::interpreter::{folded, is_number_word};

/// The most characters of an utterance that are kept.
const MOST_CHARS: usize = 300;
/// Stands for what was left out.
const GAP: &str = "…";
/// So many digits in one word are no number of dishes, and so many in a whole utterance are no order.
const DIGITS_OF_A_WORD: usize = 3;
const DIGITS_IN_ALL: usize = 6;
/// So many numbers one after the other are a telephone, a card or a postal code.
const NUMBERS_IN_A_ROW: usize = 4;

/// Words beside which somebody says where they live, who they are or how they are reached or pay; also where the reading
/// made nothing of it.
const PRIVATE_WORDS: &[&str] = &[
    "street",
    "avenue",
    "road",
    "lane",
    "drive",
    "boulevard",
    "apartment",
    "zip",
    "postal",
    "address",
    "name",
    "phone",
    "cell",
    "email",
    "card",
    "pin",
    "password",
    "i'm",
    "rua",
    "avenida",
    "travessa",
    "alameda",
    "praça",
    "rodovia",
    "apartamento",
    "apto",
    "cep",
    "endereço",
    "nome",
    "chamo",
    "chama",
    "telefone",
    "celular",
    "cartão",
    "senha",
    "cpf",
    "moro",
    "mail",
    "gmail",
    "hotmail",
    "arroba",
    "bairro",
    "bloco",
];

/// Whether one of these is among words, or an address for mail.
pub(super) fn names_private(words: &str) -> bool {
    let lower = words.to_lowercase().replace('\u{2019}', "'");
    let mut parts = lower.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    lower.contains('@') || parts.any(|word| PRIVATE_WORDS.contains(&word))
}

/// The words without what may be somebody's number, of whatever kind.
pub(super) fn without_numbers(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).count();
    let many = words.iter().map(|word| digits(word)).sum::<usize>() >= DIGITS_IN_ALL;
    let is_number =
        |word: &str| digits(word) > 0 || is_number_word(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut hidden = vec![false; words.len()];
    let mut run: Vec<usize> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let joins = matches!(*word, "e" | "and") && !run.is_empty();
        if is_number(word) {
            run.push(place);
        } else if !joins {
            run.clear();
        }
        if run.len() >= NUMBERS_IN_A_ROW {
            for place in &run {
                if let Some(hidden) = hidden.get_mut(*place) {
                    *hidden = true;
                }
            }
        }
        let is_long = digits(word) >= DIGITS_OF_A_WORD || (many && digits(word) > 0);
        if let Some(hidden) = hidden.get_mut(place).filter(|_| is_long) {
            *hidden = true;
        }
    }
    joined(words.iter().zip(hidden))
}

/// The words with gaps for those that are hidden, no longer than they are kept.
fn joined<'w>(words: impl Iterator<Item = (&'w &'w str, bool)>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for (word, hidden) in words {
        match hidden {
            true if kept.last() == Some(&GAP) => {}
            true => kept.push(GAP),
            false => kept.push(word),
        }
    }
    kept.join(" ").chars().take(MOST_CHARS).collect()
}

/// The words without those that are known of the customer: their name, their street.
pub(super) fn without_known(words: &str, known: &[String]) -> String {
    let is_known = |word: &str| {
        let mut parts = word.split(|c: char| !c.is_alphanumeric()).map(folded);
        parts.any(|part| known.contains(&part))
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    let hidden: Vec<bool> = words.iter().map(|word| is_known(word)).collect();
    joined(words.iter().zip(hidden))
}

/// Words of what is kept of the customer and stands on the draft: their name, street, complement and landmark.
pub(super) fn known(scene: &Scene<'_>) -> Vec<String> {
    let mut texts: Vec<&str> = Vec::new();
    let kept = &scene.customer.value.kept;
    texts.extend(kept.contact.name.as_deref());
    if let Some(address) = &kept.address {
        texts.push(&address.street);
        texts.extend(address.complement.as_deref());
        texts.extend(address.landmark.as_deref());
    }
    if let Some(getting) = scene.getting() {
        texts.extend(getting.contact.name.as_deref());
        let address = &getting.address;
        let parts = [&address.street, &address.complement, &address.landmark];
        texts.extend(parts.into_iter().filter_map(Option::as_deref));
        texts.extend(getting.notes.iter().map(String::as_str));
    }
    let words = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    // Short ones are words of every day: "da", "of".
    let words = words.filter(|word| word.chars().count() >= 3);
    words.map(folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_somebodys_are_left_out_and_those_of_dishes_are_not() {
        let check = |words: &str, expected: &str| assert_eq!(without_numbers(words), expected);
        check(
            "two large pepperoni and 3 cokes",
            "two large pepperoni and 3 cokes",
        );
        check(
            "uma meia calabresa meia mussarela",
            "uma meia calabresa meia mussarela",
        );
        check("a 2 liter coke", "a 2 liter coke");
        check("call 98765-4321", "call …");
        check("11 98765 4321 please", "… please");
        check("9 8 7 6 5 4 3 2 1", "…");
        check("nine eight seven six five four three two one", "…");
        check("nove oito sete meia cinco, quatro três dois um", "…");
        check(
            "vinte e três pastéis e duas cocas",
            "vinte e três pastéis e duas cocas",
        );
        check("twenty one forty two and a soup", "… and a soup");
        check("4111111111111111", "…");
        check("a coke at 05410-002 now", "a coke at … now");
    }
}
