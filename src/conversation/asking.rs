//! The one question at the end of a reply: what a line still needs, a suggestion, or whether that is all.

use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError};
use crate::app::records::{Counter, on_hand};
use crate::order::editing::missing;
use crate::order::menu::{Names, Stock};
use crate::order::{ItemId, Line, LineId, Missing};
use crate::workflow::suggestion;

/// The most choices that are read out.
const MOST_CHOICES: usize = 3;

/// Asks for what is missing; else suggests something, where there is room for it; else asks whether that is all.
pub(super) async fn next(
    scene: &mut Scene<'_>,
    speech: Speech,
    room_to_suggest: bool,
) -> Result<Reply, TurnError> {
    if let Some((line, missing)) = first_missing(scene) {
        // One question after the other about the same line: the next question is answer enough.
        let answered = scene.customer.value.pending == Some(Pending::Choose { line }) && scene.answered;
        let speech = if answered { Speech::default() } else { speech };
        return Ok(ask_missing(scene, speech, line, &missing));
    }
    if room_to_suggest && let Some(reply) = suggest(scene, &speech).await? {
        return Ok(reply);
    }
    Ok(anything_else(scene, speech))
}

/// "Anything else?", or what is wanted at all.
pub(super) fn anything_else(scene: &mut Scene<'_>, speech: Speech) -> Reply {
    let Some(_) = scene.draft() else {
        scene.customer.value.pending = None;
        let question = scene.phrases.plain("greeting-short");
        return Reply::open(speech.then(&question)).reprompting(question);
    };
    scene.customer.value.pending = Some(Pending::AnythingElse);
    let question = scene.phrases.plain("anything-else");
    Reply::open(speech.then(&question)).reprompting(scene.phrases.plain("anything-else-short"))
}

/// The first thing that a line still needs.
pub(super) fn first_missing(scene: &Scene<'_>) -> Option<(LineId, Missing)> {
    let menu = scene.menu;
    scene
        .draft()?
        .lines
        .iter()
        .find_map(|line| missing(menu, line).map(|missing| (line.id, missing)))
}

/// Asks for what a line still needs, with the choices.
pub(super) fn ask_missing(scene: &mut Scene<'_>, speech: Speech, id: LineId, missing: &Missing) -> Reply {
    scene.customer.value.pending = Some(Pending::Choose { line: id });
    scene.speak_of(Some(id));
    let phrases = scene.phrases;
    let Some(line) = scene.draft().and_then(|draft| draft.line(id)) else {
        return anything_else(scene, speech);
    };
    let name = phrases.the_line(scene.menu, line);
    let (key, what, choices) = match missing {
        Missing::Attribute(attribute) => {
            let names = scene.menu.attribute(attribute).map(|attribute| &attribute.names);
            ("ask-value", names, value_choices(scene, line))
        }
        Missing::Group(group) => {
            let names = scene.menu.group(group).map(|group| &group.names);
            let on_offer = scene
                .menu
                .options_of(group)
                .filter(|option| option.stock != Stock::Off);
            ("ask-group", names, on_offer.map(|option| &option.names).collect())
        }
    };
    let what = what
        .map(|names| phrases.one(names))
        .unwrap_or_default()
        .to_owned();
    let choices = choices_text(scene, &choices);
    let gaps = [
        ("what", what.into()),
        ("name", name.into()),
        ("choices", choices.as_str().into()),
    ];
    let short = phrases.say("ask-short", &[("choices", choices.as_str().into())]);
    Reply::open(speech.then(phrases.say(key, &gaps))).reprompting(short)
}

fn value_choices<'s>(scene: &'s Scene<'_>, line: &Line) -> Vec<&'s Names> {
    let menu = scene.menu;
    let Some(comes_in) = menu.item(&line.item).and_then(|item| item.comes_in.as_ref()) else {
        return Vec::new();
    };
    let Some(attribute) = menu.attribute(&comes_in.attribute) else {
        return Vec::new();
    };
    let offered = attribute
        .values
        .iter()
        .filter(|(value, _)| comes_in.values.contains(value));
    offered.map(|(_, names)| names).collect()
}

/// Two or three choices at most; the last one says that there are more.
fn choices_text(scene: &Scene<'_>, choices: &[&Names]) -> String {
    let phrases = scene.phrases;
    let mut names: Vec<String> = choices
        .iter()
        .map(|names| phrases.one(names).to_owned())
        .collect();
    if names.len() > MOST_CHOICES {
        names.truncate(MOST_CHOICES - 1);
        names.push(phrases.plain("or-another"));
    }
    phrases.or(&names)
}

async fn suggest(scene: &mut Scene<'_>, speech: &Speech) -> Result<Option<Reply>, TurnError> {
    let Some(open) = scene.open.as_ref().filter(|open| !open.value.suggested) else {
        return Ok(None);
    };
    let Some(item) = suggestion(scene.app, &open.value.id).await? else {
        return Ok(None);
    };
    if !still_fits(scene, &item).await? {
        return Ok(None);
    }
    let Some(names) = scene.menu.item(&item).map(|item| &item.names) else {
        return Ok(None);
    };
    let phrases = scene.phrases;
    let question = phrases.say("suggest", &[("item", phrases.one_with_article(names).into())]);
    if let Some(open) = scene.open.as_mut() {
        open.value.suggested = true;
    }
    scene.customer.value.pending = Some(Pending::Suggested { item });
    Ok(Some(Reply::yes_no(speech.clone().then(&question), question)))
}

/// Whether what was to be suggested is in stock and of a kind that the draft still has none of.
async fn still_fits(scene: &Scene<'_>, id: &ItemId) -> Result<bool, TurnError> {
    let menu = scene.menu;
    let (Some(item), Some(draft)) = (menu.item(id), scene.draft()) else {
        return Ok(false);
    };
    let has_kind = draft
        .lines
        .iter()
        .filter_map(|line| menu.item(&line.item))
        .any(|other| other.category == item.category);
    let there = match item.stock {
        Stock::Unlimited => true,
        Stock::Off => false,
        Stock::Counted(_) => on_hand(scene.app, &Counter::Item(id.clone())).await? > 0,
    };
    Ok(there && !has_kind)
}
