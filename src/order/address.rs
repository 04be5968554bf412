//! Where an order goes: an address as people say it, part by part.
//!
//! A [`PostalCode`] holds digits only; what a shop knows of its streets turns one into a street's name.

use serde::{Deserialize, Serialize};

/// A postal code without its punctuation: eight digits as in Brazil, or five as in the United States.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostalCode(String);

impl PostalCode {
    /// The postal code in this text, if its digits are as many as one has. Punctuation between them is passed over.
    pub fn of(text: &str) -> Option<Self> {
        let passed_over = |c: &char| !matches!(c, ' ' | '-' | '.');
        let digits: Option<String> = text
            .chars()
            .filter(passed_over)
            .map(|c| c.is_ascii_digit().then_some(c))
            .collect();
        digits.filter(|digits| matches!(digits.len(), 5 | 8)).map(Self)
    }

    /// Its digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PostalCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::of(&text).ok_or_else(|| "a postal code has five or eight digits".to_owned())
    }
}

impl From<PostalCode> for String {
    fn from(code: PostalCode) -> Self {
        code.0
    }
}

/// A part of an address that has to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddressPart {
    /// The postal code, which decides the zone.
    PostalCode,
    /// The street, where the postal code does not say it.
    Street,
    /// The number of the house.
    Number,
}

/// What has been said of an address so far. Texts are at most [`AddressParts::MOST_CHARS`] long.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressParts {
    /// The postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<PostalCode>,
    /// The street's name, with its kind ("Rua das Flores", "Maple Street").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// The number of the house, with its letter ("62", "62B").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Apartment, block, floor: as the language writes it ("apartment 4", "apartamento 4"); empty where it was said that
    /// there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complement: Option<String>,
    /// What is near it ("next to the bakery").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landmark: Option<String>,
}

impl AddressParts {
    /// The longest text of a part, in characters.
    pub const MOST_CHARS: usize = 120;

    /// Whether nothing has been said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes every part that `said` has in place of what was known.
    pub fn take(&mut self, said: Self) {
        let Self {
            postal_code,
            street,
            number,
            complement,
            landmark,
        } = said;
        if postal_code.is_some() && postal_code != self.postal_code {
            // Another place: what was known of the old one does not hold there.
            *self = Self::default();
        }
        let parts = [
            (&mut self.street, street),
            (&mut self.number, number),
            (&mut self.complement, complement),
            (&mut self.landmark, landmark),
        ];
        for (known, said) in parts {
            if said.is_some() {
                *known = said.filter(|said| !said.is_empty());
            }
        }
        self.postal_code = postal_code.or(self.postal_code.take());
    }

    /// The first part that has yet to be said; none where the address is whole.
    pub fn missing(&self) -> Option<AddressPart> {
        if self.postal_code.is_none() {
            Some(AddressPart::PostalCode)
        } else if self.street.is_none() {
            Some(AddressPart::Street)
        } else if self.number.is_none() {
            Some(AddressPart::Number)
        } else {
            None
        }
    }

    /// The address, where nothing is missing.
    pub fn whole(&self) -> Option<Address> {
        Some(Address {
            postal_code: self.postal_code.clone()?,
            street: self.street.clone()?,
            number: self.number.clone()?,
            complement: self.complement.clone(),
            landmark: self.landmark.clone(),
        })
    }
}

/// An address that a courier can find.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The postal code.
    pub postal_code: PostalCode,
    /// The street's name, with its kind.
    pub street: String,
    /// The number of the house.
    pub number: String,
    /// Apartment, block, floor.
    pub complement: Option<String>,
    /// What is near it.
    pub landmark: Option<String>,
}

impl From<Address> for AddressParts {
    fn from(address: Address) -> Self {
        let Address {
            postal_code,
            street,
            number,
            complement,
            landmark,
        } = address;
        Self {
            postal_code: Some(postal_code),
            street: Some(street),
            number: Some(number),
            complement,
            landmark,
        }
    }
}
