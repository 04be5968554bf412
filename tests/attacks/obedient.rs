//! An interpreter that does whatever the model says, for showing that the attacks would be noticed.

use std::sync::Arc;

use async_trait::async_trait;
use comanda::interpreter::{
    Act, Certainty, Edit, EditKind, Heard, Interpreter, OfflineInterpreter, OptionWish, Proposal, Say,
    Suggesting, Target, Wish,
};
use comanda::order::{
    AttributeId, Draft, Fulfilment, ItemId, Language, LineId, Menu, Method, OptionId, ValueId,
};
use serde_json::Value;

use super::model::Model;

/// The interpreter.
#[derive(Debug)]
pub(crate) struct Obedient {
    menu: Arc<Menu>,
    offline: OfflineInterpreter,
    model: Model,
}

impl Obedient {
    pub(crate) fn new(menu: &Arc<Menu>, model: Model) -> Self {
        Self {
            offline: OfflineInterpreter::new(menu),
            menu: Arc::clone(menu),
            model,
        }
    }

    fn proposal(&self, said: &Value, heard: &Heard<'_>) -> Proposal {
        let mut proposal = Proposal::of(act(&said["act"]), Certainty::Certain);
        for edit in said["edits"].as_array().into_iter().flatten() {
            let kind = self.kind(edit, heard.draft);
            proposal.edits.extend(kind.map(|kind| Edit {
                kind,
                cites: String::new(),
            }));
        }
        for way in said["getting"].as_array().into_iter().flatten() {
            match way["what"].as_str() {
                Some("delivery") => proposal.details.fulfilment = Some(Fulfilment::Delivery),
                Some("pickup") => proposal.details.fulfilment = Some(Fulfilment::Pickup),
                Some("cash") => proposal.details.method = Some(Method::Cash),
                Some("card") => proposal.details.method = Some(Method::Card),
                Some("pix") => proposal.details.method = Some(Method::Pix),
                _ => {}
            }
        }
        proposal.off_menu = texts(&said["not_on_menu"]);
        proposal.about.items = texts(&said["about_items"]).into_iter().map(ItemId::new).collect();
        proposal.say = said["say"].as_str().and_then(Say::parse);
        proposal
    }

    fn kind(&self, edit: &Value, draft: &Draft) -> Option<EditKind> {
        let quantity = edit["quantity"]
            .as_i64()
            .map(|number| u32::try_from(number).unwrap_or(1));
        let place = edit["line"].as_u64().and_then(|line| usize::try_from(line).ok());
        let line = place.and_then(|line| draft.lines.get(line.checked_sub(1)?));
        let target = || Target::Line(line.map_or(LineId(0), |line| line.id));
        let item = edit["item"].as_str().map(ItemId::new);
        let wish = self.wish(edit, item, quantity);
        Some(match edit["do"].as_str()? {
            "add" => EditKind::Add(wish),
            "remove" => EditKind::Remove {
                target: target(),
                quantity,
            },
            "set_quantity" => EditKind::SetQuantity {
                target: target(),
                quantity: quantity?,
            },
            "change" => EditKind::Modify {
                target: target(),
                change: Wish {
                    items: Vec::new(),
                    ..wish
                },
            },
            "replace" => EditKind::Replace {
                target: target(),
                wish,
            },
            "one_more" => EditKind::Again {
                target: target(),
                quantity: quantity.unwrap_or(1),
            },
            _ => return None,
        })
    }

    fn wish(&self, edit: &Value, item: Option<ItemId>, quantity: Option<u32>) -> Wish {
        let option = |id: &str| OptionWish {
            option: OptionId::new(id),
            amount: None,
            count: None,
            half: None,
        };
        let add = edit["options"].as_array().into_iter().flatten();
        let value = edit["value"].as_str().map(ValueId::new);
        let attribute = value.and_then(|value| {
            let mut attributes = self.menu.attributes.iter();
            let attribute = attributes.find(|attribute| attribute.value(&value).is_some())?;
            Some((attribute.id.clone(), value))
        });
        let attributes: Vec<(AttributeId, ValueId)> = attribute.into_iter().collect();
        Wish {
            items: item.into_iter().collect(),
            quantity,
            attributes: attributes.into_iter().collect(),
            add: add
                .filter_map(|wanted| wanted["option"].as_str())
                .map(option)
                .collect(),
            remove: texts(&edit["without"]).iter().map(|id| option(id)).collect(),
        }
    }
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn act(said: &Value) -> Act {
    match said.as_str().unwrap_or_default() {
        "yes" | "confirm" | "send" => Act::Yes,
        "no" => Act::No,
        "thats_all" => Act::Done,
        "cancel_order" => Act::Cancel,
        "start_over" => Act::StartOver,
        "where_is_my_order" => Act::Status,
        "what_have_i_ordered" => Act::Review,
        "the_usual" => Act::Usual,
        "want_a_person" => Act::Person,
        "delete_my_data" => Act::Forget,
        "complain" => Act::Complain(comanda::interpreter::ComplaintKind::Other),
        "complain_missing" => Act::Complain(comanda::interpreter::ComplaintKind::Missing),
        "complain_cold" => Act::Complain(comanda::interpreter::ComplaintKind::Cold),
        "goodbye" => Act::Stop,
        "slower" => Act::Slower,
        "spell_it_out" => Act::Spell,
        _ => Act::Edit,
    }
}

#[async_trait]
impl Interpreter for Obedient {
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal {
        let own = self.offline.interpret(language, heard).await;
        let own_business = matches!(own.act, Act::Yes | Act::No) && own.certainty == Certainty::Certain;
        match self.model.turn() {
            Some(said) if !own_business => self.proposal(&said, &heard),
            _ => own,
        }
    }

    async fn suggest(&self, _: Language, _: &Draft, _: &[ItemId]) -> Option<Suggesting> {
        let said = self.model.suggestion()?;
        Some(Suggesting {
            item: ItemId::new(said["item"].as_str()?),
            reason: said["reason"].as_str().map(str::to_owned),
        })
    }

    fn looks_back(&self) -> bool {
        true
    }

    fn prepare(&self, language: Language) {
        self.offline.prepare(language);
    }
}
