//! A number that takes text messages, written for the whole world.
//!
//! Customers say their number as they would to a neighbour. The country is the one whose money the shop takes, and an area
//! code that is left out is the shop's own.

use super::money::Currency;
use super::phone::Phone;

/// A mobile number in the form of [E.164]: a plus sign, the country, the number.
///
/// [E.164]: https://www.itu.int/rec/T-REC-E.164/
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Mobile(String);

impl Mobile {
    /// The mobile number that a customer means to a shop that takes this money and has this number itself; none for what
    /// is no mobile number there.
    pub fn of(phone: &Phone, currency: Currency, home: Option<&Phone>) -> Option<Self> {
        let number = match currency {
            Currency::Brl => brazilian(phone.digits(), home.map(Phone::digits)),
            Currency::Usd => american(phone.digits()),
        };
        number.map(Self)
    }

    /// The number, from its plus sign on.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Numbers are personal: what is printed for developers shows only how long one is.
impl std::fmt::Debug for Mobile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mobile({} digits)", self.0.len().saturating_sub(1))
    }
}

/// Area code of two digits without a zero, then nine digits that begin with a nine; others are landlines.
fn brazilian(digits: &str, home: Option<&str>) -> Option<String> {
    let digits = digits.trim_start_matches('0');
    let national = match digits.len() {
        13 => digits.strip_prefix("55")?.to_owned(),
        11 => digits.to_owned(),
        9 => format!("{}{digits}", home.and_then(area)?),
        _ => return None,
    };
    let (area, number) = national.split_at_checked(2)?;
    (number.starts_with('9') && !area.contains('0')).then(|| format!("+55{national}"))
}

/// The area code of a Brazilian number that has one.
pub(super) fn area(digits: &str) -> Option<&str> {
    let digits = digits.trim_start_matches('0');
    match digits.len() {
        12 | 13 => digits.strip_prefix("55")?.get(..2),
        10 | 11 => digits.get(..2),
        _ => None,
    }
}

/// Ten digits, of which neither the area nor the exchange begins with a zero or a one. Mobiles are not told apart there.
fn american(digits: &str) -> Option<String> {
    let national = match digits.len() {
        11 => digits.strip_prefix('1')?,
        10 => digits,
        _ => return None,
    };
    let begins = |at: usize| national.as_bytes().get(at).is_some_and(|digit| *digit >= b'2');
    (begins(0) && begins(3)).then(|| format!("+1{national}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brazilian_mobiles_are_told_from_landlines() {
        let paulista = Some("551140028922");
        for (said, home, expected) in [
            ("11987654321", paulista, Some("+5511987654321")),
            ("011987654321", paulista, Some("+5511987654321")),
            ("5521987654321", paulista, Some("+5521987654321")),
            ("987654321", paulista, Some("+5511987654321")),
            ("987654321", Some("1140028922"), Some("+5511987654321")),
            ("987654321", Some("40028922"), None),
            ("987654321", None, None),
            ("1140028922", paulista, None),
            ("40028922", paulista, None),
            ("10987654321", paulista, None),
            ("12065550100", paulista, None),
            ("4412345678901", paulista, None),
        ] {
            assert_eq!(brazilian(said, home).as_deref(), expected, "{said} from {home:?}");
        }
    }

    #[test]
    fn american_numbers_have_ten_digits() {
        for (said, expected) in [
            ("2065550100", Some("+12065550100")),
            ("12065550100", Some("+12065550100")),
            ("0065550100", None),
            ("2061550100", None),
            ("5550100", None),
            ("22065550100", None),
            ("5511987654321", None),
        ] {
            assert_eq!(american(said).as_deref(), expected, "{said}");
        }
    }

    #[test]
    fn numbers_are_not_printed() {
        assert_eq!(
            format!("{:?}", Mobile("+12065550100".to_owned())),
            "Mobile(11 digits)"
        );
    }
}
