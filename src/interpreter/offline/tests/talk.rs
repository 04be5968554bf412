//! Natural talk around an order: openings, slips, words that the menu lacks, ends.

use super::{Around, Asked, Language, check, counted_draft, draft};

fn both(around: &Around, english: &[(&str, &str)], portuguese: &[(&str, &str)]) {
    check(Language::EnUs, around, english);
    check(Language::PtBr, around, portuguese);
}

/// Two margheritas, just read back.
fn read_back() -> Around {
    Around {
        draft: counted_draft(&[(2, "pizza", "", &["margherita"])]),
        asked: Some(Asked::YesNo),
        ..Around::default()
    }
}

#[test]
fn no_opening_turns_a_negation_round() {
    both(
        &read_back(),
        &[
            ("actually no onions", "last: -onion"),
            ("actually, without onions", "last: -onion"),
            ("actually no olives please", "last: -olive"),
            ("no onions actually", "last: -onion"),
            ("no wait no onions", "last: -onion"),
            ("sorry no onions", "last: -onion"),
            ("i mean no onions", "last: -onion"),
            ("no no onions", "last: -onion"),
            ("no, no onions", "last: -onion"),
            ("oh and no onions", "last: -onion"),
            ("yes but no onions", "last: -onion"),
            ("actually i don't want onions", "last: -onion"),
            ("actually no margherita", "remove [+margherita]"),
            ("actually no", "no"),
            ("actually yes", "yes"),
            ("actually no coke", "nothing"),
            (
                "not the margherita the napoletana",
                "[+margherita]: +napoletana -margherita",
            ),
        ],
        &[
            ("na verdade sem cebola", "last: -onion"),
            ("aliás, sem cebola", "last: -onion"),
            ("não, sem cebola", "last: -onion"),
            ("opa, sem cebola", "last: -onion"),
            ("sem cebola na verdade", "last: -onion"),
            ("na verdade não quero cebola", "last: -onion"),
            ("cebola não", "last: -onion"),
            ("azeitona não por favor", "last: -olive"),
            ("sim mas sem cebola", "last: -onion"),
            ("na verdade sem a marguerita", "remove [+margherita]"),
            ("na verdade não", "no"),
            ("na verdade sim", "yes"),
            ("na verdade sem coca", "nothing"),
            (
                "não é marguerita, é napolitana",
                "[+margherita]: +napoletana -margherita",
            ),
        ],
    );
    both(
        &Around::default(),
        &[
            ("a sprite actually no a coke", "1 coke"),
            ("a sprite actually no coke", "1 coke"),
            ("a burger with bacon actually no onions", "1 burger +bacon -onion"),
            (
                "a large pizza with ham no make that a medium",
                "1 pizza =medium +ham",
            ),
        ],
        &[
            ("uma sprite na verdade não uma coca", "1 coke"),
            ("um hambúrguer com bacon, cebola não", "1 burger +bacon -onion"),
            (
                "uma marguerita grande, não, uma média",
                "1 pizza =medium +margherita",
            ),
        ],
    );
}

#[test]
fn what_the_menu_lacks_is_told_and_noise_is_not() {
    both(
        &Around::default(),
        &[
            ("some sushi please", "off menu: sushi"),
            ("i want some sushi", "off menu: sushi"),
            ("can i get sushi", "off menu: sushi"),
            ("sushi", "off menu: sushi"),
            ("a x-ray special", "off menu: x-ray"),
            ("a hot dog", "off menu: hot dog"),
            ("chicken nuggets and a coke", "1 coke; off menu: nuggets"),
            (
                "two beers and a large margherita",
                "1 pizza =large +margherita; off menu: beers",
            ),
            ("a coke for my nephew", "1 coke"),
            ("two cokes for my old neighbors", "2 coke"),
            ("well maybe", "nothing"),
            ("hmm", "nothing"),
            ("blah", "nothing"),
            ("i don't know", "nothing"),
        ],
        &[
            ("quero um x-burguer", "off menu: x-burguer"),
            ("me vê um x-tudo", "off menu: x-tudo"),
            ("um x-salada", "off menu: x-salada"),
            ("quero um pouco de sushi", "off menu: sushi"),
            ("sushi", "off menu: sushi"),
            ("quero nuggets de frango", "off menu: nuggets"),
            ("uma quatro queijos", "off menu: quatro queijos"),
            (
                "duas cervejas e uma marguerita grande",
                "1 pizza =large +margherita; off menu: cervejas",
            ),
            ("uma coca pro meu sobrinho", "1 coke"),
            ("duas cocas para a minha vizinha", "2 coke"),
            ("bem talvez", "nothing"),
            ("hum", "nothing"),
            ("blá blá", "nothing"),
            ("sei lá", "nothing"),
        ],
    );
}

#[test]
fn slips_of_ear_and_pen() {
    both(
        &Around::default(),
        &[
            ("a margarita", "1 pizza +margherita"),
            ("a pizza with peperonni", "1 pizza +pepperoni"),
            ("2 coca colas", "2 coke"),
            (
                "um can i get like a large uh margherita",
                "1 pizza =large +margherita",
            ),
            (
                "a pizza, ham on one half and bacon on the other",
                "1 pizza +ham/1 +bacon/2",
            ),
        ],
        &[
            ("uma margarita grande", "1 pizza =large +margherita"),
            ("pizza de cala bresa", "pizza +calabrese"),
            ("2 coca cola", "2 coke"),
            (
                "é... me vê tipo uma marguerita grande",
                "1 pizza =large +margherita",
            ),
            (
                "uma coquinha gelada e dois suquinhos de laranja",
                "1 coke; 2 orange_juice",
            ),
            (
                "presunto numa metade e frango na outra",
                "pizza +ham/1 +chicken/2",
            ),
        ],
    );
}

#[test]
fn ends_and_agreement_whatever_was_asked() {
    let around = |asked| Around {
        asked,
        draft: draft(&[("coke", "", &[])]),
        ..Around::default()
    };
    const DONE: (&[&str], &[&str]) = (
        &["done", "i'm done", "that'll be all", "nothing else"],
        &["pronto", "só", "mais nada", "era isso", "acabou", "só isso mesmo"],
    );
    // What ends an order agrees to one that was read back.
    const CLOSE: (&[&str], &[&str]) = (
        &["we're good"],
        &[
            "fecha",
            "fecha a conta",
            "pode fechar",
            "é isso aí",
            "fecha o pedido",
        ],
    );
    const YES: (&[&str], &[&str]) = (
        &["yep", "sure thing", "sounds good", "do it", "please do", "uh huh"],
        &[
            "isso",
            "isso aí",
            "pode ser",
            "manda ver",
            "manda bala",
            "fechou",
            "beleza",
            "tá bom",
            "demorou",
        ],
    );
    for asked in [None, Some(Asked::AnythingElse), Some(Asked::YesNo)] {
        let close = if asked == Some(Asked::YesNo) {
            "yes"
        } else {
            "done"
        };
        for (phrases, act) in [(DONE, "done"), (CLOSE, close), (YES, "yes")] {
            let cases =
                |phrases: &[&'static str]| phrases.iter().map(|said| (*said, act)).collect::<Vec<_>>();
            both(&around(asked.clone()), &cases(phrases.0), &cases(phrases.1));
        }
    }
    both(
        &around(Some(Asked::YesNo)),
        &[
            ("the weather is nice", "nothing"),
            ("yesterday", "nothing"),
            ("blah", "nothing"),
        ],
        &[
            ("ontem choveu", "nothing"),
            ("hã", "repeat"),
            ("blá blá", "nothing"),
        ],
    );
    both(
        &around(None),
        &[("a burger and that's it", "done; 1 burger")],
        &[
            ("um hambúrguer e é só", "done; 1 burger"),
            ("acho que é só", "done"),
        ],
    );
}
