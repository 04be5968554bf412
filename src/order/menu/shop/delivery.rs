//! How food gets to the customer: zones, the streets of postal codes, pickup.

use std::collections::{BTreeMap, BTreeSet};

use super::{Delivery, Pickup, Zone};
use crate::order::menu::fields::{Fields, File, Place, place, text_of};
use crate::order::menu::lists::money;
use crate::order::{AddressParts, Currency, Money, PostalCode};

/// The longest time that is promised, in minutes.
const MOST_MINUTES: u32 = 600;

/// `[delivery]`: one fee and time for everywhere, or a list of zones.
pub(super) fn delivery(
    mut fields: Fields<'_, '_>,
    currency: Currency,
    file: &mut File<'_>,
) -> Option<Delivery> {
    let listed = fields.tables("zone", file);
    let alone = ["fee", "minutes", "least", "courier_minutes"];
    let before = file.faults.len();
    let zones = if listed.is_empty() {
        let zone = zone(&mut fields, vec![String::new()], currency, file);
        zone.into_iter().collect()
    } else {
        for key in alone {
            if let Some(value) = fields.get(key) {
                let message = format!("`{key}` belongs to each [[delivery.zone]] where there are zones");
                file.fault(place(value), message);
            }
        }
        zones(listed, currency, file)
    };
    // A zone that could not be read would make its streets look unserved.
    let certain = file.faults.len() == before;
    let streets = streets(&mut fields, certain.then_some(&zones), file);
    fields.finish(file);
    Some(Delivery { zones, streets })
}

fn zones(listed: Vec<Fields<'_, '_>>, currency: Currency, file: &mut File<'_>) -> Vec<Zone> {
    let mut zones = Vec::new();
    let mut seen = BTreeSet::new();
    for mut fields in listed {
        let prefixes = prefixes(&mut fields, &mut seen, file);
        zones.extend(zone(&mut fields, prefixes, currency, file));
        fields.finish(file);
    }
    zones
}

fn prefixes(fields: &mut Fields<'_, '_>, seen: &mut BTreeSet<String>, file: &mut File<'_>) -> Vec<String> {
    let mut prefixes = Vec::new();
    let Some(list) = fields
        .get("prefixes")
        .and_then(|value| value.get_ref().as_array())
    else {
        let message = "`prefixes` must list how the zone's postal codes begin: [\"054\", \"05510\"]; \"\" is everywhere";
        file.fault(fields.place, message.to_owned());
        return prefixes;
    };
    for entry in list {
        // An empty text is everywhere, and no fault here.
        let empty = entry.get_ref().as_str().is_some_and(str::is_empty);
        let text = if empty {
            Some(("", place(entry)))
        } else {
            text_of(entry, "prefixes", file)
        };
        let Some((text, place)) = text else { continue };
        let digits: String = text.chars().filter(|c| !matches!(c, '-' | '.' | ' ')).collect();
        if digits.len() > 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            file.fault(
                place,
                format!("`{text}` is not how a postal code begins: at most 8 digits"),
            );
        } else if seen.insert(digits.clone()) {
            prefixes.push(digits);
        } else {
            file.fault(place, format!("the prefix `{text}` is listed twice"));
        }
    }
    if list.is_empty() {
        file.fault(fields.place, "`prefixes` is empty".to_owned());
    }
    prefixes
}

fn zone(
    fields: &mut Fields<'_, '_>,
    prefixes: Vec<String>,
    currency: Currency,
    file: &mut File<'_>,
) -> Option<Zone> {
    let fee = fields
        .need_text("fee", file)
        .and_then(|(text, place)| money(text, currency, place, file));
    let least = fields
        .text("least", file)
        .and_then(|(text, place)| money(text, currency, place, file));
    let minutes = needed_minutes(fields, file);
    let courier = fields.number("courier_minutes", 0..=minutes.unwrap_or(MOST_MINUTES), file);
    Some(Zone {
        prefixes,
        fee: fee?,
        least: least.filter(|least: &Money| least.minor > 0),
        minutes: minutes?,
        courier_minutes: courier.unwrap_or(minutes? / 2),
    })
}

/// The streets of postal codes; each code must lie in a zone, where these are known.
fn streets(
    fields: &mut Fields<'_, '_>,
    zones: Option<&Vec<Zone>>,
    file: &mut File<'_>,
) -> BTreeMap<PostalCode, String> {
    let mut streets = BTreeMap::new();
    for mut street in fields.tables("street", file) {
        let code = postal(&mut street, file);
        let name = street.need_text("name", file);
        street.finish(file);
        let (Some((code, place)), Some((name, name_place))) = (code, name) else {
            continue;
        };
        if name.chars().count() > AddressParts::MOST_CHARS {
            let most = AddressParts::MOST_CHARS;
            file.fault(name_place, format!("`name` must be at most {most} characters"));
        }
        let served = |zone: &Zone| {
            zone.prefixes
                .iter()
                .any(|prefix| code.digits().starts_with(prefix))
        };
        if zones.is_some_and(|zones| !zones.iter().any(served)) {
            file.fault(place, format!("no [[delivery.zone]] goes to {}", code.digits()));
        }
        if let Some(other) = streets.insert(code, name.to_owned()) {
            file.fault(place, format!("this postal code is \"{other}\" already"));
        }
    }
    streets
}

fn postal(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<(PostalCode, Place)> {
    let (text, place) = fields.need_text("postal", file)?;
    let code = PostalCode::of(text);
    if code.is_none() {
        let message = format!("`{text}` is not a whole postal code; write it as \"05401-000\" or \"10001\"");
        file.fault(place, message);
    }
    code.map(|code| (code, place))
}

/// `[pickup]`.
pub(super) fn pickup(mut fields: Fields<'_, '_>, file: &mut File<'_>) -> Option<Pickup> {
    let minutes = needed_minutes(&mut fields, file);
    fields.finish(file);
    Some(Pickup { minutes: minutes? })
}

fn needed_minutes(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<u32> {
    let before = file.faults.len();
    let minutes = fields.number("minutes", 1..=MOST_MINUTES, file);
    if minutes.is_none() && file.faults.len() == before {
        let message = format!("`minutes` must say how long it takes, from 1 to {MOST_MINUTES}");
        file.fault(fields.place, message);
    }
    minutes
}
