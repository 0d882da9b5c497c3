//! Reads one hostile input and prints what it cost.

fn main() {}
