//! "Ten percent tip", "cinco reais pro motoboy": what the customer gives beyond the price.

use std::ops::Range;

use super::marks::{Mark, Sign};
use super::numbers::Joining;
use super::said::Said;
use crate::interpreter::SaidTip;

/// The largest tip, in percent.
const MOST_PERCENT: u32 = 100;

/// Takes out a tip.
pub(super) fn take(said: &mut Said<'_>) -> Option<SaidTip> {
    if !said.shows(Sign::Tip) {
        return None;
    }
    if let Some(range) = said.all(Mark::NoTip).into_iter().next_back() {
        said.take(range);
        return Some(SaidTip::None);
    }
    let (range, tip) = (0..said.len()).find_map(|at| {
        let (range, tip) = tip_at(said, at)?;
        let before = said.widened(range.clone(), &[Mark::Tip, Mark::One], &[]);
        let after = said.widened(range.clone(), &[], &[Mark::Tip, Mark::ForCourier]);
        let named = before.start < range.start && said.before(range.start, &[Mark::Tip]).is_some()
            || after.end > range.end;
        (named && !said.is_asked(at)).then_some((before.start..after.end, tip))
    })?;
    said.take(range);
    Some(tip)
}

/// The size of a tip where it stands.
fn tip_at(said: &Said<'_>, at: usize) -> Option<(Range<usize>, SaidTip)> {
    let number = said.cardinal(at, Joining::Amount);
    let begins = at.checked_sub(1).is_none_or(|before| {
        !said.runs_on(at)
            || said
                .cardinal(before, Joining::Amount)
                .is_none_or(|longer| longer.length == 1)
    });
    if !begins {
        return None;
    }
    if let Some(number) = number.filter(|number| number.value <= MOST_PERCENT) {
        let end = at + number.length;
        let sign = said.around(end.saturating_sub(1)).1 == Some('%');
        let word = said.mark(end, Mark::Percent);
        if sign || word.is_some() {
            let tip = match number.value {
                0 => SaidTip::None,
                percent => SaidTip::Percent(percent),
            };
            return Some((at..end + word.unwrap_or(0), tip));
        }
    }
    let amount = said.money(at)?;
    Some((at..at + amount.length, SaidTip::Amount(amount.money)))
}
