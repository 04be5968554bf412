//! What is on offer, what is like it, and what it may cost.

use jiff::civil::Weekday;

use crate::order::menu::read::{Source, read};
use crate::order::{CategoryId, GroupId, ItemId, Menu, OptionId, ValueId};

fn menu() -> Menu {
    let shop = "id = \"bar\"\nname = \"Bar\"\ninvocation = \"corner bar\"\nlanguages = [\"en-US\"]\ncurrency = \"USD\"\n\
                time_zone = \"America/New_York\"\n[pickup]\nminutes = 10\n";
    let items = r#"
category = [{ id = "plate", name.en-US = { one = "plate" } }, { id = "drink", name.en-US = { one = "drink" } }]
attribute = [{ id = "size", name.en-US = { one = "size" }, value = [
    { id = "small", name.en-US = { one = "small" } }, { id = "large", name.en-US = { one = "large" } } ] }]
group = [{ id = "side", name.en-US = { one = "side" }, least = 2 }, { id = "dip", name.en-US = { one = "dip" } }]
[[option]]
id = "rice"
group = "side"
name.en-US = { one = "rice" }
[[option]]
id = "fries"
group = "side"
name.en-US = { one = "fries" }
price = { large = "3.00", small = "2.00" }
[[option]]
id = "salad"
group = "side"
name.en-US = { one = "salad" }
price = "1.00"
[[option]]
id = "caviar"
group = "side"
name.en-US = { one = "caviar" }
price = "90.00"
stock = "off"
[[option]]
id = "aioli"
group = "dip"
name.en-US = { one = "aioli" }
price = "0.50"
[[item]]
id = "steak"
category = "plate"
name.en-US = { one = "steak" }
comes_in = "size"
price = { large = "30.00", small = "20.00" }
groups = ["side", "dip"]
[[item]]
id = "stew"
category = "plate"
name.en-US = { one = "stew" }
price = "19.00"
days = ["wed", "sat"]
[[item]]
id = "pasta"
category = "plate"
name.en-US = { one = "pasta" }
price = "22.00"
[[item]]
id = "lobster"
category = "plate"
name.en-US = { one = "lobster" }
price = "20.00"
stock = "off"
[[item]]
id = "tea"
category = "drink"
name.en-US = { one = "tea" }
price = "20.50"
"#;
    let source = |name: &str, text: &str| Source {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    read(&[source("shop.toml", shop), source("items.toml", items)]).unwrap()
}

#[test]
fn by_kind_and_day() {
    let menu = menu();
    let check = |category: Option<&str>, day: Weekday, expected: &[&str]| {
        let category = category.map(CategoryId::new);
        let offered = menu.offered(category.as_ref(), day).map(|item| item.id.as_str());
        assert_eq!(offered.collect::<Vec<_>>(), expected);
    };
    check(Some("plate"), Weekday::Wednesday, &["steak", "stew", "pasta"]);
    check(Some("plate"), Weekday::Thursday, &["steak", "pasta"]);
    check(Some("drink"), Weekday::Thursday, &["tea"]);
    check(None, Weekday::Saturday, &["steak", "stew", "pasta", "tea"]);
    let of_the_day = |day| {
        menu.dishes_of(day)
            .map(|item| item.id.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(of_the_day(Weekday::Wednesday), ["stew"]);
    assert!(of_the_day(Weekday::Sunday).is_empty());
}

#[test]
fn what_is_like_it_is_near_in_price() {
    let menu = menu();
    let alike = |id: &str, day: Weekday| {
        let item = menu.item(&ItemId::new(id)).unwrap();
        let alike = menu.alike(item, day);
        alike.iter().map(|item| item.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(alike("lobster", Weekday::Wednesday), ["steak", "stew", "pasta"]);
    assert_eq!(alike("pasta", Weekday::Wednesday), ["steak", "stew"]);
    assert_eq!(alike("pasta", Weekday::Monday), ["steak"]);
    assert!(alike("tea", Weekday::Monday).is_empty());
    let caviar = menu.option(&OptionId::new("caviar")).unwrap();
    let options = menu.options_alike(caviar);
    assert_eq!(
        options.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(),
        ["fries", "salad", "rice"]
    );
}

#[test]
fn prices_from_and_to() {
    let menu = menu();
    let steak = menu.item(&ItemId::new("steak")).unwrap();
    // The two cheapest sides are rice and salad, the two dearest on offer fries and salad.
    let cents: Vec<(Option<&str>, i64, i64)> = menu
        .prices_by_value(steak)
        .into_iter()
        .map(|(value, range)| (value.map(ValueId::as_str), range.from.minor, range.to.minor))
        .collect();
    assert_eq!(
        cents,
        [(Some("small"), 2_100, 2_300), (Some("large"), 3_100, 3_400)]
    );
    let range = menu.prices_of(steak);
    assert_eq!(
        (range.from.minor, range.to.minor, range.is_one()),
        (2_100, 3_400, false)
    );
    assert!(menu.prices_of(menu.item(&ItemId::new("tea")).unwrap()).is_one());
    let prices = |option: &str, whole: bool| {
        let option = menu.option(&OptionId::new(option)).unwrap();
        let prices = if whole {
            menu.prices_with(steak, option)
        } else {
            menu.prices_of_option(steak, option)
        };
        prices.iter().map(|(_, money)| money.minor).collect::<Vec<_>>()
    };
    assert_eq!(prices("fries", true), [2_200, 3_300]);
    assert_eq!(prices("fries", false), [200, 300]);
    assert_eq!(prices("aioli", false), [50]);
    assert_eq!(menu.options_of(&GroupId::new("dip")).count(), 1);
}
