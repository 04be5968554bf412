//! SSML as Alexa takes it, made so that it can only be right: text is escaped once, on the way in, and the only
//! tags are the ones that this builder writes.
//!
//! Defined in the [SSML reference].
//!
//! [SSML reference]: https://developer.amazon.com/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html

use crate::channel::{aliases, fit, xml};
use crate::conversation::Speech;

/// The most that one output speech or reprompt may cost, in bytes of JSON. Alexa allows 8000 characters, and
/// 24 kB for a response, which two speeches of this size and what surrounds them stay below.
pub(super) const MOST_SPEECH_BYTES: usize = 8000;

/// `<s>`, `</s>` and the space between sentences.
const SENTENCE_OVERHEAD: usize = 8;

/// A `<speak>` document of sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ssml(String);

impl Ssml {
    /// The speech as sentences, cut at the end of one where it is too long; none for speech without a word.
    pub fn of(speech: &Speech) -> Option<Self> {
        let around = around(speech);
        let quotes = around.0.matches('"').count();
        let limit = MOST_SPEECH_BYTES.saturating_sub(around.0.len() + around.1.len() + quotes);
        let pieces = speech
            .sentences()
            .iter()
            .flat_map(|sentence| fit::split(&xml::plain(sentence), limit - SENTENCE_OVERHEAD, cost))
            .collect();
        let kept = fit::keep(pieces, limit, SENTENCE_OVERHEAD, cost);
        if kept.is_empty() {
            return None;
        }
        let pronounced = Self::marked_up(&around, &kept, |sentence| {
            aliases::marked_up(sentence, speech.pronunciations(), speech.spelled())
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
            Some(Self::marked_up(&around, &kept, xml::escape))
        }
    }

    fn marked_up(around: &(String, String), sentences: &[String], inner: impl Fn(&str) -> String) -> Self {
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

/// What surrounds the sentences: the voice outside, as Alexa wants it, the rate within.
fn around(speech: &Speech) -> (String, String) {
    let (mut open, mut close) = ("<speak>".to_owned(), String::new());
    let mut within = |tag: &str, attributes: &str| {
        open.push_str(&format!("<{tag} {attributes}>"));
        close.insert_str(0, &format!("</{tag}>"));
    };
    if let Some(name) = speech.voice() {
        within("voice", &format!("name=\"{}\"", xml::escape(name)));
    }
    if speech.is_slow() {
        within("prosody", "rate=\"slow\"");
    }
    close.push_str("</speak>");
    (open, close)
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
    use crate::conversation::Pronunciation;

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
    fn the_brands_voice_says_it() {
        let speech = Speech::of("Dois & três.").voiced(Some("Camila"));
        let check =
            |speech: &Speech, expected: &str| assert_eq!(Ssml::of(speech).unwrap().as_str(), expected);
        check(
            &speech,
            "<speak><voice name=\"Camila\"><s>Dois &amp; três.</s></voice></speak>",
        );
        check(
            &speech.slowly(true),
            "<speak><voice name=\"Camila\"><prosody rate=\"slow\"><s>Dois &amp; três.</s></prosody></voice></speak>",
        );
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

    #[test]
    fn what_is_spelled_out_is_marked_word_by_word() {
        let mut speech = Speech::of("Mar & Sol: M, A, R; S, O, L.");
        for (word, apart) in [("Mar", "M, A, R"), ("Sol", "S, O, L"), ("O", "O"), ("4", "four")] {
            speech.spell(word, apart);
        }
        assert_eq!(
            Ssml::of(&speech).unwrap().as_str(),
            "<speak><s>Mar &amp; Sol: <say-as interpret-as=\"characters\">Mar</say-as>; \
             <say-as interpret-as=\"characters\">Sol</say-as>.</s></speak>"
        );
    }

    proptest::proptest! {
        #[test]
        fn speech_stays_within_its_limit(sentences in proptest::collection::vec(".{0,900}", 0..40), slow: bool, voice: bool) {
            let mut speech = Speech::default().slowly(slow).voiced(voice.then_some("Camila"));
            sentences.iter().for_each(|sentence| speech.push(sentence.as_str()));
            if let Some(ssml) = Ssml::of(&speech) {
                let written = serde_json::to_string(ssml.as_str()).unwrap();
                proptest::prop_assert!(written.len() - 2 <= MOST_SPEECH_BYTES, "{}", written.len());
                let (_, close) = around(&speech);
                let ends = ssml.as_str().ends_with(&close);
                proptest::prop_assert!(ends);
                proptest::prop_assert!(!ssml.as_str().contains("<s></s>"));
            }
        }
    }
}
