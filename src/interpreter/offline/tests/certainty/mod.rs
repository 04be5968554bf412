//! Of which orders a reading is certain, over two small menus of other cuisines: a certain reading is the right one, and
//! what has a second meaning is none.

use std::sync::LazyLock;

use super::{Certainty, Draft, Heard, Offline, Proposal, Transcript, render};
use crate::interpreter::kit::vocabulary;
use crate::interpreter::{Doubt, Doubts};

/// A grill house, in English.
static GRILL: LazyLock<Offline> = LazyLock::new(|| compiled(include_str!("grill.json")));
/// A bakery with a counter, in Portuguese.
static PADARIA: LazyLock<Offline> = LazyLock::new(|| compiled(include_str!("padaria.json")));

fn compiled(menu: &str) -> Offline {
    let (vocabulary, language) = vocabulary(menu).unwrap();
    Offline::new(vocabulary, language)
}

fn read(offline: &Offline, said: &str) -> Proposal {
    let transcripts = [Transcript::certain(said)];
    offline.read_lines(&Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &Draft::default(),
        asked: None,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    })
}

/// Each is read with certainty, as is written.
fn certain(offline: &Offline, cases: &[(&str, &str)]) {
    for (said, expected) in cases {
        let proposal = read(offline, said);
        assert_eq!(render(&proposal), *expected, "{said}");
        assert_eq!(proposal.doubts, Doubts::default(), "{said}");
        assert_eq!(proposal.certainty, Certainty::Certain, "{said}");
    }
}

/// Each is doubted, for this reason among others.
fn doubted(offline: &Offline, cases: &[(&str, Doubt)]) {
    for (said, doubt) in cases {
        let proposal = read(offline, said);
        let doubts: Vec<Doubt> = proposal.doubts.iter().collect();
        assert!(doubts.contains(doubt), "{said}: {doubts:?}");
        assert_eq!(proposal.certainty, Certainty::Unsure, "{said}");
    }
}

#[test]
fn plain_orders_are_certain() {
    certain(
        &GRILL,
        &[
            (
                "two large lamb shawarmas with garlic sauce and no onions",
                "2 shawarma =large +lamb +garlic_sauce -red_onion",
            ),
            (
                "a chicken shawarma on brown pita extra tahini hold the tomato",
                "1 shawarma +chicken +brown_pita +tahini! -tomato",
            ),
            (
                "could i get a falafel plate without parsley or tomatoes and a mint tea",
                "1 falafel_plate -parsley -tomato; 1 mint_tea",
            ),
            (
                "three kofta skewers with harissa please",
                "3 kofta_skewer +chili_paste",
            ),
            (
                "one small shawarma with halloumi and pickled turnip and a large lemonade with rose syrup",
                "1 shawarma =small +halloumi +pickled_turnip; 1 lemonade =large +rose_syrup",
            ),
            ("a shawarma with everything but onions", "1 shawarma -red_onion"),
            (
                "give me half a dozen kofta skewers and a big hummus",
                "6 kofta_skewer; 1 hummus =large",
            ),
            ("no tahini on the falafel plate please", "falafel_plate -tahini"),
            (
                "four ayrans with fresh mint and no rose syrup",
                "4 ayran +mint -rose_syrup",
            ),
            ("for drinks two lemonades and an ayran", "2 lemonade; 1 ayran"),
        ],
    );
    certain(
        &PADARIA,
        &[
            (
                "me vê dois pães na chapa com queijo minas e um pingado grande",
                "2 pao_na_chapa +queijo_minas; 1 pingado =grande",
            ),
            (
                "quero um misto quente sem presunto e um café pequeno sem açúcar",
                "1 misto -presunto; 1 cafe =pequeno -acucar",
            ),
            (
                "uma tapioca grande com bastante canela e pouco mel",
                "1 tapioca =grande +canela! +mel?",
            ),
            (
                "tapioca com ovo e presunto sem tomate nem manteiga",
                "tapioca +ovo +presunto -tomate -manteiga",
            ),
            ("meia dúzia de pães na chapa", "6 pao_na_chapa"),
            (
                "pra mim um pingado e pra ela uma vitamina com mel",
                "1 pingado; 1 vitamina +mel",
            ),
        ],
    );
}

#[test]
fn corrections_shares_and_hesitations_are_certain() {
    certain(
        &GRILL,
        &[
            (
                "a shawarma with lamb, no, chicken, and two ayrans",
                "1 shawarma +chicken; 2 ayran",
            ),
            (
                "two kofta, no make that four, with tahini",
                "4 kofta_skewer +tahini",
            ),
            (
                "a chicken shawarma with garlic sauce, actually tahini",
                "1 shawarma +chicken +tahini",
            ),
            (
                "can we have two shawarmas one with lamb and the other with chicken",
                "1 shawarma +lamb; 1 shawarma +chicken",
            ),
            (
                "three lemonades two small and one large",
                "2 lemonade =small; 1 lemonade =large",
            ),
            (
                "five falafel plates, all with extra tahini",
                "5 falafel_plate +tahini!",
            ),
            (
                "uh hi yeah i'd like a a large chicken shawarma with um toum and light onions",
                "1 shawarma =large +chicken +garlic_sauce +red_onion?",
            ),
        ],
    );
    certain(
        &PADARIA,
        &[
            (
                "um pão na chapa com manteiga, não, com queijo branco",
                "1 pao_na_chapa +queijo_minas",
            ),
            (
                "dois mistos, aliás três, e um bolo de fubá",
                "3 misto; 1 bolo_fuba",
            ),
            (
                "dois pingados, um com canela e o outro sem açúcar",
                "1 pingado +canela; 1 pingado -acucar",
            ),
            (
                "três cafés, dois grandes e um pequeno",
                "2 cafe =grande; 1 cafe =pequeno",
            ),
            (
                "oi bom dia é eu queria um um misto quente com ovo por favor",
                "1 misto +ovo",
            ),
        ],
    );
}

#[test]
fn what_was_heard_badly_or_is_not_on_the_menu_is_doubted() {
    doubted(
        &GRILL,
        &[
            ("a schawarma with lamb", Doubt::Respelt),
            ("a couple of lemonades and a baklava", Doubt::OffMenu),
            ("a kofta with chili", Doubt::Part),
            ("a shawarma with pita", Doubt::Several),
            ("a chicken shawarma extra", Doubt::Portion),
        ],
    );
    doubted(
        &PADARIA,
        &[
            ("um misto qente com presunto", Doubt::Respelt),
            ("um croissant e um café", Doubt::OffMenu),
            ("um misto com queijo", Doubt::Several),
            ("dois bolos", Doubt::Several),
        ],
    );
}

#[test]
fn a_wish_without_an_item_that_fits_several_is_doubted() {
    doubted(
        &GRILL,
        &[
            ("two large", Doubt::Several),
            ("hot chili paste on a kofta", Doubt::Several),
        ],
    );
}

#[test]
fn what_may_go_with_the_dish_before_is_doubted() {
    doubted(
        &GRILL,
        &[
            ("a lamb shawarma and a tabbouleh no onions", Doubt::Parting),
            ("a lamb shawarma, add ayran", Doubt::Several),
            ("a shawarma with no onions and chicken", Doubt::Parting),
        ],
    );
    certain(
        &GRILL,
        &[
            ("a lamb shawarma and an ayran", "1 shawarma +lamb; 1 ayran"),
            ("tabbouleh no parsley", "tabbouleh -parsley"),
            (
                "a falafel plate and a small hummus",
                "1 falafel_plate; 1 hummus =small",
            ),
            ("a falafel plate with hummus", "1 falafel_plate +hummus_inside"),
        ],
    );
}

#[test]
fn a_small_word_that_goes_with_nothing_is_doubted() {
    doubted(
        &GRILL,
        &[
            ("a chicken shawarma extra", Doubt::Portion),
            ("a shawarma with everything", Doubt::Portion),
            (
                "a shawarma half lamb half chicken with tahini on the lamb half",
                Doubt::Portion,
            ),
        ],
    );
    certain(
        &GRILL,
        &[
            ("a shawarma with everything but onions", "1 shawarma -red_onion"),
            (
                "a shawarma with no onions and tomatoes",
                "1 shawarma -red_onion -tomato",
            ),
        ],
    );
}

#[test]
fn what_may_have_been_put_right_is_doubted() {
    doubted(
        &GRILL,
        &[
            ("a small large lemonade", Doubt::Parting),
            ("a lemonade, not large", Doubt::Parting),
            ("a mint tea and don't make it large", Doubt::Parting),
            ("two shawarmas with just one shawarma with lamb", Doubt::Parting),
            ("a lamb shawarma and an ayran, make that a rice", Doubt::Target),
            (
                "a shawarma with tahini no tahini sauce and tomato",
                Doubt::Parting,
            ),
        ],
    );
    doubted(
        &PADARIA,
        &[
            ("um pequeno grande de café", Doubt::Parting),
            ("um café dois e um pingado", Doubt::Sharing),
            (
                "eu ia querer um pingado, mas acho que vou de café",
                Doubt::Parting,
            ),
        ],
    );
}

#[test]
fn an_exchange_of_what_is_not_there_is_doubted() {
    doubted(
        &GRILL,
        &[(
            "can i do a chicken shawarma but instead of garlic sauce tahini",
            Doubt::Target,
        )],
    );
    doubted(
        &PADARIA,
        &[("um misto quente com tomate no lugar do presunto", Doubt::Target)],
    );
}

#[test]
fn what_is_said_of_all_and_does_not_go_on_one_is_doubted() {
    doubted(
        &GRILL,
        &[(
            "a large chicken shawarma and a lemonade both with no onions",
            Doubt::Sharing,
        )],
    );
    certain(
        &PADARIA,
        &[(
            "um pingado e uma tapioca pequena os dois com canela",
            "1 pingado +canela; 1 tapioca =pequeno +canela",
        )],
    );
}

#[test]
fn what_a_menu_tells_apart_by_words_like_those_passed_over_is_doubted() {
    doubted(
        &GRILL,
        &[
            ("a falafel plate with white onions", Doubt::OffMenu),
            ("a shawarma with white pita no brown pita", Doubt::Parting),
            ("a falafel plate, hold the tomato but parsley", Doubt::Portion),
        ],
    );
    doubted(
        &PADARIA,
        &[
            ("um misto com queijo branco e queijo amarelo", Doubt::OffMenu),
            ("um misto com queijo prato não queijo minas", Doubt::Parting),
        ],
    );
    certain(
        &GRILL,
        &[("a falafel plate with red onions", "1 falafel_plate +red_onion")],
    );
}

#[test]
fn what_is_the_same_or_of_two_sizes_is_doubted_where_it_may_be_of_one() {
    doubted(
        &GRILL,
        &[
            (
                "a lamb shawarma with tahini and i'll have the same",
                Doubt::Sharing,
            ),
            ("one small and one large lemonade with mint", Doubt::Sharing),
            ("a shawarma half lamb half chicken tahini parsley", Doubt::Sharing),
        ],
    );
    doubted(
        &PADARIA,
        &[
            ("um misto com ovo e uma tapioca com o mesmo", Doubt::Sharing),
            ("um pequeno e um grande com canela", Doubt::Sharing),
        ],
    );
    certain(
        &GRILL,
        &[(
            "one small and one large lemonade",
            "1 lemonade =small; 1 lemonade =large",
        )],
    );
}
