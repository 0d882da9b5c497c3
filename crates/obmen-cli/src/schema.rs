//! `obmen schema`: the format as a JSON Schema.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use crate::Outcome;
use crate::failure::Failure;

/// Print the JSON Schema of a record (draft 2020-12)
#[derive(Debug, Args)]
pub(crate) struct Schema {}

impl Schema {
    #[expect(clippy::unused_self, reason = "the shape of every command")]
    pub(crate) fn run(&self) -> Outcome {
        let schema = obmen::schema::json_schema();
        let text = schema.trim_end().to_owned() + "\n";
        io::stdout()
            .write_all(text.as_bytes())
            .map_err(Failure::write("stdout"))?;
        Ok(ExitCode::SUCCESS)
    }
}
