"""An interim report (Zwischenbericht): what the municipality says of its measure."""

from collections.abc import Sequence
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.domain.use_of_grant import check_report
from kommunaldialog.domain.use_of_grant import Report
from kommunaldialog.forms.answers import file_info
from kommunaldialog.history.record import record
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import state_of
from plone.namedfile.file import NamedBlobFile


def submit_report(
    application: Foerderantrag,
    moment: datetime,
    text: str,
    files: Sequence[NamedBlobFile] = (),
) -> Report:
    """Keeps a report with its files; it can't be changed, the next one adds to it.

    Raises Unauthorized for who may not, Refused without words.
    """
    require(VIEW, application)
    if state_of(application) != State.APPROVED:
        raise Refused(Refusal("grant_not_running"))
    require(USE_GRANT, application)
    text = printable(text).strip()
    refuse((*check_report(text), *check_reason(text, field="text")))
    user = current_user_id()
    number = len(application.reports) + 1
    found = tuple(file_info(file, sealed=True) for file in files)
    report = Report(number, user, moment, text, found)
    for index, file in enumerate(files):
        application.report_files[file_name(number, index)] = file
    application.reports = (*application.reports, report)
    record(
        application,
        "report_submitted",
        user,
        moment,
        {"text": ("", text), "files": ("", str(len(files)))},
    )
    changed(application)
    return report


def file_name(number: int, index: int) -> str:
    """Under which name the files of report ``number`` (from 1) are kept."""
    return f"report-{number}-{index}"
