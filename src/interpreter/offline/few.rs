//! Lists that nearly always hold one thing, and then take no room beside it: a lexicon has thousands of them, which are
//! made when a process starts, and so has every utterance.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// No thing, one, or several.
#[derive(Debug, Clone)]
pub(super) enum Few<T> {
    /// None.
    None([T; 0]),
    /// One.
    One([T; 1]),
    /// Several.
    Several(Vec<T>),
}

impl<T> Few<T> {
    /// No thing.
    pub(super) const NONE: Self = Self::None([]);
}

impl<T: Copy> Few<T> {
    /// One thing.
    pub(super) fn one(thing: T) -> Self {
        Self::One([thing])
    }

    /// Puts a thing behind the others.
    pub(super) fn push(&mut self, thing: T) {
        match self {
            Self::None([]) => *self = Self::One([thing]),
            Self::One([first]) => *self = Self::Several(vec![*first, thing]),
            Self::Several(things) => things.push(thing),
        }
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<T: Copy> From<&[T]> for Few<T> {
    #[inline]
    fn from(things: &[T]) -> Self {
        match things {
            [] => Self::NONE,
            [thing] => Self::One([*thing]),
            several => Self::Several(several.to_vec()),
        }
    }
}

impl<T: Copy> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut few = Self::NONE;
        things.into_iter().for_each(|thing| few.push(thing));
        few
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match self {
            Self::None(none) => none,
            Self::One(thing) => thing,
            Self::Several(things) => things,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::None(none) => none,
            Self::One(thing) => thing,
            Self::Several(things) => things,
        }
    }
}

impl<T: Serialize> Serialize for Few<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
}

impl<'de, T: Copy + Deserialize<'de>> Deserialize<'de> for Few<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Things<T>(PhantomData<T>);

        impl<'de, T: Copy + Deserialize<'de>> Visitor<'de> for Things<T> {
            type Value = Few<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one thing or several")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut things: A) -> Result<Few<T>, A::Error> {
                let first = things.next_element()?;
                let mut few = Few::one(first.ok_or_else(|| A::Error::custom("nothing"))?);
                while let Some(thing) = things.next_element()? {
                    few.push(thing);
                }
                Ok(few)
            }
        }

        from.deserialize_seq(Things(PhantomData))
    }
}
