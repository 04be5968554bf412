//! What reaches the skill, written out for people: how it is called by its name, and what it may be asked.
//!
//! The forms are Alexa's own, from [how users invoke custom skills]; what is asked is any sample of the model, in the
//! same breath or later.
//!
//! [how users invoke custom skills]: https://developer.amazon.com/docs/custom-skills/understanding-how-users-invoke-custom-skills.html

use std::fmt::Write as _;

use super::model::InteractionModel;
use crate::order::Language;

/// How the skill is opened, and how it is asked at once; `{name}` is its invocation name.
struct Forms {
    opening: &'static [&'static str],
    asking: &'static [&'static str],
}

fn forms(language: Language) -> Forms {
    match language {
        Language::EnUs => Forms {
            opening: &[
                "Alexa, open {name}",
                "Alexa, start {name}",
                "Alexa, launch {name}",
                "Alexa, talk to {name}",
            ],
            asking: &[
                "Alexa, ask {name} …",
                "Alexa, ask {name} to …",
                "Alexa, ask {name} for …",
                "Alexa, tell {name} …",
                "Alexa, open {name} and …",
                "Alexa, … from {name}",
            ],
        },
        Language::PtBr => Forms {
            opening: &[
                "Alexa, abrir {name}",
                "Alexa, abre {name}",
                "Alexa, iniciar {name}",
                "Alexa, falar com {name}",
            ],
            asking: &[
                "Alexa, pedir para {name} …",
                "Alexa, peça para {name} …",
                "Alexa, perguntar para {name} …",
                "Alexa, pergunte para {name} …",
                "Alexa, abrir {name} e …",
            ],
        },
    }
}

/// The page of one language in Markdown: every form, then every sample by its intent. What stands in braces is
/// whatever is said in its place.
pub fn page(model: &InteractionModel, language: Language) -> String {
    let model = &model.interaction_model.language_model;
    let Forms { opening, asking } = forms(language);
    let (opens, asks, said) = match language {
        Language::EnUs => ("Opening", "Asking at once", "What can be asked"),
        Language::PtBr => ("Abrir", "Pedir de uma vez", "O que se pode dizer"),
    };
    let mut page = format!("# {}: {}\n", model.invocation_name, language.tag());
    for (title, forms) in [(opens, opening), (asks, asking)] {
        // Writing to a string can't fail.
        let _ = write!(page, "\n## {title}\n\n");
        for form in forms {
            let _ = writeln!(page, "- {}", form.replace("{name}", &model.invocation_name));
        }
    }
    let _ = writeln!(page, "\n## {said}");
    for intent in model.intents.iter().filter(|intent| !intent.samples.is_empty()) {
        let _ = write!(page, "\n**{}**: {}\n", intent.name, intent.samples.join(" · "));
    }
    page
}
