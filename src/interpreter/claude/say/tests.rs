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
        // Promises of other kinds, and what nobody sees or hears as it is written.
        (EnUs, "{lines}, our treat.", Unsaid::Fact),
        (EnUs, "{lines}, you owe us a smile.", Unsaid::Fact),
        (EnUs, "{lines}, all hypoallergenic.", Unsaid::Fact),
        (EnUs, "{lines}, entirely plant based.", Unsaid::Fact),
        (EnUs, "{lines}, fine for celiacs.", Unsaid::Fact),
        (EnUs, "{lines}, booked.", Unsaid::Fact),
        (EnUs, "{lines}, says Claude.", Unsaid::Fact),
        (EnUs, "{lines}, dear owner.", Unsaid::Fact),
        (EnUs, "{lines}, regalo nuestro.", Unsaid::Fact),
        (EnUs, "{lines}, see evil.example.", Unsaid::Markup),
        (EnUs, "{lines} \u{1f193}", Unsaid::Markup),
        (EnUs, "{lines}, f\u{200b}ree for you.", Unsaid::Markup),
        (EnUs, "{lines}, f r e e for you.", Unsaid::Foreign),
        (EnUs, "{lines}, gr\u{101}t\u{131}s for you.", Unsaid::Foreign),
        (PtBr, "{lines}, um mimo nosso.", Unsaid::Fact),
        (PtBr, "{lines}, você não deve nada.", Unsaid::Fact),
        (PtBr, "{lines}, nunca deu reação.", Unsaid::Fact),
        (PtBr, "{lines}, despachado.", Unsaid::Fact),
    ];
    for (language, text, why) in refused {
        check(language, text, Err(why));
    }
    let long = format!("{} {{lines}}", "well ".repeat(50));
    check(EnUs, &long, Err(Unsaid::TooLong));
}
