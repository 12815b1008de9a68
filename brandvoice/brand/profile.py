"""A brand's profile, from `brand.toml`; whatever it does not say has a sensible default."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from brandvoice.errors import UserError
from brandvoice.post.normal import Fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_NOT_IN_CONTACT = re.compile(r"[\s.\-()/]+")
_CHAT_LINK = re.compile(r"^(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?", re.I)


@dataclass(frozen=True, slots=True)
class Brand:
    """Who writes: trade, how it calls itself and its readers, its words, contacts and allowances.

    `contacts` are the business's own published phones, e-mails, handles and account numbers;
    `allowances` posts per 30 days (`personal`, `selling`); `claims` the approved ones.
    """

    name: str = ""
    trade: Trade = "other"
    own: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    allowances: Mapping[str, int] = field(default_factory=dict)
    claims: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> Fingerprint:
        """SHA-256 of everything the profile says."""
        said = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return Fingerprint(hashlib.sha256(said.encode()).hexdigest())

    def owns(self, contact: str) -> bool:
        """Whether a phone, e-mail or handle is one the business itself publishes."""
        return contact_key(contact) in {contact_key(own) for own in self.contacts}


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
    try:
        data: dict[str, Any] = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UserError("brand.syntax", name=name, reason=error) from None
    known = {one.name for one in fields(Brand)}
    for key in data:
        if key not in known:
            raise UserError("brand.unknown", name=name, word=key, known=", ".join(sorted(known)))
    return Brand(**{key: _value(name, key, value) for key, value in data.items()})


def _value(name: str, key: str, value: Any) -> Any:
    if key == "trade":
        if value in TRADES:
            return value
        raise UserError("brand.trade", name=name, word=value, known=", ".join(TRADES))
    if key == "name" and isinstance(value, str):
        return value
    if key == "allowances" and isinstance(value, dict):
        if all(isinstance(one, int) and one >= 0 for one in value.values()):
            return value
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise UserError("brand.value", name=name, word=key)
