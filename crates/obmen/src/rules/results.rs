//! `results/`: figures that can be meant.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Safety;
use crate::check::walk::Walk;
use crate::model::{Indicator, Kept, Period, ResultItem, ResultKind, Results};
use crate::record::Problem;
use crate::rules::repeats::{key, may_repeat, unmarked};
use crate::value::{Date, Json, LocalisedText, Number, PartialDate};

/// So many results of one title are compared with a later one.
const MOST_OF_A_TITLE: usize = 16;

crate::rules! {
    NEGATIVE_QUANTITY {
        code: "results/negative-quantity",
        severity: Error,
        since: 1,
        judges: Indicator(negative_quantity),
        message: { en: "the quantity {quantity} is below zero", bg: "количеството {quantity} е под нулата" },
        help: { en: "write how many there are; for a decrease give the baseline and the lower actual figure", bg: "запишете колко са; при намаление дайте изходната и по-ниската постигната стойност" },
        why: {
            en: "What is counted or measured here is a quantity. A change is told by a baseline and an actual figure, both quantities.",
            bg: "Тук се брои или измерва количество. Промяната се изразява с изходна и постигната стойност, а и двете са количества.",
        }
    }
    QUANTITY_PRECISION {
        code: "results/quantity-precision",
        severity: Error,
        since: 2,
        judges: Number(quantity_precision),
        message: { en: "`{number}` has more digits than numbers in JSON keep", bg: "`{number}` има повече цифри, отколкото числата в JSON запазват" },
        help: { en: "round it to 15 digits; write a key or an account as a string", bg: "закръглете го до 15 цифри; ключ или номер на сметка запишете като низ" },
        fix: { en: "round it to 15 digits", bg: "закръглете го до 15 цифри" },
        why: {
            en: "Programs keep a number as its nearest double (IEEE 754), which holds every number of 15 significant digits and not all of more. Judged by the double, so that a text and an object get one answer: its shortest form has at most 15 significant digits, and a whole number is at most 9007199254740991. Amounts of budgets and numbers in fields that obmen does not know are judged too.",
            bg: "Програмите пазят числото като най-близкото му двойно (IEEE 754), което побира всяко число с 15 значещи цифри, но не всяко с повече. Преценява се по двойното число, така че текст и обект получават един отговор: най-късият му запис има най-много 15 значещи цифри, а цялото число е най-много 9007199254740991. Преценяват се и сумите на бюджети, и числата в полета, които obmen не познава.",
        }
    }
    ACTUAL_WITHOUT_UNIT {
        code: "results/actual-without-unit",
        severity: Warning,
        since: 1,
        judges: Indicator(actual_without_unit),
        message: { en: "{actual} of what?", bg: "{actual} от какво?" },
        help: { en: "say in `unit` what is counted, such as `person`, `event` or `item`", bg: "кажете в `unit` какво се брои, например `person`, `event` или `item`" },
        why: {
            en: "Figures are added up and compared by their units. One without a unit can be neither.",
            bg: "Стойностите се събират и сравняват по мерните си единици. Без единица не може нито едното, нито другото.",
        }
    }
    DUPLICATE_ITEM {
        code: "results/duplicate-item",
        severity: Warning,
        since: 2,
        judges: Results(duplicate_item),
        message: { en: "this result is number {first} already", bg: "този резултат вече стои под номер {first}" },
        help: { en: "write each result once; give results that only look alike different titles or periods", bg: "запишете всеки резултат веднъж; на резултати, които само си приличат, дайте различни заглавия или периоди" },
        fix: { en: "take the second one away", bg: "махнете втория" },
        why: {
            en: "A result that stands twice is counted twice. Two are the same when kind and title are, without regard to capitals and to the mark at the end, and their indicators do not differ; numbers count from 0, as pointers do.",
            bg: "Резултат, записан два пъти, се брои двойно. Два резултата са един и същ, когато видът и заглавието им съвпадат, без оглед на главните букви и на знака накрая, и показателите им не се различават; номерата се броят от 0, както в указателите.",
        }
    }
    PERIOD_OUTSIDE_PRACTICE {
        code: "results/period-outside-practice",
        severity: Warning,
        since: 2,
        judges: ResultItem(period_outside_practice),
        message: { en: "these figures are for {period}, and the practice for {practice}", bg: "тези стойности са за {period}, а практиката е за {practice}" },
        help: { en: "correct the period of the figures or that of the practice", bg: "поправете периода на стойностите или този на практиката" },
        why: {
            en: "No result comes before the practice, and none of its products after it. Outcomes and impact may be measured later. Only periods that share no day with the practice's are reported.",
            bg: "Няма резултат преди практиката, нито неин продукт след нея. Последиците и въздействието могат да се измерят по-късно. Отбелязват се само периоди, които нямат общ ден с периода на практиката.",
        }
    }
}

fn negative_quantity<'a>(indicator: &'a Indicator<'_>, walk: &mut Walk<'a, '_>) {
    let figures = [
        ("baseline", indicator.baseline),
        ("target", indicator.target),
        ("actual", indicator.actual),
    ];
    for (field, quantity) in figures {
        if let Some(quantity) = quantity.filter(|quantity| quantity.get() < 0.0) {
            walk.find(&NEGATIVE_QUANTITY)
                .at(field)
                .with("quantity", quantity)
                .report();
        }
    }
}

fn actual_without_unit<'a>(indicator: &'a Indicator<'_>, walk: &mut Walk<'a, '_>) {
    if let Some(actual) = indicator.actual
        && indicator
            .unit
            .as_ref()
            .is_none_or(|unit| unit.as_str().trim().is_empty())
        && !indicator.kept.holds("unit")
    {
        walk.find(&ACTUAL_WITHOUT_UNIT)
            .at("actual")
            .with("actual", actual)
            .report();
    }
}

fn quantity_precision(number: Number, walk: &mut Walk<'_, '_>) {
    if number.is_precise() {
        return;
    }
    // A whole number of so many digits is a key rather than a quantity, and no mend to be rounded.
    let rounded = number.rounded().filter(|_| number.get().fract() != 0.0);
    walk.find(&QUANTITY_PRECISION)
        .with("number", number)
        .replace(
            Safety::Suggested,
            Json::Number(number),
            rounded.map(Json::Number),
        )
        .report();
}

fn holds_imprecise(value: &Json<'_>) -> bool {
    match value {
        Json::Number(number) => !number.is_precise(),
        Json::Array(items) => items.iter().any(holds_imprecise),
        Json::Object(fields) => fields.iter().any(|(_, value)| holds_imprecise(value)),
        Json::Null | Json::Bool(_) | Json::String(_) => false,
    }
}

/// Lets the rules of numbers judge those in what an object holds that did not fit.
pub(crate) fn kept_numbers<'a>(kept: &'a Kept<'_>, walk: &mut Walk<'a, '_>) {
    if !kept.iter().any(|kept| holds_imprecise(&kept.value)) {
        return;
    }
    // A pointer means the first field of its name.
    let mut seen = BTreeSet::new();
    for kept in kept.iter() {
        let is_first = kept.index.is_some() || seen.insert(&kept.key);
        let is_judged = matches!(kept.problem, Problem::UnknownField | Problem::WrongType);
        if is_first && is_judged {
            walk.inside(&*kept.key, |walk| match kept.index {
                Some(index) => walk.inside(index, |walk| numbers(&kept.value, walk)),
                None => numbers(&kept.value, walk),
            });
        }
    }
}

fn numbers<'a>(value: &'a Json<'_>, walk: &mut Walk<'a, '_>) {
    match value {
        Json::Number(number) => walk.number(*number),
        Json::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                walk.inside(place, |walk| numbers(item, walk));
            }
        }
        Json::Object(fields) => {
            let mut seen = BTreeSet::new();
            for (key, value) in fields.iter().filter(|(key, _)| seen.insert(key)) {
                walk.inside(&**key, |walk| numbers(value, walk));
            }
        }
        Json::Null | Json::Bool(_) | Json::String(_) => {}
    }
}

/// True when nothing in two results tells them apart.
fn is_same(one: &ResultItem<'_>, other: &ResultItem<'_>) -> bool {
    let indicator = match (&one.indicator, &other.indicator) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    let state = one.state.is_none() || other.state.is_none() || one.state == other.state;
    one.kind == other.kind && state && indicator
}

/// True when a result says nothing that the other does not say.
fn says_nothing_new(item: &ResultItem<'_>, known: &ResultItem<'_>) -> bool {
    let title = item
        .title
        .iter()
        .flat_map(LocalisedText::iter)
        .all(|(tag, text)| {
            let there = known.title.as_ref().and_then(|title| title.get(tag));
            there.is_some_and(|there| key(there) == key(text))
        });
    title
        && item.kept.is_empty()
        && item
            .title
            .as_ref()
            .is_none_or(|title| title.kept.is_empty())
        && (item.state.is_none() || item.state == known.state)
        && (item.indicator.is_none() || item.indicator == known.indicator)
        && item
            .evidence
            .iter()
            .all(|link| known.evidence.contains(link))
}

fn duplicate_item<'a>(results: &'a Results<'_>, walk: &mut Walk<'a, '_>) {
    let titles = |item: &'a ResultItem<'_>| item.title.iter().flat_map(LocalisedText::iter);
    let texts = || results.items.iter().flat_map(titles).map(|(_, text)| text);
    if results.items.len() < 2 || !may_repeat(texts) {
        return;
    }
    let mut known: BTreeMap<_, Vec<(usize, &ResultItem<'_>)>> = BTreeMap::new();
    for (place, item) in results.kept.places("items", &results.items) {
        let mut first = None;
        for (language, text) in titles(item) {
            if unmarked(text).is_empty() {
                continue;
            }
            let rows = known.entry((language, key(text))).or_default();
            first = first.or_else(|| {
                rows.iter()
                    .find(|(row, earlier)| *row != place && is_same(earlier, item))
                    .copied()
            });
            // One title under many kinds and figures is no list to be searched again and again.
            if rows.len() < MOST_OF_A_TITLE {
                rows.push((place, item));
            }
        }
        let Some((first, original)) = first else {
            continue;
        };
        let finding = walk
            .find(&DUPLICATE_ITEM)
            .at("items")
            .at(place)
            .with("first", first);
        if item == original {
            finding.remove(Safety::Certain, Json::of(item))
        } else if says_nothing_new(item, original) {
            finding.remove(Safety::Suggested, Json::of(item))
        } else {
            finding
        }
        .report();
    }
}

/// Returns the first and the last day of a period, as far as they are known; `None` when they are reversed.
fn span(period: &Period<'_>) -> Option<(Option<Date>, Option<Date>)> {
    let first = period.start.map(PartialDate::earliest);
    let last = period.end.map(PartialDate::latest);
    (first.is_none() || last.is_none() || first <= last).then_some((first, last))
}

/// Returns a period as an interval of ISO 8601.
fn interval(period: &Period<'_>) -> String {
    let end = |date: Option<PartialDate>| date.map_or("..".to_owned(), |date| date.to_string());
    format!("{}/{}", end(period.start), end(period.end))
}

fn period_outside_practice<'a>(item: &'a ResultItem<'_>, walk: &mut Walk<'a, '_>) {
    let indicator = item.indicator.as_ref();
    let Some(of_figures) = indicator.and_then(|indicator| indicator.period.as_ref()) else {
        return;
    };
    let Some(of_practice) = walk.practice().period.as_ref() else {
        return;
    };
    let (Some((first, last)), Some((begin, end))) = (span(of_figures), span(of_practice)) else {
        return;
    };
    let before = matches!((last, begin), (Some(last), Some(begin)) if last < begin);
    let after = matches!((first, end), (Some(first), Some(end)) if first > end);
    if before || (after && item.kind == Some(ResultKind::Output)) {
        walk.find(&PERIOD_OUTSIDE_PRACTICE)
            .at("indicator")
            .at("period")
            .with("period", interval(of_figures))
            .with("practice", interval(of_practice))
            .report();
    }
}
