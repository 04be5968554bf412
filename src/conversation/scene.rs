//! The scene of a turn: who speaks, their draft, what was asked last; loaded before the turn and saved after it.

use jiff::Zoned;
use tokio::time::Instant;

use super::hearing::Memo;
use super::noting::ReadAs;
use super::renewal::{Renewed, is_moot, renew};
use super::{
    Caller, Channel, Consent, Linking, Listen, Reply, Speech, Turn, TurnError, budget, choosing, linking,
};
use crate::app::records::{Customer, Heard, Held, Kept, NotedTurn, OpenDraft, Versioned, load_order};
use crate::app::store::Write;
use crate::app::{App, Offer, ProfileAccess};
use crate::interpreter::{Interpreter, Spoken};
use crate::order::{
    AgreementHash, CustomerId, Draft, Fulfilment, Getting, LineId, Menu, Money, Order, OrderId, PersonId,
    Phone, price,
};
use crate::phrases::{Phrases, phrases};

pub(super) use crate::app::records::Pending;

mod saving;

/// Everything that a turn reads and may change.
pub(super) struct Scene<'a> {
    pub(super) app: &'a App,
    /// What is sold, the same from the beginning of the turn to its end.
    pub(super) menu: &'a Menu,
    pub(super) interpreter: &'a dyn Interpreter,
    /// How the words were read in an earlier try.
    pub(super) memo: &'a Memo,
    /// When the answer must be there.
    pub(super) deadline: Instant,
    pub(super) phrases: &'static Phrases,
    pub(super) id: CustomerId,
    /// Whether that is an account with the shop.
    pub(super) linking: Linking,
    pub(super) person: Option<PersonId>,
    /// Whether it is known who speaks.
    pub(super) voice_known: bool,
    pub(super) channel: Channel,
    pub(super) session: Option<String>,
    pub(super) profile: Option<ProfileAccess>,
    /// The telephone call, where the line vouches for it.
    pub(super) caller: Option<Box<Caller>>,
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
    /// Whether this turn has noted anew what is spoken of.
    pub(super) spoke: bool,
    /// Whether another turn has ended since this one came: what is asked now was not when a yes or a no was said.
    pub(super) overtaken: bool,
    /// Whether everything that is kept of the customer has been deleted in this turn.
    pub(super) forgotten: bool,
    /// How the words of this turn were read, for the journal.
    pub(super) read_as: Option<ReadAs>,
    /// The turn as the journal keeps it; none where the shop keeps none.
    pub(super) noted: Option<NotedTurn>,
    /// The draft as it was loaded.
    before: Option<OpenDraft>,
    /// Under which id the channel delivers the turn.
    delivery: Option<String>,
    /// The channel's own account that is to be noted as linked.
    links: Option<CustomerId>,
    /// The order to be placed with this turn, and the hash that the customer agreed to.
    placing: Option<(Order, AgreementHash)>,
    /// The order whose place that one takes, and the writes that cancel it.
    replacing: Option<(OrderId, Vec<Write>)>,
}

impl<'a> Scene<'a> {
    /// Loads the scene of a turn.
    pub(super) async fn load(
        app: &'a App,
        offer: &'a Offer,
        turn: &Turn,
        memo: &'a Memo,
        deadline: Instant,
    ) -> Result<Scene<'a>, TurnError> {
        let menu: &Menu = &offer.menu;
        let (customer, links) = linking::customer(app, turn, memo).await?;
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
        if let Some(open) = &open {
            name_in_log(&open.value.id);
        }
        let before = open.as_ref().map(|open| open.value.clone());
        let mut open = open;
        let Renewed { gone, repriced } = open
            .as_mut()
            .map(|open| renew(menu, &mut open.value))
            .unwrap_or_default();
        let phrases = phrases(menu.shop.language(turn.language));
        let id = turn.customer.clone();
        let mut scene = Self {
            app,
            menu,
            interpreter: offer.interpreter.as_ref(),
            memo,
            deadline,
            phrases,
            id,
            linking: turn.linking.clone(),
            person: turn.person.clone(),
            voice_known: turn.voice_known,
            channel: turn.channel,
            session: turn.session.clone(),
            profile: turn.profile.clone(),
            caller: turn.caller.clone(),
            customer,
            open,
            answered: false,
            gone,
            repriced,
            consent: None,
            spoke: false,
            overtaken: false,
            forgotten: false,
            read_as: None,
            noted: None,
            before,
            delivery: turn.delivery.clone(),
            links,
            placing: None,
            replacing: None,
        };
        if scene.is_forgotten(turn) {
            scene.customer.value.pending = None;
            scene.customer.value.misses = 0;
            scene.customer.value.last_heard = None;
            scene.customer.value.spoken = None;
            scene.customer.value.recent.clear();
        }
        if turn.new_session {
            scene.customer.value.slow = false;
        }
        Ok(scene)
    }

    /// The answer to a turn that was answered before and is delivered again.
    pub(super) fn answered_before(&self, turn: &Turn) -> Option<Reply> {
        let customer = &self.customer.value;
        let delivery = turn.delivery.as_ref()?;
        let last = customer
            .last_turn
            .as_ref()
            .filter(|last| last.delivery == *delivery)?;
        let ago = self.app.clock.now().duration_since(customer.asked_at?);
        (ago <= budget::DELIVERED_AGAIN).then(|| Reply {
            speech: Speech::of(customer.last_said.as_str()).slowly(customer.slow),
            reprompt: last.reprompt.as_deref().map(Speech::of),
            listen: Listen::named(&last.listen),
            screen: None,
            consent: match (last.asks_consent, last.asks_account) {
                (true, _) => Some(Consent::Address),
                (false, true) => Some(Consent::Account),
                (false, false) => None,
            },
        })
    }

    /// Whether the question asked last no longer waits: it was asked in another session, too long ago, or about what is
    /// gone or has been placed. A yes that comes so late must not place anything.
    fn is_forgotten(&self, turn: &Turn) -> bool {
        let customer = &self.customer.value;
        let asked = customer
            .asked_at
            .map(|asked| self.app.clock.now().duration_since(asked));
        let draft = self.open.as_ref().map(|open| &open.value.draft);
        // Another call: the voice may be another's.
        let in_another_call = turn.caller.is_some()
            && customer
                .last_heard
                .as_ref()
                .is_none_or(|heard| heard.session != turn.session);
        // What cannot be undone is answered where it was asked.
        let asked_elsewhere = customer
            .last_heard
            .as_ref()
            .is_some_and(|heard| heard.session != turn.session)
            && matches!(
                customer.pending,
                Some(Pending::Forget | Pending::CancelOrder { .. } | Pending::StartOver)
            );
        turn.new_session
            || in_another_call
            || asked_elsewhere
            || asked.is_none_or(|ago| ago > budget::QUESTION_STANDS)
            || customer
                .pending
                .as_ref()
                .is_some_and(|question| is_moot(self.menu, draft, question))
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
        let calling = self.caller.as_ref().and_then(|caller| caller.phone.as_ref());
        let open = self.open.get_or_insert_with(|| {
            Versioned::new(OpenDraft {
                id: OrderId::new(app.ids.next().to_string()),
                customer: customer.clone(),
                language,
                draft: Draft::default(),
                getting: getting_from(menu, kept, calling),
                read_back: None,
                read_back_in: None,
                suggested: false,
                finishing: false,
                where_asked: false,
                profile_asked: false,
                spelled_in: None,
                replaces: None,
                priced: None,
                touched_at: app.clock.now(),
            })
        });
        open.value.read_back = None;
        &mut open.value
    }

    /// Leaves of the open draft nothing but its id: whatever was settled for it was for another day.
    pub(super) fn begin_anew(&mut self) {
        let calling = self.caller.as_ref().and_then(|caller| caller.phone.as_ref());
        let getting = getting_from(self.menu, &self.customer.value.kept, calling);
        let now = self.app.clock.now();
        let open = self.open_mut();
        open.getting = getting;
        open.suggested = false;
        open.finishing = false;
        open.where_asked = false;
        open.touched_at = now;
    }

    /// Whether the customer has said that this is all, and what is left is to settle and to send it.
    pub(super) fn is_finishing(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.value.finishing)
    }

    /// Whether the draft is as it was read back.
    pub(super) fn is_read_back(&self) -> bool {
        self.open
            .as_ref()
            .is_some_and(|open| open.value.read_back.is_some())
    }

    /// What the draft comes to as far as it is known.
    pub(super) fn total(&self) -> Option<Money> {
        let open = &self.open.as_ref()?.value;
        let totals = price::totals(self.menu, &open.draft, &open.getting).ok()?;
        Some(totals.total).filter(|_| !open.draft.is_empty())
    }

    /// The same, where nothing is left to be chosen that could still cost something.
    pub(super) fn settled_total(&self) -> Option<Money> {
        self.total().filter(|_| choosing::first_missing(self).is_none())
    }

    /// The time here and now, where the shop is.
    pub(super) fn local_now(&self) -> Zoned {
        self.app.clock.now().to_zoned(self.menu.shop.time_zone.clone())
    }

    /// Who is spoken to.
    fn hearer(&self) -> Heard {
        Heard {
            session: self.session.clone(),
            language: self.phrases.language,
            voice_known: self.voice_known,
            person: self.person.clone(),
        }
    }

    /// What was said last, where whoever speaks now has heard it in this session and language, or could have.
    pub(super) fn last_said(&self) -> Option<&str> {
        let customer = &self.customer.value;
        let heard = customer.last_heard.as_ref()?;
        let now = self.hearer();
        let here = heard.session == now.session && heard.language == now.language;
        let for_these_ears = !heard.voice_known || *heard == now;
        (here && for_these_ears && !customer.last_said.is_empty()).then_some(customer.last_said.as_str())
    }

    /// Whether the draft's address may be read out: to a voice that is known; to any other only what was spelled out
    /// in this session.
    pub(super) fn may_read_address(&self) -> bool {
        let spelled_here = |open: &Versioned<OpenDraft>| {
            !open.value.getting.usual_address && open.value.spelled_in == self.session
        };
        self.voice_known || self.open.as_ref().is_some_and(spelled_here)
    }

    /// Notes the line that "it" means from now on.
    pub(super) fn speak_of(&mut self, line: Option<LineId>) {
        self.customer.value.last_line = line;
    }

    /// Notes what a question was about: "one" and "that one" mean it in the next turn.
    pub(super) fn speak_about(&mut self, spoken: Spoken) {
        self.customer.value.spoken = Some(spoken);
        self.spoke = true;
    }

    /// What the next words may mean by "one" and "that one": what is offered, else what was just asked about.
    pub(super) fn spoken(&self) -> Option<Spoken> {
        let customer = &self.customer.value;
        let offered = match &customer.pending {
            Some(Pending::Suggested { item } | Pending::Instead { item } | Pending::StillWant { item }) => {
                Some(item)
            }
            Some(Pending::OneOf { items, options }) if options.is_empty() && items.len() == 1 => {
                items.first()
            }
            Some(_) | None => None,
        };
        let Some(offered) = offered else {
            return customer.spoken.clone();
        };
        let asked = customer.spoken.clone().unwrap_or_default();
        let same = asked.item.as_ref() == Some(offered);
        Some(Spoken {
            item: Some(offered.clone()),
            options: if same { asked.options } else { Vec::new() },
            attributes: if same {
                asked.attributes
            } else {
                Default::default()
            },
            offered: true,
            question: asked.question,
            allergens: asked.allergens,
        })
    }

    /// Whether the draft is placed with this turn.
    pub(super) fn is_placing(&self) -> bool {
        self.placing.is_some()
    }

    /// Places the draft with this turn.
    pub(super) fn place(&mut self, order: Order, hash: AgreementHash) {
        self.placing = Some((order, hash));
    }

    /// Cancels with this turn an order whose place the one takes that is placed with it.
    pub(super) fn replace(&mut self, old: OrderId, writes: Vec<Write>) {
        self.replacing = Some((old, writes));
    }
}

/// Lets everything that is logged of this turn say which order it is about, where its span has room for it.
fn name_in_log(order: &OrderId) {
    tracing::Span::current().record("order", order.as_str());
}

/// What a draft begins with besides its lines. Whoever calls can be called on the number that they call from.
fn getting_from(menu: &Menu, kept: &Kept, calling: Option<&Phone>) -> Getting {
    let mut contact = kept.contact.clone();
    contact.phone = contact.phone.or_else(|| calling.cloned());
    Getting {
        fulfilment: Fulfilment::only(&menu.shop),
        contact,
        if_missing: kept.if_missing,
        allergies: kept.allergies.clone(),
        ..Getting::default()
    }
}
