//! What is said of a wish that the menu does not allow.

use super::scene::Scene;
use crate::order::Refusal;

/// What is said of a wish that the menu does not allow.
pub(super) fn refused(scene: &Scene<'_>, refusal: &Refusal) -> String {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let item = |id| {
        menu.item(id)
            .map(|item| phrases.one(&item.names).to_owned())
            .unwrap_or_default()
    };
    let the_item = |id| {
        let item = menu.item(id);
        item.map(|item| phrases.the(&item.names)).unwrap_or_default()
    };
    match refusal {
        Refusal::NoItem(id) => phrases.say("off-menu", &[("what", id.as_str().into())]),
        Refusal::NotToday(id) => {
            let days = menu.item(id).map(|item| item.days.as_slice()).unwrap_or_default();
            let gaps = [
                ("name", the_item(id).into()),
                ("days", phrases.on_days(days).into()),
            ];
            phrases.say("not-today", &gaps)
        }
        Refusal::ItemOff(id) => phrases.say("item-off", &[("name", item(id).into())]),
        Refusal::OptionOff(id) => phrases.say("item-off", &[("name", phrases.option_name(menu, id).into())]),
        Refusal::NotOnItem(id, option) => {
            let option = phrases.option_name(menu, option);
            phrases.say(
                "not-on-item",
                &[("name", the_item(id).into()), ("option", option.into())],
            )
        }
        Refusal::NotInValue(id, value) => {
            let value = menu
                .item(id)
                .map(|item| phrases.value_name(menu, item, value))
                .unwrap_or_default();
            phrases.say(
                "not-in-value",
                &[("name", the_item(id).into()), ("value", value.into())],
            )
        }
        Refusal::TooManyOptions(group) => {
            let group = menu.group(group);
            let most = group.map_or(0, |group| group.most);
            let what = group.map(|group| phrases.many(&group.names)).unwrap_or_default();
            let most = crate::phrases::number::spell(most, phrases.language, None);
            phrases.say(
                "too-many-options",
                &[("what", what.into()), ("most", most.into())],
            )
        }
        Refusal::TooMany => phrases.plain("too-many"),
        Refusal::TooManyLines => phrases.plain("too-many-lines"),
        Refusal::NoLine => phrases.plain("no-such-line"),
    }
}
