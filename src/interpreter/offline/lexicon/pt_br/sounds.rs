//! How the spelling of Brazilian Portuguese sounds, folded: unstressed vowels fall together, and so do s, z and ç.

use super::super::super::sounding::SoundRule;

/// The longest first, where one begins another.
pub(super) const SOUNDS: &[SoundRule] = &[
    ("^h", "", ""),
    ("lh", "", "li"),
    ("nh", "", "ni"),
    ("tch", "", "t"),
    ("sch", "", "x"),
    ("ch", "", "x"),
    ("sh", "", "x"),
    ("ph", "", "f"),
    ("th", "", "t"),
    ("dj", "", "d"),
    ("ck", "", "k"),
    ("qu", "ei", "k"),
    ("qu", "", "ku"),
    ("gu", "ei", "g"),
    ("sc", "ei", "s"),
    ("xc", "ei", "s"),
    ("x", "ptckmgd", "s"),
    ("c", "eiy", "s"),
    ("c", "", "k"),
    ("q", "", "k"),
    ("z", "", "s"),
    ("aum", "$", "an"),
    ("am", "$", "an"),
    ("ao", "$", "an"),
    ("m", "bcdfgjklpqrstvxz$", "n"),
    ("l", "bcdfgjkmnpqrstvxz$", "u"),
    ("e", "", "i"),
    ("o", "", "u"),
    ("y", "", "i"),
    ("w", "", "u"),
    ("h", "", ""),
];
