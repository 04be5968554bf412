//! A draft from earlier: it is asked whether to continue with it before anything is done to it.

use jiff::SignedDuration;

use super::asking::{self, After};
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, ordering};
use crate::interpreter::Act;

/// How old a draft is that has to be asked about.
const OLD: SignedDuration = SignedDuration::from_hours(2);
/// The longest words that are kept for afterwards, in characters.
const LONGEST_WORDS: usize = 500;

/// The question about an old draft, where there is one and this act would touch it.
pub(super) fn question(scene: &mut Scene<'_>, act: Act, words: Option<&str>) -> Option<Reply> {
    let open = scene.open.as_ref().filter(|_| scene.draft().is_some())?;
    let age = scene.app.clock.now().duration_since(open.value.touched_at);
    let asked = matches!(scene.customer.value.pending, Some(Pending::Stale { .. }));
    let touches = match act {
        // A "no" to nothing would read the draft back.
        Act::Edit | Act::Done | Act::Yes | Act::No | Act::Review | Act::Greet | Act::Usual => true,
        Act::Ask(_)
        | Act::Status
        | Act::Cancel
        | Act::StartOver
        | Act::Menu
        | Act::Help
        | Act::Repeat
        | Act::Stop
        | Act::Complain(_)
        | Act::Person
        | Act::Slower
        | Act::Spell
        | Act::HoldOn
        | Act::Forget
        | Act::Thanks
        | Act::Continue
        | Act::Nothing => false,
    };
    if age <= OLD || asked || !touches {
        return None;
    }
    let kept = (act == Act::Edit || act == Act::Done).then_some(words).flatten();
    let words = kept.map(|words| words.chars().take(LONGEST_WORDS).collect());
    Some(asking::pose(scene, Pending::Stale { words }, Speech::default()))
}

/// Goes on with the draft, beginning with what was said when it had to be asked about.
pub(super) async fn go_on(scene: &mut Scene<'_>, words: Option<String>) -> Result<Reply, TurnError> {
    touch(scene);
    if let Some(words) = words {
        return Box::pin(super::respond_to_text(scene, words)).await;
    }
    let lines = scene
        .draft()
        .map(|draft| scene.phrases.lines(scene.menu, draft))
        .unwrap_or_default();
    let said = scene.phrases.say("review", &[("lines", lines.into())]);
    asking::next(scene, Speech::of(said), After::default()).await
}

/// "Start over": as an answer it needs no further question, and goes on with what was said before it was asked.
pub(super) async fn or_start_over(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    match scene.customer.value.pending.clone() {
        Some(Pending::Stale { words }) => start_over(scene, words).await,
        Some(Pending::StartOver) => Ok(ordering::empty(scene)),
        _ => Ok(ordering::start_over(scene)),
    }
}

/// Starts over, beginning with what was said when it had to be asked.
pub(super) async fn start_over(scene: &mut Scene<'_>, words: Option<String>) -> Result<Reply, TurnError> {
    let emptied = ordering::empty(scene);
    scene.begin_anew();
    match words {
        Some(words) => Box::pin(super::respond_to_text(scene, words)).await,
        None => Ok(emptied),
    }
}

/// The draft is of now.
fn touch(scene: &mut Scene<'_>) {
    let now = scene.app.clock.now();
    scene.open_mut().touched_at = now;
}
