//! What people say for each intent, by the interaction models of both platforms.
//!
//! A device's own language understanding turns words into intents before the skill hears of them. The page, which has
//! none, goes by the samples that the models list.

use serde::Serialize;

use crate::channel::{IntentName, alexa, lex};
use crate::interpreter::from_menu::vocabulary;
use crate::order::{Language, Menu};

/// The intents in one language.
#[derive(Debug, Serialize)]
pub(super) struct Intents {
    /// The skill that is served, where only one is.
    application_id: Option<String>,
    intents: Vec<Samples>,
}

/// What people say for an intent, under the name that each platform has for it.
#[derive(Debug, Serialize)]
struct Samples {
    alexa: String,
    lex: &'static str,
    /// Lower case, without punctuation; `{query}`, `{item}` and `{quantity}` are slots.
    samples: Vec<String>,
}

pub(super) fn of(menu: &Menu, language: Language, application_id: Option<&str>) -> Intents {
    let vocabulary = vocabulary(menu, language);
    let alexa = alexa::model::interaction_model(&vocabulary, language, &menu.shop.invocation);
    let alexa = alexa.interaction_model.language_model.intents;
    let lex = lex::model::bot_locale(&vocabulary, language).intents;
    let samples = |intent: IntentName| {
        // Alexa's model leaves out what she knows for her own intents by herself; the bot's has it.
        let of_lex = lex
            .iter()
            .filter(|known| known.name == intent.bare_name() && known.slots.is_empty())
            .flat_map(|known| &known.sample_utterances)
            .map(|sample| sample.utterance.clone());
        let of_alexa = alexa
            .iter()
            .filter(|known| known.name == intent.alexa_name())
            .flat_map(|known| known.samples.iter().cloned());
        let mut samples: Vec<String> = of_alexa.collect();
        for sample in of_lex {
            if !samples.contains(&sample) {
                samples.push(sample);
            }
        }
        Samples {
            alexa: intent.alexa_name(),
            lex: intent.bare_name(),
            samples,
        }
    };
    Intents {
        application_id: application_id.map(str::to_owned),
        intents: IntentName::ALL.into_iter().map(samples).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::app::shop_files::menu_of;

    #[test]
    fn samples_stand_under_both_names() {
        let menu = menu_of(Path::new("menu")).unwrap();
        let check = |language, sample: &str, alexa: &str, lex: &str| {
            let of_sample: Vec<_> = of(&menu, language, None)
                .intents
                .into_iter()
                .filter(|intent| intent.samples.iter().any(|known| known == sample))
                .map(|intent| (intent.alexa, intent.lex))
                .collect();
            assert_eq!(of_sample, [(alexa.to_owned(), lex)], "{sample}");
        };
        check(Language::EnUs, "yes", "AMAZON.YesIntent", "YesIntent");
        check(Language::EnUs, "that's all", "DoneIntent", "DoneIntent");
        check(Language::PtBr, "sim", "AMAZON.YesIntent", "YesIntent");
        check(Language::PtBr, "tira {query}", "RemoveIntent", "RemoveIntent");
    }
}
