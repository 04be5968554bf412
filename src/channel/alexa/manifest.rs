//! The skill's manifest: what it is called where, and where its requests go.
//!
//! Defined in the [skill manifest schema]. It declares what the product does now, and asks for
//! permission to read no more than what an order needs.
//!
//! [skill manifest schema]: https://developer.amazon.com/docs/smapi/skill-manifest.html

use std::collections::BTreeMap;

use serde::Serialize;

use super::skill_event::{NOTIFICATIONS, ORDER_STATUS};
use crate::order::Language;

/// A manifest, `{"manifest": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// The manifest.
    pub manifest: ManifestBody,
}

/// `manifest`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestBody {
    /// The version of the format, `1.0`.
    pub manifest_version: String,
    /// Where requests go.
    pub apis: Apis,
    /// What the skill store shows.
    pub publishing_information: PublishingInformation,
    /// What the skill does with money and with people's data.
    pub privacy_and_compliance: PrivacyAndCompliance,
    /// What customers are asked to allow.
    pub permissions: Vec<Permission>,
    /// What Alexa tells us of a customer's account, and what we tell customers through it.
    pub events: Events,
}

/// `events`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Events {
    /// Where skill events go.
    pub endpoint: Endpoint,
    /// The skill events that change something with us.
    pub subscriptions: Vec<EventName>,
    /// The proactive events that are sent; absent where none are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publications: Vec<EventName>,
}

/// One of `events.subscriptions` or `events.publications`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventName {
    /// Its name; skill events are called otherwise where they come.
    pub event_name: String,
}

/// One of `permissions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Permission {
    /// Its name; a permissions card calls some of them otherwise.
    pub name: String,
}

/// `apis`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Apis {
    /// It is a custom skill.
    pub custom: CustomApi,
}

/// `apis.custom`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CustomApi {
    /// Where requests go.
    pub endpoint: Endpoint,
    /// What it does beyond speech.
    pub interfaces: Vec<Interface>,
}

/// One of `apis.custom.interfaces`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Interface {
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The screens that what it shows is made for.
    pub supported_viewports: Vec<Viewport>,
}

/// A kind of screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Viewport {
    /// What device it is part of.
    pub mode: String,
    /// `RECTANGLE` or `ROUND`.
    pub shape: String,
}

/// `apis.custom.endpoint`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Endpoint {
    /// An HTTPS address, or the ARN of a Lambda function.
    pub uri: String,
    /// Who vouches for the address; absent for a function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssl_certificate_type: Option<String>,
}

/// `publishingInformation`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublishingInformation {
    /// The texts, by locale.
    pub locales: BTreeMap<String, Publication>,
    /// The category.
    pub category: String,
    /// Whether it is for every country.
    pub is_available_worldwide: bool,
    /// The countries that it is for, as ISO 3166-1 alpha-2.
    pub distribution_countries: Vec<String>,
    /// How Amazon's people try it.
    pub testing_instructions: String,
}

/// The texts of one locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Publication {
    /// What the skill is called in the store.
    pub name: String,
    /// What it does, in at most 160 characters.
    pub summary: String,
    /// What it does, at more length.
    pub description: String,
    /// Three things to say.
    pub example_phrases: Vec<String>,
    /// What to find it by.
    pub keywords: Vec<String>,
}

/// `privacyAndCompliance`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PrivacyAndCompliance {
    /// Whether one can spend money.
    pub allows_purchases: bool,
    /// Whether it collects personal data.
    pub uses_personal_info: bool,
    /// Whether it is for children.
    pub is_child_directed: bool,
    /// Whether it may be exported.
    pub is_export_compliant: bool,
    /// Whether it shows advertisements.
    pub contains_ads: bool,
    /// The policies, by locale.
    pub locales: BTreeMap<String, Policies>,
}

/// The policies of one locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Policies {
    /// Where the privacy policy can be read; a skill that asks for permissions must have one.
    pub privacy_policy_url: String,
}

/// What the skill is called in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillName {
    /// The language.
    pub language: Language,
    /// Its name in the store: the shop's.
    pub name: String,
    /// By what name people open it.
    pub invocation: String,
}

/// What customers are asked to allow: the address to deliver to, whom to deliver to, the number to call, and to be
/// known by their voice.
const PERMISSIONS: [&str; 4] = [
    "alexa::devices:all:address:full:read",
    "alexa::profile:name:read",
    "alexa::profile:mobile_number:read",
    "alexa::person_id:read",
];

/// The skill events that change something with us. A skill that sends no events needs not hear who wants them.
const SUBSCRIPTIONS: [&str; 3] = [
    "SKILL_DISABLED",
    "SKILL_PERMISSION_ACCEPTED",
    "SKILL_PERMISSION_CHANGED",
];
const SUBSCRIPTION_TO_PUBLICATIONS: &str = "SKILL_PROACTIVE_SUBSCRIPTION_CHANGED";

/// The screens that a plain list fits on: all but round ones.
const VIEWPORTS: [&str; 3] = ["HUB", "MOBILE", "TV"];

/// The manifest of a skill with these names, whose requests go to this HTTPS address or Lambda function and whose
/// privacy policy can be read at `privacy`, for these countries. Proactive events are sent by functions alone.
pub fn manifest(names: &[SkillName], endpoint: &str, privacy: &str, countries: &[&str]) -> Manifest {
    let is_function = endpoint.starts_with("arn:");
    let by_locale = || names.iter().map(|name| name.language.tag().to_owned());
    Manifest {
        manifest: ManifestBody {
            manifest_version: "1.0".to_owned(),
            apis: Apis {
                custom: CustomApi {
                    endpoint: endpoint_at(endpoint),
                    interfaces: vec![screens()],
                },
            },
            publishing_information: PublishingInformation {
                locales: names
                    .iter()
                    .map(|name| (name.language.tag().to_owned(), publication(name)))
                    .collect(),
                category: "DELIVERY_AND_TAKEOUT".to_owned(),
                is_available_worldwide: false,
                distribution_countries: countries.iter().map(|&country| country.to_owned()).collect(),
                testing_instructions:
                    "Open the skill, order something from the menu, say that's all, and answer \
                    what is asked: where to, whom to call, how it is paid. An address can be allowed in the \
                    app or said. No account is needed."
                        .to_owned(),
            },
            privacy_and_compliance: PrivacyAndCompliance {
                allows_purchases: true,
                uses_personal_info: true,
                is_child_directed: false,
                is_export_compliant: true,
                contains_ads: false,
                locales: by_locale()
                    .map(|locale| {
                        let privacy_policy_url = privacy.to_owned();
                        (locale, Policies { privacy_policy_url })
                    })
                    .collect(),
            },
            permissions: PERMISSIONS
                .into_iter()
                .chain(is_function.then_some(NOTIFICATIONS))
                .map(|name| Permission {
                    name: name.to_owned(),
                })
                .collect(),
            events: Events {
                endpoint: endpoint_at(endpoint),
                subscriptions: named(
                    SUBSCRIPTIONS
                        .into_iter()
                        .chain(is_function.then_some(SUBSCRIPTION_TO_PUBLICATIONS)),
                ),
                publications: named(is_function.then_some(ORDER_STATUS).into_iter()),
            },
        },
    }
}

fn endpoint_at(uri: &str) -> Endpoint {
    Endpoint {
        uri: uri.to_owned(),
        ssl_certificate_type: (!uri.starts_with("arn:")).then(|| "Trusted".to_owned()),
    }
}

fn named(events: impl Iterator<Item = &'static str>) -> Vec<EventName> {
    let event = |name: &str| EventName {
        event_name: name.to_owned(),
    };
    events.map(event).collect()
}

fn screens() -> Interface {
    Interface {
        kind: "ALEXA_PRESENTATION_APL".to_owned(),
        supported_viewports: VIEWPORTS
            .map(|mode| Viewport {
                mode: mode.to_owned(),
                shape: "RECTANGLE".to_owned(),
            })
            .to_vec(),
    }
}

fn publication(skill: &SkillName) -> Publication {
    let SkillName {
        language,
        name,
        invocation,
    } = skill;
    let (summary, description, phrases, keywords): (_, _, [String; 3], [&str; 4]) = match language {
        Language::EnUs => (
            format!("Order from {name} by voice."),
            format!(
                "Tell {name} what you would like in your own words, change your mind as often as you like, hear \
                 the order read back with its total, and ask where it is until it is at your door."
            ),
            [
                format!("Alexa, open {invocation}"),
                format!("Alexa, ask {invocation} where is my order"),
                format!("Alexa, ask {invocation} what is on the menu"),
            ],
            ["food", "delivery", "order", "takeout"],
        ),
        Language::PtBr => (
            format!("Peça no {name} por voz."),
            format!(
                "Diga ao {name} o que você quer com as suas palavras, mude de ideia quando quiser, ouça o pedido e \
                 o total antes de confirmar e pergunte por ele até chegar à sua porta."
            ),
            [
                format!("Alexa, abrir {invocation}"),
                format!("Alexa, perguntar para {invocation} cadê meu pedido"),
                format!("Alexa, perguntar para {invocation} o que tem no cardápio"),
            ],
            ["comida", "entrega", "pedido", "delivery"],
        ),
    };
    Publication {
        name: name.clone(),
        summary: summary.chars().take(160).collect(),
        description,
        example_phrases: phrases.to_vec(),
        keywords: keywords.map(str::to_owned).to_vec(),
    }
}
