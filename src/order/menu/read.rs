//! From the texts of a menu folder to a [`Menu`], or to every fault in them.

use super::check::check;
use super::fields::{Fault, Fields, File, Place, place};
use super::{Menu, lists, shop};
use crate::order::{Currency, Language, ShopId};

/// One file of a menu folder: its name and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name within the folder, such as `shop.toml`.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The file that describes the shop; every other `.toml` file of the folder holds parts of the menu.
pub const SHOP_FILE: &str = "shop.toml";

/// What every part of the menu needs to know of the shop while it is read.
pub(super) struct Frame {
    pub(super) languages: Vec<Language>,
    pub(super) currency: Currency,
    /// Whether the shop states its time zone, without which nobody knows which day it is there.
    pub(super) knows_time_zone: bool,
}

/// The most that a file of a menu folder may hold, in bytes.
pub const MOST_BYTES: usize = 1 << 20;

/// Reads a menu from its files, or lists every fault with its place.
///
/// # Errors
/// All faults found, by file and line. References between entries are checked only once every entry could be
/// read, so that one misspelt field does not look like a dozen missing ids.
pub fn read(sources: &[Source]) -> Result<Menu, Vec<Fault>> {
    let Some(shop_source) = sources.iter().find(|source| source.name == SHOP_FILE) else {
        return Err(vec![nowhere(
            SHOP_FILE,
            "this file is missing: a menu folder needs it".to_owned(),
        )]);
    };
    let too_long = sources.iter().filter(|source| source.text.len() > MOST_BYTES);
    let mut faults: Vec<Fault> = too_long
        .map(|source| nowhere(&source.name, format!("longer than {MOST_BYTES} bytes")))
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let (shop, mut shop_faults) = shop::read::read(shop_source);
    faults.append(&mut shop_faults);
    let Some(shop::read::Read {
        shop,
        knows_time_zone,
    }) = shop
    else {
        return Err(faults);
    };
    let frame = Frame {
        languages: shop.languages.clone(),
        currency: shop.currency,
        knows_time_zone,
    };
    let mut parts = lists::Parts::default();
    for source in sources.iter().filter(|source| source.name != SHOP_FILE) {
        let mut file = File::new(&source.name, &source.text);
        let table = file.parse();
        let fields = Fields::new(table.get_ref(), place(&table));
        lists::read_into(&mut parts, fields, &frame, &mut file);
        faults.append(&mut file.faults);
    }
    if faults.is_empty() {
        faults = check(&parts, &frame);
    }
    faults.sort();
    faults.dedup();
    if faults.is_empty() {
        Ok(parts.into_menu(shop))
    } else {
        Err(faults)
    }
}

fn nowhere(file: &str, message: String) -> Fault {
    Fault {
        file: file.to_owned(),
        line: 0,
        column: 0,
        message,
    }
}

/// An id, held to its form.
pub(super) fn id<'t>(fields: &mut Fields<'t, '_>, file: &mut File<'_>) -> Option<(&'t str, Place)> {
    let (id, place) = fields.need_text("id", file)?;
    wellformed(id, place, file).then_some((id, place))
}

/// Whether an id has its form; faults it where it has not.
pub(super) fn wellformed(id: &str, place: Place, file: &mut File<'_>) -> bool {
    let fine = crate::order::ids::is_wellformed(id);
    if !fine {
        let message = format!("the id `{id}` must be 1 to 64 of the characters a-z, 0-9, _ and -");
        file.fault(place, message);
    }
    fine
}

/// A shop's id from its text.
pub(super) fn shop_id(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<ShopId> {
    id(fields, file).map(|(id, _)| ShopId::new(id))
}
