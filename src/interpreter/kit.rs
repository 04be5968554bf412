//! Runs the offline interpreter over lines of JSON: an utterance in, the order it asks for out.
//!
//! The menu's format and the lines' are those of the order cases that `comanda interpret` is measured with:
//! a menu file holds `lexicon`, `attributes`, `option_groups`, `options`, `categories` and `items`. Only
//! additions to an empty order are written out; there is no dialogue here. Beside each order stands how it was read:
//! whether that is certain, which words were used, which could not be, and whether another reading is close.

mod menu_file;

use std::io::{BufRead, Write};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub use self::menu_file::vocabulary;
use super::vocabulary::{ItemEntry, Vocabulary};
use super::{
    Certainty, Doubt, EditKind, Explanation, Heard, Offline, OptionWish, Part, Proposal, Transcript, Wish,
};
use crate::order::{Amount, Draft, Half};

/// The longest line that is read, in bytes.
const LONGEST_LINE: usize = 1 << 20;

#[derive(Debug, Deserialize)]
struct Case {
    id: Value,
    utterance: String,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: Value,
    order: Value,
    /// Whether every content word is accounted for and nothing else comes near.
    certain: bool,
    /// Whether another reading is close.
    close: bool,
    /// Why it is not certain.
    doubts: Vec<&'static str>,
    /// The words that say something of the order and were used for it.
    used: Vec<String>,
    /// The words that nothing could be made of.
    unknown: Vec<String>,
}

/// Interprets every line of `reader` (`{"id", "menu", "utterance"}`) and writes `{"id", "order": {"lines": […]}}`
/// for each, flushed at once. A line that is no case is answered with `{"error": …}`, and the next one read.
///
/// # Errors
/// When the menu can't be read, or reading or writing fails.
pub fn interpret_lines(
    menu_json: &str,
    mut reader: impl BufRead,
    mut writer: impl Write,
) -> anyhow::Result<()> {
    let (vocabulary, language) = vocabulary(menu_json)?;
    let offline = Offline::new(vocabulary.clone(), language);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = std::io::Read::take(&mut reader, LONGEST_LINE as u64)
            .read_until(b'\n', &mut line)
            .context("reading a case")?;
        if read == 0 {
            return Ok(());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = answer(&offline, &vocabulary, &line)
            .unwrap_or_else(|error| json!({ "error": format!("{error:#}") }));
        writeln!(writer, "{answer}").context("writing an answer")?;
        writer.flush().context("writing an answer")?;
    }
}

fn answer(offline: &Offline, vocabulary: &Vocabulary, line: &[u8]) -> anyhow::Result<Value> {
    let case: Case = serde_json::from_slice(line).context("the line is not a case with id and utterance")?;
    let read = read(offline, &case.utterance);
    let words = |wanted: &dyn Fn(&Part) -> bool| -> Vec<String> {
        let parts = read.parts.iter().filter(|part| wanted(part));
        parts.map(|part| read.words(part).to_owned()).collect()
    };
    let doubts = read.proposal.doubts;
    let answer = Answer {
        id: case.id,
        order: lines(vocabulary, &read.proposal),
        certain: read.proposal.certainty == Certainty::Certain,
        close: doubts.has_another_near(),
        doubts: doubts.iter().map(Doubt::name).collect(),
        used: words(&|part| part.became.is_used()),
        unknown: words(&|part| part.became.is_lost()),
    };
    serde_json::to_value(answer).context("writing the order as JSON")
}

/// The order that an utterance asks for, and how it was read.
fn read(offline: &Offline, utterance: &str) -> Explanation {
    let draft = Draft::default();
    let transcripts = [Transcript::certain(utterance)];
    offline.explain_lines(&Heard {
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
        transcripts: &transcripts,
        hint: None,
        draft: &draft,
        asked: None,
    })
}

fn lines(vocabulary: &Vocabulary, proposal: &Proposal) -> Value {
    let wishes = proposal.edits.iter().filter_map(|edit| match &edit.kind {
        EditKind::Add(wish) => Some(wish),
        EditKind::Remove { .. }
        | EditKind::SetQuantity { .. }
        | EditKind::Modify { .. }
        | EditKind::Replace { .. }
        | EditKind::Again { .. } => None,
    });
    json!({ "lines": wishes.map(|wish| line_json(vocabulary, wish)).collect::<Vec<_>>() })
}

fn line_json(vocabulary: &Vocabulary, wish: &Wish) -> Value {
    let mut line = Map::new();
    let item = match wish.items.as_slice() {
        [one] => json!(one),
        several => json!(several),
    };
    line.insert("item".to_owned(), item);
    line.insert("quantity".to_owned(), json!(wish.quantity.unwrap_or(1)));
    let entries: Vec<&ItemEntry> = vocabulary
        .items
        .iter()
        .filter(|entry| wish.items.contains(&entry.id))
        .collect();
    for (attribute, value) in &wish.attributes {
        // A size where the menu has none is no part of the order.
        if entries.iter().any(|entry| entry.attributes.contains(attribute)) {
            line.insert(attribute.to_string(), json!(value));
        }
    }
    let group = |wish: &OptionWish| {
        let option = vocabulary.options.iter().find(|entry| entry.id == wish.option);
        option.and_then(|option| vocabulary.groups.iter().find(|group| group.id == option.group))
    };
    let taken = |wish: &&OptionWish| {
        group(wish).is_some_and(|group| entries.iter().any(|entry| entry.groups.contains(&group.id)))
    };
    let option_json = |wish: &OptionWish| {
        let mut written = wish.clone();
        // Portions are a part of the order where the menu has names for so many.
        let option = vocabulary.options.iter().find(|entry| entry.id == wish.option);
        written.count = wish
            .count
            .filter(|_| option.is_some_and(|option| !option.counted_names.is_empty()));
        option_json(&written, group(wish).is_some_and(|group| group.amounts))
    };
    line.insert(
        "add".to_owned(),
        wish.add.iter().filter(taken).map(option_json).collect(),
    );
    let removable = |wish: &&OptionWish| group(wish).is_some_and(|group| group.removable);
    line.insert(
        "remove".to_owned(),
        wish.remove
            .iter()
            .filter(taken)
            .filter(removable)
            .map(option_json)
            .collect(),
    );
    Value::Object(line)
}

fn option_json(wish: &OptionWish, amounts: bool) -> Value {
    let mut option = Map::new();
    option.insert("option".to_owned(), json!(wish.option));
    match wish.amount.filter(|_| amounts) {
        Some(Amount::Extra) => option.insert("amount".to_owned(), json!("extra")),
        Some(Amount::Light) => option.insert("amount".to_owned(), json!("light")),
        None => None,
    };
    if let Some(count) = wish.count {
        option.insert("count".to_owned(), json!(count));
    }
    match wish.half {
        Some(Half::First) => option.insert("half".to_owned(), json!(1)),
        Some(Half::Second) => option.insert("half".to_owned(), json!(2)),
        None => None,
    };
    Value::Object(option)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MENU: &str = r#"{
        "language": "en",
        "lexicon": {"numbers": {"a brace of": 2}, "amounts": {"extra": ["heaps of"], "light": []}, "negation": ["spare me the"]},
        "attributes": {"size": [{"id": "large", "names": ["large"]}]},
        "option_groups": [{"id": "filling", "removable": true, "amounts": true}, {"id": "bread", "removable": false, "amounts": false}],
        "options": [
            {"id": "egg", "group": "filling", "names": ["egg"]},
            {"id": "rye", "group": "bread", "names": ["rye"]},
            {"id": "shot", "group": "filling", "names": [], "counted_names": {"double shot": 2}}
        ],
        "categories": [{"id": "lunch", "names": ["lunch"]}, {"id": "side", "names": ["side of"]}],
        "items": [
            {"id": "bagel", "category": "lunch", "names": ["bagel", "bagels"], "attributes": [], "option_groups": ["filling", "bread"]},
            {"id": "soup", "category": "side", "names": ["soup"], "attributes": ["size"], "option_groups": []},
            {"id": "slaw", "category": "side", "names": ["slaw"], "attributes": ["size"], "option_groups": []}
        ]
    }"#;

    fn run(lines: &str) -> Vec<Value> {
        let mut written = Vec::new();
        interpret_lines(MENU, lines.as_bytes(), &mut written).unwrap();
        String::from_utf8(written)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    fn order(utterance: &str) -> Value {
        run(&json!({ "id": 7, "menu": "m", "utterance": utterance }).to_string()).remove(0)["order"]["lines"]
            .take()
    }

    #[test]
    fn an_utterance_becomes_an_order() {
        let check = |utterance: &str, expected: Value| assert_eq!(order(utterance), expected, "{utterance}");
        check(
            "a brace of bagels with heaps of egg",
            json!([{"item": "bagel", "quantity": 2, "add": [{"option": "egg", "amount": "extra"}], "remove": []}]),
        );
        check(
            "a bagel spare me the egg",
            json!([{"item": "bagel", "quantity": 1, "add": [], "remove": [{"option": "egg"}]}]),
        );
        check(
            "soup and slaw",
            json!([{"item": ["soup", "slaw"], "quantity": 1, "add": [], "remove": []}]),
        );
        check(
            "a bagel with a double shot",
            json!([{"item": "bagel", "quantity": 1, "add": [{"option": "shot", "count": 2}], "remove": []}]),
        );
        check("good morning", json!([]));
    }

    #[test]
    fn what_the_menu_does_not_offer_is_left_out() {
        let check = |utterance: &str, expected: Value| assert_eq!(order(utterance), expected, "{utterance}");
        check(
            "a large bagel",
            json!([{"item": "bagel", "quantity": 1, "add": [], "remove": []}]),
        );
        check(
            "a bagel with extra rye",
            json!([{"item": "bagel", "quantity": 1, "add": [{"option": "rye"}], "remove": []}]),
        );
        check(
            "a bagel no rye",
            json!([{"item": "bagel", "quantity": 1, "add": [], "remove": []}]),
        );
    }

    #[test]
    fn a_bad_line_is_answered_and_the_next_one_read() {
        let answers = run("not json\n{\"id\": 1}\n\n{\"id\": \"x\", \"utterance\": \"soup\"}");
        assert_eq!(answers.len(), 3);
        assert!(answers[0]["error"].is_string() && answers[1]["error"].is_string());
        assert_eq!(answers[2]["id"], "x");
        assert_eq!(answers[2]["order"]["lines"][0]["item"], "soup");
    }

    #[test]
    fn a_menu_that_does_not_hold_together_is_refused() {
        let refused = |menu: &str, reason: &str| {
            let error = format!("{:#}", vocabulary(menu).unwrap_err());
            assert!(error.contains(reason), "{error}");
        };
        refused("[]", "not JSON of the expected shape");
        refused(r#"{"language": "xx", "items": []}"#, "none that we speak");
        refused(r#"{"language": "en", "items": []}"#, "no items");
        refused(
            &MENU.replace(r#""group": "bread""#, r#""group": "crumbs""#),
            "group crumbs",
        );
        refused(
            &MENU.replace(r#""attributes": ["size"]"#, r#""attributes": ["colour"]"#),
            "attribute colour",
        );
    }
}
