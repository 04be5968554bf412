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
        Some((line, statement)) => {
            let sentence = stated(scene, &statement.1, statement.0, named);
            (sentence, Some(Pending::KeepAndWarn { line }))
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
fn line_with(scene: &Scene<'_>, named: &[Allergen]) -> Option<(LineId, (Statement, String))> {
    let draft = scene.draft()?;
    let level = |line: &Line| most(&scene.menu.allergens_of_line(line), named);
    let line = draft.lines.iter().max_by_key(|line| level(line))?;
    let statement = level(line);
    let name = scene.phrases.the_line(scene.menu, line);
    (statement > Statement::NotStated).then_some((line.id, (statement, name)))
}

/// The most that is stated about any of these.
pub(super) fn most(allergens: &Allergens, named: &[Allergen]) -> Statement {
    let stated = named.iter().map(|allergen| allergens.of(*allergen));
    stated.max().unwrap_or(Statement::NotStated)
}

/// What is stated about these in a thing of this name.
pub(super) fn stated(scene: &Scene<'_>, name: &str, statement: Statement, named: &[Allergen]) -> String {
    let key = match statement {
        Statement::Contains => "allergen-contains",
        Statement::MayContain => "allergen-may-contain",
        Statement::NotStated => "allergen-not-stated",
    };
    let gaps = [("name", name.into()), ("allergens", names(scene, named).into())];
    scene.phrases.say(key, &gaps)
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
