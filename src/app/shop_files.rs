//! A menu folder on disk, as the texts that the menu's reader takes.

use std::path::Path;

use crate::order::menu::{Fault, Menu, Shop, Source, read_telling};

/// The most files that a menu folder may hold.
const MOST_FILES: usize = 100;

/// Why a menu folder gives no menu.
#[derive(Debug, thiserror::Error)]
pub enum MenuError {
    /// The folder or a file in it cannot be read.
    #[error("{path}: {cause}")]
    Unreadable {
        /// What could not be read.
        path: String,
        /// Why.
        cause: String,
    },
    /// The menu has faults; all of them are listed.
    #[error("the menu has {} fault(s):\n{}", .0.len(), .0.iter().map(|f| format!("  {f}")).collect::<Vec<_>>().join("\n"))]
    Faulty(Vec<Fault>),
}

/// Reads the menu in a folder: every `.toml` file in it, not in folders below it.
///
/// # Errors
/// [`MenuError`] with everything that is wrong.
pub fn menu_of(folder: &Path) -> Result<Menu, MenuError> {
    menu_telling(folder, |_| ())
}

/// The same, where whoever waits for the shop is told of it as soon as it is known, before the rest is read.
///
/// # Errors
/// [`MenuError`] with everything that is wrong.
pub fn menu_telling(folder: &Path, tell: impl FnOnce(&Shop)) -> Result<Menu, MenuError> {
    read_telling(&sources(folder)?, tell).map_err(MenuError::Faulty)
}

fn sources(folder: &Path) -> Result<Vec<Source>, MenuError> {
    let unreadable = |path: &Path, cause: std::io::Error| MenuError::Unreadable {
        path: path.display().to_string(),
        cause: cause.to_string(),
    };
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| unreadable(folder, e))? {
        let path = entry.map_err(|e| unreadable(folder, e))?.path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        if sources.len() == MOST_FILES {
            let cause = std::io::Error::other(format!("more than {MOST_FILES} files"));
            return Err(unreadable(folder, cause));
        }
        let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, e))?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        sources.push(Source { name, text });
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sources)
}
