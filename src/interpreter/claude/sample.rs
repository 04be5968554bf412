//! The sample shop, for tests of what is made of Claude's answers.

use std::path::Path;
use std::sync::Arc;

use crate::interpreter::OfflineInterpreter;
use crate::order::menu::{Source, read};
use crate::order::{Draft, ItemId, LineSpec, Making, Menu, Quantity};

/// The menu, and the grammars of it.
pub(super) fn shop() -> (Arc<Menu>, OfflineInterpreter) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("menu");
    let paths = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut sources: Vec<Source> = paths
        .filter(|path| path.is_file())
        .map(|path| Source {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            text: std::fs::read_to_string(path).unwrap(),
        })
        .collect();
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    let menu = Arc::new(read(&sources).unwrap());
    let offline = OfflineInterpreter::new(&menu);
    (menu, offline)
}

/// A draft of so many of these items.
pub(super) fn draft(menu: &Menu, lines: &[(&str, u32)]) -> Draft {
    let mut draft = Draft::default();
    for (item, quantity) in lines {
        let spec = LineSpec {
            item: ItemId::new(*item),
            quantity: Quantity::new(*quantity).unwrap(),
            making: Making::default(),
        };
        draft.add(menu, &spec).unwrap();
    }
    draft
}
