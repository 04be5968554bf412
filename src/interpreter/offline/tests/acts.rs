//! What the customer is doing, beside ordering.

use super::{Around, Asked, Language, check, draft};

fn both(around: impl Fn() -> Around, english: &[(&str, &str)], portuguese: &[(&str, &str)]) {
    check(Language::EnUs, &around(), english);
    check(Language::PtBr, &around(), portuguese);
}

#[test]
fn acts_out_of_the_blue() {
    both(
        Around::default,
        &[
            ("yes", "yes"),
            ("yeah sure", "yes"),
            ("go ahead", "yes"),
            ("no", "no"),
            ("no thanks", "no"),
            ("that's all", "done"),
            ("that'll be all, thank you", "done"),
            ("no that's all", "done"),
            ("where's my food", "status"),
            ("where is my order please", "status"),
            ("hi, where's my food, it's been an hour", "status"),
            ("cancel my order", "cancel"),
            ("never mind", "cancel"),
            ("start over", "startover"),
            ("what have i ordered so far", "review"),
            ("what do you have", "menu"),
            ("what kind of pizzas do you have", "ask(choices)"),
            ("help", "help"),
            ("say that again", "repeat"),
            ("can you repeat that please", "repeat"),
            ("stop", "stop"),
            ("goodbye", "stop"),
            ("hello", "greet"),
            ("good evening", "greet"),
        ],
        &[
            ("sim", "yes"),
            ("isso", "yes"),
            ("fechou", "yes"),
            ("não", "no"),
            ("não, obrigada", "no"),
            ("só isso", "done"),
            ("é só isso, obrigado", "done"),
            ("não, só isso", "done"),
            ("cadê meu pedido", "status"),
            ("oi, cadê meu pedido?", "status"),
            ("onde está minha pizza", "status"),
            ("cancela", "cancel"),
            ("quero cancelar o pedido", "cancel"),
            ("começa de novo", "startover"),
            ("o que eu já pedi", "review"),
            ("o que vocês têm", "menu"),
            ("quais sabores vocês têm", "ask(choices)"),
            ("ajuda", "help"),
            ("repete por favor", "repeat"),
            ("tchau", "stop"),
            ("oi", "greet"),
            ("boa noite", "greet"),
        ],
    );
}

#[test]
fn answers_to_what_was_asked() {
    let asked = |asked: Asked| {
        move || Around {
            asked: Some(asked.clone()),
            draft: draft(&[("coke", "", &[])]),
            ..Around::default()
        }
    };
    both(
        asked(Asked::AnythingElse),
        &[
            ("no", "done"),
            ("nope, that's it", "done"),
            ("no thank you", "done"),
            ("i'm good", "done"),
            ("yes", "yes"),
            ("no, a sprite", "1 sprite"),
            ("yes, a sprite", "1 sprite"),
        ],
        &[
            ("não", "done"),
            ("não, só isso", "done"),
            ("mais nada", "done"),
            ("pode fechar", "done"),
            ("sim", "yes"),
            ("sim, uma sprite", "1 sprite"),
        ],
    );
    both(
        asked(Asked::YesNo),
        &[
            ("yes", "yes"),
            ("yep", "yes"),
            ("go ahead", "yes"),
            ("sounds good", "yes"),
            ("ok send it", "yes"),
            ("no", "no"),
            ("not yet", "no"),
            ("no, scrap the coke", "remove [coke]"),
        ],
        &[
            ("isso", "yes"),
            ("pode mandar", "yes"),
            ("fechou", "yes"),
            ("pode sim", "yes"),
            ("não", "no"),
            ("ainda não", "no"),
            ("não, tira a coca", "remove [coke]"),
        ],
    );
}

#[test]
fn an_order_that_ends_with_that_is_all() {
    both(
        Around::default,
        &[
            ("a coke and that's it", "done; 1 coke"),
            ("a burger with bacon, that's all thanks", "done; 1 burger +bacon"),
        ],
        &[
            ("uma coca e só isso", "done; 1 coke"),
            (
                "um hambúrguer com bacon, é só isso obrigado",
                "done; 1 burger +bacon",
            ),
        ],
    );
}

#[test]
fn noise_is_never_a_yes() {
    let asked = || Around {
        asked: Some(Asked::YesNo),
        ..Around::default()
    };
    both(
        asked,
        &[
            ("", "nothing"),
            ("uh", "nothing"),
            ("hmm", "nothing"),
            ("the the", "nothing"),
            ("yesterday it rained on the roof", "nothing"),
            ("ah", "nothing"),
            ("thanks", "thanks"),
            ("the game is on right now", "nothing"),
        ],
        &[
            ("", "nothing"),
            ("hum", "nothing"),
            ("é...", "nothing"),
            ("ah", "nothing"),
            ("valeu", "thanks"),
            ("ontem choveu muito por aqui", "nothing"),
            ("simples", "nothing"),
        ],
    );
}
