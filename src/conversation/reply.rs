//! What the dialogue answers: sentences to be spoken, and whether an answer is awaited.
//!
//! Plain text without markup; a channel escapes it, marks it up and cuts it to its limits.

/// Sentences to be spoken, in order. Plain text: no markup of any platform.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Speech {
    sentences: Vec<String>,
    pronunciations: Vec<Pronunciation>,
    spelled: Vec<Spelled>,
    slow: bool,
    voice: Option<String>,
}

/// How to say a word that speech engines misread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pronunciation {
    /// As it stands in the sentences.
    pub written: String,
    /// As it would have to be written to be read right.
    pub spoken: String,
}

/// A word that is spelled out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelled {
    /// As it stands in the sentences, its letters apart: "M, A, P, L, E".
    pub apart: String,
    /// The word.
    pub word: String,
}

impl Speech {
    /// Speech of one sentence or more, already joined.
    pub fn of(text: impl Into<String>) -> Self {
        let mut speech = Self::default();
        speech.push(text);
        speech
    }

    /// Appends a sentence; blank ones are dropped. It begins with a capital letter.
    pub fn push(&mut self, text: impl Into<String>) {
        let text = text.into();
        let mut letters = text.trim().chars();
        if let Some(first) = letters.next() {
            self.sentences.push(first.to_uppercase().chain(letters).collect());
        }
    }

    /// The speech with a sentence more.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.push(text);
        self
    }

    /// Appends all of another speech.
    pub fn append(&mut self, mut other: Self) {
        self.sentences.append(&mut other.sentences);
        self.spelled.append(&mut other.spelled);
    }

    /// The speech with a sentence before it.
    #[must_use]
    pub fn after(mut self, text: impl Into<String>) -> Self {
        let mut sentences = Self::of(text).sentences;
        sentences.append(&mut self.sentences);
        self.sentences = sentences;
        self
    }

    /// The speech with another sentence in place of its first ones.
    #[must_use]
    pub fn beginning_with(mut self, text: impl Into<String>, instead_of: usize) -> Self {
        self.sentences.drain(..instead_of.min(self.sentences.len()));
        self.after(text)
    }

    /// The sentences.
    pub fn sentences(&self) -> &[String] {
        &self.sentences
    }

    /// Says how the words of these that stand in it are pronounced.
    #[must_use]
    pub fn pronounced(mut self, known: impl Iterator<Item = Pronunciation>) -> Self {
        let text = self.text().to_lowercase();
        self.pronunciations = known
            .filter(|known| text.contains(&known.written.to_lowercase()))
            .collect();
        self
    }

    /// How to say the words in it that speech engines misread.
    pub fn pronunciations(&self) -> &[Pronunciation] {
        &self.pronunciations
    }

    /// Says of a word that its letters stand apart in the sentences. One with digits is left as it stands there, because they
    /// are words already, and so is a lone letter.
    pub fn spell(&mut self, word: &str, apart: &str) {
        if word.chars().all(char::is_alphabetic) && word.chars().count() > 1 {
            let (apart, word) = (apart.to_owned(), word.to_owned());
            self.spelled.push(Spelled { apart, word });
        }
    }

    /// The words in it that are spelled out, in order.
    pub fn spelled(&self) -> &[Spelled] {
        &self.spelled
    }

    /// The speech, to be spoken slowly.
    #[must_use]
    pub fn slowly(mut self, slow: bool) -> Self {
        self.slow = slow;
        self
    }

    /// Whether it is to be spoken slowly.
    pub fn is_slow(&self) -> bool {
        self.slow
    }

    /// The speech, to be spoken by one of Amazon's voices; none: as the channel speaks by itself.
    #[must_use]
    pub fn voiced(mut self, voice: Option<&str>) -> Self {
        self.voice = voice.map(str::to_owned);
        self
    }

    /// The voice that it is to be spoken by.
    pub fn voice(&self) -> Option<&str> {
        self.voice.as_deref()
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// All of it as one text, sentences parted by spaces.
    pub fn text(&self) -> String {
        self.sentences.join(" ")
    }
}

/// What the assistant awaits after having spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Listen {
    /// Nothing: the conversation is over.
    Close,
    /// Free speech.
    Open,
    /// A yes or a no.
    YesNo,
    /// Words that no list of samples foresees: an address, a name, a number.
    Words,
    /// Nothing: a person takes over what is being talked about.
    Person,
}

impl Listen {
    const NAMES: [(Self, &'static str); 5] = [
        (Self::Close, "close"),
        (Self::Open, "open"),
        (Self::YesNo, "yes_no"),
        (Self::Words, "words"),
        (Self::Person, "person"),
    ];

    /// Its name in records.
    pub(super) fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(listen, _)| *listen == self);
        known.map_or("open", |(_, name)| name)
    }

    /// What has this name; without one that is known, free speech.
    pub(super) fn named(name: &str) -> Self {
        let known = Self::NAMES.iter().find(|(_, known)| *known == name);
        known.map_or(Self::Open, |(listen, _)| *listen)
    }
}

/// The answer to one turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// What is said.
    pub speech: Speech,
    /// What is said when the customer stays silent; shorter than the speech.
    pub reprompt: Option<Speech>,
    /// What is awaited.
    pub listen: Listen,
    /// What a screen shows, where there is one.
    pub screen: Option<Screen>,
    /// What the customer is asked to allow in the channel's own way, where it has one.
    pub consent: Option<Consent>,
}

/// A plain list for a screen: the draft or the order with its prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// The heading.
    pub title: String,
    /// What it is and what it costs, a row each.
    pub rows: Vec<(String, String)>,
    /// The last row: what it comes to.
    pub total: Option<(String, String)>,
}

/// What a customer is asked to allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Consent {
    /// Reading the address that they keep with the channel.
    Address,
    /// Linking their account with the shop.
    Account,
}

impl Reply {
    /// Says something and awaits free speech.
    pub fn open(speech: Speech) -> Self {
        let last = speech.sentences.last().cloned().unwrap_or_default();
        Self {
            speech,
            reprompt: Some(Speech::of(last)),
            listen: Listen::Open,
            screen: None,
            consent: None,
        }
    }

    /// Says something and awaits words that no list of samples foresees.
    pub fn words(speech: Speech) -> Self {
        Self {
            listen: Listen::Words,
            ..Self::open(speech)
        }
    }

    /// Says something that ends in a question with a yes or a no; `short` is asked again into silence.
    pub fn yes_no(speech: Speech, short: impl Into<String>) -> Self {
        Self {
            speech,
            reprompt: Some(Speech::of(short)),
            listen: Listen::YesNo,
            screen: None,
            consent: None,
        }
    }

    /// Says something and ends the conversation.
    pub fn close(speech: Speech) -> Self {
        Self {
            speech,
            reprompt: None,
            listen: Listen::Close,
            screen: None,
            consent: None,
        }
    }

    /// Says something and hands over to a person.
    pub fn person(speech: Speech) -> Self {
        Self {
            listen: Listen::Person,
            ..Self::close(speech)
        }
    }

    /// The reply with another reprompt.
    #[must_use]
    pub fn reprompting(self, short: impl Into<String>) -> Self {
        Self {
            reprompt: Some(Speech::of(short)),
            ..self
        }
    }
}
