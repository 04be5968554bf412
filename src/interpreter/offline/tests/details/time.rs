//! When it is wanted.

use super::{english, portuguese};
use crate::interpreter::Asked;

#[test]
fn asked_for() {
    english(
        Some(Asked::Time),
        &[
            ("now", "now"),
            ("right now", "now"),
            ("as soon as possible", "now"),
            ("asap", "now"),
            ("seven", "7:00?"),
            ("at seven", "7:00?"),
            ("seven thirty", "7:30?"),
            ("seven fifteen pm", "19:15"),
            ("seven oh five", "7:05?"),
            ("7:30", "7:30?"),
            ("7:30 pm", "19:30"),
            ("7 pm", "19:00"),
            ("7pm", "19:00"),
            ("7 p.m.", "19:00"),
            ("eight in the evening", "20:00"),
            ("eleven in the morning", "11:00"),
            ("eight tonight", "20:00"),
            ("tonight at eight", "20:00"),
            ("19:30", "19:30"),
            ("half past eight", "8:30?"),
            ("quarter past eight", "8:15?"),
            ("quarter to nine", "8:45?"),
            ("ten to nine", "8:50?"),
            ("twenty past eight", "8:20?"),
            ("noon", "12:00"),
            ("around one o'clock", "1:00?"),
            ("in an hour", "in 60"),
            ("in half an hour", "in 30"),
            ("an hour and a half", "in 90"),
            ("in forty-five minutes", "in 45"),
            ("in two hours", "in 120"),
            ("later", "later"),
            ("later today", "later"),
            ("12", "12:00?"),
        ],
    );
    portuguese(
        Some(Asked::Time),
        &[
            ("agora", "now"),
            ("pra já", "now"),
            ("o mais rápido possível", "now"),
            ("sete", "7:00?"),
            ("às sete", "7:00?"),
            ("as sete", "7:00?"),
            ("sete e meia", "7:30?"),
            ("às sete e meia", "7:30?"),
            ("às sete e quinze", "7:15?"),
            ("às vinte horas", "20:00"),
            ("vinte horas", "20:00"),
            ("às vinte e trinta", "20:30"),
            ("19h30", "19:30"),
            ("19h", "19:00"),
            ("às 7:30", "7:30?"),
            ("sete da noite", "19:00"),
            ("às sete e meia da noite", "19:30"),
            ("duas da tarde", "14:00"),
            ("onze da manhã", "11:00"),
            ("meio-dia", "12:00"),
            ("meio dia e meia", "12:30"),
            ("meia-noite", "0:00"),
            ("quinze pras oito", "7:45?"),
            ("dez para as nove", "8:50?"),
            ("lá pelas oito", "8:00?"),
            ("por volta das oito horas", "8:00?"),
            ("daqui a meia hora", "in 30"),
            ("daqui a uma hora", "in 60"),
            ("daqui a uma hora e meia", "in 90"),
            ("em vinte minutos", "in 20"),
            ("hoje à noite às oito", "20:00"),
            ("mais tarde", "later"),
            ("pra mais tarde", "later"),
            ("uma", "1:00?"),
            ("a uma", "1:00?"),
        ],
    );
}

#[test]
fn volunteered() {
    english(
        None,
        &[
            ("two at seven", "7:00?"),
            ("two cokes at seven", "7:00? | 2 coke"),
            ("a pizza for tonight at eight", "20:00 | 1 pizza"),
            ("a coke in half an hour", "in 30 | 1 coke"),
            ("a coke as soon as possible", "now | 1 coke"),
            ("a coke for later", "later | 1 coke"),
            ("a coke at 7:30 pm please", "19:30 | 1 coke"),
            ("a coke for noon", "12:00 | 1 coke"),
            ("make it seven thirty pm", "19:30"),
            ("now add a coke", "1 coke"),
        ],
    );
    portuguese(
        None,
        &[
            ("duas cocas às sete", "7:00? | 2 coke"),
            ("uma pizza pras oito da noite", "20:00 | 1 pizza"),
            ("uma coca daqui a meia hora", "in 30 | 1 coke"),
            ("uma coca pra já", "now | 1 coke"),
            ("uma coca pra mais tarde", "later | 1 coke"),
            ("uma coca ao meio-dia", "12:00 | 1 coke"),
            ("uma coca às 19h30", "19:30 | 1 coke"),
            ("agora uma coca", "1 coke"),
            ("uma pizza meia presunto meia bacon", "1 pizza +ham/1 +bacon/2"),
        ],
    );
}
