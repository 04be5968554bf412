//! Allergies.

use super::{english, portuguese};

#[test]
fn allergies() {
    english(
        None,
        &[
            ("I'm allergic to peanuts", "allergic peanut"),
            (
                "I'm allergic to peanuts and shellfish",
                "allergic peanut,shellfish",
            ),
            (
                "my son is allergic to milk, eggs and soy",
                "allergic milk,egg,soy",
            ),
            ("I have a peanut allergy", "allergic peanut"),
            ("I'm celiac", "allergic gluten"),
            ("I can't have eggs, I'm allergic", "allergic egg"),
            ("I'm lactose intolerant", "allergic milk"),
            ("I'm allergic to nuts", "allergic peanut,tree_nut"),
            ("I'm allergic to tree nuts", "allergic tree_nut"),
            (
                "I'm allergic to any nuts and butter",
                "allergic peanut,tree_nut,milk",
            ),
            (
                "I'm allergic to fish and sesame, remember that",
                "allergic fish,sesame; remember",
            ),
            ("a coke, I'm allergic to mustard", "allergic mustard | 1 coke"),
            ("forget my allergies", "forget"),
            ("I'm not allergic to anything", "nothing"),
            ("no peanuts", "nothing"),
        ],
    );
    portuguese(
        None,
        &[
            ("tenho alergia a amendoim", "allergic peanut"),
            ("sou alérgica a amendoim e camarão", "allergic peanut,shellfish"),
            ("sou alérgico a leite, ovo e soja", "allergic milk,egg,soy"),
            ("sou celíaca", "allergic gluten"),
            ("não posso comer ovo, sou alérgico", "allergic egg"),
            ("tenho intolerância à lactose", "allergic milk"),
            ("sou intolerante a lactose", "allergic milk"),
            ("meu filho tem alergia a castanhas", "allergic tree_nut"),
            ("sou alérgica a frutos do mar", "allergic fish,shellfish"),
            ("tenho alergia a manteiga", "allergic milk"),
            ("sou alérgico ao leite e à gema", "allergic milk,egg"),
            (
                "sou alérgica a glúten e gergelim, lembra disso",
                "allergic gluten,sesame; remember",
            ),
            ("uma coca, sou alérgico a mostarda", "allergic mustard | 1 coke"),
            ("esquece minhas alergias", "forget"),
            ("não tenho alergia", "nothing"),
        ],
    );
}
