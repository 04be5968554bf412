//! Money as integer minor units (cents, centavos) with a currency. Never a float.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

/// A currency with two decimal places that a shop may price in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Currency {
    /// Brazilian real.
    #[serde(rename = "BRL")]
    Brl,
    /// United States dollar.
    #[serde(rename = "USD")]
    Usd,
}

impl Currency {
    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Brl => "BRL",
            Self::Usd => "USD",
        }
    }
}

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units: 100 are one real or one dollar.
    pub minor: i64,
    /// What the units are of.
    pub currency: Currency,
}

impl Money {
    /// The amount of `minor` units.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The sum, in the currency of `self`; amounts that would not fit saturate.
    ///
    /// A shop has one currency, which the menu check guarantees, so the two never differ.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        debug_assert_eq!(self.currency, other.currency);
        Self {
            minor: self.minor.saturating_add(other.minor),
            ..self
        }
    }

    /// So many percent make the whole.
    pub const PERCENT: NonZeroU32 = NonZeroU32::new(100).unwrap();
    /// So many thousandths of a percent make the whole.
    pub const THOUSANDTHS: NonZeroU32 = NonZeroU32::new(100_000).unwrap();
    /// The half.
    pub const HALF: NonZeroU32 = NonZeroU32::new(2).unwrap();

    /// So many parts of the amount, `whole` of which make all of it; rounded to the minor unit, half away from zero.
    #[must_use]
    pub fn part(self, parts: u32, whole: NonZeroU32) -> Self {
        let whole = i128::from(whole.get());
        let exact = i128::from(self.minor) * i128::from(parts);
        let rounded = (exact * 2 + exact.signum() * whole) / (whole * 2);
        Self {
            minor: i64::try_from(rounded).unwrap_or(if exact < 0 { i64::MIN } else { i64::MAX }),
            ..self
        }
    }

    /// The amount `count` times over; what would not fit saturates.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        Self {
            minor: self.minor.saturating_mul(i64::from(count)),
            ..self
        }
    }

    /// Whole units, such as reais.
    pub fn whole(self) -> i64 {
        self.minor / 100
    }

    /// What is left over whole units, 0 to 99.
    pub fn cents(self) -> i64 {
        (self.minor % 100).abs()
    }
}
