//! What becomes of answers, right and wrong, over the sample menu.

use std::sync::Arc;

use serde_json::{Value, json};

use super::*;
use crate::interpreter::claude::sample::{draft, shop};
use crate::interpreter::{Asked, EditKind, Hint, OfflineInterpreter, Transcript};
use crate::order::{Draft, Language};

/// What is proposed (`+`), doubted (`?`) and refused (`!`) of an answer, in few words.
fn verdict(judged: &Judged) -> String {
    let name = |kind: &EditKind| match kind {
        EditKind::Add(wish) => format!("add {} {}", wish.quantity.unwrap_or(1), wish.items[0]),
        EditKind::Remove { .. } => "remove".to_owned(),
        EditKind::SetQuantity { quantity, .. } => format!("set {quantity}"),
        EditKind::Modify { .. } => "change".to_owned(),
        EditKind::Replace { wish, .. } => format!("replace by {}", wish.items[0]),
        EditKind::Again { quantity, .. } => format!("{quantity} more"),
    };
    let proposal = &judged.proposal;
    let applied = proposal.edits.iter().map(|edit| format!("+{}", name(&edit.kind)));
    let doubted = proposal
        .doubted
        .edits
        .iter()
        .map(|edit| format!("?{}", name(&edit.kind)));
    let refused = judged.refused.iter().map(|why| format!("!{}", why.name()));
    let mut words: Vec<String> = applied.chain(doubted).chain(refused).collect();
    words.extend(proposal.details.fulfilment.map(|way| format!("+{way:?}")));
    words.extend(proposal.doubted.fulfilment.map(|way| format!("?{way:?}")));
    words.extend(proposal.details.method.map(|way| format!("+{way:?}")));
    words.extend(proposal.doubted.method.map(|way| format!("?{way:?}")));
    words.join(", ")
}

/// A turn over the sample menu.
struct Case<'c> {
    language: Language,
    said: &'c [&'c str],
    draft: Draft,
    hint: Option<Hint>,
    asked: Option<Asked>,
}

impl<'c> Case<'c> {
    fn of(language: Language, said: &'c [&'c str]) -> Self {
        Self {
            language,
            said,
            draft: Draft::default(),
            hint: None,
            asked: None,
        }
    }

    fn judge(&self, (menu, offline): &(Arc<Menu>, OfflineInterpreter), input: &Value) -> Judged {
        let transcripts: Vec<Transcript> = self.said.iter().map(|text| Transcript::certain(*text)).collect();
        let heard = Heard {
            transcripts: &transcripts,
            hint: self.hint,
            draft: &self.draft,
            asked: self.asked.as_ref(),
            last_line: None,
            spoken: None,
            recent: &[],
            within: None,
        };
        let offline = offline.grammar(self.language).unwrap();
        let own = offline.read(&heard);
        Judging {
            menu,
            language: self.language,
            offline,
            heard: &heard,
            own: &own,
        }
        .judge(input)
    }
}

fn order(edits: &Value) -> Value {
    json!({ "act": "order", "edits": edits })
}

#[test]
fn words_that_name_an_addition_apply_it_and_others_ask() {
    let shop = shop();
    let check = |language, said: &str, edit: Value, expected: &str| {
        let judged = Case::of(language, &[said]).judge(&shop, &order(&json!([edit])));
        assert_eq!(verdict(&judged), expected, "{said}: {edit}");
    };
    use Language::{EnUs, PtBr};
    let add = |item: &str, quantity: Value, cites: &str| json!({ "do": "add", "item": item, "quantity": quantity, "cites": cites });
    // Named.
    check(
        EnUs,
        "well go on then two cokes",
        add("coke", json!(2), "two cokes"),
        "+add 2 coke",
    );
    check(
        EnUs,
        "well go on then a coke",
        add("coke", json!(null), "a coke"),
        "+add 1 coke",
    );
    check(
        EnUs,
        "well go on then coke",
        add("coke", json!(1), "coke"),
        "+add 1 coke",
    );
    check(
        PtBr,
        "desce aí meia dúzia de guaranás",
        add("guarana", json!(6), "meia dúzia de guaranás"),
        "+add 6 guarana",
    );
    // A citation that cuts a number short takes all of it.
    check(
        EnUs,
        "well go on then a couple of cokes",
        add("coke", json!(2), "couple of cokes"),
        "+add 2 coke",
    );
    check(
        EnUs,
        "well go on then twenty two cokes",
        add("coke", json!(2), "two cokes"),
        "?add 2 coke",
    );
    // Another number than the words say.
    check(
        EnUs,
        "well go on then two cokes",
        add("coke", json!(3), "two cokes"),
        "?add 3 coke",
    );
    check(
        EnUs,
        "well go on then two cokes",
        add("coke", json!(null), "two cokes"),
        "?add 1 coke",
    );
    check(
        EnUs,
        "five hundred cokes",
        add("coke", json!(500), "five hundred cokes"),
        "?add 1 coke",
    );
    check(
        EnUs,
        "some cokes",
        add("coke", json!(-1), "some cokes"),
        "!no_such_quantity",
    );
    // What nobody can have said is asked about without its number.
    check(
        EnUs,
        "a heap of coke",
        add("coke", json!(500), "heap of coke"),
        "?add 1 coke",
    );
    // Words that name something else, or nothing.
    check(
        EnUs,
        "that brown fizzy stuff",
        add("coke", json!(null), "that brown fizzy stuff"),
        "?add 1 coke",
    );
    check(
        EnUs,
        "one guaraná please",
        add("coke", json!(1), "one guaraná"),
        "?add 1 coke",
    );
    check(
        EnUs,
        "a coke and a guaraná",
        add("coke", json!(1), "a coke and a guaraná"),
        "?add 1 coke",
    );
    // No words, other words, no such thing.
    check(EnUs, "hello there", add("coke", json!(1), ""), "!no_words");
    check(EnUs, "hello there", add("coke", json!(1), "a coke"), "!no_words");
    check(
        EnUs,
        "one pepsi",
        add("pepsi", json!(1), "one pepsi"),
        "!no_such_id",
    );
    // A "no" before the citation still counts.
    check(
        EnUs,
        "please no coke for me",
        add("coke", json!(1), "coke"),
        "?add 1 coke",
    );
    check(
        PtBr,
        "sem coca por favor",
        add("coke", json!(1), "coca"),
        "?add 1 coke",
    );
    // A question is no order.
    check(
        EnUs,
        "how much is a coke",
        add("coke", json!(1), "a coke"),
        "?add 1 coke",
    );
}

#[test]
fn sizes_and_options_must_be_named_too() {
    let shop = shop();
    let check = |said: &str, more: Value, expected: &str| {
        let mut edit = json!({ "do": "add", "item": "pizza", "cites": said });
        edit.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let judged = Case::of(Language::EnUs, &[said]).judge(&shop, &order(&json!([edit])));
        assert_eq!(verdict(&judged), expected, "{said}: {more}");
    };
    let option = |id: &str| json!({ "option": id });
    check(
        "a large margherita",
        json!({ "value": "large", "options": [option("margherita")] }),
        "+add 1 pizza",
    );
    check(
        "a margherita pizza",
        json!({ "options": [option("margherita")] }),
        "+add 1 pizza",
    );
    check(
        "a margherita",
        json!({ "value": "large", "options": [option("margherita")] }),
        "?add 1 pizza",
    );
    check(
        "a large margherita",
        json!({ "value": "large", "options": [option("calabresa")] }),
        "?add 1 pizza",
    );
    check(
        "a margherita with bacon",
        json!({ "options": [option("margherita"), option("bacon")] }),
        "+add 1 pizza",
    );
    check(
        "a margherita without onion",
        json!({ "options": [option("margherita")], "without": ["onion"] }),
        "+add 1 pizza",
    );
    check(
        "a margherita with onion",
        json!({ "options": [option("margherita")], "without": ["onion"] }),
        "?add 1 pizza",
    );
    check(
        "a margherita without onion",
        json!({ "options": [option("margherita"), option("onion")] }),
        "?add 1 pizza",
    );
    check(
        "a margherita",
        json!({ "options": [option("margherita"), option("unicorn")] }),
        "!no_such_id",
    );
    check(
        "a margherita",
        json!({ "value": "gigantic", "options": [option("margherita")] }),
        "!no_such_id",
    );
    check(
        "half margherita half tuna",
        json!({ "options": [
            { "option": "margherita", "half": "first" }, { "option": "tuna", "half": "second" },
        ] }),
        "+add 1 pizza",
    );
    check(
        "a margherita with extra bacon",
        json!({ "options": [option("margherita"), { "option": "bacon", "amount": "extra" }] }),
        "+add 1 pizza",
    );
    check(
        "a margherita with bacon",
        json!({ "options": [option("margherita"), { "option": "bacon", "amount": "extra" }] }),
        "?add 1 pizza",
    );
}

#[test]
fn changes_must_name_what_they_do_and_to_what() {
    let shop = shop();
    let lines = draft(&shop.0, &[("coke", 2), ("guarana", 1)]);
    let check = |said: &str, edit: Value, expected: &str| {
        let said = [said];
        let case = Case {
            draft: lines.clone(),
            ..Case::of(Language::EnUs, &said)
        };
        let judged = case.judge(&shop, &order(&json!([edit])));
        assert_eq!(verdict(&judged), expected, "{said:?}: {edit}");
    };
    check(
        "drop the coke would you",
        json!({ "do": "remove", "line": 1, "cites": "drop the coke" }),
        "+remove",
    );
    check(
        "drop the coke would you",
        json!({ "do": "remove", "line": 2, "cites": "drop the coke" }),
        "?remove",
    );
    check(
        "the coke is lovely",
        json!({ "do": "remove", "line": 1, "cites": "the coke" }),
        "?remove",
    );
    check(
        "drop it",
        json!({ "do": "remove", "line": 2, "cites": "drop it" }),
        "+remove",
    );
    check(
        "drop it",
        json!({ "do": "remove", "line": 1, "cites": "drop it" }),
        "?remove",
    );
    check(
        "drop the coke",
        json!({ "do": "remove", "line": 7, "cites": "drop the coke" }),
        "!no_such_line",
    );
    check(
        "drop the coke",
        json!({ "do": "remove", "line": 0, "cites": "drop the coke" }),
        "!no_such_line",
    );
    check(
        "drop the coke",
        json!({ "do": "remove", "cites": "drop the coke" }),
        "!no_such_line",
    );
    check(
        "make it four cokes",
        json!({ "do": "set_quantity", "line": 1, "quantity": 4, "cites": "make it four cokes" }),
        "+set 4",
    );
    check(
        "make it four cokes",
        json!({ "do": "set_quantity", "line": 1, "quantity": 5, "cites": "make it four cokes" }),
        "?set 5",
    );
    check(
        "make it four cokes",
        json!({ "do": "set_quantity", "line": 1, "cites": "make it four cokes" }),
        "!no_such_quantity",
    );
    check(
        "water instead of the guaraná",
        json!({ "do": "replace", "line": 2, "item": "water", "cites": "water instead of the guaraná" }),
        "+replace by water",
    );
    check(
        "water and the guaraná",
        json!({ "do": "replace", "line": 2, "item": "water", "cites": "water and the guaraná" }),
        "?replace by water",
    );
    check(
        "another coke",
        json!({ "do": "one_more", "line": 1, "quantity": 1, "cites": "another coke" }),
        "+1 more",
    );
    check(
        "another coke",
        json!({ "do": "one_more", "line": 1, "quantity": 9, "cites": "another coke" }),
        "?9 more",
    );
}

#[test]
fn the_same_words_add_nothing_twice() {
    let shop = shop();
    let check = |said: &[&str], edits: Value, expected: &str| {
        let judged = Case::of(Language::EnUs, said).judge(&shop, &order(&edits));
        assert_eq!(verdict(&judged), expected, "{said:?}");
    };
    let coke = json!({ "do": "add", "item": "coke", "quantity": 2, "cites": "two cokes" });
    check(&["two cokes"], json!([coke, coke]), "+add 2 coke, ?add 2 coke");
    // Heard twice is not said twice.
    let third = json!({ "do": "add", "item": "coke", "quantity": 3, "cites": "three cokes" });
    check(
        &["two cokes", "three cokes"],
        json!([coke, third]),
        "+add 2 coke, !no_words",
    );
    check(&["tree cokes", "three cokes"], json!([third]), "+add 3 coke");
    let many: Vec<Value> = (0..60).map(|_| coke.clone()).collect();
    let judged = Case::of(Language::EnUs, &["two cokes"]).judge(&shop, &order(&json!(many)));
    assert_eq!(judged.proposal.edits.len(), 1);
    assert_eq!(judged.proposal.doubted.edits.len(), MOST_EDITS - 1);
    assert_eq!(judged.refused, [Refused::TooMuch]);
}

#[test]
fn a_verb_that_the_channel_cut_off_counts() {
    let shop = shop();
    let lines = draft(&shop.0, &[("coke", 2)]);
    let check = |hint, edit: Value, expected: &str| {
        let case = Case {
            draft: lines.clone(),
            hint,
            ..Case::of(Language::EnUs, &["the coke"])
        };
        assert_eq!(
            verdict(&case.judge(&shop, &order(&json!([edit])))),
            expected,
            "{hint:?}"
        );
    };
    let remove = json!({ "do": "remove", "line": 1, "cites": "the coke" });
    check(Some(Hint::Remove), remove.clone(), "+remove");
    check(Some(Hint::Add), remove, "?remove");
    let add = json!({ "do": "add", "item": "coke", "cites": "the coke" });
    check(Some(Hint::Add), add.clone(), "+add 1 coke");
    check(Some(Hint::Remove), add, "?add 1 coke");
}

#[test]
fn ways_are_taken_where_their_words_say_so() {
    let shop = shop();
    let check = |said: &str, what: &str, cites: &str, expected: &str| {
        let input = json!({ "act": "order", "getting": [{ "what": what, "cites": cites }] });
        assert_eq!(
            verdict(&Case::of(Language::EnUs, &[said]).judge(&shop, &input)),
            expected,
            "{said}"
        );
    };
    check(
        "run it up to my flat",
        "delivery",
        "run it up to my flat",
        "?Delivery",
    );
    check("I settle with plastic", "card", "settle with plastic", "?Card");
    check(
        "I settle with plastic",
        "bitcoin",
        "settle with plastic",
        "!malformed",
    );
    check("whatever", "delivery", "deliver it", "!no_words");
}

#[test]
fn an_act_needs_words_and_a_yes_is_never_claudes() {
    let shop = shop();
    let check = |said: &str, input: Value, expected: Act, refused: &[Refused]| {
        let judged = Case::of(Language::EnUs, &[said]).judge(&shop, &input);
        assert_eq!(judged.proposal.act, expected, "{said}: {input}");
        assert_eq!(judged.refused, refused, "{said}: {input}");
    };
    check(
        "scrap the whole thing",
        json!({ "act": "cancel_order", "act_cites": "scrap the whole thing" }),
        Act::Cancel,
        &[],
    );
    check(
        "lovely weather",
        json!({ "act": "cancel_order", "act_cites": "cancel it" }),
        Act::Nothing,
        &[Refused::NoWords],
    );
    check(
        "lovely weather",
        json!({ "act": "cancel_order" }),
        Act::Nothing,
        &[Refused::NoWords],
    );
    check(
        "splendid idea",
        json!({ "act": "yes", "act_cites": "splendid idea" }),
        Act::Nothing,
        &[],
    );
    check("lovely weather", json!({ "act": "order" }), Act::Nothing, &[]);
    check(
        "lovely weather",
        json!("order"),
        Act::Nothing,
        &[Refused::Malformed],
    );
    check(
        "lovely weather",
        json!({ "act": 7 }),
        Act::Nothing,
        &[Refused::Malformed],
    );
    check(
        "one pepsi",
        json!({ "act": "order", "not_on_menu": ["pepsi"] }),
        Act::Edit,
        &[],
    );
}

#[test]
fn wording_comes_with_edits_that_all_count() {
    let shop = shop();
    let check = |said: &str, cites: &str, say: &str, expected: Option<&str>| {
        let input = json!({
            "act": "order", "say": say,
            "edits": [{ "do": "add", "item": "coke", "cites": cites }],
        });
        let judged = Case::of(Language::EnUs, &[said]).judge(&shop, &input);
        let text = judged.proposal.say.map(|say| say.text());
        assert_eq!(text.as_deref().map(str::trim), expected, "{say}");
    };
    check(
        "a coke then",
        "a coke",
        "Lovely, {lines} it is.",
        Some("Lovely,   it is."),
    );
    check("a coke then", "a coke", "Lovely, two cokes it is.", None);
    check(
        "that fizzy stuff",
        "that fizzy stuff",
        "Lovely, {lines} it is.",
        None,
    );
}

#[test]
fn what_the_grammar_is_certain_of_counts_however_it_is_put() {
    let shop = shop();
    let check = |said: &str, edits: Value, expected: &str| {
        let binding = [said];
        let case = Case {
            draft: draft(&shop.0, &[("guarana", 2), ("coke", 1)]),
            asked: Some(Asked::AnythingElse),
            ..Case::of(Language::EnUs, &binding)
        };
        assert_eq!(verdict(&case.judge(&shop, &order(&edits))), expected, "{said}");
    };
    let flan = json!({ "do": "add", "item": "flan", "cites": "a flan" });
    check("no, add a flan", json!([flan]), "+add 1 flan");
    // What is said once is not said twice, and what the grammar does not read is not named by its reading.
    check("no, add a flan", json!([flan, flan]), "+add 1 flan, ?add 1 flan");
    let two = json!({ "do": "add", "item": "flan", "quantity": 2, "cites": "a flan" });
    check("no, add a flan", json!([two]), "?add 2 flan");
    let first =
        json!({ "do": "set_quantity", "line": 1, "quantity": 3, "cites": "make the first one three" });
    check("make the first one three", json!([first]), "+set 3");
    // An answer that leaves out a part of it reads the words otherwise.
    let both = "no, add a flan and a burger";
    check(both, json!([flan]), "?add 1 flan");
    let burger = json!({ "do": "add", "item": "burger", "cites": "a burger" });
    check(both, json!([flan, burger]), "+add 1 flan, +add 1 burger");
}

#[test]
fn a_dish_names_no_item_that_it_does_not_come_with() {
    let shop = shop();
    for (item, expected) in [
        ("pizza", "+add 1 pizza"),
        ("coke", "?add 1 coke"),
        ("burger", "?add 1 burger"),
    ] {
        let options = json!([{ "option": "margherita" }]);
        let edit = json!({ "do": "add", "item": item, "options": options, "cites": "a margherita" });
        let judged = Case::of(Language::EnUs, &["a margherita"]).judge(&shop, &order(&json!([edit])));
        assert_eq!(verdict(&judged), expected);
    }
}

#[test]
fn what_the_tool_has_no_words_for_is_taken_from_the_same_question() {
    let shop = shop();
    let judge = |said: &str, act: &str| {
        let input = json!({ "act": act, "act_cites": said, "about_items": ["flan"] });
        Case::of(Language::EnUs, &[said]).judge(&shop, &input).proposal
    };
    let peanuts = judge("is there peanut in the flan?", "ask_allergens");
    assert_eq!(peanuts.about.allergens.len(), 1, "{peanuts:?}");
    // Of another question nothing is taken.
    let price = judge("is there peanut in the flan?", "ask_price");
    assert_eq!(price.about.allergens, [], "{price:?}");
    let two = judge("how much is the flan, and do you take cards?", "ask_price");
    assert_eq!(two.also.len(), 1, "{two:?}");
}

#[test]
fn a_number_counts_what_it_stands_with() {
    let shop = shop();
    let lines = draft(&shop.0, &[("coke", 2)]);
    let check = |language, said: &str, edit: Value, expected: &str| {
        let said = [said];
        let case = Case {
            draft: lines.clone(),
            ..Case::of(language, &said)
        };
        let judged = case.judge(&shop, &order(&json!([edit])));
        assert_eq!(verdict(&judged), expected, "{said:?}: {edit}");
    };
    use Language::{EnUs, PtBr};
    let flan = |quantity: u32, cites: &str| json!({ "do": "add", "item": "flan", "quantity": quantity, "cites": cites });
    let set = |quantity: u32, cites: &str| json!({ "do": "set_quantity", "line": 1, "quantity": quantity, "cites": cites });
    // Right before the citation, behind the name, far from it.
    check(EnUs, "three flans", flan(1, "flans"), "?add 1 flan");
    check(EnUs, "three flans", flan(3, "flans"), "+add 3 flan");
    check(EnUs, "flans two", flan(2, "flans two"), "+add 2 flan");
    let badge = "a flan please my badge says 40";
    check(
        EnUs,
        badge,
        flan(40, "flan please my badge says 40"),
        "?add 40 flan",
    );
    check(
        EnUs,
        badge,
        flan(1, "a flan please my badge says 40"),
        "+add 1 flan",
    );
    check(
        EnUs,
        "coke with two straws",
        set(2, "coke with two straws"),
        "?set 2",
    );
    // A number that names nothing.
    check(EnUs, "make it four", set(4, "make it four"), "+set 4");
    check(PtBr, "muda pra quatro", set(4, "muda pra quatro"), "+set 4");
    check(EnUs, "we are four people", set(4, "four"), "?set 4");
    check(EnUs, "think of the number four", set(4, "four"), "?set 4");
    check(PtBr, "entrega no número 30", set(30, "30"), "?set 30, +Delivery");
    check(
        EnUs,
        "make the four of us happy",
        set(4, "make the four of us happy"),
        "?set 4",
    );
}

#[test]
fn words_that_take_it_back_or_are_about_something_else_make_a_question() {
    let shop = shop();
    let lines = draft(&shop.0, &[("coke", 2)]);
    let check = |language, said: &[&str], edit: Value, expected: &str| {
        let case = Case {
            draft: lines.clone(),
            ..Case::of(language, said)
        };
        let judged = case.judge(&shop, &order(&json!([edit])));
        assert_eq!(verdict(&judged), expected, "{said:?}: {edit}");
    };
    use Language::{EnUs, PtBr};
    let remove = |cites: &str| json!({ "do": "remove", "line": 1, "cites": cites });
    let more = |cites: &str| json!({ "do": "one_more", "line": 1, "quantity": 1, "cites": cites });
    check(EnUs, &["don't drop the coke"], remove("drop the coke"), "?remove");
    check(
        EnUs,
        &["don't drop the coke"],
        remove("don't drop the coke"),
        "?remove",
    );
    check(
        EnUs,
        &["no really the coke is great"],
        remove("no really the coke"),
        "?remove",
    );
    check(EnUs, &["drop it please"], remove("drop it"), "+remove");
    check(PtBr, &["tira isso"], remove("tira isso"), "+remove");
    check(EnUs, &["strike the bill"], remove("strike the bill"), "?remove");
    check(PtBr, &["risca a conta"], remove("risca a conta"), "?remove");
    check(
        EnUs,
        &["drop the peanut business"],
        remove("drop the peanut business"),
        "?remove",
    );
    check(EnUs, &["another coke"], more("another coke"), "+1 more");
    check(EnUs, &["same address as ever"], more("same"), "?1 more");
    check(EnUs, &["add a tip for the rider"], more("add a"), "?1 more");
    let flan = json!({ "do": "add", "item": "flan", "cites": "flan" });
    check(EnUs, &["anything but flan"], flan, "?add 1 flan");
    // What was hardly heard.
    check(
        EnUs,
        &["the coke is lovely", "drop the coke lovely"],
        remove("drop the coke"),
        "?remove",
    );
    let three = json!({ "do": "add", "item": "coke", "quantity": 3, "cites": "three cokes" });
    check(EnUs, &["two cokes", "three cokes"], three.clone(), "?add 3 coke");
    check(EnUs, &["one moment", "three cokes"], three, "?add 3 coke");
}

#[test]
fn what_is_done_at_once_must_be_read_by_code_too() {
    let shop = shop();
    let check = |said: &str, act: &str, expected: Act| {
        let input = json!({ "act": act, "act_cites": said, "about_items": ["coke"] });
        let judged = Case::of(Language::EnUs, &[said]).judge(&shop, &input);
        assert_eq!(judged.proposal.act, expected, "{said}");
    };
    use crate::interpreter::ComplaintKind;
    check("I want to talk to a person", "want_a_person", Act::Person);
    check("your chef is a genius", "want_a_person", Act::Nothing);
    check("no", "no", Act::No);
    check("well well", "no", Act::Nothing);
    check(
        "the cokes were cold, wonderful",
        "complain_missing",
        Act::Complain(ComplaintKind::Other),
    );
    let long = "a very long speech that no shop sells";
    let input = json!({ "act": "order", "not_on_menu": [long, "very long"] });
    let judged = Case::of(Language::EnUs, &[long]).judge(&shop, &input);
    assert_eq!(judged.proposal.off_menu, ["very long"]);
    assert_eq!(judged.refused, [Refused::TooMuch]);
}
