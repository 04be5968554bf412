//! The words of a language that the interpreter knows without any menu: what each phrase does in an order.
//!
//! One table a language; nothing in them belongs to a menu.

pub(super) mod allergens;
mod en_us;
mod pt_br;

pub(super) use self::{en_us::LEXICON as EN_US, pt_br::LEXICON as PT_BR};

use super::roles::kind;
use super::sounding::SoundRule;
use crate::interpreter::{Act, ComplaintKind};
use crate::order::{Amount, Language};

/// What a phrase does in an utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// A number.
    Number(u32),
    /// "A", "um": one, unless it only goes with a noun.
    Article,
    /// More or less than the usual portion of what is named beside it.
    Amount(Amount),
    /// What follows is not wanted.
    Negation,
    /// A bare "no": a negation before an option, a correction elsewhere.
    No,
    /// Joins two of a kind.
    And,
    /// "But", "except": before a bare name, what follows is left out.
    But,
    /// Joins alternatives, or carries a negation on.
    Or,
    /// What follows goes on what was named.
    With,
    /// "Of".
    Of,
    /// "The": something known.
    The,
    /// "Those", "that": something just spoken of.
    That,
    /// "The same", "igual": made as what was just spoken of.
    Same,
    /// "It", "them".
    It,
    /// "Only", "just".
    Only,
    /// "For", "as", "to": before a category it says what kind of thing comes ("for a drink").
    For,
    /// "To", "into", "por", "para": before what something is changed into.
    Into,
    /// "On", "in": before what an option goes on.
    On,
    /// "Toppings": a word for options in general.
    Topping,
    /// "Slice", "pump": a portion of an option.
    Portion,
    /// "Bag", "order", "side": a portion of an item.
    Measure,
    /// "On the side", "as a side": what stands before is a thing of its own.
    Aside,
    /// "I'd like", "can I get": a new clause.
    Want,
    /// Asks for more on the order.
    Add,
    /// Asks for less.
    Remove,
    /// Asks for something to be otherwise.
    Change,
    /// Asks for one thing instead of another.
    Replace,
    /// "Instead of".
    InsteadOf,
    /// "Instead".
    Instead,
    /// What follows takes the place of what was just said.
    Correction,
    /// "Half", before what goes on one half.
    Half,
    /// "Half and half".
    HalfAndHalf,
    /// "The other".
    Other,
    /// "Another", "one more".
    Another,
    /// A place in the draft.
    Ordinal(usize),
    /// The last place.
    Last,
    /// "All", "both", "each".
    All,
    /// "Both": all of two.
    Both,
    /// "Everything", where no menu name says so.
    Everything,
    /// So many of what was named, by a pronoun: "one of them", "uma delas".
    OneOf,
    /// "Of each", "de cada": so many of every thing that is named beside it.
    OfEach,
    /// "Plain", "pura": with nothing on it, where it is said of so many of several.
    Plain,
    /// "It's", "são": what follows says again how it should be. Nothing in an order of its own.
    Restate,
    /// "I mean", "quis dizer": what follows puts right what was just said.
    Meant,
    /// "Double that", "dobra": twice as many.
    Double,
    /// "Some", "any": before a noun, and nothing of its own. With "and" ("plus some") it carries no negation on.
    Determiner,
    /// A word that may describe food and names none.
    Adjective,
    /// Nothing in an order.
    Chat,
    /// Not even a word: dropped before anything else.
    Filler,
}

/// A language's words.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Phrases and what each does; as everywhere here folded, words parted by one space, phrases by commas.
    pub(super) phrases: &'static [(Role, &'static str)],
    /// Numbers from two, in words.
    pub(super) numbers: &'static [(&'static str, u32)],
    /// Short forms of words, and what they stand for.
    pub(super) short_forms: &'static [(&'static str, &'static str)],
    /// Words within a name, and what people also say for them.
    pub(super) synonyms: &'static [(&'static str, &'static str)],
    /// Whole utterances, or their beginning or end, that say what the customer is doing.
    pub(super) acts: &'static [(Act, &'static str)],
    /// Words that may surround an act and change nothing.
    pub(super) courtesies: &'static str,
    /// How a question about the food begins, which is no order.
    pub(super) questions: &'static str,
    /// Those that ask whether something is to be had, and may be followed by an order of it.
    pub(super) having: &'static str,
    /// Verbs of those that ask for something which may as well tell what one likes or has ("I like it").
    pub(super) remarking: &'static str,
    /// Phrases of agreement.
    pub(super) yes: &'static str,
    /// Words of agreement that are none where no yes or no was asked for ("ok").
    pub(super) weak_yes: &'static str,
    /// Phrases of disagreement.
    pub(super) no: &'static str,
    /// Pairs of words that are one phrase with a name between them ("leave … off").
    pub(super) parted_phrases: &'static [(&'static str, &'static str)],
    /// Whether the article is the number one ("uma calabresa e uma portuguesa" are two things).
    pub(super) article_counts: bool,
    /// Whether the words for "on" hold the article ("na", "no").
    pub(super) on_holds_article: bool,
    /// Words that only their accent tells from others, and what they do ("é" beside "e").
    pub(super) accented: &'static [(&'static str, Role)],
    /// Verbs that, behind what is on the menu, ask what is in it ("a marguerita tem cebola?").
    pub(super) asked_of: &'static str,
    /// How questions, complaints and the like are put; see `questions::frame`.
    pub(super) frames: &'static [(Act, &'static str)],
    /// What may stand before a question.
    pub(super) leads: &'static str,
    /// What may stand behind one.
    pub(super) tails: &'static str,
    /// Words behind a number that counts who eats, and nothing that is ordered.
    pub(super) headcount: &'static str,
    /// How a question goes on about something else ("what about the …").
    pub(super) going_on: &'static str,
    /// Words that begin a question wherever they stand.
    pub(super) asking: &'static str,
    /// Words for kinds of things; those of one row may mean the same kind.
    pub(super) kinds: &'static [&'static str],
    /// Words for paying in cash, by card, by Pix.
    pub(super) methods: (&'static str, &'static str, &'static str),
    /// Words for being allergic.
    pub(super) allergic: &'static str,
    /// Words for an order as a whole.
    pub(super) whole: &'static str,
    /// How words begin that say what is wrong.
    pub(super) complaints: &'static [(ComplaintKind, &'static str)],
    /// Verbs that put something where a choice is open, and add nothing to the order ("põe guaraná").
    pub(super) placing: &'static str,
    /// What is said where any choice will do.
    pub(super) any_will_do: &'static str,
    /// Words for the largest of several sizes, where none is called so.
    pub(super) largest: &'static str,
    /// Words for the smallest of several sizes, likewise.
    pub(super) smallest: &'static str,
    /// Words for what was ordered before this order.
    pub(super) before: &'static str,
    /// Words by which a category is known as one of side dishes.
    pub(super) sides: &'static str,
    /// What the letters of words sound like.
    pub(super) sounds: &'static [SoundRule],
    /// How what was only thought of begins, and was then given up for something else.
    pub(super) abandoned: &'static str,
    /// Adjectives that make another thing of what they stand by ("green olives" are no black ones).
    pub(super) telling: &'static str,
    /// Words that sound like a number, and the number.
    pub(super) like_numbers: &'static [(&'static str, &'static str)],
}

impl Lexicon {
    /// The table of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::EnUs => &EN_US,
            Language::PtBr => &PT_BR,
        }
    }
}

/// What names of menus are compiled by, as a number that changes with it.
pub(super) const FINGERPRINT: u64 = PT_BR.fingerprint(EN_US.fingerprint(FORMAT));
/// How compiled names are written; to be counted up where that, or how they are compiled, changes.
const FORMAT: u64 = 1;

impl Lexicon {
    const fn fingerprint(&self, before: u64) -> u64 {
        let mut print = before;
        let mut rest = self.phrases;
        while let [(role, phrases), behind @ ..] = rest {
            print = add(print ^ kind(*role), phrases);
            rest = behind;
        }
        let mut rest = self.numbers;
        while let [(word, number), behind @ ..] = rest {
            print = add(print ^ *number as u64, word);
            rest = behind;
        }
        let mut rest = self.synonyms;
        while let [(word, other), behind @ ..] = rest {
            print = add(add(print, word), other);
            rest = behind;
        }
        print
    }
}

/// FNV-1a.
const fn add(mut print: u64, text: &str) -> u64 {
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        print = (print ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        rest = behind;
    }
    print.wrapping_mul(0x0000_0100_0000_01b3)
}

/// The phrases of a list.
pub(super) fn split(phrases: &'static str) -> impl Iterator<Item = &'static str> {
    phrases
        .split(',')
        .map(str::trim_ascii)
        .filter(|phrase| !phrase.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::offline::text::words;

    #[test]
    fn every_phrase_is_written_as_it_is_compared() {
        for language in Language::ALL {
            let lexicon = Lexicon::of(language);
            let roles = lexicon.phrases.iter().flat_map(|(_, all)| split(all));
            let acts = lexicon.acts.iter().flat_map(|(_, all)| split(all));
            let lists = [
                lexicon.yes,
                lexicon.weak_yes,
                lexicon.no,
                lexicon.courtesies,
                lexicon.questions,
                lexicon.having,
                lexicon.asked_of,
                lexicon.sides,
                lexicon.leads,
                lexicon.tails,
                lexicon.asking,
                lexicon.going_on,
                lexicon.headcount,
                lexicon.allergic,
                lexicon.whole,
                lexicon.before,
                lexicon.abandoned,
                lexicon.telling,
            ];
            let pairs = lexicon
                .synonyms
                .iter()
                .chain(lexicon.short_forms)
                .flat_map(|(one, other)| [*one, *other]);
            let all = roles
                .chain(acts)
                .chain(lists.into_iter().flat_map(split))
                .chain(pairs);
            for phrase in all.chain(lexicon.numbers.iter().map(|(phrase, _)| *phrase)) {
                assert_eq!(words(phrase).join(" "), phrase, "{language}");
            }
        }
    }

    /// Tables are laid out as they are written.
    #[test]
    fn no_phrase_does_the_same_twice() {
        fn check<V: PartialEq + std::fmt::Debug>(rows: &[(V, &'static str)]) {
            let others = |at: usize| rows.iter().skip(at + 1);
            for (at, (value, phrases)) in rows.iter().enumerate() {
                for (_, others) in others(at).filter(|(other, _)| other == value) {
                    let twice = split(phrases).find(|phrase| split(others).any(|other| other == *phrase));
                    assert_eq!(twice, None, "{value:?}");
                }
            }
        }
        for language in Language::ALL {
            let lexicon = Lexicon::of(language);
            check(lexicon.phrases);
            let agreeing = [(Act::Yes, lexicon.yes), (Act::No, lexicon.no)];
            check(&lexicon.acts.iter().copied().chain(agreeing).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_phrase_agrees_and_refuses_at_once() {
        for language in Language::ALL {
            let lexicon = Lexicon::of(language);
            assert!(
                split(lexicon.yes).all(|phrase| !split(lexicon.no).any(|other| other == phrase)),
                "{language}"
            );
        }
    }
}
