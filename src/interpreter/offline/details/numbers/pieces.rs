//! What a word is in a number, in each language.

use crate::order::Language;

/// What a word is in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::interpreter::offline::details) enum Piece {
    /// 0 to 9.
    Unit(u32),
    /// 10 to 19.
    Teen(u32),
    /// 20, 30 … 90.
    Tens(u32),
    /// 100, 200 … 900, in Portuguese.
    Hundreds(u32),
    /// "Hundred": so many hundreds.
    Hundred,
    /// "Thousand", "mil".
    Thousand,
}

/// What a word is in a number, if it is anything.
pub(in crate::interpreter::offline::details) fn piece_of(language: Language, word: &str) -> Option<Piece> {
    match language {
        Language::EnUs => english(word),
        Language::PtBr => portuguese(word),
    }
}

/// What a word stands for among English digits that sounds like one of them.
pub(super) fn misheard(word: &str) -> Option<Piece> {
    match word {
        "to" | "too" => Some(Piece::Unit(2)),
        "for" => Some(Piece::Unit(4)),
        "ate" => Some(Piece::Unit(8)),
        "won" => Some(Piece::Unit(1)),
        _ => None,
    }
}

/// Whether a word that is no number may stand for a digit, in any language ("oh five", "meia dois", "won").
pub(in crate::interpreter::offline::details) fn is_like_digit(word: &str) -> bool {
    matches!(word, "oh" | "o" | "meia") || misheard(word).is_some()
}

fn english(word: &str) -> Option<Piece> {
    Some(match word {
        "zero" => Piece::Unit(0),
        "one" => Piece::Unit(1),
        "two" => Piece::Unit(2),
        "three" => Piece::Unit(3),
        "four" => Piece::Unit(4),
        "five" => Piece::Unit(5),
        "six" => Piece::Unit(6),
        "seven" => Piece::Unit(7),
        "eight" => Piece::Unit(8),
        "nine" => Piece::Unit(9),
        "ten" => Piece::Teen(10),
        "eleven" => Piece::Teen(11),
        "twelve" => Piece::Teen(12),
        "thirteen" => Piece::Teen(13),
        "fourteen" => Piece::Teen(14),
        "fifteen" => Piece::Teen(15),
        "sixteen" => Piece::Teen(16),
        "seventeen" => Piece::Teen(17),
        "eighteen" => Piece::Teen(18),
        "nineteen" => Piece::Teen(19),
        "twenty" => Piece::Tens(20),
        "thirty" => Piece::Tens(30),
        "forty" | "fourty" => Piece::Tens(40),
        "fifty" => Piece::Tens(50),
        "sixty" => Piece::Tens(60),
        "seventy" => Piece::Tens(70),
        "eighty" => Piece::Tens(80),
        "ninety" => Piece::Tens(90),
        "hundred" => Piece::Hundred,
        "thousand" => Piece::Thousand,
        _ => return None,
    })
}

fn portuguese(word: &str) -> Option<Piece> {
    Some(match word {
        "zero" => Piece::Unit(0),
        "um" | "uma" => Piece::Unit(1),
        "dois" | "duas" => Piece::Unit(2),
        "tres" => Piece::Unit(3),
        "quatro" => Piece::Unit(4),
        "cinco" => Piece::Unit(5),
        "seis" => Piece::Unit(6),
        "sete" => Piece::Unit(7),
        "oito" => Piece::Unit(8),
        "nove" => Piece::Unit(9),
        "dez" => Piece::Teen(10),
        "onze" => Piece::Teen(11),
        "doze" => Piece::Teen(12),
        "treze" => Piece::Teen(13),
        "quatorze" | "catorze" => Piece::Teen(14),
        "quinze" => Piece::Teen(15),
        "dezesseis" => Piece::Teen(16),
        "dezessete" => Piece::Teen(17),
        "dezoito" => Piece::Teen(18),
        "dezenove" => Piece::Teen(19),
        "vinte" => Piece::Tens(20),
        "trinta" => Piece::Tens(30),
        "quarenta" => Piece::Tens(40),
        "cinquenta" | "cincoenta" => Piece::Tens(50),
        "sessenta" => Piece::Tens(60),
        "setenta" => Piece::Tens(70),
        "oitenta" => Piece::Tens(80),
        "noventa" => Piece::Tens(90),
        "cem" | "cento" => Piece::Hundreds(100),
        "duzentos" | "duzentas" => Piece::Hundreds(200),
        "trezentos" | "trezentas" => Piece::Hundreds(300),
        "quatrocentos" | "quatrocentas" => Piece::Hundreds(400),
        "quinhentos" | "quinhentas" => Piece::Hundreds(500),
        "seiscentos" | "seiscentas" => Piece::Hundreds(600),
        "setecentos" | "setecentas" => Piece::Hundreds(700),
        "oitocentos" | "oitocentas" => Piece::Hundreds(800),
        "novecentos" | "novecentas" => Piece::Hundreds(900),
        "mil" => Piece::Thousand,
        _ => return None,
    })
}
