//! One change of an answer as an edit: ids that are on the menu, lines that are on the draft, numbers that can be.

use std::collections::BTreeMap;

use super::{Judging, Refused};
use crate::interpreter::claude::tool::{Change, ChangeOption, Kind, Portion, Side};
use crate::interpreter::{EditKind, OptionWish, Target, Wish};
use crate::order::menu::Item;
use crate::order::{Amount, AttributeId, Half, ItemId, Line, OptionId, ValueId};

/// The most options of one change.
const MOST_OPTIONS: usize = 20;

impl Judging<'_> {
    /// The edit that a change asks for.
    pub(super) fn kind(&self, change: &Change) -> Result<EditKind, Refused> {
        let quantity = change.quantity.map(count).transpose()?;
        Ok(match change.kind {
            Kind::Add => EditKind::Add(self.wish(change, quantity)?),
            Kind::Remove => EditKind::Remove {
                target: self.target(change)?.0,
                quantity,
            },
            Kind::SetQuantity => EditKind::SetQuantity {
                target: self.target(change)?.0,
                quantity: quantity.ok_or(Refused::NoSuchQuantity)?,
            },
            Kind::Change => {
                let (target, line) = self.target(change)?;
                let item = self.menu.item(&line.item);
                EditKind::Modify {
                    target,
                    change: Wish {
                        items: Vec::new(),
                        ..self.making(change, item, quantity)?
                    },
                }
            }
            Kind::Replace => EditKind::Replace {
                target: self.target(change)?.0,
                wish: self.wish(change, quantity)?,
            },
            Kind::OneMore => EditKind::Again {
                target: self.target(change)?.0,
                quantity: quantity.unwrap_or(1),
            },
        })
    }

    fn wish(&self, change: &Change, quantity: Option<u32>) -> Result<Wish, Refused> {
        let id = change.item.as_deref().map(ItemId::new).ok_or(Refused::NoSuchId)?;
        let item = self.menu.item(&id).ok_or(Refused::NoSuchId)?;
        Ok(Wish {
            items: vec![id],
            ..self.making(change, Some(item), quantity)?
        })
    }

    /// How something is to be made, whatever it is.
    fn making(&self, change: &Change, item: Option<&Item>, quantity: Option<u32>) -> Result<Wish, Refused> {
        if change.options.len() + change.without.len() > MOST_OPTIONS {
            return Err(Refused::TooMuch);
        }
        let value = change
            .value
            .as_deref()
            .map(|id| self.value(&ValueId::new(id), item));
        let add = change.options.iter().map(|wanted| self.option(wanted));
        let remove = change.without.iter().map(|id| {
            let option = self.known_option(id)?;
            Ok(OptionWish {
                option,
                amount: None,
                count: None,
                half: None,
            })
        });
        Ok(Wish {
            items: Vec::new(),
            quantity,
            attributes: value.transpose()?.into_iter().collect::<BTreeMap<_, _>>(),
            add: add.collect::<Result<_, _>>()?,
            remove: remove.collect::<Result<_, _>>()?,
        })
    }

    /// A value with its attribute: the item's own, or whichever has it, which the menu then refuses by name.
    fn value(&self, id: &ValueId, item: Option<&Item>) -> Result<(AttributeId, ValueId), Refused> {
        let own = item.and_then(|item| self.menu.attribute(&item.comes_in.as_ref()?.attribute));
        let mut attributes = own.into_iter().chain(&self.menu.attributes);
        let attribute = attributes.find(|attribute| attribute.value(id).is_some());
        let attribute = attribute.ok_or(Refused::NoSuchId)?;
        Ok((attribute.id.clone(), id.clone()))
    }

    fn option(&self, wanted: &ChangeOption) -> Result<OptionWish, Refused> {
        Ok(OptionWish {
            option: self.known_option(&wanted.option)?,
            amount: wanted.amount.map(|amount| match amount {
                Portion::Extra => Amount::Extra,
                Portion::Light => Amount::Light,
            }),
            count: wanted.portions.map(count).transpose()?,
            half: wanted.half.map(|half| match half {
                Side::First => Half::First,
                Side::Second => Half::Second,
            }),
        })
    }

    fn known_option(&self, id: &str) -> Result<OptionId, Refused> {
        let id = OptionId::new(id);
        let known = self.menu.option(&id).is_some();
        known.then_some(id).ok_or(Refused::NoSuchId)
    }

    /// The line that a change is about, by its number.
    fn target(&self, change: &Change) -> Result<(Target, &Line), Refused> {
        let place = change.line.and_then(|line| usize::try_from(line).ok());
        let index = place
            .and_then(|place| place.checked_sub(1))
            .ok_or(Refused::NoSuchLine)?;
        let line = self.heard.draft.lines.get(index).ok_or(Refused::NoSuchLine)?;
        Ok((Target::Line(line.id), line))
    }
}

/// A number of things: whether there can be so many is for the menu to say.
fn count(number: i64) -> Result<u32, Refused> {
    u32::try_from(number).map_err(|_| Refused::NoSuchQuantity)
}
