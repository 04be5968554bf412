//! Reads whatever the fuzzer makes up, in both languages, and holds what must hold of any words: nothing panics, whatever
//! is quoted stands in the text, and no reading takes longer than it may.
//!
//! `cargo +nightly fuzz run read` from the root; `-- -max_len=100000` for long inputs. No part of any other check.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use comanda::app::shop_files::menu_of;
use comanda::interpreter::from_menu::vocabulary;
use comanda::interpreter::{Asked, Heard, Offline, Transcript};
use comanda::order::{Draft, Language};
use libfuzzer_sys::fuzz_target;

/// The longest that a reading may take, with room for what the fuzzer's own instruments cost.
const LONGEST: Duration = Duration::from_millis(50);

static GRAMMARS: LazyLock<Vec<Offline>> = LazyLock::new(|| {
    let menu = menu_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../menu")).expect("the sample menu is read");
    let compiled = |language| Offline::new(vocabulary(&menu, language), language);
    Language::ALL.into_iter().map(compiled).collect()
});

/// What may have been asked, picked by the first byte.
const ASKED: [Option<Asked>; 8] = [
    None,
    Some(Asked::AnythingElse),
    Some(Asked::YesNo),
    Some(Asked::PostalCode),
    Some(Asked::HouseNumber),
    Some(Asked::Name),
    Some(Asked::IfMissing),
    Some(Asked::HowMany),
];

fuzz_target!(|data: &[u8]| {
    let Some((first, text)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let transcripts = [Transcript::certain(text.clone())];
    for offline in GRAMMARS.iter() {
        let started = Instant::now();
        let proposal = offline.read(&Heard {
            transcripts: &transcripts,
            hint: None,
            draft: &Draft::default(),
            asked: ASKED[usize::from(*first) % ASKED.len()].as_ref(),
            last_line: None,
            spoken: None,
            recent: &[],
            within: None,
        });
        assert!(started.elapsed() < LONGEST, "{:?} for {} bytes", started.elapsed(), text.len());
        for edit in &proposal.edits {
            assert!(text.contains(&edit.cites), "{:?} is not in {text:?}", edit.cites);
        }
    }
});
