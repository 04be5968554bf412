//! Bare answers: the way, a name, a number to call, what to do where something is missing, a note.

use super::{english, portuguese};
use crate::interpreter::Asked;

#[test]
fn ways() {
    english(
        Some(Asked::Fulfilment),
        &[
            ("delivery", "delivery"),
            ("delivery please", "delivery"),
            ("deliver it", "delivery"),
            ("pickup", "pickup"),
            ("pick it up", "pickup"),
            ("I'll pick it up", "pickup"),
            ("I'll come by", "pickup"),
            ("the first one", "delivery"),
            ("for pickup, no, for delivery", "delivery"),
            (
                "deliver it to 62 maple street",
                "delivery; street Maple Street; no 62",
            ),
            ("a coke", "1 coke"),
            ("I'd like delivery please", "delivery"),
            ("bring it to me", "delivery"),
            ("62 maple street", "street Maple Street; no 62"),
        ],
    );
    portuguese(
        Some(Asked::Fulfilment),
        &[
            ("entrega", "delivery"),
            ("entrega por favor", "delivery"),
            ("pode entregar", "delivery"),
            ("retirada", "pickup"),
            ("vou buscar", "pickup"),
            ("eu retiro aí", "pickup"),
            ("para viagem", "pickup"),
            ("manda aqui em casa", "delivery"),
            ("a primeira", "delivery"),
            ("uma coca", "1 coke"),
            ("manda", "delivery"),
            ("pode mandar", "delivery"),
            ("quero que entregue", "delivery"),
            ("no balcão", "pickup"),
            ("vou aí", "pickup"),
        ],
    );
    english(
        None,
        &[
            ("a coke for pickup", "pickup | 1 coke"),
            ("a pizza for delivery and a coke", "delivery | 1 pizza; 1 coke"),
            ("delivery please", "delivery"),
            ("where is my delivery", "status"),
        ],
    );
    portuguese(
        None,
        &[
            ("uma coca pra retirada", "pickup | 1 coke"),
            ("entrega por favor", "delivery"),
            ("cadê minha entrega", "status"),
            ("retirar no balcão", "pickup"),
        ],
    );
}

#[test]
fn names() {
    english(
        Some(Asked::Name),
        &[
            ("Ana", "name Ana"),
            ("it's ana", "name Ana"),
            ("no tip", "no tip"),
            ("Ana, and I'll pay by card", "card; name Ana"),
            (
                "eleven nine one two three four five six seven eight",
                "phone 11912345678",
            ),
            ("my name is ana paula", "name Ana Paula"),
            ("put it under Smith please", "name Smith"),
            ("uh, Mary-Jane", "name Mary-Jane"),
            ("this is john o'brien", "name John O'brien"),
            ("help", "help"),
            ("add a coke", "1 coke"),
            ("it's for john", "name John"),
            ("John Smith", "name John Smith"),
            ("uh it's under Smith", "name Smith"),
            ("Mark", "name Mark"),
            ("you can call me Al", "name Al"),
            ("no", "no"),
            ("I don't want to say", "nothing"),
            ("Ana.", "name Ana"),
            ("Dr. Smith", "name Dr Smith"),
            ("the name is Jean-Luc O'Neill", "name Jean-Luc O'Neill"),
            ("Ana and João", "name Ana and João"),
            ("Ana, thanks", "name Ana"),
            ("yes, Ana", "name Ana"),
        ],
    );
    portuguese(
        Some(Asked::Name),
        &[
            ("Ana", "name Ana"),
            ("é ana", "name Ana"),
            ("sem gorjeta", "no tip"),
            ("é a Ana Paula", "name Ana Paula"),
            ("sou a ana", "name Ana"),
            ("pode pôr João da Silva", "name João da Silva"),
            ("meu nome é josé", "name José"),
            ("em nome de Maria, por favor", "name Maria"),
            ("ajuda", "help"),
            ("põe uma coca", "1 coke"),
            ("é o João", "name João"),
            (
                "pode colocar Maria Aparecida dos Santos",
                "name Maria Aparecida dos Santos",
            ),
            ("meu nome", "nothing"),
            ("Vitória", "name Vitória"),
            ("não", "no"),
            ("é pra Ana", "name Ana"),
            ("Ana.", "name Ana"),
            ("é Ana mesmo", "name Ana"),
            ("sim, Ana", "name Ana"),
            ("Ana, obrigada", "name Ana"),
            ("meu nome é Ana Lúcia de Souza", "name Ana Lúcia de Souza"),
            ("dona Maria", "name Dona Maria"),
            ("seu José", "name Seu José"),
        ],
    );
    english(
        None,
        &[
            ("my name is ana and I'd like a coke", "name Ana | 1 coke"),
            ("a coke it's for ana", "name Ana | 1 coke"),
            ("a coke, card, for Ana Paula", "card; name Ana Paula | 1 coke"),
            ("a coke, it's for lunch", "1 coke"),
            ("a coke, it's for me", "1 coke"),
            ("a coke under the name Ana Paula", "name Ana Paula | 1 coke"),
        ],
    );
    portuguese(
        None,
        &[
            ("meu nome é Ana e quero uma coca", "name Ana | 1 coke"),
            ("uma coca em nome de João da Silva", "name João da Silva | 1 coke"),
            ("aqui é a Ana, quero uma coca", "name Ana | 1 coke"),
            ("uma coca é pra ana", "name Ana | 1 coke"),
            ("uma coca, é para a Ana", "name Ana | 1 coke"),
            ("uma coca e pra sobremesa uma sprite", "1 coke; 1 sprite"),
            ("uma coca, é pra viagem", "pickup | 1 coke"),
        ],
    );
}

#[test]
fn a_name_is_put_right() {
    english(
        Some(Asked::Phone),
        &[
            ("no, it's Helena", "name Helena"),
            ("no, Helena", "name Helena"),
            ("no", "no"),
        ],
    );
    portuguese(
        Some(Asked::Phone),
        &[
            ("não, é Helena", "name Helena"),
            ("não, é a Helena", "name Helena"),
            ("não", "no"),
        ],
    );
    english(Some(Asked::Name), &[("it", "nothing"), ("that one", "nothing")]);
    portuguese(Some(Asked::Name), &[("isso aí", "yes"), ("ela", "nothing")]);
}

#[test]
fn a_lone_e_agrees_to_an_address_alone() {
    portuguese(
        Some(Asked::Address),
        &[("é", "yes"), ("É.", "yes"), ("e", "nothing")],
    );
    portuguese(Some(Asked::YesNo), &[("é", "nothing"), ("é isso", "yes")]);
}

#[test]
fn phones() {
    english(
        Some(Asked::Phone),
        &[(
            "area code eleven, nine eight seven six five, four three two one",
            "phone 11987654321",
        )],
    );
    english(
        Some(Asked::Phone),
        &[
            (
                "nine one seven, five five five, oh one two three",
                "phone 9175550123",
            ),
            ("917 555 0123", "phone 9175550123"),
            ("(917) 555-0123", "phone 9175550123"),
            (
                "plus one nine one seven five five five zero one two three",
                "phone 19175550123",
            ),
            (
                "it's nine one seven triple five twelve thirty",
                "phone 9175551230",
            ),
            (
                "eight hundred, five five five, one two one two",
                "phone 8005551212",
            ),
            ("nine one seven", "nothing"),
            ("same number", "nothing"),
            ("my number is 917-555-0123", "phone 9175550123"),
            ("no", "no"),
        ],
    );
    portuguese(
        Some(Asked::Phone),
        &[
            (
                "onze nove oito meia meia cinco um dois três quatro",
                "phone 11986651234",
            ),
            ("(11) 98765-4321", "phone 11987654321"),
            (
                "é onze, nove oito sete meia cinco, quarenta e três vinte e um",
                "phone 11987654321",
            ),
            (
                "mais cinquenta e cinco onze nove oito sete meia cinco quatro três dois um",
                "phone 5511987654321",
            ),
            ("nove oito", "nothing"),
            ("é o mesmo", "nothing"),
            (
                "onze nove nove nove nove um dois três quatro cinco",
                "phone 11999912345",
            ),
            (
                "DDD onze, nove oito sete meia cinco, quatro três dois um",
                "phone 11987654321",
            ),
        ],
    );
    english(
        None,
        &[
            ("call me at 917 555 0123", "phone 9175550123"),
            (
                "a coke, my number is nine one seven five five five zero one two three",
                "phone 9175550123 | 1 coke",
            ),
        ],
    );
    portuguese(
        None,
        &[
            ("meu telefone é 11 98765-4321", "phone 11987654321"),
            (
                "me liga no onze nove oito sete meia cinco quatro três dois um",
                "phone 11987654321",
            ),
        ],
    );
}

#[test]
fn what_to_do_where_something_is_missing() {
    english(
        Some(Asked::IfMissing),
        &[
            ("swap it", "missing swap"),
            ("something similar", "missing swap"),
            ("leave it out", "missing drop"),
            ("just leave it out please", "missing drop"),
            ("call me", "missing call"),
            ("the first one", "missing swap"),
            ("second", "missing drop"),
            ("the third", "missing call"),
            ("just call me", "missing call"),
            ("call me please", "missing call"),
            ("I don't care", "nothing"),
            ("swap it for something similar", "missing swap"),
            ("don't swap, leave it out", "missing drop"),
            ("the second", "missing drop"),
            ("please call", "missing call"),
            ("I'd rather you left it out", "nothing"),
        ],
    );
    portuguese(
        Some(Asked::IfMissing),
        &[
            ("troca", "missing swap"),
            ("pode trocar", "missing swap"),
            ("algo parecido", "missing swap"),
            ("tira", "missing drop"),
            ("pode tirar", "missing drop"),
            ("me liga", "missing call"),
            ("a primeira", "missing swap"),
            ("a terceira", "missing call"),
            ("pode me ligar", "missing call"),
            ("tanto faz", "nothing"),
            ("não troca, tira", "missing drop"),
            ("troca por algo parecido por favor", "missing swap"),
            ("tira do pedido", "missing drop"),
            ("liga", "missing call"),
            ("deixa sem", "missing drop"),
            ("a segunda opção", "missing drop"),
        ],
    );
    english(
        None,
        &[
            ("if something's missing call me", "missing call"),
            (
                "a coke, and if you're out of anything just swap it",
                "missing swap | 1 coke",
            ),
            ("call me if something is missing", "missing call"),
        ],
    );
    portuguese(
        None,
        &[
            ("se faltar alguma coisa me liga", "missing call"),
            (
                "uma coca, se faltar alguma coisa pode trocar",
                "missing swap | 1 coke",
            ),
            ("se não tiver, pode tirar", "missing drop"),
        ],
    );
}

#[test]
fn notes() {
    english(
        Some(Asked::Note),
        &[
            ("ring twice", "note ring twice"),
            ("tell them to ring twice", "note ring twice"),
            ("The gate code is 4711.", "note The gate code is 4711"),
            ("no", "no"),
            ("cancel my order", "cancel"),
            ("no onions", "pizza -onion"),
            ("nothing", "done"),
            ("tell them happy birthday", "note happy birthday"),
            ("please cut it in eight", "note please cut it in eight"),
            ("never mind", "cancel"),
        ],
    );
    portuguese(
        Some(Asked::Note),
        &[
            ("toca duas vezes", "note toca duas vezes"),
            (
                "avisa que o interfone não funciona",
                "note o interfone não funciona",
            ),
            ("não", "no"),
            ("sem cebola", "pizza -onion"),
            ("nada", "done"),
            ("corta em oito pedaços", "note corta em oito pedaços"),
        ],
    );
    english(
        None,
        &[
            ("tell them to ring twice", "note ring twice"),
            (
                "a coke, and tell the driver to ring twice",
                "note ring twice | 1 coke",
            ),
            ("please ring twice", "note ring twice"),
            (
                "tell the kitchen to cut it in small squares please",
                "note cut it in small squares",
            ),
            ("please send cutlery", "note send cutlery"),
            ("let them know the bell is broken", "note the bell is broken"),
            ("tell them I want two cokes", "2 coke"),
        ],
    );
    portuguese(
        None,
        &[
            (
                "avisa que o interfone não funciona",
                "note o interfone não funciona",
            ),
            (
                "uma coca, e pede pro entregador tocar duas vezes",
                "note tocar duas vezes | 1 coke",
            ),
            ("observação: tocar duas vezes", "note tocar duas vezes"),
            (
                "avisa a cozinha pra cortar bem pequeno",
                "note cortar bem pequeno",
            ),
            ("manda talher por favor", "note manda talher"),
            ("fala pra eles que eu quero duas cocas", "2 coke"),
        ],
    );
}
