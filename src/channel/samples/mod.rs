//! What people say for each intent, from which the interaction models of both platforms are made.
//!
//! `{query}` stands for free speech; `{item}`, `{detail}` and `{also_item}` for names from the menu, `{quantity}` and
//! `{also_quantity}` for numbers. A sample with `{query}` always has words around it, and no sample of one intent is
//! a sample of another. All is lower case and without punctuation, as Alexa asks for.

mod en_us;
mod pt_br;

use super::IntentName;
use crate::order::Language;

/// What people say for an intent, beyond the plain forms of [`of_built_in`].
pub(super) fn of(intent: IntentName, language: Language) -> &'static [&'static str] {
    match language {
        Language::EnUs => en_us::of(intent),
        Language::PtBr => pt_br::of(intent),
    }
}

/// The plain forms of intents that Alexa knows by herself, and a Lex bot has to be told.
pub(super) fn of_built_in(intent: IntentName, language: Language) -> &'static [&'static str] {
    let built_in = match language {
        Language::EnUs => &en_us::BUILT_IN,
        Language::PtBr => &pt_br::BUILT_IN,
    };
    let found = built_in.iter().find(|(known, _)| *known == intent);
    found.map_or(&[], |(_, samples)| samples)
}

/// What a carried intent was said with: the words of its slot in the wording of its first sample with a slot, or
/// without any its first sample without. Alexa tells intent and slot, not the sample; all samples of such an intent
/// mean what its first one does. None where the intent has no such sample in the language.
pub(super) fn carried(intent: IntentName, language: Language, query: Option<&str>) -> Option<String> {
    let samples = || of(intent, language).iter().chain(of_built_in(intent, language));
    match query {
        Some(query) => {
            let sample = samples().find(|sample| sample.contains(QUERY))?;
            Some(sample.replace(QUERY, query))
        }
        None => samples()
            .find(|sample| !sample.contains('{'))
            .map(|&sample| sample.to_owned()),
    }
}

/// The place of free speech in a sample.
const QUERY: &str = "{query}";

/// A name from the menu as both platforms take it: letters, digits, spaces and the little else that they allow.
pub(super) fn speakable(name: &str) -> String {
    let bearable = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '-' | '.' | '&');
    let text: String = name
        .chars()
        .take(MOST_NAME_CHARS)
        .map(|c| if bearable(c) { c } else { ' ' })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The most characters of a slot value, on both platforms.
const MOST_NAME_CHARS: usize = 140;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::channel::intent::Meaning;

    #[test]
    fn samples_obey_both_platforms() {
        for language in Language::ALL {
            let mut known = BTreeMap::new();
            for intent in IntentName::ALL {
                let samples = of(intent, language).iter().chain(of_built_in(intent, language));
                for sample in samples {
                    let pattern = sample.replace("{item}", "{}").replace("{query}", "{}");
                    if let Some(other) = known.insert(pattern, intent) {
                        panic!("{sample:?} is a sample of {other:?} and of {intent:?}");
                    }
                    check(sample, intent);
                }
            }
        }
    }

    fn check(sample: &str, intent: IntentName) {
        assert_eq!(*sample, sample.to_lowercase(), "{sample:?}");
        assert_eq!(sample.split_whitespace().collect::<Vec<_>>().join(" "), sample);
        let slots: Vec<&str> = sample.split(' ').filter(|word| word.starts_with('{')).collect();
        for word in sample.split(' ').filter(|word| !word.starts_with('{')) {
            assert!(
                word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-')),
                "{sample:?}"
            );
        }
        if slots.contains(&"{query}") {
            assert_eq!(slots.len(), 1, "{sample:?}");
            assert_ne!(sample, "{query}", "free speech needs a carrier");
            let takes_words = matches!(intent.meaning(), Meaning::Words(_) | Meaning::Carried);
            assert!(takes_words, "{intent:?} takes no words");
        } else if !slots.is_empty() {
            assert_eq!(intent, IntentName::Answer, "{sample:?}");
        }
    }

    #[test]
    fn every_intent_of_ours_has_samples() {
        for language in Language::ALL {
            for intent in IntentName::ALL {
                let count = of(intent, language).len() + of_built_in(intent, language).len();
                let silent = match intent {
                    IntentName::Fallback | IntentName::NavigateHome => true,
                    // Portuguese has no verb of its own there.
                    IntentName::Does | IntentName::Is => language == Language::PtBr,
                    _ => false,
                };
                assert_eq!(count == 0, silent, "{intent:?} in {language}");
            }
        }
    }

    #[test]
    fn carriers_are_put_back() {
        let check = |intent, language, query, expected: Option<&str>| {
            assert_eq!(
                carried(intent, language, query).as_deref(),
                expected,
                "{intent:?}"
            );
        };
        let (en, pt) = (Language::EnUs, Language::PtBr);
        check(IntentName::Price, en, Some("soup"), Some("how much is soup"));
        check(IntentName::Price, pt, Some("sopa"), Some("quanto custa sopa"));
        check(
            IntentName::Choices,
            en,
            Some("soups"),
            Some("what soups do you have"),
        );
        check(IntentName::Price, en, None, None);
        check(IntentName::Pickup, pt, None, Some("retirada"));
        check(IntentName::Tip, en, None, Some("no tip"));
        check(IntentName::Resume, en, None, Some("go on"));
        check(IntentName::Does, pt, Some("x"), None);
    }

    #[test]
    fn names_are_made_speakable() {
        assert_eq!(speakable("Pão  de queijo (6 un.)"), "Pão de queijo 6 un.");
        assert_eq!(speakable("Mac & cheese, large"), "Mac & cheese large");
        assert_eq!(speakable("{x}"), "x");
    }
}
