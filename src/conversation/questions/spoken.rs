//! Notes what a question was about, so that the next turn can go on about it: "I'll take one", "and the large?"

use super::food::{self, Thing};
use crate::conversation::scene::Scene;
use crate::interpreter::{About, QuestionKind, Spoken};

/// Notes the one thing that a question was about; of several or none nothing is noted.
pub(super) fn note(scene: &mut Scene<'_>, kind: QuestionKind, about: &About) {
    let of_food = match kind {
        QuestionKind::Price
        | QuestionKind::Contents
        | QuestionKind::Allergens
        | QuestionKind::Available
        | QuestionKind::Unstated => true,
        QuestionKind::Alike
        | QuestionKind::Choices
        | QuestionKind::Specials
        | QuestionKind::Hours
        | QuestionKind::Delivery
        | QuestionKind::Payment
        | QuestionKind::Total
        | QuestionKind::Wait
        | QuestionKind::Shop => false,
    };
    if !of_food || about.items.len() > 1 || !about.off_menu.is_empty() {
        return;
    }
    let (item, options) = match food::thing(scene, about) {
        Some(Thing::Item(item, options)) => (
            Some(item.id.clone()),
            options.into_iter().map(|option| option.id.clone()).collect(),
        ),
        Some(Thing::Line(..)) => (None, Vec::new()),
        Some(Thing::Option(_)) | None => return,
    };
    scene.speak_about(Spoken {
        question: Some(kind),
        item,
        options,
        attributes: about.attributes.clone(),
        allergens: about.allergens.clone(),
        offered: false,
    });
}
