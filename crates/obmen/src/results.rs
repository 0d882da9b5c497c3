//! Results: a narrative, and items on the results chain of IATI (output, outcome, impact).

use crate::practice::Period;
use crate::record::record;
use crate::value::{Link, LocalisedText, Number, sets};

record! {
    /// What came of a practice.
    pub struct Results<'t> = "results" judged by results {
        /// The results in words.
        pub narrative: Option<LocalisedText<'t>>,
        /// The results one by one.
        pub items: Vec<ResultItem<'t>>,
    }
}

record! {
    /// One result.
    pub struct ResultItem<'t> = "result" judged by result_item {
        /// Its place on the results chain.
        pub kind: Option<ResultKind<'t>>,
        /// What it is.
        pub title: Option<LocalisedText<'t>>,
        /// Whether it was reached.
        pub state: Option<ResultState>,
        /// How it is measured.
        pub indicator: Option<Indicator<'t>>,
        /// Where it can be seen.
        pub evidence: Vec<Link<'t>>,
    }
}

record! {
    /// A measure of a result.
    pub struct Indicator<'t> = "indicator" judged by indicator {
        /// What is counted.
        pub unit: Option<Unit<'t>>,
        /// The figure before.
        pub baseline: Option<Number>,
        /// The figure to be reached.
        pub target: Option<Number>,
        /// The figure reached.
        pub actual: Option<Number>,
        /// The time that the figures are for.
        pub period: Option<Period<'t>>,
    }
}

sets! {
    /// A place on the results chain (IATI ResultType).
    open ResultKind {
        Output = "output", "output", "продукт";
        Outcome = "outcome", "outcome", "резултат";
        Impact = "impact", "impact", "въздействие";
    }
    /// Whether a result was reached.
    closed ResultState {
        Expected = "expected", "expected", "очакван";
        Achieved = "achieved", "achieved", "постигнат";
    }
    /// What an indicator counts.
    open Unit {
        Copy = "copy", "copy", "екземпляр";
        Decare = "decare", "decare", "декар";
        Event = "event", "event", "събитие";
        Hectare = "hectare", "hectare", "хектар";
        Hour = "hour", "hour", "час";
        Issue = "issue", "issue", "брой (издание)";
        Item = "item", "item", "брой";
        Kilometre = "kilometre", "kilometre", "километър";
        Metre = "metre", "metre", "метър";
        Percent = "percent", "percent", "процент";
        Person = "person", "person", "човек";
    }
}
