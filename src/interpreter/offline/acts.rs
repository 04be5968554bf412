//! Recognises what the customer is doing when it is not, or not only, ordering: yes, no, that's all, where is
//! my food, cancel, help and the like. Only phrases of the lexicon count; noise is never a yes.

use super::details::is_number_word;
use super::laid::{Row, laid, laid_list};
use super::lexicon::{EN_US, PT_BR};
use super::lookup::Phrased;
use super::text::Token;
use super::word::AsText;
use crate::interpreter::{Act, Asked};
use crate::order::Language;

/// From how many letters and numbers on words spell something themselves.
const LEAST_SPELLED: usize = 2;

/// The compiled phrases of a language.
#[derive(Debug)]
pub(super) struct Acts {
    phrases: Phrased<Act>,
    courtesies: Phrased<()>,
    /// What words may begin with that says nothing: courtesies and greetings.
    openings: Phrased<()>,
    /// Words that agree only to what a yes or no was asked about.
    weak: Phrased<()>,
    questions: Phrased<()>,
    having: Phrased<()>,
    remarking: Phrased<()>,
    asked_of: Phrased<()>,
}

/// What was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recognised {
    /// The act.
    pub(super) act: Act,
    /// Whether the whole utterance says it.
    pub(super) whole: bool,
    /// Tokens that belong to it at the utterance's end, to be left out of an order ("… and that's it").
    pub(super) ends_at: usize,
}

impl Acts {
    /// The acts of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        macro_rules! of {
            ($lexicon:expr) => {{
                static ACTS: Acts = Acts {
                    phrases: laid!(
                        Act, Act::Nothing;
                        $lexicon.acts, &[(Act::Yes, $lexicon.yes), (Act::No, $lexicon.no)],
                    ),
                    courtesies: laid_list!($lexicon.courtesies),
                    openings: laid!(
                        (), ();
                        &[((), $lexicon.courtesies), ((), greetings($lexicon.acts))],
                    ),
                    weak: laid_list!($lexicon.weak_yes),
                    questions: laid_list!($lexicon.questions),
                    having: laid_list!($lexicon.having),
                    remarking: laid_list!($lexicon.remarking),
                    asked_of: laid_list!($lexicon.asked_of),
                };
                &ACTS
            }};
        }
        match language {
            Language::EnUs => of!(EN_US),
            Language::PtBr => of!(PT_BR),
        }
    }

    /// The act that words say as a whole before any filler is dropped ("tá bom", "uh huh").
    pub(super) fn recognise_raw(&self, tokens: &[Token], asked: Option<&Asked>) -> Option<Recognised> {
        let act = is_so(tokens, asked).or_else(|| self.whole(tokens, asked))?;
        Some(Recognised {
            act,
            whole: true,
            ends_at: tokens.len(),
        })
    }

    /// The act that these tokens say as a whole, or by their beginning, or by their end.
    pub(super) fn recognise(
        &self,
        tokens: &[Token],
        asked: Option<&Asked>,
        names_food: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Recognised> {
        if tokens.is_empty() {
            return None;
        }
        if let Some(act) = self.whole(tokens, asked) {
            return Some(Recognised {
                act,
                whole: true,
                ends_at: tokens.len(),
            });
        }
        if let Some(act) = self.question(tokens, names_food) {
            return Some(Recognised {
                act,
                whole: true,
                ends_at: tokens.len(),
            });
        }
        self.closing(tokens).map(|ends_at| Recognised {
            act: Act::Done,
            whole: false,
            ends_at,
        })
    }

    /// The act of an utterance made of nothing but act phrases and courtesies.
    fn whole(&self, tokens: &[Token], asked: Option<&Asked>) -> Option<Act> {
        let mut said: Vec<Act> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let (length, acts) = self.longest_at(tokens, at)?;
            if let Some(acts) = acts {
                said.push(choose(acts, asked));
            }
            at += length;
        }
        let weak = |token: &Token| self.weak.contains(&token.text);
        let only_weak = !is_yes_no(asked)
            && tokens.iter().any(weak)
            && tokens
                .iter()
                .all(|token| weak(token) || self.courtesies.contains(&token.text));
        combine(&said, asked).filter(|act| *act != Act::Yes || !only_weak)
    }

    /// The longest phrase or courtesy at a place; courtesies only where no phrase is as long.
    fn longest_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Option<&[Act]>)> {
        let act = self.phrases.longest_at(tokens, at, 1..=usize::MAX, Some);
        let courtesy = self
            .courtesies
            .longest_at(tokens, at, 1..=self.phrases.longest(), |_| Some(()));
        match (act, courtesy) {
            (Some((act, _)), Some((courtesy, ()))) if courtesy > act => Some((courtesy, None)),
            (Some((length, acts)), _) => Some((length, Some(acts))),
            (None, courtesy) => courtesy.map(|(length, ())| (length, None)),
        }
    }

    /// A question about the order, the menu or the shop within other words ("where is my food, it's been an hour").
    fn question(&self, tokens: &[Token], names_food: &dyn Fn(usize, usize) -> bool) -> Option<Act> {
        for at in 0..tokens.len() {
            let said: Vec<_> = self.phrases.each_at(tokens, at).collect();
            for (length, acts) in said.into_iter().rev() {
                let clear = || !names_food(0, at) && !names_food(at + length, tokens.len());
                // "Spell capricciosa": of one word alone, none but this says what is done with the others.
                let says = |act: &Act| length >= 2 || *act == Act::Spell;
                let fits = |act: &Act| match act {
                    Act::Spell => at == 0 && self.spells(tokens),
                    Act::Status => at <= 4 || clear(),
                    Act::Menu => at <= 3,
                    Act::Review | Act::StartOver | Act::Cancel => clear(),
                    Act::Help | Act::Repeat => length >= 3 && clear(),
                    Act::Edit
                    | Act::Yes
                    | Act::No
                    | Act::Done
                    | Act::Stop
                    | Act::Greet
                    | Act::Ask(_)
                    | Act::Usual
                    | Act::Complain(_)
                    | Act::Person
                    | Act::Slower
                    | Act::HoldOn
                    | Act::Forget
                    | Act::Thanks
                    | Act::Continue
                    | Act::Nothing => false,
                };
                if let Some(act) = acts.iter().find(|act| says(act) && fits(act)) {
                    return Some(*act);
                }
            }
        }
        None
    }

    /// Whether the words ask something about the food rather than for it ("is there ham in it?").
    pub(super) fn asks(&self, tokens: &[Token]) -> bool {
        self.begins_with(&self.questions, tokens).is_some()
    }

    /// One past the words at the beginning that ask whether something is to be had ("do you have any").
    pub(super) fn asks_for_having(&self, tokens: &[Token]) -> Option<usize> {
        self.begins_with(&self.having, tokens)
    }

    /// Whether a verb that asks for something may as well tell what one likes or has.
    pub(super) fn remarks(&self, verb: &[Token]) -> bool {
        self.remarking.of_words(verb).is_some()
    }

    /// One past the phrase of a list with which words begin, courtesies aside.
    fn begins_with(&self, list: &Phrased<()>, tokens: &[Token]) -> Option<usize> {
        let mut at = 0;
        while at < tokens.len() {
            let any = 1..=list.longest();
            let listed = list.longest_at(tokens, at, any.clone(), |_| Some(()));
            let passed = self.openings.longest_at(tokens, at, any, |_| Some(()));
            match (listed, passed) {
                (Some((listed, ())), passed) if passed.is_none_or(|(passed, ())| passed <= listed) => {
                    return Some(at + listed);
                }
                (_, Some((passed, ()))) => at += passed,
                (_, None) => return None,
            }
        }
        None
    }

    /// Whether a verb at `at` asks what is in the food named before it; "tem que ser" asks for a change.
    pub(super) fn asks_of(&self, tokens: &[Token], at: usize) -> bool {
        let verb = self
            .asked_of
            .longest_at(tokens, at, 1..=2, |_| Some(()))
            .is_some();
        verb && tokens.get(at + 1).is_some_and(|next| next.text != "que")
    }

    /// Whether some verb may ask what is in the food named before it.
    pub(super) fn may_ask_of(&self) -> bool {
        self.asked_of.longest() > 0
    }

    /// Whether words begin by asking for something to be spelled out; not where they spell it themselves ("letter by
    /// letter, s m i t h", "número por número, onze nove oito").
    pub(super) fn spells(&self, tokens: &[Token]) -> bool {
        let spells = |acts: &[Act]| acts.contains(&Act::Spell).then_some(());
        let asked = self.phrases.longest_at(tokens, 0, 1..=usize::MAX, spells);
        asked.is_some_and(|(length, ())| {
            let sign = |token: &&Token| token.text.len() == 1 || is_number_word(&token.text);
            tokens.iter().skip(length).filter(sign).count() < LEAST_SPELLED
        })
    }

    /// Whether a phrase only surrounds what is said.
    pub(super) fn is_courtesy(&self, phrase: &(impl AsText + ?Sized)) -> bool {
        self.courtesies.contains(phrase)
    }

    /// Whether a phrase agrees.
    pub(super) fn agrees(&self, phrase: &str) -> bool {
        self.phrases
            .get(phrase)
            .is_some_and(|acts| acts.contains(&Act::Yes))
    }

    /// Where a "that's all" at the end of an order begins.
    pub(super) fn closing(&self, tokens: &[Token]) -> Option<usize> {
        let mut end = tokens.len();
        loop {
            let done = (2..=self.phrases.longest().min(end)).rev().find(|length| {
                tokens
                    .get(end - length..end)
                    .and_then(|words| self.phrases.of_words(words))
                    .is_some_and(|acts| acts.contains(&Act::Done))
            });
            if let Some(length) = done {
                return Some(end - length);
            }
            // What only rounds it off is passed over, a word at a time, for "e só" holds such words itself.
            let courtesy = (1..=4.min(end)).rev().find(|length| {
                tokens
                    .get(end - length..end)
                    .is_some_and(|words| self.courtesies.of_words(words).is_some())
            })?;
            end -= courtesy;
        }
    }
}

/// The phrases that greet.
const fn greetings(acts: &[Row<Act>]) -> &'static str {
    let (mut greetings, mut rest) = ("", acts);
    while let [(act, phrases), behind @ ..] = rest {
        if matches!(act, Act::Greet) {
            assert!(greetings.is_empty(), "all greetings stand in one row");
            greetings = *phrases;
        }
        rest = behind;
    }
    greetings
}

/// A lone "é", which is how a Brazilian says yes to "certo?".
///
/// It is also what is left of a breath or a cough, so it agrees to nothing but an address, which is said again and can
/// still be put right: an order is not sent for it ("é isso" sends one), and nothing is cancelled or deleted.
fn is_so(tokens: &[Token], asked: Option<&Asked>) -> Option<Act> {
    let [only] = tokens else { return None };
    let so = only.text == "e" && only.accented && asked == Some(&Asked::Address);
    so.then_some(Act::Yes)
}

/// Whether a question is answered by a yes or a no.
fn is_yes_no(asked: Option<&Asked>) -> bool {
    matches!(
        asked,
        Some(Asked::YesNo | Asked::Address | Asked::ContinueOrStartOver)
    )
}

/// Of several acts of one phrase, the one that answers what was asked.
fn choose(acts: &[Act], asked: Option<&Asked>) -> Act {
    let has = |act: Act| acts.contains(&act);
    let answers: &[Act] = match asked {
        Some(Asked::ContinueOrStartOver) => &[Act::Continue, Act::StartOver, Act::Yes, Act::No],
        Some(Asked::YesNo | Asked::Address) => &[Act::Yes, Act::No],
        Some(Asked::AnythingElse) => &[Act::Done],
        Some(_) | None => &[],
    };
    let answer = answers.iter().copied().find(|act| has(*act));
    answer.or(acts.first().copied()).unwrap_or(Act::Nothing)
}

/// One act of several said in one breath ("hi, no, that's all"): what tells most, and of equals the last.
fn combine(said: &[Act], asked: Option<&Asked>) -> Option<Act> {
    let act = said.iter().copied().max_by_key(|act| remarking(*act))?;
    Some(match (act, asked) {
        (Act::No, Some(Asked::AnythingElse)) => Act::Done,
        (Act::Yes, Some(Asked::ContinueOrStartOver)) => Act::Continue,
        (act, _) => act,
    })
}

/// How much an act tells beside others.
fn remarking(act: Act) -> u8 {
    match act {
        Act::Nothing => 0,
        Act::Greet => 1,
        Act::Thanks => 2,
        Act::Yes | Act::No => 3,
        Act::Edit
        | Act::Done
        | Act::Status
        | Act::Cancel
        | Act::StartOver
        | Act::Review
        | Act::Menu
        | Act::Ask(_)
        | Act::Usual
        | Act::Complain(_)
        | Act::Person
        | Act::Slower
        | Act::Spell
        | Act::HoldOn
        | Act::Forget
        | Act::Continue
        | Act::Help
        | Act::Repeat
        | Act::Stop => 4,
    }
}
