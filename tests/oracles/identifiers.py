"""Numbers of organisations, each mutated in every way, as python-stdnum and idnumbers judge them; and personal numbers.

No library knows `EU-PIC`, which has no check digit; its form stands here."""
# needs: python-stdnum==2.2 idnumbers==1.22.0

import random
import re

import stdnum.bg.egn
import stdnum.eu.vat
import stdnum.it.codicefiscale
import stdnum.it.iva
import stdnum.lei
from _ask import Differences, ask
from idnumbers.nationalid.bgr.unifed_id_code import UnifiedIdCode
from stdnum.exceptions import ValidationError

random.seed(4)


def eik(number):
    """stdnum does not know the EIK; idnumbers takes it without separators."""
    compact = re.sub(r"[ .-]", "", number)
    if not UnifiedIdCode.validate(compact):
        raise ValidationError
    return compact


def pic(number):
    """Nine digits."""
    compact = re.sub(r"[ .\-\u00a0\u2011\u2013]", "", number)
    if not re.fullmatch(r"[0-9]{9}", compact) or not compact.strip("0"):
        raise ValidationError
    return compact


JUDGES = {
    "BG-EIK": eik,
    "EU-PIC": pic,
    "EU-VAT": stdnum.eu.vat.validate,
    "IT-CF": stdnum.it.codicefiscale.validate,
    "IT-PIVA": stdnum.it.iva.validate,
    "XI-LEI": stdnum.lei.validate,
}
# What no mutation reaches.
EXAMPLES = [
    ("BG-EIK", "BG130007884"), ("IT-CF", "RSSMRA85T10A562S"), ("IT-CF", "RSSMRA85T10A562T"), ("IT-PIVA", "IT00743110157"),
    ("EU-VAT", "GR094259216"), ("EU-VAT", "IM0401234567"), ("EU-VAT", "IM1001234567"), ("EU-VAT", "RO1630615123457"),
    ("EU-VAT", "XIGD888800101"), ("EU-VAT", "XIGB562235987"), ("EU-VAT", "GB562235987"), ("EU-VAT", "CHE100155212"),
    ("EU-VAT", "BE428759497"), ("EU-VAT", "EL23456783"), ("XI-LEI", "5493 000I BP32 UQZ0 KL24"),
]  # fmt: skip
# Where a sound number is sought at random: `9` is a digit, `@` a letter, the rest stands as it is; several forms a scheme.
FORMS = {
    "BG-EIK": ["999999999", "9999999999999"],
    "EU-PIC": ["999999999"],
    "IT-CF": ["99999990289", "89999990589"],
    "IT-PIVA": ["99999990289", "99999998889"],
    "XI-LEI": ["9999" + "@" * 14 + "99", "@9" * 9 + "99", "@" * 18 + "00"],
    "EU-VAT": [
        "ATU99999999", "BE0999999999", "BE1999999999", "BG999999999", "BG9999999999", "CY99999999@", "CZ99999999",
        "CZ699999999", "CZ7512319999", "CZ536231999", "CZ535131999", "CZ7541159999", "CZ0171019999", "DE999999999", "DK99999999",
        "EE999999999", "EL999999999", "ES99999999@", "ESX9999999@", "ESK9999999@", "ESA99999999", "ESP9999999@",
        "EU100999999", "FI99999999", "FR99999999999", "FR@9999999999", "FR9@999999999", "FR99000999999",
        "HR99999999999", "HU99999999", "IE9999999@", "IE9999999@A", "IE9999999@V", "IE9@99999@", "IE9+99999@", "IT99999990289",
        "LT999999919", "LT999999999919", "LU99999999", "LV49999999999", "LV32999999999", "LV15128519999", "MT99999999",
        "NL999999999B99", "NL099999999B99", "PL9999999999", "PT999999999", "RO9999999999", "RO99999", "RO99", "SE999999999901",
        "SI99999999", "SK2029999999", "SK7555319999", "XI999999999", "XI999999999999", "XIGD499", "XIHA599",
    ],
}  # fmt: skip


def theirs(scheme, number):
    """The canonical form that stdnum gives; None for what it refuses."""
    try:
        return JUDGES[scheme](number)
    except ValidationError:
        return None
    except (ValueError, IndexError):
        # It stumbles over some texts that it does not expect.
        return None


def drawn(form):
    return "".join(
        random.choice("0123456789") if sign == "9" else random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if sign == "@" else sign
        for sign in form
    )


def sound(scheme, form, wanted):
    """Some sound numbers of a form; the two letters before a VAT number are no places to draw."""
    prefix, rest = (form[:2], form[2:]) if scheme == "EU-VAT" else ("", form)
    found = []
    for _ in range(400_000):
        number = prefix + drawn(rest)
        if theirs(scheme, number):
            found.append(number)
            if len(found) == wanted:
                return found
    raise SystemExit(f"no sound number of {scheme} {form}")


def mutations(number):
    """Each character changed to each digit and some letters, left out, doubled; neighbours changed about."""
    for at, old in enumerate(number):
        yield from (number[:at] + new + number[at + 1 :] for new in "0123456789AKOUXZ" if new != old)
        yield number[:at] + number[at + 1 :]
        yield number[:at] + old + number[at:]
        yield number[:at] + number[at + 1 : at + 2] + old + number[at + 2 :]
    zeros = "0" * len(number)
    yield from (number + "0", "0" + number, number[:2], "", number * 2, zeros, number[:2] + zeros[2:])


def separated(number):
    for sign in (" ", "-", ".", "\u00a0", "\u2011", "\u2013"):
        for at in range(3, len(number), 3):
            yield number[:at] + sign + number[at:]
    yield from (f" {number} ", number.lower())


ALIKE = dict(zip("ABCEHIJKMOPSTXY013", ["А", "В", "С", "Е", "Н", "І", "Ј", "К", "М", "О", "Р", "Ѕ", "Т", "Х", "У", "О", "І", "З"], strict=True))


def disguised(number):
    """Look-alikes, full-width digits and characters that are not seen; each must be refused and mended to the number."""
    for at, sign in enumerate(number):
        if sign in "0123456789":
            yield number[:at] + chr(ord(sign) + 0xFEE0) + number[at + 1 :]
        if sign in ALIKE and not sign.isdigit():
            yield number[:at] + ALIKE[sign] + number[at + 1 :]
        yield number[:at] + random.choice("\u200b\u00ad\ufeff\u2060") + number[at:]


def kind(scheme, value, ours, other):
    """The class of a difference; see identifiers.differences.csv."""
    compact = re.sub(r"[ .\-\u00a0\u2011\u2013/:,]", "", value).upper()
    digits = re.sub(r"\D", "", compact)
    if other and not digits.strip("0"):
        return "zeros"
    if scheme == "IT-CF" and other and len(compact) == 16:
        return "codice-fiscale"
    if scheme in ("BG-EIK", "IT-CF", "IT-PIVA") and other and compact[:2].isalpha():
        return "country-prefix"
    if scheme == "XI-LEI" and other:
        if len(compact) != 20:
            return "lei-length"
        return "lei-check-digits" if compact[-2:] in ("00", "01", "99") or not compact[-2:].isdigit() else None
    if scheme != "EU-VAT":
        return "separator" if ours and not other and compact != value.upper() else None
    country, rest = compact[:2], compact[2:]
    if other and country == "BG" and stdnum.bg.egn.is_valid(rest):
        return "egn"
    if other and country == "GR":
        return "gr"
    if other and country == "IM":
        return "im"
    months = {month + more for month in range(1, 13) for more in (0, 20, 50, 70)}
    if other and country in ("CZ", "SK") and len(rest) in (9, 10) and int(rest[2:4]) not in months:
        return "birth-month"
    if other and country == "NL" and len(rest) < 12:
        return "nl-length"
    if other and country == "RO" and len(rest) == 13:
        return "ro-cnp"
    if other and country == "IE" and len(rest) == 9:
        return "ie-second-letter"
    if other and country == "XI" and rest[:6] in ("GD8888", "HA8888"):
        return "xi-8888"
    if ours and not other and compact != value.upper():
        return "separator"
    return None


differences = Differences(__file__)
questions = []
for scheme, forms in FORMS.items():
    for form in forms:
        numbers = sound(scheme, form, 4)
        for number in numbers:
            questions += [(scheme, value, False) for value in [number, *mutations(number), *separated(number)]]
            questions += [(scheme, value, number) for value in disguised(number)]
        questions += [(scheme, number, False) for number in (form[:2] + drawn(form[2:]) for _ in range(500))]
questions += [(scheme, value, False) for scheme, value in EXAMPLES]
answers = ask([{"kind": "identifier", "scheme": scheme, "value": value} for scheme, value, _ in questions])
sounds = {}
for (scheme, value, meant), answer in zip(questions, answers, strict=True):
    ours = answer.get("canonical")
    if meant:
        # Others read them as their ASCII or fail; what counts is that they are refused, and mended to the number.
        wanted = sounds[scheme, meant]
        if not wanted:
            continue
        differences.compare(f"{scheme} {value!a} disguised", (ours, answer.get("better")), (None, wanted))
        continue
    sounds[scheme, value] = ours
    other = theirs(scheme, value)
    differences.compare(f"{scheme} {value!a} {answer.get('code')}", ours, other, kind(scheme, value, ours, other))

# Personal numbers: days drawn, and numbers drawn whole.
people = [drawn(random.choice(["9999999999", "750101999" + "9", "8512319999", "8152999999", "0441999999"])) for _ in range(20000)]
people += [mutation for number in people if stdnum.bg.egn.is_valid(number) for mutation in [number, *mutations(number)]][:40000]
for number, answer in zip(people, ask([{"kind": "egn", "value": number} for number in people]), strict=True):
    differences.compare(f"egn {number!a}", answer["valid"] == "true", stdnum.bg.egn.is_valid(number))
differences.finish()
