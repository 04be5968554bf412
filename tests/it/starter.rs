//! `comanda new` and `comanda test`, as an owner meets them: a starter shop that works, talks that say what differs.

use std::path::{Path, PathBuf};

use crate::server::{comanda, run, text};

/// Runs a command; its success and everything it said.
fn said(arguments: &[&str], folder: &Path) -> (bool, String) {
    let mut process = comanda();
    let output = run(process.args(arguments).arg(folder));
    (output.status.success(), text(&output))
}

fn new_shop() -> (tempfile::TempDir, PathBuf) {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("my shop");
    let (success, words) = said(&["new"], &folder);
    assert!(success, "{words}");
    (temporary, folder)
}

fn change(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_new_shop_passes_its_own_checks() {
    let (_temporary, folder) = new_shop();
    let (success, words) = said(&["menu", "check"], &folder);
    assert!(success && words.contains("no faults"), "{words}");
    // After a change of wording: cargo run -- test src/local/starter --update
    let (success, words) = said(&["test"], &folder);
    assert!(success && words.contains("4 talks, no differences"), "{words}");
}

#[test]
fn nothing_is_written_over() {
    let (_temporary, folder) = new_shop();
    let mine = "# mine\n";
    std::fs::write(folder.join("menu.toml"), mine).unwrap();
    for missing in ["shop.toml", "talks/pt-BR/mudou-de-ideia.txt"] {
        std::fs::remove_file(folder.join(missing)).unwrap();
    }
    let (success, words) = said(&["new"], &folder);
    assert!(!success && words.contains("is there already"), "{words}");
    assert_eq!(std::fs::read_to_string(folder.join("menu.toml")).unwrap(), mine);
    assert!(!folder.join("shop.toml").exists(), "all or nothing");
}

#[test]
fn a_talk_that_differs_is_named_and_can_be_written_anew() {
    let (_temporary, folder) = new_shop();
    change(&folder.join("menu.toml"), "price = \"9.00\"", "price = \"9.50\"");
    let (success, words) = said(&["test"], &folder);
    assert!(!success, "{words}");
    for expected in [
        "first-order.txt:",
        "  - = 1 pumpkin-soup size=large topping=croutons; 1 lemonade | 31.00",
        "  + = 1 pumpkin-soup size=large topping=croutons; 1 lemonade | 31.50",
        "2 of 4 talks failed",
    ] {
        assert!(words.contains(expected), "`{expected}` is not in:\n{words}");
    }
    let (success, words) = said(&["test", "--update"], &folder);
    assert!(success && words.contains("written anew"), "{words}");
    let (success, words) = said(&["test"], &folder);
    assert!(success, "{words}");
}

#[test]
fn what_the_shop_says_is_printed_to_be_read_aloud() {
    let (_temporary, folder) = new_shop();
    let (success, words) = said(&["test", "--say"], &folder);
    assert!(success, "{words}");
    let lines: Vec<&str> = words.lines().collect();
    assert!(
        lines.contains(&"# en-US") && lines.contains(&"# pt-BR"),
        "{words}"
    );
    assert!(lines.iter().any(|line| line.contains("pumpkin soup")), "{words}");
    assert!(
        !lines
            .iter()
            .any(|line| line.starts_with(['<', '>', '=', '*', '!'])),
        "{words}"
    );
}

#[test]
fn what_is_no_talk_is_refused_with_its_place() {
    let (_temporary, folder) = new_shop();
    let talk = folder.join("talks/en-US/first-order.txt");
    for (text, expected) in [
        ("> hi\nhello\n", "line 2: a line begins with one of"),
        ("! deliver yes\n", "line 1: nobody waits for `deliver`"),
    ] {
        std::fs::write(&talk, text).unwrap();
        let (success, words) = said(&["test", "--update"], &folder);
        assert!(!success && words.contains(expected), "{words}");
        assert_eq!(std::fs::read_to_string(&talk).unwrap(), text);
    }
    std::fs::remove_dir_all(folder.join("talks")).unwrap();
    let (success, words) = said(&["test"], &folder);
    assert!(!success && words.contains("there are no talks in"), "{words}");
    change(
        &folder.join("menu.toml"),
        "category = \"soup\"",
        "category = \"stew\"",
    );
    let (success, words) = said(&["test"], &folder);
    assert!(!success && words.contains("stew"), "{words}");
}
