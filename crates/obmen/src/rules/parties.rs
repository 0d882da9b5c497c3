//! Which parties of a network are the same organisation.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Identifier, Network, Organisation, Party};
use crate::value::LocalisedText;
use crate::value::identifier::canonical;
use crate::value::name::normal_form;
use crate::value::territory::Territory;

/// Returns a number that is equal for two names of one normal form, and for two texts that differ in capitals
/// only: it is made of the first letter and the last six, spaces and marks aside. `None` for rare characters.
pub(crate) fn gist(name: &str) -> Option<u64> {
    let mut rest = name.as_bytes();
    let mut gist = loop {
        rest = match rest {
            [] => break 0,
            [first, ..] if first.is_ascii_alphanumeric() => {
                break u64::from(first.to_ascii_lowercase());
            }
            // A mark above the letter would make another one of it.
            [0xd0 | 0xd1, _, 0xcc | 0xcd, ..] => return None,
            [lead @ (0xd0 | 0xd1), last, ..] => break small(*lead, *last)?,
            [first, after @ ..] if first.is_ascii() => after,
            [0xc2, _, after @ ..] | [0xe2, _, _, after @ ..] => after,
            _ => return None,
        };
    };
    let mut letters = 0;
    rest = name.as_bytes();
    while letters < 6 {
        let letter;
        (letter, rest) = match rest {
            [] => break,
            [before @ .., last] if last.is_ascii_alphanumeric() => {
                (u64::from(last.to_ascii_lowercase()), before)
            }
            [before @ .., lead @ (0xd0 | 0xd1), last] => (small(*lead, *last)?, before),
            [before @ .., last] if last.is_ascii() => (0, before),
            [before @ .., 0xc2, _] | [before @ .., 0xe2, _, _] => (0, before),
            _ => return None,
        };
        if letter > 0 {
            gist = gist.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ letter;
            letters += 1;
        }
    }
    Some(gist)
}

/// Returns a number for a Cyrillic letter, the same for its capital; `None` for old letters.
fn small(lead: u8, last: u8) -> Option<u64> {
    match (lead & 1) << 6 | last & 0x3f {
        place @ 0..0x10 => Some(u64::from(place) + 0x50 + 0x100),
        place @ 0x10..0x30 => Some(u64::from(place) + 0x20 + 0x100),
        place @ 0x30..0x60 => Some(u64::from(place) + 0x100),
        _ => None,
    }
}

/// Returns the scheme of an identifier and its number in the form in which numbers are compared.
fn number<'a>(identifier: &'a Identifier<'_>) -> Option<(&'a str, Cow<'a, str>)> {
    let scheme = identifier.scheme.as_deref()?;
    Some((scheme, canonical(scheme, identifier.value.as_deref()?)))
}

/// True when one organisation may stand in two places of a network and its initiator; false is certain.
pub(crate) fn may_repeat(network: &Network<'_>, initiator: Option<&Organisation<'_>>) -> bool {
    let parties = || {
        network
            .members
            .iter()
            .filter_map(|member| member.organisation.as_ref())
    };
    let by_word = parties()
        .filter(|party| matches!(party, Party::Initiator))
        .count();
    if by_word > 1 {
        return true;
    }
    let written = parties().filter_map(|party| match party {
        Party::Organisation(organisation) => Some(&**organisation),
        Party::Initiator => None,
    });
    let mut gists: Vec<u64> = Vec::with_capacity(2 * network.members.len());
    for organisation in written.chain(initiator) {
        for (_, name) in organisation.name.iter().flat_map(LocalisedText::iter) {
            let Some(gist) = gist(name) else { return true };
            gists.push(gist);
        }
        for (_, number) in organisation.identifiers.iter().filter_map(number) {
            let Some(gist) = gist(&number) else {
                return true;
            };
            gists.push(gist);
        }
    }
    gists.sort_unstable();
    gists
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if one == next))
}

/// Organisations met, each with a value, found again in time that does not grow with their number.
///
/// Two are the same when both are the word `initiator`, an identifier of the same scheme is equal, or a
/// name is and no two countries speak against it.
pub(crate) struct Roll<T> {
    known: BTreeMap<String, T>,
}

impl<T: Copy> Roll<T> {
    pub(crate) fn new() -> Roll<T> {
        Roll {
            known: BTreeMap::new(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The names and identifiers of a party, in the form in which they are compared.
    fn signs<'a>(
        party: &'a Party<'_>,
        initiator: Option<&'a Organisation<'_>>,
    ) -> (Vec<String>, Vec<String>, &'a str) {
        let organisation = party.resolve(initiator);
        let names = organisation.and_then(|organisation| organisation.name.as_ref());
        let names = names
            .iter()
            .flat_map(|name| name.iter())
            .map(|(_, text)| normal_form(text));
        let mut sure: Vec<String> = organisation
            .iter()
            .flat_map(|organisation| &organisation.identifiers)
            .filter_map(number)
            .map(|(scheme, number)| format!("identifier {scheme} {number}"))
            .collect();
        if matches!(party, Party::Initiator) {
            sure.push("initiator".to_owned());
        }
        let country = organisation
            .and_then(|organisation| organisation.country.as_deref())
            .unwrap_or_default();
        (
            names.filter(|name| !name.is_empty()).collect(),
            sure,
            country,
        )
    }

    /// Remembers a party; of the same one the first value stays.
    pub(crate) fn remember(
        &mut self,
        party: &Party<'_>,
        initiator: Option<&Organisation<'_>>,
        prefix: &str,
        value: T,
    ) {
        let (names, sure, country) = Self::signs(party, initiator);
        let named = names
            .iter()
            .flat_map(|name| [format!("in {country}: {name}"), format!("anywhere: {name}")]);
        for sign in named.chain(sure) {
            self.known
                .entry(format!("{prefix} {sign}"))
                .or_insert(value);
        }
    }

    pub(crate) fn find(
        &self,
        party: &Party<'_>,
        initiator: Option<&Organisation<'_>>,
        prefix: &str,
    ) -> Option<T> {
        let (names, sure, country) = Self::signs(party, initiator);
        let named = names.iter().flat_map(|name| match country {
            "" => vec![format!("anywhere: {name}")],
            country => vec![format!("in {country}: {name}"), format!("in : {name}")],
        });
        named
            .chain(sure)
            .find_map(|sign| self.known.get(&format!("{prefix} {sign}")).copied())
    }
}

/// True when two organisations of one name are not the same: registers or territories tell them apart.
pub(crate) fn are_namesakes(a: &Organisation<'_>, b: &Organisation<'_>) -> bool {
    let numbers = a.identifiers.iter().filter_map(number).any(|one| {
        let mut others = b.identifiers.iter().filter_map(number);
        others.any(|other| one.0 == other.0 && one.1 != other.1)
    });
    let seat = |organisation: &Organisation<'_>| {
        organisation
            .territory
            .as_deref()
            .and_then(Territory::by_code)
    };
    let seats = matches!((seat(a), seat(b)), (Some(x), Some(y)) if x.is_apart_from(y));
    numbers || seats
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gist_of_a_name_follows_its_normal_form() {
        let same = ["Община „Доспат“", "ОБЩИНА - ДОСПАТ", " община доспат."];
        for name in same {
            assert_eq!(normal_form(name), normal_form(same[0]));
            assert_eq!(gist(name), gist(same[0]), "{name}");
        }
        assert!(gist(same[0]).is_some());
        for rare in ["Café", "Раи\u{306}он", "И\u{306}осиф", "ѢОбмен"] {
            assert_eq!(gist(rare), None, "{rare}");
        }
        assert_ne!(gist("Община Доспат"), gist("Община Девин"));
        assert_ne!(gist("Сдружение Доспат"), gist("Община Доспат"));
    }
}
