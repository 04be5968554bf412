//! Checks a menu and packs it, its names compiled, as the functions read it, while their package is built: `pack-menu MENU_DIR FILE`.

use std::path::PathBuf;

use anyhow::Context as _;
use comanda::app::shop_files::{menu_of, pack};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(file), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        anyhow::bail!("usage: pack-menu MENU_DIR FILE");
    };
    let packed = pack(&menu_of(&folder)?)?;
    std::fs::write(&file, packed).with_context(|| file.display().to_string())
}
