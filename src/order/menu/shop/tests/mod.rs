//! What `shop.toml` may say and what it may not: each case is a plain shop with something added or changed.

mod faults;

use jiff::civil::{Weekday, date};

use proptest::prelude::*;

use crate::order::menu::packed::{pack, unpack};
use crate::order::menu::read::{Source, read};
use crate::order::menu::{HalvesPrice, Keep, Shop, Tax};
use crate::order::{Language, Method, Opening, PostalCode};

const PLAIN: &str = r#"
id = "cantina"
name = "Cantina"
invocation = "cantina do largo"
languages = ["en-US", "pt-BR"]
currency = "BRL"
"#;

const FULL: &str = r#"
phone = "+55 11 4002-8922"
address = "Largo da Matriz, 10"
time_zone = "America/Sao_Paulo"
payment = ["pix", "cash"]
tax = { added = "8.875" }
halves = "average"
tips = true

[hours]
mon = ["11:00-15:00", "18:00-23:00"]
fri = ["18:00-01:30"]
sat = ["18:00-24:00"]
last_order = 20

[[holiday]]
date = 2026-12-25
closed = true
name.en-US = "Christmas"
name.pt-BR = "Natal"

[[holiday]]
date = "2026-12-31"
hours = ["11:00-15:00"]

[pickup]
minutes = 25

[[delivery.zone]]
prefixes = ["054", "05510"]
fee = "6.00"
minutes = 41

[[delivery.zone]]
prefixes = ["05"]
fee = "12.00"
least = "40.00"
minutes = 60
courier_minutes = 35

[[delivery.street]]
postal = "05401-000"
name = "Rua das Flores"

[voice]
en-US = "Matthew"
pt-BR = "Camila"

[calls]
hours = ["09:00-22:00"]
most = 3
"#;

const ITEMS: &str = r#"
[[category]]
id = "soup"
name.en-US = { one = "soup", many = "soups" }
name.pt-BR = { one = "sopa", many = "sopas", gender = "f" }
[[item]]
id = "soup"
category = "soup"
name.en-US = { one = "soup", many = "soups" }
name.pt-BR = { one = "sopa", many = "sopas", gender = "f" }
price = "10.00"
"#;

fn shop_and_item(shop: &str, more: &str) -> Result<crate::order::Menu, Vec<String>> {
    let source = |name: &str, text: String| Source {
        name: name.to_owned(),
        text,
    };
    let sources = [
        source("shop.toml", format!("{PLAIN}{shop}")),
        source("items.toml", format!("{ITEMS}{more}")),
    ];
    read(&sources).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

fn shop(text: &str) -> Result<Shop, Vec<String>> {
    shop_and_item(text, "").map(|menu| menu.shop)
}

/// What the sample has not: streets, tax that is added and calls, and a shop that says nothing of
/// its hours.
#[test]
fn a_packed_shop_is_the_one_that_was_read() {
    for (shop, more) in [
        (FULL, "days = [\"fri\", \"sat\"]"),
        ("[pickup]\nminutes = 25", ""),
    ] {
        let menu = shop_and_item(shop, more).unwrap();
        let packed = pack(&menu).unwrap();
        assert_eq!(unpack(&packed).unwrap(), (menu, [].as_slice()), "{shop}");
    }
}

#[test]
fn everything_is_read() {
    let shop = shop(FULL).unwrap();
    assert_eq!(shop.voice(Language::EnUs), Some("Matthew"));
    assert_eq!(shop.voice(Language::PtBr), Some("Camila"));
    assert_eq!(shop.phone.unwrap().digits(), "551140028922");
    assert_eq!(shop.address.as_deref(), Some("Largo da Matriz, 10"));
    assert_eq!(shop.time_zone.iana_name(), Some("America/Sao_Paulo"));
    assert_eq!(shop.payment, [Method::Pix, Method::Cash]);
    assert_eq!(shop.tax, Tax::Added { thousandths: 8_875 });
    assert_eq!(shop.halves, HalvesPrice::Average);
    assert!(shop.tips);
    let calls = shop.calls.as_ref().unwrap();
    assert_eq!(calls.most, 3);
    let at = |hour, minute| calls.may_be_at(jiff::civil::time(hour, minute, 0, 0));
    assert!(at(9, 0) && at(21, 59) && !at(22, 0) && !at(8, 59));
    let hours = shop.hours.unwrap();
    assert_eq!(hours.last_order_minutes, 20);
    assert_eq!(hours.week.each_ref().map(Vec::len), [2, 0, 0, 0, 1, 1, 0]);
    let christmas = &hours.holidays[&date(2026, 12, 25)];
    assert!(christmas.periods.is_empty());
    assert_eq!(christmas.name[&Language::PtBr], "Natal");
    assert_eq!(hours.holidays[&date(2026, 12, 31)].periods.len(), 1);
    let delivery = shop.delivery.unwrap();
    let [near, far] = delivery.zones.as_slice() else {
        panic!("two zones")
    };
    assert_eq!((near.minutes, near.courier_minutes, near.least), (41, 20, None));
    assert_eq!((far.courier_minutes, far.least.unwrap().minor), (35, 4_000));
    let code = PostalCode::of("05401000").unwrap();
    assert_eq!(delivery.streets[&code], "Rua das Flores");
}

#[test]
fn what_is_left_out_has_its_usual_meaning() {
    let shop = shop("[delivery]\nfee = \"5.00\"\nminutes = 30\n").unwrap();
    assert_eq!(shop.payment, Method::ALL);
    assert_eq!(shop.tax, Tax::Included);
    assert_eq!(shop.halves, HalvesPrice::Dearer);
    assert!(!shop.tips && shop.hours.is_none() && shop.phone.is_none());
    let delivery = shop.delivery.unwrap();
    let anywhere = delivery.zone(&PostalCode::of("10001").unwrap()).unwrap();
    assert_eq!(
        (anywhere.fee.minor, anywhere.minutes, anywhere.courier_minutes),
        (500, 30, 15)
    );
}

#[test]
fn the_longest_prefix_decides_the_zone() {
    let delivery = shop(FULL).unwrap().delivery.unwrap();
    let check = |code: &str, fee: Option<i64>| {
        let zone = delivery.zone(&PostalCode::of(code).unwrap());
        assert_eq!(zone.map(|zone| zone.fee.minor), fee, "{code}");
    };
    check("05401-000", Some(600));
    check("05510-010", Some(600));
    check("05511-010", Some(1_200));
    check("04010-000", None);
    check("50510-000", None);
}

#[test]
fn dollars_are_not_paid_by_pix() {
    let dollars = |payment: &str| {
        let text = format!("{}{payment}[pickup]\nminutes = 10\n", PLAIN.replace("BRL", "USD"));
        let source = |name: &str, text: &str| Source {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        read(&[source("shop.toml", &text), source("items.toml", ITEMS)]).map(|menu| menu.shop.payment)
    };
    assert_eq!(dollars("").unwrap(), [Method::Cash, Method::Card]);
    assert!(dollars("payment = [\"pix\"]\n").is_err());
}

#[test]
fn weekdays_and_texts_of_things() {
    let check = |more: &str, expected: &[&str]| {
        let faults = shop_and_item(FULL, more).err().unwrap_or_default();
        assert_eq!(faults, expected, "{more}");
    };
    check(
        "days = [\"wed\", \"sat\"]\nabout.en-US = \"beans\"\nabout.pt-BR = \"feijão\"\n",
        &[],
    );
    check(
        "days = [\"friday\", \"sat\", \"sat\"]\n",
        &[
            "items.toml:12:9: `friday` is not a weekday; known are mon, tue, wed, thu, fri, sat, sun",
            "items.toml:12:26: `sat` is listed twice",
        ],
    );
    check(
        "about.en-US = \"beans\"\n",
        &["items.toml:12:1: `about` in pt-BR is missing, which the shop declares"],
    );
    check(
        "about.en-US = \"beans.\"\nabout.pt-BR = \"feijão\"\n",
        &["items.toml:12:15: `about` stands in a sentence, so it ends without a full stop"],
    );
    let plain = "[pickup]\nminutes = 10\n";
    assert_eq!(
        shop_and_item(plain, "days = [\"wed\"]\n").err().unwrap(),
        [
            "items.toml:12:9: `days` needs the shop's time zone: time_zone = \"America/Sao_Paulo\" in shop.toml"
        ]
    );
    let menu = shop_and_item(FULL, "days = [\"wed\", \"sat\"]\n").unwrap();
    assert_eq!(menu.items[0].days, [Weekday::Wednesday, Weekday::Saturday]);
}

#[test]
fn a_shop_without_hours_is_always_open() {
    assert!(shop("[pickup]\nminutes = 10\n").unwrap().hours.is_none());
    let faults =
        shop("[pickup]\nminutes = 10\n[hours]\ntue = []\n[[holiday]]\ndate = 2026-01-01\nclosed = true\n");
    assert_eq!(
        faults.err().unwrap(),
        [
            "shop.toml:9:1: [hours] needs to know where: time_zone = \"America/Sao_Paulo\"",
            "shop.toml:9:1: [hours] opens on no day; write mon = [\"11:00-15:00\"] and so on",
        ]
    );
    let faults = shop("[pickup]\nminutes = 10\n[[holiday]]\ndate = 2026-01-01\nclosed = true\n");
    assert_eq!(
        faults.err().unwrap(),
        ["shop.toml:9:1: [[holiday]] needs [hours]"]
    );
}

#[test]
fn what_is_read_decides_when_it_is_open() {
    let shop = shop(FULL).unwrap();
    let at = |text: &str| {
        shop.hours
            .as_ref()
            .unwrap()
            .at(&shop.time_zone, text.parse().unwrap())
    };
    // Saturday, half past midnight: Friday's evening.
    assert!(matches!(at("2026-05-16T00:30:00-03:00"), Opening::Open { .. }));
    assert!(matches!(at("2026-05-16T01:11:00-03:00"), Opening::Closed { .. }));
}

proptest! {
    /// Whatever a slip of the keyboard makes of the file, it is read or its faults are listed.
    #[test]
    fn any_slip_is_read_or_faulted(at in 0_usize..FULL.len(), cut in 0_usize..12, typed in "[ -~\n]{0,4}") {
        let end = (at + cut).min(FULL.len());
        let text = format!("{}{typed}{}", &FULL[..at], &FULL[end..]);
        if let Err(faults) = shop(&text) {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                prop_assert!(fault.starts_with("shop.toml:") || fault.starts_with("items.toml:"), "{}", fault);
            }
        }
    }
}

#[test]
fn how_long_things_are_kept_has_bounds_and_defaults() {
    let keep = |lines: &str| {
        let more = format!("[pickup]\nminutes = 10\n{lines}");
        let keep = shop(&more).map(|shop| shop.keep);
        keep.map_err(|faults| faults.len())
    };
    let usual = Keep::default();
    assert_eq!(keep(""), Ok(usual));
    assert_eq!(
        (usual.turns, usual.customers),
        (0, 365),
        "the journal is opted into"
    );
    assert_eq!(keep("[keep]\n"), Ok(usual));
    let all = "[keep]\ncustomers = 3650\norders = 30\nbooks = 30\ndrafts = 90\ntickets = 365\nturns = 14\n";
    let expected = Keep {
        customers: 3650,
        orders: 30,
        books: 30,
        drafts: 90,
        tickets: 365,
        turns: 14,
    };
    assert_eq!(keep(all), Ok(expected));
    for wrong in [
        "customers = 0",
        "customers = 3651",
        "orders = 0",
        "books = 29",
        "books = 364",
        "drafts = 91",
        "tickets = 6",
        "turns = 15",
        "turns = true",
        "logs = 3",
    ] {
        assert_eq!(keep(&format!("[keep]\n{wrong}\n")), Err(1), "{wrong}");
    }
}
