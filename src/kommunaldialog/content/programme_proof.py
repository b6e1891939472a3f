"""What a programme asks for when a grant was used; each is a field of its own."""

from kommunaldialog import _
from kommunaldialog.content.fields import text_lines
from plone.supermodel import model
from zope import schema


class IProgrammeProof(model.Schema):
    """When the proof of use is due, and what belongs to it."""

    model.fieldset(
        "proof",
        label=_("content_fieldset_proof", default="Verwendungsnachweis"),
        fields=["proof_months", "proof_documents", "proof_declarations"],
    )
    proof_months = schema.Int(
        title=_(
            "content_proof_months",
            default="Verwendungsnachweis nach dem Ende der Maßnahme (Monate)",
        ),
        description=_(
            "content_proof_months_help",
            default=(
                "So viele Monate nach dem Ende der bewilligten Maßnahme ist der "
                "Nachweis fällig."
            ),
        ),
        min=1,
        max=60,
        default=6,
    )
    proof_documents = text_lines(
        _("content_proof_documents", default="Unterlagen zum Verwendungsnachweis"),
        _(
            "content_proof_documents_help",
            default="Eine je Zeile, zum Beispiel: Belegliste.",
        ),
    )
    proof_declarations = text_lines(
        _("content_proof_declarations", default="Erklärungen zum Verwendungsnachweis"),
        _(
            "content_proof_declarations_help",
            default=(
                "Eine je Zeile. Wer den Nachweis einreicht, bestätigt sie alle, zum "
                "Beispiel: Die Ausgaben waren notwendig, und die Angaben stimmen mit "
                "den Büchern und Belegen überein."
            ),
        ),
    )
