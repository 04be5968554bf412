//! What was just asked about or offered is taken by pointing at it; a question goes on about something else.

use super::{Around, Asked, Language, check, draft, questions};
use crate::interpreter::{QuestionKind, Spoken};
use crate::order::{AttributeId, ItemId, OptionId, ValueId};

fn both(around: &Around, english: &[(&str, &str)], portuguese: &[(&str, &str)]) {
    check(Language::EnUs, around, english);
    check(Language::PtBr, around, portuguese);
}

/// The price of a large margherita has just been asked.
fn priced() -> Around {
    Around {
        spoken: Some(Spoken {
            question: Some(QuestionKind::Price),
            item: Some(ItemId::new("pizza")),
            options: vec![OptionId::new("margherita")],
            attributes: [(AttributeId::new("size"), ValueId::new("large"))].into(),
            ..Spoken::default()
        }),
        draft: draft(&[("coke", "", &[])]),
        asked: Some(Asked::AnythingElse),
        ..Around::default()
    }
}

/// "Would you like one?"
fn offered() -> Around {
    Around {
        spoken: Some(Spoken {
            item: Some(ItemId::new("latte")),
            offered: true,
            ..Spoken::default()
        }),
        draft: draft(&[("coke", "", &[])]),
        asked: Some(Asked::YesNo),
        ..Around::default()
    }
}

#[test]
fn what_was_spoken_of_is_taken() {
    both(
        &priced(),
        &[
            ("I'll take one", "1 pizza =large +margherita"),
            ("ok, I'll have two", "2 pizza =large +margherita"),
            ("two please", "2 pizza =large +margherita"),
            ("add it", "pizza =large +margherita"),
            ("ok, that one", "pizza =large +margherita"),
            ("I'll have that", "pizza =large +margherita"),
            ("I'll take two and that's all", "done; 2 pizza =large +margherita"),
            ("make it two", "last x2"),
            ("remove it", "remove last"),
            ("two cokes", "2 coke"),
            ("a latte", "1 latte"),
        ],
        &[
            ("vou querer uma", "1 pizza =large +margherita"),
            ("tá, quero duas", "2 pizza =large +margherita"),
            ("duas, por favor", "2 pizza =large +margherita"),
            ("põe", "pizza =large +margherita"),
            ("quero essa", "pizza =large +margherita"),
            ("quero duas e só isso", "done; 2 pizza =large +margherita"),
            ("tira ela", "remove last"),
            ("duas cocas", "2 coke"),
        ],
    );
    both(
        &offered(),
        &[
            ("yes, two", "2 latte"),
            ("make it two", "2 latte"),
            ("yes", "yes"),
            ("no", "no"),
        ],
        &[
            ("sim, dois", "2 latte"),
            ("pode ser dois", "2 latte"),
            ("sim", "yes"),
            ("não", "no"),
        ],
    );
    let at_the_time = Around {
        asked: Some(Asked::Time),
        ..priced()
    };
    both(
        &at_the_time,
        &[("I'll take two", "2 pizza =large +margherita"), ("two", "")],
        &[("quero duas", "2 pizza =large +margherita"), ("duas", "")],
    );
    both(
        &Around::default(),
        &[("add it", "nothing")],
        &[("quero essa", "nothing")],
    );
}

#[test]
fn a_question_goes_on() {
    questions::check(
        Language::EnUs,
        &priced(),
        &[
            ("what about a large napoletana?", "price +napoletana =large"),
            ("and the napoletana", "price +napoletana"),
            ("and the small?", "price pizza +margherita =small"),
            ("how about the latte", "price latte"),
            ("and a latte", "(edit) ; 1 latte"),
            ("what about two lattes", "(edit) ; 2 latte"),
            ("and drinks?", "choices kind drink"),
            ("drinks", "choices kind drink"),
            ("and pizzas?", "choices kind pizza"),
            ("two pizzas", "(edit) ; 2 pizza"),
        ],
    );
    questions::check(
        Language::PtBr,
        &priced(),
        &[
            ("e a napolitana grande?", "price +napoletana =large"),
            ("e a pequena?", "price pizza +margherita =small"),
            ("e um café com leite", "(edit) ; 1 latte"),
            ("e bebidas?", "choices kind drink"),
            ("e as pizzas?", "choices kind pizza"),
            ("duas pizzas", "(edit) ; 2 pizza"),
        ],
    );
    questions::check(
        Language::EnUs,
        &Around::default(),
        &[
            ("what about a latte", "(edit) ; 1 latte"),
            ("is the margherita vegan?", "unstated +margherita"),
            ("is it spicy", "unstated"),
            ("how big is the large", "unstated =large"),
            ("how many slices does the large have", "unstated =large"),
            (
                "how much is the latte and do you take cards?",
                "price latte; payment card",
            ),
            (
                "do you deliver, and how much is the latte?",
                "delivery; price latte",
            ),
        ],
    );
    questions::check(
        Language::PtBr,
        &Around::default(),
        &[
            ("a marguerita é vegana?", "unstated +margherita"),
            ("é picante?", "unstated"),
            (
                "uma marguerita e uma napolitana",
                "(edit) ; 1 pizza +margherita ; 1 pizza +napoletana",
            ),
            ("quantas fatias tem a grande", "unstated =large"),
            ("a grande serve quantas pessoas?", "unstated =large"),
            (
                "quanto é o café com leite e aceita pix?",
                "price latte; payment pix",
            ),
        ],
    );
}

#[test]
fn who_eats_is_no_quantity_and_one_of_two_is_one_of_them() {
    both(
        &Around::default(),
        &[
            (
                "we're five people and want a large margherita",
                "1 pizza =large +margherita",
            ),
            (
                "two large margheritas, one without onions",
                "1 pizza =large +margherita; 1 pizza =large +margherita -onion",
            ),
        ],
        &[
            (
                "somos cinco pessoas, uma marguerita grande",
                "1 pizza =large +margherita",
            ),
            (
                "duas margueritas grandes, uma sem cebola",
                "1 pizza =large +margherita; 1 pizza =large +margherita -onion",
            ),
        ],
    );
}
