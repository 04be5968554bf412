//! A sentence in an interpreter's own words: text that states no fact, and gaps that code fills with those.

/// What a gap is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SayGap {
    /// `{lines}`: what was added or changed, with number, size and options.
    Lines,
    /// `{gone}`: what was taken off or replaced.
    Gone,
    /// `{total}`: what the draft comes to now.
    Total,
}

impl SayGap {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Lines, "lines"),
        (Self::Gone, "gone"),
        (Self::Total, "total"),
    ];

    fn named(name: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, known)| *known == name);
        known.map(|(gap, _)| *gap)
    }
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Gap(SayGap),
}

/// A sentence with gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Say {
    pieces: Vec<Piece>,
}

/// What the gaps of one turn are filled with; what there is nothing of is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SayFills {
    /// What was added or changed.
    pub lines: String,
    /// What was taken off or replaced.
    pub gone: String,
    /// What the draft comes to now, where that is to be said.
    pub total: String,
}

impl SayFills {
    fn of(&self, gap: SayGap) -> &str {
        match gap {
            SayGap::Lines => &self.lines,
            SayGap::Gone => &self.gone,
            SayGap::Total => &self.total,
        }
    }
}

impl Say {
    /// Reads a sentence; none where its braces do not pair or hold a name that is no gap's.
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}')?;
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(Piece::Gap(SayGap::named(name.trim())?));
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        let closed = pieces
            .iter()
            .all(|piece| !matches!(piece, Piece::Text(text) if text.contains('}')));
        closed.then_some(Self { pieces })
    }

    /// Its own text, without the gaps.
    pub fn text(&self) -> String {
        let texts = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Gap(_) => " ",
        });
        texts.collect()
    }

    /// The sentence with its gaps filled; none unless it says each thing that there is to say exactly once, and nothing
    /// that there is not.
    pub fn filled(&self, fills: &SayFills) -> Option<String> {
        let times = |gap: SayGap| {
            self.pieces
                .iter()
                .filter(|piece| **piece == Piece::Gap(gap))
                .count()
        };
        let whole = SayGap::ALL
            .iter()
            .all(|(gap, _)| times(*gap) == usize::from(!fills.of(*gap).is_empty()));
        let filled = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Gap(gap) => fills.of(*gap),
        });
        let says_something = fills != &SayFills::default();
        (whole && says_something).then(|| filled.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fills(lines: &str, gone: &str, total: &str) -> SayFills {
        SayFills {
            lines: lines.to_owned(),
            gone: gone.to_owned(),
            total: total.to_owned(),
        }
    }

    #[test]
    fn a_sentence_says_each_fact_once() {
        let check = |text: &str, fills: &SayFills, expected: Option<&str>| {
            let filled = Say::parse(text).and_then(|say| say.filled(fills));
            assert_eq!(filled.as_deref(), expected, "{text}");
        };
        let added = fills("two cokes", "", "");
        check("Sure, {lines} for you.", &added, Some("Sure, two cokes for you."));
        check("Sure, { lines }.", &added, Some("Sure, two cokes."));
        check("Sure.", &added, None);
        check("{lines} and {lines}.", &added, None);
        check("{lines} instead of {gone}.", &added, None);
        check(
            "{lines} instead of {gone}.",
            &fills("a coke", "the flan", ""),
            Some("a coke instead of the flan."),
        );
        check(
            "{lines}, {total} now.",
            &fills("a coke", "", "nine"),
            Some("a coke, nine now."),
        );
        check("{lines}.", &fills("a coke", "", "nine"), None);
        check("Fine.", &SayFills::default(), None);
        for text in ["{price}", "{lines", "lines}", "{{lines}}", "{}"] {
            check(text, &added, None);
        }
    }
}
