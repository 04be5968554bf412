//! A number that can be called, written for the whole world: a mobile one, or a landline.

use super::mobile::{Mobile, area};
use super::money::Currency;
use super::phone::Phone;

/// A number in the form of [E.164]: a plus sign, the country, the number.
///
/// [E.164]: https://www.itu.int/rec/T-REC-E.164/
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Callable(String);

impl Callable {
    /// The number that a customer means to a shop that takes this money and has this number itself; none for what is no
    /// number of its country: nobody is called abroad.
    pub fn of(phone: &Phone, currency: Currency, home: Option<&Phone>) -> Option<Self> {
        if let Some(mobile) = Mobile::of(phone, currency, home) {
            return Some(Self(mobile.as_str().to_owned()));
        }
        match currency {
            Currency::Brl => brazilian_landline(phone.digits(), home.map(Phone::digits)).map(Self),
            // Mobiles are not told apart there.
            Currency::Usd => None,
        }
    }

    /// The number, from its plus sign on.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Numbers are personal: what is printed for developers shows only how long one is.
impl std::fmt::Debug for Callable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Callable({} digits)", self.0.len().saturating_sub(1))
    }
}

/// Area code of two digits without a zero, then eight digits that begin with 2 to 5.
fn brazilian_landline(digits: &str, home: Option<&str>) -> Option<String> {
    let digits = digits.trim_start_matches('0');
    let national = match digits.len() {
        12 => digits.strip_prefix("55")?.to_owned(),
        10 => digits.to_owned(),
        8 => format!("{}{digits}", home.and_then(area)?),
        _ => return None,
    };
    let (area, number) = national.split_at_checked(2)?;
    (number.starts_with(['2', '3', '4', '5']) && !area.contains('0')).then(|| format!("+55{national}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn landlines_and_mobiles_of_the_country_are_called_and_no_others() {
        for (said, currency, home, expected) in [
            ("11 98765-4321", Currency::Brl, None, Some("+5511987654321")),
            ("+55 11 3003-0000", Currency::Brl, None, Some("+551130030000")),
            ("(11) 3003-0000", Currency::Brl, None, Some("+551130030000")),
            (
                "3003-0000",
                Currency::Brl,
                Some("+55 11 4002-8922"),
                Some("+551130030000"),
            ),
            ("3003-0000", Currency::Brl, None, None),
            ("10 3003-0000", Currency::Brl, None, None),
            ("11 9003-0000", Currency::Brl, None, None),
            ("0900 123456", Currency::Brl, None, None),
            ("+1 206 555 0100", Currency::Brl, None, None),
            ("206 555 0100", Currency::Usd, None, Some("+12065550100")),
            ("+44 20 7946 0000", Currency::Usd, None, None),
            ("911 55555", Currency::Usd, None, None),
        ] {
            let home = home.and_then(Phone::of);
            let found = Callable::of(&Phone::of(said).unwrap(), currency, home.as_ref());
            assert_eq!(found.as_ref().map(Callable::as_str), expected, "{said}");
        }
        let number = Callable::of(&Phone::of("11 3003-0000").unwrap(), Currency::Brl, None);
        assert!(!format!("{number:?}").contains("3003"));
    }
}
