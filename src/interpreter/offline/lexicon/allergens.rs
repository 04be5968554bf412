//! What people call the substances that they are allergic to, in each language, folded.

use super::split;
use crate::order::Language;
use crate::order::menu::Allergen;

/// What a word may stand for ("nuts" are of trees and may be peanuts), and how it is said in English and Portuguese.
const TABLE: &[(&[Allergen], &str, &str)] = &[
    (
        &[Allergen::Gluten],
        "gluten, wheat, flour, barley, rye, celiac, coeliac",
        "gluten, trigo, farinha de trigo, cevada, centeio, celiaco, celiaca",
    ),
    (
        &[Allergen::Milk],
        "milk, dairy, lactose, casein, whey, butter, cream, lactose intolerant, dairy products",
        "leite, lactose, laticinio, derivados de leite, caseina, manteiga, creme de leite, proteina do leite",
    ),
    (
        &[Allergen::Egg],
        "egg, egg white, egg yolk",
        "ovo, clara, gema, clara de ovo",
    ),
    (
        &[Allergen::Peanut],
        "peanut, peanut butter, groundnut",
        "amendoim, pasta de amendoim",
    ),
    (
        &[Allergen::TreeNut],
        "tree nut, treenut, walnut, almond, cashew, hazelnut, pecan, pistachio, macadamia, brazil nut",
        "castanha, castanha do para, castanha de caju, noz, nozes, amendoa, avela, pistache, macadamia, oleaginosa",
    ),
    (&[Allergen::TreeNut, Allergen::Peanut], "nut", ""),
    (
        &[Allergen::Soy],
        "soy, soya, soybean, soy sauce, tofu",
        "soja, shoyu, molho de soja, tofu",
    ),
    (
        &[Allergen::Fish],
        "fish, anchovy, anchovies, tuna, cod, salmon",
        "peixe, anchova, aliche, atum, bacalhau, salmao",
    ),
    (
        &[Allergen::Shellfish],
        "shellfish, shrimp, prawn, crab, lobster, crustacean, mussel, oyster, clam, squid, mollusk",
        "crustaceo, camarao, camaroes, siri, caranguejo, lagosta, marisco, mexilhao, ostra, lula, molusco",
    ),
    (
        &[Allergen::Fish, Allergen::Shellfish],
        "seafood",
        "fruto do mar, frutos do mar",
    ),
    (
        &[Allergen::Sesame],
        "sesame, sesame seed, tahini",
        "gergelim, sesamo, tahine",
    ),
    (&[Allergen::Mustard], "mustard", "mostarda"),
    (
        &[Allergen::Sulphite],
        "sulphite, sulfite, sulphites, sulfites",
        "sulfito, sulfitos",
    ),
];

/// Every phrase of a language with what it may stand for.
pub(in crate::interpreter::offline) fn phrases(
    language: Language,
) -> impl Iterator<Item = (&'static str, &'static [Allergen])> {
    TABLE.iter().flat_map(move |(allergens, english, portuguese)| {
        let phrases = match language {
            Language::EnUs => *english,
            Language::PtBr => *portuguese,
        };
        split(phrases).map(|phrase| (phrase, *allergens))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::offline::text::words;

    #[test]
    fn every_allergen_has_a_name_in_every_language() {
        for language in Language::ALL {
            for allergen in Allergen::ALL {
                assert!(
                    phrases(language).any(|(_, named)| named == [allergen]),
                    "{language} {allergen:?}"
                );
            }
            for (phrase, _) in phrases(language) {
                assert_eq!(words(phrase).join(" "), phrase, "{language}");
            }
        }
    }
}
