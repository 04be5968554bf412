//! How far a talk that was played came to the orders that are written, whatever was said on the way: an interpreter that
//! words its own replies is held to what becomes of the order, and to nothing else.

use super::script::{Input, Line, Script, Step};
use super::state::NOTHING;

/// What a talk came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reached {
    /// What the customer said, turn by turn.
    pub turns: usize,
    /// The turns after which the order is not the one that is written.
    pub apart: Vec<Apart>,
    /// Whether every state that is written was reached, in this order, and the last one is where the talk ended.
    pub whole: bool,
}

/// A turn after which the order is another than is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The number of its line, from 1.
    pub line: usize,
    /// That line.
    pub input: String,
    /// The state that is written.
    pub written: String,
    /// The state that there was; none where the talk had ended before.
    pub played: Option<String>,
    /// What the shop said.
    pub said: Vec<String>,
}

/// Compares what is written with as much of it as could be played.
pub fn reached(written: &Script, played: &[Step]) -> Reached {
    let mut reached = Reached::default();
    let (mut is, mut ought) = (NOTHING, NOTHING);
    for (number, step) in written.steps.iter().enumerate() {
        let play = played.get(number);
        ought = state(step).unwrap_or(ought);
        is = play.and_then(state).unwrap_or(is);
        if !matches!(step.input, Input::Customer(_) | Input::Uncarried(_)) {
            continue;
        }
        reached.turns += 1;
        if play.is_none() || is != ought {
            reached.apart.push(Apart {
                line: step.number,
                input: step.input.to_string(),
                written: ought.to_owned(),
                played: play.map(|_| is.to_owned()),
                said: play.map(said).unwrap_or_default(),
            });
        }
    }
    let mut ways = played.iter().filter_map(state);
    let all = written
        .steps
        .iter()
        .filter_map(state)
        .all(|ought| ways.any(|is| is == ought));
    reached.whole = all && is == ought && played.len() == written.steps.len();
    reached
}

fn state(step: &Step) -> Option<&str> {
    step.lines.iter().rev().find_map(|line| match line {
        Line::State(state) => Some(state.as_str()),
        Line::Shop(_) | Line::Announced(_) => None,
    })
}

fn said(step: &Step) -> Vec<String> {
    let said = step.lines.iter().filter_map(|line| match line {
        Line::Shop(words) => Some(words.clone()),
        Line::State(_) | Line::Announced(_) => None,
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "! launch\n< Hi.\n> a soup\n< One soup.\n= 1 soup\n> and a tea\n< A tea.\n= 1 soup; 1 tea\n\
                           > thanks\n< Sure.\n";

    fn check(played: &str, apart: &[usize], whole: bool) {
        let written = Script::parse(WRITTEN).unwrap();
        let played = Script::parse(played).unwrap();
        let reached = reached(&written, &played.steps);
        let lines: Vec<usize> = reached.apart.iter().map(|apart| apart.line).collect();
        assert_eq!(
            (reached.turns, lines.as_slice(), reached.whole),
            (3, apart, whole)
        );
    }

    #[test]
    fn other_words_are_no_other_order() {
        check(WRITTEN, &[], true);
        check(
            "! launch\n< Hey!\n> a soup\n< Soup it is.\n= 1 soup\n> and a tea\n< Sure.\n= 1 soup; 1 tea\n> thanks\n",
            &[],
            true,
        );
    }

    #[test]
    fn another_order_is_found_where_it_begins_and_ends() {
        // Asked back first, and taken a turn late.
        check(
            "! launch\n> a soup\n< A soup?\n> and a tea\n= 1 soup\n> thanks\n= 1 soup; 1 tea\n",
            &[3, 6],
            true,
        );
        check(
            "! launch\n> a soup\n= 2 soup\n> and a tea\n= 2 soup; 1 tea\n> thanks\n",
            &[3, 6, 9],
            false,
        );
        check(
            "! launch\n> a soup\n= 1 soup\n> and a tea\n= 1 soup; 1 tea\n> thanks\n= 1 soup\n",
            &[9],
            false,
        );
        // Ended early.
        check("! launch\n> a soup\n= 1 soup\n", &[6, 9], false);
    }
}
