//! Which numbers count something: those that stand with its name. A number elsewhere in the words ("my badge says forty")
//! counts something else.

use crate::interpreter::offline::{Mention, Mentioned, Named};

/// Whether a character parts what is said.
pub(super) fn is_pause(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '\n')
}

/// The numbers that stand with the first name of this kind, each once: those before it up to another such name, or where
/// there are none, the first that follows it with no strange word between and counts nothing else. A name of another kind
/// ("large") parts nothing.
pub(super) fn attached(mentions: &[&Mention], of_it: impl Fn(&Named) -> bool) -> Vec<u32> {
    let is_it = |mention: &&Mention| matches!(&mention.what, Mentioned::Name(named) if of_it(named));
    let at = mentions.iter().position(is_it).unwrap_or(mentions.len());
    let number = |mention: &&Mention| match mention.what {
        Mentioned::Number(number) => Some(number),
        _ => None,
    };
    let mut before: Vec<u32> = mentions.iter().take(at).filter_map(number).collect();
    before.sort_unstable();
    before.dedup();
    if !before.is_empty() {
        return before;
    }
    let behind = mentions.get(at + 1..).unwrap_or_default();
    let near = behind
        .iter()
        .take_while(|mention| mention.what != Mentioned::Unknown)
        .count();
    let first = behind
        .iter()
        .take(near)
        .position(|mention| number(mention).is_some());
    let counts_next = |at: usize| {
        let next = behind.get(at + 1).map(|next| &next.what);
        matches!(next, Some(Mentioned::Unknown | Mentioned::Name(_)))
    };
    let first = first.filter(|at| !counts_next(*at)).and_then(|at| behind.get(at));
    first.and_then(number).into_iter().collect()
}
