//! The record as an application would write it with serde and validator.

use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError, ValidationErrors};

use super::judges;
use crate::mirror::{Localised, Party};

/// Returns true for a record that decodes and in which validator finds no fault.
#[must_use]
pub fn accepts(record: &[u8]) -> bool {
    serde_json::from_slice::<Practice>(record).is_ok_and(|practice| practice.validate().is_ok())
}

type Validated = Result<(), ValidationError>;

/// The judgements as functions of validator.
mod rule {
    use validator::{ValidateUrl, ValidationError};

    use super::super::judges;
    use super::Validated;
    use crate::mirror::Localised;

    macro_rules! judged {
        ($($judge:ident: $Value:ty),+ $(,)?) => { $(
            pub(super) fn $judge(value: &$Value) -> Validated {
                judges::$judge(value).map_err(ValidationError::new)
            }
        )+ };
    }

    judged! {
        text: str,
        localised: Localised,
        objectives: [Localised],
        themes: [String],
        date: str,
        publication: str,
        link: str,
        status: str,
        kind: str,
        role: str,
        state: str,
        login: str,
    }

    // Validator has no rule for each item of a list of texts.

    pub(super) fn each_localised(texts: &[Localised]) -> Validated {
        texts.iter().try_for_each(localised)
    }

    pub(super) fn each_link(links: &[String]) -> Validated {
        if links.iter().all(ValidateUrl::validate_url) {
            links.iter().try_for_each(|address| link(address))
        } else {
            Err(ValidationError::new("link/malformed"))
        }
    }
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = together, skip_on_field_errors = false))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Practice {
    #[validate(range(min = 1, max = 1))]
    pub format: Option<u64>,
    #[validate(required, regex(path = *judges::ID), length(max = 100))]
    pub id: Option<String>,
    #[validate(regex(path = *judges::TAG))]
    pub language: Option<String>,
    #[validate(nested)]
    pub source: Option<Source>,
    #[validate(custom(function = rule::status))]
    pub status: Option<String>,
    #[validate(required, custom(function = rule::localised))]
    pub title: Option<Localised>,
    #[validate(custom(function = rule::localised))]
    pub summary: Option<Localised>,
    #[validate(custom(function = rule::themes))]
    pub themes: Vec<String>,
    #[validate(custom(function = rule::localised))]
    pub audience: Option<Localised>,
    pub territories: Vec<String>,
    #[validate(nested)]
    pub period: Option<Period>,
    #[validate(required, custom(function = rule::localised))]
    pub background: Option<Localised>,
    #[validate(required, custom(function = rule::localised))]
    pub description: Option<Localised>,
    #[validate(custom(function = rule::each_localised), custom(function = rule::objectives))]
    pub objectives: Vec<Localised>,
    #[validate(required, nested)]
    pub initiator: Option<Organisation>,
    #[validate(nested)]
    pub network: Option<Network>,
    #[validate(required, nested)]
    pub results: Option<Results>,
    #[validate(nested)]
    pub project: Option<Project>,
    #[validate(nested)]
    pub awards: Vec<Award>,
    #[validate(nested)]
    pub media: Vec<MediaLink>,
    #[validate(nested)]
    pub innovator: Option<Innovator>,
    #[validate(required, custom(function = rule::date), custom(function = rule::publication))]
    pub published: Option<String>,
    #[validate(custom(function = rule::date))]
    pub modified: Option<String>,
    #[validate(regex(path = *judges::ID), length(max = 100))]
    pub replaced_by: Option<String>,
    #[validate(custom(function = rule::text))]
    pub licence: Option<String>,
    pub stated_nominations: Option<u64>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Source {
    #[validate(custom(function = rule::text))]
    pub register: Option<String>,
    #[validate(custom(function = rule::text))]
    pub publisher: Option<String>,
    #[validate(custom(function = rule::text))]
    pub key: Option<String>,
    #[validate(custom(function = rule::text))]
    pub number: Option<String>,
    #[validate(url, custom(function = rule::link))]
    pub url: Option<String>,
    #[validate(custom(function = rule::date))]
    pub retrieved: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = period, skip_on_field_errors = false))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Period {
    #[validate(custom(function = rule::date))]
    pub start: Option<String>,
    #[validate(custom(function = rule::date))]
    pub end: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Project {
    #[validate(custom(function = rule::localised))]
    pub name: Option<Localised>,
    #[validate(custom(function = rule::localised))]
    pub programme: Option<Localised>,
    #[validate(custom(function = rule::text))]
    pub number: Option<String>,
    #[validate(nested)]
    pub budget: Option<Budget>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Budget {
    pub amount: Option<f64>,
    #[validate(regex(path = *judges::CURRENCY))]
    pub currency: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Award {
    #[validate(custom(function = rule::localised))]
    pub name: Option<Localised>,
    #[validate(custom(function = rule::text))]
    pub edition: Option<String>,
    #[validate(custom(function = rule::localised))]
    pub category: Option<Localised>,
    pub place: Option<u64>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct MediaLink {
    #[validate(url, custom(function = rule::link))]
    pub url: Option<String>,
    #[validate(custom(function = rule::text))]
    pub kind: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Innovator {
    #[validate(custom(function = rule::text), custom(function = rule::login))]
    pub name: Option<String>,
    #[validate(nested)]
    pub contact: Option<Contact>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Organisation {
    #[validate(required, custom(function = rule::localised))]
    pub name: Option<Localised>,
    #[validate(custom(function = rule::kind))]
    pub kind: Option<String>,
    #[validate(nested)]
    pub identifiers: Vec<Identifier>,
    #[validate(regex(path = *judges::COUNTRY))]
    pub country: Option<String>,
    pub territory: Option<String>,
    #[validate(nested)]
    pub contact: Option<Contact>,
    #[validate(url, custom(function = rule::link))]
    pub website: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = identifier, skip_on_field_errors = false))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Identifier {
    pub scheme: Option<String>,
    pub value: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Contact {
    #[validate(custom(function = rule::text))]
    pub person: Option<String>,
    #[validate(custom(function = rule::text))]
    pub position: Option<String>,
    #[validate(custom(function = rule::text))]
    pub address: Option<String>,
    #[validate(regex(path = *judges::PHONE))]
    pub phone: Option<String>,
    #[validate(regex(path = *judges::PHONE))]
    pub fax: Option<String>,
    #[validate(email)]
    pub email: Option<String>,
    #[validate(url, custom(function = rule::link))]
    pub url: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = members, skip_on_field_errors = false))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Network {
    pub territory: Option<String>,
    #[validate(nested)]
    pub members: Vec<Member>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Member {
    #[validate(custom(function = rule::role))]
    pub role: Option<String>,
    #[validate(nested)]
    pub organisation: Option<Party<Organisation>>,
    #[validate(nested)]
    pub agreement: Option<Agreement>,
    #[validate(custom(function = rule::date))]
    pub since: Option<String>,
    #[validate(custom(function = rule::date))]
    pub until: Option<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Agreement {
    #[validate(nested)]
    pub with: Option<Party<Organisation>>,
    #[validate(custom(function = rule::localised))]
    pub subject: Option<Localised>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = results, skip_on_field_errors = false))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Results {
    #[validate(custom(function = rule::localised))]
    pub narrative: Option<Localised>,
    #[validate(nested)]
    pub items: Vec<ResultItem>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct ResultItem {
    #[validate(custom(function = rule::text))]
    pub kind: Option<String>,
    #[validate(custom(function = rule::localised))]
    pub title: Option<Localised>,
    #[validate(custom(function = rule::state))]
    pub state: Option<String>,
    #[validate(nested)]
    pub indicator: Option<Indicator>,
    #[validate(custom(function = rule::each_link))]
    pub evidence: Vec<String>,
}

/// The record type of the same name.
#[derive(Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = indicator, skip_on_field_errors = false))]
#[expect(missing_docs, reason = "the fields of the record")]
pub struct Indicator {
    #[validate(custom(function = rule::text))]
    pub unit: Option<String>,
    #[validate(range(min = 0.0))]
    pub baseline: Option<f64>,
    #[validate(range(min = 0.0))]
    pub target: Option<f64>,
    #[validate(range(min = 0.0))]
    pub actual: Option<f64>,
    #[validate(nested)]
    pub period: Option<Period>,
}

impl Validate for Party<Organisation> {
    fn validate(&self) -> Result<(), ValidationErrors> {
        match self {
            Party::Initiator => Ok(()),
            Party::Organisation(organisation) => organisation.validate(),
        }
    }
}

fn together(practice: &Practice) -> Validated {
    judges::links(practice.media.iter().map(|media| media.url.as_deref()))
        .map_err(ValidationError::new)?;
    let initiator = practice.initiator.as_ref();
    let website = initiator.and_then(|initiator| initiator.website.as_ref());
    let contact = initiator.and_then(|initiator| initiator.contact.as_ref());
    let innovator = practice.innovator.as_ref();
    let own = innovator.and_then(|innovator| innovator.contact.as_ref());
    judges::contact(website.is_some() || contact.or(own).is_some()).map_err(ValidationError::new)
}

fn period(period: &Period) -> Validated {
    judges::period(period.start.as_deref(), period.end.as_deref()).map_err(ValidationError::new)
}

fn identifier(identifier: &Identifier) -> Validated {
    judges::identifier(identifier.scheme.as_deref(), identifier.value.as_deref())
        .map_err(ValidationError::new)
}

fn members(network: &Network) -> Validated {
    judges::members(network.members.iter().map(|member| member.role.as_deref()))
        .map_err(ValidationError::new)
}

fn results(results: &Results) -> Validated {
    judges::results(results.narrative.as_ref(), results.items.len()).map_err(ValidationError::new)
}

fn indicator(indicator: &Indicator) -> Validated {
    judges::indicator(indicator.unit.as_deref(), indicator.actual).map_err(ValidationError::new)
}
