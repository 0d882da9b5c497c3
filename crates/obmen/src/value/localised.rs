//! Localised text: a JSON-LD language map.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use serde::de::MapAccess;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::check::walk::Walk;
use crate::json::Key;
use crate::record::{Kept, Misfit, Node, Object, Own, Problem, Shape, Take, Taken, View};
use crate::rules;
use crate::value::Json;

/// The tag of a text whose language nobody said (BCP 47, `und`).
pub(crate) const UNDETERMINED: &str = "und";

/// The tag of a bare string until the record around it is complete.
const BARE: &str = "";

/// Up to so many tags of a map are compared one by one; a hostile map holds a million.
const FEW: usize = 8;

/// One text in one or several languages: BCP 47 tag → text, in the order of the record.
///
/// On reading a bare string is accepted: it takes the language of its record, else the default of
/// the context, else `und`.
///
/// Texts are equal whatever their order and the case of their tags.
///
/// ```
/// use obmen::value::LocalisedText;
/// let title = LocalisedText::new("bg", "Обмен").and("en", "Exchange");
/// assert_eq!(title.best(&["fr", "en"]), Some(("en", "Exchange")));
/// assert_eq!(title.best(&["fr"]), Some(("bg", "Обмен")));
/// ```
#[derive(Debug, Clone, Default)]
pub struct LocalisedText<'t> {
    texts: Pairs<'t>,
    /// What stood in the map and was no text; written back.
    pub kept: Kept<'t>,
}

type Pair<'t> = (Cow<'t, str>, Cow<'t, str>);

/// The texts with their tags; one of them takes no allocation.
#[derive(Debug, Clone)]
enum Pairs<'t> {
    One([Pair<'t>; 1]),
    Some(Vec<Pair<'t>>),
}

impl<'t> Pairs<'t> {
    fn as_slice(&self) -> &[Pair<'t>] {
        match self {
            Pairs::One(pair) => pair,
            Pairs::Some(pairs) => pairs,
        }
    }

    fn as_mut_slice(&mut self) -> &mut [Pair<'t>] {
        match self {
            Pairs::One(pair) => pair,
            Pairs::Some(pairs) => pairs,
        }
    }

    fn push(&mut self, pair: Pair<'t>) {
        *self = match std::mem::take(self) {
            Pairs::Some(pairs) if pairs.is_empty() => Pairs::One([pair]),
            Pairs::One([first]) => Pairs::Some(vec![first, pair]),
            Pairs::Some(mut pairs) => {
                pairs.push(pair);
                Pairs::Some(pairs)
            }
        };
    }
}

impl Default for Pairs<'_> {
    fn default() -> Self {
        Pairs::Some(Vec::new())
    }
}

impl Own for Pairs<'_> {
    type Owned = Pairs<'static>;
    fn own(self) -> Pairs<'static> {
        let own = |(tag, text): Pair<'_>| (tag.own(), text.own());
        match self {
            Pairs::One(pair) => Pairs::One(pair.map(own)),
            Pairs::Some(pairs) => Pairs::Some(pairs.into_iter().map(own).collect()),
        }
    }
}

impl<'t> LocalisedText<'t> {
    /// Returns the text in one language.
    #[must_use]
    pub fn new(
        language: impl Into<Cow<'t, str>>,
        text: impl Into<Cow<'t, str>>,
    ) -> LocalisedText<'t> {
        LocalisedText {
            texts: Pairs::One([(language.into(), text.into())]),
            kept: Kept::default(),
        }
    }

    /// Returns the same with the text of one more language; a text of that language is replaced.
    #[must_use]
    pub fn and(
        mut self,
        language: impl Into<Cow<'t, str>>,
        text: impl Into<Cow<'t, str>>,
    ) -> LocalisedText<'t> {
        self.insert(language, text);
        self
    }

    /// Sets the text of a language.
    pub fn insert(&mut self, language: impl Into<Cow<'t, str>>, text: impl Into<Cow<'t, str>>) {
        let (language, text) = (language.into(), text.into());
        match self
            .texts
            .as_mut_slice()
            .iter_mut()
            .find(|(tag, _)| *tag == language)
        {
            Some((_, old)) => *old = text,
            None => self.texts.push((language, text)),
        }
    }

    /// Returns the text of exactly this language tag; case does not count (RFC 5646, 2.1.1).
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&str> {
        self.iter()
            .find(|(tag, _)| tag.eq_ignore_ascii_case(language))
            .map(|(_, text)| text)
    }

    /// Returns the best text for a reader who prefers these languages in this order, **with its
    /// language**, since a fallback needs a `lang` of its own.
    ///
    /// Each preference is looked up as RFC 4647 section 3.4 says, shortened from the right
    /// (`bg-BG`, `bg`), then by a more exact tag (`bg` finds `bg-Latn`). When none is there, the
    /// first text of the record. `None` only when there is no text at all.
    #[must_use]
    pub fn best(&self, preferred: &[&str]) -> Option<(&str, &str)> {
        let narrower = |wanted: &str| {
            self.iter().find(|(tag, _)| {
                tag.get(..wanted.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(wanted))
                    && tag.as_bytes().get(wanted.len()) == Some(&b'-')
            })
        };
        let exact = |wanted: &str| {
            self.iter()
                .find(|(tag, _)| tag.eq_ignore_ascii_case(wanted))
        };
        for &language in preferred {
            let mut wanted = language;
            loop {
                if let Some(found) = exact(wanted).or_else(|| narrower(wanted)) {
                    return Some(found);
                }
                match wanted.rsplit_once('-') {
                    Some((shorter, _)) => wanted = shorter,
                    None => break,
                }
            }
        }
        self.iter().next()
    }

    /// Returns each language with its text, in the order of the record.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts
            .as_slice()
            .iter()
            .map(|(tag, text)| (&**tag, &**text))
    }

    /// True when the map held this tag, with a text or with something else.
    fn held(&self, tag: &str) -> bool {
        self.iter().any(|(seen, _)| seen == tag) || self.kept.iter().any(|kept| kept.key == tag)
    }

    fn tags(&self) -> impl Iterator<Item = &Cow<'t, str>> {
        let kept = self.kept.iter().map(|kept| &kept.key);
        self.texts.as_slice().iter().map(|(tag, _)| tag).chain(kept)
    }

    /// Returns the texts as they are compared.
    fn folded(&self) -> Vec<(String, &str)> {
        let pairs = self.iter();
        let mut pairs: Vec<_> = pairs
            .map(|(tag, text)| (tag.to_ascii_lowercase(), text))
            .collect();
        pairs.sort_unstable();
        pairs
    }

    /// Returns the same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> LocalisedText<'static> {
        self.own()
    }

    /// True when no text of any language has a visible character.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Returns the number of languages.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.as_slice().len()
    }

    /// True when there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.as_slice().is_empty()
    }
}

impl<'t> LocalisedText<'t> {
    /// Takes the texts of a language map.
    pub(crate) fn fill<A: MapAccess<'t>>(&mut self, mut map: A, depth: u8) -> Result<(), A::Error> {
        let localised = self;
        let mut seen: BTreeSet<Cow<'t, str>> = BTreeSet::new();
        let mut misfits = Vec::new();
        while let Some(tag) = map.next_key_seed(Key)? {
            let mut text = None;
            map.next_value_seed(Take {
                slot: &mut text,
                depth,
                misfits: &mut misfits,
            })?;
            let repeated = if localised.len() + localised.kept.len() < FEW {
                localised.held(&tag)
            } else {
                if seen.is_empty() {
                    seen.extend(localised.tags().cloned());
                }
                !seen.insert(tag.clone())
            };
            // An empty tag names no language and must not be mistaken for a bare string.
            let problem = match (repeated, &*tag) {
                (true, _) => Some(Problem::Duplicate),
                (false, BARE) => Some(Problem::UnknownField),
                _ => None,
            };
            match (text, problem) {
                (Some(text), None) => localised.texts.push((tag, text)),
                (Some(text), Some(problem)) => {
                    let value = Json::String(text);
                    localised.kept.push(tag, None, Misfit { problem, value });
                }
                (None, problem) => {
                    if let Some((_, mut misfit)) = misfits.pop() {
                        misfit.problem = problem.unwrap_or(misfit.problem);
                        localised.kept.push(tag, None, misfit);
                    }
                }
            }
        }
        Ok(())
    }
}

impl<'t> Node<'t> for LocalisedText<'t> {
    const SHAPE: Shape = Shape::Localised;

    fn from_text(text: Cow<'t, str>) -> Taken<'t, Self> {
        Ok(LocalisedText::new(BARE, text))
    }

    fn object(place: &mut Option<Self>) -> Option<Object<'_, 't>> {
        Some(Object::Texts(place.insert(LocalisedText::default())))
    }

    fn tag_bare(&mut self, language: &Cow<'t, str>) {
        if let [(tag, _)] = self.texts.as_mut_slice()
            && tag == BARE
        {
            tag.clone_from(language);
        }
    }

    fn walk<'a>(&'a self, walk: &mut Walk<'a, 't>) {
        walk.kept_texts(&self.kept);
        walk.localised(self);
        if self.is_empty() && self.kept.is_empty() {
            rules::text::empty_map(walk);
        }
        let alone = self.len() == 1 && self.kept.is_empty();
        for (tag, text) in self.texts.as_slice() {
            if tag == BARE {
                walk.localised_text(text, UNDETERMINED, false);
            } else {
                walk.inside(&**tag, |walk| {
                    walk.language_key(tag);
                    walk.localised_text(text, tag, alone);
                });
            }
        }
    }

    fn view(&self) -> View<'_> {
        View::Localised(self)
    }
}

impl Serialize for LocalisedText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [(tag, text)] = self.texts.as_slice()
            && tag == BARE
        {
            return serializer.serialize_str(text);
        }
        let mut map = serializer.serialize_map(Some(self.len() + self.kept.len()))?;
        for (tag, text) in self.texts.as_slice() {
            map.serialize_entry(tag, text)?;
        }
        for kept in self.kept.iter() {
            map.serialize_entry(&kept.key, &kept.value)?;
        }
        map.end()
    }
}

impl PartialEq for LocalisedText<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.kept == other.kept
            && self.len() == other.len()
            && (self.texts.as_slice() == other.texts.as_slice() || self.folded() == other.folded())
    }
}

impl Hash for LocalisedText<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded().hash(state);
    }
}

impl Own for LocalisedText<'_> {
    type Owned = LocalisedText<'static>;
    fn own(self) -> LocalisedText<'static> {
        LocalisedText {
            texts: self.texts.own(),
            kept: self.kept.own(),
        }
    }
}
