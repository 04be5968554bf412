//! From what was said to what is proposed: the interpreter is told what was asked and what lies on the draft, and an unsure
//! yes is none.

use super::scene::{Pending, Scene};
use super::{Reply, TurnError, changing};
use crate::app::records::Dish;
use crate::interpreter::{Act, Asked, Certainty, Heard, Hint, Proposal, Transcript};
use crate::order::IfMissing;

/// Reads what was said by the menu, the draft and the question that is open, and responds to that.
pub(super) async fn respond_to_words(
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
    super::respond_to(scene, proposal, words).await
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
