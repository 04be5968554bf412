//! What is said: sentences from one Fluent file a language, with names, numbers and money spelled for the ear.
//!
//! It knows what things are called and how facts are worded, and nothing of when they are said.

pub mod clock;
pub mod line;
pub mod list;
pub mod money;
pub mod news;
pub mod number;
pub mod place;
mod sentences;
pub mod spelling;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use self::sentences::Sentence;
use crate::order::Language;

/// The sentences of one language.
pub struct Phrases {
    /// Which language.
    pub language: Language,
    file: &'static str,
    /// By their keys.
    sentences: &'static [Sentence],
    /// Each compiled when it is first said: most turns say two or three of them.
    compiled: &'static [OnceLock<FluentBundle<FluentResource>>],
}

impl std::fmt::Debug for Phrases {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phrases")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// The sentences of a language.
pub fn phrases(language: Language) -> &'static Phrases {
    macro_rules! of {
        ($language:expr, $file:literal) => {{
            const FILE: &str = include_str!($file);
            const COUNT: usize = sentences::count(FILE);
            static SENTENCES: [Sentence; COUNT] = sentences::of(FILE);
            static COMPILED: [OnceLock<FluentBundle<FluentResource>>; COUNT] =
                [const { OnceLock::new() }; COUNT];
            static PHRASES: Phrases = Phrases {
                language: $language,
                file: FILE,
                sentences: &SENTENCES,
                compiled: &COMPILED,
            };
            &PHRASES
        }};
    }
    match language {
        Language::EnUs => of!(Language::EnUs, "en-US.ftl"),
        Language::PtBr => of!(Language::PtBr, "pt-BR.ftl"),
    }
}

/// A value for a gap in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Gap {
    /// Words.
    Text(String),
    /// A number, which decides between singular and plural and is not spoken as digits.
    Number(u32),
}

impl From<&str> for Gap {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Gap {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Gap {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

/// A sentence that is the same for everybody, and so can be kept as audio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed(String);

impl Fixed {
    /// Its words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Phrases {
    /// What holds a sentence, and nothing else.
    fn bundle(&self, key: &str) -> Option<&FluentBundle<FluentResource>> {
        let place = self
            .sentences
            .binary_search_by(|sentence| sentence.key(self.file).cmp(key));
        let place = place.ok()?;
        let written = self.sentences.get(place)?.written(self.file);
        Some(self.compiled.get(place)?.get_or_init(|| {
            let locale: LanguageIdentifier = self.language.tag().parse().unwrap_or_default();
            // A test keeps the files without errors.
            let resource = FluentResource::try_new(written.to_owned());
            let mut bundle = FluentBundle::new_concurrent(vec![locale]);
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(resource.unwrap_or_else(|(resource, _)| resource));
            bundle
        }))
    }

    /// A sentence with its gaps filled; nothing, and a line in the log, where the file has no such sentence.
    pub fn say(&self, key: &str, gaps: &[(&'static str, Gap)]) -> String {
        let mut args = FluentArgs::new();
        for (name, gap) in gaps {
            match gap {
                Gap::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
                Gap::Number(number) => args.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle(key).and_then(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
            Some(text.into_owned())
        });
        if text.is_none() || !errors.is_empty() {
            tracing::error!(
                phrase = key,
                language = self.language.tag(),
                ?errors,
                "phrase.broken"
            );
        }
        text.unwrap_or_default()
    }

    /// A sentence that is the same for everybody: none where it has gaps, which may be filled with what is personal.
    pub fn fixed(&self, key: &str) -> Option<Fixed> {
        let bundle = self.bundle(key)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(Fixed(text))
    }

    /// A sentence without gaps.
    pub fn plain(&self, key: &str) -> String {
        self.say(key, &[])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn file(language: Language) -> &'static str {
        match language {
            Language::EnUs => include_str!("en-US.ftl"),
            Language::PtBr => include_str!("pt-BR.ftl"),
        }
    }

    fn keys(language: Language) -> BTreeSet<&'static str> {
        let ids = file(language).lines().filter_map(|line| line.split_once(" = "));
        ids.map(|(id, _)| id)
            .filter(|id| !id.starts_with([' ', '#']))
            .collect()
    }

    #[test]
    fn files_have_no_errors() {
        for language in Language::ALL {
            assert!(
                FluentResource::try_new(file(language).to_owned()).is_ok(),
                "{language}"
            );
        }
    }

    #[test]
    fn every_sentence_stands_by_itself() {
        for language in Language::ALL {
            let phrases = phrases(language);
            let found: BTreeSet<&str> = phrases.sentences.iter().map(|it| it.key(phrases.file)).collect();
            assert_eq!(found, keys(language), "{language}");
            for sentence in phrases.sentences {
                let key = sentence.key(phrases.file);
                let text = sentence.written(phrases.file);
                let resource = FluentResource::try_new(text.to_owned()).unwrap();
                let named = format!("{:?}", resource.entries().collect::<Vec<_>>());
                assert!(phrases.bundle(key).unwrap().get_message(key).is_some(), "{key}");
                assert!(
                    !named.contains("MessageReference") && !named.contains("TermReference"),
                    "{key}"
                );
            }
        }
    }

    #[test]
    fn only_sentences_without_gaps_are_the_same_for_everybody() {
        for language in Language::ALL {
            let fixed = |key| phrases(language).fixed(key);
            assert_eq!(
                fixed("trouble").unwrap().as_str(),
                phrases(language).plain("trouble")
            );
            assert_eq!(fixed("news-out"), None);
            assert_eq!(fixed("news-accepted"), None);
            assert_eq!(fixed("Nothing of the kind"), None);
        }
    }

    #[test]
    fn languages_say_the_same_things() {
        assert_eq!(keys(Language::EnUs), keys(Language::PtBr));
    }

    #[test]
    fn every_sentence_is_said_somewhere() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let code = code_under(&source);
        let unsaid: Vec<&str> = keys(Language::EnUs)
            .into_iter()
            .filter(|key| !code.contains(&format!("\"{key}\"")))
            .collect();
        assert_eq!(unsaid, Vec::<&str>::new());
    }

    /// All of the code in a folder.
    fn code_under(folder: &Path) -> String {
        let entries = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let text = |path: std::path::PathBuf| match path.extension() {
            None => code_under(&path),
            Some(ending) if ending == "rs" => std::fs::read_to_string(&path).unwrap(),
            Some(_) => String::new(),
        };
        entries.map(text).collect()
    }

    #[test]
    fn languages_have_the_same_gaps() {
        let gaps = |language| {
            let text = file(language);
            let names = text
                .split("{ $")
                .skip(1)
                .filter_map(|rest| rest.split([' ', '}']).next());
            names.filter(|name| *name != "gender").collect::<BTreeSet<_>>()
        };
        assert_eq!(gaps(Language::EnUs), gaps(Language::PtBr));
    }
}
