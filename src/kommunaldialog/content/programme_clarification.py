"""What a programme says about clarifications."""

from kommunaldialog import _
from plone.supermodel import model
from zope import schema


class IProgrammeClarification(model.Schema):
    """How much time a municipality has to answer."""

    model.fieldset(
        "review",
        label=_("content_fieldset_review", default="Prüfung"),
        fields=["clarification_days"],
    )
    clarification_days = schema.Int(
        title=_("content_clarification_days", default="Zeit für eine Rückfrage (Tage)"),
        description=_(
            "content_clarification_days_help",
            default=(
                "So viel Zeit hat eine Kommune für die Antwort, solange die "
                "Sachbearbeitung nichts anderes festlegt."
            ),
        ),
        min=1,
        max=365,
        default=14,
    )
