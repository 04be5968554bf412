//! Reads a turn: one transcript after the other until one is certain, act first, then edits.

use super::atoms::{Atom, Name, atoms};
use super::edits::{Outcome, propose};
use super::explain::{Trace, Watch};
use super::heard_words::HeardWords;
use super::lexicon::{Role, split};
use super::names::Fit;
use super::questions::asks_for_it;
use super::tagging::Piece;
use super::text::{MOST_WORDS, Token, tokens};
use super::{
    Offline, answering, corrections, halves, judging, narrowing, off_menu, phrasing, questions, repair,
    rewording, spelling, tagging,
};
use crate::interpreter::{
    About, Act, Asked, Certainty, Details, Doubt, Doubted, Doubts, Edit, Heard, Proposal, Unclear,
};

/// The most transcripts that are looked at.
pub(super) const MOST_TRANSCRIPTS: usize = 5;
/// Below this confidence of the channel nothing is certain.
pub(super) const LEAST_CONFIDENCE: f32 = 0.5;
/// The most words that are reported as off the menu, where nothing else was understood.
const MOST_ALONE: usize = 3;

/// The words in which a question shows, at the most.
const OPENING: usize = 12;

/// Reads a turn.
pub(super) fn read(offline: &Offline, heard: &Heard<'_>) -> Proposal {
    read_watched(offline, heard, None)
}

/// The same, with what the words of the transcript became that was chosen.
pub(super) fn read_watched(offline: &Offline, heard: &Heard<'_>, watch: Watch<'_>) -> Proposal {
    read_known(offline, heard, None, watch)
}

/// The same, where the first transcript's words may be known.
pub(super) fn read_known(
    offline: &Offline,
    heard: &Heard<'_>,
    mut first: Option<HeardWords>,
    mut watch: Watch<'_>,
) -> Proposal {
    let mut best: Option<Proposal> = None;
    for transcript in heard.transcripts.iter().take(MOST_TRANSCRIPTS) {
        let mut seen = watch.as_ref().map(|_| Trace::default());
        let known = first.take();
        let words = known.unwrap_or_else(|| HeardWords::of(offline, heard.asked, tokens(&transcript.text)));
        let mut proposal = read_text(offline, heard, &transcript.text, words, seen.as_mut());
        if transcript
            .confidence
            .is_some_and(|confidence| confidence < LEAST_CONFIDENCE)
        {
            proposal.certainty = Certainty::Unsure;
            proposal.doubts.add(Doubt::Hearing);
        }
        if proposal.certainty == Certainty::Certain {
            chosen(&mut watch, seen);
            return proposal;
        }
        if best
            .as_ref()
            .is_none_or(|best| best.act == Act::Nothing && proposal.act != Act::Nothing)
        {
            best = Some(proposal);
            chosen(&mut watch, seen);
        }
    }
    best.unwrap_or_else(|| Proposal::of(Act::Nothing, Certainty::Unsure))
}

fn chosen(watch: &mut Watch<'_>, seen: Option<Trace>) {
    if let (Some(watch), Some(seen)) = (watch.as_deref_mut(), seen) {
        *watch = seen;
    }
}

fn read_text(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    words: HeardWords,
    mut watch: Watch<'_>,
) -> Proposal {
    let cut = words.raw.len() >= MOST_WORDS && is_cut(text, &words.raw);
    let mut proposal = match answered(offline, heard, text, &words.cleaned) {
        Some(Answered {
            edits,
            tokens,
            sure,
            rest,
        }) => {
            if let Some(trace) = watch.as_deref_mut() {
                trace.answer(&tokens);
            }
            with_answer(edits, sure, read_rest(offline, heard, text, rest, watch))
        }
        None => read_words(offline, heard, text, words, watch),
    };
    if cut {
        proposal.certainty = Certainty::Unsure;
        proposal.doubts.add(Doubt::Unread);
    }
    proposal
}

/// Whether something is said behind the last word that is read.
fn is_cut(text: &str, words: &[Token]) -> bool {
    let end = words.last().map_or(0, |last| last.span.end);
    text.get(end..)
        .unwrap_or_default()
        .contains(char::is_alphanumeric)
}

/// An answer to "which one?", and what is left behind it.
struct Answered {
    edits: Vec<Edit>,
    /// Its words.
    tokens: Vec<Token>,
    /// Whether its words were heard as they are written.
    sure: bool,
    rest: Vec<Token>,
}

/// The answer with which words begin, where a choice was asked for.
fn answered(offline: &Offline, heard: &Heard<'_>, text: &str, words: &[Token]) -> Option<Answered> {
    if !matches!(heard.asked, Some(Asked::Choice(_) | Asked::OneOf { .. })) || heard.hint.is_some() {
        return None;
    }
    let mut words = words.to_vec();
    spelling::correct(offline, offline.language, &mut words);
    let answer = answering::answer(offline, heard, &words)?;
    let said = words.get(answer.tokens.clone()).unwrap_or_default();
    Some(Answered {
        tokens: said.to_vec(),
        sure: said.iter().all(|word| !word.corrected),
        edits: answer
            .kinds
            .into_iter()
            .map(|kind| Edit {
                cites: cite(text, &words, answer.tokens.start, answer.tokens.end),
                kind,
            })
            .collect(),
        rest: words.get(answer.rest..).unwrap_or_default().to_vec(),
    })
}

fn read_rest(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    rest: Vec<Token>,
    watch: Watch<'_>,
) -> Proposal {
    if rest.is_empty() {
        return Proposal::of(Act::Edit, Certainty::Certain);
    }
    let rest = HeardWords::of(offline, heard.asked, rest);
    let rest = read_words(offline, heard, text, rest, watch);
    match rest.act {
        Act::Nothing => Proposal {
            act: Act::Edit,
            ..rest
        },
        _ => rest,
    }
}

fn with_answer(edits: Vec<Edit>, sure: bool, mut proposal: Proposal) -> Proposal {
    proposal.edits.splice(0..0, edits);
    if !sure {
        proposal.certainty = Certainty::Unsure;
        proposal.doubts.add(Doubt::Respelt);
    }
    proposal
}

fn read_words(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    words: HeardWords,
    mut watch: Watch<'_>,
) -> Proposal {
    let HeardWords {
        cleaned: mut words,
        act: raw,
        ..
    } = words;
    repair::drop_headcounts(offline, &mut words);
    if let Some(ordered) = questions::ordered::as_order(offline, &words) {
        words = ordered.words;
    }
    let names_food =
        |from: usize, to: usize| words.get(from..to).is_some_and(|words| has_names(offline, words));
    let hinted = heard.hint.is_some();
    let act = raw
        .or_else(|| offline.acts.recognise(&words, heard.asked, &names_food))
        .filter(|act| !(hinted && matches!(act.act, Act::Yes | Act::No)));
    if let Some(act) = act.as_ref().filter(|act| act.whole) {
        if let Some(trace) = watch.as_deref_mut() {
            trace.act(&words);
        }
        return Proposal::of(act.act, Certainty::Certain);
    }
    let asks = offline.acts.asks(&words) && !starts_order(offline, &words) && !asks_for_it(&words);
    if asks || asks_of_food(offline, &words) {
        if let Some(trace) = watch.as_deref_mut() {
            trace.question(&words);
        }
        let mut proposal = Proposal::of(Act::Nothing, Certainty::Unsure);
        proposal.doubts.add(Doubt::Question);
        return proposal;
    }
    let end = act.as_ref().map_or(words.len(), |act| act.ends_at);
    if let Some(trace) = watch.as_deref_mut() {
        trace.act(words.get(end..).unwrap_or_default());
    }
    words.truncate(end);
    let mut proposal = read_order(offline, heard, text, &mut words, watch);
    if act.is_some() {
        proposal.act = Act::Done;
    }
    proposal
}

/// Whether words that begin like a question are a request all the same ("tem como …", "what about …").
fn starts_order(offline: &Offline, words: &[Token]) -> bool {
    let begin = words.get(..words.len().min(OPENING)).unwrap_or_default();
    let first = tagging::pieces(offline, begin).into_iter().next();
    first.is_some_and(|piece| piece.to > 1 && piece.roles.contains(&Role::Want))
}

/// "A marguerita tem cebola?": something on the menu, and a verb that asks what is in it.
fn asks_of_food(offline: &Offline, words: &[Token]) -> bool {
    let begin = words.get(..words.len().min(OPENING)).unwrap_or_default();
    if !offline.acts.may_ask_of() {
        return false;
    }
    let pieces = tagging::pieces(offline, begin);
    let the = pieces
        .first()
        .is_some_and(|piece| piece.roles.contains(&Role::The));
    let named = pieces.get(1).filter(|piece| the && !piece.senses.is_empty());
    named.is_some_and(|piece| offline.acts.asks_of(words, piece.to))
}

pub(super) fn has_names(offline: &Offline, words: &[Token]) -> bool {
    tagging::pieces(offline, words)
        .iter()
        .any(|piece| !piece.senses.is_empty() && piece.fit <= Fit::Form && piece.roles.is_empty())
}

fn read_order(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    words: &mut Vec<Token>,
    mut watch: Watch<'_>,
) -> Proposal {
    spelling::repair(offline, words);
    let abandoned = repair::drop_abandoned(offline, words);
    let cut_off = repair::drop_cut_off_names(offline, words);
    let mut pieces = tagging::pieces(offline, words);
    let restates = restates(&pieces);
    let mut doubts = Doubts::default();
    doubts.add_if(abandoned || cut_off, Doubt::Parting);
    doubts.add_if(judging::tells_apart(offline, words, &pieces), Doubt::OffMenu);
    let puts_right = judging::puts_right_or_leaves_off(offline, words, &pieces);
    doubts.add_if(puts_right, Doubt::Parting);
    if let Some(trace) = watch.as_deref_mut() {
        trace.parted(words, &pieces);
    }
    if let Some(vague) = judging::said_closer(offline, words, &pieces) {
        doubts.add(Doubt::Parting);
        pieces.drain(vague);
    }
    let mut said = atoms(offline, words, pieces);
    rewording::part_one_from_half(offline, words, &mut said);
    if let Some(trace) = watch.as_deref_mut() {
        trace.said(&said);
    }
    doubts.add_if(judging::sizes_together(&said), Doubt::Parting);
    corrections::apply_corrections(offline, &mut said);
    phrasing::join_strange_names(&mut said);
    phrasing::drop_compounds(offline, &mut said);
    narrowing::narrow(offline, heard, words, &mut said);
    halves::named::settle(offline, heard.draft, words, &mut said);
    if let Some(trace) = watch.as_deref_mut() {
        trace.kept(&said);
    }
    doubts.add_if(words.iter().any(|word| word.corrected), Doubt::Respelt);
    said.iter().for_each(|atom| doubts.join(doubts_of(atom)));
    let off_menu = off_menu::found(offline, text, words, &said);
    let ordering = said.iter().any(|atom| {
        atom.number.is_some()
            || atom.is_any(&[
                Role::Want,
                Role::Add,
                Role::With,
                Role::Change,
                Role::Remove,
                Role::Replace,
            ])
    });
    // A question without a verb that asks for something may be no order.
    let asks = text.trim_end().ends_with('?')
        && !said
            .iter()
            .any(|atom| atom.is_any(&[Role::Want, Role::Add, Role::Change, Role::Remove, Role::Replace]));
    doubts.add_if(asks, Doubt::Question);
    let outcome = propose(offline, said, heard, restates, watch);
    finish(offline, text, words, outcome, off_menu, doubts, ordering)
}

/// How the first words go on from what was ordered before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Restates {
    /// Not at all.
    #[default]
    Nothing,
    /// They say again how something should be: "it's three", "no, two cokes".
    Told,
    /// They put right what was just said: "I meant a veggie".
    Meant,
}

/// How the words before the first name or number go on from what was ordered.
fn restates(pieces: &[Piece]) -> Restates {
    let number = |role: &Role| matches!(role, Role::Number(_) | Role::Article);
    let roles: Vec<&Role> = pieces
        .iter()
        .take_while(|piece| piece.senses.is_empty() && !piece.roles.iter().any(number))
        .flat_map(|piece| &piece.roles)
        .collect();
    if roles.contains(&&Role::Meant) {
        Restates::Meant
    } else if roles
        .iter()
        .any(|role| matches!(role, Role::Restate | Role::Correction | Role::No))
    {
        Restates::Told
    } else {
        Restates::Nothing
    }
}

fn finish(
    offline: &Offline,
    text: &str,
    words: &[Token],
    outcome: Outcome,
    off_menu: Vec<String>,
    mut doubts: Doubts,
    ordering: bool,
) -> Proposal {
    let unclear: Vec<Unclear> = outcome
        .ambiguous
        .iter()
        .map(|(name, tokens)| unclear(offline, name, cite(text, words, tokens.start, tokens.end)))
        .collect();
    let edits: Vec<Edit> = outcome
        .edits
        .into_iter()
        .map(|edit| Edit {
            cites: cite(text, words, edit.tokens.start, edit.tokens.end),
            kind: edit.kind,
        })
        .collect();
    let meant = !edits.is_empty() || !unclear.is_empty() || ordering;
    let off_menu = if meant || off_menu.len() <= 1 && said_alone(offline, words) {
        off_menu
    } else {
        Vec::new()
    };
    let act = if edits.is_empty() && unclear.is_empty() && off_menu.is_empty() {
        Act::Nothing
    } else {
        Act::Edit
    };
    doubts.add_if(!outcome.clear && outcome.doubts.is_empty(), Doubt::Target);
    doubts.join(outcome.doubts);
    doubts.add_if(!unclear.is_empty(), Doubt::Several);
    doubts.add_if(!off_menu.is_empty(), Doubt::OffMenu);
    doubts.add_if(act != Act::Edit, Doubt::Nothing);
    Proposal {
        act,
        edits,
        details: Details::default(),
        about: About::default(),
        also: Vec::new(),
        numbers: Vec::new(),
        off_menu,
        unclear,
        doubted: Doubted::default(),
        say: None,
        certainty: if doubts.is_empty() {
            Certainty::Certain
        } else {
            Certainty::Unsure
        },
        doubts,
        by: Default::default(),
    }
}

/// Whether words are so few, politeness aside, that what they name must be wished for.
fn said_alone(offline: &Offline, words: &[Token]) -> bool {
    let polite = |word: &Token| {
        let mut all = split(offline.lexicon.courtesies).flat_map(str::split_ascii_whitespace);
        all.any(|polite| polite == word.text)
    };
    words.len() <= MOST_ALONE || words.iter().filter(|word| !polite(word)).count() <= MOST_ALONE
}

/// What is doubtful about an atom: it is unknown, its words are but a part of a name, or it means several things.
fn doubts_of(atom: &Atom) -> Doubts {
    let mut doubts = Doubts::default();
    doubts.add_if(atom.unknown, Doubt::Unknown);
    if let Some(name) = &atom.name {
        let kinds = name.options().count().max(name.items().count());
        doubts.add_if(name.fit > Fit::Loose, Doubt::Part);
        doubts.add_if(kinds > 1, Doubt::Several);
    }
    doubts
}

fn unclear(offline: &Offline, name: &Name, words: String) -> Unclear {
    Unclear {
        words,
        items: name
            .items()
            .filter_map(|item| offline.vocabulary.items.get(item))
            .map(|entry| entry.id.clone())
            .collect(),
        options: name
            .options()
            .filter_map(|(option, _)| offline.vocabulary.options.get(option))
            .map(|entry| entry.id.clone())
            .collect(),
    }
}

/// The transcript's words from token `from` to before token `to`, verbatim.
pub(super) fn cite(text: &str, words: &[Token], from: usize, to: usize) -> String {
    // Words that were put in another order stand where they were said.
    let cited = words.get(from..to.max(from + 1)).unwrap_or_default();
    let start = cited.iter().map(|word| word.span.start).min().unwrap_or_default();
    let end = cited.iter().map(|word| word.span.end).max().unwrap_or(start);
    text.get(start..end).unwrap_or_default().to_owned()
}
