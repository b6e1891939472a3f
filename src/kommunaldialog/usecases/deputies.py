"""Deputies of a programme's case workers: kept in its case store, with a record."""

from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.vorgangsablage import Vorgangsablage
from kommunaldialog.dates import local
from kommunaldialog.domain.deputy import check_deputy
from kommunaldialog.domain.deputy import Deputy
from kommunaldialog.domain.deputy import stands_in_for
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import record
from kommunaldialog.usecases.assign import case_workers


# Of the programme's case workers.
NAME_DEPUTY = "kommunaldialog: Record Consultation"


def name_deputy(
    programme: Foerderprogramm,
    moment: datetime,
    *,
    absent: str,
    stands_in: str,
    first: date | None,
    last: date | None,
) -> Deputy:
    """From `first` to `last` one case worker looks after another's cases.

    It changes who sees them as their own, not who may work on them. Raises
    Unauthorized for who is no case worker, Refused for what can't be meant.
    """
    require(NAME_DEPUTY, programme)
    today = local(moment, programme.zone()).date()
    known = dict(case_workers(programme))
    refuse(
        (
            *check_deputy(absent, stands_in, first, last, today),
            *(
                Refusal("case_worker_unknown", field)
                for field, user in (("absent", absent), ("stands_in", stands_in))
                if user and user not in known
            ),
        )
    )
    deputy = Deputy(absent, stands_in, first, last, current_user_id(), moment)
    store = programme.case_store()
    store.deputies = (*store.deputies, deputy)
    _record(store, "deputy_named", moment, deputy)
    return deputy


def dismiss_deputy(programme: Foerderprogramm, moment: datetime, key: str) -> None:
    """Takes back who stands in, told by `Deputy.key`.

    Raises Unauthorized for who is no case worker, Refused where there is no such.
    """
    require(NAME_DEPUTY, programme)
    store = programme.case_store()
    found = [deputy for deputy in store.deputies if deputy.key == key]
    if not found:
        raise Refused(Refusal("deputy_gone"))
    store.deputies = tuple(other for other in store.deputies if other not in found)
    _record(store, "deputy_dismissed", moment, found[0])


def own_and_deputed(
    programme: Foerderprogramm, user: str, today: date
) -> frozenset[str]:
    """Whose cases somebody minds on that day: their own, and those stood in for."""
    return stands_in_for(programme.case_store().deputies, user, today) | {user}


def _record(store: Vorgangsablage, kind: str, moment: datetime, deputy: Deputy) -> None:
    record(
        store,
        kind,
        current_user_id(),
        moment,
        {
            "absent": ("", deputy.absent),
            "stands_in": ("", deputy.stands_in),
            "first": ("", deputy.first.isoformat()),
            "last": ("", deputy.last.isoformat()),
        },
    )
