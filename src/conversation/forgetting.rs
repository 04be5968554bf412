//! "Delete my data": confirmed first, then everything that is kept of the customer goes.

use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking, linking};
use crate::app::records::forget as forget_customer;

/// Asks whether everything is to be deleted.
pub(super) fn ask(scene: &mut Scene<'_>) -> Reply {
    asking::pose(scene, Pending::Forget, Speech::default())
}

/// Deletes it.
pub(super) async fn forget(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let forgotten = forget_customer(scene.app, &scene.id).await?;
    scene.forgotten = true;
    let key = if forgotten.under_way {
        "forgotten-later"
    } else {
        "forgotten"
    };
    let offered = linking::offer_for_the_rest(scene);
    let reply = Reply::close(Speech::of(scene.phrases.plain(key)).then(offered.as_str()));
    Ok(linking::with_card(reply, &offered))
}
