//! What people call the substances that they are allergic to, in each language, folded: the one table of them, for
//! questions, which take every form of a word, and for allergies that are told, which take what is written here.

use super::split;
use crate::order::Language;
use crate::order::menu::Allergen;

/// What a word may stand for, and how it is said in English and Portuguese. Who says "nuts" may mean those of trees and
/// peanuts, and is better warned of both.
pub(in crate::interpreter::offline) const SUBSTANCES: Phrases = &[
    (
        &[Allergen::Gluten],
        "gluten, wheat, flour, barley, rye",
        "gluten, trigo, farinha de trigo, cevada, centeio",
    ),
    (
        &[Allergen::Milk],
        "milk, cows milk, milk products, milk protein, dairy, dairy products, lactose, casein, whey, \
            butter, cream",
        "leite, leite de vaca, derivado de leite, derivados de leite, proteina do leite, proteina do leite de vaca, aplv, \
            lactose, laticinio, laticinios, caseina, manteiga, creme de leite",
    ),
    (
        &[Allergen::Egg],
        "egg, eggs, egg white, egg whites, egg yolk, egg yolks",
        "ovo, ovos, clara, clara de ovo, gema, gema de ovo",
    ),
    (
        &[Allergen::Peanut],
        "peanut, peanuts, peanut butter, groundnut, groundnuts",
        "amendoim, amendoins, pasta de amendoim",
    ),
    (
        &[Allergen::TreeNut],
        "tree nut, tree nuts, treenut, treenuts, walnut, walnuts, almond, almonds, cashew, cashews, cashew nuts, \
            hazelnut, hazelnuts, pecan, pecans, pistachio, pistachios, macadamia, macadamias, macadamia nuts, brazil nut, \
            brazil nuts, chestnut, chestnuts",
        "castanha, castanhas, castanha do para, castanhas do para, castanha de caju, castanhas de caju, \
            castanha portuguesa, noz, nozes, noz peca, nozes peca, amendoa, amendoas, avela, avelas, pistache, pistaches, \
            macadamia, macadamias, oleaginosa, oleaginosas",
    ),
    (&[Allergen::Peanut, Allergen::TreeNut], "nut, nuts", ""),
    (
        &[Allergen::Soy],
        "soy, soya, soybean, soybeans, soy beans, soy sauce, tofu",
        "soja, leite de soja, shoyu, molho de soja, tofu",
    ),
    (
        &[Allergen::Fish],
        "fish, anchovy, anchovies, tuna, cod, salmon",
        "peixe, peixes, anchova, anchovas, aliche, atum, bacalhau, salmao, sardinha, sardinhas",
    ),
    (
        &[Allergen::Shellfish],
        "shellfish, shrimp, shrimps, prawn, prawns, crab, crabs, lobster, lobsters, crustacean, crustaceans, mussel, \
            mussels, oyster, oysters, clam, clams, squid, octopus, scallops, mollusk, mollusks",
        "crustaceo, crustaceos, camarao, camaroes, siri, siris, caranguejo, caranguejos, lagosta, lagostas, marisco, \
            mariscos, mexilhao, mexilhoes, ostra, ostras, lula, lulas, polvo, molusco, moluscos",
    ),
    (
        &[Allergen::Fish, Allergen::Shellfish],
        "seafood, sea food",
        "fruto do mar, frutos do mar",
    ),
    (
        &[Allergen::Sesame],
        "sesame, sesame seed, sesame seeds, tahini",
        "gergelim, semente de gergelim, sementes de gergelim, sesamo, tahine",
    ),
    (&[Allergen::Mustard], "mustard, mustard seeds", "mostarda"),
    (
        &[Allergen::Sulphite],
        "sulphite, sulfite, sulphites, sulfites",
        "sulfito, sulfitos",
    ),
];

/// Who or what bears an allergy in its own name, "celiac" alone being told as one.
pub(in crate::interpreter::offline) const ILLNESSES: Phrases = &[(
    &[Allergen::Gluten],
    "celiac, coeliac, celiacs, celiac disease, coeliac disease, a celiac, celeriac disease, gluten free diet",
    "celiaca, celiaco, doenca celiaca, celiacos, celiacas",
)];

/// What is meant, and how it is said in English and Portuguese.
type Named = (&'static [Allergen], &'static str, &'static str);

/// A table of it.
pub(in crate::interpreter::offline) type Phrases = &'static [Named];

/// How it is said in a language.
pub(in crate::interpreter::offline) const fn said(
    (_, english, portuguese): &Named,
    language: Language,
) -> &'static str {
    match language {
        Language::EnUs => english,
        Language::PtBr => portuguese,
    }
}

/// Every phrase of a language with what it may stand for.
pub(in crate::interpreter::offline) fn phrases(
    language: Language,
) -> impl Iterator<Item = (&'static str, &'static [Allergen])> {
    let all = SUBSTANCES.iter().chain(ILLNESSES);
    all.flat_map(move |named| split(said(named, language)).map(|phrase| (phrase, named.0)))
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
