//! Names as they are misheard, and common words that are none: `heard/LANGUAGE.txt`, `common/LANGUAGE.txt`.
//!
//! For each name of the sample menu a line holds its id, what is said around it, and how it may be misheard; what is
//! measured is the share that is still read as that one thing. The common words stand where a dish stands; what is
//! measured is how many of them are taken for one.

use std::collections::BTreeSet;

use comanda::interpreter::from_menu::vocabulary;
use comanda::interpreter::{EditKind, Heard, Offline, Proposal, Transcript, Vocabulary, Wish};
use comanda::order::{Draft, Language};

use super::{LANGUAGES, SAMPLE, folder, menu};

/// What must be reached in a language.
struct Floors {
    /// The least of a hundred misheard names that are read right.
    right: usize,
    /// The most of a hundred misheard names that are read as something else, and nothing asked.
    wrong: usize,
    /// The most of a thousand common words that are taken for something on the menu.
    taken: usize,
}

const fn floors(language: Language) -> Floors {
    match language {
        Language::EnUs => Floors {
            right: 80,
            wrong: 3,
            taken: 5,
        },
        Language::PtBr => Floors {
            right: 89,
            wrong: 2,
            taken: 10,
        },
    }
}

fn read(offline: &Offline, said: &str) -> Proposal {
    let transcripts = [Transcript::certain(said)];
    offline.read(&Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &Draft::default(),
        asked: None,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    })
}

/// What became of a misheard name.
enum Read {
    /// It is read as what it is.
    Right,
    /// It is asked about, or said not to be on the menu.
    Asked,
    /// It is read as something else, or dropped in silence.
    Wrong,
}

/// Whether a line is of a thing: the item, or an option on it.
fn names(wish: &Wish, id: &str) -> bool {
    wish.items.iter().any(|item| item.as_str() == id)
        || wish.add.iter().any(|option| option.option.as_str() == id)
}

fn judged(proposal: &Proposal, as_it_is: &Proposal, id: &str) -> Read {
    let asked = !proposal.off_menu.is_empty() || !proposal.unclear.is_empty() || proposal.edits.is_empty();
    let same = proposal.edits.len() == as_it_is.edits.len()
        && proposal
            .edits
            .iter()
            .zip(&as_it_is.edits)
            .all(|(one, other)| one.kind == other.kind);
    let named = matches!(proposal.edits.as_slice(), [edit] if matches!(&edit.kind, EditKind::Add(wish) if names(wish, id)));
    match (asked, same && named) {
        (false, true) => Read::Right,
        (true, _) => Read::Asked,
        (false, false) => Read::Wrong,
    }
}

/// A thing's own name.
fn name_of(vocabulary: &Vocabulary, id: &str) -> String {
    let items = vocabulary
        .items
        .iter()
        .map(|item| (item.id.as_str(), &item.names));
    let options = vocabulary
        .options
        .iter()
        .map(|option| (option.id.as_str(), &option.names));
    let found = items.chain(options).find(|(known, _)| *known == id);
    found.unwrap_or_else(|| panic!("no such thing: {id}")).1[0].clone()
}

#[test]
fn misheard_names_are_read() {
    let mut faults = String::new();
    for language in LANGUAGES {
        let vocabulary = vocabulary(&menu(SAMPLE), language);
        let offline = Offline::new(vocabulary.clone(), language);
        let path = folder().join("heard").join(format!("{}.txt", language.tag()));
        let text = std::fs::read_to_string(path).unwrap();
        let (mut all, mut right, mut wrong) = (0, 0, 0);
        for line in text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let [id, around, heard] = line.splitn(3, ": ").collect::<Vec<_>>().try_into().unwrap();
            let as_it_is = read(&offline, &around.replace('_', &name_of(&vocabulary, id)));
            for heard in heard.split(", ") {
                let said = around.replace('_', heard);
                let proposal = read(&offline, &said);
                all += 1;
                match judged(&proposal, &as_it_is, id) {
                    Read::Right => right += 1,
                    Read::Asked => println!("{} asked {id}: {said}", language.tag()),
                    Read::Wrong => {
                        wrong += 1;
                        println!("{} WRONG {id}: {said}: {:?}", language.tag(), proposal.edits);
                    }
                }
            }
        }
        let Floors {
            right: least,
            wrong: most,
            ..
        } = floors(language);
        println!(
            "{}: {right} of {all} misheard names read, {wrong} wrongly",
            language.tag()
        );
        if right * 100 < least * all || wrong * 100 > most * all {
            faults.push_str(&format!(
                "{}: {right} of {all} read, {wrong} wrongly\n",
                language.tag()
            ));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// The words of a menu's names, of which nothing can be said to be taken wrongly.
fn words_of_names(vocabulary: &Vocabulary) -> BTreeSet<String> {
    let items = vocabulary.items.iter().flat_map(|item| &item.names);
    let options = vocabulary.options.iter().flat_map(|option| &option.names);
    let values = vocabulary
        .attributes
        .iter()
        .flat_map(|attribute| &attribute.values);
    let values = values.flat_map(|(_, names)| names);
    let kinds = vocabulary.categories.iter().flat_map(|category| &category.names);
    let names = items.chain(options).chain(values).chain(kinds);
    let words = names.flat_map(|name| name.split(|c: char| !c.is_alphabetic()));
    words.map(str::to_lowercase).collect()
}

#[test]
fn common_words_are_not_taken_for_dishes() {
    let mut faults = String::new();
    for language in LANGUAGES {
        let vocabulary = vocabulary(&menu(SAMPLE), language);
        let known = words_of_names(&vocabulary);
        let offline = Offline::new(vocabulary, language);
        let path = folder().join("common").join(format!("{}.txt", language.tag()));
        let text = std::fs::read_to_string(path).unwrap();
        let words: BTreeSet<&str> = text
            .split_whitespace()
            .filter(|word| !known.contains(*word))
            .collect();
        assert!(words.len() >= 1000, "{} words", words.len());
        let before = match language {
            Language::EnUs => "i'd like a",
            Language::PtBr => "quero um",
        };
        let mut taken = 0;
        for word in &words {
            let proposal = read(&offline, &format!("{before} {word}"));
            if !proposal.edits.is_empty() {
                taken += 1;
                println!("{} taken: {word}: {:?}", language.tag(), proposal.edits[0].kind);
            }
        }
        println!(
            "{}: {taken} of {} common words taken for something",
            language.tag(),
            words.len()
        );
        if taken * 1000 > floors(language).taken * words.len() {
            faults.push_str(&format!("{}: {taken} of {} taken\n", language.tag(), words.len()));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
