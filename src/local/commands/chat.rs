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
use tokio::io::{AsyncBufReadExt, BufReader, Lines, Stdin};

use super::ChatArgs;
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
/// The longest line that is read, in bytes; what is longer is answered as not understood.
const LONGEST_LINE: usize = 8_192;

pub(super) fn run(args: &ChatArgs) -> anyhow::Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(chat(args))
}

async fn chat(args: &ChatArgs) -> anyhow::Result<ExitCode> {
    let language = language(args.locale.as_deref())?;
    let machine = LocalMachine::start(&args.places.places(), args.places.pace).await?;
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
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    talk.listen(&mut lines).await?;
    talk.follow().await?;
    Ok(ExitCode::SUCCESS)
}

fn language(locale: Option<&str>) -> anyhow::Result<Option<Language>> {
    let Some(locale) = locale else { return Ok(None) };
    match Language::of_locale(locale) {
        Some(language) => Ok(Some(language)),
        None => bail!("`{locale}` is not a language that is spoken here; choose en-US or pt-BR"),
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
    async fn listen(&mut self, lines: &mut Lines<BufReader<Stdin>>) -> anyhow::Result<()> {
        loop {
            self.show_prompt()?;
            let news = self.machine.news.clone();
            tokio::select! {
                line = lines.next_line() => match line? {
                    Some(line) => self.answer(&line).await?,
                    None => return Ok(()),
                },
                () = news.wait(LOOK_EVERY) => {}
            }
            self.hear()?;
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
            channel: Channel::Terminal,
            new_session,
            wanted,
        };
        let reply = converse(&self.machine.app, &turn).await;
        writeln!(stdout(), "{}", reply.speech.text())?;
        Ok(())
    }

    /// Says what was announced since.
    fn hear(&mut self) -> anyhow::Result<()> {
        for (number, said) in self.machine.news.after(&self.customer, self.after) {
            self.after = number;
            if said.last {
                self.heard_end_of.insert(said.order.clone());
            }
            writeln!(stdout(), "* {}", said.text)?;
        }
        stdout().flush()?;
        Ok(())
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
