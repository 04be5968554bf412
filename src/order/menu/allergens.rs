//! What the shop states about allergens, and what that makes of a whole dish.
//!
//! There are three levels and none of them is "safe": what is in no list has only not been stated.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Item, Menu, MenuOption};
use crate::order::price::included;
use crate::order::{Line, OptionId};

/// A substance that people are allergic to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Allergen {
    Gluten,
    Milk,
    Egg,
    Peanut,
    TreeNut,
    Soy,
    Fish,
    Shellfish,
    Sesame,
    Mustard,
    Sulphite,
}

impl Allergen {
    /// Every one, in the order in which they are read out.
    pub const ALL: [Self; 11] = [
        Self::Gluten,
        Self::Milk,
        Self::Egg,
        Self::Peanut,
        Self::TreeNut,
        Self::Soy,
        Self::Fish,
        Self::Shellfish,
        Self::Sesame,
        Self::Mustard,
        Self::Sulphite,
    ];

    /// How menu files write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Gluten => "gluten",
            Self::Milk => "milk",
            Self::Egg => "egg",
            Self::Peanut => "peanut",
            Self::TreeNut => "tree_nut",
            Self::Soy => "soy",
            Self::Fish => "fish",
            Self::Shellfish => "shellfish",
            Self::Sesame => "sesame",
            Self::Mustard => "mustard",
            Self::Sulphite => "sulphite",
        }
    }
}

/// What is stated about allergens. Never read as "safe": what is in neither list is only not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allergens {
    /// In the recipe.
    pub contains: Vec<Allergen>,
    /// Handled in the same kitchen.
    pub may_contain: Vec<Allergen>,
}

/// What can be said about one allergen in one dish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Statement {
    /// The shop says nothing of it.
    NotStated,
    /// It is not in the recipe, but the kitchen handles it.
    MayContain,
    /// It is in the recipe.
    Contains,
}

impl Allergens {
    /// What these lists say of an allergen.
    pub fn of(&self, allergen: Allergen) -> Statement {
        if self.contains.contains(&allergen) {
            Statement::Contains
        } else if self.may_contain.contains(&allergen) {
            Statement::MayContain
        } else {
            Statement::NotStated
        }
    }
}

impl Menu {
    /// What is stated of a line as it is made: the item, everything on it, and everything that comes with these.
    ///
    /// What was taken off leaves at least a trace: the kitchen handles it. What the menu no longer has states nothing.
    pub fn allergens_of_line(&self, line: &Line) -> Allergens {
        let Some(item) = self.item(&line.item) else {
            return Allergens::default();
        };
        let chosen = line.options.iter().map(|chosen| &chosen.option);
        let all: BTreeSet<&OptionId> = chosen.chain(included(self, item, line)).collect();
        let (off, on): (Vec<&OptionId>, Vec<&OptionId>) = all
            .into_iter()
            .chain(&line.without)
            .partition(|id| line.without.contains(id));
        self.merged(item, &on, &off)
    }

    /// What is stated of an item with these options, as it comes; without options, of the item alone.
    pub fn allergens_of_item<'a>(
        &'a self,
        item: &'a Item,
        options: impl IntoIterator<Item = &'a MenuOption>,
    ) -> Allergens {
        let options = options.into_iter();
        let with: BTreeSet<&OptionId> = options
            .flat_map(|option| std::iter::once(&option.id).chain(&option.includes))
            .chain(&item.includes)
            .collect();
        self.merged(item, &with.into_iter().collect::<Vec<_>>(), &[])
    }

    /// The options on offer with an item of which this much at least is stated: "the portuguesa contains egg".
    pub fn options_stating<'a>(
        &'a self,
        item: &'a Item,
        allergen: Allergen,
        at_least: Statement,
    ) -> impl Iterator<Item = &'a MenuOption> {
        let groups = item.groups.iter();
        groups
            .flat_map(|group| self.options_of(group))
            .filter(move |option| {
                let included = option.includes.iter().filter_map(|id| self.option(id));
                let stated = std::iter::once(*option).chain(included);
                let most = stated
                    .filter_map(|o| o.allergens.as_ref())
                    .map(|a| a.of(allergen))
                    .max();
                most.is_some_and(|most| most >= at_least)
            })
    }

    fn merged(&self, item: &Item, on: &[&OptionId], off: &[&OptionId]) -> Allergens {
        let of_options = |ids: &[&OptionId]| -> Vec<&Allergens> {
            let options = ids.iter().filter_map(|id| self.option(id));
            options.filter_map(|option| option.allergens.as_ref()).collect()
        };
        let mut stated = of_options(on);
        stated.extend(&item.allergens);
        let taken_off = of_options(off);
        let mut merged = Allergens::default();
        for allergen in Allergen::ALL {
            let here = stated.iter().map(|a| a.of(allergen)).max();
            let trace = taken_off
                .iter()
                .map(|a| a.of(allergen).min(Statement::MayContain))
                .max();
            match here.max(trace).unwrap_or(Statement::NotStated) {
                Statement::Contains => merged.contains.push(allergen),
                Statement::MayContain => merged.may_contain.push(allergen),
                Statement::NotStated => {}
            }
        }
        merged
    }
}
