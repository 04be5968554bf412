//! The menu of a function, read by a thread of its own while everything else is made ready: a cold start waits for the
//! longer of the two.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread::{Builder, JoinHandle};

use crate::app::shop_files::{MenuError, menu_telling};
use crate::order::Language;
use crate::order::menu::Menu;

/// A menu that is being read.
#[derive(Debug)]
pub struct MenuReading {
    language: mpsc::Receiver<Language>,
    menu: JoinHandle<Result<Menu, MenuError>>,
}

impl MenuReading {
    /// Begins to read the menu in a folder.
    ///
    /// # Errors
    /// Where there is no thread to be had.
    pub fn begin(folder: PathBuf) -> io::Result<Self> {
        let (told, language) = mpsc::channel();
        let menu = Builder::new().spawn(move || {
            menu_telling(&folder, |shop| {
                // Who has asked for no language needs none.
                let _ = told.send(shop.language(None));
            })
        })?;
        Ok(Self { language, menu })
    }

    /// The shop's first language, which is known before the rest is read; none where the menu cannot be read.
    pub fn language(&self) -> Option<Language> {
        self.language.recv().ok()
    }

    /// The menu.
    ///
    /// # Errors
    /// [`MenuError`].
    pub(super) fn menu(self) -> Result<Menu, MenuError> {
        self.menu
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}
