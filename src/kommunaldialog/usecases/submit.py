"""Submit an application: once, whatever happens."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.beratung import IBeratung
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.consultation import check_consultation
from kommunaldialog.domain.consultation import Consultation
from kommunaldialog.domain.consultation import find
from kommunaldialog.domain.lifecycle import SUBMIT
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.reference import format_reference
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.forms import answers
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.history.record import record
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.core import core_lines
from kommunaldialog.usecases.core import granting_body
from kommunaldialog.usecases.events import ApplicationSubmitted
from kommunaldialog.usecases.step import require_step
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step
from plone import api
from zoneinfo import ZoneInfo
from zope.event import notify


def submit(application: Foerderantrag, moment: datetime) -> Submission:
    """Submits a draft that arrived at ``moment`` and returns what was submitted.

    An application that was submitted already gives its submission again and changes
    nothing. Raises Unauthorized for who may not, Refused with all that is in the way.
    """
    require(VIEW, application)
    submitted = application.submission()
    if submitted is not None and state_of(application) not in ("draft", "withdrawn"):
        return submitted
    require_step(application, "submit")
    require(SUBMIT, application)
    refuse(check_submit(application, moment))
    user = current_user_id()
    _drop_hidden_answers(application)
    _assign_reference(application, moment)
    submission = _freeze(application, user, moment)
    application.submissions = (*application.submissions, submission)
    record(application, "submitted", user, moment)
    take_step(application, "submit")
    notify(ApplicationSubmitted(application, moment))
    return submission


def check_submit(application: Foerderantrag, moment: datetime) -> tuple[Refusal, ...]:
    """What keeps a draft from being submitted at ``moment``."""
    programme = application.programme()
    refusals = programme.window().check(moment, programme.zone())
    if programme.consultation_required and application.pillar:
        refusals += check_consultation(
            consultations(programme, application.ags),
            application.ags,
            application.pillar,
            moment,
        )
    return (*refusals, *missing(application))


def consultation_of(
    application: Foerderantrag, moment: datetime
) -> Consultation | None:
    """The recorded consultation that covers the application, if there is one."""
    return find(
        consultations(application.programme(), application.ags),
        application.ags,
        application.pillar,
        moment,
    )


def consultations(programme: Foerderprogramm, ags: str) -> list[Consultation]:
    """The consultations of one municipality that were recorded for a programme."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Beratung",
        ags=ags,
        path="/".join(programme.case_store().getPhysicalPath()),
    )
    found = (brain._unrestrictedGetObject() for brain in brains)
    return [beratung.fact() for beratung in found if IBeratung.providedBy(beratung)]


def _drop_hidden_answers(application: Foerderantrag) -> None:
    asked = answers.asked(parsed_form(application), application.answers)
    for name in set(application.answers) - set(asked):
        del application.answers[name]


def _assign_reference(application: Foerderantrag, moment: datetime) -> None:
    if application.reference is not None:
        return
    programme = application.programme()
    application.reference = format_reference(
        programme.reference_prefix,
        moment.astimezone(ZoneInfo(programme.zone())).year,
        programme.case_store().ledger.next_number(),
    )


def _freeze(application: Foerderantrag, user: str, moment: datetime) -> Submission:
    form = parsed_form(application)
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
        lines=(
            *core_lines(application),
            *answers.lines(form, application.answers, sealed=True),
        ),
        plan=application.plan,
        form_version=application.form_version,
        submitted_by=user,
    )
