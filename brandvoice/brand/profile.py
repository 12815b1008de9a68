"""A brand's profile, from `brand.toml`; whatever it does not say has a sensible default."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import asdict, dataclass, field, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from brandvoice.errors import UserError
from brandvoice.post.fold import fold_words
from brandvoice.post.normal import Fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Trade = Literal[
    "food",
    "fashion",
    "beauty",
    "health",
    "finance",
    "education",
    "travel",
    "property",
    "services",
    "other",
]
TRADES: Final[tuple[Trade, ...]] = get_args(Trade)
Register = Literal["auto", "formal", "everyday"]
REGISTERS: Final[tuple[Register, ...]] = get_args(Register)
_FORMAL_READERS: Final = frozenset(("anda", "bapak", "ibu", "bapak/ibu", "saudara", "saudari"))
# Those of `rules.terms`, which stands on the same floor.
Gravity = Literal["note", "warning", "blocker"]
_GRAVITIES: Final[tuple[Gravity, ...]] = get_args(Gravity)
# A tag as of BCP 47, which is how LanguageTool names its languages.
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})*")
_NOT_IN_CONTACT = re.compile(r"[\s.\-()/]+")
_CHAT_LINK = re.compile(r"^(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?", re.I)


@dataclass(frozen=True, slots=True)
class Brand:
    """Who writes: trade, how it calls itself and its readers, its words, contacts and allowances.

    `accepted` words are no mistake; `rejected` ones are not to be used, `preferred` says by such a
    word what to write instead. `register` is how it writes: `auto` goes by its readers. `languages`
    are those it writes beside Indonesian and English, as LanguageTool calls them (`de-DE`).

    `contacts` are the business's own published phones, e-mails, handles and account numbers;
    `allowances` posts per 30 days (`personal`, `selling`); `claims` the approved ones. `off` are
    ids of rules the brand does without, `severity` how grave it finds others, `second_opinion`
    whether it wants one beside the rules.
    """

    name: str = ""
    trade: Trade = "other"
    own: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    register: Register = "auto"
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    preferred: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    allowances: Mapping[str, int] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    severity: Mapping[str, Gravity] = field(default_factory=dict)
    second_opinion: bool = True

    @property
    def fingerprint(self) -> Fingerprint:
        """SHA-256 of everything the profile says."""
        said = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return Fingerprint(hashlib.sha256(said.encode()).hexdigest())

    @property
    def writes_formally(self) -> bool:
        """Whether standard spelling is asked for: said so, or its readers are `Anda`, `Bapak`."""
        if self.register == "auto":
            return not _FORMAL_READERS.isdisjoint(map(_folded, self.readers))
        return self.register == "formal"

    def owns(self, contact: str) -> bool:
        """Whether a phone, e-mail or handle is one the business itself publishes."""
        return contact_key(contact) in {contact_key(own) for own in self.contacts}


@lru_cache(maxsize=64)  # Asked for with every stiff or everyday word of a post.
def _folded(reader: str) -> str:
    return fold_words(reader)


def contact_key(contact: str) -> str:
    """A contact in one spelling: `+62 812-3456`, `0812 3456` and `wa.me/628123456` are one."""
    key = _NOT_IN_CONTACT.sub("", _CHAT_LINK.sub("", contact.strip())).casefold()
    for prefix in ("+62", "0062", "62"):
        if key.startswith(prefix) and key[len(prefix) :].isdigit():
            return "0" + key[len(prefix) :].removeprefix("0")
    return key


def parse_brand(source: str, name: str) -> Brand:
    """The profile in `source`, a TOML text; `name` is what messages call the file.

    Raises UserError for TOML that is none, an unknown key or a value of the wrong form.
    """
    brand, mistakes = read_brand(source, name)
    if mistakes:
        raise mistakes[0]
    return brand


def read_brand(source: str, name: str) -> tuple[Brand, tuple[UserError, ...]]:
    """The profile with its defaults wherever it is wrong, and everything that is wrong with it."""
    try:
        data: dict[str, Any] = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Brand(), (UserError("brand.syntax", name=name, reason=error),)
    mistakes: list[UserError] = []
    rules = data.pop("rules", {})
    if not isinstance(rules, dict):
        mistakes.append(UserError("brand.table", name=name, word="rules"))
        rules = {}
    said = {**_said(data, _KEYS, "", name, mistakes)}
    said |= _said(rules, _RULE_KEYS, "rules.", name, mistakes)
    return Brand(**said), tuple(mistakes)


_RULE_KEYS: Final = ("off", "severity", "second_opinion")
_KEYS: Final = tuple(one.name for one in fields(Brand) if one.name not in _RULE_KEYS)
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {"trade": TRADES, "register": REGISTERS}
_TABLES: Final[Mapping[str, Callable[[Any], bool]]] = {
    "allowances": lambda number: isinstance(number, int) and number >= 0,
    "severity": lambda gravity: gravity in _GRAVITIES,
    "preferred": lambda word: isinstance(word, str) and bool(word.strip()),
}


def _said(
    table: Mapping[str, Any],
    known: tuple[str, ...],
    prefix: str,
    name: str,
    mistakes: list[UserError],
) -> dict[str, Any]:
    """What is right in a table; what is wrong goes to `mistakes`."""
    said = {}
    for key, value in table.items():
        word = prefix + key
        if key not in known:
            told = ", ".join(sorted(known))
            mistakes.append(UserError("brand.unknown", name=name, word=word, known=told))
        elif wrong := _wrong(name, word, key, value):
            mistakes.append(wrong)
        else:
            said[key] = tuple(value) if isinstance(value, list) else value
    return said


def _wrong(name: str, word: str, key: str, value: Any) -> UserError | None:
    if (choices := _CHOICES.get(key)) and value not in choices:
        return UserError(f"brand.{key}", name=name, word=value, known=", ".join(choices))
    if entry := _wrong_entry(name, key, value):
        return entry
    if key == "second_opinion":
        fits, kind = isinstance(value, bool), "switch"
    elif key in _TABLES:
        fits, kind = isinstance(value, dict) and all(map(_TABLES[key], value.values())), "table"
    elif key in ("name", *_CHOICES):
        fits, kind = isinstance(value, str), "value"
    else:
        fits = isinstance(value, list) and all(isinstance(one, str) for one in value)
        kind = "value"
    return None if fits else UserError(f"brand.{kind}", name=name, word=word)


def _wrong_entry(name: str, key: str, value: Any) -> UserError | None:
    """What is wrong with one of several values, where a message can say more than `value`."""
    if key == "severity" and isinstance(value, dict):
        told = ", ".join(_GRAVITIES)
        strange = (one for one in value.values() if one not in _GRAVITIES)
        wrong = (UserError("brand.severity", name=name, word=one, known=told) for one in strange)
        return next(wrong, None)
    if key == "languages" and isinstance(value, list):
        codes = (one for one in value if not LANGUAGE.fullmatch(str(one)))
        return next((UserError("brand.language", name=name, word=one) for one in codes), None)
    return None
