//! Word tables of outputs: what can be counted or made, the participles that say that it was, numbers in words.

use Gender::{Feminine as F, Masculine as M, Neuter as N};

/// The grammatical gender of a Bulgarian noun, by which its adjectives end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// A Bulgarian noun: dictionary form, gender, plural and counted forms, unit, and whether one is an output by itself.
pub(crate) type Bulgarian = (
    &'static str,
    Gender,
    &'static [&'static str],
    &'static str,
    bool,
);

pub(crate) const BULGARIAN: [Bulgarian; 116] = [
    ("бюлетин", M, &["бюлетина", "бюлетини"], "issue", true),
    ("вестник", M, &["вестника", "вестници"], "issue", true),
    ("списание", N, &["списания"], "issue", true),
    ("брошура", F, &["брошури"], "copy", true),
    ("листовка", F, &["листовки"], "copy", true),
    ("дипляна", F, &["дипляни"], "copy", true),
    ("плакат", M, &["плаката", "плакати"], "copy", true),
    ("флаер", M, &["флаера", "флаери"], "copy", true),
    ("постер", M, &["постера", "постери"], "copy", true),
    ("стикер", M, &["стикера", "стикери"], "copy", true),
    ("книга", F, &["книги"], "copy", true),
    ("календар", M, &["календара", "календари"], "copy", true),
    ("диск", M, &["диска", "дискове"], "copy", true),
    ("обучение", N, &["обучения"], "event", true),
    ("семинар", M, &["семинара", "семинари"], "event", true),
    ("конференция", F, &["конференции"], "event", true),
    ("пресконференция", F, &["пресконференции"], "event", true),
    ("среща", F, &["срещи"], "event", true),
    ("форум", M, &["форума", "форуми"], "event", true),
    ("курс", M, &["курса", "курсове"], "event", true),
    ("лекция", F, &["лекции"], "event", true),
    ("дискусия", F, &["дискусии"], "event", true),
    ("кампания", F, &["кампании"], "event", true),
    ("изложба", F, &["изложби"], "event", true),
    ("концерт", M, &["концерта", "концерти"], "event", true),
    ("фестивал", M, &["фестивала", "фестивали"], "event", true),
    ("празник", M, &["празника", "празници"], "event", true),
    ("посещение", N, &["посещения"], "event", true),
    ("събитие", N, &["събития"], "event", true),
    ("обсъждане", N, &["обсъждания"], "event", true),
    ("конкурс", M, &["конкурса", "конкурси"], "event", true),
    ("състезание", N, &["състезания"], "event", true),
    ("ателие", N, &["ателиета"], "event", true),
    ("човек", M, &["души", "човека", "хора"], "person", false),
    ("лице", N, &["лица"], "person", false),
    ("участник", M, &["участника", "участници"], "person", false),
    ("служител", M, &["служителя", "служители"], "person", false),
    ("експерт", M, &["експерта", "експерти"], "person", false),
    (
        "специалист",
        M,
        &["специалиста", "специалисти"],
        "person",
        false,
    ),
    ("учител", M, &["учителя", "учители"], "person", false),
    ("ученик", M, &["ученика", "ученици"], "person", false),
    ("студент", M, &["студента", "студенти"], "person", false),
    ("дете", N, &["деца"], "person", false),
    ("гражданин", M, &["граждани"], "person", false),
    (
        "доброволец",
        M,
        &["доброволеца", "доброволци"],
        "person",
        false,
    ),
    ("младеж", M, &["младежа", "младежи"], "person", false),
    ("жена", F, &["жени"], "person", false),
    ("публикация", F, &["публикации"], "item", true),
    ("прессъобщение", N, &["прессъобщения"], "item", true),
    ("статия", F, &["статии"], "item", true),
    ("съобщение", N, &["съобщения"], "item", false),
    ("обява", F, &["обяви"], "item", false),
    ("излъчване", N, &["излъчвания"], "item", false),
    ("покана", F, &["покани"], "item", false),
    ("филм", M, &["филма", "филми"], "item", true),
    ("клип", M, &["клипа", "клипове"], "item", true),
    (
        "видеоклип",
        M,
        &["видеоклипа", "видеоклипове"],
        "item",
        true,
    ),
    ("предаване", N, &["предавания"], "item", true),
    ("наръчник", M, &["наръчника", "наръчници"], "item", true),
    ("ръководство", N, &["ръководства"], "item", true),
    ("анализ", M, &["анализа", "анализи"], "item", true),
    ("доклад", M, &["доклада", "доклади"], "item", true),
    ("проучване", N, &["проучвания"], "item", true),
    ("анкета", F, &["анкети"], "item", true),
    ("стратегия", F, &["стратегии"], "item", true),
    ("методика", F, &["методики"], "item", true),
    ("план", M, &["плана", "планове"], "item", true),
    ("каталог", M, &["каталога", "каталози"], "item", true),
    ("регистър", M, &["регистъра", "регистри"], "item", true),
    ("карта", F, &["карти"], "item", true),
    ("система", F, &["системи"], "item", true),
    ("платформа", F, &["платформи"], "item", true),
    ("сайт", M, &["сайта", "сайтове"], "item", true),
    ("уебсайт", M, &["уебсайта", "уебсайтове"], "item", true),
    ("портал", M, &["портала", "портали"], "item", true),
    ("страница", F, &["страници"], "item", true),
    ("софтуер", M, &["софтуера", "софтуери"], "item", true),
    ("приложение", N, &["приложения"], "item", true),
    ("база", F, &["бази"], "item", true),
    ("център", M, &["центъра", "центрове"], "item", true),
    ("площадка", F, &["площадки"], "item", true),
    ("парк", M, &["парка", "паркове"], "item", true),
    ("сграда", F, &["сгради"], "item", true),
    ("зала", F, &["зали"], "item", true),
    ("пътека", F, &["пътеки"], "item", true),
    ("улица", F, &["улици"], "item", true),
    ("път", M, &["пътя", "пътища"], "item", true),
    ("тротоар", M, &["тротоара", "тротоари"], "item", true),
    ("компютър", M, &["компютъра", "компютри"], "item", true),
    ("дърво", N, &["дървета"], "item", true),
    ("пейка", F, &["пейки"], "item", true),
    ("дръвче", N, &["дръвчета"], "item", true),
    ("фиданка", F, &["фиданки"], "item", true),
    ("автомобил", M, &["автомобила", "автомобили"], "item", true),
    ("микробус", M, &["микробуса", "микробуси"], "item", true),
    ("автобус", M, &["автобуса", "автобуси"], "item", true),
    ("контейнер", M, &["контейнера", "контейнери"], "item", true),
    ("пункт", M, &["пункта", "пунктове"], "item", true),
    ("дом", M, &["дома", "домове"], "item", true),
    ("мост", M, &["моста", "мостове"], "item", true),
    ("чешма", F, &["чешми"], "item", true),
    ("кът", M, &["кътове"], "item", true),
    ("библиотека", F, &["библиотеки"], "item", true),
    ("училище", N, &["училища"], "item", false),
    ("градина", F, &["градини"], "item", true),
    ("помагало", N, &["помагала"], "item", true),
    (
        "справочник",
        M,
        &["справочника", "справочници"],
        "item",
        true,
    ),
    ("учебник", M, &["учебника", "учебници"], "copy", true),
    ("консултация", F, &["консултации"], "event", true),
    ("заседание", N, &["заседания"], "event", true),
    ("представление", N, &["представления"], "event", true),
    ("жител", M, &["жителя", "жители"], "person", false),
    (
        "преподавател",
        M,
        &["преподавателя", "преподаватели"],
        "person",
        false,
    ),
    ("родител", M, &["родителя", "родители"], "person", false),
    (
        "предприемач",
        M,
        &["предприемача", "предприемачи"],
        "person",
        false,
    ),
    ("кмет", M, &["кмета", "кметове"], "person", false),
];

/// An English noun: singular, plural forms, unit, and whether one is an output by itself.
pub(crate) type English = (&'static str, &'static [&'static str], &'static str, bool);

pub(crate) const ENGLISH: [English; 95] = [
    ("newsletter", &["newsletters"], "issue", true),
    ("bulletin", &["bulletins"], "issue", true),
    ("newspaper", &["newspapers"], "issue", true),
    ("magazine", &["magazines"], "issue", true),
    ("brochure", &["brochures"], "copy", true),
    ("leaflet", &["leaflets"], "copy", true),
    ("flyer", &["flyers"], "copy", true),
    ("poster", &["posters"], "copy", true),
    ("booklet", &["booklets"], "copy", true),
    ("book", &["books"], "copy", true),
    ("calendar", &["calendars"], "copy", true),
    ("training", &["trainings"], "event", true),
    ("seminar", &["seminars"], "event", true),
    ("workshop", &["workshops"], "event", true),
    ("conference", &["conferences"], "event", true),
    ("meeting", &["meetings"], "event", true),
    ("forum", &["forums", "fora"], "event", true),
    ("course", &["courses"], "event", true),
    ("session", &["sessions"], "event", true),
    ("lecture", &["lectures"], "event", true),
    ("discussion", &["discussions"], "event", true),
    ("debate", &["debates"], "event", true),
    ("campaign", &["campaigns"], "event", true),
    ("exhibition", &["exhibitions"], "event", true),
    ("concert", &["concerts"], "event", true),
    ("festival", &["festivals"], "event", true),
    ("visit", &["visits"], "event", true),
    ("event", &["events"], "event", true),
    ("competition", &["competitions"], "event", true),
    ("hearing", &["hearings"], "event", true),
    ("person", &["people", "persons"], "person", false),
    ("participant", &["participants"], "person", false),
    ("employee", &["employees"], "person", false),
    ("official", &["officials"], "person", false),
    ("servant", &["servants"], "person", false),
    ("expert", &["experts"], "person", false),
    ("specialist", &["specialists"], "person", false),
    ("teacher", &["teachers"], "person", false),
    ("pupil", &["pupils"], "person", false),
    ("student", &["students"], "person", false),
    ("child", &["children"], "person", false),
    ("citizen", &["citizens"], "person", false),
    ("volunteer", &["volunteers"], "person", false),
    ("woman", &["women"], "person", false),
    ("publication", &["publications"], "item", true),
    ("article", &["articles"], "item", true),
    ("announcement", &["announcements"], "item", false),
    ("broadcast", &["broadcasts"], "item", false),
    ("release", &["releases"], "item", true),
    ("film", &["films"], "item", true),
    ("video", &["videos"], "item", true),
    ("handbook", &["handbooks"], "item", true),
    ("manual", &["manuals"], "item", true),
    ("guide", &["guides"], "item", true),
    ("analysis", &["analyses"], "item", true),
    ("report", &["reports"], "item", true),
    ("study", &["studies"], "item", true),
    ("survey", &["surveys"], "item", true),
    ("strategy", &["strategies"], "item", true),
    ("plan", &["plans"], "item", true),
    ("methodology", &["methodologies"], "item", true),
    ("catalogue", &["catalogues"], "item", true),
    ("register", &["registers"], "item", true),
    ("map", &["maps"], "item", true),
    ("system", &["systems"], "item", true),
    ("platform", &["platforms"], "item", true),
    ("database", &["databases"], "item", true),
    ("website", &["websites"], "item", true),
    ("site", &["sites"], "item", true),
    ("portal", &["portals"], "item", true),
    ("software", &[], "item", true),
    ("application", &["applications"], "item", true),
    ("centre", &["centres"], "item", true),
    ("center", &["centers"], "item", true),
    ("playground", &["playgrounds"], "item", true),
    ("park", &["parks"], "item", true),
    ("building", &["buildings"], "item", true),
    ("trail", &["trails"], "item", true),
    ("street", &["streets"], "item", true),
    ("road", &["roads"], "item", true),
    ("computer", &["computers"], "item", true),
    ("tree", &["trees"], "item", true),
    ("bench", &["benches"], "item", true),
    ("sapling", &["saplings"], "item", true),
    ("bus", &["buses"], "item", true),
    ("bridge", &["bridges"], "item", true),
    ("container", &["containers"], "item", true),
    ("consultation", &["consultations"], "event", true),
    ("performance", &["performances"], "event", true),
    ("resident", &["residents"], "person", false),
    ("parent", &["parents"], "person", false),
    ("mayor", &["mayors"], "person", false),
    ("library", &["libraries"], "item", true),
    ("garden", &["gardens"], "item", true),
    ("textbook", &["textbooks"], "copy", true),
];

/// Measure words before what they measure; an empty unit leaves the noun's own.
pub(crate) const MEASURES: [(&str, &str); 20] = [
    ("броя", ""),
    ("бр", ""),
    ("брой", ""),
    ("екземпляра", "copy"),
    ("екземпляр", "copy"),
    ("километра", "kilometre"),
    ("километър", "kilometre"),
    ("км", "kilometre"),
    ("метра", "metre"),
    ("декара", "decare"),
    ("дка", "decare"),
    ("хектара", "hectare"),
    ("copies", "copy"),
    ("copy", "copy"),
    ("items", ""),
    ("km", "kilometre"),
    ("kilometres", "kilometre"),
    ("kilometers", "kilometre"),
    ("metres", "metre"),
    ("hectares", "hectare"),
];

/// Stems of Bulgarian passive participles of making and doing; the ending -а, -о or -и follows, or none.
pub(crate) const MADE_BG: [&str; 51] = [
    "подготвен",
    "издаден",
    "разработен",
    "изработен",
    "изготвен",
    "отпечатан",
    "напечатан",
    "публикуван",
    "проведен",
    "организиран",
    "обучен",
    "изграден",
    "създаден",
    "построен",
    "ремонтиран",
    "възстановен",
    "монтиран",
    "закупен",
    "доставен",
    "инсталиран",
    "въведен",
    "внедрен",
    "открит",
    "реализиран",
    "осъществен",
    "разпространен",
    "произведен",
    "излъчен",
    "благоустроен",
    "рехабилитиран",
    "засаден",
    "консултиран",
    "обновен",
    "обзаведен",
    "оборудван",
    "асфалтиран",
    "почистен",
    "завършен",
    "написан",
    "заснет",
    "учреден",
    "основан",
    "поставен",
    "раздаден",
    "преведен",
    "приет",
    "пуснат",
    "изнесен",
    "направен",
    "съставен",
    "реконструиран",
];

/// English passive participles of the same.
pub(crate) const MADE_EN: [&str; 42] = [
    "prepared",
    "issued",
    "published",
    "developed",
    "printed",
    "organised",
    "organized",
    "held",
    "conducted",
    "trained",
    "built",
    "constructed",
    "created",
    "established",
    "renovated",
    "repaired",
    "restored",
    "installed",
    "purchased",
    "bought",
    "delivered",
    "introduced",
    "implemented",
    "opened",
    "distributed",
    "produced",
    "broadcast",
    "planted",
    "launched",
    "designed",
    "completed",
    "equipped",
    "consulted",
    "written",
    "adopted",
    "drafted",
    "elaborated",
    "released",
    "filmed",
    "reconstructed",
    "rehabilitated",
    "founded",
];

/// Participles of what is done to people; with these a person is an output.
pub(crate) const DONE_TO_PEOPLE: [&str; 4] = ["обучен", "консултиран", "trained", "consulted"];

pub(crate) const NUMBERS: [(&str, f64); 35] = [
    ("един", 1.0),
    ("една", 1.0),
    ("едно", 1.0),
    ("два", 2.0),
    ("две", 2.0),
    ("двама", 2.0),
    ("три", 3.0),
    ("трима", 3.0),
    ("четири", 4.0),
    ("четирима", 4.0),
    ("пет", 5.0),
    ("петима", 5.0),
    ("шест", 6.0),
    ("шестима", 6.0),
    ("седем", 7.0),
    ("осем", 8.0),
    ("девет", 9.0),
    ("десет", 10.0),
    ("единадесет", 11.0),
    ("дванадесет", 12.0),
    ("двадесет", 20.0),
    ("сто", 100.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("twenty", 20.0),
];

/// Adjectives whose singular no rule gives: plural, then masculine, feminine, neuter.
const IRREGULAR: [(&str, [&str; 3]); 8] = [
    ("добри", ["добър", "добра", "добро"]),
    ("големи", ["голям", "голяма", "голямо"]),
    ("бели", ["бял", "бяла", "бяло"]),
    ("топли", ["топъл", "топла", "топло"]),
    ("кръгли", ["кръгъл", "кръгла", "кръгло"]),
    ("цели", ["цял", "цяла", "цяло"]),
    ("младежки", ["младежки", "младежка", "младежко"]),
    ("детски", ["детски", "детска", "детско"]),
];

/// Adjectives without forms.
const INVARIABLE: [&str; 8] = [
    "онлайн",
    "видео",
    "аудио",
    "инфо",
    "промо",
    "уеб",
    "арт",
    "еко",
];

/// Returns the singular of a plural adjective or participle; none for a word that is neither.
pub(crate) fn singular(plural: &str, gender: Gender) -> Option<String> {
    let form = match gender {
        M => 0,
        F => 1,
        N => 2,
    };
    if INVARIABLE.contains(&plural) {
        return Some(plural.to_owned());
    }
    if let Some((_, forms)) = IRREGULAR.iter().find(|(known, _)| *known == plural) {
        return forms.get(form).map(|form| (*form).to_owned());
    }
    let stem = plural.strip_suffix('и')?;
    let vowel = |text: &str| text.ends_with(['а', 'е', 'и', 'о', 'у', 'ъ', 'ю', 'я']);
    if stem.chars().count() < 2 || vowel(stem) {
        return None;
    }
    Some(match gender {
        F => format!("{stem}а"),
        N => format!("{stem}о"),
        // информационни, медийни: the vowel between the last consonants returns; специализирани has it.
        M => match stem.strip_suffix('н') {
            Some(root) if vowel(root) => stem.to_owned(),
            Some(root) => format!("{}ен", root.strip_suffix('й').unwrap_or(root)),
            None if ["ск", "шк", "чк", "жк"]
                .iter()
                .any(|end| stem.ends_with(end)) =>
            {
                plural.to_owned()
            }
            None => match stem.strip_suffix('к') {
                Some(root) if !vowel(root) => format!("{root}ък"),
                _ => stem.to_owned(),
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_become_singular() {
        for (plural, masculine, feminine, neuter) in [
            (
                "информационни",
                "информационен",
                "информационна",
                "информационно",
            ),
            (
                "специализирани",
                "специализиран",
                "специализирана",
                "специализирано",
            ),
            ("областни", "областен", "областна", "областно"),
            ("медийни", "медиен", "медийна", "медийно"),
            ("ценни", "ценен", "ценна", "ценно"),
            ("обучени", "обучен", "обучена", "обучено"),
            ("граждански", "граждански", "гражданска", "гражданско"),
            ("нови", "нов", "нова", "ново"),
            ("кратки", "кратък", "кратка", "кратко"),
            ("високи", "висок", "висока", "високо"),
            ("добри", "добър", "добра", "добро"),
        ] {
            for (gender, form) in [(M, masculine), (F, feminine), (N, neuter)] {
                assert_eq!(singular(plural, gender).as_deref(), Some(form));
            }
        }
        for word in ["и", "ли", "система", "издаден", ""] {
            assert_eq!(singular(word, M), None, "{word}");
        }
    }

    #[test]
    fn every_form_belongs_to_one_noun() {
        let mut forms: Vec<&str> = BULGARIAN
            .iter()
            .flat_map(|noun| noun.2.iter().chain([&noun.0]))
            .copied()
            .collect();
        forms.extend(
            ENGLISH
                .iter()
                .flat_map(|noun| noun.1.iter().chain([&noun.0])),
        );
        let count = forms.len();
        forms.sort_unstable();
        forms.dedup();
        assert_eq!(forms.len(), count);
    }
}
