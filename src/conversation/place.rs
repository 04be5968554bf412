//! Where an order goes: delivery or pickup, the address part by part, and whether anybody goes there.

use super::scene::{Pending, Scene};
use super::{Consent, Speech, TurnError};
use crate::app::Profile;
use crate::interpreter::WhichAddress;
use crate::order::{AddressPart, AddressParts, Fulfilment, Getting};
use crate::phrases::money;

/// What a turn's words about the place came to.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// What is said of it.
    pub(super) speech: Speech,
    /// A question that comes before any other.
    pub(super) question: Option<Pending>,
}

/// The next question about the place with the sentence before it; none where it is settled.
pub(super) async fn question(scene: &mut Scene<'_>) -> Result<Option<(String, Pending)>, TurnError> {
    forget_unheard(scene);
    let getting = scene.getting().cloned().unwrap_or_default();
    let nothing = String::new;
    let kept = scene.customer.value.kept.address.is_some() && Fulfilment::Delivery.offered(&scene.menu.shop);
    let fresh = getting.address.is_empty() && !getting.usual_declined;
    Ok(match getting.fulfilment.or(Fulfilment::only(&scene.menu.shop)) {
        None if kept && fresh => Some((nothing(), Pending::UsualAddress)),
        None => Some((nothing(), Pending::Fulfilment)),
        Some(Fulfilment::Pickup) => None,
        Some(Fulfilment::Delivery) if getting.address_settled => None,
        Some(Fulfilment::Delivery) if kept && fresh => Some((nothing(), Pending::UsualAddress)),
        Some(Fulfilment::Delivery) => {
            let card = if fresh {
                from_profile(scene).await?
            } else {
                nothing()
            };
            Some((card, missing_part(scene)))
        }
    })
}

/// An address that nobody has agreed to and that this voice must not hear cannot be asked about: it is taken anew.
fn forget_unheard(scene: &mut Scene<'_>) {
    let asked =
        |getting: &Getting| getting.address_settled || getting.usual_address || getting.address.is_empty();
    if !scene.getting().is_none_or(asked) && !scene.may_read_address() {
        scene.getting_mut().address = AddressParts::default();
    }
}

/// The question for the first part of the address that is missing; for all of it, where it is whole.
fn missing_part(scene: &Scene<'_>) -> Pending {
    let getting = scene.getting();
    if getting.is_some_and(|getting| getting.usual_address) {
        return Pending::UsualAddress;
    }
    match getting.map_or(Some(AddressPart::PostalCode), |getting| getting.address.missing()) {
        Some(AddressPart::PostalCode) => Pending::PostalCode,
        Some(AddressPart::Street) => Pending::Street,
        Some(AddressPart::Number) => Pending::HouseNumber,
        None => Pending::Address,
    }
}

/// Takes what the channel's own profile says of the address; asks for consent where that is missing. Both once a draft.
async fn from_profile(scene: &mut Scene<'_>) -> Result<String, TurnError> {
    let (Some(profiles), Some(access)) = (scene.app.profiles.clone(), scene.profile.clone()) else {
        return Ok(String::new());
    };
    if std::mem::replace(&mut scene.open_mut().profile_asked, true) {
        return Ok(String::new());
    }
    match profiles.profile(&access).await {
        Profile::Known { address, contact } => {
            let known = scene.open_mut();
            known.getting.contact.name = known.getting.contact.name.take().or(contact.name);
            known.getting.contact.phone = known.getting.contact.phone.take().or(contact.phone);
            let placed = spelled_out(scene, address);
            let whole = scene
                .getting()
                .is_some_and(|getting| getting.address.missing().is_none());
            if whole && placed.question.is_none() {
                scene.getting_mut().usual_address = true;
            } else if placed.question.is_some() || !scene.voice_known {
                // Of an address in parts the street would be told.
                scene.getting_mut().address = AddressParts::default();
            }
            Ok(String::new())
        }
        Profile::NotAllowed => {
            scene.consent = Some(Consent::Address);
            Ok(scene.phrases.plain("consent-card"))
        }
        Profile::Unavailable => Ok(String::new()),
    }
}

/// The customer has allowed their profile to be read, or forbidden it: it is asked once more.
pub(super) fn profile_changed(scene: &mut Scene<'_>) {
    if let Some(open) = scene.open.as_mut() {
        open.value.profile_asked = false;
    }
}

/// Has the order brought or fetched, where the shop does that; what is said of it.
pub(super) fn bring(scene: &mut Scene<'_>, way: Fulfilment) -> String {
    let shop = &scene.menu.shop;
    if !way.offered(shop) {
        return scene.phrases.plain(match way {
            Fulfilment::Delivery => "no-delivery",
            Fulfilment::Pickup => "no-pickup",
        });
    }
    let answers = scene.customer.value.pending == Some(Pending::Fulfilment);
    scene.getting_mut().fulfilment = Some(way);
    match way {
        Fulfilment::Delivery if answers => String::new(),
        Fulfilment::Delivery => scene.phrases.plain("way-delivery"),
        Fulfilment::Pickup => pickup(scene),
    }
}

/// How long pickup takes, and where it is.
fn pickup(scene: &Scene<'_>) -> String {
    let (phrases, shop) = (scene.phrases, &scene.menu.shop);
    let minutes = shop.pickup.as_ref().map_or(0, |pickup| pickup.minutes);
    phrases.say("way-pickup", &[("minutes", phrases.minutes(minutes))])
}

/// Takes an address that was only pointed at.
pub(super) fn pointed_at(scene: &mut Scene<'_>, which: WhichAddress) -> Placed {
    match (which, scene.customer.value.kept.address.clone()) {
        (WhichAddress::Usual, Some(_)) => usual(scene),
        (WhichAddress::Usual, None) | (WhichAddress::Another, _) => {
            let getting = scene.getting_mut();
            getting.fulfilment = Some(Fulfilment::Delivery);
            getting.address = AddressParts::default();
            getting.address_settled = false;
            getting.usual_address = false;
            getting.usual_declined = true;
            Placed {
                question: Some(Pending::PostalCode),
                ..Placed::default()
            }
        }
    }
}

/// Takes the address of the profile or the one that is kept.
pub(super) fn usual(scene: &mut Scene<'_>) -> Placed {
    let of_profile = scene.getting().filter(|getting| getting.usual_address);
    let of_profile = of_profile.and_then(|getting| getting.address.whole());
    let Some(address) = of_profile.or_else(|| scene.customer.value.kept.address.clone()) else {
        return Placed {
            question: Some(Pending::PostalCode),
            ..Placed::default()
        };
    };
    let placed = spelled_out(scene, address.into());
    if placed.question.is_some() {
        return placed;
    }
    scene.getting_mut().usual_address = true;
    settle(scene)
}

/// Takes parts of an address that were spelled out.
pub(super) fn spelled_out(scene: &mut Scene<'_>, said: AddressParts) -> Placed {
    let Some(delivery) = scene.menu.shop.delivery.as_ref() else {
        return Placed {
            speech: Speech::of(scene.phrases.plain("no-delivery")),
            question: None,
        };
    };
    let getting = scene.getting_mut();
    getting.fulfilment = Some(Fulfilment::Delivery);
    getting.address_settled = false;
    getting.usual_address = false;
    if is_elsewhere(&getting.address, &said) {
        getting.address = AddressParts::default();
    }
    getting.address.take(said);
    let address = &mut getting.address;
    if address.postal_code.is_none() {
        // A street that only one postal code has says that code.
        let named = |street: &String| street.to_lowercase();
        let wanted = address.street.as_ref().map(named);
        let mut codes = delivery
            .streets
            .iter()
            .filter(|(_, street)| Some(named(street)) == wanted);
        if let (Some((code, street)), None) = (codes.next(), codes.next()) {
            address.postal_code = Some(code.clone());
            address.street = Some(street.clone());
        }
    }
    let Some(code) = address.postal_code.clone() else {
        return Placed::default();
    };
    if delivery.zone(&code).is_none() {
        getting.address = AddressParts::default();
        return unserved(scene);
    }
    if address.street.is_none() {
        address.street = delivery.streets.get(&code).cloned();
    }
    Placed::default()
}

/// Words for kinds of streets, which tell no two of them apart; shorter ones do not either.
const KINDS_OF_STREETS: [&str; 14] = [
    "street",
    "avenue",
    "road",
    "lane",
    "drive",
    "boulevard",
    "court",
    "avenida",
    "alameda",
    "travessa",
    "praça",
    "largo",
    "estrada",
    "rodovia",
];
/// The longest word that tells no two streets apart ("rua", "das", "St").
const LONGEST_SMALL_WORD: usize = 3;

/// Whether a street is said in place of another: the postal code and the apartment of the old one do not hold there.
fn is_elsewhere(known: &AddressParts, said: &AddressParts) -> bool {
    let (Some(known), Some(said)) = (&known.street, &said.street) else {
        return false;
    };
    let telling = |street: &str| -> Vec<String> {
        let lower = street.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| word.chars().count() > LONGEST_SMALL_WORD && !KINDS_OF_STREETS.contains(word))
            .map(str::to_owned)
            .collect()
    };
    let (known, said) = (telling(known), telling(said));
    !known.is_empty() && !said.is_empty() && !said.iter().any(|word| known.contains(word))
}

/// Nobody goes there.
fn unserved(scene: &mut Scene<'_>) -> Placed {
    let speech = Speech::of(scene.phrases.plain("no-zone"));
    let question = if Fulfilment::Pickup.offered(&scene.menu.shop) {
        Pending::PickupInstead
    } else {
        Pending::PostalCode
    };
    Placed {
        speech,
        question: Some(question),
    }
}

/// The customer agrees to the address: fee, minimum and time are said.
pub(super) fn settle(scene: &mut Scene<'_>) -> Placed {
    scene.getting_mut().address_settled = true;
    Placed {
        speech: terms(scene),
        question: None,
    }
}

/// What delivery to the settled address costs, how long it takes and how much has to be ordered at least.
pub(super) fn terms(scene: &Scene<'_>) -> Speech {
    let phrases = scene.phrases;
    let Some(zone) = scene.getting().and_then(|getting| getting.zone(&scene.menu.shop)) else {
        return Speech::default();
    };
    let minutes = ("minutes", phrases.minutes(zone.minutes));
    let fee = ("fee", money::spoken(zone.fee, phrases.language).into());
    let speech = Speech::of(match zone.fee.minor {
        0 => phrases.say("terms-free", &[minutes]),
        _ => phrases.say("terms", &[fee, minutes]),
    });
    match zone.least {
        Some(least) => {
            let least = money::spoken(least, phrases.language);
            speech.then(phrases.say("terms-least", &[("least", least.into())]))
        }
        None => speech,
    }
}
