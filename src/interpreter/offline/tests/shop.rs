//! A lunch shop: pizzas, burgers, sides and drinks, in both languages with the same ids.

use std::collections::BTreeMap;

use crate::interpreter::Vocabulary;
use crate::interpreter::vocabulary::{AttributeEntry, CategoryEntry, GroupEntry, ItemEntry, OptionEntry};
use crate::order::{
    AttributeId, CategoryId, ChosenOption, Draft, GroupId, ItemId, Language, Line, LineId, OptionId,
    Quantity, ValueId,
};

type Row = (&'static str, &'static str, &'static str);

/// id, group, names in English | names in Portuguese
const OPTIONS: &[Row] = &[
    ("pepperoni", "topping", "pepperoni | pepperoni"),
    ("calabrese", "topping", "calabrese sausage, sausage | calabresa"),
    ("mozzarella", "topping", "mozzarella | mussarela"),
    ("cheddar", "topping", "cheddar | cheddar"),
    ("cheese", "topping", "cheese | queijo"),
    ("onion", "topping", "onions | cebola"),
    ("pepper", "topping", "peppers | pimentão"),
    ("olive", "topping", "olives | azeitona"),
    ("mushroom", "topping", "mushrooms | cogumelo"),
    ("ham", "topping", "ham | presunto"),
    ("bacon", "topping", "bacon | bacon"),
    ("chicken", "topping", "chicken | frango"),
    ("lettuce", "topping", "lettuce | alface"),
    ("tomato", "topping", "tomato | tomate"),
    ("pickles", "topping", "pickles | picles"),
    ("mayo", "topping", "mayonnaise | maionese"),
    ("oregano", "topping", "oregano | orégano"),
    ("black_beans", "topping", "black beans | feijão preto"),
    ("red_beans", "topping", "red beans | feijão vermelho"),
    ("veggie", "style", "veggie | vegetariana"),
    ("margherita", "flavour", "margherita | marguerita"),
    ("napoletana", "flavour", "napoletana | napolitana"),
    ("four_seasons", "flavour", "four seasons | quatro estações"),
    ("thin", "crust", "thin crust | massa fina"),
    ("stuffed", "crust", "stuffed crust | borda recheada"),
];

/// id, category, names in English | names in Portuguese; attributes and groups follow from the category
const ITEMS: &[Row] = &[
    ("pizza", "pizza", "pizza, pie | pizza"),
    ("burger", "main", "burger, hamburger | hambúrguer"),
    ("salad", "main", "salad | salada"),
    ("fries", "side", "fries | batata frita"),
    ("rings", "side", "onion rings | anéis de cebola"),
    ("coke", "drink", "coke | coca"),
    ("sprite", "drink", "sprite | sprite"),
    ("guarana", "drink", "guarana | guaraná"),
    ("water", "drink", "water | água"),
    ("orange_juice", "drink", "orange juice | suco de laranja"),
    (
        "chocolate_shake",
        "drink",
        "chocolate shake | vitamina de chocolate",
    ),
    ("banana_shake", "drink", "banana shake | vitamina de banana"),
    ("latte", "drink", "latte | café com leite"),
    ("drink", "drink", "drink | bebida"),
];

const VALUES: &[Row] = &[
    ("small", "size", "small | pequena"),
    ("medium", "size", "medium | média"),
    ("large", "size", "large | grande"),
    ("extra_large", "size", "extra large | gigante"),
    ("can", "container", "can | lata, latinha"),
    ("bottle", "container", "bottle | garrafa"),
    ("two_liter", "volume", "2 liter | 2 litros"),
    ("half_liter", "volume", "500 ml | 500 ml, meio litro"),
];

/// id, names in English | names in Portuguese
const GROUPS: &[(&str, &str)] = &[
    ("flavour", "flavour | sabor"),
    ("style", "style | estilo"),
    ("topping", "topping | adicional"),
    ("crust", "crust | massa"),
    ("shot", "shot | dose"),
];

/// id, names in English | names in Portuguese
const ATTRIBUTES: &[(&str, &str)] = &[
    ("size", "size | tamanho"),
    ("container", "container | embalagem"),
    ("volume", "volume | volume"),
];

pub(super) fn names(row: &str, language: Language) -> Vec<String> {
    let mut languages = row.split(" | ");
    let names = match language {
        Language::EnUs => languages.next(),
        Language::PtBr => languages.nth(1),
    };
    names.unwrap_or_default().split(", ").map(str::to_owned).collect()
}

/// The shop's vocabulary.
pub(super) fn vocabulary(language: Language) -> Vocabulary {
    let ids = |all: &[&str]| all.iter().map(|id| AttributeId::new(*id)).collect::<Vec<_>>();
    let groups = |all: &[&str]| all.iter().map(|id| GroupId::new(*id)).collect::<Vec<_>>();
    let item = |(id, category, row): &Row| ItemEntry {
        id: ItemId::new(*id),
        category: CategoryId::new(*category),
        names: names(row, language),
        attributes: match *category {
            "drink" => ids(&["size", "container", "volume"]),
            "main" => ids(&[]),
            _ => ids(&["size"]),
        },
        values: Vec::new(),
        groups: match (*category, *id) {
            ("pizza", _) => groups(&["flavour", "style", "topping", "crust"]),
            ("main", _) => groups(&["topping"]),
            (_, "latte") => groups(&["shot"]),
            _ => groups(&[]),
        },
        generic: *id == "drink",
    };
    let mut options: Vec<OptionEntry> = OPTIONS
        .iter()
        .map(|(id, group, row)| OptionEntry {
            id: OptionId::new(*id),
            group: GroupId::new(*group),
            names: names(row, language),
            counted_names: Vec::new(),
            any_of: if *id == "cheese" {
                vec![OptionId::new("mozzarella"), OptionId::new("cheddar")]
            } else {
                Vec::new()
            },
            off: false,
        })
        .collect();
    let counted = match language {
        Language::EnUs => [("extra shot", 1), ("double shot", 2)],
        Language::PtBr => [("dose extra", 1), ("dose dupla", 2)],
    };
    options.push(OptionEntry {
        id: OptionId::new("espresso"),
        group: GroupId::new("shot"),
        names: Vec::new(),
        counted_names: counted
            .iter()
            .map(|(name, count)| ((*name).to_owned(), *count))
            .collect(),
        any_of: Vec::new(),
        off: false,
    });
    let category = |id: &str, row: &str| CategoryEntry {
        id: CategoryId::new(id),
        names: names(row, language),
    };
    Vocabulary {
        language: Some(language),
        items: ITEMS.iter().map(item).collect(),
        options,
        groups: GROUPS
            .iter()
            .map(|(id, row)| GroupEntry {
                id: GroupId::new(*id),
                names: names(row, language),
                removable: true,
                amounts: *id == "topping",
                names_item: *id == "flavour",
                least: 0,
                most: u32::MAX,
            })
            .collect(),
        attributes: attributes(language),
        categories: vec![
            category("pizza", "pizza | pizza"),
            category("main", "dish | prato"),
            category("side", "side | acompanhamento"),
            category("drink", "drink | bebida"),
        ],
        words: Default::default(),
    }
}

fn attributes(language: Language) -> Vec<AttributeEntry> {
    let of = |id: &str| {
        VALUES
            .iter()
            .filter(|(_, attribute, _)| *attribute == id)
            .map(|(value, _, row)| (ValueId::new(*value), names(row, language)))
            .collect()
    };
    ATTRIBUTES
        .iter()
        .map(|(id, row)| AttributeEntry {
            id: AttributeId::new(*id),
            names: names(row, language),
            values: of(id),
        })
        .collect()
}

/// A draft of these lines: item, size or nothing, options.
pub(super) fn draft(lines: &[(&str, &str, &[&str])]) -> Draft {
    let counted: Vec<_> = lines
        .iter()
        .map(|(item, size, options)| (1, *item, *size, *options))
        .collect();
    counted_draft(&counted)
}

/// A draft of these lines: how many, item, size or nothing, options.
pub(super) fn counted_draft(lines: &[(u32, &str, &str, &[&str])]) -> Draft {
    let line = |(at, (quantity, item, size, options)): (usize, &(u32, &str, &str, &[&str]))| Line {
        id: LineId(u32::try_from(at).unwrap()),
        item: ItemId::new(*item),
        quantity: Quantity::new(*quantity).unwrap(),
        attributes: if size.is_empty() {
            BTreeMap::new()
        } else {
            [(AttributeId::new("size"), ValueId::new(*size))].into()
        },
        options: options
            .iter()
            .map(|option| ChosenOption {
                option: OptionId::new(*option),
                amount: None,
                count: 1,
                half: None,
            })
            .collect(),
        without: Vec::new(),
        declined: Vec::new(),
    };
    Draft {
        lines: lines.iter().enumerate().map(line).collect(),
        next_line: u32::try_from(lines.len()).unwrap(),
    }
}
