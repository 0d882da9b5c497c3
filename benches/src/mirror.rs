//! The record as an application would write it with plain serde: owned structs of the same shape.
//!
//! They are the floor that reading is measured against, and the structs that garde and validator
//! judge. Language maps are vectors of pairs, the fastest form that keeps the order.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

/// A language map.
#[derive(Debug, Default, Serialize)]
pub struct Localised(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for Localised {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Localised;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a language map")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Localised, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Localised(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// The initiator by its word, or an organisation.
#[derive(Debug, Serialize)]
pub enum Party<O = Organisation> {
    /// The word `initiator`.
    #[serde(rename = "initiator")]
    Initiator,
    /// An organisation.
    #[serde(untagged)]
    Organisation(Box<O>),
}

impl<'de, O: Deserialize<'de>> Deserialize<'de> for Party<O> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordOrMap<O>(PhantomData<O>);
        impl<'de, O: Deserialize<'de>> Visitor<'de> for WordOrMap<O> {
            type Value = Party<O>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`initiator` or an organisation")
            }
            fn visit_str<E>(self, _: &str) -> Result<Party<O>, E> {
                Ok(Party::Initiator)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Party<O>, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                O::deserialize(map).map(Box::new).map(Party::Organisation)
            }
        }
        deserializer.deserialize_any(WordOrMap(PhantomData))
    }
}

macro_rules! mirrors {
    ($( $(#[$meta:meta])* $Type:ident { $( $field:ident: $Field:ty, )+ } )+) => { $(
        /// The record type of the same name, owned.
        #[derive(Debug, Default, Deserialize)]
        #[serde(default)]
        #[expect(missing_docs, reason = "the fields of the record")]
        pub struct $Type { $( pub $field: $Field, )+ }
    )+ };
}

mirrors! {
    Practice {
        format: Option<u64>,
        id: Option<String>,
        language: Option<String>,
        source: Option<Source>,
        status: Option<String>,
        title: Option<Localised>,
        summary: Option<Localised>,
        themes: Vec<String>,
        audience: Option<Localised>,
        territories: Vec<String>,
        period: Option<Period>,
        background: Option<Localised>,
        description: Option<Localised>,
        objectives: Vec<Localised>,
        initiator: Option<Organisation>,
        network: Option<Network>,
        results: Option<Results>,
        project: Option<Project>,
        awards: Vec<Award>,
        media: Vec<MediaLink>,
        innovator: Option<Innovator>,
        published: Option<String>,
        modified: Option<String>,
        replaced_by: Option<String>,
        licence: Option<String>,
        stated_nominations: Option<u64>,
    }
    Source {
        register: Option<String>,
        publisher: Option<String>,
        key: Option<String>,
        number: Option<String>,
        url: Option<String>,
        retrieved: Option<String>,
    }
    Period { start: Option<String>, end: Option<String>, }
    Project {
        name: Option<Localised>,
        programme: Option<Localised>,
        number: Option<String>,
        budget: Option<Budget>,
    }
    Budget { amount: Option<f64>, currency: Option<String>, }
    Award {
        name: Option<Localised>,
        edition: Option<String>,
        category: Option<Localised>,
        place: Option<u64>,
    }
    MediaLink { url: Option<String>, kind: Option<String>, }
    Innovator { name: Option<String>, contact: Option<Contact>, }
    Organisation {
        name: Option<Localised>,
        kind: Option<String>,
        identifiers: Vec<Identifier>,
        country: Option<String>,
        territory: Option<String>,
        contact: Option<Contact>,
        website: Option<String>,
    }
    Identifier { scheme: Option<String>, value: Option<String>, }
    Contact {
        person: Option<String>,
        position: Option<String>,
        address: Option<String>,
        phone: Option<String>,
        fax: Option<String>,
        email: Option<String>,
        url: Option<String>,
    }
    Network { territory: Option<String>, members: Vec<Member>, }
    Member {
        role: Option<String>,
        organisation: Option<Party>,
        agreement: Option<Agreement>,
        since: Option<String>,
        until: Option<String>,
    }
    Agreement { with: Option<Party>, subject: Option<Localised>, }
    Results { narrative: Option<Localised>, items: Vec<ResultItem>, }
    ResultItem {
        kind: Option<String>,
        title: Option<Localised>,
        state: Option<String>,
        indicator: Option<Indicator>,
        evidence: Vec<String>,
    }
    Indicator {
        unit: Option<String>,
        baseline: Option<f64>,
        target: Option<f64>,
        actual: Option<f64>,
        period: Option<Period>,
    }
}
