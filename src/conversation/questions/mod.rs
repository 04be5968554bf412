//! Answers to questions, from the menu, the shop's file and the draft; afterwards what was asked before is asked again.

mod food;
mod of_shop;
mod offer;
mod price;
mod spoken;
mod stated;

use super::asking::{self, After};
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, tracking};
use crate::interpreter::{About, Question, QuestionKind};
use crate::phrases::money;

/// What is answered, and the question that comes with it in place of the one that is open.
struct Answer {
    speech: Speech,
    question: Option<Asked>,
}

/// A question that an answer brings along.
enum Asked {
    /// One in its own words.
    Posed(Pending),
    /// One whose words stand in the answer.
    Within(Pending),
}

impl Answer {
    fn of(text: impl Into<String>) -> Self {
        Self {
            speech: Speech::of(text),
            question: None,
        }
    }

    fn asking(self, question: Pending) -> Self {
        Self {
            question: Some(Asked::Posed(question)),
            ..self
        }
    }
}

/// Whether allergies said beside this question belong to it.
pub(super) fn takes_allergies(kind: QuestionKind) -> bool {
    kind == QuestionKind::Allergens
}

/// The most questions of one turn that are answered.
const MOST_ANSWERED: usize = 3;

/// Answers the questions of a turn after `before`: those that end in a question of ours last, and one of them alone.
pub(super) async fn answer(
    scene: &mut Scene<'_>,
    asked: &[Question],
    allergic: bool,
    before: Speech,
) -> Result<Reply, TurnError> {
    if let [
        Question {
            kind: QuestionKind::Wait,
            about,
        },
    ] = asked
        && scene.draft().is_none()
        && tracking::is_under_way(scene).await?
    {
        return tracking::status(scene, about).await;
    }
    let mut answers = Vec::new();
    for Question { kind, about } in asked.iter().take(MOST_ANSWERED) {
        answers.push(answered(scene, *kind, about, allergic).await?);
        spoken::note(scene, *kind, about);
    }
    answers.sort_by_key(|answer| answer.question.is_some());
    let mut speech = before;
    let mut question = None;
    for answer in answers {
        if question.is_some() {
            break;
        }
        speech.append(answer.speech);
        question = answer.question;
    }
    match question {
        Some(Asked::Posed(question)) => Ok(asking::pose(scene, question, speech)),
        Some(Asked::Within(question)) => Ok(asking::pose_silently(scene, question, speech)),
        None if scene.customer.value.pending.is_some() => asking::resume(scene, speech).await,
        None => asking::next(scene, speech, After::default()).await,
    }
}

async fn answered(
    scene: &mut Scene<'_>,
    kind: QuestionKind,
    about: &About,
    allergic: bool,
) -> Result<Answer, TurnError> {
    Ok(match kind {
        QuestionKind::Price => price::answer(scene, about),
        QuestionKind::Contents => food::contents(scene, about),
        QuestionKind::Alike => food::alike(scene, about),
        QuestionKind::Allergens => stated::allergens(scene, about, allergic),
        QuestionKind::Available => offer::available(scene, about).await?,
        QuestionKind::Choices => offer::choices(scene, about),
        QuestionKind::Unstated => food::unstated(scene, about),
        QuestionKind::Specials => offer::specials(scene),
        QuestionKind::Hours => of_shop::hours(scene),
        QuestionKind::Delivery => of_shop::delivery(scene),
        QuestionKind::Payment => of_shop::payment(scene),
        QuestionKind::Shop => of_shop::shop(scene),
        QuestionKind::Total => total(scene),
        QuestionKind::Wait => of_shop::wait(scene),
    })
}

/// What it comes to so far.
fn total(scene: &Scene<'_>) -> Answer {
    let phrases = scene.phrases;
    match scene.settled_total() {
        Some(total) => {
            let total = money::spoken(total, phrases.language);
            Answer::of(phrases.say("review-total", &[("total", total.into())]))
        }
        None if scene.draft().is_some() => Answer::of(phrases.plain("total-open")),
        None => Answer::of(phrases.plain("nothing-ordered")),
    }
}
