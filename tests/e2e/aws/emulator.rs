//! Clients for an emulator on loopback, and the record of what they send.

use std::fs::File;
use std::io::Write;

use aws_sdk_dynamodb::config::interceptors::BeforeTransmitInterceptorContextRef;
use aws_sdk_dynamodb::config::{
    BehaviorVersion, ConfigBag, Credentials, HttpClient, Intercept, Region, RuntimeComponents,
};
use aws_sdk_dynamodb::error::BoxError;
use serde_json::{Value, json};

use super::loopback::http_client;

/// What a variable says that `.ci/aws` sets.
fn variable(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("{name} is not set: run .ci/aws, which starts the emulators"))
}

/// Writes each request to the file, before it is sent.
#[derive(Debug)]
struct Recorder(File);

impl Recorder {
    fn new() -> Self {
        let file = File::options()
            .create(true)
            .append(true)
            .open(variable("AWS_REQUESTS"));
        Self(file.unwrap())
    }
}

impl Intercept for Recorder {
    fn name(&self) -> &'static str {
        "Recorder"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request();
        let body: Value = serde_json::from_slice(request.body().bytes().unwrap_or_default())?;
        let line = json!({ "target": request.headers().get("x-amz-target"), "body": body });
        // In one piece, because others write to the same file.
        (&self.0).write_all(format!("{line}\n").as_bytes())?;
        Ok(())
    }
}

fn credentials() -> Credentials {
    Credentials::new("test", "test", None, None, "emulator")
}

/// DynamoDB at the emulator that this variable names, over this client.
pub(crate) fn dynamodb(emulator: &str, http_client: impl HttpClient + 'static) -> aws_sdk_dynamodb::Client {
    let config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(credentials())
        .endpoint_url(variable(emulator))
        .http_client(http_client)
        .interceptor(Recorder::new())
        .build();
    aws_sdk_dynamodb::Client::from_conf(config)
}

/// Step Functions at the emulator that this variable names.
pub(crate) fn stepfunctions(emulator: &str) -> aws_sdk_sfn::Client {
    let config = aws_sdk_sfn::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(credentials())
        .endpoint_url(variable(emulator))
        .http_client(http_client())
        .interceptor(Recorder::new())
        .build();
    aws_sdk_sfn::Client::from_conf(config)
}
