//! Every question that can be open, and everything that can be said to it: no turn breaks, says nothing, asks two
//! questions, tells a voice that is not known what is stored, or places what was not agreed to.

use comanda::app::records::{
    Customer, Dish, Held, Kept, OpenDraft, Pending, Purpose, Versioned, customer, load_order,
    orders_of_customer, put_customer, put_open, put_placed,
};
use comanda::conversation::{Listen, Reply, Turn, Wanted, converse};
use comanda::order::{
    Address, Agreement, AttributeId, ChosenOption, Contact, CustomerId, Draft, Fulfilment, Getting,
    IfMissing, ItemId, Language, Line, LineId, OptionId, Order, OrderId, Payment, Phone, PostalCode,
    Quantity, Stage, ValueId, price,
};
use comanda::phrases::phrases;

use crate::test_app::{TestApp, near_by, said, sample, turn_of};

/// What must not be said to a voice that is not known: the stored address, in parts.
const STORED: [&str; 2] = ["mangueiras", "917"];

/// Where things went before, and where they go now.
fn stored_address() -> Address {
    Address {
        postal_code: PostalCode::of("05412-020").unwrap(),
        street: "Avenida das Mangueiras".to_owned(),
        number: "917".to_owned(),
        complement: None,
        landmark: None,
    }
}

fn line(id: u32, item: &str, value: Option<(&str, &str)>, option: Option<&str>) -> Line {
    let chosen = |option: &str| ChosenOption {
        option: OptionId::new(option),
        amount: None,
        count: 1,
        half: None,
    };
    let value = value.map(|(attribute, value)| (AttributeId::new(attribute), ValueId::new(value)));
    Line {
        id: LineId(id),
        item: ItemId::new(item),
        quantity: Quantity::ONE,
        attributes: value.into_iter().collect(),
        options: option.map(chosen).into_iter().collect(),
        without: Vec::new(),
        declined: Vec::new(),
    }
}

/// A large calabresa and a guaraná; `open` leaves a coke without its container.
fn draft(open: bool) -> Draft {
    let pizza = line(0, "pizza", Some(("size", "large")), Some("calabresa"));
    let drink = line(1, "guarana", Some(("container", "can")), None);
    let third = open.then(|| line(2, "coke", None, None));
    Draft {
        lines: [pizza, drink].into_iter().chain(third).collect(),
        next_line: 3,
    }
}

fn settled() -> Getting {
    Getting {
        fulfilment: Some(Fulfilment::Delivery),
        address: stored_address().into(),
        address_settled: true,
        usual_address: true,
        payment: Some(Payment::Card),
        contact: Contact {
            name: Some("Ana".to_owned()),
            phone: Phone::of("11 98765-4321"),
        },
        if_missing: Some(IfMissing::Call),
        ..Getting::default()
    }
}

/// What of the draft is there where a question is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    /// Everything is settled.
    Settled,
    /// A line has yet to be chosen.
    Choosing,
    /// The lines are there, and nothing besides.
    Lines,
    /// Nothing is being ordered.
    Nothing,
}

fn pendings(placed: &[OrderId; 2]) -> Vec<(Option<Pending>, Under)> {
    let [one, two] = placed.clone();
    let line = LineId(1);
    let item = || ItemId::new("flan");
    let opens = "2026-11-21T14:00:00Z".parse().unwrap();
    let which = |purpose| Pending::WhichOrder {
        orders: vec![one.clone(), two.clone()],
        purpose,
        dishes: vec![Dish::Item(item()), Dish::Option(OptionId::new("calabresa"))],
    };
    let of_a_draft = [
        (Pending::AnythingElse, Under::Settled),
        (Pending::AnythingElse, Under::Lines),
        (Pending::Send, Under::Settled),
        (Pending::Choose { line: LineId(2) }, Under::Choosing),
        (
            Pending::OneOf {
                items: vec![ItemId::new("coke"), ItemId::new("coke-zero")],
                options: Vec::new(),
            },
            Under::Settled,
        ),
        (
            Pending::OneOf {
                items: Vec::new(),
                options: vec![OptionId::new("pinto-beans"), OptionId::new("black-beans")],
            },
            Under::Settled,
        ),
        (
            Pending::HowMany {
                line,
                numbers: vec![2, 3],
            },
            Under::Settled,
        ),
        (Pending::Instead { item: item() }, Under::Settled),
        (Pending::Suggested { item: item() }, Under::Settled),
        (Pending::OnlySome { line }, Under::Settled),
        (Pending::Fulfilment, Under::Lines),
        (Pending::UsualAddress, Under::Lines),
        (Pending::PickupInstead, Under::Lines),
        (Pending::PostalCode, Under::Lines),
        (Pending::Street, Under::Lines),
        (Pending::HouseNumber, Under::Lines),
        (Pending::Address, Under::Lines),
        (Pending::AtOpening { opens }, Under::Lines),
        (Pending::Time, Under::Settled),
        (Pending::Payment, Under::Lines),
        (Pending::Change, Under::Settled),
        (Pending::Name, Under::Lines),
        (Pending::Phone, Under::Lines),
        (Pending::IfMissing, Under::Lines),
        (Pending::KeepAndWarn { line }, Under::Settled),
        (Pending::StillWant { item: item() }, Under::Settled),
        (Pending::Note, Under::Settled),
        (Pending::Stale { words: None }, Under::Settled),
        (
            Pending::Stale {
                words: Some("two flans".to_owned()),
            },
            Under::Settled,
        ),
        (Pending::StartOver, Under::Settled),
        (Pending::Fulfilment, Under::Nothing),
        (Pending::UsualAddress, Under::Nothing),
        (Pending::PostalCode, Under::Nothing),
        (Pending::AtOpening { opens }, Under::Nothing),
    ];
    let of_orders = [
        Pending::CancelOrder { order: one.clone() },
        Pending::Usual { order: one.clone() },
        Pending::Complaint { order: one.clone() },
        which(Purpose::Status),
        which(Purpose::Cancel),
        which(Purpose::Complain),
        Pending::OfferPerson,
        Pending::CallbackPhone,
        Pending::Forget,
    ];
    let mut all = vec![
        (None, Under::Nothing),
        (None, Under::Settled),
        (None, Under::Lines),
    ];
    all.extend(of_a_draft.map(|(pending, under)| (Some(pending), under)));
    for pending in of_orders {
        all.push((Some(pending.clone()), Under::Nothing));
        all.push((Some(pending), Under::Settled));
    }
    all
}

/// What a channel knows without words, and words of every kind.
fn inputs(language: Language) -> Vec<Wanted> {
    let by_channel = [
        Wanted::Launch,
        Wanted::ConsentChanged,
        Wanted::Yes,
        Wanted::No,
        Wanted::Done,
        Wanted::Status,
        Wanted::Cancel,
        Wanted::StartOver,
        Wanted::Review,
        Wanted::Menu,
        Wanted::Usual,
        Wanted::Complain,
        Wanted::Person,
        Wanted::Slower,
        Wanted::HoldOn,
        Wanted::Forget,
        Wanted::Help,
        Wanted::Repeat,
        Wanted::Stop,
        Wanted::NotUnderstood,
        Wanted::Silence,
        Wanted::Keyed("1".to_owned()),
        Wanted::Keyed("2".to_owned()),
        Wanted::Keyed("0".to_owned()),
        Wanted::Keyed("62".to_owned()),
        Wanted::Keyed("05410002".to_owned()),
    ];
    let words: &[&str] = match language {
        Language::EnUs => &[
            "yes please",
            "yes and a coke",
            "no, make it two",
            "a large margherita",
            "take off the guaraná",
            "the second one",
            "the one with the feijoada",
            "two",
            "delivery",
            "pickup",
            "the same address",
            "number 70",
            "05410-002, number 62",
            "cash, change for a hundred",
            "at nine",
            "I'm allergic to peanuts",
            "it's Maria",
            "no onions please",
            "how much is it",
            "is there egg in the flan",
            "where are you",
            "my drink is missing",
            "thanks",
            "hello",
            "continue",
            "whatever",
            "xyzzy plugh",
            "",
        ],
        Language::PtBr => &[
            "sim por favor",
            "sim e uma coca",
            "não, põe duas",
            "uma margherita grande",
            "tira o guaraná",
            "o segundo",
            "o da feijoada",
            "dois",
            "entrega",
            "retirada",
            "o mesmo endereço",
            "número setenta",
            "05410-002, número 62",
            "dinheiro, troco pra cem",
            "às nove",
            "tenho alergia a amendoim",
            "é Maria",
            "sem cebola por favor",
            "quanto deu",
            "o pudim tem ovo",
            "onde vocês ficam",
            "faltou o refrigerante",
            "obrigada",
            "oi",
            "continua",
            "tanto faz",
            "blargh fnord",
            "",
        ],
    };
    by_channel
        .into_iter()
        .chain(words.iter().map(|words| said(words)))
        .collect()
}

/// Who asks, and in which language.
#[derive(Debug, Clone, Copy)]
struct Who {
    language: Language,
    voice_known: bool,
}

/// The customer of one cell, with two orders under way.
struct Cell<'a> {
    test: &'a TestApp,
    id: CustomerId,
    who: Who,
    placed: [OrderId; 2],
}

impl<'a> Cell<'a> {
    fn new(test: &'a TestApp, who: Who, number: usize) -> Self {
        let order = |which: &str| OrderId::new(format!("placed-{number}-{which}"));
        Self {
            test,
            id: CustomerId::new(format!("customer-{number}")),
            who,
            placed: [order("one"), order("two")],
        }
    }

    fn agreement(&self, order: OrderId, draft: Draft, getting: &Getting) -> Agreement {
        let menu = self.test.app.menu();
        let totals = price::totals(&menu, &draft, getting).unwrap();
        Agreement {
            shop: menu.shop.id.clone(),
            order,
            draft,
            totals,
            fulfilment: Fulfilment::Delivery,
            address: getting.address.whole(),
            usual_address: getting.usual_address,
            wanted_at: None,
            payment: Payment::Card,
            minutes: 40,
            notes: Vec::new(),
            allergies: Vec::new(),
        }
    }

    fn order(&self, which: usize) -> Held {
        let item = ["pizza", "feijoada"][which];
        let lines = match item {
            "pizza" => draft(false).lines,
            other => vec![line(0, other, None, None)],
        };
        let draft = Draft { lines, next_line: 2 };
        let now = self.test.app.clock.now();
        let order = Order {
            agreement: self.agreement(self.placed[which].clone(), draft, &settled()),
            customer: self.id.clone(),
            person: None,
            contact: settled().contact,
            if_missing: Some(IfMissing::Call),
            language: self.who.language,
            placed_at: now,
            stage: [Stage::Sent, Stage::Accepted][which],
            since: now,
            problem: None,
            accepted_at: None,
            minutes: None,
        };
        Held::Placed {
            order,
            started: true,
            cancelling: false,
            forgetting: Default::default(),
        }
    }

    /// Writes down where the dialogue stands.
    async fn stand(&self, pending: Option<Pending>, under: Under) {
        let app = &self.test.app;
        let shop = app.shop();
        let id = OrderId::new(format!("draft-of-{}", self.id.as_str()));
        let mut writes = Vec::new();
        for which in 0..2 {
            writes.push(put_placed(shop, &Versioned::new(self.order(which))).unwrap());
        }
        let getting = match under {
            Under::Settled => settled(),
            // An address that was just spelled out, to which nobody has agreed yet.
            Under::Lines if pending == Some(Pending::Address) => Getting {
                fulfilment: Some(Fulfilment::Delivery),
                address: near_by().into(),
                ..Getting::default()
            },
            Under::Choosing | Under::Lines | Under::Nothing => Getting::default(),
        };
        let lines = draft(under == Under::Choosing);
        let sending = pending == Some(Pending::Send);
        let read_back = sending.then(|| self.agreement(id.clone(), lines.clone(), &getting).hash());
        if under != Under::Nothing {
            let open = OpenDraft {
                id: id.clone(),
                customer: self.id.clone(),
                language: self.who.language,
                draft: lines,
                getting,
                read_back,
                read_back_in: None,
                suggested: false,
                finishing: sending,
                where_asked: false,
                profile_asked: false,
                spelled_in: None,
                replaces: None,
                priced: None,
                touched_at: app.clock.now(),
            };
            writes.push(put_open(shop, &Versioned::new(open)).unwrap());
        }
        let kept = Kept {
            contact: Contact::default(),
            address: Some(stored_address()),
            if_missing: None,
            allergies: Vec::new(),
        };
        let record = Customer {
            current: (under != Under::Nothing).then_some(id),
            pending,
            asked_at: Some(app.clock.now()),
            last_line: Some(LineId(1)),
            kept,
            ..Customer::default()
        };
        writes.push(put_customer(shop, &self.id, &Versioned::new(record)).unwrap());
        app.store.write(writes).await.unwrap();
    }

    async fn turn(&self, wanted: Wanted) -> Reply {
        let turn = Turn {
            language: Some(self.who.language),
            voice_known: self.who.voice_known,
            ..turn_of(&self.id, wanted)
        };
        converse(&self.test.app, &turn).await
    }

    async fn orders(&self) -> usize {
        orders_of_customer(&self.test.app, &self.id, 100)
            .await
            .unwrap()
            .len()
    }
}

/// What is wrong with a reply, if anything is.
async fn faults(cell: &Cell<'_>, reply: &Reply, agrees: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let text = reply.speech.text();
    let short = reply
        .reprompt
        .as_ref()
        .map(comanda::conversation::Speech::text)
        .unwrap_or_default();
    let trouble = phrases(cell.who.language).plain("trouble");
    if text.trim().is_empty() || text == trouble {
        faults.push("nothing is said".to_owned());
    }
    for said in [&text, &short] {
        if said.matches('?').count() > 1 {
            faults.push("two questions".to_owned());
        }
        if ["  ", " ,", " .", " ?", "{", "}", ": ?", ":?", ", ,"]
            .iter()
            .any(|odd| said.contains(odd))
        {
            faults.push("a gap that nothing fills".to_owned());
        }
        let lower = said.to_lowercase();
        if !cell.who.voice_known && STORED.iter().any(|stored| lower.contains(stored)) {
            faults.push("the stored address is told".to_owned());
        }
    }
    match reply.listen {
        Listen::Close if text.trim_end().ends_with('?') => faults.push("asks and hangs up".to_owned()),
        Listen::Close | Listen::Person => {}
        Listen::Open | Listen::YesNo | Listen::Words => {
            if short.trim().is_empty() {
                faults.push("no reprompt".to_owned());
            }
        }
    }
    let app = &cell.test.app;
    let record = customer(app, &cell.id).await.unwrap().value;
    let open = match &record.current {
        Some(id) => match load_order(app, id).await.unwrap().map(|held| held.value) {
            Some(Held::Open(open)) => Some(open),
            _ => None,
        },
        None => None,
    };
    let has_lines = open.as_ref().is_some_and(|open| !open.draft.is_empty());
    match &record.pending {
        Some(Pending::Send) if open.as_ref().is_none_or(|open| open.read_back.is_none()) => {
            faults.push("asks to send what was not read back".to_owned());
        }
        Some(
            Pending::Choose { line }
            | Pending::HowMany { line, .. }
            | Pending::OnlySome { line }
            | Pending::KeepAndWarn { line },
        ) if open.as_ref().is_none_or(|open| open.draft.line(*line).is_none()) => {
            faults.push("asks about a line that is gone".to_owned());
        }
        Some(Pending::AnythingElse | Pending::Stale { .. } | Pending::StartOver) if !has_lines => {
            faults.push("asks about a draft that is empty".to_owned());
        }
        None if reply.listen == Listen::YesNo => faults.push("a yes would mean nothing".to_owned()),
        _ => {}
    }
    if reply.listen == Listen::Close && record.pending.is_some() {
        faults.push("hangs up on a question".to_owned());
    }
    let placed = cell.orders().await;
    if placed > 2 && !agrees {
        faults.push("places what was not agreed to".to_owned());
    }
    faults
}

/// Whether this says yes and nothing else.
fn is_yes(wanted: &Wanted) -> bool {
    let words = |transcripts: &[comanda::interpreter::Transcript]| {
        transcripts.iter().any(|said| {
            matches!(
                said.text.as_str(),
                "yes please" | "sim por favor" | "continue" | "continua"
            )
        })
    };
    match wanted {
        Wanted::Yes => true,
        Wanted::Keyed(digits) => digits == "1",
        Wanted::Said { transcripts, .. } => words(transcripts),
        _ => false,
    }
}

async fn walk(who: Who) {
    let test = TestApp::asleep(sample()).await;
    let mut number = 0;
    let mut wrong = Vec::new();
    let probe = Cell::new(&test, who, 0);
    let states = pendings(&probe.placed).len();
    for state in 0..states {
        for wanted in inputs(who.language) {
            number += 1;
            let cell = Cell::new(&test, who, number);
            let (pending, under) = pendings(&cell.placed).swap_remove(state);
            let sends = pending == Some(Pending::Send) && is_yes(&wanted);
            cell.stand(pending.clone(), under).await;
            let reply = cell.turn(wanted.clone()).await;
            let mut found = faults(&cell, &reply, sends).await;
            if sends && cell.orders().await != 3 {
                found.push("a yes to the read-back places nothing".to_owned());
            }
            if !found.is_empty() {
                let said = reply.speech.text();
                wrong.push(format!(
                    "{pending:?} {under:?} + {wanted:?}: {found:?}\n    {said} {:?}",
                    reply.listen
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {number}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[tokio::test(start_paused = true)]
async fn every_question_bears_every_answer_in_english() {
    walk(Who {
        language: Language::EnUs,
        voice_known: true,
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn every_question_bears_every_answer_in_portuguese() {
    walk(Who {
        language: Language::PtBr,
        voice_known: true,
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn every_question_bears_every_answer_of_an_unknown_voice_in_english() {
    walk(Who {
        language: Language::EnUs,
        voice_known: false,
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn every_question_bears_every_answer_of_an_unknown_voice_in_portuguese() {
    walk(Who {
        language: Language::PtBr,
        voice_known: false,
    })
    .await;
}
