//! A yes and a no: what they do depends on what was asked.

use super::asking::{self, After};
use super::scene::{Pending, Scene};
use super::{
    Reply, Speech, TurnError, allergies, edits, forgetting, hours, meant, ordering, person, place, repair,
    sending, stale, tracking, usual,
};
use crate::interpreter::{Act, Certainty, EditKind, Proposal, Wish};
use crate::order::{AddressParts, Change, Fulfilment, ItemId, Line, LineId, Payment};

/// A yes to whatever was asked.
pub(super) async fn yes(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let Some(pending) = scene.customer.value.pending.take() else {
        // Of whom nothing is kept, a yes to nothing begins nothing: it may be the one that confirmed "delete my data",
        // delivered again.
        scene.forgotten |= scene.customer.version == 0;
        return tracking::yes_to_nothing(scene).await;
    };
    if scene.overtaken {
        return ask_again(scene, pending).await;
    }
    let about_place = After {
        about_place: true,
        ..After::default()
    };
    match pending {
        Pending::Send => sending::send(scene).await,
        Pending::Suggested { item } | Pending::Instead { item } => add(scene, item, Speech::default()).await,
        question @ Pending::Meant { .. } => meant::yes(scene, question).await,
        Pending::StillWant { item } => {
            let warned = allergies::warned(scene);
            add(scene, item, warned).await
        }
        Pending::KeepAndWarn { .. } => {
            let warned = allergies::warned(scene);
            asking::next(scene, warned, After::default()).await
        }
        Pending::CancelOrder { order } => tracking::cancel_order(scene, &order).await,
        Pending::StartOver => Ok(ordering::empty(scene)),
        Pending::Stale { words } => stale::go_on(scene, words).await,
        Pending::Usual { order } => usual::again(scene, &order).await,
        Pending::OfferPerson => person::call_back(scene).await,
        Pending::Forget => forgetting::forget(scene).await,
        Pending::PickupInstead => {
            let said = place::bring(scene, Fulfilment::Pickup);
            asking::next(scene, Speech::of(said), about_place).await
        }
        Pending::UsualAddress => {
            let placed = place::usual(scene);
            match placed.question {
                Some(question) => Ok(asking::pose(scene, question, placed.speech)),
                None => asking::next(scene, placed.speech, about_place).await,
            }
        }
        Pending::Address => {
            let settled = place::settle(scene);
            asking::next(scene, settled.speech, about_place).await
        }
        Pending::AtOpening { opens } => {
            let said = hours::at_opening(scene, opens);
            asking::next(scene, said, about_place).await
        }
        Pending::AnythingElse => {
            scene.customer.value.pending = Some(Pending::AnythingElse);
            Ok(Reply::open(Speech::of(scene.phrases.plain("go-on"))))
        }
        // "Yes" to a question that is not one of yes or no: it is asked again.
        question => Ok(asking::pose(scene, question, Speech::default())),
    }
}

/// Asks what is asked now: another turn has ended since this one came, whose yes or no was for what was asked then.
async fn ask_again(scene: &mut Scene<'_>, question: Pending) -> Result<Reply, TurnError> {
    if question == Pending::Send {
        let changed = Speech::of(scene.phrases.plain("changed-meanwhile"));
        return sending::read_back_after(scene, changed).await;
    }
    Ok(asking::pose(scene, question, Speech::default()))
}

/// A no to whatever was asked.
pub(super) async fn no(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    let declined = Speech::of(phrases.plain("declined"));
    let Some(pending) = scene.customer.value.pending.take() else {
        return match scene.draft() {
            Some(_) => sending::finish(scene, Speech::default()).await,
            None => Ok(Reply::close(declined.then(phrases.plain("bye")))),
        };
    };
    if scene.overtaken {
        return ask_again(scene, pending).await;
    }
    match pending {
        Pending::Send => {
            let open = scene.open_mut();
            open.finishing = false;
            Ok(Reply::open(Speech::of(phrases.plain("not-sent"))))
        }
        Pending::AnythingElse => sending::finish(scene, Speech::default()).await,
        Pending::CancelOrder { .. } => Ok(Reply::close(Speech::of(phrases.plain("kept")))),
        Pending::StartOver => asking::next(scene, Speech::of(phrases.plain("kept")), After::default()).await,
        Pending::Stale { words } => stale::start_over(scene, words).await,
        Pending::Forget => asking::resume(scene, Speech::of(phrases.plain("kept-data"))).await,
        Pending::Usual { order } => usual::before(scene, &order).await,
        Pending::KeepAndWarn { line } => {
            let said = taken_off(scene, line);
            asking::next(scene, Speech::of(said), After::default()).await
        }
        Pending::UsualAddress => Ok(another_place(scene)),
        Pending::Address => {
            scene.getting_mut().address = AddressParts::default();
            let again = Speech::of(phrases.plain("address-again"));
            Ok(asking::pose(scene, Pending::PostalCode, again))
        }
        Pending::PickupInstead => {
            let another = Speech::of(phrases.plain("another-postal-code"));
            Ok(asking::pose_silently(scene, Pending::PostalCode, another))
        }
        Pending::AtOpening { .. } => Ok(asking::pose(scene, Pending::Time, Speech::default())),
        Pending::Change => {
            scene.getting_mut().payment = Some(Payment::Cash(Some(Change::Exact)));
            asking::next(scene, Speech::default(), After::default()).await
        }
        Pending::CallbackPhone if scene.draft().is_none() => Ok(Reply::close(declined)),
        Pending::Complaint { .. } | Pending::WhichOrder { .. } => asking::resume(scene, declined).await,
        Pending::Suggested { .. }
        | Pending::Meant { .. }
        | Pending::Instead { .. }
        | Pending::StillWant { .. }
        | Pending::OneOf { .. }
        | Pending::OfferPerson
        | Pending::CallbackPhone
        | Pending::Note => asking::next(scene, declined, After::default()).await,
        // "No" where a choice is needed: it is asked again.
        question => Ok(asking::pose(scene, question, Speech::default())),
    }
}

/// Takes off a line that was not wanted after all; what is said of it.
fn taken_off(scene: &mut Scene<'_>, line: LineId) -> String {
    let gone = scene.draft_mut().remove(line, None);
    scene.speak_of(None);
    gone.map(|gone| ordering::removed(scene, &gone))
        .unwrap_or_default()
}

/// Not to the usual address: to another, or not delivered at all.
fn another_place(scene: &mut Scene<'_>) -> Reply {
    let getting = scene.getting_mut();
    getting.usual_declined = true;
    getting.usual_address = false;
    getting.address = AddressParts::default();
    if getting.fulfilment.is_some() {
        return asking::pose(scene, Pending::PostalCode, Speech::default());
    }
    // "Pickup, or another address?": the sentence is the question.
    let question = Speech::of(scene.phrases.plain("another-place"));
    asking::pose_silently(scene, Pending::Fulfilment, question)
}

/// Adds something that was offered.
async fn add(scene: &mut Scene<'_>, item: ItemId, before: Speech) -> Result<Reply, TurnError> {
    let add = EditKind::Add(Wish {
        items: vec![item],
        ..Wish::default()
    });
    let done = edits::apply(scene, std::iter::once(&add));
    let added: Vec<&Line> = done
        .added
        .iter()
        .filter_map(|added| scene.draft().and_then(|draft| draft.line(added.line)))
        .collect();
    let lines: Vec<String> = added
        .into_iter()
        .map(|line| scene.phrases.line(scene.menu, line))
        .collect();
    if lines.is_empty() {
        return Ok(repair::miss(scene));
    }
    let said = scene
        .phrases
        .say("added", &[("lines", scene.phrases.and(&lines).into())]);
    asking::next(scene, before.then(said), After::default()).await
}

/// Keys of a phone where no digits were asked for: one is yes, two is no, nought is a person.
pub(super) async fn key(scene: &mut Scene<'_>, digits: &str) -> Result<Option<Reply>, TurnError> {
    let takes_digits = matches!(
        scene.customer.value.pending,
        Some(
            Pending::PostalCode
                | Pending::HouseNumber
                | Pending::Phone
                | Pending::CallbackPhone
                | Pending::Change
                | Pending::Time
                | Pending::HowMany { .. }
                | Pending::OnlySome { .. }
        )
    );
    Ok(match digits {
        "0" => Some(person::call_back(scene).await?),
        "1" if !takes_digits => Some(pressed(scene, Act::Yes).await?),
        "2" if !takes_digits => Some(pressed(scene, Act::No).await?),
        _ => None,
    })
}

/// A key does what its word would, so that a draft from earlier is asked about first.
async fn pressed(scene: &mut Scene<'_>, act: Act) -> Result<Reply, TurnError> {
    super::respond_to(scene, Proposal::of(act, Certainty::Certain), None).await
}

/// "Continue": with the draft that is there, else with whatever was asked.
pub(super) async fn go_on(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    match scene.customer.value.pending.clone() {
        Some(Pending::Stale { words }) => stale::go_on(scene, words).await,
        // "Keep it" warns the kitchen, and cancels and empties nothing.
        Some(Pending::KeepAndWarn { .. }) => yes(scene).await,
        Some(Pending::CancelOrder { .. } | Pending::StartOver) => no(scene).await,
        _ => asking::resume(scene, Speech::default()).await,
    }
}
