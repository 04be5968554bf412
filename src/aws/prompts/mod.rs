//! What a phone line says by itself, as audio in S3: made once, found again by what it is made of, and always under the
//! same name for whoever plays it.
//!
//! A sentence is one that is the same for everybody, or one that is made of the menu alone, so there is nothing personal in
//! the bucket. News and read-backs are spoken when they are said.
//!
//! | key | what is there |
//! |---|---|
//! | `prompts/sound/<language>/<hash>.wav` | the audio, by the hash of all that decides how it sounds |
//! | `prompts/current/<language>/<name>.wav` | the audio of that name now: what a contact flow plays |
//! | `prompts/current.json` | `{language: {name: key of the audio}}`, for a flow that reads |

mod bucket;
mod wav;

use std::collections::BTreeMap;

use aws_config::SdkConfig;
use aws_sdk_s3::Client;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use self::bucket::{Bucket, Kept};
use self::wav::wav;
use super::lexicon::{Lexicon, lexicons};
use super::polly::{Audio, Format, Polly, PollyError, Voice};
use super::polly_ssml::Engine;
use crate::conversation::Speech;
use crate::order::{Language, Menu};
use crate::phrases::phrases;

/// What a line says without being asked: while it waits, when it hears nothing, when something breaks, and goodbye.
const FIXED: [&str; 7] = [
    "one-moment",
    "silence",
    "trouble",
    "greeting",
    "bye",
    "automated",
    "nobody",
];
/// What the audio is made by; another number makes all of it anew.
const MAKING: &str = "1";
/// Where the list of what there is stands.
pub const MANIFEST: &str = "prompts/current.json";
/// How old audio may be before it is made anew: the bucket forgets what is ninety days old.
const MADE_ANEW_AFTER: SignedDuration = SignedDuration::from_hours(60 * 24);

/// The mark of audio that is better than silence and not what its name stands for.
const OTHERWISE: &str = "said-otherwise";
/// The mark of a current prompt: which audio it is.
const SOUND: &str = "sound";

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

/// Where the audio of each prompt is, by its name, by language. A WAV file of 8 kHz µ-law, as Connect plays it.
pub type Manifest = BTreeMap<String, BTreeMap<&'static str, String>>;

/// A sentence that a line says by itself.
struct Sentence {
    name: &'static str,
    text: String,
    /// How the names that may be in it are said; empty where it holds none.
    lexicons: Vec<String>,
}

/// The sentences of a menu in a language: the same for everybody, and made of the menu alone.
fn sentences(menu: &Menu, language: Language, lexicons: &[Lexicon]) -> Vec<Sentence> {
    let phrases = phrases(language);
    let fixed = FIXED.iter().filter_map(|&name| {
        Some(Sentence {
            name,
            text: phrases.fixed(name)?.as_str().to_owned(),
            lexicons: Vec::new(),
        })
    });
    let of_menu = |name, text| Sentence {
        name,
        text,
        lexicons: lexicons.iter().map(|lexicon| lexicon.name.clone()).collect(),
    };
    let shop = menu.shop.name.as_str().into();
    let welcome = of_menu("launch", phrases.say("launch", &[("shop", shop)]));
    fixed
        .chain([welcome, of_menu("menu", phrases.what_there_is(menu))])
        .collect()
}

/// The prompts of a shop.
#[derive(Debug, Clone)]
pub struct Prompts {
    polly: Polly,
    bucket: Bucket,
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
            bucket: Bucket::new(bucket, name),
        }
    }

    /// Sees to it that every prompt of a menu is there in each of its languages, under its name, and says where. What is there
    /// is not made again until it is old.
    ///
    /// # Errors
    /// [`PromptError`]; what was made by then stays.
    pub async fn prepare(&self, menu: &Menu, now: Timestamp) -> Result<Manifest, PromptError> {
        let mut manifest = Manifest::new();
        for language in &menu.shop.languages {
            let prompts = self.prepare_in(*language, menu, now).await?;
            manifest.insert(language.to_string(), prompts);
        }
        let text = serde_json::json!(manifest).to_string();
        self.bucket
            .put(MANIFEST, "application/json", None, text.into_bytes())
            .await?;
        Ok(manifest)
    }

    async fn prepare_in(
        &self,
        language: Language,
        menu: &Menu,
        now: Timestamp,
    ) -> Result<BTreeMap<&'static str, String>, PromptError> {
        let voice = Voice::of(language, menu.shop.voice(language));
        let lexicons = lexicons(menu, language);
        let mut kept = false;
        let mut prompts = BTreeMap::new();
        for sentence in sentences(menu, language, &lexicons) {
            let key = key(language, &sentence, &voice);
            let there = self.bucket.find(&key).await?;
            let missing = !there.is_some_and(|found| is_good(&found, now));
            if missing {
                if !sentence.lexicons.is_empty() && !kept {
                    self.keep(&lexicons).await?;
                    kept = true;
                }
                self.make(&key, &sentence, &voice).await?;
            }
            let name = format!("prompts/current/{language}/{}.wav", sentence.name);
            if missing || !self.is_current(&name, &key).await? {
                self.bucket.copy(&key, &name, (SOUND, &key)).await?;
            }
            prompts.insert(sentence.name, key);
        }
        Ok(prompts)
    }

    async fn is_current(&self, name: &str, key: &str) -> Result<bool, PromptError> {
        let found = self.bucket.find(name).await?;
        Ok(found.is_some_and(|found| found.marks.get(SOUND).is_some_and(|sound| sound == key)))
    }

    /// Where Polly will have no more of them, prompts are said without.
    async fn keep(&self, lexicons: &[Lexicon]) -> Result<(), PromptError> {
        match self.polly.keep(lexicons).await {
            Err(PollyError::Refused(code)) => tracing::error!(code, "prompts.lexicon_refused"),
            done => done?,
        }
        Ok(())
    }

    async fn make(&self, key: &str, sentence: &Sentence, voice: &Voice) -> Result<(), PromptError> {
        let speech = Speech::of(sentence.text.as_str());
        let Audio { bytes, faithful } = self
            .polly
            .speak(&speech, voice, Format::Mulaw8000, &sentence.lexicons)
            .await?;
        let mark = (!faithful).then_some((OTHERWISE, "yes"));
        self.bucket.put(key, "audio/wav", mark, wav(&bytes)).await
    }
}

/// What could not be said as it should be is made anew, and what the bucket is about to forget.
fn is_good(found: &Kept, now: Timestamp) -> bool {
    !found.marks.contains_key(OTHERWISE) && now.duration_since(found.made) < MADE_ANEW_AFTER
}

/// The key: the hash of everything that decides how it sounds.
fn key(language: Language, sentence: &Sentence, voice: &Voice) -> String {
    let engine = match voice.engine {
        Engine::Standard => "standard",
        Engine::Neural => "neural",
        Engine::LongForm => "long-form",
        Engine::Generative => "generative",
    };
    let lexicons = sentence.lexicons.join(",");
    let parts = [
        MAKING,
        &sentence.text,
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
    let mut key = format!("prompts/sound/{language}/");
    for byte in hash.finalize() {
        key.push_str(&format!("{byte:02x}"));
    }
    key + ".wav"
}

#[cfg(test)]
mod tests;
