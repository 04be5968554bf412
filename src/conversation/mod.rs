//! One [`Turn`] in, one [`Reply`] out: the dialogue with the customer.
//!
//! It knows no voice platform: a channel makes the turn and renders the reply. What a turn changes is written in one
//! transaction held to what was read; if someone else wrote first, the turn is answered anew from what they wrote.

mod account;
mod allergies;
mod answers;
mod asking;
mod budget;
mod changing;
mod choosing;
mod complaining;
mod contact;
mod edits;
mod forgetting;
mod getting;
mod hearing;
mod hours;
mod linking;
mod meant;
mod noting;
mod ordering;
mod paying;
mod person;
mod place;
mod questions;
mod refusing;
mod renewal;
mod repair;
mod reply;
mod scene;
mod screen;
mod sending;
mod shortage;
mod spelling;
mod stale;
mod suggesting;
mod targets;
mod tracking;
mod turn;
mod usual;
mod worded;
mod wording;

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;
use tracing::Instrument as _;

use crate::app::{App, Offer, StoreError, WriteError};
use crate::interpreter::{Act, Certainty, ComplaintKind, Explanation, Proposal, Transcript};
use crate::order::{Language, Menu};
use crate::phrases::phrases;
use hearing::Memo;
use scene::{Pending, Scene};

pub use account::{AccountChange, AccountEvent, AccountOutcome, change_account};
pub use budget::TURN;
pub use person::shop_calls_back;
pub use reply::{Consent, Listen, Pronunciation, Reply, Screen, Speech, Spelled};
pub use turn::{Caller, Channel, Linking, Turn, Wanted};

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
    converse_within(app, turn, budget::turn(turn.channel)).await
}

/// Answers one turn apart from whoever asks, who may have less time than a turn has: one that breaks is answered as well,
/// and a caller who hangs up leaves no turn half done.
pub async fn converse_apart(app: &Arc<App>, turn: Turn, within: Duration) -> Reply {
    let menu = app.menu();
    let language = menu.shop.language(turn.language);
    let app = Arc::clone(app);
    let within = within.min(budget::turn(turn.channel));
    let conversing = async move { converse_within(&app, &turn, within).await };
    match tokio::spawn(conversing.in_current_span()).await {
        Ok(reply) => reply,
        Err(error) => {
            // What a panic says may quote the customer; where it happened, its hook has said.
            tracing::error!(panicked = error.is_panic(), "turn.broken");
            trouble(&menu, language)
        }
    }
}

/// How the grammar by itself would read the words of a turn now, and in which language; none where it is of no words.
/// Nothing is done or kept.
pub async fn explain(app: &App, turn: &Turn) -> Option<(Language, Explanation)> {
    let Wanted::Said { transcripts, hint } = &turn.wanted else {
        return None;
    };
    let offer = app.offer.now();
    let memo = Memo::default();
    let deadline = Instant::now() + budget::turn(turn.channel);
    let explained = async {
        let scene = Scene::load(app, &offer, turn, &memo, deadline).await?;
        let explanation = hearing::explain(&scene, transcripts, *hint).await?;
        Ok::<_, TurnError>(explanation.map(|explanation| (scene.phrases.language, explanation)))
    };
    match explained.await {
        Ok(explained) => explained,
        Err(error) => {
            tracing::error!(%error, "turn.not_explained");
            None
        }
    }
}

/// The reply to a turn that could not be answered.
fn trouble(menu: &Menu, language: Language) -> Reply {
    let words = Speech::of(phrases(language).plain("trouble"));
    as_the_shop_speaks(menu, language, Reply::open(words))
}

async fn converse_within(app: &App, turn: &Turn, within: Duration) -> Reply {
    let offer = app.offer.now();
    let language = offer.menu.shop.language(turn.language);
    let begun = Instant::now();
    let answered = tokio::time::timeout(within, answer(app, &offer, turn, begun + within)).await;
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let channel = turn.channel.name();
    match answered {
        Ok(Ok(reply)) => {
            tracing::info!(channel, language = language.tag(), took_ms, "turn.answered");
            return as_the_shop_speaks(&offer.menu, language, reply);
        }
        Ok(Err(error)) => tracing::error!(channel, took_ms, %error, "turn.failed"),
        Err(_) => tracing::error!(channel, took_ms, "turn.late"),
    }
    trouble(&offer.menu, language)
}

/// What is said to somebody whose turn takes long, before its answer.
pub fn one_moment(app: &App, language: Option<Language>) -> Speech {
    let shop = &app.menu().shop;
    let language = shop.language(language);
    Speech::of(phrases(language).plain("one-moment")).voiced(shop.voice(language))
}

/// The reply in the shop's voice, with how the menu's names in it are pronounced.
fn as_the_shop_speaks(menu: &Menu, language: Language, reply: Reply) -> Reply {
    let names = || menu.names().filter_map(move |names| names.get(&language));
    let known = || {
        names().filter_map(|name| {
            let (written, spoken) = (name.one.clone(), name.spoken.clone()?);
            Some(Pronunciation { written, spoken })
        })
    };
    let spoken = |speech: Speech| speech.pronounced(known()).voiced(menu.shop.voice(language));
    Reply {
        speech: spoken(reply.speech),
        reprompt: reply.reprompt.map(spoken),
        ..reply
    }
}

async fn answer(app: &App, offer: &Offer, turn: &Turn, deadline: Instant) -> Result<Reply, TurnError> {
    let memo = Memo::default();
    let mut tries_left = budget::TRIES;
    loop {
        tries_left -= 1;
        match attempt(app, offer, turn, &memo, deadline).await {
            Err(TurnError::Overtaken) if tries_left > 0 => {}
            answered => return answered,
        }
    }
}

async fn attempt(
    app: &App,
    offer: &Offer,
    turn: &Turn,
    memo: &Memo,
    deadline: Instant,
) -> Result<Reply, TurnError> {
    let mut scene = Scene::load(app, offer, turn, memo, deadline).await?;
    if let Some(reply) = scene.answered_before(turn) {
        return Ok(reply);
    }
    let asked = scene.customer.value.pending.clone();
    scene.overtaken = memo.is_overtaken(scene.customer.version);
    let mut reply = respond(&mut scene, turn).await?;
    if let Some(total) = scene.repriced {
        let text = sending::repriced(&scene, total).text();
        reply.speech = reply.speech.after(text);
    }
    if scene.gone {
        reply.speech = reply.speech.after(scene.phrases.plain("gone"));
    }
    let slow = scene.customer.value.slow || reply.speech.is_slow();
    reply.speech = reply.speech.slowly(slow);
    reply.screen = screen::of(&scene);
    scene.noted = noting::turn(&scene, turn, asked.as_ref());
    scene.save(&reply).await?;
    Ok(reply)
}

async fn respond(scene: &mut Scene<'_>, turn: &Turn) -> Result<Reply, TurnError> {
    if turn.wanted != Wanted::Silence {
        scene.customer.value.silences = 0;
    }
    let act = match &turn.wanted {
        Wanted::Said { transcripts, hint } => {
            return hearing::respond_to_words(scene, transcripts, *hint).await;
        }
        Wanted::Keyed(digits) => {
            return match answers::key(scene, digits).await? {
                Some(reply) => Ok(reply),
                None => hearing::respond_to_words(scene, &[Transcript::certain(digits)], None).await,
            };
        }
        Wanted::Launch => {
            changing::let_go(scene);
            return tracking::launch(scene).await;
        }
        Wanted::ConsentChanged => {
            place::profile_changed(scene);
            return tracking::launch(scene).await;
        }
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
        Wanted::Help => Act::Help,
        Wanted::Repeat => Act::Repeat,
        Wanted::Stop => Act::Stop,
    };
    respond_to(scene, Proposal::of(act, Certainty::Certain), None).await
}

/// The same as if a customer had just said this.
async fn respond_to_text(scene: &mut Scene<'_>, text: String) -> Result<Reply, TurnError> {
    hearing::respond_to_words(scene, &[Transcript::certain(text)], None).await
}

async fn respond_to(
    scene: &mut Scene<'_>,
    proposal: Proposal,
    words: Option<&str>,
) -> Result<Reply, TurnError> {
    let aside = is_aside(proposal.act);
    let reply = act(scene, proposal, words).await?;
    if !scene.spoke && !aside {
        scene.customer.value.spoken = None;
    }
    Ok(reply)
}

/// Whether a turn speaks of nothing, so that what was spoken of before it still is what "that one" means.
fn is_aside(act: Act) -> bool {
    match act {
        Act::Repeat | Act::Slower | Act::Spell | Act::HoldOn | Act::Thanks | Act::Nothing => true,
        Act::Edit
        | Act::Yes
        | Act::No
        | Act::Done
        | Act::Ask(_)
        | Act::Status
        | Act::Cancel
        | Act::StartOver
        | Act::Review
        | Act::Menu
        | Act::Usual
        | Act::Complain(_)
        | Act::Person
        | Act::Forget
        | Act::Continue
        | Act::Help
        | Act::Stop
        | Act::Greet => false,
    }
}

async fn act(scene: &mut Scene<'_>, proposal: Proposal, words: Option<&str>) -> Result<Reply, TurnError> {
    if proposal.act != Act::Nothing {
        scene.customer.value.misses = 0;
    }
    if let Some(reply) = stale::question(scene, proposal.act, words) {
        return Ok(reply);
    }
    if let Some(reply) = expected(scene, &proposal).await? {
        return Ok(reply);
    }
    let changes = !proposal.edits.is_empty() && matches!(proposal.act, Act::Edit | Act::Done);
    if changes {
        changing::begin(scene).await?;
    }
    match proposal.act {
        Act::Edit => ordering::edit(scene, &proposal).await,
        Act::Done if proposal.is_bare() => sending::finish(scene, Speech::default()).await,
        Act::Done => ordering::edit_and_finish(scene, &proposal).await,
        // "Yes, and a coke", "yes, for pickup": not what was asked about, so no yes to it.
        Act::Yes if !proposal.is_bare() => ordering::edit(scene, &proposal).await,
        Act::Yes => answers::yes(scene).await,
        Act::No if !proposal.is_bare() => ordering::edit(scene, &proposal).await,
        Act::No => answers::no(scene).await,
        Act::Ask(_) => ordering::edit_and_answer(scene, &proposal).await,
        Act::Status => tracking::status(scene, &proposal.about).await,
        Act::Cancel => tracking::cancel(scene, &proposal.about).await,
        Act::StartOver => stale::or_start_over(scene).await,
        Act::Continue => answers::go_on(scene).await,
        Act::Review => ordering::review(scene).await,
        Act::Menu => ordering::menu(scene).await,
        Act::Usual => usual::offer(scene).await,
        Act::Complain(kind) => {
            complaining::take(scene, kind, &proposal.about, words.unwrap_or_default()).await
        }
        Act::Person => person::call_back(scene).await,
        Act::Slower => repair::slower(scene).await,
        Act::Spell => spelling::spell(scene, &proposal.about).await,
        Act::HoldOn => Ok(repair::hold_on(scene)),
        Act::Forget => Ok(forgetting::ask(scene)),
        Act::Thanks => repair::thanks(scene).await,
        Act::Help => tracking::help(scene).await,
        Act::Repeat => repair::repeat(scene).await,
        Act::Stop => Ok(repair::stop(scene)),
        Act::Greet => tracking::greet(scene).await,
        Act::Nothing => repair::missed(scene),
    }
}

/// The reply where the words answer a question that only the dialogue knows: a number to be called on, which order.
async fn expected(scene: &mut Scene<'_>, proposal: &Proposal) -> Result<Option<Reply>, TurnError> {
    match (scene.customer.value.pending.clone(), &proposal.details.phone) {
        (Some(Pending::CallbackPhone), Some(phone)) => Ok(Some(person::noted(scene, phone.clone()).await?)),
        (Some(Pending::WhichOrder { orders, purpose, .. }), _) => {
            let about = tracking::about_of(proposal);
            tracking::told_apart(scene, &orders, &about, purpose).await
        }
        _ => Ok(None),
    }
}
