//! The forms and check digits of the countries' VAT numbers, as their tax offices publish them.

use super::super::bg_eik;
use super::super::digits::{digits, formed, luhn, mod_11_10, mod_97, number, part, right, sum};
use super::super::{Fault, PersonalNumber, it_piva};
use super::Country;
use crate::value::Date;
use crate::value::personal_number::is_egn;

const fn row(prefix: &'static str, judge: fn(&str) -> Result<(), Fault>) -> Country {
    Country { prefix, judge }
}

/// Every prefix, in order.
pub(super) static COUNTRIES: [Country; 29] = [
    row("AT", at),
    row("BE", be),
    row("BG", bg),
    row("CY", cy),
    row("CZ", cz),
    row("DE", de),
    row("DK", dk),
    row("EE", ee),
    row("EL", el),
    row("ES", es),
    row("EU", eu),
    row("FI", fi),
    row("FR", fr),
    row("HR", hr),
    row("HU", hu),
    row("IE", ie),
    row("IT", it_piva::eleven),
    row("LT", lt),
    row("LU", lu),
    row("LV", lv),
    row("MT", mt),
    row("NL", nl),
    row("PL", pl),
    row("PT", pt),
    row("RO", ro),
    row("SE", se),
    row("SI", si),
    row("SK", sk),
    row("XI", xi),
];

type Verdict = Result<(), Fault>;

/// Where a text is cut, its parts; a form without them otherwise.
fn cut(text: &str, at: usize) -> Result<(&str, &str), Fault> {
    text.split_at_checked(at).ok_or(Fault::Form)
}

fn at(text: &str) -> Verdict {
    let [body @ .., check] = digits::<8>(text.strip_prefix('U').ok_or(Fault::Form)?)?;
    right((luhn(body.iter()) + check) % 10 == 6)
}

fn be(text: &str) -> Verdict {
    let [body @ .., a, b] = digits::<10>(text)?;
    formed(body.first().is_some_and(|first| *first < 2))?;
    right((number(&body) + number(&[a, b])).is_multiple_of(97))
}

/// Nine digits are an EIK; ten are a person's: the EGN, the number of a foreigner (LNCh) or one of the tax office.
fn bg(text: &str) -> Verdict {
    if text.len() == 9 {
        return bg_eik::nine(text);
    }
    let [body @ .., check] = digits::<10>(text)?;
    if is_egn(text) {
        return Err(Fault::Personal(PersonalNumber::Egn));
    }
    let foreigner = sum(&body, &[21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10;
    let office = (11 - sum(&body, &[4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    right(check == foreigner || check == office)
}

fn cy(text: &str) -> Verdict {
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let (body, check) = cut(text, 8)?;
    let body: [u32; 8] = digits(body)?;
    let [check] = check.as_bytes() else {
        return Err(Fault::Form);
    };
    formed(check.is_ascii_uppercase() && !body.starts_with(&[1, 2]))?;
    let values = body.iter().enumerate().map(|(place, digit)| {
        if place % 2 == 0 {
            usize::try_from(*digit)
                .ok()
                .and_then(|at| ODD.get(at))
                .copied()
                .unwrap_or_default()
        } else {
            *digit
        }
    });
    right(u32::from(check - b'A') == values.sum::<u32>() % 26)
}

fn cz(text: &str) -> Verdict {
    const WEIGHTS: [u32; 7] = [8, 7, 6, 5, 4, 3, 2];
    match text.len() {
        8 => {
            let [body @ .., check] = digits::<8>(text)?;
            formed(body.first() != Some(&9))?;
            let rest = (11 - sum(&body, &WEIGHTS) % 11) % 11;
            right(check == if rest == 0 { 1 } else { rest % 10 })
        }
        9 if text.starts_with('6') => {
            let [_, body @ .., check] = digits::<9>(text)?;
            let rest = (21 - sum(&body, &WEIGHTS) % 11) % 11;
            right(check == (18 - rest) % 10)
        }
        9 => born(&digits::<9>(text)?),
        _ => birth_number(text),
    }
}

/// Judges a birth number of ten digits, which the Czech Republic and Slovakia share.
fn birth_number(text: &str) -> Verdict {
    let all: [u32; 10] = digits(text)?;
    born(&all)?;
    let [body @ .., check] = all;
    right(u64::from(check) == number(&body) % 11 % 10)
}

/// Judges the day of birth: women have 50 more in the month, serials that overflowed 20 more.
fn born(digits: &[u32]) -> Verdict {
    let [year, written, day] = [0..2, 2..4, 4..6].map(|places| part(digits, places));
    let month = match written {
        1..=12 => written,
        21..=32 => written - 20,
        51..=62 => written - 50,
        71..=82 => written - 70,
        _ => 0,
    };
    // Nine digits until 1953, ten since.
    let century = match (digits.len(), year) {
        (9, 80..) => 1800,
        (9, 54..) => return Err(Fault::Form),
        (10, ..54) => 2000,
        _ => 1900,
    };
    formed(is_day(century + year, month, day))
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let date = |year, month, day| {
        Date::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    };
    date(year, month, day).is_some()
}

fn de(text: &str) -> Verdict {
    let digits: [u32; 9] = digits(text)?;
    formed(digits.first() != Some(&0))?;
    right(mod_11_10(&digits))
}

fn dk(text: &str) -> Verdict {
    let digits: [u32; 8] = digits(text)?;
    formed(digits.first() != Some(&0))?;
    right(sum(&digits, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11))
}

fn ee(text: &str) -> Verdict {
    let digits: [u32; 9] = digits(text)?;
    right(sum(&digits, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10))
}

fn el(text: &str) -> Verdict {
    let [body @ .., check] = digits::<9>(text)?;
    right(check == sum(&body, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10)
}

/// A company's letter leads to a check digit or letter, either accepted; other forms are persons'.
fn es(text: &str) -> Verdict {
    const DNI: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let (first, rest) = cut(text, 1)?;
    let (body, check) = cut(rest, 7)?;
    let body: [u32; 7] = digits(body)?;
    let ([first], [check]) = (first.as_bytes(), check.as_bytes()) else {
        return Err(Fault::Form);
    };
    let dni = |first: u64| {
        let at = usize::try_from((first * 10_000_000 + number(&body)) % 23);
        right(at.ok().and_then(|at| DNI.get(at)) == Some(check))
    };
    match first {
        b'0'..=b'9' => dni(u64::from(first - b'0')),
        b'K' | b'L' | b'M' => dni(0),
        b'X' | b'Y' | b'Z' => dni(u64::from(first - b'X')),
        b'A'..=b'H' | b'J' | b'N' | b'P'..=b'S' | b'U'..=b'W' => {
            let digit = (10 - luhn(body.iter().chain(&[0])) % 10) % 10;
            let letter = b"JABCDEFGHI".iter().zip(0_u32..).find(|(_, n)| *n == digit);
            right(
                u32::from(check.wrapping_sub(b'0')) == digit
                    || letter.is_some_and(|(letter, _)| letter == check),
            )
        }
        _ => Err(Fault::Form),
    }
}

/// The one-stop shop: the number of the member state, ISO 3166, begins it; its check digit is not published.
fn eu(text: &str) -> Verdict {
    const MEMBERS: [u32; 28] = [
        40, 56, 100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 372, 380, 428, 440, 442,
        470, 528, 616, 620, 642, 703, 705, 724, 752, 900,
    ];
    formed(MEMBERS.contains(&part(&digits::<9>(text)?, 0..3)))
}

fn fi(text: &str) -> Verdict {
    let digits: [u32; 8] = digits(text)?;
    right(sum(&digits, &[7, 9, 10, 5, 8, 4, 2, 1]).is_multiple_of(11))
}

/// Two characters of check and a SIREN; Monaco's numbers begin with 000 and are none.
fn fr(text: &str) -> Verdict {
    const KEY: &[u8; 34] = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let (check, siren) = cut(text, 2)?;
    let value = |byte| {
        KEY.iter()
            .zip(0_u64..)
            .find_map(|(of, n)| (of == byte).then_some(n))
    };
    let [Some(a), Some(b)] =
        [check.as_bytes().first(), check.as_bytes().get(1)].map(|byte| value(byte?))
    else {
        return Err(Fault::Form);
    };
    let siren: [u32; 9] = digits(siren)?;
    right(siren.starts_with(&[0, 0, 0]) || luhn(siren.iter()).is_multiple_of(10))?;
    let siren = number(&siren);
    right(if a < 10 && b < 10 {
        a * 10 + b == (siren * 100 + 12) % 97
    } else {
        let check = if a < 10 {
            a * 24 + b - 10
        } else {
            a * 34 + b - 100
        };
        (siren + 1 + check / 11) % 11 == check % 11
    })
}

fn hr(text: &str) -> Verdict {
    right(mod_11_10(&digits::<11>(text)?))
}

fn hu(text: &str) -> Verdict {
    let digits: [u32; 8] = digits(text)?;
    right(sum(&digits, &[9, 7, 3, 1, 9, 7, 3, 1]).is_multiple_of(10))
}

/// Seven digits, a check letter and, since 2013, perhaps one more; or the old form with a letter or sign second.
fn ie(text: &str) -> Verdict {
    const WEIGHTS: [u32; 7] = [8, 7, 6, 5, 4, 3, 2];
    let (body, letters) = cut(text, 7)?;
    let (check, more) = match letters.as_bytes() {
        [check @ b'A'..=b'W'] => (check, 0),
        [check @ b'A'..=b'W', more @ b'A'..=b'I'] => (check, u32::from(more - b'A') + 1),
        _ => return Err(Fault::Form),
    };
    let sum = match body.as_bytes() {
        [first @ b'0'..=b'9', b'A'..=b'Z' | b'+' | b'*', ..] if letters.len() == 1 => {
            let five: [u32; 5] = digits(body.get(2..).unwrap_or_default())?;
            sum(&five, &[7, 6, 5, 4, 3]) + 2 * u32::from(first - b'0')
        }
        _ => sum(&digits::<7>(body)?, &WEIGHTS) + 9 * more,
    };
    // W counts as none, A as one.
    right(u32::from(check - b'A' + 1) % 23 == sum % 23)
}

/// Nine digits of a company, twelve of a person or a temporary holder.
fn lt(text: &str) -> Verdict {
    fn judge(digits: &[u32]) -> Verdict {
        let [body @ .., check] = digits else {
            return Err(Fault::Form);
        };
        formed(body.last() == Some(&1))?;
        let first = sum(body, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2]) % 11;
        let second = sum(body, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4]) % 11 % 10;
        right(*check == if first == 10 { second } else { first })
    }
    if text.len() == 9 {
        judge(&digits::<9>(text)?)
    } else {
        judge(&digits::<12>(text)?)
    }
}

fn lu(text: &str) -> Verdict {
    let [body @ .., a, b] = digits::<8>(text)?;
    right(number(&body) % 89 == number(&[a, b]))
}

/// A company's begins with 4 or more; a person's with the day of birth, or with 32 since 2017.
fn lv(text: &str) -> Verdict {
    let all: [u32; 11] = digits(text)?;
    if part(&all, 0..1) > 3 {
        return right(sum(&all, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3);
    }
    let [day, month, year, century] = [0..2, 2..4, 4..6, 6..7].map(|places| part(&all, places));
    formed(day == 32 || is_day(1800 + century * 100 + year, month, day))?;
    let [body @ .., check] = all;
    right(check == (1 + sum(&body, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10)
}

fn mt(text: &str) -> Verdict {
    let digits: [u32; 8] = digits(text)?;
    formed(digits.first() != Some(&0))?;
    right(sum(&digits, &[3, 4, 6, 7, 8, 9, 10, 1]).is_multiple_of(37))
}

/// The number of a company, by the test of eleven; or of a sole trader since 2020, by MOD 97-10.
fn nl(text: &str) -> Verdict {
    let (body, serial) = cut(text, 9)?;
    let [body @ .., check] = digits::<9>(body)?;
    let serial: [u32; 2] = digits(serial.strip_prefix('B').ok_or(Fault::Form)?)?;
    formed((number(&body) != 0 || check != 0) && serial != [0, 0])?;
    let eleven = sum(&body, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11 == check;
    right(eleven || mod_97("NL".bytes().chain(text.bytes())) == 1)
}

fn pl(text: &str) -> Verdict {
    let [body @ .., check] = digits::<10>(text)?;
    right(check == sum(&body, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11)
}

fn pt(text: &str) -> Verdict {
    let [body @ .., check] = digits::<9>(text)?;
    formed(body.first() != Some(&0))?;
    right(check == (11 - sum(&body, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10)
}

/// Two to ten digits; the weights count from the end.
fn ro(text: &str) -> Verdict {
    formed((2..=10).contains(&text.len()) && !text.starts_with('0'))?;
    let [body @ .., check] = digits::<10>(&format!("{text:0>10}"))?;
    right(check == sum(&body, &[7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10 % 11 % 10)
}

fn se(text: &str) -> Verdict {
    let [organisation @ .., a, b] = digits::<12>(text)?;
    formed([a, b] == [0, 1])?;
    right(luhn(organisation.iter()).is_multiple_of(10))
}

fn si(text: &str) -> Verdict {
    let [body @ .., check] = digits::<8>(text)?;
    formed(body.first() != Some(&0))?;
    let rest = 11 - sum(&body, &[8, 7, 6, 5, 4, 3, 2]) % 11;
    // No digit fits a remainder of 0.
    right(rest != 11 && check == rest % 10)
}

fn sk(text: &str) -> Verdict {
    let all: [u32; 10] = digits(text)?;
    if birth_number(text).is_ok() {
        return Ok(());
    }
    let [first, _, third, ..] = all;
    formed(first != 0 && matches!(third, 2..=4 | 7..=9))?;
    right(number(&all).is_multiple_of(11))
}

/// As in the United Kingdom: a trader, with or without a branch, a department, a health authority.
fn xi(text: &str) -> Verdict {
    if let Some(department) = text.strip_prefix("GD") {
        return formed(number(&digits::<3>(department)?) < 500);
    }
    if let Some(authority) = text.strip_prefix("HA") {
        return formed(number(&digits::<3>(authority)?) >= 500);
    }
    let (trader, branch) = cut(text, 9)?;
    if !branch.is_empty() {
        digits::<3>(branch)?;
    }
    let trader: [u32; 9] = digits(trader)?;
    let rest = sum(&trader, &[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
    // Newer numbers leave 42 or 55.
    right(rest == 0 || part(&trader, 0..1) > 0 && matches!(rest, 42 | 55))
}
