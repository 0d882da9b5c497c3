//! What could not run or was refused, said in one line.

use std::fmt::Display;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use obmen_formats::json;
use obmen_nominations::Refusal;
use obmen_nominations::fs as log;

use crate::options::Lang;
use crate::words::{printable, say};
use crate::{FAILED, UNSOUND};

/// Fills the one of two sentences that is in the language.
macro_rules! worded {
    ($language:expr, $english:literal, $bulgarian:literal) => {
        match $language {
            Lang::En => format!($english),
            Lang::Bg => format!($bulgarian),
        }
    };
}

/// Why a command, or a part of it, could not run, or what it refused.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads the output any more, as in `obmen … | head`: no failure to speak of.
    Closed,
    Read {
        file: String,
        error: io::Error,
    },
    Write {
        file: String,
        error: io::Error,
    },
    NoRecord {
        file: String,
    },
    SameFile {
        file: String,
    },
    UnknownCode {
        code: String,
        similar: Option<&'static str>,
    },
    KeysThere {
        file: String,
    },
    NoSolution {
        file: String,
    },
    NoReceipt {
        file: String,
        line: usize,
    },
    NoTally {
        file: String,
        edition: String,
    },
    NotStated {
        file: String,
        line: usize,
    },
    StatedTwice {
        file: String,
        line: usize,
        practice: String,
    },
    WhichEdition {
        file: String,
        editions: Vec<String>,
    },
    OtherTree {
        folder: String,
    },
    /// What was given breaks a rule of nominations.
    Refused {
        what: String,
        refusal: Box<Refusal>,
    },
    Log {
        folder: String,
        error: log::Error,
    },
    /// No failure, but to be told: lines that no checkpoint covers were cut.
    Cut {
        folder: String,
        lines: u64,
    },
    Chance(getrandom::Error),
}

impl Failure {
    pub(crate) fn read(file: impl Display) -> impl FnOnce(io::Error) -> Failure {
        let file = file.to_string();
        move |error| Failure::Read { file, error }
    }

    pub(crate) fn write(file: impl Display) -> impl FnOnce(io::Error) -> Failure {
        let file = file.to_string();
        move |error| match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Closed,
            _ => Failure::Write { file, error },
        }
    }

    /// Gives an error of a stream of records the name of its file.
    pub(crate) fn of_json(file: &str, target: &str) -> impl Fn(json::Error) -> Failure {
        move |error| match error {
            json::Error::Write(error) => Failure::write(target)(error),
            json::Error::Read(error) => Failure::read(file)(error),
            other => Failure::read(file)(io::Error::other(other)),
        }
    }

    pub(crate) fn refused<R: Into<Refusal>>(what: impl Display) -> impl FnOnce(R) -> Failure {
        let what = what.to_string();
        move |refusal| Failure::Refused {
            what,
            refusal: Box::new(refusal.into()),
        }
    }

    pub(crate) fn log(folder: &Path) -> impl FnOnce(log::Error) -> Failure + use<> {
        let folder = folder.display().to_string();
        move |error| Failure::Log { folder, error }
    }

    /// Says on standard error what happened, and returns the exit code.
    pub(crate) fn tell(&self, language: Lang) -> ExitCode {
        if matches!(self, Failure::Closed) {
            return ExitCode::SUCCESS;
        }
        // Nothing can be said about a standard error that is gone.
        let _ = io::Write::write_all(
            &mut io::stderr(),
            format!("obmen: {}\n", printable(&self.message(language))).as_bytes(),
        );
        ExitCode::from(self.exit())
    }

    fn exit(&self) -> u8 {
        match self {
            Failure::Log { error, .. } if error.judged_nothing() => FAILED,
            Failure::Log { .. }
            | Failure::Refused { .. }
            | Failure::OtherTree { .. }
            | Failure::NoSolution { .. } => UNSOUND,
            _ => FAILED,
        }
    }

    fn message(&self, language: Lang) -> String {
        match self {
            Failure::Closed => String::new(),
            Failure::Read { file, error } => {
                let cannot = say(language, "cannot read", "не може да се прочете");
                format!("{cannot} {file}: {error}")
            }
            Failure::Write { file, error } => {
                let cannot = say(language, "cannot write", "не може да се запише");
                format!("{cannot} {file}: {error}")
            }
            Failure::NoRecord { file } => worded!(
                language,
                "no record came out of {file}",
                "от {file} не излезе нито един запис"
            ),
            Failure::SameFile { file } => worded!(
                language,
                "{file} cannot be converted onto itself; name another --output",
                "{file} не може да се преобразува върху себе си; посочете друг --output"
            ),
            Failure::KeysThere { file } => worded!(
                language,
                "{file} is there, and keys are never overwritten; name another file",
                "{file} вече съществува, а ключовете не се презаписват; посочете друг файл"
            ),
            Failure::NoReceipt { file, line } => worded!(
                language,
                "{file}, line {line}: this is no receipt; give the object with `leaf` and `withdrawal` that the voter was given",
                "{file}, ред {line}: това не е разписка; дайте обекта с `leaf` и `withdrawal`, който гласувалият е получил"
            ),
            Failure::NoTally { file, edition } => worded!(
                language,
                "{file} is no tally of the edition {edition} by its policy; give what `obmen nominate tally --policy …` prints of it",
                "{file} не е преброяване на изданието {edition} по правилата му; дайте това, което `obmen nominate tally --policy …` извежда за него"
            ),
            Failure::NotStated { file, line } => worded!(
                language,
                "{file}, line {line}: a practice and a number are expected, such as flgr:20070736 42",
                "{file}, ред {line}: очакват се практика и число, например flgr:20070736 42"
            ),
            Failure::StatedTwice {
                file,
                line,
                practice,
            } => worded!(
                language,
                "{file}, line {line}: {practice} has a number already; give each practice once",
                "{file}, ред {line}: за {practice} вече е дадено число; посочете всяка практика само веднъж"
            ),
            Failure::WhichEdition { file, editions } if editions.is_empty() => worded!(
                language,
                "no edition was counted with which {file} could be compared; give its --policy, or logs that have votes",
                "не е преброено издание, с което да се сравни {file}; дайте правилата му с --policy или дневници, в които има гласове"
            ),
            Failure::WhichEdition { file, editions } => {
                let editions = editions.join(", ");
                worded!(
                    language,
                    "{file} is compared with one edition; say by --edition which of these: {editions}",
                    "{file} се сравнява с едно издание; посочете с --edition кое от тези: {editions}"
                )
            }
            Failure::OtherTree { folder } => worded!(
                language,
                "the entries in {folder} are not those of its checkpoint, or fewer than were asked for; verify the log, and go on from a whole copy",
                "записите в {folder} не отговарят на контролната точка там или са по-малко от поисканите; проверете дневника и продължете от цяло копие"
            ),
            Failure::NoSolution { file } => worded!(
                language,
                "{file} has no solution: no key fits; ask for a new challenge",
                "задачата в {file} няма решение: никой ключ не отговаря; поискайте нова задача"
            ),
            Failure::Refused { what, refusal } => {
                let (message, help) = (
                    refusal.message(language.into()),
                    refusal.help(language.into()),
                );
                format!("{what}: {message}; {help} [{}]", refusal.code())
            }
            Failure::Log { folder, error } => {
                let (message, code) = (error.message(language.into()), error.refusal());
                format!("{folder}: {message} [{}]", code.code())
            }
            Failure::Cut { folder, lines } => worded!(
                language,
                "{folder}: lines behind the last checkpoint were cut, and are kept in {folder}/cut.jsonl: {lines}; after a crash nobody was told of them, else look whether `checkpoint` is an older one",
                "{folder}: отрязани са редове след последната контролна точка и се пазят в {folder}/cut.jsonl: {lines}; след срив за тях не е съобщено на никого, иначе проверете дали `checkpoint` не е по-стара"
            ),
            Failure::Chance(error) => worded!(
                language,
                "the system gives no random bytes: {error}",
                "системата не дава случайни байтове: {error}"
            ),
            Failure::UnknownCode { code, similar } => unknown_code(code, *similar, language),
        }
    }
}

fn unknown_code(code: &str, similar: Option<&str>, language: Lang) -> String {
    let unknown = worded!(
        language,
        "there is no rule `{code}`",
        "няма правило `{code}`"
    );
    match (similar, language) {
        (Some(similar), Lang::En) => format!("{unknown}; did you mean `{similar}`?"),
        (Some(similar), Lang::Bg) => format!("{unknown}; може би `{similar}`?"),
        (None, Lang::En) => format!("{unknown}; `obmen rules` lists them all"),
        (None, Lang::Bg) => format!("{unknown}; `obmen rules` ги изброява всички"),
    }
}
