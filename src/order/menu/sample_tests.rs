//! The sample shop under `menu/`: what the samples of its talks rest on, and that it has something of everything.

use std::path::Path;

use jiff::civil::{Weekday, date, time};
use jiff::{SignedDuration, ToSpan};

use super::read::{Source, read};
use super::{Allergen, Menu, Statement, Stock, WEEKDAYS};
use crate::order::editing::{LineSpec, Making};
use crate::order::{
    AddressParts, AttributeId, ChosenOption, Draft, Fulfilment, Getting, ItemId, Opening, OptionId,
    PostalCode, Quantity, ValueId, price,
};

/// The sample shop's menu.
pub(crate) fn sample() -> Menu {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("menu");
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        sources.push(Source {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            text: std::fs::read_to_string(path).unwrap(),
        });
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    read(&sources).unwrap()
}

fn delivered_to(code: &str) -> Getting {
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
fn a_large_pepperoni_and_a_guarana_come_to_fifty_eight_ninety() {
    let menu = sample();
    let mut draft = Draft::default();
    let add = |draft: &mut Draft, item: &str, making: Making| {
        let spec = LineSpec {
            item: ItemId::new(item),
            quantity: Quantity::ONE,
            making,
        };
        draft.add(&menu, &spec).unwrap();
    };
    let pepperoni = ChosenOption {
        option: OptionId::new("calabresa"),
        amount: None,
        count: 1,
        half: None,
    };
    let large = Making {
        attributes: [(AttributeId::new("size"), ValueId::new("large"))].into(),
        add: vec![pepperoni],
        remove: Vec::new(),
    };
    add(&mut draft, "pizza", large);
    add(&mut draft, "guarana", Making::default());
    let getting = delivered_to("05410-002");
    assert_eq!(price::totals(&menu, &draft, &getting).unwrap().total.minor, 5_890);
    assert_eq!(getting.minutes(&menu.shop), Some(40));
}

#[test]
fn zones_and_streets() {
    let shop = sample().shop;
    let delivery = shop.delivery.clone().unwrap();
    let check = |code: &str, fee: Option<i64>, street: Option<&str>| {
        let code = PostalCode::of(code).unwrap();
        assert_eq!(delivery.zone(&code).map(|zone| zone.fee.minor), fee, "{code:?}");
        assert_eq!(
            delivery.streets.get(&code).map(String::as_str),
            street,
            "{code:?}"
        );
    };
    check("05410-001", Some(600), Some("Rua das Flores"));
    check("05410-002", Some(600), Some("Maple Street"));
    check("05499-999", Some(600), None);
    check("05510-000", Some(1_100), None);
    check("01310-100", None, None);
    check("10001", None, None);
}

#[test]
fn it_serves_lunch_and_dinner_on_every_day_of_an_ordinary_week() {
    let shop = sample().shop;
    let hours = shop.hours.unwrap();
    for ahead in 0..7 {
        let day = date(2026, 5, 11).checked_add(ahead.days()).unwrap();
        for (hour, open) in [(9, false), (12, true), (16, false), (20, true)] {
            let at = shop
                .time_zone
                .to_timestamp(day.to_datetime(time(hour, 30, 0, 0)))
                .unwrap();
            let is_open = matches!(hours.at(&shop.time_zone, at), Opening::Open { .. });
            assert_eq!(is_open, open, "{day} {hour}:30");
            let today = hours.today(&shop.time_zone, at);
            let next = today.next.unwrap().opens.duration_since(at);
            assert!(next < SignedDuration::from_hours(48));
        }
    }
}

#[test]
fn it_has_something_of_everything() {
    let menu = sample();
    assert!(menu.items.len() >= 40);
    for (day, id) in WEEKDAYS {
        assert!(menu.dishes_of(day).next().is_some(), "no dish of the day on {id}");
    }
    assert!(
        menu.item(&ItemId::new("fish-stew"))
            .unwrap()
            .served_on(Weekday::Friday)
    );
    let item = |id: &str| menu.item(&ItemId::new(id)).unwrap();
    assert_eq!(item("brigadeiro").stock, Stock::Off);
    assert_eq!(menu.option(&OptionId::new("truffle")).unwrap().stock, Stock::Off);
    let flan = menu.allergens_of_item(item("flan"), []);
    assert_eq!(flan.of(Allergen::Peanut), Statement::MayContain);
    let stated = menu.items.iter().filter(|item| item.allergens.is_some()).count();
    assert!(stated > 20 && stated < menu.items.len());
    let told = menu.items.iter().filter(|item| !item.about.is_empty()).count();
    assert!(told * 4 > menu.items.len() * 3, "{told}");
    // Whatever is off or of another day has something like it.
    for item in &menu.items {
        let wanted = !item.days.is_empty() || item.stock == Stock::Off;
        assert!(
            !wanted || !menu.alike(item, Weekday::Monday).is_empty(),
            "{}",
            item.id
        );
    }
}
