//! Finds the sentences of a Fluent file while the program is compiled, so that each can be compiled by itself when it is
//! first said.

#![expect(
    clippy::indexing_slicing,
    reason = "what runs while the program is compiled fails its build, and nothing else can"
)]

/// Where a sentence stands in its file, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence {
    from: u16,
    /// The end of its key, which it begins with.
    key: u16,
    to: u16,
}

impl Sentence {
    /// Its key.
    pub(super) fn key<'f>(&self, file: &'f str) -> &'f str {
        file.get(usize::from(self.from)..usize::from(self.key))
            .unwrap_or_default()
    }

    /// As it is written, key and all.
    pub(super) fn written<'f>(&self, file: &'f str) -> &'f str {
        file.get(usize::from(self.from)..usize::from(self.to))
            .unwrap_or_default()
    }
}

/// How many sentences a file has.
pub(super) const fn count(file: &str) -> usize {
    let (mut sentences, mut at) = (0, 0);
    while at < file.len() {
        sentences += begins(file.as_bytes(), at) as usize;
        at += 1;
    }
    sentences
}

/// The sentences of a file, sorted by their keys: each begins a line with its own, and goes on to the next.
pub(super) const fn of<const SENTENCES: usize>(file: &str) -> [Sentence; SENTENCES] {
    let file = file.as_bytes();
    assert!(file.len() < u16::MAX as usize);
    let nothing = Sentence {
        from: 0,
        key: 0,
        to: 0,
    };
    let mut sentences = [nothing; SENTENCES];
    let (mut known, mut end) = (0, file.len());
    let mut at = file.len();
    while at > 0 {
        at -= 1;
        if begins(file, at) {
            let mut key = at;
            while file[key] != b' ' {
                key += 1;
            }
            sentences[known] = Sentence {
                from: at as u16,
                key: key as u16,
                to: end as u16,
            };
            let mut place = known;
            while place > 0 && is_before(file, sentences[place], sentences[place - 1]) {
                let other = sentences[place];
                sentences[place] = sentences[place - 1];
                sentences[place - 1] = other;
                place -= 1;
            }
            known += 1;
            end = at;
        }
    }
    sentences
}

const fn begins(file: &[u8], at: usize) -> bool {
    file[at].is_ascii_alphabetic() && (at == 0 || file[at - 1] == b'\n')
}

const fn is_before(file: &[u8], one: Sentence, other: Sentence) -> bool {
    let (mut at, mut with) = (one.from as usize, other.from as usize);
    while at < one.key as usize && with < other.key as usize && file[at] == file[with] {
        at += 1;
        with += 1;
    }
    with < other.key as usize && (at == one.key as usize || file[at] < file[with])
}
