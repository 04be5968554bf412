//! A menu folder on disk: the texts that the menu's reader takes, or one text into which a menu was packed.

use std::io::ErrorKind;
use std::path::Path;

use crate::interpreter::Compiled;
use crate::order::menu::packed::{self, PACKED_FILE, Unpackable};
use crate::order::menu::{Fault, Menu, Source, read};

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
    read(&sources(folder)?).map_err(MenuError::Faulty)
}

/// Packs a menu as a function reads it: with its names compiled.
///
/// # Errors
/// None of a menu that was read.
pub fn pack(menu: &Menu) -> Result<Vec<u8>, postcard::Error> {
    Ok([packed::pack(menu)?, Compiled::write(menu)?].concat())
}

/// The menu in the folder of a function: packed, as the package is built, or else written as [`menu_of`] reads it. Where it
/// is packed, its names are compiled, too; what is read then lasts as long as the process.
///
/// # Errors
/// [`MenuError`] with everything that is wrong.
pub fn menu_of_function(folder: &Path) -> Result<(Menu, Option<Compiled>), MenuError> {
    let path = folder.join(PACKED_FILE);
    match std::fs::read(&path) {
        Ok(packed) => unpack(packed.leak()).map_err(|cause| unreadable(&path, &cause)),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok((menu_of(folder)?, None)),
        Err(cause) => Err(unreadable(&path, &cause)),
    }
}

fn unpack(packed: &'static [u8]) -> Result<(Menu, Option<Compiled>), Unpackable> {
    let (menu, compiled) = packed::unpack(packed)?;
    Ok((menu, Compiled::read(compiled)?))
}

fn unreadable(path: &Path, cause: &dyn std::error::Error) -> MenuError {
    MenuError::Unreadable {
        path: path.display().to_string(),
        cause: cause.to_string(),
    }
}

fn sources(folder: &Path) -> Result<Vec<Source>, MenuError> {
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
        let path = entry.map_err(|e| unreadable(folder, &e))?.path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        if sources.len() == MOST_FILES {
            let cause = std::io::Error::other(format!("more than {MOST_FILES} files"));
            return Err(unreadable(folder, &cause));
        }
        let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, &e))?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        sources.push(Source { name, text });
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Menu {
        menu_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")).unwrap()
    }

    #[test]
    fn a_function_reads_its_menu_packed_or_as_it_was_written() {
        let (written, compiled) =
            menu_of_function(&Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")).unwrap();
        assert!(written == sample() && compiled.is_none());
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(PACKED_FILE), pack(&sample()).unwrap()).unwrap();
        let (packed, compiled) = menu_of_function(folder.path()).unwrap();
        assert!(packed == sample() && compiled.is_some());
    }

    #[test]
    fn a_packed_menu_that_is_damaged_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let packed = pack(&sample()).unwrap();
        for damaged in [&packed[..9], &packed[..packed.len() - 9]] {
            std::fs::write(folder.path().join(PACKED_FILE), damaged).unwrap();
            let refused = menu_of_function(folder.path()).unwrap_err().to_string();
            assert!(
                refused.contains(PACKED_FILE) && refused.contains("damaged"),
                "{refused}"
            );
        }
    }
}
