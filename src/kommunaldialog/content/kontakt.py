"""Kontakt: one record of whom to ask, used on many pages."""

from kommunaldialog import _
from plone.dexterity.content import Item
from plone.schema import Email
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IKontakt(model.Schema):
    """A person or an office that answers questions."""

    title = schema.TextLine(
        title=_("content_contact_name", default="Name der Person oder Stelle")
    )
    role = schema.TextLine(
        title=_("content_contact_role", default="Aufgabe"),
        description=_(
            "content_contact_role_help",
            default="Wofür diese Person ansprechbar ist.",
        ),
        required=False,
    )
    organisation = schema.TextLine(
        title=_("content_contact_organisation", default="Behörde oder Organisation"),
        required=False,
    )
    phone = schema.TextLine(
        title=_("content_contact_phone", default="Telefon"), required=False
    )
    email = Email(title=_("content_contact_email", default="E-Mail"), required=False)
    hours = schema.TextLine(
        title=_("content_contact_hours", default="Erreichbar"),
        description=_(
            "content_contact_hours_help",
            default="Zum Beispiel: montags bis donnerstags von 9 bis 15 Uhr",
        ),
        required=False,
    )
    checked_on = schema.Date(
        title=_("content_contact_checked", default="Zuletzt geprüft am"),
        description=_(
            "content_contact_checked_help",
            default=(
                "Wann jemand nachgesehen hat, ob alles noch stimmt. Steht nicht auf "
                "der Seite; nach einem Jahr erinnert die Arbeitsliste daran."
            ),
        ),
        required=False,
    )


@implementer(IKontakt)
class Kontakt(Item):
    """A contact record."""
