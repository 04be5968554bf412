//! What is configured of Claude, before anybody has looked at whether it can be used.

/// What is wanted of Claude.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Whether it is asked about everything that is said about food; else only where the offline reading is not certain.
    pub always: bool,
    /// What is called: a model's id, an inference profile's, or the ARN of either; none: the default.
    pub model_id: Option<String>,
    /// Which model that is, where the ARN does not say.
    pub model: Option<String>,
    /// A guardrail's id or ARN.
    pub guardrail: Option<String>,
    /// Its version: a number, or `DRAFT`.
    pub guardrail_version: Option<String>,
    /// The most that may be spent a day (UTC), in millionths of a US dollar; none: as much as it takes.
    pub daily_limit_micro_usd: Option<u64>,
}

/// An amount that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is no amount of US dollars such as 5 or 2.50")]
pub struct BadAmount;

/// An amount of US dollars ("5", "2.50"; at most a million, six decimals) in millionths.
///
/// # Errors
/// [`BadAmount`].
pub fn micro_usd(text: &str) -> Result<u64, BadAmount> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 6 || whole.len() > 7 {
        return Err(BadAmount);
    }
    let whole: u64 = whole.parse().map_err(|_| BadAmount)?;
    let part: u64 = format!("{part:0<6}").parse().map_err(|_| BadAmount)?;
    let amount = whole * 1_000_000 + part;
    (amount <= 1_000_000_000_000).then_some(amount).ok_or(BadAmount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_read_to_the_millionth() {
        let check =
            |text: &str, expected: Result<u64, BadAmount>| assert_eq!(micro_usd(text), expected, "{text}");
        check("5", Ok(5_000_000));
        check("2.50", Ok(2_500_000));
        check("0.000001", Ok(1));
        check("0", Ok(0));
        for text in [
            "",
            "-1",
            "five",
            "1e3",
            ".5",
            "5.",
            "1.0000001",
            "99999999",
            "1,50",
            " 5",
        ] {
            check(text, Err(BadAmount));
        }
    }
}
