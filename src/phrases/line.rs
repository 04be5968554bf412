//! A line of an order in words: "one large pepperoni with extra cheese, no onion".

use super::number::spell;
use super::{Gap, Phrases};
use crate::order::editing::chosen_of;
use crate::order::menu::{Gender, Group, Item, Menu, MenuOption, Name, Names};
use crate::order::{Amount, ChosenOption, Draft, Half, Language, Line, OptionId, ValueId};

/// How a line is named, before its quantity.
struct Head {
    one: String,
    many: String,
    gender: Option<Gender>,
}

impl Phrases {
    /// Every line of a draft, in order: "one large pepperoni and one guaraná".
    ///
    /// Lines that hold commas or "and" of their own are parted by commas alone, so that none runs into the next.
    pub fn lines(&self, menu: &Menu, draft: &Draft) -> String {
        let lines: Vec<String> = draft.lines.iter().map(|line| self.line(menu, line)).collect();
        self.and(&lines)
    }

    /// A line with its quantity and everything on it. What the menu no longer has goes by its id: an order that was
    /// placed before is cooked as it was placed.
    pub fn line(&self, menu: &Menu, line: &Line) -> String {
        let Some(item) = menu.item(&line.item) else {
            return self.line_by_ids(line);
        };
        let head = self.head(menu, item, line);
        let name = if line.quantity.get() == 1 {
            &head.one
        } else {
            &head.many
        };
        let mut text = format!(
            "{} {name}",
            spell(line.quantity.get(), self.language, head.gender)
        );
        for part in self.parts(menu, item, line) {
            text.push_str(&part);
        }
        text
    }

    /// A line's name without quantity or extras, with "the" where the language wants it: "a coca", "Coke".
    pub fn name_of_line(&self, menu: &Menu, line: &Line) -> String {
        let Some(item) = menu.item(&line.item) else {
            return line.item.to_string();
        };
        let head = self.head(menu, item, line);
        if line.quantity.get() == 1 {
            head.one
        } else {
            head.many
        }
    }

    /// A line's name with the definite article in Portuguese, bare in English.
    pub fn the_line(&self, menu: &Menu, line: &Line) -> String {
        let name = self.name_of_line(menu, line);
        let gender = self.gender_of_line(menu, line);
        let article = match (gender, line.quantity.get()) {
            (None, _) => return name,
            (Some(Gender::Feminine), 1) => "a",
            (Some(Gender::Feminine), _) => "as",
            (Some(Gender::Masculine), 1) => "o",
            (Some(Gender::Masculine), _) => "os",
        };
        format!("{article} {name}")
    }

    /// The gender of a line's name, where the language has one.
    pub fn gender_of_line(&self, menu: &Menu, line: &Line) -> Option<Gender> {
        menu.item(&line.item)
            .and_then(|item| self.head(menu, item, line).gender)
    }

    /// "f" or "m", as the sentences select by.
    pub fn gender_gap(gender: Option<Gender>) -> Gap {
        match gender {
            Some(Gender::Feminine) => "f".into(),
            Some(Gender::Masculine) | None => "m".into(),
        }
    }

    /// The name of a thing on the menu: its singular.
    pub fn one<'a>(&self, names: &'a Names) -> &'a str {
        self.name(names).map_or("", |name| &name.one)
    }

    /// One of a thing on the menu: "a guaraná", "um guaraná".
    pub fn one_with_article(&self, names: &Names) -> String {
        let Some(name) = self.name(names) else {
            return String::new();
        };
        let article = match (self.language, name.gender) {
            (Language::PtBr, gender) => spell(1, Language::PtBr, gender),
            (Language::EnUs, _) if name.one.starts_with(['a', 'e', 'i', 'o', 'u']) => "an".to_owned(),
            (Language::EnUs, _) => "a".to_owned(),
        };
        format!("{article} {}", name.one)
    }

    /// The name of a thing on the menu: its plural.
    pub fn many<'a>(&self, names: &'a Names) -> &'a str {
        self.name(names).map_or("", |name| &name.many)
    }

    /// The name of a thing that is spoken of, with its article in Portuguese, bare in English: "o pudim", "flan".
    pub fn the(&self, names: &Names) -> String {
        match self.gender(names) {
            Some(Gender::Feminine) => format!("a {}", self.one(names)),
            Some(Gender::Masculine) => format!("o {}", self.one(names)),
            None => self.one(names).to_owned(),
        }
    }

    /// The name of a thing as one lists what there is: "we have flans", "temos pudim".
    pub fn of_kind<'a>(&self, names: &'a Names) -> &'a str {
        match self.language {
            Language::EnUs => self.many(names),
            Language::PtBr => self.one(names),
        }
    }

    /// The gender of a thing on the menu, where the language has one.
    pub fn gender(&self, names: &Names) -> Option<Gender> {
        self.name(names).and_then(|name| name.gender)
    }

    fn name<'a>(&self, names: &'a Names) -> Option<&'a Name> {
        names.get(&self.language)
    }

    fn head(&self, menu: &Menu, item: &Item, line: &Line) -> Head {
        let plain = |names: &Names| Head {
            one: self.one(names).to_owned(),
            many: self.many(names).to_owned(),
            gender: self.name(names).and_then(|name| name.gender),
        };
        let own = plain(&item.names);
        let dish = naming_option(menu, item, line).map(|option| plain(&option.names));
        let value = item.comes_in.as_ref().and_then(|comes_in| {
            let value = line.attributes.get(&comes_in.attribute)?;
            let usual = comes_in.usual.as_ref() == Some(value);
            let attribute = menu.attribute(&comes_in.attribute)?;
            (!usual).then_some((attribute.container, attribute.value(value)?))
        });
        match (dish, value) {
            // The dish alone stands for the item only where both have one gender: "uma calabresa grande", but "uma
            // pizza grande de frango".
            (Some(dish), value) if dish.gender == own.gender => self.sized(dish, value),
            (Some(dish), value) => {
                let sized = self.sized(own, value);
                let of = |name: &str| {
                    let gaps = [("container", name.into()), ("name", dish.one.as_str().into())];
                    self.say("of-container", &gaps)
                };
                Head {
                    one: of(&sized.one),
                    many: of(&sized.many),
                    gender: sized.gender,
                }
            }
            (None, value) => self.sized(own, value),
        }
    }

    /// A name with its size or container: "large pepperoni", "calabresa grande", "two cans of Coke".
    fn sized(&self, head: Head, value: Option<(bool, &Names)>) -> Head {
        let Some((container, names)) = value else {
            return head;
        };
        let Some(name) = self.name(names) else { return head };
        if container {
            let of = |container: &str| {
                let gaps = [
                    ("container", container.into()),
                    ("name", head.one.as_str().into()),
                ];
                self.say("of-container", &gaps)
            };
            return Head {
                one: of(&name.one),
                many: of(&name.many),
                gender: name.gender,
            };
        }
        let (one, many) = name.agreeing(head.gender);
        let join = |name: &str, adjective: &str| match head.gender {
            Some(_) => format!("{name} {adjective}"),
            None => format!("{adjective} {name}"),
        };
        Head {
            one: join(&head.one, one),
            many: join(&head.many, many),
            gender: head.gender,
        }
    }

    fn line_by_ids(&self, line: &Line) -> String {
        let number = spell(line.quantity.get(), self.language, None);
        let mut text = format!("{number} {}", line.item);
        let values = line.attributes.values().map(ToString::to_string);
        let with: Vec<String> = values.chain(line.options.iter().map(by_id)).collect();
        if !with.is_empty() {
            let with = self.say("with", &[("options", self.and(&with).into())]);
            text.push_str(&format!(" {with}"));
        }
        for id in &line.without {
            let without = self.say("without", &[("option", id.as_str().into())]);
            text.push_str(&format!(", {without}"));
        }
        text
    }

    fn parts(&self, menu: &Menu, item: &Item, line: &Line) -> Vec<String> {
        let mut parts = Vec::new();
        let with: Vec<String> = item
            .groups
            .iter()
            .filter_map(|id| menu.group(id))
            .flat_map(|group| chosen_of(menu, line, group).map(move |chosen| (group, chosen)))
            .filter(|(group, chosen)| chosen.half.is_none() && !names_dish(menu, line, group))
            .filter_map(|(_, chosen)| self.option(menu, chosen))
            .chain(gone_options(menu, line))
            .collect();
        if !with.is_empty() {
            parts.push(format!(
                " {}",
                self.say("with", &[("options", self.and(&with).into())])
            ));
        }
        parts.extend(
            self.halves(menu, line)
                .into_iter()
                .map(|half| format!(", {half}")),
        );
        for id in &line.without {
            let name = self.option_name(menu, id);
            parts.push(format!(", {}", self.say("without", &[("option", name.into())])));
        }
        parts
    }

    fn halves(&self, menu: &Menu, line: &Line) -> Vec<String> {
        let of_half = |half: Half| {
            let chosen = line
                .options
                .iter()
                .filter(move |chosen| chosen.half == Some(half));
            let names: Vec<String> = chosen.filter_map(|chosen| self.option(menu, chosen)).collect();
            (!names.is_empty()).then(|| self.say("half", &[("option", self.and(&names).into())]))
        };
        [Half::First, Half::Second]
            .into_iter()
            .filter_map(of_half)
            .collect()
    }

    fn option(&self, menu: &Menu, chosen: &ChosenOption) -> Option<String> {
        let option = menu.option(&chosen.option)?;
        let name = self.name(&option.names)?;
        let counted = match chosen.count {
            1 => name.one.clone(),
            count => format!("{} {}", spell(count, self.language, name.gender), name.many),
        };
        let gaps = [
            ("option", counted.as_str().into()),
            ("gender", Self::gender_gap(name.gender)),
        ];
        Some(match chosen.amount {
            None => counted,
            Some(Amount::Extra) => self.say("extra", &gaps),
            Some(Amount::Light) => self.say("light", &gaps),
        })
    }

    /// The name of an option.
    pub fn option_name(&self, menu: &Menu, id: &OptionId) -> String {
        menu.option(id)
            .map_or_else(|| id.to_string(), |option| self.one(&option.names).to_owned())
    }

    /// The name of a value of an item's attribute, agreeing with the item: "suco pequeno", "pizza pequena".
    pub fn value_name(&self, menu: &Menu, item: &Item, value: &ValueId) -> String {
        self.value_agreeing(menu, item, value, self.gender(&item.names))
    }

    /// The same, agreeing with a noun of this gender.
    pub fn value_agreeing(
        &self,
        menu: &Menu,
        item: &Item,
        value: &ValueId,
        gender: Option<Gender>,
    ) -> String {
        let attribute = item
            .comes_in
            .as_ref()
            .and_then(|comes_in| menu.attribute(&comes_in.attribute));
        let names = attribute.and_then(|attribute| attribute.value(value));
        let name = names.and_then(|names| self.name(names));
        name.map_or_else(|| value.to_string(), |name| name.agreeing(gender).0.to_owned())
    }
}

/// The options of a line that the menu no longer has.
fn gone_options(menu: &Menu, line: &Line) -> impl Iterator<Item = String> {
    let gone = |chosen: &&ChosenOption| menu.option(&chosen.option).is_none();
    line.options.iter().filter(gone).map(by_id)
}

fn by_id(chosen: &ChosenOption) -> String {
    match chosen.count {
        1 => chosen.option.to_string(),
        count => format!("{count} {}", chosen.option),
    }
}

/// The one option that names the dish, where there is one and it is not in halves.
fn naming_option<'a>(menu: &'a Menu, item: &Item, line: &Line) -> Option<&'a MenuOption> {
    let group = item
        .groups
        .iter()
        .filter_map(|id| menu.group(id))
        .find(|group| group.names_item)?;
    let mut chosen = chosen_of(menu, line, group);
    let first = chosen.next().filter(|chosen| chosen.half.is_none())?;
    menu.option(&first.option).filter(|_| chosen.next().is_none())
}

/// Whether the group's option is in the line's name already.
fn names_dish(menu: &Menu, line: &Line, group: &Group) -> bool {
    group.names_item && chosen_of(menu, line, group).count() == 1
}
