//! `link/`: addresses that can be followed, and that are about the practice.

use url::{ParseError, Url};

use crate::check::walk::Walk;
use crate::check::{Argument, Safety, Term, Texts};
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
