//! The command as a process: what it refuses to start on, and that refusing changes nothing.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::server::{Server, comanda, http, run, text};

fn sample_menu() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")
}

/// Every file of a folder with what it holds; empty where there is none.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// A start that is refused in these words.
fn refused(arguments: &[&str], data: &Path, words: &[&str]) {
    for command in ["serve", "chat"] {
        if command == "chat" && arguments.contains(&"--listen") {
            continue;
        }
        let mut process = comanda();
        process.arg(command).args(arguments).arg("--data").arg(data);
        if command == "serve" && !arguments.contains(&"--listen") {
            process.args(["--listen", "127.0.0.1:0"]);
        }
        let output = run(&mut process);
        let said = text(&output);
        assert!(!output.status.success(), "{command}: {said}");
        assert!(!said.contains("panicked"), "{command}: {said}");
        for word in words {
            assert!(said.contains(word), "{command} does not say `{word}`: {said}");
        }
    }
}

#[test]
fn a_busy_port() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refused(&["--listen", &address], &data, &[&address, "--listen"]);
    assert!(!data.exists());
}

#[test]
fn an_address_that_others_can_reach() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:7070"] {
        refused(&["--listen", address], &data, &["loopback"]);
    }
    assert!(!data.exists());
}

#[test]
fn a_second_process_on_the_same_data() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let server = Server::start(&data, &sample_menu(), "manual");
    let before = files(&data);
    refused(&[], &data, &["another comanda", "--data"]);
    assert_eq!(files(&data), before);
    let (status, _) = http(server.address, "GET", "/staff/tickets", "");
    assert_eq!(status, 200, "the first goes on");
    server.kill();
    // What a killed process had is free again.
    Server::start(&data, &sample_menu(), "manual").kill();
}

#[test]
fn a_damaged_database() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    Server::start(&data, &sample_menu(), "manual").kill();
    let path = data.join("comanda.sqlite");
    let database = rusqlite::Connection::open(&path).unwrap();
    database.pragma_update(None, "journal_mode", "DELETE").unwrap();
    database.close().unwrap();
    let whole = std::fs::read(&path).unwrap();
    let torn = {
        let mut torn = whole.clone();
        let middle = torn.len() / 4;
        torn[middle..].fill(0xA5);
        torn
    };
    for damaged in [b"this is no database, and never was one".to_vec(), torn] {
        std::fs::write(&path, &damaged).unwrap();
        refused(&[], &data, &["damaged", "comanda.sqlite"]);
        assert!(std::fs::read(&path).unwrap() == damaged, "the file is as it was");
    }
}

#[test]
fn a_database_of_a_later_version() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    Server::start(&data, &sample_menu(), "manual").kill();
    let path = data.join("comanda.sqlite");
    rusqlite::Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 999)
        .unwrap();
    let before = std::fs::read(&path).unwrap();
    refused(&[], &data, &["later version"]);
    assert!(std::fs::read(&path).unwrap() == before);
}

#[test]
fn a_menu_with_faults_lists_them_all() {
    let folder = tempfile::tempdir().unwrap();
    let (data, menu) = (folder.path().join("data"), folder.path().join("menu"));
    crate::test_app::write_corner(&menu);
    let items = std::fs::read_to_string(menu.join("items.toml")).unwrap();
    let faulty = items
        .replacen("\"10.00\"", "\"ten\"", 1)
        .replacen("stock = 1\n", "stock = -1\n", 1)
        .replacen("id = \"bread\"", "id = \"Bread!\"", 1);
    std::fs::write(menu.join("items.toml"), faulty).unwrap();
    let menu_text = menu.display().to_string();
    let words = ["3 fault", "items.toml", "ten", "stock", "Bread!"];
    refused(&["--menu", &menu_text], &data, &words);
    assert!(!data.exists());
    let output = run(comanda().args(["menu", "check"]).arg(&menu));
    assert!(!output.status.success());
    assert_eq!(text(&output).lines().count(), 3, "{}", text(&output));
}

#[test]
fn a_menu_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let missing = folder.path().join("nowhere").display().to_string();
    refused(&["--menu", &missing], &data, &[&missing]);
    assert!(!data.exists());
}

#[test]
fn the_interaction_models_are_in_step_with_the_menu() {
    let output = run(comanda().args(["model", "--check"]));
    assert!(output.status.success(), "{}", text(&output));
}

/// The whole of it in real time, at the pace that a person sees: about twenty seconds.
#[test]
fn an_order_through_a_pipe_is_followed_to_the_door() {
    let folder = tempfile::tempdir().unwrap();
    let mut process = comanda();
    process.args(["chat", "--data"]).arg(folder.path().join("data"));
    let mut child = process
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "deliver to 62 Maple Street, apartment 4\nyes\na large pepperoni and two guaranás\nI'll pay by card\n\
                 that's all\nAna\n11 98765-4321\ncall me\nyes\n";
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = text(&output);
    assert!(output.status.success(), "{said}");
    assert!(output.stderr.is_empty(), "{said}");
    let mut rest = said.as_str();
    for words in [
        "pepperoni",
        "Send it?",
        "Sent.",
        "has accepted",
        "on its way",
        "was delivered",
    ] {
        let Some(at) = rest.find(words) else {
            panic!("`{words}` is missing, or not in its place: {said}")
        };
        rest = &rest[at + words.len()..];
        assert!(
            words == "pepperoni" || !rest.contains(words),
            "`{words}` twice: {said}"
        );
    }
}
