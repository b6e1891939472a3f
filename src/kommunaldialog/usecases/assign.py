"""Who works on a case: take it over, or hand it on to another case worker."""

from datetime import datetime
from kommunaldialog.access.groups import municipalities_of
from kommunaldialog.access.people import full_name
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.case_list import alphabetical
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import said_biased
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.step import authorize
from plone import api


def case_workers(programme: Foerderprogramm) -> list[tuple[str, str]]:
    """Id and full name of everybody who may work on the programme's cases, by name."""
    found = {
        user.getId(): full_name(user.getId())
        for group in programme.case_worker_groups or ()
        if api.group.get(group) is not None
        for user in api.user.get_users(groupname=group)
    }
    return sorted(found.items(), key=lambda item: alphabetical(item[1]))


def take_over(application: Foerderantrag, moment: datetime) -> None:
    """The current user works on the case from now on; as `hand_on` to oneself."""
    hand_on(application, moment, current_user_id())


def hand_on(application: Foerderantrag, moment: datetime, case_worker: str) -> None:
    """From now on the user of that id works on the case.

    Raises Unauthorized for who may not handle it, Refused for somebody who is no case
    worker of the programme or belongs to the municipality that applies.
    """
    authorize(application, "assign")
    refuse(check_assign(application, case_worker))
    before = application.case_worker
    application.case_worker = case_worker
    record(
        application,
        "assigned",
        current_user_id(),
        moment,
        {"case_worker": (before, case_worker)},
    )
    changed(application)


def check_assign(application: Foerderantrag, case_worker: str) -> tuple[Refusal, ...]:
    """What keeps a user from being given that case."""
    if not case_worker:
        return (Refusal("case_worker_missing", "case_worker"),)
    known = dict(case_workers(application.programme()))
    if case_worker not in known:
        return (Refusal("case_worker_unknown", "case_worker"),)
    name = {"name": known[case_worker]}
    if case_worker == application.case_worker:
        return (Refusal("case_worker_already", "case_worker", name),)
    if _of_municipality(application, case_worker):
        return (Refusal("case_worker_biased", "case_worker", name),)
    if said_biased(application, case_worker):
        return (Refusal("case_worker_declared_bias", "case_worker", name),)
    return ()


def _of_municipality(application: Foerderantrag, user_id: str) -> bool:
    """Whether a user applies for that municipality, or submitted this (§ 20 VwVfG)."""
    roles = (ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG)
    submitters = {submission.submitted_by for submission in application.submissions}
    own = municipalities_of(api.user.get(userid=user_id), roles)
    return user_id in submitters or application.ags in own
