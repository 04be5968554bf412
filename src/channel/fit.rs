//! Fitting text into a platform's limits: cut at the end of a sentence, else between words, else anywhere.

use unicode_segmentation::UnicodeSegmentation;

/// What one character costs of a limit: 1 where characters are counted, more where bytes or escapes are.
pub(crate) type Cost = fn(char) -> usize;

/// What a text costs.
pub(crate) fn cost_of(text: &str, cost: Cost) -> usize {
    text.chars().map(cost).sum()
}

/// The text as pieces that each cost at most `limit`, nothing left out but the white space at the seams.
pub(crate) fn split(text: &str, limit: usize, cost: Cost) -> Vec<String> {
    // Nearly every reply fits as it is, and nobody looks for its sentences then.
    if cost_of(text, cost) <= limit {
        let whole = text.trim();
        return if whole.is_empty() {
            Vec::new()
        } else {
            vec![whole.to_owned()]
        };
    }
    let mut pieces = Packing::new(limit, cost);
    for sentence in text.split_sentence_bounds() {
        if cost_of(sentence.trim(), cost) <= limit {
            pieces.push(sentence);
            continue;
        }
        for word in sentence.split_inclusive(char::is_whitespace) {
            if cost_of(word.trim(), cost) <= limit {
                pieces.push(word);
            } else {
                pieces.close();
                word.chars().for_each(|c| pieces.push(c.encode_utf8(&mut [0; 4])));
            }
        }
    }
    pieces.finish()
}

/// The pieces that fit into `limit` together, each with `overhead` of its own. Where not all do, the last one
/// stays, because it holds what is asked, and the ones before it give way.
pub(crate) fn keep(pieces: Vec<String>, limit: usize, overhead: usize, cost: Cost) -> Vec<String> {
    let price = |piece: &String| cost_of(piece, cost) + overhead;
    if pieces.iter().map(price).sum::<usize>() <= limit {
        return pieces;
    }
    let Some((last, before)) = pieces.split_last() else {
        return pieces;
    };
    let mut left = limit.saturating_sub(price(last));
    let mut kept: Vec<String> = before
        .iter()
        .take_while(|piece| {
            let fits = price(piece) <= left;
            left = left.saturating_sub(price(piece));
            fits
        })
        .cloned()
        .collect();
    kept.push(last.clone());
    kept
}

/// Chunks put one after the other into pieces.
struct Packing {
    done: Vec<String>,
    open: String,
    limit: usize,
    cost: Cost,
}

impl Packing {
    fn new(limit: usize, cost: Cost) -> Self {
        Self {
            done: Vec::new(),
            open: String::new(),
            limit,
            cost,
        }
    }

    fn push(&mut self, chunk: &str) {
        if cost_of(format!("{}{chunk}", self.open).trim(), self.cost) > self.limit {
            self.close();
        }
        self.open.push_str(chunk);
    }

    fn close(&mut self) {
        let piece = std::mem::take(&mut self.open);
        if !piece.trim().is_empty() {
            self.done.push(piece.trim().to_owned());
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.close();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, limit: usize, expected: &[&str]) {
        assert_eq!(split(text, limit, |_| 1), expected, "{text:?} into {limit}");
    }

    #[test]
    fn texts_are_split_where_it_hurts_least() {
        check("", 10, &[]);
        check("One. Two.", 20, &["One. Two."]);
        check("One. Two. Three.", 9, &["One. Two.", "Three."]);
        check(
            "Um, dois e três. Só isso?",
            12,
            &["Um, dois e", "três.", "Só isso?"],
        );
        check("abcdefghij", 4, &["abcd", "efgh", "ij"]);
        check("ab cdefghij k.", 4, &["ab", "cdef", "ghij", "k."]);
    }

    #[test]
    fn the_last_piece_stays() {
        let pieces = || ["One.", "Two.", "Three.", "Yes?"].map(str::to_owned).to_vec();
        assert_eq!(keep(pieces(), 18, 0, |_| 1), pieces());
        assert_eq!(keep(pieces(), 12, 0, |_| 1), ["One.", "Two.", "Yes?"]);
        assert_eq!(keep(pieces(), 12, 2, |_| 1), ["One.", "Yes?"]);
        assert_eq!(keep(pieces(), 1, 0, |_| 1), ["Yes?"]);
        assert!(keep(Vec::new(), 1, 0, |_| 1).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn no_piece_is_too_long_and_no_word_is_lost(text in "\\PC{0,400}", limit in 1usize..60) {
            let pieces = split(&text, limit, |_| 1);
            for piece in &pieces {
                proptest::prop_assert!(piece.chars().count() <= limit);
            }
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            proptest::prop_assert_eq!(bare(&pieces.concat()), bare(&text));
        }
    }
}
