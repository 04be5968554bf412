//! Lists as one says them: "a, b and c".

use super::Phrases;
use crate::order::{Language, Menu};

/// Kinds of things that are named at once; what is beyond is "and more".
const MOST_KINDS: usize = 6;

impl Phrases {
    /// What kinds of things a shop sells.
    pub fn what_there_is(&self, menu: &Menu) -> String {
        let categories = menu.categories.iter();
        let mut names: Vec<String> = categories
            .map(|category| self.many(&category.names).to_owned())
            .collect();
        if names.len() > MOST_KINDS {
            names.truncate(MOST_KINDS - 1);
            names.push(self.plain("and-more"));
        }
        self.say("menu", &[("categories", self.and(&names).into())])
    }

    /// Joined with commas and a last "and".
    pub fn and(&self, parts: &[String]) -> String {
        self.joined(parts, "list-two")
    }

    /// Joined with commas and a last "or".
    pub fn or(&self, parts: &[String]) -> String {
        self.joined(parts, "list-or")
    }

    /// Joined with commas and an "or" that a "no" goes before: "no tacos or lasagna".
    pub fn nor(&self, parts: &[String]) -> String {
        self.joined(parts, "list-nor")
    }

    /// The lines of a read-back: in English parted by commas alone, since more follows.
    pub fn listed(&self, parts: &[String]) -> String {
        match self.language {
            Language::EnUs => parts.join(", "),
            Language::PtBr => self.and(parts),
        }
    }

    fn joined(&self, parts: &[String], key: &str) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => self.say(
                key,
                &[
                    ("first", head.join(", ").into()),
                    ("second", last.as_str().into()),
                ],
            ),
        }
    }
}
