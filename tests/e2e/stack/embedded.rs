//! The same talk on one machine: what was said, and the path that the embedded engine took.

use comanda::app::Machine;
use comanda::app::records::{Held, orders_of_customer};
use comanda::local::rehearsal::{Script, Speaker, machine, on_virtual_time, play};
use comanda::order::Menu;
use serde_json::Value;

use crate::talk::{Caller, SCARCE, parts, sell_out};

/// What came of a talk on one machine.
pub(crate) struct Embedded {
    /// The talk as it was played.
    pub(crate) played: Script,
    /// The states that the order's execution entered, in order.
    pub(crate) path: Vec<String>,
    /// The type of its last event.
    pub(crate) end: String,
    /// The output of the execution.
    pub(crate) output: Value,
}

/// Plays a talk over the embedded engine.
pub(crate) fn of(menu: Menu, script: &Script, caller: Caller) -> Embedded {
    let mut speaker: Box<dyn Speaker> = match caller {
        Caller::Alexa(device) => Box::new(device),
        Caller::Lex(bot) => Box::new(bot),
    };
    let talk = async {
        let machine = machine(menu, script).await.unwrap();
        let (before, after) = parts(script);
        let mut played = play(&machine, &mut *speaker, &before).await.unwrap();
        if !after.steps.is_empty() {
            sell_out(machine.app.store.as_ref(), &machine.app.menu(), SCARCE).await;
            let rest = play(&machine, &mut *speaker, &after).await.unwrap();
            played.steps.extend(rest.steps);
        }
        let orders = orders_of_customer(&machine.app, speaker.customer(), 1)
            .await
            .unwrap();
        let Held::Placed { order, .. } = &orders[0].value else {
            panic!("nothing was placed");
        };
        let history = machine
            .engine
            .history(Machine::Order, order.agreement.order.as_str())
            .await
            .unwrap();
        let events: Vec<Value> = history
            .iter()
            .map(|event| serde_json::from_str(event).unwrap())
            .collect();
        let last = events.last().unwrap();
        let states = events
            .iter()
            .filter_map(|event| event["state"].as_str().filter(|_| entered(event)));
        Embedded {
            played,
            path: states.map(str::to_owned).collect(),
            end: last["type"].as_str().unwrap().to_owned(),
            output: last["details"]["output"].clone(),
        }
    };
    on_virtual_time(talk).unwrap()
}

fn entered(event: &Value) -> bool {
    event["type"]
        .as_str()
        .is_some_and(|kind| kind.ends_with("StateEntered"))
}
