//! The event that a flow's own Lambda block sends, defined in the administrator guide's [Lambda functions].
//!
//! [Lambda functions]: https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::channel::{BadRequest, Field};

/// The most bytes of a contact's id; Connect's have 36.
const MOST_CONTACT_BYTES: usize = 100;

/// A whole event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub struct FlowEvent {
    /// `ContactFlowEvent`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// What it is about.
    pub details: Details,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `Details`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub struct Details {
    /// The contact, as Connect itself recorded it.
    pub contact_data: ContactData,
    /// What the block was given.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub parameters: Field<Map<String, Value>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `ContactData`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub struct ContactData {
    /// `VOICE`, `CHAT` or another.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub channel: Field<String>,
    /// Names the contact.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub contact_id: Field<String>,
    /// Who calls, or is called.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_endpoint: Field<Endpoint>,
    /// The line's own number.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub system_endpoint: Field<Endpoint>,
    /// `INBOUND`, `OUTBOUND`, `API` and others.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub initiation_method: Field<String>,
    /// The instance whose flow sends this.
    #[serde(rename = "InstanceARN", skip_serializing_if = "Field::is_absent")]
    pub instance_arn: Field<String>,
    /// Members not documented here, or of no use: attributes, which anybody along the flow can set, the queue, earlier
    /// contacts, media streams.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// An end of a contact.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub struct Endpoint {
    /// A number in the form of E.164, or a word such as `anonymous` where the caller withholds it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub address: Field<String>,
    /// `TELEPHONE_NUMBER` and others.
    #[serde(rename = "Type", skip_serializing_if = "Field::is_absent")]
    pub kind: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl FlowEvent {
    /// Reads an event that has been read as JSON.
    ///
    /// # Errors
    /// Where it has no contact with an id.
    pub fn of(map: Map<String, Value>) -> Result<Self, BadRequest> {
        let event: Self =
            serde_json::from_value(Value::Object(map)).map_err(|_| BadRequest::ConnectContactFlow)?;
        event.contact().ok_or(BadRequest::ConnectContactFlow)?;
        Ok(event)
    }

    /// The contact's id.
    pub fn contact(&self) -> Option<&str> {
        self.details
            .contact_data
            .contact_id
            .text()
            .filter(|id| is_contact(id))
    }

    /// The customer's end, where it is a telephone.
    pub fn telephone(&self) -> Option<&str> {
        let data = &self.details.contact_data;
        data.channel.text().filter(|channel| *channel == "VOICE")?;
        let end = data.customer_endpoint.known()?;
        end.kind.text().filter(|kind| *kind == "TELEPHONE_NUMBER")?;
        end.address.text()
    }

    /// What the block was given under a name.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.details.parameters.known()?.get(name)?.as_str()
    }
}

/// Whether this may be a contact's id.
pub(in crate::channel) fn is_contact(id: &str) -> bool {
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=MOST_CONTACT_BYTES).contains(&id.len()) && id.bytes().all(usual)
}
