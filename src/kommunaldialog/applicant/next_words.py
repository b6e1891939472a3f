"""What happens next with an application, in the words of its state."""

from kommunaldialog import _
from kommunaldialog.domain.lifecycle import State
from zope.i18nmessageid import Message


NEXT_STEPS: dict[str, Message] = {
    State.TO_SIGN: _(
        "applicant_next_to_sign",
        default=(
            "Der Antrag wartet auf die Unterschrift in Ihrer Kommune. Er ist noch"
            " nicht eingereicht."
        ),
    ),
    State.SUBMITTED: _(
        "applicant_next_submitted",
        default=(
            "Ihr Antrag ist eingegangen. Die Bewilligungsstelle prüft ihn als Nächstes."
            " Sie müssen nichts tun."
        ),
    ),
    State.IN_REVIEW: _(
        "applicant_next_in_review",
        default="Die Bewilligungsstelle prüft Ihren Antrag. Sie müssen nichts tun.",
    ),
    State.READY_FOR_DECISION: _(
        "applicant_next_ready",
        default=(
            "Ihr Antrag ist geprüft und liegt zur Entscheidung vor."
            " Sie müssen nichts tun."
        ),
    ),
    State.CLARIFICATION: _(
        "applicant_next_clarification",
        default=(
            "Die Bewilligungsstelle hat eine Rückfrage. Bitte ergänzen Sie, worum sie"
            " bittet."
        ),
    ),
    State.APPROVED: _(
        "applicant_next_approved",
        default=(
            "Ihr Antrag ist bewilligt. Bitte lesen Sie den Bescheid; darin steht"
            " auch, was Sie einhalten müssen."
        ),
    ),
    State.REJECTED: _(
        "applicant_next_rejected",
        default="Ihr Antrag ist abgelehnt. Die Gründe stehen im Bescheid.",
    ),
    State.PROOF_SUBMITTED: _(
        "applicant_next_proof_submitted",
        default=(
            "Ihr Verwendungsnachweis ist eingegangen. Die Bewilligungsstelle prüft ihn"
            " als Nächstes. Sie müssen nichts tun."
        ),
    ),
    State.PROOF_CHECKED: _(
        "applicant_next_proof_checked",
        default="Ihr Verwendungsnachweis ist geprüft.",
    ),
    State.WAIVED: _(
        "applicant_next_waived",
        default="Ihre Kommune hat auf die Zuwendung verzichtet.",
    ),
    State.REVOKED: _(
        "applicant_next_revoked",
        default=(
            "Die Bewilligung ist aufgehoben. Die Gründe und was zu erstatten ist,"
            " stehen im Bescheid."
        ),
    ),
    State.CLOSED: _(
        "applicant_next_closed",
        default="Der Vorgang ist abgeschlossen. Sie müssen nichts mehr tun.",
    ),
    State.WITHDRAWN: _(
        "applicant_next_withdrawn",
        default=(
            "Der Antrag ist zurückgezogen. Solange die Frist läuft, können Sie einen"
            " neuen beginnen."
        ),
    ),
}

YOURS_TO_SIGN = _(
    "applicant_next_yours_to_sign",
    default=(
        "Der Antrag wartet auf Ihre Unterschrift. Bitte lesen Sie ihn und reichen Sie"
        " ihn ein, oder geben Sie ihn zurück. Er ist noch nicht eingereicht."
    ),
)

LATE = _(
    "applicant_next_late",
    default=(
        "Ihr Antrag ist nach der Antragsfrist eingegangen. Die Bewilligungsstelle"
        " entscheidet, ob sie ihn annimmt. Sie müssen nichts tun."
    ),
)

TO_RETRIEVE = _(
    "applicant_next_retrieve",
    default="Für Ihre Kommune liegt ein Bescheid bereit. Bitte rufen Sie ihn ab.",
)
