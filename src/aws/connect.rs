//! Amazon Connect: news by telephone, through `StartOutboundVoiceContact` and the flow that speaks it. Neither number nor
//! words are logged.
//!
//! The service has hundreds of operations, and its SDK as many modules; this is one of them, signed as AWS asks.

use std::fmt::Write as _;
use std::time::{Duration, SystemTime};

use aws_config::SdkConfig;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::CONTENT_TYPE;
use hyper::{Method, Request};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::app::Announcement;
use crate::order::Callable;
use crate::phrases::phrases;

/// How long placing one call may take.
const WITHIN: Duration = Duration::from_secs(4);
/// How long it rings, in seconds: longer than a hand needs to find a telephone, shorter than most machines wait.
const RINGS_S: u32 = 25;
/// The longest answer that is read.
const MOST_BODY_BYTES: usize = 16 * 1024;
/// The service's name as signatures have it.
const SERVICE: &str = "connect";

/// What became of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// It is being placed, or was before.
    Placed,
    /// The number is not one that may be called.
    NotAllowed,
    /// The account may not place it, or not as it is set up; trying again would not help.
    Refused(String),
    /// It cannot be placed at present.
    Unavailable,
}

/// What calls are placed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineSettings {
    /// The ARN of the flow that speaks the news, which names the instance too.
    pub flow: FlowArn,
    /// The line's number that customers see, from its plus sign on.
    pub from: String,
    /// Whether calls are a campaign's, so that Connect tells answering machines apart: the account must have campaigns.
    pub campaign: bool,
}

/// The ARN of a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowArn {
    instance: String,
    flow: String,
}

impl FlowArn {
    /// From `arn:aws:connect:REGION:ACCOUNT:instance/INSTANCE/contact-flow/FLOW`; none for anything else.
    pub fn of(arn: &str) -> Option<Self> {
        let mut parts = arn.splitn(6, ':');
        let head = (parts.next()?, parts.next()?, parts.next()?);
        let path = parts.nth(2)?;
        let mut names = path.split('/');
        let fixed = (names.next()?, names.next()?, names.next()?, names.next()?);
        let usual = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let (instance, flow) = (fixed.1, fixed.3);
        let of_connect =
            head.0 == "arn" && head.2 == SERVICE && fixed.0 == "instance" && fixed.2 == "contact-flow";
        (of_connect && usual(instance) && usual(flow) && names.next().is_none()).then(|| Self {
            instance: instance.to_owned(),
            flow: flow.to_owned(),
        })
    }
}

/// Why no calls can be placed at all.
#[derive(Debug, thiserror::Error)]
pub enum NoLine {
    /// The cryptography that HTTPS needs.
    #[error("HTTPS cannot be set up: {0}")]
    Tls(#[from] rustls::Error),
    /// The function is not told where it runs, or who it is.
    #[error("there is no {0} to call Amazon Connect with")]
    Missing(&'static str),
}

/// Why this one call was not even asked for.
#[derive(Debug, thiserror::Error)]
enum NotAsked {
    #[error("there are no credentials")]
    NoCredentials,
    #[error("the request cannot be signed")]
    NotSigned,
    #[error("no answer that could be read came in time")]
    NoAnswer,
}

/// The line on which customers are called.
pub struct Calls {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    credentials: SharedCredentialsProvider,
    region: String,
    address: String,
    settings: LineSettings,
}

impl std::fmt::Debug for Calls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Calls")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl Calls {
    /// Calls by region, credentials and address of this configuration, under these roots. Nothing is connected to yet.
    ///
    /// # Errors
    /// [`NoLine`].
    pub fn of(config: &SdkConfig, roots: RootCertStore, settings: LineSettings) -> Result<Self, NoLine> {
        let provider = std::sync::Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let tls = HttpsConnectorBuilder::new().with_tls_config(tls);
        let region = config.region().ok_or(NoLine::Missing("region"))?.to_string();
        // Plain HTTP is only ever spoken to what stands in for Amazon.
        let (connector, address) = match config.endpoint_url() {
            Some(instead) => (
                tls.https_or_http().enable_http1().build(),
                instead.trim_end_matches('/').to_owned(),
            ),
            None => (
                tls.https_only().enable_http1().build(),
                format!("https://connect.{region}.amazonaws.com"),
            ),
        };
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
            credentials: config
                .credentials_provider()
                .ok_or(NoLine::Missing("credentials"))?,
            region,
            address,
            settings,
        })
    }

    /// Has a customer called with a piece of news. The same news is called about once, however often this is asked: Connect
    /// knows it again for seven days.
    pub async fn call(&self, to: &Callable, news: &Announcement) -> Called {
        let body = self.body(to, news).to_string();
        match tokio::time::timeout(WITHIN, self.put("/contact/outbound-voice", body, news)).await {
            Ok(Ok((status, code))) => outcome(status, code),
            Ok(Err(error)) => {
                tracing::warn!(order = news.order.as_str(), %error, "call.not_asked");
                Called::Unavailable
            }
            Err(_) => Called::Unavailable,
        }
    }

    fn body(&self, to: &Callable, news: &Announcement) -> Value {
        let phrases = phrases(news.language);
        let shop = || news.shop.as_str().into();
        let said = phrases.say(
            "call-news",
            &[("shop", shop()), ("news", news.text.as_str().into())],
        );
        let mut body = Map::new();
        let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
        put("DestinationPhoneNumber", json!(to.as_str()));
        put("SourcePhoneNumber", json!(self.settings.from));
        put("InstanceId", json!(self.settings.flow.instance));
        put("ContactFlowId", json!(self.settings.flow.flow));
        put("ClientToken", json!(token(news)));
        put("RingTimeoutInSeconds", json!(RINGS_S));
        let attributes = json!({
            "comanda_language": news.language.tag(),
            "comanda_news": said,
            "comanda_message": phrases.say("call-message", &[("shop", shop())]),
        });
        put("Attributes", attributes);
        if self.settings.campaign {
            let detects = json!({ "EnableAnswerMachineDetection": true, "AwaitAnswerMachinePrompt": true });
            put("TrafficType", json!("CAMPAIGN"));
            put("AnswerMachineDetectionConfig", detects);
        }
        Value::Object(body)
    }

    /// The status and, where it is none of success, the error's name.
    async fn put(&self, path: &str, body: String, news: &Announcement) -> Result<(u16, String), NotAsked> {
        let uri = format!("{}{path}", self.address);
        let credentials = self
            .credentials
            .provide_credentials()
            .await
            .map_err(|_| NotAsked::NoCredentials)?;
        let identity = credentials.into();
        let seconds = u64::try_from(news.at.as_second()).unwrap_or_default();
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name(SERVICE)
            .time(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .settings(SigningSettings::default())
            .build()
            .map_err(|_| NotAsked::NotSigned)?
            .into();
        let json = ("content-type", "application/json");
        let signable = SignableRequest::new(
            "PUT",
            &uri,
            [json].into_iter(),
            SignableBody::Bytes(body.as_bytes()),
        )
        .map_err(|_| NotAsked::NotSigned)?;
        let (instructions, _) = sign(signable, &params)
            .map_err(|_| NotAsked::NotSigned)?
            .into_parts();
        let mut request = Request::builder()
            .method(Method::PUT)
            .uri(&uri)
            .header(CONTENT_TYPE, json.1);
        for (name, value) in instructions.headers() {
            request = request.header(name, value);
        }
        let request = request.body(Full::from(body)).map_err(|_| NotAsked::NotSigned)?;
        let response = self
            .client
            .request(request)
            .await
            .map_err(|_| NotAsked::NoAnswer)?;
        let status = response.status().as_u16();
        let named = response
            .headers()
            .get("x-amzn-errortype")
            .and_then(|name| name.to_str().ok());
        let code = named
            .and_then(|name| name.split(':').next())
            .unwrap_or_default()
            .to_owned();
        // Read to its end, so that the connection serves the next call too.
        let _ = Limited::new(response.into_body(), MOST_BODY_BYTES)
            .collect()
            .await;
        Ok((status, code))
    }
}

/// By what Connect knows a call again: the order and what is told of it.
fn token(news: &Announcement) -> String {
    let digest = Sha256::digest(format!("{}#{}", news.order, news.news));
    digest.into_iter().fold(String::new(), |mut text, byte| {
        // Writing to a text never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn outcome(status: u16, code: String) -> Called {
    match (status, code.as_str()) {
        (200..=299, _) => Called::Placed,
        (_, "DestinationNotAllowedException" | "OutboundContactNotPermittedException") => Called::NotAllowed,
        (429 | 500..=599, _)
        | (_, "LimitExceededException" | "ThrottlingException" | "TooManyRequestsException") => {
            Called::Unavailable
        }
        _ => Called::Refused(match code.is_empty() {
            true => status.to_string(),
            false => code,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::stubbed::{config, with, write_down};
    use crate::channel::alexa::stub::{Answer, Stub};
    use crate::order::{Currency, CustomerId, Language, OrderId, Phone};

    const FLOW: &str =
        "arn:aws:connect:sa-east-1:111122223333:instance/01234567-89ab/contact-flow/fedcba98-7654";

    fn news(name: &'static str) -> Announcement {
        Announcement {
            customer: CustomerId::new("phone:A"),
            account: CustomerId::new("phone:A"),
            order: OrderId::new("o-1"),
            news: name,
            language: Language::PtBr,
            shop: "Cantina".to_owned(),
            text: "Seu pedido saiu.".to_owned(),
            at: "2026-11-03T12:00:00Z".parse().unwrap(),
            routes: Vec::new(),
            last: false,
        }
    }

    fn number() -> Callable {
        Callable::of(&Phone::of("11 98765-4321").unwrap(), Currency::Brl, None).unwrap()
    }

    fn calls(stub: &Stub, campaign: bool) -> Calls {
        let settings = LineSettings {
            flow: FlowArn::of(FLOW).unwrap(),
            from: "+551130030000".to_owned(),
            campaign,
        };
        Calls::of(&config(stub), RootCertStore::empty(), settings).unwrap()
    }

    #[tokio::test]
    async fn a_call_is_asked_for_as_the_service_takes_it() {
        for campaign in [false, true] {
            let mut stub = Stub::answering(vec![Answer::of(200, r#"{"ContactId": "c"}"#)]).await;
            assert_eq!(
                calls(&stub, campaign).call(&number(), &news("out")).await,
                Called::Placed
            );
            let seen = stub.seen().await;
            write_down(SERVICE, "StartOutboundVoiceContact", &seen);
            assert!(
                seen.first_line.starts_with("PUT /contact/outbound-voice "),
                "{}",
                seen.first_line
            );
            let body: Value = serde_json::from_str(&seen.body).unwrap();
            assert_eq!(body["DestinationPhoneNumber"], "+5511987654321");
            assert_eq!(body["SourcePhoneNumber"], "+551130030000");
            assert_eq!(
                (&body["InstanceId"], &body["ContactFlowId"]),
                (&json!("01234567-89ab"), &json!("fedcba98-7654"))
            );
            let said = body["Attributes"]["comanda_news"].as_str().unwrap();
            assert!(
                said.contains("automática") && said.contains("Seu pedido saiu."),
                "{said}"
            );
            let message = body["Attributes"]["comanda_message"].as_str().unwrap();
            assert!(
                !message.contains("saiu"),
                "a machine may be heard by anybody: {message}"
            );
            assert_eq!(body["TrafficType"] == "CAMPAIGN", campaign);
            assert_eq!(body["AnswerMachineDetectionConfig"].is_object(), campaign);
            let signed = "AWS4-HMAC-SHA256 Credential=KEY/20261103/sa-east-1/connect/aws4_request";
            assert!(seen.header("authorization").unwrap().starts_with(signed));
            assert_eq!(seen.header("x-amz-date"), Some("20261103T120000Z"));
        }
    }

    #[tokio::test]
    async fn the_same_news_has_the_same_token_and_other_news_another() {
        let mut tokens = Vec::new();
        for name in ["out", "out", "failed"] {
            let mut stub = Stub::answering(vec![Answer::of(200, "{}")]).await;
            calls(&stub, false).call(&number(), &news(name)).await;
            let body: Value = serde_json::from_str(&stub.seen().await.body).unwrap();
            tokens.push(body["ClientToken"].as_str().unwrap().to_owned());
        }
        assert_eq!(tokens[0], tokens[1]);
        assert_ne!(tokens[0], tokens[2]);
        assert!(
            tokens
                .iter()
                .all(|token| token.len() <= 500 && !token.contains("o-1"))
        );
    }

    #[tokio::test]
    async fn every_refusal_has_an_outcome() {
        let refused = |name: &str| Called::Refused(name.to_owned());
        for (status, name, expected) in [
            (403, "DestinationNotAllowedException", Called::NotAllowed),
            (
                403,
                "OutboundContactNotPermittedException:http://internal",
                Called::NotAllowed,
            ),
            (403, "AccessDeniedException", refused("AccessDeniedException")),
            (400, "InvalidRequestException", refused("InvalidRequestException")),
            (
                404,
                "ResourceNotFoundException",
                refused("ResourceNotFoundException"),
            ),
            (429, "LimitExceededException", Called::Unavailable),
            (400, "ThrottlingException", Called::Unavailable),
            (500, "InternalServiceException", Called::Unavailable),
            (503, "", Called::Unavailable),
            (418, "", refused("418")),
        ] {
            let answer = with(Answer::of(status, "{}"), "x-amzn-errortype", name);
            let stub = Stub::answering(vec![answer]).await;
            assert_eq!(
                calls(&stub, false).call(&number(), &news("out")).await,
                expected,
                "{status} {name}"
            );
        }
        let gone = calls(&Stub::answering(vec![]).await, false);
        assert_eq!(gone.call(&number(), &news("out")).await, Called::Unavailable);
    }

    #[test]
    fn a_flow_is_named_by_its_arn() {
        assert!(FlowArn::of(FLOW).is_some());
        for bad in [
            "",
            "arn:aws:connect:sa-east-1:111122223333:instance/0123",
            "arn:aws:lambda:sa-east-1:111122223333:instance/0123/contact-flow/1",
            "arn:aws:connect:sa-east-1:111122223333:instance/0123/queue/1",
            "arn:aws:connect:sa-east-1:111122223333:instance/0123/contact-flow/1/x",
            "arn:aws:connect:sa-east-1:111122223333:instance//contact-flow/1",
        ] {
            assert_eq!(FlowArn::of(bad), None, "{bad}");
        }
    }
}
