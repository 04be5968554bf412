//! Money in words: "fifty-eight ninety", "cinquenta e oito e noventa".

use super::number::spell;
use crate::order::{Currency, Language, Money};

/// An amount as one says it at a counter.
pub fn spoken(money: Money, language: Language) -> String {
    let whole = u32::try_from(money.whole().max(0)).unwrap_or(u32::MAX);
    let cents = u32::try_from(money.cents()).unwrap_or(0);
    let say = |number| spell(number, language, None);
    let (unit, cent) = units(money.currency, language, whole, cents);
    match (whole, cents) {
        (_, 0) => format!("{} {unit}", say(whole)),
        (0, _) => format!("{} {cent}", say(cents)),
        _ => match language {
            Language::EnUs if cents < 10 => format!("{} oh {}", say(whole), say(cents)),
            Language::EnUs => format!("{} {}", say(whole), say(cents)),
            Language::PtBr => format!("{} e {}", say(whole), say(cents)),
        },
    }
}

/// A whole amount without its unit, as one says it of change: "a hundred", "cem"; else as at a counter.
pub fn bare(money: Money, language: Language) -> String {
    let whole = u32::try_from(money.whole().max(0)).unwrap_or(u32::MAX);
    match (money.cents(), language, whole) {
        (0, Language::EnUs, 100) => "a hundred".to_owned(),
        (0, ..) => spell(whole, language, None),
        _ => spoken(money, language),
    }
}

/// An amount as one writes it: "R$ 58,90", "R$ 58.90".
pub fn written(money: Money, language: Language) -> String {
    let sign = match money.currency {
        Currency::Brl => "R$ ",
        Currency::Usd => "$",
    };
    let point = match language {
        Language::EnUs => '.',
        Language::PtBr => ',',
    };
    format!("{sign}{}{point}{:02}", money.whole(), money.cents())
}

fn units(currency: Currency, language: Language, whole: u32, cents: u32) -> (&'static str, &'static str) {
    let (unit, cent) = match (currency, language) {
        (Currency::Brl, _) => (["real", "reais"], ["centavo", "centavos"]),
        (Currency::Usd, Language::EnUs) => (["dollar", "dollars"], ["cent", "cents"]),
        (Currency::Usd, Language::PtBr) => (["dólar", "dólares"], ["centavo", "centavos"]),
    };
    let pick = |[one, many]: [&'static str; 2], count: u32| if count == 1 { one } else { many };
    (pick(unit, whole), pick(cent, cents))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_as_at_a_counter() {
        let check = |minor, currency, english: &str, portuguese: &str| {
            assert_eq!(spoken(Money::new(minor, currency), Language::EnUs), english);
            assert_eq!(spoken(Money::new(minor, currency), Language::PtBr), portuguese);
        };
        check(
            5890,
            Currency::Brl,
            "fifty-eight ninety",
            "cinquenta e oito e noventa",
        );
        check(5800, Currency::Brl, "fifty-eight reais", "cinquenta e oito reais");
        check(100, Currency::Brl, "one real", "um real");
        check(1005, Currency::Usd, "ten oh five", "dez e cinco");
        check(50, Currency::Brl, "fifty centavos", "cinquenta centavos");
        assert_eq!(
            written(Money::new(5890, Currency::Brl), Language::PtBr),
            "R$ 58,90"
        );
        assert_eq!(written(Money::new(105, Currency::Usd), Language::EnUs), "$1.05");
        check(0, Currency::Usd, "zero dollars", "zero dólares");
    }
}
