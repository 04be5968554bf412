//! What a piece or an atom does by the lexicon, for quick tests: the grammar asks for roles again and again.

use std::ops::Deref;

use super::few::Few;
use super::lexicon::Role;
use crate::order::Amount;

/// The roles of a piece or an atom, in the lexicon's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Roles {
    all: Few<Role>,
    /// One bit for each kind of role that is among them.
    kinds: u64,
}

impl Roles {
    /// Whether a role is among them.
    #[inline(always)]
    pub(super) fn contains(&self, role: &Role) -> bool {
        let kind = kind(*role);
        self.kinds & kind != 0 && (kind & CARRYING == 0 || self.all.contains(role))
    }

    /// Whether one of these roles is among them.
    #[inline(always)]
    pub(super) fn contains_any(&self, roles: &[Role]) -> bool {
        let kinds = roles.iter().fold(0, |kinds, role| kinds | kind(*role));
        let among = self.kinds & kinds;
        among & !CARRYING != 0 || among & CARRYING != 0 && self.carries_any(roles)
    }

    /// The same, where it takes more than kinds to tell.
    fn carries_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.all.contains(role))
    }

    /// Takes all of them away.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

impl From<&[Role]> for Roles {
    fn from(all: &[Role]) -> Self {
        let kinds = all.iter().fold(0, |kinds, role| kinds | kind(*role));
        Self {
            all: all.into(),
            kinds,
        }
    }
}

impl From<Role> for Roles {
    fn from(role: Role) -> Self {
        std::slice::from_ref(&role).into()
    }
}

impl Deref for Roles {
    type Target = [Role];

    fn deref(&self) -> &[Role] {
        &self.all
    }
}

impl<'r> IntoIterator for &'r Roles {
    type Item = &'r Role;
    type IntoIter = std::slice::Iter<'r, Role>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

/// The kinds of roles that carry something, of which there is more than one.
const CARRYING: u64 = kind(Role::Number(0)) | kind(Role::Amount(Amount::Extra)) | kind(Role::Ordinal(0));

/// The bit of a role's kind, whatever it carries.
#[inline(always)]
pub(super) const fn kind(role: Role) -> u64 {
    let place = match role {
        Role::Number(_) => 0,
        Role::Article => 1,
        Role::Amount(_) => 2,
        Role::Negation => 3,
        Role::No => 4,
        Role::And => 5,
        Role::But => 6,
        Role::Or => 7,
        Role::With => 8,
        Role::Of => 9,
        Role::The => 10,
        Role::That => 11,
        Role::Same => 12,
        Role::It => 13,
        Role::Only => 14,
        Role::For => 15,
        Role::Into => 16,
        Role::On => 17,
        Role::Topping => 18,
        Role::Portion => 19,
        Role::Measure => 20,
        Role::Aside => 21,
        Role::Want => 22,
        Role::Add => 23,
        Role::Remove => 24,
        Role::Change => 25,
        Role::Replace => 26,
        Role::InsteadOf => 27,
        Role::Instead => 28,
        Role::Correction => 29,
        Role::Half => 30,
        Role::HalfAndHalf => 31,
        Role::Other => 32,
        Role::Another => 33,
        Role::Ordinal(_) => 34,
        Role::Last => 35,
        Role::All => 36,
        Role::Both => 37,
        Role::Everything => 38,
        Role::OneOf => 39,
        Role::Restate => 40,
        Role::Meant => 41,
        Role::Double => 42,
        Role::Determiner => 43,
        Role::Adjective => 44,
        Role::Chat => 45,
        Role::Filler => 46,
        Role::OfEach => 47,
        Role::Plain => 48,
    };
    1 << place
}
