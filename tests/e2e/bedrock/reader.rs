//! What stands in for the model itself: it is given what Claude is given and nothing else, reads it by the offline grammar,
//! and answers by the tool. What is lost between such a right answer and the order is lost by us.

// Whoever includes this file uses a part of it. Clippy lets test functions unwrap, and does not see that this is of tests.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;
use std::sync::Arc;

use comanda::app::shop_files::menu_of;
use comanda::interpreter::offline::Mentioned;
use comanda::interpreter::{
    Act, Asked as Question, ComplaintKind, EditKind, Exchange, Heard, Hint, Offline, OfflineInterpreter,
    OptionWish, Proposal, QuestionKind, Target, Transcript, Wish,
};
use comanda::order::{
    Amount, ChosenOption, Draft, Fulfilment, Half, ItemId, Language, Line, LineId, Menu, Method, OptionId,
    Quantity, ValueId,
};
use serde_json::{Value, json};

use crate::stand_in::Asked;

/// Reads turns over a menu.
#[derive(Debug)]
pub(crate) struct Reader {
    menu: Arc<Menu>,
    offline: OfflineInterpreter,
}

/// A turn as it was asked, read back.
struct Turn {
    transcripts: Vec<Transcript>,
    hint: Option<Hint>,
    asked: Option<Question>,
    draft: Draft,
    last_line: Option<LineId>,
    recent: Vec<Exchange>,
}

impl Reader {
    /// Reads over the menu in a folder.
    pub(crate) fn of(folder: &Path) -> Self {
        let menu = Arc::new(menu_of(folder).unwrap());
        Self {
            offline: OfflineInterpreter::new(&menu),
            menu,
        }
    }

    /// The tool's input of a model that is right.
    pub(crate) fn right(&self, asked: &Asked) -> Value {
        let data = data(asked);
        if asked.tool() == "suggest" {
            return json!({ "item": data["candidates"][0]["id"], "reason": null });
        }
        let offline = self.offline.grammar(language(asked)).unwrap();
        let turn = self.turn(&data, offline);
        let heard = Heard {
            transcripts: &turn.transcripts,
            hint: turn.hint,
            draft: &turn.draft,
            asked: turn.asked.as_ref(),
            last_line: turn.last_line,
            spoken: None,
            recent: &turn.recent,
            within: None,
        };
        self.input(&turn, &offline.read(&heard))
    }

    /// The same of a model that cites the words and makes something else of them, in one way and another.
    pub(crate) fn wrong(&self, asked: &Asked) -> Value {
        let mut input = self.right(asked);
        if asked.tool() == "suggest" {
            return input;
        }
        let said = data(asked)["transcripts"][0]["text"].clone();
        let place = asked.number % self.menu.items.len();
        let other = self.menu.items[place].id.as_str();
        let mut edits = input["edits"].as_array().cloned().unwrap_or_default();
        for edit in &mut edits {
            match (asked.number % 4, edit["do"].as_str().unwrap_or_default()) {
                (0, "add") => edit["item"] = json!(other),
                (1, "add") => edit["quantity"] = json!(edit["quantity"].as_i64().unwrap_or(1) + 1),
                (2, "add") => edit["options"] = json!([]),
                (_, "add") => *edit = added(other, 3, &edit["cites"]),
                (0, _) => edit["do"] = json!("remove"),
                (1, _) => edit["line"] = json!(edit["line"].as_i64().unwrap_or(1) + 1),
                (2, _) => edit["quantity"] = json!(edit["quantity"].as_i64().unwrap_or(1) + 1),
                _ => *edit = added(other, 1, &edit["cites"]),
            }
        }
        // What nobody asked for, by the words that ask for something else.
        edits.push(added(other, 1, &said));
        input["edits"] = json!(edits);
        input["act"] = json!("order");
        input["getting"] = json!([{ "what": "pickup", "cites": said }, { "what": "card", "cites": said }]);
        input
    }

    fn turn(&self, data: &Value, offline: &Offline) -> Turn {
        let listed = |name: &str| data[name].as_array().cloned().unwrap_or_default();
        let recent: Vec<Exchange> = serde_json::from_value(json!(listed("before"))).unwrap();
        let lines: Vec<Line> = listed("draft").iter().map(|line| self.line(line)).collect();
        let last = data["last_line"]
            .as_u64()
            .map(|line| LineId(u32::try_from(line).unwrap()));
        let transcripts = listed("transcripts");
        let transcripts = transcripts.iter().map(|one| Transcript {
            text: text(&one["text"]),
            #[expect(clippy::cast_possible_truncation, reason = "it was one before it was written")]
            confidence: one["confidence"].as_f64().map(|sure| sure as f32),
        });
        Turn {
            transcripts: transcripts.collect(),
            hint: match data["verb_cut_off"].as_str() {
                Some("add …") => Some(Hint::Add),
                Some("take off …") => Some(Hint::Remove),
                Some("change …") => Some(Hint::Change),
                _ => None,
            },
            asked: data["we_asked"]
                .as_str()
                .and_then(|question| asked(question, last, &recent, offline)),
            draft: Draft {
                next_line: u32::try_from(lines.len()).unwrap() + 1,
                lines,
            },
            last_line: last,
            recent,
        }
    }

    fn line(&self, data: &Value) -> Line {
        let ids = |name: &str| -> Vec<String> {
            let ids = data[name].as_array().cloned().unwrap_or_default();
            ids.iter().map(text).collect()
        };
        let number = |name: &str| u32::try_from(data[name].as_u64().unwrap()).unwrap();
        let item = self.menu.item(&ItemId::new(text(&data["item"]))).unwrap();
        let attribute = item.comes_in.as_ref().map(|comes_in| &comes_in.attribute);
        let values = ids("values").into_iter();
        let options = ids("options").into_iter();
        Line {
            id: LineId(number("line")),
            item: item.id.clone(),
            quantity: Quantity::new(number("quantity")).unwrap(),
            attributes: values
                .map(|value| (attribute.unwrap().clone(), ValueId::new(value)))
                .collect(),
            options: options
                .map(|option| ChosenOption {
                    option: OptionId::new(option),
                    amount: None,
                    count: 1,
                    half: None,
                })
                .collect(),
            without: ids("without").into_iter().map(OptionId::new).collect(),
            declined: Vec::new(),
        }
    }

    /// A reading as the tool's input.
    fn input(&self, turn: &Turn, read: &Proposal) -> Value {
        let said = turn.transcripts.first().map_or("", |best| best.text.as_str());
        let mut changes: Vec<Value> = Vec::new();
        for edit in &read.edits {
            self.take(turn, &edit.kind, &edit.cites, said, &mut changes);
        }
        let mut getting = Vec::new();
        getting.extend(read.details.fulfilment.map(|way| match way {
            Fulfilment::Delivery => json!({ "what": "delivery", "cites": said }),
            Fulfilment::Pickup => json!({ "what": "pickup", "cites": said }),
        }));
        getting.extend(read.details.method.map(|method| match method {
            Method::Cash => json!({ "what": "cash", "cites": said }),
            Method::Card => json!({ "what": "card", "cites": said }),
            Method::Pix => json!({ "what": "pix", "cites": said }),
        }));
        let act = act(read.act);
        let needs_words = !["order", "unclear"].contains(&act);
        let unclear = read.unclear.iter();
        let several_fit: Vec<Value> = unclear
            .map(|one| json!({ "words": one.words, "items": one.items, "options": one.options }))
            .collect();
        let lacking = read.off_menu.iter().chain(&read.about.off_menu);
        json!({
            "act": act,
            "act_cites": if needs_words { said } else { "" },
            "edits": changes,
            "getting": getting,
            "about_items": read.about.items,
            "about_options": read.about.options,
            "not_on_menu": lacking.collect::<Vec<_>>(),
            "several_fit": several_fit,
            "say": null,
        })
    }

    /// Takes an edit as changes to lines of the draft; one that is about what was said before it in the same breath is
    /// taken into that.
    fn take(&self, turn: &Turn, kind: &EditKind, cites: &str, said: &str, changes: &mut Vec<Value>) {
        let target = match kind {
            EditKind::Add(wish) => {
                changes.extend(wish.items.iter().map(|item| {
                    let mut change = made(wish, cites);
                    change["do"] = json!("add");
                    change["item"] = json!(item);
                    change
                }));
                return;
            }
            EditKind::Remove { target, .. }
            | EditKind::SetQuantity { target, .. }
            | EditKind::Modify { target, .. }
            | EditKind::Replace { target, .. }
            | EditKind::Again { target, .. } => target,
        };
        if let Some(place) = just_said(target, changes) {
            into(&mut changes[place], kind, cites, said);
            if matches!(kind, EditKind::Remove { .. }) {
                changes.remove(place);
            }
            return;
        }
        for line in meant(turn, target) {
            let mut change = match kind {
                EditKind::Add(_) => continue,
                EditKind::Remove { quantity, .. } => {
                    json!({ "do": "remove", "quantity": quantity, "cites": cites })
                }
                EditKind::SetQuantity { quantity, .. } => {
                    json!({ "do": "set_quantity", "quantity": quantity, "cites": cites })
                }
                EditKind::Modify { change, .. } => with(made(change, cites), "do", "change"),
                EditKind::Replace { wish, .. } => {
                    let mut change = with(made(wish, cites), "do", "replace");
                    change["item"] = json!(wish.items.first());
                    change
                }
                EditKind::Again { quantity, .. } => {
                    json!({ "do": "one_more", "quantity": quantity, "cites": cites })
                }
            };
            change["line"] = json!(line.0);
            changes.push(change);
        }
    }
}

fn data(asked: &Asked) -> Value {
    let turn = asked.turn();
    let text = turn.as_str().unwrap_or_default();
    let inner = text
        .strip_prefix("<turn>")
        .and_then(|rest| rest.strip_suffix("</turn>"));
    inner.map_or(turn.clone(), |inner| serde_json::from_str(inner).unwrap())
}

fn language(asked: &Asked) -> Language {
    let told = asked.body["system"][0]["text"].as_str().unwrap_or_default();
    match told.contains("Brazilian Portuguese") {
        true => Language::PtBr,
        false => Language::EnUs,
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The question that is open, by the words in which the model is told of it.
fn asked(question: &str, last: Option<LineId>, recent: &[Exchange], offline: &Offline) -> Option<Question> {
    Some(match question {
        "Anything else?" => Question::AnythingElse,
        "a yes or no" => Question::YesNo,
        "Delivery or pickup?" => Question::Fulfilment,
        "How would you like to pay?" => Question::Payment,
        "What to do if something is missing?" => Question::IfMissing,
        "For when?" => Question::Time,
        "What should I tell the kitchen?" => Question::Note,
        "What's wrong with it?" => Question::Complaint,
        "How many?" => Question::HowMany,
        "Continue or start over?" => Question::ContinueOrStartOver,
        "Which size, flavour or the like should the last line have?" => Question::Choice(last?),
        "Which of these?" => {
            let mentions = offline.mentions(&recent.last()?.answered);
            let names = mentions.into_iter().filter_map(|mention| match mention.what {
                Mentioned::Name(named) => Some(named),
                _ => None,
            });
            let (mut items, mut options) = (Vec::new(), Vec::new());
            for named in names {
                items.extend(named.items);
                options.extend(named.options.into_iter().map(|(option, _)| option));
            }
            Question::OneOf { items, options }
        }
        _ => return None,
    })
}

/// How something is made, as a change says it.
fn made(wish: &Wish, cites: &str) -> Value {
    let options: Vec<Value> = wish.add.iter().map(option).collect();
    let without: Vec<&OptionId> = wish.remove.iter().map(|option| &option.option).collect();
    json!({
        "quantity": wish.quantity,
        "value": wish.attributes.values().next(),
        "options": options,
        "without": without,
        "cites": cites,
    })
}

fn option(wish: &OptionWish) -> Value {
    let amount = wish.amount.map(|amount| match amount {
        Amount::Extra => "extra",
        Amount::Light => "light",
    });
    let half = wish.half.map(|half| match half {
        Half::First => "first",
        Half::Second => "second",
    });
    json!({ "option": wish.option, "amount": amount, "portions": wish.count, "half": half })
}

fn with(mut change: Value, name: &str, value: &str) -> Value {
    change[name] = json!(value);
    change
}

fn added(item: &str, quantity: i64, cites: &Value) -> Value {
    json!({ "do": "add", "item": item, "quantity": quantity, "value": null, "options": [], "without": [], "cites": cites })
}

/// Which of the changes before it, all of one breath, an edit is about.
fn just_said(target: &Target, changes: &[Value]) -> Option<usize> {
    let is_one = |change: &Value| change["do"] == "add" || change["do"] == "replace";
    let fits = |change: &Value| match target {
        Target::Last => true,
        Target::Matching(wish) => {
            let item = ItemId::new(text(&change["item"]));
            wish.items.is_empty() || wish.items.contains(&item)
        }
        Target::Nth(_) | Target::Line(_) | Target::All => false,
    };
    changes.iter().rposition(|change| is_one(change) && fits(change))
}

/// Takes an edit into the change that it is about.
fn into(change: &mut Value, kind: &EditKind, cites: &str, said: &str) {
    match kind {
        EditKind::Add(_) | EditKind::Remove { .. } => {}
        EditKind::SetQuantity { quantity, .. } => change["quantity"] = json!(quantity),
        EditKind::Again { quantity, .. } => {
            change["quantity"] = json!(change["quantity"].as_i64().unwrap_or(1) + i64::from(*quantity));
        }
        EditKind::Modify { change: wish, .. } | EditKind::Replace { wish, .. } => {
            let new = made(wish, cites);
            for (name, value) in new.as_object().unwrap() {
                let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
                if !empty && name != "cites" {
                    change[name.as_str()] = value.clone();
                }
            }
            if let Some(item) = wish.items.first() {
                change["item"] = json!(item);
            }
        }
    }
    // From the words of the one to those of the other.
    let first = text(&change["cites"]);
    let ends = said
        .find(&first)
        .zip(said.rfind(cites).map(|at| at + cites.len()));
    if let Some(both) = ends.and_then(|(from, to)| said.get(from..to)) {
        change["cites"] = json!(both);
    }
}

/// The lines that are meant, as the dialogue takes them.
fn meant(turn: &Turn, target: &Target) -> Vec<LineId> {
    let lines = &turn.draft.lines;
    let one = |line: Option<&Line>| line.map(|line| line.id).into_iter().collect();
    match target {
        Target::Last => {
            let last = turn.last_line.or(lines.last().map(|line| line.id));
            last.into_iter().collect()
        }
        Target::Nth(place) => one(place.checked_sub(1).and_then(|place| lines.get(place))),
        Target::Line(id) => vec![*id],
        Target::All => lines.iter().map(|line| line.id).collect(),
        Target::Matching(wish) => {
            let fit = |line: &&Line| {
                (wish.items.is_empty() || wish.items.contains(&line.item))
                    && wish.attributes.iter().all(|(attribute, value)| {
                        line.attributes.get(attribute).is_none_or(|has| has == value)
                    })
                    && wish
                        .add
                        .iter()
                        .all(|wanted| line.options.iter().any(|has| has.option == wanted.option))
            };
            let mut fitting = lines.iter().filter(fit);
            let last = fitting.clone().find(|line| Some(line.id) == turn.last_line);
            one(last.or_else(|| fitting.next_back()))
        }
    }
}

/// What the tool calls it; what it has no name for is unclear.
fn act(act: Act) -> &'static str {
    match act {
        Act::Edit => "order",
        Act::Done => "thats_all",
        Act::No => "no",
        Act::Status => "where_is_my_order",
        Act::Cancel => "cancel_order",
        Act::StartOver => "start_over",
        Act::Review => "what_have_i_ordered",
        Act::Menu => "what_do_you_have",
        Act::Usual => "the_usual",
        Act::Ask(QuestionKind::Price) => "ask_price",
        Act::Ask(QuestionKind::Contents) => "ask_what_is_in_it",
        Act::Ask(QuestionKind::Allergens) => "ask_allergens",
        Act::Ask(QuestionKind::Available) => "ask_whether_you_have_it",
        Act::Ask(QuestionKind::Choices) => "ask_choices",
        Act::Ask(QuestionKind::Specials) => "ask_dish_of_the_day",
        Act::Ask(QuestionKind::Hours) => "ask_opening_hours",
        Act::Ask(QuestionKind::Delivery) => "ask_delivery",
        Act::Ask(QuestionKind::Payment) => "ask_payment",
        Act::Ask(QuestionKind::Total) => "ask_total",
        Act::Ask(QuestionKind::Wait) => "ask_how_long",
        Act::Ask(QuestionKind::Shop) => "ask_about_shop",
        Act::Complain(ComplaintKind::Missing) => "complain_missing",
        Act::Complain(ComplaintKind::Wrong) => "complain_wrong",
        Act::Complain(ComplaintKind::Cold) => "complain_cold",
        Act::Complain(ComplaintKind::Late) => "complain_late",
        Act::Complain(ComplaintKind::Other) => "complain",
        Act::Person => "want_a_person",
        Act::Slower => "slower",
        Act::Spell => "spell_it_out",
        Act::HoldOn => "hold_on",
        Act::Forget => "delete_my_data",
        Act::Thanks => "thanks",
        Act::Greet => "greeting",
        Act::Help => "help",
        Act::Repeat => "repeat",
        Act::Stop => "goodbye",
        Act::Ask(QuestionKind::Alike | QuestionKind::Unstated) | Act::Yes | Act::Continue | Act::Nothing => {
            "unclear"
        }
    }
}
