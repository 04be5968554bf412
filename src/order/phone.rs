//! A telephone number by which the shop reaches the customer.

use serde::{Deserialize, Serialize};

/// A telephone number: 8 to 15 digits, without a sign.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// The number in this text, if it has as many digits as one has. Punctuation between them is passed over.
    pub fn of(text: &str) -> Option<Self> {
        let passed_over = |c: &char| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '+');
        let digits: Option<String> = text
            .chars()
            .filter(passed_over)
            .map(|c| c.is_ascii_digit().then_some(c))
            .collect();
        digits.filter(|digits| (8..=15).contains(&digits.len())).map(Self)
    }

    /// Its digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// Numbers are personal: what is printed for developers shows only how long one is.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Phone({} digits)", self.0.len())
    }
}

impl TryFrom<String> for Phone {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::of(&text).ok_or_else(|| "a telephone number has 8 to 15 digits".to_owned())
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}
