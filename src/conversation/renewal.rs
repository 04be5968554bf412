//! A draft meets the menu and the shop as they are now: what is no longer sold, done or taken leaves it before anything is
//! said about it, and what was read back of it no longer stands.

use crate::app::records::{OpenDraft, Pending};
use crate::interpreter::{EditKind, Target, Wish};
use crate::order::{AddressParts, Draft, Fulfilment, Menu, Money, price};

/// What has changed about a draft since the last turn.
#[derive(Debug, Default)]
pub(super) struct Renewed {
    /// Whether lines were dropped because the menu no longer has them.
    pub(super) gone: bool,
    /// What the draft comes to now, where prices have changed since it was last said.
    pub(super) repriced: Option<Money>,
}

/// Brings a draft in line with the menu and the shop.
pub(super) fn renew(menu: &Menu, open: &mut OpenDraft) -> Renewed {
    let gone = drop_lines(menu, &mut open.draft);
    let ended = drop_ended(menu, open);
    if gone || ended {
        open.read_back = None;
    }
    if ended {
        // What has yet to be settled anew is no change of prices.
        open.priced = None;
    }
    Renewed {
        gone,
        repriced: reprice(menu, open),
    }
}

/// Drops the lines that the menu no longer has, or has in no such form; says whether there were any.
fn drop_lines(menu: &Menu, draft: &mut Draft) -> bool {
    let before = draft.lines.len();
    draft
        .lines
        .retain(|line| price::line_price(menu, line) != Err(price::Unpriced::Gone));
    draft.lines.len() < before
}

/// Drops the way, the place and the payment that the shop no longer has, to be asked for again; says whether there was any.
fn drop_ended(menu: &Menu, open: &mut OpenDraft) -> bool {
    let shop = &menu.shop;
    let getting = &mut open.getting;
    let mut ended = false;
    if getting
        .payment
        .is_some_and(|payment| !shop.payment.contains(&payment.method()))
    {
        getting.payment = None;
        ended = true;
    }
    if getting.fulfilment.is_some_and(|way| !way.offered(shop)) {
        getting.fulfilment = Fulfilment::only(shop);
        ended = true;
    }
    let nobody_goes = getting.fulfilment == Some(Fulfilment::Delivery) && getting.zone(shop).is_none();
    if getting.address_settled && nobody_goes {
        getting.address = AddressParts::default();
        getting.address_settled = false;
        getting.usual_address = false;
        ended = true;
    }
    ended
}

/// What the draft comes to, where that is no longer what was said; what was read back then no longer stands.
fn reprice(menu: &Menu, open: &mut OpenDraft) -> Option<Money> {
    let said = open.priced?;
    let now = price::totals(menu, &open.draft, &open.getting).ok()?.total;
    (now != said && !open.draft.is_empty()).then_some(())?;
    open.read_back = None;
    Some(now)
}

/// Whether a question is about something that there no longer is.
pub(super) fn is_moot(menu: &Menu, draft: Option<&Draft>, question: &Pending) -> bool {
    match question {
        Pending::Send => draft.is_none(),
        Pending::Choose { line }
        | Pending::HowMany { line, .. }
        | Pending::OnlySome { line }
        | Pending::KeepAndWarn { line } => draft.and_then(|draft| draft.line(*line)).is_none(),
        Pending::Instead { item } | Pending::Suggested { item } | Pending::StillWant { item } => {
            menu.item(item).is_none()
        }
        Pending::Meant { edits, .. } => edits.iter().any(|edit| !is_there(menu, draft, edit)),
        Pending::OneOf { items, options } => {
            items.iter().any(|item| menu.item(item).is_none())
                || options.iter().any(|option| menu.option(option).is_none())
        }
        Pending::AnythingElse
        | Pending::Fulfilment
        | Pending::UsualAddress
        | Pending::PickupInstead
        | Pending::PostalCode
        | Pending::Street
        | Pending::HouseNumber
        | Pending::Address
        | Pending::AtOpening { .. }
        | Pending::Time
        | Pending::Payment
        | Pending::Change
        | Pending::Name
        | Pending::Phone
        | Pending::IfMissing
        | Pending::Note
        | Pending::Stale { .. }
        | Pending::StartOver
        | Pending::CancelOrder { .. }
        | Pending::Usual { .. }
        | Pending::Complaint { .. }
        | Pending::WhichOrder { .. }
        | Pending::OfferPerson
        | Pending::CallbackPhone
        | Pending::Forget => false,
    }
}

/// Whether what an edit is about is still on menu and draft.
fn is_there(menu: &Menu, draft: Option<&Draft>, edit: &EditKind) -> bool {
    let (target, wish) = match edit {
        EditKind::Add(wish) => (None, Some(wish)),
        EditKind::Replace { target, wish } => (Some(target), Some(wish)),
        EditKind::Modify { target, change } => (Some(target), Some(change)),
        EditKind::Remove { target, .. }
        | EditKind::SetQuantity { target, .. }
        | EditKind::Again { target, .. } => (Some(target), None),
    };
    let line = match target {
        Some(Target::Line(id)) => draft.is_some_and(|draft| draft.line(*id).is_some()),
        Some(Target::Last | Target::Nth(_) | Target::Matching(_) | Target::All) | None => true,
    };
    let known = |wish: &Wish| {
        let options = wish.add.iter().chain(&wish.remove);
        wish.items.iter().all(|item| menu.item(item).is_some())
            && options
                .into_iter()
                .all(|option| menu.option(&option.option).is_some())
    };
    line && wish.is_none_or(known)
}
