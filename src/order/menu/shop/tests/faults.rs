//! What is wrong in a `shop.toml`, and what is said of it: each case is the full shop with one thing changed.

use super::{FULL, shop};

/// Each change of the full shop and the faults it makes, without their places.
#[test]
fn faults_say_what_would_be_right() {
    let check = |was: &str, is: &str, expected: &[&str]| {
        assert!(FULL.contains(was), "{was}");
        let faults = shop(&FULL.replacen(was, is, 1)).err().unwrap_or_default();
        let messages: Vec<&str> = faults
            .iter()
            .map(|fault| fault.splitn(4, ':').nth(3).unwrap().trim())
            .collect();
        assert_eq!(messages, expected, "{was} -> {is}");
    };
    check(
        "\"+55 11 4002-8922\"",
        "\"4002\"",
        &["`4002` is not a telephone number; write 8 to 15 digits with the area code: \"+55 11 4002-8922\""],
    );
    check(
        "America/Sao_Paulo",
        "Brasilia",
        &["`Brasilia` is not a time zone that is known; write it as IANA does: \"America/Sao_Paulo\""],
    );
    check(
        "time_zone = \"America/Sao_Paulo\"\n",
        "",
        &[
            "[hours] needs to know where: time_zone = \"America/Sao_Paulo\"",
            "[calls] needs to know where: time_zone = \"America/Sao_Paulo\"",
        ],
    );
    check(
        "[\"pix\", \"cash\"]",
        "[\"pix\", \"cheque\", \"pix\"]",
        &[
            "`cheque` is not a way to pay; known are cash, card, pix",
            "`pix` is listed twice",
        ],
    );
    check(
        "[\"pix\", \"cash\"]",
        "[]",
        &["`payment` must list at least one of cash, card, pix"],
    );
    let percent = "is not a percentage above 0 and up to 100; write it as \"8.875\", without a sign";
    for wrong in ["8,5", "0", "100.001", "1.2345", "8%", "-1"] {
        check("8.875", wrong, &[format!("`{wrong}` {percent}").as_str()]);
    }
    check(
        "{ added = \"8.875\" }",
        "{ included = true, added = \"1\" }",
        &["[tax] takes either included = true or added = \"8.875\", in percent"],
    );
    check(
        "\"average\"",
        "\"cheaper\"",
        &["`halves` must be \"dearer\" or \"average\""],
    );
    check(
        "Matthew",
        "Camila",
        &[
            "`Camila` is not a voice for en-US; known are Ivy, Joanna, Joey, Justin, Kendra, Kimberly, Matthew, Salli",
        ],
    );
    check("tips = true", "tips = 10", &["`tips` must be true or false"]);
    check(
        "hours = [\"09:00-22:00\"]",
        "",
        &["[calls] needs to know when: hours = [\"09:00-22:00\"]"],
    );
    check(
        "most = 3",
        "most = 9",
        &["`most` must be a whole number from 1 to 5"],
    );
}

#[test]
fn faults_of_hours_and_holidays() {
    let check = |was: &str, is: &str, expected: &[&str]| {
        assert!(FULL.contains(was), "{was}");
        let faults = shop(&FULL.replacen(was, is, 1)).err().unwrap_or_default();
        assert_eq!(faults, expected, "{was} -> {is}");
    };
    let no_period = "is not a period; write it as \"11:00-15:00\", all day as \"00:00-24:00\"";
    for wrong in [
        "11-15",
        "11:00-25:00",
        "11:00-11:00",
        "24:00-02:00",
        "noon",
        "11:0-15:00",
    ] {
        check(
            "18:00-01:30",
            wrong,
            &[&format!("shop.toml:18:8: `{wrong}` {no_period}")],
        );
    }
    let overlap = "this period begins before the one before it has ended";
    check(
        "\"18:00-23:00\"",
        "\"14:59-23:00\"",
        &[&format!("shop.toml:17:23: {overlap}")],
    );
    check(
        "[\"18:00-24:00\"]",
        "[\"01:00-02:00\"]",
        &[&format!("shop.toml:19:8: {overlap}")],
    );
    check(
        "[\"18:00-24:00\"]",
        "[]\nsun = [\"20:00-11:30\"]",
        &[&format!("shop.toml:17:8: {overlap}")],
    );
    check(
        "18:00-24:00",
        "18:00-18:20",
        &["shop.toml:19:8: `18:00-18:20` is over before `last_order`, 20 minutes before closing"],
    );
    check(
        "last_order = 20",
        "last_order = 500",
        &["shop.toml:20:14: `last_order` must be a whole number from 0 to 240"],
    );
    let no_date = "`date` must be a day of the calendar, written as 2026-12-25";
    check(
        "\"2026-12-31\"",
        "\"2026-02-29\"",
        &[&format!("shop.toml:29:8: {no_date}")],
    );
    check(
        "\"2026-12-31\"",
        "2026-12-31T10:00:00",
        &[&format!("shop.toml:29:8: {no_date}")],
    );
    check(
        "\"2026-12-31\"",
        "2026-12-25",
        &["shop.toml:28:1: there is another [[holiday]] on 2026-12-25"],
    );
    let either = "a holiday needs either closed = true or hours = [\"11:00-15:00\"]";
    check("closed = true", "", &[&format!("shop.toml:22:1: {either}")]);
    check(
        "hours = [\"11:00-15:00\"]",
        "hours = [\"11:00-15:00\"]\nclosed = true",
        &[&format!("shop.toml:28:1: {either}")],
    );
    check(
        "name.pt-BR = \"Natal\"\n",
        "",
        &["shop.toml:25:1: `name` in pt-BR is missing, which the shop declares"],
    );
}

#[test]
fn faults_of_delivery() {
    let check = |was: &str, is: &str, expected: &[&str]| {
        assert!(FULL.contains(was), "{was}");
        let faults = shop(&FULL.replacen(was, is, 1)).err().unwrap_or_default();
        assert_eq!(faults, expected, "{was} -> {is}");
    };
    check(
        "[\"05\"]",
        "[\"05\", \"054\"]",
        &["shop.toml:41:19: the prefix `054` is listed twice"],
    );
    check(
        "[\"05\"]",
        "[\"o5\"]",
        &["shop.toml:41:13: `o5` is not how a postal code begins: at most 8 digits"],
    );
    check(
        "prefixes = [\"05\"]\n",
        "",
        &[
            "shop.toml:40:1: `prefixes` must list how the zone's postal codes begin: [\"054\", \"05510\"]; \"\" is everywhere",
        ],
    );
    check(
        "courier_minutes = 35",
        "courier_minutes = 61",
        &["shop.toml:45:19: `courier_minutes` must be a whole number from 0 to 60"],
    );
    check(
        "[[delivery.street]]",
        "[delivery]\nfee = \"1.00\"\n[[delivery.street]]",
        &["shop.toml:48:7: `fee` belongs to each [[delivery.zone]] where there are zones"],
    );
    check(
        "05401-000",
        "01401-000",
        &["shop.toml:48:10: no [[delivery.zone]] goes to 01401000"],
    );
    check("05401-000", "05401", &[]);
    check("05401-000", "054-01", &[]);
    check(
        "05401-000",
        "0540",
        &["shop.toml:48:10: `0540` is not a whole postal code; write it as \"05401-000\" or \"10001\""],
    );
    let twice = "name = \"Rua das Flores\"\n[[delivery.street]]\npostal = \"05401000\"\nname = \"Rua Nova\"";
    check(
        "name = \"Rua das Flores\"",
        twice,
        &["shop.toml:51:10: this postal code is \"Rua das Flores\" already"],
    );
}
