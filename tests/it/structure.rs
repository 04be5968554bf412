//! What must hold of the repository itself: who may use whom, where features are named, which phrases are said.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Which rooms a room may use besides itself. What a room does not list it never sees.
const ROOMS: [(&str, &[&str]); 13] = [
    ("order", &[]),
    ("asl", &[]),
    ("interpreter", &["order"]),
    ("phrases", &["order"]),
    ("app", &["interpreter", "order"]),
    ("announcement", &["app", "order", "phrases"]),
    ("workflow", &["announcement", "app", "interpreter", "order"]),
    (
        "conversation",
        &["workflow", "app", "phrases", "interpreter", "order"],
    ),
    ("channel", &["conversation", "app", "interpreter", "order"]),
    ("web", ABOVE_THE_WEB),
    ("bedrock", &["app", "interpreter", "order"]),
    (
        "local",
        &[
            "web",
            "channel",
            "conversation",
            "workflow",
            "announcement",
            "app",
            "phrases",
            "interpreter",
            "order",
            "asl",
        ],
    ),
    (
        "aws",
        &[
            "bedrock",
            "web",
            "channel",
            "conversation",
            "workflow",
            "announcement",
            "app",
            "phrases",
            "interpreter",
            "order",
            "asl",
        ],
    ),
];

const ABOVE_THE_WEB: &[&str] = &[
    "channel",
    "conversation",
    "workflow",
    "announcement",
    "app",
    "phrases",
    "interpreter",
    "order",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of `src` with this ending, and its text.
fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    let sources = files(&root().join("src"), "rs");
    assert!(sources.len() > 50);
    sources
}

/// The room that a file stands in; none for the binaries and the root of the library.
fn room_of(path: &Path) -> Option<String> {
    let within = path.strip_prefix("src").unwrap();
    let first = within.components().next()?.as_os_str().to_str()?;
    let room = first.strip_suffix(".rs").unwrap_or(first);
    (!["lib", "main", "bin"].contains(&room)).then(|| room.to_owned())
}

fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn identifier(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}

/// The rooms that a file names: `crate::room`, and every `room` of `crate::{room, other::{…}}`.
fn rooms_used(text: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for rest in code(text).split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            used.insert(identifier(rest).to_owned());
            continue;
        };
        let (mut depth, mut part) = (0, String::new());
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    used.insert(identifier(part.trim()).to_owned());
                    part.clear();
                }
                _ if depth == 0 => part.push(c),
                _ => {}
            }
        }
        used.insert(identifier(part.trim()).to_owned());
    }
    used.remove("");
    used
}

#[test]
fn rooms_are_found_in_every_way_of_naming_them() {
    let used = |text| rooms_used(text).into_iter().collect::<Vec<_>>();
    assert_eq!(used("use crate::order::Menu;\nuse crate::app;"), ["app", "order"]);
    assert_eq!(used("use crate::{app::{App, Clock}, order};"), ["app", "order"]);
    assert_eq!(used("fn f(x: &crate::order::Line) {}"), ["order"]);
    assert!(used("// use crate::order;\n/// [`crate::app`]").is_empty());
}

#[test]
fn every_room_uses_only_the_rooms_before_it() {
    let allowed: BTreeMap<&str, &[&str]> = ROOMS.into();
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(room) = room_of(&path) else { continue };
        let rooms = allowed
            .get(room.as_str())
            .unwrap_or_else(|| panic!("{} is in a room that this test does not know", path.display()));
        for used in rooms_used(&text) {
            if used != room && !rooms.contains(&used.as_str()) {
                wrong.push(format!("{} uses {used}", path.display()));
            }
        }
        // From the root of a room, `super` is the crate.
        let is_root = path.ends_with("mod.rs") && path.components().count() == 3;
        let by_super = |other: &&&str| is_root && text.contains(&format!("use super::{other}"));
        wrong.extend(
            allowed
                .keys()
                .filter(by_super)
                .map(|other| format!("{} uses super::{other}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn features_are_named_in_two_files_only() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let named = ["lib.rs", "main.rs"]
            .iter()
            .any(|name| path == Path::new("src").join(name));
        if !named && code(&text).contains("cfg(feature") {
            wrong.push(path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_file_says_what_it_is() {
    for (path, text) in sources() {
        assert!(
            text.starts_with("//!"),
            "{} does not open with what it is",
            path.display()
        );
    }
}

/// The keys of a phrase file.
fn keys(file: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("src/phrases").join(file)).unwrap();
    let keys = text
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}

/// Every string literal of a text that could be a key.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    let is_key = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    text.split('"').skip(1).filter(is_key)
}

/// The keys that are asked for where they stand: `say("key"` and `plain("key"`.
fn asked_for(text: &str) -> impl Iterator<Item = &str> {
    let calls = ["say(", "plain("]
        .into_iter()
        .flat_map(|call| text.split(call).skip(1));
    calls
        .filter_map(|rest| rest.trim_start().strip_prefix('"'))
        .filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_phrase_that_is_said_is_written_and_the_other_way_round() {
    let keys_of = ["en-US.ftl", "pt-BR.ftl"].map(keys);
    assert_eq!(keys_of[0], keys_of[1]);
    let keys = &keys_of[0];
    assert!(keys.len() > 50);
    // A literal that begins as several keys do is meant to be one.
    let mut families = BTreeMap::new();
    for key in keys {
        if let Some((first, _)) = key.split_once('-') {
            *families.entry(first).or_insert(0) += 1;
        }
    }
    let is_of_a_family = |literal: &str| {
        literal
            .split_once('-')
            .is_some_and(|(first, _)| families.get(first).is_some_and(|count| *count > 1))
    };
    let (mut used, mut unwritten) = (BTreeSet::new(), Vec::new());
    for (path, text) in sources() {
        let is_in = |rooms: &[&str]| rooms.iter().any(|room| room_of(&path).as_deref() == Some(room));
        let text = code(&text);
        // What the phone line says by itself. Elsewhere there these words are other calls'.
        if is_in(&["aws", "local"]) {
            used.extend(
                asked_for(&text)
                    .filter(|key| keys.contains(*key))
                    .map(str::to_owned),
            );
        }
        if !is_in(&["conversation", "phrases", "announcement", "web"]) {
            continue;
        }
        // The web has other words with hyphens.
        let meant = |literal: &&str| keys.contains(*literal) || (!is_in(&["web"]) && is_of_a_family(literal));
        let meant = literals(&text).filter(meant);
        for key in meant.chain(asked_for(&text)) {
            used.insert(key.to_owned());
            if !keys.contains(key) {
                unwritten.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(unwritten.is_empty(), "said and not written: {unwritten:#?}");
    let unsaid: Vec<&String> = keys.difference(&used).collect();
    assert!(unsaid.is_empty(), "written and never said: {unsaid:?}");
}
