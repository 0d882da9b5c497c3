//! `text/`: the texts themselves, in whatever field they stand.

mod characters;
mod language;
mod markup;
pub(crate) mod placeholder;
mod script;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::check::facts::{Facts, Text};
use crate::check::walk::{Finding, MAX_TEXT, Walk, test};
use crate::check::{Operation, Safety, Term};
use crate::value::{Json, LocalisedText, UNDETERMINED};

use script::{Home, Mixed, Script};

/// The most words that a finding lists.
const LISTED: usize = 10;

crate::rules! {
    EMPTY {
        code: "text/empty",
        severity: Warning,
        since: 1,
        judges: Text(Facts::BLANK, empty),
        message: { en: "the text is empty", bg: "текстът е празен" },
        help: { en: "write the text, or leave the field out", bg: "напишете текста или пропуснете полето" },
        fix: { en: "take the empty text away", bg: "махнете празния текст" },
        why: {
            en: "An empty text looks like an answer and is none: a list shows a blank line, a search finds nothing, and nobody is asked for the missing text.",
            bg: "Празният текст прилича на отговор, а не е: списъкът показва празен ред, търсенето не намира нищо и никой не бива попитан за липсващия текст.",
        }
    }
    TOO_LONG {
        code: "text/too-long",
        severity: Error,
        since: 2,
        judges: Text(Facts::LONG, too_long),
        message: { en: "the text has {size} {unit}, more than the {limit} that are allowed", bg: "текстът има {size} {unit}, повече от позволените {limit}" },
        help: { en: "put long material into a file of its own and link to it", bg: "изнесете дългия материал в отделен файл и сложете връзка към него" },
        why: {
            en: "A text may have 1 MiB in UTF-8, some two hundred pages of Cyrillic. What is longer is a document: nobody reads it in a record, and every list and search carries it along.",
            bg: "Един текст може да бъде до 1 MiB в UTF-8, около двеста страници на кирилица. По-дългото е документ: никой не го чете в запис, а всеки списък и всяко търсене го влачат със себе си.",
        }
    }
    MISSING_LANGUAGE {
        code: "text/missing-language",
        severity: Warning,
        since: 1,
        judges: Text(Facts::UNDETERMINED, missing_language),
        message: { en: "nobody says in which language this text is", bg: "никой не е казал на какъв език е този текст" },
        help: { en: "give the record a `language`, or write the text as a map such as {\"bg\": \"…\"}", bg: "задайте `language` на записа или запишете текста като съответствие, например {\"bg\": \"…\"}" },
        why: {
            en: "Without its language a text cannot be read aloud, searched by its stems or offered to a reader of that language. obmen does not guess it.",
            bg: "Без езика си текстът не може да се прочете на глас, да се търси по основите на думите или да се предложи на читател на този език. obmen не гадае.",
        }
    }
    CONTROL_CHARACTER {
        code: "text/control-character",
        severity: Warning,
        since: 2,
        judges: Text(Facts::CONTROL, control_character),
        message: { en: "the text has {count} control {count|character|characters} ({count|it|the first} is {code})", bg: "в текста има {count} {count|управляващ знак|управляващи знака} ({count|това|първият} е {code})" },
        help: { en: "take {count|it|them} out; only line breaks and tabs belong into a text", bg: "премахнете {count|го|ги}; в текст имат място само новият ред и табулацията" },
        fix: { en: "take the control characters out", bg: "премахнете управляващите знаци" },
        why: {
            en: "Controls come from old programs and broken copies. XML cannot hold most of them, terminals obey them, and no reader sees them. A line or page break of an old program becomes a line feed. Those from U+0080 to U+009F are often the quotation marks and dashes of Windows in a wrong encoding: putting the marks back is proposed, not done unasked.",
            bg: "Управляващите знаци идват от стари програми и повредени копия. XML не може да съдържа повечето от тях, терминалите им се подчиняват, а читателят не ги вижда. Прекъсването на ред или страница от стара програма става нов ред. Знаците от U+0080 до U+009F често са кавичките и тиретата на Windows в грешно кодиране: връщането им се предлага, а не се прави без питане.",
        }
    }
    BIDI_CONTROL {
        code: "text/bidi-control",
        severity: Warning,
        since: 2,
        judges: Text(Facts::BIDI, bidi_control),
        message: { en: "invisible characters turn the direction of this text", bg: "невидими знаци обръщат посоката на този текст" },
        help: { en: "take them out and check that the text still reads as it should", bg: "премахнете ги и проверете дали текстът се чете както трябва" },
        fix: { en: "take the turns of direction out", bg: "премахнете обръщанията на посоката" },
        why: {
            en: "Such characters belong to Arabic and Hebrew, where they are sound as long as each one opened is closed (UAX #9). Elsewhere they show letters in another order than they are stored: a name or an address then reads as something that it is not.",
            bg: "Тези знаци са за арабски и иврит, където са редни, щом всеки отворен е и затворен (UAX #9). Другаде те показват буквите в ред, различен от записания: име или адрес тогава се чете като нещо, което не е.",
        }
    }
    ZERO_WIDTH {
        code: "text/zero-width",
        severity: Warning,
        since: 2,
        judges: Text(Facts::INVISIBLE, zero_width),
        message: { en: "the text has {count} invisible {count|character|characters}", bg: "в текста има {count} {count|невидим знак|невидими знака}" },
        help: { en: "take {count|it|them} out: the text looks the same without {count|it|them}", bg: "премахнете {count|го|ги}: без {count|него|тях} текстът изглежда по същия начин" },
        fix: { en: "take the invisible characters out", bg: "премахнете невидимите знаци" },
        why: {
            en: "Soft hyphens, zero-width spaces, byte order marks, tags and fillers come along with copies from pages and documents. A word that has one inside is not found by a search and is not the same as its copy. They stay where they work: in pictures made of several signs, after signs that may be drawn as pictures, and between letters of scripts that join or shape them.",
            bg: "Меките тирета, интервалите без ширина, маркерите за ред на байтовете, таговете и пълнежите идват с копия от страници и документи. Дума с такъв знак не се намира при търсене и не е равна на същата дума без него. Те остават там, където имат действие: в картинки от няколко знака, след знаци, които могат да се рисуват като картинки, и между букви на писмености, които ги свързват.",
        }
    }
    MIXED_SCRIPT {
        code: "text/mixed-script",
        severity: Warning,
        since: 2,
        judges: Text(Facts::MIXED, mixed_script),
        message: { en: "{count} {count|word has|words have} letters of another script: `{words}`", bg: "{count} {count|дума съдържа|думи съдържат} букви от друга азбука: `{words}`" },
        help: { en: "type the {count|word|words} anew in one script", bg: "напишете {count|думата|думите} отново с букви от една азбука" },
        fix: { en: "put the look-alike letters of the right script in their place", bg: "поставете на мястото им еднаквите на вид букви от правилната азбука" },
        why: {
            en: "A Latin `a` in a Cyrillic word cannot be seen, but no search finds the word, no spelling check knows it, and it sorts elsewhere. Words are judged by their parts between hyphens and apostrophes, as in UTS #39: `IT-услуги` is sound. A mend is certain when the letters can only have been meant in one way; a single `c`, `a` or `e` is mended between Bulgarian words, but not after a number or as a label (`точка a`).",
            bg: "Латинското `a` в дума на кирилица не се вижда, но търсенето не намира думата, проверката на правописа не я познава и тя се подрежда другаде. Думите се преценяват по частите им между тирета и апострофи, както в UTS #39: `IT-услуги` е редно. Поправката е сигурна, когато буквите може да са само едно; единично `c`, `a` или `e` се поправя между български думи, но не след число и не като означение (`точка a`).",
        }
    }
    NOT_NORMALISED {
        code: "text/not-normalised",
        severity: Warning,
        since: 2,
        judges: Text(Facts::UNNORMALISED, not_normalised),
        message: { en: "some letters of this text are put together of pieces", bg: "някои букви в този текст са съставени от части" },
        help: { en: "write the text in the normal form NFC", bg: "запишете текста в нормалната форма NFC" },
        fix: { en: "write it in the normal form NFC", bg: "запишете го в нормалната форма NFC" },
        why: {
            en: "Unicode writes `й` as one character, or as `и` and a breve. They look the same and are not equal: searches and comparisons miss one of them. NFC (UAX #15) is the form that the web uses. Addresses are left as they are, since other bytes are another address.",
            bg: "Unicode записва `й` като един знак или като `и` и отделен знак над него. Те изглеждат еднакво, а не са равни: търсенето и сравнението изпускат едното. NFC (UAX #15) е формата, която се използва в мрежата. Адресите остават каквито са, защото други байтове са друг адрес.",
        }
    }
    MARKUP {
        code: "text/markup",
        severity: Warning,
        since: 2,
        judges: Text(Facts::MARKUP, has_markup),
        message: { en: "the text has markup, such as `{markup}`", bg: "в текста има маркиране, например `{markup}`" },
        help: { en: "write plain text; a line break parts paragraphs", bg: "пишете обикновен текст; новият ред разделя абзаците" },
        fix: { en: "keep the text without the markup", bg: "запазете текста без маркирането" },
        why: {
            en: "Texts of a record are plain. Tags and character references of HTML are shown to readers as they stand, read aloud, or obeyed by a page that trusts them. Only tags with names of HTML and references that it knows are meant: `a < b`, `R&D` and `<5 %` are sound.",
            bg: "Текстовете в записа са без оформление. Таговете и знаковите препратки на HTML се показват на читателя такива, каквито са, четат се на глас или се изпълняват от страница, която им вярва. Става дума само за тагове с имена от HTML и за препратки, които той познава: `a < b`, `R&D` и `<5 %` са редни.",
        }
    }
    WRONG_LANGUAGE {
        code: "text/wrong-language",
        severity: Warning,
        since: 2,
        judges: Text(Facts::OTHER_LANGUAGE, wrong_language),
        message: { en: "the text is tagged `{language}` but is in {found}", bg: "текстът е означен като `{language}`, а е на {found}" },
        help: { en: "give it the tag of its language, or translate it", bg: "дайте му означението на неговия език или го преведете" },
        fix: { en: "file it under the tag of its language", bg: "преместете го под означението на неговия език" },
        why: {
            en: "A reader who asks for a language gets a text in another, and a voice reads it with the wrong sounds. Judged is prose of eight words or more, at least half of them without a capital letter (of four words of any kind, when Cyrillic stands where Latin belongs): less than a quarter of their letters are of the script of their tag, or the function words and peculiar letters of another language occur at least three times, in a sixth of the words, and more than twice as often as those of their own, among the first 120. Names and short texts are left alone; neighbouring languages may go unnoticed.",
            bg: "Читателят, поискал един език, получава текст на друг, а гласът го чете с грешни звуци. Преценява се свързан текст от осем и повече думи, поне половината без главна буква (от четири какви да е думи, когато на мястото на латиница стои кирилица): по-малко от една четвърт от буквите му са от азбуката на означението или служебните думи и особените букви на друг език се срещат поне три пъти, в една шеста от думите и над два пъти по-често от тези на собствения, сред първите 120. Имената и кратките текстове не се засягат; близки езици може да останат незабелязани.",
        }
    }
    PLACEHOLDER {
        code: "text/placeholder",
        severity: Warning,
        since: 2,
        judges: Text(Facts::PLACEHOLDER, placeholder),
        message: { en: "`{text}` only keeps the place of a text", bg: "`{text}` само пази мястото на текст" },
        help: { en: "write what belongs here, or leave the field out", bg: "напишете каквото трябва да стои тук или пропуснете полето" },
        fix: { en: "take the placeholder away", bg: "махнете запълващия текст" },
        why: {
            en: "`test`, `n/a`, `няма`, a dash or a run over the keyboard was typed to get past a form. It counts as an answer everywhere and tells nobody anything; a field left out says honestly that nothing is known. Only a text that is nothing else is meant, against a fixed list.",
            bg: "`test`, `n/a`, `няма`, тире или пробягване по клавиатурата се пише, за да се мине през формуляр. Навсякъде то се брои за отговор, а не казва нищо; пропуснатото поле честно казва, че нищо не е известно. Става дума само за текст, който не съдържа друго, по определен списък.",
        }
    }
    SAME_IN_TWO_LANGUAGES {
        code: "text/same-in-two-languages",
        severity: Warning,
        since: 2,
        judges: Localised(same_in_two_languages),
        message: { en: "the same text stands under `{first}` and `{second}`", bg: "един и същ текст стои под `{first}` и `{second}`" },
        help: { en: "keep it under its own language; leave the other out until it is translated", bg: "запазете го под неговия език; другия пропуснете, докато текстът бъде преведен" },
        fix: { en: "take the copy in the wrong language away", bg: "махнете копието под грешния език" },
        why: {
            en: "A copy promises a translation that does not exist, and keeps readers from the language that they could have read. Judged is prose of eight words or more, at least half of them without a capital letter: names and short labels may well be the same in two languages.",
            bg: "Копието обещава превод, който не съществува, и лишава читателите от езика, който биха могли да прочетат. Преценява се свързан текст от осем и повече думи, поне половината без главна буква: имената и кратките надписи могат да бъдат еднакви на два езика.",
        }
    }
}

fn empty<'a>(text: Text<'a>, walk: &mut Walk<'a, '_>) {
    without(text, walk.find(&EMPTY), Safety::Certain).report();
}

/// Adds the mend that takes a text away; with the last one goes its map, which would say no more than an empty text.
fn without<'w, 'a, 't>(
    text: Text<'_>,
    finding: Finding<'w, 'a, 't>,
    safety: Safety,
) -> Finding<'w, 'a, 't> {
    let old = Json::from(text.text);
    let Some(tag) = text.language.filter(|_| text.alone) else {
        return finding.remove(safety, old);
    };
    finding.fix(safety, |path| {
        let map = path
            .rsplit_once('/')
            .map_or(path, |(map, _)| map)
            .to_owned();
        let old = Json::Object(vec![(tag.into(), old)]);
        vec![test(&map, old), Operation::Remove { path: map }]
    })
}

/// Reports a language map that holds nothing.
pub(crate) fn empty_map(walk: &mut Walk<'_, '_>) {
    walk.find(&EMPTY)
        .remove(Safety::Certain, Json::Object(Vec::new()))
        .report();
}

fn too_long<'a>(Text { text, .. }: Text<'a>, walk: &mut Walk<'a, '_>) {
    walk.find(&TOO_LONG)
        .with("size", text.len())
        .with("unit", Term::BYTES)
        .with("limit", MAX_TEXT)
        .report();
}

fn missing_language<'a>(text: Text<'a>, walk: &mut Walk<'a, '_>) {
    if !text.facts.any(Facts::BLANK) {
        walk.find(&MISSING_LANGUAGE).report();
    }
}

fn mend<'w, 'a, 't>(
    finding: Finding<'w, 'a, 't>,
    text: &str,
    (safety, better): (Safety, String),
) -> Finding<'w, 'a, 't> {
    finding.replace(safety, Json::from(text), Some(Json::from(better)))
}

fn control_character<'a>(Text { text, .. }: Text<'a>, walk: &mut Walk<'a, '_>) {
    let mut controls = text.chars().filter(|c| characters::is_control(*c));
    let Some(first) = controls.next() else { return };
    let finding = walk
        .find(&CONTROL_CHARACTER)
        .with("count", 1 + controls.count())
        .with("code", format!("U+{:04X}", u32::from(first)));
    mend(finding, text, characters::without_controls(text)).report();
}

fn bidi_control<'a>(Text { text, .. }: Text<'a>, walk: &mut Walk<'a, '_>) {
    if let Some(better) = characters::without_turns(text) {
        mend(walk.find(&BIDI_CONTROL), text, better).report();
    }
}

fn zero_width<'a>(Text { text, .. }: Text<'a>, walk: &mut Walk<'a, '_>) {
    if let Some((count, better)) = characters::without_invisible(text) {
        let finding = walk.find(&ZERO_WIDTH).with("count", count);
        mend(finding, text, (Safety::Certain, better)).report();
    }
}

/// True for what is no prose and no name: a code, a number, an address.
fn is_code(text: Text<'_>) -> bool {
    text.language.is_none()
        && (!text.text.contains(char::is_whitespace)
            || text
                .text
                .contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '/')))
}

fn mixed_script<'a>(text: Text<'a>, walk: &mut Walk<'a, '_>) {
    // Codes and addresses have rules of their own.
    if is_code(text) {
        return;
    }
    let tag = text.language.unwrap_or_default();
    let scripts = language::scripts_of(tag).unwrap_or_default();
    let home = Home {
        script: match scripts {
            [script] => Some(*script),
            _ => None,
        },
        language: tag.split('-').next().unwrap_or_default(),
    };
    let text = text.text;
    let found = script::mixed(text, home);
    if found.is_empty() {
        return;
    }
    let mut words: Vec<&str> = Vec::new();
    for word in found
        .iter()
        .filter_map(|mixed| text.get(mixed.range.clone()))
    {
        if words.len() < LISTED && !words.contains(&word) {
            words.push(word);
        }
    }
    let finding = walk
        .find(&MIXED_SCRIPT)
        .with("words", words.join(", "))
        .with("count", found.len());
    // What is certain is mended first; what is left may then be proposed.
    let safety = found
        .iter()
        .filter_map(|mixed| mixed.better.as_ref().map(|(safety, _)| *safety))
        .min();
    let better = safety.map(|safety| (safety, replaced(text, &found, safety)));
    match better {
        Some(better) => mend(finding, text, better),
        None => finding,
    }
    .report();
}

/// Returns the text with the mends of one safety.
fn replaced(text: &str, found: &[Mixed], wanted: Safety) -> String {
    let mut out = String::with_capacity(text.len() + found.len());
    let mut from = 0;
    for Mixed { range, better } in found {
        if let Some((safety, better)) = better
            && *safety == wanted
        {
            out.push_str(text.get(from..range.start).unwrap_or_default());
            out.push_str(better);
            from = range.end;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

fn not_normalised<'a>(text: Text<'a>, walk: &mut Walk<'a, '_>) {
    let is_address = text.language.is_none() && text.text.contains(['/', '@']);
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    if !is_address && !nfc.is_normalized(text.text) {
        let better = nfc.normalize(text.text).into_owned();
        mend(
            walk.find(&NOT_NORMALISED),
            text.text,
            (Safety::Certain, better),
        )
        .report();
    }
}

fn has_markup<'a>(Text { text, .. }: Text<'a>, walk: &mut Walk<'a, '_>) {
    if let Some((first, better)) = markup::plain(text) {
        let finding = walk.find(&MARKUP).with("markup", first);
        mend(finding, text, (Safety::Suggested, better)).report();
    }
}

fn wrong_language<'a>(text: Text<'a>, walk: &mut Walk<'a, '_>) {
    let Text {
        text,
        language: Some(tag),
        facts,
        ..
    } = text
    else {
        return;
    };
    // A few words in the letters of their language may be a name.
    let latin = !facts.any(Facts::CYRILLIC.or(Facts::OTHER_SCRIPT));
    if latin
        && language::is_short(text)
        && language::scripts_of(tag).is_some_and(|scripts| scripts.contains(&Script::Latin))
    {
        return;
    }
    let Some(found) = language::wrong(text, tag) else {
        return;
    };
    let finding = walk
        .find(&WRONG_LANGUAGE)
        .with("language", tag)
        .with("found", found.name);
    match found.tag {
        Some(right) => finding.fix(Safety::Suggested, |path| {
            let map = path.rsplit_once('/').map_or(path, |(map, _)| map);
            vec![
                test(path, Json::from(text)),
                Operation::Move {
                    from: path.to_owned(),
                    path: format!("{map}/{right}"),
                },
            ]
        }),
        None => finding,
    }
    .report();
}

fn placeholder<'a>(text: Text<'a>, walk: &mut Walk<'a, '_>) {
    if placeholder::is_placeholder(text.text, text.language.is_some()) {
        let finding = walk.find(&PLACEHOLDER).with("text", text.text);
        without(text, finding, Safety::Suggested).report();
    }
}

fn same_in_two_languages<'a>(localised: &'a LocalisedText<'_>, walk: &mut Walk<'a, '_>) {
    if localised.len() < 2 {
        return;
    }
    // Texts of one length only can be the same; sorted, the same ones are neighbours, the first tag first.
    let mut texts: Vec<(&str, usize, &str)> = localised
        .iter()
        .enumerate()
        .map(|(place, (tag, text))| (text.trim(), place, tag))
        .collect();
    texts.sort_unstable_by_key(|(text, place, _)| (text.len(), *text, *place));
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    for same in texts.chunk_by(|(one, ..), (other, ..)| one == other) {
        let [(text, _, first), others @ ..] = same else {
            continue;
        };
        if others.is_empty() || *first == UNDETERMINED || !language::is_prose(text) {
            continue;
        }
        for (_, _, second) in others {
            if *second == UNDETERMINED || primary(first) == primary(second) {
                continue;
            }
            let finding = walk
                .find(&SAME_IN_TWO_LANGUAGES)
                .at(*second)
                .with("first", *first)
                .with("second", *second);
            let wrong =
                language::wrong(text, second).is_some() && language::wrong(text, first).is_none();
            match localised.get(second).filter(|_| wrong) {
                Some(copy) => finding.remove(Safety::Suggested, Json::from(copy)),
                None => finding,
            }
            .report();
        }
    }
}
