//! Text as it stands in markup for speech: escaped once, and without what XML can't hold.

/// The text without what XML can't hold, and with each run of white space as one space.
pub(crate) fn plain(text: &str) -> String {
    let bearable = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().map(|c| if bearable(c) { c } else { ' ' }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with what means something in XML escaped; apostrophes mean nothing between tags.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match entity(c) {
            Some(entity) => escaped.push_str(entity),
            None => escaped.push(c),
        }
    }
    escaped
}

/// How many characters this one becomes.
pub(crate) fn escaped_chars(c: char) -> usize {
    entity(c).map_or(1, str::len)
}

/// What stands for a character that means something in XML.
pub(crate) fn entity(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    }
}
