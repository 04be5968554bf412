//! Ordering: the edits of a turn carried out, and the change said first.

use super::edits::{self, Done};
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking, sending};
use crate::interpreter::Proposal;
use crate::order::{Draft, Fulfilment, Line, LineId, Refusal, price};
use crate::phrases::Phrases;

/// The most wishes that are named as not to be had in one reply.
const MOST_NAMED: usize = 3;

/// Carries out a proposal's edits and asks what comes next.
pub(super) async fn edit(scene: &mut Scene<'_>, proposal: &Proposal) -> Result<Reply, TurnError> {
    let (speech, done) = carry_out(scene, proposal);
    // A change at the read-back that is only about the way there is answered by the read-back anew.
    if proposal.details.fulfilment.is_some()
        && !done.anything()
        && scene.customer.value.pending == Some(Pending::Send)
    {
        return sending::read_back_after(scene, speech).await;
    }
    if !done.anything() && speech.is_empty() {
        scene.customer.value.misses = scene.customer.value.misses.saturating_add(1);
        return Ok(super::repair::miss(scene));
    }
    let refused = !done.refused.is_empty() || !proposal.off_menu.is_empty();
    scene.answered = !refused && done.changed.len() == 1;
    let repaired = refused || done.added.is_empty();
    asking::next(scene, speech, !repaired).await
}

/// Carries out a proposal's edits, and reads back if nothing is left to be settled: "a coke and that's all".
pub(super) async fn edit_and_finish(scene: &mut Scene<'_>, proposal: &Proposal) -> Result<Reply, TurnError> {
    let (speech, done) = carry_out(scene, proposal);
    if !done.refused.is_empty() || !proposal.off_menu.is_empty() || !proposal.unclear.is_empty() {
        return asking::next(scene, speech, false).await;
    }
    sending::read_back(scene).await
}

fn carry_out(scene: &mut Scene<'_>, proposal: &Proposal) -> (Speech, Done) {
    let done = edits::apply(scene, proposal.edits.iter().map(|edit| &edit.kind));
    let mut speech = Speech::default();
    for sentence in said(scene, &done) {
        speech.push(sentence);
    }
    if let Some(way) = proposal.details.fulfilment {
        speech.push(bring(scene, way));
    }
    let what = proposal
        .off_menu
        .iter()
        .take(MOST_NAMED)
        .map(String::as_str)
        .collect::<Vec<_>>();
    if !what.is_empty() {
        let names: Vec<String> = what.iter().map(|name| (*name).to_owned()).collect();
        speech.push(
            scene
                .phrases
                .say("off-menu", &[("what", scene.phrases.or(&names).into())]),
        );
    }
    for refusal in done.refused.iter().take(MOST_NAMED) {
        speech.push(refused(scene, refusal));
    }
    for unclear in proposal.unclear.iter().take(1) {
        let menu = scene.menu;
        let items = unclear
            .items
            .iter()
            .filter_map(|id| menu.item(id))
            .map(|item| &item.names);
        let options = unclear
            .options
            .iter()
            .filter_map(|id| menu.option(id))
            .map(|option| &option.names);
        let names: Vec<String> = items
            .chain(options)
            .take(MOST_NAMED)
            .map(|names| scene.phrases.one(names).to_owned())
            .collect();
        speech.push(
            scene
                .phrases
                .say("which-one", &[("choices", scene.phrases.or(&names).into())]),
        );
    }
    (speech, done)
}

/// Has the order brought or fetched, where the shop does that, and says which.
fn bring(scene: &mut Scene<'_>, way: Fulfilment) -> String {
    let key = match (way, way.offered(&scene.menu.shop)) {
        (Fulfilment::Delivery, true) => "way-delivery",
        (Fulfilment::Pickup, true) => "way-pickup",
        (Fulfilment::Delivery, false) => "no-delivery",
        (Fulfilment::Pickup, false) => "no-pickup",
    };
    if way.offered(&scene.menu.shop) {
        scene.bring(way);
    }
    scene.phrases.plain(key)
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
    let changed: Vec<String> = changed.into_iter().filter_map(line).collect();
    if !changed.is_empty() {
        said.push(changed_to(scene, draft, phrases.and(&changed)));
    }
    said
}

fn replaced(scene: &Scene<'_>, old: &Line, new: &Line) -> String {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let gaps = [
        ("old", phrases.the_line(menu, old).into()),
        ("new", phrases.name_of_line(menu, new).into()),
    ];
    phrases.say("replaced", &gaps)
}

fn removed(scene: &Scene<'_>, gone: &Line) -> String {
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

fn changed_to(scene: &Scene<'_>, draft: &Draft, line: String) -> String {
    let getting = scene.open.as_ref().map(|open| &open.value.getting);
    let totals = getting.and_then(|getting| price::totals(scene.menu, draft, getting).ok());
    match totals {
        Some(totals) => {
            let total = crate::phrases::money::spoken(totals.total, scene.phrases.language);
            scene
                .phrases
                .say("changed", &[("line", line.into()), ("total", total.into())])
        }
        None => scene.phrases.say("changed-open", &[("line", line.into())]),
    }
}

/// What is said of a wish that the menu does not allow.
fn refused(scene: &Scene<'_>, refusal: &Refusal) -> String {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let item = |id| {
        menu.item(id)
            .map(|item| phrases.one(&item.names).to_owned())
            .unwrap_or_default()
    };
    match refusal {
        Refusal::NoItem(id) => phrases.say("off-menu", &[("what", id.as_str().into())]),
        Refusal::ItemOff(id) => phrases.say("item-off", &[("name", item(id).into())]),
        Refusal::OptionOff(id) => phrases.say("item-off", &[("name", phrases.option_name(menu, id).into())]),
        Refusal::NotOnItem(id, option) => {
            let option = phrases.option_name(menu, option);
            phrases.say(
                "not-on-item",
                &[("name", item(id).into()), ("option", option.into())],
            )
        }
        Refusal::NotInValue(id, value) => {
            let value = menu
                .item(id)
                .map(|item| phrases.value_name(menu, item, value))
                .unwrap_or_default();
            phrases.say(
                "not-in-value",
                &[("name", item(id).into()), ("value", value.into())],
            )
        }
        Refusal::TooManyOptions(group) => {
            let group = menu.group(group);
            let most = group.map_or(0, |group| group.most);
            let what = group.map(|group| phrases.many(&group.names)).unwrap_or_default();
            let most = crate::phrases::number::spell(most, phrases.language, None);
            phrases.say(
                "too-many-options",
                &[("what", what.into()), ("most", most.into())],
            )
        }
        Refusal::TooMany => phrases.plain("too-many"),
        Refusal::TooManyLines => phrases.plain("too-many-lines"),
        Refusal::NoLine => phrases.plain("no-such-line"),
    }
}

/// Asks whether the draft is to be thrown away.
pub(super) fn start_over(scene: &mut Scene<'_>) -> Reply {
    if scene.draft().is_none() {
        scene.customer.value.pending = None;
        return Reply::open(Speech::of(scene.phrases.plain("greeting")));
    }
    scene.customer.value.pending = Some(Pending::StartOver);
    let question = scene.phrases.plain("start-over-ask");
    Reply::yes_no(Speech::of(&question), question)
}

/// Throws the draft away.
pub(super) fn empty(scene: &mut Scene<'_>) -> Reply {
    *scene.draft_mut() = Draft {
        lines: Vec::new(),
        next_line: scene.draft_mut().next_line,
    };
    scene.speak_of(None);
    scene.customer.value.pending = None;
    Reply::open(Speech::of(scene.phrases.plain("emptied")).then(scene.phrases.plain("greeting-short")))
}

/// Says what has been ordered so far.
pub(super) fn review(scene: &mut Scene<'_>) -> Reply {
    let phrases = scene.phrases;
    let Some(draft) = scene.draft() else {
        scene.customer.value.pending = None;
        return Reply::open(Speech::of(phrases.plain("nothing-ordered")));
    };
    let lines = phrases.lines(scene.menu, draft);
    let getting = scene.open.as_ref().map(|open| &open.value.getting);
    let totals = getting.and_then(|getting| price::totals(scene.menu, draft, getting).ok());
    let mut speech = Speech::of(phrases.say("review", &[("lines", lines.into())]));
    if let Some(totals) = totals {
        let total = crate::phrases::money::spoken(totals.total, phrases.language);
        speech.push(phrases.say("review-total", &[("total", total.into())]));
    }
    asking::anything_else(scene, speech)
}

/// Says what kinds of things there are.
pub(super) fn menu(scene: &mut Scene<'_>) -> Reply {
    let phrases = scene.phrases;
    let categories = scene.menu.categories.iter();
    let names: Vec<String> = categories
        .map(|category| phrases.many(&category.names).to_owned())
        .collect();
    scene.customer.value.pending = None;
    Reply::open(Speech::of(
        phrases.say("menu", &[("categories", phrases.and(&names).into())]),
    ))
    .reprompting(phrases.plain("greeting-short"))
}
