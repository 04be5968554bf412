//! The note of what is being told and of what has been: two deliveries of the same news do not speak at once, and news
//! that was cut off is taken up again after its time.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::app::records::{Telling, Told, Versioned, load_told, put_told};
use crate::app::{App, StoreError, WriteError};
use crate::order::{OrderId, Stage};

/// For how long whoever tells something has it to themselves: longer than telling may take, and shorter than a queue hides
/// a message from others.
pub(super) const HELD_FOR: SignedDuration = SignedDuration::from_secs(40);
/// How often a note that meets another write is tried again.
const TRIES: usize = 5;
/// How long the store is left alone before it is told again that something was told.
const PAUSES: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(1)];

/// Whether a stage may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begun {
    /// It is noted as being told, by whoever asked.
    Now,
    /// It is noted as being told by somebody else, or something else of the order is.
    Elsewhere,
    /// It, or a later one, has been told.
    Old,
}

/// Notes that a stage is being told, unless it is old or something of the order is being told already.
pub(super) async fn begin(app: &App, order: &OrderId, stage: Stage) -> Result<Begun, StoreError> {
    for _ in 0..TRIES {
        let mut noted = noted(app, order).await?;
        if noted.value.stage >= Some(stage) {
            return Ok(Begun::Old);
        }
        let now = app.clock.now();
        if noted
            .value
            .telling
            .as_ref()
            .is_some_and(|telling| is_held(telling, now))
        {
            return Ok(Begun::Elsewhere);
        }
        let until = now.checked_add(HELD_FOR).unwrap_or(now);
        noted.value.telling = Some(Telling { stage, until });
        if write(app, order, &noted).await? {
            return Ok(Begun::Now);
        }
    }
    Ok(Begun::Elsewhere)
}

/// Notes that a stage is told, or that it is left to the next launch. It is worth some tries: without the note it is told
/// again. A call is counted.
pub(super) async fn settle(app: &App, order: &OrderId, stage: Stage, called: bool) -> Result<(), StoreError> {
    let settled = |told: &mut Told| {
        told.calls = told
            .calls
            .saturating_add(u32::from(called && told.stage < Some(stage)));
        told.stage = told.stage.max(Some(stage));
        told.telling.take_if(|telling| telling.stage <= stage);
    };
    for pause in PAUSES {
        match end(app, order, settled).await {
            Err(StoreError::Unavailable(_)) => tokio::time::sleep(pause).await,
            done => return done,
        }
    }
    end(app, order, settled).await
}

/// Notes that a stage is no longer being told, and was not.
pub(super) async fn leave(app: &App, order: &OrderId, stage: Stage) -> Result<(), StoreError> {
    end(app, order, |told| {
        told.telling.take_if(|telling| telling.stage == stage);
    })
    .await
}

/// Notes that nothing of an order is being told: for a process that alone tells, as it starts.
///
/// # Errors
/// [`StoreError`].
pub async fn none_is_told(app: &App, order: &OrderId) -> Result<(), StoreError> {
    end(app, order, |told| told.telling = None).await
}

async fn end(app: &App, order: &OrderId, change: impl Fn(&mut Told)) -> Result<(), StoreError> {
    for _ in 0..TRIES {
        let found = noted(app, order).await?;
        let mut changed = found.clone();
        change(&mut changed.value);
        if changed == found || write(app, order, &changed).await? {
            return Ok(());
        }
    }
    Err(StoreError::Unavailable("what is told kept changing".to_owned()))
}

/// A note that lasts longer than any is made to was written by another clock, and holds nothing.
fn is_held(telling: &Telling, now: Timestamp) -> bool {
    let left = telling.until.duration_since(now);
    left.is_positive() && left <= HELD_FOR
}

async fn noted(app: &App, order: &OrderId) -> Result<Versioned<Told>, StoreError> {
    let stored = load_told(app, order).await?;
    Ok(stored.unwrap_or_else(|| Versioned::new(Told::default())))
}

/// False where somebody else has written meanwhile.
async fn write(app: &App, order: &OrderId, noted: &Versioned<Told>) -> Result<bool, StoreError> {
    match app.store.write(vec![put_told(app.shop(), order, noted)?]).await {
        Ok(()) => Ok(true),
        Err(WriteError::Refused(_)) => Ok(false),
        Err(WriteError::Store(error)) => Err(error),
    }
}
