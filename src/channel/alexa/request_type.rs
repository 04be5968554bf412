//! The types of Alexa requests, and the one table that says what each of them gets.
//!
//! Types are told apart as far as their answers differ: those that carry no wish of the customer's are grouped
//! by what the documentation lets a response to them hold.

use serde::{Deserialize, Serialize};

/// The `type` of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum RequestType {
    /// `LaunchRequest`.
    Launch,
    /// `IntentRequest`.
    Intent,
    /// `CanFulfillIntentRequest`.
    CanFulfillIntent,
    /// `SessionEndedRequest`.
    SessionEnded,
    /// `SessionResumedRequest`.
    SessionResumed,
    /// `Connections.Response`.
    ConnectionsResponse,
    /// A touch on a screen of ours: `Alexa.Presentation.APL.UserEvent`, or `…APLT…` on a character display.
    UserEvent(String),
    /// `System.ExceptionEncountered`.
    ExceptionEncountered,
    /// Something within a session that the customer did or that Alexa's own dialogue asks for: a touch
    /// (`Display.ElementSelected`), a button (`GameEngine.…`), a gadget (`CustomInterfaceController.…`), a web
    /// page (`Alexa.Presentation.HTML.Message`), Alexa Conversations (`Dialog.API.Invoked`, `Dialog.InputRequest`).
    InterfaceEvent(String),
    /// Something that a device reports, to which only directives of its own interface may answer:
    /// `AudioPlayer.…`, `PlaybackController.…`, lists and errors of screens, `Alexa.DataStore.…`.
    Notification(String),
    /// Something about the account, outside of any session: `AlexaSkillEvent.…`, `AlexaHouseholdListEvent.…`,
    /// `Reminders.…`, `Messaging.MessageReceived`, `Alexa.Authorization.…`.
    AccountEvent(String),
    /// A type that the documentation did not have when this was written.
    Unknown(String),
}

/// What a request gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Due {
    /// What the dialogue says to the wish that it carries.
    Wish,
    /// What the dialogue says to someone who comes (back) without a wish.
    Welcome,
    /// What the dialogue says once consent was given or refused.
    Consent,
    /// The last thing said, again: the customer did something, but what they want can't be told from it.
    Repetition,
    /// An apology: it is not known what happened, and somebody may be listening.
    Apology,
    /// Whether the intent could be carried out, and no speech.
    Judgement,
    /// What it tells of is noted, and a valid response with nothing in it.
    Change,
    /// A valid response with nothing in it.
    Nothing,
}

impl RequestType {
    /// What a request of this type gets. A body without a type never comes this far: it is a 400.
    pub fn due(&self) -> Due {
        match self {
            Self::Intent => Due::Wish,
            Self::Launch => Due::Welcome,
            // What we had handed over is done; the customer waits for us to go on.
            Self::SessionResumed | Self::ConnectionsResponse => Due::Welcome,
            // Both take speech. We send no screens and no input handlers, so there is nothing that the event
            // could mean to us; the question that is open is put again.
            Self::UserEvent(_) | Self::InterfaceEvent(_) => Due::Repetition,
            // Must not act, and takes no speech.
            Self::CanFulfillIntent => Due::Judgement,
            // Nobody listens any more.
            Self::SessionEnded => Due::Nothing,
            // A response here would be refused in its turn.
            Self::ExceptionEncountered => Due::Nothing,
            // Takes no speech, no reprompt, no card and no shouldEndSession.
            Self::Notification(_) => Due::Nothing,
            // Are sent by the service and not by a device, so nothing could be heard. Those about our own skill
            // may change what we keep.
            Self::AccountEvent(name) if name.starts_with("AlexaSkillEvent.") => Due::Change,
            Self::AccountEvent(_) => Due::Nothing,
            Self::Unknown(_) => Due::Apology,
        }
    }

    /// Whether a response may say if the session ends: after a touch the session's state must stay as it is.
    pub fn takes_should_end_session(&self) -> bool {
        !matches!(self, Self::UserEvent(_))
    }
}

/// Types whose names do not show by their first part what they are.
const INTERFACE_EVENTS: [&str; 4] = [
    "Display.ElementSelected",
    "Alexa.Presentation.HTML.Message",
    "Dialog.API.Invoked",
    "Dialog.InputRequest",
];

/// The first parts of the names of requests that belong together.
const INTERFACE_EVENT_SPACES: [&str; 2] = ["GameEngine.", "CustomInterfaceController."];
const NOTIFICATION_SPACES: [&str; 4] = [
    "AudioPlayer.",
    "PlaybackController.",
    "Alexa.Presentation.",
    "Alexa.DataStore.",
];
const ACCOUNT_EVENT_SPACES: [&str; 3] = ["Reminders.", "Messaging.", "Alexa.Authorization."];

impl From<String> for RequestType {
    fn from(name: String) -> Self {
        let begins_with = |spaces: &[&str]| spaces.iter().any(|space| name.starts_with(space));
        match name.as_str() {
            "LaunchRequest" => Self::Launch,
            "IntentRequest" => Self::Intent,
            "CanFulfillIntentRequest" => Self::CanFulfillIntent,
            "SessionEndedRequest" => Self::SessionEnded,
            "SessionResumedRequest" => Self::SessionResumed,
            "Connections.Response" => Self::ConnectionsResponse,
            "Alexa.Presentation.APL.UserEvent" | "Alexa.Presentation.APLT.UserEvent" => Self::UserEvent(name),
            "System.ExceptionEncountered" => Self::ExceptionEncountered,
            known if INTERFACE_EVENTS.contains(&known) => Self::InterfaceEvent(name),
            _ if begins_with(&INTERFACE_EVENT_SPACES) => Self::InterfaceEvent(name),
            _ if begins_with(&NOTIFICATION_SPACES) => Self::Notification(name),
            _ if begins_with(&ACCOUNT_EVENT_SPACES) || is_event_space(&name) => Self::AccountEvent(name),
            _ => Self::Unknown(name),
        }
    }
}

/// Events of the account are named `Alexa…Event.…`.
fn is_event_space(name: &str) -> bool {
    name.split_once('.')
        .is_some_and(|(space, _)| space.starts_with("Alexa") && space.ends_with("Event"))
}

impl From<RequestType> for String {
    fn from(request_type: RequestType) -> Self {
        match request_type {
            RequestType::Launch => "LaunchRequest".to_owned(),
            RequestType::Intent => "IntentRequest".to_owned(),
            RequestType::CanFulfillIntent => "CanFulfillIntentRequest".to_owned(),
            RequestType::SessionEnded => "SessionEndedRequest".to_owned(),
            RequestType::SessionResumed => "SessionResumedRequest".to_owned(),
            RequestType::ConnectionsResponse => "Connections.Response".to_owned(),
            RequestType::ExceptionEncountered => "System.ExceptionEncountered".to_owned(),
            RequestType::UserEvent(name)
            | RequestType::InterfaceEvent(name)
            | RequestType::Notification(name)
            | RequestType::AccountEvent(name)
            | RequestType::Unknown(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_gets_its_due() {
        for (name, due) in [
            ("LaunchRequest", Due::Welcome),
            ("IntentRequest", Due::Wish),
            ("CanFulfillIntentRequest", Due::Judgement),
            ("SessionEndedRequest", Due::Nothing),
            ("SessionResumedRequest", Due::Welcome),
            ("Connections.Response", Due::Welcome),
            ("Alexa.Presentation.APL.UserEvent", Due::Repetition),
            ("Alexa.Presentation.APLT.UserEvent", Due::Repetition),
            ("Alexa.Presentation.APL.RuntimeError", Due::Nothing),
            ("Alexa.Presentation.APL.LoadIndexListData", Due::Nothing),
            ("Alexa.Presentation.HTML.Message", Due::Repetition),
            ("AudioPlayer.PlaybackStopped", Due::Nothing),
            ("PlaybackController.NextCommandIssued", Due::Nothing),
            ("System.ExceptionEncountered", Due::Nothing),
            ("AlexaSkillEvent.SkillEnabled", Due::Change),
            ("AlexaSkillEvent.SkillDisabled", Due::Change),
            ("AlexaHouseholdListEvent.ListCreated", Due::Nothing),
            ("Reminders.ReminderStarted", Due::Nothing),
            ("Messaging.MessageReceived", Due::Nothing),
            ("GameEngine.InputHandlerEvent", Due::Repetition),
            ("Display.ElementSelected", Due::Repetition),
            ("Dialog.API.Invoked", Due::Repetition),
            ("Something.New", Due::Apology),
        ] {
            let request_type = RequestType::from(name.to_owned());
            assert_eq!(request_type.due(), due, "{name}");
            assert_eq!(String::from(request_type), name);
        }
    }
}
