//! What is open on a line, in the order in which it is asked for: its dish, its size, its sides.

use super::super::Offline;
use crate::order::{AttributeId, ItemId, Line, OptionId};

/// The most choices that are read out whole; of more, all but the last place are.
const MOST_READ: usize = 3;

/// One thing that may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Pick {
    /// An item.
    Item(usize),
    /// An option.
    Option(usize),
    /// A value of an attribute.
    Value(usize, usize),
}

/// What may be chosen for one thing that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Choices {
    /// In the order in which they are read out; sizes from the smallest.
    pub(in super::super) picks: Vec<Pick>,
    /// Whether they are of a kind that has sizes.
    pub(super) sized: bool,
    /// Whether they stand for the dish.
    pub(super) names_item: bool,
    /// How many may still be chosen.
    pub(super) room: u32,
    /// Those of the picks that cannot be had.
    off: Vec<Pick>,
}

impl Choices {
    /// Things of which one is meant.
    pub(super) fn of(offline: &Offline, items: &[ItemId], options: &[OptionId]) -> Self {
        let item = |id: &ItemId| offline.index.item(id);
        let option = |id: &OptionId| offline.index.option(id);
        let items_and_options = items.len() + options.len();
        let items = items.iter().filter_map(item).map(Pick::Item);
        let options = options.iter().filter_map(option).map(Pick::Option);
        Self {
            picks: items.chain(options).collect(),
            sized: false,
            names_item: false,
            room: u32::try_from(items_and_options).unwrap_or(u32::MAX),
            off: Vec::new(),
        }
    }

    /// Those that can be had.
    pub(super) fn on_offer(&self) -> impl DoubleEndedIterator<Item = Pick> + '_ {
        self.picks.iter().filter(|pick| !self.off.contains(pick)).copied()
    }

    /// Those that were read out.
    pub(super) fn read_out(&self) -> Vec<Pick> {
        let mut picks: Vec<Pick> = self.on_offer().collect();
        if picks.len() > MOST_READ {
            picks.truncate(MOST_READ - 1);
        }
        picks
    }
}

/// What a line still lacks: first what stands for the dish, then its value, then options.
pub(in super::super) fn open_choices(offline: &Offline, line: &Line) -> Vec<Choices> {
    let Some(item) = offline.item(&line.item) else {
        return Vec::new();
    };
    let groups = item.groups.iter().filter_map(|id| {
        let group = offline.vocabulary.groups.iter().find(|group| group.id == *id)?;
        let options = offline.vocabulary.options.iter().enumerate();
        let of_group = options.filter(|(_, option)| option.group == *id);
        let chosen = |option: &OptionId| line.options.iter().any(|chosen| chosen.option == *option);
        let has = of_group.clone().filter(|(_, option)| chosen(&option.id)).count();
        let has = u32::try_from(has).unwrap_or(u32::MAX);
        (has < group.least).then(|| Choices {
            picks: of_group.clone().map(|(at, _)| Pick::Option(at)).collect(),
            sized: false,
            names_item: group.names_item,
            room: group.most.saturating_sub(has),
            off: of_group
                .filter(|(_, option)| option.off)
                .map(|(at, _)| Pick::Option(at))
                .collect(),
        })
    });
    let (dishes, others): (Vec<Choices>, Vec<Choices>) = groups.partition(|choices| choices.names_item);
    let values = item
        .attributes
        .iter()
        .filter(|id| !line.attributes.contains_key(*id))
        .filter_map(|id| values(offline, id, &item.values));
    dishes.into_iter().chain(values).chain(others).collect()
}

fn values(offline: &Offline, id: &AttributeId, comes_in: &[crate::order::ValueId]) -> Option<Choices> {
    let mut attributes = offline.vocabulary.attributes.iter().enumerate();
    let (at, attribute) = attributes.find(|(_, attribute)| attribute.id == *id)?;
    let values = attribute.values.iter().enumerate();
    let picks = values
        .filter(|(_, (value, _))| comes_in.is_empty() || comes_in.contains(value))
        .map(|(value, _)| Pick::Value(at, value));
    Some(Choices {
        picks: picks.collect(),
        sized: true,
        names_item: false,
        room: 1,
        off: Vec::new(),
    })
}
