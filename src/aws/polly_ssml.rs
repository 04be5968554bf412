//! SSML as Polly's engines take it: each knows other tags, and an unknown one is an error, so what an engine does not know
//! is left out and its words stay.
//!
//! Defined in [supported SSML tags]. A document keeps Polly's limits: what is longer becomes several.
//!
//! [supported SSML tags]: https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html

use crate::channel::{aliases, fit, xml};
use crate::conversation::{Pronunciation, Speech};

/// The most characters of one document's words, and with its tags.
const MOST_BILLED: usize = 3000;
const MOST_CHARS: usize = 6000;

/// One of Polly's engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// `standard`
    Standard,
    /// `neural`
    Neural,
    /// `long-form`
    LongForm,
    /// `generative`
    Generative,
}

/// What can be marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A sentence of its own.
    Sentence,
    /// A word said as another.
    Sub,
    /// A pause.
    Pause,
    /// Said slowly.
    Slowly,
    /// Digits one by one.
    Digits,
    /// Said with emphasis.
    Emphasis,
    /// Whispered.
    Whisper,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 4] = [Self::Standard, Self::Neural, Self::LongForm, Self::Generative];

    /// Whether the engine takes a mark without an error.
    ///
    /// Neural and long-form voices have the rate of `prosody` and not its pitch. Of generative ones the documentation has
    /// said both that they have it and that they don't: they get none.
    pub fn takes(self, mark: Mark) -> bool {
        match mark {
            Mark::Sentence | Mark::Sub | Mark::Pause => true,
            Mark::Slowly | Mark::Digits => self != Self::Generative,
            Mark::Emphasis | Mark::Whisper => self == Self::Standard,
        }
    }
}

/// A piece of what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words, with those that are misread said right.
    Words(&'a str, &'a [Pronunciation]),
    /// A pause of so many milliseconds.
    Pause(u16),
    /// Digits one by one.
    Digits(&'a str),
    /// Pieces under a mark that surrounds.
    Marked(Around, Vec<Piece<'a>>),
}

/// A mark that surrounds others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// A sentence.
    Sentence,
    /// Slow speech.
    Slowly,
    /// Emphasis.
    Emphasis,
    /// A whisper.
    Whisper,
}

impl Around {
    fn mark(self) -> Mark {
        match self {
            Self::Sentence => Mark::Sentence,
            Self::Slowly => Mark::Slowly,
            Self::Emphasis => Mark::Emphasis,
            Self::Whisper => Mark::Whisper,
        }
    }

    fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::Sentence => ("<s>", "</s>"),
            Self::Slowly => ("<prosody rate=\"slow\">", "</prosody>"),
            Self::Emphasis => ("<emphasis level=\"moderate\">", "</emphasis>"),
            Self::Whisper => ("<amazon:effect name=\"whispered\">", "</amazon:effect>"),
        }
    }
}

/// The pieces as this engine takes them, within `<speak>`.
pub fn document(pieces: &[Piece<'_>], engine: Engine) -> String {
    let mut text = "<speak>".to_owned();
    for piece in pieces {
        write(piece, engine, &mut text);
    }
    text.push_str("</speak>");
    text
}

fn write(piece: &Piece<'_>, engine: Engine, text: &mut String) {
    match piece {
        // News spells nothing out.
        Piece::Words(words, known) if engine.takes(Mark::Sub) => {
            text.push_str(&aliases::marked_up(&xml::plain(words), known, &[]));
        }
        Piece::Words(words, _) => text.push_str(&xml::escape(&xml::plain(words))),
        Piece::Pause(ms) if engine.takes(Mark::Pause) => {
            text.push_str(&format!("<break time=\"{ms}ms\"/>"));
        }
        Piece::Pause(_) => {}
        Piece::Digits(digits) if engine.takes(Mark::Digits) => {
            let digits = xml::escape(digits);
            text.push_str(&format!("<say-as interpret-as=\"digits\">{digits}</say-as>"));
        }
        Piece::Digits(digits) => {
            let apart: Vec<String> = digits.chars().map(String::from).collect();
            text.push_str(&xml::escape(&apart.join(" ")));
        }
        Piece::Marked(around, within) => {
            let (open, close) = match engine.takes(around.mark()) {
                true => around.tags(),
                false => ("", ""),
            };
            text.push_str(open);
            within.iter().for_each(|piece| write(piece, engine, text));
            text.push_str(close);
        }
    }
}

/// What one call speaks: the document, and its words where the document is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) ssml: String,
    pub(super) plain: String,
}

/// A speech as documents that each keep the limits, cut between sentences. With a `lexicon` the words that are misread
/// are its matter.
pub(super) fn parts(speech: &Speech, engine: Engine, lexicon: bool) -> Vec<Part> {
    let known = if lexicon { &[] } else { speech.pronunciations() };
    let sentences = speech
        .sentences()
        .iter()
        .flat_map(|sentence| fit::split(&xml::plain(sentence), MOST_BILLED / 2, one));
    let mut parts: Vec<Vec<String>> = Vec::new();
    for sentence in sentences {
        match parts.last_mut() {
            Some(part) if fits(part, &sentence, speech.is_slow(), engine, known) => part.push(sentence),
            Some(_) | None => parts.push(vec![sentence]),
        }
    }
    let made = |part: Vec<String>| Part {
        ssml: ssml(&part, speech.is_slow(), engine, known),
        plain: part.join(" "),
    };
    parts.into_iter().map(made).collect()
}

fn fits(part: &[String], next: &str, slow: bool, engine: Engine, known: &[Pronunciation]) -> bool {
    let with: Vec<String> = part.iter().cloned().chain([next.to_owned()]).collect();
    let billed: usize = with.iter().map(|sentence| sentence.chars().count() + 1).sum();
    billed <= MOST_BILLED && ssml(&with, slow, engine, known).chars().count() <= MOST_CHARS
}

fn ssml(part: &[String], slow: bool, engine: Engine, known: &[Pronunciation]) -> String {
    let document_of = |known: &[Pronunciation]| {
        let sentences = part
            .iter()
            .map(|sentence| Piece::Marked(Around::Sentence, vec![Piece::Words(sentence, known)]))
            .collect();
        let pieces = match slow {
            true => vec![Piece::Marked(Around::Slowly, sentences)],
            false => sentences,
        };
        document(&pieces, engine)
    };
    let pronounced = document_of(known);
    // How a word is said is worth less than that it is.
    if pronounced.chars().count() > MOST_CHARS {
        return document_of(&[]);
    }
    pronounced
}

fn one(_: char) -> usize {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_gets_what_it_takes() {
        let known = [Pronunciation {
            written: "açaí".to_owned(),
            spoken: "assaí".to_owned(),
        }];
        let words = |text| Piece::Words(text, &known);
        let pieces = [
            Piece::Marked(
                Around::Slowly,
                vec![Piece::Marked(Around::Sentence, vec![words("Um açaí & só.")])],
            ),
            Piece::Pause(200),
            Piece::Digits("40<"),
            Piece::Marked(Around::Emphasis, vec![words("Já")]),
            Piece::Marked(Around::Whisper, vec![words("sai.")]),
        ];
        let sub = "Um <sub alias=\"assaí\">açaí</sub> &amp; só.";
        let digits = "<say-as interpret-as=\"digits\">40&lt;</say-as>";
        let pause = "<break time=\"200ms\"/>";
        let slow = format!("<prosody rate=\"slow\"><s>{sub}</s></prosody>{pause}{digits}");
        for (engine, expected) in [
            (
                Engine::Standard,
                format!(
                    "{slow}<emphasis level=\"moderate\">Já</emphasis><amazon:effect \
                     name=\"whispered\">sai.</amazon:effect>"
                ),
            ),
            (Engine::Neural, format!("{slow}Jásai.")),
            (Engine::LongForm, format!("{slow}Jásai.")),
            (Engine::Generative, format!("<s>{sub}</s>{pause}4 0 &lt;Jásai.")),
        ] {
            assert_eq!(
                document(&pieces, engine),
                format!("<speak>{expected}</speak>"),
                "{engine:?}"
            );
        }
    }

    #[test]
    fn long_speech_is_cut_between_sentences() {
        let sentence = format!("{}.", "word ".repeat(199).trim());
        let mut speech = Speech::default();
        (0..8).for_each(|_| speech.push(sentence.clone()));
        let parts = parts(&speech, Engine::Neural, false);
        assert_eq!(parts.len(), 3);
        let text: Vec<&str> = parts.iter().map(|part| part.plain.as_str()).collect();
        assert_eq!(text.join(" "), speech.text());
    }

    proptest::proptest! {
        #[test]
        fn no_document_is_too_long(sentences in proptest::collection::vec(".{0,4000}", 0..6), slow: bool) {
            let mut speech = Speech::default().slowly(slow);
            sentences.iter().for_each(|sentence| speech.push(sentence.as_str()));
            for part in parts(&speech, Engine::Standard, false) {
                proptest::prop_assert!(part.plain.chars().count() <= MOST_BILLED);
                proptest::prop_assert!(!part.plain.is_empty());
            }
        }
    }
}
