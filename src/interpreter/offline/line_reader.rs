//! One pass over a line of an order whose item is given: what each atom is in it, and how odd that would be.

use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::names::{Fit, Sense};
use super::reach::Reach;
use super::scoring::{IMPOSSIBLE, Reading};

/// One pass over a line with its item given.
pub(super) struct LineReader<'a> {
    pub(super) offline: &'a Offline,
    pub(super) line: &'a [Atom],
    pub(super) head: Option<usize>,
    pub(super) item: usize,
    pub(super) items: Vec<usize>,
    pub(super) senses: Vec<Option<Sense>>,
    pub(super) quantity: Option<u32>,
    /// The values said so far.
    pub(super) values: Vec<(usize, usize)>,
    /// Whether "with" or the like came since the item.
    pub(super) opened: bool,
    /// The mark right before, if the atom before was one.
    pub(super) named: bool,
}

/// By how much a line must be out of reach to be read no further: more than adding up in another order can make.
pub(super) const OUT_OF_REACH: f32 = 0.001;

impl<'a> LineReader<'a> {
    /// Begins with nothing read.
    pub(super) fn new(offline: &'a Offline, line: &'a [Atom], head: Option<usize>, item: usize) -> Self {
        Self {
            offline,
            line,
            head,
            item,
            items: Vec::new(),
            senses: vec![None; line.len()],
            quantity: None,
            values: Vec::new(),
            opened: false,
            named: false,
        }
    }

    /// Reads every atom, beginning with a score.
    pub(super) fn read(mut self, begin: f32) -> Reading {
        let score = self.read_atoms(begin, |_, _, _| false);
        Reading {
            score,
            items: self.items,
            senses: self.senses,
            quantity: self.quantity,
        }
    }

    /// How odd a part of its atoms is as a line of an item, whatever was read before. What can't reach `least` is read no
    /// further, and is below it.
    pub(super) fn score(
        &mut self,
        (part, reach): (std::ops::Range<usize>, &Reach),
        head: Option<usize>,
        item: usize,
        begin: f32,
        least: f32,
    ) -> f32 {
        let all = self.line;
        self.line = all.get(part.clone()).unwrap_or_default();
        (self.head, self.item, self.quantity) = (head, item, None);
        self.items.clear();
        self.senses.clear();
        self.senses.resize(self.line.len(), None);
        self.values.clear();
        (self.opened, self.named) = (false, false);
        let out_of_reach = |reader: &Self, score: f32, read: usize| {
            let open = reader.quantity.is_none() && !reader.named;
            let headless = head.is_none_or(|head| head < read);
            score + reach.most(part.start + read, part.end, open, headless) < least - OUT_OF_REACH
        };
        let score = self.read_atoms(begin, out_of_reach);
        self.line = all;
        score
    }

    /// Reads atoms until `out_of_reach` says that no more are wanted, by the score so far and how many have been read.
    fn read_atoms(&mut self, begin: f32, out_of_reach: impl Fn(&Self, f32, usize) -> bool) -> f32 {
        let mut score = begin;
        for at in 0..self.line.len() {
            if out_of_reach(self, score, at) {
                return f32::NEG_INFINITY;
            }
            let Some(atom) = self.line.get(at) else { break };
            score += match (&atom.name, atom.number) {
                (Some(name), _) => self.read_name(at, name),
                (None, Some(_)) => self.read_number(at),
                (None, None) => self.read_mark(at, atom),
            };
        }
        if self.items.is_empty() {
            self.items.push(self.item);
        }
        score
    }

    fn set(&mut self, at: usize, sense: Sense) {
        if let Some(slot) = self.senses.get_mut(at) {
            *slot = Some(sense);
        }
        self.named = true;
    }

    pub(super) fn after_head(&self, at: usize) -> bool {
        self.head.is_none_or(|head| at > head)
    }

    fn read_name(&mut self, at: usize, name: &Name) -> f32 {
        if Some(at) == self.head {
            self.set(at, Sense::Item(self.item));
            self.items.push(self.item);
            let kept = if name.is_option() && !name.negated {
                0.0
            } else {
                0.1
            };
            return kept
                - if self.offline.is_generic(self.item) {
                    0.3
                } else {
                    0.0
                };
        }
        if name.is_ambiguous() && !name.is_value() {
            // Which one is meant has to be asked; it still belongs to this line.
            self.named = true;
            return if name.is_only_item() { -4.0 } else { -0.1 };
        }
        let Some((score, sense)) = self.best_sense(at, name) else {
            return -0.1;
        };
        match sense {
            Some(Sense::Value(attribute, value)) => self.values.push((attribute, value)),
            Some(Sense::Item(item)) if item != self.item => self.items.push(item),
            Some(Sense::Item(_) | Sense::Option(..) | Sense::Category(_)) | None => {}
        }
        match sense {
            Some(sense) => self.set(at, sense),
            None => self.named = true,
        }
        score
    }

    /// What a name that is not the head does best as, and how odd that is: of equals a thing of its own before an option,
    /// and that before a value.
    fn best_sense(&self, at: usize, name: &Name) -> Option<(f32, Option<Sense>)> {
        let (mut item, mut option, mut value) = (name.negated || name.fit >= Fit::Part, false, false);
        for sense in name.senses.iter() {
            match sense {
                Sense::Item(_) | Sense::Category(_) => item = true,
                Sense::Option(..) => option = true,
                Sense::Value(..) => value = true,
            }
        }
        let mut best = if value { self.value_score(at, name) } else { None };
        if option {
            best = better(best, self.option_score(at, name));
        }
        if item {
            best = better(best, self.item_score(at, name));
        }
        best
    }

    fn value_score(&self, at: usize, name: &Name) -> Option<(f32, Option<Sense>)> {
        name.values()
            .map(|(attribute, value)| -> (f32, Option<Sense>) {
                let sense = Some(Sense::Value(attribute, value));
                let known = self.values.iter().find(|(known, _)| *known == attribute);
                let place = if self.head.is_some() && self.after_head(at) {
                    -0.35
                } else {
                    0.0
                };
                match known {
                    Some((_, same)) if *same == value => (-0.5, sense),
                    // "Regular syrup": a second size that goes with an option says nothing of the item.
                    Some(_)
                        if self
                            .line
                            .get(at + 1)
                            .and_then(|next| next.name.as_ref())
                            .is_some_and(|next| next.is_option() && !next.is_item()) =>
                    {
                        (-1.5, None)
                    }
                    Some(_) => (-5.0, None),
                    None if self.offline.takes_attribute(self.item, attribute) => (place, sense),
                    None => (-1.5 + place, sense),
                }
            })
            .max_by(|one, other| one.0.total_cmp(&other.0))
    }

    fn option_score(&self, at: usize, name: &Name) -> Option<(f32, Option<Sense>)> {
        let fitting = name
            .options()
            .find(|(option, _)| self.offline.takes_option(self.item, *option));
        let (option, count) = fitting.or_else(|| name.options().next())?;
        let mut score = if fitting.is_some() { -0.02 } else { -3.0 };
        if name.is_value() {
            score -= if self.lacks_size(name) { 0.6 } else { 0.2 };
        }
        if let Some(head) = self.head
            && at < head
        {
            let parted = self
                .line
                .get(at + 1..head)
                .unwrap_or_default()
                .iter()
                .any(|atom| atom.is_any(&[Role::With, Role::Want, Role::Negation, Role::Add, Role::Measure]));
            score -= if parted { 1.2 } else { 0.1 };
        }
        if self.line.get(at + 1).is_some_and(|next| next.is(Role::Aside)) {
            score -= 0.2;
        }
        if name.is_item() && !name.negated && !self.has_room(option) {
            score -= 3.0;
        }
        Some((score, Some(Sense::Option(option, count))))
    }

    /// "A coffee, medium": whether nothing else in the line is of the attribute of a name that is a size, and an option
    /// as well.
    fn lacks_size(&self, name: &Name) -> bool {
        let said = |attribute: usize| {
            let mut others = self.line.iter().filter_map(|atom| atom.name.as_ref());
            others.any(|other| !other.is_option() && other.values().any(|(of, _)| of == attribute))
        };
        name.values().any(|(attribute, _)| {
            self.offline.takes_attribute(self.item, attribute)
                && !self.values.iter().any(|(known, _)| *known == attribute)
                && !said(attribute)
        })
    }

    /// Whether a line has room for one more option of this one's group. What is an item, too, is a line of its own where
    /// it has none.
    fn has_room(&self, option: usize) -> bool {
        let index = &self.offline.index;
        let group = index.group_of(option);
        let chosen = self.senses.iter().flatten().filter(|sense| match sense {
            Sense::Option(other, _) => index.group_of(*other) == group,
            Sense::Item(_) | Sense::Value(..) | Sense::Category(_) => false,
        });
        let most = self.offline.group_of(option);
        most.is_none_or(|group| chosen.count() < group.most as usize)
    }

    /// Whether a line needs an option like this one, and has none yet ("a combo with a coke").
    pub(super) fn is_needed(&self, name: &Name) -> bool {
        name.options().any(|(option, _)| {
            let needed = self.offline.group_of(option).is_some_and(|group| group.least > 0);
            needed && self.offline.takes_option(self.item, option) && self.has_room(option)
        })
    }

    fn item_score(&self, at: usize, name: &Name) -> Option<(f32, Option<Sense>)> {
        if name.negated {
            return name.is_only_item().then_some((-0.1, None));
        }
        let mut kinds = name.categories().peekable();
        if kinds.peek().is_some() {
            let same = kinds.any(|category| self.offline.category_of(self.item) == Some(category));
            return Some((if same { -0.1 } else { -6.0 }, None));
        }
        // "Chicken breast" after the chicken: a part of another name that only goes with the noun before it.
        let trails = name.fit >= Fit::Part
            && !self.line.get(at).is_some_and(|atom| atom.pause)
            && at
                .checked_sub(1)
                .and_then(|before| self.line.get(before))
                .is_some_and(|atom| atom.name.as_ref().is_some_and(Name::is_item));
        if trails {
            return Some((-0.3, None));
        }
        name.items()
            .map(|item| {
                if item == self.item {
                    return (self.repeat_score(at), None);
                }
                let same_category = self.offline.category_of(item) == self.offline.category_of(self.item);
                if same_category && self.offline.is_generic(item) && !self.numbered_between(at) {
                    return (-0.1, None);
                }
                let together = same_category
                    && self.offline.is_side(item)
                    && self.head.is_some()
                    && self.stand_together(at);
                (if together { -0.2 } else { IMPOSSIBLE }, Some(Sense::Item(item)))
            })
            .max_by(|one, other| one.0.total_cmp(&other.0))
    }

    /// The item said a second time.
    fn repeat_score(&self, at: usize) -> f32 {
        let Some(head) = self.head else { return -0.5 };
        let (from, to) = (head.min(at), head.max(at));
        let between = self.line.get(from + 1..to).unwrap_or_default();
        let another = between.iter().any(|atom| {
            atom.number.is_some()
                || atom.is(Role::Another)
                || atom
                    .name
                    .as_ref()
                    .is_some_and(|name| name.is_value() && !name.is_option())
        });
        if another { -4.0 } else { -0.8 }
    }

    fn numbered_between(&self, at: usize) -> bool {
        let Some(head) = self.head else { return false };
        let between = self.line.get(head.min(at) + 1..head.max(at)).unwrap_or_default();
        between
            .iter()
            .any(|atom| atom.number.is_some_and(|number| !number.article) || atom.is(Role::Another))
    }

    /// Whether a side stands beside the head with nothing but "and" or "with" between.
    fn stand_together(&self, at: usize) -> bool {
        let Some(head) = self.head else { return false };
        let between = self.line.get(head.min(at) + 1..head.max(at)).unwrap_or_default();
        // "Two cookies and chips" are not two of both, as "two orders of" them are.
        let first = head
            .min(at)
            .checked_sub(1)
            .and_then(|before| self.line.get(before));
        let several = first.is_some_and(|atom| atom.number.is_some_and(|number| number.value > 1));
        if several && between.iter().any(|atom| atom.is(Role::And)) {
            return false;
        }
        between.iter().all(|atom| {
            atom.is_any(&[Role::And, Role::With])
                || atom
                    .name
                    .as_ref()
                    .is_some_and(|name| name.items().any(|item| self.offline.is_side(item)))
        })
    }
}

/// Of two readings of a name the less odd one; of equals the second.
fn better<T>(one: Option<(f32, T)>, other: Option<(f32, T)>) -> Option<(f32, T)> {
    match (&one, &other) {
        (Some((one_score, _)), Some((score, _))) if one_score.total_cmp(score).is_gt() => one,
        (_, Some(_)) => other,
        (_, None) => one,
    }
}
