//! A person on request: a telephone line hands over, and where the channel can't, somebody from the shop calls back.

use super::scene::{Pending, Scene};
use super::{Caller, Reply, Speech, TurnError, asking};
use crate::app::records::{Callback, customer};
use crate::app::{App, StoreError};
use crate::order::{Language, Phone};
use crate::phrases::phrases;
use crate::workflow::notices;

/// Hands over where the line can. Else somebody is to call; asks on what number, where none is known.
pub(super) async fn call_back(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    if scene.caller.is_some() {
        scene.customer.value.misses = 0;
        scene.customer.value.pending = None;
        return Ok(Reply::person(Speech::of(scene.phrases.plain("hand-over"))));
    }
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

/// Notes that whoever calls is to be called back, because nobody of the shop could take the call; what they are told. Noting
/// it again changes nothing, and of somebody who withholds their number there is nothing to note.
///
/// # Errors
/// [`StoreError`].
pub async fn shop_calls_back(
    app: &App,
    caller: &Caller,
    language: Option<Language>,
) -> Result<Speech, StoreError> {
    let language = app.menu().shop.language(language);
    let nobody = Speech::of(phrases(language).plain("nobody-free"));
    let Some(phone) = caller.phone.clone() else {
        return Ok(nobody.then(phrases(language).plain("call-later")));
    };
    let known = customer(app, &caller.customer).await?.value;
    let wish = Callback {
        customer: caller.customer.clone(),
        about: known.current,
        name: known.kept.contact.name,
        phone: Some(phone),
        language,
        reason: String::new(),
    };
    match notices::call_back(app, wish).await {
        Ok(_) => Ok(nobody.then(phrases(language).plain("will-call-here"))),
        Err(error) => Err(StoreError::Unavailable(error.name.as_str().to_owned())),
    }
}
