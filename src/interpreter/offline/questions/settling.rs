//! Decides what a frame that fits asks, by what its gaps name.

use std::ops::Range;

use super::super::lexicon::{Role, split};
use super::super::text::Token;
use super::super::{Offline, details};
use super::frame::Gap;
use super::naming::{about, named_so};
use super::search::{Found, Said};
use crate::interpreter::{About, Act, Heard, QuestionKind, Transcript};
use crate::order::{AddressParts, CategoryId, ItemId};

mod complaint;

/// What is asked.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) act: Act,
    pub(super) about: About,
    /// Whether every gap was understood.
    pub(super) sure: bool,
    /// Whether the speaker says that somebody is allergic to what is asked about.
    pub(super) allergic: bool,
    /// The parts of an address that the question names.
    pub(super) address: Option<AddressParts>,
}

/// What a frame asks; none where its gaps make it something else.
pub(super) fn settle(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    said: &Said<'_>,
    found: &Found,
) -> Option<Settled> {
    let reader = Reader {
        offline,
        heard,
        text,
        said,
        found,
    };
    let (act, about) = match found.fit.act {
        Act::Ask(kind) => reader.question(kind)?,
        Act::Complain(kind) => reader.complaint(kind)?,
        // "The same" is what was just ordered, unless it is said to be from before.
        Act::Usual if !heard.draft.is_empty() && !reader.speaks_of_before() => return None,
        act => (act, About::default()),
    };
    let (act, about, allergic) = reader.for_the_allergic(act, about);
    let address = (act == Act::Ask(QuestionKind::Delivery)).then(|| reader.address());
    Some(Settled {
        act,
        sure: about.off_menu.is_empty() && about.items.len() <= 1,
        about,
        allergic,
        address: address.flatten(),
    })
}

struct Reader<'a> {
    offline: &'a Offline,
    heard: &'a Heard<'a>,
    text: &'a str,
    said: &'a Said<'a>,
    found: &'a Found,
}

impl Reader<'_> {
    fn tokens(&self, range: &Range<usize>) -> &[Token] {
        self.said.tokens.get(range.clone()).unwrap_or_default()
    }

    fn named(&self, range: &Range<usize>) -> About {
        about(self.offline, self.heard, self.text, self.tokens(range))
    }

    fn speaks_of_before(&self) -> bool {
        let before = |token: &Token| split(self.offline.lexicon.before).any(|word| word == token.text);
        self.tokens(&self.found.range).iter().any(before)
    }

    /// What all gaps of a kind name together.
    fn gaps(&self, wanted: &[Gap]) -> About {
        let gaps = self.found.fit.gaps.iter();
        let mut ranges = gaps
            .filter(|(gap, _)| wanted.contains(gap))
            .map(|(_, range)| range);
        let mut all = ranges.next().map(|range| self.named(range)).unwrap_or_default();
        for range in ranges {
            let more = self.named(range);
            all.items.extend(more.items);
            all.options.extend(more.options);
            all.category = all.category.or(more.category);
            all.group = all.group.or(more.group);
            all.attribute = all.attribute.or(more.attribute);
            all.attributes.extend(more.attributes);
            all.allergens.extend(more.allergens);
            all.method = all.method.or(more.method);
            all.off_menu.extend(more.off_menu);
        }
        all
    }

    fn everything(&self) -> About {
        self.gaps(&[
            Gap::Thing,
            Gap::Named,
            Gap::Part,
            Gap::Allergen,
            Gap::Kind,
            Gap::Method,
        ])
    }

    fn question(&self, kind: QuestionKind) -> Option<(Act, About)> {
        let (kind, about) = match kind {
            QuestionKind::Contents => self.contents(),
            QuestionKind::Available => self.available()?,
            QuestionKind::Choices => (kind, self.choices()?),
            QuestionKind::Price | QuestionKind::Alike => (kind, without_asides(self.everything())),
            QuestionKind::Allergens => {
                let asked = self.gaps(&[Gap::Allergen]);
                if self.may_be_wished(&asked) {
                    return None;
                }
                let mut about = self.everything();
                // "Shrimp in the flan": what is asked about is no thing of the menu that is asked for.
                about.items.retain(|item| !asked.items.contains(item));
                about.options.retain(|option| !asked.options.contains(option));
                about.off_menu.clear();
                (kind, about)
            }
            QuestionKind::Unstated => {
                if self.only_joins() {
                    return None;
                }
                let mut about = without_asides(self.everything());
                about.off_menu.clear();
                (kind, about)
            }
            QuestionKind::Specials => {
                let mut about = self.everything();
                about.off_menu.clear();
                (kind, about)
            }
            QuestionKind::Payment => {
                let mut about = About {
                    method: self.offline.topics.method(self.tokens(&self.found.range)),
                    ..About::default()
                };
                if about.method.is_none() {
                    let named = self.everything();
                    if names_something(&named) {
                        return None;
                    }
                    about.off_menu = named.off_menu;
                }
                (kind, about)
            }
            QuestionKind::Hours
            | QuestionKind::Delivery
            | QuestionKind::Total
            | QuestionKind::Wait
            | QuestionKind::Shop => (kind, About::default()),
        };
        if matches!(kind, QuestionKind::Contents | QuestionKind::Price) && self.is_of_order(&about) {
            // "What's in my order so far?" wants the order rather than a recipe.
            let of_price = kind == QuestionKind::Price;
            let act = if of_price {
                Act::Ask(QuestionKind::Total)
            } else {
                Act::Review
            };
            return Some((act, About::default()));
        }
        Some((Act::Ask(kind), about))
    }

    /// "A calabresa e vegetariana": without its accent and a question mark, the "é" of a frame is an "and".
    fn only_joins(&self) -> bool {
        let lexicon = self.offline.lexicon;
        let mut verbs = self
            .tokens(&self.found.range)
            .iter()
            .filter(|token| lexicon.accented.iter().any(|(word, _)| *word == token.text))
            .peekable();
        verbs.peek().is_some() && !verbs.any(|token| token.accented) && !self.text.contains('?')
    }

    /// "E de bebida coca": what is said to be of a kind is ordered, unless it is asked.
    fn goes_on_ordering(&self) -> bool {
        let has = |token: Option<&Token>, role: Role| {
            let roles = token.and_then(|token| self.offline.phrases.roles(&token.text));
            roles.is_some_and(|roles| roles.contains(&role))
        };
        let said = self.tokens(&self.found.range);
        has(said.first(), Role::And) && has(said.get(1), Role::For) && !self.text.contains('?')
    }

    /// Whether nothing is named but the order as a whole.
    fn is_of_order(&self, about: &About) -> bool {
        let [(_, gap)] = self.found.fit.gaps.as_slice() else {
            return false;
        };
        let points = |token: &Token| {
            let roles = self.offline.phrases.roles(&token.text).unwrap_or_default();
            roles.contains(&Role::It) || roles.contains(&Role::That)
        };
        *about == About::default() && self.is_of_whole(gap) && !self.tokens(gap).iter().any(points)
    }

    /// "Tuna on the pizza": where tuna is on the menu and nothing marks a question, it may be wished for.
    fn may_be_wished(&self, asked: &About) -> bool {
        let begins = self
            .found
            .fit
            .gaps
            .first()
            .is_some_and(|(gap, range)| *gap == Gap::Allergen && range.start == self.found.range.start);
        let marked = self.text.contains('?') || self.offline.topics.allergic(self.said.tokens);
        begins && self.found.fit.literals <= 1 && names_something(asked) && !marked
    }

    /// "Is there ham in it?" asks for an ingredient; "is there a soup on the menu?" for a thing.
    fn contents(&self) -> (QuestionKind, About) {
        let mut of = self.gaps(&[Gap::Thing, Gap::Named]);
        let part = self.gaps(&[Gap::Part]);
        of.off_menu.clear();
        let asks_part = self.found.fit.gaps.iter().any(|(gap, _)| *gap == Gap::Part);
        if !asks_part && !of.allergens.is_empty() && self.asks_free_of() {
            return (QuestionKind::Allergens, of);
        }
        if !asks_part {
            of.allergens.clear();
            return (QuestionKind::Contents, without_asides(of));
        }
        let names_of = names_something(&of);
        if !part.items.is_empty() && part.options.is_empty() && !names_of && part.allergens.is_empty() {
            return (QuestionKind::Available, without_asides(part));
        }
        if !part.allergens.is_empty() && part.options.is_empty() {
            of.allergens = part.allergens;
            return (QuestionKind::Allergens, of);
        }
        of.allergens = part.allergens;
        of.options.extend(part.options);
        of.off_menu = part.off_menu;
        if !part.items.is_empty() && !names_of {
            of.items = part.items;
        }
        of.attributes.extend(part.attributes);
        (QuestionKind::Contents, of)
    }

    fn available(&self) -> Option<(QuestionKind, About)> {
        if asks_for_it(self.said.tokens) {
            return None;
        }
        let about = self.everything();
        if !about.allergens.is_empty() && self.asks_free_of() {
            let mut about = about;
            about.off_menu.clear();
            return Some((QuestionKind::Allergens, about));
        }
        let names_thing = !about.items.is_empty() || !about.options.is_empty();
        let names_kind = about.category.is_some() || about.group.is_some() || about.attribute.is_some();
        if !names_thing && names_kind {
            return Some((QuestionKind::Choices, about));
        }
        let said = names_thing || !about.attributes.is_empty() || !about.off_menu.is_empty();
        let points = self.found.fit.gaps.is_empty();
        (said || points).then(|| (QuestionKind::Available, without_asides(about)))
    }

    /// "Gluten free", "sem lactose".
    fn asks_free_of(&self) -> bool {
        let free = |token: &Token| matches!(token.text.as_str(), "free" | "without" | "sem" | "livre");
        self.tokens(&self.found.range).iter().any(free)
    }

    /// "What pizzas do you have?": the kind of thing, rather than the thing of that name.
    fn choices(&self) -> Option<About> {
        let mut about = self.everything();
        let asked = self.found.fit.gaps.first().map(|(_, range)| self.named(range));
        let of_kind = asked.and_then(|asked| kind_called_alike(self.offline, &asked));
        if let Some((item, category)) = of_kind
            && about.group.is_none()
            && about.attribute.is_none()
        {
            about.items.retain(|other| *other != item);
            about.category = Some(category);
        }
        let of_things = about.category.is_none() && about.group.is_none() && about.attribute.is_none();
        if !of_things && names_something(&about) && self.goes_on_ordering() {
            return None;
        }
        if of_things
            && about.attributes.is_empty()
            && let Some((_, asked)) = self.found.fit.gaps.first()
        {
            let alike = named_so(self.offline, self.tokens(asked), &about);
            if !alike.is_empty() {
                about.options.clear();
                about.items = alike;
            }
        }
        if names_something(&about) || !of_things {
            about.off_menu.clear();
        }
        about.allergens.clear();
        about.method = None;
        (about != About::default()).then_some(about)
    }

    /// Who says that somebody is allergic asks about that, whatever the frame.
    fn for_the_allergic(&self, act: Act, mut about: About) -> (Act, About, bool) {
        let food = matches!(
            act,
            Act::Menu | Act::Ask(QuestionKind::Allergens | QuestionKind::Contents | QuestionKind::Available)
        );
        if !food || !self.offline.topics.allergic(self.said.tokens) {
            about.allergens.sort_unstable();
            about.allergens.dedup();
            return (act, about, false);
        }
        about.allergens = self.offline.topics.allergens(self.said.tokens);
        let named = !about.allergens.is_empty();
        if named {
            about.off_menu.clear();
            return (Act::Ask(QuestionKind::Allergens), about, true);
        }
        (act, about, false)
    }

    /// The parts of an address in the gap of "do you deliver to …?".
    fn address(&self) -> Option<AddressParts> {
        let (_, gap) = self.found.fit.gaps.last()?;
        let (first, last) = (
            self.said.tokens.get(gap.start)?,
            self.said.tokens.get(gap.end.checked_sub(1)?)?,
        );
        let text = self.text.get(first.span.start..last.span.end)?;
        let transcripts = [Transcript::certain(text)];
        let heard = Heard {
            transcripts: &transcripts,
            asked: None,
            ..*self.heard
        };
        Some(details::read(self.offline, &heard).details.address)
    }
}

/// The one thing that is named and the kind of it, where both go by one name ("pizza").
pub(super) fn kind_called_alike(offline: &Offline, about: &About) -> Option<(ItemId, CategoryId)> {
    let [item] = about.items.as_slice() else {
        return None;
    };
    let vocabulary = &offline.vocabulary;
    let entry = vocabulary.items.iter().find(|entry| entry.id == *item)?;
    let category = vocabulary
        .categories
        .iter()
        .find(|kind| kind.id == entry.category)?;
    let same = entry.names.iter().any(|name| category.names.contains(name));
    same.then(|| (item.clone(), category.id.clone()))
}

/// Whether something of the menu is named.
fn names_something(about: &About) -> bool {
    !about.items.is_empty() || !about.options.is_empty() || !about.attributes.is_empty()
}

/// What is asked about, without what only belongs to other questions.
pub(super) fn without_asides(mut about: About) -> About {
    about.allergens.clear();
    about.method = None;
    if !about.items.is_empty() || !about.options.is_empty() {
        about.group = None;
        about.category = None;
        about.attribute = None;
    }
    about
}

/// "Do you have a coke for me?": asked, and meant as an order.
pub(in crate::interpreter::offline) fn asks_for_it(tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    let ends = [
        ["for", "me"],
        ["for", "us"],
        ["pra", "mim"],
        ["para", "mim"],
        ["pra", "gente"],
    ];
    ends.iter().any(|end| words.ends_with(end))
}
