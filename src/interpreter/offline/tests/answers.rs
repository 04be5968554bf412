//! Answers to "which one?", over a bistro in which names are shared.

use super::bistro::check;
use super::{Around, Asked, Language, draft};
use crate::order::{ItemId, LineId, OptionId};

/// A line alone, whose choice was asked for.
fn asked_about(item: &str, options: &[&str]) -> Around {
    Around {
        draft: draft(&[(item, "", options)]),
        asked: Some(Asked::Choice(LineId(0))),
        ..Around::default()
    }
}

#[test]
fn what_goes_with_a_line_is_no_line_of_its_own() {
    check(
        Language::EnUs,
        &asked_about("box", &["chips"]),
        &[
            ("a cola", "#1: +box_cola"),
            ("cola please", "#1: +box_cola"),
            ("i'll have the tonic", "#1: +box_tonic"),
            ("put a cola", "#1: +box_cola"),
            ("tonic for the picnic box", "#1: +box_tonic"),
            ("the first", "#1: +box_cola"),
            ("either", "#1: +box_cola"),
            ("and also a cola", "1 cola"),
            ("add a cola", "1 cola"),
            ("another cola", "1 cola"),
            ("two colas", "2 cola"),
            ("a cola and a tonic", "#1: +box_cola; 1 tonic"),
            (
                "cola, and a club sandwich without onion",
                "#1: +box_cola; 1 club -onion",
            ),
            ("cola and that's all", "done; #1: +box_cola"),
            ("and a club sandwich with extra cheese", "1 club +cheese!"),
        ],
    );
    check(
        Language::PtBr,
        &asked_about("box", &["chips"]),
        &[
            ("uma cola", "#1: +box_cola"),
            ("cola por favor", "#1: +box_cola"),
            ("pode ser tônica", "#1: +box_tonic"),
            ("põe uma água tônica", "#1: +box_tonic"),
            ("a primeira", "#1: +box_cola"),
            ("tanto faz", "#1: +box_cola"),
            ("e também uma cola", "1 cola"),
            ("adiciona uma cola", "1 cola"),
            ("uma cola e uma tônica", "#1: +box_cola; 1 tonic"),
            (
                "cola, e um sanduíche clube sem cebola",
                "#1: +box_cola; 1 club -onion",
            ),
        ],
    );
}

#[test]
fn several_choices_in_one_breath() {
    check(
        Language::EnUs,
        &asked_about("box", &[]),
        &[
            ("chips and a cola", "#1: +chips +box_cola"),
            ("salad, chips and tonic", "#1: +salad +chips +box_tonic"),
        ],
    );
    check(
        Language::PtBr,
        &asked_about("box", &[]),
        &[("fritas e uma cola", "#1: +chips +box_cola")],
    );
}

#[test]
fn a_telling_part_a_place_or_a_size_is_enough() {
    check(
        Language::EnUs,
        &asked_about("squid", &[]),
        &[
            ("half", "#1: =half"),
            ("the full one", "#1: =full"),
            ("the biggest", "#1: =full"),
            ("the small one", "#1: =half"),
            ("the last one", "#1: =full"),
        ],
    );
    check(
        Language::PtBr,
        &asked_about("squid", &[]),
        &[
            ("meia", "#1: =half"),
            ("a inteira", "#1: =full"),
            ("a maior", "#1: =full"),
            ("a última", "#1: =full"),
        ],
    );
    check(
        Language::EnUs,
        &asked_about("roast", &["chips"]),
        &[
            ("white", "#1: +white_beans"),
            ("the red ones please", "#1: +red_beans"),
            ("the second one", "#1: +red_beans"),
        ],
    );
    check(
        Language::PtBr,
        &asked_about("roast", &["chips"]),
        &[("branco", "#1: +white_beans"), ("o vermelho", "#1: +red_beans")],
    );
    check(
        Language::EnUs,
        &asked_about("mocha", &[]),
        &[("the largest", "#1: =medium"), ("a small one", "#1: =small")],
    );
}

#[test]
fn halves_are_no_half_portion() {
    let pizza = asked_about("pizza", &[]);
    check(
        Language::EnUs,
        &pizza,
        &[("half funghi half veal", "#1: +funghi/1 +veal/2")],
    );
    check(
        Language::PtBr,
        &pizza,
        &[
            ("meia funghi meia vitela", "#1: +funghi/1 +veal/2"),
            ("meia funghi e meia vitela", "#1: +funghi/1 +veal/2"),
        ],
    );
}

#[test]
fn one_of_several_things() {
    let items = Around {
        asked: Some(Asked::OneOf {
            items: vec![ItemId::new("pork_goulash"), ItemId::new("veal_goulash")],
            options: Vec::new(),
        }),
        ..Around::default()
    };
    check(
        Language::EnUs,
        &items,
        &[
            ("the veal one", "veal_goulash"),
            ("pork", "pork_goulash"),
            ("the second", "veal_goulash"),
            ("the latter", "veal_goulash"),
            ("both", "pork_goulash; veal_goulash"),
            ("the pork and the veal", "pork_goulash; veal_goulash"),
            ("two of the veal", "2 veal_goulash"),
            ("a veal goulash and a cola", "veal_goulash; 1 cola"),
        ],
    );
    check(
        Language::PtBr,
        &items,
        &[
            ("o de vitela", "veal_goulash"),
            ("os dois", "pork_goulash; veal_goulash"),
            ("de porco", "pork_goulash"),
        ],
    );
    let options = Around {
        draft: draft(&[("roast", "", &["chips"]), ("cola", "", &[])]),
        asked: Some(Asked::OneOf {
            items: Vec::new(),
            options: vec![OptionId::new("white_beans"), OptionId::new("red_beans")],
        }),
        ..Around::default()
    };
    check(Language::EnUs, &options, &[("the red ones", "#1: +red_beans")]);
    check(Language::PtBr, &options, &[("o branco", "#1: +white_beans")]);
}
