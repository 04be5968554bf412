//! An interpreter's own wording in place of code's: only where every edit was carried out and no question is open but
//! "anything else?", and only with every fact filled in from here.

use super::Reply;
use super::edits::Done;
use super::scene::{Pending, Scene};
use crate::interpreter::{Proposal, SayFills};
use crate::order::{Draft, LineId};
use crate::phrases::money;

/// What could be said in place of code's sentences.
#[derive(Debug, Default)]
pub(super) struct Worded {
    sentence: Option<String>,
    /// How many of code's sentences it would stand for.
    instead_of: usize,
}

impl Worded {
    /// The interpreter's sentence, if it says all that was done; `said` are code's own sentences for that.
    pub(super) fn of(scene: &Scene<'_>, proposal: &Proposal, done: &Done, said: &[String]) -> Self {
        let settled = done.refused.is_empty() && proposal.doubted.is_empty() && proposal.numbers.len() < 2;
        let say = proposal.say.as_ref().filter(|_| settled);
        let sentence = say.and_then(|say| say.filled(&fills(scene, done, said)));
        if say.is_some() && sentence.is_none() {
            tracing::info!(refused = "say_unfilled", "wording.refused");
        }
        Self {
            sentence,
            instead_of: said.len(),
        }
    }

    /// The reply, in this wording where that may be.
    pub(super) fn spoken(self, scene: &Scene<'_>, reply: Reply) -> Reply {
        let no_question = scene.customer.value.pending == Some(Pending::AnythingElse);
        match self.sentence {
            Some(sentence) if no_question => Reply {
                speech: reply.speech.beginning_with(sentence, self.instead_of),
                ..reply
            },
            _ => reply,
        }
    }
}

fn fills(scene: &Scene<'_>, done: &Done, said: &[String]) -> SayFills {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let none = Draft::default();
    let draft = scene.draft().unwrap_or(&none);
    let line = |id: &LineId| draft.line(*id).map(|line| phrases.line(menu, line));
    let mut ids: Vec<LineId> = Vec::new();
    let added = done.added.iter().map(|added| added.line);
    let replaced = done.replaced.iter().map(|(_, new)| *new);
    for id in added.chain(done.changed.iter().copied()).chain(replaced) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let lines: Vec<String> = ids.iter().filter_map(line).collect();
    let old = done.replaced.iter().map(|(old, _)| old);
    let gone: Vec<String> = old
        .chain(&done.removed)
        .map(|line| phrases.the_line(menu, line))
        .collect();
    // The total is said where code would say it.
    let total = scene
        .settled_total()
        .map(|total| money::spoken(total, phrases.language));
    let total = total.filter(|total| said.iter().any(|sentence| sentence.contains(total.as_str())));
    SayFills {
        lines: phrases.and(&lines),
        gone: phrases.and(&gone),
        total: total.unwrap_or_default(),
    }
}
