//! "The usual address", "outro endereço": which address is meant, where none is spelled out.

use std::ops::Range;

use crate::interpreter::offline::details::marks::Mark;
use crate::interpreter::offline::details::said::Said;
use crate::interpreter::{Details, WhichAddress};
use crate::order::Fulfilment;

/// Takes out which address is pointed at.
pub(super) fn take(said: &mut Said<'_>, details: &mut Details, asked: bool) -> Option<WhichAddress> {
    let pointed = |mark| match mark {
        Mark::Usual => Some(WhichAddress::Usual),
        Mark::Another => Some(WhichAddress::Another),
        _ => None,
    };
    let stands = |range: &Range<usize>| {
        let longer = said
            .mark(range.start, Mark::AddressIs)
            .is_some_and(|lead| lead > range.len());
        !longer && said.closes(range.end) && !said.is_asked(range.start)
    };
    let found = said.scan(pointed).into_iter().rfind(|(range, _)| stands(range));
    if let Some((range, which)) = found {
        let start = said
            .widened(range.clone(), &[Mark::DeliverTo, Mark::AddressIs], &[])
            .start;
        if (start..range.start).any(|at| said.mark(at, Mark::DeliverTo).is_some()) {
            details.fulfilment = Some(Fulfilment::Delivery);
        }
        said.take(start..range.end);
        return Some(which);
    }
    let bare = |mark| match mark {
        Mark::BareUsual => Some(WhichAddress::Usual),
        Mark::BareAnother => Some(WhichAddress::Another),
        _ => None,
    };
    let beside = [
        Mark::Courtesy,
        Mark::And,
        Mark::Filler,
        Mark::Instead,
        Mark::AddressIs,
        Mark::DeliverTo,
        Mark::BareUsual,
        Mark::BareAnother,
    ];
    let (_, which) = (0..said.len())
        .filter(|_| asked && said.only(&beside))
        .filter_map(|at| said.longest(at, bare))
        .map(|(which, length)| (length, which))
        .max_by_key(|(length, which)| (*which == WhichAddress::Another, *length))?;
    said.take(0..said.len());
    Some(which)
}
