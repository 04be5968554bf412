//! A talk as text, and back.
//!
//! One line each: `# ` a remark, `> ` the customer (`>~ ` where no sample of a voice platform's model takes the words),
//! `! ` a command, which is what the shop or the world does; and what comes of it: `< ` the shop, `* ` an announcement, `= ` the draft or order where it has changed.

use std::time::Duration;

use jiff::civil::DateTime;

use crate::app::records::TicketKind;
use crate::order::PostalCode;

/// The most lines of a talk.
const MOST_LINES: usize = 2_000;
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(7 * 24 * 3600);

/// A talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// Something that happens, and what comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The number of its line, from 1.
    pub number: usize,
    /// What happens.
    pub input: Input,
    /// What comes of it.
    pub lines: Vec<Line>,
}

/// What happens in a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// An empty line, or one for readers; as it is.
    Remark(String),
    /// The customer says something.
    Customer(String),
    /// The customer says something that no sample of a voice platform's model takes. Where words go in as they are it is
    /// like anything else.
    Uncarried(String),
    /// The shop or the world does something.
    Command(Command),
}

/// What comes of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The shop says something.
    Shop(String),
    /// Something is announced.
    Announced(String),
    /// The draft or order is this now.
    State(String),
}

/// What the shop or the world does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `accept yes`, `accept yes 40`, `cancel no`: the oldest open ticket of this kind is answered.
    Answer {
        /// The kind.
        kind: TicketKind,
        /// Yes or no.
        yes: bool,
        /// The minutes that the kitchen needs.
        minutes: Option<u32>,
    },
    /// `launch`: a new session is opened.
    Launch,
    /// `silence`: nothing is heard.
    Silence,
    /// `noise`: what is heard is no words.
    Noise,
    /// `keys 1`: pressed on a phone.
    Keys(String),
    /// `wait 130m`: time passes; seconds `s`, minutes `m` or hours `h`.
    Wait(Duration),
    /// `at 2026-11-20 12:00`: when the talk begins, in the shop's own time. Before the first line.
    At(DateTime),
    /// `voice known` or `voice unknown`: whether the channel knows who speaks.
    Voice {
        /// Whether it does.
        known: bool,
    },
    /// `regular 05410002 62 apartment 4`: Ana, whose name, number and usual address are known, is who speaks; she is
    /// called where something is missing.
    Regular {
        /// The postal code of the address, one whose street the shop knows.
        postal_code: PostalCode,
        /// The number of the house.
        number: String,
        /// Apartment and the like; may be empty.
        complement: String,
    },
}

/// A line that is none of a talk's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ScriptFault {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it, and what would be right.
    pub message: String,
}

/// Where a talk as it was played differs from what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The number of the line that it is an answer to, from 1.
    pub line: usize,
    /// That line.
    pub input: String,
    /// What is written.
    pub written: Vec<String>,
    /// What came of it.
    pub played: Vec<String>,
}

impl Script {
    /// Reads a talk.
    ///
    /// # Errors
    /// Every [`ScriptFault`].
    pub fn parse(text: &str) -> Result<Self, Vec<ScriptFault>> {
        let mut steps: Vec<Step> = Vec::new();
        let mut faults = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            let mut fault = |message: String| {
                faults.push(ScriptFault {
                    line: number,
                    message,
                });
            };
            if number > MOST_LINES {
                fault(format!("a talk has at most {MOST_LINES} lines"));
                break;
            }
            match read(line, &steps) {
                Ok(Read::Input(input)) => steps.push(Step {
                    number,
                    input,
                    lines: Vec::new(),
                }),
                Ok(Read::Line(line)) => match steps.last_mut() {
                    Some(step) if !matches!(step.input, Input::Remark(_)) => step.lines.push(line),
                    Some(_) | None => fault("this has to stand under the line that it answers".to_owned()),
                },
                Err(message) => fault(message),
            }
        }
        if faults.is_empty() {
            Ok(Self { steps })
        } else {
            Err(faults)
        }
    }

    /// When the talk begins, if it says so.
    pub fn begins(&self) -> Option<DateTime> {
        self.steps.iter().find_map(|step| match step.input {
            Input::Command(Command::At(time)) => Some(time),
            Input::Command(_) | Input::Customer(_) | Input::Uncarried(_) | Input::Remark(_) => None,
        })
    }

    /// The talk as text.
    pub fn text(&self) -> String {
        let line_texts = |step: &Step| {
            let lines = step.lines.iter().map(ToString::to_string);
            std::iter::once(step.input.to_string())
                .chain(lines)
                .collect::<Vec<_>>()
        };
        let lines: Vec<String> = self.steps.iter().flat_map(line_texts).collect();
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    /// Where another playing of the same steps differs.
    pub fn differences(&self, played: &Self) -> Vec<Difference> {
        let texts = |lines: &[Line]| lines.iter().map(ToString::to_string).collect();
        let pairs = self.steps.iter().zip(&played.steps);
        pairs
            .filter(|(written, played)| written.lines != played.lines)
            .map(|(written, played)| Difference {
                line: written.number,
                input: written.input.to_string(),
                written: texts(&written.lines),
                played: texts(&played.lines),
            })
            .collect()
    }
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Remark(text) => f.write_str(text),
            Self::Customer(words) => write!(f, "> {words}"),
            Self::Uncarried(words) => write!(f, ">~ {words}"),
            Self::Command(command) => write!(f, "! {command}"),
        }
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Shop(words) => write!(f, "< {words}"),
            Self::Announced(words) => write!(f, "* {words}"),
            Self::State(state) => write!(f, "= {state}"),
        }
    }
}

impl std::fmt::Display for Command {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Answer { kind, yes, minutes } => {
                write!(f, "{} {}", kind.name(), if *yes { "yes" } else { "no" })?;
                minutes.map_or(Ok(()), |minutes| write!(f, " {minutes}"))
            }
            Self::Launch => f.write_str("launch"),
            Self::Silence => f.write_str("silence"),
            Self::Noise => f.write_str("noise"),
            Self::Keys(keys) => write!(f, "keys {keys}"),
            Self::Wait(time) => {
                let seconds = time.as_secs();
                match (seconds % 3600, seconds % 60) {
                    (0, _) => write!(f, "wait {}h", seconds / 3600),
                    (_, 0) => write!(f, "wait {}m", seconds / 60),
                    (_, _) => write!(f, "wait {seconds}s"),
                }
            }
            Self::At(time) => write!(f, "at {}", time.strftime("%Y-%m-%d %H:%M")),
            Self::Voice { known: true } => f.write_str("voice known"),
            Self::Voice { known: false } => f.write_str("voice unknown"),
            Self::Regular {
                postal_code,
                number,
                complement,
            } => {
                let text = format!("regular {} {number} {complement}", postal_code.digits());
                f.write_str(text.trim_end())
            }
        }
    }
}

/// What a line is.
enum Read {
    Input(Input),
    Line(Line),
}

fn read(line: &str, before: &[Step]) -> Result<Read, String> {
    if line.trim().is_empty() || line.starts_with('#') {
        return Ok(Read::Input(Input::Remark(line.trim_end().to_owned())));
    }
    let (mark, rest) = match line.strip_prefix(">~") {
        Some(rest) => (">~", rest),
        None => line.split_at_checked(1).unwrap_or((line, "")),
    };
    let rest = rest.trim().to_owned();
    Ok(match mark {
        ">" | ">~" if rest.is_empty() => {
            return Err("the customer says nothing; that is `! silence`".to_owned());
        }
        ">" => Read::Input(Input::Customer(rest)),
        ">~" => Read::Input(Input::Uncarried(rest)),
        "!" => Read::Input(Input::Command(command(&rest, before)?)),
        "<" => Read::Line(Line::Shop(rest)),
        "*" => Read::Line(Line::Announced(rest)),
        "=" => Read::Line(Line::State(rest)),
        _ => return Err("a line begins with one of # > >~ < * ! =".to_owned()),
    })
}

fn command(text: &str, before: &[Step]) -> Result<Command, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Ok(match words.as_slice() {
        ["launch"] => Command::Launch,
        ["silence"] => Command::Silence,
        ["noise"] => Command::Noise,
        ["voice", "known"] => Command::Voice { known: true },
        ["voice", "unknown"] => Command::Voice { known: false },
        ["regular", code, number, complement @ ..] => Command::Regular {
            postal_code: PostalCode::of(code).ok_or("a postal code has five or eight digits")?,
            number: (*number).to_owned(),
            complement: complement.join(" "),
        },
        ["keys", keys] => {
            let fine = keys.len() <= 20 && keys.bytes().all(|b| b.is_ascii_digit());
            Command::Keys(
                fine.then(|| (*keys).to_owned())
                    .ok_or("keys are digits, at most 20")?,
            )
        }
        ["wait", time] => Command::Wait(wait(time).ok_or("a wait is like 30s, 45m or 2h, at most 168h")?),
        ["at", day, time] => {
            if before.iter().any(|step| !matches!(step.input, Input::Remark(_))) {
                return Err("`at` comes before everything else: it says when the talk begins".to_owned());
            }
            let time = DateTime::strptime("%Y-%m-%d %H:%M", format!("{day} {time}"));
            Command::At(time.map_err(|_| "a time is like 2026-11-20 12:00")?)
        }
        [kind, answer, minutes @ ..] => answer_of(kind, answer, minutes)?,
        _ => return Err(unknown(text)),
    })
}

fn answer_of(kind: &str, answer: &str, minutes: &[&str]) -> Result<Command, String> {
    let known = TicketKind::ALL.into_iter().find(|known| known.name() == kind);
    let kind = known.ok_or_else(|| unknown(kind))?;
    let yes = match answer {
        "yes" => true,
        "no" => false,
        _ => return Err(format!("`{}` is answered with yes or no", kind.name())),
    };
    let minutes = match minutes {
        [] => None,
        [minutes] if yes => {
            let fine = minutes.parse().ok().filter(|minutes| (1..=600).contains(minutes));
            Some(fine.ok_or("minutes go from 1 to 600")?)
        }
        _ => return Err("only a yes takes minutes, and only one number of them".to_owned()),
    };
    Ok(Command::Answer { kind, yes, minutes })
}

fn unknown(text: &str) -> String {
    let kinds = TicketKind::ALL.map(TicketKind::name).join(", ");
    format!(
        "`{text}` is no command; known are launch, silence, noise, keys, wait, at, voice, regular, and the tickets {kinds}"
    )
}

fn wait(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => return None,
    };
    let time = Duration::from_secs(number.parse::<u64>().ok()?.checked_mul(seconds)?);
    (Duration::ZERO < time && time <= LONGEST_WAIT).then_some(time)
}
