//! On which terms a shop sells: payment, tax, and the price of two halves.

use super::{HalvesPrice, Tax};
use crate::order::menu::fields::{Fields, File, Place, place};
use crate::order::{Currency, Method};

/// The ways to pay, in the order in which they are offered; absent: every one that the currency has.
pub(super) fn payment(
    fields: &mut Fields<'_, '_>,
    currency: Option<Currency>,
    file: &mut File<'_>,
) -> Vec<Method> {
    let has = |method: Method| match method {
        Method::Cash | Method::Card => true,
        Method::Pix => currency != Some(Currency::Usd),
    };
    let Some(value) = fields.get("payment") else {
        return Method::ALL.into_iter().filter(|method| has(*method)).collect();
    };
    let mut methods = Vec::new();
    let before = file.faults.len();
    for (text, place) in fields.texts("payment", file) {
        match Method::ALL.into_iter().find(|method| method.id() == text) {
            Some(method) if methods.contains(&method) => {
                file.fault(place, format!("`{text}` is listed twice"));
            }
            Some(method) if !has(method) => {
                file.fault(place, "`pix` pays in BRL only".to_owned());
            }
            Some(method) => methods.push(method),
            None => {
                let known = Method::ALL.map(Method::id).join(", ");
                file.fault(place, format!("`{text}` is not a way to pay; known are {known}"));
            }
        }
    }
    if methods.is_empty() && file.faults.len() == before {
        let message = "`payment` must list at least one of cash, card, pix".to_owned();
        file.fault(place(value), message);
    }
    methods
}

/// `[tax]` with `included = true` or `added = "8.875"`; absent: included.
pub(super) fn tax(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Tax {
    let Some(mut table) = fields.table("tax", file) else {
        return Tax::Included;
    };
    let included = table.flag("included", file);
    let added = table.text("added", file);
    let either = "[tax] takes either included = true or added = \"8.875\", in percent";
    let tax = match (included, added) {
        (true, None) => Tax::Included,
        (false, Some((text, place))) => {
            percent(text, place, file).map_or(Tax::Included, |thousandths| Tax::Added { thousandths })
        }
        (true, Some((_, place))) => {
            file.fault(place, either.to_owned());
            Tax::Included
        }
        (false, None) => {
            if !table.has("added") {
                file.fault(table.place, either.to_owned());
            }
            Tax::Included
        }
    };
    table.finish(file);
    tax
}

/// A percentage above nought and up to a hundred, with at most three decimals, in thousandths.
fn percent(text: &str, place: Place, file: &mut File<'_>) -> Option<u32> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let fits = digits(whole) && digits(decimals) && whole.len() <= 3 && decimals.len() <= 3;
    let thousandths = fits
        .then(|| format!("{whole}{decimals:0<3}").parse::<u32>().ok())
        .flatten()
        .filter(|thousandths| (1..=100_000).contains(thousandths));
    if thousandths.is_none() {
        let message = format!(
            "`{text}` is not a percentage above 0 and up to 100; write it as \"8.875\", without a sign"
        );
        file.fault(place, message);
    }
    thousandths
}

/// What an item in two halves costs; absent: what the dearer half costs.
pub(super) fn halves(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> HalvesPrice {
    match fields.text("halves", file) {
        None | Some(("dearer", _)) => HalvesPrice::Dearer,
        Some(("average", _)) => HalvesPrice::Average,
        Some((_, place)) => {
            file.fault(place, "`halves` must be \"dearer\" or \"average\"".to_owned());
            HalvesPrice::Dearer
        }
    }
}
