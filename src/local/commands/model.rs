//! `comanda model`: what people may say, as Alexa and Lex want it, made from the menu.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use serde::Serialize;

use crate::app::shop_files::menu_of;
use crate::channel::connect::template::{Flows, PeopleHours, template};
use crate::channel::connect::{LineWords, announcement, inbound, whisper};
use crate::channel::{alexa, lex};
use crate::interpreter::from_menu::vocabulary;
use crate::order::{Language, Menu};
use crate::phrases::phrases;

/// Writes the models, or compares them with the files that are there.
pub(super) fn run(
    menu: &Path,
    out: &Path,
    endpoint: &str,
    privacy: &str,
    check: bool,
) -> anyhow::Result<ExitCode> {
    let mut stale = false;
    for (name, text) in files(&menu_of(menu)?, endpoint, privacy)? {
        let path = out.join(name);
        if check {
            let found = std::fs::read_to_string(&path).unwrap_or_default();
            if found != text {
                stale = true;
                writeln!(
                    stdout(),
                    "{} is not what the menu makes; write it with: comanda model",
                    path.display()
                )?;
            }
            continue;
        }
        let folder = path.parent().unwrap_or(out);
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        std::fs::write(&path, text).with_context(|| path.display().to_string())?;
        writeln!(stdout(), "{}", path.display())?;
    }
    Ok(if stale {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Every file with its text.
fn files(menu: &Menu, endpoint: &str, privacy: &str) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let shop = &menu.shop;
    let names: Vec<alexa::manifest::SkillName> = shop
        .languages
        .iter()
        .map(|&language| alexa::manifest::SkillName {
            language,
            name: shop.name.clone(),
            invocation: shop.invocation.clone(),
        })
        .collect();
    let countries: Vec<&str> = shop.languages.iter().map(|&language| country(language)).collect();
    let mut files = vec![(
        PathBuf::from("alexa/skill.json"),
        text(&alexa::manifest::manifest(&names, endpoint, privacy, &countries))?,
    )];
    let mut locales = Vec::new();
    for &language in &shop.languages {
        let vocabulary = vocabulary(menu, language);
        let model = alexa::model::interaction_model(&vocabulary, language, &shop.invocation);
        files.push((PathBuf::from(format!("alexa/{language}.json")), text(&model)?));
        files.push((
            PathBuf::from(format!("alexa/{language}.md")),
            alexa::phrases::page(&model, language),
        ));
        let locale = lex::model::bot_locale(&vocabulary, language);
        files.push((PathBuf::from(format!("lex/{language}.json")), text(&locale)?));
        locales.push(locale);
    }
    files.extend(line(menu, &locales)?);
    Ok(files)
}

/// The phone line: its flows, each as it can be imported, and the template that deploys them with the bot.
fn line(menu: &Menu, locales: &[lex::model::BotLocale]) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let shop = &menu.shop;
    let words: Vec<LineWords> = shop
        .languages
        .iter()
        .enumerate()
        .map(|(at, &language)| line_words(menu, at, language))
        .collect();
    let flows = Flows {
        inbound: inbound(&words),
        announcement: announcement(&words),
        whisper: whisper(),
    };
    let people = PeopleHours {
        time_zone: shop.time_zone.iana_name().unwrap_or("UTC"),
        hours: shop.hours.as_ref(),
    };
    Ok(vec![
        (PathBuf::from("connect/calls.json"), text(&flows.inbound)?),
        (PathBuf::from("connect/news.json"), text(&flows.announcement)?),
        (PathBuf::from("connect/summary.json"), text(&flows.whisper)?),
        (
            PathBuf::from("phone.json"),
            text(&template(locales, &flows, &people)?)?,
        ),
    ])
}

/// What the line says by itself in the shop's language of this place.
fn line_words(menu: &Menu, at: usize, language: Language) -> LineWords {
    let phrases = phrases(language);
    let shop = menu.shop.name.as_str();
    LineWords {
        language,
        voice: menu
            .shop
            .voice(language)
            .unwrap_or(usual_voice(language))
            .to_owned(),
        key: phrases.say("line-key", &[("key", (at + 1).to_string().into())]),
        automated: phrases.plain("automated"),
        greeting: format!(
            "{} {}",
            phrases.say("launch", &[("shop", shop.into())]),
            phrases.plain("greeting-short")
        ),
        nobody: phrases.plain("nobody"),
    }
}

/// The voice of a language where the shop has none of its own.
fn usual_voice(language: Language) -> &'static str {
    match language {
        Language::EnUs => "Joanna",
        Language::PtBr => "Camila",
    }
}

/// The country whose language it is.
fn country(language: Language) -> &'static str {
    match language {
        Language::EnUs => "US",
        Language::PtBr => "BR",
    }
}

fn text(model: &impl Serialize) -> anyhow::Result<String> {
    Ok(serde_json::to_string_pretty(model)? + "\n")
}
