//! Addresses, digits and allergens for the ear: "sixty-two Maple Street, apartment four".

use super::Phrases;
use super::number::spell;
use crate::order::menu::Allergen;
use crate::order::{Address, Language, Phone};

/// The highest number of a house that is spelled out; longer ones are left in digits, which voices read well.
const MOST_SPELLED: u32 = 999;

impl Phrases {
    /// An address as one says it, without its postal code.
    pub fn address(&self, address: &Address) -> String {
        let number = self.spelled(&address.number);
        let house = match self.language {
            Language::EnUs => format!("{number} {}", address.street),
            Language::PtBr => format!("{}, {number}", address.street),
        };
        let extras = [&address.complement, &address.landmark].into_iter().flatten();
        let parts = std::iter::once(house).chain(extras.map(|part| self.spelled(part)));
        parts.collect::<Vec<_>>().join(", ")
    }

    /// An allergen as one says it in a sentence: "peanuts", "amendoim".
    pub fn allergen(&self, allergen: Allergen) -> String {
        self.plain(match allergen {
            Allergen::Gluten => "allergen-gluten",
            Allergen::Milk => "allergen-milk",
            Allergen::Egg => "allergen-egg",
            Allergen::Peanut => "allergen-peanut",
            Allergen::TreeNut => "allergen-tree-nut",
            Allergen::Soy => "allergen-soy",
            Allergen::Fish => "allergen-fish",
            Allergen::Shellfish => "allergen-shellfish",
            Allergen::Sesame => "allergen-sesame",
            Allergen::Mustard => "allergen-mustard",
            Allergen::Sulphite => "allergen-sulphite",
        })
    }

    /// A text with the numbers in it spelled out: "apartment 4" is "apartment four".
    pub fn spelled(&self, text: &str) -> String {
        let word = |word: &str| match word.parse::<u32>() {
            Ok(number) if number <= MOST_SPELLED && !word.starts_with('0') => {
                spell(number, self.language, None)
            }
            _ => word.to_owned(),
        };
        text.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }

    /// A telephone number digit by digit, in groups: "one one, nine eight seven six five, four three two one". Of digits
    /// that stand together speech engines would make thousands.
    pub fn phone(&self, phone: &Phone) -> String {
        let digits = phone.digits();
        let middle = if matches!(digits.len(), 9 | 11 | 13) { 5 } else { 4 };
        let (head, tail) = digits.split_at(digits.len().saturating_sub(4));
        let (first, middle) = head.split_at(head.len().saturating_sub(middle));
        // Longer ones begin with the country's code.
        let (country, first) = first.split_at(if digits.len() > 11 { 2.min(first.len()) } else { 0 });
        let groups = [country, first, middle, tail]
            .into_iter()
            .filter(|group| !group.is_empty())
            .map(|group| self.digits(group));
        groups.collect::<Vec<_>>().join(", ")
    }

    fn digits(&self, digits: &str) -> String {
        let digits = digits.chars().filter_map(|c| c.to_digit(10));
        digits
            .map(|digit| self.digit(digit))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// A digit that stands by itself.
    pub(super) fn digit(&self, digit: u32) -> String {
        match (digit, self.language) {
            // "Três" and "seis" sound alike over a telephone.
            (6, Language::PtBr) => "meia".to_owned(),
            (digit, language) => spell(digit, language, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::PostalCode;
    use crate::phrases::phrases;

    #[test]
    fn addresses_are_said_in_the_order_of_the_language() {
        let check = |street: &str, complement: &str, language, expected: &str| {
            let address = Address {
                postal_code: PostalCode::of("05422-010").unwrap(),
                street: street.to_owned(),
                number: "62".to_owned(),
                complement: Some(complement.to_owned()),
                landmark: None,
            };
            assert_eq!(phrases(language).address(&address), expected);
        };
        check(
            "Maple Street",
            "apartment 4",
            Language::EnUs,
            "sixty-two Maple Street, apartment four",
        );
        check(
            "Rua das Flores",
            "apartamento 4",
            Language::PtBr,
            "Rua das Flores, sessenta e dois, apartamento quatro",
        );
    }

    #[test]
    fn numbers_are_said_digit_by_digit() {
        let check = |digits: &str, expected: &str| {
            assert_eq!(
                phrases(Language::EnUs).phone(&Phone::of(digits).unwrap()),
                expected
            );
        };
        check(
            "11987654321",
            "one one, nine eight seven six five, four three two one",
        );
        check("12345678", "one two three four, five six seven eight");
        check(
            "551140028922",
            "five five, one one, four zero zero two, eight nine two two",
        );
    }
}
