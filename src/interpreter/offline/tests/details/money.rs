//! How it is paid, with which change, and the tip.

use super::{english, portuguese};
use crate::interpreter::Asked;

#[test]
fn methods() {
    english(
        Some(Asked::Payment),
        &[
            ("cash", "cash"),
            ("card please", "card"),
            ("by card", "card"),
            ("credit", "card"),
            ("debit card", "card"),
            ("the card machine", "card"),
            ("pix", "pix"),
            ("picks", "pix"),
            ("I'll pay by card", "card"),
            ("I'll pay in cash when it arrives", "cash"),
            ("Cash, I've a fifty.", "cash; change 5000"),
            ("cash, change for a hundred", "cash; change 10000"),
            ("cash, no change needed", "cash; exact"),
            ("cash, no, card", "card"),
            ("not cash", "nothing"),
            ("a coke", "1 coke"),
        ],
    );
    portuguese(
        Some(Asked::Payment),
        &[
            ("dinheiro", "cash"),
            ("no dinheiro", "cash"),
            ("em dinheiro vivo", "cash"),
            ("cartão", "card"),
            ("no cartão por favor", "card"),
            ("débito", "card"),
            ("no crédito", "card"),
            ("traz a maquininha", "card"),
            ("pix", "pix"),
            ("vou pagar no pix", "pix"),
            ("Troco pra cinquenta.", "cash; change 5000"),
            ("dinheiro, troco pra cem", "cash; change 10000"),
            ("dinheiro, tenho trocado", "cash; exact"),
            ("dinheiro, não precisa de troco", "cash; exact"),
            ("dinheiro, não, cartão", "card"),
            ("em dinheiro, tenho uma nota de cem", "cash; change 10000"),
            ("uma coca", "1 coke"),
        ],
    );
}

#[test]
fn change() {
    english(
        Some(Asked::Change),
        &[
            ("fifty", "change 5000"),
            ("a fifty", "change 5000"),
            ("a hundred", "change 10000"),
            ("one hundred", "change 10000"),
            ("two hundred and fifty", "change 25000"),
            ("for a hundred", "change 10000"),
            ("for seventy please", "change 7000"),
            ("fifty-five ninety", "change 5590"),
            ("$100", "change 10000"),
            ("$20", "change 2000"),
            ("20.50", "change 2050"),
            ("R$ 100", "change 10000"),
            ("R$ 20,50", "change 2050"),
            ("100", "change 10000"),
            ("sixty dollars", "change 6000"),
            ("sixty bucks", "change 6000"),
            ("sixty dollars and fifty cents", "change 6050"),
            ("twenty oh five", "change 2005"),
            ("one fifty", "change 15000"),
            ("two twenties", "change 4000"),
            ("a hundred dollar bill", "change 10000"),
            ("I've a fifty", "cash; change 5000"),
            ("no", "exact"),
            ("no change", "cash; exact"),
            ("exact", "exact"),
            ("I have exact change", "cash; exact"),
            ("none", "exact"),
        ],
    );
    portuguese(
        Some(Asked::Change),
        &[
            ("cinquenta", "change 5000"),
            ("cinquenta reais", "change 5000"),
            ("cem", "change 10000"),
            ("para cem", "change 10000"),
            ("pra cem reais", "change 10000"),
            ("cento e vinte", "change 12000"),
            ("duzentos e cinquenta", "change 25000"),
            ("cinquenta e cinco e noventa", "change 5590"),
            ("cinquenta e cinco reais e noventa centavos", "change 5590"),
            ("cinquenta e noventa", "change 5090"),
            ("vinte e cinco", "change 2500"),
            ("vinte e cinquenta", "change 2050"),
            ("cem e cinquenta", "change 10050"),
            ("R$ 100", "change 10000"),
            ("R$ 20,50", "change 2050"),
            ("R$ 1.000,00", "nothing"),
            ("100", "change 10000"),
            ("uma nota de cem", "change 10000"),
            ("duas notas de cinquenta", "change 10000"),
            ("cinquenta conto", "change 5000"),
            ("mil", "change 100000"),
            ("não", "exact"),
            ("não precisa", "exact"),
            ("não precisa de troco", "cash; exact"),
            ("tenho trocado", "cash; exact"),
            ("trocado", "exact"),
        ],
    );
}

#[test]
fn volunteered() {
    english(
        None,
        &[
            ("a coke and I'll pay by card", "card | 1 coke"),
            ("a coke, cash", "cash | 1 coke"),
            ("a pizza with cash", "cash | 1 pizza"),
            ("I have a fifty", "cash; change 5000"),
            ("change for a hundred", "cash; change 10000"),
            ("I'll pay with a fifty", "cash; change 5000"),
            ("two cokes, change for fifty", "cash; change 5000 | 2 coke"),
            ("I have two cokes", "2 coke"),
            ("yes, and by card", "card | yes"),
            ("ten percent tip", "tip 10%"),
            ("10% tip", "tip 10%"),
            ("add a five dollar tip", "tip 500"),
            ("tip five dollars", "tip 500"),
            ("a tip of twenty percent", "tip 20%"),
            ("five dollars for the driver", "tip 500"),
            ("no tip", "no tip"),
            ("a coke, no tip", "no tip | 1 coke"),
        ],
    );
    portuguese(
        None,
        &[
            ("uma coca e vou pagar no cartão", "card | 1 coke"),
            ("uma coca, no pix", "pix | 1 coke"),
            ("uma coca, troco pra cinquenta", "cash; change 5000 | 1 coke"),
            ("vou pagar com cem", "cash; change 10000"),
            ("tenho uma nota de cinquenta", "cash; change 5000"),
            ("preciso de troco", "cash"),
            ("preciso de troco pra cem reais", "cash; change 10000"),
            ("sem troco", "cash; exact"),
            ("sim, e no cartão", "card | yes"),
            ("cinco reais de gorjeta", "tip 500"),
            ("dez por cento de gorjeta", "tip 10%"),
            ("gorjeta de cinco reais", "tip 500"),
            ("10% de gorjeta", "tip 10%"),
            ("cinco reais pro motoboy", "tip 500"),
            ("sem gorjeta", "no tip"),
            ("tem troco pra cem?", "cash; change 10000"),
        ],
    );
}
