//! What the interpreter makes of what people say, as tables over a lunch shop of our own.
//!
//! A reading is rendered as one line of text, so that whole values are compared.

mod acts;
mod answers;
mod bistro;
mod certainty;
mod details;
mod dialogue;
mod explain;
mod narrowing;
mod numbers;
mod orders;
mod properties;
mod questions;
mod references;
mod sharing;
mod shop;
mod spoken;
mod talk;

use std::sync::LazyLock;

use self::shop::{counted_draft, draft};
use crate::interpreter::{
    Act, Asked, Certainty, EditKind, Heard, Hint, Offline, OptionWish, Proposal, Spoken, Target, Transcript,
    Wish,
};
use crate::order::{Amount, Draft, Half, ItemId, Language};

/// What surrounds an utterance.
#[derive(Default)]
struct Around {
    draft: Draft,
    hint: Option<Hint>,
    asked: Option<Asked>,
    spoken: Option<Spoken>,
}

/// The interpreter of the lunch shop, compiled once a language.
pub(super) fn offline(language: Language) -> &'static Offline {
    static EN_US: LazyLock<Offline> = LazyLock::new(|| compiled(Language::EnUs));
    static PT_BR: LazyLock<Offline> = LazyLock::new(|| compiled(Language::PtBr));
    match language {
        Language::EnUs => &EN_US,
        Language::PtBr => &PT_BR,
    }
}

fn compiled(language: Language) -> Offline {
    Offline::new(shop::vocabulary(language), language)
}

fn read(language: Language, said: &str, around: &Around) -> Proposal {
    let offline = offline(language);
    let transcripts = [Transcript::certain(said)];
    offline.read(&Heard {
        last_line: None,
        spoken: around.spoken.as_ref(),
        transcripts: &transcripts,
        hint: around.hint,
        draft: &around.draft,
        asked: around.asked.as_ref(),
        recent: &[],
        within: None,
    })
}

/// What is said in the tables of utterances, in every language.
pub(super) fn utterances() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/utterances");
    let shops = ["sample", "bakery", "noodles"].map(|shop| folder.join(shop));
    let mut said = Vec::new();
    for language in shops
        .iter()
        .flat_map(|shop| ["en-US", "pt-BR"].map(|language| shop.join(language)))
    {
        let mut tables: Vec<_> = std::fs::read_dir(language)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        tables.sort();
        for table in tables {
            let text = std::fs::read_to_string(table).unwrap();
            let rows = text.lines().filter(|row| !row.starts_with('#'));
            let rows = rows.filter_map(|row| row.split_once(" => "));
            said.extend(
                rows.map(|(said, _)| said.rsplit([']', '>']).next().unwrap_or(said).trim().to_owned()),
            );
        }
    }
    assert!(said.len() > 1000, "{}", said.len());
    said
}

/// Reads each utterance and compares what is made of it.
fn check(language: Language, around: &Around, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(said, expected)| {
            let made = render(&read(language, said, around));
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

fn certainty(language: Language, said: &str) -> Certainty {
    read(language, said, &Around::default()).certainty
}

fn render(proposal: &Proposal) -> String {
    let mut parts: Vec<String> = Vec::new();
    if proposal.act != Act::Edit {
        parts.push(format!("{:?}", proposal.act).to_lowercase());
    }
    parts.extend(proposal.edits.iter().map(|edit| render_edit(&edit.kind)));
    parts.extend(proposal.off_menu.iter().map(|words| format!("off menu: {words}")));
    parts.extend(
        proposal
            .unclear
            .iter()
            .map(|unclear| format!("unclear: {}", unclear.words)),
    );
    parts.join("; ")
}

fn render_edit(kind: &EditKind) -> String {
    match kind {
        EditKind::Add(wish) => render_wish(wish),
        EditKind::Remove {
            target,
            quantity: None,
        } => format!("remove {}", render_target(target)),
        EditKind::Remove {
            target,
            quantity: Some(quantity),
        } => format!("remove {quantity} of {}", render_target(target)),
        EditKind::SetQuantity { target, quantity } => format!("{} x{quantity}", render_target(target)),
        EditKind::Modify { target, change } => format!("{}: {}", render_target(target), render_wish(change)),
        EditKind::Replace { target, wish } => format!("{} -> {}", render_target(target), render_wish(wish)),
        EditKind::Again { target, quantity } => format!("{quantity} more of {}", render_target(target)),
    }
}

fn render_target(target: &Target) -> String {
    match target {
        Target::Last => "last".to_owned(),
        Target::Nth(place) => format!("#{place}"),
        Target::Matching(wish) => format!("[{}]", render_wish(wish)),
        Target::Line(id) => format!("line {}", id.0),
        Target::All => "all".to_owned(),
    }
}

fn render_wish(wish: &Wish) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(wish.quantity.map(|quantity| quantity.to_string()));
    let items: Vec<&str> = wish.items.iter().map(ItemId::as_str).collect();
    if !items.is_empty() {
        parts.push(items.join("&"));
    }
    parts.extend(wish.attributes.values().map(|value| format!("={value}")));
    parts.extend(
        wish.add
            .iter()
            .map(|option| format!("+{}", render_option(option))),
    );
    parts.extend(
        wish.remove
            .iter()
            .map(|option| format!("-{}", render_option(option))),
    );
    parts.join(" ")
}

fn render_option(wish: &OptionWish) -> String {
    let amount = match wish.amount {
        Some(Amount::Extra) => "!",
        Some(Amount::Light) => "?",
        None => "",
    };
    let count = wish.count.map(|count| format!("*{count}")).unwrap_or_default();
    let half = match wish.half {
        Some(Half::First) => "/1",
        Some(Half::Second) => "/2",
        None => "",
    };
    format!("{}{amount}{count}{half}", wish.option)
}
