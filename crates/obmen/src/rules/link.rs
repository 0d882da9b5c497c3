//! `link/`: addresses that can be followed, and that are about the practice.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, ParseError, Url};

use crate::check::walk::Walk;
use crate::check::{Argument, Safety, Term, Texts};
use crate::model::Practice;
use crate::value::Json;
use crate::value::address::Address;

crate::rules! {
    MALFORMED {
        code: "link/malformed",
        severity: Error,
        since: 1,
        judges: Link(malformed),
        message: { en: "`{url}` is no address: {reason}", bg: "`{url}` не е адрес: {reason}" },
        help: { en: "copy the whole address from the browser, beginning with `https://`", bg: "копирайте целия адрес от браузъра, от `https://` нататък" },
        fix: { en: "put `http://` before it", bg: "сложете `http://` отпред" },
        why: {
            en: "Addresses are parsed as browsers do it (WHATWG URL). What a browser cannot parse, nobody can follow.",
            bg: "Адресите се разчитат така, както го правят браузърите (WHATWG URL). Каквото браузърът не може да разчете, никой не може да го последва.",
        }
    }
    SCHEME {
        code: "link/scheme",
        severity: Error,
        since: 1,
        judges: Link(scheme),
        message: { en: "the scheme `{scheme}` is not one of the web", bg: "схемата `{scheme}` не е на уеб адрес" },
        help: { en: "use an address that begins with `https://` or `http://`", bg: "използвайте адрес, който започва с `https://` или `http://`" },
        why: {
            en: "A link is shown on other people's sites. Schemes such as `javascript:` run code there, and `file:` leads nowhere.",
            bg: "Връзката се показва в чужди сайтове. Схеми като `javascript:` изпълняват код там, а `file:` не води доникъде.",
        }
    }
    CREDENTIALS {
        code: "link/credentials",
        severity: Error,
        since: 1,
        judges: Link(credentials),
        message: { en: "the address holds a user name or a password", bg: "адресът съдържа потребителско име или парола" },
        help: { en: "write the address without what stands before the `@`", bg: "запишете адреса без онова, което стои преди `@`" },
        fix: { en: "take the user name and the password away", bg: "махнете потребителското име и паролата" },
        why: {
            en: "A password in an address is published with it, and `https://bank.example@evil.example` leads to evil.example.",
            bg: "Паролата в адреса се публикува заедно с него, а `https://bank.example@evil.example` води към evil.example.",
        }
    }
    LOCAL_HOST {
        code: "link/local-host",
        severity: Error,
        since: 2,
        judges: Link(local_host),
        message: { en: "`{host}` is reached from inside one network only", bg: "`{host}` е достъпен само от вътрешна мрежа" },
        help: { en: "use the address under which everybody reaches the page", bg: "използвайте адреса, на който страницата е достъпна за всички" },
        why: {
            en: "For every reader such a host is another machine, or none: often their own, whose services a stranger's link must not call. Judged are hosts without a dot, the names that are kept for private networks and tests (RFC 2606, 6761, 6762, 8375; ICANN's `.internal`), and the addresses that IANA's registries of special purposes keep from public use, in every notation that browsers accept; `.example` passes.",
            bg: "За всеки читател такъв адрес е друга машина или никоя: често собствената му, чиито услуги чужда връзка не бива да вика. Преценяват се имена без точка, имената, запазени за частни мрежи и проби (RFC 2606, 6761, 6762, 8375; `.internal` на ICANN), и адресите, които регистрите на IANA за особени цели изключват от обществена употреба, във всеки запис, който браузърите приемат; `.example` се допуска.",
        }
    }
    DUPLICATE {
        code: "link/duplicate",
        severity: Warning,
        since: 2,
        judges: Practice(duplicate),
        message: { en: "this link is number {first} already", bg: "тази връзка вече стои под номер {first}" },
        help: { en: "give each link once", bg: "посочете всяка връзка веднъж" },
        fix: { en: "take the second one away", bg: "махнете втората" },
        why: {
            en: "A page that stands twice looks like two pieces of evidence. Compared within one list, without regard to `http` or `https`, `www.`, the case and the usual port of the host, a slash at the end, a fragment, and the parameters by which advertisers follow visitors (`utm_…`, `fbclid` and others); numbers count from 0, as pointers do.",
            bg: "Страница, посочена два пъти, изглежда като две доказателства. Сравнява се в рамките на един списък, без оглед на `http` или `https`, `www.`, главните букви и обичайния порт на сайта, наклонената черта накрая, фрагмента и параметрите, с които рекламодатели следят посетителите (`utm_…`, `fbclid` и други); номерата се броят от 0, както в указателите.",
        }
    }
    LOOK_ALIKE_HOST {
        code: "link/look-alike-host",
        severity: Warning,
        since: 2,
        judges: Link(look_alike_host),
        message: { en: "the host `{host}` can be taken for another by its letters", bg: "сайтът `{host}` може да бъде взет за друг заради буквите си" },
        help: { en: "write the address anew by hand, all its letters in one script", bg: "напишете адреса наново на ръка, с букви само от една азбука" },
        fix: { en: "write `{latin}`", bg: "запишете `{latin}`" },
        why: {
            en: "A Cyrillic `а` in a Latin name leads to another site, by a slip of the keyboard or to deceive. Reported are parts of a name, between dots and hyphens, that mix letters of two scripts, and Cyrillic ones under a Latin ending in which every letter has a Latin twin; the endings of countries that write Cyrillic pass.",
            bg: "Кирилско `а` в латинско име води към друг сайт, по грешка на клавиатурата или с цел измама. Отбелязват се части от името, между точки и тирета, в които има букви от две азбуки, и кирилски части под латинско окончание, в които всяка буква има латински двойник; окончанията на държави, които пишат на кирилица, се допускат.",
        }
    }
    OFF_TOPIC {
        code: "link/off-topic",
        severity: Hint,
        since: 1,
        judges: Machine,
        message: { en: "nothing in the address on `{host}` recalls the words of the practice", bg: "нищо в адреса на `{host}` не напомня думите на практиката" },
        help: { en: "follow the link and see that it is about the practice; robots add links to open forms", bg: "отворете връзката и проверете дали е за практиката; роботи добавят връзки в отворени формуляри" },
        why: {
            en: "Judged by words alone: no stem of five letters or more of host or path, transliterated, begins a word of the record, and the host is neither an organisation of the record nor a known media host. A short address or one in numbers is flagged too: it is a hint, never an error.",
            bg: "Преценява се само по думите: никоя основа от поне пет букви в адреса, транслитерирана, не започва дума от записа, а сайтът не е на организация от записа, нито познат медиен сайт. Кратък адрес или адрес от числа също се отбелязва: това е съвет, никога грешка.",
        }
    }
}

fn parsed(link: &str) -> Option<Url> {
    Url::parse(link).ok()
}

fn malformed<'a>(link: &'a str, address: &Address<'a>, walk: &mut Walk<'a, '_>) {
    let Address::Broken(error) = *address else {
        return;
    };
    // An empty text is a fault of its own.
    if link.trim().is_empty() {
        return;
    }
    let guess = format!("http://{}", link.trim());
    let is_host = |url: Url| {
        // What has a name before its host is an e-mail address.
        url.host_str().is_some_and(|host| host.contains('.'))
            && url.username().is_empty()
            && !link.contains(char::is_whitespace)
    };
    let relative = error == ParseError::RelativeUrlWithoutBase;
    let better = (relative && parsed(&guess).is_some_and(is_host)).then(|| Json::from(guess));
    walk.find(&MALFORMED)
        .with("url", link)
        .with("reason", reason(error))
        .replace(Safety::Suggested, Json::from(link), better)
        .report();
}

/// Returns why a browser cannot parse an address.
fn reason(error: ParseError) -> Argument {
    use ParseError::{
        EmptyHost, IdnaError, InvalidDomainCharacter, InvalidIpv4Address, InvalidIpv6Address,
        InvalidPort, RelativeUrlWithCannotBeABaseBase, RelativeUrlWithoutBase,
        SetHostOnCannotBeABaseUrl,
    };
    let (code, en, bg) = match error {
        RelativeUrlWithoutBase | RelativeUrlWithCannotBeABaseBase | SetHostOnCannotBeABaseUrl => (
            "no-scheme",
            "it does not begin with a scheme such as `https:`",
            "не започва със схема като `https:`",
        ),
        EmptyHost => ("no-host", "it names no host", "в него няма име на сайт"),
        InvalidPort => (
            "port",
            "its port is no number up to 65535",
            "портът не е число до 65535",
        ),
        IdnaError | InvalidDomainCharacter => (
            "host",
            "its host has characters that no host may have",
            "името на сайта съдържа знаци, които не са позволени там",
        ),
        InvalidIpv4Address | InvalidIpv6Address => (
            "number",
            "its host is no number of the internet",
            "адресът на сайта не е валиден IP адрес",
        ),
        other => return Argument::Text(other.to_string()),
    };
    Argument::Term(Term {
        code,
        texts: Texts { en, bg },
    })
}

fn scheme<'a>(_link: &'a str, address: &Address<'a>, walk: &mut Walk<'a, '_>) {
    let other = address
        .url()
        .filter(|url| !matches!(url.scheme(), "http" | "https"));
    if let Some(url) = other {
        walk.find(&SCHEME).with("scheme", url.scheme()).report();
    }
}

fn credentials<'a>(link: &'a str, address: &Address<'a>, walk: &mut Walk<'a, '_>) {
    let Some(url) = address
        .url()
        .filter(|url| !url.username().is_empty() || url.password().is_some())
    else {
        return;
    };
    let mut url = url.clone();
    let cleared = url.set_username("").is_ok() && url.set_password(None).is_ok();
    let better =
        without_credentials(link).filter(|text| cleared && parsed(text).as_ref() == Some(&url));
    walk.find(&CREDENTIALS)
        .replace(Safety::Certain, Json::from(link), better.map(Json::from))
        .report();
}

/// Returns the address as it is written, less what stands before the host.
fn without_credentials(link: &str) -> Option<String> {
    let (scheme, rest) = link.split_once("//")?;
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(end)?;
    let (_, host) = authority.rsplit_once('@')?;
    Some(format!("{scheme}//{host}{tail}"))
}

/// Reports a link that nothing in the record speaks for; found once all its words were met.
pub(crate) fn off_topic(address: &Address<'_>, walk: &mut Walk<'_, '_>) {
    let host = address.web_host().unwrap_or_default();
    walk.find(&OFF_TOPIC).with("host", host).report();
}

/// The endings of names that lead to no public host: private networks and tests. Sorted.
const PRIVATE_ENDINGS: &[&str] = &[
    "corp",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "private",
    "test",
];

/// True for a name, in small letters, that no public host has.
fn is_private_name(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    match host.rsplit_once('.') {
        None => true,
        Some((above, last)) => {
            PRIVATE_ENDINGS.binary_search(&last).is_ok()
                || (last == "arpa" && above.rsplit('.').next() == Some("home"))
        }
    }
}

/// The blocks that IANA's registry of special purposes keeps from public use (RFC 6890), and multicast.
#[rustfmt::skip]
const SPECIAL_V4: &[(Ipv4Addr, u32)] = &[
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 3),
];

/// The same of IPv6; those with an address of IPv4 inside are judged by it.
#[rustfmt::skip]
const SPECIAL_V6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::new(0x64, 0xff9b, 1, 0, 0, 0, 0, 0), 48),
    (Ipv6Addr::new(0x100, 0, 0, 0, 0, 0, 0, 0), 63),
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
    (Ipv6Addr::new(0x5f00, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7),
    (Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0), 9),
    (Ipv6Addr::new(0xff00, 0, 0, 0, 0, 0, 0, 0), 8),
];

/// Where an address of IPv4 stands inside one of IPv6: the block, its bits, and the bits behind the address.
/// Outdated and mapped (RFC 4291), translated (RFC 6052), tunnelled (RFC 3056).
#[rustfmt::skip]
const EMBEDDING: &[(Ipv6Addr, u32, u32)] = &[
    (Ipv6Addr::UNSPECIFIED, 96, 0),
    (Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96, 0),
    (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96, 0),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16, 80),
];

fn is_special_v4(address: Ipv4Addr) -> bool {
    SPECIAL_V4
        .iter()
        .any(|(block, bits)| (address.to_bits() ^ block.to_bits()) >> (32 - bits) == 0)
}

fn is_special_v6(address: Ipv6Addr) -> bool {
    let within =
        |block: Ipv6Addr, bits: u32| (address.to_bits() ^ block.to_bits()) >> (128 - bits) == 0;
    let embeds = |(block, bits, behind): &(Ipv6Addr, u32, u32)| {
        let low = address.to_bits() >> behind & u128::from(u32::MAX);
        within(*block, *bits) && u32::try_from(low).is_ok_and(|low| is_special_v4(low.into()))
    };
    SPECIAL_V6.iter().any(|(block, bits)| within(*block, *bits)) || EMBEDDING.iter().any(embeds)
}

fn local_host<'a>(_link: &'a str, address: &Address<'a>, walk: &mut Walk<'a, '_>) {
    let Some(host) = address.web_host() else {
        return;
    };
    let is_local = match address.url().and_then(Url::host) {
        None | Some(Host::Domain(_)) => is_private_name(host),
        Some(Host::Ipv4(number)) => is_special_v4(number),
        Some(Host::Ipv6(number)) => is_special_v6(number),
    };
    if is_local {
        walk.find(&LOCAL_HOST).with("host", host).report();
    }
}

/// So many links of a list are compared with each other, more by a table.
const FEW: usize = 16;

/// True for a parameter by which advertisers and mailers follow visitors.
fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default();
    name.starts_with("utm_")
        || matches!(
            name,
            "fbclid"
                | "gclid"
                | "gclsrc"
                | "dclid"
                | "gbraid"
                | "wbraid"
                | "msclkid"
                | "yclid"
                | "igshid"
                | "mc_cid"
                | "mc_eid"
                | "_ga"
        )
}

/// Returns what tells a link from others, host with path and query, when the text shows it as it is.
fn plain_key(link: &str) -> Option<(&str, &str)> {
    let rest = link.strip_prefix("http")?;
    let rest = rest.strip_prefix('s').unwrap_or(rest).strip_prefix("://")?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let host = rest.split(['/', '?']).next()?;
    let host_is_plain = host.bytes().all(|byte| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
    });
    let is_plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'-' | b'.'
                    | b'_'
                    | b'~'
                    | b'/'
                    | b'='
                    | b'+'
                    | b','
                    | b';'
                    | b'!'
                    | b'*'
                    | b'('
                    | b')'
                    | b'$'
                    | b'?'
                    | b'&'
            )
    };
    if !host_is_plain || !rest.bytes().all(is_plain) || rest.contains("/.") || host.ends_with('.') {
        return None;
    }
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    // `a.bg/?` has an empty query, and is rare enough for the parser.
    if path.len() + 1 == rest.len() || query.split('&').any(is_tracking) {
        return None;
    }
    Some((path.trim_end_matches('/'), query))
}

/// Returns the same of any address of the web, as the parser understands it.
fn parsed_key(link: &str) -> Option<(String, String)> {
    let url = parsed(link).filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let host = host.strip_suffix('.').unwrap_or(host);
    let port = url.port().map(|port| format!(":{port}"));
    let mut place = [host, &port.unwrap_or_default(), &upper_escapes(url.path())].concat();
    place.truncate(place.trim_end_matches('/').len());
    let parameters = url.query().unwrap_or_default().split('&');
    let kept: Vec<_> = parameters.filter(|one| !is_tracking(one)).collect();
    let mut query = upper_escapes(&kept.join("&"));
    // Some sites name their pages there.
    if let Some(page) = url.fragment().filter(|text| text.starts_with(['!', '/'])) {
        query.push('#');
        query.push_str(page);
    }
    Some((place, query))
}

/// Returns a text with the letters of percent-encoding made capitals.
fn upper_escapes(text: &str) -> String {
    let mut left = 0_u8;
    text.chars()
        .map(|character| {
            left = if character == '%' {
                3
            } else {
                left.saturating_sub(1)
            };
            if left > 0 {
                character.to_ascii_uppercase()
            } else {
                character
            }
        })
        .collect()
}

/// Returns the beginning of the host of an address of the web, without `www.`; `None` where the parser may
/// find another.
fn host_start(link: &str) -> Option<[u8; 4]> {
    let rest = link.strip_prefix("http")?;
    let rest = rest.strip_prefix('s').unwrap_or(rest).strip_prefix("://")?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let start: [u8; 4] = *rest.as_bytes().first_chunk()?;
    let is_plain = |byte: &u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
    };
    // A name may stand before the host.
    (start.iter().all(is_plain) && memchr::memchr(b'@', rest.as_bytes()).is_none()).then_some(start)
}

/// True when the first `count` signs are all different.
fn differ<T: PartialEq>(signs: &[T], count: usize) -> bool {
    let mut rest = signs.get(..count).unwrap_or_default();
    while let [sign, others @ ..] = rest {
        if others.contains(sign) {
            return false;
        }
        rest = others;
    }
    true
}

/// Returns, for each link that repeats an earlier one of its list, both indexes.
fn repeated<'l>(links: impl ExactSizeIterator<Item = &'l str> + Clone) -> Vec<(usize, usize)> {
    let count = links.len();
    if count < 2 {
        return Vec::new();
    }
    // Most lists name different hosts, and most of the others are plain.
    if count <= FEW {
        let mut starts = [[0; 4]; FEW];
        let mut keys = [("", ""); FEW];
        let filled =
            |(link, start): (&'l str, &mut [u8; 4])| host_start(link).map(|found| *start = found);
        if links
            .clone()
            .zip(&mut starts)
            .all(|pair| filled(pair).is_some())
            && differ(&starts, count)
        {
            return Vec::new();
        }
        let filled = |(link, key): (&'l str, &mut (&'l str, &'l str))| {
            plain_key(link).map(|found| *key = found)
        };
        if links
            .clone()
            .zip(&mut keys)
            .all(|pair| filled(pair).is_some())
            && differ(&keys, count)
        {
            return Vec::new();
        }
    }
    let mut known = BTreeMap::new();
    let mut repeated = Vec::new();
    for (at, link) in links.enumerate() {
        if let Some(key) = parsed_key(link) {
            let first = *known.entry(key).or_insert(at);
            if first != at {
                repeated.push((at, first));
            }
        }
    }
    repeated
}

fn duplicate<'a>(practice: &'a Practice<'_>, walk: &mut Walk<'a, '_>) {
    let links = practice
        .media
        .iter()
        .map(|medium| medium.url.as_deref().unwrap_or_default());
    let pairs = repeated(links);
    if !pairs.is_empty() {
        let media: Vec<_> = practice.kept.places("media", &practice.media).collect();
        for (at, first) in pairs {
            let (Some((place, medium)), Some((first, original))) =
                (media.get(at), media.get(first))
            else {
                continue;
            };
            let finding = walk
                .find(&DUPLICATE)
                .at("media")
                .at(*place)
                .with("first", *first);
            let says_nothing_new =
                medium.kept.is_empty() && (medium.kind.is_none() || medium.kind == original.kind);
            if says_nothing_new {
                finding.remove(certain_if(medium == original), Json::of(*medium))
            } else {
                finding
            }
            .report();
        }
    }
    let Some(results) = &practice.results else {
        return;
    };
    if results.items.iter().all(|item| item.evidence.len() < 2) {
        return;
    }
    for (row, item) in results.kept.places("items", &results.items) {
        let pairs = repeated(item.evidence.iter().map(|link| &**link));
        if pairs.is_empty() {
            continue;
        }
        let evidence: Vec<_> = item.kept.places("evidence", &item.evidence).collect();
        for (at, first) in pairs {
            let (Some((place, link)), Some((first, original))) =
                (evidence.get(at), evidence.get(first))
            else {
                continue;
            };
            walk.find(&DUPLICATE)
                .at("results")
                .at("items")
                .at(row)
                .at("evidence")
                .at(*place)
                .with("first", *first)
                .remove(certain_if(link == original), Json::from(&***link))
                .report();
        }
    }
}

fn certain_if(holds: bool) -> Safety {
    if holds {
        Safety::Certain
    } else {
        Safety::Suggested
    }
}

/// Small letters that look like a Latin one (Unicode UTS #39, the part that hosts may have). Sorted.
#[rustfmt::skip]
const TWINS: &[(char, char)] = &[
    ('ο', 'o'), ('ρ', 'p'), ('υ', 'u'), ('а', 'a'), ('е', 'e'), ('о', 'o'), ('р', 'p'),
    ('с', 'c'), ('у', 'y'), ('х', 'x'), ('ѕ', 's'), ('і', 'i'), ('ј', 'j'), ('ѵ', 'v'),
    ('һ', 'h'), ('ӏ', 'l'), ('ԁ', 'd'), ('ԛ', 'q'), ('ԝ', 'w'),
];

/// Endings under which whole Cyrillic names are at home (as browsers decide it). Sorted.
const CYRILLIC_ENDINGS: &[&str] = &[
    "bg", "by", "eu", "kz", "me", "mk", "rs", "ru", "su", "ua", "uz",
];

#[derive(PartialEq, Clone, Copy)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
}

fn script(letter: char) -> Option<Script> {
    match letter {
        'a'..='z' | 'ß'..='ɏ' => Some(Script::Latin),
        '\u{370}'..='\u{3ff}' => Some(Script::Greek),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        '\u{530}'..='\u{58f}' => Some(Script::Armenian),
        _ => None,
    }
}

fn twin(letter: char) -> Option<char> {
    let at = TWINS
        .binary_search_by_key(&letter, |(known, _)| *known)
        .ok()?;
    TWINS.get(at).map(|(_, latin)| *latin)
}

/// True when a part of a name mixes scripts, or could be read as Latin under the ending of its host.
fn is_look_alike(part: &str, ending: &str) -> bool {
    let mut scripts = part.chars().filter_map(script);
    let Some(first) = scripts.next() else {
        return false;
    };
    if scripts.any(|other| other != first) {
        return true;
    }
    first == Script::Cyrillic
        && ending.is_ascii()
        && CYRILLIC_ENDINGS.binary_search(&ending).is_err()
        && part
            .chars()
            .filter(|letter| script(*letter).is_some())
            .all(|letter| twin(letter).is_some())
}

fn look_alike_host<'a>(link: &'a str, address: &Address<'a>, walk: &mut Walk<'a, '_>) {
    let Some(host) = address.web_host().filter(|host| host.contains("xn--")) else {
        return;
    };
    let shown = shown(host);
    let ending = shown.rsplit('.').next().unwrap_or_default();
    if !shown
        .split(['.', '-'])
        .any(|part| is_look_alike(part, ending))
    {
        return;
    }
    let latin: String = shown
        .chars()
        .map(|letter| twin(letter).unwrap_or(letter))
        .collect();
    let finding = walk.find(&LOOK_ALIKE_HOST).with("host", &*shown);
    let better = with_host(link, &latin).filter(|_| latin.is_ascii());
    match better {
        Some(better) => finding.with("latin", latin).replace(
            Safety::Suggested,
            Json::from(link),
            Some(Json::from(better)),
        ),
        None => finding,
    }
    .report();
}

/// Returns a host as people read it: labels in Punycode decoded.
fn shown(host: &str) -> String {
    let label = |label: &str| {
        let code = label.strip_prefix("xn--");
        code.and_then(idna::punycode::decode_to_string)
            .unwrap_or_else(|| label.to_owned())
    };
    host.split('.').map(label).collect::<Vec<_>>().join(".")
}

/// Returns the address as it is written, with another host.
fn with_host(link: &str, host: &str) -> Option<String> {
    let (scheme, rest) = link.split_once("://")?;
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(end)?;
    let (user, at) = authority
        .rsplit_once('@')
        .map_or(("", ""), |(user, _)| (user, "@"));
    let port = authority.rsplit_once(':').map(|(_, port)| port);
    let port =
        port.filter(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    let port = port.map_or(String::new(), |port| format!(":{port}"));
    let better = format!("{scheme}://{user}{at}{host}{port}{tail}");
    let leads_there = parsed(&better).is_some_and(|url| url.host_str() == Some(host));
    leads_there.then_some(better)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host_is_local(host: &str) -> bool {
        let link = format!("http://{host}/");
        match parsed(&link).unwrap().host().unwrap() {
            Host::Domain(name) => is_private_name(name),
            Host::Ipv4(number) => is_special_v4(number),
            Host::Ipv6(number) => is_special_v6(number),
        }
    }

    #[test]
    fn private_and_reserved_hosts_in_all_notations() {
        assert!(PRIVATE_ENDINGS.is_sorted());
        for host in [
            "localhost",
            "LOCALHOST.",
            "intranet",
            "printer.local",
            "wiki.corp",
            "db.internal",
            "a.test",
            "nas.home.arpa",
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.01",
            "0x7f.1",
            "10.0.0.8",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "198.18.0.1",
            "203.0.113.9",
            "0.0.0.0",
            "255.255.255.255",
            "[::1]",
            "[::]",
            "[::ffff:10.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::10.0.0.1]",
            "[2002:a00:1::]",
            "[fc00::1]",
            "[fd12:3456::1]",
            "[fe80::1]",
            "[ff02::1]",
            "[2001:db8::1]",
            "[3fff::1]",
        ] {
            assert!(host_is_local(host), "{host}");
        }
        for host in [
            "example.org",
            "smolyan.example",
            "local.bg",
            "test.bg",
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "198.20.0.1",
            "203.0.114.1",
            "134744072",
            "[2a00:1450:4017::1]",
            "[2001:4860:4860::8888]",
            "[::ffff:8.8.8.8]",
            "[2002:808:808::]",
        ] {
            assert!(!host_is_local(host), "{host}");
        }
    }

    #[test]
    fn the_plain_key_is_that_of_the_parser() {
        let links = [
            "http://www.flgr.bg/bg/",
            "https://flgr.bg/bg",
            "http://flgr.bg",
            "https://www.youtube.com/watch?v=tgcDR_DCiMY",
            "https://a.example/x/?id=7&page=2",
            "http://a.example/index.php?option=com_content",
        ];
        for link in links {
            let (place, query) = plain_key(link).unwrap();
            let parsed = parsed_key(link).unwrap();
            assert_eq!((place, query), (&*parsed.0, &*parsed.1), "{link}");
        }
        for link in [
            "http://FLGR.bg",
            "http://flgr.bg:80/",
            "http://flgr.bg/#x",
            "http://flgr.bg/?utm_source=a",
            "http://flgr.bg/карта",
            "http://flgr.bg/a/../b",
            "http://flgr.bg?",
        ] {
            assert_eq!(plain_key(link), None, "{link}");
            assert!(parsed_key(link).is_some(), "{link}");
        }
    }

    #[test]
    fn links_to_one_page_repeat_each_other() {
        let same = |one, other| !repeated([one, other].into_iter()).is_empty();
        for (one, other) in [
            ("http://flgr.bg/bg", "https://www.flgr.bg/bg/"),
            ("http://flgr.bg/bg", "http://FLGR.bg:80/bg#top"),
            (
                "http://flgr.bg/?id=7",
                "http://flgr.bg/?fbclid=x&id=7&utm_source=y",
            ),
            (
                "http://flgr.bg/карта",
                "http://flgr.bg/%d0%ba%D0%B0%D1%80%D1%82%D0%B0",
            ),
            ("http://flgr.bg", "http://flgr.bg./"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("http://flgr.bg/bg", "http://flgr.bg/BG"),
            ("http://flgr.bg/?id=7", "http://flgr.bg/?id=8"),
            ("http://flgr.bg/", "http://flgr.bg:8080/"),
            ("http://flgr.bg/#!/a", "http://flgr.bg/#!/b"),
            ("ftp://flgr.bg/", "ftp://flgr.bg/"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
        let many: Vec<String> = (0..40)
            .map(|n| format!("http://a.example/{}", n % 39))
            .collect();
        assert_eq!(repeated(many.iter().map(String::as_str)), [(39, 0)]);
    }

    #[test]
    fn hosts_that_can_be_taken_for_others() {
        assert!(TWINS.is_sorted() && CYRILLIC_ENDINGS.is_sorted());
        let is_alike = |host: &str| {
            let link = format!("http://{host}/");
            let shown = shown(parsed(&link).unwrap().host_str().unwrap());
            let ending = shown.rsplit('.').next().unwrap_or_default();
            shown
                .split(['.', '-'])
                .any(|part| is_look_alike(part, ending))
        };
        for host in [
            "раураl.com",
            "xn--l-7sba6dbr.com",
            "аррӏе.com",
            "gοοgle.com",
            "oбмен.bg",
            "сор.org",
        ] {
            assert!(is_alike(host), "{host}");
        }
        for host in [
            "обмен.бг",
            "роса.bg",
            "роса.рф",
            "it-услуги.bg",
            "пример.com",
            "münchen.de",
            "paypal.com",
            "2008-обмен.eu",
            "日本語.jp",
        ] {
            assert!(!is_alike(host), "{host}");
        }
        assert_eq!(
            with_host("https://a@раураl.com:8080/x?y", "paypal.com").as_deref(),
            Some("https://a@paypal.com:8080/x?y")
        );
    }
}
