//! Questions that go on about something else without saying again what they ask: "and the large four cheese?" behind a
//! price, and "and drinks?", which names nothing but a kind of thing and asks for all of it.

use super::super::lexicon::Role;
use super::super::text::{Token, stem};
use super::super::{Offline, tagging};
use super::naming;
use super::settling::{kind_called_alike, without_asides};
use crate::interpreter::{About, Act, Asked, Certainty, Heard, Proposal, QuestionKind, Spoken};

/// The most words of a question that goes on.
const MOST_WORDS: usize = 12;
/// The longest phrase by which a question goes on.
const LONGEST_LEAD: usize = 3;

/// The question that these words go on with; none where they are anything else.
///
/// `words` are those of the first transcript, without fillers.
pub(super) fn read(offline: &Offline, heard: &Heard<'_>, words: &[Token]) -> Option<Proposal> {
    let transcript = heard.transcripts.first()?;
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let text = transcript.text.as_str();
    let (kind, about) =
        whole_kind(offline, heard, text, words).or_else(|| on_about(offline, heard, text, words))?;
    Some(Proposal {
        about,
        ..Proposal::of(Act::Ask(kind), Certainty::Certain)
    })
}

/// "Drinks?", "and desserts?", "e as bebidas?": the plural name of a kind, with neither number nor verb.
fn whole_kind(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    words: &[Token],
) -> Option<(QuestionKind, About)> {
    // Where one of a kind is asked for, its name is an answer like any other.
    if matches!(heard.asked, Some(Asked::Note | Asked::Complaint)) {
        return None;
    }
    let (start, _) = lead(offline, words);
    let mut named = words.get(start..)?;
    // "And for dessert?" needs no plural.
    let for_it = start > 0
        && named
            .first()
            .is_some_and(|first| has_role(offline, first, &[Role::For]));
    if for_it {
        named = named.get(1..)?;
    }
    while let [first, rest @ ..] = named
        && has_role(offline, first, &[Role::The, Role::Of, Role::On])
    {
        named = rest;
    }
    while let [rest @ .., last] = named
        && offline.acts.is_courtesy(&last.text)
    {
        named = rest;
    }
    let last = named.last()?;
    let plural = last.text.ends_with('s') && *stem(&last.text, offline.language) != *last.text;
    if !(plural || for_it) || named.len() > LONGEST_LEAD {
        return None;
    }
    let mut about = naming::about(offline, heard, text, named);
    if let Some((_, category)) = kind_called_alike(offline, &about) {
        about.items.clear();
        about.category = Some(category);
    }
    let kinds = usize::from(about.category.is_some())
        + usize::from(about.group.is_some())
        + usize::from(about.attribute.is_some());
    let only = kinds == 1
        && About {
            category: None,
            group: None,
            attribute: None,
            ..about.clone()
        } == About::default();
    // Every word belongs to the name.
    if only && offline.topics.is_kind(named) {
        return Some((QuestionKind::Choices, about));
    }
    things_asked(offline, text, named, about)
}

/// "Coffees?": several of a thing, without a number and asked for with the voice, are asked about.
fn things_asked(
    offline: &Offline,
    text: &str,
    named: &[Token],
    about: About,
) -> Option<(QuestionKind, About)> {
    let pieces = tagging::pieces(offline, named);
    let [piece] = pieces.as_slice() else { return None };
    let asked = text.trim_end().ends_with('?') && naming::names(offline, piece) && piece.to == named.len();
    let about = without_asides(About {
        items: naming::named_so(offline, named, &about),
        options: Vec::new(),
        ..about
    });
    (asked && !about.items.is_empty()).then_some((QuestionKind::Choices, about))
}

/// "What about the large?", "e a quatro queijos grande?": the question before, about something else.
fn on_about(
    offline: &Offline,
    heard: &Heard<'_>,
    text: &str,
    words: &[Token],
) -> Option<(QuestionKind, About)> {
    // Where a carrier cut its words away, "and the large" is no other than "I'll take the large".
    let spoken = heard.spoken.filter(|_| heard.hint.is_none())?;
    let kind = spoken.question?;
    let (start, goes_on) = lead(offline, words);
    let rest = words.get(start..)?;
    let first = rest.first()?;
    // "And the large" goes on with the question; "and a large" orders one, unless it is asked.
    let definite = has_role(offline, first, &[Role::The]) && !has_role(offline, first, &[Role::Number(1)]);
    let asks = goes_on || start > 0 && (definite || text.trim_end().ends_with('?'));
    if !asks || orders(offline, rest) {
        return None;
    }
    let mut about = without_allergens(kind, naming::about(offline, heard, text, rest));
    if !about.off_menu.is_empty() && about.items.is_empty() && about.options.is_empty() {
        return Some((kind, about));
    }
    let says = !about.items.is_empty()
        || !about.options.is_empty()
        || !about.attributes.is_empty()
        || !about.allergens.is_empty();
    if !says || !about.off_menu.is_empty() {
        return None;
    }
    complete(&mut about, spoken);
    Some((kind, about))
}

/// Only a question about allergens goes on with allergens.
fn without_allergens(kind: QuestionKind, about: About) -> About {
    match kind {
        QuestionKind::Allergens => {
            let allergens = about.allergens.clone();
            let mut about = without_asides(about);
            if about.items.is_empty() && about.options.is_empty() {
                about.allergens = allergens;
                about.off_menu.clear();
            }
            about
        }
        _ => without_asides(about),
    }
}

/// What is not said again is as it was.
fn complete(about: &mut About, spoken: &Spoken) {
    if about.items.is_empty() && about.options.is_empty() {
        about.items.extend(spoken.item.clone());
        about.options.clone_from(&spoken.options);
    }
    if about.allergens.is_empty() {
        about.allergens.clone_from(&spoken.allergens);
    }
}

/// Where the words begin that lead up to nothing, and whether those before them say that a question goes on.
fn lead(offline: &Offline, words: &[Token]) -> (usize, bool) {
    let mut at = 0;
    let mut goes_on = false;
    while let Some(word) = words.get(at) {
        let phrases = &offline.surroundings.going_on;
        let going_on = phrases.longest_at(words, at, 1..=LONGEST_LEAD, |_| Some(()));
        let joint = !word.accented && has_role(offline, word, &[Role::And]);
        let courtesy = offline.acts.is_courtesy(&word.text);
        match going_on {
            Some((length, ())) => {
                goes_on = true;
                at += length;
            }
            None if joint || courtesy => at += 1,
            None => break,
        }
    }
    (at, goes_on)
}

/// Whether words ask for something, or say how many.
fn orders(offline: &Offline, words: &[Token]) -> bool {
    tagging::pieces(offline, words)
        .iter()
        .filter(|piece| piece.senses.is_empty())
        .any(|piece| {
            piece.roles.iter().any(|role| {
                matches!(
                    role,
                    Role::Want
                        | Role::Add
                        | Role::Remove
                        | Role::Change
                        | Role::Replace
                        | Role::Negation
                        | Role::Another
                        | Role::Instead
                        | Role::InsteadOf
                ) || matches!(role, Role::Number(number) if *number > 1)
            })
        })
}

fn has_role(offline: &Offline, token: &Token, wanted: &[Role]) -> bool {
    let roles = offline.phrases.roles(&token.text).unwrap_or_default();
    roles.iter().any(|role| wanted.contains(role))
}
