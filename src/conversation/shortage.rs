//! What there is not enough of: said as soon as it is asked for, and again where it runs out before the read-back.

use super::edits::Done;
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking, changing, sending};
use crate::app::records::{Counter, counters_of, counters_of_line, on_hand};
use crate::order::{Draft, ItemId, Line, LineId, Refusal};
use crate::phrases::Phrases;
use crate::phrases::number::spell;
use crate::workflow::short_of;

/// Looks after every addition whether there is enough of what was added.
pub(super) async fn of_added(scene: &mut Scene<'_>, done: &Done) -> Result<Option<Reply>, TurnError> {
    let lines: Vec<LineId> = done
        .added
        .iter()
        .map(|added| added.line)
        .chain(done.changed.iter().copied())
        .collect();
    let Some(draft) = scene.draft().cloned() else {
        return Ok(None);
    };
    let menu = scene.menu;
    let touched = |counter: &Counter| {
        let of_line = |id: &LineId| {
            draft
                .line(*id)
                .is_some_and(|line| counters_of_line(menu, line).contains(counter))
        };
        lines.iter().any(of_line)
    };
    let short = short_of(scene.app, &draft).await?;
    let short = beyond_replaced(scene, &draft, short)
        .await?
        .into_iter()
        .find(touched);
    match short {
        Some(counter) => Ok(Some(say(scene, Speech::default(), &counter).await?)),
        None => Ok(None),
    }
}

/// What there is still not enough of, once what the order that is being changed has set aside is free.
pub(super) async fn beyond_replaced(
    scene: &Scene<'_>,
    draft: &Draft,
    short: Vec<Counter>,
) -> Result<Vec<Counter>, TurnError> {
    let needs = counters_of(scene.menu, draft);
    let mut still = Vec::new();
    for counter in short {
        let left = left_of(scene, &counter).await?;
        // What is off today is no matter of counting.
        if needs.get(&counter).is_none_or(|need| left < *need) || left == 0 {
            still.push(counter);
        }
    }
    Ok(still)
}

/// How much of a thing there is for this draft.
async fn left_of(scene: &Scene<'_>, counter: &Counter) -> Result<u32, TurnError> {
    let set_aside = changing::set_aside(scene).await?;
    let freed = set_aside.get(counter).copied().unwrap_or(0);
    Ok(on_hand(scene.app, counter).await?.saturating_add(freed))
}

/// Says of a thing how much of it is left, and asks what to do about it.
pub(super) async fn say(
    scene: &mut Scene<'_>,
    before: Speech,
    counter: &Counter,
) -> Result<Reply, TurnError> {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let names = match counter {
        Counter::Item(id) => menu.item(id).map(|item| &item.names),
        Counter::Option(id) => menu.option(id).map(|option| &option.names),
    };
    let Some(names) = names else {
        return Ok(asking::anything_else(scene, before));
    };
    let left = left_of(scene, counter).await?;
    let holds = |line: &&Line| counters_of_line(menu, line).contains(counter);
    let line = scene
        .draft()
        .and_then(|draft| draft.lines.iter().rev().find(holds))
        .map(|line| line.id);
    if left > 0
        && let Some(line) = line
    {
        let name = if left == 1 {
            phrases.one(names)
        } else {
            phrases.many(names)
        };
        let gender = phrases.gender(names);
        let gaps = [
            ("name", name.into()),
            ("count", spell(left, phrases.language, gender).into()),
            ("gender", Phrases::gender_gap(gender)),
        ];
        let sentence = phrases.say("short-some", &gaps);
        return Ok(asking::pose(
            scene,
            Pending::OnlySome { line },
            before.then(sentence),
        ));
    }
    // What is gone leaves the draft, and what is like it is offered.
    if let Some(line) = line {
        scene.draft_mut().remove(line, None).ok();
        scene.speak_of(None);
    }
    let sentence = phrases.say("item-off", &[("name", phrases.one(names).into())]);
    let speech = before.then(sentence);
    let instead = match counter {
        Counter::Item(id) => alike(scene, id),
        Counter::Option(_) => None,
    };
    match instead {
        Some(item) => Ok(asking::pose(scene, Pending::Instead { item }, speech)),
        // The draft is a line shorter, so that this comes to an end.
        None if scene.is_finishing() => Box::pin(sending::read_back_after(scene, speech)).await,
        None => Ok(asking::anything_else(scene, speech)),
    }
}

/// What could take the place of an item: of its kind, on sale today.
pub(super) fn alike(scene: &Scene<'_>, id: &ItemId) -> Option<ItemId> {
    let today = scene.local_now().weekday();
    let item = scene.menu.item(id)?;
    scene.menu.alike(item, today).first().map(|item| item.id.clone())
}

impl Done {
    /// What could be had instead of the one thing that is off today.
    pub(super) fn instead(&self, scene: &Scene<'_>) -> Option<Pending> {
        let [Refusal::ItemOff(id) | Refusal::NotToday(id)] = self.refused.as_slice() else {
            return None;
        };
        alike(scene, id).map(|item| Pending::Instead { item })
    }
}
