//! What a whole dish is said to hold: everything on it counts, what was taken off leaves a trace, nothing is ever safe.

use super::{Allergen, Statement};
use crate::order::menu::read::{Source, read};
use crate::order::{ChosenOption, ItemId, Line, LineId, Menu, OptionId, Quantity};

fn menu() -> Menu {
    let shop = "id = \"bar\"\nname = \"Bar\"\ninvocation = \"corner bar\"\nlanguages = [\"en-US\"]\ncurrency = \"USD\"\n\
                [pickup]\nminutes = 10\n";
    let items = r#"
category = [{ id = "food", name.en-US = { one = "food" } }]
group = [{ id = "sauce", name.en-US = { one = "sauce" } }]
[[option]]
id = "mayo"
group = "sauce"
name.en-US = { one = "mayo" }
allergens = { contains = ["egg"], may_contain = ["fish"] }
[[option]]
id = "pesto"
group = "sauce"
name.en-US = { one = "pesto" }
allergens = { contains = ["tree_nut"] }
includes = ["parmesan"]
[[option]]
id = "parmesan"
group = "sauce"
name.en-US = { one = "parmesan" }
allergens = { contains = ["milk"] }
[[option]]
id = "salsa"
group = "sauce"
name.en-US = { one = "salsa" }
[[item]]
id = "sandwich"
category = "food"
name.en-US = { one = "sandwich" }
price = "5.00"
groups = ["sauce"]
includes = ["mayo"]
allergens = { contains = ["gluten"], may_contain = ["sesame", "tree_nut"] }
[[item]]
id = "apple"
category = "food"
name.en-US = { one = "apple" }
price = "1.00"
"#;
    let source = |name: &str, text: &str| Source {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    read(&[source("shop.toml", shop), source("items.toml", items)]).unwrap()
}

fn line(item: &str, options: &[&str], without: &[&str]) -> Line {
    let chosen = |id: &&str| ChosenOption {
        option: OptionId::new(*id),
        amount: None,
        count: 1,
        half: None,
    };
    Line {
        id: LineId(0),
        item: ItemId::new(item),
        quantity: Quantity::ONE,
        attributes: std::collections::BTreeMap::new(),
        options: options.iter().map(chosen).collect(),
        without: without.iter().map(|id| OptionId::new(*id)).collect(),
        declined: Vec::new(),
    }
}

#[test]
fn everything_on_a_line_counts() {
    let menu = menu();
    let check = |line: Line, contains: &[Allergen], may_contain: &[Allergen]| {
        let stated = menu.allergens_of_line(&line);
        assert_eq!(
            (stated.contains.as_slice(), stated.may_contain.as_slice()),
            (contains, may_contain)
        );
    };
    use Allergen::{Egg, Fish, Gluten, Milk, Sesame, TreeNut};
    check(
        line("sandwich", &[], &[]),
        &[Gluten, Egg],
        &[TreeNut, Fish, Sesame],
    );
    // A may-contain of the bread is overtaken by the pesto's nuts; the parmesan comes with the pesto.
    check(
        line("sandwich", &["pesto"], &[]),
        &[Gluten, Milk, Egg, TreeNut],
        &[Fish, Sesame],
    );
    // What is taken off is still in the kitchen.
    check(
        line("sandwich", &["salsa"], &["mayo"]),
        &[Gluten],
        &[Egg, TreeNut, Fish, Sesame],
    );
    check(
        line("sandwich", &["pesto"], &["mayo", "parmesan"]),
        &[Gluten, TreeNut],
        &[Milk, Egg, Fish, Sesame],
    );
    check(line("apple", &[], &[]), &[], &[]);
    check(line("gone", &["mayo"], &[]), &[], &[]);
}

#[test]
fn three_levels_and_none_is_safe() {
    let menu = menu();
    let of = |item: &str, options: &[&str], allergen: Allergen| {
        let options = options.iter().map(|id| menu.option(&OptionId::new(*id)).unwrap());
        let stated = menu.allergens_of_item(menu.item(&ItemId::new(item)).unwrap(), options);
        stated.of(allergen)
    };
    assert_eq!(of("sandwich", &[], Allergen::Gluten), Statement::Contains);
    assert_eq!(of("sandwich", &[], Allergen::Sesame), Statement::MayContain);
    assert_eq!(of("sandwich", &[], Allergen::Milk), Statement::NotStated);
    assert_eq!(of("sandwich", &["pesto"], Allergen::Milk), Statement::Contains);
    assert_eq!(of("apple", &[], Allergen::Egg), Statement::NotStated);
}

#[test]
fn which_choices_hold_it() {
    let menu = menu();
    let item = menu.item(&ItemId::new("sandwich")).unwrap();
    let check = |allergen: Allergen, at_least: Statement, expected: &[&str]| {
        let found = menu.options_stating(item, allergen, at_least);
        assert_eq!(
            found.map(|option| option.id.as_str()).collect::<Vec<_>>(),
            expected
        );
    };
    check(Allergen::Milk, Statement::Contains, &["pesto", "parmesan"]);
    check(Allergen::Fish, Statement::Contains, &[]);
    check(Allergen::Fish, Statement::MayContain, &["mayo"]);
}
