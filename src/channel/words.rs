//! Words as the interpreter takes them: on one line, and no more of them than a person says in a breath.

/// The most characters of one utterance that are looked at; Lex itself takes no more.
pub(super) const MOST_CHARS: usize = 1024;

/// The text on one line and cut to its limit; none where there is no word in it.
pub(super) fn fitting(text: &str) -> Option<String> {
    let head: String = text.chars().take(MOST_CHARS).collect();
    let line = head
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    line.chars().any(char::is_alphanumeric).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_on_one_line_or_none() {
        for (text, expected) in [
            ("", None),
            (" \n", None),
            ("*#", None),
            ("?!", None),
            ("um\n  x-burger\u{0}, por favor", Some("um x-burger , por favor")),
            ("2", Some("2")),
        ] {
            assert_eq!(fitting(text).as_deref(), expected, "{text:?}");
        }
        assert_eq!(fitting(&"é".repeat(5000)).unwrap().chars().count(), MOST_CHARS);
    }
}
