//! From what was said to what is proposed: the interpreter is told what was asked and what lies on the draft, and an unsure
//! yes is none.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::noting::ReadAs;
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking, budget, changing};
use crate::app::records::Dish;
use crate::interpreter::{
    Act, Asked, Certainty, Exchange, Explanation, Heard, Hint, Proposal, Transcript, holds_card_number,
};
use crate::order::{Draft, IfMissing, OrderId};

/// What an earlier try of the same turn has found, whose write came too late.
#[derive(Debug, Default)]
pub(super) struct Memo {
    /// How words were read: what a reading cost is not paid twice, and its time is gone.
    reading: Mutex<Option<Reading>>,
    /// The version of the customer's record that the turn came to.
    came_to: OnceLock<u64>,
    /// The orders that an account took over when the turn came.
    taken_over: OnceLock<Vec<OrderId>>,
}

impl Memo {
    /// Whether another turn of the customer's has ended since this one came, as every turn writes their record.
    pub(super) fn is_overtaken(&self, version: u64) -> bool {
        *self.came_to.get_or_init(|| version) != version
    }

    /// Notes the orders that an account has taken over; a later try finds none any more.
    pub(super) fn take_over(&self, orders: Vec<OrderId>) {
        self.taken_over.get_or_init(|| orders);
    }

    /// The orders that an account took over when the turn came, latest first.
    pub(super) fn taken_over(&self) -> &[OrderId] {
        self.taken_over.get().map(Vec::as_slice).unwrap_or_default()
    }
}

#[derive(Debug, Clone)]
struct Reading {
    words: Vec<Transcript>,
    draft: Draft,
    asked: Option<Asked>,
    proposal: Proposal,
}

/// Reads what was said by the menu, the draft and the question that is open, and responds to that.
pub(super) async fn respond_to_words(
    scene: &mut Scene<'_>,
    transcripts: &[Transcript],
    hint: Option<Hint>,
) -> Result<Reply, TurnError> {
    if holds_card_number(scene.phrases.language, transcripts) {
        scene.read_as = Some(ReadAs::card());
        return refuse_card(scene).await;
    }
    let draft = draft_spoken_of(scene).await?;
    let asked = scene.customer.value.pending.as_ref().and_then(asked);
    let mut proposal = read(scene, transcripts, hint, draft, asked.clone()).await;
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
    let private = is_private(asked.as_ref(), &proposal);
    if scene.menu.shop.keep.turns > 0 {
        scene.read_as = Some(ReadAs::of(words.unwrap_or_default(), asked.as_ref(), &proposal));
    }
    let reply = super::respond_to(scene, proposal, words).await?;
    if scene.interpreter.looks_back() {
        remember(scene, words.filter(|_| !private), &reply);
    }
    Ok(reply)
}

/// The lines that words may speak of. Words that change what was just sent are about its lines.
async fn draft_spoken_of(scene: &Scene<'_>) -> Result<Draft, TurnError> {
    match scene.draft() {
        Some(draft) => Ok(draft.clone()),
        None => Ok(changing::draft_of_sent(scene).await?.unwrap_or_default()),
    }
}

/// How the grammar by itself would read the words now. Nothing is done, and a card's number is not read here either.
pub(super) async fn explain(
    scene: &Scene<'_>,
    transcripts: &[Transcript],
    hint: Option<Hint>,
) -> Result<Option<Explanation>, TurnError> {
    if holds_card_number(scene.phrases.language, transcripts) {
        return Ok(None);
    }
    let draft = draft_spoken_of(scene).await?;
    let asked = scene.customer.value.pending.as_ref().and_then(asked);
    let spoken = scene.spoken();
    let heard = Heard {
        transcripts,
        hint,
        draft: &draft,
        asked: asked.as_ref(),
        last_line: scene.customer.value.last_line,
        spoken: spoken.as_ref(),
        recent: &[],
        within: None,
    };
    Ok(scene.interpreter.explain(scene.phrases.language, &heard))
}

/// The reading of the words; an earlier try's where they stand in the same place.
async fn read(
    scene: &Scene<'_>,
    transcripts: &[Transcript],
    hint: Option<Hint>,
    draft: Draft,
    asked: Option<Asked>,
) -> Proposal {
    let memo = &scene.memo.reading;
    let before = memo.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let again = before.is_some();
    if let Some(before) = before
        && before.words == transcripts
        && before.draft == draft
        && before.asked == asked
    {
        return before.proposal;
    }
    let spoken = scene.spoken();
    let left = scene
        .deadline
        .saturating_duration_since(tokio::time::Instant::now());
    let heard = Heard {
        transcripts,
        hint,
        draft: &draft,
        asked: asked.as_ref(),
        last_line: scene.customer.value.last_line,
        spoken: spoken.as_ref(),
        recent: &scene.customer.value.recent,
        within: Some(budget::reading(scene.channel, left, again)),
    };
    let proposal = scene.interpreter.interpret(scene.phrases.language, heard).await;
    *memo.lock().unwrap_or_else(PoisonError::into_inner) = Some(Reading {
        words: transcripts.to_vec(),
        draft,
        asked,
        proposal: proposal.clone(),
    });
    proposal
}

/// A card's number is neither read, nor kept, nor handed on.
async fn refuse_card(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let refusal = Speech::of(scene.phrases.plain("no-card-numbers"));
    asking::resume(scene, refusal).await
}

/// Whether a turn speaks of what is nobody else's to know: where somebody lives, who they are, how they pay.
fn is_private(asked: Option<&Asked>, proposal: &Proposal) -> bool {
    let more = |asked: &Asked| matches!(asked, Asked::Payment | Asked::Complaint);
    let asked_for = asked.is_some_and(|asked| asked.is_private() || more(asked));
    asked_for || !proposal.details.is_empty() || matches!(proposal.act, Act::Complain(_) | Act::Nothing)
}

/// Keeps the turn for the next one to be read by. The answer is kept where it goes on about dishes.
fn remember(scene: &mut Scene<'_>, said: Option<&str>, reply: &Reply) {
    let about_dishes = matches!(
        scene.customer.value.pending,
        Some(
            Pending::AnythingElse
                | Pending::Choose { .. }
                | Pending::OneOf { .. }
                | Pending::HowMany { .. }
                | Pending::Suggested { .. }
                | Pending::Instead { .. }
                | Pending::Meant { .. }
        )
    );
    // So many digits are no number of dishes.
    let digits = |said: &&str| said.chars().filter(char::is_ascii_digit).count() < MOST_DIGITS;
    let Some(said) = said.filter(|_| about_dishes).filter(digits) else {
        return;
    };
    let short = |text: &str| text.chars().take(MOST_REMEMBERED).collect();
    let recent = &mut scene.customer.value.recent;
    recent.push(Exchange {
        said: short(said),
        answered: short(&reply.speech.text()),
    });
    let surplus = recent.len().saturating_sub(MOST_RECENT);
    recent.drain(..surplus);
}

/// How many turns are remembered, and how many characters of each text.
const MOST_RECENT: usize = 3;
const MOST_REMEMBERED: usize = 300;
/// With so many digits words are not remembered.
const MOST_DIGITS: usize = 8;

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
        | Pending::Meant { .. }
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
