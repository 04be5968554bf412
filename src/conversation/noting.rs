//! The journal of turns, where the shop has opted in: what was said, without what is private in it, and what was made of it.
//!
//! A turn is noted in the transaction that ends it: one more item that has no condition, so that it can neither be there
//! without its turn nor make one fail, and costs no second round trip. What is private is left out before anything is
//! written: addresses, names, numbers, payment, complaints; rather too much than too little.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::scene::{Pending, Scene};
use super::{Channel, Turn, Wanted};
use crate::app::records::{NotedTurn, TurnOutcome};
use crate::interpreter::{Act, Asked, Certainty, Details, Proposal, Reader};

/// The most characters of an utterance that are kept, and the most words that were not known.
const MOST_CHARS: usize = 300;
const MOST_UNKNOWN: usize = 8;
/// Stands for what was left out.
const GAP: &str = "…";
/// So many digits in one word are no number of dishes, and so many in a whole utterance are no order.
const DIGITS_OF_A_WORD: usize = 3;
const DIGITS_IN_ALL: usize = 6;
/// So many numbers one after the other are a telephone, a card or a postal code.
const NUMBERS_IN_A_ROW: usize = 4;

/// How words were read.
#[derive(Debug, Clone)]
pub(super) struct ReadAs {
    words: Option<String>,
    private: bool,
    by: Reader,
    act: &'static str,
    outcome: TurnOutcome,
    unknown: Vec<String>,
}

impl ReadAs {
    /// Words that hold a card's number, of which nothing is kept.
    pub(super) fn card() -> Self {
        Self {
            words: None,
            private: true,
            by: Reader::Grammar,
            act: "card",
            outcome: TurnOutcome::Understood,
            unknown: Vec::new(),
        }
    }

    /// Words as they were read, with the question that was open.
    pub(super) fn of(words: &str, asked: Option<&Asked>, proposal: &Proposal) -> Self {
        let private = is_private(words, asked, proposal);
        let cited = || {
            let cites = proposal.edits.iter().map(|edit| edit.cites.as_str());
            cites
                .filter(|cited| !names_private(cited))
                .collect::<Vec<_>>()
                .join(" … ")
        };
        let kept = match private {
            false => words.to_owned(),
            true if is_complaint(asked, proposal) => String::new(),
            true => cited(),
        };
        let left_over = || {
            let unclear = proposal.unclear.iter().map(|unclear| &unclear.words);
            let off = proposal.off_menu.iter().chain(&proposal.about.off_menu);
            unclear
                .chain(off)
                .map(|words| without_numbers(words))
                .collect::<Vec<_>>()
        };
        let mut unknown = if private { Vec::new() } else { left_over() };
        unknown.truncate(MOST_UNKNOWN);
        let kept = without_numbers(&kept);
        Self {
            words: Some(kept).filter(|kept| kept.contains(char::is_alphanumeric)),
            private,
            by: proposal.by,
            act: act_name(proposal.act),
            outcome: outcome(proposal),
            unknown,
        }
    }
}

fn outcome(proposal: &Proposal) -> TurnOutcome {
    let open = !proposal.off_menu.is_empty() || !proposal.unclear.is_empty() || !proposal.doubted.is_empty();
    if proposal.act == Act::Nothing && proposal.details.is_empty() {
        TurnOutcome::Missed
    } else if open || proposal.certainty != Certainty::Certain {
        TurnOutcome::Partly
    } else {
        TurnOutcome::Understood
    }
}

fn is_complaint(asked: Option<&Asked>, proposal: &Proposal) -> bool {
    matches!(asked, Some(Asked::Complaint | Asked::Note)) || matches!(proposal.act, Act::Complain(_))
}

/// Whether words speak of what is nobody else's to know.
fn is_private(words: &str, asked: Option<&Asked>, proposal: &Proposal) -> bool {
    let asked_for = asked.is_some_and(|asked| asked.is_private() || *asked == Asked::Payment);
    let Details {
        fulfilment: _,
        time: _,
        if_missing: _,
        address,
        which_address,
        method,
        change,
        tip,
        name,
        phone,
        note,
        allergies,
        remember,
    } = &proposal.details;
    let said = !address.is_empty()
        || which_address.is_some()
        || method.is_some()
        || change.is_some()
        || tip.is_some()
        || name.is_some()
        || phone.is_some()
        || note.is_some()
        || !allergies.is_empty()
        || remember.is_some();
    asked_for || said || is_complaint(asked, proposal) || names_private(words)
}

/// Words beside which somebody says where they live, who they are or how they are reached or pay; also where the reading
/// made nothing of it.
const PRIVATE_WORDS: &[&str] = &[
    "street",
    "avenue",
    "road",
    "lane",
    "drive",
    "boulevard",
    "apartment",
    "zip",
    "postal",
    "address",
    "name",
    "phone",
    "cell",
    "email",
    "card",
    "pin",
    "password",
    "i'm",
    "rua",
    "avenida",
    "travessa",
    "alameda",
    "praça",
    "rodovia",
    "apartamento",
    "apto",
    "cep",
    "endereço",
    "nome",
    "chamo",
    "chama",
    "telefone",
    "celular",
    "cartão",
    "senha",
    "cpf",
    "moro",
];

fn names_private(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut parts = lower.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    lower.contains('@') || parts.any(|word| PRIVATE_WORDS.contains(&word))
}

/// Numbers as people say them, digit by digit or in tens.
const NUMBER_WORDS: &[&str] = &[
    "zero",
    "oh",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "double",
    "um",
    "uma",
    "dois",
    "duas",
    "três",
    "quatro",
    "cinco",
    "seis",
    "meia",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "quatorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
    "vinte",
    "trinta",
    "quarenta",
    "cinquenta",
    "sessenta",
    "setenta",
    "oitenta",
    "noventa",
    "cem",
];

/// The words without what may be somebody's number, of whatever kind.
fn without_numbers(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).count();
    let many = words.iter().map(|word| digits(word)).sum::<usize>() >= DIGITS_IN_ALL;
    let is_number = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        digits(word) > 0 || NUMBER_WORDS.contains(&bare.as_str())
    };
    let mut hidden = vec![false; words.len()];
    let mut run: Vec<usize> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let joins = matches!(*word, "e" | "and") && !run.is_empty();
        if is_number(word) {
            run.push(place);
        } else if !joins {
            run.clear();
        }
        if run.len() >= NUMBERS_IN_A_ROW {
            for place in &run {
                if let Some(hidden) = hidden.get_mut(*place) {
                    *hidden = true;
                }
            }
        }
        let is_long = digits(word) >= DIGITS_OF_A_WORD || (many && digits(word) > 0);
        if let Some(hidden) = hidden.get_mut(place).filter(|_| is_long) {
            *hidden = true;
        }
    }
    joined(words.iter().zip(hidden))
}

fn joined<'w>(words: impl Iterator<Item = (&'w &'w str, bool)>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for (word, hidden) in words {
        match hidden {
            true if kept.last() == Some(&GAP) => {}
            true => kept.push(GAP),
            false => kept.push(word),
        }
    }
    kept.join(" ").chars().take(MOST_CHARS).collect()
}

/// The words without those that are known of the customer: their name, their street.
fn without_known(words: &str, known: &[String]) -> String {
    let is_known = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        known.contains(&bare)
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    let hidden: Vec<bool> = words.iter().map(|word| is_known(word)).collect();
    joined(words.iter().zip(hidden))
}

/// Words of what is kept of the customer and stands on the draft: their name, street, complement and landmark.
fn known(scene: &Scene<'_>) -> Vec<String> {
    let mut texts: Vec<&str> = Vec::new();
    let kept = &scene.customer.value.kept;
    texts.extend(kept.contact.name.as_deref());
    if let Some(address) = &kept.address {
        texts.push(&address.street);
        texts.extend(address.complement.as_deref());
        texts.extend(address.landmark.as_deref());
    }
    if let Some(getting) = scene.getting() {
        texts.extend(getting.contact.name.as_deref());
        let address = &getting.address;
        let parts = [&address.street, &address.complement, &address.landmark];
        texts.extend(parts.into_iter().filter_map(Option::as_deref));
        texts.extend(getting.notes.iter().map(String::as_str));
    }
    let words = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    // Short ones are words of every day: "da", "of".
    let words = words.filter(|word| word.chars().count() >= 3);
    words.map(str::to_lowercase).collect()
}

/// The turn as it is kept, at its end; none where the shop keeps none. `asked` is the question that was open before it.
pub(super) fn turn(scene: &Scene<'_>, turn: &Turn, asked: Option<&Pending>) -> Option<NotedTurn> {
    if scene.menu.shop.keep.turns == 0 {
        return None;
    }
    let read = scene.read_as.clone();
    let known = known(scene);
    let blanked = |words: String| without_known(&words, &known);
    let (words, hint, wish) = match &turn.wanted {
        Wanted::Said { hint, .. } => (read.as_ref().and_then(|read| read.words.clone()), *hint, None),
        other => (None, None, Some(wish(other))),
    };
    let heard_nothing = matches!(turn.wanted, Wanted::NotUnderstood | Wanted::Silence);
    Some(NotedTurn {
        talk: talk(turn),
        at: scene.app.clock.now(),
        language: scene.phrases.language,
        channel: channel(turn.channel).to_owned(),
        opens: turn.new_session,
        words: words.map(blanked),
        hint: hint.map(Into::into),
        wish: wish.map(str::to_owned),
        private: read.as_ref().is_some_and(|read| read.private),
        asked: asked.and_then(kind),
        by: read.as_ref().map_or(Reader::Channel, |read| read.by),
        act: read.as_ref().map(|read| read.act.to_owned()),
        outcome: match &read {
            Some(read) => read.outcome,
            None if heard_nothing => TurnOutcome::Missed,
            None => TurnOutcome::Understood,
        },
        unknown: read.map(|read| read.unknown).unwrap_or_default(),
        asks: scene.customer.value.pending.as_ref().and_then(kind),
        lines: scene.draft().map_or(0, |draft| draft.lines.len()),
        placed: scene.is_placing(),
    })
}

/// The name of a talk: the same for all turns of a customer's session, and nothing by which anybody is known.
fn talk(turn: &Turn) -> String {
    let session = turn.session.as_deref().unwrap_or_default();
    let hash = Sha256::digest(format!("{}\n{session}", turn.customer));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A question by its kind, as it is written in the store.
fn kind(question: &Pending) -> Option<String> {
    match serde_json::to_value(question).ok()?.get("kind")? {
        Value::String(kind) => Some(kind.clone()),
        _ => None,
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Alexa => "alexa",
        Channel::Lex => "lex",
        Channel::Phone => "phone",
        Channel::Terminal => "terminal",
    }
}

/// A wish that came without words, by its name. Of keys that were pressed only that there were some is kept.
fn wish(wanted: &Wanted) -> &'static str {
    match wanted {
        Wanted::Launch => "launch",
        Wanted::Said { .. } => "words",
        Wanted::Yes => "yes",
        Wanted::No => "no",
        Wanted::Done => "done",
        Wanted::Status => "status",
        Wanted::Cancel => "cancel",
        Wanted::StartOver => "start_over",
        Wanted::Review => "review",
        Wanted::Menu => "menu",
        Wanted::Usual => "usual",
        Wanted::Complain => "complain",
        Wanted::Person => "person",
        Wanted::Slower => "slower",
        Wanted::HoldOn => "hold_on",
        Wanted::Forget => "forget",
        Wanted::Keyed(_) => "keys",
        Wanted::ConsentChanged => "consent",
        Wanted::Help => "help",
        Wanted::Repeat => "repeat",
        Wanted::Stop => "stop",
        Wanted::NotUnderstood => "noise",
        Wanted::Silence => "silence",
    }
}

fn act_name(act: Act) -> &'static str {
    match act {
        Act::Edit => "edit",
        Act::Yes => "yes",
        Act::No => "no",
        Act::Done => "done",
        Act::Status => "status",
        Act::Cancel => "cancel",
        Act::StartOver => "start_over",
        Act::Review => "review",
        Act::Menu => "menu",
        Act::Ask(_) => "ask",
        Act::Usual => "usual",
        Act::Complain(_) => "complain",
        Act::Person => "person",
        Act::Slower => "slower",
        Act::HoldOn => "hold_on",
        Act::Forget => "forget",
        Act::Thanks => "thanks",
        Act::Continue => "continue",
        Act::Help => "help",
        Act::Repeat => "repeat",
        Act::Stop => "stop",
        Act::Greet => "greet",
        Act::Nothing => "nothing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_somebodys_are_left_out_and_those_of_dishes_are_not() {
        let check = |words: &str, expected: &str| assert_eq!(without_numbers(words), expected);
        check(
            "two large pepperoni and 3 cokes",
            "two large pepperoni and 3 cokes",
        );
        check(
            "uma meia calabresa meia mussarela",
            "uma meia calabresa meia mussarela",
        );
        check("a 2 liter coke", "a 2 liter coke");
        check("call 98765-4321", "call …");
        check("11 98765 4321 please", "… please");
        check("9 8 7 6 5 4 3 2 1", "…");
        check("nine eight seven six five four three two one", "…");
        check("nove oito sete meia cinco, quatro três dois um", "…");
        check(
            "vinte e três pastéis e duas cocas",
            "vinte e três pastéis e duas cocas",
        );
        check("twenty one forty two and a soup", "… and a soup");
        check("4111111111111111", "…");
        check("a coke at 05410-002 now", "a coke at … now");
    }

    #[test]
    fn what_is_private_is_known_by_its_words_where_nothing_was_read() {
        for private in [
            "my name is Ana Lima",
            "moro na esquina",
            "Rua das Flores",
            "send it to ana@example.com",
            "I'm Ana",
            "o nome é Ana",
            "it's on Maple Street",
        ] {
            let nothing = Proposal::of(Act::Nothing, Certainty::Unsure);
            let read = ReadAs::of(private, None, &nothing);
            assert!(read.private && read.words.is_none(), "{private}: {read:?}");
        }
        let nothing = Proposal::of(Act::Nothing, Certainty::Unsure);
        let read = ReadAs::of("do you have a bobo thing", None, &nothing);
        assert_eq!(read.words.as_deref(), Some("do you have a bobo thing"));
        assert_eq!(read.outcome, TurnOutcome::Missed);
        for asked in [
            Asked::Street,
            Asked::Name,
            Asked::Phone,
            Asked::Payment,
            Asked::Complaint,
            Asked::Note,
        ] {
            let read = ReadAs::of("whatever", Some(&asked), &nothing);
            assert!(read.private && read.words.is_none(), "{asked:?}");
        }
    }
}
