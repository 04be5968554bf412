//! What a line still needs: a size, a flavour, a side; and the choices that are read out.

use super::scene::Scene;
use crate::order::editing::missing;
use crate::order::menu::{Names, Stock};
use crate::order::{Line, LineId, Missing};

/// The most choices that are read out.
const MOST_CHOICES: usize = 3;

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
            let on_offer = menu
                .options_of(group)
                .filter(|option| option.stock != Stock::Off)
                .map(|option| &option.names)
                .collect();
            ("ask-group", names, on_offer)
        }
    };
    let what = what.map(|names| phrases.one(names)).unwrap_or_default();
    let choices = choices_text(scene, &choices);
    let gaps = [
        ("what", what.into()),
        ("name", name.into()),
        ("choices", choices.as_str().into()),
    ];
    let short = phrases.say("ask-short", &[("choices", choices.as_str().into())]);
    Some((phrases.say(key, &gaps), short))
}

/// The sizes and the like that a line's item comes in.
fn values<'s>(scene: &Scene<'s>, line: &Line) -> Vec<&'s Names> {
    let menu = scene.menu;
    let Some(comes_in) = menu.item(&line.item).and_then(|item| item.comes_in.as_ref()) else {
        return Vec::new();
    };
    let Some(attribute) = menu.attribute(&comes_in.attribute) else {
        return Vec::new();
    };
    let values = attribute.values.iter();
    values
        .filter(|(value, _)| comes_in.values.contains(value))
        .map(|(_, names)| names)
        .collect()
}

/// Two or three choices at most; the last one says that there are more.
pub(super) fn choices_text(scene: &Scene<'_>, choices: &[&Names]) -> String {
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
