//! How each question is asked, and how it is asked again into silence: shorter.

use super::scene::{Pending, Scene};
use super::{Listen, choosing, meant};
use crate::app::records::Dish;
use crate::order::menu::Names;
use crate::order::{Draft, LineId, Method};
use crate::phrases::{Gap, Phrases, money};

/// The most orders that are told apart in one question.
const MOST_ORDERS: usize = 3;

/// A question in words.
pub(super) struct Question {
    pub(super) text: String,
    /// The same in short; none where it is short already.
    pub(super) short: Option<String>,
    pub(super) listen: Listen,
}

/// The words of a question.
pub(super) fn question(scene: &Scene<'_>, pending: &Pending) -> Question {
    let phrases = scene.phrases;
    let open = |key: &str| plain(scene, key, Listen::Open);
    let words = |key: &str| plain(scene, key, Listen::Words);
    let yes_no = |key: &str| plain(scene, key, Listen::YesNo);
    match pending {
        Pending::AnythingElse => open("anything-else"),
        Pending::Send => Question {
            short: Some(phrases.plain("send-it-short")),
            ..yes_no("send-it")
        },
        Pending::Choose { line } => match choosing::question(scene, *line) {
            Some((text, short)) => Question {
                text,
                short: Some(short),
                listen: Listen::Open,
            },
            None => open("anything-else"),
        },
        Pending::OneOf { .. }
        | Pending::HowMany { .. }
        | Pending::Instead { .. }
        | Pending::Suggested { .. } => about_items(scene, pending),
        Pending::Meant { .. } => {
            let what = meant::words(scene, pending).unwrap_or_default();
            Question {
                short: Some(phrases.say("ask-meant-short", &[("what", what.as_str().into())])),
                ..with_gap(scene, "ask-meant", "what", what.as_str(), Listen::YesNo)
            }
        }
        Pending::OnlySome { line } => how_many(scene, *line),
        Pending::Fulfilment => open("ask-fulfilment"),
        Pending::UsualAddress => usual_address(scene),
        Pending::PickupInstead => yes_no("ask-pickup-instead"),
        Pending::PostalCode => words("ask-postal-code"),
        Pending::Street => words("ask-street"),
        Pending::HouseNumber => house_number(scene),
        Pending::Address => address(scene),
        Pending::AtOpening { opens } => {
            let time = opens.to_zoned(scene.menu.shop.time_zone.clone()).time();
            with_gap(
                scene,
                "ask-at-opening",
                "time",
                phrases.for_clock(time),
                Listen::YesNo,
            )
        }
        Pending::Time => words("ask-time"),
        Pending::Payment => payment(scene),
        Pending::Change => change(scene),
        Pending::Name => words("ask-name"),
        Pending::Phone => words("ask-phone"),
        Pending::IfMissing => open("ask-if-missing"),
        Pending::KeepAndWarn { .. } => yes_no("ask-keep-and-warn"),
        Pending::StillWant { .. } => yes_no("ask-still-want"),
        Pending::Note => words("ask-note"),
        Pending::Stale { .. } => {
            let none = Draft::default();
            let lines = phrases.lines(scene.menu, scene.draft().unwrap_or(&none));
            Question {
                short: Some(phrases.plain("ask-stale-short")),
                ..with_gap(scene, "ask-stale", "lines", lines, Listen::Open)
            }
        }
        Pending::StartOver => yes_no("start-over-ask"),
        Pending::CancelOrder { .. } => yes_no("cancel-ask-short"),
        Pending::Usual { .. } => yes_no("ask-usual"),
        Pending::Complaint { .. } => words("ask-complaint"),
        Pending::WhichOrder { dishes, .. } => which_order(scene, dishes),
        Pending::OfferPerson => yes_no("ask-person"),
        Pending::CallbackPhone => words("ask-callback-phone"),
        Pending::Forget => yes_no("ask-forget"),
    }
}

fn how_many(scene: &Scene<'_>, line: LineId) -> Question {
    let line = scene.draft().and_then(|draft| draft.line(line));
    let gender = line.and_then(|line| scene.phrases.gender_of_line(scene.menu, line));
    with_gap(
        scene,
        "how-many",
        "gender",
        Phrases::gender_gap(gender),
        Listen::Open,
    )
}

fn plain(scene: &Scene<'_>, key: &str, listen: Listen) -> Question {
    Question {
        text: scene.phrases.plain(key),
        short: None,
        listen,
    }
}

fn with_gap(
    scene: &Scene<'_>,
    key: &str,
    gap: &'static str,
    value: impl Into<Gap>,
    listen: Listen,
) -> Question {
    Question {
        text: scene.phrases.say(key, &[(gap, value.into())]),
        short: None,
        listen,
    }
}

fn about_items(scene: &Scene<'_>, pending: &Pending) -> Question {
    let (phrases, menu) = (scene.phrases, scene.menu);
    match pending {
        Pending::OneOf { items, options } => {
            let items = items
                .iter()
                .filter_map(|id| menu.item(id))
                .map(|item| &item.names);
            let options = options
                .iter()
                .filter_map(|id| menu.option(id))
                .map(|option| &option.names);
            let names: Vec<&Names> = items.chain(options).collect();
            let choices = choosing::choices_text(scene, &names);
            Question {
                short: Some(phrases.say("ask-short", &[("choices", choices.as_str().into())])),
                ..with_gap(scene, "which-one", "choices", choices.as_str(), Listen::Open)
            }
        }
        Pending::HowMany { line, numbers } => {
            let line = scene.draft().and_then(|draft| draft.line(*line));
            let gender = line.and_then(|line| phrases.gender_of_line(menu, line));
            let said: Vec<String> = numbers
                .iter()
                .map(|number| crate::phrases::number::spell(*number, phrases.language, gender))
                .collect();
            with_gap(scene, "ask-numbers", "choices", phrases.or(&said), Listen::Open)
        }
        Pending::Instead { item } => {
            let name = menu.item(item).map(|item| phrases.one_with_article(&item.names));
            with_gap(
                scene,
                "ask-instead",
                "item",
                name.unwrap_or_default(),
                Listen::YesNo,
            )
        }
        Pending::Suggested { item } => {
            let name = menu.item(item).map(|item| phrases.one_with_article(&item.names));
            with_gap(scene, "suggest", "item", name.unwrap_or_default(), Listen::YesNo)
        }
        _ => plain(scene, "anything-else", Listen::Open),
    }
}

/// The address that is kept is called by its name, and read out to nobody but a voice that is known.
fn usual_address(scene: &Scene<'_>) -> Question {
    let phrases = scene.phrases;
    let of_profile = scene.getting().and_then(|getting| getting.address.whole());
    let known = of_profile.or_else(|| scene.customer.value.kept.address.clone());
    match known.filter(|_| scene.voice_known) {
        Some(address) => Question {
            short: Some(phrases.plain("ask-usual-address-unread")),
            ..with_gap(
                scene,
                "ask-usual-address",
                "address",
                phrases.address(&address),
                Listen::YesNo,
            )
        },
        None => plain(scene, "ask-usual-address-unread", Listen::YesNo),
    }
}

fn house_number(scene: &Scene<'_>) -> Question {
    let street = scene.getting().and_then(|getting| getting.address.street.clone());
    match street {
        Some(street) => Question {
            short: Some(scene.phrases.plain("ask-house-number-short")),
            ..with_gap(scene, "ask-house-number", "street", street, Listen::Words)
        },
        None => plain(scene, "ask-house-number-short", Listen::Words),
    }
}

fn address(scene: &Scene<'_>) -> Question {
    let said = scene.getting().and_then(|getting| getting.address.whole());
    let said = said
        .map(|address| scene.phrases.address(&address))
        .unwrap_or_default();
    with_gap(scene, "confirm-address", "address", said, Listen::YesNo)
}

fn payment(scene: &Scene<'_>) -> Question {
    let phrases = scene.phrases;
    let name = |method: &Method| {
        phrases.plain(match method {
            Method::Cash => "method-cash",
            Method::Card => "method-card",
            Method::Pix => "method-pix",
        })
    };
    let names: Vec<String> = scene.menu.shop.payment.iter().map(name).collect();
    let choices = phrases.or(&names);
    Question {
        short: Some(phrases.say("ask-short", &[("choices", choices.as_str().into())])),
        ..with_gap(scene, "ask-payment", "choices", choices.as_str(), Listen::Open)
    }
}

fn change(scene: &Scene<'_>) -> Question {
    let short = scene.phrases.plain("ask-change-short");
    match scene.total() {
        Some(total) => Question {
            short: Some(short),
            ..with_gap(
                scene,
                "ask-change",
                "total",
                money::spoken(total, scene.phrases.language),
                Listen::Words,
            )
        },
        None => plain(scene, "ask-change-short", Listen::Words),
    }
}

/// Orders told apart by what is in them: "the one with the feijoada or the one with the flan".
fn which_order(scene: &Scene<'_>, dishes: &[Dish]) -> Question {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let names = |dish: &Dish| match dish {
        Dish::Item(id) => menu.item(id).map(|item| &item.names),
        Dish::Option(id) => menu.option(id).map(|option| &option.names),
    };
    let one_with =
        |dish: &Dish| Some(phrases.say("order-with", &[("name", phrases.the(names(dish)?).into())]));
    let choices: Vec<String> = dishes.iter().take(MOST_ORDERS).filter_map(one_with).collect();
    let text = if choices.is_empty() {
        phrases.plain("ask-which-order-short")
    } else {
        phrases.say("ask-which-order", &[("choices", phrases.or(&choices).into())])
    };
    Question {
        text,
        short: None,
        listen: Listen::Open,
    }
}
