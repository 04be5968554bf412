//! The brand's voice: by which of Amazon's voices the shop speaks in each language, on every channel alike.

use std::collections::BTreeMap;

use crate::order::Language;
use crate::order::menu::fields::{Fields, File};

/// The voices that both Echo devices and Polly have, by their [names in the SSML reference].
///
/// [names in the SSML reference]: https://developer.amazon.com/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html#voice
pub fn voices(language: Language) -> &'static [&'static str] {
    match language {
        Language::EnUs => &[
            "Ivy", "Joanna", "Joey", "Justin", "Kendra", "Kimberly", "Matthew", "Salli",
        ],
        Language::PtBr => &["Camila", "Ricardo", "Vitoria"],
    }
}

/// `[voice]` with a name by language; a language that is left out is spoken as the channel speaks by itself.
pub(super) fn voice(
    fields: &mut Fields<'_, '_>,
    languages: &[Language],
    file: &mut File<'_>,
) -> BTreeMap<Language, String> {
    let mut chosen = BTreeMap::new();
    let Some(mut table) = fields.table("voice", file) else {
        return chosen;
    };
    for language in Language::ALL {
        let Some((name, place)) = table.text(language.tag(), file) else {
            continue;
        };
        let known = voices(language);
        if !languages.contains(&language) {
            file.fault(
                place,
                format!("the shop does not declare the language {language}"),
            );
        } else if known.contains(&name) {
            chosen.insert(language, name.to_owned());
        } else {
            let known = known.join(", ");
            file.fault(
                place,
                format!("`{name}` is not a voice for {language}; known are {known}"),
            );
        }
    }
    table.finish(file);
    chosen
}
