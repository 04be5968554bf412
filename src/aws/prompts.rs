//! What a phone line says by itself, as audio in S3: made once, found again by what it is made of.
//!
//! Only sentences that are the same for everybody are kept, so there is nothing personal in the bucket: a [`Fixed`] has no
//! gaps. News and read-backs are spoken when they are said.

use aws_config::SdkConfig;
use aws_sdk_s3::Client;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::head_object::HeadObjectError;
use aws_sdk_s3::primitives::ByteStream;
use sha2::{Digest, Sha256};

use super::failure::Failure;
use super::lexicon::lexicons;
use super::polly::{Audio, Format, Polly, PollyError, Voice};
use super::polly_ssml::Engine;
use crate::conversation::Speech;
use crate::order::{Language, Menu};
use crate::phrases::{Fixed, phrases};

/// What a line says without being asked: while it waits, when it hears nothing, when something breaks, and goodbye.
const SENTENCES: [&str; 5] = ["one-moment", "silence", "trouble", "greeting", "bye"];
/// What the audio is made by; another number makes all of it anew.
const MAKING: &str = "1";

/// The mark of audio that is better than silence and not what its name stands for.
const OTHERWISE: &str = "said-otherwise";

/// Why a prompt is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PromptError {
    /// It could not be spoken.
    #[error(transparent)]
    Polly(#[from] PollyError),
    /// It could not be looked for or kept.
    #[error("the bucket of prompts cannot be used: {0}")]
    Bucket(String),
}

/// A prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The sentence's name in the phrase files.
    pub name: &'static str,
    /// Where its audio is in the bucket: a WAV file of 8 kHz µ-law, as Connect plays it.
    pub key: String,
}

/// The prompts of a shop.
#[derive(Debug, Clone)]
pub struct Prompts {
    polly: Polly,
    bucket: Client,
    name: String,
}

impl Prompts {
    /// Made with Polly and kept in the bucket of this name, by clients of this configuration.
    pub fn of(bucket: &str, config: &SdkConfig) -> Self {
        let polly = Polly::new(aws_sdk_polly::Client::new(config));
        // A name with dots in it, or an endpoint of one's own, has no certificate for its host.
        let s3 = aws_sdk_s3::config::Builder::from(config)
            .force_path_style(true)
            .build();
        Self::new(polly, Client::from_conf(s3), bucket)
    }

    /// Kept in the bucket of this name.
    pub fn new(polly: Polly, bucket: Client, name: &str) -> Self {
        Self {
            polly,
            bucket,
            name: name.to_owned(),
        }
    }

    /// Sees to it that every prompt of a language is there, with the lexicons of the menu. What is there is not made again.
    ///
    /// # Errors
    /// [`PromptError`]; what was made by then stays.
    pub async fn prepare(&self, menu: &Menu, language: Language) -> Result<Vec<Prompt>, PromptError> {
        let voice = Voice::of(language, menu.shop.voice(language));
        let lexicons = lexicons(menu, language);
        let names: Vec<String> = lexicons.iter().map(|lexicon| lexicon.name.clone()).collect();
        let mut kept = lexicons.is_empty();
        let mut prompts = Vec::new();
        for name in SENTENCES {
            let Some(text) = phrases(language).fixed(name) else {
                continue;
            };
            let key = key(language, &text, &voice, &names);
            if !self.is_there(&key).await? {
                if !kept {
                    self.polly.keep(&lexicons).await?;
                    kept = true;
                }
                self.make(&key, &text, &voice, &names).await?;
            }
            prompts.push(Prompt { name, key });
        }
        Ok(prompts)
    }

    async fn is_there(&self, key: &str) -> Result<bool, PromptError> {
        let head = self.bucket.head_object().bucket(&self.name).key(key);
        match head.send().await {
            // What could not be said as it should be is made anew.
            Ok(head) => Ok(head.metadata().is_none_or(|known| !known.contains_key(OTHERWISE))),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(HeadObjectError::is_not_found) =>
            {
                Ok(false)
            }
            Err(error) => Err(unusable(&error)),
        }
    }

    async fn make(
        &self,
        key: &str,
        text: &Fixed,
        voice: &Voice,
        lexicons: &[String],
    ) -> Result<(), PromptError> {
        let speech = Speech::of(text.as_str());
        let Audio { bytes, faithful } = self
            .polly
            .speak(&speech, voice, Format::Mulaw8000, lexicons)
            .await?;
        self.bucket
            .put_object()
            .bucket(&self.name)
            .key(key)
            .content_type("audio/wav")
            .set_metadata((!faithful).then(|| [(OTHERWISE.to_owned(), "yes".to_owned())].into()))
            .body(ByteStream::from(wav(&bytes)))
            .send()
            .await
            .map_err(|error| unusable(&error))?;
        Ok(())
    }
}

fn unusable<E: ProvideErrorMetadata>(error: &SdkError<E>) -> PromptError {
    PromptError::Bucket(Failure::of(error).code)
}

/// The key: the hash of everything that decides how it sounds.
fn key(language: Language, text: &Fixed, voice: &Voice, lexicons: &[String]) -> String {
    let engine = match voice.engine {
        Engine::Standard => "standard",
        Engine::Neural => "neural",
        Engine::LongForm => "long-form",
        Engine::Generative => "generative",
    };
    let lexicons = lexicons.join(",");
    let parts = [
        MAKING,
        text.as_str(),
        &voice.name,
        engine,
        "wav-mulaw-8000",
        &lexicons,
    ];
    let mut hash = Sha256::new();
    for part in parts {
        // The length parts what stands side by side.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let mut key = format!("prompts/{language}/");
    for byte in hash.finalize() {
        key.push_str(&format!("{byte:02x}"));
    }
    key + ".wav"
}

/// µ-law samples at 8 kHz as a WAV file.
fn wav(samples: &[u8]) -> Vec<u8> {
    const MULAW: u16 = 7;
    const RATE: u32 = 8000;
    // Chunks have an even length.
    let padding = samples.len() % 2;
    let length = u32::try_from(samples.len()).unwrap_or(u32::MAX);
    let mut file = Vec::with_capacity(samples.len() + 59);
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&length.saturating_add(50 + u32::from(padding != 0)).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt ");
    file.extend_from_slice(&18_u32.to_le_bytes());
    for field in [MULAW, 1] {
        file.extend_from_slice(&field.to_le_bytes());
    }
    for field in [RATE, RATE] {
        file.extend_from_slice(&field.to_le_bytes());
    }
    // Bytes and bits of a sample, and no further fields.
    for field in [1_u16, 8, 0] {
        file.extend_from_slice(&field.to_le_bytes());
    }
    file.extend_from_slice(b"fact");
    file.extend_from_slice(&4_u32.to_le_bytes());
    file.extend_from_slice(&length.to_le_bytes());
    file.extend_from_slice(b"data");
    file.extend_from_slice(&length.to_le_bytes());
    file.extend_from_slice(samples);
    file.resize(file.len() + padding, 0xff);
    file
}

#[cfg(test)]
mod tests {
    use super::key as key_of;
    use super::*;
    use crate::aws::stubbed::{config, menu, with, write_down};
    use crate::channel::alexa::stub::{Answer, Stub};

    fn prompts(stub: &Stub) -> Prompts {
        let config = config(stub);
        let s3 = aws_sdk_s3::config::Builder::from(&config)
            .force_path_style(true)
            .build();
        let polly = Polly::new(aws_sdk_polly::Client::new(&config));
        Prompts::new(polly, Client::from_conf(s3), "prompts-bucket")
    }

    #[test]
    fn what_is_kept_is_the_same_for_everybody() {
        for language in Language::ALL {
            for name in SENTENCES {
                assert!(phrases(language).fixed(name).is_some(), "{name} in {language}");
            }
        }
    }

    #[tokio::test]
    async fn what_is_missing_is_made_once_and_the_rest_is_found() {
        let audio = || with(Answer::of(200, "SOUND"), "content-type", "audio/mulaw");
        let mut answers = vec![
            Answer::of(404, ""),
            Answer::of(200, "{}"),
            audio(),
            Answer::of(200, ""),
        ];
        answers.extend([Answer::of(404, ""), audio(), Answer::of(200, "")]);
        answers.push(Answer::of(200, ""));
        let mut stub = Stub::answering(answers).await;
        let menu = menu(&[("açaí", "assaí")]);
        let found = prompts(&stub).prepare(&menu, Language::PtBr).await.unwrap();
        assert_eq!(found.len(), SENTENCES.len());
        let mut operations = Vec::new();
        for _ in 0..10 {
            let seen = stub.seen().await;
            let operation = match seen.first_line.split(' ').next().unwrap() {
                "HEAD" => "HeadObject",
                "POST" => "SynthesizeSpeech",
                "PUT" if seen.first_line.contains("/v1/lexicons/") => "PutLexicon",
                _ => "PutObject",
            };
            let service = if operation.ends_with("Object") {
                "s3"
            } else {
                "polly"
            };
            write_down(service, operation, &seen);
            if operation == "PutObject" {
                assert!(
                    seen.body.contains("WAVEfmt") && seen.body.contains("SOUND"),
                    "{}",
                    seen.body
                );
                assert_eq!(seen.header("content-type"), Some("audio/wav"));
                let path = format!("/prompts-bucket/{}", found[usize::from(operations.len() > 4)].key);
                assert!(seen.first_line.contains(&path), "{}", seen.first_line);
            }
            operations.push(operation);
        }
        let expected = "HeadObject PutLexicon SynthesizeSpeech PutObject HeadObject SynthesizeSpeech PutObject \
                        HeadObject HeadObject HeadObject";
        assert_eq!(operations.join(" "), expected);
        assert_eq!(stub.left(), 0);
    }

    #[tokio::test]
    async fn what_was_said_otherwise_is_made_anew() {
        let refused = with(Answer::of(400, "{}"), "x-amzn-errortype", "InvalidSsmlException");
        let audio = with(Answer::of(200, "SOUND"), "content-type", "audio/mulaw");
        let marked = with(Answer::of(200, ""), "x-amz-meta-said-otherwise", "yes");
        let kept = Answer::of(200, "");
        let mut stub = Stub::answering(vec![marked, refused, audio, kept]).await;
        prompts(&stub)
            .prepare(&menu(&[("suco", "")]), Language::EnUs)
            .await
            .unwrap();
        for _ in 0..3 {
            stub.seen().await;
        }
        let put = stub.seen().await;
        assert!(put.first_line.starts_with("PUT "), "{}", put.first_line);
        assert_eq!(put.header("x-amz-meta-said-otherwise"), Some("yes"));
    }

    #[test]
    fn a_key_stands_for_all_that_decides_how_it_sounds() {
        let trouble = phrases(Language::PtBr).fixed("trouble").unwrap();
        let camila = Voice::of(Language::PtBr, None);
        let key = |text: &Fixed, voice: &Voice, lexicons: &[&str]| {
            let lexicons: Vec<String> = lexicons.iter().map(|&name| name.to_owned()).collect();
            key_of(Language::PtBr, text, voice, &lexicons)
        };
        let first = key(&trouble, &camila, &["c1"]);
        assert_eq!(first, key(&trouble, &camila, &["c1"]));
        assert!(
            first.starts_with("prompts/pt-BR/") && first.ends_with(".wav") && first.len() == 82,
            "{first}"
        );
        let bye = phrases(Language::PtBr).fixed("bye").unwrap();
        let other_engine = Voice {
            engine: Engine::Standard,
            ..camila.clone()
        };
        for other in [
            key(&bye, &camila, &["c1"]),
            key(&trouble, &Voice::of(Language::PtBr, Some("Vitoria")), &["c1"]),
            key(&trouble, &other_engine, &["c1"]),
            key(&trouble, &camila, &[]),
        ] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn a_wav_file_says_how_long_it_is() {
        for samples in [&b"abcd"[..], b"abc"] {
            let file = wav(samples);
            assert_eq!(file.len() % 2, 0);
            let length = u32::from_le_bytes(file[4..8].try_into().unwrap());
            assert_eq!(length as usize + 8, file.len());
            assert_eq!(&file[54..58], (samples.len() as u32).to_le_bytes());
            assert_eq!(&file[58..58 + samples.len()], samples);
        }
    }
}
