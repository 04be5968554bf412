//! Where a vocabulary's things stand in its lists, and which of them go with which: looked up rather than searched for,
//! so that a reading costs no more on a long menu than on a short one.

use super::lookup::Texts;
use crate::interpreter::Vocabulary;
use crate::interpreter::vocabulary::{GroupEntry, ItemEntry, OptionEntry};
use crate::order::{ItemId, OptionId};

/// What items that take the same options and attributes have in common.
#[derive(Debug)]
pub(super) struct Sort {
    /// The first item of the sort.
    pub(super) first: usize,
    /// The first two that stand for themselves and for no kind.
    pub(super) real: Vec<usize>,
    /// For each option, whether they take it.
    options: Vec<bool>,
    /// For each attribute, whether they come in it.
    attributes: Vec<bool>,
}

impl Sort {
    /// Whether items of this sort take an option.
    pub(super) fn takes_option(&self, option: usize) -> bool {
        self.options.get(option).copied().unwrap_or(false)
    }

    /// Whether items of this sort come in an attribute.
    pub(super) fn takes_attribute(&self, attribute: usize) -> bool {
        self.attributes.get(attribute).copied().unwrap_or(false)
    }
}

/// The places of a vocabulary's things.
#[derive(Debug)]
pub(super) struct Index {
    items: Texts<usize>,
    options: Texts<usize>,
    /// In the order of their first items.
    sorts: Vec<Sort>,
    /// For each item, its sort.
    sort_of: Vec<usize>,
    /// For each option, the place of its group.
    groups: Vec<Option<usize>>,
    /// For each item, its category.
    categories: Vec<Option<usize>>,
    /// For each category, its items.
    of_category: Vec<Vec<usize>>,
}

impl Index {
    /// Looks at everything in a vocabulary.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let (sorts, sort_of) = sorted(vocabulary);
        let categories = categories(vocabulary);
        let mut of_category = vec![Vec::new(); vocabulary.categories.len()];
        for (item, category) in categories.iter().enumerate() {
            if let Some(items) = category.and_then(|category| of_category.get_mut(category)) {
                items.push(item);
            }
        }
        Self {
            items: places(vocabulary.items.iter().map(|item| item.id.as_str())),
            options: places(vocabulary.options.iter().map(|option| option.id.as_str())),
            sorts,
            sort_of,
            groups: groups(vocabulary),
            categories,
            of_category,
        }
    }

    /// The place of an item.
    pub(super) fn item(&self, id: &ItemId) -> Option<usize> {
        self.items.get(id.as_str()).copied()
    }

    /// The place of an option.
    pub(super) fn option(&self, id: &OptionId) -> Option<usize> {
        self.options.get(id.as_str()).copied()
    }

    /// The place of an option's group.
    pub(super) fn group_of(&self, option: usize) -> Option<usize> {
        self.groups.get(option).copied().flatten()
    }

    /// An item's category.
    pub(super) fn category_of(&self, item: usize) -> Option<usize> {
        self.categories.get(item).copied().flatten()
    }

    /// A category's items.
    pub(super) fn of_category(&self, category: usize) -> &[usize] {
        self.of_category.get(category).map_or(&[], Vec::as_slice)
    }

    /// The sorts of items, in the order of their first items.
    pub(super) fn sorts(&self) -> &[Sort] {
        &self.sorts
    }

    /// An item's sort.
    pub(super) fn sort_of(&self, item: usize) -> Option<&Sort> {
        self.sorts.get(*self.sort_of.get(item)?)
    }
}

/// The first place of each id.
fn places<'v>(ids: impl ExactSizeIterator<Item = &'v str>) -> Texts<usize> {
    let mut places = Texts::with_room(ids.len());
    for (at, id) in ids.enumerate() {
        places.entry_of(id.into(), || at);
    }
    places
}

fn sorted(vocabulary: &Vocabulary) -> (Vec<Sort>, Vec<usize>) {
    let mut known: Texts<usize> = Texts::default();
    let mut sorts: Vec<Sort> = Vec::new();
    let mut sort_of = Vec::with_capacity(vocabulary.items.len());
    let mut key = String::new();
    for (at, item) in vocabulary.items.iter().enumerate() {
        key.clear();
        let groups = item.groups.iter().map(|id| (id.as_str(), '\n'));
        let attributes = item.attributes.iter().map(|id| (id.as_str(), '\r'));
        for (id, end) in groups.chain(attributes) {
            key.push_str(id);
            key.push(end);
        }
        let next = sorts.len();
        let sort = *known.entry_of(key.as_str().into(), || next);
        if sort == next {
            sorts.push(sort_like(vocabulary, item, at));
        }
        sort_of.push(sort);
        let real = sorts.get_mut(sort).map(|sort| &mut sort.real);
        if let Some(real) = real.filter(|real| real.len() < 2 && !item.generic) {
            real.push(at);
        }
    }
    (sorts, sort_of)
}

fn sort_like(vocabulary: &Vocabulary, item: &ItemEntry, first: usize) -> Sort {
    let takes = |option: &OptionEntry| item.groups.contains(&option.group);
    let attributes = vocabulary.attributes.iter();
    Sort {
        first,
        real: Vec::new(),
        options: vocabulary.options.iter().map(takes).collect(),
        attributes: attributes
            .map(|entry| item.attributes.contains(&entry.id))
            .collect(),
    }
}

fn groups(vocabulary: &Vocabulary) -> Vec<Option<usize>> {
    let place = |option: &OptionEntry| {
        let is_its = |group: &GroupEntry| group.id == option.group;
        vocabulary.groups.iter().position(is_its)
    };
    vocabulary.options.iter().map(place).collect()
}

fn categories(vocabulary: &Vocabulary) -> Vec<Option<usize>> {
    let known = places(vocabulary.categories.iter().map(|entry| entry.id.as_str()));
    let items = vocabulary.items.iter();
    items
        .map(|item| known.get(item.category.as_str()).copied())
        .collect()
}
