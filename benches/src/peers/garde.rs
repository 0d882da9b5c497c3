//! The record as an application would write it with serde and garde.

use garde::Validate;
use garde::error::{Path, Report};
use serde::Deserialize;

use super::judges::{self, Judged};
use crate::mirror::{Localised, Party};

/// Returns true for a record that decodes and in which garde finds no fault.
#[must_use]
pub fn accepts(record: &[u8]) -> bool {
    serde_json::from_slice::<Practice>(record).is_ok_and(|practice| practice.validate().is_ok())
}

/// Makes a rule of garde of a judgement.
fn by<T: ?Sized>(judge: fn(&T) -> Judged) -> impl FnOnce(&T, &()) -> garde::Result {
    move |value, ()| judge(value).map_err(garde::Error::new)
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[garde(custom(by(together)))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Practice {
    #[garde(range(equal = 1))]
    pub format: Option<u64>,
    #[garde(required, pattern(judges::ID), length(max = 100))]
    pub id: Option<String>,
    #[garde(pattern(judges::TAG))]
    pub language: Option<String>,
    #[garde(dive)]
    pub source: Option<Source>,
    #[garde(inner(custom(by(judges::status))))]
    pub status: Option<String>,
    #[garde(required, inner(custom(by(judges::localised))))]
    pub title: Option<Localised>,
    #[garde(inner(custom(by(judges::localised))))]
    pub summary: Option<Localised>,
    #[garde(custom(by(judges::themes)))]
    pub themes: Vec<String>,
    #[garde(inner(custom(by(judges::localised))))]
    pub audience: Option<Localised>,
    pub territories: Vec<String>,
    #[garde(dive)]
    pub period: Option<Period>,
    #[garde(required, inner(custom(by(judges::localised))))]
    pub background: Option<Localised>,
    #[garde(required, inner(custom(by(judges::localised))))]
    pub description: Option<Localised>,
    #[garde(inner(custom(by(judges::localised))), custom(by(judges::objectives)))]
    pub objectives: Vec<Localised>,
    #[garde(required, dive)]
    pub initiator: Option<Organisation>,
    #[garde(dive)]
    pub network: Option<Network>,
    #[garde(required, dive)]
    pub results: Option<Results>,
    #[garde(dive)]
    pub project: Option<Project>,
    #[garde(dive)]
    pub awards: Vec<Award>,
    #[garde(dive)]
    pub media: Vec<MediaLink>,
    #[garde(dive)]
    pub innovator: Option<Innovator>,
    #[garde(
        required,
        inner(custom(by(judges::date))),
        inner(custom(by(judges::publication)))
    )]
    pub published: Option<String>,
    #[garde(inner(custom(by(judges::date))))]
    pub modified: Option<String>,
    #[garde(pattern(judges::ID), length(max = 100))]
    pub replaced_by: Option<String>,
    #[garde(inner(custom(by(judges::text))))]
    pub licence: Option<String>,
    pub stated_nominations: Option<u64>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Source {
    #[garde(inner(custom(by(judges::text))))]
    pub register: Option<String>,
    #[garde(inner(custom(by(judges::text))))]
    pub publisher: Option<String>,
    #[garde(inner(custom(by(judges::text))))]
    pub key: Option<String>,
    #[garde(inner(custom(by(judges::text))))]
    pub number: Option<String>,
    #[garde(url, inner(custom(by(judges::link))))]
    pub url: Option<String>,
    #[garde(inner(custom(by(judges::date))))]
    pub retrieved: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[garde(custom(by(period)))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Period {
    #[garde(inner(custom(by(judges::date))))]
    pub start: Option<String>,
    #[garde(inner(custom(by(judges::date))))]
    pub end: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Project {
    #[garde(inner(custom(by(judges::localised))))]
    pub name: Option<Localised>,
    #[garde(inner(custom(by(judges::localised))))]
    pub programme: Option<Localised>,
    #[garde(inner(custom(by(judges::text))))]
    pub number: Option<String>,
    #[garde(dive)]
    pub budget: Option<Budget>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Budget {
    pub amount: Option<f64>,
    #[garde(pattern(judges::CURRENCY))]
    pub currency: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Award {
    #[garde(inner(custom(by(judges::localised))))]
    pub name: Option<Localised>,
    #[garde(inner(custom(by(judges::text))))]
    pub edition: Option<String>,
    #[garde(inner(custom(by(judges::localised))))]
    pub category: Option<Localised>,
    pub place: Option<u64>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct MediaLink {
    #[garde(url, inner(custom(by(judges::link))))]
    pub url: Option<String>,
    #[garde(inner(custom(by(judges::text))))]
    pub kind: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Innovator {
    #[garde(inner(custom(by(judges::text))), inner(custom(by(judges::login))))]
    pub name: Option<String>,
    #[garde(dive)]
    pub contact: Option<Contact>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Organisation {
    #[garde(required, inner(custom(by(judges::localised))))]
    pub name: Option<Localised>,
    #[garde(inner(custom(by(judges::kind))))]
    pub kind: Option<String>,
    #[garde(dive)]
    pub identifiers: Vec<Identifier>,
    #[garde(pattern(judges::COUNTRY))]
    pub country: Option<String>,
    pub territory: Option<String>,
    #[garde(dive)]
    pub contact: Option<Contact>,
    #[garde(url, inner(custom(by(judges::link))))]
    pub website: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[garde(custom(by(identifier)))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Identifier {
    pub scheme: Option<String>,
    pub value: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Contact {
    #[garde(inner(custom(by(judges::text))))]
    pub person: Option<String>,
    #[garde(inner(custom(by(judges::text))))]
    pub position: Option<String>,
    #[garde(inner(custom(by(judges::text))))]
    pub address: Option<String>,
    #[garde(pattern(judges::PHONE))]
    pub phone: Option<String>,
    #[garde(pattern(judges::PHONE))]
    pub fax: Option<String>,
    #[garde(email)]
    pub email: Option<String>,
    #[garde(url, inner(custom(by(judges::link))))]
    pub url: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[garde(custom(by(members)))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Network {
    pub territory: Option<String>,
    #[garde(dive)]
    pub members: Vec<Member>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Member {
    #[garde(inner(custom(by(judges::role))))]
    pub role: Option<String>,
    #[garde(dive)]
    pub organisation: Option<Party<Organisation>>,
    #[garde(dive)]
    pub agreement: Option<Agreement>,
    #[garde(inner(custom(by(judges::date))))]
    pub since: Option<String>,
    #[garde(inner(custom(by(judges::date))))]
    pub until: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Agreement {
    #[garde(dive)]
    pub with: Option<Party<Organisation>>,
    #[garde(inner(custom(by(judges::localised))))]
    pub subject: Option<Localised>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[garde(custom(by(results)))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Results {
    #[garde(inner(custom(by(judges::localised))))]
    pub narrative: Option<Localised>,
    #[garde(dive)]
    pub items: Vec<ResultItem>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct ResultItem {
    #[garde(inner(custom(by(judges::text))))]
    pub kind: Option<String>,
    #[garde(inner(custom(by(judges::localised))))]
    pub title: Option<Localised>,
    #[garde(inner(custom(by(judges::state))))]
    pub state: Option<String>,
    #[garde(dive)]
    pub indicator: Option<Indicator>,
    #[garde(inner(url), inner(custom(by(judges::link))))]
    pub evidence: Vec<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[garde(allow_unvalidated)]
#[garde(custom(by(indicator)))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Indicator {
    #[garde(inner(custom(by(judges::text))))]
    pub unit: Option<String>,
    #[garde(range(min = 0.0))]
    pub baseline: Option<f64>,
    #[garde(range(min = 0.0))]
    pub target: Option<f64>,
    #[garde(range(min = 0.0))]
    pub actual: Option<f64>,
    #[garde(dive)]
    pub period: Option<Period>,
}

impl Validate for Party<Organisation> {
    type Context = ();

    fn validate_into(&self, context: &(), parent: &mut dyn FnMut() -> Path, report: &mut Report) {
        if let Party::Organisation(organisation) = self {
            organisation.validate_into(context, parent, report);
        }
    }
}

fn together(practice: &Practice) -> Judged {
    judges::links(practice.media.iter().map(|media| media.url.as_deref()))?;
    let initiator = practice.initiator.as_ref();
    let website = initiator.and_then(|initiator| initiator.website.as_ref());
    let contact = initiator.and_then(|initiator| initiator.contact.as_ref());
    let innovator = practice.innovator.as_ref();
    let own = innovator.and_then(|innovator| innovator.contact.as_ref());
    judges::contact(website.is_some() || contact.or(own).is_some())
}

fn period(period: &Period) -> Judged {
    judges::period(period.start.as_deref(), period.end.as_deref())
}

fn identifier(identifier: &Identifier) -> Judged {
    judges::identifier(identifier.scheme.as_deref(), identifier.value.as_deref())
}

fn members(network: &Network) -> Judged {
    judges::members(network.members.iter().map(|member| member.role.as_deref()))
}

fn results(results: &Results) -> Judged {
    judges::results(results.narrative.as_ref(), results.items.len())
}

fn indicator(indicator: &Indicator) -> Judged {
    judges::indicator(indicator.unit.as_deref(), indicator.actual)
}
