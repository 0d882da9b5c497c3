//! Several threads find what one finds, in the same order, and hold no more than they say.
#![allow(
    clippy::unwrap_used,
    clippy::panic_in_result_fn,
    reason = "a test may stop at once"
)]

use std::cell::Cell;
use std::fmt::Write;
use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZeroUsize;

use obmen::{Context, MAX_RECORD};
use obmen_formats::json::{Checked, Checks, Error, Form, Records, check_parallel};

fn threads(number: usize) -> NonZeroUsize {
    NonZeroUsize::new(number).unwrap()
}

/// Lines of many lengths; some are no JSON, some are blank, some have faults.
fn register(lines: usize) -> String {
    let mut text = String::from("\u{feff}");
    for number in 0..lines {
        let words = "думи ".repeat(number % 97 * number % 53);
        match number % 11 {
            0 => text.push_str("{\"id\": \"broken\n"),
            1 => text.push_str("\r\n"),
            2 => text.push_str("  [1, 2]\n"),
            3 => writeln!(
                text,
                " {{\"id\": \"Н {number}\", \"titel\": \"{words}\", \"format\": null}} "
            )
            .unwrap(),
            _ => writeln!(
                text,
                "{{\"id\": \"n-{number}\", \"title\": {{\"bg\": \"{words}\"}}}}"
            )
            .unwrap(),
        }
    }
    text
}

fn checked(text: &str, form: Option<Form>, number: usize) -> Vec<Checked> {
    let mut found = Vec::new();
    check_parallel(
        text.as_bytes(),
        form,
        &Context::default(),
        threads(number),
        |record| {
            found.push(record);
            Ok::<(), Error>(())
        },
    )
    .unwrap();
    found
}

#[test]
fn any_number_of_threads_finds_what_records_find() {
    let lines = register(2000);
    let array = format!(
        "[{}",
        lines.trim_start_matches('\u{feff}').replace('\n', ",\n")
    );
    let large = format!(
        "{{\"id\": \"a\"}}\n{}\n{{\"id\": \"b\"}}\n",
        " 1".repeat(MAX_RECORD)
    );
    for text in [&*lines, &array, &large, "", "\n\n", "{}", "[{}, 5"] {
        let one: Vec<Checked> = Checks::new(text.as_bytes(), None, &Context::default())
            .collect::<Result<_, _>>()
            .unwrap();
        for number in [1, 2, 7] {
            assert!(checked(text, None, number) == one, "{number}");
        }
        let mut records = Records::new(text.as_bytes(), None, &Context::default());
        for checked in &one {
            let record = records.next().unwrap().unwrap();
            let practice = record.reading.practice.as_ref();
            assert_eq!(checked.report, record.reading.report);
            assert_eq!(
                checked.id.as_deref(),
                practice.and_then(|practice| practice.id.as_deref())
            );
            assert_eq!(
                (
                    checked.number,
                    checked.line,
                    checked.column,
                    checked.offset,
                    checked.length
                ),
                (
                    record.number,
                    record.line,
                    record.column,
                    record.offset,
                    record.length
                )
            );
            assert_eq!(checked.bytes, record.bytes);
        }
        assert!(records.next().is_none());
    }
    assert!(checked(&lines, Some(Form::Lines), 2).len() > 1800);
}

/// A source that tells how much was read of it, and fails where it ends.
struct Told<'a> {
    inner: BufReader<&'a [u8]>,
    read: &'a Cell<u64>,
    fails: bool,
}

impl Read for Told<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.inner.read(into)
    }
}

impl BufRead for Told<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let found = self.inner.fill_buf()?;
        if found.is_empty() && self.fails {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        Ok(found)
    }
    fn consume(&mut self, bytes: usize) {
        self.read.set(self.read.get() + bytes as u64);
        self.inner.consume(bytes);
    }
}

#[test]
fn no_more_is_held_than_three_batches_a_thread() {
    let text = register(20_000);
    for number in [2, 7] {
        let read = Cell::new(0);
        let source = Told {
            inner: BufReader::new(text.as_bytes()),
            read: &read,
            fails: false,
        };
        let mut most = 0;
        check_parallel(
            source,
            None,
            &Context::default(),
            threads(number),
            |record| {
                most = most.max(read.get() - record.offset);
                Ok::<(), Error>(())
            },
        )
        .unwrap();
        assert_eq!(read.get(), text.len() as u64);
        // One batch more is being handed on, and one being cut.
        let limit = (number as u64 * 3 + 2) * (256 << 10);
        assert!(
            most < limit && most < text.len() as u64 / 2,
            "{most} of {}",
            text.len()
        );
    }
}

#[test]
fn a_source_that_fails_ends_it_after_what_was_read() {
    let text = register(3000);
    for number in [1, 3] {
        let read = Cell::new(0);
        let source = Told {
            inner: BufReader::new(text.as_bytes()),
            read: &read,
            fails: true,
        };
        let mut found = 0;
        let end = check_parallel(source, None, &Context::default(), threads(number), |_| {
            found += 1;
            Ok::<(), Error>(())
        });
        assert!(matches!(end, Err(Error::Read(_))));
        assert_eq!(found, checked(&text, None, 1).len());
    }
}

#[test]
fn whoever_is_handed_a_record_may_stop() {
    #[derive(Debug)]
    enum Enough {
        Enough,
        Failed,
    }
    impl From<Error> for Enough {
        fn from(_: Error) -> Enough {
            Enough::Failed
        }
    }
    let text = register(5000);
    for number in [1, 2, 7] {
        let mut found = 0;
        let end = check_parallel(
            text.as_bytes(),
            None,
            &Context::default(),
            threads(number),
            |_| {
                found += 1;
                if found == 1000 {
                    Err(Enough::Enough)
                } else {
                    Ok(())
                }
            },
        );
        assert!(matches!(end, Err(Enough::Enough)));
        assert_eq!(found, 1000);
    }
}
