//! The intents of our interaction models, by the names that Alexa and Lex share.
//!
//! Lex has no `AMAZON.` intents for yes, no and the like, so ours carry the same names without the prefix.

use crate::conversation::Wanted;
use crate::interpreter::Hint;

/// An intent that we know what to do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntentName {
    /// `OrderIntent`: "I'd like …".
    Order,
    /// `AddIntent`: "add …".
    Add,
    /// `RemoveIntent`: "remove …".
    Remove,
    /// `ChangeIntent`: "make it …".
    Change,
    /// `AnswerIntent`: a bare name from the menu.
    Answer,
    /// `StatusIntent`: "where is my order?".
    Status,
    /// `CancelOrderIntent`: "cancel my order".
    CancelOrder,
    /// `DoneIntent`: "that's all".
    Done,
    /// `ReviewIntent`: "what have I ordered?".
    Review,
    /// `MenuIntent`: "what do you have?".
    Menu,
    /// `StartOverIntent`: "start over".
    StartOver,
    /// `YesIntent`.
    Yes,
    /// `NoIntent`.
    No,
    /// `HelpIntent`.
    Help,
    /// `RepeatIntent`.
    Repeat,
    /// `StopIntent`.
    Stop,
    /// `CancelIntent`: the platform's own "cancel".
    Cancel,
    /// `NavigateHomeIntent`: "go home".
    NavigateHome,
    /// `FallbackIntent`: nothing matched.
    Fallback,
}

impl IntentName {
    /// Every intent, in the order in which models list them.
    pub const ALL: [IntentName; 19] = [
        Self::Order,
        Self::Add,
        Self::Remove,
        Self::Change,
        Self::Answer,
        Self::Status,
        Self::CancelOrder,
        Self::Done,
        Self::Review,
        Self::Menu,
        Self::StartOver,
        Self::Yes,
        Self::No,
        Self::Help,
        Self::Repeat,
        Self::Stop,
        Self::Cancel,
        Self::NavigateHome,
        Self::Fallback,
    ];

    /// The intent of this name, with or without the prefix `AMAZON.`; none for one that is not ours.
    pub fn of(name: &str) -> Option<Self> {
        let bare = name.strip_prefix("AMAZON.").unwrap_or(name);
        Self::ALL.into_iter().find(|intent| intent.bare_name() == bare)
    }

    /// The name without prefix, as Lex has it.
    pub fn bare_name(self) -> &'static str {
        match self {
            Self::Order => "OrderIntent",
            Self::Add => "AddIntent",
            Self::Remove => "RemoveIntent",
            Self::Change => "ChangeIntent",
            Self::Answer => "AnswerIntent",
            Self::Status => "StatusIntent",
            Self::CancelOrder => "CancelOrderIntent",
            Self::Done => "DoneIntent",
            Self::Review => "ReviewIntent",
            Self::Menu => "MenuIntent",
            Self::StartOver => "StartOverIntent",
            Self::Yes => "YesIntent",
            Self::No => "NoIntent",
            Self::Help => "HelpIntent",
            Self::Repeat => "RepeatIntent",
            Self::Stop => "StopIntent",
            Self::Cancel => "CancelIntent",
            Self::NavigateHome => "NavigateHomeIntent",
            Self::Fallback => "FallbackIntent",
        }
    }

    /// The name under which Alexa has an intent: with her prefix where it is one of her own.
    pub fn alexa_name(self) -> String {
        let prefix = match self {
            Self::StartOver
            | Self::Yes
            | Self::No
            | Self::Help
            | Self::Repeat
            | Self::Stop
            | Self::Cancel
            | Self::NavigateHome
            | Self::Fallback => "AMAZON.",
            Self::Order
            | Self::Add
            | Self::Remove
            | Self::Change
            | Self::Answer
            | Self::Status
            | Self::CancelOrder
            | Self::Done
            | Self::Review
            | Self::Menu => "",
        };
        format!("{prefix}{}", self.bare_name())
    }

    /// What the words in the intent's slots were taken for; only for intents whose samples cut the verb away.
    pub(super) fn hint(self) -> Option<Hint> {
        match self {
            Self::Order | Self::Add => Some(Hint::Add),
            Self::Remove => Some(Hint::Remove),
            Self::Change => Some(Hint::Change),
            Self::Answer
            | Self::Status
            | Self::CancelOrder
            | Self::Done
            | Self::Review
            | Self::Menu
            | Self::StartOver
            | Self::Yes
            | Self::No
            | Self::Help
            | Self::Repeat
            | Self::Stop
            | Self::Cancel
            | Self::NavigateHome
            | Self::Fallback => None,
        }
    }

    /// What the intent wants by itself; none for one whose meaning is in its words.
    pub(super) fn wanted(self) -> Option<Wanted> {
        match self {
            Self::Order | Self::Add | Self::Remove | Self::Change | Self::Answer | Self::Fallback => None,
            Self::Status => Some(Wanted::Status),
            Self::CancelOrder | Self::Cancel => Some(Wanted::Cancel),
            Self::Done => Some(Wanted::Done),
            Self::Review => Some(Wanted::Review),
            Self::Menu => Some(Wanted::Menu),
            Self::StartOver => Some(Wanted::StartOver),
            Self::Yes => Some(Wanted::Yes),
            Self::No => Some(Wanted::No),
            Self::Help => Some(Wanted::Help),
            Self::Repeat => Some(Wanted::Repeat),
            Self::Stop | Self::NavigateHome => Some(Wanted::Stop),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        for intent in IntentName::ALL {
            assert_eq!(IntentName::of(intent.bare_name()), Some(intent));
            assert_eq!(
                IntentName::of(&format!("AMAZON.{}", intent.bare_name())),
                Some(intent)
            );
        }
        assert_eq!(IntentName::of("AMAZON.PauseIntent"), None);
        assert_eq!(IntentName::of(""), None);
    }
}
