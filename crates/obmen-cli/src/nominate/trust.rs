//! Whose logs are believed, and how they are read.

use std::path::Path;

use clap::Args;
use obmen_nominations::fs::Published;
use obmen_nominations::log::{TrustPolicy, VerifiedLog, VerifierKey};

use crate::failure::Failure;
use crate::input;

/// Whom to believe: one log by its key, or logs and witnesses by a policy.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct Trust {
    /// The key that the log began with, as its site publishes it: name+hash+base64
    #[arg(long, value_name = "KEY")]
    verifier: Option<String>,
    /// Logs, witnesses and how many of these are needed (c2sp.org/tlog-policy); what a quorum covers is final
    #[arg(long, value_name = "FILE")]
    trust: Option<String>,
}

/// What is believed.
pub(super) enum Trusted {
    Log(VerifierKey),
    Policy(TrustPolicy),
}

/// A log that is verified, and how much of it is final.
pub(super) struct Verified {
    pub(super) published: Published,
    pub(super) log: VerifiedLog,
    pub(super) final_size: u64,
}

impl Trust {
    pub(super) fn read(&self) -> Result<Trusted, Failure> {
        if let Some(key) = &self.verifier {
            let key = VerifierKey::read(key).map_err(Failure::refused("--verifier"))?;
            return Ok(Trusted::Log(key));
        }
        let file = self.trust.as_deref().unwrap_or_default();
        let policy = TrustPolicy::read(&input::text(file)?).map_err(Failure::refused(file))?;
        Ok(Trusted::Policy(policy))
    }
}

impl Trusted {
    /// Reads the log of a folder, and verifies it.
    pub(super) fn verify(&self, folder: &Path) -> Result<Verified, Failure> {
        let published = published(folder)?;
        let verified = match self {
            Trusted::Log(key) => published.verify(key).map(|log| (log, 0)),
            Trusted::Policy(policy) => published.verify_by(policy),
        };
        let (log, final_size) = verified.map_err(Failure::refused(folder.display()))?;
        Ok(Verified {
            published,
            log,
            final_size,
        })
    }
}

/// Reads the log of a folder, unverified.
pub(super) fn published(folder: &Path) -> Result<Published, Failure> {
    Published::read(folder).map_err(|error| Failure::Log {
        folder: folder.display().to_string(),
        error,
    })
}
