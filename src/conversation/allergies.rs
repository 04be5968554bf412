//! Allergies: the kitchen is warned of those that are named, and what the menu states is said in its three levels, never
//! as "safe".

use super::Speech;
use super::scene::{Pending, Scene};
use crate::order::menu::{Allergen, Allergens, Statement};
use crate::order::{Line, LineId};

/// The most allergies of one order.
const MOST: usize = 8;

/// Takes allergies that somebody has: the kitchen is warned, and of a line that is not free of them it is asked.
pub(super) fn take(scene: &mut Scene<'_>, named: &[Allergen]) -> (String, Option<Pending>) {
    let known = &mut scene.getting_mut().allergies;
    for allergen in named {
        if !known.contains(allergen) && known.len() < MOST {
            known.push(*allergen);
        }
    }
    match line_with(scene, named) {
        Some((line, name, allergens)) => {
            let sentences = stated(scene, &name, &allergens, named);
            (sentences.text(), Some(Pending::KeepAndWarn { line }))
        }
        None => (noted(scene, named), None),
    }
}

/// "I'll warn the kitchen about peanuts."
fn noted(scene: &Scene<'_>, named: &[Allergen]) -> String {
    scene
        .phrases
        .say("allergy-noted", &[("allergens", names(scene, named).into())])
}

/// What is said once the kitchen is to be warned of all that the order names.
pub(super) fn warned(scene: &Scene<'_>) -> Speech {
    let known = scene
        .getting()
        .map(|getting| getting.allergies.clone())
        .unwrap_or_default();
    if known.is_empty() {
        return Speech::of(scene.phrases.plain("kept"));
    }
    Speech::of(noted(scene, &known))
}

/// The line of which the most is stated about these, if anything is: with its name.
fn line_with(scene: &Scene<'_>, named: &[Allergen]) -> Option<(LineId, String, Allergens)> {
    let draft = scene.draft()?;
    let level = |line: &Line| most(&scene.menu.allergens_of_line(line), named);
    let line = draft.lines.iter().max_by_key(|line| level(line))?;
    let name = scene.phrases.the_line(scene.menu, line);
    let allergens = scene.menu.allergens_of_line(line);
    (level(line) > Statement::NotStated).then_some((line.id, name, allergens))
}

/// The most that is stated about any of these.
pub(super) fn most(allergens: &Allergens, named: &[Allergen]) -> Statement {
    let stated = named.iter().map(|allergen| allergens.of(*allergen));
    stated.max().unwrap_or(Statement::NotStated)
}

/// What is stated about these in a thing of this name: what it contains, then what it may contain; of what is in neither
/// list only where nothing else is stated.
pub(super) fn stated(scene: &Scene<'_>, name: &str, allergens: &Allergens, named: &[Allergen]) -> Speech {
    let of = |statement: Statement| -> Vec<Allergen> {
        let named = named.iter().copied();
        named.filter(|named| allergens.of(*named) == statement).collect()
    };
    let say = |key: &str, which: String| {
        let gaps = [("name", name.into()), ("allergens", which.into())];
        scene.phrases.say(key, &gaps)
    };
    let (contained, possible) = (of(Statement::Contains), of(Statement::MayContain));
    if contained.is_empty() && possible.is_empty() {
        let which: Vec<String> = named.iter().map(|named| scene.phrases.allergen(*named)).collect();
        return Speech::of(say("allergen-not-stated", scene.phrases.or(&which)));
    }
    let mut speech = Speech::default();
    if !contained.is_empty() {
        speech.push(say("allergen-contains", names(scene, &contained)));
    }
    if !possible.is_empty() {
        let key = if contained.is_empty() {
            "allergen-may-contain"
        } else {
            "allergen-may-too"
        };
        speech.push(say(key, names(scene, &possible)));
    }
    speech
}

/// Allergens in words.
pub(super) fn names(scene: &Scene<'_>, named: &[Allergen]) -> String {
    let names: Vec<String> = named
        .iter()
        .map(|allergen| scene.phrases.allergen(*allergen))
        .collect();
    scene.phrases.and(&names)
}

/// Keeps the order's allergies for the next time, or keeps none any more.
pub(super) fn remember(scene: &mut Scene<'_>, wanted: bool) -> String {
    if !wanted {
        scene.customer.value.kept.allergies.clear();
        return scene.phrases.plain("allergies-forgotten");
    }
    let of_order = scene
        .getting()
        .map(|getting| getting.allergies.clone())
        .unwrap_or_default();
    if of_order.is_empty() {
        return scene.phrases.plain("nothing-to-remember");
    }
    scene.customer.value.kept.allergies = of_order;
    scene.phrases.plain("allergies-kept")
}
