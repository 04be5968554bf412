//! What was asked, as far as it bears on details.

use crate::interpreter::{Asked, Details};

/// Whether details hold what was asked for.
pub(super) fn answered(asked: Option<&Asked>, details: &Details) -> bool {
    let address = &details.address;
    match asked {
        Some(Asked::Fulfilment) => details.fulfilment.is_some(),
        Some(Asked::PostalCode) => address.postal_code.is_some() || details.which_address.is_some(),
        Some(Asked::Street) => address.street.is_some(),
        Some(Asked::HouseNumber) => address.number.is_some(),
        Some(Asked::Address) => !address.is_empty() || details.which_address.is_some(),
        Some(Asked::Payment) => details.method.is_some(),
        Some(Asked::Change) => details.change.is_some(),
        Some(Asked::Name) => details.name.is_some(),
        Some(Asked::Phone) => details.phone.is_some(),
        Some(Asked::IfMissing) => details.if_missing.is_some(),
        Some(Asked::Time) => details.time.is_some(),
        Some(Asked::Note) => details.note.is_some(),
        Some(
            Asked::AnythingElse
            | Asked::YesNo
            | Asked::Complaint
            | Asked::OneOf { .. }
            | Asked::HowMany
            | Asked::ContinueOrStartOver
            | Asked::Choice(_),
        )
        | None => false,
    }
}

/// Whether a question is one that details answer.
pub(super) fn is_about_details(asked: &Asked) -> bool {
    is_answered_by_a_number(asked) || matches!(asked, Asked::Fulfilment | Asked::Payment | Asked::IfMissing)
}

/// Whether details answer a question, and a number may be the answer or be put right in it.
pub(super) fn is_answered_by_a_number(asked: &Asked) -> bool {
    match asked {
        Asked::PostalCode
        | Asked::Street
        | Asked::HouseNumber
        | Asked::Address
        | Asked::Change
        | Asked::Name
        | Asked::Phone
        | Asked::Time
        | Asked::Note => true,
        Asked::Fulfilment
        | Asked::Payment
        | Asked::IfMissing
        | Asked::AnythingElse
        | Asked::YesNo
        | Asked::Complaint
        | Asked::OneOf { .. }
        | Asked::HowMany
        | Asked::ContinueOrStartOver
        | Asked::Choice(_) => false,
    }
}
