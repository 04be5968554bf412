//! What the menu check finds: each case is the sample's own kind of menu with one thing changed.

use super::read::{Source, read};

const SHOP: &str = r#"
id = "padaria"
name = "Padaria"
invocation = "padaria central"
languages = ["en-US", "pt-BR"]
currency = "BRL"
[delivery]
fee = "5.00"
minutes = 30
"#;

const ITEMS: &str = r#"
[[category]]
id = "bread"
name.en-US = { one = "bread", many = "breads" }
name.pt-BR = { one = "pão", many = "pães", gender = "m" }
[[attribute]]
id = "size"
name.en-US = { one = "size" }
name.pt-BR = { one = "tamanho", gender = "m" }
[[attribute.value]]
id = "small"
name.en-US = { one = "small" }
name.pt-BR = { one = "pequena", gender = "f", masculine = "pequeno", masculine_many = "pequenos" }
[[group]]
id = "filling"
name.en-US = { one = "filling" }
name.pt-BR = { one = "recheio", gender = "m" }
least = 1
most = 2
[[option]]
id = "cheese"
group = "filling"
name.en-US = { one = "cheese" }
name.pt-BR = { one = "queijo", gender = "m" }
price = { small = "1.00" }
[[item]]
id = "roll"
category = "bread"
name.en-US = { one = "roll", many = "rolls" }
name.pt-BR = { one = "pãozinho", many = "pãezinhos", gender = "m" }
comes_in = "size"
price = { small = "2.50" }
groups = ["filling"]
stock = 10
allergens = { contains = ["gluten"], may_contain = [] }
"#;

fn faults(shop: &str, items: &str) -> Vec<String> {
    let source = |name: &str, text: &str| Source {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    match read(&[source("shop.toml", shop), source("items.toml", items)]) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_right_menu_has_no_faults() {
    assert_eq!(faults(SHOP, ITEMS), Vec::<String>::new());
}

#[test]
fn only_declared_languages_are_asked_for() {
    let shop = SHOP.replace(r#"["en-US", "pt-BR"]"#, r#"["en-US"]"#);
    let english: String = ITEMS
        .lines()
        .filter(|line| !line.contains("pt-BR"))
        .flat_map(|l| [l, "\n"])
        .collect();
    assert_eq!(faults(&shop, &english), Vec::<String>::new());
}

#[test]
fn every_fault_is_named_with_its_place() {
    let check = |was: &str, is: &str, expected: &[&str]| {
        assert!(ITEMS.contains(was), "{was}");
        assert_eq!(
            faults(SHOP, &ITEMS.replacen(was, is, 1)),
            expected,
            "{was} -> {is}"
        );
    };
    check(
        "\"roll\"",
        "\"Roll 1\"",
        &["items.toml:27:6: the id `Roll 1` must be 1 to 64 of the characters a-z, 0-9, _ and -"],
    );
    check(
        "category = \"bread\"",
        "category = \"cake\"",
        &["items.toml:26:1: there is no category `cake`"],
    );
    check(
        "groups = [\"filling\"]",
        "groups = [\"spread\"]",
        &["items.toml:26:1: there is no group `spread`"],
    );
    check(
        "comes_in = \"size\"\n",
        "",
        &[
            "items.toml:26:1: a price for each value needs `comes_in`",
            "items.toml:26:1: offers `cheese`, which has a price for each value, but comes in none",
        ],
    );
    check(
        "\"2.50\"",
        "\"2,50\"",
        &["items.toml:32:19: `2,50` is not an amount; write it as \"39.90\""],
    );
    check(
        "stock = 10",
        "stock = -1",
        &["items.toml:34:9: `stock` must be a whole number up to 100000, \"unlimited\" or \"off\""],
    );
    check(
        "[\"gluten\"]",
        "[\"wheat\"]",
        &[
            "items.toml:35:27: `wheat` is not a known allergen; known are gluten, milk, egg, peanut, tree_nut, soy, \
         fish, shellfish, sesame, mustard, sulphite",
        ],
    );
    check(
        "least = 1",
        "least = 2",
        &["items.toml:26:1: the group `filling` needs 2 options and has 1 on offer"],
    );
    check(
        "most = 2",
        "most = 0",
        &["items.toml:19:8: `most` must be a whole number from 1 to 20"],
    );
    check(
        "price = { small = \"1.00\" }",
        "price = { big = \"1.00\" }",
        &["items.toml:26:1: offers `cheese`, which has no price for `small`"],
    );
    check(
        "gender = \"m\" }\ncomes_in",
        "gender = \"x\" }\ncomes_in",
        &["items.toml:30:63: `gender` must be \"f\" or \"m\""],
    );
}

#[test]
fn what_is_not_known_is_not_ignored() {
    let found = faults(SHOP, &ITEMS.replace("stock = 10", "stok = 10\nspicy = true"));
    assert_eq!(found.len(), 2);
    assert!(
        found
            .iter()
            .all(|fault| fault.contains("is not known here; known are")),
        "{found:?}"
    );
}

#[test]
fn faults_of_every_file_come_at_once() {
    let shop = SHOP
        .replace("minutes = 30", "minutes = 0")
        .replace("\"padaria central\"", "\"Padaria\"");
    let items = ITEMS
        .replace("group = \"filling\"\n", "")
        .replace("name.en-US = { one = \"bread\", many = \"breads\" }\n", "");
    let found = faults(&shop, &items);
    assert!(
        found
            .iter()
            .any(|fault| fault.starts_with("shop.toml:4:14: `invocation`")),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|fault| fault.starts_with("shop.toml:9:11: `minutes`")),
        "{found:?}"
    );
    assert!(
        found.iter().any(|fault| fault.contains("`group` is missing")),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|fault| fault.contains("the name in en-US is missing")),
        "{found:?}"
    );
}

#[test]
fn broken_toml_is_a_fault_too() {
    let found = faults(SHOP, "[[item]\nid = ");
    assert!(
        found.iter().all(|fault| fault.starts_with("items.toml:")),
        "{found:?}"
    );
    assert!(!found.is_empty());
}

#[test]
fn two_things_of_one_name_cannot_be_told_apart() {
    let twin = ITEMS.to_owned()
        + "[[item]]\nid = \"bun\"\ncategory = \"bread\"\nprice = \"1.00\"\n\
           name.en-US = { one = \"Roll\" }\nname.pt-BR = { one = \"bisnaga\", gender = \"f\" }\n";
    assert_eq!(
        faults(SHOP, &twin),
        ["items.toml:36:1: `bun` and `roll` are both called \"Roll\" in en-US"]
    );
}
