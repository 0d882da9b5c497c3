//! Checking records without keeping them: on one thread, or on several.

use std::borrow::Cow;
use std::io::BufRead;

use obmen::{Context, Report};

use super::split::{Cut, Cuts};
use super::{Error, Form};

/// A record that was checked and not kept: where it stands, what it was, what was found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Checked {
    /// Its number in the text, from 1.
    pub number: usize,
    /// The line where it begins, from 1.
    pub line: usize,
    /// The column where it begins, from 1, in UTF-16 units.
    pub column: usize,
    /// The byte of the text where it begins.
    pub offset: u64,
    /// How many bytes of the text it takes.
    pub length: u64,
    /// Its bytes, without white space around them; empty when there are more than
    /// [`MAX_RECORD`](obmen::MAX_RECORD).
    pub bytes: Vec<u8>,
    /// True when it is a JSON object, and so a practice.
    pub is_practice: bool,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// What was found; positions are those of the whole text, spans those of `bytes`.
    pub report: Report,
}

impl Checked {
    fn of(cut: Cut, context: &Context) -> Checked {
        let (is_practice, id, report) = cut.unread(context).map_or_else(
            || {
                let mut read = obmen::read_borrowed(&cut.bytes, context);
                cut.place(&mut read.report);
                let is_practice = read.practice.is_some();
                let id = read.practice.and_then(|practice| practice.id);
                (is_practice, id.map(Cow::into_owned), read.report)
            },
            |report| (false, None, report),
        );
        Checked {
            number: cut.number,
            line: cut.start.line,
            column: cut.start.column,
            offset: cut.start.offset,
            length: cut.length,
            bytes: cut.bytes,
            is_practice,
            id,
            report,
        }
    }
}

/// The records of a text, checked one after another as [`Records`](super::Records) reads them, but not
/// made into practices of their own.
#[derive(Debug)]
pub struct Checks<R> {
    cuts: Cuts<R>,
    context: Context,
}

impl<R: BufRead> Checks<R> {
    /// Checks the records of a source; without a form, its first lines tell.
    pub fn new(source: R, form: Option<Form>, context: &Context) -> Checks<R> {
        Checks {
            cuts: Cuts::new(source, form),
            context: context.clone(),
        }
    }
}

impl<R: BufRead> Iterator for Checks<R> {
    type Item = Result<Checked, Error>;

    fn next(&mut self) -> Option<Result<Checked, Error>> {
        let cut = self.cuts.next()?;
        Some(cut.map(|cut| Checked::of(cut, &self.context)))
    }
}

#[cfg(feature = "parallel")]
pub use parallel::check_parallel;

#[cfg(feature = "parallel")]
mod parallel {
    use std::collections::VecDeque;
    use std::num::NonZeroUsize;
    use std::sync::Mutex;
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
    use std::thread;

    use super::{BufRead, Checked, Context, Cut, Cuts, Error, Form};

    /// Records go to a thread together until they have so many bytes, or are so many.
    const BYTES: usize = 256 << 10;
    const RECORDS: usize = 64;

    /// Some records, and where their checks are waited for.
    type Job = (Vec<Cut>, SyncSender<Vec<Checked>>);

    /// Checks the records of a source on so many threads, and hands each on as [`Checks`](super::Checks)
    /// gives them: the same records in the same order, whatever the threads.
    ///
    /// The thread that calls reads the source and hands on. Held are three batches of records a thread,
    /// a batch being 64 records or 256 KiB, or one larger record. Where the source ends within the first
    /// batch, or for one thread, no thread is begun.
    ///
    /// ```
    /// use std::num::NonZeroUsize;
    /// use obmen_formats::json::{Error, check_parallel};
    ///
    /// let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    /// let lines = "{\"id\": \"first\"}\n\n{\"id\": 2}\n";
    /// let mut found = Vec::new();
    /// check_parallel(lines.as_bytes(), None, &obmen::Context::default(), threads, |record| {
    ///     found.push((record.line, record.id));
    ///     Ok::<(), Error>(())
    /// })?;
    /// assert_eq!(found, [(1, Some("first".to_owned())), (3, None)]);
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Read`] when the source fails, after the records before were handed on; and what `each`
    /// answers, which ends the check.
    pub fn check_parallel<R: BufRead, E: From<Error>>(
        source: R,
        form: Option<Form>,
        context: &Context,
        threads: NonZeroUsize,
        mut each: impl FnMut(Checked) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut batches = Batches {
            cuts: Cuts::new(source, form),
            error: None,
            ended: false,
        };
        let first = batches.next().unwrap_or_default();
        if threads == NonZeroUsize::MIN || batches.ended {
            for cut in first.into_iter().chain(batches.by_ref().flatten()) {
                each(Checked::of(cut, context))?;
            }
            return batches.finish();
        }
        let most = threads.get() * 3;
        let (jobs, taken) = sync_channel::<Job>(most);
        let taken = &Mutex::new(taken);
        // When this closure is left, `jobs` goes with it, and every thread ends with what it has.
        thread::scope(move |scope| {
            let mut waited = VecDeque::with_capacity(most);
            for _ in 0..threads.get() {
                scope.spawn(move || work(taken, context));
            }
            for batch in std::iter::once(first).chain(batches.by_ref()) {
                if waited.len() == most {
                    hand_on(waited.pop_front(), &mut each)?;
                }
                let (done, checked) = sync_channel(1);
                // Nobody takes it only when every thread has panicked, and then the scope does.
                if jobs.send((batch, done)).is_err() {
                    break;
                }
                waited.push_back(checked);
            }
            for checked in waited {
                hand_on(Some(checked), &mut each)?;
            }
            batches.finish()
        })
    }

    fn hand_on<E>(
        checked: Option<Receiver<Vec<Checked>>>,
        each: &mut impl FnMut(Checked) -> Result<(), E>,
    ) -> Result<(), E> {
        let batch = checked.and_then(|checked| checked.recv().ok());
        batch.into_iter().flatten().try_for_each(each)
    }

    fn work(jobs: &Mutex<Receiver<Job>>, context: &Context) {
        loop {
            let job = match jobs.lock() {
                Ok(jobs) => jobs.recv(),
                Err(_) => return,
            };
            let Ok((batch, done)) = job else { return };
            let checked = batch.into_iter().map(|cut| Checked::of(cut, context));
            // Nobody waits any more when the caller gave up.
            let _ = done.send(checked.collect());
        }
    }

    /// The records of a text, some at a time, up to the end or to an error.
    struct Batches<R> {
        cuts: Cuts<R>,
        error: Option<Error>,
        ended: bool,
    }

    impl<R> Batches<R> {
        fn finish<E: From<Error>>(self) -> Result<(), E> {
            self.error.map_or(Ok(()), |error| Err(error.into()))
        }
    }

    impl<R: BufRead> Iterator for Batches<R> {
        type Item = Vec<Cut>;

        fn next(&mut self) -> Option<Vec<Cut>> {
            let mut batch = Vec::new();
            let mut bytes = 0;
            while !self.ended && batch.len() < RECORDS && bytes < BYTES {
                match self.cuts.next() {
                    Some(Ok(cut)) => {
                        bytes += cut.bytes.len();
                        batch.push(cut);
                    }
                    Some(Err(error)) => {
                        self.error = Some(error);
                        self.ended = true;
                    }
                    None => self.ended = true,
                }
            }
            (!batch.is_empty()).then_some(batch)
        }
    }
}
