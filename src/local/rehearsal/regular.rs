//! A regular: a customer of whom name, number and usual address are kept from earlier orders.

use crate::app::records::{Kept, customer, put_customer};
use crate::app::{App, WriteError};
use crate::order::{Address, Contact, CustomerId, IfMissing, Menu, Phone, PostalCode};

/// What is kept of a regular who lives there; none where the shop does not know the street.
pub(super) fn kept(menu: &Menu, code: &PostalCode, number: &str, complement: &str) -> Option<Kept> {
    let streets = &menu.shop.delivery.as_ref()?.streets;
    Some(Kept {
        contact: Contact {
            name: Some("Ana".to_owned()),
            phone: Phone::of("+55 11 91234-5678"),
        },
        address: Some(Address {
            postal_code: code.clone(),
            street: streets.get(code)?.clone(),
            number: number.to_owned(),
            complement: Some(complement.to_owned()).filter(|text| !text.is_empty()),
            landmark: None,
        }),
        if_missing: Some(IfMissing::Call),
        allergies: Vec::new(),
    })
}

/// Keeps it of this customer.
pub(super) async fn seed(app: &App, id: &CustomerId, kept: Kept) -> Result<(), WriteError> {
    let mut known = customer(app, id).await.map_err(WriteError::Store)?;
    known.value.kept = kept;
    let write = put_customer(app.shop(), id, &known).map_err(WriteError::Store)?;
    app.store.write(vec![write]).await
}
