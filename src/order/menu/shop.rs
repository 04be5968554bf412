//! The shop: who sells, in which languages and currency, and how food gets to the customer.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::fields::{Fault, Fields, File, place};
use super::lists::money;
use super::read::{Source, shop_id};
use crate::order::{Currency, Hours, Language, Method, Money, Phone, PostalCode, ShopId};

/// A shop, as `shop.toml` describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shop {
    /// Its id, part of every stored key.
    pub id: ShopId,
    /// What it is called, in every language alike.
    pub name: String,
    /// By what name people open its skill: two words or more in lower case, as Alexa asks.
    pub invocation: String,
    /// The languages it serves; the first is the one for channels that name none.
    pub languages: Vec<Language>,
    /// The currency of every price.
    pub currency: Currency,
    /// The number on which the shop is reached.
    pub phone: Option<Phone>,
    /// Where it is, in IANA's words: every time that is said is the time there.
    pub time_zone: TimeZone,
    /// When it takes orders; none: always.
    pub hours: Option<Hours>,
    /// How orders are paid at the door and at the counter, in the order in which that is offered; at least one.
    pub payment: Vec<Method>,
    /// Whether prices hold the tax.
    pub tax: Tax,
    /// What an item in two halves costs.
    pub halves: HalvesPrice,
    /// Whether it takes tips over the voice.
    pub tips: bool,
    /// Delivery, where the shop delivers.
    pub delivery: Option<Delivery>,
    /// Pickup, where customers may fetch their orders.
    pub pickup: Option<Pickup>,
}

impl Shop {
    /// The language for a channel's: its own where the shop declares it, else the shop's first.
    pub fn language(&self, wanted: Option<Language>) -> Language {
        wanted
            .filter(|language| self.languages.contains(language))
            .or(self.languages.first().copied())
            .unwrap_or(Language::EnUs)
    }
}

/// Whether prices hold the tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tax {
    /// They do.
    Included,
    /// It is added to the lines, in hundredths of a percent.
    Added {
        /// How much of the lines, 1 to 10,000.
        basis_points: u32,
    },
}

/// What an item costs that is made in two halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalvesPrice {
    /// What the dearer half costs.
    Dearer,
    /// The mean of both.
    Average,
}

/// How a shop delivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Where it goes and for how much.
    pub zones: Vec<Zone>,
    /// The streets whose postal code says them.
    pub streets: BTreeMap<PostalCode, String>,
}

/// Where a shop delivers on the same terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// How the postal codes begin, in digits; an empty one means everywhere.
    pub prefixes: Vec<String>,
    /// What delivery costs.
    pub fee: Money,
    /// The least that an order's lines must come to.
    pub least: Option<Money>,
    /// From the yes to the door, in minutes, as promised to the customer.
    pub minutes: u32,
    /// The courier's part of it, in minutes.
    pub courier_minutes: u32,
}

impl Delivery {
    /// The zone of a postal code: the one with the longest prefix that it begins with.
    pub fn zone(&self, code: &PostalCode) -> Option<&Zone> {
        let fit = |zone: &&Zone| {
            let fitting = zone
                .prefixes
                .iter()
                .filter(|prefix| code.digits().starts_with(*prefix));
            fitting.map(|prefix| prefix.len() + 1).max()
        };
        self.zones
            .iter()
            .filter(|zone| fit(zone).is_some())
            .max_by_key(fit)
    }
}

/// How customers fetch their orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pickup {
    /// From the yes to the counter, in minutes, as promised to the customer.
    pub minutes: u32,
}

/// Reads `shop.toml`.
pub(super) fn read(source: &Source) -> (Option<Shop>, Vec<Fault>) {
    let mut file = File::new(&source.name, &source.text);
    let table = file.parse();
    let mut fields = Fields::new(table.get_ref(), place(&table));
    let shop = shop_of(&mut fields, &mut file);
    fields.finish(&mut file);
    (shop, file.faults)
}

fn shop_of(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Shop> {
    let id = shop_id(fields, file);
    let name = fields.need_text("name", file).map(|(name, _)| name.to_owned());
    let invocation = invocation_of(fields, file);
    let languages = languages_of(fields, file);
    let currency = currency_of(fields, file);
    let before = file.faults.len();
    let delivery = fields
        .table("delivery", file)
        .map(|table| delivery_of(table, currency?, file));
    let pickup = fields.table("pickup", file).map(|table| pickup_of(table, file));
    if delivery.is_none() && pickup.is_none() && file.faults.len() == before {
        file.fault(
            fields.place,
            "the shop needs [delivery], [pickup] or both".to_owned(),
        );
    }
    Some(Shop {
        id: id?,
        name: name?,
        invocation: invocation?,
        languages: (!languages.is_empty()).then_some(languages)?,
        currency: currency?,
        phone: None,
        time_zone: TimeZone::UTC,
        hours: None,
        payment: Method::ALL.to_vec(),
        tax: Tax::Included,
        halves: HalvesPrice::Dearer,
        tips: false,
        delivery: delivery.flatten(),
        pickup: pickup.flatten(),
    })
}

fn invocation_of(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<String> {
    let (text, place) = fields.need_text("invocation", file)?;
    let letters = text
        .chars()
        .all(|c| c.is_lowercase() || matches!(c, ' ' | '\'' | '.'));
    if !letters || text.split_whitespace().count() < 2 || text.len() > 50 {
        let message =
            "`invocation` must be two words or more in lower case, without digits, at most 50 letters";
        file.fault(place, message.to_owned());
    }
    Some(text.to_owned())
}

fn languages_of(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Vec<Language> {
    let known = Language::ALL.map(Language::tag).join(", ");
    let mut languages = Vec::new();
    let listed = fields.texts("languages", file);
    if listed.is_empty() {
        file.fault(
            fields.place,
            format!("`languages` must list at least one of {known}"),
        );
    }
    for (tag, place) in listed {
        match Language::ALL.into_iter().find(|language| language.tag() == tag) {
            Some(language) if languages.contains(&language) => {
                file.fault(place, format!("the language {tag} is listed twice"));
            }
            Some(language) => languages.push(language),
            None => file.fault(
                place,
                format!("`{tag}` is not a language that can be served; known are {known}"),
            ),
        }
    }
    languages
}

fn currency_of(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Currency> {
    let (code, place) = fields.need_text("currency", file)?;
    let currency = [Currency::Brl, Currency::Usd]
        .into_iter()
        .find(|currency| currency.code() == code);
    if currency.is_none() {
        file.fault(
            place,
            format!("`{code}` is not a known currency; known are BRL, USD"),
        );
    }
    currency
}

fn delivery_of(mut fields: Fields<'_, '_>, currency: Currency, file: &mut File<'_>) -> Option<Delivery> {
    let fee = fields
        .need_text("fee", file)
        .and_then(|(text, place)| money(text, currency, place, file));
    let minutes = fields.number("minutes", 1..=600, file);
    finish_minutes(&fields, minutes, file);
    fields.finish(file);
    let zone = Zone {
        prefixes: vec![String::new()],
        fee: fee?,
        least: None,
        minutes: minutes?,
        courier_minutes: minutes? / 2,
    };
    Some(Delivery {
        zones: vec![zone],
        streets: BTreeMap::new(),
    })
}

fn pickup_of(mut fields: Fields<'_, '_>, file: &mut File<'_>) -> Option<Pickup> {
    let minutes = fields.number("minutes", 1..=600, file);
    finish_minutes(&fields, minutes, file);
    fields.finish(file);
    Some(Pickup { minutes: minutes? })
}

fn finish_minutes(fields: &Fields<'_, '_>, minutes: Option<u32>, file: &mut File<'_>) {
    if minutes.is_none() {
        file.fault(
            fields.place,
            "`minutes` must say how long it takes, from 1 to 600".to_owned(),
        );
    }
}
