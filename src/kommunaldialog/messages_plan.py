"""The words for what is refused in a cost and financing plan; see `messages.py`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


PLAN: dict[str, Message] = {
    "plan_in_kind_not_allowed": _(
        "messages_plan_in_kind_not_allowed",
        default=(
            "Ausgaben, Zeile ${row}: Sachleistungen und Eigenarbeit sind in diesem"
            " Förderprogramm nicht vorgesehen. Bitte wählen Sie eine andere Art oder"
            " entfernen Sie die Zeile."
        ),
    ),
    "plan_in_kind_source_not_allowed": _(
        "messages_plan_in_kind_source_not_allowed",
        default=(
            "Finanzierung, Zeile ${row}: Sachleistungen und Eigenarbeit sind in diesem"
            " Förderprogramm nicht vorgesehen. Bitte wählen Sie eine andere Herkunft"
            " oder entfernen Sie die Zeile."
        ),
    ),
    "plan_in_kind_unequal": _(
        "messages_plan_in_kind_unequal",
        default=(
            "Sachleistungen und Eigenarbeit stehen mit demselben Wert in den Ausgaben"
            " und in der Finanzierung. Bisher sind es ${spent} in den Ausgaben und"
            " ${given} in der Finanzierung."
        ),
    ),
    "requested_above_share": _(
        "messages_requested_above_share",
        default=(
            "Gefördert werden ${percent} % der zuwendungsfähigen Ausgaben, das sind"
            " hier ${share}. Bitte verringern Sie den beantragten Zuschuss."
        ),
    ),
    "requested_above_fixed": _(
        "messages_requested_above_fixed",
        default=(
            "Die Förderung ist ein Festbetrag von ${fixed}."
            " Bitte verringern Sie den beantragten Zuschuss."
        ),
    ),
    "own_share_short": _(
        "messages_own_share_short",
        default=(
            "Mindestens ${needed} müssen Sie selbst tragen"
            " (${percent} % der zuwendungsfähigen Ausgaben)."
            " Bisher sind es ${own_share}."
        ),
    ),
}
