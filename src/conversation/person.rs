//! A person on request: where the channel can't hand over, somebody from the shop calls back.

use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking};
use crate::app::records::Callback;
use crate::order::Phone;
use crate::workflow::notices;

/// Somebody is to call; asks on what number, where none is known.
pub(super) async fn call_back(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let of_draft = scene.getting().and_then(|getting| getting.contact.phone.clone());
    match of_draft.or_else(|| scene.customer.value.kept.contact.phone.clone()) {
        Some(phone) => noted(scene, phone).await,
        None => Ok(asking::pose(scene, Pending::CallbackPhone, Speech::default())),
    }
}

/// Somebody is to call on this number.
pub(super) async fn noted(scene: &mut Scene<'_>, phone: Phone) -> Result<Reply, TurnError> {
    let kept = &mut scene.customer.value.kept.contact;
    let name = kept.name.clone();
    kept.phone = Some(phone.clone());
    let of_draft = scene.getting().and_then(|getting| getting.contact.name.clone());
    let wish = Callback {
        customer: scene.id.clone(),
        about: scene.customer.value.current.clone(),
        name: of_draft.or(name),
        phone: Some(phone),
        language: scene.phrases.language,
        reason: String::new(),
    };
    notices::call_back(scene.app, wish).await?;
    scene.customer.value.misses = 0;
    scene.customer.value.pending = None;
    let speech = Speech::of(scene.phrases.plain("will-call"));
    match scene.draft() {
        Some(_) => Ok(Reply::close(speech.then(scene.phrases.plain("draft-kept")))),
        None => Ok(Reply::close(speech)),
    }
}
