//! One [`Turn`] in, one [`Reply`] out: the dialogue with the customer.
//!
//! It knows no voice platform: a channel makes the turn and renders the reply. What a turn changes is written in one
//! transaction held to what was read; if someone else wrote first, the turn is answered anew from what they wrote.

mod asking;
mod budget;
mod edits;
mod ordering;
mod repair;
mod reply;
mod scene;
mod sending;
mod targets;
mod tracking;
mod turn;

use crate::app::{App, Offer, StoreError, WriteError};
use crate::interpreter::{Act, Asked, Certainty, ComplaintKind, Heard, Proposal};
use crate::order::{Language, Menu};
use crate::phrases::phrases;
use scene::{Pending, Scene};

pub use reply::{Consent, Listen, Pronunciation, Reply, Screen, Speech};
pub use turn::{Channel, Turn, Wanted};

/// Why a turn could not be answered as it should.
#[derive(Debug, thiserror::Error)]
enum TurnError {
    #[error("somebody else wrote first")]
    Overtaken,
    #[error(transparent)]
    Store(StoreError),
    #[error(transparent)]
    Step(#[from] crate::workflow::StepError),
}

impl From<StoreError> for TurnError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<WriteError> for TurnError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Refused(_) => Self::Overtaken,
            WriteError::Store(error) => Self::Store(error),
        }
    }
}

/// Answers one turn, always and in time.
pub async fn converse(app: &App, turn: &Turn) -> Reply {
    let offer = app.offer.now();
    let language = offer.menu.shop.language(turn.language);
    let begun = tokio::time::Instant::now();
    let answered = tokio::time::timeout(budget::TURN, answer(app, &offer, turn)).await;
    let took_ms = begun.elapsed().as_millis();
    match answered {
        Ok(Ok(reply)) => {
            tracing::info!(channel = ?turn.channel, language = language.tag(), took_ms, "turn.answered");
            return pronounced(&offer.menu, language, reply);
        }
        Ok(Err(error)) => tracing::error!(channel = ?turn.channel, took_ms, %error, "turn.failed"),
        Err(_) => tracing::error!(channel = ?turn.channel, took_ms, "turn.late"),
    }
    Reply::open(Speech::of(phrases(language).plain("trouble")))
}

/// The reply with how the menu's names in it are pronounced.
fn pronounced(menu: &Menu, language: Language, reply: Reply) -> Reply {
    let names = || menu.names().filter_map(move |names| names.get(&language));
    let known = || {
        names().filter_map(|name| {
            let (written, spoken) = (name.one.clone(), name.spoken.clone()?);
            Some(Pronunciation { written, spoken })
        })
    };
    let reprompt = reply.reprompt.map(|reprompt| reprompt.pronounced(known()));
    Reply {
        speech: reply.speech.pronounced(known()),
        reprompt,
        ..reply
    }
}

async fn answer(app: &App, offer: &Offer, turn: &Turn) -> Result<Reply, TurnError> {
    let mut tries_left = budget::TRIES;
    loop {
        tries_left -= 1;
        match attempt(app, offer, turn).await {
            Err(TurnError::Overtaken) if tries_left > 0 => {}
            answered => return answered,
        }
    }
}

async fn attempt(app: &App, offer: &Offer, turn: &Turn) -> Result<Reply, TurnError> {
    let mut scene = Scene::load(app, &offer.menu, turn).await?;
    let mut reply = respond(&mut scene, offer, turn).await?;
    if scene.gone {
        reply.speech = reply.speech.after(scene.phrases.plain("gone"));
    }
    scene.save(&reply).await?;
    Ok(reply)
}

async fn respond(scene: &mut Scene<'_>, offer: &Offer, turn: &Turn) -> Result<Reply, TurnError> {
    let act = match &turn.wanted {
        Wanted::Said { .. } => return respond_to_words(scene, offer, turn).await,
        Wanted::Launch => return tracking::launch(scene).await,
        Wanted::Silence => return Ok(repair::silence(scene)),
        Wanted::NotUnderstood => Act::Nothing,
        Wanted::Yes => Act::Yes,
        Wanted::No => Act::No,
        Wanted::Done => Act::Done,
        Wanted::Status => Act::Status,
        Wanted::Cancel => Act::Cancel,
        Wanted::StartOver => Act::StartOver,
        Wanted::Review => Act::Review,
        Wanted::Menu => Act::Menu,
        Wanted::Usual => Act::Usual,
        Wanted::Complain => Act::Complain(ComplaintKind::Other),
        Wanted::Person => Act::Person,
        Wanted::Slower => Act::Slower,
        Wanted::HoldOn => Act::HoldOn,
        Wanted::Forget => Act::Forget,
        Wanted::Keyed(_) | Wanted::ConsentChanged => Act::Nothing,
        Wanted::Help => Act::Help,
        Wanted::Repeat => Act::Repeat,
        Wanted::Stop => Act::Stop,
    };
    respond_to(scene, Proposal::of(act, Certainty::Certain)).await
}

async fn respond_to_words(scene: &mut Scene<'_>, offer: &Offer, turn: &Turn) -> Result<Reply, TurnError> {
    let Wanted::Said { transcripts, hint } = &turn.wanted else {
        return Ok(repair::miss(scene));
    };
    let empty = crate::order::Draft::default();
    let asked = asked(scene);
    let heard = Heard {
        transcripts,
        hint: *hint,
        draft: scene.draft().unwrap_or(&empty),
        asked: asked.as_ref(),
        last_line: scene.customer.value.last_line,
    };
    let proposal = offer.interpreter.interpret(scene.phrases.language, heard).await;
    respond_to(scene, proposal).await
}

/// What the interpreter should know of the question that is open.
fn asked(scene: &Scene<'_>) -> Option<Asked> {
    Some(match scene.customer.value.pending.as_ref()? {
        Pending::AnythingElse => Asked::AnythingElse,
        Pending::Choose { line } => Asked::Choice(*line),
        Pending::Send | Pending::CancelOrder { .. } | Pending::StartOver | Pending::Suggested { .. } => {
            Asked::YesNo
        }
    })
}

async fn respond_to(scene: &mut Scene<'_>, proposal: Proposal) -> Result<Reply, TurnError> {
    let misses = scene.customer.value.misses;
    if proposal.act != Act::Nothing {
        scene.customer.value.misses = 0;
    }
    match proposal.act {
        Act::Edit => ordering::edit(scene, &proposal).await,
        Act::Done if proposal.edits.is_empty() && proposal.off_menu.is_empty() => {
            sending::read_back(scene).await
        }
        Act::Done => ordering::edit_and_finish(scene, &proposal).await,
        // "Yes, and a coke", "yes, for pickup": not what was read back, so no yes to it.
        Act::Yes if scene.would_change(&proposal) => ordering::edit(scene, &proposal).await,
        Act::Yes => sending::yes(scene).await,
        Act::No => sending::no(scene).await,
        Act::Status => tracking::status(scene).await,
        Act::Cancel => tracking::cancel(scene).await,
        Act::StartOver => Ok(ordering::start_over(scene)),
        Act::Review => Ok(ordering::review(scene)),
        Act::Menu => Ok(ordering::menu(scene)),
        Act::Help => tracking::help(scene).await,
        Act::Repeat => Ok(repair::repeat(scene)),
        Act::Stop => Ok(repair::stop(scene)),
        Act::Greet => tracking::greet(scene).await,
        Act::Ask(_)
        | Act::Usual
        | Act::Complain(_)
        | Act::Person
        | Act::Slower
        | Act::HoldOn
        | Act::Forget
        | Act::Thanks
        | Act::Continue
        | Act::Nothing => {
            scene.customer.value.misses = misses.saturating_add(1);
            Ok(repair::miss(scene))
        }
    }
}
