//! Whom the shop calls, what the kitchen is told, and what it does where something is missing.

use super::scene::{Pending, Scene};
use super::{Speech, allergies};
use crate::interpreter::Details;
use crate::order::{Getting, IfMissing};

/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 60;

/// Takes what was said of it; what is said in turn, and the question that has to be settled at once.
pub(super) fn take(scene: &mut Scene<'_>, details: &Details) -> (Speech, Option<Pending>) {
    let mut speech = Speech::default();
    let phrases = scene.phrases;
    if let Some(name) = &details.name {
        let name: String = name.chars().take(LONGEST_NAME).collect();
        let answers = scene.customer.value.pending == Some(Pending::Name);
        if !answers {
            speech.push(phrases.say("name-noted", &[("name", name.as_str().into())]));
        }
        scene.getting_mut().contact.name = Some(name);
    }
    if let Some(phone) = &details.phone {
        speech.push(phrases.say("phone-noted", &[("phone", phrases.phone(phone).into())]));
        scene.getting_mut().contact.phone = Some(phone.clone());
    }
    if let Some(note) = &details.note {
        speech.push(noted(scene, note));
    }
    if let Some(if_missing) = details.if_missing {
        let answers = scene.customer.value.pending == Some(Pending::IfMissing);
        if !answers {
            speech.push(phrases.plain(match if_missing {
                IfMissing::Swap => "missing-swap",
                IfMissing::Drop => "missing-drop",
                IfMissing::Call => "missing-call",
            }));
        }
        scene.getting_mut().if_missing = Some(if_missing);
    }
    let question = if details.allergies.is_empty() {
        None
    } else {
        let (said, question) = allergies::take(scene, &details.allergies);
        speech.push(said);
        question
    };
    if let Some(remember) = details.remember {
        speech.push(allergies::remember(scene, remember));
    }
    (speech, question)
}

fn noted(scene: &mut Scene<'_>, note: &str) -> String {
    let note: String = note.trim().chars().take(Getting::LONGEST_NOTE).collect();
    let notes = &mut scene.getting_mut().notes;
    if notes.contains(&note) {
        return scene.phrases.say("note-noted", &[("note", note.into())]);
    }
    if notes.len() >= Getting::MOST_NOTES {
        return scene.phrases.plain("too-many-notes");
    }
    notes.push(note.clone());
    scene.phrases.say("note-noted", &[("note", note.into())])
}
