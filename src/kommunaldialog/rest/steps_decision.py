"""Steps around a decision: announced, sent, contested, final, amended, remedied."""

from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.rest.steps_review import declare_unbiased
from kommunaldialog.rest.values import amount_value
from kommunaldialog.rest.values import day_value
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import moment_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import amendment
from kommunaldialog.usecases import announce
from kommunaldialog.usecases import deliver
from kommunaldialog.usecases import early_start
from kommunaldialog.usecases import finality
from kommunaldialog.usecases import remedy
from typing import Any


def _announce(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    announce.announce(application, moment, text_value(data, "channel"))


def _announce_amendment(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    amendment.announce_amendment(application, moment, text_value(data, "channel"))


def _propose(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    amendment.propose_amendment(
        application,
        moment,
        amount=amount_value(data, "amount"),
        reason=text_value(data, "reason"),
        conditions=text_value(data, "conditions"),
    )


def _return(application: Foerderantrag, moment: datetime, data: dict[str, Any]) -> None:
    amendment.return_proposal(application, moment, text_value(data, "reason"))


def _decide_amendment(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    declare_unbiased(application, moment, data, "decide_amendment")
    amendment.decide_amendment(application, moment, moment_value(data, "seen"))


def _deliver(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    deliver.record_delivery(
        application,
        moment,
        sent=day_value(data, "sent"),
        known=day_value(data, "known"),
    )


def _retrieve(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    deliver.retrieve(application, moment)


def _consent(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    deliver.consent_to_portal(
        application, moment, flag_value(data, "agreed"), text_value(data, "note")
    )


def _appeal(application: Foerderantrag, moment: datetime, data: dict[str, Any]) -> None:
    finality.record_appeal(
        application,
        moment,
        kind=text_value(data, "kind"),
        filed=day_value(data, "filed"),
        file_number=text_value(data, "file_number"),
    )


def _end_appeal(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    finality.end_appeal(
        application,
        moment,
        ended=day_value(data, "ended"),
        outcome=text_value(data, "outcome"),
        note=text_value(data, "note"),
    )


def _finality(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    finality.record_finality(
        application, moment, kind=text_value(data, "kind"), day=day_value(data, "day")
    )


def _remedy(application: Foerderantrag, moment: datetime, data: dict[str, Any]) -> None:
    remedy.remedy(application, moment, text_value(data, "reason"))


def _permit(application: Foerderantrag, moment: datetime, data: dict[str, Any]) -> None:
    early_start.permit_early_start(
        application, moment, day_value(data, "begins"), text_value(data, "conditions")
    )


DECISION_STEPS = {
    "announce_approval": _announce,
    "announce_rejection": _announce,
    "announce_amendment": _announce_amendment,
    "propose_amendment": _propose,
    "return_amendment": _return,
    "decide_amendment": _decide_amendment,
    "record_delivery": _deliver,
    "retrieve_notice": _retrieve,
    "consent_to_portal": _consent,
    "record_appeal": _appeal,
    "end_appeal": _end_appeal,
    "record_finality": _finality,
    "remedy": _remedy,
    "permit_early_start": _permit,
}
