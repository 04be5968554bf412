//! The scene of a turn: who speaks, their draft, what was asked last; loaded before the turn and saved after it.

use jiff::Zoned;
use serde_json::json;

use super::{Channel, Consent, Reply, Turn, TurnError, budget};
use crate::app::records::{
    Customer, Held, OpenDraft, Versioned, customer, load_order, place, put_customer, put_open,
};
use crate::app::{App, Machine, Offer, ProfileAccess};
use crate::interpreter::Interpreter;
use crate::order::{
    AgreementHash, CustomerId, Draft, Fulfilment, Getting, LineId, Menu, Money, Order, OrderId, PersonId,
    price,
};
use crate::phrases::{Phrases, phrases};
use crate::workflow::sweep;

pub(super) use crate::app::records::Pending;

/// Everything that a turn reads and may change.
pub(super) struct Scene<'a> {
    pub(super) app: &'a App,
    /// What is sold, the same from the beginning of the turn to its end.
    pub(super) menu: &'a Menu,
    pub(super) interpreter: &'a dyn Interpreter,
    pub(super) phrases: &'static Phrases,
    pub(super) id: CustomerId,
    pub(super) person: Option<PersonId>,
    /// Whether it is known who speaks.
    pub(super) voice_known: bool,
    pub(super) channel: Channel,
    pub(super) session: Option<String>,
    pub(super) profile: Option<ProfileAccess>,
    pub(super) customer: Versioned<Customer>,
    /// The draft under way; none until something is ordered.
    pub(super) open: Option<Versioned<OpenDraft>>,
    /// Whether this turn did what was asked for, and nothing was refused.
    pub(super) answered: bool,
    /// Whether lines were dropped because the menu no longer has them.
    pub(super) gone: bool,
    /// What the draft comes to now, where prices have changed since it was last said.
    pub(super) repriced: Option<Money>,
    /// What the customer is to be asked to allow with this reply.
    pub(super) consent: Option<Consent>,
    /// Whether everything that is kept of the customer has been deleted in this turn.
    pub(super) forgotten: bool,
    /// The draft as it was loaded.
    before: Option<OpenDraft>,
    /// The order to be placed with this turn, and the hash that the customer agreed to.
    placing: Option<(Order, AgreementHash)>,
}

impl<'a> Scene<'a> {
    /// Loads the scene of a turn.
    pub(super) async fn load(app: &'a App, offer: &'a Offer, turn: &Turn) -> Result<Scene<'a>, TurnError> {
        let menu: &Menu = &offer.menu;
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
        let repriced = open.as_mut().and_then(|open| reprice(menu, &mut open.value));
        let phrases = phrases(menu.shop.language(turn.language));
        let id = turn.customer.clone();
        let mut scene = Self {
            app,
            menu,
            interpreter: offer.interpreter.as_ref(),
            phrases,
            id,
            person: turn.person.clone(),
            voice_known: turn.voice_known,
            channel: turn.channel,
            session: turn.session.clone(),
            profile: turn.profile.clone(),
            customer,
            open,
            answered: false,
            gone,
            repriced,
            consent: None,
            forgotten: false,
            before,
            placing: None,
        };
        if scene.is_forgotten(turn) {
            scene.customer.value.pending = None;
        }
        if turn.new_session {
            scene.customer.value.slow = false;
        }
        Ok(scene)
    }

    /// Whether the question asked last no longer waits: it was asked in another session, too long ago, or about a draft
    /// that has been placed or is gone. A yes that comes so late must not place anything.
    fn is_forgotten(&self, turn: &Turn) -> bool {
        let customer = &self.customer.value;
        let about_draft = matches!(
            customer.pending,
            Some(Pending::Send | Pending::Choose { .. } | Pending::HowMany { .. } | Pending::OnlySome { .. })
        );
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
        &mut self.open_mut().draft
    }

    /// Everything besides the lines, to be changed. What was read back no longer stands.
    pub(super) fn getting_mut(&mut self) -> &mut Getting {
        &mut self.open_mut().getting
    }

    /// Everything besides the lines, as far as it is settled.
    pub(super) fn getting(&self) -> Option<&Getting> {
        self.open.as_ref().map(|open| &open.value.getting)
    }

    /// The open draft to be changed, which begins with what is kept of the customer.
    pub(super) fn open_mut(&mut self) -> &mut OpenDraft {
        let (app, menu) = (self.app, self.menu);
        let (customer, language) = (&self.id, self.phrases.language);
        let kept = &self.customer.value.kept;
        let open = self.open.get_or_insert_with(|| {
            Versioned::new(OpenDraft {
                id: OrderId::new(app.ids.next().to_string()),
                customer: customer.clone(),
                language,
                draft: Draft::default(),
                getting: Getting {
                    fulfilment: Fulfilment::only(&menu.shop),
                    contact: kept.contact.clone(),
                    if_missing: kept.if_missing,
                    allergies: kept.allergies.clone(),
                    ..Getting::default()
                },
                read_back: None,
                read_back_in: None,
                suggested: false,
                finishing: false,
                where_asked: false,
                profile_asked: false,
                replaces: None,
                priced: None,
                touched_at: app.clock.now(),
            })
        });
        open.value.read_back = None;
        &mut open.value
    }

    /// Whether the customer has said that this is all, and what is left is to settle and to send it.
    pub(super) fn is_finishing(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.value.finishing)
    }

    /// What the draft comes to as far as it is known.
    pub(super) fn total(&self) -> Option<Money> {
        let open = &self.open.as_ref()?.value;
        let totals = price::totals(self.menu, &open.draft, &open.getting).ok()?;
        Some(totals.total).filter(|_| !open.draft.is_empty())
    }

    /// The time here and now, where the shop is.
    pub(super) fn local_now(&self) -> Zoned {
        self.app.clock.now().to_zoned(self.menu.shop.time_zone.clone())
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
        if self.forgotten {
            return Ok(());
        }
        let priced = self.total();
        if let Some(open) = self.open.as_mut() {
            open.value.priced = priced;
        }
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

/// What the draft comes to, where that is no longer what was said; what was read back then no longer stands.
fn reprice(menu: &Menu, open: &mut OpenDraft) -> Option<Money> {
    let said = open.priced?;
    let now = price::totals(menu, &open.draft, &open.getting).ok()?.total;
    (now != said && !open.draft.is_empty()).then_some(())?;
    open.read_back = None;
    Some(now)
}
