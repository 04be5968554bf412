//! What the dialogue answers: sentences to be spoken, and whether an answer is awaited.
//!
//! Plain text without markup; a channel escapes it, marks it up and cuts it to its limits.

/// Sentences to be spoken, in order. Plain text: no markup of any platform.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Speech {
    sentences: Vec<String>,
}

impl Speech {
    /// Speech of one sentence or more, already joined.
    pub fn of(text: impl Into<String>) -> Self {
        let mut speech = Self::default();
        speech.push(text);
        speech
    }

    /// Appends a sentence; blank ones are dropped.
    pub fn push(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.sentences.push(text.trim().to_owned());
        }
    }

    /// The sentences.
    pub fn sentences(&self) -> &[String] {
        &self.sentences
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
}
