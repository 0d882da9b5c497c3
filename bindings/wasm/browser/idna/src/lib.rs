//! Stands in for the crate `idna` in the browser build: what url and obmen ask of it, answered by the `URL` of
//! the browser (WHATWG URL, domain to ASCII), which has the tables of UTS #46 anyway.

use std::borrow::Cow;

use wasm_bindgen::prelude::wasm_bindgen;

pub mod punycode;

#[wasm_bindgen]
extern "C" {
    type URL;
    #[wasm_bindgen(constructor, catch)]
    fn new(address: &str) -> Result<URL, wasm_bindgen::JsValue>;
    #[wasm_bindgen(method, getter)]
    fn hostname(this: &URL) -> String;
}

/// A name that is no domain.
#[derive(Debug)]
pub struct Errors;

/// The ASCII characters that a domain cannot have.
pub struct AsciiDenyList;

impl AsciiDenyList {
    /// Those of the URL Standard: forbidden domain code points.
    pub const URL: AsciiDenyList = AsciiDenyList;
}

/// Returns the ASCII form of a domain (URL Standard, not strict).
pub fn domain_to_ascii_from_cow(
    domain: Cow<'_, [u8]>,
    _denied: AsciiDenyList,
) -> Result<Cow<'_, str>, Errors> {
    let domain = str::from_utf8(&domain).map_err(|_| Errors)?;
    to_ascii(domain).map(Cow::Owned)
}

/// Returns the ASCII form of a domain as hosts are named: letters, digits and hyphens, in labels of 1 to 63, 253 in
/// all (UTS #46 with UseSTD3ASCIIRules, CheckHyphens and VerifyDnsLength).
pub fn domain_to_ascii_strict(domain: &str) -> Result<String, Errors> {
    let ascii = to_ascii(domain)?;
    let is_sound = |label: &str| {
        let shown = match label.strip_prefix("xn--") {
            Some(code) => punycode::decode_to_string(code),
            None => Some(label.to_owned()),
        };
        let is_name = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-';
        (1..=63).contains(&label.len())
            && shown.is_some_and(|shown| {
                let mut inner = shown.chars().skip(2);
                shown.chars().all(is_name)
                    && !shown.starts_with('-')
                    && !shown.ends_with('-')
                    && (inner.next(), inner.next()) != (Some('-'), Some('-'))
            })
    };
    if ascii.len() <= 253 && ascii.split('.').all(is_sound) {
        Ok(ascii)
    } else {
        Err(Errors)
    }
}

/// Not asked for by obmen: the name as it is.
pub fn domain_to_unicode(domain: &str) -> (String, Result<(), Errors>) {
    (domain.to_owned(), Err(Errors))
}

fn to_ascii(domain: &str) -> Result<String, Errors> {
    let is_denied = |byte: u8| byte <= b' ' || byte == 0x7f || b"%#/:<>?@[\\]^|".contains(&byte);
    if domain.bytes().any(is_denied) {
        return Err(Errors);
    }
    let is_coded = |label: &str| {
        label
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("xn--"))
    };
    if domain.is_ascii() && !domain.split('.').any(is_coded) {
        return Ok(domain.to_ascii_lowercase());
    }
    // A label of letters behind it, so that nothing is taken for an IPv4 address; and no dot before that.
    let (name, dot) = match domain.strip_suffix('.') {
        Some(name) => (name, "."),
        None => (domain, ""),
    };
    let url = URL::new(&format!("http://{name}.x/")).map_err(|_| Errors)?;
    match url.hostname().strip_suffix(".x") {
        Some(host) => Ok(format!("{host}{dot}")),
        None => Err(Errors),
    }
}
