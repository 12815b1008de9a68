"""The page in a hand-over file: its posts to read in any browser, without this program.

No script, nothing from elsewhere; both languages are in it, and a switch that is plain HTML.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from brandvoice.reports.wording import publication_words
from brandvoice.words import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.approval.export_row import ExportPost, ExportRow, SourceRow, WaiverRow
    from brandvoice.approval.publication import Publication
    from brandvoice.approval.publicationwords import PublicationWords
    from brandvoice.reports.edition import Edition
    from brandvoice.words import Language

_OWN_NAMES: Final[dict[Language, str]] = {"id": "Bahasa Indonesia", "en": "English"}
_NOTHING_ELSE: Final = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none';style-src 'unsafe-inline'\">"
)
_STYLE: Final = """
:root{color-scheme:light dark;--ink:#1f2328;--soft:#656d76;--line:#d9dce1;--paper:#fff;
--back:#f6f5f2}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e6;--soft:#a2a6ad;--line:#3a3d42;--paper:#222427;
--back:#18191b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;font:16px/1.55 Inter,system-ui,sans-serif;
color:var(--ink);background:var(--back)}
h1{font-size:1.5rem;line-height:1.25;margin:1.5rem 0 .25rem}h2{font-size:1.1rem;margin:0}
h3{font-size:.9rem;margin:1.25rem 0 .4rem}
.soft{color:var(--soft);font-size:.875rem}.hash{font:12px/1.4 ui-monospace,monospace;
overflow-wrap:anywhere;color:var(--soft)}
article{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.25rem;
margin:1.25rem 0}
blockquote{margin:.9rem 0;padding:.9rem 1rem;border-left:3px solid var(--line);white-space:pre-wrap;
overflow-wrap:anywhere}
ul{margin:0;padding-left:1.1rem}li{margin:.3rem 0;overflow-wrap:anywhere}
input{position:absolute;opacity:0}label{display:inline-block;padding:.3rem .8rem;border-radius:8px;
border:1px solid var(--line);cursor:pointer;margin-right:.4rem}
main{display:none}#id:checked~main.id,#en:checked~main.en{display:block}
#id:checked~label[for=id],#en:checked~label[for=en]{background:var(--ink);color:var(--paper)}
input:focus-visible+label{outline:2px solid #2f6fde;outline-offset:2px}
@media print{label{display:none}body{background:none}}
"""


def page(posts: tuple[ExportPost, ...], edition: Edition) -> bytes:
    """The whole page; everything that people wrote in it is escaped."""
    lines = [
        f'<!doctype html><html lang="{edition.language}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        _NOTHING_ELSE,
        f"<title>{_of(edition.language, 'title', count=len(posts))}</title>",
        f"<style>{_STYLE}</style></head><body>",
    ]
    for language in LANGUAGES:
        checked = " checked" if language == edition.language else ""
        lines.append(
            f'<input type="radio" name="language" id="{language}"{checked}>'
            f'<label for="{language}">{_OWN_NAMES[language]}</label>'
        )
    for language in LANGUAGES:
        lines.append(f'<main class="{language}" lang="{language}">')
        lines += _edition(posts, edition, language)
        lines.append("</main>")
    lines.append("</body></html>\n")
    return "\n".join(lines).encode("utf-8", "xmlcharrefreplace")


def _edition(posts: tuple[ExportPost, ...], edition: Edition, language: Language) -> Iterator[str]:
    yield f"<h1>{_of(language, 'title', count=len(posts))}</h1>"
    at = edition.local(edition.generated_at)
    told = _of(language, "sent", at=f"{at:%Y-%m-%d %H:%M}", zone=edition.zone_name)
    yield f'<p class="soft">{told}</p><p>{_of(language, "how")}</p>'
    for post in posts:
        yield from _post(post, edition, language)
    yield f"<h3>{_of(language, 'anchor')}</h3>"
    for anchor in edition.anchors:
        told = f"{anchor.origin} · {anchor.count} · {anchor.hash}"
        yield f'<p class="hash">{escape(told)}</p>'


def _post(post: ExportPost, edition: Edition, language: Language) -> Iterator[str]:
    state = escape(say(language, f"state.{post.state}"))
    channels = escape(edition.platforms(post.channels))
    yield f"<article><h2>{escape(post.title)}</h2>"
    yield f'<p class="soft">{state} · {channels} · {escape(", ".join(post.authors))}</p>'
    words = _of(language, "erased") if post.text is None else escape(post.text)
    yield f"<blockquote>{words}</blockquote>"
    checked = next((row for row in reversed(post.rows) if row.rules), None)
    if checked and checked.text is not None:
        text = checked.text
        yield from _listed(
            _of(language, "findings"),
            (
                _of(language, "finding", words=mark.words(text), rule=mark.rule,
                    severity=say(language, f"severity.{mark.severity}"))
                for mark in checked.findings
            ),
        )  # fmt: skip
        yield from _listed(
            _of(language, "sources"), (_source(one, language) for one in checked.sources)
        )
        yield from _listed(
            _of(language, "waivers"), (_waiver(one, language) for one in checked.waivers)
        )
    told = publication_words(replace(edition, language=language))
    yield from _listed(
        _of(language, "published"),
        (_published(told, one, post.texts.get(one.text)) for one in post.published),
    )
    yield from _listed(
        _of(language, "timeline"), (_entry(row, edition, language) for row in post.rows)
    )
    fingerprints = dict.fromkeys(row.fingerprint for row in post.rows if row.fingerprint)
    if fingerprints:
        yield f"<h3>{_of(language, 'fingerprint')}</h3>"
        yield from (f'<p class="hash">{escape(one)}</p>' for one in fingerprints)
    yield "</article>"


def _entry(row: ExportRow, edition: Edition, language: Language) -> str:
    at = f"{edition.local(row.at):%Y-%m-%d %H:%M}"
    told = f"<strong>{escape(row.name)}</strong> · {at} · {escape(say(language, row.meaning))}"
    reason = f" “{escape(row.reason)}”" if row.reason else ""
    signed = f' <span class="soft">({_of(language, "signed")})</span>' if row.signature else ""
    return told + reason + signed


def _published(told: PublicationWords, one: Publication, words: str | None) -> str:
    """The words that went out are shown where no version has them."""
    first, *others = (escape(line) for line in told.lines(one))
    quoted = escape(f"“{words}”") if words and one.loose else ""
    return "<br>".join(filter(None, [f"<strong>{first}</strong>", *others, quoted]))


def _waiver(waiver: WaiverRow, language: Language) -> str:
    return _of(
        language, "waiver", words=waiver.words or "–", name=waiver.name, reason=waiver.reason or "–"
    )


def _source(source: SourceRow, language: Language) -> str:
    words = _of(language, "whole") if source.whole else escape(f"“{source.words or '–'}”")
    file = f"{source.file_name or '–'} ({source.digest})" if source.digest else ""
    told = " · ".join(filter(None, (source.said or "–", source.address, file)))
    return f"<strong>{words}</strong>: {escape(told)} ({escape(source.name)})"


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = [f"<li>{line}</li>" for line in lines]
    if told:
        yield f"<h3>{title}</h3><ul>{''.join(told)}</ul>"


def _of(language: Language, key: str, **blanks: object) -> str:
    escaped = {name: escape(str(value)) if isinstance(value, str) else value
               for name, value in blanks.items()}  # fmt: skip
    return say(language, f"handover.page.{key}", **escaped)
