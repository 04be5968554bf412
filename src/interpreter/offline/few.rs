//! Lists that nearly always hold one thing, and then take no room beside it: a lexicon has thousands of them, which are
//! made when a process starts.

use std::ops::{Deref, DerefMut};

/// One thing, or several.
#[derive(Debug, Clone)]
pub(super) enum Few<T> {
    /// One.
    One([T; 1]),
    /// Several.
    Several(Vec<T>),
}

impl<T: Copy> Few<T> {
    /// One thing.
    pub(super) fn one(thing: T) -> Self {
        Self::One([thing])
    }

    /// Puts a thing behind the others.
    pub(super) fn push(&mut self, thing: T) {
        match self {
            Self::One([first]) => *self = Self::Several(vec![*first, thing]),
            Self::Several(things) => things.push(thing),
        }
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match self {
            Self::One(thing) => thing,
            Self::Several(things) => things,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::One(thing) => thing,
            Self::Several(things) => things,
        }
    }
}
