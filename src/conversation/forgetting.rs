//! "Delete my data": confirmed first, then everything that is kept of the customer goes.

use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking};

/// Asks whether everything is to be deleted.
pub(super) fn ask(scene: &mut Scene<'_>) -> Reply {
    asking::pose(scene, Pending::Forget, Speech::default())
}

/// Deletes it.
pub(super) async fn forget(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    scene.forgotten = true;
    let key = if scene.voice_known {
        "forgotten-later"
    } else {
        "forgotten"
    };
    Ok(Reply::close(Speech::of(scene.phrases.plain(key))))
}
