//! The tests that go through the public face of the crates, one module a subject.

mod pages;
