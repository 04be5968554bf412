//! What is on the menu, what is in it, what is like it, and what is stated about allergens.

use super::{Answer, Asked};
use crate::app::records::{Counter, on_hand};
use crate::conversation::scene::{Pending, Scene};
use crate::conversation::{TurnError, allergies, choosing, shortage};
use crate::interpreter::About;
use crate::order::menu::{Allergen, Item, MenuOption, Names, Statement, Stock};
use crate::order::{CategoryId, GroupId, Line, LineId, Refusal};

/// The most names that an answer lists; what is beyond is "and more".
const MOST_LISTED: usize = 6;
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

fn unknown(scene: &Scene<'_>, about: &About) -> Answer {
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

/// "Is there peanut in the flan?" What is in neither list is only not stated.
pub(super) fn allergens(scene: &mut Scene<'_>, about: &About, allergic: bool) -> Answer {
    let phrases = scene.phrases;
    let named = &about.allergens;
    if allergic {
        let known = &mut scene.getting_mut().allergies;
        known.extend(
            named
                .iter()
                .filter(|allergen| !known.contains(allergen))
                .copied()
                .collect::<Vec<_>>(),
        );
    }
    let Some(thing) = thing(scene, about) else {
        let nothing_named = about.off_menu.is_empty();
        let key = if named.is_empty() {
            "which-dish"
        } else {
            "allergens-which-dish"
        };
        return if nothing_named {
            Answer::of(phrases.plain(key))
        } else {
            unknown(scene, about)
        };
    };
    let (stated, name) = (stated_of(scene, &thing), name(scene, &thing));
    if named.is_empty() {
        return Answer::of(all_stated(scene, &name, &stated));
    }
    let level = allergies::most(&stated, named);
    let answer = Answer {
        speech: allergies::stated(scene, &name, &stated, named),
        question: None,
    };
    if !allergic {
        return answer;
    }
    match (in_draft(scene, &thing), &thing) {
        (Some(line), _) => answer.asking(Pending::KeepAndWarn { line }),
        (None, Thing::Item(item, _)) if level > Statement::NotStated => answer.asking(Pending::StillWant {
            item: item.id.clone(),
        }),
        _ => answer,
    }
}

fn stated_of(scene: &Scene<'_>, thing: &Thing<'_>) -> crate::order::menu::Allergens {
    match thing {
        Thing::Item(item, options) => scene.menu.allergens_of_item(item, options.iter().copied()),
        Thing::Option(option) => option.allergens.clone().unwrap_or_default(),
        Thing::Line(_, line) => scene.menu.allergens_of_line(line),
    }
}

fn all_stated(scene: &Scene<'_>, name: &str, stated: &crate::order::menu::Allergens) -> String {
    let phrases = scene.phrases;
    let named = |list: &[Allergen]| allergies::names(scene, list);
    let gaps = [
        ("name", name.into()),
        ("contains", named(&stated.contains).into()),
        ("may", named(&stated.may_contain).into()),
    ];
    phrases.say(
        match (stated.contains.is_empty(), stated.may_contain.is_empty()) {
            (false, false) => "allergens-both",
            (false, true) => "allergens-contains",
            (true, false) => "allergens-may",
            (true, true) => "allergens-none-stated",
        },
        &gaps,
    )
}

/// The line of the draft that is this thing.
fn in_draft(scene: &Scene<'_>, thing: &Thing<'_>) -> Option<LineId> {
    let lines = &scene.draft()?.lines;
    match thing {
        Thing::Line(_, line) => Some(line.id),
        Thing::Item(item, options) => {
            let has = |line: &&Line| {
                let on_it =
                    |option: &&MenuOption| line.options.iter().any(|chosen| chosen.option == option.id);
                line.item == item.id && options.iter().all(on_it)
            };
            lines.iter().rev().find(has).map(|line| line.id)
        }
        Thing::Option(option) => {
            let has = |line: &&Line| line.options.iter().any(|chosen| chosen.option == option.id);
            lines.iter().rev().find(has).map(|line| line.id)
        }
    }
}

/// "Do you have guaraná?"
pub(super) async fn available(scene: &Scene<'_>, about: &About) -> Result<Answer, TurnError> {
    let phrases = scene.phrases;
    if about.items.is_empty()
        && about.options.is_empty()
        && (about.category.is_some() || about.group.is_some())
    {
        return Ok(choices(scene, about));
    }
    let Some(thing) = thing(scene, about).filter(|_| about.off_menu.is_empty()) else {
        return Ok(unknown(scene, about));
    };
    let today = scene.local_now().weekday();
    let off = match &thing {
        Thing::Item(item, options) => {
            if options.iter().any(|option| option.stock == Stock::Off) || item.stock == Stock::Off {
                Some(Refusal::ItemOff(item.id.clone()))
            } else if !item.served_on(today) {
                Some(Refusal::NotToday(item.id.clone()))
            } else if let Stock::Counted(_) = item.stock {
                let left = on_hand(scene.app, &Counter::Item(item.id.clone())).await?;
                (left == 0).then(|| Refusal::ItemOff(item.id.clone()))
            } else {
                None
            }
        }
        Thing::Option(option) => (option.stock == Stock::Off).then(|| Refusal::OptionOff(option.id.clone())),
        Thing::Line(..) => None,
    };
    Ok(match (off, &thing) {
        (Some(refusal), Thing::Item(item, _)) => {
            let answer = Answer::of(crate::conversation::refusing::refused(scene, &refusal));
            match shortage::alike(scene, &item.id) {
                Some(item) => answer.asking(Pending::Instead { item }),
                None => answer,
            }
        }
        (Some(refusal), _) => Answer::of(crate::conversation::refusing::refused(scene, &refusal)),
        (None, Thing::Item(item, options)) if options.is_empty() => {
            let price = super::price::answer(scene, about).speech.text();
            let speech = phrases.say("available", &[("price", price.into())]);
            Answer {
                question: Some(Asked::Within(Pending::Suggested {
                    item: item.id.clone(),
                })),
                ..Answer::of(speech)
            }
        }
        (None, _) => {
            let price = super::price::answer(scene, about).speech.text();
            Answer::of(phrases.say("available-option", &[("price", price.into())]))
        }
    })
}

/// "What pizzas do you have?", "which sizes?"
pub(super) fn choices(scene: &Scene<'_>, about: &About) -> Answer {
    let (phrases, menu) = (scene.phrases, scene.menu);
    if let Some(group) = &about.group {
        return said(scene, of_group(scene, group));
    }
    if let Some(category) = &about.category {
        return said(scene, of_category(scene, category, about));
    }
    if about.items.len() > 1 {
        let named = about.items.iter().filter_map(|id| menu.item(id));
        let names = named.map(|item| phrases.of_kind(&item.names).to_owned());
        return said(scene, names.collect());
    }
    let of_item = about.items.first().and_then(|id| menu.item(id));
    if let Some(item) = of_item.or_else(|| with_attribute(scene, about)) {
        if let Some(comes_in) = &item.comes_in
            && let Some(attribute) = menu.attribute(&comes_in.attribute)
        {
            let values = attribute.values.iter().map(|(value, _)| value);
            let values = values.filter(|value| comes_in.values.contains(value));
            let names = values.map(|value| phrases.value_name(menu, item, value));
            return said(scene, names.collect());
        }
        let mut groups = item.groups.iter().filter_map(|id| menu.group(id));
        return said(
            scene,
            match groups.find(|group| group.names_item) {
                Some(flavours) => of_group(scene, &flavours.id),
                None => vec![phrases.of_kind(&item.names).to_owned()],
            },
        );
    }
    if let Some(Pending::Choose { line }) = scene.customer.value.pending
        && let Some((question, _)) = choosing::question(scene, line)
    {
        return of_question(scene, line, question);
    }
    let names: Vec<&Names> = menu.categories.iter().map(|category| &category.names).collect();
    let many: Vec<String> = names.iter().map(|names| phrases.many(names).to_owned()).collect();
    said(scene, many)
}

/// "What sizes are there?": of what was spoken of last, where it has any, else of the first thing that has.
fn with_attribute<'m>(scene: &Scene<'m>, about: &About) -> Option<&'m Item> {
    let wanted = about.attribute.as_ref()?;
    let has = |item: &&Item| {
        item.comes_in
            .as_ref()
            .is_some_and(|comes_in| comes_in.attribute == *wanted)
    };
    let spoken = match thing(scene, about) {
        Some(Thing::Item(item, _) | Thing::Line(item, _)) => Some(item),
        Some(Thing::Option(_)) | None => None,
    };
    spoken.filter(has).or_else(|| scene.menu.items.iter().find(has))
}

/// What there is to choose from where a choice was asked for: the question names all of it, or there is more.
fn of_question(scene: &Scene<'_>, line: LineId, question: String) -> Answer {
    let all = choosing::all_choices(scene, line);
    let answer = if all.len() <= choosing::MOST_CHOICES {
        Answer::of(question)
    } else {
        let mut answer = said(scene, all);
        answer.speech.push(scene.phrases.plain("which-of-them"));
        answer
    };
    Answer {
        question: Some(Asked::Within(Pending::Choose { line })),
        ..answer
    }
}

/// What is listed of a kind: the flavours, where the kind is one dish with flavours; else its dishes, of a size only
/// those that come in it ("tem refrigerante de dois litros?").
fn of_category(scene: &Scene<'_>, category: &CategoryId, about: &About) -> Vec<String> {
    let menu = scene.menu;
    let today = scene.local_now().weekday();
    let comes_so = |item: &&Item| {
        about.attributes.iter().all(|(attribute, value)| {
            let comes_in = item.comes_in.as_ref();
            comes_in.is_some_and(|known| known.attribute == *attribute && known.values.contains(value))
        })
    };
    let items: Vec<&Item> = menu.offered(Some(category), today).filter(comes_so).collect();
    if let [only] = items.as_slice() {
        let flavours = only
            .groups
            .iter()
            .filter_map(|id| menu.group(id))
            .find(|group| group.names_item);
        if let Some(group) = flavours {
            return of_group(scene, &group.id);
        }
    }
    let names = items.into_iter().map(|item| scene.phrases.of_kind(&item.names));
    names.map(str::to_owned).collect()
}

fn of_group(scene: &Scene<'_>, group: &GroupId) -> Vec<String> {
    let on_offer = scene
        .menu
        .options_of(group)
        .filter(|option| option.stock != Stock::Off);
    let names = on_offer.map(|option| scene.phrases.one(&option.names));
    names.map(str::to_owned).collect()
}

fn said(scene: &Scene<'_>, mut names: Vec<String>) -> Answer {
    let phrases = scene.phrases;
    if names.is_empty() {
        return Answer::of(phrases.plain("none-today"));
    }
    if names.len() > MOST_LISTED {
        names.truncate(MOST_LISTED - 1);
        names.push(phrases.plain("and-more"));
    }
    Answer::of(phrases.say("choices", &[("names", phrases.and(&names).into())]))
}

/// "What's the dish of the day?"
pub(super) fn specials(scene: &Scene<'_>) -> Answer {
    let phrases = scene.phrases;
    let today = scene.local_now().weekday();
    let names = scene
        .menu
        .dishes_of(today)
        .map(|item| phrases.say("special", &[("name", phrases.one(&item.names).into())]));
    let mut names: Vec<String> = names.collect();
    if names.is_empty() {
        return Answer::of(phrases.plain("no-specials"));
    }
    names.truncate(MOST_LISTED);
    Answer::of(phrases.say("specials", &[("names", phrases.and(&names).into())]))
}
