//! Which news goes over what: the one table, as data.
//!
//! There are no quiet hours here: whoever waits for a meal wants to know, and nothing is sent once it has ended. Calls alone
//! are for whoever ordered by telephone, at the hours and as often as the shop says; the last of them is for bad news.

use crate::app::{Progress, Route};
use crate::order::{Callable, Fulfilment, Mobile, Stage};

/// Something that a customer may be told of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It has entered a stage.
    Entered(Stage),
    /// The shop does not cancel it.
    NotCancelled,
}

impl News {
    /// Its name, which stays.
    pub fn name(self) -> &'static str {
        match self {
            Self::Entered(Stage::Sent) => "sent",
            Self::Entered(Stage::Accepted) => "accepted",
            Self::Entered(Stage::Ready) => "ready",
            Self::Entered(Stage::OutForDelivery) => "out_for_delivery",
            Self::Entered(Stage::Delivered) => "delivered",
            Self::Entered(Stage::Failed) => "failed",
            Self::Entered(Stage::Cancelled) => "cancelled",
            Self::NotCancelled => "not_cancelled",
        }
    }
}

/// How a customer can be reached outside of a turn, by what they have agreed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reachable {
    /// Whether they have asked their channel for notifications.
    pub notified: bool,
    /// The number that they are called on, where they ordered by telephone and may be called at this hour.
    pub callable: Option<Callable>,
    /// How often they may still be called about this order.
    pub calls_left: u32,
    /// The mobile number that they gave for this very order.
    pub mobile: Option<Mobile>,
}

/// What news is worth between turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worth {
    /// It is told where the customer asks, and at the next launch.
    Nothing,
    /// It is told in words: no notification says it truly.
    Words,
    /// It is told as a notification where those are wanted, else in words.
    Progress(Progress),
}

/// The ways by which a customer is told, to be tried in this order until one of them takes it.
///
/// Three things are worth it: that the kitchen has accepted, that it has left, and any problem. Where they come for it
/// themselves, that it is ready too. A notification can only be about two stages, so that there are at most two an order.
pub fn routes(news: News, fulfilment: Fulfilment, reachable: &Reachable) -> Vec<Route> {
    let worth = worth(news, fulfilment);
    let notification = match worth {
        Worth::Progress(progress) if reachable.notified => Some(Route::Event(progress)),
        Worth::Progress(_) | Worth::Words | Worth::Nothing => None,
    };
    let least_left = match worth {
        Worth::Progress(_) => 2,
        Worth::Words => 1,
        Worth::Nothing => u32::MAX,
    };
    let call = reachable
        .callable
        .clone()
        .filter(|_| reachable.calls_left >= least_left);
    let text = match worth {
        Worth::Progress(_) | Worth::Words => reachable.mobile.clone().map(Route::Text),
        Worth::Nothing => None,
    };
    notification
        .into_iter()
        .chain(call.map(Route::Call))
        .chain(text)
        .collect()
}

fn worth(news: News, fulfilment: Fulfilment) -> Worth {
    match (news, fulfilment) {
        (News::Entered(Stage::Accepted), _) => Worth::Progress(Progress::Preparing),
        (News::Entered(Stage::OutForDelivery), _) => Worth::Progress(Progress::OnTheWay),
        (News::Entered(Stage::Ready), Fulfilment::Pickup)
        | (News::Entered(Stage::Failed | Stage::Cancelled) | News::NotCancelled, _) => Worth::Words,
        // Whoever has it in hand knows.
        (News::Entered(Stage::Ready), Fulfilment::Delivery)
        | (News::Entered(Stage::Sent | Stage::Delivered), _) => Worth::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::{Currency, Phone};

    fn mobile() -> Mobile {
        Mobile::of(&Phone::of("11 98765-4321").unwrap(), Currency::Brl, None).unwrap()
    }

    /// The routes in letters: `p` and `o` for notifications, `t` for a text message.
    fn letters(news: News, fulfilment: Fulfilment, notified: bool, reached: bool) -> String {
        let reachable = Reachable {
            notified,
            callable: None,
            calls_left: 0,
            mobile: reached.then(mobile),
        };
        let letter = |route: &Route| match route {
            Route::Event(Progress::Preparing) => 'p',
            Route::Event(Progress::OnTheWay) => 'o',
            Route::Call(_) => 'c',
            Route::Text(_) => 't',
        };
        routes(news, fulfilment, &reachable).iter().map(letter).collect()
    }

    #[test]
    fn every_piece_of_news_has_its_ways() {
        use Fulfilment::{Delivery, Pickup};
        let entered = News::Entered;
        for (news, fulfilment, both, notified, texted) in [
            (entered(Stage::Sent), Delivery, "", "", ""),
            (entered(Stage::Accepted), Delivery, "pt", "p", "t"),
            (entered(Stage::Accepted), Pickup, "pt", "p", "t"),
            (entered(Stage::Ready), Delivery, "", "", ""),
            (entered(Stage::Ready), Pickup, "t", "", "t"),
            (entered(Stage::OutForDelivery), Delivery, "ot", "o", "t"),
            (entered(Stage::Delivered), Delivery, "", "", ""),
            (entered(Stage::Delivered), Pickup, "", "", ""),
            (entered(Stage::Failed), Delivery, "t", "", "t"),
            (entered(Stage::Failed), Pickup, "t", "", "t"),
            (entered(Stage::Cancelled), Delivery, "t", "", "t"),
            (News::NotCancelled, Delivery, "t", "", "t"),
        ] {
            assert_eq!(letters(news, fulfilment, true, true), both, "{news:?}");
            assert_eq!(letters(news, fulfilment, true, false), notified, "{news:?}");
            assert_eq!(letters(news, fulfilment, false, true), texted, "{news:?}");
            assert_eq!(letters(news, fulfilment, false, false), "", "{news:?}");
        }
    }

    #[test]
    fn the_last_call_is_for_bad_news() {
        use Fulfilment::{Delivery, Pickup};
        let letters = |news: News, fulfilment: Fulfilment, left: u32| {
            let number = Phone::of("11 3003-0000").unwrap();
            let reachable = Reachable {
                notified: false,
                callable: Callable::of(&number, Currency::Brl, None),
                calls_left: left,
                mobile: Some(mobile()),
            };
            let ways = routes(news, fulfilment, &reachable);
            ways.iter()
                .map(|way| if matches!(way, Route::Call(_)) { 'c' } else { 't' })
                .collect::<String>()
        };
        let entered = News::Entered;
        for (news, fulfilment, by_left) in [
            (entered(Stage::Accepted), Delivery, ["t", "t", "ct"]),
            (entered(Stage::OutForDelivery), Delivery, ["t", "t", "ct"]),
            (entered(Stage::Ready), Pickup, ["t", "ct", "ct"]),
            (entered(Stage::Failed), Delivery, ["t", "ct", "ct"]),
            (News::NotCancelled, Delivery, ["t", "ct", "ct"]),
            (entered(Stage::Sent), Delivery, ["", "", ""]),
            (entered(Stage::Delivered), Delivery, ["", "", ""]),
        ] {
            for (left, expected) in (0..).zip(by_left) {
                assert_eq!(letters(news, fulfilment, left), expected, "{news:?} {left}");
            }
        }
    }
}
