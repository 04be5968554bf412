//! AWS's clients against a stub on loopback, and what they send on paper: where `COMANDA_BODIES` names a folder, each
//! request is written there, to be held to the service's own model.

use aws_config::retry::RetryConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_polly::config::{Credentials, SharedCredentialsProvider};

use crate::bedrock::scripted;
use crate::channel::alexa::stub::{Answer, Seen, Stub};
use crate::order::Menu;
use crate::order::menu::{Source, read};

/// What every client needs, with the stub in AWS's place and no second tries.
pub(super) fn config(stub: &Stub) -> SdkConfig {
    let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("sa-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(stub.address())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::disabled())
        .build()
}

/// An answer with a header more.
pub(super) fn with(mut answer: Answer, name: &str, value: &str) -> Answer {
    answer.headers.push_str(&format!("{name}: {value}\r\n"));
    answer
}

/// Writes down what was sent to an operation.
pub(super) fn write_down(service: &str, operation: &str, seen: &Seen) {
    let (method, rest) = seen.first_line.split_once(' ').unwrap();
    let path = rest.split(' ').next().unwrap();
    scripted::write_down(service, operation, method, path, &seen.headers, &seen.body);
}

/// A menu of dishes, each with how it is said in Portuguese where that is not as it is written.
pub(super) fn menu(dishes: &[(&str, &str)]) -> Menu {
    let shop = "id = \"casa\"\nname = \"Casa\"\ninvocation = \"casa nova\"\nlanguages = [\"pt-BR\"]\n\
                currency = \"BRL\"\n[pickup]\nminutes = 20\n";
    let mut items = "[[category]]\nid = \"food\"\n\
                     name.pt-BR = { one = \"comida\", many = \"comidas\", gender = \"f\" }\n"
        .to_owned();
    for (number, (written, spoken)) in dishes.iter().enumerate() {
        let spoken = match spoken.is_empty() {
            true => String::new(),
            false => format!(", spoken = \"{spoken}\""),
        };
        items.push_str(&format!(
            "[[item]]\nid = \"dish-{number}\"\ncategory = \"food\"\nprice = \"9.00\"\n\
             name.pt-BR = {{ one = \"{written}\", many = \"{written}s\", gender = \"m\"{spoken} }}\n"
        ));
    }
    let source = |name: &str, text: &str| Source {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    read(&[source("shop.toml", shop), source("items.toml", &items)]).unwrap()
}
