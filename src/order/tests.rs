//! The draft under the menu: what is allowed, what it costs, and what a yes stands for.

use super::editing::{LineSpec, Making, Missing, Refusal, missing};
use super::menu::read::{Source, read};
use super::*;

const SHOP: &str = r#"
id = "kiosk"
name = "Kiosk"
invocation = "corner kiosk"
languages = ["en-US"]
currency = "BRL"
[delivery]
fee = "4.00"
minutes = 20
[pickup]
minutes = 10
"#;

const ITEMS: &str = r#"
category = [{ id = "pie", name.en-US = { one = "pie" } }]

[[attribute]]
id = "size"
name.en-US = { one = "size" }
value = [{ id = "small", name.en-US = { one = "small" } }, { id = "large", name.en-US = { one = "large" } }]

[[group]]
id = "kind"
name.en-US = { one = "kind" }
least = 1
most = 2
halves = true
names_item = true

[[group]]
id = "extra"
name.en-US = { one = "extra" }
most = 2
amounts = true

[[option]]
id = "apple"
group = "kind"
name.en-US = { one = "apple" }
price = { small = "2.00", large = "3.00" }
includes = ["cinnamon"]

[[option]]
id = "pear"
group = "kind"
name.en-US = { one = "pear" }
price = { small = "4.00", large = "6.00" }

[[option]]
id = "cherry"
group = "kind"
name.en-US = { one = "cherry" }
price = { small = "3.00", large = "3.00" }

[[option]]
id = "plum"
group = "kind"
name.en-US = { one = "plum" }
price = { small = "1.00", large = "1.00" }
stock = "off"

[[option]]
id = "cinnamon"
group = "extra"
name.en-US = { one = "cinnamon" }
price = "0.50"

[[option]]
id = "cream"
group = "extra"
name.en-US = { one = "cream" }
price = "1.50"

[[item]]
id = "pie"
category = "pie"
name.en-US = { one = "pie" }
comes_in = "size"
price = { small = "10.00", large = "15.00" }
groups = ["kind", "extra"]

[[item]]
id = "tea"
category = "pie"
name.en-US = { one = "tea" }
price = "3.00"

[[item]]
id = "cider"
category = "pie"
name.en-US = { one = "cider" }
price = "3.00"
stock = "off"
"#;

fn menu() -> Menu {
    let source = |name: &str, text: &str| Source {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    read(&[source("shop.toml", SHOP), source("items.toml", ITEMS)]).unwrap()
}

fn option(id: &str) -> ChosenOption {
    ChosenOption {
        option: OptionId::new(id),
        amount: None,
        count: 1,
        half: None,
    }
}

fn size(value: &str) -> std::collections::BTreeMap<AttributeId, ValueId> {
    [(AttributeId::new("size"), ValueId::new(value))].into()
}

fn spec(item: &str, quantity: u32, value: Option<&str>, add: &[&str], remove: &[&str]) -> LineSpec {
    let making = Making {
        attributes: value.map(size).unwrap_or_default(),
        add: add.iter().map(|id| option(id)).collect(),
        remove: remove.iter().map(|id| OptionId::new(*id)).collect(),
    };
    LineSpec {
        item: ItemId::new(item),
        quantity: Quantity::new(quantity).unwrap(),
        making,
    }
}

fn price_of(spec: &LineSpec) -> Option<i64> {
    let mut draft = Draft::default();
    draft.add(&menu(), spec).unwrap();
    price::line_price(&menu(), &draft.lines[0])
        .ok()
        .map(|money| money.minor)
}

#[test]
fn lines_cost_what_the_menu_says() {
    let check = |spec: LineSpec, cents: Option<i64>| assert_eq!(price_of(&spec), cents, "{spec:?}");
    check(spec("tea", 3, None, &[], &[]), Some(900));
    check(spec("pie", 1, Some("small"), &["apple"], &[]), Some(1200));
    check(spec("pie", 2, Some("large"), &["apple"], &[]), Some(3600));
    check(spec("pie", 1, None, &["apple"], &[]), None);
    // Two kinds are two halves, at the price of the dearer one.
    check(spec("pie", 1, Some("large"), &["apple", "pear"], &[]), Some(2100));
    // What comes with the kind costs nothing; a second thing does.
    check(
        spec("pie", 1, Some("small"), &["apple", "cinnamon"], &[]),
        Some(1200),
    );
    check(
        spec("pie", 1, Some("small"), &["pear", "cinnamon", "cream"], &[]),
        Some(1600),
    );
    check(
        spec("pie", 1, Some("small"), &["apple"], &["cinnamon"]),
        Some(1200),
    );
}

#[test]
fn what_the_menu_does_not_allow_is_refused_by_name() {
    let check = |spec: LineSpec, refusal: Refusal| {
        let mut draft = Draft::default();
        assert_eq!(draft.add(&menu(), &spec), Err(refusal));
        assert_eq!(
            draft,
            Draft::default(),
            "a refused line leaves the draft as it was"
        );
    };
    let (pie, tea) = (ItemId::new("pie"), ItemId::new("tea"));
    check(
        spec("cake", 1, None, &[], &[]),
        Refusal::NoItem(ItemId::new("cake")),
    );
    check(
        spec("cider", 1, None, &[], &[]),
        Refusal::ItemOff(ItemId::new("cider")),
    );
    check(
        spec("pie", 1, None, &["plum"], &[]),
        Refusal::OptionOff(OptionId::new("plum")),
    );
    check(
        spec("tea", 1, None, &["cream"], &[]),
        Refusal::NotOnItem(tea, OptionId::new("cream")),
    );
    check(
        spec("pie", 1, Some("huge"), &[], &[]),
        Refusal::NotInValue(pie, ValueId::new("huge")),
    );
    check(
        spec("pie", 1, None, &["apple", "pear", "cherry"], &[]),
        Refusal::TooManyOptions(GroupId::new("kind")),
    );
}

#[test]
fn a_size_for_a_thing_without_sizes_means_nothing() {
    let mut draft = Draft::default();
    draft
        .add(&menu(), &spec("tea", 1, Some("large"), &[], &[]))
        .unwrap();
    assert!(draft.lines[0].attributes.is_empty());
}

#[test]
fn what_is_missing_is_asked_in_order() {
    let check = |value: Option<&str>, add: &[&str], expected: Option<Missing>| {
        let mut draft = Draft::default();
        draft.add(&menu(), &spec("pie", 1, value, add, &[])).unwrap();
        assert_eq!(missing(&menu(), &draft.lines[0]), expected);
    };
    check(None, &[], Some(Missing::Group(GroupId::new("kind"))));
    check(
        None,
        &["apple"],
        Some(Missing::Attribute(AttributeId::new("size"))),
    );
    check(Some("small"), &[], Some(Missing::Group(GroupId::new("kind"))));
    check(Some("small"), &["apple"], None);
}

#[test]
fn lines_made_alike_are_one() {
    let menu = menu();
    let mut draft = Draft::default();
    let first = draft
        .add(&menu, &spec("pie", 1, Some("small"), &["apple", "cream"], &[]))
        .unwrap();
    assert_eq!(
        draft.add(&menu, &spec("pie", 2, Some("small"), &["cream", "apple"], &[])),
        Ok(first)
    );
    assert_ne!(
        draft.add(&menu, &spec("pie", 1, Some("large"), &["apple", "cream"], &[])),
        Ok(first)
    );
    assert_eq!(
        draft
            .lines
            .iter()
            .map(|line| line.quantity.get())
            .collect::<Vec<_>>(),
        [3, 1]
    );
    assert_eq!(
        draft.add(&menu, &spec("pie", 48, Some("small"), &["apple", "cream"], &[])),
        Err(Refusal::TooMany)
    );
    assert_eq!(draft.lines[0].quantity.get(), 3);
}

#[test]
fn a_line_is_taken_off_whole_or_in_part() {
    let mut draft = Draft::default();
    let tea = draft.add(&menu(), &spec("tea", 3, None, &[], &[])).unwrap();
    assert_eq!(draft.remove(tea, Some(2)).unwrap().quantity.get(), 2);
    assert_eq!(draft.lines[0].quantity.get(), 1);
    assert_eq!(draft.remove(tea, Some(5)).unwrap().quantity.get(), 1);
    assert!(draft.is_empty());
    assert_eq!(draft.remove(tea, None), Err(Refusal::NoLine));
}

#[test]
fn another_kind_takes_the_place_of_the_first() {
    let menu = menu();
    let mut draft = Draft::default();
    let pie = draft
        .add(&menu, &spec("pie", 1, Some("small"), &["apple"], &[]))
        .unwrap();
    let making = Making {
        add: vec![option("pear")],
        ..Making::default()
    };
    draft.modify(&menu, pie, &making).unwrap();
    assert_eq!(draft.lines[0].options, [option("pear")]);
}

#[test]
fn the_hash_covers_everything_that_is_read_back() {
    let menu = menu();
    let mut draft = Draft::default();
    draft
        .add(&menu, &spec("pie", 1, Some("small"), &["apple"], &[]))
        .unwrap();
    let getting = |fulfilment| Getting {
        fulfilment: Some(fulfilment),
        address: AddressParts {
            postal_code: PostalCode::of("01310-100"),
            ..AddressParts::default()
        },
        ..Getting::default()
    };
    let agreement = |draft: &Draft, fulfilment: Fulfilment| Agreement {
        shop: menu.shop.id.clone(),
        order: OrderId::new("1"),
        draft: draft.clone(),
        totals: price::totals(&menu, draft, &getting(fulfilment)).unwrap(),
        fulfilment,
        address: None,
        usual_address: false,
        wanted_at: None,
        payment: Payment::Pix,
        minutes: getting(fulfilment).minutes(&menu.shop).unwrap(),
        notes: Vec::new(),
        allergies: Vec::new(),
    };
    let read_back = agreement(&draft, Fulfilment::Delivery);
    assert_eq!(read_back.totals.total.minor, 1600);
    assert_eq!(read_back.hash(), agreement(&draft, Fulfilment::Delivery).hash());
    let mut others = vec![agreement(&draft, Fulfilment::Pickup)];
    others.push(Agreement {
        minutes: 21,
        ..read_back.clone()
    });
    others.push(Agreement {
        order: OrderId::new("2"),
        ..read_back.clone()
    });
    let mut dearer = read_back.clone();
    dearer.totals.fee.minor += 1;
    others.push(dearer);
    draft.set_quantity(LineId(0), 2).unwrap();
    others.push(agreement(&draft, Fulfilment::Delivery));
    for other in others {
        assert_ne!(other.hash(), read_back.hash(), "{other:?}");
    }
}

#[test]
fn stages_only_go_forward() {
    use Stage::{Accepted, Cancelled, Delivered, Failed, OutForDelivery, Ready, Sent};
    let all = [
        Sent,
        Accepted,
        Ready,
        OutForDelivery,
        Delivered,
        Failed,
        Cancelled,
    ];
    let forward = [
        (Sent, Accepted),
        (Accepted, Ready),
        (Ready, OutForDelivery),
        (Ready, Delivered),
        (OutForDelivery, Delivered),
    ];
    for from in all {
        for to in all {
            let early_end = !from.is_end() && matches!(to, Failed | Cancelled);
            assert_eq!(
                from.advance(to).is_ok(),
                early_end || forward.contains(&(from, to)),
                "{from:?} {to:?}"
            );
        }
    }
}
