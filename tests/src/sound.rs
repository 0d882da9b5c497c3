//! Sound records made up from a seed: every field filled as an office would fill it, and no fault in any.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use serde_json::{Map, Value, json};

use crate::seed::Seed;

/// What a practice is about: theme, title, what came of it and its unit, in Bulgarian and English, and the word of it in addresses.
const TOPICS: &[[&str; 7]] = &[
    [
        "transport",
        "Велоалеи за ежедневно придвижване",
        "Cycle lanes for every day",
        "изградени велоалеи",
        "cycle lanes built",
        "kilometre",
        "veloalei",
    ],
    [
        "waste",
        "Разделно събиране на отпадъци",
        "Separate collection of waste",
        "поставени контейнери",
        "containers placed",
        "item",
        "otpadatsi",
    ],
    [
        "e-government",
        "Електронни услуги за гражданите",
        "Electronic services for citizens",
        "въведени услуги",
        "services introduced",
        "item",
        "uslugi",
    ],
    [
        "social-services",
        "Дневен център за възрастни хора",
        "A day centre for elderly people",
        "обгрижени хора",
        "people cared for",
        "person",
        "tsentar",
    ],
    [
        "citizen-participation",
        "Обсъждане на общинския бюджет",
        "Discussion of the municipal budget",
        "проведени обсъждания",
        "discussions held",
        "event",
        "obsazhdane",
    ],
    [
        "education",
        "Безопасен път до училище",
        "A safe way to school",
        "обучени ученици",
        "pupils trained",
        "person",
        "uchilishte",
    ],
    [
        "tourism",
        "Маркирани пътеки в планината",
        "Marked paths in the mountain",
        "маркирани пътеки",
        "paths marked",
        "kilometre",
        "pateki",
    ],
    [
        "energy",
        "Обновено улично осветление",
        "Renewed street lighting",
        "сменени лампи",
        "lamps replaced",
        "item",
        "osvetlenie",
    ],
    [
        "culture",
        "Читалища отворени през лятото",
        "Community centres open in summer",
        "проведени концерти",
        "concerts held",
        "event",
        "chitalishta",
    ],
    [
        "environment",
        "Залесяване на ерозирани терени",
        "Planting trees on eroded land",
        "залесени площи",
        "land planted",
        "decare",
        "zalesyavane",
    ],
    [
        "human-resources",
        "Обучение на служителите в малките общини",
        "Training for the staff of small municipalities",
        "обучени служители",
        "staff trained",
        "person",
        "obuchenie",
    ],
    [
        "water",
        "Намаляване на загубите на вода",
        "Fewer losses of water",
        "подменени тръби",
        "pipes replaced",
        "metre",
        "zagubi",
    ],
];

/// Sentences of an account, `{}` the place.
const SENTENCES: &[[&str; 2]] = &[
    [
        "Преди началото на проекта жителите трудно получаваха информация.",
        "Before the project began the residents had little information.",
    ],
    [
        "Общинският съвет прие програмата единодушно на редовно заседание.",
        "The municipal council adopted the programme at its regular session.",
    ],
    [
        "Работната група обиколи всички села и записа предложенията на хората.",
        "The working group went to all the villages and wrote down what people proposed.",
    ],
    [
        "За първи път {} работи заедно със съседните общини.",
        "It was the first time that {} worked together with its neighbours.",
    ],
    [
        "Доброволци от местното читалище помогнаха при подготовката.",
        "Volunteers of the local community centre helped with the preparation.",
    ],
    [
        "Средствата бяха осигурени от бюджета и от „Фонд за местни инициативи“.",
        "The money came from the budget and from the “Fund for local initiatives”.",
    ],
    [
        "Всеки етап беше представен публично, а забележките бяха отразени.",
        "Each stage was presented in public, and the remarks were taken into account.",
    ],
    [
        "Обученията продължиха 3 дни и в тях участваха 45 служители.",
        "The training took 3 days and 45 members of the staff took part in it.",
    ],
    [
        "Резултатите се публикуват на сайта на общината всеки месец.",
        "The results are published on the site of the municipality every month.",
    ],
    [
        "Практиката беше повторена в две съседни области през 2015 г.",
        "The practice was repeated in two neighbouring districts in 2015.",
    ],
    [
        "В {} бяха открити информационно бюро и телефон за сигнали.",
        "An information desk and a telephone for reports were opened in {}.",
    ],
    [
        "Кметът на {} подписа споразумение с партньорите.",
        "The mayor of {} signed an agreement with the partners.",
    ],
    [
        "Най-трудно беше да се убедят собствениците на земя край реката.",
        "The hardest part was to convince the owners of the land by the river.",
    ],
    [
        "Опитът показа, че малките стъпки са по-полезни от големите планове.",
        "Experience showed that small steps are of more use than big plans.",
    ],
    [
        "Екипът използва IT-услуги, подготвени от местна фирма.",
        "The team used software that was prepared by a company from the town.",
    ],
    [
        "След края на финансирането дейностите продължават с общински средства.",
        "After the end of the funding the work goes on with the money of the municipality.",
    ],
];

const OBJECTIVES: &[[&str; 2]] = &[
    [
        "Да се подобри достъпът до общински услуги",
        "To improve the access to municipal services",
    ],
    [
        "Да се включат младите хора във вземането на решения",
        "To include young people in the making of decisions",
    ],
    [
        "Да се намалят разходите за поддръжка",
        "To reduce the costs of maintenance",
    ],
    [
        "Да се обмени опит със съседните общини",
        "To exchange experience with the neighbouring municipalities",
    ],
    [
        "Да се създаде общ регистър на дейностите",
        "To create a common register of the work",
    ],
    [
        "Да се повиши доверието в местната власт",
        "To raise the trust in local government",
    ],
];

/// Municipalities of one planning region, each with its code, its district's name and code, its name in Latin letters and an area code.
const PLACES: &[[&str; 6]] = &[
    ["Доспат", "SML10", "Смолян", "BG424", "Dospat", "3045"],
    ["Девин", "SML09", "Смолян", "BG424", "Devin", "3041"],
    ["Смолян", "SML31", "Смолян", "BG424", "Smolyan", "301"],
    ["Карлово", "PDV13", "Пловдив", "BG421", "Karlovo", "335"],
    ["Хисаря", "PDV37", "Пловдив", "BG421", "Hisarya", "337"],
    [
        "Велинград",
        "PAZ08",
        "Пазарджик",
        "BG423",
        "Velingrad",
        "359",
    ],
    [
        "Панагюрище",
        "PAZ20",
        "Пазарджик",
        "BG423",
        "Panagyurishte",
        "357",
    ],
    ["Хасково", "HKV34", "Хасково", "BG422", "Haskovo", "38"],
    ["Харманли", "HKV33", "Хасково", "BG422", "Harmanli", "373"],
    ["Ардино", "KRZ02", "Кърджали", "BG425", "Ardino", "3651"],
];

/// Partners from abroad: language, name, country, territory, telephone.
const ABROAD: &[[&str; 5]] = &[
    ["it", "Comune di Padova", "IT", "ITH36", "+39 049 820 5111"],
    ["de", "Stadt Leipzig", "DE", "DED51", "+49 341 1230"],
    ["el", "Δήμος Ξάνθης", "GR", "EL512", "+30 25413 50800"],
    ["ro", "Primăria Craiova", "RO", "RO411", "+40 251 416 235"],
    [
        "en",
        "Leeds City Council",
        "GB",
        "UKE42",
        "+44 113 222 4444",
    ],
    ["fr", "Ville de Lyon", "FR", "FRK26", "+33 4 72 10 30 30"],
];

const PERSONS: &[[&str; 2]] = &[
    ["Росица Петрова", "Rositsa Petrova"],
    ["Иван Колев", "Ivan Kolev"],
    ["Мария Стоянова-Димова", "Maria Stoyanova-Dimova"],
    ["Георги Иванов", "Georgi Ivanov"],
];

fn digit(text: &str, at: usize) -> u64 {
    u64::from(text.as_bytes()[at] - b'0')
}

/// Returns a number of the Bulgarian register of 9 digits, or of a branch of 13.
fn eik(seed: &mut Seed, is_branch: bool) -> String {
    let weigh = |text: &str, from: usize, weights: &[u64]| -> u64 {
        weights
            .iter()
            .enumerate()
            .map(|(at, weight)| digit(text, from + at) * weight)
            .sum::<u64>()
            % 11
    };
    let mut text = format!("1{}", seed.digits(7));
    let mut check = weigh(&text, 0, &[1, 2, 3, 4, 5, 6, 7, 8]);
    if check == 10 {
        check = weigh(&text, 0, &[3, 4, 5, 6, 7, 8, 9, 10]) % 10;
    }
    text.push_str(&check.to_string());
    if is_branch {
        text.push_str(&seed.digits(3));
        let mut check = weigh(&text, 8, &[2, 7, 3, 5]);
        if check == 10 {
            check = weigh(&text, 8, &[4, 9, 5, 7]) % 10;
        }
        text.push_str(&check.to_string());
    }
    text
}

/// Returns an Italian tax number of a company of Padua, with Luhn's check digit.
fn piva(seed: &mut Seed) -> String {
    let text = format!("0{}028", seed.digits(6));
    let sum: u64 = (0..10)
        .map(|at| match digit(&text, at) {
            figure if at % 2 == 0 => figure,
            figure if figure > 4 => 2 * figure - 9,
            figure => 2 * figure,
        })
        .sum();
    format!("{text}{}", (10 - sum % 10) % 10)
}

/// Returns a legal entity identifier, its check digits by ISO 7064, MOD 97-10.
fn lei(seed: &mut Seed) -> String {
    let text = format!("529900{}W{}", seed.digits(6), seed.digits(5));
    let value = format!("{text}00").chars().fold(0, |value: u64, c| {
        let figure = u64::from(c.to_digit(36).unwrap());
        (value * if figure > 9 { 100 } else { 10 } + figure) % 97
    });
    format!("{text}{:02}", 98 - value)
}

/// A record in the making: its seed and its language.
struct Maker {
    seed: Seed,
    /// The place of the language in the pairs above.
    language: usize,
    place: [&'static str; 6],
}

impl Maker {
    fn tag(&self) -> &'static str {
        ["bg", "en"][self.language]
    }

    /// Returns a text in the language of the record, sometimes in the other one too, sometimes bare.
    fn localised(&mut self, pair: [&str; 2]) -> Value {
        match self.seed.below(10) {
            0 => json!(pair[self.language]),
            1 | 2 => json!({"bg": pair[0], "en": pair[1]}),
            _ => json!({ self.tag(): pair[self.language] }),
        }
    }

    fn account(&mut self, sentences: usize) -> Value {
        let names = [
            format!("Община {}", self.place[0]),
            format!("{} Municipality", self.place[4]),
        ];
        let chosen = self.seed.several(SENTENCES, sentences);
        let text = |language: usize| {
            let said: Vec<_> = chosen
                .iter()
                .map(|pair| pair[language].replace("{}", &names[language]))
                .collect();
            said.join(" ")
        };
        let pair = [text(0), text(1)];
        self.localised([&pair[0], &pair[1]])
    }

    fn name(&self, bg: &str, en: &str) -> Value {
        let name = [bg, en][self.language];
        json!({ self.tag(): name })
    }

    fn phone(&mut self) -> String {
        let area = self.place[5];
        let left = 8 - area.len();
        match self.seed.below(4) {
            0 => format!("+359 {area} 6{}", self.seed.digits(left - 1)),
            1 => format!("0{area}/ 6{}", self.seed.digits(left - 1)),
            2 => format!("0888 {} {}", self.seed.digits(3), self.seed.digits(3)),
            _ => format!("+359 2 9{} {}", self.seed.digits(2), self.seed.digits(4)),
        }
    }

    fn contact(&mut self, host: &str) -> Value {
        let person = self.seed.pick(PERSONS)[self.language];
        let position = ["главен експерт", "chief expert"][self.language];
        let number = 1 + self.seed.below(90);
        let address = [
            format!("{}, ул. „Васил Левски“ {number}", self.place[0]),
            format!("{}, {number} Vasil Levski Street", self.place[4]),
        ];
        let address = &address[self.language];
        let mut contact = json!({
            "person": person,
            "position": position,
            "address": address,
            "phone": self.phone(),
            "email": format!("office@{host}"),
        });
        if self.seed.chance(30) {
            contact["fax"] = json!(self.phone());
            contact["url"] = json!(format!("https://{host}/kontakti"));
        }
        contact
    }

    /// Returns an organisation of the place, of any kind.
    fn organisation(&mut self, place: [&'static str; 6], kind: &str) -> Value {
        let [town, lau, district, nuts, latin, _] = place;
        let (bg, en, territory) = match kind {
            "municipality" => (
                format!("Община {town}"),
                format!("{latin} Municipality"),
                lau,
            ),
            "municipal-council" => (
                format!("Общински съвет - {town}"),
                format!("Municipal Council - {latin}"),
                lau,
            ),
            "district-administration" => (
                format!("Областна администрация - {district}"),
                format!("District Administration of {nuts}"),
                nuts,
            ),
            "school" => (
                format!("СУ „Христо Ботев“ - {town}"),
                format!("Hristo Botev School, {latin}"),
                lau,
            ),
            "university" => (
                format!("Висше училище по земеделие - {town}"),
                format!("University of Agriculture, {latin}"),
                lau,
            ),
            "company" => (
                format!("„Пътища и мостове {town}“ ЕООД"),
                format!("Roads and Bridges {latin} Ltd"),
                lau,
            ),
            "public-body" => (
                format!("Регионална библиотека - {town}"),
                format!("Regional Library - {latin}"),
                lau,
            ),
            "ministry" => (
                "Министерство на околната среда и водите".to_owned(),
                "Ministry of Environment and Water".to_owned(),
                "SOF46",
            ),
            _ => (
                format!("Сдружение „Бъдеще за {town}“"),
                format!("Future for {latin} Association"),
                lau,
            ),
        };
        let mut organisation = json!({"name": self.name(&bg, &en), "kind": kind, "country": "BG", "territory": territory});
        let is_branch = self.seed.chance(20);
        let number = eik(&mut self.seed, is_branch);
        match self.seed.below(4) {
            0 => organisation["identifiers"] = json!([{"scheme": "BG-EIK", "value": number}]),
            1 => {
                let number = eik(&mut self.seed, false);
                organisation["identifiers"] = json!([
                    {"scheme": "BG-EIK", "value": number},
                    {"scheme": "EU-VAT", "value": format!("BG{number}")},
                    {"scheme": "EU-PIC", "value": format!("9{}", self.seed.digits(8))},
                ]);
            }
            2 => {
                organisation["identifiers"] =
                    json!([{"scheme": "XI-LEI", "value": lei(&mut self.seed)}])
            }
            _ => {}
        }
        organisation
    }

    fn partner_from_abroad(&mut self) -> Value {
        let [language, name, country, territory, phone] = self.seed.pick(ABROAD);
        let mut organisation =
            json!({"name": {language: name}, "country": country, "territory": territory});
        if self.seed.chance(50) {
            organisation["contact"] = json!({"phone": phone});
        }
        if country == "IT" {
            let number = piva(&mut self.seed);
            organisation["identifiers"] = json!([{"scheme": "IT-PIVA", "value": number}, {"scheme": "EU-VAT", "value": format!("IT{number}")}]);
        }
        organisation
    }

    fn network(&mut self) -> Value {
        let mut members =
            vec![json!({"role": "lead", "organisation": "initiator", "since": "2011-03"})];
        let others: Vec<_> = PLACES
            .iter()
            .copied()
            .filter(|place| place[2] != self.place[2])
            .collect();
        let count = 1 + self.seed.index(4);
        for place in self.seed.several(&others, count) {
            let kind = self.seed.pick(&[
                "municipality",
                "municipal-council",
                "civil-society",
                "school",
                "public-body",
                "university",
            ]);
            members
                .push(json!({"role": "partner", "organisation": self.organisation(place, kind)}));
        }
        if self.seed.chance(40) {
            members.push(json!({"role": "partner", "organisation": self.partner_from_abroad()}));
        }
        if self.seed.chance(40) {
            let subject =
                self.localised(["Изработване на проекта и надзор", "Design and supervision"]);
            members.push(json!({
                "role": "contractor",
                "organisation": self.organisation(self.place, "company"),
                "agreement": {"with": "initiator", "subject": subject},
            }));
        }
        if self.seed.chance(40) {
            members.push(json!({"role": "funder", "organisation": self.organisation(self.place, "ministry"), "until": "2016"}));
        }
        if self.seed.chance(30) {
            members.push(json!({"role": "supporter", "organisation": "initiator"}));
        }
        let mut network = json!({ "members": members });
        if self.seed.chance(60) {
            network["territory"] = json!("BG42");
        }
        network
    }

    fn results(&mut self, topic: [&str; 7], link: &str) -> Value {
        let [_, _, _, output_bg, output_en, unit, _] = topic;
        let actual = 5 + self.seed.below(900);
        let title = self.localised([output_bg, output_en]);
        let mut output = json!({
            "kind": "output",
            "title": title,
            "state": "achieved",
            "indicator": {"unit": unit, "target": actual + 3, "actual": actual, "period": {"start": "2013", "end": "2014-06"}},
            "evidence": [link],
        });
        if self.seed.chance(30) {
            output["indicator"]["baseline"] =
                json!(0.5 + f64::from(u32::try_from(self.seed.below(40)).unwrap()) / 8.0);
        }
        let outcome = json!({
            "kind": "outcome",
            "title": self.localised(["по-доволни граждани", "more satisfied citizens"]),
            "indicator": {"unit": "percent", "baseline": 41.5, "actual": 60.25, "period": {"start": "2015", "end": "2016"}},
        });
        let impact = json!({"kind": "impact", "title": self.localised(["повече доверие в общината", "more trust in the municipality"]), "state": "expected"});
        let items = [output, outcome, impact]
            .into_iter()
            .take(1 + self.seed.index(3))
            .collect::<Vec<_>>();
        let mut results = json!({ "items": items });
        if self.seed.chance(80) {
            results["narrative"] = self.account(3);
        }
        results
    }
}

/// Returns a sound record as JSON: the same seed gives the same record, on every machine.
#[must_use]
pub fn record(number: u64) -> String {
    let mut seed = Seed(number);
    let language = usize::from(seed.chance(30));
    let place = seed.pick(PLACES);
    let topic = seed.pick(TOPICS);
    let mut maker = Maker {
        seed,
        language,
        place,
    };
    let host = format!("{}.example", place[4].to_lowercase());
    let words = [
        topic[6].to_owned(),
        topic[2].to_lowercase().replace(' ', "-"),
    ];
    let words = &words[language];
    let page = format!("https://www.{host}/{words}/{number}");

    let title = [
        format!("{} в община {}", topic[1], place[0]),
        format!("{} in {}", topic[2], place[4]),
    ];
    let kind = maker.seed.pick(&[
        "municipality",
        "municipal-council",
        "district-administration",
        "civil-society",
    ]);
    let mut initiator = maker.organisation(place, kind);
    if maker.seed.chance(70) {
        initiator["contact"] = maker.contact(&host);
    }
    initiator["website"] = json!(format!("https://www.{host}/"));
    let goals = 2 + maker.seed.index(3);
    let objectives: Vec<_> = maker
        .seed
        .several(OBJECTIVES, goals)
        .into_iter()
        .map(|pair| maker.localised(pair))
        .collect();
    let published = match maker.seed.below(3) {
        0 => "2016".to_owned(),
        1 => format!("2016-{:02}", 1 + maker.seed.below(12)),
        _ => format!(
            "2016-{:02}-{:02}",
            1 + maker.seed.below(12),
            1 + maker.seed.below(28)
        ),
    };
    let mut record = Map::new();
    let mut set = |field: &str, value: Value| record.insert(field.to_owned(), value);
    set("format", json!(1));
    set("id", json!(format!("praktika-{number}")));
    set("language", json!(maker.tag()));
    set(
        "source",
        json!({"register": "flgr", "publisher": "Foundation for Local Government Reform", "key": number.to_string(), "number": "20070736", "url": format!("https://register.example/{number}"), "retrieved": "2024-05-01"}),
    );
    set("status", json!(maker.seed.pick(&["published", "archived"])));
    set("title", maker.localised([&title[0], &title[1]]));
    set("summary", maker.account(1));
    set("themes", json!([topic[0], "good-governance"]));
    set(
        "audience",
        maker.localised([
            "жителите на малките населени места",
            "the residents of small settlements",
        ]),
    );
    set("territories", json!([place[1]]));
    set("period", json!({"start": "2012-04", "end": "2015"}));
    let (before, done) = (3 + maker.seed.index(3), 6 + maker.seed.index(5));
    set("background", maker.account(before));
    set("description", maker.account(done));
    set("objectives", json!(objectives));
    set("initiator", initiator);
    if maker.seed.chance(80) {
        set("network", maker.network());
    }
    set("results", maker.results(topic, &page));
    let amount = maker.seed.below(90_000_000);
    set(
        "project",
        json!({
            "name": maker.localised(["Добро управление в Родопите", "Good governance in the Rhodopes"]),
            "programme": maker.localised(["Програма за трансгранично сътрудничество", "Programme for cooperation across borders"]),
            "number": "BG051PO002-1.3-07",
            "budget": {"amount": f64::from(u32::try_from(amount).unwrap()) / 100.0, "currency": maker.seed.pick(&["BGN", "EUR"])},
        }),
    );
    set(
        "awards",
        json!([{"name": maker.localised(["Награда за иновация", "Award for innovation"]), "edition": "2015", "category": maker.localised(["Малки общини", "Small municipalities"]), "place": 1}]),
    );
    set(
        "media",
        json!([{"url": "https://www.youtube.com/watch?v=tgcDR_DCiMY", "kind": "video"}, {"url": page, "kind": "website"}, {"url": format!("https://vestnik.example/{words}.pdf"), "kind": "document"}]),
    );
    let innovator = maker.contact(&host);
    set(
        "innovator",
        json!({"name": innovator["person"], "contact": innovator}),
    );
    set("published", json!(published));
    set("modified", json!("2017-02-03"));
    set("licence", json!("CC-BY-4.0"));
    set("stated_nominations", json!(maker.seed.below(300)));
    Value::Object(record).to_string()
}
