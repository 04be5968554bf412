//! "For pickup", "vou buscar": how the food is to reach the customer.

use super::marks::{Mark, Sign};
use super::said::Said;
use crate::interpreter::Asked;
use crate::order::Fulfilment;

/// Takes out every way that is named; the last one counts.
pub(super) fn take(said: &mut Said<'_>) -> Option<Fulfilment> {
    let mut way = None;
    if !said.shows(Sign::Way) {
        return way;
    }
    for at in said.places(|mark| matches!(mark, Mark::Way(_) | Mark::EndWay(_))) {
        let found = said.longest(at, |mark| match mark {
            Mark::Way(way) => Some((way, false)),
            Mark::EndWay(way) => Some((way, true)),
            _ => None,
        });
        let found = found.filter(|((_, end), length)| !end || said.ends_at(at + length));
        if let Some(((named, _), length)) = found.filter(|_| !said.is_asked(at)) {
            said.take(at..at + length);
            way = Some(named);
        }
    }
    way
}

/// Takes out a bare word, where it answers the question or nothing else is left.
pub(super) fn alone(said: &mut Said<'_>, asked: Option<&Asked>) -> Option<Fulfilment> {
    if !said.shows(Sign::Way) {
        return None;
    }
    let asked = asked == Some(&Asked::Fulfilment);
    let bare = |mark| match mark {
        Mark::AloneWay(way) => Some(way),
        Mark::BareWay(way) if asked => Some(way),
        _ => None,
    };
    let (at, (way, length)) = said
        .places(|mark| bare(mark).is_some())
        .into_iter()
        .rev()
        .find_map(|at| Some((at, said.longest(at, bare)?)))?;
    let beside: Vec<Mark> = [Mark::Courtesy, Mark::And, Mark::Instead, Mark::Filler]
        .into_iter()
        .chain(
            [Fulfilment::Pickup, Fulfilment::Delivery]
                .into_iter()
                .flat_map(|way| {
                    let bare = asked.then_some(Mark::BareWay(way));
                    [Some(Mark::AloneWay(way)), bare].into_iter().flatten()
                }),
        )
        .collect();
    if said.only(&beside) {
        said.take(0..said.len());
    } else if asked
        && matches!(said.longest(at, bare), Some((_, length)) if said.any(at, &[Mark::AloneWay(way)]) == Some(length))
    {
        said.take(at..at + length);
    } else {
        return None;
    }
    Some(way)
}
