//! A menu that was read and checked, as bytes ([postcard]) that are read again with a tenth of the work: what a function
//! finds beside itself when it starts cold.
//!
//! Their only reader is the version of Comanda that wrote them. Whoever writes a menu writes TOML, and its faults are
//! found before anything is packed.

use super::Menu;

/// The name of the file within the menu folder of a function.
pub const PACKED_FILE: &str = "menu.packed";

/// Who packs, and who alone unpacks.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Why a packed menu gives no menu.
#[derive(Debug, thiserror::Error)]
pub enum Unpackable {
    /// It is not what was written.
    #[error("damaged, build the package anew: {0}")]
    Damaged(#[from] postcard::Error),
    /// Another version of Comanda wrote it.
    #[error("packed by Comanda {0}, and this is {VERSION}: build the package anew")]
    OtherVersion(String),
}

/// Packs a menu.
///
/// # Errors
/// None of a menu that was read.
pub fn pack(menu: &Menu) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(&(VERSION, menu))
}

/// Unpacks a menu, and gives back what stands behind it.
///
/// # Errors
/// [`Unpackable`].
pub fn unpack(bytes: &[u8]) -> Result<(Menu, &[u8]), Unpackable> {
    let (version, rest) = postcard::take_from_bytes::<&str>(bytes)?;
    if version != VERSION {
        return Err(Unpackable::OtherVersion(version.to_owned()));
    }
    Ok(postcard::take_from_bytes(rest)?)
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
        let names: Vec<&str> = days.iter().filter_map(name).map(|(_, name)| *name).collect();
        to.collect_seq(names)
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
        let mut packed = pack(&sample()).unwrap();
        packed.extend_from_slice(b"behind");
        assert_eq!(unpack(&packed).unwrap(), (sample(), b"behind".as_slice()));
    }

    #[test]
    fn another_versions_menu_and_a_damaged_one_are_refused() {
        let packed = pack(&sample()).unwrap();
        let refused = |bytes: &[u8]| unpack(bytes).unwrap_err().to_string();
        let other = postcard::to_allocvec(&("0.0.1", sample())).unwrap();
        assert!(refused(&other).contains("packed by Comanda 0.0.1"));
        assert!(refused(&packed[..packed.len() / 2]).contains("damaged"));
        assert!(refused(b"").contains("damaged"));
    }
}
