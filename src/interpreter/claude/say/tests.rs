//! Sentences that may be spoken, and those that may not.

use super::*;
use crate::interpreter::claude::sample::shop;

#[test]
fn a_sentence_that_states_something_is_not_spoken() {
    let (menu, offline) = shop();
    let check = |language, text: &str, expected: Result<(), Unsaid>| {
        let offline = offline.grammar(language).unwrap();
        let wording = Wording {
            menu: &menu,
            language,
            offline,
        };
        assert_eq!(wording.checked(text).map(|_| ()), expected, "{text}");
    };
    use Language::{EnUs, PtBr};
    for text in [
        "Good choice, {lines} for you.",
        "Right you are: {lines}.",
        "No trouble at all, {lines} instead of {gone}; {total} in all.",
        "Gladly, {lines}.",
        "You have {lines} on your list.",
    ] {
        check(EnUs, text, Ok(()));
    }
    for text in [
        "Boa escolha: {lines}.",
        "Sem problema, {lines} no lugar de {gone}.",
        "Anotado, {lines} pra você.",
        "Claro, tirei {gone}.",
    ] {
        check(PtBr, text, Ok(()));
    }
    let refused = [
        (EnUs, "Two of them, {lines}.", Unsaid::Number),
        (EnUs, "{lines}, 2 of them.", Unsaid::Number),
        (EnUs, "{lines}, ② of them.", Unsaid::Number),
        (EnUs, "A couple of {lines}.", Unsaid::Number),
        (EnUs, "Great Coke, {lines}.", Unsaid::MenuName),
        (EnUs, "{lines}, a large for you.", Unsaid::MenuName),
        (EnUs, "Your guaraná, {lines}.", Unsaid::MenuName),
        (EnUs, "{lines}, on the way.", Unsaid::Fact),
        (EnUs, "{lines}, and the kitchen has it.", Unsaid::Fact),
        (EnUs, "{lines}, soon with you.", Unsaid::Fact),
        (EnUs, "{lines}, and it's free.", Unsaid::Fact),
        (EnUs, "{lines} at a discount.", Unsaid::Fact),
        (EnUs, "{lines}, and that's vegan.", Unsaid::Fact),
        (EnUs, "{lines}, no nuts in it.", Unsaid::Fact),
        (EnUs, "{lines}, safe for you.", Unsaid::Fact),
        (EnUs, "{lines}, é grátis.", Unsaid::Fact),
        (EnUs, "{lines}. Anything else?", Unsaid::Question),
        (EnUs, "{lines} <break/>", Unsaid::Markup),
        (EnUs, "{lines}\nand more", Unsaid::Markup),
        (EnUs, "{price}", Unsaid::Gap),
        (EnUs, "{lines", Unsaid::Gap),
        (EnUs, "{lines} бесплатно.", Unsaid::Foreign),
        (EnUs, "Boa escolha, {lines} para você.", Unsaid::Foreign),
        (PtBr, "Good choice, {lines} for you.", Unsaid::Foreign),
        (PtBr, "{lines}, são duas.", Unsaid::Number),
        (PtBr, "{lines}, meia dúzia.", Unsaid::Number),
        (PtBr, "{lines}, já saiu.", Unsaid::Fact),
        (PtBr, "{lines} de graça.", Unsaid::Fact),
        (PtBr, "{lines}, sem glúten.", Unsaid::Fact),
        (PtBr, "{lines}, não contém amendoim.", Unsaid::Fact),
        (PtBr, "{lines}, chega em instantes.", Unsaid::Fact),
        (PtBr, "A coca: {lines}.", Unsaid::MenuName),
    ];
    for (language, text, why) in refused {
        check(language, text, Err(why));
    }
    let long = format!("{} {{lines}}", "well ".repeat(50));
    check(EnUs, &long, Err(Unsaid::TooLong));
}
