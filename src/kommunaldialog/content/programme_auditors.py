"""Who audits a call, and until when."""

from kommunaldialog import _
from kommunaldialog.content.fields import choices
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IProgrammeAuditors(model.Schema):
    """The auditors' groups: a role that ends by itself."""

    model.fieldset(
        "groups",
        label=_("content_fieldset_groups", default="Zugriff"),
        fields=["auditor_groups", "auditors_until"],
    )
    directives.write_permission(
        auditor_groups="kommunaldialog.AssignGrantingBody",
        auditors_until="kommunaldialog.AssignGrantingBody",
    )
    directives.read_permission(
        auditor_groups="kommunaldialog.AssignGrantingBody",
        auditors_until="kommunaldialog.AssignGrantingBody",
    )
    auditor_groups = choices(
        _("content_auditors_groups", default="Gruppen der Rechnungsprüfung"),
        "plone.app.vocabularies.Groups",
        _(
            "content_auditors_groups_help",
            default=(
                "Lesen alles zu diesem Programm, mit dem Verlauf, und ändern nichts."
            ),
        ),
    )
    auditors_until = schema.Date(
        title=_("content_auditors_until", default="Rechnungsprüfung bis"),
        description=_(
            "content_auditors_until_help",
            default=(
                "Letzter Tag, an dem die Rechnungsprüfung lesen kann. Ohne Angabe "
                "kann sie es nicht."
            ),
        ),
        required=False,
    )
