//! A thing on the menu that was asked about: what is in it, and what is like it.

use super::Answer;
use crate::conversation::scene::Scene;
use crate::interpreter::About;
use crate::order::Line;
use crate::order::menu::{Item, MenuOption, Names};

/// The most things that are named as being like another.
const MOST_ALIKE: usize = 2;

/// A thing on the menu that was asked about.
pub(super) enum Thing<'m> {
    /// A dish or drink, with the options that were named with it.
    Item(&'m Item, Vec<&'m MenuOption>),
    /// An option alone.
    Option(&'m MenuOption),
    /// A line of the draft: "what's in it?"
    Line(&'m Item, Line),
}

/// What was asked about: what was named, else what was just asked about, else the line spoken of last.
pub(super) fn thing<'m>(scene: &Scene<'m>, about: &About) -> Option<Thing<'m>> {
    let menu = scene.menu;
    let nothing_named = about.items.is_empty() && about.options.is_empty() && about.off_menu.is_empty();
    let spoken = scene.spoken().filter(|_| nothing_named);
    let (items, options) = match &spoken {
        Some(spoken) => (spoken.item.as_slice(), spoken.options.as_slice()),
        None => (about.items.as_slice(), about.options.as_slice()),
    };
    let options: Vec<&MenuOption> = options.iter().filter_map(|id| menu.option(id)).collect();
    if let Some(item) = items.first().and_then(|id| menu.item(id)) {
        return Some(Thing::Item(item, options));
    }
    if let Some(option) = options.first() {
        // A flavour names its dish: "what's on the portuguesa?"
        let names_item = menu.group(&option.group).is_some_and(|group| group.names_item);
        let dish = menu.items.iter().find(|item| item.groups.contains(&option.group));
        return match dish.filter(|_| names_item) {
            Some(item) => Some(Thing::Item(item, options)),
            None => Some(Thing::Option(option)),
        };
    }
    let draft = scene.draft()?;
    let last = scene.customer.value.last_line.and_then(|id| draft.line(id));
    let line = last.or_else(|| draft.lines.last())?;
    Some(Thing::Line(menu.item(&line.item)?, line.clone()))
}

/// How a thing is called in a sentence about it.
pub(super) fn name(scene: &Scene<'_>, thing: &Thing<'_>) -> String {
    let phrases = scene.phrases;
    match thing {
        Thing::Item(item, options) => match dish_option(scene, item, options) {
            Some(option) => phrases.the(&option.names),
            None => phrases.the(&item.names),
        },
        Thing::Option(option) => phrases.the(&option.names),
        Thing::Line(_, line) => phrases.the_line(scene.menu, line),
    }
}

/// The option that names the dish, where one of these does.
pub(super) fn dish_option<'m>(
    scene: &Scene<'m>,
    item: &Item,
    options: &[&'m MenuOption],
) -> Option<&'m MenuOption> {
    let names = |option: &&&MenuOption| {
        let group = scene.menu.group(&option.group);
        item.groups.contains(&option.group) && group.is_some_and(|group| group.names_item)
    };
    options.iter().find(names).copied()
}

/// Says that the menu lacks what was asked about, or asks which dish is meant.
pub(super) fn unknown(scene: &Scene<'_>, about: &About) -> Answer {
    let phrases = scene.phrases;
    match about.off_menu.first() {
        Some(what) => Answer::of(phrases.say("off-menu", &[("what", what.as_str().into())])),
        None => Answer::of(phrases.plain("which-dish")),
    }
}

/// "What's in it?"
pub(super) fn contents(scene: &Scene<'_>, about: &About) -> Answer {
    let Some(thing) = thing(scene, about) else {
        return unknown(scene, about);
    };
    let (phrases, menu) = (scene.phrases, scene.menu);
    let (text, includes) = match &thing {
        Thing::Item(item, options) => match dish_option(scene, item, options) {
            Some(option) => (option.about.get(&phrases.language), &option.includes),
            None => (item.about.get(&phrases.language), &item.includes),
        },
        Thing::Option(option) => (option.about.get(&phrases.language), &option.includes),
        Thing::Line(item, line) => {
            let chosen = line
                .options
                .iter()
                .filter_map(|chosen| menu.option(&chosen.option));
            let chosen: Vec<&MenuOption> = chosen.collect();
            match dish_option(scene, item, &chosen) {
                Some(option) => (option.about.get(&phrases.language), &option.includes),
                None => (item.about.get(&phrases.language), &item.includes),
            }
        }
    };
    let name = name(scene, &thing);
    let listed: Vec<String> = includes.iter().map(|id| phrases.option_name(menu, id)).collect();
    match (text, listed.is_empty()) {
        (Some(text), _) => {
            let gaps = [("name", name.into()), ("about", text.as_str().into())];
            Answer::of(phrases.say("contents", &gaps))
        }
        (None, false) => {
            let gaps = [("name", name.into()), ("options", phrases.and(&listed).into())];
            Answer::of(phrases.say("comes-with", &gaps))
        }
        (None, true) => Answer::of(phrases.say("contents-unknown", &[("name", name.into())])),
    }
}

/// "Is it spicy?", "how many slices does the large have?": the menu states nothing of the kind; of a dish that was named,
/// what it does state is said.
pub(super) fn unstated(scene: &Scene<'_>, about: &About) -> Answer {
    let not_stated = Answer::of(scene.phrases.plain("not-stated"));
    let text = match thing(scene, about).filter(|_| about.attributes.is_empty()) {
        Some(Thing::Item(item, options)) => match dish_option(scene, item, &options) {
            Some(option) => option.about.contains_key(&scene.phrases.language),
            None => item.about.contains_key(&scene.phrases.language),
        },
        Some(Thing::Line(..)) => true,
        Some(Thing::Option(_)) | None => false,
    };
    if !text {
        return not_stated;
    }
    let mut answer = not_stated;
    answer.speech.append(contents(scene, about).speech);
    answer
}

/// "What's like it?"
pub(super) fn alike(scene: &Scene<'_>, about: &About) -> Answer {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let Some(thing) = thing(scene, about) else {
        return unknown(scene, about);
    };
    let today = scene.local_now().weekday();
    let names: Vec<&Names> = match &thing {
        Thing::Item(item, options) => match dish_option(scene, item, options) {
            Some(option) => menu
                .options_alike(option)
                .into_iter()
                .map(|option| &option.names)
                .collect(),
            None => menu
                .alike(item, today)
                .into_iter()
                .map(|item| &item.names)
                .collect(),
        },
        Thing::Option(option) => menu
            .options_alike(option)
            .into_iter()
            .map(|option| &option.names)
            .collect(),
        Thing::Line(item, _) => menu
            .alike(item, today)
            .into_iter()
            .map(|item| &item.names)
            .collect(),
    };
    let names: Vec<String> = names
        .iter()
        .take(MOST_ALIKE)
        .map(|names| phrases.one_with_article(names))
        .collect();
    if names.is_empty() {
        return Answer::of(phrases.plain("alike-none"));
    }
    Answer::of(phrases.say("alike", &[("items", phrases.or(&names).into())]))
}
