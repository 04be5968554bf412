//! The `comanda` command as a process, and just enough HTTP to speak to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The longest wait for anything that a process does, in real time.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// How often it is looked for.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// The command, with nothing of this process's settings.
pub(crate) fn comanda() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comanda"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("COMANDA_LOG")
        .env_remove("COMANDA_ALEXA_SKILL_ID")
        .stdin(Stdio::null());
    command
}

/// A run that is expected to end by itself, having written little.
pub(crate) fn run(command: &mut Command) -> Output {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > LONGEST_WAIT {
            child.kill().unwrap();
        }
        rest(LOOK_EVERY);
    }
    child.wait_with_output().unwrap()
}

/// Everything that a run wrote.
pub(crate) fn text(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}

/// A running server, killed when it is dropped.
pub(crate) struct Server {
    child: Child,
    /// Held open: a server whose output nobody takes would end.
    _out: BufReader<ChildStdout>,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts a server on a free port and waits until it says where it listens.
    pub(crate) fn start(data: &Path, menu: &Path, pace: &str) -> Self {
        let mut command = comanda();
        command.args(["serve", "--listen", "127.0.0.1:0", "--pace", pace]);
        command.arg("--data").arg(data).arg("--menu").arg(menu);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let address = line
            .trim()
            .rsplit_once("http://")
            .map(|(_, address)| address.parse());
        let Some(Ok(address)) = address else {
            panic!("the server said `{line}` and ended with {:?}", child.wait());
        };
        Self {
            child,
            _out: out,
            address,
        }
    }

    /// SIGKILL, and nothing of it is left.
    pub(crate) fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // It may have ended by itself; the drop after a kill does nothing.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// A request and its answer's status and body; none where the server went away in between.
pub(crate) fn try_http(address: SocketAddr, method: &str, path: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(LONGEST_WAIT)).ok()?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8(answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, body.to_owned()))
}

/// The same with JSON, from a server that stays.
pub(crate) fn http(address: SocketAddr, method: &str, path: &str, body: &str) -> (u16, Value) {
    let (status, text) = try_http(address, method, path, body).unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

/// An Alexa request with an intent of this name, with words where there are any.
pub(crate) fn alexa_intent(user: &str, intent: &str, words: Option<&str>) -> Value {
    let slots = match words {
        Some(words) => json!({"query": {"name": "query", "value": words, "confirmationStatus": "NONE"}}),
        None => json!({}),
    };
    json!({
        "version": "1.0",
        "session": {
            "new": false, "sessionId": format!("session-{user}"), "application": {"applicationId": "skill-1"},
            "user": {"userId": user},
        },
        "context": {"System": {"application": {"applicationId": "skill-1"}, "user": {"userId": user}}},
        "request": {
            "type": "IntentRequest", "requestId": "r-1", "timestamp": "2026-11-21T19:00:00Z", "locale": "en-US",
            "intent": {"name": intent, "confirmationStatus": "NONE", "slots": slots},
        },
    })
}

/// What is said to an Alexa user's intent.
pub(crate) fn say(address: SocketAddr, user: &str, intent: &str, words: Option<&str>) -> String {
    let body = alexa_intent(user, intent, words).to_string();
    let (status, answer) = http(address, "POST", "/alexa", &body);
    assert_eq!(status, 200, "{answer}");
    answer["response"]["outputSpeech"].to_string()
}

/// What the console shows of an Alexa user.
pub(crate) fn state(address: SocketAddr, user: &str) -> Value {
    let (status, state) = http(
        address,
        "GET",
        &format!("/console/state?customer=alexa:{user}"),
        "",
    );
    assert_eq!(status, 200, "{state}");
    state
}

/// Waits in real time.
pub(crate) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < LONGEST_WAIT, "waited in vain for {what}");
        rest(LOOK_EVERY);
    }
}

#[expect(clippy::disallowed_methods, reason = "other processes know no virtual time")]
pub(crate) fn rest(duration: Duration) {
    std::thread::sleep(duration);
}
