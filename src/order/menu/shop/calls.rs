//! Whether the shop calls customers with news, and when it may.

use serde::{Deserialize, Serialize};

use super::hours::periods_of;
use crate::order::hours::Period;
use crate::order::menu::fields::{Fields, File};

/// How often a customer may be called about one order.
const MOST: std::ops::RangeInclusive<u32> = 1..=5;
/// The same where the shop does not say.
const USUAL_MOST: u32 = 2;

/// News by telephone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsCalls {
    /// At which hours of any day, in the shop's own time; one that ends at or before its beginning ends the next day.
    pub hours: Vec<Period>,
    /// How often at the most about one order: 1 to 5.
    pub most: u32,
}

/// `[calls]`; none where the shop calls nobody.
pub(super) fn calls(
    fields: &mut Fields<'_, '_>,
    knows_time_zone: bool,
    file: &mut File<'_>,
) -> Option<NewsCalls> {
    let mut table = fields.table("calls", file)?;
    let before = file.faults.len();
    let hours = periods_of(&mut table, "hours", file);
    if hours.is_empty() && file.faults.len() == before {
        let message = "[calls] needs to know when: hours = [\"09:00-22:00\"]".to_owned();
        file.fault(table.place, message);
    }
    if !knows_time_zone {
        let message = "[calls] needs to know where: time_zone = \"America/Sao_Paulo\"".to_owned();
        file.fault(table.place, message);
    }
    let most = table.number("most", MOST, file).unwrap_or(USUAL_MOST);
    table.finish(file);
    Some(NewsCalls { hours, most })
}

impl NewsCalls {
    /// Whether somebody may be called at this time of the day.
    pub fn may_be_at(&self, time: jiff::civil::Time) -> bool {
        self.hours
            .iter()
            .any(|Period { opens, closes }| match opens < closes {
                true => (*opens..*closes).contains(&time),
                false => time >= *opens || time < *closes,
            })
    }
}
