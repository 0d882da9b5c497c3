//! The log as mathematics: a tree over its entries, checkpoints that sign it, and what both prove to whoever has the
//! log's key. No clock, no randomness, no files.
//!
//! The forms are C2SP's, so that other programs and witnesses read them: signed notes, checkpoints, cosignatures and
//! proofs.

mod checkpoint;
mod cosigned;
pub(crate) mod cosigning_rules;
mod key;
mod line;
mod note;
mod place;
mod quorum;
pub(crate) mod rules;
mod tile;
mod tree;
mod verified;
mod witness;
#[cfg(feature = "fs")]
mod witness_file;

pub use checkpoint::Checkpoint;
#[cfg(feature = "fs")]
pub(crate) use checkpoint::stated_size;
pub use cosigned::Cosigned;
#[cfg(feature = "fs")]
pub(crate) use cosigned::MAX_COSIGNED;
pub use key::{SigningKey, Signs, VerifierKey};
pub use line::Line;
#[cfg(feature = "fs")]
pub(crate) use note::MAX_NOTE;
pub use note::{MAX_SIGNATURES, Note};
pub use place::{Place, PlaceProof};
pub use quorum::{Cosigner, Covered, TrustPolicy};
pub use tile::{StaticFile, TileBuilder, bundle_path, bundled};
pub use tree::{MAX_PROOF, Tree, TreeHead};
#[cfg(feature = "fs")]
pub(crate) use verified::Lend;
pub(crate) use verified::Noted;
pub use verified::{CastVote, Contest, VerifiedLog};
pub use witness::{AddCheckpoint, Answer, Witness, WitnessStore, Witnessed};
#[cfg(feature = "fs")]
pub use witness_file::WitnessFile;
