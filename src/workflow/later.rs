//! Orders for later: how long the machine waits for people about what is not wanted yet.

use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::order::{Agreement, Opening};

/// The longest wait for a moment: nobody can order for later than this, whatever a record says.
const LONGEST: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The seconds from now until a moment; none where it has passed or there is none.
pub(super) fn seconds_until(app: &App, moment: Option<Timestamp>) -> i64 {
    let left = moment.map_or(SignedDuration::ZERO, |at| at.duration_since(app.clock.now()));
    left.clamp(SignedDuration::ZERO, LONGEST).as_secs()
}

/// When the shop opens, where it is closed now and the order is wanted after that: nobody is there to answer before.
pub(super) fn opens_before_wanted(app: &App, agreement: &Agreement) -> Option<Timestamp> {
    let (menu, wanted) = (app.menu(), agreement.wanted_at?);
    let hours = menu.shop.hours.as_ref()?;
    match hours.at(&menu.shop.time_zone, app.clock.now()) {
        Opening::Open { .. } => None,
        Opening::Closed { opens } => opens.filter(|opens| *opens <= wanted),
    }
}
