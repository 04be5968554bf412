//! Where an execution's randomness comes from: one secret seed, and how often it was drawn from.
//!
//! SHA-256 over seed and count, so that what is drawn can't be foretold without the seed, repeats with it,
//! and goes on after a snapshot was loaded.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entropy {
    seed: [u8; 32],
    drawn: u64,
}

/// Without the seed, from which every task token follows.
impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entropy")
            .field("drawn", &self.drawn)
            .finish_non_exhaustive()
    }
}

impl Entropy {
    pub(crate) fn new(seed: [u8; 32]) -> Self {
        Self { seed, drawn: 0 }
    }

    pub(crate) fn draw(&mut self) -> [u8; 32] {
        self.drawn += 1;
        let mut hash = Sha256::new();
        hash.update(self.seed);
        hash.update(self.drawn.to_be_bytes());
        hash.finalize().into()
    }

    /// At least 0, less than 1.
    pub(crate) fn fraction(&mut self) -> f64 {
        fraction_of(&self.draw())
    }

    /// A task token: 256 bits in hexadecimal digits.
    pub(crate) fn token(&mut self) -> String {
        hexadecimal(&self.draw())
    }
}

/// The first 53 bits as a number of at least 0 and less than 1.
pub(crate) fn fraction_of(bytes: &[u8; 32]) -> f64 {
    let [a, b, c, d, e, f, g, h, ..] = *bytes;
    let bits = u64::from_be_bytes([a, b, c, d, e, f, g, h]) >> 11;
    // 53 bits fit a double exactly.
    bits as f64 / (1_u64 << 53) as f64
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
