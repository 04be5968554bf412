//! What is on offer: whether there is something, which there are of a kind or by a name, and the dishes of the day.

use super::food::{Thing, thing, unknown};
use super::{Answer, Asked};
use crate::app::records::{Counter, on_hand};
use crate::conversation::scene::{Pending, Scene};
use crate::conversation::{TurnError, choosing, shortage};
use crate::interpreter::About;
use crate::order::menu::{Item, Names, Stock};
use crate::order::{CategoryId, GroupId, LineId, Refusal};

/// The most names that an answer lists; what is beyond is "and more".
const MOST_LISTED: usize = 6;
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
