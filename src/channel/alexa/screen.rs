//! What is shown beside what is said: a plain list in the [Alexa Presentation Language] on devices with a screen, and
//! the same list as a card in the app for those without.
//!
//! The document asks for nothing that the oldest devices with a screen lack, and loads nothing from elsewhere.
//!
//! [Alexa Presentation Language]: https://developer.amazon.com/docs/alexa-presentation-language/apl-interface.html

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::envelope::Envelope;
use super::response::{Card, CardKind};
use crate::channel::Field;
use crate::conversation::{Consent, Screen};

/// The interface's name among those that a device supports.
const APL: &str = "Alexa.Presentation.APL";
/// The most rows that are shown; the heading and the total always are.
const MOST_ROWS: usize = 40;
/// The most characters of any text that is shown.
const MOST_CHARS: usize = 80;

/// Whether the device has a screen that shows our list.
pub(super) fn has_screen(envelope: &Envelope) -> bool {
    let device = envelope.system().and_then(|system| system.device.known());
    let interfaces = device.and_then(|device| device.supported_interfaces.known());
    interfaces.is_some_and(|interfaces| interfaces.contains_key(APL))
}

/// The directive that shows the list. Its texts are data and not part of the document, where they could be taken for
/// expressions.
pub(super) fn render(screen: &Screen) -> Value {
    let Screen { title, rows, total } = screen;
    let row = |(name, price): &(String, String)| {
        object([("name", shown(name).into()), ("price", shown(price).into())])
    };
    let rows: Vec<Value> = rows.iter().take(MOST_ROWS).map(row).collect();
    let total = total.as_ref().map(|total| ("total", row(total)));
    let list = [("title", shown(title).into()), ("rows", rows.into())];
    let list = object(list.into_iter().chain(total));
    object([
        ("type", "Alexa.Presentation.APL.RenderDocument".into()),
        ("token", "order".into()),
        ("document", DOCUMENT.clone()),
        ("datasources", object([("list", list)])),
    ])
}

/// An object of values that are there: the macro would make each of them anew.
fn object(members: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
    Value::Object(members.collect())
}

/// The document, which is the same in every response.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    json!({
        "type": "APL",
        "version": "1.0",
        "theme": "dark",
        "mainTemplate": {
            "parameters": ["payload"],
            "items": [{
                "type": "Container",
                "width": "100vw",
                "height": "100vh",
                "paddingLeft": "6vw",
                "paddingRight": "6vw",
                "paddingTop": "5vh",
                "paddingBottom": "5vh",
                "items": [
                    { "type": "Text", "text": "${payload.list.title}", "fontSize": "7vh", "fontWeight": "bold" },
                    {
                        "type": "Sequence",
                        "grow": 1,
                        "shrink": 1,
                        "data": "${payload.list.rows}",
                        "items": [line("data", "6vh")],
                    },
                    {
                        "type": "Container",
                        "when": "${payload.list.total != null}",
                        "items": [line("payload.list.total", "7vh")],
                    },
                ],
            }],
        },
    })
});

/// A name on the left and a price on the right.
fn line(of: &str, size: &str) -> Value {
    json!({
        "type": "Container",
        "direction": "row",
        "justifyContent": "spaceBetween",
        "paddingTop": "1vh",
        "items": [
            { "type": "Text", "text": format!("${{{of}.name}}"), "fontSize": size, "shrink": 1 },
            { "type": "Text", "text": format!("${{{of}.price}}"), "fontSize": size, "paddingLeft": "4vw" },
        ],
    })
}

/// A text as the component takes it, which knows a few tags.
fn shown(text: &str) -> String {
    let cut: String = text.chars().take(MOST_CHARS).collect();
    cut.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The card in the app: a question for consent first, else the list, where no screen shows it.
pub(super) fn card(screen: Option<&Screen>, consent: Option<Consent>, has_screen: bool) -> Option<Card> {
    match consent {
        Some(Consent::Address) => {
            return Some(Card {
                kind: Field::Known(CardKind::AskForPermissionsConsent),
                permissions: Field::Known(SCOPES.map(str::to_owned).to_vec()),
                ..Card::default()
            });
        }
        Some(Consent::Account) => {
            return Some(Card {
                kind: Field::Known(CardKind::LinkAccount),
                ..Card::default()
            });
        }
        None => {}
    }
    let Screen { title, rows, total } = screen.filter(|_| !has_screen)?;
    let cut = |text: &str| text.chars().take(MOST_CHARS).collect::<String>();
    let lines = rows.iter().take(MOST_ROWS).chain(total);
    let lines: Vec<String> = lines
        .map(|(name, price)| format!("{} · {}", cut(name), cut(price)))
        .collect();
    Some(Card {
        kind: Field::Known(CardKind::Simple),
        title: Field::Known(cut(title)),
        content: Field::Known(lines.join("\n")),
        ..Card::default()
    })
}

/// What a [permissions card] asks for. The manifest declares the same under names of its own.
///
/// [permissions card]: https://developer.amazon.com/docs/custom-skills/request-customer-contact-information-for-use-in-your-skill.html
const SCOPES: [&str; 3] = [
    "read::alexa:device:all:address",
    "alexa::profile:name:read",
    "alexa::profile:mobile_number:read",
];
