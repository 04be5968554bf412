//! The bucket that prompts are kept in: what is there, what is put there, and copies within it.

use std::collections::HashMap;

use aws_sdk_s3::Client;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::head_object::HeadObjectError;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::MetadataDirective;
use jiff::Timestamp;

use super::PromptError;
use crate::aws::failure::Failure;

/// An object that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    /// Its marks, by name.
    pub(super) marks: HashMap<String, String>,
    /// When it was put there; long ago where the bucket does not say.
    pub(super) made: Timestamp,
}

/// A bucket.
#[derive(Debug, Clone)]
pub(super) struct Bucket {
    client: Client,
    name: String,
}

impl Bucket {
    pub(super) fn new(client: Client, name: &str) -> Self {
        Self {
            client,
            name: name.to_owned(),
        }
    }

    /// The object under a key.
    pub(super) async fn find(&self, key: &str) -> Result<Option<Kept>, PromptError> {
        let head = self.client.head_object().bucket(&self.name).key(key);
        match head.send().await {
            Ok(head) => {
                let made = head
                    .last_modified()
                    .and_then(|at| Timestamp::from_second(at.secs()).ok());
                Ok(Some(Kept {
                    made: made.unwrap_or(Timestamp::UNIX_EPOCH),
                    marks: head.metadata.unwrap_or_default(),
                }))
            }
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(HeadObjectError::is_not_found) =>
            {
                Ok(None)
            }
            Err(error) => Err(unusable(&error)),
        }
    }

    /// Puts an object there, with a mark.
    pub(super) async fn put(
        &self,
        key: &str,
        kind: &str,
        mark: Option<(&str, &str)>,
        bytes: Vec<u8>,
    ) -> Result<(), PromptError> {
        let marks = mark.map(|(name, value)| HashMap::from([(name.to_owned(), value.to_owned())]));
        self.client
            .put_object()
            .bucket(&self.name)
            .key(key)
            .content_type(kind)
            .set_metadata(marks)
            .body(ByteStream::from(bytes))
            .send()
            .await
            .map_err(|error| unusable(&error))?;
        Ok(())
    }

    /// Copies audio to another key, under a mark of its own.
    pub(super) async fn copy(&self, from: &str, to: &str, mark: (&str, &str)) -> Result<(), PromptError> {
        self.client
            .copy_object()
            .bucket(&self.name)
            // Keys of ours hold nothing that a header would not.
            .copy_source(format!("{}/{from}", self.name))
            .key(to)
            .content_type("audio/wav")
            .metadata_directive(MetadataDirective::Replace)
            .metadata(mark.0, mark.1)
            .send()
            .await
            .map_err(|error| unusable(&error))?;
        Ok(())
    }
}

fn unusable<E: ProvideErrorMetadata>(error: &SdkError<E>) -> PromptError {
    PromptError::Bucket(Failure::of(error).code)
}
