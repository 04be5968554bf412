//! A question as the Converse API takes it, by the model's row in the table.

use std::collections::HashMap;

use aws_sdk_bedrockruntime::client::customize::CustomizableOperation;
use aws_sdk_bedrockruntime::error::BuildError;
use aws_sdk_bedrockruntime::operation::converse::builders::ConverseFluentBuilder;
use aws_sdk_bedrockruntime::operation::converse::{ConverseError, ConverseOutput};
use aws_sdk_bedrockruntime::types::{
    AutoToolChoice, CachePointBlock, CachePointType, ContentBlock, ConversationRole, GuardrailConfiguration,
    InferenceConfiguration, Message, SpecificToolChoice, SystemContentBlock, Tool, ToolChoice,
    ToolConfiguration, ToolInputSchema, ToolSpecification,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::{Document, Number};
use serde_json::{Map, Value, json};

use super::settings::{Guardrail, Settings};
use crate::interpreter::claude::models::{Model, Thinking};
use crate::interpreter::claude::{self, Request};

/// How many tokens more an answer may have of a model that cannot be kept from thinking: thinking counts as output.
const ROOM_TO_THINK: i32 = 2048;

/// A call, ready to be sent.
pub(super) type Call = CustomizableOperation<ConverseOutput, ConverseError, ConverseFluentBuilder>;

/// The call for a question.
pub(super) fn call(
    call: ConverseFluentBuilder,
    request: &Request,
    settings: &Settings,
) -> Result<Call, BuildError> {
    let Request {
        system,
        // Looked at by the model's row.
        stable: _,
        turn,
        tool,
        most_tokens,
    } = request;
    let model = settings.model();
    let turn = Message::builder()
        .role(ConversationRole::User)
        .content(ContentBlock::Text(turn.clone()))
        .build()?;
    let mut call = call
        .model_id(&settings.model_id)
        .system(SystemContentBlock::Text(system.clone()))
        .messages(turn)
        .tool_config(tools(tool, model)?)
        .inference_config(limits(*most_tokens, model))
        .set_guardrail_config(settings.guardrail.as_ref().map(guardrail));
    if model.caches_first_of(request) {
        let point = CachePointBlock::builder().r#type(CachePointType::Default);
        call = call.system(SystemContentBlock::CachePoint(point.build()?));
    }
    let (fields, schema) = (fields(model), tool.schema.clone());
    if let Some(fields) = &fields {
        call = call.additional_model_request_fields(document(fields));
    }
    let in_order = move |request: &mut HttpRequest| in_order(request, &schema, fields.as_ref());
    Ok(call.customize().mutate_request(in_order))
}

fn tools(tool: &claude::Tool, model: Model) -> Result<ToolConfiguration, BuildError> {
    let strict = model.row.strict.then_some(true);
    let specification = ToolSpecification::builder()
        .name(tool.name)
        .description(tool.description)
        .input_schema(ToolInputSchema::Json(document(&tool.schema)))
        .set_strict(strict)
        .build()?;
    let choice = match model.row.forced_tool {
        true => ToolChoice::Tool(SpecificToolChoice::builder().name(tool.name).build()?),
        false => ToolChoice::Auto(AutoToolChoice::builder().build()),
    };
    ToolConfiguration::builder()
        .tools(Tool::ToolSpec(specification))
        .tool_choice(choice)
        .build()
}

fn limits(most_tokens: i32, model: Model) -> InferenceConfiguration {
    let thinking = match model.row.thinking {
        Thinking::Always => ROOM_TO_THINK,
        Thinking::OnlyIfAsked | Thinking::Disabled | Thinking::BetweenTools => 0,
    };
    let temperature = model
        .row
        .temperature_percent
        .map(|percent| f32::from(percent) / 100.0);
    InferenceConfiguration::builder()
        .max_tokens(most_tokens.saturating_add(thinking))
        .set_temperature(temperature)
        .build()
}

fn guardrail(guardrail: &Guardrail) -> GuardrailConfiguration {
    let Guardrail { id, version } = guardrail;
    GuardrailConfiguration::builder()
        .guardrail_identifier(id)
        .guardrail_version(version)
        .build()
}

/// What Converse hands on to the model as it stands; none where there is nothing to say.
fn fields(model: Model) -> Option<Value> {
    let mut fields = Map::new();
    let thinking = match model.row.thinking {
        Thinking::OnlyIfAsked | Thinking::Always => None,
        Thinking::Disabled => Some("disabled"),
        Thinking::BetweenTools => Some("between_tools"),
    };
    if let Some(kind) = thinking {
        fields.insert("thinking".to_owned(), json!({ "type": kind }));
    }
    if let Some(effort) = model.row.effort {
        fields.insert("output_config".to_owned(), json!({ "effort": effort }));
    }
    (!fields.is_empty()).then_some(Value::Object(fields))
}

fn document(value: &Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(*value),
        Value::Number(number) => Document::Number(match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Number::PosInt(number),
            (None, Some(number)) => Number::NegInt(number),
            (None, None) => Number::Float(number.as_f64().unwrap_or_default()),
        }),
        Value::String(text) => Document::String(text.clone()),
        Value::Array(values) => Document::Array(values.iter().map(document).collect()),
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| (name.clone(), document(value)));
            Document::Object(members.collect::<HashMap<_, _>>())
        }
    }
}

/// Puts the members of the schema back into their order, which the SDK's documents do not keep: a tool that is written
/// otherwise on each call is never found in the cache, and the model fills members in the order in which it reads them.
fn in_order(request: &mut HttpRequest, schema: &Value, fields: Option<&Value>) {
    let sent = request.body().bytes().map(serde_json::from_slice::<Value>);
    let Some(Ok(mut body)) = sent else { return };
    if let Some(sent) = body.pointer_mut("/toolConfig/tools/0/toolSpec/inputSchema/json") {
        sent.clone_from(schema);
    }
    if let (Some(sent), Some(fields)) = (body.get_mut("additionalModelRequestFields"), fields) {
        sent.clone_from(fields);
    }
    let body = body.to_string();
    request
        .headers_mut()
        .insert("content-length", body.len().to_string());
    *request.body_mut() = body.into();
}
