//! From the text of `shop.toml` to a [`Shop`], or to every fault in it.

use jiff::tz::TimeZone;

use super::{Shop, calls, delivery, hours, identity, keep, persona, terms, voice};
use crate::order::menu::fields::{Fault, Fields, File, place};
use crate::order::menu::read::{Source, shop_id};

/// What `shop.toml` says.
pub(in crate::order::menu) struct Read {
    pub(in crate::order::menu) shop: Shop,
    /// Whether the time zone was stated; weekdays and hours need it.
    pub(in crate::order::menu) knows_time_zone: bool,
}

/// Reads `shop.toml`.
pub(in crate::order::menu) fn read(source: &Source) -> (Option<Read>, Vec<Fault>) {
    let mut file = File::new(&source.name, &source.text);
    let table = file.parse();
    let mut fields = Fields::new(table.get_ref(), place(&table));
    let shop = shop_of(&mut fields, &mut file);
    fields.finish(&mut file);
    (shop, file.faults)
}

fn shop_of(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Read> {
    let id = shop_id(fields, file);
    let name = fields.need_text("name", file).map(|(name, _)| name.to_owned());
    let invocation = identity::invocation(fields, file);
    let languages = identity::languages(fields, file);
    let currency = identity::currency(fields, file);
    let phone = identity::phone(fields, file);
    let address = identity::address(fields, file);
    let time_zone = hours::time_zone(fields, file);
    let hours = hours::hours(fields, &languages, time_zone.is_some(), file);
    let payment = terms::payment(fields, currency, file);
    let tax = terms::tax(fields, file);
    let halves = terms::halves(fields, file);
    let tips = fields.flag("tips", file);
    let calls = calls::calls(fields, time_zone.is_some(), file);
    let voices = voice::voice(fields, &languages, file);
    let personas = persona::persona(fields, &languages, file);
    let keep = keep::keep(fields, file);
    let before = file.faults.len();
    let delivery = fields
        .table("delivery", file)
        .map(|table| delivery::delivery(table, currency?, file));
    let pickup = fields
        .table("pickup", file)
        .map(|table| delivery::pickup(table, file));
    if delivery.is_none() && pickup.is_none() && file.faults.len() == before {
        file.fault(
            fields.place,
            "the shop needs [delivery], [pickup] or both".to_owned(),
        );
    }
    let shop = Shop {
        id: id?,
        name: name?,
        invocation: invocation?,
        languages: (!languages.is_empty()).then_some(languages)?,
        currency: currency?,
        phone,
        address,
        time_zone: time_zone.clone().flatten().unwrap_or(TimeZone::UTC),
        hours,
        payment,
        tax,
        halves,
        tips,
        delivery: delivery.flatten(),
        pickup: pickup.flatten(),
        calls,
        voices,
        personas,
        keep,
    };
    Some(Read {
        shop,
        knows_time_zone: time_zone.is_some(),
    })
}
