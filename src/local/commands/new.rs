//! `comanda new`: a commented starter shop in a folder of one's own, to be changed into one's own.

use std::io::{Write, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};

/// The files of the starter shop, by their place in the folder.
const STARTER: [(&str, &str); 6] = [
    ("shop.toml", include_str!("../starter/shop.toml")),
    ("menu.toml", include_str!("../starter/menu.toml")),
    (
        "talks/en-US/first-order.txt",
        include_str!("../starter/talks/en-US/first-order.txt"),
    ),
    (
        "talks/en-US/change-of-mind.txt",
        include_str!("../starter/talks/en-US/change-of-mind.txt"),
    ),
    (
        "talks/pt-BR/primeiro-pedido.txt",
        include_str!("../starter/talks/pt-BR/primeiro-pedido.txt"),
    ),
    (
        "talks/pt-BR/mudou-de-ideia.txt",
        include_str!("../starter/talks/pt-BR/mudou-de-ideia.txt"),
    ),
];

/// Writes the starter shop. Where one of its files is there already, nothing is written.
pub(super) fn run(folder: &Path) -> anyhow::Result<ExitCode> {
    let there = STARTER
        .iter()
        .map(|(name, _)| folder.join(name))
        .find(|path| path.exists());
    if let Some(path) = there {
        bail!("{} is there already; nothing was written", path.display());
    }
    for (name, text) in STARTER {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        // Never over another's file, even if it has come since.
        let mut file = std::fs::File::create_new(&path).with_context(|| path.display().to_string())?;
        file.write_all(text.as_bytes())
            .with_context(|| path.display().to_string())?;
        writeln!(stdout(), "{}", path.display())?;
    }
    let folder = folder.display();
    writeln!(
        stdout(),
        "Change it, then:\n  comanda menu check {folder}\n  comanda test {folder}\n  comanda --menu {folder}"
    )?;
    Ok(ExitCode::SUCCESS)
}
