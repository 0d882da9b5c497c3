//! `organisation/`: how to reach it.

use crate::check::Safety;
use crate::check::walk::Walk;
use crate::value::{Json, email, phone};

crate::rules! {
    PHONE {
        code: "organisation/phone",
        severity: Warning,
        since: 2,
        judges: Phone(phone),
        message: { en: "`{value}` cannot be dialled: {reason}", bg: "`{value}` не може да се набере: {reason}" },
        help: {
            en: "write one number with its area or country code, such as `0301 62448` or `+359 301 62448`, and an extension as `ext. 12`",
            bg: "запишете един номер с кода за избиране или с кода на държавата, например `0301 62448` или `+359 301 62448`, а вътрешния номер като `вътр. 12`",
        },
        fix: { en: "write digits for the letters that look like them", bg: "запишете цифри вместо буквите, които приличат на цифри" },
        why: {
            en: "Numbers are dialled from elsewhere, and by a touch of the screen. A number is read by ITU-T E.164: an assigned country code and at most 15 digits, the usual lengths of European countries, and Bulgaria's numbering plan. Without a country code it is read in the country of the organisation, in Bulgaria only; other plans are not judged, and whether anybody answers is not known. The record keeps the number as it is written.",
            bg: "Номерата се набират от друго място и с едно докосване на екрана. Номерът се чете по ITU-T E.164: съществуващ код на държава и най-много 15 цифри, обичайните дължини в Европа и номерационният план на България. Без код на държава той се чете в държавата на организацията, но само за България; другите планове не се проверяват, а дали някой ще вдигне, не се знае. Записът пази номера така, както е написан.",
        }
    }
    EMAIL {
        code: "organisation/email",
        severity: Warning,
        since: 2,
        judges: Email(email),
        message: { en: "`{value}` is not an e-mail address: {reason}", bg: "`{value}` не е адрес на електронна поща: {reason}" },
        help: { en: "write one address such as `office@example.bg`, and nothing else", bg: "запишете един адрес, например `office@example.bg`, и нищо друго" },
        fix: { en: "write the address that is meant", bg: "запишете адреса, който се има предвид" },
        why: {
            en: "A letter to this address would not leave. An address is what the HTML Standard takes for one, with a dot in its domain, at most 64 bytes before the `@` and 254 in all (RFC 5321); a domain in other letters is read by UTS #46. Whether anybody reads the mail is not known. It is a warning: the practice can be told and found without it.",
            bg: "Писмо до този адрес няма да тръгне. Адрес е онова, което стандартът HTML приема за адрес, с точка в домейна, най-много 64 байта пред `@` и 254 общо (RFC 5321); домейн с други букви се чете по UTS #46. Дали някой чете пощата, не се знае. Това е предупреждение: практиката може да се разкаже и намери и без адреса.",
        }
    }
}

fn phone<'a>(text: &'a str, walk: &mut Walk<'a, '_>) {
    let country = walk.country();
    let Err(fault) = phone::parse(text, country) else {
        return;
    };
    // An empty text has a rule of its own.
    if text.trim().is_empty() {
        return;
    }
    if walk.is_full() && fault != phone::Fault::UnknownPlan {
        return walk.find(&PHONE).report();
    }
    let fault = phone::reason(text, country, fault);
    if fault == phone::Fault::UnknownPlan {
        return;
    }
    let better = phone::with_digits(text, country).map(Json::from);
    walk.find(&PHONE)
        .with("value", text)
        .with("reason", fault.term())
        .replace(Safety::Suggested, Json::from(text), better)
        .report();
}

fn email<'a>(text: &'a str, walk: &mut Walk<'a, '_>) {
    let Err(fault) = email::read(text) else {
        return;
    };
    if text.trim().is_empty() {
        return;
    }
    if walk.is_full() {
        return walk.find(&EMAIL).report();
    }
    let finding = walk
        .find(&EMAIL)
        .with("value", text)
        .with("reason", email::reason(text, fault).term());
    match email::meant(text) {
        Some((better, safety)) => {
            finding.replace(safety, Json::from(text), Some(Json::from(better)))
        }
        None => finding,
    }
    .report();
}
