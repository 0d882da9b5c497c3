//! Prints so many megabytes of made-up records as JSON Lines: `records MEGABYTES`.

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let megabytes: usize = std::env::args()
        .nth(1)
        .and_then(|number| number.parse().ok())
        .unwrap_or(1);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut written = 0;
    for number in 1.. {
        if written >= megabytes * 1_000_000 {
            break;
        }
        let record = obmen_benches::record(number);
        written += record.len() + 1;
        writeln!(out, "{record}")?;
    }
    out.flush()
}
