//! The end of a turn: everything that has changed is written at once, and what follows from it is started.
//!
//! What is started comes after the writing, so none of it may hold up the answer: each is cut, and made up for elsewhere.

use serde_json::json;

use super::{Scene, name_in_log};
use crate::app::Machine;
use crate::app::records::{
    AnsweredTurn, Customer, OpenDraft, Versioned, place, put_customer, put_link, put_open, put_turn,
};
use crate::conversation::{Consent, Listen, Reply, Speech, TurnError, budget, changing};
use crate::order::OrderId;
use crate::workflow::sweep;

impl Scene<'_> {
    /// Writes what has changed in one transaction, then starts what follows from it.
    pub(in crate::conversation) async fn save(mut self, reply: &Reply) -> Result<(), TurnError> {
        if self.forgotten || self.leaves_nothing(reply) {
            return Ok(());
        }
        let priced = self.total();
        if let Some(open) = self.open.as_mut() {
            open.value.priced = priced;
            name_in_log(&open.value.id);
        }
        self.customer.value.last_said = reply.speech.text();
        self.customer.value.last_heard = Some(self.hearer());
        self.customer.value.last_turn = self.delivery.take().map(|delivery| AnsweredTurn {
            delivery,
            reprompt: reply.reprompt.as_ref().map(Speech::text),
            listen: reply.listen.name().to_owned(),
            asks_consent: reply.consent == Some(Consent::Address),
            asks_account: reply.consent == Some(Consent::Account),
        });
        self.customer.value.asked_at = Some(self.app.clock.now());
        self.customer.value.current = self.open.as_ref().map(|open| open.value.id.clone());
        let shop = self.app.shop();
        let mut writes = Vec::new();
        let (mut placed, mut replaced) = (None, None);
        if let Some((order, hash)) = self.placing.take() {
            let version = self.open.as_ref().map_or(0, |open| open.version);
            placed = Some(order.agreement.order.clone());
            self.customer.value.current = None;
            writes.push(place(shop, order, version, &hash)?);
            if let Some((old, cancels)) = self.replacing.take() {
                replaced = Some(old);
                writes.extend(cancels);
            }
        } else if let Some(open) = self.changed() {
            writes.push(put_open(shop, open)?);
        }
        let first_item =
            placed.is_none() && self.before.as_ref().is_none_or(|before| before.draft.is_empty());
        if let Some(through) = self.links.take() {
            let account = (&self.id, &mut self.customer.value);
            writes.push(put_link(self.app, account, &through)?);
        }
        writes.push(put_customer(shop, &self.id, &self.customer)?);
        if let Some(noted) = self.noted.take() {
            let id = self.app.ids.next().to_string();
            writes.push(put_turn(shop, &self.id, &id, noted)?);
        }
        self.app.store.write(writes).await?;
        if let Some(old) = replaced {
            self.settle(&old).await;
        }
        match placed {
            Some(order) => {
                tracing::info!(
                    channel = self.channel.name(),
                    order = order.as_str(),
                    "order.placed"
                );
                self.start(&order).await;
            }
            None if first_item => self.recommend().await,
            None => {}
        }
        Ok(())
    }

    /// Whether a talk ends here in which somebody of whom nothing is kept has begun nothing: they may just have had it deleted,
    /// and said goodbye.
    fn leaves_nothing(&self, reply: &Reply) -> bool {
        let begun = Customer {
            recent: Vec::new(),
            ..self.customer.value.clone()
        };
        let ends = reply.listen == Listen::Close && self.open.is_none() && self.placing.is_none();
        ends && self.customer.version == 0 && begun == Customer::default()
    }

    fn changed(&mut self) -> Option<&Versioned<OpenDraft>> {
        let before = self.before.as_ref();
        let open = self.open.as_mut().filter(|open| Some(&open.value) != before)?;
        // A new price is nothing that the customer did.
        let of_customer = |open: &OpenDraft| OpenDraft {
            priced: None,
            read_back: None,
            ..open.clone()
        };
        if before.map(of_customer) != Some(of_customer(&open.value)) {
            open.value.touched_at = self.app.clock.now();
        }
        open.value.language = self.phrases.language;
        Some(open)
    }

    /// An order in whose place another came ends by its own machine in any case.
    async fn settle(&self, old: &OrderId) {
        match tokio::time::timeout(budget::START, changing::settle(self.app, old)).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                tracing::warn!(order = old.as_str(), %error, "order.replaced.left_to_its_machine");
            }
            Err(_) => tracing::warn!(order = old.as_str(), "order.replaced.late"),
        }
    }

    /// An order that cannot be started now is started by the sweep.
    async fn start(&self, order: &OrderId) {
        match tokio::time::timeout(budget::START, sweep::start(self.app, order)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(order = order.as_str(), %error, "order.start.left_to_sweep"),
            Err(_) => tracing::warn!(order = order.as_str(), "order.start.late"),
        }
    }

    /// Nobody waits for a suggestion, and nobody misses one.
    async fn recommend(&self) {
        let Some(open) = self.open.as_ref().filter(|open| !open.value.draft.is_empty()) else {
            return;
        };
        let id = &open.value.id;
        let input = json!({ "order": id });
        let start = self.app.workflows.start(Machine::Recommend, id.as_str(), input);
        match tokio::time::timeout(budget::START, start).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::info!(order = id.as_str(), %error, "recommend.not_started"),
            Err(_) => tracing::info!(order = id.as_str(), "recommend.late"),
        }
    }
}
