//! The shop: who sells, in which languages and currency, and how food gets to the customer.

use super::fields::{Fault, Fields, File, place};
use super::lists::money;
use super::read::{Source, shop_id};
use crate::order::{Currency, Language, Money, ShopId};

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

/// How a shop delivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// What it costs.
    pub fee: Money,
    /// From the yes to the door, in minutes, as promised to the customer.
    pub minutes: u32,
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
    Some(Delivery {
        fee: fee?,
        minutes: minutes?,
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
