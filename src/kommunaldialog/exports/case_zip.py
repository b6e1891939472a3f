"""An application as one ZIP that is read without the software: `index.html` leads."""

from Acquisition import aq_base
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.receipt import to_json
from kommunaldialog.exports.case_facts import Facts
from kommunaldialog.exports.case_facts import facts_html
from kommunaldialog.exports.case_facts import facts_json
from kommunaldialog.exports.table import csv_of
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.pages.facts import Words
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import INCOME_SOURCES
from kommunaldialog.vocabularies.static import title_of
from plone.namedfile.interfaces import INamedBlobFile
from typing import Any
from typing import BinaryIO
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import hashlib
import json
import re
import shutil


ATTACHMENTS, LETTERS = "anlagen", "schreiben"

_STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left}"
    "dt{font-weight:bold}dd{margin:0 0 .5rem}dl{border-left:3px solid #767676;"
    "padding-left:1rem}.text{white-space:pre-line;overflow-wrap:break-word}"
)
_UNSAFE = re.compile(r"[^\w.\- ]")


@dataclass(frozen=True)
class HistoryLine:
    """One line of the history in words; `who` may be empty."""

    moment: str
    title: str
    who: str = ""
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseFile:
    """What goes into the ZIP: who reads it decides what that is."""

    application: Foerderantrag
    words: Words
    facts: Sequence[Facts]
    letters: Sequence[str]
    history: Sequence[HistoryLine]


def write_zip(case: CaseFile, target: BinaryIO) -> None:
    """Writes the ZIP; a file is copied piece by piece, never held in memory.

    Raises ValueError for an application that was never submitted.
    """
    submission = case.application.submission()
    if submission is None:
        raise ValueError("nothing was submitted")
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        links = [
            *_submissions(case, archive),
            *_plan(case, submission.plan, archive),
            *_facts(case, archive),
            *_history(case, archive),
            *_attachments(case, archive),
            *_letters(case, archive),
        ]
        archive.writestr("index.html", _index(case, submission, links))


Link = tuple[str, str]


def _submissions(case: CaseFile, archive: ZipFile) -> Iterator[Link]:
    submissions = case.application.submissions
    for number, submission in enumerate(submissions, start=1):
        newest = number == len(submissions)
        name = "antrag" if newest else f"antrag-fassung-{number}"
        title = case.words.say(
            _("exports_zip_application", default="Antrag")
            if newest
            else _(
                "exports_zip_earlier",
                default="Antrag, frühere Fassung ${number}",
                mapping={"number": str(number)},
            )
        )
        body = answers_html(submission.lines, case.words.language) + plan_html(
            submission.plan, case.words.language, submission.funding
        )
        archive.writestr(f"{name}.html", _page(case, title, body))
        archive.writestr(f"{name}.json", _json(to_json(submission)))
        yield f"{name}.html", title
        yield f"{name}.json", f"{title} (JSON)"


def _plan(case: CaseFile, plan: CostPlan, archive: ZipFile) -> Iterator[Link]:
    say = case.words.say
    columns = [
        say(_("exports_plan_part", default="Teil")),
        say(_("exports_plan_kind", default="Art")),
        say(_("exports_plan_what", default="Wofür")),
        say(_("exports_plan_amount", default="Betrag")),
        say(_("exports_plan_eligible", default="davon zuwendungsfähig")),
    ]
    spent = say(_("exports_plan_expenditure", default="Ausgaben"))
    income = say(_("exports_plan_income", default="Finanzierung"))
    asked = say(_("exports_plan_requested", default="Beantragte Zuwendung"))
    rows = [
        *(
            (
                spent,
                say(title_of(EXPENDITURE_KINDS, row.kind)),
                row.description,
                row.amount,
                row.eligible,
            )
            for row in plan.expenditure
        ),
        *(
            (
                income,
                say(title_of(INCOME_SOURCES, row.source)),
                row.description,
                row.amount,
                None,
            )
            for row in plan.income
        ),
        (asked, "", "", plan.requested, None),
    ]
    archive.writestr("plan.csv", csv_of(columns, rows))
    archive.writestr("plan.json", _json(plan.to_json()))
    title = say(_("exports_zip_plan", default="Kosten- und Finanzierungsplan"))
    yield "plan.csv", f"{title} (CSV)"
    yield "plan.json", f"{title} (JSON)"


def _facts(case: CaseFile, archive: ZipFile) -> Iterator[Link]:
    title = case.words.say(_("exports_zip_facts", default="Was daraus wurde"))
    body = facts_html(case.facts, case.words)
    archive.writestr("vorgang.html", _page(case, title, body))
    archive.writestr("vorgang.json", _json(facts_json(case.facts)))
    yield "vorgang.html", title
    yield "vorgang.json", f"{title} (JSON)"


def _history(case: CaseFile, archive: ZipFile) -> Iterator[Link]:
    say = case.words.say
    title = say(_("exports_zip_history", default="Verlauf"))
    columns = [
        say(_("exports_history_when", default="Wann")),
        say(_("exports_history_what", default="Was")),
        say(_("exports_history_who", default="Wer")),
        say(_("exports_history_changes", default="Alt und neu")),
    ]
    rows = [
        (line.moment, line.title, line.who, "\n".join(line.changes))
        for line in case.history
    ]
    archive.writestr("verlauf.csv", csv_of(columns, rows))
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        "<tr>"
        + "".join(f'<td class="text">{escape(cell)}</td>' for cell in row)
        + "</tr>"
        for row in rows
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    archive.writestr("verlauf.html", _page(case, title, table))
    yield "verlauf.html", title
    yield "verlauf.csv", f"{title} (CSV)"


def _attachments(case: CaseFile, archive: ZipFile) -> Iterator[Link]:
    """The files that were submitted, by their checksums: no draft is among them.

    What was uploaded twice under two names is there twice.
    """
    wanted: dict[str, dict[str, None]] = {}
    for file in _named(case):
        if file.sha256:
            wanted.setdefault(file.sha256, {})[file.name] = None
    number = 0
    for blob in _blobs(case.application):
        for title in wanted.pop(_checksum(blob), ()):
            number += 1
            name = f"{ATTACHMENTS}/{number:02}-{_safe(title)}"
            _copy(blob, name, archive)
            yield name, title


def _letters(case: CaseFile, archive: ZipFile) -> Iterator[Link]:
    for key in case.letters:
        blob = case.application.letters[key]
        name = f"{LETTERS}/{_safe(blob.filename)}"
        _copy(blob, name, archive)
        yield name, blob.filename


def _named(case: CaseFile) -> Iterator[FileInfo]:
    for submission in case.application.submissions:
        yield from _files(submission)
    for facts in case.facts:
        yield from _files(facts.values)


def _files(value: Any) -> Iterator[FileInfo]:
    """All that names a file in a fact, however deep."""
    if isinstance(value, FileInfo):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _files(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _files(getattr(value, name))


def _blobs(application: Foerderantrag) -> Iterator[INamedBlobFile]:
    for value in vars(aq_base(application)).values():
        items = value.values() if hasattr(value, "values") else (value,)
        yield from (item for item in items if INamedBlobFile.providedBy(item))


def _checksum(blob: INamedBlobFile) -> str:
    with blob.open() as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _copy(blob: INamedBlobFile, name: str, archive: ZipFile) -> None:
    with blob.open() as content, archive.open(name, "w", force_zip64=True) as target:
        shutil.copyfileobj(content, target)


def _safe(name: str) -> str:
    """A file's name without what leads elsewhere or what no disk takes."""
    return _UNSAFE.sub("_", name).strip(". ")[-100:] or "datei"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _index(case: CaseFile, submission: Submission, links: Iterable[Link]) -> str:
    say = case.words.say
    facts = (
        (_("exports_zip_municipality", default="Kommune"), submission.municipality),
        (_("exports_zip_programme", default="Förderprogramm"), submission.programme),
        (_("exports_zip_measure", default="Maßnahme"), submission.measure),
        (
            _("exports_zip_arrived", default="Eingegangen"),
            case.words.moment(submission.moment),
        ),
        (_("exports_zip_digest", default="Prüfsumme (SHA-256)"), submission.sha256),
    )
    about = "".join(
        f"<dt>{escape(say(title))}</dt><dd>{escape(text)}</dd>" for title, text in facts
    )
    found = "".join(
        f'<li><a href="{escape(name, quote=True)}">{escape(title)}</a></li>'
        for name, title in links
    )
    return _page(case, submission.reference, f"<dl>{about}</dl><ul>{found}</ul>")


def _page(case: CaseFile, title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="{case.words.language}"><head>'
        '<meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{escape(title)}</h1>{body}</body></html>"
    )
