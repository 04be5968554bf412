//! A talk from the journal as a rehearsal, in the format that `comanda test` plays: what was said, in order. What is private
//! was never kept; where a question asked for it something made up answers, so that the talk goes on as it did.

use crate::app::records::{NotedHint, NotedTurn};
use crate::order::Language;
use crate::order::menu::Shop;

/// What stands for something that was left out.
const GAP: char = '…';

/// The talk as text.
pub(super) fn script(shop: &Shop, turns: &[NotedTurn]) -> String {
    let Some(first) = turns.first() else {
        return String::new();
    };
    let begun = shop.time_zone.to_datetime(first.at);
    let mut lines = vec![
        format!(
            "# From the journal: {}, over {}.",
            begun.strftime("%Y-%m-%d %H:%M"),
            first.channel
        ),
        format!(
            "# Put it into talks/{}/ beside the menu; `comanda test --update` writes what the shop says to it.",
            first.language.tag()
        ),
        format!("! at {}", begun.strftime("%Y-%m-%d %H:%M")),
    ];
    for turn in turns {
        lines.extend(said(shop, turn));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// The lines of one turn.
fn said(shop: &Shop, turn: &NotedTurn) -> Vec<String> {
    let language = turn.language;
    if let Some(wish) = &turn.wish {
        return vec![wished(wish, language)];
    }
    let kept = turn.words.as_deref().map(|words| {
        let words = words.replace(GAP, " ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    match kept.filter(|words| !words.is_empty()) {
        Some(words) => {
            let words = match (turn.hint, language) {
                (Some(NotedHint::Remove), Language::EnUs) => format!("remove {words}"),
                (Some(NotedHint::Remove), Language::PtBr) => format!("tira {words}"),
                (Some(NotedHint::Change), Language::EnUs) => format!("change it to {words}"),
                (Some(NotedHint::Change), Language::PtBr) => format!("troca por {words}"),
                (Some(NotedHint::Add) | None, _) => words,
            };
            let left_out = turn
                .private
                .then(|| "# Something private was said here too.".to_owned());
            left_out.into_iter().chain([format!("> {words}")]).collect()
        }
        None => {
            let asked = turn.asked.as_deref().unwrap_or("nothing");
            match made_up(shop, asked, language) {
                Some(words) => vec![
                    format!("# Made up, in place of what is private (asked: {asked})."),
                    format!("> {words}"),
                ],
                None => vec![format!("# Left out, because it is private (asked: {asked}).")],
            }
        }
    }
}

/// A wish that came without words, as a line.
fn wished(wish: &str, language: Language) -> String {
    let (english, portuguese) = match wish {
        "launch" | "noise" | "silence" => return format!("! {wish}"),
        "yes" => ("yes", "sim"),
        "no" => ("no", "não"),
        "done" => ("that's all", "só isso"),
        "status" => ("where is my order", "cadê meu pedido"),
        "cancel" => ("cancel my order", "cancela meu pedido"),
        "start_over" => ("start over", "começa de novo"),
        "review" => ("what have I ordered so far", "o que eu já pedi"),
        "menu" => ("what do you have", "o que vocês têm"),
        "usual" => ("the usual", "o de sempre"),
        "complain" => (
            "something is wrong with my order",
            "tem algo errado com meu pedido",
        ),
        "person" => ("I want to talk to a person", "quero falar com uma pessoa"),
        "slower" => ("slower please", "fala mais devagar"),
        "hold_on" => ("hold on", "peraí"),
        "forget" => ("delete my data", "apaga meus dados"),
        "help" => ("help", "ajuda"),
        "repeat" => ("say that again", "repete"),
        "stop" => ("stop", "tchau"),
        other => return format!("# Not kept: {other}."),
    };
    let words = match language {
        Language::EnUs => english,
        Language::PtBr => portuguese,
    };
    format!("> {words}")
}

/// Something to say to a question that asks for what is private.
fn made_up(shop: &Shop, asked: &str, language: Language) -> Option<String> {
    let in_language = |english: &str, portuguese: &str| match language {
        Language::EnUs => english.to_owned(),
        Language::PtBr => portuguese.to_owned(),
    };
    Some(match asked {
        "postal_code" => postal_code(shop),
        "street" => in_language("Maple Street", "Rua das Flores"),
        "house_number" => "62".to_owned(),
        "address" | "usual_address" => in_language("yes", "sim"),
        "name" => "Ana".to_owned(),
        "phone" | "callback_phone" => "11 98765 4321".to_owned(),
        "payment" => in_language("by card", "no cartão"),
        "change" => in_language("no change", "sem troco"),
        "complaint" => in_language("it came cold", "veio frio"),
        "note" => in_language("ring twice please", "toca duas vezes"),
        "fulfilment" => in_language("delivery", "entrega"),
        _ => return None,
    })
}

/// A postal code that the shop delivers to.
fn postal_code(shop: &Shop) -> String {
    let delivery = shop.delivery.as_ref();
    let street = delivery.and_then(|delivery| delivery.streets.keys().next());
    let prefix = || {
        let zones = delivery
            .map(|delivery| delivery.zones.as_slice())
            .unwrap_or_default();
        zones.iter().flat_map(|zone| &zone.prefixes).next().cloned()
    };
    match street {
        Some(code) => code.digits().to_owned(),
        None => format!("{:0<8}", prefix().unwrap_or_default()),
    }
}
