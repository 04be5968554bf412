//! "I'll take one", "add it", "two please", "tá, quero duas": what was just asked about or offered is ordered by pointing
//! at it, or by a bare number.

use super::super::lexicon::{Role, split};
use super::super::text::{Token, tokens};
use super::super::{Offline, repair};
use super::words::Words;
use crate::interpreter::{
    Act, Asked, Certainty, Edit, EditKind, Heard, Hint, OptionWish, Proposal, Spoken, Wish,
};
use crate::order::ItemId;

/// The channel's confidence below which nothing is certain.
const LEAST_CONFIDENCE: f32 = 0.5;
/// The most words with which something is taken.
const MOST_WORDS: usize = 12;

/// What is said of the thing that was spoken of.
#[derive(Debug, Default)]
struct Taking {
    number: Option<u32>,
    /// "It", "that".
    points: bool,
    /// "I'll have", "quero".
    wants: bool,
    /// "Add", "põe".
    adds: bool,
    /// "Make it".
    changes: bool,
}

/// The order that these words are for what was just spoken of; none where they say anything else.
pub(in crate::interpreter::offline) fn taken(offline: &Offline, heard: &Heard<'_>) -> Option<Proposal> {
    let spoken = heard.spoken?;
    let item = spoken.item.clone()?;
    let transcript = heard.transcripts.first()?;
    if matches!(heard.hint, Some(Hint::Remove))
        || matches!(heard.asked, Some(Asked::HowMany | Asked::Choice(_)))
    {
        return None;
    }
    let mut words = tokens(&transcript.text);
    repair::drop_fillers_and_repeats(offline, &mut words);
    // "Keep it" and the like answer what was asked.
    let answers = offline.acts.recognise_raw(&words, heard.asked);
    if answers.is_some_and(|answer| answer.act != Act::Yes || heard.asked == Some(&Asked::YesNo)) {
        return None;
    }
    let closing = offline.acts.closing(&words).filter(|at| *at > 0);
    words.truncate(closing.unwrap_or(words.len()));
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let taking = taking(offline, &words)?;
    if !is_meant(&taking, spoken, heard) {
        return None;
    }
    let sure = transcript
        .confidence
        .is_none_or(|confidence| confidence >= LEAST_CONFIDENCE);
    let act = if closing.is_some() { Act::Done } else { Act::Edit };
    let certainty = if sure {
        Certainty::Certain
    } else {
        Certainty::Unsure
    };
    Some(Proposal {
        edits: vec![Edit {
            kind: EditKind::Add(wish(spoken, item, taking.number)),
            cites: transcript.text.trim().to_owned(),
        }],
        ..Proposal::of(act, certainty)
    })
}

fn wish(spoken: &Spoken, item: ItemId, quantity: Option<u32>) -> Wish {
    let option = |option: &crate::order::OptionId| OptionWish {
        option: option.clone(),
        amount: None,
        count: None,
        half: None,
    };
    Wish {
        items: vec![item],
        quantity,
        attributes: spoken.attributes.clone(),
        add: spoken.options.iter().map(option).collect(),
        remove: Vec::new(),
    }
}

/// Whether so little said means the thing: a number by itself only where no other number was asked for.
fn is_meant(taking: &Taking, spoken: &Spoken, heard: &Heard<'_>) -> bool {
    let asked_aside = !matches!(
        heard.asked,
        None | Some(Asked::AnythingElse | Asked::YesNo | Asked::OneOf { .. })
    );
    let asks_verb = taking.wants || taking.adds || heard.hint == Some(Hint::Add);
    if taking.changes {
        // "Make it two", where it was offered: of what is ordered it says something else.
        return spoken.offered && taking.number.is_some();
    }
    let says = taking.number.is_some() || taking.points || taking.adds;
    says && (asks_verb || taking.points || !asked_aside)
}

/// What the words say, phrase by phrase; none where one of them does something else.
fn taking(offline: &Offline, words: &[Token]) -> Option<Taking> {
    let reader = Words {
        offline,
        tokens: words,
        many: 1,
        item: None,
    };
    let mut taking = Taking::default();
    let mut at = 0;
    while at < words.len() {
        let (length, roles) = reader.phrase_at(at)?;
        let phrase = reader.joined(at, length)?;
        let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
        let number = roles.iter().find_map(|role| match role {
            Role::Number(number) => Some(*number),
            Role::Article if offline.lexicon.article_counts => Some(1),
            _ => None,
        });
        if let Some(number) = number.filter(|number| *number > 0) {
            // "That one" is one word for it.
            let noun = taking.points && number == 1 && taking.number.is_none();
            if !noun && taking.number.replace(number).is_some() {
                return None;
            }
        } else if has(&[
            Role::Another,
            Role::Remove,
            Role::Replace,
            Role::Negation,
            Role::No,
        ]) {
            return None;
        } else if has(&[Role::It, Role::That]) {
            taking.points = true;
        } else if has(&[Role::Add]) || split(offline.lexicon.placing).any(|other| other == phrase) {
            taking.adds = true;
        } else if has(&[Role::Want]) {
            taking.wants = true;
        } else if has(&[Role::Change]) {
            taking.changes = true;
        } else if !offline.acts.is_courtesy(&phrase)
            && !offline.acts.agrees(&phrase)
            && !has(&[Role::Chat, Role::Only, Role::The, Role::And, Role::Of])
        {
            return None;
        }
        at += length;
    }
    Some(taking)
}
