//! The tiers: what the offline grammar reads with certainty is taken at once; anything less goes to Claude, once and in
//! time; and what Claude does not answer in time, or answers with nothing that counts, is the offline reading again, asked
//! about where that is unsure.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use super::service::Service;
use crate::interpreter::claude::{Asking, Judging, Suggestion};
use crate::interpreter::{
    Act, Asked, Certainty, Compiled, Doubted, Explanation, Heard, Interpreter, Offline, OfflineInterpreter,
    Proposal, Reader, Suggesting,
};
use crate::order::{Draft, ItemId, Language, Menu};

/// How long choosing a suggestion may take: nobody waits for it.
const SUGGEST_WITHIN: Duration = Duration::from_millis(4_500);

/// When Claude is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// Where the offline reading is not certain.
    Unsure,
    /// About everything that is said about food.
    Always,
}

/// An interpreter that asks Claude.
#[derive(Debug)]
pub struct Tiered {
    menu: Arc<Menu>,
    offline: OfflineInterpreter,
    service: Arc<Service>,
    tier: Tier,
}

impl Tiered {
    /// The interpreter of a menu.
    pub fn new(menu: &Arc<Menu>, service: Arc<Service>, tier: Tier) -> Self {
        Self {
            offline: OfflineInterpreter::new(menu),
            menu: Arc::clone(menu),
            service,
            tier,
        }
    }

    /// Whether these words are for Claude at all.
    fn is_for_claude(&self, heard: &Heard<'_>, own: &Proposal) -> bool {
        let said = heard
            .transcripts
            .iter()
            .any(|transcript| !transcript.text.trim().is_empty());
        let unsure = own.certainty != Certainty::Certain;
        // A yes and a no are code's alone, and the grammar knows where somebody lives better than anybody.
        let own_business = matches!(own.act, Act::Yes | Act::No) && !unsure;
        // Which of two numbers was meant nobody knows but the customer.
        let asks_which = own.numbers.len() > 1;
        said && !own_business
            && !asks_which
            && !is_private(heard.asked, own)
            && (unsure || self.tier == Tier::Always)
    }

    fn read_by(&self, tier: &'static str) {
        tracing::info!(tier, "turn.read");
        // Whoever measures the turn finds it at the invocation.
        tracing::Span::current().record("tier", tier);
        self.service.tally().tier(tier);
    }

    async fn ask(
        &self,
        language: Language,
        offline: &Offline,
        heard: &Heard<'_>,
        own: &Proposal,
    ) -> Option<Proposal> {
        let within = heard.within.unwrap_or(SUGGEST_WITHIN);
        let asking = Asking {
            menu: &self.menu,
            language,
            offline,
        };
        let input = self.service.ask(&asking.request(heard), within).await?;
        let judging = Judging {
            menu: &self.menu,
            language,
            offline,
            heard,
            own,
        };
        let judged = judging.judge(&input);
        for refused in &judged.refused {
            tracing::info!(refused = refused.name(), "model.refused");
            self.service.tally().refused(refused.name());
        }
        let empty = judged.is_empty();
        let (edits, doubted) = (judged.proposal.edits.len(), judged.proposal.doubted.edits.len());
        self.service.tally().edits(edits, doubted);
        tracing::info!(
            edits,
            doubted,
            refused = judged.refused.len(),
            empty,
            "model.judged"
        );
        (!empty).then_some(Proposal {
            by: Reader::Claude,
            ..judged.proposal
        })
    }
}

#[async_trait]
impl Interpreter for Tiered {
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal {
        let own = self.offline.interpret(language, heard).await;
        let Some(offline) = self.offline.grammar(language) else {
            return own;
        };
        if !self.is_for_claude(&heard, &own) {
            self.read_by("offline");
            return own;
        }
        match self.ask(language, offline, &heard, &own).await {
            Some(proposal) => {
                self.read_by("claude");
                proposal
            }
            None => {
                self.read_by("fallback");
                asked_about(own)
            }
        }
    }

    async fn suggest(&self, language: Language, draft: &Draft, candidates: &[ItemId]) -> Option<Suggesting> {
        let suggestion = Suggestion {
            menu: &self.menu,
            language,
            offline: self.offline.grammar(language)?,
            draft,
            candidates,
        };
        let input = self.service.ask(&suggestion.request(), SUGGEST_WITHIN).await?;
        let chosen = suggestion.judge(&input);
        match &chosen {
            Ok(_) => self.service.tally().suggestion("suggested"),
            Err(why) => {
                tracing::info!(refused = why.name(), "model.suggestion.refused");
                self.service.tally().suggestion(why.name());
            }
        }
        chosen.ok()
    }

    fn looks_back(&self) -> bool {
        true
    }

    fn explain(&self, language: Language, heard: &Heard<'_>) -> Option<Explanation> {
        self.offline.explain(language, heard)
    }

    fn adopt(&self, compiled: Compiled) {
        self.offline.adopt(compiled);
    }

    fn prepare(&self, language: Language) {
        self.offline.prepare(language);
    }
}

/// Whether words were asked for, or are there, that say where somebody lives, who they are or how to call them.
fn is_private(asked: Option<&Asked>, own: &Proposal) -> bool {
    let details = &own.details;
    let said = !details.address.is_empty() || details.name.is_some() || details.phone.is_some();
    said || asked.is_some_and(Asked::is_private)
}

/// A reading with its edits as a question where it is unsure of them, and nothing else is asked about it already.
fn asked_about(mut own: Proposal) -> Proposal {
    let settled = own.numbers.len() < 2 && own.unclear.is_empty();
    if own.certainty == Certainty::Unsure && settled && !own.edits.is_empty() {
        own.doubted = Doubted {
            edits: std::mem::take(&mut own.edits),
            ..Doubted::default()
        };
    }
    own
}
