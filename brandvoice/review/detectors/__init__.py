"""What data cannot say: numbers with checksums, names, shouting, crowds. Each gated cheaply."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from brandvoice.review.detectors.email import emails
from brandvoice.review.detectors.name import names
from brandvoice.review.detectors.number import bank_accounts, card_numbers, identity_numbers
from brandvoice.review.detectors.phone import phones
from brandvoice.review.detectors.plate import plates
from brandvoice.review.detectors.shouting import shouted_marks, shouted_words
from brandvoice.review.detectors.stuffing import stuffed_hashtags, stuffed_mentions
from brandvoice.review.detectors.vocabulary import rejected_words

if TYPE_CHECKING:
    from brandvoice.post.span import Span
    from brandvoice.review.paragraph import Paragraph

Detector = Callable[["Paragraph"], Iterable["Span"]]

DETECTORS: Final[dict[str, Detector]] = {
    "phone": phones,
    "email": emails,
    "identity-number": identity_numbers,
    "card-number": card_numbers,
    "bank-account": bank_accounts,
    "name": names,
    "plate": plates,
    "shouted-words": shouted_words,
    "shouted-marks": shouted_marks,
    "stuffed-hashtags": stuffed_hashtags,
    "stuffed-mentions": stuffed_mentions,
    "rejected-words": rejected_words,
}
OF_DIGITS: Final = frozenset({"identity-number", "card-number", "bank-account", "plate"})
"""Those that find nothing in a line without digits."""
