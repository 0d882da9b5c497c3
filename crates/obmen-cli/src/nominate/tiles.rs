//! `obmen nominate tiles`: a log as files for a web server.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use obmen_nominations::fs::Published;
use obmen_nominations::log::Checkpoint;
use serde_json::json;

use crate::Outcome;
use crate::failure::Failure;

/// Write a log as static files, from which readers make the proofs that they want (c2sp.org/tlog-tiles)
///
/// Only what is new since the checkpoint that is there is written, and the checkpoint last. A bundle of entries in which a
/// line was redacted is written anew.
#[derive(Debug, Args)]
pub(crate) struct Tiles {
    /// The folder of the log
    #[arg(value_name = "LOG")]
    log: PathBuf,
    /// The folder of the static files, which a web server gives out as it is; it is made when it is not there
    #[arg(value_name = "DIR")]
    to: PathBuf,
}

impl Tiles {
    pub(crate) fn run(&self) -> Outcome {
        let written = Published::write_tiles(&self.log, &self.to);
        let (checkpoint, files) = written.map_err(Failure::log(&self.log))?;
        let Checkpoint { origin, head } = checkpoint;
        let told =
            json!({ "files": files, "origin": origin, "root": head.root, "size": head.size });
        writeln!(io::stdout(), "{told}").map_err(Failure::write("stdout"))?;
        Ok(ExitCode::SUCCESS)
    }
}
