//! What of Claude's answer counts: code holds every part of it to the customer's words and to the menu.
//!
//! | the edit's words | what becomes of it |
//! |---|---|
//! | were said, and name what it says | proposed |
//! | were said, and do not name all that it says | doubted: asked as a question |
//! | were not said, or there are none; or an id is on no menu, or a line in no draft | refused, and counted |

mod act;
mod cites;
mod counting;
mod edit;
mod evidence;
mod meaning;
mod own;
mod ways;

use serde_json::Value;

use self::cites::Cited;
use self::evidence::Evidence;
use self::own::OwnEdits;
use super::say::{Unsaid, Wording};
use super::tool::{Change, Understood};
use crate::interpreter::{About, Act, Certainty, Edit, EditKind, Heard, Offline, Proposal, Unclear};
use crate::order::{ItemId, Language, Menu, OptionId, Quantity};

/// The most edits of one answer that are looked at.
const MOST_EDITS: usize = 40;
/// The most things of any other list.
const MOST_LISTED: usize = 12;
/// The most words and characters of what is not on the menu, which is said back as it was said.
const MOST_SAID_BACK: (usize, usize) = (4, 40);

/// Why a part of an answer was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refused {
    /// It is not of the tool's form.
    Malformed,
    /// It rests on no words, or on words that nobody said.
    NoWords,
    /// It rests on words that do not say it, and cannot be asked about.
    NotNamed,
    /// It names an id that is not on the menu.
    NoSuchId,
    /// It names a line that is not on the draft.
    NoSuchLine,
    /// It asks for a number of things that cannot be.
    NoSuchQuantity,
    /// There is more of it than anybody says in one breath.
    TooMuch,
    /// The sentence may not be spoken.
    Wording(Unsaid),
}

impl Refused {
    /// Its name in logs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NoWords => "no_words",
            Self::NotNamed => "not_named",
            Self::NoSuchId => "no_such_id",
            Self::NoSuchLine => "no_such_line",
            Self::NoSuchQuantity => "no_such_quantity",
            Self::TooMuch => "too_much",
            Self::Wording(why) => why.name(),
        }
    }
}

/// What an answer is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Judging<'a> {
    /// What there is.
    pub menu: &'a Menu,
    /// The language of the turn.
    pub language: Language,
    /// Whose reading of single words is the yardstick.
    pub offline: &'a Offline,
    /// What was said, and around what.
    pub heard: &'a Heard<'a>,
    /// The offline reading of the same words.
    pub own: &'a Proposal,
}

/// What is left of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// What it proposes.
    pub proposal: Proposal,
    /// What was refused of it.
    pub refused: Vec<Refused>,
}

impl Judged {
    /// Whether nothing is left that the dialogue could go on with.
    pub fn is_empty(&self) -> bool {
        let Proposal { act, doubted, .. } = &self.proposal;
        *act == Act::Nothing && self.proposal.is_bare() && doubted.is_empty()
    }
}

impl Judging<'_> {
    /// Judges the input that Claude gave to the tool.
    pub fn judge(&self, input: &Value) -> Judged {
        let Ok(understood) = serde_json::from_value::<Understood>(input.clone()) else {
            return Judged {
                proposal: Proposal::of(Act::Nothing, Certainty::Unsure),
                refused: vec![Refused::Malformed],
            };
        };
        let mut refused = Vec::new();
        let changes = self.changes(&understood, &mut refused);
        let cites: Vec<&str> = changes.iter().map(|change| change.cites.as_str()).collect();
        let cited = Cited::of(self.heard, &cites);
        let mut proposal = Proposal::of(self.act(&understood, &cited, &mut refused), Certainty::Unsure);
        self.take_edits(&changes, &cited, &mut proposal, &mut refused);
        self.take_ways(&understood, &cited, &mut proposal, &mut refused);
        if proposal.act == self.own.act {
            proposal.also.clone_from(&self.own.also);
        }
        proposal.about = self.about(proposal.act, &understood, &mut refused);
        proposal.off_menu = self.off_menu(&understood, &cited, &mut refused);
        proposal.unclear = self.several_fit(&understood, &cited, &mut refused);
        let changes_something =
            !proposal.edits.is_empty() || !proposal.details.is_empty() || !proposal.doubted.is_empty();
        let reports = !proposal.off_menu.is_empty() || !proposal.unclear.is_empty();
        if proposal.act == Act::Nothing && (changes_something || reports) {
            proposal.act = Act::Edit;
        }
        if proposal.act == Act::Edit && !changes_something && !reports {
            proposal.act = Act::Nothing;
        }
        // Wording is for edits that were all carried out.
        let all_well = refused.is_empty() && proposal.doubted.is_empty() && !proposal.edits.is_empty();
        let say = understood.say.filter(|say| all_well && !say.trim().is_empty());
        match say.map(|say| self.wording().checked(&say)).transpose() {
            Ok(say) => proposal.say = say,
            Err(why) => refused.push(Refused::Wording(why)),
        }
        if all_well {
            proposal.certainty = Certainty::Certain;
        }
        Judged { proposal, refused }
    }

    fn wording(&self) -> Wording<'_> {
        Wording {
            menu: self.menu,
            language: self.language,
            offline: self.offline,
        }
    }

    fn changes(&self, understood: &Understood, refused: &mut Vec<Refused>) -> Vec<Change> {
        if understood.edits.len() > MOST_EDITS {
            refused.push(Refused::TooMuch);
        }
        let edits = understood.edits.iter().take(MOST_EDITS);
        edits
            .filter_map(|edit| {
                serde_json::from_value(edit.clone())
                    .map_err(|_| refused.push(Refused::Malformed))
                    .ok()
            })
            .collect()
    }

    fn take_edits(
        &self,
        changes: &[Change],
        cited: &Cited<'_>,
        proposal: &mut Proposal,
        refused: &mut Vec<Refused>,
    ) {
        let text = cited.text();
        let mut evidence = Evidence::of(self, text);
        let kinds: Vec<Result<EditKind, Refused>> = changes.iter().map(|change| self.kind(change)).collect();
        let mut own = OwnEdits::of(self, kinds.iter().flatten());
        // What only a lesser transcript holds was hardly heard.
        let best = self.heard.transcripts.first().map(|best| best.text.as_str());
        let better = best
            .filter(|best| *best != text)
            .map(|best| Evidence::of(self, best));
        // Where words surely ask or tell something, whoever makes an order of them is asked whether it is one.
        let no_order = self.own.certainty == Certainty::Certain
            && self.own.edits.is_empty()
            && !matches!(
                self.own.act,
                Act::Edit | Act::Done | Act::Nothing | Act::Yes | Act::No
            );
        for (change, kind) in changes.iter().zip(kinds) {
            let Some(span) = cited.span(&change.cites) else {
                refused.push(Refused::NoWords);
                continue;
            };
            let kind = match kind {
                Ok(kind) => kind,
                Err(why) => {
                    refused.push(why);
                    continue;
                }
            };
            let heard = better.as_ref().is_none_or(|better| better.bears(&kind));
            let read = heard && evidence.may_vouch(&kind, &span) && own.hold(&kind);
            if read {
                evidence.take(&kind, &span);
            }
            let named =
                read || (heard && !self.is_detail(&change.cites) && evidence.names(&kind, span.clone()));
            let edit = Edit {
                kind,
                cites: text.get(span).unwrap_or_default().to_owned(),
            };
            match named && !no_order {
                true => proposal.edits.push(edit),
                false => proposal.doubted.edits.push(without_absurd_number(edit)),
            }
        }
    }

    fn about(&self, act: Act, understood: &Understood, refused: &mut Vec<Refused>) -> About {
        let items = self.items(&understood.about_items, refused);
        let options = self.options(&understood.about_options, refused);
        // What the tool has no words for, such as kinds of dishes and allergens, code has read of the same question.
        let read = match act == self.own.act {
            true => self.own.about.clone(),
            false => About::default(),
        };
        let nothing = items.is_empty() && options.is_empty();
        About {
            items: if nothing { read.items } else { items },
            options: if nothing { read.options } else { options },
            ..read
        }
    }

    fn off_menu(
        &self,
        understood: &Understood,
        cited: &Cited<'_>,
        refused: &mut Vec<Refused>,
    ) -> Vec<String> {
        let words = understood.not_on_menu.iter().take(MOST_LISTED);
        let said = words.filter_map(|words| self.said(words, cited, refused));
        let said: Vec<String> = said.collect();
        let (short, long): (Vec<String>, Vec<String>) =
            said.into_iter().partition(|words| may_be_dish(words));
        refused.extend(long.iter().map(|_| Refused::TooMuch));
        short
    }

    fn several_fit(
        &self,
        understood: &Understood,
        cited: &Cited<'_>,
        refused: &mut Vec<Refused>,
    ) -> Vec<Unclear> {
        let several = understood.several_fit.iter().take(MOST_LISTED);
        let mut unclear = Vec::new();
        for one in several {
            let Ok(one) = serde_json::from_value::<super::tool::Unclear>(one.clone()) else {
                refused.push(Refused::Malformed);
                continue;
            };
            let Some(words) = self.said(&one.words, cited, refused) else {
                continue;
            };
            let items = self.items(&one.items, refused);
            let options = self.options(&one.options, refused);
            if items.len() + options.len() > 1 {
                unclear.push(Unclear {
                    words,
                    items,
                    options,
                });
            }
        }
        unclear
    }

    /// The words as they were said.
    fn said(&self, words: &str, cited: &Cited<'_>, refused: &mut Vec<Refused>) -> Option<String> {
        let said = cited.span(words).and_then(|span| cited.text().get(span));
        if said.is_none() {
            refused.push(Refused::NoWords);
        }
        said.map(str::to_owned)
    }

    fn items(&self, ids: &[String], refused: &mut Vec<Refused>) -> Vec<ItemId> {
        let ids = ids.iter().take(MOST_LISTED).map(|id| ItemId::new(id.as_str()));
        let (known, unknown): (Vec<ItemId>, Vec<ItemId>) = ids.partition(|id| self.menu.item(id).is_some());
        refused.extend(unknown.iter().map(|_| Refused::NoSuchId));
        known
    }

    fn options(&self, ids: &[String], refused: &mut Vec<Refused>) -> Vec<OptionId> {
        let ids = ids.iter().take(MOST_LISTED).map(|id| OptionId::new(id.as_str()));
        let (known, unknown): (Vec<OptionId>, Vec<OptionId>) =
            ids.partition(|id| self.menu.option(id).is_some());
        refused.extend(unknown.iter().map(|_| Refused::NoSuchId));
        known
    }
}

/// Whether words could name a dish: a few, of letters and numbers that are no longer than a dish's.
fn may_be_dish(words: &str) -> bool {
    let digits = words.chars().filter(|c| c.is_numeric()).count();
    let (most_words, most_chars) = MOST_SAID_BACK;
    digits < 4 && words.split_whitespace().count() <= most_words && words.chars().count() <= most_chars
}

/// An addition to be asked about, without a number that nobody can have meant: the thing alone is asked about.
fn without_absurd_number(mut edit: Edit) -> Edit {
    if let EditKind::Add(wish) = &mut edit.kind {
        wish.quantity = wish.quantity.filter(|quantity| *quantity <= Quantity::MOST);
    }
    edit
}

#[cfg(test)]
mod tests;
