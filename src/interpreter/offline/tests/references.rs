//! Lines called by their dish, by values or by number, and how many of them there are.

use super::{Around, Asked, Certainty, Language, check, counted_draft, draft, read};
use crate::order::LineId;

/// A large margherita, a small napoletana, and two cokes.
pub(super) fn dinner() -> Around {
    Around {
        draft: counted_draft(&[
            (1, "pizza", "large", &["margherita"]),
            (1, "pizza", "small", &["napoletana"]),
            (2, "coke", "", &[]),
        ]),
        ..Around::default()
    }
}

fn english(around: &Around, cases: &[(&str, &str)]) {
    check(Language::EnUs, around, cases);
}

fn portuguese(around: &Around, cases: &[(&str, &str)]) {
    check(Language::PtBr, around, cases);
}

#[test]
fn a_dish_names_its_line() {
    english(
        &dinner(),
        &[
            ("extra cheese on the margherita", "[+margherita]: +cheese!"),
            (
                "can i get extra cheese on the margherita",
                "[+margherita]: +cheese!",
            ),
            ("no onions on the napoletana", "[+napoletana]: -onion"),
            ("take the onions off the napoletana", "[+napoletana]: -onion"),
            ("put a stuffed crust on the margherita", "[+margherita]: +stuffed"),
            ("the napoletana without onions", "[+napoletana]: -onion"),
            ("make the napoletana a medium", "[+napoletana]: =medium"),
            ("can the napoletana be large", "[+napoletana]: =large"),
            ("the margherita should be medium", "[+margherita]: =medium"),
            (
                "the large margherita with no olives",
                "[=large +margherita]: -olive",
            ),
            (
                "change the margherita to napoletana",
                "[+margherita]: +napoletana",
            ),
            ("swap the margherita for a salad", "[+margherita] -> 1 salad"),
            (
                "scrap the napoletana, make it a four seasons",
                "[+napoletana]: +four_seasons",
            ),
            (
                "a four seasons instead of the margherita",
                "[+margherita]: +four_seasons",
            ),
            ("make it two margheritas", "[+margherita] x2"),
            ("make it one margherita", "[+margherita] x1"),
            ("another margherita", "1 more of [+margherita]"),
            ("two more margheritas", "2 more of [+margherita]"),
            ("another margherita but small", "1 pizza =small +margherita"),
            ("remove the margherita", "remove [+margherita]"),
            ("cancel the large margherita", "remove [=large +margherita]"),
            ("no margherita", "remove [+margherita]"),
            ("a large margherita", "1 pizza =large +margherita"),
            ("four seasons please", "pizza +four_seasons"),
            ("keep the margherita", "nothing"),
        ],
    );
    portuguese(
        &dinner(),
        &[
            ("queijo extra na marguerita", "[+margherita]: +cheese!"),
            ("na marguerita põe queijo extra", "[+margherita]: +cheese!"),
            ("sem cebola na napolitana", "[+napoletana]: -onion"),
            ("tira a cebola da napolitana", "[+napoletana]: -onion"),
            ("põe uma borda recheada na marguerita", "[+margherita]: +stuffed"),
            ("a napolitana sem cebola", "[+napoletana]: -onion"),
            ("muda a marguerita para média", "[+margherita]: =medium"),
            ("a napolitana pode ser grande", "[+napoletana]: =large"),
            ("a marguerita tem que ser média", "[+margherita]: =medium"),
            ("troca a marguerita por napolitana", "[+margherita]: +napoletana"),
            ("troca a marguerita por uma salada", "[+margherita] -> 1 salad"),
            (
                "tira a napolitana e põe uma quatro estações",
                "[+napoletana]: +four_seasons",
            ),
            (
                "em vez da marguerita, uma quatro estações",
                "[+margherita]: +four_seasons",
            ),
            ("mais uma marguerita", "1 more of [+margherita]"),
            ("mais duas margueritas", "2 more of [+margherita]"),
            ("outra marguerita mas pequena", "1 pizza =small +margherita"),
            ("tira a marguerita", "remove [+margherita]"),
            ("cancela a marguerita grande", "remove [=large +margherita]"),
            ("não quero a marguerita", "remove [+margherita]"),
            ("uma marguerita grande", "1 pizza =large +margherita"),
            ("quatro estações por favor", "pizza +four_seasons"),
            ("mantém a marguerita", "nothing"),
        ],
    );
}

#[test]
fn a_half_is_changed_and_the_other_stays() {
    let halves = Around {
        draft: draft(&[("pizza", "large", &["margherita", "napoletana"])]),
        ..Around::default()
    };
    english(
        &halves,
        &[
            (
                "change the napoletana to four seasons",
                "[+napoletana]: +margherita/1 +four_seasons/2",
            ),
            ("remove the napoletana", "last: -napoletana"),
        ],
    );
    portuguese(
        &halves,
        &[
            (
                "troca a marguerita por quatro estações",
                "[+margherita]: +four_seasons/1 +napoletana/2",
            ),
            ("tira a marguerita", "last: -margherita"),
        ],
    );
    english(
        &dinner(),
        &[
            (
                "make the margherita half napoletana",
                "[+margherita]: +margherita/1 +napoletana/2",
            ),
            (
                "make the margherita half and half with napoletana",
                "[+margherita]: +margherita/1 +napoletana/2",
            ),
            ("half of the margherita with olives", "[+margherita]: +olive/1"),
            ("olives on half the margherita", "[+margherita]: +olive/1"),
        ],
    );
    portuguese(
        &dinner(),
        &[
            (
                "faz a marguerita meio a meio com napolitana",
                "[+margherita]: +margherita/1 +napoletana/2",
            ),
            ("metade da marguerita com azeitona", "[+margherita]: +olive/1"),
            ("azeitona em metade da marguerita", "[+margherita]: +olive/1"),
        ],
    );
}

#[test]
fn lines_called_by_value_or_place_and_several_at_once() {
    english(
        &dinner(),
        &[
            ("the large one with olives", "[=large]: +olive"),
            ("make the large one medium", "[=large]: =medium"),
            ("the first one should be medium", "#1: =medium"),
            ("the small one should be a medium", "[=small]: =medium"),
            ("add olives to the large one", "[=large]: +olive"),
            (
                "remove the napoletana and the cokes",
                "remove [+napoletana]; remove [coke]",
            ),
            ("extra cheese on both pizzas", "#1: +cheese!; #2: +cheese!"),
            ("make both pizzas large", "#1: =large; #2: =large"),
            ("extra cheese on both", "#1: +cheese!; #2: +cheese!"),
            (
                "no onions on the napoletana and extra cheese on the margherita",
                "[+napoletana]: -onion; [+margherita]: +cheese!",
            ),
            (
                "a salad and no onions on the napoletana",
                "1 salad; [+napoletana]: -onion",
            ),
        ],
    );
    portuguese(
        &dinner(),
        &[
            ("a grande com azeitona", "[=large]: +olive"),
            ("faz a grande média", "[=large]: =medium"),
            ("a primeira tem que ser média", "#1: =medium"),
            ("a pequena tem que ser média", "[=small]: =medium"),
            ("a de marguerita com azeitona", "[+margherita]: +olive"),
            (
                "tira a napolitana e as cocas",
                "remove [+napoletana]; remove [coke]",
            ),
            ("queijo extra nas duas pizzas", "#1: +cheese!; #2: +cheese!"),
            ("faz as duas pizzas grandes", "#1: =large; #2: =large"),
            ("queijo extra nas duas", "#1: +cheese!; #2: +cheese!"),
            (
                "sem cebola na napolitana e queijo extra na marguerita",
                "[+napoletana]: -onion; [+margherita]: +cheese!",
            ),
            (
                "uma salada e sem cebola na napolitana",
                "1 salad; [+napoletana]: -onion",
            ),
        ],
    );
}

#[test]
fn how_many_there_are_is_said_again() {
    english(
        &dinner(),
        &[
            ("it's three cokes", "[coke] x3"),
            ("no, three cokes", "[coke] x3"),
            ("sorry, i meant two margheritas", "[+margherita] x2"),
            ("just one coke", "[coke] x1"),
            ("i only want one coke", "[coke] x1"),
            ("double the coke", "[coke] x4"),
            ("one coke less", "remove 1 of [coke]"),
            ("i didn't order a napoletana", "remove [+napoletana]"),
            ("two cokes", "2 coke"),
            ("actually a sprite", "1 sprite"),
        ],
    );
    portuguese(
        &dinner(),
        &[
            ("são três cocas", "[coke] x3"),
            ("não, três cocas", "[coke] x3"),
            ("desculpa, quis dizer duas margueritas", "[+margherita] x2"),
            ("só uma coca", "[coke] x1"),
            ("eu só quero uma coca", "[coke] x1"),
            ("dobra a coca", "[coke] x4"),
            ("uma coca a menos", "remove 1 of [coke]"),
            ("faz três cocas", "[coke] x3"),
            ("eu não pedi napolitana", "remove [+napoletana]"),
            (
                "não é marguerita é napolitana",
                "[+margherita]: +napoletana -margherita",
            ),
            ("a marguerita tem cebola?", "ask(contents)"),
            ("duas cocas", "2 coke"),
            ("na verdade uma sprite", "1 sprite"),
        ],
    );
}

#[test]
fn answers_about_the_line_that_was_asked_about() {
    let asked = Around {
        draft: counted_draft(&[
            (2, "salad", "", &[]),
            (1, "pizza", "", &["margherita"]),
            (1, "coke", "", &[]),
        ]),
        asked: Some(Asked::Choice(LineId(0))),
        ..Around::default()
    };
    english(
        &asked,
        &[
            ("eight", "#1 x8"),
            ("make it eight", "#1 x8"),
            ("make it eight salads", "#1 x8"),
            ("eight salads please", "#1 x8"),
            ("and a sprite", "1 sprite"),
        ],
    );
    portuguese(
        &asked,
        &[
            ("oito", "#1 x8"),
            ("faz oito", "#1 x8"),
            ("faz oito saladas", "#1 x8"),
            ("oito saladas por favor", "#1 x8"),
            ("e uma sprite", "1 sprite"),
        ],
    );
    let which_size = Around {
        asked: Some(Asked::Choice(LineId(1))),
        ..asked
    };
    english(
        &which_size,
        &[
            ("a large margherita", "#2: =large"),
            ("a large napoletana", "1 pizza =large +napoletana"),
        ],
    );
    portuguese(
        &which_size,
        &[
            ("uma marguerita grande", "#2: =large"),
            ("uma napolitana grande", "1 pizza =large +napoletana"),
        ],
    );
}

#[test]
fn what_may_be_meant_otherwise_is_not_certain() {
    let unsure = |language, said: &str, around: &Around| {
        assert_eq!(
            read(language, said, around).certainty,
            Certainty::Unsure,
            "{said}"
        );
    };
    let sure = |language, said: &str, around: &Around| {
        assert_eq!(
            read(language, said, around).certainty,
            Certainty::Certain,
            "{said}"
        );
    };
    sure(Language::EnUs, "extra cheese on the margherita", &dinner());
    sure(Language::PtBr, "queijo extra na marguerita", &dinner());
    unsure(
        Language::EnUs,
        "i want the margherita with extra cheese",
        &dinner(),
    );
    unsure(Language::PtBr, "quero a marguerita com queijo extra", &dinner());
    unsure(Language::EnUs, "add napoletana to the margherita", &dinner());
    unsure(Language::EnUs, "three cokes, one large", &Around::default());
    unsure(Language::PtBr, "três cocas, uma grande", &Around::default());
    unsure(
        Language::EnUs,
        "two large pizzas, margherita and napoletana",
        &Around::default(),
    );
    unsure(
        Language::PtBr,
        "duas pizzas grandes, marguerita e napolitana",
        &Around::default(),
    );
    let alike = Around {
        draft: draft(&[
            ("pizza", "large", &["margherita"]),
            ("pizza", "small", &["margherita"]),
        ]),
        ..Around::default()
    };
    unsure(Language::EnUs, "extra cheese on the margherita", &alike);
    unsure(Language::PtBr, "queijo extra na marguerita", &alike);
    sure(Language::EnUs, "extra cheese on the large margherita", &alike);
    sure(Language::PtBr, "queijo extra na marguerita grande", &alike);
    let anything_else = Around {
        asked: Some(Asked::AnythingElse),
        ..dinner()
    };
    unsure(Language::PtBr, "faz três cocas", &dinner());
    unsure(Language::EnUs, "fewer cokes", &dinner());
    unsure(Language::EnUs, "no, three cokes", &anything_else);
    unsure(Language::PtBr, "não, três cocas", &anything_else);
}
