//! The words of an exchange's pages in Bulgarian and English: tables only.
//!
//! Lines are compared in the form that [`key`] gives them.

use super::layout::{Label, Language, Part};
use Language::{Bulgarian as Bg, English as En};

/// A line as it is compared: lower case, white space collapsed, plain quotes, no colon at the end.
pub(super) fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        for c in word.chars() {
            match c {
                '„' | '“' | '”' | '«' | '»' => key.push('"'),
                _ => key.extend(c.to_lowercase()),
            }
        }
    }
    key.truncate(key.trim_end_matches([':', ' ']).len());
    key
}

/// The whole lines that head a section.
pub(super) const HEADINGS: &[(&str, Part, Language)] = &[
    ("предистория", Part::Background, Bg),
    ("практика", Part::Practice, Bg),
    ("резултати", Part::Results, Bg),
    ("background", Part::Background, En),
    ("practice", Part::Practice, En),
    ("results", Part::Results, En),
];

/// What stands before the colon in a line of the footer.
pub(super) const LABELS: &[(&str, Label, Language)] = &[
    ("иноватор", Label::Innovator, Bg),
    ("innovator", Label::Innovator, En),
    ("дата на публикация", Label::Published, Bg),
    ("дата на публикуване", Label::Published, Bg),
    ("publication date", Label::Published, En),
    ("date of publication", Label::Published, En),
    ("номинации", Label::Nominations, Bg),
    ("брой номинации", Label::Nominations, Bg),
    ("nominations", Label::Nominations, En),
    ("number of nominations", Label::Nominations, En),
];

/// What stands before a colon in the contact block; a longer form before those that end it.
pub(super) const CONTACT_LABELS: &[(&str, Label)] = &[
    ("тел./факс", Label::Phone),
    ("тел/факс", Label::Phone),
    ("tel./fax", Label::Phone),
    ("tel/fax", Label::Phone),
    ("телефон", Label::Phone),
    ("тел.", Label::Phone),
    ("тел", Label::Phone),
    ("telephone", Label::Phone),
    ("phone", Label::Phone),
    ("tel.", Label::Phone),
    ("tel", Label::Phone),
    ("факс", Label::Fax),
    ("fax", Label::Fax),
    ("електронна поща", Label::Email),
    ("ел. поща", Label::Email),
    ("е-поща", Label::Email),
    ("имейл", Label::Email),
    // The first letter is Cyrillic, as Bulgarian keyboards have it.
    ("е-mail", Label::Email),
    ("e-mail", Label::Email),
    ("email", Label::Email),
    ("интернет страница", Label::Url),
    ("уебсайт", Label::Url),
    ("уеб сайт", Label::Url),
    ("website", Label::Url),
    ("web site", Label::Url),
    ("web", Label::Url),
    ("url", Label::Url),
    ("адрес", Label::Address),
    ("address", Label::Address),
    ("длъжност", Label::Position),
    ("position", Label::Position),
];

/// Words that say that a line is a position, not a person.
pub(super) const POSITIONS: &[&str] = &[
    "кмет",
    "зам.-кмет",
    "заместник-кмет",
    "секретар",
    "експерт",
    "директор",
    "началник",
    "председател",
    "специалист",
    "координатор",
    "юрисконсулт",
    "управител",
    "mayor",
    "secretary",
    "expert",
    "director",
    "head",
    "chairman",
    "chairperson",
    "chair",
    "specialist",
    "coordinator",
    "manager",
    "officer",
    "governor",
    "adviser",
    "advisor",
];

/// Words that say that a line is an address.
pub(super) const ADDRESS_WORDS: &[&str] = &[
    "гр.",
    "с.",
    "ул.",
    "бул.",
    "пл.",
    "ж.к.",
    "п.к.",
    "str.",
    "street",
    "blvd.",
    "blvd",
    "boulevard",
    "sq.",
    "square",
    "p.o.",
];

/// How the name of a municipality's or a district's office begins or ends.
pub(super) const OFFICE_STARTS: &[&str] = &[
    "municipality of",
    "municipality",
    "municipal council",
    "municipal administration",
    "district administration",
    "regional administration",
    "region of",
    "district of",
    "община",
    "столична община",
    "общински съвет",
    "общинска администрация",
    "областна администрация",
    "област",
    "кметство",
    "район",
];
pub(super) const OFFICE_ENDS: &[&str] = &[
    "municipality",
    "municipal council",
    "municipal administration",
    "district administration",
    "regional administration",
];

/// The small words inside the name of an office.
pub(super) const NAME_WORDS: &[&str] = &[
    "of",
    "the",
    "city",
    "town",
    "village",
    "district",
    "region",
    "and",
    "-",
    "–",
    "—",
    "и",
    "на",
    "град",
    "гр.",
    "с.",
    "област",
    "община",
];

/// Words of which the name of an organisation has one; they count only under a title.
pub(super) const ORGANISATION_WORDS: &[&str] = &[
    "municipality",
    "council",
    "administration",
    "association",
    "foundation",
    "centre",
    "center",
    "agency",
    "chitalishte",
    "union",
    "chamber",
    "federation",
    "club",
    "school",
    "museum",
    "library",
    "hospital",
    "university",
    "fund",
    "society",
    "league",
    "ltd.",
    "ltd",
    "община",
    "съвет",
    "администрация",
    "сдружение",
    "асоциация",
    "фондация",
    "център",
    "агенция",
    "читалище",
    "съюз",
    "камара",
    "федерация",
    "клуб",
    "училище",
    "музей",
    "библиотека",
    "болница",
    "университет",
    "фонд",
    "дружество",
    "еоод",
    "оод",
    "ад",
];

/// An exchange whose pages are read: its register, its publisher, and how they name it.
pub(super) struct Exchange {
    pub(super) register: &'static str,
    pub(super) publisher: &'static str,
    /// Whole lines with the publisher's name.
    pub(super) names: &'static [&'static str],
    /// How the print footer begins.
    pub(super) printed_from: &'static [&'static str],
}

pub(super) const EXCHANGES: &[Exchange] = &[Exchange {
    register: "flgr",
    publisher: "Foundation for Local Government Reform",
    names: &[
        "foundation for local government reform",
        "the foundation for local government reform",
        "фондация за реформа в местното самоуправление",
        "фондация \"реформа в местното самоуправление\"",
    ],
    printed_from: &[
        "разпечатано от сайта на фрмс",
        "printed from the flgr website",
    ],
}];

/// Where furniture may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Above or below the sections; inside a section the same words are text.
    Outside,
    /// Anywhere.
    Anywhere,
    /// Below a section, which ends there.
    After,
}

/// Furniture that is a whole line, maybe with the address of a link behind it.
pub(super) const FURNITURE_LINES: &[(&str, Place)] = &[
    ("иновационни практики в българия", Place::Outside),
    ("innovative practices in bulgaria", Place::Outside),
    ("innovation practices in bulgaria", Place::Outside),
    (
        "обмен на иновации за развитие на местното самоуправление",
        Place::Outside,
    ),
    (
        "sharing innovations for improving local self-government",
        Place::Outside,
    ),
    ("начало", Place::Outside),
    ("home", Place::Outside),
    ("за нас", Place::Outside),
    ("about us", Place::Outside),
    ("контакти", Place::Outside),
    ("contacts", Place::Outside),
    ("новини", Place::Outside),
    ("news", Place::Outside),
    ("търсене", Place::Outside),
    ("search", Place::Outside),
    ("карта на сайта", Place::Outside),
    ("site map", Place::Outside),
    ("печат", Place::Outside),
    ("print", Place::Outside),
    ("bg", Place::Outside),
    ("en", Place::Outside),
    ("български", Place::Outside),
    ("english", Place::Outside),
    ("bg | en", Place::Outside),
    ("verification code", Place::Anywhere),
    ("код за потвърждение", Place::Anywhere),
    ("въведете кода от картинката тук", Place::Anywhere),
    ("enter the code from the picture here", Place::Anywhere),
    ("назад", Place::After),
    ("back", Place::After),
    ("номинирай", Place::After),
    ("nominate", Place::After),
    ("[номинирай]", Place::After),
    ("[nominate]", Place::After),
];

/// Furniture by how its line begins.
pub(super) const FURNITURE_STARTS: &[(&str, Place)] = &[
    ("ако не виждате кода добре", Place::Anywhere),
    ("if you cannot see the code", Place::Anywhere),
    ("if you can't see the code", Place::Anywhere),
    ("if you do not see the code", Place::Anywhere),
    ("valid xhtml 1.", Place::After),
    ("http://validator.w3.org/", Place::After),
    ("https://validator.w3.org/", Place::After),
    ("сайт, разработен от", Place::After),
    ("developed by nimasystems", Place::After),
    ("www.nimasystems.com", Place::After),
    ("http://www.nimasystems.com", Place::After),
    ("https://www.nimasystems.com", Place::After),
];
