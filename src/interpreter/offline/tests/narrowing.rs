//! Names that fit several things, over a bistro in which names are shared.

use super::bistro::check;
use super::{Around, Asked, Language, draft};

fn english(around: &Around, cases: &[(&str, &str)]) {
    check(Language::EnUs, around, cases);
}

fn portuguese(around: &Around, cases: &[(&str, &str)]) {
    check(Language::PtBr, around, cases);
}

#[test]
fn a_kind_is_one_of_its_things() {
    let nothing = Around::default();
    english(
        &nothing,
        &[
            ("a soup", "unclear: soup (onion_soup, leek_soup)"),
            (
                "a cola and two soups",
                "1 cola; unclear: soups (onion_soup, leek_soup)",
            ),
            ("a salad", "unclear: salad (garden_salad, potato_salad)"),
            ("a veal sandwich", "unclear: veal sandwich (toastie, club)"),
            ("no drinks", "nothing"),
            ("a roast pork with a salad", "1 roast +salad"),
            ("a roast pork and a salad", "1 roast +salad"),
        ],
    );
    portuguese(
        &nothing,
        &[
            ("uma sopa", "unclear: sopa (onion_soup, leek_soup)"),
            ("uma salada", "unclear: salada (garden_salad, potato_salad)"),
            (
                "um sanduíche de vitela",
                "unclear: sanduíche de vitela (toastie, club)",
            ),
            ("um lombo assado com salada", "1 roast +salad"),
        ],
    );
    let soup = Around {
        draft: draft(&[("leek_soup", "", &[]), ("cola", "", &[])]),
        ..Around::default()
    };
    english(
        &soup,
        &[
            ("remove the soup", "remove [leek_soup]"),
            ("make the drink two", "[cola] x2"),
        ],
    );
    portuguese(&soup, &[("tira a sopa", "remove [leek_soup]")]);
}

#[test]
fn what_stands_beside_a_name_tells_which_is_meant() {
    let nothing = Around::default();
    english(
        &nothing,
        &[
            (
                "a roast pork with beans",
                "1 roast; unclear: beans (white_beans, red_beans)",
            ),
            ("a pork goulash and a veal one", "1 pork_goulash; 1 veal_goulash"),
            ("a large veal", "1 pizza =large +veal"),
            ("chips", "unclear: chips (roast, box)"),
        ],
    );
    portuguese(
        &nothing,
        &[
            (
                "um lombo assado com feijão",
                "1 roast; unclear: feijão (white_beans, red_beans)",
            ),
            (
                "um gulache de porco e um de vitela",
                "1 pork_goulash; 1 veal_goulash",
            ),
            ("uma vitela grande", "1 pizza =large +veal"),
        ],
    );
}

#[test]
fn parts_of_a_number_are_of_its_item() {
    let nothing = Around::default();
    english(
        &nothing,
        &[
            ("two mochas, one medium", "1 mocha; 1 mocha =medium"),
            ("two club sandwiches, one without onion", "1 club; 1 club -onion"),
            (
                "three mochas, one small, and a cola",
                "2 mocha; 1 mocha =small; 1 cola",
            ),
        ],
    );
    portuguese(
        &nothing,
        &[
            ("dois mochas, um médio", "1 mocha; 1 mocha =medium"),
            ("dois sanduíches clube, um sem cebola", "1 club; 1 club -onion"),
        ],
    );
}

#[test]
fn what_goes_on_a_dish_stays_on_it() {
    let nothing = Around::default();
    english(
        &nothing,
        &[
            (
                "a picnic box with chips and a cola, and a cola",
                "1 box +chips +box_cola; 1 cola",
            ),
            (
                "a picnic box with chips and a cola and a cola",
                "1 box +chips +box_cola; 1 cola",
            ),
            (
                "a club sandwich with extra cheese and a fried egg",
                "1 club +cheese! +egg",
            ),
            (
                "a club sandwich, hold the cheese and the onion",
                "1 club -cheese -onion",
            ),
        ],
    );
    portuguese(
        &nothing,
        &[
            (
                "uma cesta de piquenique com fritas e uma cola, e uma cola",
                "1 box +chips +box_cola; 1 cola",
            ),
            (
                "um sanduíche clube com queijo extra e um ovo frito",
                "1 club +cheese! +egg",
            ),
            (
                "um sanduíche clube sem a cebola e o queijo",
                "1 club -onion -cheese",
            ),
            ("um sanduíche clube e uma vitela", "1 club; 1 pizza +veal"),
        ],
    );
}

#[test]
fn what_a_line_has_is_changed_on_it() {
    let boxed = Around {
        draft: draft(&[("box", "", &["chips", "box_cola"])]),
        asked: Some(Asked::AnythingElse),
        ..Around::default()
    };
    english(
        &boxed,
        &[
            ("change the cola to tonic", "last: +box_tonic -box_cola"),
            ("make the box drink a tonic", "[box]: +box_tonic"),
            ("change the drink to tonic", "last: +box_tonic"),
            ("and a cola", "1 cola"),
        ],
    );
    portuguese(
        &boxed,
        &[
            ("troca a cola por tônica", "last: +box_tonic -box_cola"),
            ("troca a bebida da cesta por tônica", "[box]: +box_tonic"),
        ],
    );
    let pizza = Around {
        draft: draft(&[("pizza", "small", &["veal"])]),
        asked: Some(Asked::AnythingElse),
        ..Around::default()
    };
    english(&pizza, &[("actually make it a large", "last: =large")]);
    portuguese(&pizza, &[("na verdade faz grande", "last: =large")]);
    let club = Around {
        draft: draft(&[("club", "", &["egg"])]),
        asked: Some(Asked::AnythingElse),
        ..Around::default()
    };
    english(
        &club,
        &[
            ("same again but without onion", "1 club +egg -onion"),
            ("another one with extra cheese", "1 club +egg +cheese!"),
            ("another cola", "1 cola"),
        ],
    );
    portuguese(
        &club,
        &[
            ("outro igual, mas sem cebola", "1 club +egg -onion"),
            ("mais um igual sem cebola", "1 club +egg -onion"),
        ],
    );
}
