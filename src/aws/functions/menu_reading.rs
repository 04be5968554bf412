//! The menu of a function, read by a thread of its own while everything else is made ready: a cold start waits for the
//! longer of the two.

use std::io;
use std::path::PathBuf;
use std::thread::{Builder, JoinHandle};

use crate::app::shop_files::{MenuError, menu_of_function};
use crate::order::Language;
use crate::order::menu::Menu;

/// A menu that is being read.
#[derive(Debug)]
pub struct MenuReading {
    menu: JoinHandle<Result<Menu, MenuError>>,
}

impl MenuReading {
    /// Begins to read the menu in a folder. The shop's first language is told before the rest is read, by the thread that
    /// reads it.
    ///
    /// # Errors
    /// Where there is no thread to be had.
    pub fn begin(folder: PathBuf, tell: impl FnOnce(Language) + Send + 'static) -> io::Result<Self> {
        let reading = move || menu_of_function(&folder, tell);
        let menu = Builder::new().spawn(reading)?;
        Ok(Self { menu })
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
