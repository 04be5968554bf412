//! What a line still needs: a size, a flavour, a side; and the choices that are read out.

use super::scene::Scene;
use crate::order::editing::missing;
use crate::order::menu::{Names, Stock};
use crate::order::{GroupId, Line, LineId, Missing};

/// The most choices that are read out in a question.
pub(super) const MOST_CHOICES: usize = 3;

/// The first thing that a line still needs.
pub(super) fn first_missing(scene: &Scene<'_>) -> Option<(LineId, Missing)> {
    let menu = scene.menu;
    let mut lines = scene.draft()?.lines.iter();
    lines.find_map(|line| missing(menu, line).map(|missing| (line.id, missing)))
}

/// The question for what a line needs, and the same in short; none where it needs nothing.
pub(super) fn question(scene: &Scene<'_>, id: LineId) -> Option<(String, String)> {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let line = scene.draft()?.line(id)?;
    let name = phrases.the_line(menu, line);
    let missing = missing(menu, line)?;
    let (key, what, choices) = match &missing {
        Missing::Attribute(attribute) => {
            let names = menu.attribute(attribute).map(|attribute| &attribute.names);
            ("ask-value", names, values(scene, line))
        }
        Missing::Group(group) => {
            let names = menu.group(group).map(|group| &group.names);
            ("ask-group", names, options(scene, group))
        }
    };
    let what = what.map(|names| phrases.one(names)).unwrap_or_default();
    let choices = some_of(scene, choices);
    let gaps = [
        ("what", what.into()),
        ("name", name.into()),
        ("choices", choices.as_str().into()),
    ];
    let short = phrases.say("ask-short", &[("choices", choices.as_str().into())]);
    Some((phrases.say(key, &gaps), short))
}

/// Everything that a line can be given for what it needs, by name; none where it needs nothing.
pub(super) fn all_choices(scene: &Scene<'_>, id: LineId) -> Vec<String> {
    let line = scene.draft().and_then(|draft| draft.line(id));
    match line.and_then(|line| missing(scene.menu, line).map(|missing| (line, missing))) {
        Some((line, Missing::Attribute(_))) => values(scene, line),
        Some((_, Missing::Group(group))) => options(scene, &group),
        None => Vec::new(),
    }
}

/// The sizes and the like that a line's item comes in.
fn values(scene: &Scene<'_>, line: &Line) -> Vec<String> {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let Some(item) = menu.item(&line.item) else {
        return Vec::new();
    };
    let Some(comes_in) = &item.comes_in else {
        return Vec::new();
    };
    let Some(attribute) = menu.attribute(&comes_in.attribute) else {
        return Vec::new();
    };
    let gender = phrases.gender_of_line(menu, line);
    let values = attribute.values.iter().map(|(value, _)| value);
    values
        .filter(|value| comes_in.values.contains(value))
        .map(|value| phrases.value_agreeing(menu, item, value, gender))
        .collect()
}

/// What a group has on offer.
fn options(scene: &Scene<'_>, group: &GroupId) -> Vec<String> {
    let on_offer = scene.menu.options_of(group);
    on_offer
        .filter(|option| option.stock != Stock::Off)
        .map(|option| scene.phrases.one(&option.names).to_owned())
        .collect()
}

/// Two or three choices at most; the last one says that there are more.
pub(super) fn choices_text(scene: &Scene<'_>, choices: &[&Names]) -> String {
    let names = choices.iter().map(|names| scene.phrases.one(names).to_owned());
    some_of(scene, names.collect())
}

fn some_of(scene: &Scene<'_>, mut names: Vec<String>) -> String {
    if names.len() > MOST_CHOICES {
        names.truncate(MOST_CHOICES - 1);
        names.push(scene.phrases.plain("or-another"));
    }
    scene.phrases.or(&names)
}
