//! A number shared out over several lines, and lines of the draft that are split.

use super::references::dinner;
use super::{Around, Asked, Language, check, counted_draft};

/// Two margheritas, just read back.
fn read_back() -> Around {
    Around {
        draft: counted_draft(&[(2, "pizza", "", &["margherita"])]),
        asked: Some(Asked::YesNo),
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
fn a_line_is_split() {
    english(
        &read_back(),
        &[
            (
                "make one of them large",
                "remove 1 of #1; 1 pizza =large +margherita",
            ),
            (
                "one of them with olives",
                "remove 1 of #1; 1 pizza +margherita +olive",
            ),
            (
                "one with olives and the other without onions",
                "remove 1 of #1; 1 pizza +margherita +olive; #1: -onion",
            ),
            ("both with extra cheese", "last: +cheese!"),
            ("one with both", "nothing"),
        ],
    );
    portuguese(
        &read_back(),
        &[
            (
                "faz uma delas grande",
                "remove 1 of #1; 1 pizza =large +margherita",
            ),
            (
                "uma delas com azeitona",
                "remove 1 of #1; 1 pizza +margherita +olive",
            ),
            (
                "uma com azeitona e a outra sem cebola",
                "remove 1 of #1; 1 pizza +margherita +olive; #1: -onion",
            ),
            ("as duas com queijo extra", "last: +cheese!"),
        ],
    );
    english(
        &dinner(),
        &[
            ("make one of the cokes large", "remove 1 of #3; 1 coke =large"),
            ("swap one of the cokes for a sprite", "remove 1 of #3; 1 sprite"),
            ("remove one of the cokes", "remove 1 of [coke]"),
        ],
    );
    portuguese(
        &dinner(),
        &[
            ("faz uma das cocas grande", "remove 1 of #3; 1 coke =large"),
            ("troca uma das cocas por uma sprite", "remove 1 of #3; 1 sprite"),
        ],
    );
}

#[test]
fn a_number_is_shared_out() {
    let nothing = Around::default();
    english(
        &nothing,
        &[
            (
                "two large margheritas, one with olives and the other without onion",
                "1 pizza =large +margherita +olive; 1 pizza =large +margherita -onion",
            ),
            (
                "three margheritas, two large and one small",
                "2 pizza =large +margherita; 1 pizza =small +margherita",
            ),
            (
                "two margheritas, both with extra cheese",
                "2 pizza +margherita +cheese!",
            ),
            (
                "two margheritas, one of them with olives",
                "1 pizza +margherita; 1 pizza +margherita +olive",
            ),
            ("three cokes, one of them large", "2 coke; 1 coke =large"),
            (
                "two margheritas, one with pineapple and the other with olives",
                "1 pizza +margherita; 1 pizza +margherita +olive; off menu: pineapple",
            ),
            (
                "a margherita and a napoletana, both large",
                "1 pizza =large +margherita; 1 pizza =large +napoletana",
            ),
            (
                "two margheritas and a large napoletana",
                "2 pizza +margherita; 1 pizza =large +napoletana",
            ),
            (
                "a margherita and a coke, extra cheese on the margherita",
                "1 pizza +margherita +cheese!; 1 coke",
            ),
        ],
    );
    portuguese(
        &nothing,
        &[
            (
                "duas margueritas grandes, uma com azeitona e outra sem cebola",
                "1 pizza =large +margherita +olive; 1 pizza =large +margherita -onion",
            ),
            (
                "três margueritas, duas grandes e uma pequena",
                "2 pizza =large +margherita; 1 pizza =small +margherita",
            ),
            (
                "duas margueritas, ambas com queijo extra",
                "2 pizza +margherita +cheese!",
            ),
            (
                "duas margueritas, uma delas com azeitona",
                "1 pizza +margherita; 1 pizza +margherita +olive",
            ),
            (
                "duas pizzas, uma de abacaxi e a outra de marguerita",
                "1 pizza; 1 pizza +margherita; off menu: abacaxi",
            ),
            (
                "uma marguerita e uma napolitana, as duas grandes",
                "1 pizza =large +margherita; 1 pizza =large +napoletana",
            ),
            (
                "duas margueritas e uma napolitana grande",
                "2 pizza +margherita; 1 pizza =large +napoletana",
            ),
            (
                "uma marguerita e uma coca, queijo extra na marguerita",
                "1 pizza +margherita +cheese!; 1 coke",
            ),
        ],
    );
}
