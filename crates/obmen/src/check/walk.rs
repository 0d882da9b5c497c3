//! The walk: one traversal in canonical order that visits every node once and lets each rule judge its own.

use std::sync::LazyLock;

use fearless_simd::Level;

use crate::check::diagnostic::{Argument, Arguments, Diagnostic, Fix, Safety};
use crate::check::facts::{Facts, Text};
use crate::check::patch::Operation;
use crate::check::pointer::Segment;
use crate::check::rule::Judge;
use crate::check::{Context, Report, Rule, Severity};
use crate::network::Network;
use crate::organisation::{Identifier, Organisation};
use crate::practice::{Budget, Innovator, Period, Practice};
use crate::record::{AnyRecord, Kept, Node, Own};
use crate::results::{Indicator, ResultItem, Results};
use crate::rules::{self, RULES, parties, shape, topic};
use crate::value::address::Address;
use crate::value::{Json, LocalisedText, Number, PartialDate};

/// The most findings that a report of one record holds; the last says how many there were.
pub(crate) const MAX_FOUND: usize = 1000;

/// The largest text of a record, in bytes.
pub(crate) const MAX_TEXT: usize = 1 << 20;

/// The rules in the order of their table, sorted by what they judge; and the method of the walk that
/// lets the rules of each kind judge a node.
macro_rules! plan {
    ($( $kind:ident: $Judge:ident($node:ty); )+) => {
        #[derive(Default)]
        struct Plan {
            tag: Vec<for<'w, 'a, 't> fn(&'a str, bool, &'w mut Walk<'a, 't>)>,
            link: Vec<for<'w, 'b, 'a, 't> fn(&'a str, &'b Address<'a>, &'w mut Walk<'a, 't>)>,
            text: Vec<for<'w, 'a, 't> fn(Text<'a>, &'w mut Walk<'a, 't>)>,
            /// For each fact the places in `text` of the rules that look for it, a bit each.
            text_by_fact: [u64; Facts::COUNT],
            $( $kind: Vec<for<'w, 'a, 't> fn($node, &'w mut Walk<'a, 't>)>, )+
        }

        static PLAN: LazyLock<Plan> = LazyLock::new(|| {
            let mut plan = Plan::default();
            for rule in RULES.iter().copied().flatten() {
                match rule.judge {
                    Judge::Machine => {}
                    Judge::Tag(judge) => plan.tag.push(judge),
                    Judge::Link(judge) => plan.link.push(judge),
                    Judge::Text(facts, judge) => {
                        let bit = 1 << plan.text.len();
                        for fact in facts.each() {
                            if let Some(rules) = plan.text_by_fact.get_mut(fact) {
                                *rules |= bit;
                            }
                        }
                        plan.text.push(judge);
                    }
                    $( Judge::$Judge(judge) => plan.$kind.push(judge), )+
                }
            }
            plan
        });

        impl<'a, 't> Walk<'a, 't> { $(
            pub(crate) fn $kind(&mut self, node: $node) {
                PLAN.$kind.iter().for_each(|judge| judge(node, self));
            }
        )+ }
    };
}

plan! {
    practice_rules: Practice(&'a Practice<'t>);
    innovator_rules: Innovator(&'a Innovator<'t>);
    period: Period(&'a Period<'t>);
    organisation_rules: Organisation(&'a Organisation<'t>);
    network_rules: Network(&'a Network<'t>);
    repeats: Repeats(&'a Network<'t>);
    indicator: Indicator(&'a Indicator<'t>);
    date: Date(PartialDate);
    number: Number(Number);
    results: Results(&'a Results<'t>);
    result_item: ResultItem(&'a ResultItem<'t>);
    identifier: Identifier(&'a Identifier<'t>);
    budget: Budget(&'a Budget<'t>);
    localised: Localised(&'a LocalisedText<'t>);
    territory: Territory(&'a str);
    phone: Phone(&'a str);
    email: Email(&'a str);
}

/// The state of one traversal: where it stands, what it found.
pub struct Walk<'a, 't> {
    practice: &'a Practice<'t>,
    context: &'a Context,
    path: Vec<Segment<'a>>,
    found: Vec<Diagnostic>,
    /// Findings beyond the limit.
    beyond: usize,
    /// Findings that forbid `Sound`, whatever weight they show.
    blocking: usize,
    /// Findings that the context weighs as errors, those beyond the limit too.
    errors: usize,
    /// Every text met, for the rules that judge a link by the whole record.
    texts: Vec<&'a str>,
    /// The links that should be about the record, with their places.
    about: Vec<(Vec<Segment<'a>>, Address<'a>)>,
    /// The links of its organisations and its source.
    others: Vec<Address<'a>>,
    /// What the processor does many bytes at once with.
    level: Level,
    /// The country of the organisation, or of the innovator, that was met last.
    country: Option<&'a str>,
}

impl<'a, 't> Walk<'a, 't> {
    /// Lets every rule judge every node of a practice.
    pub(crate) fn over(practice: &'a Practice<'t>, context: &'a Context) -> Report {
        let mut walk = Walk {
            practice,
            context,
            path: Vec::with_capacity(8),
            found: Vec::new(),
            beyond: 0,
            blocking: 0,
            errors: 0,
            texts: Vec::with_capacity(32),
            about: Vec::new(),
            others: Vec::new(),
            level: Level::new(),
            country: None,
        };
        practice.walk(&mut walk);
        walk.links_by_the_record();
        let mut report = Report::new(context.profile(), context.rules_version());
        report.extend(walk.found, walk.blocking, walk.errors);
        if walk.beyond > 0
            && let Some(severity) = context.severity(&shape::TOO_MANY_FAULTS)
        {
            let mut arguments = Arguments::default();
            arguments.push("n", walk.beyond);
            arguments.push("limit", MAX_FOUND);
            report.push(Diagnostic::new(
                &shape::TOO_MANY_FAULTS,
                severity,
                String::new(),
                arguments,
            ));
        }
        report
    }

    /// Judges the links that depend on the words of the whole record, once all were met.
    fn links_by_the_record(&mut self) {
        if self.about.is_empty() {
            return;
        }
        let about: Vec<_> = self.about.iter().map(|(_, address)| address).collect();
        let others: Vec<_> = self.others.iter().collect();
        let strangers = topic::strangers(&self.texts, &about, &others);
        let mut about = std::mem::take(&mut self.about);
        for place in strangers {
            if let Some((path, address)) = about.get_mut(place) {
                self.path = std::mem::take(path);
                rules::link::off_topic(address, self);
            }
        }
    }

    /// Returns the practice that is walked.
    pub(crate) fn practice(&self) -> &'a Practice<'t> {
        self.practice
    }

    /// Returns the country where the contact is that the walk stands in: the organisation's; an
    /// innovator's is that of the practice's initiator.
    pub(crate) fn country(&self) -> Option<&'a str> {
        self.country
    }

    /// Returns the context of the check.
    pub(crate) fn context(&self) -> &'a Context {
        self.context
    }

    /// Returns where the walk stands.
    pub(crate) fn path(&self) -> &[Segment<'a>] {
        &self.path
    }

    /// True when the report holds all that it may; what follows is counted only.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= MAX_FOUND
    }

    /// True when the context silences the rule: its findings need no words.
    pub(crate) fn is_off(&self, rule: &Rule) -> bool {
        self.context.severity(rule).is_none()
    }

    /// Runs a closure one step deeper.
    pub(crate) fn inside(
        &mut self,
        segment: impl Into<Segment<'a>>,
        visit: impl FnOnce(&mut Self),
    ) {
        self.path.push(segment.into());
        visit(self);
        self.path.pop();
    }

    /// Begins a finding at the node where the walk stands.
    pub(crate) fn find<'w>(&'w mut self, rule: &'static Rule) -> Finding<'w, 'a, 't> {
        let mut pointer = String::new();
        if !self.is_full() {
            for segment in &self.path {
                segment.write(&mut pointer);
            }
        }
        Finding {
            walk: self,
            rule,
            weight: rule.severity,
            pointer,
            arguments: Arguments::default(),
            fix: None,
            occurrence: 0,
        }
    }

    /// Judges what an object holds that did not fit.
    pub(crate) fn kept(&mut self, kept: &'a Kept<'t>, record: &dyn AnyRecord) {
        if !kept.is_empty() {
            shape::judge(kept, Some(record), self);
            rules::results::kept_numbers(kept, self);
        }
    }

    pub(crate) fn kept_texts(&mut self, kept: &'a Kept<'t>) {
        if !kept.is_empty() {
            shape::judge(kept, None, self);
        }
    }

    pub(crate) fn organisation(&mut self, node: &'a Organisation<'t>) {
        self.country = node.country.as_deref();
        self.organisation_rules(node);
    }

    pub(crate) fn innovator(&mut self, node: &'a Innovator<'t>) {
        let initiator = self.practice.initiator.as_ref();
        self.country = initiator.and_then(|initiator| initiator.country.as_deref());
        self.innovator_rules(node);
    }

    pub(crate) fn link(&mut self, link: &'a str) {
        let address = Address::of(link);
        PLAN.link
            .iter()
            .for_each(|judge| judge(link, &address, self));
        if !is_about(&self.path) {
            self.others.push(address);
        } else if !topic::is_on_media_host(&address) {
            self.about.push((self.path.clone(), address));
        }
    }

    pub(crate) fn network(&mut self, network: &'a Network<'t>) {
        self.network_rules(network);
        if parties::may_repeat(network, self.practice.initiator.as_ref()) {
            self.repeats(network);
        }
    }

    /// Lets the rules judge the language of the record.
    pub(crate) fn language(&mut self, tag: &'a str) {
        PLAN.tag.iter().for_each(|judge| judge(tag, false, self));
    }

    /// Lets the rules judge a key of a language map.
    pub(crate) fn language_key(&mut self, tag: &'a str) {
        PLAN.tag.iter().for_each(|judge| judge(tag, true, self));
    }

    /// Lets the rules judge a name, a code or an address.
    pub(crate) fn text(&mut self, text: &'a str) {
        self.words(text, None, false);
    }

    /// Lets the rules judge a text of a language map, or a bare one.
    pub(crate) fn localised_text(&mut self, text: &'a str, language: &'a str, alone: bool) {
        self.texts.push(text);
        self.words(text, Some(language), alone);
    }

    fn words(&mut self, text: &'a str, language: Option<&'a str>, alone: bool) {
        let facts = Facts::of(self.level, text, language);
        let text = Text {
            text,
            language,
            alone,
            facts,
        };
        let mut rules = facts.each().fold(0, |rules, fact| {
            rules | PLAN.text_by_fact.get(fact).copied().unwrap_or_default()
        });
        while rules != 0 {
            let next = rules.trailing_zeros();
            rules &= rules - 1;
            if let Some(judge) = PLAN.text.get(next as usize) {
                judge(text, self);
            }
        }
    }
}

/// True for a link that should be about the practice: not the address of an organisation or of the source.
fn is_about(path: &[Segment<'_>]) -> bool {
    matches!(path.first(), Some(Segment::Field("media" | "results")))
}

/// Returns the operation that every patch begins with.
pub(crate) fn test(path: &str, old: Json<'_>) -> Operation<'static> {
    Operation::Test {
        path: path.to_owned(),
        value: old.own(),
    }
}

/// A finding that is being described.
#[must_use = "a finding counts once it is reported"]
pub(crate) struct Finding<'w, 'a, 't> {
    walk: &'w mut Walk<'a, 't>,
    rule: &'static Rule,
    weight: Severity,
    pointer: String,
    arguments: Arguments,
    fix: Option<Fix>,
    occurrence: usize,
}

impl Finding<'_, '_, '_> {
    /// Moves the finding one step deeper.
    pub(crate) fn at<'s>(mut self, segment: impl Into<Segment<'s>>) -> Self {
        segment.into().write(&mut self.pointer);
        self
    }

    /// Adds an argument of the message.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push(name, value);
        self
    }

    /// Makes the finding weigh more than its rule does.
    pub(crate) fn raised_to(mut self, weight: Severity) -> Self {
        self.weight = self.weight.max(weight);
        self
    }

    /// Adds a mend, made from the pointer of the finding.
    pub(crate) fn fix(
        mut self,
        safety: Safety,
        patch: impl FnOnce(&str) -> Vec<Operation<'static>>,
    ) -> Self {
        self.fix = Some(Fix {
            safety,
            patch: patch(&self.pointer),
        });
        self
    }

    /// Adds the mend that puts a better value in place of the old one, where there is a better one.
    pub(crate) fn replace(self, safety: Safety, old: Json<'_>, better: Option<Json<'_>>) -> Self {
        let Some(better) = better else { return self };
        self.fix(safety, |path| {
            vec![
                test(path, old),
                Operation::Replace {
                    path: path.to_owned(),
                    value: better.own(),
                },
            ]
        })
    }

    /// Adds the mend that takes the old value away.
    pub(crate) fn remove(self, safety: Safety, old: Json<'_>) -> Self {
        self.fix(safety, |path| {
            vec![
                test(path, old),
                Operation::Remove {
                    path: path.to_owned(),
                },
            ]
        })
    }

    /// Says which of several fields of one name is meant; 0 is the first.
    pub(crate) fn occurrence(mut self, occurrence: usize) -> Self {
        self.occurrence = occurrence;
        self
    }

    /// Adds the finding to the report, as the context weighs it.
    pub(crate) fn report(self) {
        let Finding {
            walk,
            rule,
            weight,
            pointer,
            arguments,
            fix,
            occurrence,
        } = self;
        if walk.context.binding(rule, weight) == Severity::Error {
            walk.blocking += 1;
        }
        let Some(severity) = walk.context.shown(rule, weight) else {
            return;
        };
        walk.errors += usize::from(severity == Severity::Error);
        if walk.is_full() {
            walk.beyond += 1;
            return;
        }
        let mut diagnostic = Diagnostic::new(rule, severity, pointer, arguments);
        diagnostic.fix = fix;
        diagnostic.occurrence = occurrence;
        walk.found.push(diagnostic);
    }
}
