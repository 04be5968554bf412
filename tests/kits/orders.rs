//! Spoken orders with gold, judged by unordered exact match: the whole order right, or nothing.
//!
//! The cases lie in `$KITS_DIR/orders` (`../shared/kits` beside this repository where it is unset); without
//! them these tests fail. The canonical form is that of the kit's own scorer.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use comanda::interpreter::kit::interpret_lines;
use serde_json::Value;

/// The least exact match in percent, by the beginning of a set's name: one row or two under what is reached.
const FLOORS: &[(&str, f64)] = &[
    ("pizza_dev_voice", 99.1),
    ("pizza_dev", 99.1),
    ("pizza_pt", 95.0),
    ("burger", 97.3),
    ("burrito", 97.7),
    ("coffee", 94.0),
    ("sub", 98.6),
];

/// Of all rows together in percent: how many must be called certain, and how many of those be right.
const LEAST_CERTAIN: f64 = 88.0;
const LEAST_RIGHT: f64 = 99.5;

fn kit() -> PathBuf {
    let kits = std::env::var_os("KITS_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/kits"),
        PathBuf::from,
    );
    kits.join("orders")
}

/// The sets of cases, by name.
fn sets() -> Vec<PathBuf> {
    let cases = kit().join("cases");
    let mut sets: Vec<PathBuf> = fs::read_dir(&cases)
        .unwrap_or_else(|error| panic!("no cases in {}: {error}", cases.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    sets.sort();
    assert!(!sets.is_empty(), "no cases in {}", cases.display());
    sets
}

fn name(set: &Path) -> String {
    set.file_stem().unwrap().to_string_lossy().into_owned()
}

/// How a set was read, in rows.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    rows: usize,
    /// Read as gold says.
    right: usize,
    /// Called certain.
    certain: usize,
    /// Called certain, and read as gold says.
    certain_right: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.rows += other.rows;
        self.right += other.right;
        self.certain += other.certain;
        self.certain_right += other.certain_right;
    }

    fn exact(&self) -> f64 {
        percent(self.right, self.rows)
    }

    fn share(&self) -> f64 {
        percent(self.certain, self.rows)
    }

    fn exact_of_certain(&self) -> f64 {
        percent(self.certain_right, self.certain)
    }

    fn print(&self, name: &str) {
        println!(
            "{name:24} {}/{} {:.2} %, called certain {} {:.1} %, of those right {} {:.2} %",
            self.right,
            self.rows,
            self.exact(),
            self.certain,
            self.share(),
            self.certain_right,
            self.exact_of_certain()
        );
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap());
    100.0 * number(part) / number(whole.max(1))
}

/// Reads a set.
fn run(set: &Path) -> Count {
    let text = fs::read_to_string(set).unwrap();
    let rows: Vec<Value> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(!rows.is_empty(), "{} is empty", set.display());
    let menu = kit()
        .join("menus")
        .join(format!("{}.json", rows[0]["menu"].as_str().unwrap()));
    let menu = fs::read_to_string(&menu).unwrap_or_else(|error| panic!("{}: {error}", menu.display()));
    let given: String = rows
        .iter()
        .map(|row| {
            format!(
                "{}\n",
                serde_json::json!({ "id": row["id"], "menu": row["menu"], "utterance": row["utterance"] })
            )
        })
        .collect();
    let mut answers = Vec::new();
    interpret_lines(&menu, given.as_bytes(), &mut answers).unwrap();
    let answers: Vec<Value> = String::from_utf8(answers)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        answers.len(),
        rows.len(),
        "{}: not one answer a row",
        set.display()
    );
    let mut count = Count {
        rows: rows.len(),
        ..Count::default()
    };
    for (row, answer) in rows.iter().zip(&answers) {
        let right = row["id"] == answer["id"] && canonical(&row["gold"]) == canonical(&answer["order"]);
        let certain = answer["certain"].as_bool().expect("a reading is certain or not");
        count.right += usize::from(right);
        count.certain += usize::from(certain);
        count.certain_right += usize::from(certain && right);
        if !right {
            println!("  not as gold says: {} (certain: {certain})", id(&row["id"]));
        }
    }
    count
}

/// An order as a sorted list of lines.
fn canonical(order: &Value) -> Vec<String> {
    let mut lines: Vec<String> = order["lines"]
        .as_array()
        .expect("an order has lines")
        .iter()
        .map(canonical_line)
        .collect();
    lines.sort();
    lines
}

/// A line with its defaults filled in; of the two ways to number its halves, the lesser.
fn canonical_line(line: &Value) -> String {
    let item = match &line["item"] {
        Value::Array(items) => {
            let mut items: Vec<String> = items.iter().map(id).collect();
            items.sort();
            items.join("+")
        }
        one => id(one),
    };
    let quantity = line["quantity"].as_u64().unwrap_or(1);
    let attributes: Vec<String> = ["size", "container", "volume"]
        .iter()
        .map(|attribute| id(&line[*attribute]))
        .collect();
    let options = |list: &Value, swapped: bool| {
        let mut options: Vec<String> = list
            .as_array()
            .into_iter()
            .flatten()
            .map(|option| canonical_option(option, swapped))
            .collect();
        options.sort();
        options
    };
    [false, true]
        .into_iter()
        .map(|swapped| {
            format!(
                "{item} {quantity} {attributes:?} {:?} {:?}",
                options(&line["add"], swapped),
                options(&line["remove"], swapped)
            )
        })
        .min()
        .unwrap()
}

fn canonical_option(option: &Value, swapped: bool) -> String {
    if option.is_string() {
        return format!("{}//0/0", id(option));
    }
    let name = if option["option"].is_null() {
        &option["id"]
    } else {
        &option["option"]
    };
    let half = match (option["half"].as_u64().unwrap_or(0), swapped) {
        (1, true) => 2,
        (2, true) => 1,
        (half, _) => half,
    };
    format!(
        "{}/{}/{}/{half}",
        id(name),
        id(&option["amount"]),
        option["count"].as_u64().unwrap_or(0)
    )
}

fn id(value: &Value) -> String {
    value.as_str().unwrap_or_default().trim().to_lowercase()
}

#[test]
fn every_set_is_read_as_well_as_it_was_and_what_is_called_certain_is_right() {
    let mut below = Vec::new();
    let mut all = Count::default();
    for set in sets() {
        let count = run(&set);
        count.print(&name(&set));
        all.add(count);
        let percent = count.exact();
        let floor = FLOORS
            .iter()
            .find(|(beginning, _)| name(&set).starts_with(beginning))
            .map_or(0.0, |(_, floor)| *floor);
        if percent < floor {
            below.push(format!("{}: {percent:.2} % is below {floor} %", name(&set)));
        }
    }
    all.print("all sets");
    if all.share() < LEAST_CERTAIN {
        below.push(format!("only {:.2} % are called certain", all.share()));
    }
    if all.exact_of_certain() < LEAST_RIGHT {
        below.push(format!(
            "of those called certain only {:.2} % are right",
            all.exact_of_certain()
        ));
    }
    assert!(below.is_empty(), "{}", below.join("\n"));
}

#[test]
fn every_known_set_is_there() {
    let names: Vec<String> = sets().iter().map(|set| name(set)).collect();
    for (beginning, _) in FLOORS {
        assert!(
            names.iter().any(|name| name.starts_with(beginning)),
            "no set of {beginning} among {names:?}"
        );
    }
}
