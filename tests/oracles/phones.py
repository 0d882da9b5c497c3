# needs: phonenumbers==9.0.43
"""Telephones of Bulgaria and of other countries, in the forms that people give them, as phonenumbers reads them in Bulgaria."""

import random

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from _ask import Differences, ask

chance = random.Random(4)

# Forms of a Bulgarian number: the area, and the rest in two parts.
FORMS = [
    "0{a}{b}{c}", "0{a}/ {b} {c}", "(0{a}) {b} {c}", "0{a}-{b}-{c}", "+359 {a} {b}{c}", "+359 (0){a} {b} {c}",
    "00359 {a} {b} {c}", "(+359 {a}) {b}{c}", "0{a} {b}{c} ext. 12", "тел. 0{a} {b} {c}", "0{a}.{b}.{c}",
    "\u202a+359 {a}\u00a0{b} {c}\u202c", "+359-0{a}-{b}-{c}", "359{a}{b}{c}",
]
# Area or network, and how many digits follow; the wrong ones too.
AREAS = [
    ("2", 7), ("2", 6), ("2", 5), ("2", 4), ("2", 8), ("301", 5), ("301", 4), ("301", 3), ("301", 6), ("32", 6), ("32", 5),
    ("3020", 4), ("52", 6), ("56", 6), ("54", 6), ("700", 5), ("700", 4), ("800", 5), ("800", 6), ("90", 6), ("90", 5),
    ("87", 7), ("88", 7), ("89", 7), ("98", 7), ("88", 6), ("88", 8), ("99", 7), ("430", 5), ("431", 5), ("436", 4),
    ("437", 5), ("48", 6), ("40", 6), ("49", 5), ("50", 6), ("70", 6), ("701", 5), ("80", 6), ("86", 6), ("97", 6),
    ("996", 6), ("999", 6), ("10", 6), ("64", 6), ("6", 7), ("73", 6), ("915", 5),
]


def digits(count):
    return "".join(chance.choice("123456789") for _ in range(count))


def bulgarian():
    for turn in range(5):
        for at, (area, count) in enumerate(AREAS):
            rest = digits(count)
            yield FORMS[(at * 3 + turn * 5) % len(FORMS)].format(a=area, b=rest[:2], c=rest[2:]), None


def foreign():
    for code in ("AT BE HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB CH NO IS RS MK TR AL BA ME MD "
                 "UA US CA BR CN JP IN ZA EG IL KZ GE AM AU NZ MX AR").split():
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
            number = phonenumbers.example_number_for_type(code, kind)
            for form in (PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL):
                yield phonenumbers.format_number(number, form), None
            written = phonenumbers.format_number(number, PhoneNumberFormat.E164)
            yield "00" + written[1:], None
            # The lengths of Europe, to a digit, and any length elsewhere.
            yield written[:-4], "foreign-plan"
            yield written + "12345", "foreign-plan"
    for text in ("+49 (0)30 123456", "+44 (0)20 7946 0018", "+40 (0)21 312 3456", "+39 049 8591111", "+39 06 69812345"):
        yield text, None
    for code in range(1, 1000):
        # A code that no country has.
        if code not in phonenumbers.COUNTRY_CODE_TO_REGION_CODE and not any(
            int(str(code)[:n]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE for n in (1, 2) if n < len(str(code))
        ) and code > 99:
            yield f"+{code} 234 567 89", None


def others():
    yield "62 44 812", "local"
    yield "81 23 456", "local"
    yield "112", "short"
    yield "116 111", "short"
    yield "0301 62448/62449", "several"
    yield "0301 62448; 62449", "several"
    yield "0301 62448 или 0301 62449", "several"
    yield "0700 BULPRO", "letters"
    yield "0301 62448 секретар", "letters"
    yield "0301 ЕТАЖ 2", "letters"
    for text in ("", "-", "0", "00", "+", "+359", "няма", "0301", "1", "+0301 62448", "00359", "62 448", "888123456", "29871234"):
        yield text, None


def theirs(text):
    try:
        number = phonenumbers.parse(text, "BG")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


differences = Differences(__file__)
numbers = [*bulgarian(), *foreign(), *others()]
print(f"   {len(numbers)} numbers")
questions = [{"kind": "phone", "value": text, "country": "BG"} for text, _ in numbers]
for (text, kind), answer in zip(numbers, ask(questions), strict=True):
    differences.compare(text, answer.get("canonical"), theirs(text), kind)
differences.finish()
