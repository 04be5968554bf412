//! Amounts that hold for any order: sums add up, nothing is negative, more never costs less.

use proptest::prelude::*;

use super::{line_price, totals};
use crate::order::menu::read::{Source, read};
use crate::order::menu::{HalvesPrice, Tax};
use crate::order::{
    AddressParts, Amount, AttributeId, ChosenOption, Currency, Draft, Fulfilment, Getting, Half, ItemId,
    Line, LineId, Menu, Money, OptionId, PostalCode, Quantity, Tip, ValueId,
};

const SHOP: &str = r#"
id = "oven"
name = "Oven"
invocation = "corner oven"
languages = ["en-US"]
currency = "USD"
[pickup]
minutes = 10
[[delivery.zone]]
prefixes = ["100"]
fee = "4.00"
least = "20.00"
minutes = 30
[[delivery.zone]]
prefixes = ["1000"]
fee = "2.50"
minutes = 20
"#;

const ITEMS: &str = r#"
category = [{ id = "pie", name.en-US = { one = "pie" } }]
attribute = [{ id = "size", name.en-US = { one = "size" }, value = [
    { id = "small", name.en-US = { one = "small" } }, { id = "large", name.en-US = { one = "large" } } ] }]
group = [
    { id = "kind", name.en-US = { one = "kind" }, least = 1, most = 2, halves = true, names_item = true },
    { id = "extra", name.en-US = { one = "extra" }, most = 20, amounts = true },
]
[[option]]
id = "plain"
group = "kind"
name.en-US = { one = "plain" }
[[option]]
id = "apple"
group = "kind"
name.en-US = { one = "apple" }
price = { small = "2.15", large = "3.35" }
includes = ["cream"]
[[option]]
id = "pear"
group = "kind"
name.en-US = { one = "pear" }
price = { small = "4.10", large = "6.40" }
[[option]]
id = "cream"
group = "extra"
name.en-US = { one = "cream" }
price = "1.05"
[[item]]
id = "pie"
category = "pie"
name.en-US = { one = "pie" }
comes_in = "size"
price = { small = "10.00", large = "15.95" }
groups = ["kind", "extra"]
"#;

fn menu(tax: Tax, halves: HalvesPrice) -> Menu {
    let source = |name: &str, text: &str| Source {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let mut menu = read(&[source("shop.toml", SHOP), source("items.toml", ITEMS)]).unwrap();
    (menu.shop.tax, menu.shop.halves) = (tax, halves);
    menu
}

fn chosen(option: &str, count: u32, half: Option<Half>, amount: Option<Amount>) -> ChosenOption {
    ChosenOption {
        option: OptionId::new(option),
        amount,
        count,
        half,
    }
}

fn line(quantity: u32, size: &str, options: Vec<ChosenOption>) -> Line {
    Line {
        id: LineId(0),
        item: ItemId::new("pie"),
        quantity: Quantity::new(quantity).unwrap(),
        attributes: [(AttributeId::new("size"), ValueId::new(size))].into(),
        options,
        without: Vec::new(),
        declined: Vec::new(),
    }
}

fn draft(lines: Vec<Line>) -> Draft {
    let next_line = u32::try_from(lines.len()).unwrap();
    Draft { lines, next_line }
}

fn to(code: &str) -> Getting {
    Getting {
        fulfilment: Some(Fulfilment::Delivery),
        address: AddressParts {
            postal_code: PostalCode::of(code),
            ..AddressParts::default()
        },
        ..Getting::default()
    }
}

#[test]
fn halves_cost_the_dearer_or_the_mean() {
    let check = |halves: HalvesPrice, kinds: [&str; 2], cents: i64| {
        let menu = menu(Tax::Included, halves);
        let sides = [Half::First, Half::Second];
        let options = kinds
            .iter()
            .zip(sides)
            .map(|(kind, half)| chosen(kind, 1, Some(half), None));
        assert_eq!(
            line_price(&menu, &line(1, "small", options.collect()))
                .unwrap()
                .minor,
            cents
        );
    };
    check(HalvesPrice::Dearer, ["apple", "pear"], 1_410);
    check(HalvesPrice::Dearer, ["pear", "apple"], 1_410);
    // The mean of 2.15 and 4.10 is 3.125: half a cent is rounded up.
    check(HalvesPrice::Average, ["apple", "pear"], 1_313);
    check(HalvesPrice::Average, ["plain", "pear"], 1_205);
    check(HalvesPrice::Average, ["apple", "apple"], 1_215);
}

#[test]
fn one_portion_of_what_comes_along_is_free() {
    let menu = menu(Tax::Included, HalvesPrice::Dearer);
    let check = |count: u32, amount: Option<Amount>, cents: i64| {
        let options = vec![
            chosen("apple", 1, None, None),
            chosen("cream", count, None, amount),
        ];
        assert_eq!(
            line_price(&menu, &line(1, "small", options)).unwrap().minor,
            cents,
            "{count} {amount:?}"
        );
    };
    check(1, None, 1_215);
    check(1, Some(Amount::Light), 1_215);
    check(3, None, 1_425);
    check(1, Some(Amount::Extra), 1_320);
}

#[test]
fn tax_tip_and_fee() {
    let pie = || draft(vec![line(1, "large", vec![chosen("plain", 1, None, None)])]);
    let check = |tax: Tax, getting: Getting, expected: [i64; 4]| {
        let totals = totals(&menu(tax, HalvesPrice::Dearer), &pie(), &getting).unwrap();
        let [fee, tax, tip, total] =
            [totals.fee, totals.tax, totals.tip, totals.total].map(|money| money.minor);
        assert_eq!([fee, tax, tip, total], expected);
        assert_eq!(totals.food().minor, 1_595);
    };
    let tip = |tip: Tip| Getting {
        tip: Some(tip),
        ..Getting::default()
    };
    // New York's 8.875 % of 15.95 are 1.4156 dollars.
    let added = Tax::Added { thousandths: 8_875 };
    check(Tax::Included, Getting::default(), [0, 0, 0, 1_595]);
    check(added, Getting::default(), [0, 142, 0, 1_737]);
    check(added, to("10000"), [250, 142, 0, 1_987]);
    check(added, to("10010"), [400, 142, 0, 2_137]);
    // Where nobody goes, and where the place is not known yet, there is no fee so far.
    check(Tax::Included, to("20000"), [0, 0, 0, 1_595]);
    check(Tax::Included, tip(Tip::Percent(15)), [0, 0, 239, 1_834]);
    check(
        Tax::Included,
        tip(Tip::Amount(Money::new(500, Currency::Usd))),
        [0, 0, 500, 2_095],
    );
}

#[test]
fn a_zone_may_have_a_least() {
    let menu = menu(Tax::Included, HalvesPrice::Dearer);
    let check = |pies: u32, getting: Getting, short: Option<i64>| {
        let draft = draft(vec![line(pies, "large", vec![chosen("plain", 1, None, None)])]);
        let totals = totals(&menu, &draft, &getting).unwrap();
        assert_eq!(
            totals
                .short_of_least(&menu.shop, &getting)
                .map(|money| money.minor),
            short
        );
    };
    check(1, to("10010"), Some(405));
    check(2, to("10010"), None);
    check(1, to("10000"), None);
    check(1, to("20000"), None);
    let pickup = Getting {
        fulfilment: Some(Fulfilment::Pickup),
        ..to("10010")
    };
    check(1, pickup, None);
}

#[test]
fn parts_are_rounded_half_away_from_zero() {
    let check = |minor: i64, thousandths: u32, expected: i64| {
        let part = Money::new(minor, Currency::Brl).part(thousandths, Money::THOUSANDTHS);
        assert_eq!(part.minor, expected, "{minor} {thousandths}");
    };
    check(100, 500, 1);
    check(99, 500, 0);
    check(-100, 500, -1);
    check(1, 100_000, 1);
    check(i64::MAX, 100_000, i64::MAX);
    check(i64::MAX, 200_000, i64::MAX);
    check(i64::MIN, 200_000, i64::MIN);
}

fn any_line() -> impl Strategy<Value = Line> {
    let kind = || prop::sample::select(vec!["plain", "apple", "pear"]);
    let kinds = prop_oneof![
        kind().prop_map(|kind| vec![chosen(kind, 1, None, None)]),
        (kind(), kind()).prop_map(|(a, b)| {
            vec![
                chosen(a, 1, Some(Half::First), None),
                chosen(b, 1, Some(Half::Second), None),
            ]
        }),
    ];
    let amount = prop::sample::select(vec![None, Some(Amount::Extra), Some(Amount::Light)]);
    let cream = prop::option::of((1_u32..=5, amount));
    let size = prop::sample::select(vec!["small", "large"]);
    (1_u32..=50, size, kinds, cream).prop_map(|(quantity, size, mut options, cream)| {
        options.extend(cream.map(|(count, amount)| chosen("cream", count, None, amount)));
        line(quantity, size, options)
    })
}

fn any_tax() -> impl Strategy<Value = Tax> {
    prop_oneof![
        Just(Tax::Included),
        (1_u32..=100_000).prop_map(|thousandths| Tax::Added { thousandths })
    ]
}

fn any_getting() -> impl Strategy<Value = Getting> {
    let tip = prop_oneof![
        Just(None),
        (1_u32..=50).prop_map(|percent| Some(Tip::Percent(percent))),
        (0_i64..100_000).prop_map(|minor| Some(Tip::Amount(Money::new(minor, Currency::Usd)))),
    ];
    let code = prop::sample::select(vec!["10000", "10010", "99999"]);
    (code, tip).prop_map(|(code, tip)| Getting { tip, ..to(code) })
}

proptest! {
    #[test]
    fn totals_add_up_and_more_never_costs_less(
        lines in prop::collection::vec(any_line(), 1..6),
        another in any_line(),
        tax in any_tax(),
        average in any::<bool>(),
        getting in any_getting(),
    ) {
        let halves = if average { HalvesPrice::Average } else { HalvesPrice::Dearer };
        let menu = menu(tax, halves);
        let now = totals(&menu, &draft(lines.clone()), &getting).unwrap();
        let parts = now.lines.iter().chain([&now.fee, &now.tax, &now.tip]);
        prop_assert_eq!(now.total.minor, parts.map(|money| money.minor).sum::<i64>());
        for money in now.lines.iter().chain([&now.fee, &now.tax, &now.tip]) {
            prop_assert!(money.minor >= 0);
        }
        // A line costs so many times what one of it costs: nothing is rounded twice.
        for (line, price) in lines.iter().zip(&now.lines) {
            let one = line_price(&menu, &Line { quantity: Quantity::ONE, ..line.clone() }).unwrap();
            prop_assert_eq!(one.times(line.quantity.get()), *price);
        }
        let more: Vec<Line> = lines.into_iter().chain([another]).collect();
        let then = totals(&menu, &draft(more), &getting).unwrap();
        prop_assert!(then.total.minor >= now.total.minor && then.tax.minor >= now.tax.minor);
        prop_assert_eq!(then.fee, now.fee);
        let before = now.short_of_least(&menu.shop, &getting).map_or(0, |money| money.minor);
        let after = then.short_of_least(&menu.shop, &getting).map_or(0, |money| money.minor);
        prop_assert!(after <= before);
    }

    #[test]
    fn a_mean_of_halves_lies_between_them(a in 0_usize..3, b in 0_usize..3, large in any::<bool>()) {
        let kinds = ["plain", "apple", "pear"];
        let size = if large { "large" } else { "small" };
        let alone = |kind: &str| {
            let menu = menu(Tax::Included, HalvesPrice::Dearer);
            line_price(&menu, &line(1, size, vec![chosen(kind, 1, None, None)])).unwrap().minor
        };
        let halves = |price: HalvesPrice| {
            let options = vec![chosen(kinds[a], 1, Some(Half::First), None), chosen(kinds[b], 1, Some(Half::Second), None)];
            line_price(&menu(Tax::Included, price), &line(1, size, options)).unwrap().minor
        };
        let (low, high) = (alone(kinds[a]).min(alone(kinds[b])), alone(kinds[a]).max(alone(kinds[b])));
        prop_assert_eq!(halves(HalvesPrice::Dearer), high);
        prop_assert!((low..=high).contains(&halves(HalvesPrice::Average)));
    }

    /// The zone of a code is the one whose prefix fits it longest, whatever the order of the zones.
    #[test]
    fn the_zone_does_not_depend_on_the_order(digits in "[0-9]{5}", turned in any::<bool>()) {
        let mut menu = menu(Tax::Included, HalvesPrice::Dearer);
        let mut delivery = menu.shop.delivery.take().unwrap();
        if turned {
            delivery.zones.reverse();
        }
        let code = PostalCode::of(&digits).unwrap();
        let fee = delivery.zone(&code).map(|zone| zone.fee.minor);
        let expected = match digits.as_str() {
            code if code.starts_with("1000") => Some(250),
            code if code.starts_with("100") => Some(400),
            _ => None,
        };
        prop_assert_eq!(fee, expected);
    }
}
