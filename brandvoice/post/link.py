"""Where links stand in a text, as X finds them: `https://…`, and bare domains such as `toko.id`.

After twitter-text, conformance suite 3: a bare domain is a link when it ends in a known top-level
domain, except inside an e-mail address, a hashtag, a mention or a file name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Country-code domains, ISO 3166 and the few others that are delegated.
_COUNTRIES: Final = (
    "ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|"
    "bt|bv|bw|by|bz|ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|"
    "ee|eg|er|es|et|eu|fi|fj|fk|fm|fo|fr|ga|gb|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|"
    "hk|hm|hn|hr|ht|hu|id|ie|il|im|in|io|iq|ir|is|it|je|jm|jo|jp|ke|kg|kh|ki|km|kn|kp|kr|kw|ky|kz|"
    "la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mg|mh|mk|ml|mm|mn|mo|mp|mq|mr|ms|mt|mu|mv|mw|mx|"
    "my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|pl|pm|pn|pr|ps|pt|pw|py|qa|re|"
    "ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|si|sj|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|sz|tc|td|tf|tg|th|"
    "tj|tk|tl|tm|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw"
)
# Of the 1,200 generic domains those that businesses use; the rest count when written with https://.
_GENERIC: Final = (
    "academy|aero|agency|app|art|asia|beauty|bio|biz|blog|business|cafe|care|cat|center|clinic|"
    "cloud|club|coffee|com|community|company|coop|courses|design|dev|digital|education|email|"
    "events|expert|fashion|finance|fit|fun|gallery|gift|global|gov|group|health|host|hotel|house|"
    "icu|info|ink|int|jobs|kitchen|land|life|link|live|love|ltd|market|marketing|media|mil|mobi|"
    "moe|museum|name|net|network|news|ngo|one|online|org|page|photo|photography|pizza|plus|post|"
    "press|pro|restaurant|rocks|run|sale|school|services|shop|shopping|site|social|software|"
    "solutions|space|store|studio|style|support|systems|team|tech|technology|tel|today|tools|top|"
    "tours|travel|university|video|vip|website|wiki|win|work|works|world|xyz|yoga|zone|edu"
)
_LABEL: Final = r"[a-z0-9\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f_-]{0,61}[a-z0-9\u00c0-\u024f])?"
_NAME: Final = r"[a-z0-9\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f-]{0,61}[a-z0-9\u00c0-\u024f])?"
# With https:// in front any script and any ending will do.
_ANY: Final = r"[^\s\x00-/:-@\[-`{-\xbf\u2000-\u206f\u3000-\u303f]"
_ANY_LABEL: Final = rf"{_ANY}(?:(?:{_ANY}|[_-]){{0,61}}{_ANY})?"
_ANY_NAME: Final = rf"{_ANY}(?:(?:{_ANY}|-){{0,61}}{_ANY})?"
_ENDING: Final = r"(?:xn--[a-z0-9-]+|[a-z]{2,}(?![0-9@_])|[^\W\d_\x00-\x7f]{2,})"
_PATH: Final = r"[a-z0-9!*';:=+,.$/%#\[\]\u2013_~@|&\u00c0-\u024f\u0400-\u04ff-]"
_PATH_END: Final = r"[a-z0-9=_#/+\u00c0-\u024f\u0400-\u04ff-]"
_TAIL: Final = (
    rf"(?::\d+)?"
    rf"(?:/(?:(?:{_PATH}|\({_PATH}*\))*(?:{_PATH_END}|\({_PATH}+\)))?)?"
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]_.,~|-]*[a-z0-9_&=#/-])?"
)


def links(text: str) -> Iterator[Span]:
    """Every link of `text`, in order, without the punctuation after it."""
    return (Span(*match.span()) for match in _pattern().finditer(text))


@cache  # Not at import: compiling it takes longer than starting the command line.
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![a-z0-9@＠$#＃])"
        rf"(?:https?://(?:{_ANY_LABEL}\.){{0,9}}{_ANY_NAME}\.{_ENDING}{_TAIL}"
        rf"|(?<![-_./\u00c0-\u024f])(?:{_LABEL}\.){{0,9}}{_NAME}\.(?:{_COUNTRIES}|{_GENERIC})"
        rf"(?![a-z0-9@+-]){_TAIL})",
        re.IGNORECASE,
    )
