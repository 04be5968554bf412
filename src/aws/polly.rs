//! Amazon Polly: speech as audio, with the menu's lexicons. It keeps nothing.
//!
//! Whatever stands in the way of how something is said, it is said: SSML that is refused is spoken as plain text, and
//! without a lexicon that is missing.

use aws_sdk_polly::Client;
use aws_sdk_polly::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_polly::operation::synthesize_speech::{SynthesizeSpeechError, SynthesizeSpeechOutput};
use aws_sdk_polly::types::{self, OutputFormat, TextType, VoiceId};

use super::lexicon::{Lexicon, MOST_LEXICONS};
use super::polly_ssml::{Engine, parts};
use crate::conversation::Speech;
use crate::order::Language;

/// The most bytes of audio that one call is let give: some minutes of it.
const MOST_AUDIO_BYTES: usize = 8 * 1024 * 1024;

/// Who speaks, and on which engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The voice's name with Polly.
    pub name: String,
    /// An engine that has this voice.
    pub engine: Engine,
}

impl Voice {
    /// The shop's voice, or the language's own where it has none, on the best engine that certainly has it.
    pub fn of(language: Language, brand: Option<&str>) -> Self {
        let own = match language {
            Language::EnUs => "Joanna",
            Language::PtBr => "Camila",
        };
        let name = brand.unwrap_or(own);
        Self {
            name: name.to_owned(),
            engine: match name {
                "Ricardo" => Engine::Standard,
                _ => Engine::Neural,
            },
        }
    }
}

/// What the audio is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// MP3 at 24 kHz, for browsers and Echo devices.
    Mp3,
    /// Samples of 16 bits at 8 kHz, for telephones.
    Pcm8000,
    /// µ-law at 8 kHz, for telephones.
    Mulaw8000,
}

/// Audio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audio {
    /// In the format that was asked for.
    pub bytes: Vec<u8>,
    /// Whether it is said just as it was to be: with its markup and its lexicons.
    pub faithful: bool,
}

/// Why there is no audio.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PollyError {
    /// Polly does not take this; trying again would not help.
    #[error("Polly refuses: {0}")]
    Refused(String),
    /// It cannot be used at present.
    #[error("Polly cannot be used at present: {0}")]
    Unavailable(String),
}

/// The client.
#[derive(Debug, Clone)]
pub struct Polly {
    client: Client,
}

impl Polly {
    /// Speaks through this client.
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    /// Keeps lexicons with Polly under their names; what is kept already stays as it is.
    ///
    /// # Errors
    /// [`PollyError`].
    pub async fn keep(&self, lexicons: &[Lexicon]) -> Result<(), PollyError> {
        for Lexicon { name, content } in lexicons.iter().take(MOST_LEXICONS) {
            let put = self.client.put_lexicon().name(name).content(content);
            put.send().await.map_err(|error| failure(&error))?;
        }
        Ok(())
    }

    /// Speaks, by the lexicons of these names.
    ///
    /// # Errors
    /// [`PollyError`].
    pub async fn speak(
        &self,
        speech: &Speech,
        voice: &Voice,
        format: Format,
        lexicons: &[String],
    ) -> Result<Audio, PollyError> {
        let mut audio = Audio {
            bytes: Vec::new(),
            faithful: true,
        };
        for part in parts(speech, voice.engine, !lexicons.is_empty()) {
            let (ssml, plain) = (
                (part.ssml.as_str(), TextType::Ssml),
                (part.plain.as_str(), TextType::Text),
            );
            // As it should be, then without what may be wrong with it.
            let tries = [(ssml.clone(), lexicons), (ssml, &[][..]), (plain, &[][..])];
            let (output, faithful) = self.first_that_is_taken(tries, voice, format).await?;
            audio.faithful &= faithful;
            self.append(output, &mut audio.bytes).await?;
        }
        Ok(audio)
    }

    async fn first_that_is_taken(
        &self,
        tries: [((&str, TextType), &[String]); 3],
        voice: &Voice,
        format: Format,
    ) -> Result<(SynthesizeSpeechOutput, bool), PollyError> {
        let mut at = 0;
        loop {
            let Some(((text, kind), lexicons)) = tries.get(at) else {
                return Err(PollyError::Refused("InvalidSsmlException".to_owned()));
            };
            let error = match self.synthesize(text, kind, lexicons, voice, format).await {
                Ok(output) => return Ok((output, at == 0)),
                Err(error) => error,
            };
            at = match error.as_service_error() {
                Some(SynthesizeSpeechError::InvalidSsmlException(_)) if at < 2 => 2,
                Some(SynthesizeSpeechError::LexiconNotFoundException(_)) if at == 0 => 1,
                _ => return Err(failure(&error)),
            };
            tracing::warn!(text = ?kind, "polly.said_otherwise");
        }
    }

    async fn synthesize(
        &self,
        text: &str,
        kind: &TextType,
        lexicons: &[String],
        voice: &Voice,
        format: Format,
    ) -> Result<SynthesizeSpeechOutput, SdkError<SynthesizeSpeechError>> {
        let (output, rate) = match format {
            Format::Mp3 => (OutputFormat::Mp3, "24000"),
            Format::Pcm8000 => (OutputFormat::Pcm, "8000"),
            Format::Mulaw8000 => (OutputFormat::Mulaw, "8000"),
        };
        let engine = match voice.engine {
            Engine::Standard => types::Engine::Standard,
            Engine::Neural => types::Engine::Neural,
            Engine::LongForm => types::Engine::LongForm,
            Engine::Generative => types::Engine::Generative,
        };
        self.client
            .synthesize_speech()
            .text(text)
            .text_type(kind.clone())
            .voice_id(VoiceId::from(voice.name.as_str()))
            .engine(engine)
            .output_format(output)
            .sample_rate(rate)
            .set_lexicon_names((!lexicons.is_empty()).then(|| lexicons.to_vec()))
            .send()
            .await
    }

    /// Audio of all three formats may be put one after the other.
    async fn append(&self, output: SynthesizeSpeechOutput, bytes: &mut Vec<u8>) -> Result<(), PollyError> {
        let mut stream = output.audio_stream;
        while let Some(chunk) = stream.next().await {
            let chunk = chunk.map_err(|_| PollyError::Unavailable("the audio broke off".to_owned()))?;
            if bytes.len() + chunk.len() > MOST_AUDIO_BYTES {
                return Err(PollyError::Refused("the audio is too long".to_owned()));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(())
    }
}

/// What a failed call means; its message may quote what was to be said, so only its name is kept.
fn failure<E: ProvideErrorMetadata + std::fmt::Debug>(error: &SdkError<E>) -> PollyError {
    let code = error.as_service_error().and_then(ProvideErrorMetadata::code);
    match code {
        Some(
            code @ ("ServiceFailureException" | "ThrottlingException" | "ServiceQuotaExceededException"),
        ) => PollyError::Unavailable(code.to_owned()),
        Some(code) => PollyError::Refused(code.to_owned()),
        None => PollyError::Unavailable("no answer that could be read".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::aws::stubbed::{config, with, write_down};
    use crate::channel::alexa::stub::{Answer, Stub};

    fn audio() -> Answer {
        with(Answer::of(200, "SOUND"), "content-type", "audio/mpeg")
    }

    fn refusal(status: u16, code: &str) -> Answer {
        with(
            Answer::of(status, r#"{"message": "Tudo que foi dito."}"#),
            "x-amzn-errortype",
            code,
        )
    }

    fn polly(stub: &Stub) -> Polly {
        Polly::new(Client::new(&config(stub)))
    }

    fn camila() -> Voice {
        Voice::of(Language::PtBr, None)
    }

    #[tokio::test]
    async fn speech_is_synthesized_as_the_service_takes_it() {
        for (format, output, rate) in [
            (Format::Mp3, "mp3", "24000"),
            (Format::Pcm8000, "pcm", "8000"),
            (Format::Mulaw8000, "mulaw", "8000"),
        ] {
            let mut stub = Stub::answering(vec![audio()]).await;
            let lexicons = ["c1".to_owned()];
            let said = polly(&stub)
                .speak(&Speech::of("Pão & sal."), &camila(), format, &lexicons)
                .await;
            let expected = Audio {
                bytes: b"SOUND".to_vec(),
                faithful: true,
            };
            assert_eq!(said, Ok(expected));
            let seen = stub.seen().await;
            write_down("polly", "SynthesizeSpeech", &seen);
            assert_eq!(seen.first_line, "POST /v1/speech HTTP/1.1");
            let body = json!({
                "Engine": "neural", "LexiconNames": ["c1"], "OutputFormat": output, "SampleRate": rate,
                "Text": "<speak><s>Pão &amp; sal.</s></speak>", "TextType": "ssml", "VoiceId": "Camila",
            });
            assert_eq!(seen.json(), body);
        }
    }

    #[tokio::test]
    async fn what_is_refused_is_said_otherwise() {
        let lexicons = vec!["c1".to_owned()];
        for (answers, expected) in [
            (
                vec![refusal(400, "InvalidSsmlException"), audio()],
                vec!["ssml+", "text"],
            ),
            (
                vec![refusal(404, "LexiconNotFoundException"), audio()],
                vec!["ssml+", "ssml"],
            ),
            (
                vec![
                    refusal(404, "LexiconNotFoundException"),
                    refusal(400, "InvalidSsmlException:http://internal.amazon.com"),
                    audio(),
                ],
                vec!["ssml+", "ssml", "text"],
            ),
        ] {
            let mut stub = Stub::answering(answers).await;
            let said = polly(&stub)
                .speak(&Speech::of("Oi."), &camila(), Format::Mp3, &lexicons)
                .await;
            assert_eq!(said.map(|audio| audio.faithful), Ok(false));
            for kind in expected {
                let seen = stub.seen().await;
                write_down("polly", "SynthesizeSpeech", &seen);
                let body = seen.json();
                let with = if body["LexiconNames"].is_array() { "+" } else { "" };
                assert_eq!(format!("{}{with}", body["TextType"].as_str().unwrap()), kind);
            }
            assert_eq!(stub.left(), 0);
        }
    }

    #[tokio::test]
    async fn failures_are_told_apart_and_quote_nothing() {
        let refused = |code: &str| PollyError::Refused(code.to_owned());
        let unavailable = |code: &str| PollyError::Unavailable(code.to_owned());
        for (answer, expected) in [
            (
                refusal(400, "TextLengthExceededException"),
                refused("TextLengthExceededException"),
            ),
            (
                refusal(400, "EngineNotSupportedException"),
                refused("EngineNotSupportedException"),
            ),
            (
                refusal(400, "ValidationException"),
                refused("ValidationException"),
            ),
            (
                refusal(500, "ServiceFailureException"),
                unavailable("ServiceFailureException"),
            ),
            (
                refusal(400, "ThrottlingException"),
                unavailable("ThrottlingException"),
            ),
            (Answer::of(0, ""), unavailable("no answer that could be read")),
        ] {
            let stub = Stub::answering(vec![answer]).await;
            let said = polly(&stub)
                .speak(&Speech::of("Oi."), &camila(), Format::Mp3, &[])
                .await;
            assert_eq!(said, Err(expected));
        }
    }

    #[tokio::test]
    async fn lexicons_are_kept_under_their_names() {
        let mut stub = Stub::answering(vec![Answer::of(200, "{}")]).await;
        let lexicon = Lexicon {
            name: "c12".to_owned(),
            content: "<lexicon/>".to_owned(),
        };
        polly(&stub).keep(&[lexicon]).await.unwrap();
        let seen = stub.seen().await;
        write_down("polly", "PutLexicon", &seen);
        assert_eq!(seen.first_line, "PUT /v1/lexicons/c12 HTTP/1.1");
        assert_eq!(seen.json(), json!({ "Content": "<lexicon/>" }));
    }

    #[test]
    fn every_voice_of_a_shop_has_an_engine() {
        for language in Language::ALL {
            for name in crate::order::menu::voices(language) {
                let voice = Voice::of(language, Some(name));
                assert_eq!(voice.name, *name);
                assert!(VoiceId::values().contains(name), "Polly has no {name}");
                assert_eq!(voice.engine == Engine::Standard, *name == "Ricardo");
            }
        }
    }
}
