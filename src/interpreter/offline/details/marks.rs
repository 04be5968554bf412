//! The phrases by which details are told from an order, compiled for look-up by their first word.
//!
//! One table a language, in `words`; what a phrase means where it stands is for those who read details.

use super::words;
use crate::interpreter::offline::laid::{Row, joined, laid, numbered, rows_of};
use crate::interpreter::offline::lexicon::{EN_US, PT_BR, allergens};
use crate::interpreter::offline::lookup::Phrased;
use crate::interpreter::offline::phrases::fillers;
use crate::interpreter::offline::text::Token;
use crate::order::menu::Allergen;
use crate::order::{Fulfilment, IfMissing, Language, Method};

/// A part of a building or a plot, as it stands in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Inside {
    Apartment,
    Unit,
    Suite,
    Room,
    Floor,
    Block,
    Building,
    Tower,
    House,
    Lot,
    /// "Fundos", "in the back": nothing follows.
    Back,
    /// "Basement", "térreo": nothing follows.
    Ground,
    /// "Penthouse", "cobertura": nothing follows.
    Top,
}

/// What a phrase says of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum When {
    /// "As soon as possible": now, wherever it is said.
    Now,
    /// "Now": only where it answers the question.
    BareNow,
    /// "For later".
    Later,
    /// "Later", where it answers the question.
    BareLater,
    /// "At": a time on the clock follows.
    At,
    /// "Around", "for": a time may follow, or something else.
    Around,
    /// "In", "daqui a": a span follows.
    In,
    /// "From now".
    FromNow,
    Hours,
    Minutes,
    /// "Half an hour".
    HalfHour,
    /// "And a half", "e meia".
    AndHalf,
    /// "Half past".
    HalfPast,
    /// "Quarter past".
    QuarterPast,
    /// "Quarter to".
    QuarterTo,
    /// "To", "pras": minutes before the hour that follows.
    Before,
    /// "Past": minutes after the hour that follows.
    Past,
    /// "O'clock", "horas": nothing of the half of the day.
    OClock,
    Morning,
    /// "P.m.", "in the afternoon", "tonight".
    Evening,
    Noon,
    Midnight,
}

/// What a phrase marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Mark {
    /// Says nothing of its own.
    Courtesy,
    /// No word.
    Filler,
    /// "And".
    And,
    /// "No, actually": what follows takes the place of what came before.
    Instead,
    /// "Not", "don't have".
    Not,
    /// How a question begins.
    Question,
    /// "A", in "a hundred".
    One,
    /// "Double", among digits.
    Times(u8),
    /// "Dash": parts digits.
    Dash,

    /// How the food gets there, wherever it is said.
    Way(Fulfilment),
    /// The same, where nothing runs on behind it.
    EndWay(Fulfilment),
    /// The same, where it is said alone or was asked for.
    AloneWay(Fulfilment),
    /// The same, where it was asked for.
    BareWay(Fulfilment),
    /// "The usual address".
    Usual,
    /// "At home", where an address was asked for.
    BareUsual,
    /// "Another address".
    Another,
    /// "Somewhere else", where an address was asked for.
    BareAnother,
    /// "Deliver to": an address follows.
    DeliverTo,
    /// "I live at": an address follows.
    AddressIs,
    /// A kind of street that nothing else is called by.
    Street,
    /// A kind of street that stands before its name in a language where others stand behind it.
    StreetFirst,
    /// A kind of street that is also a word for other things.
    WeakStreet,
    /// Within the name of a street, behind a number: "de" in "Sete de Setembro".
    Month,
    /// "Number", before that of a house.
    Number,
    /// "Without a number".
    NoNumber,
    /// "No apartment": the address has no complement.
    NoUnit,
    /// A part of a building.
    Unit(Inside),
    /// A place in an order of floors: "second".
    Nth(u32),
    /// "Next to".
    Near,
    /// "Zip code".
    Postal,

    /// "I'll pay with".
    Pay,
    /// A way to pay, wherever it is said.
    Method(Method),
    /// The same, where it was asked for.
    BareMethod(Method),
    /// "At the door": behind a way to pay.
    AtTheDoor,
    /// "Change for": an amount follows.
    ChangeFor,
    /// "I have a": an amount may follow.
    Have,
    /// "A note of".
    Note,
    /// "No change needed".
    Exact,
    /// "Exact", where change was asked for.
    BareExact,
    /// "I need change": in cash, and no more than that.
    NeedsChange,
    /// "Dollars".
    Currency,
    /// "Cents".
    Cents,
    /// "Fifties": so many notes of this.
    Notes(u32),
    /// "Tip".
    Tip,
    /// "No tip".
    NoTip,
    /// "For the driver": before it stands a tip.
    ForCourier,
    /// "Percent".
    Percent,

    /// Time.
    When(When),
    /// "Today".
    Today,
    /// "Tomorrow".
    OtherDay,

    /// "My name is".
    NameIs,
    /// "It's for": a name follows, or what it is for.
    NameFor,
    /// "For", before a name apart from the rest.
    For,
    /// "Lunch", "everyone", "me": what something may be for, and nobody's name.
    Nobody,
    /// "It's", before a name that was asked for.
    NameIntro,
    /// Within a name, never at its end: "de".
    Particle,
    /// "My number is".
    PhoneIs,
    /// "Tell the kitchen": what follows is a note.
    Tell,
    /// "Please ring": a note with its verb, if nothing of the order is in it.
    Ask,
    /// "Allergic to".
    AllergicTo,
    /// "I can't have": before what one is allergic to.
    CantHave,
    /// "I'm allergic", of what was named elsewhere.
    Allergic,
    /// "Allergy", "intolerant", behind what it is to.
    AllergyNoun,
    /// "My son is": before an allergy.
    Somebody,
    /// What one may be allergic to.
    Allergens(&'static [Allergen]),
    /// "Celiac": an allergy by its own name.
    Ill(&'static [Allergen]),
    /// Between two allergens.
    OrTo,
    /// "Remember that".
    Remember,
    /// "Forget my allergies".
    Unlearn,
    /// "If something's missing".
    IfMissing,
    /// What to do then.
    Missing(IfMissing),
    /// The same by its place in the question, where it was asked.
    MissingNth(IfMissing),
}

/// What a mark is a sign of. Where no sign of a kind of detail stands, nothing of that kind is told, unless it was asked
/// for; most of what is said beside an order bears none at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Of nothing by itself: it joins, leads up to something or goes on with it.
    Nothing,
    Way,
    Address,
    Apartment,
    Paying,
    Tip,
    /// A time, or a word of one.
    Time,
    /// What may lead up to a time, or to much else: "at", "for".
    BeforeTime,
    OtherDay,
    Name,
    Phone,
    Note,
    Allergy,
    IfMissing,
}

/// The kinds of details that something is said of, one bit for each [`Sign`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs(u32);

impl Signs {
    /// All of them, as if each stood somewhere.
    #[cfg(test)]
    pub(super) const ALL: Self = Self(u32::MAX);

    pub(super) fn add(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u32;
    }

    pub(super) fn contain(self, sign: Sign) -> bool {
        self.0 & 1 << sign as u32 != 0
    }
}

impl Mark {
    /// What it is a sign of.
    pub(super) fn sign(self) -> Sign {
        match self {
            Self::Way(_) | Self::EndWay(_) | Self::AloneWay(_) | Self::BareWay(_) => Sign::Way,
            Self::Usual
            | Self::BareUsual
            | Self::Another
            | Self::BareAnother
            | Self::DeliverTo
            | Self::Street
            | Self::StreetFirst
            | Self::WeakStreet
            | Self::Postal => Sign::Address,
            Self::Unit(Inside::Apartment) => Sign::Apartment,
            Self::Method(_)
            | Self::BareMethod(_)
            | Self::ChangeFor
            | Self::Have
            | Self::Exact
            | Self::BareExact
            | Self::NeedsChange => Sign::Paying,
            Self::Tip | Self::NoTip | Self::ForCourier => Sign::Tip,
            Self::When(When::At | When::Around | When::Before | When::In | When::Past) | Self::Today => {
                Sign::BeforeTime
            }
            Self::When(
                When::Now
                | When::BareNow
                | When::Later
                | When::BareLater
                | When::FromNow
                | When::Hours
                | When::Minutes
                | When::HalfHour
                | When::AndHalf
                | When::HalfPast
                | When::QuarterPast
                | When::QuarterTo
                | When::OClock
                | When::Morning
                | When::Evening
                | When::Noon
                | When::Midnight,
            ) => Sign::Time,
            Self::OtherDay => Sign::OtherDay,
            Self::NameIs | Self::NameFor | Self::For => Sign::Name,
            Self::PhoneIs => Sign::Phone,
            Self::Tell | Self::Ask => Sign::Note,
            Self::AllergicTo
            | Self::Allergic
            | Self::AllergyNoun
            | Self::Ill(_)
            | Self::Remember
            | Self::Unlearn => Sign::Allergy,
            Self::IfMissing => Sign::IfMissing,
            Self::Courtesy
            | Self::Filler
            | Self::And
            | Self::Instead
            | Self::Not
            | Self::Question
            | Self::One
            | Self::Times(_)
            | Self::Dash
            | Self::AddressIs
            | Self::Month
            | Self::Number
            | Self::NoNumber
            | Self::NoUnit
            | Self::Unit(_)
            | Self::Nth(_)
            | Self::Near
            | Self::Pay
            | Self::AtTheDoor
            | Self::Note
            | Self::Currency
            | Self::Cents
            | Self::Notes(_)
            | Self::Percent
            | Self::Nobody
            | Self::NameIntro
            | Self::Particle
            | Self::CantHave
            | Self::Somebody
            | Self::Allergens(_)
            | Self::OrTo
            | Self::Missing(_)
            | Self::MissingNth(_) => Sign::Nothing,
        }
    }
}

/// A phrase of a table, found among words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// Where it begins.
    pub(super) at: usize,
    /// What it marks.
    pub(super) mark: Mark,
    /// How many words it has.
    pub(super) length: usize,
}

/// The compiled phrases of a language.
#[derive(Debug)]
pub(super) struct Marks {
    rows: &'static [Row<Mark>],
    /// Phrases by the numbers of their rows: marks hold pointers, and are too many to be copied for each phrase.
    phrases: Phrased<u16>,
}

impl Marks {
    /// The phrases of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        macro_rules! of {
            ($lexicon:expr, $words:ident, $language:expr) => {{
                const TABLES: &[&[Row<Mark>]] = &[
                    words::$words::PHRASES,
                    words::$words::ABOUT,
                    &substances::<{ allergens::SUBSTANCES.len() }>(allergens::SUBSTANCES, $language),
                    &illnesses::<{ allergens::ILLNESSES.len() }>(allergens::ILLNESSES, $language),
                    &[
                        (Mark::Courtesy, $lexicon.courtesies),
                        (Mark::Question, $lexicon.questions),
                        (Mark::Filler, fillers($lexicon.phrases)),
                    ],
                ];
                static MEANT: [Row<Mark>; rows_of(TABLES)] = joined(TABLES, Mark::Filler);
                static MARKS: Marks = Marks {
                    rows: &MEANT,
        phrases: laid!(u16, 0; &numbered::<Mark, { MEANT.len() }>(&MEANT)),
                };
                &MARKS
            }};
        }
        match language {
            Language::EnUs => of!(EN_US, en_us, Language::EnUs),
            Language::PtBr => of!(PT_BR, pt_br, Language::PtBr),
        }
    }

    /// Every phrase among words, from first to last.
    pub(super) fn find(&self, tokens: &[Token]) -> Vec<Found> {
        let mut found = Vec::with_capacity(2 * tokens.len());
        for at in 0..tokens.len() {
            for (length, rows) in self.phrases.each_at(tokens, at) {
                let of_phrase = found.len();
                for row in rows {
                    let Some((mark, _)) = self.rows.get(usize::from(*row)) else {
                        continue;
                    };
                    // What stands in several tables is one mark.
                    let before = found.get(of_phrase..).unwrap_or_default();
                    if !before.iter().any(|found: &Found| found.mark == *mark) {
                        let mark = *mark;
                        found.push(Found { at, mark, length });
                    }
                }
            }
        }
        found
    }
}

/// What may be named as what one is allergic to, as rows of marks.
const fn substances<const ROWS: usize>(table: allergens::Phrases, language: Language) -> [Row<Mark>; ROWS] {
    let mut rows = [(Mark::Filler, ""); ROWS];
    let (mut free, mut rest) = (rows.as_mut_slice(), table);
    while let ([row, others @ ..], [named @ (allergens, ..), behind @ ..]) = (free, rest) {
        *row = (Mark::Allergens(allergens), allergens::said(named, language));
        (free, rest) = (others, behind);
    }
    rows
}

/// What tells an allergy by itself, as rows of marks.
const fn illnesses<const ROWS: usize>(table: allergens::Phrases, language: Language) -> [Row<Mark>; ROWS] {
    let mut rows = [(Mark::Filler, ""); ROWS];
    let (mut free, mut rest) = (rows.as_mut_slice(), table);
    while let ([row, others @ ..], [named @ (allergens, ..), behind @ ..]) = (free, rest) {
        *row = (Mark::Ill(allergens), allergens::said(named, language));
        (free, rest) = (others, behind);
    }
    rows
}
