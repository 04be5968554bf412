//! A proposal's edits applied to the draft, and what is to be said of each.
//!
//! The menu decides: what it does not allow is left out and named, and the rest of the wish is carried out.

use super::scene::Scene;
use super::targets::{line_taking, lines_meant};
use crate::interpreter::{EditKind, OptionWish, Target, Wish};
use crate::order::{ChosenOption, Line, LineId, LineSpec, Making, Menu, Quantity, Refusal};

/// What became of the edits.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// Lines that are new, or of which there are more; each once.
    pub(super) added: Vec<Added>,
    /// Lines that went.
    pub(super) removed: Vec<Line>,
    /// Lines that are made another way, or of which there are more or fewer.
    pub(super) changed: Vec<LineId>,
    /// Lines that went, with what came instead.
    pub(super) replaced: Vec<(Line, LineId)>,
    /// What was not done.
    pub(super) refused: Vec<Refusal>,
}

/// A line that was added.
#[derive(Debug)]
pub(super) struct Added {
    pub(super) line: LineId,
    /// Whether it joined a line that was there.
    pub(super) joined: bool,
}

impl Done {
    /// Whether the draft is no longer as it was.
    pub(super) fn anything(&self) -> bool {
        !(self.added.is_empty()
            && self.removed.is_empty()
            && self.changed.is_empty()
            && self.replaced.is_empty())
    }
}

/// The most edits of one turn that are carried out.
const MOST_EDITS: usize = 40;

/// Applies edits in the order in which they were said.
pub(super) fn apply<'e>(scene: &mut Scene<'_>, edits: impl Iterator<Item = &'e EditKind>) -> Done {
    let mut done = Done::default();
    for (place, edit) in edits.enumerate() {
        if place == MOST_EDITS {
            done.refused.push(Refusal::TooManyLines);
            break;
        }
        if let Err(refusal) = apply_one(scene, edit, &mut done) {
            done.refused.push(refusal);
        }
    }
    done
}

fn apply_one(scene: &mut Scene<'_>, edit: &EditKind, done: &mut Done) -> Result<(), Refusal> {
    match edit {
        EditKind::Add(wish) => add(scene, wish, done),
        EditKind::Remove { target, quantity } => remove(scene, target, *quantity, done),
        EditKind::SetQuantity { target, quantity } => {
            for id in meant(scene, target)? {
                set_quantity(scene, id, *quantity, done)?;
            }
            Ok(())
        }
        EditKind::Modify { target, change } => modify(scene, target, change, done),
        EditKind::Replace { target, wish } => replace(scene, target, wish, done),
        EditKind::Again { target, quantity } => {
            let id = one_meant(scene, target)?;
            let now = scene
                .draft()
                .and_then(|draft| draft.line(id))
                .map_or(0, |line| line.quantity.get());
            set_quantity(scene, id, now.saturating_add(*quantity), done)
        }
    }
}

fn meant(scene: &Scene<'_>, target: &Target) -> Result<Vec<LineId>, Refusal> {
    let draft = scene.draft().ok_or(Refusal::NoLine)?;
    let lines = lines_meant(scene.menu, draft, scene.customer.value.last_line, target);
    if lines.is_empty() {
        Err(Refusal::NoLine)
    } else {
        Ok(lines)
    }
}

fn one_meant(scene: &Scene<'_>, target: &Target) -> Result<LineId, Refusal> {
    meant(scene, target)?.last().copied().ok_or(Refusal::NoLine)
}

fn add(scene: &mut Scene<'_>, wish: &Wish, done: &mut Done) -> Result<(), Refusal> {
    if wish.quantity == Some(0) {
        return Ok(());
    }
    let quantity = Quantity::new(wish.quantity.unwrap_or(1)).ok_or(Refusal::TooMany)?;
    let today = scene.local_now().weekday();
    for item in &wish.items {
        if scene.menu.item(item).is_some_and(|item| !item.served_on(today)) {
            return Err(Refusal::NotToday(item.clone()));
        }
        let before = scene.draft().map_or(0, |draft| draft.lines.len());
        let spec = LineSpec {
            item: item.clone(),
            quantity,
            making: making(wish),
        };
        let line = add_line(scene, spec, done)?;
        let joined = scene.draft().map_or(0, |draft| draft.lines.len()) == before;
        scene.speak_of(Some(line));
        // Of what is said twice in one breath, the sum is said.
        if done.added.iter().all(|added| added.line != line) {
            done.added.push(Added { line, joined });
        }
    }
    Ok(())
}

/// Adds a line without the options that it cannot have; each of those is refused by name.
fn add_line(scene: &mut Scene<'_>, mut spec: LineSpec, done: &mut Done) -> Result<LineId, Refusal> {
    loop {
        let menu = scene.menu;
        match scene.draft_mut().add(menu, &spec) {
            Ok(line) => return Ok(line),
            Err(refusal) if drop_refused(&mut spec.making, &refusal) => done.refused.push(refusal),
            Err(refusal) => return Err(refusal),
        }
    }
}

/// Takes what was refused out of a making; false where that does not help.
fn drop_refused(making: &mut Making, refusal: &Refusal) -> bool {
    let before = making.add.len() + making.remove.len() + making.attributes.len();
    match refusal {
        Refusal::OptionOff(option) | Refusal::NotOnItem(_, option) => {
            making.add.retain(|chosen| chosen.option != *option);
            making.remove.retain(|id| id != option);
        }
        Refusal::NotInValue(_, value) => making.attributes.retain(|_, wanted| wanted != value),
        Refusal::TooManyOptions(_) => drop(making.add.pop()),
        Refusal::NoItem(_)
        | Refusal::ItemOff(_)
        | Refusal::NotToday(_)
        | Refusal::TooMany
        | Refusal::TooManyLines
        | Refusal::NoLine => {}
    }
    making.add.len() + making.remove.len() + making.attributes.len() < before
}

pub(super) fn making(wish: &Wish) -> Making {
    Making {
        attributes: wish.attributes.clone(),
        add: wish.add.iter().map(chosen).collect(),
        remove: wish.remove.iter().map(|option| option.option.clone()).collect(),
    }
}

fn chosen(wish: &OptionWish) -> ChosenOption {
    let OptionWish {
        option,
        amount,
        count,
        half,
    } = wish.clone();
    ChosenOption {
        option,
        amount,
        count: count.unwrap_or(1),
        half,
    }
}

fn remove(
    scene: &mut Scene<'_>,
    target: &Target,
    quantity: Option<u32>,
    done: &mut Done,
) -> Result<(), Refusal> {
    let lines = match (meant(scene, target), target) {
        (Ok(lines), _) => lines,
        // "Take off the onion": no line is called that, but one could be made without it.
        (Err(_), Target::Matching(wish)) if wish.items.is_empty() && !wish.add.is_empty() => {
            let without = Wish {
                remove: wish.add.clone(),
                add: Vec::new(),
                ..wish.clone()
            };
            return modify(scene, target, &without, done);
        }
        (Err(refusal), _) => return Err(refusal),
    };
    if let (Target::Matching(wish), [line]) = (target, lines.as_slice())
        && only_extras(scene.menu, wish)
    {
        let without = Wish {
            remove: wish.add.clone(),
            ..Wish::default()
        };
        return modify_line(scene, *line, &without, done);
    }
    for id in lines {
        let gone = scene.draft_mut().remove(id, quantity)?;
        let left = scene.draft().is_some_and(|draft| draft.line(id).is_some());
        scene.speak_of(left.then_some(id));
        if left {
            done.changed.push(id);
        } else {
            done.removed.push(gone);
        }
    }
    Ok(())
}

/// Whether a description names nothing but things that go on a dish: "the bacon", not "the calabresa".
fn only_extras(menu: &Menu, wish: &Wish) -> bool {
    let extra = |option: &OptionWish| {
        let group = menu
            .option(&option.option)
            .and_then(|option| menu.group(&option.group));
        group.is_some_and(|group| !group.names_item)
    };
    wish.items.is_empty() && wish.attributes.is_empty() && !wish.add.is_empty() && wish.add.iter().all(extra)
}

fn set_quantity(scene: &mut Scene<'_>, id: LineId, quantity: u32, done: &mut Done) -> Result<(), Refusal> {
    if quantity == 0 {
        done.removed.push(scene.draft_mut().remove(id, None)?);
        scene.speak_of(None);
        return Ok(());
    }
    scene.draft_mut().set_quantity(id, quantity)?;
    scene.speak_of(Some(id));
    done.changed.push(id);
    Ok(())
}

fn modify(scene: &mut Scene<'_>, target: &Target, change: &Wish, done: &mut Done) -> Result<(), Refusal> {
    let lines = match meant(scene, target) {
        Ok(lines) => lines,
        Err(refusal) => {
            let draft = scene.draft().ok_or_else(|| refusal.clone())?;
            let last = scene.customer.value.last_line;
            vec![line_taking(scene.menu, draft, last, change).ok_or(refusal)?]
        }
    };
    for id in lines {
        modify_line(scene, id, change, done)?;
    }
    Ok(())
}

fn modify_line(scene: &mut Scene<'_>, id: LineId, change: &Wish, done: &mut Done) -> Result<(), Refusal> {
    let mut making = making(change);
    loop {
        let menu = scene.menu;
        match scene.draft_mut().modify(menu, id, &making) {
            Ok(()) => break,
            Err(refusal) if drop_refused(&mut making, &refusal) => {
                done.refused.push(refusal);
                if making == Making::default() {
                    return Ok(());
                }
            }
            Err(refusal) => return Err(refusal),
        }
    }
    scene.speak_of(Some(id));
    // What was changed is said even where so many of it cannot be had.
    done.changed.push(id);
    match change.quantity {
        Some(quantity) => scene.draft_mut().set_quantity(id, quantity),
        None => Ok(()),
    }
}

/// The old line goes only if the new one can come. Another size or flavour of the same dish is a change to it, so that
/// what was said of it before still holds.
fn replace(scene: &mut Scene<'_>, target: &Target, wish: &Wish, done: &mut Done) -> Result<(), Refusal> {
    let id = one_meant(scene, target)?;
    let old = scene
        .draft()
        .and_then(|draft| draft.line(id))
        .cloned()
        .ok_or(Refusal::NoLine)?;
    if wish.items.is_empty() || wish.items == [old.item.clone()] {
        return modify_line(scene, id, wish, done);
    }
    let wish = Wish {
        quantity: wish.quantity.or(Some(old.quantity.get())),
        ..wish.clone()
    };
    let before = scene.draft_mut().clone();
    scene.draft_mut().remove(id, None)?;
    let mut added = Done::default();
    if let Err(refusal) = add(scene, &wish, &mut added) {
        *scene.draft_mut() = before;
        return Err(refusal);
    }
    done.refused.append(&mut added.refused);
    done.replaced
        .extend(added.added.into_iter().map(|new| (old.clone(), new.line)));
    Ok(())
}
