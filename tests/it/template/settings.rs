//! That each function is given the settings it reads, and no other. What it reads stands in tables at the head of the
//! modules of `src/aws` that read the environment.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::document::Template;

/// What the template leaves to its default, because only another place sets it: stand-ins, a menu elsewhere, another
/// authority.
const LEFT_OUT: [&str; 4] = [
    "COMANDA_ALEXA_API",
    "COMANDA_CLAUDE_MODEL",
    "COMANDA_MENU",
    "COMANDA_TRUST",
];

/// The text of every module of `src/aws` that is not for tests alone.
fn modules() -> Vec<String> {
    fn below(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] })
            .collect()
    }
    let paths = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/aws"));
    let texts: Vec<(PathBuf, String)> = paths
        .into_iter()
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect();
    let for_tests: BTreeSet<&str> = texts
        .iter()
        .flat_map(|(_, text)| text.split("#[cfg(test)]\nmod ").skip(1))
        .filter_map(|rest| rest.split([';', ' ']).next())
        .collect();
    let is_for_tests = |path: &Path| {
        path.file_stem()
            .is_some_and(|stem| for_tests.contains(stem.to_str().unwrap()))
    };
    texts
        .iter()
        .filter(|(path, _)| !is_for_tests(path))
        .map(|(_, text)| text.clone())
        .collect()
}

/// By function, what the tables say that it reads: `//! | `COMANDA_…` | `voice`, `tasks` | … |`.
fn documented() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut read: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for text in modules() {
        for row in text
            .lines()
            .filter_map(|line| line.strip_prefix("//! | `COMANDA_"))
        {
            let mut cells = row.split('|').map(str::trim);
            let name = format!("COMANDA_{}", cells.next().unwrap().trim_end_matches('`'));
            let by = cells.next().unwrap();
            for function in ["voice", "tasks", "announce", "staff"] {
                if by == "all" || by.contains(&format!("`{function}`")) {
                    read.entry(function).or_default().insert(name.clone());
                }
            }
        }
    }
    read
}

#[test]
fn the_tables_name_every_setting_that_is_read() {
    let documented: BTreeSet<String> = documented().into_values().flatten().collect();
    let mut read = BTreeSet::new();
    for text in modules() {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let names = code.split("\"COMANDA_").skip(1);
        read.extend(names.map(|rest| format!("COMANDA_{}", rest.split('"').next().unwrap())));
    }
    assert_eq!(documented, read);
}

#[test]
fn each_function_is_given_what_it_reads() {
    let template = Template::read(&super::text());
    let documented = documented();
    for (id, function) in template.of_type("AWS::Serverless::Function") {
        let mut given: BTreeSet<String> = BTreeSet::new();
        for of in [function, &template.json["Globals"]["Function"]] {
            let variables = of["Environment"]["Variables"].as_object();
            given.extend(variables.into_iter().flatten().map(|(name, _)| name.clone()));
        }
        let name = id.strip_suffix("Function").unwrap().to_lowercase();
        let wanted = documented[name.as_str()]
            .iter()
            .filter(|name| !LEFT_OUT.contains(&name.as_str()));
        assert_eq!(given, wanted.cloned().collect(), "{id}");
    }
}
