//! What the owner learns from the journal of turns: what was not understood, drafts that nobody sent, words that are not on
//! the menu; and each talk as a rehearsal to be played again. Nothing of it says who spoke.

mod talk;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use jiff::SignedDuration;
use serde::Serialize;

use super::unavailable;
use crate::app::records::{NotedTurn, TurnOutcome, noted_turns};
use crate::app::{App, StoreError};
use crate::interpreter::Reader;
use crate::order::Language;
use crate::web::refusal;

/// Turns further apart than this are of two talks.
const PAUSE: SignedDuration = SignedDuration::from_mins(30);
/// The most entries of each list.
const MOST_LISTED: usize = 100;

/// What is learned from turns, and talks to be played again. For the owner: who may reach it is for whoever mounts it to say.
pub fn learning(app: &Arc<App>) -> Router {
    Router::new()
        .route("/turns", routing::get(overview))
        .route("/turns/{talk}", routing::get(replay))
        .with_state(Arc::clone(app))
}

async fn overview(State(app): State<Arc<App>>) -> Response {
    match learned(&app).await {
        Ok(learned) => ([(header::CACHE_CONTROL, "no-store")], Json(learned)).into_response(),
        Err(error) => unavailable(&error.to_string()),
    }
}

async fn replay(State(app): State<Arc<App>>, Path(name): Path<String>) -> Response {
    let talks = match noted_turns(&app).await {
        Ok(turns) => talks(turns),
        Err(error) => return unavailable(&error.to_string()),
    };
    let Some(found) = talks.iter().find(|talk| talk.name == name) else {
        return refusal(StatusCode::NOT_FOUND, "there is no such talk, or not any more");
    };
    let text = talk::script(&app.menu().shop, &found.turns);
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.txt\""),
        ),
    ];
    (headers, text).into_response()
}

/// What the page shows.
#[derive(Debug, Serialize)]
struct Learned {
    /// For how many days turns are kept; 0: the shop keeps none.
    days: u32,
    turns: usize,
    talks: usize,
    failed: Vec<Failed>,
    abandoned: Vec<Abandoned>,
    unknown: Vec<Unknown>,
}

/// A turn that was not understood, or not all of it.
#[derive(Debug, Serialize)]
struct Failed {
    talk: String,
    when: String,
    language: Language,
    channel: String,
    /// None where nothing was heard, or all of it is private.
    words: Option<String>,
    private: bool,
    asked: Option<String>,
    outcome: TurnOutcome,
    by: Reader,
}

/// A draft that nobody sent.
#[derive(Debug, Serialize)]
struct Abandoned {
    talk: String,
    when: String,
    language: Language,
    channel: String,
    lines: usize,
    /// The question that was asked last.
    asks: Option<String>,
}

/// Words that name nothing on the menu, or several things on it.
#[derive(Debug, Serialize)]
struct Unknown {
    words: String,
    language: Language,
    times: usize,
    /// The talk in which they were said last.
    talk: String,
}

/// A talk: its turns in order, with the name by which it is asked for.
#[derive(Debug)]
struct Talk {
    name: String,
    turns: Vec<NotedTurn>,
}

/// The talks of these turns, the latest first.
fn talks(mut turns: Vec<NotedTurn>) -> Vec<Talk> {
    // They come latest first; those of one moment keep their order.
    turns.reverse();
    turns.sort_by_key(|turn| turn.at);
    let mut talks: Vec<Talk> = Vec::new();
    let mut current: BTreeMap<String, usize> = BTreeMap::new();
    for turn in turns {
        let going_on = current.get(&turn.talk).and_then(|place| talks.get_mut(*place));
        let going_on = going_on.filter(|talk| {
            let last = talk.turns.last().map(|last| turn.at.duration_since(last.at));
            !turn.opens && last.is_some_and(|pause| pause <= PAUSE)
        });
        match going_on {
            Some(talk) => talk.turns.push(turn),
            None => {
                current.insert(turn.talk.clone(), talks.len());
                talks.push(Talk {
                    name: format!("{}-{}", turn.talk, turn.at.as_second()),
                    turns: vec![turn],
                });
            }
        }
    }
    talks.reverse();
    talks
}

async fn learned(app: &App) -> Result<Learned, StoreError> {
    let shop = &app.menu().shop;
    let turns = noted_turns(app).await?;
    let now = app.clock.now();
    let count = turns.len();
    let talks = talks(turns);
    let when = |turn: &NotedTurn| {
        let local = shop.time_zone.to_datetime(turn.at);
        let format = match shop.language(None) {
            Language::EnUs => "%-m/%-d %H:%M",
            Language::PtBr => "%-d/%-m %H:%M",
        };
        local.strftime(format).to_string()
    };
    let mut failed = Vec::new();
    let mut abandoned = Vec::new();
    for talk in &talks {
        for turn in talk.turns.iter().rev() {
            if turn.outcome != TurnOutcome::Understood && failed.len() < MOST_LISTED {
                failed.push(Failed {
                    talk: talk.name.clone(),
                    when: when(turn),
                    language: turn.language,
                    channel: turn.channel.clone(),
                    words: turn.words.clone(),
                    private: turn.private,
                    asked: turn.asked.clone(),
                    outcome: turn.outcome,
                    by: turn.by,
                });
            }
        }
        // One that is still going on is not given up; one that was sent is not either.
        let last = talk.turns.last().filter(|last| {
            let sent = talk.turns.iter().any(|turn| turn.placed);
            last.lines > 0 && !sent && now.duration_since(last.at) > PAUSE
        });
        if let Some(last) = last.filter(|_| abandoned.len() < MOST_LISTED) {
            abandoned.push(Abandoned {
                talk: talk.name.clone(),
                when: when(last),
                language: last.language,
                channel: last.channel.clone(),
                lines: last.lines,
                asks: last.asks.clone(),
            });
        }
    }
    Ok(Learned {
        days: shop.keep.turns,
        turns: count,
        unknown: unknown(&talks),
        talks: talks.len(),
        failed,
        abandoned,
    })
}

/// Words that were not known, the most frequent first.
fn unknown(talks: &[Talk]) -> Vec<Unknown> {
    let mut found: BTreeMap<(String, &str), (usize, &str)> = BTreeMap::new();
    for talk in talks {
        for turn in &talk.turns {
            for words in &turn.unknown {
                let key = (words.to_lowercase(), turn.language.tag());
                let entry = found.entry(key).or_insert((0, &talk.name));
                entry.0 += 1;
            }
        }
    }
    let mut unknown: Vec<Unknown> = found
        .into_iter()
        .filter_map(|((words, tag), (times, talk))| {
            let language = Language::ALL.into_iter().find(|language| language.tag() == tag)?;
            Some(Unknown {
                words,
                language,
                times,
                talk: talk.to_owned(),
            })
        })
        .collect();
    unknown.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.words.cmp(&b.words)));
    unknown.truncate(MOST_LISTED);
    unknown
}
