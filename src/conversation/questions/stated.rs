//! What is stated about the allergens of a thing. What is in neither list is only not stated.

use super::Answer;
use super::food::{Thing, name, thing, unknown};
use crate::conversation::allergies;
use crate::conversation::scene::{Pending, Scene};
use crate::interpreter::About;
use crate::order::menu::{Allergen, Allergens, MenuOption, Statement};
use crate::order::{Line, LineId};

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

fn stated_of(scene: &Scene<'_>, thing: &Thing<'_>) -> Allergens {
    match thing {
        Thing::Item(item, options) => scene.menu.allergens_of_item(item, options.iter().copied()),
        Thing::Option(option) => option.allergens.clone().unwrap_or_default(),
        Thing::Line(_, line) => scene.menu.allergens_of_line(line),
    }
}

fn all_stated(scene: &Scene<'_>, name: &str, stated: &Allergens) -> String {
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
