//! `practice/`: the record as a whole.

use crate::check::walk::{Walk, test};
use crate::check::{Operation, Safety, escape};
use crate::model::{Innovator, Period, Practice};
use crate::practice::{MAX_ID, TextAt};
use crate::value::{Json, LocalisedText, transliteration::slug};

/// A proposed title has at most so many characters.
const TITLE_CHARS: usize = 120;

crate::rules! {
    MISSING_ID {
        code: "practice/missing-id",
        severity: Error,
        since: 1,
        absence: true,
        judges: Practice(missing_id),
        message: { en: "the record has no id", bg: "записът няма идентификатор" },
        help: { en: "give it an `id` of lower-case letters, digits and hyphens, and never change it again", bg: "дайте му `id` от малки латински букви, цифри и тирета и никога повече не го променяйте" },
        fix: { en: "make an id of its first words", bg: "направете идентификатор от първите му думи" },
        why: {
            en: "The id is the record's own name in its register: pages, nominations and later corrections refer to it.",
            bg: "Идентификаторът е собственото име на записа в регистъра: към него сочат страници, номинации и по-късни поправки.",
        }
    }
    BAD_ID {
        code: "practice/bad-id",
        severity: Error,
        since: 1,
        judges: Practice(bad_id),
        message: { en: "`{id}` is no id", bg: "`{id}` не е идентификатор" },
        help: { en: "use lower-case letters a to z, digits and single hyphens between them, 100 characters at most", bg: "използвайте малки латински букви, цифри и единични тирета между тях, най-много 100 знака" },
        fix: { en: "write it in the letters of an id", bg: "запишете го с буквите на идентификатор" },
        why: {
            en: "An id stands in addresses and file names. Other letters are escaped there in many ways, so that one record gets many names.",
            bg: "Идентификаторът стои в адреси и имена на файлове. Другите знаци там се кодират по много начини и един запис получава много имена.",
        }
    }
    MISSING_TITLE {
        code: "practice/missing-title",
        severity: Error,
        since: 1,
        absence: true,
        judges: Practice(missing_title),
        message: { en: "the practice has no title", bg: "практиката няма заглавие" },
        help: { en: "say in a few words what was done", bg: "кажете с няколко думи какво е направено" },
        fix: { en: "take the first sentence of its text as title", bg: "вземете първото изречение от текста за заглавие" },
        why: {
            en: "Lists, search and feeds show the title. Without it nobody can tell one practice from another.",
            bg: "Списъците, търсенето и емисиите показват заглавието. Без него никой не може да различи една практика от друга.",
        }
    }
    MISSING_DESCRIPTION {
        code: "practice/missing-description",
        severity: Error,
        since: 1,
        absence: true,
        judges: Practice(missing_description),
        message: { en: "the practice is not described", bg: "практиката не е описана" },
        help: { en: "say in `description` what was done and how", bg: "кажете в `description` какво е направено и как" },
        why: {
            en: "The description is what others learn from. Background and results say why and what for, not how.",
            bg: "Описанието е онова, от което другите се учат. Предисторията и резултатите казват защо и за какво, но не и как.",
        }
    }
    MISSING_INITIATOR {
        code: "practice/missing-initiator",
        severity: Error,
        since: 1,
        absence: true,
        judges: Practice(missing_initiator),
        message: { en: "nobody is named as initiator", bg: "не е посочен инициатор" },
        help: { en: "name in `initiator` the organisation that started the practice", bg: "посочете в `initiator` организацията, която е започнала практиката" },
        why: {
            en: "A practice can be asked about, honoured and counted only when somebody stands behind it.",
            bg: "За една практика може да се пита, тя може да се отличи и да се брои само когато някой стои зад нея.",
        }
    }
    MISSING_PUBLICATION_DATE {
        code: "practice/missing-publication-date",
        severity: Warning,
        since: 1,
        absence: true,
        judges: Practice(missing_publication_date),
        message: { en: "it is not known when the page was published", bg: "не е известно кога е публикувана страницата" },
        help: { en: "write `published`; a year is enough", bg: "запишете `published`; достатъчна е и годината" },
        why: {
            en: "A reader has to know how old a practice is: laws, prices and offices change.",
            bg: "Читателят трябва да знае колко стара е практиката: законите, цените и службите се променят.",
        }
    }
    FUTURE_PUBLICATION {
        code: "practice/future-publication",
        severity: Error,
        since: 1,
        judges: Practice(future_publication),
        message: { en: "the publication date {date} is after today, {today}", bg: "датата на публикация {date} е след днешната, {today}" },
        help: { en: "write the day on which the page was published", bg: "запишете деня, в който е публикувана страницата" },
        why: {
            en: "What is published has been published. A date to come is a slip, or keeps the record on top of every list.",
            bg: "Публикуваното вече е публикувано. Бъдещата дата е грешка или държи записа на върха на всеки списък.",
        }
    }
    PERIOD_REVERSED {
        code: "practice/period-reversed",
        severity: Error,
        since: 1,
        judges: Period(period_reversed),
        message: { en: "the period ends ({end}) before it begins ({start})", bg: "периодът свършва ({end}), преди да е започнал ({start})" },
        help: { en: "write the earlier date as `start` and the later one as `end`", bg: "запишете по-ранната дата като `start`, а по-късната като `end`" },
        fix: { en: "exchange the two dates", bg: "разменете двете дати" },
        why: {
            en: "Dates are compared as far as they are known: 2013 may end on its last day, so that 2013-08 to 2013 is no fault.",
            bg: "Датите се сравняват доколкото са известни: 2013 може да свършва в последния си ден, затова от 2013-08 до 2013 не е грешка.",
        }
    }
    LOGIN_INNOVATOR {
        code: "practice/login-innovator",
        severity: Warning,
        since: 1,
        judges: Innovator(login_innovator),
        message: { en: "`{name}` looks like a login name, not like a person", bg: "`{name}` прилича на потребителско име, а не на човек" },
        help: { en: "write the person's name as they want it shown, or leave it out", bg: "запишете името на човека така, както той иска да се показва, или го пропуснете" },
        why: {
            en: "Old exchanges printed the account that published a page. A login name thanks nobody and may help those who guess passwords.",
            bg: "Старите обмени са отпечатвали профила, публикувал страницата. Потребителското име не благодари на никого и може да помогне на онези, които отгатват пароли.",
        }
    }
}

fn is_absent(text: Option<&LocalisedText<'_>>) -> bool {
    text.is_none_or(|text| {
        text.is_blank() && !text.kept.iter().any(|kept| kept.value.as_str().is_none())
    })
}

/// Returns the patch that adds a value made of a text: it holds as long as that text stands.
fn add_made_of(source: TextAt<'_>, path: &str, value: Json<'static>) -> Vec<Operation<'static>> {
    let (pointer, language, text) = source;
    vec![
        test(&format!("{pointer}/{}", escape(language)), Json::from(text)),
        Operation::Add {
            path: path.to_owned(),
            value,
        },
    ]
}

fn missing_id<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    if practice.id.as_ref().is_some_and(|id| !id.trim().is_empty()) || practice.kept.holds("id") {
        return;
    }
    let finding = walk.find(&MISSING_ID).at("id");
    let finding = match (practice.first_text(), practice.proposed_id()) {
        (Some(source), Some(id)) => finding.fix(Safety::Suggested, |path| {
            add_made_of(source, path, Json::from(id))
        }),
        _ => finding,
    };
    finding.report();
}

/// True for lower-case ASCII letters and digits in groups joined by single hyphens.
fn is_id(id: &str) -> bool {
    id.len() <= MAX_ID
        && id.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

fn bad_id<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let Some(id) = practice
        .id
        .as_deref()
        .filter(|id| !id.trim().is_empty() && !is_id(id))
    else {
        return;
    };
    let better = slug(id);
    walk.find(&BAD_ID)
        .at("id")
        .with("id", id)
        .replace(
            Safety::Suggested,
            Json::from(id),
            is_id(&better).then(|| Json::from(better)),
        )
        .report();
}

/// Returns the first sentence of a text, cut at a word when it is long.
fn first_sentence(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let end = line
        .char_indices()
        .filter(|(_, character)| matches!(character, '.' | '!' | '?'))
        .map(|(at, _)| at)
        .find(|at| {
            line.get(at + 1..)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        });
    let sentence = line.get(..end.unwrap_or(line.len())).unwrap_or(line).trim();
    match sentence.char_indices().nth(TITLE_CHARS) {
        Some((limit, _)) => {
            let head = sentence.get(..limit).unwrap_or_default();
            format!(
                "{}…",
                head.rsplit_once(' ').map_or(head, |(words, _)| words)
            )
        }
        None => sentence.to_owned(),
    }
}

fn missing_title<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    if !is_absent(practice.title.as_ref()) || practice.kept.holds("title") {
        return;
    }
    let source = practice
        .first_text()
        .filter(|source| !first_sentence(source.2).is_empty());
    let finding = walk.find(&MISSING_TITLE).at("title");
    let finding = match (source, &practice.title) {
        (Some(source), title) if title.as_ref().is_none_or(LocalisedText::is_empty) => {
            let (_, language, text) = source;
            let value = vec![(language.to_owned().into(), Json::from(first_sentence(text)))];
            let value = Json::Object(value);
            match title {
                None => finding.fix(Safety::Suggested, |path| add_made_of(source, path, value)),
                Some(empty) => finding.replace(Safety::Suggested, Json::of(empty), Some(value)),
            }
        }
        _ => finding,
    };
    finding.report();
}

fn missing_description<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    if is_absent(practice.description.as_ref()) && !practice.kept.holds("description") {
        walk.find(&MISSING_DESCRIPTION).at("description").report();
    }
}

fn missing_initiator<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    if practice.initiator.is_none() && !practice.kept.holds("initiator") {
        walk.find(&MISSING_INITIATOR).at("initiator").report();
    }
}

fn missing_publication_date<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    if practice.published.is_none() && !practice.kept.holds("published") {
        walk.find(&MISSING_PUBLICATION_DATE)
            .at("published")
            .report();
    }
}

fn future_publication<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let (Some(date), Some(today)) = (practice.published, walk.context().today()) else {
        return;
    };
    if date.earliest() > today {
        walk.find(&FUTURE_PUBLICATION)
            .at("published")
            .with("date", date.to_string())
            .with("today", today.to_string())
            .report();
    }
}

fn period_reversed<'a>(period: &'a Period<'_>, walk: &mut Walk<'a, '_>) {
    let (Some(start), Some(end)) = (period.start, period.end) else {
        return;
    };
    if start.earliest() <= end.latest() {
        return;
    }
    walk.find(&PERIOD_REVERSED)
        .with("start", start.to_string())
        .with("end", end.to_string())
        .fix(Safety::Suggested, |path| {
            let (start, end) = (Json::from(start.to_string()), Json::from(end.to_string()));
            let (start_path, end_path) = (format!("{path}/start"), format!("{path}/end"));
            vec![
                test(&start_path, start.clone()),
                test(&end_path, end.clone()),
                Operation::Replace {
                    path: start_path,
                    value: end,
                },
                Operation::Replace {
                    path: end_path,
                    value: start,
                },
            ]
        })
        .report();
}

/// A login name: one word of small Latin letters, digits and the signs that accounts allow, or an account's address.
fn login_innovator<'a>(innovator: &'a Innovator<'_>, walk: &mut Walk<'a, '_>) {
    let Some(name) = innovator
        .name
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty())
    else {
        return;
    };
    let account = name
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-@+".contains(&byte));
    let letters = name.bytes().any(|byte| byte.is_ascii_alphanumeric());
    let marked = name.is_ascii()
        && !name.contains(' ')
        && name.contains(|c: char| c.is_ascii_digit() || c == '_');
    if (account && letters) || marked {
        walk.find(&LOGIN_INNOVATOR)
            .at("name")
            .with("name", name)
            .report();
    }
}
