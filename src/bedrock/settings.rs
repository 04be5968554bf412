//! What is configured of Bedrock, checked at start: a model that the table knows, and a guardrail that could be one.

use crate::interpreter::claude::models::{MODELS, Model, UnknownModel};

/// As it was configured. An empty text is the same as none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Configured {
    /// What is called: a model's id, an inference profile's, or the ARN of either. Without it, the default model behind its
    /// `global.` profile, which every region has.
    pub model_id: Option<String>,
    /// Which model that is, where the ARN does not say.
    pub model: Option<String>,
    /// A guardrail's id or ARN.
    pub guardrail: Option<String>,
    /// Its version: a number, or `DRAFT`.
    pub guardrail_version: Option<String>,
}

/// A guardrail of Bedrock's that looks over what is asked and answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guardrail {
    pub(super) id: String,
    pub(super) version: String,
}

/// What calls are made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub(super) model_id: String,
    model: Model,
    pub(super) guardrail: Option<Guardrail>,
}

/// What calls cannot be made with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSettings {
    /// The model.
    #[error("the model id is {0}")]
    Model(#[from] UnknownModel),
    /// The model that is named beside an ARN.
    #[error("the model that is named beside the ARN is {0}")]
    NamedModel(UnknownModel),
    /// The model's id has characters that no id has, or too many.
    #[error("the model id is longer than 2048 characters, or has some that belong in no id or ARN")]
    ModelId,
    /// The id names one model, and another is named beside it.
    #[error("the model id names {0}, and {1} is named beside it")]
    TwoModels(&'static str, &'static str),
    /// A guardrail and its version go together.
    #[error("a guardrail needs its version (a number, or DRAFT), and a version its guardrail")]
    HalfAGuardrail,
    /// No guardrail's id.
    #[error("the guardrail is neither an id (small letters and digits) nor the ARN of a guardrail")]
    Guardrail,
    /// No guardrail's version.
    #[error("the guardrail's version is neither a number from 1 to 99999999 nor DRAFT")]
    GuardrailVersion,
    /// There is no region.
    #[error("no AWS region is set: AWS_REGION, or region in the profile")]
    NoRegion,
}

impl Settings {
    /// The settings, if calls can be made with them.
    ///
    /// # Errors
    /// [`BadSettings`].
    pub fn of(configured: Configured) -> Result<Self, BadSettings> {
        let Configured {
            model_id,
            model,
            guardrail,
            guardrail_version,
        } = configured;
        let model_id = given(model_id).unwrap_or_else(default_model);
        let model = model_of(&model_id, given(model).as_deref())?;
        let guardrail = guardrail_of(given(guardrail), given(guardrail_version))?;
        Ok(Self {
            model_id,
            model,
            guardrail,
        })
    }

    /// The model that is called.
    pub fn model(&self) -> Model {
        self.model
    }
}

fn given(text: Option<String>) -> Option<String> {
    let text = text.map(|text| text.trim().to_owned());
    text.filter(|text| !text.is_empty())
}

fn default_model() -> String {
    format!("global.anthropic.{}", MODELS.first().map_or("", |row| row.name))
}

fn model_of(id: &str, named: Option<&str>) -> Result<Model, BadSettings> {
    let is_of_an_id = |c: char| c.is_ascii_alphanumeric() || ".:_/-".contains(c);
    if id.len() > 2048 || !id.chars().all(is_of_an_id) {
        return Err(BadSettings::ModelId);
    }
    let Some(named) = named else {
        return Ok(Model::of(id)?);
    };
    let named = Model::of(named).map_err(BadSettings::NamedModel)?;
    match Model::of(id) {
        Ok(model) if model.row == named.row => Ok(model),
        Ok(model) => Err(BadSettings::TwoModels(model.row.name, named.row.name)),
        Err(UnknownModel::Opaque) => Ok(named),
        Err(why @ UnknownModel::NotListed) => Err(why.into()),
    }
}

fn guardrail_of(id: Option<String>, version: Option<String>) -> Result<Option<Guardrail>, BadSettings> {
    let (id, version) = match (id, version) {
        (None, None) => return Ok(None),
        (Some(id), Some(version)) => (id, version),
        _ => return Err(BadSettings::HalfAGuardrail),
    };
    let bare = match id.split_once(":guardrail/") {
        Some((arn, bare)) if arn.starts_with("arn:aws") => bare,
        _ => &id,
    };
    let is_an_id = |id: &str| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if bare.is_empty() || id.len() > 2048 || !is_an_id(bare) {
        return Err(BadSettings::Guardrail);
    }
    let is_a_number = (1..=8).contains(&version.len())
        && version.bytes().all(|b| b.is_ascii_digit())
        && !version.starts_with('0');
    match is_a_number || version == "DRAFT" {
        true => Ok(Some(Guardrail { id, version })),
        false => Err(BadSettings::GuardrailVersion),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn configured(model_id: &str, model: &str, guardrail: &str, version: &str) -> Configured {
        let text = |text: &str| Some(text.to_owned());
        Configured {
            model_id: text(model_id),
            model: text(model),
            guardrail: text(guardrail),
            guardrail_version: text(version),
        }
    }

    #[test]
    fn nothing_configured_is_the_default_model() {
        for nothing in [Configured::default(), configured("", " ", "", "")] {
            let settings = Settings::of(nothing).unwrap();
            assert_eq!(settings.model_id, "global.anthropic.claude-haiku-5-5");
            assert_eq!(settings.model().row.name, "claude-haiku-5-5");
            assert_eq!(settings.guardrail, None);
        }
    }

    #[test]
    fn an_opaque_arn_needs_its_model_beside_it() {
        let arn = "arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/a1b2c3d4e5f6";
        let settings = Settings::of(configured(arn, "claude-haiku-4-5", "", "")).unwrap();
        assert_eq!(
            (settings.model_id.as_str(), settings.model().row.name),
            (arn, "claude-haiku-4-5")
        );
        assert_eq!(
            Settings::of(configured(arn, "", "", "")),
            Err(BadSettings::Model(UnknownModel::Opaque))
        );
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        let check = |configured, expected| assert_eq!(Settings::of(configured), Err(expected));
        let model = |id, named| configured(id, named, "", "");
        check(model("gpt", ""), BadSettings::Model(UnknownModel::NotListed));
        check(
            model("us.anthropic.claude-haiku-5-5", "gpt"),
            BadSettings::NamedModel(UnknownModel::NotListed),
        );
        check(
            model("us.anthropic.claude-haiku-5-5", "claude-haiku-4-5"),
            BadSettings::TwoModels("claude-haiku-5-5", "claude-haiku-4-5"),
        );
        check(
            model("gpt", "claude-haiku-4-5"),
            BadSettings::Model(UnknownModel::NotListed),
        );
        check(
            model("us.anthropic.claude-haiku-5-5\r\nX: y", ""),
            BadSettings::ModelId,
        );
        let guardrail = |id, version| configured("", "", id, version);
        check(guardrail("abc123", ""), BadSettings::HalfAGuardrail);
        check(guardrail("", "1"), BadSettings::HalfAGuardrail);
        check(guardrail("Abc", "1"), BadSettings::Guardrail);
        check(guardrail("arn:aws:s3:::bucket/abc", "1"), BadSettings::Guardrail);
        check(guardrail("abc", "latest"), BadSettings::GuardrailVersion);
        check(guardrail("abc", "0"), BadSettings::GuardrailVersion);
    }

    #[test]
    fn a_guardrail_is_an_id_or_an_arn_with_a_version() {
        let arn = "arn:aws:bedrock:us-east-1:000000000000:guardrail/abc123";
        for (id, version) in [("abc123", "DRAFT"), (arn, "12")] {
            let settings = Settings::of(configured("", "", id, version)).unwrap();
            let guardrail = settings.guardrail.unwrap();
            assert_eq!((guardrail.id.as_str(), guardrail.version.as_str()), (id, version));
        }
    }
}
