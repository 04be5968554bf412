//! "Can you spell that?": what the last reply named and is hard to hear, letter by letter and digit by digit.
//!
//! Spelled is what was named in the question, else what whoever asks has just heard: an address before a name or a number,
//! those before dishes. What was not said to them is not spelled to them either.

use super::repair;
use super::scene::Scene;
use super::{Reply, Speech, TurnError};
use crate::interpreter::About;
use crate::order::menu::{MenuOption, Names};

/// The most dishes that are spelled in one reply.
const MOST_DISHES: usize = 3;

/// Something to be spelled out.
enum Hard {
    /// A name, letter by letter.
    Name(String),
    /// Digits, already apart.
    Digits(String),
}

/// Spells it out; says it again slowly where nothing of it can be spelled. What was asked stays asked.
pub(super) async fn spell(scene: &mut Scene<'_>, about: &About) -> Result<Reply, TurnError> {
    let named = named(scene, about);
    let hard = match named.is_empty() {
        false => named.into_iter().map(Hard::Name).collect(),
        true => just_said(scene),
    };
    if hard.is_empty() {
        return repair::once_slowly(scene).await;
    }
    let mut speech = Speech::default().slowly(true);
    for hard in hard {
        spelled(scene, hard, &mut speech);
    }
    Ok(repair::asking_still(scene, speech))
}

/// Adds the sentence that spells something.
fn spelled(scene: &Scene<'_>, hard: Hard, speech: &mut Speech) {
    let phrases = scene.phrases;
    match hard {
        Hard::Digits(digits) => speech.push(phrases.say("spelled-number", &[("digits", digits.into())])),
        Hard::Name(name) => {
            let words = phrases.signs(&name);
            let letters: Vec<&str> = words.iter().map(|(_, signs)| signs.as_str()).collect();
            let letters = letters.join("; ");
            for (word, signs) in &words {
                speech.spell(word, signs);
            }
            speech.push(phrases.say("spelled", &[("name", name.into()), ("letters", letters.into())]));
        }
    }
}

/// The names of the dishes that were asked for; of a dish that is known by its flavour the flavour's.
fn named(scene: &Scene<'_>, about: &About) -> Vec<String> {
    let menu = scene.menu;
    let names_item = |option: &&MenuOption| menu.group(&option.group).is_some_and(|group| group.names_item);
    let options: Vec<&MenuOption> = about.options.iter().filter_map(|id| menu.option(id)).collect();
    let flavours = options
        .iter()
        .copied()
        .filter(names_item)
        .map(|option| &option.names);
    let mut names: Vec<&Names> = flavours.collect();
    if names.is_empty() {
        let items = about.items.iter().filter_map(|id| menu.item(id));
        names = items.map(|item| &item.names).collect();
    }
    if names.is_empty() {
        names = options.iter().map(|option| &option.names).collect();
    }
    let one = |names: &&Names| Some(names.get(&scene.phrases.language)?.one.clone());
    names.iter().filter_map(one).take(MOST_DISHES).collect()
}

/// What was said last that is hard to hear.
fn just_said(scene: &Scene<'_>) -> Vec<Hard> {
    let Some(said) = scene.last_said().map(str::to_lowercase) else {
        return Vec::new();
    };
    let shop = of_shop(scene, &said);
    if !shop.is_empty() {
        return shop;
    }
    let private = of_customer(scene, &said);
    if !private.is_empty() {
        return private;
    }
    dishes(scene, &said).into_iter().map(Hard::Name).collect()
}

/// Address, name and number of the order under way, as far as they were said. A voice that is not known may have the same
/// words said to it for another reason: what is kept from earlier is not told by spelling it.
fn of_customer(scene: &Scene<'_>, said: &str) -> Vec<Hard> {
    let (phrases, Some(getting)) = (scene.phrases, scene.getting()) else {
        return Vec::new();
    };
    let mut hard = Vec::new();
    let address = &getting.address;
    let street = address.street.as_ref().filter(|_| scene.may_read_address());
    if let Some(street) = street.filter(|street| says(said, street)) {
        hard.push(Hard::Name(street.clone()));
        if let Some(number) = &address.number {
            let signs = phrases.signs(number).into_iter().map(|(_, signs)| signs);
            let signs = signs.collect::<Vec<_>>().join(", ");
            // A second time it was said sign by sign.
            if says(said, &phrases.spelled(number)) || says(said, &signs) {
                hard.push(Hard::Digits(signs));
            }
        }
        return hard;
    }
    let (contact, kept) = (&getting.contact, &scene.customer.value.kept.contact);
    let name = contact.name.as_ref();
    let name = name.filter(|name| scene.voice_known || kept.name.as_ref() != Some(name));
    if let Some(name) = name.filter(|name| says(said, name)) {
        hard.push(Hard::Name(name.clone()));
    }
    let phone = contact.phone.as_ref();
    let phone = phone.filter(|phone| scene.voice_known || kept.phone.as_ref() != Some(phone));
    let phone = phone.map(|phone| phrases.phone(phone));
    hard.extend(phone.filter(|phone| says(said, phone)).map(Hard::Digits));
    hard
}

/// The shop's own address and number, as far as they were said.
fn of_shop(scene: &Scene<'_>, said: &str) -> Vec<Hard> {
    let (phrases, shop) = (scene.phrases, &scene.menu.shop);
    let address = shop.address.as_ref();
    // A second time it was said as it is written.
    let address = address.filter(|address| says(said, &phrases.spelled(address)) || says(said, address));
    let phone = shop.phone.as_ref().map(|phone| phrases.phone(phone));
    let phone = phone.filter(|phone| says(said, phone));
    let address = address.map(|address| Hard::Name(address.clone()));
    address.into_iter().chain(phone.map(Hard::Digits)).collect()
}

/// The names of dishes and options that were said, in the order in which they were; of one within another the longer.
fn dishes(scene: &Scene<'_>, said: &str) -> Vec<String> {
    let names = scene
        .menu
        .names()
        .filter_map(|names| names.get(&scene.phrases.language));
    let found = names.flat_map(|name| {
        let forms = [&name.one, &name.many].into_iter();
        forms.filter_map(|form| Some((place_of(said, form)?, form.chars().count(), name.one.as_str())))
    });
    let mut found: Vec<(usize, usize, &str)> = found.collect();
    found.sort_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)));
    let (mut kept, mut end) = (Vec::<&str>::new(), 0);
    for (at, length, name) in found {
        if at >= end && !kept.contains(&name) {
            end = at + length;
            kept.push(name);
        }
    }
    kept.into_iter().take(MOST_DISHES).map(str::to_owned).collect()
}

/// Whether a text in small letters says these words.
fn says(said: &str, words: &str) -> bool {
    place_of(said, words).is_some()
}

/// Where a text in small letters says these words, in characters.
fn place_of(said: &str, words: &str) -> Option<usize> {
    let words = words.to_lowercase();
    if words.trim().is_empty() {
        return None;
    }
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    said.match_indices(&words).find_map(|(at, found)| {
        let before = said.get(..at)?;
        let after = said.get(at + found.len()..)?;
        (apart(before.chars().next_back()) && apart(after.chars().next())).then(|| before.chars().count())
    })
}
