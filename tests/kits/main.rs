//! Runs the product against cases that others wrote and that are not part of this repository.
//!
//! `KITS_DIR` names the folder that holds them; unset, it is `../shared/kits`. A folder that is missing or empty fails.

mod asl;
mod orders;
mod signatures;
#[cfg(feature = "aws")]
mod stepfunctions;
mod wire;

use std::path::{Path, PathBuf};

/// A folder of the kits, which must hold something.
fn folder(name: &str) -> PathBuf {
    let kits = std::env::var_os("KITS_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/kits"),
        PathBuf::from,
    );
    let folder = kits.join(name);
    let filled = std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    assert!(
        filled,
        "{} is missing or empty; KITS_DIR names the folder of the kits",
        folder.display()
    );
    folder
}
