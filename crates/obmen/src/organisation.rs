//! An organisation and how to reach it.

use std::borrow::Cow;

use crate::record::record;
use crate::value::{CountryCode, Email, Link, LocalisedText, Phone, TerritoryCode, sets};

record! {
    /// An organisation: an office, a company, an association.
    pub struct Organisation<'t> = "organisation" judged by organisation {
        /// Its name, as written.
        pub name: Option<LocalisedText<'t>>,
        /// What sort of organisation it is.
        pub kind: Option<OrganisationKind<'t>>,
        /// Its numbers in registers.
        pub identifiers: Vec<Identifier<'t>>,
        /// The country where it sits.
        pub country: Option<CountryCode<'t>>,
        /// Where it sits, as the code of its NUTS region or municipality.
        pub territory: Option<TerritoryCode<'t>>,
        /// How to reach it.
        pub contact: Option<Contact<'t>>,
        /// Its own site.
        pub website: Option<Link<'t>>,
    }
}

record! {
    /// A number of an organisation in a register.
    pub struct Identifier<'t> = "identifier" judged by identifier {
        /// The register: an org-id.guide prefix such as `BG-EIK`.
        pub scheme: Option<Cow<'t, str>>,
        /// The number there; leading zeros count.
        pub value: Option<Cow<'t, str>>,
    }
}

record! {
    /// How to reach a person or an organisation. Personal data: it leaves in a derived format only when asked for.
    pub struct Contact<'t> = "contact" {
        /// The person's name.
        pub person: Option<Cow<'t, str>>,
        /// The person's position.
        pub position: Option<Cow<'t, str>>,
        /// The postal address.
        pub address: Option<Cow<'t, str>>,
        /// The telephone number, as written.
        pub phone: Option<Phone<'t>>,
        /// The fax number, as written.
        pub fax: Option<Phone<'t>>,
        /// The e-mail address.
        pub email: Option<Email<'t>>,
        /// The web address.
        pub url: Option<Link<'t>>,
    }
}

sets! {
    /// What sort of organisation it is.
    open OrganisationKind {
        CivilSociety = "civil-society", "civil society organisation", "организация на гражданското общество";
        Company = "company", "company", "търговско дружество";
        DistrictAdministration = "district-administration", "district administration", "областна администрация";
        Ministry = "ministry", "ministry", "министерство";
        MunicipalCouncil = "municipal-council", "municipal council", "общински съвет";
        Municipality = "municipality", "municipality", "община";
        PublicBody = "public-body", "public body", "публична институция";
        School = "school", "school", "училище";
        University = "university", "university", "университет";
    }
}
