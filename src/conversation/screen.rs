//! What a screen shows beside what is said: the draft as a plain list with its prices.

use super::Screen;
use super::scene::Scene;
use crate::order::price;
use crate::phrases::money;

/// The draft under way; none where there is none.
pub(super) fn of(scene: &Scene<'_>) -> Option<Screen> {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let draft = scene.draft()?;
    let price = |line| {
        let price = price::line_price(menu, line).ok();
        price
            .map(|price| money::written(price, phrases.language))
            .unwrap_or_default()
    };
    let rows = draft
        .lines
        .iter()
        .map(|line| (phrases.line(menu, line), price(line)))
        .collect();
    let total = scene
        .total()
        .map(|total| (phrases.plain("total"), money::written(total, phrases.language)));
    Some(Screen {
        title: menu.shop.name.clone(),
        rows,
        total,
    })
}
