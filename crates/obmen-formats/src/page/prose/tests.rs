//! The whole reading: the seed page, the same page about another region, an English one, and any text at all.

use super::text::Grade;
use super::*;
use proptest::prelude::*;

const SEED: &str = include_str!("../../../../../examples/data/smolyan.txt");

/// The sections of a printed page, cut at its headings.
fn sections(page: &str) -> Sections<'_> {
    let section = |heading: &str, end: &str| {
        let start = page.find(heading).unwrap() + heading.len();
        let length = page.get(start..).unwrap().find(end).unwrap();
        Section {
            text: page.get(start..start + length).unwrap(),
            start,
        }
    };
    Sections {
        background: section("\nПредистория\n", "\nПрактика\n"),
        practice: section("\nПрактика\n", "\nРезултати\n"),
        results: section("\nРезултати\n", "\nИноватор:"),
    }
}

type Row<'a> = (
    Role,
    &'a str,
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
);

fn rows(findings: &Findings) -> Vec<Row<'_>> {
    let value = |found: &Option<Found<&'static str>>| found.as_ref().map(|found| found.value);
    findings
        .members
        .iter()
        .map(|member| {
            let organisation = &member.organisation;
            let Text { text, language } = &organisation.name.value;
            let facts = (
                value(&organisation.kind),
                value(&organisation.country),
                value(&organisation.territory),
            );
            (
                member.role.value,
                text.as_str(),
                *language,
                facts.0,
                facts.1,
                facts.2,
            )
        })
        .collect()
}

type Result<'a> = (&'a str, Option<&'a str>, Option<f64>, Option<f64>);

fn results(findings: &Findings) -> Vec<Result<'_>> {
    findings
        .outputs
        .iter()
        .map(|output| {
            let number = |found: &Option<Found<f64>>| found.as_ref().map(|found| found.value);
            let unit = output.unit.as_ref().map(|found| found.value);
            (
                output.title.value.text.as_str(),
                unit,
                number(&output.actual),
                number(&output.target),
            )
        })
        .collect()
}

/// Every span of the findings.
fn spans(findings: &Findings) -> Vec<Range<usize>> {
    fn organisation(organisation: &Organisation) -> Vec<Range<usize>> {
        let more = [
            &organisation.kind,
            &organisation.country,
            &organisation.territory,
        ];
        let mut out = vec![organisation.name.span.clone()];
        out.extend(more.into_iter().flatten().map(|found| found.span.clone()));
        out
    }
    let mut out: Vec<Range<usize>> = findings.appendices.clone();
    out.extend(findings.initiator.iter().flat_map(organisation));
    for member in findings.lead.iter().chain(&findings.members) {
        out.push(member.role.span.clone());
        out.extend(organisation(&member.organisation));
        if let Some(agreement) = &member.agreement {
            out.extend(
                [&agreement.with, &agreement.subject]
                    .into_iter()
                    .flatten()
                    .map(|found| found.span.clone()),
            );
        }
    }
    out.extend(
        findings
            .network_territory
            .iter()
            .map(|found| found.span.clone()),
    );
    out.extend(findings.objectives.iter().map(|found| found.span.clone()));
    for output in &findings.outputs {
        out.push(output.title.span.clone());
        out.extend(output.unit.iter().map(|found| found.span.clone()));
        out.extend(
            [&output.actual, &output.target]
                .into_iter()
                .flatten()
                .map(|found| found.span.clone()),
        );
    }
    for link in &findings.links {
        out.push(link.url.span.clone());
        out.extend(link.kind.iter().map(|found| found.span.clone()));
    }
    out
}

const OFFICE: Option<&str> = Some("district-administration");
const BG: Option<&str> = Some("BG");

#[test]
fn the_seed_page() {
    let found = read(&sections(SEED));
    let initiator = found.initiator.as_ref().unwrap();
    assert_eq!(initiator.name.value.text, "Областна администрация - Смолян");
    assert_eq!(initiator.kind.as_ref().map(|found| found.value), OFFICE);
    assert_eq!(initiator.country.as_ref().map(|found| found.value), BG);
    assert_eq!(
        initiator.territory.as_ref().map(|found| found.value),
        Some("BG424")
    );
    assert_eq!(
        found.lead.as_ref().unwrap().organisation.name.value.text,
        "Областна администрация-Смолян"
    );
    assert!(leads(&found));
    assert_eq!(found.network_territory.as_ref().unwrap().value, "BG42");
    assert_eq!(
        rows(&found),
        [
            (
                Role::Partner,
                "Областна администрация - Пловдив",
                "bg",
                OFFICE,
                BG,
                Some("BG421")
            ),
            (
                Role::Partner,
                "Областна администрация - Пазарджик",
                "bg",
                OFFICE,
                BG,
                Some("BG423")
            ),
            (
                Role::Partner,
                "Областна администрация - Хасково",
                "bg",
                OFFICE,
                BG,
                Some("BG422")
            ),
            (
                Role::Partner,
                "Областна администрация - Кърджали",
                "bg",
                OFFICE,
                BG,
                Some("BG425")
            ),
            (Role::Partner, "ESU-Padova", "it", None, Some("IT"), None),
            (
                Role::Contractor,
                "Център за алтернативно развитие на Родопите",
                "bg",
                Some("civil-society"),
                None,
                None
            ),
        ]
    );
}

#[test]
fn the_contract_of_the_seed_page() {
    let found = read(&sections(SEED));
    let contractor = found.members.last().unwrap();
    let agreement = contractor.agreement.as_ref().unwrap();
    assert_eq!(
        agreement.with.as_ref().unwrap().value.text,
        "Областна администрация-Смолян"
    );
    assert_eq!(
        agreement.subject.as_ref().unwrap().value.text,
        "Излъчване, публикации и обяви"
    );
    let kind = contractor.organisation.kind.as_ref().unwrap();
    assert_eq!(
        SEED.get(kind.span.clone()),
        Some("структура на гражданското общество")
    );
    assert_eq!(kind.grade, Grade::Inferred);
}

#[test]
fn objectives_and_outputs_of_the_seed_page() {
    let found = read(&sections(SEED));
    let objectives: Vec<_> = found
        .objectives
        .iter()
        .map(|found| found.value.text.as_str())
        .collect();
    assert_eq!(
        objectives,
        [
            "Да се подобри координацията и взаимодействието на областно, регионално и транснационално ниво при прилагането на политики в областта на управлението на човешкките ресурси",
            "Да се информира местната общност за дейността на администрациите",
            "Да се повиши прозрачността в работата",
        ]
    );
    assert_eq!(
        results(&found),
        [
            ("информационен бюлетин", Some("issue"), Some(3.0), None),
            (
                "излъчвания, публикации и обяви",
                Some("item"),
                None,
                Some(15.0)
            ),
            ("специализирана информационна система", None, None, None),
        ]
    );
    let evidence: Vec<_> = found
        .outputs
        .iter()
        .map(|output| SEED.get(output.title.span.clone()).unwrap())
        .collect();
    assert_eq!(
        evidence,
        [
            "информационни бюлетина",
            "Излъчвания, публикации и обяви",
            "Специализирана информационна система"
        ]
    );
}

#[test]
fn the_links_of_the_seed_page() {
    let found = read(&sections(SEED));
    let links: Vec<_> = found
        .links
        .iter()
        .map(|link| {
            (
                link.url.value.as_str(),
                link.kind.as_ref().map(|kind| kind.value),
            )
        })
        .collect();
    assert_eq!(
        links,
        [
            ("http://youtu.be/tgcDR_DCiMY", Some("video")),
            ("http://www.20min.ch/ro/sortir/cinema/story/25457767", None),
            (
                "http://www.hollywoodreporter.com/news/locarno-golden-leopard-honoree-blasts-604339",
                None
            ),
            ("http://www.thr.ru/news/2638/", None),
            ("http://gruzia.ru/news.asp?idnews=6920", None),
        ]
    );
    assert_eq!(found.appendices.len(), 1);
    let appendix = SEED.get(found.appendices[0].clone()).unwrap();
    assert!(
        appendix.starts_with("Примери за медийно отразяване:"),
        "{appendix}"
    );
    assert!(appendix.ends_with("idnews=6920"), "{appendix}");
    for span in spans(&found) {
        assert!(
            SEED.get(span.clone()).is_some_and(|text| !text.is_empty()),
            "{span:?}"
        );
    }
}

#[test]
fn what_is_stated_stands_in_the_text() {
    let found = read(&sections(SEED));
    let mut stated = vec![
        &found.initiator.as_ref().unwrap().name,
        &found.lead.as_ref().unwrap().organisation.name,
    ];
    stated.extend(
        found
            .members
            .iter()
            .map(|member| &member.organisation.name)
            .filter(|name| name.grade == Grade::Stated),
    );
    stated.extend(found.objectives.iter());
    for name in stated {
        assert_eq!(
            text::collapse(SEED.get(name.span.clone()).unwrap()),
            name.value.text
        );
    }
    for output in &found.outputs {
        for number in [&output.actual, &output.target].into_iter().flatten() {
            assert_eq!(
                SEED.get(number.span.clone()).unwrap(),
                number.value.to_string()
            );
        }
    }
}

#[test]
fn the_same_page_about_another_region() {
    let page = "Обмен
Предистория

Партньори по проекта са областните администрации от Югоизточния район – Ямбол и Стара Загора, както и гръцките партньори Dimos-Kavala и Egnatia-Hub.

Инициатор на проекта е Областна администрация – гр. Сливен.

Цели:
• Да се обменя опит;
• Да се пести време.

Практика

Между „Прес Консулт“ ООД и водещата организация Областна администрация – гр. Сливен беше подписан договор за изпълнение на услуга: „Отпечатване на материали“. Услугите, предмет на договора, обхващат: Плакати и брошури, включително разпространение – общо 1 500 броя. Фирмата спази срока.

Проведени са две обучения, 3 семинара и една конференция през 2014 г.

Резултати

Обучени са 45 млади служители. Издадени са 12 електронни бюлетина. Проведени са две обучения. Създадено е доверие.

Документи:

http://example.bg/otchet.pdf

Иноватор: -
";
    let found = read(&sections(page));
    assert_eq!(
        found
            .initiator
            .as_ref()
            .unwrap()
            .territory
            .as_ref()
            .unwrap()
            .value,
        "BG342"
    );
    assert!(leads(&found));
    assert_eq!(found.network_territory.as_ref().unwrap().value, "BG34");
    assert_eq!(
        rows(&found),
        [
            (
                Role::Partner,
                "Областна администрация - Ямбол",
                "bg",
                OFFICE,
                BG,
                Some("BG343")
            ),
            (
                Role::Partner,
                "Областна администрация - Стара Загора",
                "bg",
                OFFICE,
                BG,
                Some("BG344")
            ),
            (Role::Partner, "Dimos-Kavala", "el", None, Some("GR"), None),
            (Role::Partner, "Egnatia-Hub", "el", None, Some("GR"), None),
            (
                Role::Contractor,
                "„Прес Консулт“ ООД",
                "bg",
                Some("company"),
                None,
                None
            ),
        ]
    );
    assert_eq!(
        results(&found),
        [
            ("обучение", Some("event"), Some(2.0), None),
            ("семинар", Some("event"), Some(3.0), None),
            ("конференция", Some("event"), Some(1.0), None),
            ("обучен млад служител", Some("person"), Some(45.0), None),
            ("електронен бюлетин", Some("issue"), Some(12.0), None),
            ("плакати и брошури", Some("item"), None, Some(1500.0)),
        ]
    );
    let objectives: Vec<_> = found
        .objectives
        .iter()
        .map(|found| found.value.text.as_str())
        .collect();
    assert_eq!(objectives, ["Да се обменя опит", "Да се пести време"]);
    assert_eq!(found.links[0].kind.as_ref().unwrap().value, "document");
}

#[test]
fn an_english_page() {
    let practice = "The initiator of the practice is Svishtov Municipality. A contract for Films and clips was signed between Svishtov Municipality and Vision Ltd. The contract covers: Films and clips – a total of 6 items.

Partners: Kavarna Municipality, Chitalishte \"Prosveta-1899\" - Topola village, Youth Club

Funded by: Open Society Foundation";
    let results_text = "- 3 newsletters were published
- 120 people trained
- A new information system was developed
- Better trust between people

Video: https://vimeo.com/1";
    let found = read(&Sections {
        background: Section::default(),
        practice: Section {
            text: practice,
            start: 100,
        },
        results: Section {
            text: results_text,
            start: 5000,
        },
    });
    let initiator = found.initiator.as_ref().unwrap();
    assert_eq!(
        (
            initiator.name.value.text.as_str(),
            initiator.name.value.language
        ),
        ("Svishtov Municipality", "en")
    );
    assert_eq!(
        practice.find("Svishtov").unwrap() + 100,
        initiator.name.span.start
    );
    assert_eq!(
        rows(&found),
        [
            (
                Role::Partner,
                "Kavarna Municipality",
                "en",
                Some("municipality"),
                BG,
                Some("DOB17")
            ),
            (
                Role::Partner,
                "Chitalishte \"Prosveta-1899\" - Topola village",
                "en",
                Some("civil-society"),
                None,
                None
            ),
            (Role::Partner, "Youth Club", "en", None, None, None),
            (
                Role::Contractor,
                "Vision Ltd",
                "en",
                Some("company"),
                None,
                None
            ),
            (
                Role::Funder,
                "Open Society Foundation",
                "en",
                Some("civil-society"),
                None,
                None
            ),
        ]
    );
    assert_eq!(
        results(&found),
        [
            ("newsletter", Some("issue"), Some(3.0), None),
            ("person trained", Some("person"), Some(120.0), None),
            ("films and clips", Some("item"), None, Some(6.0)),
            ("new information system", None, None, None),
        ]
    );
    assert_eq!(found.links[0].kind.as_ref().unwrap().value, "video");
    assert!(found.lead.is_none());
}

#[test]
fn nothing_comes_of_nothing() {
    assert_eq!(read(&Sections::default()), Findings::default());
}

/// Words of the recognisers and what may stand between them, so that chance texts come near to real ones.
fn fragments() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Инициатор на практиката е ",
        "Областна администрация",
        " - ",
        "Смолян",
        "ЮЦР",
        "Партньори са ",
        "Партньори: ",
        "останалите Областни администрации от ",
        ", ",
        " и ",
        "съвместно с италианския партньор ",
        "ESU-Padova",
        "; ",
        "Между ",
        "Водещата организация ",
        "“Център”",
        "„",
        "”",
        "\"",
        "е сключен Договор",
        " за ",
        ": ",
        ". ",
        "\n",
        "\n\n",
        "- ",
        "• ",
        "Цели:",
        "Издадени са ",
        "3 ",
        "1 200 ",
        "1.200",
        "три ",
        "информационни ",
        "бюлетина",
        "предмет на договора, включват: ",
        " – общо 15 броя",
        "http://",
        "www.",
        "a.bg/x.pdf",
        "видео",
        "Partners: ",
        "and ",
        "The practice was initiated by ",
        "Municipality of Kavarna",
        "newsletters ",
        "were published",
        "a contract was signed between ",
        "a total of 5 items",
        "район ",
        "(",
        ")",
        "\u{a0}",
        "İ",
        "ǅ",
        "e\u{301}",
        "🙂",
        "гр. ",
        "ще ",
        "в партньорство с ",
        "km ",
        "of ",
        "%",
        "5-те ",
    ]);
    prop::collection::vec(
        prop_oneof![8 => words.prop_map(str::to_owned), 1 => ".{0,6}"],
        0..40,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_gives_spans_within_it(background in fragments(), practice in fragments(), results in fragments()) {
        let page = format!("{background}{practice}{results}");
        let (second, third) = (background.len(), background.len() + practice.len());
        let found = read(&Sections {
            background: Section { text: &background, start: 0 },
            practice: Section { text: &practice, start: second },
            results: Section { text: &results, start: third },
        });
        for span in spans(&found) {
            prop_assert!(page.get(span.clone()).is_some(), "{span:?} in {page:?}");
            prop_assert!(!span.is_empty());
        }
    }
}

/// True when the lead and the initiator are the same office.
fn leads(found: &Findings) -> bool {
    let (Some(initiator), Some(lead)) = (&found.initiator, &found.lead) else {
        return false;
    };
    same_office(
        &initiator.name.value.text,
        &lead.organisation.name.value.text,
    )
}
