//! A bistro in which names are shared: drinks that also come in a box, salads that are sides, too, two kinds of beans,
//! a filling that is a pizza and a goulash.

use super::shop::names;
use super::{Around, render};
use crate::interpreter::vocabulary::{AttributeEntry, CategoryEntry, GroupEntry, ItemEntry, OptionEntry};
use crate::interpreter::{Heard, Offline, Proposal, Transcript, Vocabulary};
use crate::order::{AttributeId, CategoryId, GroupId, ItemId, Language, OptionId, ValueId};

type Row = (&'static str, &'static str, &'static str);

/// id, category, names in English | names in Portuguese
const ITEMS: &[Row] = &[
    ("pizza", "pizza", "pizza | pizza"),
    ("toastie", "sandwich", "cheese toastie | tosta de queijo"),
    ("club", "sandwich", "club sandwich | sanduíche clube"),
    ("roast", "plate", "roast pork | lombo assado"),
    ("pork_goulash", "plate", "pork goulash | gulache de porco"),
    ("veal_goulash", "plate", "veal goulash | gulache de vitela"),
    ("onion_soup", "soup", "onion soup | sopa de cebola"),
    ("leek_soup", "soup", "leek soup | sopa de aspargo"),
    ("garden_salad", "starter", "garden salad | salada verde"),
    ("potato_salad", "starter", "potato salad | salada de batata"),
    ("squid", "starter", "squid | lula"),
    ("box", "box", "picnic box | cesta de piquenique"),
    ("cola", "drink", "cola | cola"),
    ("tonic", "drink", "tonic water, tonic | água tônica, tônica"),
    ("mocha", "drink", "mocha | mocha"),
];

/// id, group, names in English | names in Portuguese
const OPTIONS: &[Row] = &[
    ("funghi", "flavour", "funghi | funghi"),
    ("veal", "flavour", "veal | vitela"),
    ("rustic", "flavour", "rustic | rústica"),
    ("onion", "extra", "onion, onions | cebola"),
    ("egg", "extra", "fried egg, egg | ovo frito, ovo"),
    ("cheese", "extra", "cheese | queijo"),
    ("white_beans", "beans", "white beans | feijão branco"),
    ("red_beans", "beans", "red beans | feijão vermelho"),
    ("chips", "side", "chips | fritas"),
    ("salad", "side", "salad | salada"),
    ("box_cola", "box_drink", "cola | cola"),
    (
        "box_tonic",
        "box_drink",
        "tonic water, tonic | água tônica, tônica",
    ),
];

/// id, the fewest and the most that an item takes
const GROUPS: &[(&str, u32, u32)] = &[
    ("flavour", 1, 2),
    ("extra", 0, 4),
    ("beans", 1, 1),
    ("side", 1, 2),
    ("box_drink", 1, 1),
];

/// id, attribute, names in English | names in Portuguese
const VALUES: &[Row] = &[
    ("small", "size", "small | pequena, pequeno"),
    ("medium", "size", "medium | média, médio"),
    ("large", "size", "large | grande"),
    ("half", "portion", "half portion, half | meia porção, meia"),
    ("full", "portion", "full portion | porção inteira"),
];

const CATEGORIES: &[(&str, &str)] = &[
    ("pizza", "pizza | pizza"),
    ("sandwich", "sandwich, sandwiches | sanduíche"),
    ("plate", "plate | prato"),
    ("soup", "soup, soups | sopa"),
    ("starter", "starter | entrada"),
    ("box", "box | cesta"),
    ("drink", "drink, drinks | bebida"),
];

fn item((id, category, row): &Row, language: Language) -> ItemEntry {
    let attribute = match *id {
        "pizza" | "mocha" => Some("size"),
        "squid" => Some("portion"),
        _ => None,
    };
    let groups: &[&str] = match (*category, *id) {
        ("pizza", _) => &["flavour", "extra"],
        ("sandwich", _) => &["extra"],
        (_, "roast") => &["beans", "side"],
        ("box", _) => &["side", "box_drink"],
        _ => &[],
    };
    ItemEntry {
        id: ItemId::new(*id),
        category: CategoryId::new(*category),
        names: names(row, language),
        attributes: attribute.into_iter().map(AttributeId::new).collect(),
        // The mocha comes in two sizes only.
        values: match *id {
            "mocha" => vec![ValueId::new("small"), ValueId::new("medium")],
            _ => Vec::new(),
        },
        groups: groups.iter().map(|group| GroupId::new(*group)).collect(),
        generic: false,
    }
}

fn vocabulary(language: Language) -> Vocabulary {
    let option = |(id, group, row): &Row| OptionEntry {
        id: OptionId::new(*id),
        group: GroupId::new(*group),
        names: names(row, language),
        counted_names: Vec::new(),
        any_of: Vec::new(),
        off: false,
    };
    let group = |(id, least, most): &(&str, u32, u32)| GroupEntry {
        id: GroupId::new(*id),
        names: Vec::new(),
        removable: true,
        amounts: *id == "extra",
        names_item: *id == "flavour",
        least: *least,
        most: *most,
    };
    let attribute = |id: &str| AttributeEntry {
        id: AttributeId::new(id),
        names: Vec::new(),
        values: VALUES
            .iter()
            .filter(|(_, attribute, _)| *attribute == id)
            .map(|(value, _, row)| (ValueId::new(*value), names(row, language)))
            .collect(),
    };
    let category = |(id, row): &(&str, &str)| CategoryEntry {
        id: CategoryId::new(*id),
        names: names(row, language),
    };
    Vocabulary {
        language: Some(language),
        items: ITEMS.iter().map(|row| item(row, language)).collect(),
        options: OPTIONS.iter().map(option).collect(),
        groups: GROUPS.iter().map(group).collect(),
        attributes: ["size", "portion"].map(attribute).into(),
        categories: CATEGORIES.iter().map(category).collect(),
        words: Default::default(),
    }
}

/// Reads each utterance in the bistro and compares what is made of it; what is unclear with all that it may be.
pub(super) fn check(language: Language, around: &Around, cases: &[(&str, &str)]) {
    let offline = Offline::new(vocabulary(language), language);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(said, expected)| {
            let transcripts = [Transcript::certain(*said)];
            let proposal = offline.read(&Heard {
                last_line: None,
                spoken: None,
                recent: &[],
                within: None,
                transcripts: &transcripts,
                hint: around.hint,
                draft: &around.draft,
                asked: around.asked.as_ref(),
            });
            let made = format!("{}{}", render(&proposal), candidates(&proposal));
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

fn candidates(proposal: &Proposal) -> String {
    let mut text = String::new();
    for unclear in &proposal.unclear {
        let items = unclear.items.iter().map(ItemId::as_str);
        let options = unclear.options.iter().map(OptionId::as_str);
        let all: Vec<&str> = items.chain(options).collect();
        text.push_str(&format!(" ({})", all.join(", ")));
    }
    text
}
