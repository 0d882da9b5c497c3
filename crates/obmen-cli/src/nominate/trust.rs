//! Whose logs are believed, and how they are read.

use std::path::Path;

use clap::Args;
use obmen_nominations::fs::Published;
use obmen_nominations::log::{TrustPolicy, VerifiedLog, VerifierKey};

use crate::failure::Failure;
use crate::input;

/// Whom to believe: logs by their keys, or logs and witnesses by a policy.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct Trust {
    /// A key of a log, as its site publishes it: name+hash+base64; once for each key of a log that has handed over
    #[arg(long, value_name = "KEY")]
    verifier: Vec<String>,
    /// Logs, witnesses and how many of these are needed (c2sp.org/tlog-policy); what a quorum covers is final
    #[arg(long, value_name = "FILE")]
    trust: Option<String>,
}

/// What is believed.
pub(super) struct Trusted(pub(super) TrustPolicy);

/// A log that is verified, and how much of it is final.
pub(super) struct Verified {
    pub(super) published: Published,
    pub(super) log: VerifiedLog,
    pub(super) final_size: u64,
}

impl Trust {
    pub(super) fn read(&self) -> Result<Trusted, Failure> {
        let policy = if let Some(file) = &self.trust {
            TrustPolicy::read(&input::text(file)?).map_err(Failure::refused(file))
        } else {
            let keys = self.verifier.iter().map(|key| VerifierKey::read(key));
            let keys = keys.collect::<Result<Vec<_>, _>>();
            keys.and_then(TrustPolicy::of_logs)
                .map_err(Failure::refused("--verifier"))
        };
        policy.map(Trusted)
    }
}

impl Trusted {
    /// Reads the log of a folder, and verifies it.
    pub(super) fn verify(&self, folder: &Path) -> Result<Verified, Failure> {
        let published = published(folder)?;
        let verified = published.verify_by(&self.0);
        let (log, final_size) = verified.map_err(Failure::log(folder))?;
        Ok(Verified {
            published,
            log,
            final_size,
        })
    }
}

/// Reads the log of a folder, unverified.
pub(super) fn published(folder: &Path) -> Result<Published, Failure> {
    Published::read(folder).map_err(Failure::log(folder))
}
