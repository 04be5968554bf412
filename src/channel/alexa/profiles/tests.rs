//! Profiles read from a stub on loopback, which answers as the documentation says that Alexa does.

use std::collections::BTreeMap;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::super::api::MOST_BODY_BYTES;
use super::*;
use crate::order::PostalCode;

const ADDRESS: &str = "/v1/devices/amzn1.ask.device.KITCHEN/settings/address";
const POSTAL: &str = "/v1/devices/amzn1.ask.device.KITCHEN/settings/address/countryAndPostalCode";
const NAME: &str = "/v2/accounts/~current/settings/Profile.name";
const MOBILE: &str = "/v2/accounts/~current/settings/Profile.mobileNumber";
const WHOLE: &str = r#"{"addressLine1": "62 Maple Street", "addressLine2": "Apt 4", "addressLine3": null,
    "districtOrCounty": null, "stateOrRegion": "WA", "city": "Seattle", "countryCode": "US", "postalCode": "98109"}"#;

/// Answers each path with a status and a body; never answers a path with status 0.
async fn stub(answers: &[(&str, u16, &str)]) -> String {
    let answers: BTreeMap<String, (u16, String)> = answers
        .iter()
        .map(|(path, status, body)| ((*path).to_owned(), (*status, (*body).to_owned())))
        .collect();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let answers = answers.clone();
            tokio::spawn(async move {
                let mut request = vec![0; 4096];
                let read = stream.read(&mut request).await.unwrap();
                let request = String::from_utf8_lossy(&request[..read]).into_owned();
                let path = request.split(' ').nth(1).unwrap();
                let allowed = request.to_lowercase().contains("authorization: bearer token");
                let (status, body) = match answers.get(path) {
                    Some(answer) if allowed => answer.clone(),
                    _ => (401, String::new()),
                };
                if status == 0 {
                    return std::future::pending().await;
                }
                let length = if status == 204 {
                    String::new()
                } else {
                    format!("content-length: {}\r\n", body.len())
                };
                let head = format!("HTTP/1.1 {status} X\r\n{length}connection: close\r\n\r\n");
                let _ = stream.write_all((head + &body).as_bytes()).await;
            });
        }
    });
    format!("http://{address}")
}

fn access(endpoint: &str) -> ProfileAccess {
    ProfileAccess {
        endpoint: endpoint.to_owned(),
        token: "TOKEN".to_owned(),
        device: "amzn1.ask.device.KITCHEN".to_owned(),
    }
}

fn over(instead: Option<&str>) -> AlexaProfiles {
    AlexaProfiles::new(AlexaApi::new(instead).unwrap())
}

async fn read(answers: &[(&str, u16, &str)]) -> Profile {
    let profiles = over(Some(&stub(answers).await));
    profiles.profile(&access("https://api.amazonalexa.com")).await
}

fn known(address: AddressParts, name: Option<&str>, phone: Option<&str>) -> Profile {
    Profile::Known {
        address,
        contact: Contact {
            name: name.map(str::to_owned),
            phone: phone.and_then(Phone::of),
        },
    }
}

fn maple_street() -> AddressParts {
    AddressParts {
        postal_code: PostalCode::of("98109"),
        street: Some("Maple Street".to_owned()),
        number: Some("62".to_owned()),
        complement: Some("apartment 4".to_owned()),
        landmark: None,
    }
}

#[tokio::test]
async fn everything_that_is_allowed_is_read() {
    let found = read(&[
        (ADDRESS, 200, WHOLE),
        (NAME, 200, "\"Ana  Lima\""),
        (
            MOBILE,
            200,
            r#"{"countryCode": "+1", "phoneNumber": "206-555-0100"}"#,
        ),
    ])
    .await;
    assert_eq!(
        found,
        known(maple_street(), Some("Ana Lima"), Some("12065550100"))
    );
}

#[tokio::test]
async fn the_postal_code_is_read_where_no_more_is_allowed() {
    let postal = r#"{"countryCode": "BR", "postalCode": "01310-100"}"#;
    let found = read(&[
        (ADDRESS, 403, "{}"),
        (POSTAL, 200, postal),
        (NAME, 403, ""),
        (MOBILE, 403, ""),
    ])
    .await;
    let address = AddressParts {
        postal_code: PostalCode::of("01310100"),
        ..AddressParts::default()
    };
    assert_eq!(found, known(address, None, None));
}

#[tokio::test]
async fn nothing_allowed_and_nothing_answered_are_told_apart() {
    let denied = [
        (ADDRESS, 403, ""),
        (POSTAL, 403, ""),
        (NAME, 403, ""),
        (MOBILE, 403, ""),
    ];
    assert_eq!(read(&denied).await, Profile::NotAllowed);
    let broken = [(ADDRESS, 500, ""), (NAME, 429, ""), (MOBILE, 200, "<html>")];
    assert_eq!(read(&broken).await, Profile::Unavailable);
    let empty = [(ADDRESS, 204, ""), (NAME, 200, "null"), (MOBILE, 204, "")];
    assert_eq!(read(&empty).await, known(AddressParts::default(), None, None));
    let nulls = r#"{"addressLine1": null, "postalCode": null, "countryCode": "BR"}"#;
    let unfilled = [(ADDRESS, 200, nulls), (NAME, 403, ""), (MOBILE, 403, "")];
    assert_eq!(read(&unfilled).await, known(AddressParts::default(), None, None));
}

#[tokio::test]
async fn what_is_late_or_too_long_is_left_out() {
    let long = format!("\"{}\"", "x".repeat(MOST_BODY_BYTES));
    let began = tokio::time::Instant::now();
    let found = read(&[(ADDRESS, 200, WHOLE), (NAME, 200, &long), (MOBILE, 0, "")]).await;
    assert_eq!(found, known(maple_street(), None, None));
    assert!(began.elapsed() < ALL_WITHIN * 2);
}

#[tokio::test]
async fn a_token_goes_to_amazon_alone() {
    let profiles = over(None);
    for endpoint in ["", "http://api.amazonalexa.com", "https://127.0.0.1"] {
        assert_eq!(profiles.profile(&access(endpoint)).await, Profile::Unavailable);
    }
}

#[tokio::test]
async fn what_can_not_stand_in_a_request_is_not_sent() {
    let profiles = over(Some("http://127.0.0.1:1"));
    for (token, device) in [
        ("A\nB", "d"),
        ("T", "../accounts"),
        ("T", "a/b"),
        ("T", "d?x"),
        ("T", ""),
    ] {
        let access = ProfileAccess {
            endpoint: String::new(),
            token: token.to_owned(),
            device: device.to_owned(),
        };
        assert_eq!(profiles.profile(&access).await, Profile::Unavailable, "{device}");
    }
}
