//! The work behind a challenge, behind a border that numbers and bytes cross.
//!
//! `../../js/solver.ts` reads the challenge and makes the answer.

use obmen::nomination::Algorithm;
use obmen_nominations::{Found, Search};
use wasm_bindgen::prelude::wasm_bindgen;

/// A search for the counter whose key fits a challenge.
#[wasm_bindgen]
pub struct Solver(Search);

#[wasm_bindgen]
impl Solver {
    /// Returns a search that begins at 0; nothing when the cost is 0 or the prefix is no small hexadecimal.
    pub fn begin(
        pbkdf2: bool,
        cost: u32,
        nonce: &[u8],
        salt: &[u8],
        prefix: &str,
    ) -> Option<Solver> {
        let algorithm = if pbkdf2 {
            Algorithm::Pbkdf2
        } else {
            Algorithm::Sha256
        };
        Search::new(algorithm, cost, nonce, salt, prefix).map(Solver)
    }

    /// Tries so many counters: the key of the last one where it fits, nothing so far, or no bytes where none fits.
    pub fn step(&mut self, tries: u32) -> Option<Vec<u8>> {
        match self.0.step(tries) {
            Found::Key { key, .. } => Some(key.to_vec()),
            Found::NotYet => None,
            Found::Nothing => Some(Vec::new()),
        }
    }

    /// Returns how many counters were tried.
    #[expect(clippy::cast_precision_loss, reason = "at most 2^32")]
    pub fn tried(&self) -> f64 {
        self.0.tried() as f64
    }
}
