//! From the address that a customer keeps in the Alexa app to the parts that ours has.
//!
//! The app has lines for the street and what follows it, filled in as people write addresses in their country; the
//! body is defined under the [device settings API].
//!
//! [device settings API]: https://developer.amazon.com/docs/alexa/custom-skills/device-settings-api-reference.html

use serde::Deserialize;

use crate::channel::words;
use crate::order::{AddressParts, PostalCode};

/// The body of both address operations; the one for country and postal code leaves the rest out. Members are null
/// where the customer has filled in nothing.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct DeviceAddress {
    address_line1: Option<String>,
    address_line2: Option<String>,
    address_line3: Option<String>,
    country_code: Option<String>,
    postal_code: Option<String>,
}

impl DeviceAddress {
    /// The parts that can be told apart; what can't be is left to be asked for.
    pub(super) fn parts(self) -> AddressParts {
        let Self {
            address_line1,
            address_line2,
            address_line3,
            country_code,
            postal_code,
        } = self;
        let brazil = country_code.as_deref() == Some("BR");
        let first = address_line1
            .as_deref()
            .and_then(words::fitting)
            .unwrap_or_default();
        let Line {
            street,
            number,
            complement,
        } = if brazil {
            after_street(&first)
        } else {
            before_street(&first)
        };
        let further = [address_line2, address_line3].into_iter().flatten();
        let further = further
            .filter_map(|line| words::fitting(&line))
            .map(|line| spelled_out(&line, brazil));
        let complement: Vec<String> = complement
            .map(|text| spelled_out(&text, brazil))
            .into_iter()
            .chain(further)
            .collect();
        AddressParts {
            postal_code: postal_code.as_deref().and_then(postal),
            street: fitting(&with_kind(&street, brazil)),
            number: number.as_deref().and_then(fitting),
            complement: fitting(&complement.join(", ")),
            landmark: None,
        }
    }
}

/// A line of an address taken apart.
struct Line {
    street: String,
    number: Option<String>,
    complement: Option<String>,
}

/// "62 Maple Street, Apt 4": the number comes first.
fn before_street(line: &str) -> Line {
    let (line, complement) = without_complement(line);
    match line.split_once(' ') {
        Some((number, street)) if is_number(number) => Line {
            street: street.trim().to_owned(),
            number: Some(number.to_owned()),
            complement,
        },
        Some(_) | None => Line {
            street: line,
            number: None,
            complement,
        },
    }
}

/// "Rua das Flores, 62 - apto 4": the number comes after the street, which may hold numbers of its own.
fn after_street(line: &str) -> Line {
    let (line, complement) = without_complement(line);
    let words: Vec<&str> = line
        .split([' ', ','])
        .filter(|word| !word.is_empty() && *word != "-" && !is_number_sign(word))
        .collect();
    match words.split_last() {
        Some((number, street)) if is_number(number) && !street.is_empty() => Line {
            street: street.join(" "),
            number: Some((*number).to_owned()),
            complement,
        },
        Some(_) | None => Line {
            street: words.join(" "),
            number: None,
            complement,
        },
    }
}

/// Words that begin what follows street and number, in lower case and without a full stop.
const COMPLEMENTS: [&str; 19] = [
    "apartment",
    "apt",
    "unit",
    "suite",
    "ste",
    "floor",
    "fl",
    "room",
    "building",
    "bldg",
    "apartamento",
    "apto",
    "ap",
    "bloco",
    "bl",
    "casa",
    "sala",
    "andar",
    "conjunto",
];

/// The line up to its complement, and the complement.
fn without_complement(line: &str) -> (String, Option<String>) {
    let bare = |word: &str| word.trim_matches([',', '.', '-']).to_lowercase();
    let words: Vec<&str> = line.split(' ').collect();
    let begins = words.iter().enumerate().skip(1).find(|(at, word)| {
        let begins = COMPLEMENTS.contains(&bare(word).as_str()) || word.starts_with('#');
        // A street may be named like one ("Rua Casa Verde"): something with a digit follows a complement's own word.
        let rest = words.get(*at..).unwrap_or_default();
        begins
            && rest
                .iter()
                .take(2)
                .any(|word| word.chars().any(|c| c.is_ascii_digit()) || bare(word).len() == 1)
    });
    let at = begins.map_or(words.len(), |(at, _)| at);
    let part = |words: &[&str]| words.join(" ").trim_matches([' ', ',', '-']).to_owned();
    let complement = part(words.get(at..).unwrap_or_default());
    (
        part(words.get(..at).unwrap_or_default()),
        (!complement.is_empty()).then_some(complement),
    )
}

/// "62", "62B", "62-10".
fn is_number(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    word.starts_with(|c: char| c.is_ascii_digit())
        && letters <= 1
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_alphabetic() || matches!(c, '-' | '/'))
}

/// "nº", "n.", which say no more than that a number comes.
fn is_number_sign(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "nº" | "n°" | "n." | "no." | "num." | "número"
    )
}

/// A complement with its abbreviation as it is said.
fn spelled_out(text: &str, brazil: bool) -> String {
    let abbreviations: &[(&str, &str)] = match brazil {
        true => &[
            ("apto", "apartamento"),
            ("apt", "apartamento"),
            ("ap", "apartamento"),
            ("bl", "bloco"),
        ],
        false => &[
            ("apt", "apartment"),
            ("ste", "suite"),
            ("fl", "floor"),
            ("bldg", "building"),
            ("#", "number"),
        ],
    };
    let text = text.replace('#', "# ");
    let words = text.split_whitespace().map(|word| {
        let bare = word.trim_end_matches('.').to_lowercase();
        let known = abbreviations.iter().find(|(short, _)| *short == bare);
        known.map_or(word, |(_, long)| long)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A street with its kind as it is said.
fn with_kind(street: &str, brazil: bool) -> String {
    let kinds: &[(&str, &str)] = match brazil {
        true => &[
            ("r.", "Rua"),
            ("av.", "Avenida"),
            ("av", "Avenida"),
            ("al.", "Alameda"),
            ("pç.", "Praça"),
        ],
        false => &[
            ("st", "Street"),
            ("ave", "Avenue"),
            ("rd", "Road"),
            ("blvd", "Boulevard"),
            ("dr", "Drive"),
            ("ln", "Lane"),
        ],
    };
    let mut words: Vec<&str> = street.split(' ').collect();
    let place = if brazil {
        words.first_mut()
    } else {
        words.last_mut()
    };
    if let Some(word) = place {
        let lower = word.to_lowercase();
        let said = if brazil {
            lower.as_str()
        } else {
            lower.trim_end_matches('.')
        };
        if let Some((_, long)) = kinds.iter().find(|(short, _)| *short == said) {
            *word = long;
        }
    }
    words.join(" ")
}

/// The postal code; of nine digits, as in the United States, the first five.
fn postal(text: &str) -> Option<PostalCode> {
    let nine = text.chars().filter(char::is_ascii_digit).count() == 9;
    PostalCode::of(match text.split_once('-') {
        Some((first, _)) if nine => first,
        Some(_) | None => text,
    })
}

fn fitting(text: &str) -> Option<String> {
    let cut: String = text.trim().chars().take(AddressParts::MOST_CHARS).collect();
    (!cut.is_empty()).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(country: &str, line1: &str, line2: &str, expected: [&str; 3]) {
        let body = json!({
            "countryCode": country, "addressLine1": line1, "addressLine2": line2, "addressLine3": null,
            "city": "X", "stateOrRegion": null, "districtOrCounty": null, "postalCode": null,
        });
        let parts = serde_json::from_value::<DeviceAddress>(body).unwrap().parts();
        let found = [parts.street, parts.number, parts.complement].map(Option::unwrap_or_default);
        assert_eq!(found, expected, "{line1:?}, {line2:?}");
    }

    #[test]
    fn the_number_comes_first_in_the_united_states() {
        for (line1, line2, expected) in [
            ("62 Maple Street", "", ["Maple Street", "62", ""]),
            ("62B Maple St.", "Apt 4", ["Maple Street", "62B", "apartment 4"]),
            ("62 Maple Ave, Apt 4", "", ["Maple Avenue", "62", "apartment 4"]),
            ("62-10 5th Avenue #4", "", ["5th Avenue", "62-10", "number 4"]),
            ("350 Suite Lane", "Floor 2", ["Suite Lane", "350", "Floor 2"]),
            ("The Old Mill", "", ["The Old Mill", "", ""]),
            ("", "", ["", "", ""]),
        ] {
            check("US", line1, line2, expected);
        }
    }

    #[test]
    fn the_number_comes_last_in_brazil() {
        for (line1, line2, expected) in [
            ("Rua das Flores, 62", "", ["Rua das Flores", "62", ""]),
            (
                "R. das Flores 62",
                "apto 4",
                ["Rua das Flores", "62", "apartamento 4"],
            ),
            (
                "Rua das Flores, nº 62 - ap. 4",
                "Bl. B",
                ["Rua das Flores", "62", "apartamento 4, bloco B"],
            ),
            ("Rua 25 de Março, 100", "", ["Rua 25 de Março", "100", ""]),
            (
                "Av. Casa Verde, 62B, casa 2",
                "",
                ["Avenida Casa Verde", "62B", "casa 2"],
            ),
            ("Rua das Flores", "", ["Rua das Flores", "", ""]),
        ] {
            check("BR", line1, line2, expected);
        }
    }

    #[test]
    fn postal_codes_have_the_digits_of_their_country() {
        for (text, expected) in [
            ("01310-100", Some("01310100")),
            ("98109", Some("98109")),
            ("98109-4321", Some("98109")),
            ("SW1A 1AA", None),
        ] {
            assert_eq!(postal(text).as_ref().map(PostalCode::digits), expected, "{text}");
        }
    }
}
