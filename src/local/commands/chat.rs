//! `comanda chat`: the same in a terminal, or through a pipe.
//!
//! Each line is answered in turn. After the end of input the announcements of the orders placed go on until these have
//! ended, then the command ends.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write, stdin, stdout};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::bail;
use jiff::SignedDuration;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, BufReader};

use super::{ChatArgs, ConnectClaude};
use crate::app::records::{Held, Versioned, orders_of_customer};
use crate::conversation::{Channel, Turn, Wanted, converse};
use crate::interpreter::Transcript;
use crate::local::machine::LocalMachine;
use crate::order::{CustomerId, Language, Order, OrderId};

/// How often orders are looked at while nothing is announced.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long after its end an order's last news may come; the end is noted before it is told.
const LAST_NEWS_WITHIN: SignedDuration = SignedDuration::from_secs(30);
/// The most orders of one talk that are followed to their end.
const MOST_FOLLOWED: usize = 50;
/// The longest line that is read, in bytes; of what is longer the rest is passed over, and it is not understood.
const LONGEST_LINE: usize = 8_192;

pub(super) fn run(args: &ChatArgs, connect: Option<ConnectClaude>) -> anyhow::Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(chat(args, connect))
}

async fn chat(args: &ChatArgs, connect: Option<ConnectClaude>) -> anyhow::Result<ExitCode> {
    let language = language(args.locale.as_deref())?;
    let interpreters = args.understanding.interpreters(connect).await?;
    let (places, pace) = (args.places.places(), args.places.pace);
    let machine = LocalMachine::start(&places, pace, None, interpreters).await?;
    let customer = CustomerId::new("terminal");
    let after = machine.news.made();
    let earlier = open_orders(&machine, &customer, &BTreeSet::new()).await?;
    let mut talk = Talk {
        machine,
        customer,
        language,
        after,
        prompt: stdin().is_terminal(),
        earlier,
        heard_end_of: BTreeSet::new(),
    };
    talk.turn(Wanted::Launch, true).await?;
    talk.listen(&mut Lines::new(BufReader::new(tokio::io::stdin())))
        .await?;
    talk.follow().await?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn language(locale: Option<&str>) -> anyhow::Result<Option<Language>> {
    let Some(locale) = locale else { return Ok(None) };
    match Language::of_locale(locale) {
        Some(language) => Ok(Some(language)),
        None => bail!("`{locale}` is not a language that is spoken here; choose en-US or pt-BR"),
    }
}

/// Lines of any bytes, none kept beyond [`LONGEST_LINE`]. What is no UTF-8 in them is replaced.
struct Lines<R> {
    input: R,
    /// What of the next line has been read. Kept here, so that a wait for more can be given up and taken up again.
    line: Vec<u8>,
}

impl<R: AsyncBufRead + Unpin> Lines<R> {
    fn new(input: R) -> Self {
        let line = Vec::new();
        Self { input, line }
    }

    /// The next line without its end; none where the input has ended.
    async fn next(&mut self) -> std::io::Result<Option<String>> {
        loop {
            let read = self.input.fill_buf().await?;
            if read.is_empty() && self.line.is_empty() {
                return Ok(None);
            }
            let end = read.iter().position(|byte| *byte == b'\n');
            let (part, used) = match end {
                Some(end) => (read.get(..end).unwrap_or_default(), end + 1),
                None => (read, read.len()),
            };
            // One byte more than the longest line, by which it is known to be too long.
            let room = (LONGEST_LINE + 1).saturating_sub(self.line.len());
            self.line.extend(part.iter().take(room));
            self.input.consume(used);
            if end.is_some() || used == 0 {
                let line = std::mem::take(&mut self.line);
                return Ok(Some(String::from_utf8_lossy(&line).into_owned()));
            }
        }
    }
}

/// A talk in the terminal.
struct Talk {
    machine: LocalMachine,
    customer: CustomerId,
    language: Option<Language>,
    /// The last announcement that was heard.
    after: u64,
    /// Whether to show where to type.
    prompt: bool,
    /// Orders that were under way before the talk began; they do not keep it going.
    earlier: BTreeSet<OrderId>,
    /// Orders whose end was said.
    heard_end_of: BTreeSet<OrderId>,
}

impl Talk {
    /// Answers lines until the input ends.
    async fn listen(&mut self, lines: &mut Lines<impl AsyncBufRead + Unpin>) -> anyhow::Result<()> {
        self.show_prompt()?;
        loop {
            let news = self.machine.news.clone();
            let answered = tokio::select! {
                line = lines.next() => match line? {
                    Some(line) => { self.answer(&line).await?; true }
                    None => return Ok(()),
                },
                () = news.wait(LOOK_EVERY) => false,
            };
            if self.hear()? || answered {
                self.show_prompt()?;
            }
        }
    }

    async fn answer(&mut self, line: &str) -> anyhow::Result<()> {
        let wanted = match line.trim() {
            "" => Wanted::Silence,
            text if text.len() > LONGEST_LINE => Wanted::NotUnderstood,
            text => Wanted::Said {
                transcripts: vec![Transcript::certain(text)],
                hint: None,
            },
        };
        self.turn(wanted, false).await
    }

    async fn turn(&mut self, wanted: Wanted, new_session: bool) -> anyhow::Result<()> {
        let turn = Turn {
            customer: self.customer.clone(),
            language: self.language,
            person: None,
            voice_known: true,
            profile: None,
            session: None,
            channel: Channel::Terminal,
            new_session,
            linking: Default::default(),
            delivery: None,
            caller: None,
            wanted,
        };
        let reply = converse(&self.machine.app, &turn).await;
        writeln!(stdout(), "{}", reply.speech.text())?;
        Ok(())
    }

    /// Says what was announced since; whether there was anything.
    fn hear(&mut self) -> anyhow::Result<bool> {
        let news = self.machine.news.after(&self.customer, self.after);
        for (number, said) in &news {
            self.after = *number;
            if said.last {
                self.heard_end_of.insert(said.order.clone());
            }
            writeln!(stdout(), "* {}", said.text)?;
        }
        stdout().flush()?;
        Ok(!news.is_empty())
    }

    fn show_prompt(&self) -> anyhow::Result<()> {
        if self.prompt {
            write!(stdout(), "> ")?;
        }
        stdout().flush()?;
        Ok(())
    }

    /// Goes on announcing until every order of this talk has ended and its end is said.
    async fn follow(&mut self) -> anyhow::Result<()> {
        loop {
            self.hear()?;
            let open = open_orders(&self.machine, &self.customer, &self.heard_end_of).await?;
            if open.is_subset(&self.earlier) {
                return Ok(());
            }
            self.machine.news.wait(LOOK_EVERY).await;
        }
    }
}

/// A customer's orders that have not ended, or whose end has only just come and is still to be said.
async fn open_orders(
    machine: &LocalMachine,
    customer: &CustomerId,
    heard_end_of: &BTreeSet<OrderId>,
) -> anyhow::Result<BTreeSet<OrderId>> {
    let orders = orders_of_customer(&machine.app, customer, MOST_FOLLOWED).await?;
    let now = machine.app.clock.now();
    let is_open = |order: &Order| {
        let just_ended = now.duration_since(order.since) < LAST_NEWS_WITHIN;
        !order.stage.is_end() || (just_ended && !heard_end_of.contains(&order.agreement.order))
    };
    let open = orders
        .into_iter()
        .filter_map(|Versioned { value, .. }| match value {
            Held::Placed { order, .. } if is_open(&order) => Some(order.agreement.order),
            Held::Placed { .. } | Held::Open(_) => None,
        });
    Ok(open.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn any_bytes_make_lines_of_bounded_length() {
        let check = async |input: &[u8], expected: &[&str]| {
            // A buffer of three bytes, so that lines come in parts.
            let mut lines = Lines::new(BufReader::with_capacity(3, input));
            let mut read = Vec::new();
            while let Some(line) = lines.next().await.unwrap() {
                read.push(line);
            }
            assert_eq!(read, expected);
        };
        check(b"", &[]).await;
        check(b"a coke\n\nyes", &["a coke", "", "yes"]).await;
        check(b"\xff\xfe\nyes\n", &["\u{fffd}\u{fffd}", "yes"]).await;
        check("coração\n".as_bytes(), &["coração"]).await;
        let cut = "x".repeat(LONGEST_LINE + 1);
        check(format!("{cut}xxx\nno\n").as_bytes(), &[cut.as_str(), "no"]).await;
    }
}
