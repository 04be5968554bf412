//! The order that comes of the interpreter's edits, and whether it is the one that was to be noted.
//!
//! What the edits do is up to `order::editing`; which line is meant is found here in the plainest way, for the dialogue's
//! own way belongs to the dialogue.

use std::fmt::Write as _;

use comanda::interpreter::{
    Act, Certainty, Edit, EditKind, Heard, Offline, OptionWish, Proposal, SaidChange, SaidMoney, SaidTime,
    SaidTip, Target, Transcript, WhichAddress, Wish,
};
use comanda::order::menu::Menu;
use comanda::order::{
    Amount, AttributeId, ChosenOption, Draft, Fulfilment, IfMissing, ItemId, Line, LineId, LineSpec, Making,
    Method, OptionId, Quantity, Refusal, ValueId,
};

use super::row::Row;

/// What became of a row.
#[derive(Debug)]
pub(super) struct Outcome {
    /// What was wanted and what was made, where they differ.
    pub(super) difference: Option<String>,
    /// Whether every turn was read with certainty.
    pub(super) certain: bool,
}

/// An order that is being noted.
struct Noting<'m> {
    menu: &'m Menu,
    draft: Draft,
    last: Option<LineId>,
    parts: Vec<String>,
}

/// Reads a row's turns one after the other.
pub(super) fn check(menu: &Menu, offline: &Offline, row: &Row) -> Outcome {
    let draft = drafted(menu, &row.draft);
    let mut noting = Noting {
        menu,
        last: draft.lines.last().map(|line| line.id),
        draft,
        parts: Vec::new(),
    };
    let mut wanted = match &row.lines {
        Some(lines) => written(&drafted(menu, lines)),
        None => written(&noting.draft),
    };
    wanted.extend(row.parts.iter().cloned());
    let mut certain = true;
    let mut asked = row.asked.clone();
    for turn in &row.turns {
        let transcripts: Vec<Transcript> = turn.iter().map(Transcript::certain).collect();
        let proposal = offline.read(&Heard {
            transcripts: &transcripts,
            hint: None,
            draft: &noting.draft,
            asked: asked.as_ref(),
            last_line: noting.last,
            spoken: None,
            recent: &[],
            within: None,
        });
        certain &= proposal.certainty == Certainty::Certain;
        noting.note(&proposal);
        asked = None;
    }
    let mut made = written(&noting.draft);
    noting.parts.sort();
    noting.parts.dedup();
    made.extend(noting.parts);
    let same = {
        wanted.sort();
        made.sort();
        wanted == made
    };
    let difference = || {
        let sure = if certain { ", and is certain of it" } else { "" };
        format!(
            "  wanted {}\n  made   {}{sure}",
            wanted.join(" | "),
            made.join(" | ")
        )
    };
    Outcome {
        difference: (!same).then(difference),
        certain,
    }
}

/// The draft that lines of a row make.
fn drafted(menu: &Menu, lines: &str) -> Draft {
    let mut draft = Draft::default();
    for line in lines.split(';').map(str::trim).filter(|line| !line.is_empty()) {
        let spec = spec(menu, line);
        draft
            .add(menu, &spec)
            .unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
    draft
}

fn spec(menu: &Menu, line: &str) -> LineSpec {
    let mut words = line.split_whitespace();
    let quantity: u32 = words.next().unwrap().parse().unwrap();
    let item = ItemId::new(words.next().unwrap_or_else(|| panic!("no item: {line}")));
    let entry = menu.item(&item).unwrap_or_else(|| panic!("no such item: {line}"));
    let mut making = Making::default();
    for word in words {
        if let Some(left_off) = word.strip_prefix('-') {
            making.remove.push(OptionId::new(left_off));
            continue;
        }
        let value = ValueId::new(word);
        match &entry.comes_in {
            Some(comes_in) if comes_in.values.contains(&value) => {
                making.attributes.insert(comes_in.attribute.clone(), value);
            }
            _ => making.add.push(chosen(word)),
        }
    }
    LineSpec {
        item,
        quantity: Quantity::new(quantity).unwrap(),
        making,
    }
}

fn chosen(word: &str) -> ChosenOption {
    let (word, count) = match word.split_once('*') {
        Some((word, count)) => (word, count.parse().unwrap()),
        None => (word, 1),
    };
    let (word, amount) = match (word.strip_suffix('!'), word.strip_suffix('?')) {
        (Some(word), _) => (word, Some(Amount::Extra)),
        (None, Some(word)) => (word, Some(Amount::Light)),
        (None, None) => (word, None),
    };
    ChosenOption {
        option: OptionId::new(word),
        amount,
        count,
        half: None,
    }
}

/// The lines of a draft as a row writes them, in one order.
fn written(draft: &Draft) -> Vec<String> {
    let mut lines: Vec<String> = draft.lines.iter().map(line).collect();
    lines.sort();
    lines
}

fn line(line: &Line) -> String {
    let mut text = format!("{} {}", line.quantity.get(), line.item);
    for value in line.attributes.values() {
        write!(text, " {value}").unwrap();
    }
    let mut options: Vec<String> = line.options.iter().map(option).collect();
    options.extend(line.without.iter().map(|option| format!("-{option}")));
    options.sort();
    for option in options {
        write!(text, " {option}").unwrap();
    }
    text
}

fn option(chosen: &ChosenOption) -> String {
    let mut text = chosen.option.to_string();
    match chosen.amount {
        Some(Amount::Extra) => text.push('!'),
        Some(Amount::Light) => text.push('?'),
        None => {}
    }
    if chosen.count != 1 {
        write!(text, "*{}", chosen.count).unwrap();
    }
    text
}

impl Noting<'_> {
    fn note(&mut self, proposal: &Proposal) {
        for Edit { kind, .. } in &proposal.edits {
            if let Err(refusal) = self.apply(kind) {
                self.refuse(&refusal);
            }
        }
        self.parts.extend(
            proposal
                .off_menu
                .iter()
                .map(|words| format!("off: {}", words.to_lowercase())),
        );
        self.parts.extend(
            proposal
                .about
                .off_menu
                .iter()
                .map(|words| format!("off: {}", words.to_lowercase())),
        );
        for unclear in &proposal.unclear {
            let items = unclear.items.iter().map(ToString::to_string);
            let mut ids: Vec<String> = items
                .chain(unclear.options.iter().map(ToString::to_string))
                .collect();
            ids.sort();
            self.parts.push(format!("which: {}", ids.join(" ")));
        }
        if let [one, other] = proposal.numbers.as_slice() {
            self.parts.push(format!("numbers: {one} {other}"));
        }
        match proposal.act {
            Act::Edit | Act::Nothing => {}
            act => self
                .parts
                .push(format!("act: {}", format!("{act:?}").to_lowercase())),
        }
        self.parts.extend(details(proposal));
    }

    fn refuse(&mut self, refusal: &Refusal) {
        self.parts.push(format!("refused: {refusal}"));
    }

    fn apply(&mut self, kind: &EditKind) -> Result<(), Refusal> {
        match kind {
            EditKind::Add(wish) => self.add(wish),
            EditKind::Remove { target, quantity } => self.remove(target, *quantity),
            EditKind::SetQuantity { target, quantity } => {
                for id in self.meant(target)? {
                    self.set_quantity(id, *quantity)?;
                }
                Ok(())
            }
            EditKind::Modify { target, change } => {
                let lines = match self.meant(target) {
                    Ok(lines) => lines,
                    Err(refusal) => vec![self.taking(change).ok_or(refusal)?],
                };
                lines.into_iter().try_for_each(|id| self.modify(id, change))
            }
            EditKind::Replace { target, wish } => self.replace(target, wish),
            EditKind::Again { target, quantity } => {
                let id = self.one_meant(target)?;
                let now = self.draft.line(id).map_or(0, |line| line.quantity.get());
                self.set_quantity(id, now + quantity)
            }
        }
    }

    fn add(&mut self, wish: &Wish) -> Result<(), Refusal> {
        if wish.quantity == Some(0) {
            return Ok(());
        }
        for item in &wish.items {
            let mut spec = LineSpec {
                item: item.clone(),
                quantity: Quantity::new(wish.quantity.unwrap_or(1)).ok_or(Refusal::TooMany)?,
                making: making(wish),
            };
            let id = loop {
                match self.draft.add(self.menu, &spec) {
                    Ok(id) => break id,
                    Err(refusal) => self.leave_out(&mut spec.making, refusal)?,
                }
            };
            self.last = Some(id);
        }
        Ok(())
    }

    /// Takes what was refused out of a making.
    fn leave_out(&mut self, making: &mut Making, refusal: Refusal) -> Result<(), Refusal> {
        let before = making.clone();
        match &refusal {
            Refusal::OptionOff(option) | Refusal::NotOnItem(_, option) => {
                making.add.retain(|chosen| chosen.option != *option);
                making.remove.retain(|other| other != option);
            }
            Refusal::NotInValue(_, value) => making.attributes.retain(|_, wanted| wanted != value),
            Refusal::TooManyOptions(_) => drop(making.add.pop()),
            Refusal::NoItem(_)
            | Refusal::ItemOff(_)
            | Refusal::NotToday(_)
            | Refusal::TooMany
            | Refusal::TooManyLines
            | Refusal::NoLine => {}
        }
        if *making == before {
            return Err(refusal);
        }
        self.refuse(&refusal);
        Ok(())
    }

    fn remove(&mut self, target: &Target, quantity: Option<u32>) -> Result<(), Refusal> {
        if let Target::Matching(wish) = target
            && self.names_only_extras(wish)
        {
            let without = Wish {
                remove: wish.add.clone(),
                ..Wish::default()
            };
            let lines = self.meant(target).ok();
            let line = lines
                .and_then(|lines| lines.first().copied())
                .or_else(|| self.taking(&without));
            return self.modify(line.ok_or(Refusal::NoLine)?, &without);
        }
        for id in self.meant(target)? {
            self.draft.remove(id, quantity)?;
            self.last = self.draft.line(id).map(|line| line.id);
        }
        Ok(())
    }

    /// Whether a description names nothing but what goes on a dish: "the bacon", not "the calabresa".
    fn names_only_extras(&self, wish: &Wish) -> bool {
        let extra = |wish: &OptionWish| {
            let option = self.menu.option(&wish.option);
            let group = option.and_then(|option| self.menu.group(&option.group));
            group.is_some_and(|group| !group.names_item)
        };
        wish.items.is_empty()
            && wish.attributes.is_empty()
            && !wish.add.is_empty()
            && wish.add.iter().all(extra)
    }

    fn set_quantity(&mut self, id: LineId, quantity: u32) -> Result<(), Refusal> {
        self.last = Some(id);
        if quantity == 0 {
            return self.draft.remove(id, None).map(drop);
        }
        self.draft.set_quantity(id, quantity)
    }

    fn modify(&mut self, id: LineId, change: &Wish) -> Result<(), Refusal> {
        let mut making = making(change);
        while let Err(refusal) = self.draft.modify(self.menu, id, &making) {
            self.leave_out(&mut making, refusal)?;
        }
        self.last = Some(id);
        change
            .quantity
            .map_or(Ok(()), |quantity| self.draft.set_quantity(id, quantity))
    }

    fn replace(&mut self, target: &Target, wish: &Wish) -> Result<(), Refusal> {
        let id = self.one_meant(target)?;
        let old = self.draft.line(id).cloned().ok_or(Refusal::NoLine)?;
        if wish.items.is_empty() || wish.items == [old.item.clone()] {
            return self.modify(id, wish);
        }
        self.draft.remove(id, None)?;
        self.add(&Wish {
            quantity: wish.quantity.or(Some(old.quantity.get())),
            ..wish.clone()
        })
    }

    fn one_meant(&self, target: &Target) -> Result<LineId, Refusal> {
        self.meant(target)?.last().copied().ok_or(Refusal::NoLine)
    }

    fn meant(&self, target: &Target) -> Result<Vec<LineId>, Refusal> {
        let lines = &self.draft.lines;
        let last = self.last.and_then(|id| self.draft.line(id)).or(lines.last());
        let one = |line: Option<&Line>| line.map(|line| line.id).into_iter().collect();
        let meant: Vec<LineId> = match target {
            Target::Last => one(last),
            Target::Nth(place) => one(place.checked_sub(1).and_then(|place| lines.get(place))),
            Target::Line(id) => one(self.draft.line(*id)),
            Target::All => lines.iter().map(|line| line.id).collect(),
            Target::Matching(wish) => {
                let last = last.filter(|line| fits(line, wish));
                one(last.or_else(|| lines.iter().rev().find(|line| fits(line, wish))))
            }
        };
        (!meant.is_empty()).then_some(meant).ok_or(Refusal::NoLine)
    }

    /// The line that could take what a change speaks of.
    fn taking(&self, wish: &Wish) -> Option<LineId> {
        let takes = |line: &&Line| {
            let item = self.menu.item(&line.item);
            wish.add.iter().chain(&wish.remove).all(|wish| {
                let option = self.menu.option(&wish.option);
                let taken = item.zip(option);
                taken.is_some_and(|(item, option)| {
                    item.groups.contains(&option.group) || item.includes.contains(&option.id)
                })
            })
        };
        let last = self.last.and_then(|id| self.draft.line(id)).filter(takes);
        last.or_else(|| self.draft.lines.iter().rev().find(takes))
            .map(|line| line.id)
    }
}

/// Whether a line fits a description.
fn fits(line: &Line, wish: &Wish) -> bool {
    let named = !wish.items.is_empty() || !wish.add.is_empty();
    let value = |(attribute, value): (&AttributeId, &ValueId)| {
        line.attributes.get(attribute).map_or(named, |has| has == value)
    };
    let option = |wish: &OptionWish| line.options.iter().any(|chosen| chosen.option == wish.option);
    (wish.items.is_empty() || wish.items.contains(&line.item))
        && wish.attributes.iter().all(value)
        && wish.add.iter().all(option)
        && (named || !wish.attributes.is_empty())
}

fn making(wish: &Wish) -> Making {
    Making {
        attributes: wish.attributes.clone(),
        add: wish
            .add
            .iter()
            .map(|wish| ChosenOption {
                option: wish.option.clone(),
                amount: wish.amount,
                count: wish.count.unwrap_or(1),
                half: wish.half,
            })
            .collect(),
        remove: wish.remove.iter().map(|wish| wish.option.clone()).collect(),
    }
}

/// What is said besides lines, as a row writes it.
fn details(proposal: &Proposal) -> Vec<String> {
    let said = &proposal.details;
    let mut parts = Vec::new();
    parts.extend(said.fulfilment.map(|way| {
        match way {
            Fulfilment::Delivery => "delivery",
            Fulfilment::Pickup => "pickup",
        }
        .to_owned()
    }));
    parts.extend(said.method.map(|method| {
        let name = match method {
            Method::Cash => "cash",
            Method::Card => "card",
            Method::Pix => "pix",
        };
        format!("pay: {name}")
    }));
    parts.extend(said.change.map(|change| match change {
        SaidChange::For(SaidMoney(minor)) => format!("change: {}", minor / 100),
        SaidChange::Exact => "change: none".to_owned(),
    }));
    parts.extend(said.tip.map(|tip| match tip {
        SaidTip::Percent(percent) => format!("tip: {percent}%"),
        SaidTip::Amount(SaidMoney(minor)) => format!("tip: {}", minor / 100),
        SaidTip::None => "tip: none".to_owned(),
    }));
    let address = &said.address;
    parts.extend(
        address
            .postal_code
            .as_ref()
            .map(|code| format!("postal: {}", code.digits())),
    );
    parts.extend(address.street.as_ref().map(|street| format!("street: {street}")));
    parts.extend(address.number.as_ref().map(|number| format!("number: {number}")));
    parts.extend(
        address
            .complement
            .as_ref()
            .map(|complement| format!("complement: {complement}")),
    );
    parts.extend(
        address
            .landmark
            .as_ref()
            .map(|landmark| format!("near: {landmark}")),
    );
    parts.extend(said.which_address.map(|which| {
        match which {
            WhichAddress::Usual => "address: usual",
            WhichAddress::Another => "address: another",
        }
        .to_owned()
    }));
    parts.extend(said.time.map(|time| match time {
        SaidTime::Now => "time: now".to_owned(),
        SaidTime::Clock { hour, minute, .. } => format!("time: {hour}:{minute:02}"),
        SaidTime::In { minutes } => format!("time: in {minutes}"),
        SaidTime::Later => "time: later".to_owned(),
        SaidTime::AnotherDay => "time: another day".to_owned(),
    }));
    parts.extend(said.name.as_ref().map(|name| format!("name: {name}")));
    parts.extend(
        said.phone
            .as_ref()
            .map(|phone| format!("phone: {}", phone.digits())),
    );
    parts.extend(said.note.as_ref().map(|note| format!("note: {note}")));
    parts.extend(
        said.allergies
            .iter()
            .map(|allergen| format!("allergy: {}", allergen.id())),
    );
    parts.extend(said.if_missing.map(|what| {
        let name = match what {
            IfMissing::Swap => "swap",
            IfMissing::Drop => "drop",
            IfMissing::Call => "call",
        };
        format!("missing: {name}")
    }));
    parts
}
