//! A partner network: the organisations that carried a practice out together (W3C ORG `org:OrganizationalCollaboration`).

use std::borrow::Cow;

use crate::check::walk::Walk;
use crate::organisation::Organisation;
use crate::record::{Misfit, Node, Object, Own, Problem, Shape, Taken, View, record};
use crate::value::{Json, LocalisedText, PartialDate, TerritoryCode, sets};

record! {
    /// The organisations that carried a practice out together.
    pub struct Network<'t> = "network" judged by network {
        /// The region that the network says it covers.
        pub territory: Option<TerritoryCode<'t>>,
        /// One membership a row: an organisation may be lead and funder, never partner twice.
        pub members: Vec<Member<'t>>,
    }
}

record! {
    /// An organisation's place in a network.
    pub struct Member<'t> = "member" {
        /// Its role.
        pub role: Option<Role<'t>>,
        /// Who it is.
        pub organisation: Option<Party<'t>>,
        /// The contract that ties a contractor to the network.
        pub agreement: Option<Agreement<'t>>,
        /// Since when.
        pub since: Option<PartialDate>,
        /// Until when.
        pub until: Option<PartialDate>,
    }
}

record! {
    /// A contract between a member and another party.
    pub struct Agreement<'t> = "agreement" {
        /// The other party.
        pub with: Option<Party<'t>>,
        /// What was agreed.
        pub subject: Option<LocalisedText<'t>>,
    }
}

sets! {
    /// A member's role in a network. A contractor is tied to it and is no partner.
    open Role {
        Lead = "lead", "lead", "водеща организация";
        Partner = "partner", "partner", "партньор";
        Contractor = "contractor", "contractor", "изпълнител";
        Funder = "funder", "funder", "финансираща организация";
        Supporter = "supporter", "supporter", "поддържаща организация";
    }
}

/// The word that stands for the practice's initiator.
const INITIATOR: &str = "initiator";

/// One side of a membership or a contract: the practice's initiator, or an organisation of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Party<'t> {
    /// The string `initiator`: the same organisation as the practice's, so that nothing is written twice.
    Initiator,
    /// An organisation.
    Organisation(Box<Organisation<'t>>),
}

impl<'t> Party<'t> {
    /// Returns the organisation meant: the one written here, or the initiator given.
    #[must_use]
    pub fn resolve<'a>(
        &'a self,
        initiator: Option<&'a Organisation<'t>>,
    ) -> Option<&'a Organisation<'t>> {
        match self {
            Party::Initiator => initiator,
            Party::Organisation(organisation) => Some(organisation),
        }
    }
}

impl<'t> From<Organisation<'t>> for Party<'t> {
    fn from(organisation: Organisation<'t>) -> Party<'t> {
        Party::Organisation(Box::new(organisation))
    }
}

impl<'t> Node<'t> for Party<'t> {
    const SHAPE: Shape = Shape::Party(Organisation::INFO);

    fn from_text(text: Cow<'t, str>) -> Taken<'t, Self> {
        if text == INITIATOR {
            Ok(Party::Initiator)
        } else {
            Err(Misfit {
                problem: Problem::WrongType,
                value: Json::String(text),
            })
        }
    }

    fn object(place: &mut Option<Self>) -> Option<Object<'_, 't>> {
        match place.insert(Party::Organisation(Box::default())) {
            Party::Organisation(organisation) => Some(Object::Record(&mut **organisation)),
            Party::Initiator => None,
        }
    }

    fn tag_bare(&mut self, language: &Cow<'t, str>) {
        if let Party::Organisation(organisation) = self {
            organisation.tag_bare(language);
        }
    }

    fn walk<'a>(&'a self, walk: &mut Walk<'a, 't>) {
        if let Party::Organisation(organisation) = self {
            organisation.walk(walk);
        }
    }

    fn view(&self) -> View<'_> {
        match self {
            Party::Initiator => View::Text(INITIATOR),
            Party::Organisation(organisation) => View::Record(&**organisation),
        }
    }
}

impl Own for Party<'_> {
    type Owned = Party<'static>;
    fn own(self) -> Party<'static> {
        match self {
            Party::Initiator => Party::Initiator,
            Party::Organisation(organisation) => Party::from(organisation.own()),
        }
    }
}
