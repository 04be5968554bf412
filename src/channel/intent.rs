//! The intents of our interaction models, by the names that Alexa and Lex share, and what each of them means.
//!
//! Lex has no `AMAZON.` intents for yes, no and the like, so ours carry the same names without the prefix.

use crate::conversation::Wanted;
use crate::interpreter::Hint;

/// Lists the intents once: from a variant come its name in the models and its place in the list.
macro_rules! intents {
    ($($(#[$doc:meta])+ $variant:ident,)+) => {
        /// An intent that we know what to do with.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum IntentName {
            $($(#[$doc])+ $variant,)+
        }

        impl IntentName {
            /// Every intent, in the order in which models list them.
            pub const ALL: [IntentName; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];

            /// The name without prefix, as Lex has it.
            pub fn bare_name(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!(stringify!($variant), "Intent"),)+
                }
            }
        }
    };
}

intents! {
    /// "I'd like …".
    Order,
    /// "Add …".
    Add,
    /// "Remove …".
    Remove,
    /// "Make it …".
    Change,
    /// A bare name from the menu.
    Answer,
    /// Words as they are: what the free-text slot elicits, and "it's …".
    Words,
    /// "Yes, but …".
    YesAnd,
    /// "No, …".
    NoBut,
    /// "How much is …?".
    Price,
    /// "What's in …?".
    Contents,
    /// "Do you have …?".
    Available,
    /// "Is there …?".
    IsThere,
    /// "Does the … have …?".
    Does,
    /// "Is the … vegetarian?".
    Is,
    /// "What is …?".
    What,
    /// "Which …?".
    Which,
    /// "What's like …?".
    Alike,
    /// "What … do you have?".
    Choices,
    /// "What else do you have?".
    More,
    /// "What's the dish of the day?".
    Specials,
    /// "Are you open?".
    Hours,
    /// "Do you deliver to …?".
    DeliveryArea,
    /// "Do you take …?".
    PaymentMethods,
    /// "How long will it take?".
    Wait,
    /// "Where are you?".
    Shop,
    /// "My address is …".
    Address,
    /// "Same address".
    SameAddress,
    /// "A different address".
    OtherAddress,
    /// "My zip code is …".
    PostalCode,
    /// "Number …".
    HouseNumber,
    /// "Apartment …".
    Apartment,
    /// "Next to …".
    Landmark,
    /// "Delivery".
    Delivery,
    /// "I'll pick it up".
    Pickup,
    /// "My name is …".
    Name,
    /// "My number is …".
    Phone,
    /// "I'll pay …".
    Pay,
    /// "Change for …".
    ChangeFor,
    /// "No change needed".
    NoChange,
    /// "At …".
    AtTime,
    /// "In …".
    InTime,
    /// "As soon as possible".
    Now,
    /// "Later today".
    Later,
    /// "A tip of …".
    Tip,
    /// "Tell the kitchen …".
    Note,
    /// "I'm allergic to …".
    Allergy,
    /// "Remember that".
    Remember,
    /// "If something is missing …".
    IfMissing,
    /// "… is missing".
    Missing,
    /// "… came wrong".
    Wrong,
    /// "… came cold".
    Cold,
    /// "It never came".
    Late,
    /// "Hello".
    Greet,
    /// "Thank you".
    Thanks,
    /// "Where is my order?".
    Status,
    /// "Cancel my order".
    CancelOrder,
    /// "That's all".
    Done,
    /// "What have I ordered?".
    Review,
    /// "What do you have?".
    Menu,
    /// "The usual".
    Usual,
    /// "Something is wrong with my order".
    Complain,
    /// "I want to talk to a person".
    Person,
    /// "Slower".
    Slower,
    /// "Can you spell that?".
    Spell,
    /// "Delete my data".
    Forget,
    /// "I've allowed it": consent was given in the channel's own way.
    Consent,
    /// "Start over".
    StartOver,
    /// "Yes".
    Yes,
    /// "No".
    No,
    /// "Help".
    Help,
    /// "Say that again".
    Repeat,
    /// "Hold on".
    Pause,
    /// "Go on".
    Resume,
    /// "Stop".
    Stop,
    /// The platform's own "cancel".
    Cancel,
    /// "Go home".
    NavigateHome,
    /// Nothing matched.
    Fallback,
}

/// What an intent means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// It is a wish by itself; it takes no words.
    Wish(Wanted),
    /// Its meaning is in the words of its slots. Where its samples cut a verb away, the hint says what it was.
    Words(Option<Hint>),
    /// Its meaning is in its samples and the words of their slot: [`super::samples::carried`] puts them together again.
    Carried,
    /// Nothing.
    Nothing,
}

impl IntentName {
    /// The intent of this name, with or without the prefix `AMAZON.`; none for one that is not ours.
    pub fn of(name: &str) -> Option<Self> {
        let bare = name.strip_prefix("AMAZON.").unwrap_or(name);
        Self::ALL.into_iter().find(|intent| intent.bare_name() == bare)
    }

    /// The name under which Alexa has an intent: with her prefix where it is one of her own.
    pub fn alexa_name(self) -> String {
        let own = [
            Self::StartOver,
            Self::Yes,
            Self::No,
            Self::Help,
            Self::Repeat,
            Self::Pause,
            Self::Resume,
            Self::Stop,
            Self::Cancel,
            Self::NavigateHome,
            Self::Fallback,
        ];
        let prefix = if own.contains(&self) { "AMAZON." } else { "" };
        format!("{prefix}{}", self.bare_name())
    }

    /// What the intent means.
    pub(super) fn meaning(self) -> Meaning {
        match self {
            Self::Order | Self::Add => Meaning::Words(Some(Hint::Add)),
            Self::Remove => Meaning::Words(Some(Hint::Remove)),
            Self::Change => Meaning::Words(Some(Hint::Change)),
            Self::Answer | Self::Words => Meaning::Words(None),
            Self::YesAnd
            | Self::NoBut
            | Self::Price
            | Self::Contents
            | Self::Available
            | Self::IsThere
            | Self::Does
            | Self::Is
            | Self::What
            | Self::Which
            | Self::Alike
            | Self::Choices
            | Self::More
            | Self::Specials
            | Self::Hours
            | Self::DeliveryArea
            | Self::PaymentMethods
            | Self::Wait
            | Self::Shop
            | Self::Address
            | Self::SameAddress
            | Self::OtherAddress
            | Self::PostalCode
            | Self::HouseNumber
            | Self::Apartment
            | Self::Landmark
            | Self::Delivery
            | Self::Pickup
            | Self::Name
            | Self::Phone
            | Self::Pay
            | Self::ChangeFor
            | Self::NoChange
            | Self::AtTime
            | Self::InTime
            | Self::Now
            | Self::Later
            | Self::Tip
            | Self::Note
            | Self::Allergy
            | Self::Remember
            | Self::IfMissing
            | Self::Missing
            | Self::Wrong
            | Self::Cold
            | Self::Late
            | Self::Greet
            | Self::Thanks
            | Self::Spell
            | Self::Resume => Meaning::Carried,
            Self::Status => Meaning::Wish(Wanted::Status),
            Self::CancelOrder | Self::Cancel => Meaning::Wish(Wanted::Cancel),
            Self::Done => Meaning::Wish(Wanted::Done),
            Self::Review => Meaning::Wish(Wanted::Review),
            Self::Menu => Meaning::Wish(Wanted::Menu),
            Self::Usual => Meaning::Wish(Wanted::Usual),
            Self::Complain => Meaning::Wish(Wanted::Complain),
            Self::Person => Meaning::Wish(Wanted::Person),
            Self::Slower => Meaning::Wish(Wanted::Slower),
            Self::Forget => Meaning::Wish(Wanted::Forget),
            Self::Consent => Meaning::Wish(Wanted::ConsentChanged),
            Self::StartOver => Meaning::Wish(Wanted::StartOver),
            Self::Yes => Meaning::Wish(Wanted::Yes),
            Self::No => Meaning::Wish(Wanted::No),
            Self::Help => Meaning::Wish(Wanted::Help),
            Self::Repeat => Meaning::Wish(Wanted::Repeat),
            Self::Pause => Meaning::Wish(Wanted::HoldOn),
            Self::Stop | Self::NavigateHome => Meaning::Wish(Wanted::Stop),
            Self::Fallback => Meaning::Nothing,
        }
    }

    /// What the intent wants by itself; none for one whose meaning is in its words.
    pub(super) fn wanted(self) -> Option<Wanted> {
        match self.meaning() {
            Meaning::Wish(wanted) => Some(wanted),
            Meaning::Words(_) | Meaning::Carried | Meaning::Nothing => None,
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
        assert_eq!(IntentName::of("AMAZON.NextIntent"), None);
        assert_eq!(IntentName::of(""), None);
    }
}
