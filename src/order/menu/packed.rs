//! A menu that was read and checked, as one JSON text that is read again with a quarter of the work: what a function
//! finds beside itself when it starts cold.
//!
//! Its only reader is the version of Comanda that wrote it. Whoever writes a menu writes TOML, and its faults are found
//! before anything is packed.

use serde::{Deserialize, Serialize};

use super::Menu;
use crate::order::Language;

/// The name of the file within the menu folder of a function.
pub const PACKED_FILE: &str = "menu.json";

/// Who packs, and who alone unpacks.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Why a packed menu gives no menu.
#[derive(Debug, thiserror::Error)]
pub enum Unpackable {
    /// It is not what was written.
    #[error("damaged, build the package anew: {0}")]
    Damaged(#[from] serde_json::Error),
    /// Another version of Comanda wrote it.
    #[error("packed by Comanda {0}, and this is {VERSION}: build the package anew")]
    OtherVersion(String),
}

/// What stands before the menu: enough to prepare for it.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    version: String,
    language: Language,
}

/// Packs a menu.
///
/// # Errors
/// None of a menu that was read.
pub fn pack(menu: &Menu) -> Result<String, serde_json::Error> {
    let head = Head {
        version: VERSION.to_owned(),
        language: menu.shop.language(None),
    };
    let (head, menu) = (serde_json::to_string(&head)?, serde_json::to_string(menu)?);
    Ok(format!("{head}\n{menu}\n"))
}

/// Unpacks a menu; `tell` is told the shop's first language before the rest is read.
///
/// # Errors
/// [`Unpackable`].
pub fn unpack(text: &str, tell: impl FnOnce(Language)) -> Result<Menu, Unpackable> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let head = Head::deserialize(&mut reader)?;
    if head.version != VERSION {
        return Err(Unpackable::OtherVersion(head.version));
    }
    tell(head.language);
    let menu = Menu::deserialize(&mut reader)?;
    reader.end()?;
    Ok(menu)
}

/// A time zone by its IANA name.
pub(super) mod time_zone {
    use jiff::tz::TimeZone;
    use serde::{Deserialize, Deserializer, Serializer, de, ser};

    use crate::order::menu::shop::hours::zone_of;

    pub(in crate::order::menu) fn serialize<S: Serializer>(
        zone: &TimeZone,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let name = zone.iana_name();
        to.serialize_str(name.ok_or_else(|| ser::Error::custom("a time zone without a name"))?)
    }

    pub(in crate::order::menu) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<TimeZone, D::Error> {
        let name = String::deserialize(from)?;
        zone_of(&name).ok_or_else(|| de::Error::custom(format_args!("no time zone `{name}`")))
    }
}

/// Days of the week as menu files write them.
pub(super) mod weekdays {
    use jiff::civil::Weekday;
    use serde::{Deserialize, Deserializer, Serializer, de};

    use crate::order::menu::WEEKDAYS;

    pub(in crate::order::menu) fn serialize<S: Serializer>(
        days: &[Weekday],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let name = |day: &Weekday| WEEKDAYS.iter().find(|(known, _)| known == day);
        to.collect_seq(days.iter().filter_map(name).map(|(_, name)| *name))
    }

    pub(in crate::order::menu) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Weekday>, D::Error> {
        let day = |name: String| {
            let known = WEEKDAYS.iter().find(|(_, known)| *known == name);
            known
                .map(|(day, _)| *day)
                .ok_or_else(|| de::Error::custom(format_args!("no weekday `{name}`")))
        };
        Vec::<String>::deserialize(from)?.into_iter().map(day).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::menu::sample_tests::sample;

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let menu = sample();
        let mut told = None;
        let unpacked = unpack(&pack(&menu).unwrap(), |language| told = Some(language)).unwrap();
        assert_eq!(unpacked, menu);
        assert_eq!(told, Some(menu.shop.language(None)));
    }

    #[test]
    fn another_versions_menu_and_a_damaged_one_are_refused() {
        let packed = pack(&sample()).unwrap();
        let refused = |text: &str| unpack(text, |_| ()).unwrap_err().to_string();
        assert!(refused(&packed.replacen(VERSION, "0.0.1", 1)).contains("packed by Comanda 0.0.1"));
        assert!(refused(&packed[..packed.len() / 2]).contains("damaged"));
        assert!(refused(&format!("{packed}{packed}")).contains("damaged"));
    }
}
