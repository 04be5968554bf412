//! Timestamps as a Wait state takes them: RFC 3339 with capital T and Z, an offset, and any fraction.

use jiff::Timestamp;

/// `None` for anything else that a lenient parser would read.
pub(crate) fn timestamp(text: &str) -> Option<Timestamp> {
    has_form(text).then(|| text.parse().ok())?
}

fn has_form(text: &str) -> bool {
    let Some((date_time, rest)) = text.split_at_checked(19) else {
        return false;
    };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if rest.len() == fraction.len() {
                return false;
            }
            rest
        }
        None => rest,
    };
    is_like(date_time, "0000-00-00T00:00:00")
        && (rest == "Z" || is_like(rest, "+00:00") || is_like(rest, "-00:00"))
}

/// A zero in the pattern stands for any digit.
fn is_like(text: &str, pattern: &str) -> bool {
    let fits = |(c, p): (char, char)| if p == '0' { c.is_ascii_digit() } else { c == p };
    text.len() == pattern.len() && text.chars().zip(pattern.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::timestamp;

    #[test]
    fn only_the_strict_form_is_read() {
        for (text, is_read) in [
            ("2031-05-06T07:08:09Z", true),
            ("2031-05-06T07:08:09.123456789Z", true),
            ("2031-05-06T07:08:09-03:00", true),
            ("2031-05-06T07:08:09+05:30", true),
            ("2031-05-06t07:08:09Z", false),
            ("2031-05-06T07:08:09z", false),
            ("2031-05-06 07:08:09Z", false),
            ("2031-05-06T07:08:09", false),
            ("2031-05-06T07:08:09.Z", false),
            ("2031-05-06T07:08Z", false),
            ("2031-02-30T07:08:09Z", false),
            ("2031-05-06T25:08:09Z", false),
            ("2031-05-06", false),
            ("äöü", false),
            ("", false),
        ] {
            assert_eq!(timestamp(text).is_some(), is_read, "{text}");
        }
    }
}
