//! The stand-in of Bedrock as a program of its own, for whatever is run with `AWS_ENDPOINT_URL_BEDROCK_RUNTIME` set to it:
//!
//! ```text
//! cargo run --features bedrock --example bedrock-stand-in -- ADDRESS SCRIPT [DELAY_MS]
//! ```
//!
//! It prints its URL when it listens (port 0: a free one), and runs until it is ended. Every answer is `DELAY_MS` late.
//!
//! | SCRIPT | what it answers |
//! |---|---|
//! | `tool:JSON` | uses the tool it is offered, with this input |
//! | `says:TEXT` | says the text, and uses no tool |
//! | `throttled` | the account's quota is used up |
//! | `unavailable` | the service is not available |
//! | `denied` | the credentials may not |
//! | `nonsense` | bytes that are no answer |
//! | `closes` | closes the connection |
//! | `mixed` | the others in turn, some of them up to 20 s late |
//! | `right:MENU` | what a model answers that reads the turn rightly over the menu in a folder |
//! | `wrong:MENU` | what one answers that cites the right words and makes other things of them |

// Clippy lets tests print and panic, and does not see that this is of tests.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used)]

mod reader;
mod stand_in;

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;

use reader::Reader;
use stand_in::{Answer, Asked, Sent, StandIn};

/// What the program is told to answer; none where it is no script.
fn answer(script: &str, reader: Option<&Reader>, asked: &Asked) -> Option<Answer> {
    let (name, rest) = script.split_once(':').unwrap_or((script, ""));
    Some(match name {
        "tool" => Answer::uses_tool(asked, &serde_json::from_str::<Value>(rest).ok()?),
        "says" => Answer::says(rest),
        "throttled" => Answer::throttled(),
        "unavailable" => Answer::error(503, "ServiceUnavailableException", "Not now."),
        "denied" => Answer::error(403, "AccessDeniedException", "You may not."),
        "nonsense" => Answer::nonsense(b"<html>"),
        "closes" => Answer::nonsense(b"").sent(Sent::Not),
        "mixed" => mixed(asked),
        "right" => Answer::uses_tool(asked, &reader?.right(asked)),
        "wrong" => Answer::uses_tool(asked, &reader?.wrong(asked)),
        _ => return None,
    })
}

fn mixed(asked: &Asked) -> Answer {
    let late = Duration::from_millis((asked.number as u64 * 7919) % 20_001);
    match asked.number % 8 {
        0 | 2 | 4 => Answer::uses_tool(asked, &json!({})),
        1 => Answer::uses_tool(asked, &json!({})).after(late),
        3 => Answer::throttled(),
        5 => Answer::says("Sorry?"),
        6 => Answer::nonsense(b"<html>"),
        _ => Answer::nonsense(b"").sent(Sent::Not),
    }
}

#[tokio::main]
async fn main() {
    const USAGE: &str = "bedrock-stand-in ADDRESS SCRIPT [DELAY_MS]";
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().expect(USAGE);
    let script = arguments.next().expect(USAGE);
    let delay = arguments.next().map_or(0, |delay| delay.parse().expect(USAGE));
    let menu = ["right:", "wrong:"]
        .iter()
        .find_map(|name| script.strip_prefix(name));
    let reader = menu.map(|menu| Reader::of(Path::new(menu)));
    let nobody = Asked {
        number: 0,
        path: String::new(),
        headers: Vec::new(),
        body: Value::Null,
    };
    let known = reader.is_some() || answer(&script, None, &nobody).is_some();
    assert!(known, "no such script: {script}");
    let listener = TcpListener::bind(&address).await.unwrap();
    let stand_in = StandIn::listening(listener, move |asked: &Asked| {
        let answer = answer(&script, reader.as_ref(), asked).expect("the script was there at start");
        let delay = answer.delay + Duration::from_millis(delay);
        answer.after(delay)
    });
    println!("{}", stand_in.address());
    std::future::pending::<()>().await;
}
