//! E-mail addresses: what HTML takes for one, how long it may be, and what is meant by one that is written amiss.

use std::borrow::Cow;

use crate::check::{Safety, Term, Texts};
use crate::value::{Email, Invalid};

/// The most bytes before the `@` (RFC 5321, 4.5.3.1.1).
const MOST_NAME: usize = 64;

/// The most bytes of an address (RFC 5321, 4.5.3.1.3, without the angle brackets).
const MOST: usize = 254;

/// Nothing longer is looked at for an address inside.
const LONGEST: usize = 1024;

/// How people hide the `@` and the dots from programs, in small letters.
const MASKS: [(&str, &str); 15] = [
    ("(at)", "@"),
    ("[at]", "@"),
    ("{at}", "@"),
    ("<at>", "@"),
    (" at ", "@"),
    ("(@)", "@"),
    ("[@]", "@"),
    ("(кльомба)", "@"),
    ("[кльомба]", "@"),
    ("(dot)", "."),
    ("[dot]", "."),
    ("{dot}", "."),
    (" dot ", "."),
    ("(точка)", "."),
    ("[точка]", "."),
];

/// Small Cyrillic letters that look like Latin ones.
const ALIKE: [(char, char); 10] = [
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
];

impl Email<'_> {
    /// Returns the address as it goes over the wire: a domain in other letters in its ASCII form (UTS #46).
    ///
    /// It is an address when HTML takes it for one (HTML Standard, valid e-mail address), its domain has a dot,
    /// and it is no longer than 64 bytes before the `@` and 254 in all (RFC 5321). Whether anybody reads the
    /// mail is not known.
    ///
    /// ```
    /// use obmen::value::Email;
    /// assert_eq!(Email::from("office@example.bg").address().unwrap(), "office@example.bg");
    /// assert_eq!(Email::from("office@община.бг").address().unwrap(), "office@xn--80abvuc1e.xn--90ae");
    /// assert!(Email::from("office (at) example.bg").address().is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// `organisation/email` with its reason.
    pub fn address(&self) -> Result<Cow<'_, str>, Invalid> {
        read(self).map_err(|fault| {
            Invalid::new("organisation/email")
                .with("value", self.0.clone().into_owned())
                .with("reason", reason(self, fault).term())
        })
    }
}

/// Why a text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Masked,
    Several,
    NoAt,
    Around,
    Letters,
    Name,
    Domain,
    TooLong,
}

impl Fault {
    /// Returns the words of a message.
    pub(crate) fn term(self) -> Term {
        let (code, en, bg) = match self {
            Fault::Masked => (
                "masked",
                "it is masked, so that nobody can write to it",
                "маскиран е, така че никой не може да пише на него",
            ),
            Fault::Several => (
                "several",
                "the field holds several addresses",
                "в полето има няколко адреса",
            ),
            Fault::NoAt => ("no-at", "it has no `@`", "в него няма `@`"),
            Fault::Around => (
                "around",
                "something stands around the address",
                "около адреса стои още нещо",
            ),
            Fault::Letters => (
                "letters",
                "it has letters that no address has",
                "в него има букви, каквито в адрес няма",
            ),
            Fault::Name => (
                "name",
                "what stands before the `@` cannot stand there",
                "пред `@` стои нещо, което не може да стои там",
            ),
            Fault::Domain => (
                "domain",
                "what stands behind the `@` is no domain",
                "след `@` не стои домейн",
            ),
            Fault::TooLong => ("too-long", "it is too long", "твърде дълъг е"),
        };
        Term {
            code,
            texts: Texts { en, bg },
        }
    }
}

/// Returns the address that is surely or probably meant.
pub(crate) fn meant(text: &str) -> Option<(String, Safety)> {
    if text.len() > LONGEST || is_several(text) {
        return None;
    }
    let is_address = |text: &str| read(text).is_ok();
    let bare = bare(text);
    if bare != text && is_address(bare) {
        return Some((bare.to_owned(), Safety::Certain));
    }
    let mut meant = inside(text).to_owned();
    if !meant.contains('@') || has_mask(&meant) {
        meant = unmasked(bare);
    }
    meant.retain(|c| !c.is_whitespace());
    meant.truncate(meant.trim_end_matches(['.', ',', ';']).len());
    if let Some((name, domain)) = meant.rsplit_once('@') {
        meant = format!("{name}@{}", domain.replace(',', "."));
    }
    if !is_address(&meant) {
        meant = meant.chars().map(latin).collect();
    }
    (meant != text && is_address(&meant)).then_some((meant, Safety::Suggested))
}

/// Reads an address; one in ASCII is borrowed.
pub(crate) fn read(text: &str) -> Result<Cow<'_, str>, Fault> {
    let (name, domain) = text.rsplit_once('@').ok_or(Fault::NoAt)?;
    let is_name = |byte: u8| {
        // All visible ASCII signs but these.
        byte.is_ascii_graphic()
            && !matches!(
                byte,
                b'"' | b'(' | b')' | b',' | b':' | b';' | b'<' | b'>' | b'@' | b'[' | b'\\' | b']'
            )
    };
    if name.is_empty() || !name.bytes().all(is_name) {
        return Err(if name.is_ascii() {
            Fault::Name
        } else {
            Fault::Letters
        });
    }
    if name.len() > MOST_NAME || text.len() > MOST {
        return Err(Fault::TooLong);
    }
    if domain.is_ascii() {
        return is_domain(domain)
            .then_some(Cow::Borrowed(text))
            .ok_or(Fault::Domain);
    }
    if domain.split('.').any(has_two_scripts) {
        return Err(Fault::Letters);
    }
    let ascii = idna::domain_to_ascii_strict(domain).map_err(|_| Fault::Domain)?;
    if !is_domain(&ascii) {
        return Err(Fault::Domain);
    }
    let address = format!("{name}@{ascii}");
    if address.len() > MOST {
        return Err(Fault::TooLong);
    }
    Ok(Cow::Owned(address))
}

/// True for a domain of at least two labels.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

/// True for a label with Latin and Cyrillic letters in it.
fn has_two_scripts(label: &str) -> bool {
    label.contains(|c: char| c.is_ascii_alphabetic())
        && label.contains(|c| matches!(c, '\u{400}'..='\u{52f}'))
}

/// Returns the fault that says most: `fault`, which is where the grammar ends, or what people did.
pub(crate) fn reason(text: &str, fault: Fault) -> Fault {
    if text.len() > LONGEST {
        return Fault::TooLong;
    }
    if is_several(text) {
        return Fault::Several;
    }
    if has_mask(text) {
        return Fault::Masked;
    }
    let inside = inside(text);
    if inside != text && read(inside).is_ok() {
        Fault::Around
    } else {
        fault
    }
}

/// Returns what stands in angle brackets, else what is no scheme or query of a link.
fn inside(text: &str) -> &str {
    let part = match text.split_once('<') {
        Some((_, inside)) => inside.split('>').next(),
        None => bare(text).split('?').next(),
    };
    part.unwrap_or_default()
}

fn is_several(text: &str) -> bool {
    let parts = text.split([',', ';', '/', ' ', '\u{a0}', '\t', '\n', '<']);
    parts
        .filter(|part| part.len() > 1 && part.contains('@'))
        .count()
        > 1
}

/// Returns the address without white space and `mailto:` around it.
fn bare(text: &str) -> &str {
    /// The scheme of links to addresses (RFC 6068).
    const SCHEME: &str = "mailto:";
    let text = text.trim();
    match text.split_at_checked(SCHEME.len()) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case(SCHEME) => rest.trim_start(),
        _ => text,
    }
}

/// True when the text is hidden as people do, or as Cloudflare does, which leaves nothing of it.
fn has_mask(text: &str) -> bool {
    let lower = text.to_lowercase();
    let hides = |mask: &str| lower.contains(mask);
    lower.starts_with("[email") && lower.ends_with("protected]")
        || MASKS.iter().any(|(mask, sign)| *sign == "@" && hides(mask))
}

/// Returns what people hid, in small letters.
fn unmasked(text: &str) -> String {
    MASKS
        .iter()
        .fold(text.to_lowercase(), |text, (mask, sign)| {
            text.replace(mask, sign)
        })
}

/// Returns the Latin letter that a Cyrillic one looks like.
fn latin(letter: char) -> char {
    ALIKE
        .iter()
        .find_map(|(cyrillic, latin)| (*cyrillic == letter).then_some(*latin))
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_html() {
        for text in [
            "office@example.bg",
            "o'neil+news@mail.example.co.uk",
            "a@b.bg",
            ".a..b.@example.bg",
            "{x}!#$%&'*/=?^_`|~-@e-x.bg",
        ] {
            assert_eq!(read(text).as_deref(), Ok(text));
        }
        assert_eq!(read("a@поща.бг").as_deref(), Ok("a@xn--80a1ac5b.xn--90ae"));
        let name = "a".repeat(64);
        let label = "b".repeat(61);
        let address = |end| format!("{name}@{label}.{label}.{label}.{end}");
        assert!(read(&address("bgg")).is_ok());
        assert_eq!(read(&address("bggg")), Err(Fault::TooLong));
        assert_eq!(read(&format!("a{name}@b.bg")), Err(Fault::TooLong));
    }

    #[test]
    fn what_is_no_address_has_a_reason_and_perhaps_a_meaning() {
        use Safety::{Certain, Suggested};
        for (text, fault, better) in [
            (
                " office@example.bg",
                Fault::Around,
                Some(("office@example.bg", Certain)),
            ),
            (
                "mailto:office@example.bg",
                Fault::Around,
                Some(("office@example.bg", Certain)),
            ),
            (
                "Mailto: a@b.bg?subject=x",
                Fault::Around,
                Some(("a@b.bg", Suggested)),
            ),
            ("Ана <a@b.bg>", Fault::Around, Some(("a@b.bg", Suggested))),
            ("[email protected]", Fault::Masked, None),
            ("[email\u{a0}protected]", Fault::Masked, None),
            (
                "name (at) domain.bg",
                Fault::Masked,
                Some(("name@domain.bg", Suggested)),
            ),
            (
                "Name [AT] domain [DOT] bg",
                Fault::Masked,
                Some(("name@domain.bg", Suggested)),
            ),
            (
                "name at domain dot bg",
                Fault::Masked,
                Some(("name@domain.bg", Suggested)),
            ),
            ("име(кльомба)domain.bg", Fault::Masked, None),
            (
                "name(кльомба)domain(точка)bg",
                Fault::Masked,
                Some(("name@domain.bg", Suggested)),
            ),
            (
                "ime@domain,bg",
                Fault::Domain,
                Some(("ime@domain.bg", Suggested)),
            ),
            (
                "ime @ domain.bg",
                Fault::Name,
                Some(("ime@domain.bg", Suggested)),
            ),
            (
                "ime@domain.bg.",
                Fault::Domain,
                Some(("ime@domain.bg", Suggested)),
            ),
            (
                "оffice@example.bg",
                Fault::Letters,
                Some(("office@example.bg", Suggested)),
            ),
            (
                "office@exаmple.bg",
                Fault::Letters,
                Some(("office@example.bg", Suggested)),
            ),
            ("иван@example.bg", Fault::Letters, None),
            ("a@b.bg, c@d.bg", Fault::Several, None),
            ("a@b.bg c@d.bg", Fault::Several, None),
            ("Ана <a@b.bg>, Ива <c@d.bg>", Fault::Several, None),
            ("www.example.bg", Fault::NoAt, None),
            ("-", Fault::NoAt, None),
            ("@example.bg", Fault::Name, None),
            (
                "a b@example.bg",
                Fault::Name,
                Some(("ab@example.bg", Suggested)),
            ),
            ("a@b@example.bg", Fault::Name, None),
            ("office@localhost", Fault::Domain, None),
            ("office@", Fault::Domain, None),
            ("office@-a.bg", Fault::Domain, None),
            ("office@a..bg", Fault::Domain, None),
            ("office@a_b.bg", Fault::Domain, None),
        ] {
            let found = read(text).map_err(|fault| reason(text, fault));
            assert_eq!(found, Err(fault), "{text}");
            let meant = meant(text);
            let meant = meant
                .as_ref()
                .map(|(text, safety)| (text.as_str(), *safety));
            assert_eq!(meant, better, "{text}");
        }
        let long = "a@b.bg ".repeat(1 << 16);
        assert_eq!(reason(&long, Fault::Name), Fault::TooLong);
        assert_eq!(meant(&long), None);
    }
}
