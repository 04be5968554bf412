//! SSML as Alexa takes it, made so that it can only be right: text is escaped once, on the way in, and the only
//! tags are the ones that this builder writes.
//!
//! Defined in the [SSML reference].
//!
//! [SSML reference]: https://developer.amazon.com/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html

use crate::channel::{fit, xml};
use crate::conversation::{Pronunciation, Speech};

/// The most that one output speech or reprompt may cost, in bytes of JSON. Alexa allows 8000 characters, and
/// 24 kB for a response, which two speeches of this size and what surrounds them stay below.
pub(super) const MOST_SPEECH_BYTES: usize = 8000;

/// What surrounds the sentences: of speech at the usual rate, and of slow speech.
const AROUND: (&str, &str) = ("<speak>", "</speak>");
const AROUND_SLOWLY: (&str, &str) = ("<speak><prosody rate=\"slow\">", "</prosody></speak>");
/// The quotation marks of the slow rate, which cost an escape each in JSON.
const SLOW_ESCAPES: usize = 2;
/// `<s>`, `</s>` and the space between sentences.
const SENTENCE_OVERHEAD: usize = 8;

/// A `<speak>` document of sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ssml(String);

impl Ssml {
    /// The speech as sentences, cut at the end of one where it is too long; none for speech without a word.
    pub fn of(speech: &Speech) -> Option<Self> {
        let around = if speech.is_slow() { AROUND_SLOWLY } else { AROUND };
        let limit = MOST_SPEECH_BYTES - around.0.len() - around.1.len() - SLOW_ESCAPES;
        let pieces = speech
            .sentences()
            .iter()
            .flat_map(|sentence| fit::split(&xml::plain(sentence), limit - SENTENCE_OVERHEAD, cost))
            .collect();
        let kept = fit::keep(pieces, limit, SENTENCE_OVERHEAD, cost);
        if kept.is_empty() {
            return None;
        }
        let pronounced = Self::marked_up(around, &kept, |sentence| {
            pronounced(sentence, speech.pronunciations())
        });
        // How a word is said is worth less than what is said.
        let fits = pronounced
            .0
            .chars()
            .map(|c| c.len_utf8() + usize::from(matches!(c, '"' | '\\')))
            .sum::<usize>();
        if fits <= MOST_SPEECH_BYTES {
            Some(pronounced)
        } else {
            Some(Self::marked_up(around, &kept, xml::escape))
        }
    }

    fn marked_up(around: (&str, &str), sentences: &[String], inner: impl Fn(&str) -> String) -> Self {
        let sentences: Vec<String> = sentences
            .iter()
            .map(|sentence| format!("<s>{}</s>", inner(sentence)))
            .collect();
        let (open, close) = around;
        Self(format!("{open}{}{close}", sentences.join(" ")))
    }

    /// The document.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The document, given away.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// The text escaped, with the words that speech engines misread as `<sub alias="…">`.
fn pronounced(text: &str, pronunciations: &[Pronunciation]) -> String {
    let (mut marked, mut rest) = (String::with_capacity(text.len()), text);
    let first = |rest: &str| {
        let found = pronunciations
            .iter()
            .filter_map(|known| Some((find_word(rest, &known.written)?, known)));
        found.min_by_key(|(at, known)| (*at, std::cmp::Reverse(known.written.len())))
    };
    while let Some((at, known)) = first(rest) {
        let end = at + known.written.len();
        let (before, word) = (
            rest.get(..at).unwrap_or_default(),
            rest.get(at..end).unwrap_or_default(),
        );
        marked.push_str(&xml::escape(before));
        marked.push_str(&format!(
            "<sub alias=\"{}\">{}</sub>",
            xml::escape(&known.spoken),
            xml::escape(word)
        ));
        rest = rest.get(end..).unwrap_or_default();
    }
    marked.push_str(&xml::escape(rest));
    marked
}

/// Where a word stands by itself in a text, whatever its case in ASCII letters.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.char_indices().map(|(at, _)| at).find(|&at| {
        let found = text
            .get(at..at + word.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(word));
        found
            && !word.is_empty()
            && apart(text.get(..at).and_then(|before| before.chars().next_back()))
            && apart(text.get(at + word.len()..).and_then(|after| after.chars().next()))
    })
}

/// What a character costs in the response: its escape in XML, or its bytes in JSON.
fn cost(c: char) -> usize {
    match xml::entity(c) {
        Some(entity) => entity.len(),
        None if c == '\\' => 2,
        None => c.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentences: &[&str], expected: Option<&str>) {
        let mut speech = Speech::default();
        sentences.iter().for_each(|sentence| speech.push(*sentence));
        assert_eq!(Ssml::of(&speech).as_ref().map(Ssml::as_str), expected);
    }

    #[test]
    fn text_is_escaped_once() {
        check(&[], None);
        check(&["\u{7}"], None);
        check(&["Olá!"], Some("<speak><s>Olá!</s></speak>"));
        check(
            &["Salt & pepper.", "<break/> isn't \"said\"."],
            Some("<speak><s>Salt &amp; pepper.</s> <s>&lt;break/&gt; isn't &quot;said&quot;.</s></speak>"),
        );
        check(
            &["Fish &amp; chips"],
            Some("<speak><s>Fish &amp;amp; chips</s></speak>"),
        );
        check(&["A\u{0}b\n\tc"], Some("<speak><s>A b c</s></speak>"));
    }

    #[test]
    fn slow_speech_is_said_slowly() {
        let speech = Speech::of("Dois & três.").slowly(true);
        assert_eq!(
            Ssml::of(&speech).unwrap().as_str(),
            "<speak><prosody rate=\"slow\"><s>Dois &amp; três.</s></prosody></speak>"
        );
        assert_eq!(Ssml::of(&Speech::default().slowly(true)), None);
    }

    #[test]
    fn misread_words_get_an_alias() {
        let check = |text: &str, expected: &str| {
            let known = Pronunciation {
                written: "açaí".to_owned(),
                spoken: "ah sah \"ee\"".to_owned(),
            };
            let speech = Speech::of(text).pronounced(std::iter::once(known));
            assert_eq!(
                Ssml::of(&speech).unwrap().as_str(),
                format!("<speak><s>{expected}</s></speak>")
            );
        };
        let alias = "<sub alias=\"ah sah &quot;ee&quot;\">açaí</sub>";
        check("One açaí & one açaí.", &format!("One {alias} &amp; one {alias}."));
        check("Two açaís.", "Two açaís.");
        check("Nothing.", "Nothing.");
    }

    proptest::proptest! {
        #[test]
        fn speech_stays_within_its_limit(sentences in proptest::collection::vec(".{0,900}", 0..40), slow: bool) {
            let mut speech = Speech::default().slowly(slow);
            sentences.iter().for_each(|sentence| speech.push(sentence.as_str()));
            if let Some(ssml) = Ssml::of(&speech) {
                let written = serde_json::to_string(ssml.as_str()).unwrap();
                proptest::prop_assert!(written.len() - 2 <= MOST_SPEECH_BYTES, "{}", written.len());
                let (_, close) = if slow { AROUND_SLOWLY } else { AROUND };
                let ends = ssml.as_str().ends_with(close);
                proptest::prop_assert!(ends);
                proptest::prop_assert!(!ssml.as_str().contains("<s></s>"));
            }
        }
    }
}
