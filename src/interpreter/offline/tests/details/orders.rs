//! Orders with details among them: what is left is read as if they had not been said.

use super::{english, portuguese};
use crate::interpreter::{Act, Asked, Certainty, Heard, Transcript};
use crate::order::{Draft, Language};

use super::super::offline;

#[test]
fn much_in_one_breath() {
    english(
        None,
        &[
            (
                "two large pizzas with ham and a coke for delivery to 62 maple street apartment four, I'll pay cash, change for a hundred",
                "delivery; street Maple Street; no 62; unit apartment 4; cash; change 10000 | 2 pizza =large +ham; 1 coke",
            ),
            (
                "a coke for pickup at seven thirty pm, under the name Ana",
                "pickup; 19:30; name Ana | 1 coke",
            ),
            ("a coke, by card, and that's all", "card | done; 1 coke"),
        ],
    );
    portuguese(
        None,
        &[
            (
                "duas pizzas grandes de presunto e uma coca pra entrega na rua das flores sessenta e dois apê quatro, em dinheiro, troco pra cem",
                "delivery; street Rua das Flores; no 62; unit apartamento 4; cash; change 10000 | 2 pizza =large +ham; 1 coke",
            ),
            (
                "uma coca pra retirada às sete e meia da noite, em nome de Ana",
                "pickup; 19:30; name Ana | 1 coke",
            ),
            ("uma coca, no cartão, e só isso", "card | done; 1 coke"),
        ],
    );
}

#[test]
fn the_transcript_that_answers_is_taken() {
    let check = |language, asked: Asked, said: &[&str], expected: &str| {
        let offline = offline(language);
        let transcripts: Vec<Transcript> = said.iter().map(|text| Transcript::certain(*text)).collect();
        let proposal = offline.read(&Heard {
            transcripts: &transcripts,
            hint: None,
            draft: &Draft::default(),
            asked: Some(&asked),
            last_line: None,
            spoken: None,
            recent: &[],
            within: None,
        });
        assert_eq!(super::details(&proposal.details), expected, "{said:?}");
        assert_eq!(proposal.act, Act::Edit);
        assert_eq!(proposal.certainty, Certainty::Certain);
        assert!(proposal.edits.is_empty());
    };
    check(
        Language::EnUs,
        Asked::PostalCode,
        &["nine for one oh seven", "nine four one oh seven"],
        "code 94107",
    );
    check(Language::EnUs, Asked::Payment, &["buy cod", "by card"], "card");
    check(
        Language::PtBr,
        Asked::HouseNumber,
        &["maia dois", "meia dois"],
        "no 62",
    );
    check(Language::PtBr, Asked::Time, &["as cetim", "às sete"], "7:00?");
}

#[test]
fn citations_are_verbatim_where_words_were_taken_out() {
    let offline = offline(Language::EnUs);
    let said = "A large pizza, for pickup, with ham";
    let transcripts = [Transcript::certain(said)];
    let proposal = offline.read(&Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &Draft::default(),
        asked: None,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    });
    assert!(!proposal.edits.is_empty());
    for edit in &proposal.edits {
        assert!(said.contains(&edit.cites), "{}", edit.cites);
    }
}
