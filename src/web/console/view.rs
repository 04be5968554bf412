//! What the console shows of a customer: the draft, the orders with their stages, the announcements.

use serde::Serialize;

use crate::app::records::{Held, OpenDraft, Versioned, customer, load_order, orders_of_customer};
use crate::app::{Announcement, App, StoreError};
use crate::order::{CustomerId, Draft, Fulfilment, Language, Money, Order, Stage, price};
use crate::phrases::{Phrases, phrases};

/// The most orders that are shown.
const MOST_ORDERS: usize = 3;

/// Everything that the page shows beside the talk.
#[derive(Debug, Serialize)]
pub(super) struct View {
    shop: String,
    languages: Vec<Language>,
    draft: Option<DraftView>,
    orders: Vec<OrderView>,
    announcements: Vec<Said>,
    /// The number to ask from next time.
    after: u64,
}

#[derive(Debug, Serialize)]
struct DraftView {
    lines: Vec<LineView>,
    fee: Option<String>,
    total: Option<String>,
    read_back: bool,
}

#[derive(Debug, Serialize)]
struct LineView {
    text: String,
    price: Option<String>,
}

#[derive(Debug, Serialize)]
struct OrderView {
    id: String,
    lines: Vec<LineView>,
    fee: Option<String>,
    total: String,
    stage: Stage,
    fulfilment: Fulfilment,
    status: String,
    ended: bool,
}

/// Announcements with the numbers by which the page asks for what comes after.
pub(super) struct News {
    pub(super) announcements: Vec<(u64, Announcement)>,
    /// The number that was asked from, as counted in this run.
    pub(super) after: u64,
    /// What is added to numbers of this run.
    pub(super) since: u64,
}

#[derive(Debug, Serialize)]
struct Said {
    number: u64,
    text: String,
    language: Language,
}

pub(super) async fn of_customer(
    app: &App,
    id: &CustomerId,
    language: Option<Language>,
    news: News,
) -> Result<View, StoreError> {
    let phrases = phrases(app.menu().shop.language(language));
    let current = customer(app, id).await?.value.current;
    let open = match current {
        Some(order) => load_order(app, &order).await?.map(|stored| stored.value),
        None => None,
    };
    let draft = match open {
        Some(Held::Open(open)) if !open.draft.is_empty() => Some(draft_view(app, phrases, &open)),
        Some(Held::Open(_) | Held::Placed { .. }) | None => None,
    };
    let mut orders = Vec::new();
    for Versioned { value, .. } in orders_of_customer(app, id, MOST_ORDERS).await? {
        if let Held::Placed { order, .. } = value {
            orders.push(order_view(app, phrases, &order));
        }
    }
    let News {
        announcements,
        after,
        since,
    } = news;
    let after = since + announcements.last().map_or(after, |(number, _)| *number);
    let said = |(number, said): (u64, Announcement)| Said {
        number: since + number,
        text: said.text,
        language: said.language,
    };
    Ok(View {
        shop: app.menu().shop.name.clone(),
        languages: app.menu().shop.languages.clone(),
        draft,
        orders,
        announcements: announcements.into_iter().map(said).collect(),
        after,
    })
}

fn draft_view(app: &App, phrases: &Phrases, open: &OpenDraft) -> DraftView {
    let totals = price::totals(&app.menu(), &open.draft, &open.getting).ok();
    let prices = open
        .draft
        .lines
        .iter()
        .map(|line| price::line_price(&app.menu(), line).ok());
    DraftView {
        lines: lines(app, phrases, &open.draft, prices),
        fee: totals.as_ref().and_then(|totals| fee(totals.fee, phrases)),
        total: totals.map(|totals| written(totals.total, phrases)),
        read_back: open.read_back.is_some(),
    }
}

fn order_view(app: &App, phrases: &Phrases, order: &Order) -> OrderView {
    let agreement = &order.agreement;
    let prices = agreement.totals.lines.iter().copied().map(Some);
    OrderView {
        id: agreement.order.to_string(),
        lines: lines(app, phrases, &agreement.draft, prices),
        fee: fee(agreement.totals.fee, phrases),
        total: written(agreement.totals.total, phrases),
        stage: order.stage,
        fulfilment: agreement.fulfilment,
        status: phrases.status(&app.menu(), order, app.clock.now()),
        ended: order.stage.is_end(),
    }
}

fn lines(
    app: &App,
    phrases: &Phrases,
    draft: &Draft,
    prices: impl Iterator<Item = Option<Money>>,
) -> Vec<LineView> {
    let view = |(line, price): (&crate::order::Line, Option<Money>)| LineView {
        text: phrases.line(&app.menu(), line),
        price: price.map(|price| written(price, phrases)),
    };
    draft.lines.iter().zip(prices).map(view).collect()
}

/// The delivery fee, where there is one.
fn fee(money: Money, phrases: &Phrases) -> Option<String> {
    (money.minor > 0).then(|| written(money, phrases))
}

fn written(money: Money, phrases: &Phrases) -> String {
    crate::phrases::money::written(money, phrases.language)
}
