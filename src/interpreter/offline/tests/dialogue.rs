//! Edits of a draft that holds something already.

use super::{Around, Asked, Hint, Language, check, draft};
use crate::order::LineId;

/// A large pizza with ham, a burger, and a coke.
fn lunch() -> Around {
    Around {
        draft: draft(&[
            ("pizza", "large", &["ham"]),
            ("burger", "", &["bacon"]),
            ("coke", "", &[]),
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
fn adding() {
    english(
        &lunch(),
        &[
            ("and a sprite", "1 sprite"),
            ("add two waters", "2 water"),
            ("i'd also like a large pepperoni", "1 pizza =large +pepperoni"),
            ("a pizza with ham, make it small", "1 pizza =small +ham"),
            ("another one of those", "1 more of last"),
            ("another coke", "1 more of [coke]"),
            ("two more of those", "2 more of last"),
            ("another sprite", "1 sprite"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("e uma sprite", "1 sprite"),
            ("põe duas águas", "2 water"),
            ("quero também uma calabresa grande", "1 pizza =large +calabrese"),
            ("mais uma dessas", "1 more of last"),
            ("mais uma coca", "1 more of [coke]"),
            ("mais duas dessas", "2 more of last"),
        ],
    );
}

#[test]
fn removing() {
    english(
        &lunch(),
        &[
            ("take off the coke", "remove [coke]"),
            ("take the coke off", "remove [coke]"),
            ("no, scrap the coke", "remove [coke]"),
            ("remove the second one", "remove #2"),
            ("remove that", "remove last"),
            ("remove one of the cokes", "remove 1 of [coke]"),
            ("i don't want the coke", "remove [coke]"),
            ("cancel the burger", "remove [burger]"),
            ("take the bacon off the burger", "[burger]: -bacon"),
            ("remove the ham", "#1: -ham"),
            ("remove the large pizza", "remove [pizza =large]"),
            ("remove the coke and the burger", "remove [coke]; remove [burger]"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("tira a coca", "remove [coke]"),
            ("não, tira a coca", "remove [coke]"),
            ("aliás, tira a coca", "remove [coke]"),
            ("tira a segunda", "remove #2"),
            ("tira isso", "remove last"),
            ("tira uma coca", "remove 1 of [coke]"),
            ("não quero mais a coca", "remove [coke]"),
            ("sem a coca", "remove [coke]"),
            ("cancela o hambúrguer", "remove [burger]"),
            ("tira o bacon do hambúrguer", "[burger]: -bacon"),
            ("tira o presunto", "#1: -ham"),
        ],
    );
}

#[test]
fn what_points_back_is_no_answer_to_how_it_is_to_come() {
    let asked = |asked| Around {
        asked: Some(asked),
        ..lunch()
    };
    english(
        &asked(Asked::Fulfilment),
        &[
            ("make it two", "last x2"),
            ("actually two", "last x2"),
            ("two", "nothing"),
        ],
    );
    portuguese(
        &asked(Asked::Payment),
        &[
            ("muda pra duas", "last x2"),
            ("aliás, duas", "last x2"),
            ("duas", "nothing"),
        ],
    );
}

#[test]
fn changing() {
    english(
        &lunch(),
        &[
            ("make it two", "last x2"),
            ("make that large", "last: =large"),
            ("no, make that two", "last x2"),
            ("no onions on the second one", "#2: -onion"),
            ("no onions on the burger", "[burger]: -onion"),
            ("no onions", "#2: -onion"),
            ("extra cheese please", "#2: +cheese!"),
            ("change the first to small", "#1: =small"),
            ("change the pizza to medium", "[pizza]: =medium"),
            ("the coke large", "[coke]: =large"),
            ("make the coke large", "[coke]: =large"),
            ("make the first one medium", "#1: =medium"),
            ("make all of them large", "all: =large"),
            ("can you put lettuce on the burger", "[burger]: +lettuce"),
            ("make it two cokes", "last x2"),
            ("two", "last x2"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("muda pra duas", "last x2"),
            ("faz grande", "last: =large"),
            ("sem cebola na segunda", "#2: -onion"),
            ("sem cebola no hambúrguer", "[burger]: -onion"),
            ("sem cebola", "#2: -onion"),
            ("muda a primeira pra pequena", "#1: =small"),
            ("muda a pizza para média", "[pizza]: =medium"),
            ("a coca grande", "[coke]: =large"),
            ("deixa a coca grande", "[coke]: =large"),
            ("coloca alface no hambúrguer", "[burger]: +lettuce"),
            ("duas", "last x2"),
        ],
    );
}

#[test]
fn replacing() {
    english(
        &lunch(),
        &[
            ("scrap the coke, make it guarana", "[coke] -> guarana"),
            ("no, scrap the coke, make it guarana", "[coke] -> guarana"),
            ("swap the coke for a sprite", "[coke] -> 1 sprite"),
            ("change the coke to a sprite", "[coke] -> 1 sprite"),
            ("replace the coke with two waters", "[coke] -> 2 water"),
            ("a sprite instead of the coke", "[coke] -> 1 sprite"),
            ("instead of coke, guarana", "[coke] -> guarana"),
            ("take off the coke and add a sprite", "[coke] -> 1 sprite"),
            ("remove the coke and add a salad", "remove [coke]; 1 salad"),
            ("make it a sprite", "last -> 1 sprite"),
            ("swap the ham for chicken", "#1: +chicken -ham"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("troca a coca por guaraná", "[coke] -> guarana"),
            ("tira a coca, põe guaraná", "[coke] -> guarana"),
            ("não, tira a coca, põe guaraná", "[coke] -> guarana"),
            ("em vez de coca, guaraná", "[coke] -> guarana"),
            ("guaraná em vez de coca", "[coke] -> guarana"),
            ("muda a coca pra uma sprite", "[coke] -> 1 sprite"),
            ("troca o presunto por frango", "#1: +chicken -ham"),
        ],
    );
}

#[test]
fn what_was_just_added_gives_way_while_a_choice_is_open() {
    let around = Around {
        asked: Some(Asked::Choice(LineId(1))),
        ..lunch()
    };
    english(&around, &[("no, sprite instead", "#3 -> sprite")]);
    portuguese(&around, &[("não, sprite no lugar", "#3 -> sprite")]);
}

#[test]
fn hints_of_the_channel() {
    let hinted = |hint| Around {
        hint: Some(hint),
        ..lunch()
    };
    english(
        &hinted(Hint::Remove),
        &[
            ("the coke", "remove [coke]"),
            ("the second one", "remove #2"),
            ("the bacon", "#2: -bacon"),
            ("two cokes", "remove 2 of [coke]"),
        ],
    );
    portuguese(
        &hinted(Hint::Remove),
        &[
            ("a coca", "remove [coke]"),
            ("a segunda", "remove #2"),
            ("o bacon", "#2: -bacon"),
        ],
    );
    english(
        &hinted(Hint::Change),
        &[
            ("the coke to a sprite", "[coke] -> 1 sprite"),
            ("the first to small", "#1: =small"),
            ("it to two", "last x2"),
            ("the coke to large", "[coke]: =large"),
        ],
    );
    portuguese(
        &hinted(Hint::Change),
        &[
            ("a coca por uma sprite", "[coke] -> 1 sprite"),
            ("a primeira para pequena", "#1: =small"),
        ],
    );
    english(
        &hinted(Hint::Add),
        &[("a sprite", "1 sprite"), ("sprite", "sprite")],
    );
}

#[test]
fn bare_answers_to_a_choice() {
    let asked = Around {
        asked: Some(Asked::Choice(LineId(0))),
        ..lunch()
    };
    english(
        &asked,
        &[
            ("large", "#1: =large"),
            ("the large one please", "#1: =large"),
            ("a medium", "#1: =medium"),
            ("with olives", "#1: +olive"),
            ("no", "no"),
            ("thin crust", "#1: +thin"),
        ],
    );
    portuguese(
        &asked,
        &[
            ("grande", "#1: =large"),
            ("a grande por favor", "#1: =large"),
            ("com azeitona", "#1: +olive"),
            ("não", "no"),
            ("massa fina", "#1: +thin"),
        ],
    );
}

#[test]
fn what_the_draft_holds_is_not_ordered_again_by_mention() {
    english(
        &lunch(),
        &[
            ("the pizza should be small", "[pizza]: =small"),
            ("for the pizza i want a thin crust", "[pizza]: +thin"),
            ("keep the coke", "nothing"),
            ("just the pizza", "nothing"),
            ("make a pizza with olives", "1 pizza +olive"),
            ("make it a sprite and two waters", "last -> 1 sprite; 2 water"),
            ("i'd rather have a sprite than the coke", "[coke] -> 1 sprite"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("a pizza tem que ser pequena", "[pizza]: =small"),
            ("a coca pode ser em lata", "[coke]: =can"),
            ("só a pizza", "nothing"),
            ("faz uma pizza de bacon", "1 pizza +bacon"),
            ("faz o hambúrguer com queijo extra", "[burger]: +cheese!"),
        ],
    );
}

#[test]
fn questions_about_the_food_are_no_orders() {
    english(
        &lunch(),
        &[
            ("how much is the coke", "ask(price)"),
            ("do you have any salads", "ask(available)"),
            ("is there bacon in the burger", "ask(contents)"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("quanto é a coca", "ask(price)"),
            ("tem salada?", "ask(available)"),
            ("tem bacon no hambúrguer?", "ask(contents)"),
            ("tem como tirar a coca", "remove [coke]"),
        ],
    );
}

#[test]
fn what_is_said_of_a_line_just_added_goes_into_it() {
    english(
        &lunch(),
        &[
            ("a salad, no onions, and make it two", "2 salad -onion"),
            ("a sprite, no, make that a water", "1 water"),
        ],
    );
    portuguese(&lunch(), &[("uma salada e tira a cebola", "1 salad -onion")]);
}

#[test]
fn a_line_made_as_another() {
    english(
        &lunch(),
        &[
            ("the same but without ham", "1 pizza =large"),
            ("another one but without bacon", "1 burger"),
            ("another one without ham", "1 pizza =large"),
            ("another pizza like that but small", "1 pizza =small +ham"),
            ("one like the first but small", "1 pizza =small +ham"),
            ("the same with olives but without ham", "1 pizza =large +olive"),
            ("same again", "1 more of last"),
            ("one more of the same", "1 more of last"),
            ("two more of the second one", "2 more of #2"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("a mesma mas sem presunto", "1 pizza =large"),
            ("mais uma igual mas sem presunto", "1 pizza =large"),
            ("outro desses sem bacon", "1 burger"),
            ("outra pizza igual mas pequena", "1 pizza =small +ham"),
            ("uma igual à primeira mas pequena", "1 pizza =small +ham"),
            ("mais um desses", "1 more of last"),
            ("mais uma igual", "1 more of last"),
            ("mais duas da segunda", "2 more of #2"),
        ],
    );
}

#[test]
fn lines_called_from_the_end() {
    english(
        &lunch(),
        &[
            ("remove the last one", "remove #3"),
            ("scrap the last two", "remove #3; remove #2"),
            ("make the last one large", "#3: =large"),
            ("the first one small", "#1: =small"),
            ("keep the first one and remove the rest", "nothing"),
            ("clear", "startover"),
        ],
    );
    portuguese(
        &lunch(),
        &[
            ("tira a última", "remove #3"),
            ("tira as duas últimas", "remove #3; remove #2"),
            ("troca a última por uma sprite", "#3 -> 1 sprite"),
            ("a primeira pequena", "#1: =small"),
            ("esvazia o carrinho", "startover"),
        ],
    );
}
