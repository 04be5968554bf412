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
mod hours;
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
mod stale;
mod suggesting;
mod targets;
mod tracking;
mod turn;
mod usual;
mod wording;

use std::sync::Arc;
use std::time::Duration;

use tracing::Instrument as _;

use crate::app::records::Dish;
use crate::app::{App, Offer, StoreError, WriteError};
use crate::interpreter::{Act, Asked, Certainty, ComplaintKind, Heard, Hint, Proposal, Transcript};
use crate::order::{IfMissing, Language, Menu};
use crate::phrases::phrases;
use scene::{Pending, Scene};

pub use account::{AccountChange, AccountEvent, AccountOutcome, change_account};
pub use budget::TURN;
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
    converse_within(app, turn, TURN).await
}

/// Answers one turn apart from whoever asks, who may have less time than a turn has: one that breaks is answered as well,
/// and a caller who hangs up leaves no turn half done.
pub async fn converse_apart(app: &Arc<App>, turn: Turn, within: Duration) -> Reply {
    let menu = app.menu();
    let language = menu.shop.language(turn.language);
    let app = Arc::clone(app);
    let conversing = async move { converse_within(&app, &turn, TURN.min(within)).await };
    match tokio::spawn(conversing.in_current_span()).await {
        Ok(reply) => reply,
        Err(error) => {
            // What a panic says may quote the customer; where it happened, its hook has said.
            tracing::error!(panicked = error.is_panic(), "turn.broken");
            trouble(&menu, language)
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
    let begun = tokio::time::Instant::now();
    let answered = tokio::time::timeout(within, answer(app, &offer, turn)).await;
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    match answered {
        Ok(Ok(reply)) => {
            tracing::info!(channel = ?turn.channel, language = language.tag(), took_ms, "turn.answered");
            return as_the_shop_speaks(&offer.menu, language, reply);
        }
        Ok(Err(error)) => tracing::error!(channel = ?turn.channel, took_ms, %error, "turn.failed"),
        Err(_) => tracing::error!(channel = ?turn.channel, took_ms, "turn.late"),
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
    let mut scene = Scene::load(app, offer, turn).await?;
    if let Some(reply) = scene.answered_before(turn) {
        return Ok(reply);
    }
    let mut reply = respond(&mut scene, turn).await?;
    if let Some(total) = scene.repriced {
        let text = sending::repriced(&scene, total).text();
        reply.speech = reply.speech.after(text);
    }
    if scene.gone {
        reply.speech = reply.speech.after(scene.phrases.plain("gone"));
    }
    let slow = scene.customer.value.slow;
    reply.speech = reply.speech.slowly(slow);
    reply.screen = screen::of(&scene);
    scene.save(&reply).await?;
    Ok(reply)
}

async fn respond(scene: &mut Scene<'_>, turn: &Turn) -> Result<Reply, TurnError> {
    if turn.wanted != Wanted::Silence {
        scene.customer.value.silences = 0;
    }
    let act = match &turn.wanted {
        Wanted::Said { transcripts, hint } => return respond_to_words(scene, transcripts, *hint).await,
        Wanted::Keyed(digits) => {
            return match answers::key(scene, digits).await? {
                Some(reply) => Ok(reply),
                None => respond_to_words(scene, &[Transcript::certain(digits)], None).await,
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
    respond_to_words(scene, &[Transcript::certain(text)], None).await
}

async fn respond_to_words(
    scene: &mut Scene<'_>,
    transcripts: &[Transcript],
    hint: Option<Hint>,
) -> Result<Reply, TurnError> {
    // Words that change what was just sent are about its lines.
    let draft = match scene.draft() {
        Some(draft) => draft.clone(),
        None => changing::draft_of_sent(scene).await?.unwrap_or_default(),
    };
    let asked = scene.customer.value.pending.as_ref().and_then(asked);
    let spoken = scene.spoken();
    let heard = Heard {
        transcripts,
        hint,
        draft: &draft,
        asked: asked.as_ref(),
        last_line: scene.customer.value.last_line,
        spoken: spoken.as_ref(),
    };
    let mut proposal = scene.interpreter.interpret(scene.phrases.language, heard).await;
    let best = transcripts.first();
    let heard_badly = best
        .and_then(|best| best.confidence)
        .is_some_and(|confidence| confidence < LEAST_CONFIDENCE);
    if proposal.act == Act::Nothing && asked == Some(Asked::IfMissing) {
        by_verb(&mut proposal, hint);
    }
    // Noise or an unsure hearing never counts as a yes.
    if proposal.act == Act::Yes && (heard_badly || proposal.certainty != Certainty::Certain) {
        proposal = Proposal::of(Act::Nothing, Certainty::Unsure);
    }
    let words = best.map(|best| best.text.as_str());
    respond_to(scene, proposal, words).await
}

/// "Swap it", "drop it": where a carrier has cut the verb away, nothing but the verb was the answer.
fn by_verb(proposal: &mut Proposal, hint: Option<Hint>) {
    proposal.details.if_missing = match hint {
        Some(Hint::Change) => Some(IfMissing::Swap),
        Some(Hint::Remove) => Some(IfMissing::Drop),
        Some(Hint::Add) | None => return,
    };
    proposal.act = Act::Edit;
}

/// Less sure than this of its hearing, a channel is not believed a yes.
const LEAST_CONFIDENCE: f32 = 0.5;

/// What the interpreter should know of the question that is open.
fn asked(pending: &Pending) -> Option<Asked> {
    Some(match pending {
        Pending::AnythingElse | Pending::Note => Asked::AnythingElse,
        Pending::Choose { line } => Asked::Choice(*line),
        Pending::OneOf { items, options } => Asked::OneOf {
            items: items.clone(),
            options: options.clone(),
        },
        Pending::HowMany { .. } | Pending::OnlySome { .. } => Asked::HowMany,
        Pending::Fulfilment => Asked::Fulfilment,
        Pending::PostalCode => Asked::PostalCode,
        Pending::Street => Asked::Street,
        Pending::HouseNumber => Asked::HouseNumber,
        Pending::Address => Asked::Address,
        Pending::Time => Asked::Time,
        Pending::Payment => Asked::Payment,
        Pending::Change => Asked::Change,
        Pending::Name => Asked::Name,
        Pending::Phone | Pending::CallbackPhone => Asked::Phone,
        Pending::IfMissing => Asked::IfMissing,
        Pending::Stale { .. } => Asked::ContinueOrStartOver,
        Pending::Complaint { .. } => Asked::Complaint,
        Pending::WhichOrder { dishes, .. } => told_by(dishes),
        Pending::Send
        | Pending::CancelOrder { .. }
        | Pending::StartOver
        | Pending::Suggested { .. }
        | Pending::Instead { .. }
        | Pending::UsualAddress
        | Pending::PickupInstead
        | Pending::AtOpening { .. }
        | Pending::KeepAndWarn { .. }
        | Pending::StillWant { .. }
        | Pending::Usual { .. }
        | Pending::OfferPerson
        | Pending::Forget => Asked::YesNo,
    })
}

/// One of the dishes by which orders are told apart.
fn told_by(dishes: &[Dish]) -> Asked {
    let items = dishes.iter().filter_map(|dish| match dish {
        Dish::Item(id) => Some(id.clone()),
        Dish::Option(_) => None,
    });
    let options = dishes.iter().filter_map(|dish| match dish {
        Dish::Option(id) => Some(id.clone()),
        Dish::Item(_) => None,
    });
    Asked::OneOf {
        items: items.collect(),
        options: options.collect(),
    }
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
        Act::Repeat | Act::Slower | Act::HoldOn | Act::Thanks | Act::Nothing => true,
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
