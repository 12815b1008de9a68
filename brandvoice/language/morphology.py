"""How everyday Indonesian makes words from words, where no dictionary lists them all.

Each rule takes a word apart and asks whether what is left is one: `known` answers for a whole word,
`is_root` for one that takes affixes, `is_loan` for an English verb in Indonesian use (`upload`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Test = Callable[[str], bool]
    _Nasals = tuple[tuple[str, str, str], ...]

_RUN = re.compile(r"([a-z])\1{2,}")
_LONG_RUN = re.compile(r"([a-z])\1{3,}")
_LAUGHTER = re.compile(
    r"(?:wk){2,}w?|w?(?:kw){2,}k?|(?:h[aeiou]){2,}h?|(?:[aeiou]h){2,}|(?:xi){2,}|hm+|(?:he|hi)ks|(?:nya){2,}h?"
    r"|k{3,}|z{3,}|a+w+|o+h+|a+h+|u+h+|e+h+|w+o+w+|(?:lo){2,}l"
)
_POSSESSIVES: Final = ("nya", "ku", "mu")
_PARTICLES: Final = ("lah", "kah", "pun", "tah")
_SUFFIXES: Final = ("in", "an", "kan", "i")
_HYPHENED: Final = frozenset(
    "di nge ng me mem men meng ke se per ber ter pe pra pasca non anti multi semi sub super ultra "
    "ekstra re co pre pro mini maxi nya an in kan ku mu lah kah pun s es ing ed er".split()
)
# A prefix, the letters a root keeps behind it, and those it swallows: `nyoba` is `coba`.
_EVERYDAY: Final = (
    ("nge", "bcdfghjklmnprstwyz", ""),
    ("ng", "aeioughr", "k"),
    ("ny", "", "cs"),
    ("n", "", "t"),
    ("m", "", "p"),
)
_FORMAL: Final = tuple(
    (start + prefix, kept, swallowed)
    for start in ("me", "pe")
    for prefix, kept, swallowed in (
        ("nge", "bcdfghjklmnprstwyz", ""),
        ("ng", "aeioughk", "k"),
        ("ny", "", "s"),
        ("m", "bpfv", "p"),
        ("n", "cdjtsz", "t"),
        ("", "lmnrwy", ""),
    )
)
# Prefixes with the fewest letters a root must have behind them: many words begin with `ke` or `pe`.
_PREFIXES: Final = (
    ("di", 4), ("ke", 4), ("ter", 4), ("se", 4), ("ber", 4), ("per", 4), ("memper", 4),
    ("diper", 4), ("keber", 4), ("kese", 4), ("ku", 4), ("kau", 4), ("seper", 4), ("", 4),
)  # fmt: skip
_NEVER: Final = 99
_SHORTEST_STEM: Final = 2


def drawn_out(word: str) -> Iterator[str]:
    """The words a drawn-out one may stand for: `bangeeet` for `banget`, `goooood` for `good`.

    Three of a letter that is written twice (`tingggal`) are a slip, not a drawl.
    """
    if _RUN.search(word):
        yield _RUN.sub(r"\1", word)
        if _LONG_RUN.search(word):
            yield _RUN.sub(r"\1\1", word)


def is_laughter(word: str) -> bool:
    """Whether it is a sound: `wkwkwk`, `hahaha`, `hmm`."""
    return _LAUGHTER.fullmatch(word) is not None


def without_clitics(word: str) -> Iterator[tuple[str, str]]:
    """What stands before `-nya`, `-ku`, `-mu`, `-lah`, `-kah`, `-pun`, with what was taken off."""
    for particle in ("", *_PARTICLES):
        stem = word.removesuffix(particle)
        if particle and (stem == word or len(stem) < _SHORTEST_STEM):
            continue
        if particle:
            yield stem, particle
        for possessive in _POSSESSIVES:
            inner = stem.removesuffix(possessive)
            if inner != stem and len(inner) >= _SHORTEST_STEM:
                yield inner, possessive + particle


def is_derived(word: str, is_root: Test, is_loan: Test) -> bool:
    """Whether `word` is an everyday derivation: `dibeliin`, `nyobain`, `keupload`, `mempromote`."""
    return _is_prefixed(word, is_root, is_loan) or _is_nasal(word, is_root, is_loan)


def is_compound(word: str, known: Test, is_root: Test) -> bool:
    """Whether hyphens join what is known: `di-upload`, `bolak-balik`, `warna-warninya`."""
    parts = word.split("-")
    if len(parts) < 2 or not all(parts):
        return False
    return any(part not in _HYPHENED for part in parts) and all(
        part in _HYPHENED or known(part) or (len(part) > 2 and is_root(part)) for part in parts
    )


def american(word: str) -> str:
    """The American spelling of a British word: our English dictionary knows that alone."""
    for british, spelling in _BRITISH:
        word = british.sub(spelling, word)
    return word


_BRITISH: Final = tuple(
    (re.compile(british), spelling)
    for british, spelling in (
        (r"(?<=[a-z]{2})our(?=s?$|ed$|ful|ing$|it|able|less|hood)", "or"),
        (r"is(?=e[sdr]?$|ing$|ers?$|ations?$|able$)", "iz"),
        (r"ys(?=e[sd]?$|ing$)", "yz"),
        (r"tre(?=s?$)", "ter"),
        (r"ll(?=ed$|ing$|ers?$)", "l"),
        (r"ogue(?=s?$)", "og"),
        (r"ence(?=s?$)", "ense"),
        (r"mme(?=s?$)", "m"),
    )
)


def _stems(rest: str) -> Iterator[str]:
    yield rest
    for suffix in _SUFFIXES:
        if rest.endswith(suffix) and not rest.endswith("ii"):
            yield rest[: -len(suffix)]


def _is_prefixed(word: str, is_root: Test, is_loan: Test) -> bool:
    """`dibeliin`, `kepake`, `terenak`, `seenak`, `diupload`, `kabari`, `dugaan`."""
    for prefix, shortest in _PREFIXES:
        if word.startswith(prefix):
            for stem in _stems(word[len(prefix) :]):
                if stem != word and (
                    is_loan(stem) or _takes(prefix, stem, word, shortest, is_root)
                ):
                    return True
    return False


def _takes(prefix: str, stem: str, word: str, shortest: int, is_root: Test) -> bool:
    """Whether a root takes these affixes. Which take `-an` alone the dictionary knows."""
    if not prefix:
        shortest = {"an": _NEVER, "i": 5}.get(word[len(stem) :], shortest)
    return len(stem) >= shortest and is_root(stem)


def _is_nasal(word: str, is_root: Test, is_loan: Test) -> bool:
    """`nyobain`, `nungguin`, `ngepost`; `mengupload`, `memposting`, and native ones the dictionary
    does not list."""
    return any(
        is_loan(stem) or (len(stem) >= shortest and is_root(stem))
        for nasals, shortest in ((_EVERYDAY, 4), (_FORMAL, 5))
        for stem in _denasalised(word, nasals)
    )


def _denasalised(word: str, nasals: _Nasals) -> Iterator[str]:
    """What may be the root of a word with a nasal prefix, suffixes on and off."""
    for prefix, kept, swallowed in nasals:
        rest = word[len(prefix) :]
        if rest and word.startswith(prefix):
            if rest[0] in kept:
                yield from _stems(rest)
            for letter in swallowed:
                yield from _stems(letter + rest)
