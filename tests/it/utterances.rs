//! What customers say and what a good waiter notes down, as tables: `utterances/SHOP/LANGUAGE/PHENOMENON.txt`.
//!
//! A row is `what is said => what is noted`; [`row`] says how both are written, [`noted`] how an order comes of the
//! interpreter's edits. Rows that are not read right yet are listed with a reason in `utterances/known-misses.txt`;
//! one that has become right must leave that list. `COMANDA_UTTERANCES=en-US/sizes` runs a part and says what it made.

mod counted;
mod heard;
mod noted;
mod row;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use comanda::interpreter::Offline;
use comanda::interpreter::from_menu::vocabulary;
use comanda::order::Language;
use comanda::order::menu::{Menu, Source, read};

use self::counted::Counted;
use self::row::Row;

/// The shop of this repository; its tables hold every phenomenon.
const SAMPLE: &str = "sample";
/// Shops of other cuisines, whose menus stand beside their tables.
const OTHERS: [&str; 2] = ["bakery", "noodles"];
/// The fewest rows of the sample shop in a language.
const LEAST_ROWS: usize = 300;
/// The fewest rows of another shop in a language.
const LEAST_ROWS_ELSEWHERE: usize = 30;
/// Of a thousand readings that are called certain, the least that are right.
const LEAST_CERTAIN_RIGHT_IN_A_THOUSAND: usize = 985;
/// The most rows of all that may be known misses, in a thousand.
const MOST_MISSES_IN_A_THOUSAND: usize = 35;

const LANGUAGES: [Language; 2] = [Language::EnUs, Language::PtBr];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/utterances")
}

/// A shop's menu, of every `.toml` file in its folder.
fn menu(shop: &str) -> Menu {
    let folder = if shop == SAMPLE {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")
    } else {
        folder().join(shop)
    };
    let sources: Vec<Source> = paths(&folder, "toml")
        .into_iter()
        .map(|path| Source {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            text: std::fs::read_to_string(&path).unwrap(),
        })
        .collect();
    read(&sources).unwrap_or_else(|faults| panic!("{shop}: {faults:?}"))
}

/// The files of an ending in a folder, by name.
fn paths(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|is| is == ending));
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The tables of a shop in a language, by phenomenon.
fn tables(shop: &str, language: Language) -> Vec<(String, Vec<Row>)> {
    let paths = paths(&folder().join(shop).join(language.tag()), "txt");
    let table = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let rows = row::rows(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        (stem(&path), rows)
    };
    paths.into_iter().map(table).collect()
}

/// A row that is not read right yet: `shop/language/phenomenon: what is said # why`.
fn known_misses() -> BTreeSet<String> {
    let text = std::fs::read_to_string(folder().join("known-misses.txt")).unwrap();
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (miss, why) = line
                .split_once(" # ")
                .unwrap_or_else(|| panic!("without a reason: {line}"));
            assert!(!why.trim().is_empty(), "without a reason: {line}");
            miss.trim().to_owned()
        })
        .collect()
}

/// Every row of every shop, with what is wrong and how much of each phenomenon is right.
fn run(wanted: &str) -> (Counted, Vec<String>, usize) {
    let known = known_misses();
    let (mut counted, mut faults, mut met) = (Counted::default(), Vec::new(), BTreeSet::new());
    for shop in [SAMPLE].into_iter().chain(OTHERS) {
        let menu = menu(shop);
        for language in LANGUAGES {
            let offline = Offline::new(vocabulary(&menu, language), language);
            for (phenomenon, rows) in tables(shop, language) {
                let table = format!("{shop}/{}/{phenomenon}", language.tag());
                if !table.contains(wanted) {
                    continue;
                }
                for row in rows {
                    let name = format!("{table}: {}", row.said);
                    let outcome = noted::check(&menu, &offline, &row);
                    counted.count(shop, language, &phenomenon, &outcome);
                    match (outcome.difference, known.contains(&name)) {
                        (None, true) => {
                            faults.push(format!("{name}\n  is right now: no known miss any more"));
                        }
                        (Some(difference), false) => faults.push(format!("{name}\n{difference}")),
                        (None, false) | (Some(_), true) => {}
                    }
                    met.insert(name);
                }
            }
        }
    }
    if wanted.is_empty() {
        let strange = known.difference(&met).map(|miss| format!("{miss}\n  is no row"));
        faults.extend(strange);
    }
    (counted, faults, known.len())
}

#[test]
fn utterances_are_read_as_a_waiter_would() {
    let wanted = std::env::var("COMANDA_UTTERANCES").unwrap_or_default();
    let (counted, faults, misses) = run(&wanted);
    println!("{counted}");
    let mut wrong = String::new();
    for fault in &faults {
        writeln!(wrong, "{fault}").unwrap();
    }
    assert!(faults.is_empty(), "{} rows differ:\n{wrong}", faults.len());
    assert!(
        misses * 1000 <= counted.rows() * MOST_MISSES_IN_A_THOUSAND || !wanted.is_empty(),
        "{misses} known misses are too many of {} rows",
        counted.rows()
    );
    let (certain, right) = counted.certain();
    assert!(
        right * 1000 >= certain * LEAST_CERTAIN_RIGHT_IN_A_THOUSAND || !wanted.is_empty(),
        "{right} of {certain} certain readings are right"
    );
}

#[test]
fn both_languages_have_the_same_phenomena_and_rows_enough() {
    for shop in [SAMPLE].into_iter().chain(OTHERS) {
        let [english, portuguese] = LANGUAGES.map(|language| tables(shop, language));
        let names = |tables: &[(String, Vec<Row>)]| -> Vec<String> {
            tables.iter().map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(names(&english), names(&portuguese), "{shop}");
        let least = if shop == SAMPLE {
            LEAST_ROWS
        } else {
            LEAST_ROWS_ELSEWHERE
        };
        for tables in [&english, &portuguese] {
            let rows: usize = tables.iter().map(|(_, rows)| rows.len()).sum();
            assert!(rows >= least, "{shop}: {rows} rows");
            let mut said = BTreeSet::new();
            let all = tables.iter().flat_map(|(_, rows)| rows);
            let twice: Vec<&str> = all
                .filter(|row| !said.insert(&row.said))
                .map(|row| &*row.said)
                .collect();
            assert!(twice.is_empty(), "{shop}: said twice: {twice:?}");
        }
    }
}
