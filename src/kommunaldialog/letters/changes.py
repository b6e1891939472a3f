"""Old and new of an application, side by side, for municipality and office alike."""

from collections.abc import Callable
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.supplement import compare_lines
from kommunaldialog.domain.supplement import Lines
from kommunaldialog.letters.parts import about
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from urllib.parse import quote
from zope.i18n import translate


_CHANGES = Template("changes.pt")
_TITLES = {
    "old": _("letters_changes_old", default="Bisher"),
    "new": _("letters_changes_new", default="Jetzt"),
}

# The side ("old" or "new"), the line and its file; empty where it can't be had.
SideUrl = Callable[[str, AnswerLine, FileInfo], str]


def changes_html(
    lines: tuple[Lines, Lines],
    plans: tuple[CostPlan, CostPlan],
    url_of: SideUrl,
    language: str = LANGUAGE,
) -> str:
    """Return what differs between old and new as HTML, below a heading of level 2."""
    html = [plan_html(plan, language) for plan in plans]
    return _CHANGES(
        language,
        changes=tuple(compare_lines(*lines)),
        plans=dict(zip(_TITLES, html, strict=True)) if plans[0] != plans[1] else None,
        titles={
            side: translate(title, target_language=language)
            for side, title in _TITLES.items()
        },
        about=about,
        url_of=url_of,
    )


def file_address(
    application: Foerderantrag, line: AnswerLine, file: FileInfo, view: str = "datei"
) -> str:
    """Where a file of any submission of an application can be had.

    What another took the place of is named by its checksum.
    """
    name = file.sha256 if file.sha256 in application.kept_files else line.name
    return f"{application.absolute_url()}/@@{view}/{name}/{quote(file.name, safe='')}"
