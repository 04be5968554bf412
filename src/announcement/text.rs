//! News as a text message: within one or two segments, in the cheapest alphabet that says it.
//!
//! The alphabets and lengths are those of [GSM 03.38]: 160 letters of the seven-bit alphabet, or 70 of any other, and a few
//! less each where a message has several segments.
//!
//! [GSM 03.38]: https://www.etsi.org/deliver/etsi_gts/03/0338/

use unicode_normalization::UnicodeNormalization;

/// What one segment holds alone, and what each of several holds, of the seven-bit alphabet.
const GSM: (usize, usize) = (160, 153);
/// The same of any alphabet, in UTF-16 code units.
const UCS2: (usize, usize) = (70, 67);
/// The most segments of a message.
const MOST_SEGMENTS: usize = 2;

/// The letters of the seven-bit alphabet beside those of ASCII that it shares.
const GSM_LETTERS: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";
/// What takes two places in it.
const GSM_EXTENDED: &str = "^{}\\[~]|€";

/// The message: as it is where that fits one segment; else without the accents that would halve the room; cut at a word
/// where even that is too long. White space is single.
pub fn message(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if segments(&text) <= 1 {
        return text;
    }
    let plain: String = text.chars().map(plain).collect();
    let mut kept = plain.as_str();
    while segments(kept) > MOST_SEGMENTS {
        kept = match kept.rsplit_once(' ') {
            Some((before, _)) => before,
            None => return kept.chars().take(MOST_SEGMENTS * UCS2.1).collect(),
        };
    }
    kept.to_owned()
}

/// How many segments a message takes.
pub fn segments(text: &str) -> usize {
    let septets: Option<usize> = text.chars().map(septets).sum();
    let (length, (alone, several)) = match septets {
        Some(length) => (length, GSM),
        None => (text.encode_utf16().count(), UCS2),
    };
    if length <= alone {
        1
    } else {
        length.div_ceil(several)
    }
}

/// What a letter takes of the seven-bit alphabet, if it is in it.
fn septets(c: char) -> Option<usize> {
    if GSM_EXTENDED.contains(c) {
        return Some(2);
    }
    let shared = matches!(c, ' '..='~') && c != '`' || c == '\n';
    (shared || GSM_LETTERS.contains(c)).then_some(1)
}

/// The letter, or what of it is in the seven-bit alphabet.
fn plain(c: char) -> char {
    match c {
        _ if septets(c).is_some() => c,
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        _ => {
            let base = c.to_string().nfd().next().unwrap_or(c);
            if septets(base).is_some() { base } else { '?' }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_counted_by_their_alphabet() {
        for (text, expected) in [
            (String::new(), 1),
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("é".repeat(160), 1),
            ("ã".repeat(70), 1),
            ("ã".repeat(71), 2),
            ("ã".repeat(135), 3),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            ("🍕".repeat(35), 1),
            ("🍕".repeat(36), 2),
        ] {
            assert_eq!(segments(&text), expected, "{text}");
        }
    }

    #[test]
    fn accents_go_where_they_cost_a_segment() {
        let short = "Seu pedido saiu. Até já, João!";
        assert_eq!(message(short), short);
        let long = "O pedido não pôde ser entregue: ninguém atendeu à porta. Não há nada a pagar – desculpe.";
        let expected =
            "O pedido nao pode ser entregue: ninguém atendeu à porta. Nao ha nada a pagar - desculpe.";
        assert_eq!(message(long), expected);
        assert_eq!(segments(expected), 1);
        assert_eq!(message("a\n b"), "a b");
    }

    #[test]
    fn what_is_too_long_is_cut_at_a_word() {
        let text = message(&"word ".repeat(100));
        assert!(
            segments(&text) <= MOST_SEGMENTS && text.ends_with("word") && text.len() > 250,
            "{text}"
        );
        assert!(segments(&message(&"🍕".repeat(500))) <= MOST_SEGMENTS);
    }

    proptest::proptest! {
        #[test]
        fn no_message_is_longer_than_two_segments(text in ".{0,600}") {
            proptest::prop_assert!(segments(&message(&text)) <= MOST_SEGMENTS);
        }
    }
}
