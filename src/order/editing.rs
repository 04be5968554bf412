//! Changes to a draft: what the menu allows is done, what it does not allow is refused by name.

use std::collections::BTreeMap;

use super::draft::{ChosenOption, Draft, Half, Line, LineId, Quantity};
use super::ids::{AttributeId, GroupId, ItemId, OptionId, ValueId};
use super::menu::{Group, Item, Menu, Stock};

/// How a line should be, before the menu has been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineSpec {
    /// The item.
    pub item: ItemId,
    /// How many.
    pub quantity: Quantity,
    /// What is said about how it is made.
    pub making: Making,
}

/// How an item should be made: for a new line, or as a change to one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Making {
    /// Size, container and the like.
    pub attributes: BTreeMap<AttributeId, ValueId>,
    /// Options wanted.
    pub add: Vec<ChosenOption>,
    /// Options not wanted.
    pub remove: Vec<OptionId>,
}

/// Why a change was not made. The draft is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The menu has no such item.
    #[error("the menu has no such item")]
    NoItem(ItemId),
    /// The item is not served on this day of the week.
    #[error("the item is not served today")]
    NotToday(ItemId),
    /// The item is off today.
    #[error("the item is off today")]
    ItemOff(ItemId),
    /// The option is off today.
    #[error("the option is off today")]
    OptionOff(OptionId),
    /// The item does not take this option.
    #[error("the item does not take this option")]
    NotOnItem(ItemId, OptionId),
    /// The item does not come in this value.
    #[error("the item does not come in this size or container")]
    NotInValue(ItemId, ValueId),
    /// More options of a group than the item takes.
    #[error("more options of a group than the item takes")]
    TooManyOptions(GroupId),
    /// More of a line than one order may hold.
    #[error("more of a line than one order may hold")]
    TooMany,
    /// More lines than one order may hold.
    #[error("more lines than one order may hold")]
    TooManyLines,
    /// There is no such line.
    #[error("there is no such line")]
    NoLine,
}

/// What a line still needs before it can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A value of an attribute.
    Attribute(AttributeId),
    /// Options of a group.
    Group(GroupId),
}

impl Draft {
    /// Adds a line; one that is made the same way as an earlier line joins it.
    ///
    /// # Errors
    /// Why the menu does not allow it.
    pub fn add(&mut self, menu: &Menu, spec: &LineSpec) -> Result<LineId, Refusal> {
        let item = menu
            .item(&spec.item)
            .ok_or_else(|| Refusal::NoItem(spec.item.clone()))?;
        if item.stock == Stock::Off {
            return Err(Refusal::ItemOff(item.id.clone()));
        }
        let mut line = Line {
            id: LineId(self.next_line),
            item: item.id.clone(),
            quantity: spec.quantity,
            attributes: BTreeMap::new(),
            options: Vec::new(),
            without: Vec::new(),
            declined: Vec::new(),
        };
        make(menu, item, &mut line, &spec.making)?;
        fill_usual(item, &mut line);
        if let Some(same) = self.lines.iter_mut().find(|other| same_making(other, &line)) {
            same.quantity = sum(same.quantity, line.quantity)?;
            return Ok(same.id);
        }
        if self.lines.len() >= Self::MOST_LINES {
            return Err(Refusal::TooManyLines);
        }
        self.next_line += 1;
        self.lines.push(line);
        Ok(LineId(self.next_line - 1))
    }

    /// Takes a line off, or so many of it; what is left of it stays.
    ///
    /// # Errors
    /// [`Refusal::NoLine`]; there is none of which nothing is taken off.
    pub fn remove(&mut self, id: LineId, count: Option<u32>) -> Result<Line, Refusal> {
        if count == Some(0) {
            return Err(Refusal::NoLine);
        }
        let index = self
            .lines
            .iter()
            .position(|line| line.id == id)
            .ok_or(Refusal::NoLine)?;
        let line = self.lines.get_mut(index).ok_or(Refusal::NoLine)?;
        let left = count.and_then(|count| Quantity::new(line.quantity.get().saturating_sub(count)));
        match left {
            Some(left) => {
                let mut gone = line.clone();
                line.quantity = left;
                gone.quantity = Quantity::new(count.unwrap_or(1)).unwrap_or(Quantity::ONE);
                Ok(gone)
            }
            None => Ok(self.lines.remove(index)),
        }
    }

    /// Sets how many of a line there are.
    ///
    /// # Errors
    /// [`Refusal::NoLine`], or [`Refusal::TooMany`] for a number that no line can have.
    pub fn set_quantity(&mut self, id: LineId, quantity: u32) -> Result<(), Refusal> {
        let quantity = Quantity::new(quantity).ok_or(Refusal::TooMany)?;
        self.line_mut(id)?.quantity = quantity;
        Ok(())
    }

    /// Changes how a line is made.
    ///
    /// # Errors
    /// Why the menu does not allow it.
    pub fn modify(&mut self, menu: &Menu, id: LineId, making: &Making) -> Result<(), Refusal> {
        let line = self.line_mut(id)?;
        let item = menu
            .item(&line.item)
            .ok_or_else(|| Refusal::NoItem(line.item.clone()))?;
        let mut changed = line.clone();
        make(menu, item, &mut changed, making)?;
        *line = changed;
        Ok(())
    }

    fn line_mut(&mut self, id: LineId) -> Result<&mut Line, Refusal> {
        self.lines
            .iter_mut()
            .find(|line| line.id == id)
            .ok_or(Refusal::NoLine)
    }
}

/// What a line still needs, in the order in which it is asked for.
pub fn missing(menu: &Menu, line: &Line) -> Option<Missing> {
    let item = menu.item(&line.item)?;
    let unnamed = item
        .comes_in
        .as_ref()
        .filter(|comes_in| !line.attributes.contains_key(&comes_in.attribute));
    let short = item
        .groups
        .iter()
        .filter_map(|id| menu.group(id))
        .find(|group| chosen_of(menu, line, group).count() < group.least as usize);
    // What names the dish comes first: "which flavour?" before "what size?".
    match (short, unnamed) {
        (Some(group), _) if group.names_item => Some(Missing::Group(group.id.clone())),
        (_, Some(comes_in)) => Some(Missing::Attribute(comes_in.attribute.clone())),
        (Some(group), None) => Some(Missing::Group(group.id.clone())),
        (None, None) => None,
    }
}

/// The options of a group that a line has.
pub fn chosen_of<'a>(
    menu: &'a Menu,
    line: &'a Line,
    group: &'a Group,
) -> impl Iterator<Item = &'a ChosenOption> {
    let of_group = |chosen: &&ChosenOption| menu.option(&chosen.option).is_some_and(|o| o.group == group.id);
    line.options.iter().filter(of_group)
}

fn make(menu: &Menu, item: &Item, line: &mut Line, making: &Making) -> Result<(), Refusal> {
    for (attribute, value) in &making.attributes {
        // A size for a thing that has no sizes is said in passing and means nothing.
        let Some(comes_in) = item
            .comes_in
            .as_ref()
            .filter(|comes_in| comes_in.attribute == *attribute)
        else {
            continue;
        };
        if !comes_in.values.contains(value) {
            return Err(Refusal::NotInValue(item.id.clone(), value.clone()));
        }
        line.attributes.insert(attribute.clone(), value.clone());
    }
    for option in &making.remove {
        take_off(menu, item, line, option)?;
    }
    let mut named = false;
    for chosen in &making.add {
        named |= put_on(menu, item, line, chosen, named)?;
    }
    for group in item.groups.iter().filter_map(|id| menu.group(id)) {
        settle_halves(menu, line, group);
        let portions =
            chosen_of(menu, line, group).fold(0_u32, |sum, chosen| sum.saturating_add(chosen.count));
        if portions > group.most {
            return Err(Refusal::TooManyOptions(group.id.clone()));
        }
    }
    Ok(())
}

fn fill_usual(item: &Item, line: &mut Line) {
    let Some(comes_in) = &item.comes_in else { return };
    if let Some(usual) = &comes_in.usual {
        line.attributes
            .entry(comes_in.attribute.clone())
            .or_insert_with(|| usual.clone());
    }
}

fn take_off(menu: &Menu, item: &Item, line: &mut Line, option: &OptionId) -> Result<(), Refusal> {
    let off_item = || Refusal::NotOnItem(item.id.clone(), option.clone());
    let group = menu
        .option(option)
        .map(|option| &option.group)
        .ok_or_else(off_item)?;
    if !item.groups.contains(group) && !item.includes.contains(option) {
        return Err(off_item());
    }
    let before = line.options.len();
    line.options.retain(|chosen| chosen.option != *option);
    if line.options.len() == before && !line.without.contains(option) {
        line.without.push(option.clone());
    }
    Ok(())
}

/// Puts an option on; says whether it names the dish. The first such option of a change replaces the old ones.
fn put_on(
    menu: &Menu,
    item: &Item,
    line: &mut Line,
    chosen: &ChosenOption,
    named: bool,
) -> Result<bool, Refusal> {
    let off_item = || Refusal::NotOnItem(item.id.clone(), chosen.option.clone());
    let option = menu.option(&chosen.option).ok_or_else(off_item)?;
    if !item.groups.contains(&option.group) {
        return Err(off_item());
    }
    if option.stock == Stock::Off {
        return Err(Refusal::OptionOff(option.id.clone()));
    }
    let group = menu.group(&option.group).ok_or_else(off_item)?;
    if Quantity::new(chosen.count).is_none() {
        return Err(Refusal::TooMany);
    }
    // What was left off and comes with the item is only put back.
    let plain = chosen.amount.is_none() && chosen.half.is_none() && chosen.count == 1;
    if plain && item.includes.contains(&option.id) && line.without.contains(&option.id) {
        line.without.retain(|other| *other != option.id);
        return Ok(group.names_item);
    }
    if (group.names_item && !named) || group.most == 1 {
        line.options
            .retain(|other| menu.option(&other.option).is_none_or(|o| o.group != group.id));
    }
    line.options
        .retain(|other| other.option != chosen.option || other.half != chosen.half);
    line.without.retain(|other| *other != chosen.option);
    let amount = chosen.amount.filter(|_| group.amounts);
    let half = chosen.half.filter(|_| group.halves);
    line.options.push(ChosenOption {
        amount,
        half,
        ..chosen.clone()
    });
    Ok(group.names_item)
}

/// Two options that name one dish are its halves, in the order in which they were said.
fn settle_halves(menu: &Menu, line: &mut Line, group: &Group) {
    if !group.halves || !group.names_item {
        return;
    }
    let of_group: Vec<usize> = (0..line.options.len())
        .filter(|index| {
            let option = line
                .options
                .get(*index)
                .and_then(|chosen| menu.option(&chosen.option));
            option.is_some_and(|option| option.group == group.id)
        })
        .collect();
    let halves: &[Option<Half>] = match of_group.len() {
        1 => &[None],
        2 => &[Some(Half::First), Some(Half::Second)],
        _ => return,
    };
    for (index, half) in of_group.into_iter().zip(halves) {
        if let Some(chosen) = line.options.get_mut(index) {
            chosen.half = *half;
        }
    }
}

fn same_making(a: &Line, b: &Line) -> bool {
    fn sorted<T: Ord + Clone>(list: &[T]) -> Vec<T> {
        let mut list = list.to_vec();
        list.sort();
        list
    }
    a.item == b.item
        && a.attributes == b.attributes
        && sorted(&a.options) == sorted(&b.options)
        && sorted(&a.without) == sorted(&b.without)
}

fn sum(a: Quantity, b: Quantity) -> Result<Quantity, Refusal> {
    Quantity::new(a.get().saturating_add(b.get())).ok_or(Refusal::TooMany)
}
