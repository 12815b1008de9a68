"""Trains the second opinion (`brandvoice/review/opinion.py`) and says what it is worth.

    train.py FOLDER [-o WEIGHTS] [--bits 17]

FOLDER holds `train.jsonl` (posts with `labels`, `optional` and `source`) and `weak/*.jsonl` (posts
with a `source`). Of those, `readings.jsonl` beside this script labels some thousand, read by the
same guideline: which line of which file, the first digits of its SHA-256, and spans, not a word of
it; the rules label the others. The examples of our own rules, the cases of `tests/review/cases` and
the sentences of `sentences/` are learned too. None of these texts gets into the weights' file: a
feature is a word or a group of letters, stands in at least four pieces of text, and is kept as a
number in a hash bucket.

Prints post-level figures with folds by source (no post of a source is judged by a model that saw
another of it) and with folds by post, each beside the rules alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from brandvoice.post.fold import fold
from brandvoice.post.normal import normalise
from brandvoice.post.post import Post
from brandvoice.post.sentence import Sentences
from brandvoice.post.span import Span
from brandvoice.review.guards import guarding, passing_guard
from brandvoice.review.opinion import (
    Opinion,
    bucket,
    damping,
    features,
    packed,
    pieces,
)
from brandvoice.review.paragraph import Paragraph
from brandvoice.rules.rule import Guards
from brandvoice.rules.token import alike
from brandvoice.workflow.check import Checker, load_checker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from brandvoice.review.reviewer import Reviewer

FAMILIES = ("claim", "selling", "oversharing")
FEWEST_PIECES = 4
REGULARISATION = 0.3
OWN_WEIGHT = 0.5
"""What a sentence of our own counts: they say in many ways what seldom stands in the posts."""
WEAK_WEIGHT = 0.1
"""What a piece that only the rules have labelled counts, beside one read by people."""
FOLDS = 12
ALARMS = {"claim": 0.01, "selling": 0.0, "oversharing": 0.019}
"""Share of the posts clean of a family that rules and opinion may flag together, folds by source.

It trades alarms for what is found: three of a hundred is the most a reviewer puts up with, and most
of these posts were chosen because they are hard to tell.
"""
FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
SAME_SOURCE = {
    "brand-ig": "cs505project4.1",
    "chi-bad-ads-data": "conpro-bad-ads-data",
    "click-en": "clickbait",
    "clickid": "click-id",
    "cm825": "code-mixed-normalization",
    "corp-tw": "mis546a2",
    "emo-id": "indonesian-twitter-emotion-dataset",
    "hoasa": "indonlu",
    "jobs": "fakejobpost",
    "judol-m": "findit-judi-online",
    "menfess": "kmeans-vs-dbscan-clustering-data-pesan-menfess-telegram",
    "nusax-en": "nusax",
    "nusax-id": "nusax",
    "okky-hs": "id-multi-label-hate-speech-and-abusive-language-detection",
    "prdect": "prdect-id-indonesian-product-reviews-dataset",
    "sms-en": "sms-spam-collection",
    "sms-id": "sms-spam-streamlit",
    "smsa": "indonlu",
    "yt-en": "yt-trend",
    "yt-judol": "findit-judi-online",
}
"""Collections that stand under two names."""


@dataclass
class Text:
    """A post or a sentence of our own: the words of its pieces, and what is known of each."""

    text: str
    source: str
    weight: float
    pieces: list[list[str]] = field(default_factory=list)
    known: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """By family and piece: 1 for a firm label, 0 for none, -1 for an optional one or not asked."""
    read: bool = False
    """Whether people have labelled it, all families."""
    firm: set[str] = field(default_factory=set)
    optional: set[str] = field(default_factory=set)
    ruled: set[str] = field(default_factory=set)


def stretches(text: str) -> Iterator[tuple[list[str], int, int]]:
    """The pieces of a post, those of its sentences and those of its lines: their words, and where
    what each is a piece of begins and ends."""
    offset = 0
    for line in text.split("\n"):
        folded = fold(line)
        alone = list(Sentences(folded.text))
        whole = [Span(0, len(folded.text))] if len(alone) > 1 else []
        for thought in (*alone, *whole):
            for piece in pieces(alike(folded.text), thought):
                span = folded.span(*thought)
                yield piece, span.start + offset, span.end + offset
        offset += len(line) + 1


def labelled(posts: Iterable[dict[str, Any]], checker: Checker) -> Iterator[Text]:
    """Posts with the labels of their readers."""
    for post in posts:
        text = normalise(post["text"])
        one = Text(text, source(post["source"]), 1.0, read=True)
        one.firm = {label["category"] for label in post["labels"]}
        one.optional = {label["category"] for label in post["optional"]} - one.firm
        one.ruled = {finding.category for finding in checker.check(Post(text)).findings}
        for piece, start, end in stretches(text):
            one.pieces.append(piece)
            for family in FAMILIES:
                firm, optional = (
                    any(
                        label["category"] == family and label["start"] < end > start < label["end"]
                        for label in post[strength]
                    )
                    for strength in ("labels", "optional")
                )
                one.known[family].append(1 if firm else -1 if optional else 0)
        yield one


def unlabelled(posts: Iterable[dict[str, Any]], checker: Checker) -> Iterator[Text]:
    """Posts that only the rules have read."""
    for post in posts:
        text = normalise(post["text"])
        one = Text(text, source(post["source"]), WEAK_WEIGHT)
        found = checker.check(Post(text)).findings
        for piece, start, end in stretches(text):
            one.pieces.append(piece)
            for family in FAMILIES:
                hit = any(
                    each.category == family and each.span.start < end and start < each.span.end
                    for each in found
                )
                one.known[family].append(int(hit))
        yield one


def readings(folder: Path) -> Iterator[dict[str, Any]]:
    """The posts of `weak` that were read; raises ValueError where a file is not the one read."""
    lines = {path.stem: path.read_text("utf-8").split("\n") for path in folder.glob("*.jsonl")}
    for reading in posts(FOLDER / "readings.jsonl"):
        name, number = reading["file"], reading["line"]
        post = json.loads(lines[name][number - 1])
        if not hashlib.sha256(post["text"].encode()).hexdigest().startswith(reading["sha256"]):
            raise ValueError(f"{name}.jsonl: line {number} is not the post that was read")
        for strength in ("labels", "optional"):
            post[strength] = [
                {"category": category, "start": start, "end": end}
                for category, start, end in reading.get(strength, ())
            ]
        yield post


def own(checker: Checker) -> Iterator[Text]:
    """The sentences of our rules and of our tests; each speaks for its own family alone."""
    said: list[tuple[str, str, bool]] = [
        (example.text, rule.category, example.flag)
        for rule in checker.reviewer.pack.rules.values()
        for example in rule.examples
    ]
    for path in sorted((ROOT / "tests" / "review" / "cases").rglob("*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"))
        said += [(text, path.parent.name, False) for text in cases["clean"]]
        said += [(case["text"], path.parent.name, True) for case in cases["evasions"]]
    for path in sorted((FOLDER / "sentences").glob("*.toml")):
        known = tomllib.loads(path.read_text(encoding="utf-8"))
        said += [(text, path.stem, way == "flag") for way in known for text in known[way]]
    for text, category, flag in said:
        if category in FAMILIES:
            one = Text(text, "own", OWN_WEIGHT)
            for piece, _, _ in stretches(normalise(text)):
                one.pieces.append(piece)
                for family in FAMILIES:
                    one.known[family].append(int(flag) if family == category else -1)
            yield one


def source(name: str) -> str:
    """The collection a post comes from, without revision and file."""
    plain = re.split("[:@]", name)[0].rpartition("/")[2].lower()
    return SAME_SOURCE.get(plain, plain)


class Table:
    """All pieces of all texts as a matrix over hash buckets."""

    def __init__(self, texts: Sequence[Text], bits: int) -> None:
        self.texts = texts
        self.bits = bits
        flat = [piece for text in texts for piece in text.pieces]
        counted = [Counter(one for word in piece for one in features(word)) for piece in flat]
        seen = Counter(feature for piece in counted for feature in piece)
        column = {
            feature: bucket(feature, bits)
            for feature, times in seen.items()
            if times >= FEWEST_PIECES
        }
        self.of_text = np.repeat(np.arange(len(texts)), [len(text.pieces) for text in texts])
        rows, columns, values = [], [], []
        for row, piece in enumerate(counted):
            for feature, times in piece.items():
                if feature in column:
                    rows.append(row)
                    columns.append(column[feature])
                    values.append(times)
        shape = (len(flat), 1 << bits)
        counts = csr_matrix((np.array(values, float), (rows, columns)), shape)
        self.matrix = (diags([damping(len(piece)) for piece in flat]) @ counts).tocsr()
        self.weights = np.array([text.weight for text in texts])[self.of_text]

    def known(self, family: str) -> Any:
        return np.array([known for text in self.texts for known in text.known[family]])

    def fit(self, family: str, rows: Any) -> LogisticRegression:
        """The model of a family from the rows that say something about it."""
        known = self.known(family)
        rows = rows & (known >= 0)
        model = LogisticRegression(C=REGULARISATION, solver="liblinear")
        return model.fit(self.matrix[rows], known[rows], sample_weight=self.weights[rows])

    def model(self, rows: Any, thresholds: Mapping[str, float]) -> bytes:
        """The file of the models of the families that have a threshold, from `rows`."""
        models = [self.fit(family, rows) for family in thresholds]
        weights = [model.coef_[0].tolist() for model in models]
        biases = [float(model.intercept_[0]) for model in models]
        return packed(list(thresholds), self.bits, weights, biases, list(thresholds.values()))

    def judged(self, fold_of: Callable[[Text], int], reviewer: Reviewer) -> dict[str, Any]:
        """The highest score of each labelled text by models that saw no text of its fold."""
        folds = np.array([fold_of(text) for text in self.texts])
        best = {family: np.full(len(self.texts), -np.inf) for family in FAMILIES}
        for each in range(FOLDS):
            anything = dict.fromkeys(FAMILIES, -np.inf)
            data = self.model((folds != each)[self.of_text], anything)
            opinion = Opinion(data)
            for number in np.flatnonzero(folds == each):
                if self.texts[number].read:
                    for family, score in listen(self.texts[number].text, opinion, reviewer):
                        best[family][number] = max(best[family][number], score)
        return best


def listen(text: str, opinion: Opinion, reviewer: Reviewer) -> Iterator[tuple[str, float]]:
    """What a second opinion says of a post, where no guard of its rules lets it pass."""
    rules = {rule.category: rule for rule in reviewer.pack.rules.values() if rule.kind == "learned"}
    for line in filter(str.strip, text.split("\n")):
        paragraph = Paragraph(line, reviewer.matcher, reviewer.brand)
        for heard in opinion.heard(paragraph.fold.text, paragraph.sentences):
            rule = rules.get(heard.family)
            guards = rule.guards if rule else Guards()
            name = rule.id if rule else ""
            guarded = guarding(name, guards.unless, guards.trades)
            if not passing_guard(paragraph, heard.span, guarded):
                yield heard.family, heard.score


def folds_by_source(texts: Sequence[Text]) -> Callable[[Text], int]:
    """Folds of about the same size, each source whole in one; our own sentences in none."""
    sizes = Counter(text.source for text in texts if text.read)
    load = [0] * FOLDS
    chosen: dict[str, int] = {}
    for name, size in sizes.most_common():
        chosen[name] = load.index(min(load))
        load[chosen[name]] += size
    return lambda text: chosen.get(text.source, -1)


def fold_by_post(text: Text) -> int:
    return crc32(text.text.encode()) % FOLDS if text.read else -1


def report(
    name: str, texts: Sequence[Text], family: str, best: Any, threshold: float | None
) -> tuple[float, int]:
    """Prints rules alone beside rules with the second opinion, as loud as the rules are and as loud
    as `ALARMS` allows or `threshold` says.

    Returns that threshold, and how many posts more are found with it.
    """
    read = np.array([text.read for text in texts])
    firm = read & np.array([family in text.firm for text in texts])
    clean = read & ~firm & ~np.array([family in text.optional for text in texts])
    ruled = np.array([family in text.ruled for text in texts])
    tempted = np.sort(best[clean & ~ruled])
    more = max(int(ALARMS[family] * clean.sum()) - int((ruled & clean).sum()), 0)
    quiet, loud = (float(tempted[-1 - alarms]) + 1e-6 for alarms in (0, more))
    if threshold is None:
        threshold = loud
    flags = {
        "rules": ruled,
        "no more alarms": ruled | (best >= quiet),
        "rules + opinion": ruled | (best >= threshold),
    }
    for who, flagged in flags.items():
        found, alarms = int((flagged & firm).sum()), int((flagged & clean).sum())
        precision, recall = found / max(found + alarms, 1), found / firm.sum()
        f1 = 2 * precision * recall / (precision + recall)
        print(
            f"{family:12} {name:10} {who:16} F1 {f1:.3f}  precision {precision:.3f}  "
            f"recall {recall:.3f} ({found} of {firm.sum()})  alarms {alarms / clean.sum():.2%}"
        )
    return threshold, int((flags["rules + opinion"] & firm).sum() - (ruled & firm).sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "resources/opinion/weights.bin")
    parser.add_argument("--bits", type=int, default=17)
    arguments = parser.parse_args()
    checker = load_checker(opinion=False)
    weak = arguments.folder / "weak"
    read = [*posts(arguments.folder / "train.jsonl"), *readings(weak)]
    texts = [*own(checker), *labelled(read, checker)]
    seen = {post["text"] for post in read}
    for path in sorted(weak.glob("*.jsonl")):
        texts += unlabelled((post for post in posts(path) if post["text"] not in seen), checker)
    table = Table(texts, arguments.bits)
    thresholds = {}
    rules = checker.reviewer.pack.rules.values()
    spoken_for = {rule.category for rule in rules if rule.kind == "learned"}
    by_source = table.judged(folds_by_source(texts), checker.reviewer)
    by_post = table.judged(fold_by_post, checker.reviewer)
    for family in FAMILIES:
        threshold, more = report("by source", texts, family, by_source[family], None)
        report("by post", texts, family, by_post[family], threshold)
        if not more:
            print(f"{family:12} is left out: nothing more is found")
        elif family not in spoken_for:
            print(f"{family:12} is left out: no rule speaks for it")
        else:
            thresholds[family] = threshold
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_bytes(table.model(table.weights > 0, thresholds))
    print(f"{arguments.output}: {arguments.output.stat().st_size:,} bytes")


def posts(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


if __name__ == "__main__":
    main()
