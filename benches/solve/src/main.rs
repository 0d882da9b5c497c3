//! `obmen-bench-solve ALGORITHM COST TRIES`: prints how many nanoseconds a key takes.

use std::time::Instant;

use obmen::nomination::Algorithm;
use obmen_nominations::{Found, Search};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [algorithm, cost, tries] = arguments.as_slice() else {
        return Err("obmen-bench-solve ALGORITHM COST TRIES".into());
    };
    let algorithm = match algorithm.as_str() {
        "PBKDF2/SHA-256" => Algorithm::Pbkdf2,
        "SHA-256" => Algorithm::Sha256,
        _ => return Err("there are PBKDF2/SHA-256 and SHA-256".into()),
    };
    let (cost, tries) = (cost.parse()?, tries.parse()?);
    // No key begins like this.
    let mut search = Search::new(algorithm, cost, &[1; 16], &[2; 16], &"0".repeat(64))
        .ok_or("a cost of at least 1")?;
    search.step(tries / 10);
    let start = Instant::now();
    let found = search.step(tries);
    let taken = start.elapsed();
    if found != Found::NotYet {
        return Err("a key that cannot be".into());
    }
    println!("{}", taken.as_secs_f64() * 1e9 / f64::from(tries));
    Ok(())
}
