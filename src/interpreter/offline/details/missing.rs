//! "If something's missing, call me": what to do then.

use super::marks::Mark;
use super::said::Said;
use crate::interpreter::Asked;
use crate::order::IfMissing;

/// How many words may stand between the condition and what to do.
const BETWEEN: usize = 4;

/// Takes out what to do where something is missing.
pub(super) fn take(said: &mut Said<'_>, asked: Option<&Asked>) -> Option<IfMissing> {
    let action = |mark| {
        let Mark::Missing(way) = mark else { return None };
        Some(way)
    };
    for condition in said.all(Mark::IfMissing) {
        let behind =
            (condition.end..=condition.end + BETWEEN).find_map(|at| Some((at, said.longest(at, action)?)));
        if let Some((at, (way, length))) = behind {
            said.take(condition.start..at + length);
            return Some(way);
        }
        // "Call me if something's missing".
        let before = (0..condition.start).rev().find_map(|at| {
            let (way, length) = said.longest(at, action)?;
            (at + length == condition.start).then_some((at, way))
        });
        if let Some((at, way)) = before {
            let start = (0..at)
                .rev()
                .take(BETWEEN)
                .take_while(|at| said.runs_on(at + 1))
                .find(|before| {
                    said.longest(*before, action)
                        .is_some_and(|(_, length)| before + length == condition.start)
                });
            said.take(start.unwrap_or(at)..condition.end);
            return Some(way);
        }
    }
    if asked == Some(&Asked::IfMissing) {
        answer(said)
    } else {
        None
    }
}

/// A bare answer: the last thing to do that is named.
fn answer(said: &mut Said<'_>) -> Option<IfMissing> {
    let action = |mark| match mark {
        Mark::Missing(way) | Mark::MissingNth(way) => Some(way),
        _ => None,
    };
    let mut way = None;
    let mut at = 0;
    while at < said.len() {
        let Some((named, length)) = said.longest(at, action) else {
            at += 1;
            continue;
        };
        if said.closes(at + length) {
            said.take(at..at + length);
            way = Some(named);
        }
        at += length;
    }
    way
}
