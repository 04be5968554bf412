//! What Alexa makes of words by the samples of the generated model: the intent with what its slots hold, or nothing.
//!
//! Her own grammar bears more than the samples word for word. What is carried here is carried there.

use comanda::channel::alexa::model::{InteractionModel, interaction_model};
use comanda::interpreter::from_menu::vocabulary;
use comanda::order::{Language, Menu};
use comanda::phrases::number::spell;

/// The most words of a name or a number.
const MOST_WORDS: usize = 6;
/// The numbers that people say of dishes.
const NUMBERS: u32 = 100;

/// Words as an intent with its slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Carried {
    pub(super) intent: String,
    pub(super) slots: Vec<(String, String)>,
}

/// The samples of a language's model, as they are matched.
pub(super) struct Samples {
    samples: Vec<(String, Vec<Part>)>,
    names: Vec<Vec<String>>,
    numbers: Vec<(Vec<String>, u32)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Word(String),
    Slot(String, Holds),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Words,
    Name,
    Number,
}

/// The words that a speech recognizer hears of a text: no capitals and no punctuation.
pub(super) fn heard(text: &str) -> Vec<String> {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-');
    let text = text.to_lowercase();
    let words = text.split(|c: char| !kept(c)).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

impl Samples {
    /// The samples of the model that `comanda model` makes of a menu.
    pub(super) fn of(menu: &Menu, language: Language) -> Self {
        let model = interaction_model(&vocabulary(menu, language), language, &menu.shop.invocation);
        let InteractionModel { interaction_model } = model;
        let model = interaction_model.language_model;
        let values = model.types.iter().flat_map(|kind| &kind.values);
        let names = values.flat_map(|value| std::iter::once(&value.name.value).chain(&value.name.synonyms));
        let samples = model.intents.iter().flat_map(|intent| {
            let holds = |slot: &str| {
                let slot = intent.slots.iter().find(|known| known.name == slot).unwrap();
                match slot.slot_type.as_str() {
                    "AMAZON.SearchQuery" => Holds::Words,
                    "AMAZON.NUMBER" => Holds::Number,
                    _ => Holds::Name,
                }
            };
            let part = move |word: &str| match word.strip_prefix('{').and_then(|word| word.strip_suffix('}'))
            {
                Some(slot) => Part::Slot(slot.to_owned(), holds(slot)),
                None => Part::Word(word.to_owned()),
            };
            let samples = intent.samples.iter();
            samples.map(move |sample| (intent.name.clone(), sample.split(' ').map(&part).collect()))
        });
        let spelled = |number| {
            use comanda::order::menu::Gender;
            let genders = [None, Some(Gender::Masculine), Some(Gender::Feminine)];
            genders.map(move |gender| (heard(&spell(number, language, gender)), number))
        };
        Self {
            samples: samples.collect(),
            names: names.map(|name| heard(name)).collect(),
            numbers: (1..=NUMBERS).flat_map(spelled).collect(),
        }
    }

    /// Words that are a sample as they stand.
    pub(super) fn plain(&self, words: &[String]) -> Option<Carried> {
        let slots = |parts: &[Part]| parts.iter().any(|part| matches!(part, Part::Slot(..)));
        self.first(words, |parts| !slots(parts))
    }

    /// Words that are names from the menu and numbers, in a sample for them.
    pub(super) fn named(&self, words: &[String]) -> Option<Carried> {
        self.first(words, |parts| !free(parts))
    }

    /// Words after a carrier phrase, the longest that there is.
    pub(super) fn after_a_carrier(&self, words: &[String]) -> Option<Carried> {
        let fitting = self.samples.iter().filter(|(_, parts)| free(parts));
        let carried =
            fitting.filter_map(|(intent, parts)| Some((self.fit(intent, parts, words)?, parts.len())));
        let longest = carried.reduce(|best, other| if other.1 > best.1 { other } else { best });
        longest.map(|(carried, _)| carried)
    }

    fn first(&self, words: &[String], takes: impl Fn(&[Part]) -> bool) -> Option<Carried> {
        let fitting = self.samples.iter().filter(|(_, parts)| takes(parts));
        fitting
            .filter_map(|(intent, parts)| self.fit(intent, parts, words))
            .next()
    }

    fn fit(&self, intent: &str, parts: &[Part], words: &[String]) -> Option<Carried> {
        let intent = intent.to_owned();
        let slots = self.slots(parts, words)?;
        Some(Carried { intent, slots })
    }

    /// What the slots of a sample hold, where it is these words.
    fn slots(&self, parts: &[Part], words: &[String]) -> Option<Vec<(String, String)>> {
        let Some((part, rest)) = parts.split_first() else {
            return words.is_empty().then(Vec::new);
        };
        let (slot, holds) = match part {
            Part::Word(word) if words.first() == Some(word) => return self.slots(rest, &words[1..]),
            Part::Word(_) => return None,
            Part::Slot(slot, holds) => (slot, *holds),
        };
        let most = match holds {
            Holds::Words => words.len(),
            Holds::Name | Holds::Number => words.len().min(MOST_WORDS),
        };
        (1..=most).rev().find_map(|count| {
            let value = self.value(holds, &words[..count])?;
            let mut slots = self.slots(rest, &words[count..])?;
            slots.insert(0, (slot.clone(), value));
            Some(slots)
        })
    }

    fn value(&self, holds: Holds, words: &[String]) -> Option<String> {
        match holds {
            Holds::Words => Some(words.join(" ")),
            Holds::Name => self
                .names
                .iter()
                .any(|name| name == words)
                .then(|| words.join(" ")),
            Holds::Number => {
                let known = self.numbers.iter().find(|(number, _)| number == words);
                known.map(|(_, number)| number.to_string())
            }
        }
    }
}

fn free(parts: &[Part]) -> bool {
    let words = |part: &Part| matches!(part, Part::Slot(_, Holds::Words));
    parts.iter().any(words)
}
