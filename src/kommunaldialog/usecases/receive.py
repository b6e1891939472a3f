"""What happens when an application arrives, whichever way it came."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.late import Late
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.reference import format_reference
from kommunaldialog.forms import answers
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.history.record import record
from kommunaldialog.usecases.completeness import funding_rules
from kommunaldialog.usecases.core import granting_body
from kommunaldialog.usecases.events import ApplicationSubmitted
from kommunaldialog.usecases.lines import all_lines
from kommunaldialog.usecases.lines import documents_of
from kommunaldialog.usecases.lines import signed_sheet
from kommunaldialog.usecases.provisional import counts
from kommunaldialog.usecases.step import take_step
from zoneinfo import ZoneInfo
from zope.event import notify


def receive(
    application: Foerderantrag,
    transition_id: str,
    moment: datetime,
    *,
    late_reason: str = "",
    signed_by: str = "",
    noted: datetime | None = None,
) -> Submission:
    """Numbers and freezes what arrived at ``moment``, takes the step, tells the house.

    It asks no rule: that is for the use case that calls it, with the permission of
    ``transition_id``. After the deadline the application is kept as late, with
    ``late_reason``. ``noted`` is when it was entered, where that was later.
    """
    programme = application.programme()
    _drop_what_is_not_sent(application)
    _assign_reference(application, moment)
    window = programme.window()
    late = window.status(moment) == "closed"
    application.late = Late(late_reason, window.deadline) if late else None
    if counts(application):
        ledger = programme.case_store().ledger
        ledger.claim(application.ags, application.id, application.plan.requested)
    submission = _freeze(application, moment, late_reason if late else "", signed_by)
    application.submissions = (*application.submissions, submission)
    kind = "submitted" if application.paper is None else "entered"
    record(application, kind, current_user_id(), noted or moment)
    take_step(application, transition_id)
    notify(ApplicationSubmitted(application, moment))
    return submission


def _drop_what_is_not_sent(application: Foerderantrag) -> None:
    # Hidden answers, documents of another pillar, a sheet signed before a change.
    asked = answers.asked(parsed_form(application), application.answers)
    for name in set(application.answers) - set(asked):
        del application.answers[name]
    wanted = documents_of(application)
    for title in set(application.documents) - set(wanted):
        del application.documents[title]
    application.signature_scan = signed_sheet(application)


def _assign_reference(application: Foerderantrag, moment: datetime) -> None:
    if application.reference is not None:
        return
    programme = application.programme()
    application.reference = format_reference(
        programme.reference_prefix,
        moment.astimezone(ZoneInfo(programme.zone())).year,
        programme.case_store().ledger.next_number(),
    )


def _freeze(
    application: Foerderantrag, moment: datetime, late_reason: str, signed_by: str
) -> Submission:
    programme = application.programme()
    return freeze(
        reference=application.reference,
        moment=moment,
        programme=programme.title,
        granting_body=granting_body(application),
        municipality=municipality_name(application.ags),
        ags=application.ags,
        pillar=programme[application.pillar].title,
        measure=application.title,
        lines=all_lines(application, sealed=True),
        plan=application.plan,
        form_version=application.form_version,
        # Who entered it works for the office, and is no applicant.
        submitted_by=current_user_id() if application.paper is None else "",
        signed_by=signed_by,
        late_reason=late_reason,
        funding=funding_rules(application),
    )
