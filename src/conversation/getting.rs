//! What was said besides lines, put into the draft: where it goes, when, how it is paid, whom to call.

use super::scene::{Pending, Scene};
use super::{Speech, contact, hours, paying, place};
use crate::interpreter::Details;
use crate::order::AddressParts;

/// What became of a turn's details.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// What is said of them.
    pub(super) speech: Speech,
    /// A question that comes before any other.
    pub(super) question: Option<Pending>,
    /// Whether they were about where the order goes.
    pub(super) about_place: bool,
    /// Whether there were any.
    pub(super) anything: bool,
}

/// Takes all of a turn's details.
pub(super) fn take(scene: &mut Scene<'_>, details: &Details) -> Taken {
    let mut taken = Taken {
        anything: !details.is_empty(),
        ..Taken::default()
    };
    if !taken.anything {
        return taken;
    }
    where_it_goes(scene, details, &mut taken);
    if let Some(time) = details.time {
        let (speech, question) = hours::take(scene, time);
        taken.add(speech, question);
    }
    let (speech, question) = paying::take(scene, details);
    taken.add(speech, question);
    let (speech, question) = contact::take(scene, details);
    taken.add(speech, question);
    taken
}

fn where_it_goes(scene: &mut Scene<'_>, details: &Details, taken: &mut Taken) {
    let spelled_out = !details.address.is_empty();
    taken.about_place = spelled_out || details.fulfilment.is_some() || details.which_address.is_some();
    // "Deliver to Maple Street" says delivery by the street.
    if let Some(way) = details
        .fulfilment
        .filter(|_| !spelled_out && details.which_address.is_none())
    {
        let said = place::bring(scene, way);
        taken.add(Speech::of(said), None);
    }
    if let Some(which) = details.which_address {
        let placed = place::pointed_at(scene, which);
        taken.add(placed.speech, placed.question);
    }
    if spelled_out {
        if !scene.may_read_address() {
            // Parts of an address that this voice must not hear are not put together with what it says.
            scene.getting_mut().address = AddressParts::default();
        }
        let session = scene.session.clone();
        scene.open_mut().spelled_in = session;
        let placed = place::spelled_out(scene, details.address.clone());
        taken.add(placed.speech, placed.question);
    }
}

impl Taken {
    fn add(&mut self, speech: Speech, question: Option<Pending>) {
        self.speech.append(speech);
        self.question = self.question.take().or(question);
    }
}
