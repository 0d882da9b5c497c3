//! The address of a link, parsed as browsers do it (WHATWG URL); the plain ones without the parser.

use url::{ParseError, Url};

/// A link as a browser would take it.
pub enum Address<'a> {
    /// `http` or `https`, a host of small ASCII letters, and nothing that parsing would change but
    /// characters to be percent-encoded.
    Plain {
        /// The host.
        host: &'a str,
        /// What follows the host, up to the query.
        path: &'a str,
    },
    /// Any other that can be parsed.
    Parsed(Box<Url>),
    /// One that cannot, and why.
    Broken(ParseError),
}

impl<'a> Address<'a> {
    /// Parses a link.
    pub(crate) fn of(link: &'a str) -> Address<'a> {
        if let Some(plain) = plain(link) {
            return plain;
        }
        match Url::parse(link) {
            Ok(url) => Address::Parsed(Box::new(url)),
            Err(error) => Address::Broken(error),
        }
    }

    /// Returns the host of an address of the web.
    pub(crate) fn web_host(&self) -> Option<&str> {
        match self {
            Address::Plain { host, .. } => Some(host),
            Address::Parsed(url) if matches!(url.scheme(), "http" | "https") => url.host_str(),
            Address::Parsed(_) | Address::Broken(_) => None,
        }
    }

    /// Returns what follows the host, up to the query.
    pub(crate) fn path(&self) -> &str {
        match self {
            Address::Plain { path, .. } => path,
            Address::Parsed(url) => url.path(),
            Address::Broken(_) => "",
        }
    }

    /// Returns the parsed address, where the parser was needed: one without can have no fault.
    pub(crate) fn url(&self) -> Option<&Url> {
        match self {
            Address::Parsed(url) => Some(url),
            Address::Plain { .. } | Address::Broken(_) => None,
        }
    }
}

fn plain(link: &str) -> Option<Address<'_>> {
    let rest = link.strip_prefix("http")?;
    let rest = rest.strip_prefix('s').unwrap_or(rest).strip_prefix("://")?;
    let end = rest
        .bytes()
        .position(|byte| matches!(byte, b'/' | b'?' | b'#'))
        .unwrap_or(rest.len());
    let (host, tail) = rest.split_at_checked(end)?;
    let sound = host.bytes().all(|byte| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.')
    });
    // The end of a number could be an IPv4 address, `xn--` is Punycode.
    let (above, last) = host.rsplit_once('.')?;
    let named = last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_lowercase());
    let whole = !above.is_empty() && !above.starts_with('.') && !host.contains("..");
    let printable = tail
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !(sound && named && whole && printable) || host.contains("xn--") {
        return None;
    }
    let path = tail.split(['?', '#']).next().unwrap_or_default();
    Some(Address::Plain { host, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_addresses_are_what_the_parser_makes_of_them() {
        for link in [
            "http://example.org",
            "https://www.flgr.bg/bg/?p=1",
            "https://a-b.example.org/x/%D0%B2?y=/../#z",
            "http://1.2.example",
        ] {
            let url = Url::parse(link).unwrap();
            let Address::Plain { host, path } = Address::of(link) else {
                panic!("{link} is plain");
            };
            assert_eq!(Some(host), url.host_str(), "{link}");
            assert_eq!(
                path,
                url.path()
                    .strip_suffix('/')
                    .filter(|path| path.is_empty() && !link.ends_with('/'))
                    .unwrap_or(url.path()),
                "{link}"
            );
        }
    }

    #[test]
    fn whatever_may_change_is_left_to_the_parser() {
        for link in [
            "http://EXAMPLE.org/",
            "http://127.0.0.1/",
            "http://0x7f.1/",
            "http://localhost/",
            "http://user@example.org/",
            "http://example.org:80/",
            "http://xn--80adjbppbw.example/",
            "http://example.org/a b",
            "http://example.org\\a",
            "http://.example.org/",
            "http://a..org/",
            "ftp://example.org/",
            "example.org",
            "http:/example.org",
            "http://обмен.example/",
        ] {
            assert!(
                !matches!(Address::of(link), Address::Plain { .. }),
                "{link}"
            );
        }
    }
}
