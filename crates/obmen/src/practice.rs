//! A practice: what was done, why, with whom, what came of it.

use std::borrow::Cow;

use crate::network::Network;
use crate::organisation::{Contact, Organisation};
use crate::record::record;
use crate::results::Results;
use crate::value::{
    LanguageTag, Link, LocalisedText, Number, PartialDate, TerritoryCode, sets,
    transliteration::slug,
};

record! {
    /// A practice of local government: what was done, with its background, its initiator, its partner network and its results.
    pub struct Practice<'t> = "practice" judged by practice_rules {
        /// The version of this format; 1.
        pub format: Option<u64>,
        /// The record's own name in its register: lower-case letters, digits and hyphens.
        pub id: Option<Cow<'t, str>>,
        /// The language of the record, which its bare strings take.
        pub language: Option<LanguageTag<'t>>,
        /// Where the record comes from.
        pub source: Option<Source<'t>>,
        /// How far its publication is.
        pub status: Option<Status<'t>>,
        /// The practice's name.
        pub title: Option<LocalisedText<'t>>,
        /// The practice in a few sentences.
        pub summary: Option<LocalisedText<'t>>,
        /// What it is about, as words of the register's vocabulary.
        pub themes: Vec<Cow<'t, str>>,
        /// For whom it was done.
        pub audience: Option<LocalisedText<'t>>,
        /// Where it happened.
        pub territories: Vec<TerritoryCode<'t>>,
        /// When it happened.
        pub period: Option<Period<'t>>,
        /// The state of affairs before it, and why it was begun.
        pub background: Option<LocalisedText<'t>>,
        /// What was done.
        pub description: Option<LocalisedText<'t>>,
        /// What it was to reach.
        pub objectives: Vec<LocalisedText<'t>>,
        /// The organisation that started it.
        pub initiator: Option<Organisation<'t>>,
        /// The organisations that carried it out together.
        pub network: Option<Network<'t>>,
        /// What came of it.
        pub results: Option<Results<'t>>,
        /// The project that paid for it.
        pub project: Option<Project<'t>>,
        /// What it won.
        pub awards: Vec<Award<'t>>,
        /// Pages, pictures and films about it.
        pub media: Vec<MediaLink<'t>>,
        /// The person or account that published the page.
        pub innovator: Option<Innovator<'t>>,
        /// When the page was published.
        pub published: Option<PartialDate>,
        /// When the page was last changed.
        pub modified: Option<PartialDate>,
        /// The id of the record that this one was merged into.
        pub replaced_by: Option<Cow<'t, str>>,
        /// The licence of the texts: an SPDX name or an address.
        pub licence: Option<Cow<'t, str>>,
        /// How many nominations the source claims, as of its retrieval; never added to counts of a log.
        pub stated_nominations: Option<u64>,
    }
}

record! {
    /// The register that a record was taken from.
    pub struct Source<'t> = "source" {
        /// The short name of the register, such as `flgr`.
        pub register: Option<Cow<'t, str>>,
        /// Who publishes the register.
        pub publisher: Option<Cow<'t, str>>,
        /// The record's key there.
        pub key: Option<Cow<'t, str>>,
        /// The record's printed number there, such as `20070736`.
        pub number: Option<Cow<'t, str>>,
        /// The page's address.
        pub url: Option<Link<'t>>,
        /// When it was fetched.
        pub retrieved: Option<PartialDate>,
    }
}

record! {
    /// A time from a first to a last day; open where one is absent.
    pub struct Period<'t> = "period" judged by period {
        /// The first day, as far as it is known.
        pub start: Option<PartialDate>,
        /// The last day, as far as it is known.
        pub end: Option<PartialDate>,
    }
}

record! {
    /// The project within which a practice was carried out.
    pub struct Project<'t> = "project" {
        /// Its name.
        pub name: Option<LocalisedText<'t>>,
        /// The programme that it belongs to.
        pub programme: Option<LocalisedText<'t>>,
        /// Its number or contract.
        pub number: Option<Cow<'t, str>>,
        /// What it cost.
        pub budget: Option<Budget<'t>>,
    }
}

record! {
    /// An amount of money.
    pub struct Budget<'t> = "budget" judged by budget {
        /// How much.
        pub amount: Option<Number>,
        /// The currency, ISO 4217, such as `EUR`.
        pub currency: Option<Cow<'t, str>>,
    }
}

record! {
    /// A prize that a practice won.
    pub struct Award<'t> = "award" {
        /// Its name.
        pub name: Option<LocalisedText<'t>>,
        /// Which time it was given, such as `2013`.
        pub edition: Option<Cow<'t, str>>,
        /// The category.
        pub category: Option<LocalisedText<'t>>,
        /// The place reached, from 1.
        pub place: Option<u64>,
    }
}

record! {
    /// A page, picture or film about a practice.
    pub struct MediaLink<'t> = "media" {
        /// Its address.
        pub url: Option<Link<'t>>,
        /// What lies there.
        pub kind: Option<MediaKind<'t>>,
    }
}

record! {
    /// The person or account that published a page; often a login name.
    pub struct Innovator<'t> = "innovator" judged by innovator {
        /// The name shown.
        pub name: Option<Cow<'t, str>>,
        /// The contact block of the page, which is the innovator's and not the organisation's.
        pub contact: Option<Contact<'t>>,
    }
}

sets! {
    /// How far the publication of a record is.
    open Status {
        Draft = "draft", "draft", "чернова";
        Published = "published", "published", "публикувана";
        Archived = "archived", "archived", "архивирана";
        Withdrawn = "withdrawn", "withdrawn", "оттеглена";
    }
    /// What lies behind a link.
    open MediaKind {
        Article = "article", "article", "статия";
        Audio = "audio", "sound", "звук";
        Document = "document", "document", "документ";
        Image = "image", "picture", "снимка";
        Presentation = "presentation", "presentation", "презентация";
        Video = "video", "film", "видео";
        Website = "website", "website", "уебсайт";
    }
}

/// The most characters of an id.
pub(crate) const MAX_ID: usize = 100;

/// An id is made of so many words of a text that is no title.
const ID_WORDS: usize = 8;

/// A text of a practice: the pointer of its language map, its language, its words.
pub(crate) type TextAt<'a> = (&'static str, &'a str, &'a str);

impl Practice<'_> {
    /// Returns the first text that tells what the practice is: its title, else the first section that has words.
    pub(crate) fn first_text(&self) -> Option<TextAt<'_>> {
        let preferred = self.language.as_deref().unwrap_or_default();
        let narrative = self
            .results
            .as_ref()
            .and_then(|results| results.narrative.as_ref());
        [
            ("/title", self.title.as_ref()),
            ("/summary", self.summary.as_ref()),
            ("/background", self.background.as_ref()),
            ("/description", self.description.as_ref()),
            ("/results/narrative", narrative),
        ]
        .into_iter()
        .filter_map(|(pointer, text)| {
            let (language, text) = text?.best(&[preferred])?;
            Some((pointer, language, text))
        })
        .find(|(_, language, text)| !text.trim().is_empty() && !language.is_empty())
    }

    /// Returns an id for a practice that has none: the title in Latin letters, digits and hyphens, else
    /// the first eight words of its first section that has any; 100 characters at most.
    ///
    /// `None` when there are no words that Latin letters can spell. An id is never changed once it is
    /// given, and two practices may be proposed the same.
    #[must_use]
    pub fn proposed_id(&self) -> Option<String> {
        let (pointer, _, text) = self.first_text()?;
        let words = if pointer == "/title" {
            usize::MAX
        } else {
            ID_WORDS
        };
        let mut id = slug(
            &text
                .split_whitespace()
                .take(words)
                .collect::<Vec<_>>()
                .join(" "),
        );
        if id.len() > MAX_ID {
            // A slug is ASCII.
            id.truncate(MAX_ID + 1);
            id.truncate(id.rfind('-').unwrap_or(MAX_ID));
        }
        (!id.is_empty()).then_some(id)
    }
}
