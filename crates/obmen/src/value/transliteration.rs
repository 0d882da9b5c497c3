//! Bulgarian in Latin letters, by the Transliteration Act of 2009, and slugs made of it.

/// Returns the text in Latin letters by Bulgaria's official transliteration.
///
/// A final `ия` of a word becomes `ia`, and `България` is `Bulgaria`, as the Act says. A capital that needs several
/// letters is written in capitals throughout only beside another capital (`Щъркел` is `Shtarkel`, `ЩИТ` is `SHTIT`).
/// Whatever is not Cyrillic stays; the few Cyrillic letters that Bulgarian lacks follow the nearest sound.
#[must_use]
pub fn to_latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        word_to_latin(word, &mut out);
        let gap = after.find(char::is_alphabetic).unwrap_or(after.len());
        let (between, next) = after.split_at(gap);
        out.push_str(between);
        rest = next;
    }
    out
}

/// Returns the text as lower-case ASCII words joined by `-`, fit for an identifier or an address.
///
/// Cyrillic is transliterated, diacritics of Latin letters are dropped, and so are apostrophes; any other character
/// parts words. A text without a letter or digit gives an empty slug.
#[must_use]
pub fn slug(text: &str) -> String {
    let latin = to_latin(text);
    let mut out = String::with_capacity(latin.len());
    let mut parted = false;
    for c in latin.chars().flat_map(char::to_lowercase) {
        let mut ascii = [0u8; 4];
        let piece = if c.is_ascii_alphanumeric() {
            &*c.encode_utf8(&mut ascii)
        } else if matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{300}'..='\u{36f}') {
            continue;
        } else {
            without_diacritics(c)
        };
        if piece.is_empty() {
            parted = true;
            continue;
        }
        if parted && !out.is_empty() {
            out.push('-');
        }
        parted = false;
        out.push_str(piece);
    }
    out
}

fn word_to_latin(word: &str, out: &mut String) {
    let lower = word.to_lowercase();
    if lower == "българия" {
        out.push_str(if word.starts_with('б') {
            "bulgaria"
        } else if word.ends_with('Я') {
            "BULGARIA"
        } else {
            "Bulgaria"
        });
        return;
    }
    let ends_in_ia = lower.ends_with("ия");
    let mut before: Option<char> = None;
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let after = letters.peek().copied();
        let small = c.to_lowercase().next().unwrap_or(c);
        let latin = if ends_in_ia && after.is_none() {
            "a"
        } else {
            letter(small)
        };
        if latin.is_empty() {
            out.push(c);
        } else if !c.is_uppercase() {
            out.push_str(latin);
        } else if before.or(after).is_some_and(char::is_uppercase)
            || after.is_some_and(char::is_uppercase)
        {
            out.push_str(&latin.to_ascii_uppercase());
        } else {
            let mut latin = latin.chars();
            out.extend(latin.next().map(|first| first.to_ascii_uppercase()));
            out.extend(latin);
        }
        before = Some(c);
    }
}

/// The Latin spelling of a lower-case Cyrillic letter; empty for any other character.
pub(crate) fn letter(c: char) -> &'static str {
    match c {
        'а' | 'ъ' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ѝ' => "i",
        'й' | 'ь' | 'ы' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sht",
        'ю' => "yu",
        'я' => "ya",
        'ё' => "yo",
        'ї' => "yi",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'џ' => "dzh",
        'ћ' => "c",
        'ђ' => "dj",
        'ѓ' => "gj",
        'ќ' => "kj",
        'ѕ' => "dz",
        _ => "",
    }
}

/// Returns the likeliest Bulgarian spelling of a lower-case Latin word; `None` when a letter has none.
///
/// The way back is not unique (`a` may be `ъ`), so that this serves a first guess only.
pub(crate) fn to_cyrillic(latin: &str) -> Option<String> {
    const SEVERAL: &[(&str, char)] = &[
        ("sht", 'щ'),
        ("zh", 'ж'),
        ("ts", 'ц'),
        ("ch", 'ч'),
        ("sh", 'ш'),
        ("yu", 'ю'),
        ("ya", 'я'),
    ];
    const SINGLE: &[(char, char)] = &[
        ('a', 'а'),
        ('b', 'б'),
        ('d', 'д'),
        ('e', 'е'),
        ('f', 'ф'),
        ('g', 'г'),
        ('h', 'х'),
        ('i', 'и'),
        ('k', 'к'),
        ('l', 'л'),
        ('m', 'м'),
        ('n', 'н'),
        ('o', 'о'),
        ('p', 'п'),
        ('r', 'р'),
        ('s', 'с'),
        ('t', 'т'),
        ('u', 'у'),
        ('v', 'в'),
        ('y', 'й'),
        ('z', 'з'),
    ];
    let mut out = String::with_capacity(2 * latin.len());
    let mut rest = latin;
    while let Some(first) = rest.chars().next() {
        let several = SEVERAL
            .iter()
            .find_map(|(from, to)| Some((rest.strip_prefix(from)?, *to)));
        let (after, spelt) = if let Some(found) = several {
            found
        } else {
            let at = SINGLE.binary_search_by_key(&first, |(from, _)| *from);
            (rest.strip_prefix(first)?, SINGLE.get(at.ok()?)?.1)
        };
        out.push(spelt);
        rest = after;
    }
    Some(out)
}

/// The plain spelling of a lower-case Latin letter with a diacritic; empty for any other character.
fn without_diacritics(c: char) -> &'static str {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{slug, to_latin};

    #[test]
    fn follows_the_act() {
        for (bulgarian, latin) in [
            ("България", "Bulgaria"),
            ("БЪЛГАРИЯ", "BULGARIA"),
            ("Република България", "Republika Bulgaria"),
            ("София", "Sofia"),
            ("Стара Загора", "Stara Zagora"),
            ("Велико Търново", "Veliko Tarnovo"),
            ("Кърджали", "Kardzhali"),
            ("Щъркелово гнездо", "Shtarkelovo gnezdo"),
            ("ЩИТ", "SHTIT"),
            ("ЩЪРК", "SHTARK"),
            ("Щърк", "Shtark"),
            ("СОФИЯ", "SOFIA"),
            ("Азия, азиятски", "Azia, aziyatski"),
            ("в България-Румъния", "v Bulgaria-Rumania"),
            ("Я", "Ya"),
            ("шофьор Кольо", "shofyor Kolyo"),
            ("Юлия", "Yulia"),
            ("змия и мания", "zmia i mania"),
            ("Марияна", "Mariyana"),
            ("ESU-Padova, Италия!", "ESU-Padova, Italia!"),
        ] {
            assert_eq!(to_latin(bulgarian), latin);
        }
    }

    #[test]
    fn slugs_are_plain_words() {
        for (text, plain) in [
            (
                "По проекта се проучват и представят добри практики",
                "po-proekta-se-prouchvat-i-predstavyat-dobri-praktiki",
            ),
            ("  „Чисто“ – 100 % !", "chisto-100"),
            ("L'École d'Été", "lecole-dete"),
            ("Straße Łódź", "strasse-lodz"),
            ("İzmir e\u{301}", "izmir-e"),
            ("—", ""),
        ] {
            assert_eq!(slug(text), plain);
        }
    }
}
