//! Talks as text: what is read is written again, and what is no talk is refused in words.

use super::script::Difference;
use super::*;

#[test]
fn a_talk_is_the_same_read_and_written() {
    let text = "# Once.\n\n! at 2026-11-20 12:00\n! launch\n< Hi.\n> a soup\n< One soup.\n= 1 soup | 10.00\n! accept yes\n\
                * It's accepted.\n! accept yes 40\n! pick_up no\n! silence\n! noise\n! keys 12\n! wait 130m\n! wait 2h\n\
                ! wait 90s\n! voice unknown\n! voice known\n! regular 05410002 62 apartment 4\n\
                ! callback yes\n>~ whatever\n> bye\n";
    let script = Script::parse(text).unwrap();
    assert_eq!(script.text(), text);
    assert_eq!(script.begins().unwrap().to_string(), "2026-11-20T12:00:00");
}

#[test]
fn a_line_that_is_none_is_named_with_what_would_be_right() {
    let check = |text: &str, line: usize, words: &str| {
        let faults = Script::parse(text).unwrap_err();
        assert_eq!((faults.len(), faults[0].line), (1, line), "{text:?}: {faults:?}");
        assert!(faults[0].message.contains(words), "{text:?}: {faults:?}");
    };
    check("> hi\nhello", 2, "begins with one of");
    check("ção", 1, "begins with one of");
    check(">", 1, "silence");
    check(">~ ", 1, "silence");
    check("< hi", 1, "under the line");
    check("> hi\n# so\n< hi", 3, "under the line");
    check("! dance", 1, "no command");
    check("! dance yes", 1, "no command");
    check("! accept perhaps", 1, "yes or no");
    check("! accept no 20", 1, "only a yes");
    check("! accept yes 601", 1, "600");
    check("! wait 5", 1, "30s");
    check("! wait 0m", 1, "30s");
    check("! wait 169h", 1, "168h");
    check("! wait 99999999999999999999h", 1, "168h");
    check("! keys 1a", 1, "digits");
    check("! regular 054 62", 1, "postal code");
    check("! at noon", 1, "no command");
    check("! at 2026-13-01 12:00", 1, "a time is like");
    check("> hi\n! at 2026-11-20 12:00", 2, "before everything");
    let long = "> hi\n".repeat(2_001);
    check(&long, 2_001, "2000");
}

#[test]
fn a_difference_names_the_line_that_was_answered_otherwise() {
    let written = Script::parse("> a soup\n< One soup.\n> yes\n< Sent.\n").unwrap();
    let played = Script::parse("> a soup\n< One soup.\n> yes\n< No.\n= order sent\n").unwrap();
    assert_eq!(written.differences(&written), []);
    let expected = Difference {
        line: 3,
        input: "> yes".to_owned(),
        written: vec!["< Sent.".to_owned()],
        played: vec!["< No.".to_owned(), "= order sent".to_owned()],
    };
    assert_eq!(written.differences(&played), [expected]);
}
