"""How applications to a call are examined."""

from kommunaldialog import _
from kommunaldialog.content.fields import text_lines
from plone.autoform import directives
from plone.supermodel import model


class IProgrammeReview(model.Schema):
    """The checklist of the examination."""

    model.fieldset(
        "review",
        label=_("content_fieldset_review", default="Prüfung"),
        fields=["checklist"],
    )
    # The programme is public, and so is its JSON.
    directives.read_permission(checklist="cmf.ModifyPortalContent")
    checklist = text_lines(
        _("content_review_checklist", default="Prüfliste"),
        _(
            "content_review_checklist_help",
            default=(
                "Ein Punkt je Zeile. Die Sachbearbeitung beantwortet jeden mit Ja, "
                "Nein oder „trifft nicht zu“, bevor sie einen Antrag zur Entscheidung "
                "vorlegt. Kommunen sehen die Liste nicht."
            ),
        ),
    )
