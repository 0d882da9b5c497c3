//! `practice/`: the record as a whole.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::check::walk::{Walk, test};
use crate::check::{Operation, Safety, escape};
use crate::model::{Budget, Innovator, Period, Practice, Status};
use crate::practice::{MAX_ID, TextAt};
use crate::rules::repeats::{key, may_repeat, unmarked};
use crate::rules::words::{near, nearest, with_meant};
use crate::value::theme::Theme;
use crate::value::{
    Date, Json, LocalisedText, Number, PartialDate, currency, transliteration::slug,
};

/// A proposed title has at most so many characters.
const TITLE_CHARS: usize = 120;

/// The version of the format that this crate reads.
const FORMAT: u64 = 1;

/// Days that programs write when they know none: the first day of a calendar or a clock, the last one of
/// a field (Unix time; Excel, Windows and Mac; SQL Server; .NET and Java).
const PLACEHOLDERS: &[(u16, u8, u8)] = &[
    (1601, 1, 1),
    (1753, 1, 1),
    (1899, 12, 30),
    (1899, 12, 31),
    (1900, 1, 1),
    (1904, 1, 1),
    (1970, 1, 1),
    (2099, 12, 31),
    (2999, 12, 31),
];

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
    FORMAT_VERSION {
        code: "practice/format-version",
        severity: Error,
        since: 2,
        judges: Practice(format_version),
        message: { en: "the record is in format `{format}`, and this reader knows format {known}", bg: "записът е във формат `{format}`, а тази програма познава формат {known}" },
        help: { en: "read it with a newer obmen, or write `format`: {known} if the record follows that", bg: "прочетете го с по-нов obmen или запишете `format`: {known}, ако записът го спазва" },
        fix: { en: "write the version {known}", bg: "запишете версия {known}" },
        why: {
            en: "The number counts the breaking changes of the format. In a newer one a field may mean something else, so that nothing in it can be judged for certain. A record without the number is taken for one of the present format.",
            bg: "Числото брои несъвместимите промени на формата. В по-нов формат едно поле може да значи друго, затова нищо в него не може да се прецени със сигурност. Запис без това число се приема за запис в сегашния формат.",
        }
    }
    MISSING_BACKGROUND {
        code: "practice/missing-background",
        severity: Hint,
        since: 2,
        absence: true,
        judges: Practice(missing_background),
        message: { en: "it is not said why the practice was begun", bg: "не е казано защо е започната практиката" },
        help: { en: "say in `background` how things stood before and what had to change", bg: "кажете в `background` какво е било положението преди и какво е трябвало да се промени" },
        why: {
            en: "Whoever thinks of repeating a practice first asks whether it began from a trouble like their own.",
            bg: "Който мисли да повтори една практика, първо пита дали тя е тръгнала от трудност като неговата.",
        }
    }
    MISSING_RESULTS {
        code: "practice/missing-results",
        severity: Warning,
        since: 2,
        absence: true,
        judges: Practice(missing_results),
        message: { en: "it is not said what came of the practice", bg: "не е казано какво е постигнато с практиката" },
        help: { en: "tell the results in `results.narrative`, or list them in `results.items`", bg: "разкажете резултатите в `results.narrative` или ги изброите в `results.items`" },
        why: {
            en: "A practice is worth repeating for its results. One that tells none is a plan.",
            bg: "Една практика си струва да се повтори заради резултатите си. Без тях тя е само намерение.",
        }
    }
    PLACEHOLDER_DATE {
        code: "practice/placeholder-date",
        severity: Warning,
        since: 2,
        judges: Date(placeholder_date),
        message: { en: "{date} is what programs write when they know no date", bg: "{date} е дата, която програмите пишат, когато не знаят истинската" },
        help: { en: "write the date as far as it is known, or leave it out", bg: "запишете датата, доколкото е известна, или я пропуснете" },
        fix: { en: "leave the date out", bg: "пропуснете датата" },
        why: {
            en: "Clocks and fields of programs begin with days such as 1900-01-01 or 1970-01-01 and end with years such as 9999. Copied into a record such a day puts it first or last in every list. Only whole days and the years 1 and 9999 are judged: the year 1970 alone may be meant.",
            bg: "Часовниците и полетата на програмите започват с дни като 1900-01-01 или 1970-01-01 и свършват с години като 9999. Преписан в запис, такъв ден го поставя пръв или последен във всеки списък. Преценяват се само цели дати и годините 1 и 9999: само 1970 като година може да е вярна.",
        }
    }
    UNKNOWN_THEME {
        code: "practice/unknown-theme",
        severity: Warning,
        since: 2,
        judges: Practice(unknown_theme),
        message: { en: "`{theme}` is not in the vocabulary of themes", bg: "`{theme}` не е в речника на темите" },
        help: { en: "use words of the vocabulary, such as `{similar}`", bg: "използвайте думи от речника, например `{similar}`" },
        fix: { en: "write `{similar}`", bg: "запишете `{similar}`" },
        why: {
            en: "Practices are found and counted by their themes only where all registers use the same words. The vocabulary follows the functions of government (COFOG); an application may set its own.",
            bg: "Практиките се намират и броят по теми само когато всички регистри използват едни и същи думи. Речникът следва функциите на управлението (COFOG); едно приложение може да зададе свой.",
        }
    }
    UNKNOWN_STATUS {
        code: "practice/unknown-status",
        severity: Warning,
        since: 2,
        judges: Practice(unknown_status),
        message: { en: "`{status}` is no known status", bg: "`{status}` не е познато състояние" },
        help: { en: "use `draft`, `published`, `archived` or `withdrawn`", bg: "използвайте `draft`, `published`, `archived` или `withdrawn`" },
        fix: { en: "write `{meant}`", bg: "запишете `{meant}`" },
        why: {
            en: "Whether a record is shown depends on its status. A word that programs do not know is shown by some and hidden by others.",
            bg: "Дали един запис се показва, зависи от състоянието му. Дума, която програмите не познават, едни показват, а други скриват.",
        }
    }
    UNKNOWN_CURRENCY {
        code: "practice/unknown-currency",
        severity: Error,
        since: 2,
        judges: Budget(unknown_currency),
        message: { en: "`{currency}` is no code of a currency", bg: "`{currency}` не е код на валута" },
        help: { en: "use the three letters of ISO 4217, such as `EUR` or `BGN`", bg: "използвайте трите букви по ISO 4217, например `EUR` или `BGN`" },
        fix: { en: "write `{meant}`", bg: "запишете `{meant}`" },
        why: {
            en: "Amounts are added up and converted by the code of their currency. Codes of currencies that were withdrawn, such as `BGN`, stay valid: old budgets were in them.",
            bg: "Сумите се събират и превалутират по кода на валутата. Кодовете на изтеглени валути като `BGN` остават валидни: старите бюджети са в тях.",
        }
    }
    DUPLICATE_OBJECTIVE {
        code: "practice/duplicate-objective",
        severity: Warning,
        since: 2,
        judges: Practice(duplicate_objective),
        message: { en: "this objective is number {first} already", bg: "тази цел вече стои под номер {first}" },
        help: { en: "write each objective once", bg: "запишете всяка цел веднъж" },
        fix: { en: "take the second one away", bg: "махнете втората" },
        why: {
            en: "An objective that stands twice is usually a slip of copying, and another one may have been lost by it. Compared without regard to capitals and to the mark at the end; numbers count from 0, as pointers do.",
            bg: "Повторената цел обикновено е грешка при преписване, заради която друга може да е изгубена. Сравнява се без оглед на главните букви и на знака накрая; номерата се броят от 0, както в указателите.",
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

fn format_version<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let Some(format) = practice.format.filter(|format| *format != FORMAT) else {
        return;
    };
    // There was no format before the first.
    let better = (format == 0).then(|| Json::Number(Number::from(FORMAT)));
    walk.find(&FORMAT_VERSION)
        .at("format")
        .with("format", format)
        .with("known", FORMAT)
        .replace(
            Safety::Suggested,
            Json::Number(Number::from(format)),
            better,
        )
        .report();
}

fn missing_background<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    if is_absent(practice.background.as_ref()) && !practice.kept.holds("background") {
        walk.find(&MISSING_BACKGROUND).at("background").report();
    }
}

fn missing_results<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let told = practice.results.as_ref().is_some_and(|results| {
        !results.items.is_empty()
            || !is_absent(results.narrative.as_ref())
            || !results.kept.is_empty()
    });
    if !told && !practice.kept.holds("results") {
        walk.find(&MISSING_RESULTS).at("results").report();
    }
}

fn placeholder_date(date: PartialDate, walk: &mut Walk<'_, '_>) {
    let year = date.year();
    // The years of practices are cleared at once.
    if (1971..2099).contains(&year) || (1905..1970).contains(&year) {
        return;
    }
    let is_placeholder = matches!(year, 1 | 9999)
        || date.day().is_some()
            && PLACEHOLDERS
                .iter()
                .any(|(year, month, day)| Date::new(*year, *month, *day) == Some(date.earliest()));
    if is_placeholder {
        walk.find(&PLACEHOLDER_DATE)
            .with("date", date.to_string())
            .remove(Safety::Suggested, Json::from(date.to_string()))
            .report();
    }
}

fn unknown_theme<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    if practice.themes.is_empty() {
        return;
    }
    for (place, theme) in practice.kept.places("themes", &practice.themes) {
        if walk.context().is_theme(theme) || theme.trim().is_empty() {
            continue;
        }
        // A report that is full needs no mends.
        if walk.is_full() {
            walk.find(&UNKNOWN_THEME).report();
            continue;
        }
        let words = walk.context().themes();
        let joined = theme.trim().to_lowercase().replace([' ', '_'], "-");
        let is_word = |word: &&str| words.contains(word);
        let same = Some(&*joined).filter(is_word);
        let safety = same.map_or(Safety::Suggested, |_| Safety::Certain);
        let named = Theme::meant(theme).map(|theme| theme.slug).filter(is_word);
        let better = same
            .or(named)
            .or_else(|| near(&joined, words.iter().copied()));
        let (_, nearest) = nearest(&joined, words.iter().copied()).unwrap_or_default();
        walk.find(&UNKNOWN_THEME)
            .at("themes")
            .at(place)
            .with("theme", &**theme)
            .with("similar", better.unwrap_or(nearest))
            .replace(safety, Json::from(&**theme), better.map(Json::from))
            .report();
    }
}

fn unknown_status<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let Some(Status::Other(word)) = practice.status.as_ref() else {
        return;
    };
    if word.trim().is_empty() {
        return;
    }
    let finding = walk
        .find(&UNKNOWN_STATUS)
        .at("status")
        .with("status", &**word);
    with_meant(finding, word, Status::WORDS, Status::LABELS).report();
}

fn unknown_currency<'a>(budget: &'a Budget<'_>, walk: &mut Walk<'a, '_>) {
    let Some(currency) = budget.currency.as_deref() else {
        return;
    };
    if currency::is_code(currency) || currency.trim().is_empty() {
        return;
    }
    let finding = walk
        .find(&UNKNOWN_CURRENCY)
        .at("currency")
        .with("currency", currency);
    match currency::meant(currency) {
        Some((code, is_certain)) => {
            let safety = if is_certain {
                Safety::Certain
            } else {
                Safety::Suggested
            };
            let better = Some(Json::from(code));
            finding
                .with("meant", code)
                .replace(safety, Json::from(currency), better)
        }
        None => finding,
    }
    .report();
}

fn duplicate_objective<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let objectives = &practice.objectives;
    let texts = || {
        let texts = objectives.iter().flat_map(LocalisedText::iter);
        texts.map(|(_, text)| text)
    };
    if objectives.len() < 2 || !may_repeat(texts) {
        return;
    }
    let mut known = BTreeMap::new();
    for (place, objective) in practice.kept.places("objectives", objectives) {
        let mut first = None;
        let mut is_new = !objective.kept.is_empty();
        for (language, text) in objective.iter() {
            if unmarked(text).is_empty() {
                continue;
            }
            match known.entry((language, key(text))) {
                Entry::Occupied(earlier) => first = first.or(Some(*earlier.get())),
                Entry::Vacant(free) => {
                    free.insert((place, objective));
                    is_new = true;
                }
            }
        }
        let Some((first, original)) = first.filter(|(first, _)| *first != place) else {
            continue;
        };
        let finding = walk
            .find(&DUPLICATE_OBJECTIVE)
            .at("objectives")
            .at(place)
            .with("first", first);
        if objective == original {
            finding.remove(Safety::Certain, Json::of(objective))
        } else if is_new {
            finding
        } else {
            finding.remove(Safety::Suggested, Json::of(objective))
        }
        .report();
    }
}
