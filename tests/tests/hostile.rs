//! Hostile input: each reading in a process of its own ends with a coded fault, in bounded memory.
//! The time is printed, never judged: machines differ.

use std::process::Command;

/// The most memory that a reading may take, in KiB.
const MOST: usize = 256 << 10;

#[test]
fn hostile_input_ends_in_a_coded_fault_and_bounded_memory() {
    let hostile = env!("CARGO_BIN_EXE_hostile");
    let output = |name: Option<&str>| {
        let output = Command::new(hostile).args(name).output().unwrap();
        assert!(output.status.success(), "{name:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let names = output(None);
    assert!(names.lines().count() > 30);
    for name in names.lines() {
        let line = output(Some(name));
        let mut fields = line.split_whitespace();
        let mut number = || fields.next().unwrap().parse::<usize>().unwrap();
        let (took, peak, size) = (number(), number(), number());
        let codes = fields.next().expect("a coded fault");
        eprintln!("{name}: {size} bytes, {took} ms, {peak} KiB, {codes}");
        assert!(codes.contains('/'), "{name}: {codes}");
        if peak == 0 {
            eprintln!("skipped: this system does not tell the memory of a process");
        }
        assert!(peak < MOST, "{name}: {peak} KiB");
    }
}
