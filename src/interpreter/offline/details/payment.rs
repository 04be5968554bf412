//! "I'll pay by card", "troco pra cinquenta": how it is paid, and with which change.

use std::ops::Range;

use super::marks::{Mark, Sign, When};
use super::numbers::Joining;
use super::said::Said;
use crate::interpreter::{Asked, Details, SaidChange, SaidMoney};
use crate::order::Method;

/// The smallest note that "I have a …" may mean, in minor units.
const LEAST_NOTE: u32 = 500;

/// The smallest note that "with …" may mean where nothing else speaks of money.
const LEAST_BARE: u32 = 2000;

/// Takes out what is said of paying.
pub(super) fn take(said: &mut Said<'_>, details: &mut Details, asked: Option<&Asked>) {
    if !said.shows(Sign::Paying) && asked != Some(&Asked::Change) {
        return;
    }
    let cash = change(said, details, asked);
    details.method = method(said, asked).or_else(|| cash.then_some(Method::Cash));
}

/// The way to pay; the last one that is named and not refused counts.
fn method(said: &mut Said<'_>, asked: Option<&Asked>) -> Option<Method> {
    let asked = asked == Some(&Asked::Payment);
    let named = |mark| match mark {
        Mark::Method(method) => Some(method),
        Mark::BareMethod(method) if asked => Some(method),
        _ => None,
    };
    let all = said.scan(named);
    let split = |word: &str| matches!(word, "or" | "ou" | "half" | "metade" | "meio");
    if all.len() > 1 && (0..said.len()).any(|at| split(said.word(at))) {
        // "Card or cash": neither of them.
        return None;
    }
    let mut method = None;
    for (range, name) in all {
        if said.is_asked(range.start) {
            continue;
        }
        let refused = is_refused(said, range.start);
        let lead = if refused { [Mark::Not] } else { [Mark::Pay] };
        let range = said.widened(range, &lead, &[Mark::AtTheDoor]);
        said.take(range);
        method = if refused { method } else { Some(name) };
    }
    method
}

/// "Not cash", "I don't have cash": a no right before a name, and no pause between them.
fn is_refused(said: &Said<'_>, at: usize) -> bool {
    said.runs_on(at) && said.before(at, &[Mark::Not]).is_some()
}

/// What is said of the change; whether words were among it that only cash is spoken of with.
fn change(said: &mut Said<'_>, details: &mut Details, asked: Option<&Asked>) -> bool {
    let asked = asked == Some(&Asked::Change);
    // "No, change the …" is no "no change".
    let unbroken = |range: &Range<usize>| (range.start + 1..range.end).all(|at| said.runs_on(at));
    if let Some(range) = said.all(Mark::Exact).into_iter().rfind(unbroken) {
        said.take(range);
        details.change = Some(SaidChange::Exact);
        return true;
    }
    if let Some((range, money)) = counted(said) {
        said.take(range);
        details.change = Some(SaidChange::For(money));
        return true;
    }
    if let Some(range) = said.all(Mark::NeedsChange).into_iter().next() {
        said.take(range);
        return true;
    }
    if asked {
        details.change = answer(said);
    }
    false
}

/// "Change for a hundred", "I've a fifty": the amount that the customer pays with.
fn counted(said: &Said<'_>) -> Option<(Range<usize>, SaidMoney)> {
    let led = said.places(|mark| matches!(mark, Mark::ChangeFor | Mark::Have));
    led.into_iter().find_map(|at| {
        let change = said.mark(at, Mark::ChangeFor).map(|length| (length, true));
        let (length, sure) = change.or_else(|| said.mark(at, Mark::Have).map(|length| (length, false)))?;
        let (end, money, marked) = note(said, at + length)?;
        // "With ten" may as well be ten of what goes on a dish.
        let bare = length == 1 && matches!(said.word(at), "with" | "com");
        let fits = sure && said.closes(end)
            || !sure
                && said.closes(end)
                && !said.is_asked(at)
                && (marked || is_note(said, at + length, money) && !(bare && money.0 < LEAST_BARE));
        fits.then(|| (said.widened(at..end, &[Mark::Pay], &[]), money))
    })
}

/// Notes, one with another ("a twenty and a ten"): where they end, their worth, and whether money was spoken of.
fn note(said: &Said<'_>, at: usize) -> Option<(usize, SaidMoney, bool)> {
    let (end, money, marked) = one_note(said, at)?;
    let joint = said.mark(end, Mark::And).filter(|_| said.runs_on(end));
    let other = joint.and_then(|joint| {
        let start = end + joint;
        let (end, money, _) = one_note(said, start)?;
        let round = is_note(said, start, money) || said.mark(start, Mark::Note).is_some();
        (round && said.closes(end)).then_some((end, money))
    });
    match other.filter(|_| marked || is_note(said, at, money)) {
        Some((end, more)) => Some((end, SaidMoney(money.0.saturating_add(more.0)), marked)),
        None => Some((end, money, marked)),
    }
}

/// "A fifty dollar bill", "uma nota de cem", "two twenties".
fn one_note(said: &Said<'_>, at: usize) -> Option<(usize, SaidMoney, bool)> {
    if !may_be_noted(said, at) {
        return None;
    }
    let count = said
        .cardinal(at, Joining::Amount)
        .filter(|count| (1..=20).contains(&count.value));
    if let Some(count) = &count
        && let Some((worth, length)) = notes(said, at + count.length)
    {
        return Some((
            at + count.length + length,
            SaidMoney(count.value * worth * 100),
            true,
        ));
    }
    // "Duas notas de cinquenta".
    let counted = count.and_then(|count| {
        let of = said.mark(at + count.length, Mark::Note)?;
        Some((count.value, count.length + of))
    });
    let of = said.mark(at, Mark::Note).map(|length| (1, length));
    let article = said
        .mark(at, Mark::One)
        .or_else(|| is_article(said.word(at)).then_some(1));
    let (times, before) = of.or(counted).unwrap_or((1, 0));
    let before = if before == 0 { article.unwrap_or(0) } else { before };
    if let Some((worth, length)) = notes(said, at + before) {
        return Some((at + before + length, SaidMoney(worth * 100), true));
    }
    let hundred = before > 0 && said.word(at + before) == "hundred";
    let start = if hundred { at } else { at + before };
    let amount = said.money(start)?;
    let mut end = start + amount.length;
    let bill = said.mark(end, Mark::Note);
    end += bill.unwrap_or(0);
    let money = SaidMoney(amount.money.0.saturating_mul(times));
    Some((
        end,
        money,
        amount.marked || bill.is_some() || of.is_some() || times > 1,
    ))
}

/// Whether notes may be said from a place on: with a number or a currency, or with what they are called.
fn may_be_noted(said: &Said<'_>, at: usize) -> bool {
    let called = |mark| matches!(mark, Mark::One | Mark::Note | Mark::Notes(_));
    let word = said.word(at);
    said.may_count(at) || word == "r" || is_article(word) || said.stands(at, called)
}

fn notes(said: &Said<'_>, at: usize) -> Option<(u32, usize)> {
    said.longest(at, |mark| {
        let Mark::Notes(worth) = mark else { return None };
        Some(worth)
    })
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "um" | "uma")
}

/// Whether an unmarked amount behind "I have" is one note: "a fifty", "cem".
fn is_note(said: &Said<'_>, at: usize, money: SaidMoney) -> bool {
    let round = [500, 1000, 2000, 5000, 10_000, 20_000].contains(&money.0) && money.0 >= LEAST_NOTE;
    let article = said.mark(at, Mark::One).is_some();
    round && (article || money.0 >= 5000 || said.language == crate::order::Language::PtBr && money.0 >= 1000)
}

/// A bare answer to "change for how much?".
fn answer(said: &mut Said<'_>) -> Option<SaidChange> {
    let mut found = None;
    let mut at = 0;
    while at < said.len() {
        match note(said, at) {
            Some((end, money, _)) if money.0 > 0 && said.closes(end) => {
                found = Some((at..end, money));
                at = end;
            }
            Some(_) | None => at += 1,
        }
    }
    if let Some((range, money)) = found {
        let around = Mark::When(When::Around);
        let leads = [Mark::Have, Mark::ChangeFor, Mark::Courtesy, around];
        let range = said.widened(range, &leads, &[]);
        said.take(range);
        return Some(SaidChange::For(money));
    }
    // "Zero": none is needed.
    let nothing =
        (0..said.len()).find_map(|at| said.cardinal(at, Joining::Amount).map(|number| (at, number)));
    if let Some((at, number)) =
        nothing.filter(|(at, number)| number.value == 0 && said.closes(at + number.length))
    {
        said.take(at..at + number.length);
        return Some(SaidChange::Exact);
    }
    let exact = said.all(Mark::BareExact);
    let beside = [
        Mark::Courtesy,
        Mark::And,
        Mark::Instead,
        Mark::Filler,
        Mark::BareExact,
    ];
    if !exact.is_empty() && said.only(&beside) {
        said.take(0..said.len());
        return Some(SaidChange::Exact);
    }
    None
}
