//! `comanda model`: what people may say, as Alexa and Lex want it, made from the menu.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use serde::Serialize;

use crate::app::shop_files::menu_of;
use crate::channel::{alexa, lex};
use crate::interpreter::from_menu::vocabulary;
use crate::order::{Language, Menu};

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
    }
    Ok(files)
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
