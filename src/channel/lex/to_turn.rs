//! From a Lex V2 event to a turn.
//!
//! Unlike Alexa, Lex hands on the whole utterance with every intent, verb and all. So words always go to the
//! interpreter, without a hint, and an intent is taken at its word only where it can't swallow any.

use super::event::{Event, InputMode, Transcription};
use super::mark;
use super::session_state::ConfirmationState;
use crate::channel::{BadRequest, Field, IntentName, samples, words};
use crate::conversation::{Channel, Linking, Turn, Wanted};
use crate::interpreter::Transcript;
use crate::order::{CustomerId, Language};

/// The most transcripts of one utterance that are handed on.
const MOST_TRANSCRIPTS: usize = 5;
/// The most keys of one turn that are looked at: a telephone number with its country has fewer.
const MOST_KEYS: usize = 32;
/// Less sure than this of an intent, Lex is not believed: noise must not become a yes.
const LEAST_CONFIDENCE: f32 = 0.5;
/// A yes, a no and the like of more words than this may say something else as well ("yes and two cokes"), unless it
/// is one of the samples.
const MOST_WORDS_OF_AN_ANSWER: usize = 2;

/// The turn that an event carries. Both code hooks get the same, so there is no event that needs no dialogue.
///
/// # Errors
/// Where the event names no session.
pub fn to_turn(event: &Event) -> Result<Turn, BadRequest> {
    Ok(Turn {
        customer: customer(event)?,
        language: event.language(),
        person: None,
        voice_known: true,
        profile: None,
        session: None,
        channel: channel(event),
        // The session is who speaks: another session is another customer.
        new_session: false,
        linking: Linking::NotOffered,
        delivery: mark::delivery(event),
        caller: None,
        wanted: wanted(event),
    })
}

/// Whether the customer types or speaks.
fn channel(event: &Event) -> Channel {
    match event.input_mode.known() {
        Some(InputMode::Speech | InputMode::Dtmf) => Channel::Phone,
        Some(InputMode::Text | InputMode::Unknown(_)) | None => Channel::Lex,
    }
}

/// Who speaks: whoever has this session with this bot. Nothing else in an event is Lex's own word for it.
fn customer(event: &Event) -> Result<CustomerId, BadRequest> {
    let session = event.session_id.text().ok_or(BadRequest::Nobody)?;
    let bot = event
        .bot
        .known()
        .and_then(|bot| bot.id.text())
        .unwrap_or_default();
    Ok(CustomerId::new(format!("lex:{bot}:{session}")))
}

fn wanted(event: &Event) -> Wanted {
    if let Some(keys) = keyed(event) {
        return Wanted::Keyed(keys);
    }
    let transcripts = transcripts(event);
    if let Some(wanted) = by_intent(event, transcripts.first()) {
        return wanted;
    }
    match transcripts.is_empty() {
        true => Wanted::Silence,
        false => Wanted::Said {
            transcripts,
            hint: None,
        },
    }
}

/// The digits that were pressed on a telephone; none where nothing but star and pound was, or where words came.
fn keyed(event: &Event) -> Option<String> {
    let keys = match event.input_mode.known()? {
        InputMode::Dtmf => event.input_transcript.text()?,
        InputMode::Speech | InputMode::Text | InputMode::Unknown(_) => return None,
    };
    let pressed = |c: char| c.is_ascii_digit() || matches!(c, '*' | '#') || c.is_whitespace();
    let digits: String = keys
        .chars()
        .filter(char::is_ascii_digit)
        .take(MOST_KEYS)
        .collect();
    (keys.chars().all(pressed) && !digits.is_empty()).then_some(digits)
}

/// What the intent wants, where it can be taken at its word.
fn by_intent(event: &Event, heard: Option<&Transcript>) -> Option<Wanted> {
    let intent = event.intent()?;
    let name = intent.name.text()?;
    if event
        .confidence_in(name)
        .is_some_and(|confidence| confidence < LEAST_CONFIDENCE)
    {
        return None;
    }
    let known = IntentName::of(name);
    let own = known.and_then(IntentName::wanted);
    let unsure = heard
        .and_then(|heard| heard.confidence)
        .is_some_and(|confidence| confidence < LEAST_CONFIDENCE);
    let may_say_more = || heard.is_some_and(|heard| says_more(&heard.text, known, event.language()));
    match (own, intent.confirmation_state.known()) {
        (
            Some(Wanted::Yes | Wanted::No | Wanted::Done | Wanted::Menu | Wanted::Usual | Wanted::Complain),
            _,
        ) if may_say_more() => None,
        // Nor where it is sure of the intent, and not of what it heard.
        (Some(Wanted::Yes), _) | (None, Some(ConfirmationState::Confirmed)) if unsure => None,
        (Some(wanted), _) => Some(wanted),
        // Lex itself asked whether the intent shall be carried out, in a bot that is built that way.
        (None, Some(ConfirmationState::Confirmed)) => Some(Wanted::Yes),
        (None, Some(ConfirmationState::Denied)) => Some(Wanted::No),
        (None, _) => None,
    }
}

/// Whether an utterance may say more than the intent that Lex took it for.
fn says_more(heard: &str, intent: Option<IntentName>, language: Option<Language>) -> bool {
    let text = heard.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_sample = |(intent, language)| {
        let said = words.join(" ");
        let known = samples::of(intent, language)
            .iter()
            .chain(samples::of_built_in(intent, language));
        known.into_iter().any(|&sample| sample == said)
    };
    words.len() > MOST_WORDS_OF_AN_ANSWER && !intent.zip(language).is_some_and(is_sample)
}

/// The n-best list, best first, after the utterance that Lex itself went by.
fn transcripts(event: &Event) -> Vec<Transcript> {
    let listed = event.transcriptions.known().into_iter().flatten();
    let mut listed: Vec<Transcript> = listed.filter_map(Field::known).filter_map(transcript).collect();
    listed.sort_by(|a, b| {
        b.confidence
            .unwrap_or(0.0)
            .total_cmp(&a.confidence.unwrap_or(0.0))
    });

    let mut transcripts: Vec<Transcript> = Vec::new();
    if let Some(text) = event.input_transcript.text().and_then(words::fitting) {
        let same = listed.iter().find(|transcript| transcript.text == text);
        let confidence = same.and_then(|transcript| transcript.confidence);
        transcripts.push(Transcript { text, confidence });
    }
    for transcript in listed {
        if transcripts.len() < MOST_TRANSCRIPTS
            && transcripts.iter().all(|known| known.text != transcript.text)
        {
            transcripts.push(transcript);
        }
    }
    transcripts
}

fn transcript(wire: &Transcription) -> Option<Transcript> {
    Some(Transcript {
        text: words::fitting(wire.transcription.known()?)?,
        confidence: wire
            .transcription_confidence
            .known()
            .and_then(super::Confidence::value),
    })
}
