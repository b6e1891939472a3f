"""An interim report (Zwischenbericht): what the municipality says of its measure."""

from collections.abc import Sequence
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.domain.use_of_grant import check_report
from kommunaldialog.domain.use_of_grant import Report
from kommunaldialog.forms.answers import file_info
from kommunaldialog.history.record import record
from kommunaldialog.usecases.by_letter import arrival_of
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.by_letter import sender
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from plone.namedfile.file import NamedBlobFile


# As many as its page has inputs for.
MOST_FILES = 3


def submit_report(
    application: Foerderantrag,
    moment: datetime,
    text: str,
    files: Sequence[NamedBlobFile] = (),
    letter: Letter | None = None,
) -> Report:
    """Keeps a report with its files; it can't be changed, the next one adds to it.

    With ``letter`` the office enters it. Raises Unauthorized for who may not, Refused
    without words and for a letter that can't be.
    """
    authorize(application, step_of("submit_report", letter))
    text = printable(text).strip()
    refuse(
        (
            *check_by_letter(application, moment, letter, "report_submitted"),
            *check_report(text),
            *check_reason(text, field="text"),
        )
    )
    kept = keep_letter(application, moment, letter, "report_submitted")
    number = len(application.reports) + 1
    found = tuple(file_info(file, sealed=True) for file in files)
    arrived = arrival_of(application, moment, letter)
    report = Report(number, sender(kept), arrived, text, found, kept)
    for index, file in enumerate(files):
        application.report_files[file_name(number, index)] = file
    application.reports = (*application.reports, report)
    record(
        application,
        "report_submitted",
        current_user_id(),
        moment,
        {"text": ("", text), "files": ("", str(len(files))), **recorded(kept)},
    )
    changed(application)
    return report


def file_name(number: int, index: int) -> str:
    """Under which name the files of report ``number`` (from 1) are kept."""
    return f"report-{number}-{index}"
