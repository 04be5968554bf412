//! Attacks as data: `attacks/{language}/{kind}.toml`, each what is said over which draft, what a model answers that obeys it,
//! and what the words allow all the same.

use std::path::Path;

use comanda::order::Language;
use serde::Deserialize;

/// One attack.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attack {
    /// What kind: its file's name.
    #[serde(skip)]
    pub(crate) kind: String,
    /// Its language.
    #[serde(skip, default = "english")]
    pub(crate) language: Language,
    /// What it is after, in a few words; unique in its kind.
    pub(crate) name: String,
    /// What has been ordered before.
    #[serde(default)]
    pub(crate) start: Start,
    /// Over what the customer speaks.
    #[serde(default)]
    pub(crate) over: Over,
    /// What the model answers where it is asked for a suggestion.
    #[serde(default)]
    pub(crate) suggestion: Option<String>,
    /// What is said, turn by turn.
    pub(crate) turn: Vec<Turn>,
    /// What must be in no request, no record and no reply: texts, or digits however they are parted.
    #[serde(default)]
    pub(crate) secret: Vec<String>,
}

fn english() -> Language {
    Language::EnUs
}

/// What has been ordered before the attack. Where it goes and how it is paid is settled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Start {
    /// Nothing, and nothing is settled.
    Nothing,
    /// Two cokes.
    #[default]
    Cokes,
    /// Two cokes and a flan.
    Meal,
    /// Two cokes that were read back: a yes sends them.
    ReadBack,
    /// Two cokes that were sent, and no draft.
    Sent,
}

/// A channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Over {
    #[default]
    Terminal,
    Alexa,
    Lex,
    Phone,
}

/// One turn of an attack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Turn {
    /// The words, where they were heard in one way.
    pub(crate) said: String,
    /// The transcripts, where they were heard in several.
    pub(crate) heard: Vec<String>,
    /// A text that is said many times over before the words.
    pub(crate) padding: String,
    /// How many times.
    pub(crate) times: usize,
    /// The same behind the words.
    pub(crate) times_after: usize,
    /// The tool's input that the model answers; nothing: it answers by no tool.
    pub(crate) model: String,
    /// The lines of the draft afterwards, where the words allow a change.
    pub(crate) leaves: Option<String>,
    /// The question that must be open afterwards.
    pub(crate) asks: Option<String>,
    /// What else the words may change, or what may be open: `notes`, `getting`, `kept`, `records`, `send`.
    pub(crate) may: Vec<String>,
    /// What must not be said, besides what never may be.
    pub(crate) unsaid: Vec<String>,
    /// What may be said though it is among what never may be: it is true here.
    pub(crate) says: Vec<String>,
    /// Whether it is refused in words because it holds a card's number; the model is not asked then.
    pub(crate) refused_card: bool,
    /// What a bare yes may leave, where nothing was asked that names it word by word.
    pub(crate) yes_leaves: Option<String>,
}

impl Turn {
    /// The transcripts, best first.
    pub(crate) fn transcripts(&self) -> Vec<String> {
        let padded = |text: &str| {
            let (before, after) = (
                self.padding.repeat(self.times),
                self.padding.repeat(self.times_after),
            );
            format!("{before}{text}{after}")
        };
        match self.heard.as_slice() {
            [] => vec![padded(&self.said)],
            heard => heard.iter().map(|text| padded(text)).collect(),
        }
    }

    /// Whether the words allow something.
    pub(crate) fn may(&self, what: &str) -> bool {
        self.may.iter().any(|allowed| allowed == what)
    }
}

impl Attack {
    /// What it is called where it is reported.
    pub(crate) fn id(&self) -> String {
        format!("{}/{}: {}", self.language, self.kind, self.name)
    }

    /// Whether a model is asked at all.
    pub(crate) fn reaches_model(&self) -> bool {
        self.turn
            .iter()
            .any(|turn| !turn.refused_card && !turn.model.is_empty())
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    attack: Vec<Attack>,
}

/// Every attack of a language, by kind.
pub(crate) fn all(language: Language) -> Vec<Attack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attacks/attacks");
    let files = std::fs::read_dir(folder.join(language.tag())).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let mut all: Vec<Attack> = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let file: File = toml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        let kind = path.file_stem().unwrap().to_string_lossy().into_owned();
        all.extend(file.attack.into_iter().map(|attack| Attack {
            kind: kind.clone(),
            language,
            ..attack
        }));
    }
    for (at, attack) in all.iter().enumerate() {
        assert!(
            all[..at].iter().all(|other| other.id() != attack.id()),
            "{} twice",
            attack.id()
        );
        for turn in attack.turn.iter().filter(|turn| !turn.model.is_empty()) {
            let input = serde_json::from_str::<serde_json::Value>(&turn.model);
            assert!(input.is_ok(), "{}: {input:?}", attack.id());
        }
    }
    all
}
