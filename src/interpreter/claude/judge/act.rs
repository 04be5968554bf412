//! What the customer is doing, as far as an answer may say so: code asks before anything comes of it, and what is done at
//! once must be read in the cited words by code as well.
//!
//! A yes is none of these: only the customer's own word is one.

use super::cites::Cited;
use super::{Judging, Refused};
use crate::interpreter::claude::tool;
use crate::interpreter::claude::tool::Understood;
use crate::interpreter::{Act, ComplaintKind, QuestionKind};

impl Judging<'_> {
    /// The act of an answer; nothing where no words say so.
    pub(super) fn act(&self, understood: &Understood, cited: &Cited<'_>, refused: &mut Vec<Refused>) -> Act {
        let act = act_of(understood.act);
        if matches!(act, Act::Edit | Act::Nothing) {
            return act;
        }
        let span = cited.span(&understood.act_cites);
        let Some(words) = span.and_then(|span| cited.text().get(span)) else {
            refused.push(Refused::NoWords);
            return Act::Nothing;
        };
        let named = self.at_once(act, words);
        if named == Act::Nothing {
            refused.push(Refused::NotNamed);
        }
        named
    }

    /// The act, unless it is one that is carried out without a question and these words do not say it.
    fn at_once(&self, act: Act, words: &str) -> Act {
        let read = || self.read_alone(words).act;
        match act {
            // A no declines what was asked; a wish for a person calls one.
            Act::No | Act::Person if read() != act => Act::Nothing,
            // What is wrong is asked, where the words do not say.
            Act::Complain(_) if read() != act => Act::Complain(ComplaintKind::Other),
            _ => act,
        }
    }
}

fn act_of(act: tool::Act) -> Act {
    match act {
        tool::Act::Order => Act::Edit,
        tool::Act::ThatsAll => Act::Done,
        tool::Act::No => Act::No,
        tool::Act::WhereIsMyOrder => Act::Status,
        tool::Act::CancelOrder => Act::Cancel,
        tool::Act::StartOver => Act::StartOver,
        tool::Act::WhatHaveIOrdered => Act::Review,
        tool::Act::WhatDoYouHave => Act::Menu,
        tool::Act::TheUsual => Act::Usual,
        tool::Act::AskPrice => Act::Ask(QuestionKind::Price),
        tool::Act::AskWhatIsInIt => Act::Ask(QuestionKind::Contents),
        tool::Act::AskAllergens => Act::Ask(QuestionKind::Allergens),
        tool::Act::AskWhetherYouHaveIt => Act::Ask(QuestionKind::Available),
        tool::Act::AskChoices => Act::Ask(QuestionKind::Choices),
        tool::Act::AskDishOfTheDay => Act::Ask(QuestionKind::Specials),
        tool::Act::AskOpeningHours => Act::Ask(QuestionKind::Hours),
        tool::Act::AskDelivery => Act::Ask(QuestionKind::Delivery),
        tool::Act::AskPayment => Act::Ask(QuestionKind::Payment),
        tool::Act::AskTotal => Act::Ask(QuestionKind::Total),
        tool::Act::AskHowLong => Act::Ask(QuestionKind::Wait),
        tool::Act::AskAboutShop => Act::Ask(QuestionKind::Shop),
        tool::Act::ComplainMissing => Act::Complain(ComplaintKind::Missing),
        tool::Act::ComplainWrong => Act::Complain(ComplaintKind::Wrong),
        tool::Act::ComplainCold => Act::Complain(ComplaintKind::Cold),
        tool::Act::ComplainLate => Act::Complain(ComplaintKind::Late),
        tool::Act::Complain => Act::Complain(ComplaintKind::Other),
        tool::Act::WantAPerson => Act::Person,
        tool::Act::Slower => Act::Slower,
        tool::Act::SpellItOut => Act::Spell,
        tool::Act::HoldOn => Act::HoldOn,
        tool::Act::DeleteMyData => Act::Forget,
        tool::Act::Thanks => Act::Thanks,
        tool::Act::Greeting => Act::Greet,
        tool::Act::Help => Act::Help,
        tool::Act::Repeat => Act::Repeat,
        tool::Act::Goodbye => Act::Stop,
        tool::Act::Unclear => Act::Nothing,
    }
}
