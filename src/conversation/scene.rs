//! The scene of a turn: who speaks, their draft, what was asked last; loaded before the turn and saved after it.

use serde_json::json;

use super::{Reply, Turn, TurnError, budget};
use crate::app::records::{
    Customer, Held, OpenDraft, Versioned, customer, load_order, place, put_customer, put_open,
};
use crate::app::{App, Machine};
use crate::interpreter::Proposal;
use crate::order::{
    AgreementHash, CustomerId, Draft, Fulfilment, Getting, LineId, Menu, Order, OrderId, Payment, price,
};
use crate::phrases::{Phrases, phrases};
use crate::workflow::sweep;

pub(super) use crate::app::records::Pending;

/// Everything that a turn reads and may change.
pub(super) struct Scene<'a> {
    pub(super) app: &'a App,
    /// What is sold, the same from the beginning of the turn to its end.
    pub(super) menu: &'a Menu,
    pub(super) phrases: &'static Phrases,
    pub(super) id: CustomerId,
    pub(super) customer: Versioned<Customer>,
    /// The draft under way; none until something is ordered.
    pub(super) open: Option<Versioned<OpenDraft>>,
    /// Whether this turn did what was asked for, and nothing was refused.
    pub(super) answered: bool,
    /// Whether lines were dropped because the menu no longer has them.
    pub(super) gone: bool,
    /// The draft as it was loaded.
    before: Option<OpenDraft>,
    /// The order to be placed with this turn, and the hash that the customer agreed to.
    placing: Option<(Order, AgreementHash)>,
}

impl<'a> Scene<'a> {
    /// Loads the scene of a turn.
    pub(super) async fn load(app: &'a App, menu: &'a Menu, turn: &Turn) -> Result<Scene<'a>, TurnError> {
        let customer = customer(app, &turn.customer).await?;
        let open = match &customer.value.current {
            Some(id) => match load_order(app, id).await? {
                Some(Versioned {
                    value: Held::Open(open),
                    version,
                }) => Some(Versioned { value: open, version }),
                Some(_) | None => None,
            },
            None => None,
        };
        let before = open.as_ref().map(|open| open.value.clone());
        let mut open = open;
        let gone = open
            .as_mut()
            .is_some_and(|open| drop_what_is_gone(menu, &mut open.value));
        let phrases = phrases(menu.shop.language(turn.language));
        let id = turn.customer.clone();
        let mut scene = Self {
            app,
            menu,
            phrases,
            id,
            customer,
            open,
            answered: false,
            gone,
            before,
            placing: None,
        };
        if scene.is_forgotten(turn) {
            scene.customer.value.pending = None;
        }
        Ok(scene)
    }

    /// Whether the question asked last no longer waits: it was asked in another session, too long ago, or about a draft
    /// that has been placed or is gone. A yes that comes so late must not place anything.
    fn is_forgotten(&self, turn: &Turn) -> bool {
        let customer = &self.customer.value;
        let about_draft = matches!(customer.pending, Some(Pending::Send | Pending::Choose { .. }));
        let asked = customer
            .asked_at
            .map(|asked| self.app.clock.now().duration_since(asked));
        turn.new_session
            || asked.is_none_or(|ago| ago > budget::QUESTION_STANDS)
            || (about_draft && self.open.is_none())
    }

    /// The lines under way.
    pub(super) fn draft(&self) -> Option<&Draft> {
        self.open
            .as_ref()
            .map(|open| &open.value.draft)
            .filter(|draft| !draft.is_empty())
    }

    /// The draft to be changed; a new one where there is none. What was read back no longer stands.
    pub(super) fn draft_mut(&mut self) -> &mut Draft {
        let (app, menu) = (self.app, self.menu);
        let (customer, language) = (&self.id, self.phrases.language);
        let open = self.open.get_or_insert_with(|| {
            Versioned::new(OpenDraft {
                id: OrderId::new(app.ids.next().to_string()),
                customer: customer.clone(),
                language,
                draft: Draft::default(),
                getting: Getting {
                    fulfilment: Fulfilment::only(&menu.shop).or(Some(Fulfilment::Delivery)),
                    payment: Some(Payment::Card),
                    ..Getting::default()
                },
                read_back: None,
                suggested: false,
                touched_at: app.clock.now(),
            })
        });
        open.value.read_back = None;
        &mut open.value.draft
    }

    /// Whether a proposal asks for anything else than what stands.
    pub(super) fn would_change(&self, proposal: &Proposal) -> bool {
        let way = self.open.as_ref().and_then(|open| open.value.getting.fulfilment);
        let other_way = proposal.details.fulfilment.is_some() && proposal.details.fulfilment != way;
        other_way
            || !proposal.edits.is_empty()
            || !proposal.off_menu.is_empty()
            || !proposal.unclear.is_empty()
    }

    /// Has the order brought or fetched.
    pub(super) fn bring(&mut self, way: Fulfilment) {
        self.draft_mut();
        if let Some(open) = &mut self.open {
            open.value.getting.fulfilment = Some(way);
        }
    }

    /// Notes the line that "it" means from now on.
    pub(super) fn speak_of(&mut self, line: Option<LineId>) {
        self.customer.value.last_line = line;
    }

    /// Places the draft with this turn.
    pub(super) fn place(&mut self, order: Order, hash: AgreementHash) {
        self.placing = Some((order, hash));
    }

    /// Writes what has changed in one transaction, then starts what follows from it.
    pub(super) async fn save(mut self, reply: &Reply) -> Result<(), TurnError> {
        self.customer.value.last_said = reply.speech.text();
        self.customer.value.asked_at = Some(self.app.clock.now());
        self.customer.value.current = self.open.as_ref().map(|open| open.value.id.clone());
        let shop = self.app.shop();
        let mut writes = Vec::new();
        let mut placed = None;
        if let Some((order, hash)) = self.placing.take() {
            let version = self.open.as_ref().map_or(0, |open| open.version);
            placed = Some(order.agreement.order.clone());
            self.customer.value.current = None;
            writes.push(place(shop, order, version, &hash)?);
        } else if let Some(open) = self.changed() {
            writes.push(put_open(shop, open)?);
        }
        let first_item =
            placed.is_none() && self.before.as_ref().is_none_or(|before| before.draft.is_empty());
        writes.push(put_customer(shop, &self.id, &self.customer)?);
        self.app.store.write(writes).await?;
        match placed {
            Some(order) => self.start(&order).await,
            None if first_item => self.recommend().await,
            None => {}
        }
        Ok(())
    }

    fn changed(&mut self) -> Option<&Versioned<OpenDraft>> {
        let open = self
            .open
            .as_mut()
            .filter(|open| Some(&open.value) != self.before.as_ref())?;
        open.value.touched_at = self.app.clock.now();
        open.value.language = self.phrases.language;
        Some(open)
    }

    /// An order that cannot be started now is started by the sweep.
    async fn start(&self, order: &OrderId) {
        if let Err(error) = sweep::start(self.app, order).await {
            tracing::warn!(order = order.as_str(), %error, "order.start.left_to_sweep");
        }
    }

    /// Nobody waits for a suggestion, and nobody misses one.
    async fn recommend(&self) {
        let Some(open) = self.open.as_ref().filter(|open| !open.value.draft.is_empty()) else {
            return;
        };
        let id = &open.value.id;
        if let Err(error) = self
            .app
            .workflows
            .start(Machine::Recommend, id.as_str(), json!({ "order": id }))
            .await
        {
            tracing::info!(order = id.as_str(), %error, "recommend.not_started");
        }
    }
}

/// Drops the lines that the menu no longer has, or has in no such form; says whether there were any.
fn drop_what_is_gone(menu: &Menu, open: &mut OpenDraft) -> bool {
    let before = open.draft.lines.len();
    open.draft
        .lines
        .retain(|line| price::line_price(menu, line) != Err(price::Unpriced::Gone));
    let gone = open.draft.lines.len() < before;
    if gone {
        open.read_back = None;
    }
    gone
}
