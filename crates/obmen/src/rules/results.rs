//! `results/`: figures that can be meant.

use crate::check::walk::Walk;
use crate::model::Indicator;

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
