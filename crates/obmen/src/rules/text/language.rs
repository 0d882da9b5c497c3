//! Telling whether a text is in the language of its tag: by the share of its scripts, then by function
//! words and letters that only some languages write.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::check::{Term, Texts};

use super::script::{Script, script};

/// The most words of a text that are counted.
const MOST_WORDS: usize = 120;

/// Fewer words may be a name.
const FEWEST_WORDS: usize = 8;

/// Words of this length in bytes are looked up; no function word is longer.
const LONGEST: usize = 24;

/// A language that is told from others.
struct Known {
    tag: &'static str,
    name: Texts,
    scripts: &'static [Script],
    /// Its function words, the commonest of it; none where only its script is known.
    words: &'static str,
    /// Letters that it writes and Bulgarian does not.
    letters: &'static str,
}

macro_rules! known {
    ($( $tag:literal $en:literal $bg:literal $scripts:ident $words:literal $letters:literal; )+) => {
        &[ $( Known {
            tag: $tag,
            name: Texts { en: $en, bg: $bg },
            scripts: $scripts,
            words: $words,
            letters: $letters,
        } ),+ ]
    };
}

const LATIN: &[Script] = &[Script::Latin];
const CYRILLIC: &[Script] = &[Script::Cyrillic];
const GREEK: &[Script] = &[Script::Greek];
const BOTH: &[Script] = &[Script::Cyrillic, Script::Latin];

/// The words of Bulgarian are the list of Jacques Savoy (BSD licence) that Apache Lucene ships, without its
/// content words; the others are articles, pronouns, prepositions and forms of "to be", written down for obmen.
const LANGUAGES: &[Known] = known! {
    "bg" "Bulgarian" "български" CYRILLIC
        "а аз ако ала бе без беше би бил била били било близо бъдат бъде бяха в вас ваш ваша вече ви вие все всеки всички всичко всяка във въпреки върху г ги го д да дали до докато дори досега е един ето за зад заедно заради засега затова защо защото и из или им има имат й как каква какво както какъв като кога когато което които кой който колко която къде където към ли м ме между мен ми му н на над назад най напред не него нея ни ние никой нито но някои някой няма обаче около освен особено от отгоре отново още пак по повече повечето под поне поради после почти пред през при пък първо с са само се сега си след сме според сред срещу сте съм със също т тази така такива такъв там твой те тези ти то това тогава този той толкова трябва тук тъй тя тях у ч че чрез ще щом я" "";
    "en" "English" "английски" LATIN
        "the of and to in is for that with are on as by be was this from it at an or which have has not their its were will been can they who also" "";
    "it" "Italian" "италиански" LATIN
        "il la di e che per un una del della dei delle con non sono è nel nella alla al gli le da si lo come anche più dal questo questa ed" "";
    "de" "German" "немски" LATIN
        "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus bei nach wird sind zur einer oder" "";
    "fr" "French" "френски" LATIN
        "le la les de des du et en un une est pour que dans qui par sur au aux avec pas ce cette il elle sont ou plus ses leur être" "";
    "es" "Spanish" "испански" LATIN
        "el la los las de del y en que un una para con por es se al lo como más su sus este esta son entre ha o no sobre" "";
    "pt" "Portuguese" "португалски" LATIN
        "o a os as de do da dos das e em que um uma para com por é se ao na no nas nos como mais não são pela pelo" "";
    "ro" "Romanian" "румънски" LATIN
        "și de la în a al ale cu pe pentru care este un o din nu că sunt mai prin ce se sau lor fi au fost după între această acest" "";
    "tr" "Turkish" "турски" LATIN
        "ve bir bu da de için ile olarak olan daha çok en gibi ne kadar sonra ya her o değil ise var ancak göre tarafından üzere" "";
    "el" "Greek" "гръцки" GREEK
        "και το του η της να τα με την για ο που στο από οι τη των είναι τον στη σε στην θα ένα μια ή δεν τις τους" "";
    "ru" "Russian" "руски" CYRILLIC
        "и в не на что с по это как из к у за о от для так же но все его или при был она они быть который также которые является до" "ыэё";
    "uk" "Ukrainian" "украински" CYRILLIC
        "і в не на що з у до та як це для за від по його або при є про був вони але також які який та через після між" "іїєґ";
    "mk" "Macedonian" "македонски" CYRILLIC
        "и на во се да од за со е што кој која кои како не го ги ја или по при до ќе тоа ова бил биде меѓу исто така овој оваа" "јљњџѓќѕ";
    "sr" "Serbian" "сръбски" BOTH
        "и у је да на се за од са су које који која као не по из о или би ће што је били ово овај између i u je da na se za od sa su koje koji koja kao ne po iz o ili će što" "јљњџђћ";
    "be" "Belarusian" "беларуски" CYRILLIC "" "";
    "da" "Danish" "датски" LATIN "" "";
    "nl" "Dutch" "нидерландски" LATIN "" "";
    "pl" "Polish" "полски" LATIN "" "";
    "cs" "Czech" "чешки" LATIN "" "";
    "sk" "Slovak" "словашки" LATIN "" "";
    "sl" "Slovenian" "словенски" LATIN "" "";
    "hr" "Croatian" "хърватски" LATIN "" "";
    "hu" "Hungarian" "унгарски" LATIN "" "";
    "sv" "Swedish" "шведски" LATIN "" "";
    "fi" "Finnish" "фински" LATIN "" "";
    "sq" "Albanian" "албански" LATIN "" "";
};

/// Function word → the languages that have it, a bit for each.
static WORDS: LazyLock<BTreeMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words = BTreeMap::new();
    for (place, language) in LANGUAGES.iter().enumerate() {
        for word in language.words.split(' ').filter(|word| !word.is_empty()) {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

/// What a text is written in.
#[derive(Debug, PartialEq)]
pub(super) struct Found {
    /// The language, or the letters where the language is not known.
    pub name: Term,
    /// The tag of the language.
    pub tag: Option<&'static str>,
}

/// True when a text has too few spaces for the words by which its language would be told.
pub(super) fn is_short(text: &str) -> bool {
    let spaces = text
        .bytes()
        .filter(|byte| matches!(byte, b' ' | b'\n' | b'\t' | 0xa0))
        .count();
    spaces + 1 < FEWEST_WORDS
}

/// Returns the scripts of a tag; nothing for a language that is not known here.
pub(super) fn scripts_of(tag: &str) -> Option<&'static [Script]> {
    let mut subtags = tag.split('-');
    let language = of_tag(subtags.next()?)?.1;
    match subtags
        .find(|subtag| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic()))
    {
        None => Some(language.scripts),
        Some(script) if script.eq_ignore_ascii_case("Latn") => Some(LATIN),
        Some(script) if script.eq_ignore_ascii_case("Cyrl") => Some(CYRILLIC),
        Some(script) if script.eq_ignore_ascii_case("Grek") => Some(GREEK),
        Some(_) => None,
    }
}

fn of_tag(language: &str) -> Option<(usize, &'static Known)> {
    LANGUAGES
        .iter()
        .enumerate()
        .find(|(_, known)| known.tag.eq_ignore_ascii_case(language))
}

const fn letters_of(script: Script) -> Term {
    let (code, en, bg) = match script {
        Script::Latin => ("Latn", "Latin letters", "латиница"),
        Script::Cyrillic => ("Cyrl", "Cyrillic letters", "кирилица"),
        Script::Greek => ("Grek", "Greek letters", "гръцки букви"),
        Script::Other => (
            "Zyyy",
            "letters of another script",
            "букви на друга писменост",
        ),
    };
    Term {
        code,
        texts: Texts { en, bg },
    }
}

impl Known {
    fn found(&self) -> Found {
        Found {
            name: Term {
                code: self.tag,
                texts: self.name,
            },
            tag: Some(self.tag),
        }
    }
}

/// True for prose: eight words or more, at least half of which begin without a capital letter.
pub(super) fn is_prose(text: &str) -> bool {
    let (mut words, mut plain) = (0, 0);
    for word in text.split_whitespace().take(MOST_WORDS) {
        if let Some(first) = word.chars().find(|c| c.is_alphabetic()) {
            words += 1;
            plain += usize::from(!first.is_uppercase());
        }
    }
    words >= FEWEST_WORDS && plain * 2 >= words
}

/// Words, letters and function words of a text.
struct Tally {
    words: usize,
    letters: [usize; 4],
    /// For each language, the words that speak for it.
    scores: Vec<usize>,
}

impl Tally {
    fn of(text: &str) -> Tally {
        let mut tally = Tally {
            words: 0,
            letters: [0; 4],
            scores: vec![0; LANGUAGES.len()],
        };
        let mut small = String::with_capacity(LONGEST);
        let words = text
            .split(|c: char| !c.is_alphabetic() && !matches!(c, '\u{300}'..='\u{36f}'))
            .filter(|word| !word.is_empty());
        for word in words.take(MOST_WORDS) {
            tally.words += 1;
            small.clear();
            for c in word.chars() {
                if let Some(letters) =
                    script(c).and_then(|script| tally.letters.get_mut(script as usize))
                {
                    *letters += 1;
                }
                if small.len() < LONGEST {
                    small.extend(c.to_lowercase());
                }
            }
            let languages = WORDS.get(small.as_str()).copied().unwrap_or_default();
            for (place, (score, known)) in tally.scores.iter_mut().zip(LANGUAGES).enumerate() {
                let speaks = languages & (1 << place) != 0
                    || (!known.letters.is_empty() && small.contains(|c| known.letters.contains(c)));
                *score += usize::from(speaks);
            }
        }
        tally
    }

    fn letters(&self, script: Script) -> usize {
        self.letters
            .get(script as usize)
            .copied()
            .unwrap_or_default()
    }

    fn score(&self, place: usize) -> usize {
        self.scores.get(place).copied().unwrap_or_default()
    }

    /// The language of a script that most words speak for, the first of several, and how many do.
    fn best(&self, script: Script) -> Option<(usize, usize)> {
        (0..LANGUAGES.len())
            .filter(|place| {
                LANGUAGES
                    .get(*place)
                    .is_some_and(|known| known.scripts.contains(&script))
            })
            .map(|place| (place, self.score(place)))
            .min_by_key(|(_, score)| std::cmp::Reverse(*score))
    }
}

/// Returns what a text is written in, when that is surely not the language of its tag.
pub(super) fn wrong(text: &str, tag: &str) -> Option<Found> {
    let scripts = scripts_of(tag)?;
    let (own, _) = of_tag(tag.split('-').next()?)?;
    let prose = is_prose(text);
    // Names are written in Latin letters everywhere; Cyrillic ones are put into Latin for a text that is.
    let may_be_few = || text.chars().any(|c| script(c) == Some(Script::Cyrillic));
    if !prose && (scripts.contains(&Script::Cyrillic) || !may_be_few()) {
        return None;
    }
    let tally = Tally::of(text);
    let all: usize = tally.letters.iter().sum();
    let right: usize = scripts.iter().map(|script| tally.letters(*script)).sum();
    let main = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Other,
    ]
    .into_iter()
    .min_by_key(|script| std::cmp::Reverse(tally.letters(*script)))?;
    if right * 4 < all {
        let best = tally.best(main).filter(|(_, score)| *score > 0);
        let few = right == 0 && main == Script::Cyrillic && tally.words >= 4 && best.is_some();
        if !few && !prose {
            return None;
        }
        let language = best
            .filter(|(_, score)| *score >= 2)
            .and_then(|(place, _)| LANGUAGES.get(place));
        return Some(language.map_or_else(
            || Found {
                name: letters_of(main),
                tag: None,
            },
            Known::found,
        ));
    }
    if LANGUAGES.get(own)?.words.is_empty() || !prose {
        return None;
    }
    let (best, score) = tally.best(main)?;
    let clear = score >= 3 && score > 2 * tally.score(own) && score * 6 >= tally.words;
    (clear && best != own).then(|| LANGUAGES.get(best).map(Known::found))?
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCES: &[(&str, &str)] = &[
        (
            "bg",
            "Създадена е партньорска мрежа на областни администрации за обмен на добри практики в страната.",
        ),
        (
            "en",
            "A network of regional administrations has been created for the exchange of good practice in the country.",
        ),
        (
            "it",
            "È stata creata una rete di amministrazioni regionali per lo scambio di buone pratiche nel paese.",
        ),
        (
            "de",
            "Ein Netz von regionalen Verwaltungen wurde für den Austausch von guter Praxis im Land geschaffen.",
        ),
        (
            "fr",
            "Un réseau des administrations régionales a été créé pour l'échange de bonnes pratiques dans le pays.",
        ),
        (
            "es",
            "Se ha creado una red de administraciones regionales para el intercambio de buenas prácticas en el país.",
        ),
        (
            "pt",
            "Foi criada uma rede de administrações regionais para a troca de boas práticas em todo o país e com os vizinhos.",
        ),
        (
            "ro",
            "A fost creată o rețea de administrații regionale pentru schimbul de bune practici în această țară.",
        ),
        (
            "tr",
            "Ülkede iyi uygulamaların paylaşılması için bölge idareleri arasında bir ağ ve daha çok ortak proje kuruldu.",
        ),
        (
            "el",
            "Δημιουργήθηκε ένα δίκτυο των περιφερειακών διοικήσεων για την ανταλλαγή των καλών πρακτικών στη χώρα.",
        ),
        (
            "ru",
            "Создана сеть областных администраций для обмена опытом и лучшими практиками, которые также используются в стране.",
        ),
        (
            "uk",
            "Створено мережу обласних адміністрацій для обміну досвідом та кращими практиками, які також діють у країні.",
        ),
        (
            "mk",
            "Создадена е мрежа на обласни администрации за размена на добри практики што ќе се користат во земјата.",
        ),
        (
            "sr",
            "Створена је мрежа обласних администрација за размену добрих пракси које се користе у земљи и које су познате.",
        ),
    ];

    #[test]
    fn every_language_is_told_from_every_other_or_left_in_peace() {
        let mut missed = Vec::new();
        for (tag, text) in SENTENCES {
            for (claimed, _) in SENTENCES {
                match wrong(text, claimed) {
                    None if tag == claimed => {}
                    None => missed.push((*tag, *claimed)),
                    Some(found) => {
                        assert_eq!(found.tag, Some(*tag), "{text} tagged {claimed}");
                        assert_ne!(tag, claimed, "{text}");
                    }
                }
            }
        }
        // Neighbours share their small words; doubt is silence.
        assert!(missed.len() < 20, "{missed:?}");
        eprintln!("{missed:?}");
    }

    #[test]
    fn names_and_short_texts_say_nothing() {
        for (tag, text) in [
            ("bg", "ESU-Padova"),
            ("bg", "Istituto per la Ricerca Sociale"),
            ("bg", "Microsoft Office 365 Enterprise"),
            ("en", "Смолян"),
            ("en", "Областна администрация Смолян"),
            (
                "bg-Latn",
                "Sazdadena e partnyorska mrezha na oblastni administratsii v stranata",
            ),
            (
                "sr-Latn",
                "Stvorena je mreža oblasnih administracija za razmenu dobrih praksi",
            ),
            (
                "ja",
                "Создана сеть областных администраций для обмена опытом и практиками",
            ),
            (
                "zz",
                "A network of regional administrations has been created for the exchange",
            ),
        ] {
            assert_eq!(wrong(text, tag), None, "{text}");
        }
    }

    #[test]
    fn letters_alone_tell_when_words_do_not() {
        let latin = wrong(
            "Sazdadena partnyorska mrezha oblastni administratsii obmyana dobri praktiki stranata",
            "bg",
        );
        assert_eq!(latin.unwrap().tag, None);
        let few = wrong("Обмен на добри практики между общините", "en");
        assert_eq!(few.unwrap().tag, Some("bg"));
    }
}
