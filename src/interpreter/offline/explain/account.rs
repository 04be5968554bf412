//! From what the stages saw to what each stretch of words became: every word is accounted for once.

use std::ops::Range;

use super::super::Offline;
use super::super::atoms::{Atom, Name};
use super::super::lexicon::Role;
use super::super::names::Sense;
use super::super::tagging::Piece;
use super::super::text::{Token, tokens};
use super::trace::{Trace, Whole};
use crate::interpreter::{Became, Explanation, Part, Proposal, Transcript};

/// The account of a transcript.
pub(super) fn of(
    offline: &Offline,
    transcript: &Transcript,
    trace: &Trace,
    proposal: Proposal,
) -> Explanation {
    let text = &transcript.text;
    let account = Account { offline, trace };
    let mut parts: Vec<Part> = Vec::new();
    let raw = tokens(text);
    for token in &raw {
        account.take(token, &mut parts);
    }
    unread(text, &raw, &mut parts);
    reach_of_negations(&mut parts);
    Explanation {
        text: text.clone(),
        parts,
        proposal,
    }
}

/// What stands behind the last word that is read.
fn unread(text: &str, raw: &[Token], parts: &mut Vec<Part>) {
    let end = raw.last().map_or(0, |last| last.span.end);
    let rest = text.get(end..).unwrap_or_default();
    if let Some(begin) = rest.find(char::is_alphanumeric) {
        parts.push(Part {
            span: end + begin..text.trim_end().len(),
            taken_for: None,
            became: Became::Unread,
        });
    }
}

/// A negation holds for the options behind it that are not wanted, up to the next one.
fn reach_of_negations(parts: &mut [Part]) {
    for at in 0..parts.len() {
        if !parts.get(at).is_some_and(|part| is_negation(&part.became)) {
            continue;
        }
        let behind = parts.iter().enumerate().skip(at + 1);
        let reach: Vec<usize> = behind
            .take_while(|(_, part)| !is_negation(&part.became))
            .filter(|(_, part)| matches!(part.became, Became::Option { negated: true, .. }))
            .map(|(place, _)| place)
            .collect();
        if let Some(part) = parts.get_mut(at) {
            part.became = Became::Negation(reach);
        }
    }
}

fn is_negation(became: &Became) -> bool {
    matches!(became, Became::Negation(_))
}

struct Account<'a> {
    offline: &'a Offline,
    trace: &'a Trace,
}

impl Account<'_> {
    /// Adds a word to the parts: with others of its piece, of its whole, or by itself.
    fn take(&self, token: &Token, parts: &mut Vec<Part>) {
        if parts.last().is_some_and(|last| last.span.end >= token.span.end) {
            return;
        }
        let whole = self
            .trace
            .wholes
            .iter()
            .find(|(_, range)| range.start <= token.span.start && token.span.end <= range.end);
        if let Some((whole, range)) = whole {
            let became = match whole {
                Whole::Act => Became::Act,
                Whole::Answer => Became::Answer,
                Whole::Question => Became::Question,
                Whole::Detail => Became::Detail,
            };
            return parts.push(Part {
                span: token.span.start..range.end,
                taken_for: None,
                became,
            });
        }
        match self.piece_of(token) {
            Some((piece, span)) => parts.push(Part {
                taken_for: self.taken_for(piece),
                became: self.became(piece),
                span,
            }),
            None => self.dropped(token, parts),
        }
    }

    /// A word that was dropped before anything was made of the others: a number of people, or a filler.
    fn dropped(&self, token: &Token, parts: &mut Vec<Part>) {
        let counts = self.offline.phrases.number(&token.text).is_some();
        let became = if counts || self.said_twice(token) && parts.is_empty() {
            Became::Detail
        } else {
            Became::Filler
        };
        match parts.last_mut().filter(|last| {
            matches!(last.became, Became::Filler | Became::Detail) && !token.pause && became == Became::Filler
        }) {
            Some(last) => last.span.end = token.span.end,
            None => parts.push(Part {
                span: token.span.clone(),
                taken_for: None,
                became,
            }),
        }
    }

    /// Whether the same word was kept elsewhere.
    fn said_twice(&self, token: &Token) -> bool {
        self.trace.words.iter().any(|kept| kept.text == token.text)
    }

    /// The piece that a word of the transcript belongs to, with its place from there on.
    fn piece_of(&self, token: &Token) -> Option<(&Piece, Range<usize>)> {
        let words = &self.trace.words;
        let at = words.iter().position(|word| word.span == token.span)?;
        let pieces = &self.trace.pieces;
        let piece = pieces.iter().find(|piece| (piece.from..piece.to).contains(&at))?;
        let last = words.get(piece.to.checked_sub(1)?)?;
        Some((piece, token.span.start..last.span.end))
    }

    /// The words that a piece was taken for, where one of them was put right.
    fn taken_for(&self, piece: &Piece) -> Option<String> {
        let words = self.trace.words.get(piece.from..piece.to)?;
        let put_right = words.iter().any(|word| word.corrected);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        put_right.then(|| texts.join(" "))
    }

    fn became(&self, piece: &Piece) -> Became {
        let of_piece = |atom: &&Atom| (atom.from..atom.to).contains(&piece.from);
        let Some(said) = self.trace.said.iter().find(of_piece) else {
            return if piece.is_unknown() {
                Became::Unknown
            } else {
                Became::SmallTalk
            };
        };
        let bound = self.trace.bound.iter().find(|(atom, _)| of_piece(&atom));
        let Some(kept) = self.trace.kept.iter().find(of_piece) else {
            return self.taken_back(said);
        };
        if kept.unknown {
            return Became::Unknown;
        }
        match (&kept.name, kept.number, said.number) {
            (Some(name), ..) => match bound {
                Some((atom, sense)) => self.named(atom.name.as_ref().unwrap_or(name), *sense),
                None => self.named(name, None),
            },
            (None, Some(number), Some(said)) if number.value != said.value => Became::TakenBack,
            (None, Some(number), _) => Became::Number(number.value),
            (None, None, _) => mark(kept),
        }
    }

    /// What corrections did away with: the cue itself, what it corrected, or a number that went in another's place.
    fn taken_back(&self, said: &Atom) -> Became {
        if said.is_any(&[Role::No, Role::Change]) {
            return Became::Correction;
        }
        if said.name.is_none() && said.number.is_none() {
            return mark(said);
        }
        let moved = |number: u32| {
            let pairs = self.trace.said.iter().filter_map(|before| {
                let after = self.trace.kept.iter().find(|after| after.from == before.from)?;
                Some((before.number?.value, after.number?.value))
            });
            pairs
                .into_iter()
                .any(|(before, after)| before != after && after == number)
        };
        match said.number {
            Some(number) if moved(number.value) => Became::Number(number.value),
            _ => Became::TakenBack,
        }
    }

    /// What a name stands for, in its line where it is in one.
    fn named(&self, name: &Name, sense: Option<Sense>) -> Became {
        let vocabulary = &self.offline.vocabulary;
        let sense = match sense {
            Some(sense) if !(name.is_ambiguous() && matches!(sense, Sense::Item(_))) => Some(sense),
            _ if name.is_ambiguous() => None,
            _ => name.senses.first().copied(),
        };
        let item = |at: usize| vocabulary.items.get(at).map(|entry| entry.id.clone());
        let option = |at: usize| vocabulary.options.get(at).map(|entry| entry.id.clone());
        let became = match sense {
            Some(Sense::Item(at)) => item(at).map(Became::Item),
            Some(Sense::Option(at, count)) => option(at).map(|option| Became::Option {
                option,
                amount: name.amount,
                count: name.count.or(count),
                half: name.half,
                negated: name.negated,
            }),
            Some(Sense::Value(attribute, value)) => {
                vocabulary.attributes.get(attribute).and_then(|attribute| {
                    let (value, _) = attribute.values.get(value)?;
                    Some(Became::Value(attribute.id.clone(), value.clone()))
                })
            }
            Some(Sense::Category(_)) => Some(Became::Kind),
            None => Some(Became::Several {
                items: name.items().filter_map(item).collect(),
                options: name.options().filter_map(|(at, _)| option(at)).collect(),
            }),
        };
        became.unwrap_or(Became::Kind)
    }
}

/// What a mark of the lexicon does.
fn mark(atom: &Atom) -> Became {
    if let Some(amount) = atom.amount() {
        return Became::Amount(amount);
    }
    let any = |roles: &[Role]| atom.roles.contains_any(roles);
    if any(&[Role::Correction, Role::Meant]) {
        Became::Correction
    } else if any(&[Role::Negation, Role::No, Role::But]) {
        Became::Negation(Vec::new())
    } else if any(&[Role::Want, Role::Add, Role::Remove, Role::Change, Role::Replace]) {
        Became::Verb
    } else if any(&[Role::Half, Role::HalfAndHalf]) {
        Became::Half
    } else if points(atom) {
        Became::Reference
    } else if any(&[Role::Chat, Role::Filler, Role::Adjective, Role::Restate]) {
        Became::SmallTalk
    } else {
        Became::Joint
    }
}

/// Whether a mark points at what is there.
fn points(atom: &Atom) -> bool {
    atom.roles.iter().any(|role| {
        matches!(
            role,
            Role::That
                | Role::Same
                | Role::It
                | Role::Other
                | Role::Another
                | Role::Ordinal(_)
                | Role::Last
                | Role::All
                | Role::Both
                | Role::Everything
                | Role::OneOf
                | Role::Instead
                | Role::InsteadOf
                | Role::Double
        )
    })
}
