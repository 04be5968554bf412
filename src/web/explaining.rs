//! A reading of the grammar in words that a person can follow, in the language that was spoken: for the terminal and for
//! the console. Names are the menu's ids, so that they can be looked up there.

use serde::Serialize;

use crate::interpreter::{
    Act, Became, Certainty, Doubt, EditKind, Explanation, OptionWish, Part, Proposal, Target, Wish,
};
use crate::order::{Amount, Half, Language};
use crate::phrases::{Phrases, phrases};

/// A reading in words, and for machines.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// The transcript that was read.
    pub text: String,
    /// What each stretch of it became.
    pub words: Vec<ExplainedWords>,
    /// A title for what came of it.
    pub outcome: String,
    /// What came of it: an edit, what else the customer is doing, what the menu lacks, or what has to be asked.
    pub lines: Vec<String>,
    /// The edits, for machines.
    pub edits: Vec<EditKind>,
    /// Words that name something the menu lacks.
    pub off_menu: Vec<String>,
    /// Words that fit several things, with those things.
    pub several: Vec<Several>,
    /// Whether the reading is certain.
    pub certain: bool,
    /// Whether another reading is close.
    pub close: bool,
    /// The same in words.
    pub verdict: String,
    /// Why it is not certain.
    pub doubts: Vec<Reason>,
}

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedWords {
    /// Where it begins, in bytes of the text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The words, as they were said.
    pub words: String,
    /// The words that they were taken for, where their spelling was put right.
    pub taken_for: Option<String>,
    /// What they became.
    pub became: &'static str,
    /// The same in words.
    pub says: String,
}

/// Words that fit several things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Several {
    /// The words.
    pub words: String,
    /// The ids of what they fit.
    pub candidates: Vec<String>,
}

/// A reason not to be certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Its name.
    pub doubt: &'static str,
    /// The same in words.
    pub says: String,
}

/// A reading, in words of a language.
pub fn explained(language: Language, reading: &Explanation) -> Explained {
    let words = Wording(phrases(language));
    let proposal = &reading.proposal;
    let certain = proposal.certainty == Certainty::Certain;
    let doubts = proposal.doubts.iter().map(|doubt| Reason {
        doubt: doubt.name(),
        says: words.doubt(doubt),
    });
    Explained {
        text: reading.text.clone(),
        words: reading
            .parts
            .iter()
            .map(|part| words.stretch(reading, part))
            .collect(),
        outcome: words.0.plain(if proposal.edits.is_empty() {
            "explain-no-order"
        } else {
            "explain-order"
        }),
        lines: words.lines(proposal),
        edits: proposal.edits.iter().map(|edit| edit.kind.clone()).collect(),
        off_menu: proposal.off_menu.clone(),
        several: proposal
            .unclear
            .iter()
            .map(|unclear| Several {
                words: unclear.words.clone(),
                candidates: ids(&unclear.items).chain(ids(&unclear.options)).collect(),
            })
            .collect(),
        certain,
        close: proposal.doubts.has_another_near(),
        verdict: words.0.plain(if certain {
            "explain-certain"
        } else {
            "explain-unsure"
        }),
        doubts: if certain { Vec::new() } else { doubts.collect() },
    }
}

fn ids<I: ToString>(ids: &[I]) -> impl Iterator<Item = String> + '_ {
    ids.iter().map(ToString::to_string)
}

struct Wording(&'static Phrases);

impl Wording {
    fn lines(&self, proposal: &Proposal) -> Vec<String> {
        let edits = proposal.edits.iter().map(|edit| self.edit(&edit.kind));
        let lacks = proposal.off_menu.iter();
        let lacks = lacks.map(|words| self.named("explain-menu-lacks", words));
        let which = proposal.unclear.iter().map(|unclear| {
            let candidates: Vec<String> = ids(&unclear.items).chain(ids(&unclear.options)).collect();
            let which = self.named("explain-which", &candidates.join(", "));
            format!("{}: {which}", unclear.words)
        });
        let act = self.act(proposal.act);
        edits.chain(act).chain(lacks).chain(which).collect()
    }

    fn stretch(&self, reading: &Explanation, part: &Part) -> ExplainedWords {
        ExplainedWords {
            from: part.span.start,
            to: part.span.end,
            words: reading.words(part).to_owned(),
            taken_for: part.taken_for.clone(),
            became: part.became.name(),
            says: self.says(reading, part),
        }
    }

    fn says(&self, reading: &Explanation, part: &Part) -> String {
        let says = self.became(reading, &part.became);
        match &part.taken_for {
            Some(words) => format!("{says} ({})", self.named("explain-taken-for", words)),
            None => says,
        }
    }

    fn became(&self, reading: &Explanation, became: &Became) -> String {
        let plain = |key| self.0.plain(key);
        match became {
            Became::Item(item) => self.named("explain-item", item),
            Became::Option {
                option,
                amount,
                count,
                half,
                negated,
            } => {
                let mut says = self.named("explain-option", option);
                let more = [
                    negated.then(|| plain("explain-left-off")),
                    amount.map(|amount| self.amount(amount)),
                    count.map(|count| format!("× {count}")),
                    half.map(|half| self.half(half)),
                ];
                for more in more.into_iter().flatten() {
                    says = format!("{says}, {more}");
                }
                says
            }
            Became::Value(attribute, value) => format!("{attribute} {value}"),
            Became::Kind => plain("explain-kind"),
            Became::Several { items, options } => {
                let all: Vec<String> = ids(items).chain(ids(options)).collect();
                self.named("explain-several", &all.join(", "))
            }
            Became::Number(number) => self.named("explain-number", number),
            Became::Amount(amount) => self.amount(*amount),
            Became::Negation(reach) => self.negation(reading, reach),
            Became::Correction => plain("explain-correction"),
            Became::TakenBack => plain("explain-taken-back"),
            Became::Verb => plain("explain-verb"),
            Became::Reference => plain("explain-reference"),
            Became::Half => plain("explain-half"),
            Became::Joint => plain("explain-joint"),
            Became::SmallTalk => plain("explain-small-talk"),
            Became::Filler => plain("explain-filler"),
            Became::Act => plain("explain-act"),
            Became::Answer => plain("explain-answer"),
            Became::Question => plain("explain-question"),
            Became::Detail => plain("explain-detail"),
            Became::Unknown => plain("explain-unknown"),
            Became::Unread => plain("explain-unread"),
        }
    }

    fn named(&self, key: &str, what: &impl ToString) -> String {
        self.0.say(key, &[("what", what.to_string().into())])
    }

    fn negation(&self, reading: &Explanation, reach: &[usize]) -> String {
        let reached = reach.iter().filter_map(|at| reading.parts.get(*at));
        let words: Vec<&str> = reached.map(|part| reading.words(part)).collect();
        if words.is_empty() {
            return self.0.plain("explain-negation");
        }
        self.named("explain-negation-of", &words.join(", "))
    }

    fn amount(&self, amount: Amount) -> String {
        self.0.plain(match amount {
            Amount::Extra => "explain-extra",
            Amount::Light => "explain-light",
        })
    }

    fn half(&self, half: Half) -> String {
        self.0.plain(match half {
            Half::First => "explain-first-half",
            Half::Second => "explain-second-half",
        })
    }

    fn doubt(&self, doubt: Doubt) -> String {
        self.0.plain(match doubt {
            Doubt::Hearing => "explain-doubt-hearing",
            Doubt::Respelt => "explain-doubt-respelt",
            Doubt::Unknown => "explain-doubt-unknown",
            Doubt::OffMenu => "explain-doubt-off-menu",
            Doubt::Part => "explain-doubt-part",
            Doubt::Several => "explain-doubt-several",
            Doubt::Parting => "explain-doubt-parting",
            Doubt::Portion => "explain-doubt-portion",
            Doubt::Sharing => "explain-doubt-sharing",
            Doubt::Number => "explain-doubt-number",
            Doubt::Target => "explain-doubt-target",
            Doubt::Question => "explain-doubt-question",
            Doubt::Unread => "explain-doubt-unread",
            Doubt::Nothing => "explain-doubt-nothing",
        })
    }

    /// What the customer is doing besides ordering, by its name in the code.
    fn act(&self, act: Act) -> Option<String> {
        (!matches!(act, Act::Edit | Act::Nothing)).then(|| self.named("explain-doing", &format!("{act:?}")))
    }

    fn edit(&self, kind: &EditKind) -> String {
        let of = |key, target: &Target| self.named(key, &self.target(target));
        match kind {
            EditKind::Add(wish) => self.wish(wish),
            EditKind::Remove { target, quantity } => {
                let says = of("explain-remove", target);
                quantity.map_or_else(|| says.clone(), |quantity| format!("{says} × {quantity}"))
            }
            EditKind::SetQuantity { target, quantity } => {
                format!("{}: × {quantity}", of("explain-change", target))
            }
            EditKind::Modify { target, change } => {
                format!("{}: {}", of("explain-change", target), self.making(change))
            }
            EditKind::Replace { target, wish } => {
                format!("{}: {}", of("explain-replace", target), self.wish(wish))
            }
            EditKind::Again { target, quantity } => {
                format!("{}: + {quantity}", of("explain-again", target))
            }
        }
    }

    fn target(&self, target: &Target) -> String {
        match target {
            Target::Last => self.0.plain("explain-last-line"),
            Target::Nth(place) => self.named("explain-line", place),
            Target::Matching(wish) => self.wish(wish),
            Target::Line(id) => self.named("explain-line", &id.0),
            Target::All => self.0.plain("explain-every-line"),
        }
    }

    /// "3 × pizza · size large · + bacon (extra) · − onions".
    fn wish(&self, wish: &Wish) -> String {
        let items: Vec<String> = ids(&wish.items).collect();
        let what = format!("{} × {}", wish.quantity.unwrap_or(1), items.join(" + "));
        let making = self.making(wish);
        if making.is_empty() {
            what
        } else {
            format!("{what} · {making}")
        }
    }

    /// How a line is made.
    fn making(&self, wish: &Wish) -> String {
        let values = wish
            .attributes
            .iter()
            .map(|(attribute, value)| format!("{attribute} {value}"));
        let add = wish.add.iter().map(|choice| format!("+ {}", self.choice(choice)));
        let remove = wish
            .remove
            .iter()
            .map(|choice| format!("− {}", self.choice(choice)));
        let all: Vec<String> = values.chain(add).chain(remove).collect();
        all.join(" · ")
    }

    fn choice(&self, choice: &OptionWish) -> String {
        let more = [
            choice.amount.map(|amount| self.amount(amount)),
            choice.count.map(|count| format!("× {count}")),
            choice.half.map(|half| self.half(half)),
        ];
        let more: Vec<String> = more.into_iter().flatten().collect();
        if more.is_empty() {
            choice.option.to_string()
        } else {
            format!("{} ({})", choice.option, more.join(", "))
        }
    }
}
