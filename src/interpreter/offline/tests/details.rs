//! What is said besides lines, as tables: the details, then what is left of the words.

mod address;
mod answers;
mod money;
mod orders;
mod properties;
mod talk;
mod time;

use super::{Around, Language, read, render};
use crate::interpreter::{Asked, Details, SaidChange, SaidTime, SaidTip};
use crate::order::{AddressParts, PostalCode};

/// Reads each utterance as an answer to what was asked, and compares details and lines.
fn check(language: Language, asked: Option<Asked>, cases: &[(&str, &str)]) {
    let around = Around {
        asked,
        ..Around::default()
    };
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(said, expected)| {
            let proposal = read(language, said, &around);
            let parts = [details(&proposal.details), render(&proposal)];
            let made = parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" | ");
            (made != *expected).then(|| format!("{said:?}\n  wanted {expected}\n  made   {made}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

fn english(asked: Option<Asked>, cases: &[(&str, &str)]) {
    check(Language::EnUs, asked, cases);
}

fn portuguese(asked: Option<Asked>, cases: &[(&str, &str)]) {
    check(Language::PtBr, asked, cases);
}

/// Details in one line, whole.
pub(super) fn details(details: &Details) -> String {
    let Details {
        fulfilment,
        address,
        which_address,
        time,
        method,
        change,
        tip,
        name,
        phone,
        note,
        allergies,
        remember,
        if_missing,
    } = details;
    let listed = allergies
        .iter()
        .map(|allergen| allergen.id())
        .collect::<Vec<_>>()
        .join(",");
    [
        fulfilment.map(|way| format!("{way:?}").to_lowercase()),
        Some(in_parts(address)).filter(|text| !text.is_empty()),
        which_address.map(|which| format!("{which:?}").to_lowercase()),
        time.map(clock),
        method.map(|method| method.id().to_owned()),
        change.map(|change| match change {
            SaidChange::For(money) => format!("change {}", money.0),
            SaidChange::Exact => "exact".to_owned(),
        }),
        tip.map(|tip| match tip {
            SaidTip::Percent(percent) => format!("tip {percent}%"),
            SaidTip::Amount(money) => format!("tip {}", money.0),
            SaidTip::None => "no tip".to_owned(),
        }),
        name.as_ref().map(|name| format!("name {name}")),
        phone.as_ref().map(|phone| format!("phone {}", phone.digits())),
        note.as_ref().map(|note| format!("note {note}")),
        Some(format!("allergic {listed}")).filter(|_| !listed.is_empty()),
        remember.map(|remember| if remember { "remember" } else { "forget" }.to_owned()),
        if_missing.map(|way| format!("missing {way:?}").to_lowercase()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("; ")
}

fn in_parts(address: &AddressParts) -> String {
    let AddressParts {
        postal_code,
        street,
        number,
        complement,
        landmark,
    } = address;
    [
        ("code", postal_code.as_ref().map(PostalCode::digits)),
        ("street", street.as_deref()),
        ("no", number.as_deref()),
        ("unit", complement.as_deref()),
        ("near", landmark.as_deref()),
    ]
    .into_iter()
    .filter_map(|(name, part)| Some(format!("{name} {}", part?)))
    .collect::<Vec<_>>()
    .join("; ")
}

fn clock(time: SaidTime) -> String {
    match time {
        SaidTime::Now => "now".to_owned(),
        SaidTime::Later => "later".to_owned(),
        SaidTime::AnotherDay => "another day".to_owned(),
        SaidTime::In { minutes } => format!("in {minutes}"),
        SaidTime::Clock {
            hour,
            minute,
            half_open,
        } => format!("{hour}:{minute:02}{}", if half_open { "?" } else { "" }),
    }
}
