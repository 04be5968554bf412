//! `comanda menu check`: every fault of a menu folder.

use std::io::{Write, stdout};
use std::path::Path;
use std::process::ExitCode;

use crate::app::shop_files::{MenuError, menu_of};

/// Lists the faults, one a line. Fails where there is one.
pub(super) fn check(folder: &Path) -> anyhow::Result<ExitCode> {
    match menu_of(folder) {
        Ok(menu) => {
            let (items, options) = (menu.items.len(), menu.options.len());
            writeln!(
                stdout(),
                "{}: {items} items, {options} options, no faults",
                menu.shop.name
            )?;
            Ok(ExitCode::SUCCESS)
        }
        Err(MenuError::Faulty(faults)) => {
            for fault in faults {
                writeln!(stdout(), "{fault}")?;
            }
            Ok(ExitCode::FAILURE)
        }
        Err(error @ MenuError::Unreadable { .. }) => Err(error.into()),
    }
}
