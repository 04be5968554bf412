//! Notes to the staff: what is wrong with an order, who wants to be called; noted once, shown on the board, closed there.

use axum::body::Body;
use axum::http::Request;
use comanda::app::records::{
    Callback, Complaint, Held, TicketKind, Versioned, callback_id, load_order, load_ticket, open_tickets,
    put_placed,
};
use comanda::order::menu::Allergen;
use comanda::order::{
    Address, Change, Contact, CustomerId, IfMissing, Language, LineId, Money, Order, OrderId, Payment, Phone,
    PostalCode,
};
use comanda::web::staff;
use comanda::workflow::notices::{Noted, Wrong, call_back, complain};
use comanda::workflow::tickets::{Answer, Answered};
use serde_json::{Value, json};
use tower::util::ServiceExt;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner};

const DONE: Answer = Answer::Yes { minutes: None };

async fn board(test: &TestApp) -> Value {
    let request = Request::get("/tickets").body(Body::empty()).unwrap();
    let response = staff::router(&test.app).oneshot(request).await.unwrap();
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    serde_json::from_slice(&body).unwrap()
}

async fn change(test: &TestApp, id: &OrderId, change: impl FnOnce(&mut Order)) {
    let Versioned { mut value, version } = load_order(&test.app, id).await.unwrap().unwrap();
    let Held::Placed { order, .. } = &mut value else {
        panic!("{id} has not been placed")
    };
    change(order);
    let write = put_placed(test.app.shop(), &Versioned { value, version }).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
}

fn missing(words: &str) -> Wrong<'_> {
    let line = Some(LineId(0));
    Wrong {
        kind: "missing",
        line,
        words,
    }
}

fn wish(customer: &CustomerId, reason: &str) -> Callback {
    Callback {
        customer: customer.clone(),
        about: None,
        name: Some("Ana".to_owned()),
        phone: Phone::of("11 98765-4321"),
        language: Language::PtBr,
        reason: reason.to_owned(),
    }
}

#[tokio::test(start_paused = true)]
async fn a_complaint_outlives_its_order_and_is_closed_on_the_board() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    test.until_asked(&id, TicketKind::Accept).await;
    let line = test.order(&id).await.agreement.draft.lines[0].id;
    let wrong = Wrong {
        line: Some(line),
        ..missing("<b>one soup</b> is missing")
    };
    assert_eq!(complain(&test.app, &id, wrong).await.unwrap(), Noted::Now);
    test.play(&id, &all_goes_well()).await;
    assert!(test.is_asked(&id, TicketKind::Complaint).await);
    let shown = board(&test).await;
    let ticket = &shown["tickets"][0];
    assert_eq!(shown["tickets"].as_array().unwrap().len(), 1);
    let expected = json!([{"kind": "missing", "line": "two soups", "words": "<b>one soup</b> is missing"}]);
    assert_eq!(ticket["complaints"], expected);
    assert_eq!(
        (&ticket["kind"], &ticket["number"]),
        (&json!("complaint"), &json!(id))
    );

    assert_eq!(test.answer(&id, TicketKind::Complaint, DONE).await, Answered::Now);
    assert_eq!(
        test.answer(&id, TicketKind::Complaint, DONE).await,
        Answered::TooLate
    );
    assert_eq!(board(&test).await["tickets"], json!([]));
    let closed = load_ticket(&test.app, &id, TicketKind::Complaint)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(closed.value.note, None, "what was said is personal");
    // Still wrong after the shop has called it done: it is noted anew.
    assert_eq!(complain(&test.app, &id, wrong).await.unwrap(), Noted::Now);
    assert!(test.is_asked(&id, TicketKind::Complaint).await);
}

#[tokio::test(start_paused = true)]
async fn the_same_complaint_is_noted_once_and_their_number_has_an_end() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    assert_eq!(
        complain(&test.app, &id, missing("a soup")).await.unwrap(),
        Noted::Now
    );
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert_eq!(
        complain(&test.app, &id, missing("a soup")).await.unwrap(),
        Noted::Already
    );
    for number in 1..Complaint::MOST {
        let words = format!("{number} {}", "x".repeat(Complaint::LONGEST));
        assert_eq!(
            complain(&test.app, &id, missing(&words)).await.unwrap(),
            Noted::Now
        );
    }
    assert_eq!(
        complain(&test.app, &id, missing("more")).await.unwrap(),
        Noted::Full
    );
    let shown = board(&test).await;
    let complaints = shown["tickets"]
        .as_array()
        .unwrap()
        .iter()
        .find(|ticket| ticket["kind"] == "complaint")
        .unwrap()["complaints"]
        .clone();
    assert_eq!(complaints.as_array().unwrap().len(), Complaint::MOST);
    let longest = complaints[1]["words"].as_str().unwrap();
    assert_eq!(longest.chars().count(), Complaint::LONGEST);
    let unknown = complain(&test.app, &OrderId::new("nobody's"), missing("a soup")).await;
    assert_eq!(unknown.unwrap_err().name.as_str(), "Order.Unknown");
}

#[tokio::test(start_paused = true)]
async fn of_complaints_at_once_none_is_lost() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    let (a, b) = tokio::join!(
        complain(&test.app, &id, missing("a soup")),
        complain(&test.app, &id, missing("the spoon"))
    );
    assert_eq!((a.unwrap(), b.unwrap()), (Noted::Now, Noted::Now));
    let tickets = open_tickets(&test.app).await.unwrap();
    let complaint = tickets
        .iter()
        .find(|ticket| ticket.kind == TicketKind::Complaint)
        .unwrap();
    let note = serde_json::to_value(&complaint.note).unwrap();
    assert_eq!(note["complaints"].as_array().unwrap().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_customer_without_an_order_is_called_back_once() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    assert_eq!(
        call_back(&test.app, wish(&ana(), "a party")).await.unwrap(),
        Noted::Now
    );
    assert_eq!(
        call_back(&test.app, wish(&ana(), "a party")).await.unwrap(),
        Noted::Already
    );
    let later = Callback {
        name: None,
        ..wish(&ana(), "a party of ten")
    };
    assert_eq!(call_back(&test.app, later).await.unwrap(), Noted::Now);
    let bens = wish(&CustomerId::new("ben"), "");
    assert_eq!(call_back(&test.app, bens).await.unwrap(), Noted::Now);
    let shown = board(&test).await;
    assert_eq!(shown["tickets"].as_array().unwrap().len(), 2);
    let ticket = &shown["tickets"][0];
    let expected = json!({
        "name": "Ana", "phone": "11987654321", "language": "pt-BR", "reason": "a party of ten",
    });
    assert_eq!(ticket["callback"], expected);
    assert_eq!(ticket["lines"], Value::Null);
    let id = callback_id(test.app.shop(), &ana());
    assert_eq!(ticket["order"], json!(id));
    assert!(!id.as_str().contains("ana"));
    assert_eq!(test.answer(&id, TicketKind::Callback, DONE).await, Answered::Now);
    assert_eq!(board(&test).await["tickets"].as_array().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_board_shows_everything_that_the_staff_needs() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    test.until_asked(&id, TicketKind::Accept).await;
    let currency = test.app.menu().shop.currency;
    change(&test, &id, |order| {
        order.contact = Contact {
            name: Some("Ana <script>".to_owned()),
            phone: Phone::of("11987654321"),
        };
        order.if_missing = Some(IfMissing::Call);
        let agreement = &mut order.agreement;
        agreement.address = Some(Address {
            postal_code: PostalCode::of("01310100").unwrap(),
            street: "Maple Street".to_owned(),
            number: "62".to_owned(),
            complement: Some("apartment 4".to_owned()),
            landmark: Some("the bakery".to_owned()),
        });
        agreement.payment = Payment::Cash(Some(Change::For(Money::new(10_000, currency))));
        agreement.totals.total = Money::new(5890, currency);
        agreement.totals.tip = Money::new(200, currency);
        agreement.notes = vec!["no cutlery".to_owned()];
        agreement.allergies = vec![Allergen::Peanut];
        agreement.wanted_at = Some("2026-11-20T23:45:00Z".parse().unwrap());
    })
    .await;
    let ticket = board(&test).await["tickets"][0].clone();
    let expected = json!({
        "order": id, "kind": "accept", "waiting_seconds": ticket["waiting_seconds"], "number": id,
        "lines": ["two soups"], "total": "R$ 58.90", "tip": "R$ 2.00", "fulfilment": "delivery",
        "pays": {"method": "cash", "with": "R$ 100.00", "change": "R$ 41.10", "exact": false},
        "wanted": {"time": "23:45", "day": null},
        "address": {"line": "62 Maple Street, apartment 4", "postal_code": "01310-100", "landmark": "the bakery"},
        "name": "Ana <script>", "phone": "11987654321", "notes": ["no cutlery"], "allergies": ["peanut"],
        "if_missing": "call", "complaints": [], "callback": null,
    });
    assert_eq!(ticket, expected);
}
