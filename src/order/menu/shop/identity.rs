//! Who the shop is: its invocation, languages, currency, telephone number and address.

use crate::order::menu::fields::{Fields, File};
use crate::order::{AddressParts, Currency, Language, Phone};

pub(super) fn invocation(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<String> {
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

pub(super) fn languages(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Vec<Language> {
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

pub(super) fn currency(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Currency> {
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

pub(super) fn phone(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Phone> {
    let (text, place) = fields.text("phone", file)?;
    let phone = Phone::of(text);
    if phone.is_none() {
        let message = format!(
            "`{text}` is not a telephone number; write 8 to 15 digits with the area code: \"+55 11 4002-8922\""
        );
        file.fault(place, message);
    }
    phone
}

pub(super) fn address(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<String> {
    let (text, place) = fields.text("address", file)?;
    let most = AddressParts::MOST_CHARS;
    if text.chars().count() > most {
        file.fault(
            place,
            format!("`address` is spoken, so it must be at most {most} characters"),
        );
    }
    Some(text.to_owned())
}
