//! Scripts and their look-alikes: the idea of UTS #39 (mixed-script detection), part by part of a word.

use std::ops::Range;

use crate::check::Safety;

/// A script, as far as obmen tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Other,
}

/// Returns the script of a letter; nothing for what is no letter, or is one of every script (`µ`, `º`).
pub(super) fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Script::Latin),
        '\0'..='¿' | '×' | '÷' | 'ʰ'..='\u{36f}' | '\u{482}'..='\u{489}' => None,
        'À'..='ʯ' | 'Ḁ'..='ỿ' => Some(Script::Latin),
        'Ѐ'..='ԯ' => Some(Script::Cyrillic),
        'Ͱ'..='Ͽ' | 'ἀ'..='῾' => c.is_alphabetic().then_some(Script::Greek),
        _ => c.is_alphabetic().then_some(Script::Other),
    }
}

/// Letters that are drawn alike: Latin, Cyrillic, Greek; a space where the script has none.
///
/// From Unicode's confusables (UTS #39), those that print the same in usual typefaces.
const TWINS: &[[char; 3]] = &[
    ['A', 'А', 'Α'],
    ['B', 'В', 'Β'],
    ['C', 'С', ' '],
    ['E', 'Е', 'Ε'],
    ['H', 'Н', 'Η'],
    ['I', 'І', 'Ι'],
    ['J', 'Ј', ' '],
    ['K', 'К', 'Κ'],
    ['M', 'М', 'Μ'],
    ['N', ' ', 'Ν'],
    ['O', 'О', 'Ο'],
    ['P', 'Р', 'Ρ'],
    ['S', 'Ѕ', ' '],
    ['T', 'Т', 'Τ'],
    ['X', 'Х', 'Χ'],
    ['Y', 'У', 'Υ'],
    ['Z', ' ', 'Ζ'],
    [' ', 'Г', 'Γ'],
    [' ', 'П', 'Π'],
    [' ', 'Ф', 'Φ'],
    ['a', 'а', 'α'],
    ['c', 'с', ' '],
    ['e', 'е', ' '],
    ['h', 'һ', ' '],
    ['i', 'і', 'ι'],
    ['j', 'ј', ' '],
    ['o', 'о', 'ο'],
    ['p', 'р', 'ρ'],
    ['q', 'ԛ', ' '],
    ['s', 'ѕ', ' '],
    ['v', ' ', 'ν'],
    ['w', 'ԝ', ' '],
    ['x', 'х', ' '],
    ['y', 'у', ' '],
    ['ï', 'ї', ' '],
    ['ë', 'ё', ' '],
    ['Ï', 'Ї', ' '],
    ['Ë', 'Ё', ' '],
];

fn twin(c: char, to: Script) -> Option<char> {
    let row = TWINS.iter().find(|row| row.contains(&c))?;
    let [latin, cyrillic, greek] = *row;
    let twin = match to {
        Script::Latin => latin,
        Script::Cyrillic => cyrillic,
        Script::Greek => greek,
        Script::Other => ' ',
    };
    (twin != ' ').then_some(twin)
}

/// Endings that Bulgarian gives a foreign name without changing its letters: `SMSи`, `Windowsът`.
const ENDINGS: &[&str] = &[
    "а",
    "ви",
    "во",
    "вата",
    "ва",
    "е",
    "и",
    "ите",
    "ия",
    "ият",
    "ки",
    "ма",
    "ми",
    "ние",
    "ове",
    "овете",
    "ри",
    "ска",
    "ски",
    "ско",
    "та",
    "те",
    "ти",
    "то",
    "тата",
    "тете",
    "у",
    "че",
    "чета",
    "ът",
    "ят",
];

/// Nouns after which a single letter is a label: `буква a`, `витамин c`.
const LABELS: &[&str] = &[
    "ал",
    "алинея",
    "блок",
    "буква",
    "букви",
    "вариант",
    "варианти",
    "витамин",
    "витамини",
    "вход",
    "група",
    "групи",
    "зона",
    "зони",
    "категории",
    "категория",
    "клас",
    "класове",
    "колона",
    "колони",
    "лига",
    "лит",
    "литера",
    "ниво",
    "опция",
    "ос",
    "отговор",
    "план",
    "подточка",
    "подточки",
    "секция",
    "серия",
    "т",
    "тип",
    "точка",
    "точки",
    "хепатит",
    "чл",
];

/// The language of a text, as far as its letters go.
#[derive(Clone, Copy)]
pub(super) struct Home<'a> {
    /// The script that the language is written in; `None` when nobody said, or it has several.
    pub script: Option<Script>,
    /// The first subtag.
    pub language: &'a str,
}

/// True for a letter that the language may write; Cyrillic differs most from land to land.
fn writes(home: Home<'_>, c: char) -> bool {
    let one_of = |languages: &[&str]| languages.contains(&home.language);
    match c {
        'і' | 'І' => one_of(&["uk", "be", "kk"]),
        'ї' | 'Ї' => one_of(&["uk"]),
        'ё' | 'Ё' => one_of(&["ru", "be", "kk", "mn", "tg", "ky"]),
        'ј' | 'Ј' => one_of(&["sr", "mk"]),
        'ѕ' | 'Ѕ' => one_of(&["mk"]),
        'һ' => one_of(&["kk", "tt", "ba"]),
        'ԛ' | 'ԝ' => false,
        _ => true,
    }
}

fn convert(part: &str, to: Script, home: Home<'_>) -> Option<String> {
    part.chars()
        .map(|c| match script(c) {
            None => Some(c),
            Some(now) if now == to => Some(c),
            Some(_) => twin(c, to).filter(|twin| writes(home, *twin)),
        })
        .collect()
}

/// A word that mixes scripts, and its mend where there is one.
#[derive(Debug, PartialEq)]
pub(super) struct Mixed {
    /// Its place in the text.
    pub range: Range<usize>,
    pub better: Option<(Safety, String)>,
}

/// How many letters of each script a word has.
#[derive(Default, Clone, Copy)]
struct Count {
    latin: usize,
    cyrillic: usize,
    greek: usize,
    other: usize,
}

impl Count {
    fn of(text: &str) -> Count {
        text.chars().fold(Count::default(), |mut count, c| {
            match script(c) {
                Some(Script::Latin) => count.latin += 1,
                Some(Script::Cyrillic) => count.cyrillic += 1,
                Some(Script::Greek) => count.greek += 1,
                Some(Script::Other) => count.other += 1,
                None => {}
            }
            count
        })
    }

    fn get(self, script: Script) -> usize {
        match script {
            Script::Latin => self.latin,
            Script::Cyrillic => self.cyrillic,
            Script::Greek => self.greek,
            Script::Other => self.other,
        }
    }

    /// The scripts, the commonest first; of two that are as common, `first`.
    fn scripts(self, first: Option<Script>) -> Vec<Script> {
        let mut scripts = vec![Script::Cyrillic, Script::Latin, Script::Greek];
        scripts.retain(|script| self.get(*script) > 0);
        scripts.sort_by_key(|script| {
            (
                std::cmp::Reverse(self.get(*script)),
                u8::from(Some(*script) != first),
            )
        });
        scripts
    }

    fn main(self) -> Option<Script> {
        self.scripts(None).first().copied()
    }
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}')
}

/// The parts of words: runs of letters, with the marks on them.
fn parts(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let is_letter = |c: char| script(c).is_some();
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(is_letter)?;
        let rest = text.get(start..)?;
        let length = rest
            .find(|c: char| !is_letter(c) && !is_combining(c))
            .unwrap_or(rest.len());
        from = start + length;
        Some((start..from, rest.get(..length)?))
    })
}

/// Returns the words of a text that mix scripts, and those of one letter or two that look like Cyrillic
/// words among Cyrillic words.
pub(super) fn mixed(text: &str, home: Home<'_>) -> Vec<Mixed> {
    let mut all = None;
    let mut main = || *all.get_or_insert_with(|| home.script.or(Count::of(text).main()));
    let mut found = Vec::new();
    // The part before, when it is no look-alike itself.
    let mut before = "";
    for (range, part) in parts(text) {
        let twin = if is_twin_word(part) && main() == Some(Script::Cyrillic) {
            twin_word(text, range.clone(), before, home)
        } else {
            None
        };
        if twin.is_none() {
            before = part;
        }
        let verdict = match twin {
            Some((safety, better)) => Verdict::Mend(safety, better),
            None if part.is_ascii() => Verdict::Sound,
            None => judge(part, home, &mut main),
        };
        let better = match verdict {
            Verdict::Sound => continue,
            Verdict::Mixed => None,
            // An address says what it says; whether it is wrong, its owner knows.
            Verdict::Mend(_, better) if is_in_address(text, &range) => {
                Some((Safety::Suggested, better))
            }
            Verdict::Mend(safety, better) => Some((safety, better)),
        };
        found.push(Mixed { range, better });
    }
    found
}

fn is_in_address(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let start = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let end = after.split(char::is_whitespace).next().unwrap_or_default();
    let has = |mark: &str| start.contains(mark) || end.contains(mark);
    has("://") || has("@") || start.contains("www.")
}

/// What a part of a word is found to be.
enum Verdict {
    Sound,
    /// Mixed, and nobody can say what was meant.
    Mixed,
    Mend(Safety, String),
}

fn judge(part: &str, home: Home<'_>, main: &mut impl FnMut() -> Option<Script>) -> Verdict {
    let count = Count::of(part);
    let several = [count.latin, count.cyrillic, count.greek]
        .iter()
        .filter(|letters| **letters > 0)
        .count()
        > 1;
    if !several || count.other > 0 || (count.greek > 0 && is_science(part, count)) {
        return Verdict::Sound;
    }
    let first = main();
    let options: Vec<(Script, String)> = count
        .scripts(first)
        .into_iter()
        .filter_map(|to| Some((to, convert(part, to, home)?)))
        .collect();
    match options.as_slice() {
        [] if is_inflected(part) => Verdict::Sound,
        [] => Verdict::Mixed,
        [(_, better)] => {
            let safety = if is_inflected(part) && is_acronym(part) {
                Safety::Suggested
            } else {
                Safety::Certain
            };
            Verdict::Mend(safety, better.clone())
        }
        // All letters have twins. Small letters are of the text's script: hardly a word of another is
        // made of look-alikes alone. Of capitals, the commoner script is likely meant.
        options @ [(commonest, better), ..] => {
            let capitals = !part.chars().any(char::is_lowercase);
            let tie = options
                .get(1)
                .is_some_and(|(second, _)| count.get(*second) == count.get(*commonest));
            let own = first.and_then(|first| options.iter().find(|(script, _)| *script == first));
            match own {
                Some((_, better)) if !capitals => Verdict::Mend(Safety::Certain, better.clone()),
                Some((script, better)) if script == commonest && !tie => {
                    Verdict::Mend(Safety::Certain, better.clone())
                }
                _ => Verdict::Mend(Safety::Suggested, better.clone()),
            }
        }
    }
}

/// Greek in a Latin or Cyrillic word that is a sign of its own: `μm`, `kΩ`, `βлокер` but not `Αθήνa`.
fn is_science(part: &str, count: Count) -> bool {
    let letters = count.latin + count.cyrillic + count.greek;
    let to = if count.latin >= count.cyrillic {
        Script::Latin
    } else {
        Script::Cyrillic
    };
    letters < 3
        || (count.greek < count.get(to)
            && part
                .chars()
                .all(|c| script(c) != Some(Script::Greek) || twin(c, to).is_none()))
}

/// A foreign name with a Bulgarian ending, or a Roman numeral with one (`XXIви`, `Vти`).
fn is_inflected(part: &str) -> bool {
    let Some(at) = part.find(|c| script(c) != Some(Script::Latin)) else {
        return false;
    };
    let (name, ending) = part.split_at(at);
    ENDINGS.contains(&ending) && (name.len() > 1 || matches!(name, "I" | "V" | "X"))
}

/// A word that begins with two capitals.
fn is_acronym(part: &str) -> bool {
    part.chars().take(2).all(char::is_uppercase)
}

/// The small words of Bulgarian whose letters all have Latin twins; the first two also at the head of a sentence.
const TWIN_WORDS: &[(&str, &str)] = &[
    ("a", "а"),
    ("c", "с"),
    ("e", "е"),
    ("ca", "са"),
    ("ce", "се"),
    ("A", "А"),
    ("C", "С"),
];

fn is_twin_word(part: &str) -> bool {
    part.len() <= 2 && TWIN_WORDS.iter().any(|(latin, _)| *latin == part)
}

/// Returns the Cyrillic twin of a Latin word, when it stands as a word between words of Cyrillic.
fn twin_word(
    text: &str,
    range: Range<usize>,
    before: &str,
    home: Home<'_>,
) -> Option<(Safety, String)> {
    if !matches!(home.language, "bg" | "" | "und") {
        return None;
    }
    let part = text.get(range.clone())?;
    let (_, better) = TWIN_WORDS.iter().find(|(latin, _)| *latin == part)?;
    let left = text.get(..range.start)?;
    let right = text.get(range.end..)?;
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let opens = |c: char| matches!(c, '(' | '„' | '“' | '"' | '«');
    let open = left.is_empty() || left.ends_with(|c: char| c.is_whitespace() || opens(c));
    let closes = is_space(right.chars().next())
        || (right.starts_with(',') && !matches!(part, "a" | "c" | "A" | "C"));
    if !open || !closes {
        return None;
    }
    let next = parts(right)
        .map(|(_, next)| next)
        .find(|next| !is_twin_word(next))?;
    let cyrillic = |word: &str| word.chars().any(|c| script(c) == Some(Script::Cyrillic));
    if !cyrillic(next) {
        return None;
    }
    let last = left.trim_end().chars().next_back();
    let head = last.is_none_or(|last| matches!(last, '.' | '!' | '?' | '…'))
        || left.ends_with('\n')
        || (before.is_empty() && last.is_some_and(opens));
    let is_label = |word: &str| LABELS.contains(&word.to_lowercase().as_str());
    if head {
        let small = next.chars().next().is_some_and(char::is_lowercase);
        let enough = small && !is_label(next) && (before.is_empty() || cyrillic(before));
        // A capital at the head of a sentence may still be a name.
        let safety = if part.starts_with(char::is_uppercase) {
            Safety::Suggested
        } else {
            Safety::Certain
        };
        return enough.then(|| (safety, (*better).to_owned()));
    }
    if part.starts_with(char::is_uppercase) || !cyrillic(before) || is_label(before) {
        return None;
    }
    // After a number it may be a unit.
    let safety = if last.is_some_and(char::is_numeric) {
        Safety::Suggested
    } else {
        Safety::Certain
    };
    Some((safety, (*better).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(language: &str, text: &str) -> Vec<String> {
        let script = match language {
            "bg" | "ru" | "uk" => Some(Script::Cyrillic),
            "en" => Some(Script::Latin),
            "el" => Some(Script::Greek),
            _ => None,
        };
        mixed(text, Home { script, language })
            .into_iter()
            .map(|mixed| match mixed.better {
                Some((Safety::Certain, better)) => better,
                Some((Safety::Suggested, better)) => format!("{better}?"),
                None => "-".to_owned(),
            })
            .collect()
    }

    #[test]
    fn sound_words_of_two_scripts() {
        for text in [
            "IT-услуги и e-услуги, COVID-19, Wi-Fi-мрежа, 3D-модел, 25 м² и XXI век, №5, Windows-базиран",
            "план A, клас C, витамин C, хепатит C, т. a) и буква a от закона, витамин c в храните",
            "а) първо; б) второ; A клас сгради; C категория; SMSи и PDFите, XXIви, Vти",
            "5 kΩ, 3 μm, β-блокер, α-частици, 10 µg, 20 ºС",
            "д'Артанян и O'Нийл, „ESU-Padova“ и „Green Line“ ООД",
            "Vitamin c и Dolce e Gabbana в София",
            "日本語テキスト и 漢字kanji",
            "5G мрежа, H2О, А4, Н1N1",
        ] {
            assert_eq!(of("bg", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn mends_of_mixed_words() {
        for (language, text, better) in [
            ("bg", "Oбщина", &["Община"][..]),
            (
                "bg",
                "обмeн на дoбpи пpактики",
                &["обмен", "добри", "практики"],
            ),
            ("bg", "те cе учат", &["се"]),
            ("bg", "cъс ce учат", &["със", "се"]),
            ("bg", "ХХI век, 5 МW, Toyotа", &["XXI", "MW", "Toyota"]),
            ("bg", "ЕСO и АC", &["ЕСО", "АС?"]),
            ("bg", "бiблиотека", &["-"]),
            ("uk", "бiблiотека", &["бібліотека"]),
            ("bg", "zавод", &["-"]),
            ("en", "Exchаnge of good prаctice", &["Exchange", "practice"]),
            ("en", "the раtty", &["patty"]),
            ("el", "Αθήνa", &["Αθήνα"]),
            ("bg", "Иван Пeтров", &["Петров"]),
            ("", "Иван Пeтров", &["Петров"]),
            ("bg", "CMCи", &["СМСи?"]),
            ("bg", "пишете на infо@smolyan.bg", &["info?"]),
        ] {
            assert_eq!(of(language, text), better, "{text}");
        }
    }

    #[test]
    fn words_of_one_letter() {
        for (text, better) in [
            ("Община c партньори", &["с"][..]),
            ("Това e обмен, a после", &["е", "а"]),
            ("Те ca тук и ce учат", &["са", "се"]),
            ("c активното участие", &["с"]),
            ("такъв, какъвто e, и остава", &["е"]),
            ("C помощта на общината", &["С?"]),
            ("през 2013 c помощта", &["с?"]),
            ("(c партньори)", &["с"]),
            ("което ca a не e било", &["са", "а", "е"]),
        ] {
            assert_eq!(of("bg", text), better, "{text}");
        }
        assert_eq!(of("en", "Община c партньори и a после"), [""; 0]);
    }
}
