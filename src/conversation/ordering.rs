//! Ordering: the edits of a turn carried out, and the change said first.

use super::asking::{self, After};
use super::edits::{self, Done};
use super::getting::{self, Taken};
use super::scene::{Pending, Scene};
use super::worded::Worded;
use super::{Reply, Speech, TurnError, hours, meant, questions, sending, shortage};
use crate::interpreter::{About, Act, Proposal, Question, QuestionKind};
use crate::order::{Draft, Line, LineId};
use crate::phrases::Phrases;

/// The most wishes that are named as not to be had in one reply.
const MOST_NAMED: usize = 3;

/// What a proposal came to.
struct Carried {
    speech: Speech,
    done: Done,
    taken: Taken,
    /// Whether something was not done, or not understood.
    refused: bool,
    /// What could be said in place of code's own sentences.
    worded: Worded,
}

/// Carries out a proposal's edits and asks what comes next.
pub(super) async fn edit(scene: &mut Scene<'_>, proposal: &Proposal) -> Result<Reply, TurnError> {
    let before = scene.customer.value.pending.clone();
    let carried = carry_out(scene, proposal);
    if let Some(reply) = shortage::of_added(scene, &carried.done).await? {
        return Ok(reply);
    }
    if let Some(question) = question_at_once(scene, proposal, &carried) {
        return Ok(asking::pose(scene, question, carried.speech));
    }
    if !carried.done.anything() && !carried.taken.anything && carried.speech.is_empty() {
        return super::repair::missed(scene);
    }
    if !carried.done.anything() && !carried.taken.anything {
        // Nothing was done: what was asked before is still open.
        return asking::resume(scene, carried.speech).await;
    }
    // A change at the read-back is answered by the read-back anew, where it is not about dishes.
    if carried.taken.anything && !carried.done.anything() && before == Some(Pending::Send) {
        return sending::read_back_after(scene, carried.speech).await;
    }
    scene.answered = !carried.refused && carried.done.changed.len() == 1;
    let repaired = carried.refused || carried.done.added.is_empty();
    let after = After {
        room_to_suggest: !repaired,
        about_place: carried.taken.about_place,
    };
    // A side remark does not end the talk about the place.
    let about_place = matches!(
        before,
        Some(
            Pending::Fulfilment
                | Pending::UsualAddress
                | Pending::PostalCode
                | Pending::Street
                | Pending::HouseNumber
                | Pending::Address
                | Pending::Time
        )
    ) && !carried.done.anything();
    let after = After {
        about_place: after.about_place || about_place,
        ..after
    };
    if let Some(closed) = hours::closed_for_today(scene) {
        let closed = carried.speech.then(closed).then(scene.phrases.plain("bye-draft"));
        scene.customer.value.pending = None;
        return Ok(Reply::close(closed));
    }
    let reply = asking::next(scene, carried.speech, after).await?;
    Ok(carried.worded.spoken(scene, reply))
}

/// Carries out a proposal's edits, and goes on to the read-back if nothing is left to be settled: "a coke and that's all".
pub(super) async fn edit_and_finish(scene: &mut Scene<'_>, proposal: &Proposal) -> Result<Reply, TurnError> {
    let carried = carry_out(scene, proposal);
    if let Some(reply) = shortage::of_added(scene, &carried.done).await? {
        return Ok(reply);
    }
    if let Some(question) = question_at_once(scene, proposal, &carried) {
        return Ok(asking::pose(scene, question, carried.speech));
    }
    if carried.refused {
        return asking::next(scene, carried.speech, After::default()).await;
    }
    sending::finish_after(scene, carried.speech, carried.taken.speech).await
}

/// Carries out what was said beside a question, and answers it.
pub(super) async fn edit_and_answer(scene: &mut Scene<'_>, proposal: &Proposal) -> Result<Reply, TurnError> {
    let Act::Ask(kind) = proposal.act else {
        return edit(scene, proposal).await;
    };
    let mut proposal = proposal.clone();
    let allergic = !proposal.details.allergies.is_empty();
    if questions::takes_allergies(kind) {
        proposal.details.allergies.clear();
    }
    let carried = carry_out(scene, &proposal);
    if let Some(question) = carried.taken.question {
        return Ok(asking::pose(scene, question, carried.speech));
    }
    let first = Question {
        kind,
        about: proposal.about,
    };
    let asked: Vec<Question> = std::iter::once(first).chain(proposal.also).collect();
    questions::answer(scene, &asked, allergic, carried.speech).await
}

/// A question that comes before any other: which of two things or numbers was meant, or what the details need.
fn question_at_once(scene: &Scene<'_>, proposal: &Proposal, carried: &Carried) -> Option<Pending> {
    if let [_, _, ..] = proposal.numbers.as_slice() {
        let lines = carried.done.added.iter().map(|added| added.line);
        let line = lines.chain(carried.done.changed.iter().copied()).next();
        if let Some(line) = line {
            let numbers = proposal.numbers.clone();
            return Some(Pending::HowMany { line, numbers });
        }
    }
    if let Some(unclear) = proposal.unclear.first() {
        return Some(Pending::OneOf {
            items: unclear.items.clone(),
            options: unclear.options.clone(),
        });
    }
    if let Some(question) = meant::question(scene, &proposal.doubted) {
        return Some(question);
    }
    let instead = carried.done.instead(scene);
    carried.taken.question.clone().or(instead)
}

fn carry_out(scene: &mut Scene<'_>, proposal: &Proposal) -> Carried {
    let done = edits::apply(scene, proposal.edits.iter().map(|edit| &edit.kind));
    let mut speech = Speech::default();
    // Of an unsettled number nothing is said before it is settled.
    let said = match proposal.numbers.len() < 2 {
        true => said(scene, &done),
        false => Vec::new(),
    };
    let worded = Worded::of(scene, proposal, &done, &said);
    for sentence in said {
        speech.push(sentence);
    }
    for refusal in done.refused.iter().take(MOST_NAMED) {
        speech.push(super::refusing::refused(scene, refusal));
    }
    if let Some(sentence) = off_menu(scene, proposal) {
        speech.push(sentence);
    }
    let taken = getting::take(scene, &proposal.details);
    for sentence in taken.speech.sentences() {
        speech.push(sentence);
    }
    let refused = !done.refused.is_empty()
        || !proposal.off_menu.is_empty()
        || !proposal.unclear.is_empty()
        || !proposal.doubted.is_empty();
    Carried {
        speech,
        done,
        taken,
        refused,
        worded,
    }
}

/// What was asked for and is not on the menu, by the words it was asked for with.
fn off_menu(scene: &Scene<'_>, proposal: &Proposal) -> Option<String> {
    let names: Vec<String> = proposal.off_menu.iter().take(MOST_NAMED).cloned().collect();
    let what = scene.phrases.nor(&names);
    (!names.is_empty()).then(|| scene.phrases.say("off-menu", &[("what", what.into())]))
}

/// What is said of each change.
fn said(scene: &Scene<'_>, done: &Done) -> Vec<String> {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let none = Draft::default();
    let draft = scene.draft().unwrap_or(&none);
    let line = |id: LineId| draft.line(id).map(|line| phrases.line(menu, line));
    let mut said = Vec::new();
    for (old, new) in &done.replaced {
        let Some(new) = draft.line(*new) else { continue };
        said.push(replaced(scene, old, new));
    }
    for gone in &done.removed {
        said.push(removed(scene, gone));
    }
    let new: Vec<String> = done
        .added
        .iter()
        .filter(|a| !a.joined)
        .filter_map(|a| line(a.line))
        .collect();
    if !new.is_empty() {
        said.push(phrases.say("added", &[("lines", phrases.and(&new).into())]));
    }
    for joined in done
        .added
        .iter()
        .filter(|added| added.joined)
        .filter_map(|added| line(added.line))
    {
        said.push(phrases.say("again", &[("line", joined.into())]));
    }
    let mut changed = done.changed.clone();
    changed.dedup();
    let answers = matches!(changed.as_slice(), [only] if asked_about(scene) == Some(*only));
    let changed: Vec<String> = changed.into_iter().filter_map(line).collect();
    match phrases.and(&changed) {
        none if none.is_empty() => {}
        // What was asked for is no change of mind.
        line if answers => said.push(phrases.say("added", &[("lines", line.into())])),
        line => said.push(changed_to(scene, line)),
    }
    said
}

/// The line that the open question is about.
fn asked_about(scene: &Scene<'_>) -> Option<LineId> {
    match scene.customer.value.pending {
        Some(Pending::Choose { line } | Pending::HowMany { line, .. } | Pending::OnlySome { line }) => {
            Some(line)
        }
        _ => None,
    }
}

fn replaced(scene: &Scene<'_>, old: &Line, new: &Line) -> String {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let gaps = [
        ("old", phrases.the_line(menu, old).into()),
        ("new", phrases.name_of_line(menu, new).into()),
    ];
    phrases.say("replaced", &gaps)
}

pub(super) fn removed(scene: &Scene<'_>, gone: &Line) -> String {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let gender = Phrases::gender_gap(phrases.gender_of_line(menu, gone));
    let name = phrases.name_of_line(menu, gone);
    let gaps = [
        ("name", name.into()),
        ("gender", gender),
        ("count", gone.quantity.get().into()),
    ];
    phrases.say("removed", &gaps)
}

/// The line as it is now, with the new total where no read-back follows that says it.
fn changed_to(scene: &Scene<'_>, line: String) -> String {
    match scene.settled_total().filter(|_| !scene.is_finishing()) {
        Some(total) => {
            let total = crate::phrases::money::spoken(total, scene.phrases.language);
            scene
                .phrases
                .say("changed", &[("line", line.into()), ("total", total.into())])
        }
        None => scene.phrases.say("changed-open", &[("line", line.into())]),
    }
}

/// Asks whether the draft is to be thrown away.
pub(super) fn start_over(scene: &mut Scene<'_>) -> Reply {
    if scene.draft().is_none() {
        scene.customer.value.pending = None;
        return Reply::open(Speech::of(scene.phrases.plain("greeting")));
    }
    asking::pose(scene, Pending::StartOver, Speech::default())
}

/// Throws the draft away.
pub(super) fn empty(scene: &mut Scene<'_>) -> Reply {
    *scene.draft_mut() = Draft {
        lines: Vec::new(),
        next_line: scene.draft_mut().next_line,
    };
    let open = scene.open_mut();
    open.finishing = false;
    // An order that was sent and was to be changed still comes.
    let key = match open.replaces.take() {
        Some(_) => "change-dropped",
        None => "emptied",
    };
    scene.speak_of(None);
    scene.customer.value.pending = None;
    Reply::open(Speech::of(scene.phrases.plain(key)).then(scene.phrases.plain("greeting-short")))
}

/// Says what has been ordered so far.
pub(super) async fn review(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    let Some(draft) = scene.draft() else {
        return asking::resume(scene, Speech::of(phrases.plain("nothing-ordered"))).await;
    };
    let lines = phrases.lines(scene.menu, draft);
    let mut speech = Speech::of(phrases.say("review", &[("lines", lines.into())]));
    if let Some(total) = scene.settled_total() {
        let total = crate::phrases::money::spoken(total, phrases.language);
        speech.push(phrases.say("review-total", &[("total", total.into())]));
    }
    asking::resume(scene, speech).await
}

/// Says what kinds of things there are, and goes on where it was.
pub(super) async fn menu(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    // "What do you have?" while a choice is asked for is about that choice.
    if let Some(Pending::Choose { .. }) = scene.customer.value.pending {
        let asked = Question {
            kind: QuestionKind::Choices,
            about: About::default(),
        };
        return questions::answer(scene, &[asked], false, Speech::default()).await;
    }
    let said = phrases.what_there_is(scene.menu);
    asking::resume(scene, Speech::of(said)).await
}
