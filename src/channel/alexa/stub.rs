//! What stands in for Alexa's APIs, and for AWS, in tests: a server on loopback that gives prepared answers in order and keeps what it
//! was asked.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// A prepared answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    status: u16,
    body: String,
    /// Further lines of the head.
    pub(crate) headers: String,
}

impl Answer {
    /// A status with a body; status 0 hangs up.
    pub(crate) fn of(status: u16, body: &str) -> Self {
        Self {
            status,
            body: body.to_owned(),
            headers: String::new(),
        }
    }
}

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) first_line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// A server, running.
#[derive(Debug)]
pub(crate) struct Stub {
    address: String,
    seen: mpsc::UnboundedReceiver<Seen>,
}

impl Stub {
    /// Gives these answers in order, the last one for ever.
    pub(crate) async fn answering(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (keep, seen) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut answers = answers.into_iter().peekable();
            while let Ok((mut stream, _)) = listener.accept().await {
                let Some(request) = read(&mut stream).await else {
                    continue;
                };
                let answer = answers.next().unwrap();
                if answers.peek().is_none() {
                    answers = vec![answer.clone()].into_iter().peekable();
                }
                if keep.send(request).is_err() {
                    return;
                }
                let Answer {
                    status,
                    body,
                    headers,
                } = answer;
                if status != 0 {
                    let length = match status {
                        204 => String::new(),
                        _ => format!("content-length: {}\r\n", body.len()),
                    };
                    let head = format!("HTTP/1.1 {status} X\r\n{length}{headers}connection: close\r\n\r\n");
                    let _ = stream.write_all((head + &body).as_bytes()).await;
                }
            }
        });
        Self { address, seen }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The next request.
    pub(crate) async fn seen(&mut self) -> Seen {
        self.seen.recv().await.unwrap()
    }

    /// How many more requests have come by now.
    pub(crate) fn left(&self) -> usize {
        self.seen.len()
    }
}

async fn read(stream: &mut TcpStream) -> Option<Seen> {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let read = stream.read(&mut part).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&part[..read]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let first_line = lines.next()?.to_owned();
        let header = |line: &str| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_lowercase(), value.trim().to_owned()))
        };
        let headers: Vec<_> = lines.filter_map(header).collect();
        let length = headers.iter().find(|(name, _)| name == "content-length");
        let length = length.map_or(0, |(_, value)| value.parse().unwrap());
        let body = &bytes[end + 4..];
        if body.len() >= length {
            return Some(Seen {
                first_line,
                headers,
                body: String::from_utf8_lossy(body).into_owned(),
            });
        }
    }
}
