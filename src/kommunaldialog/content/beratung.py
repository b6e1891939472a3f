"""Beratung: one recorded consultation of a municipality."""

from kommunaldialog import _
from kommunaldialog.content.record import Record
from kommunaldialog.domain.consultation import Consultation
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IBeratung(model.Schema):
    """Who was advised, when, by whom, on which pillars."""

    ags = schema.TextLine(title=_("content_ags", default="Kommune (AGS)"))
    moment = schema.Datetime(
        title=_("content_consultation_moment", default="Datum und Uhrzeit")
    )
    adviser = schema.TextLine(
        title=_("content_consultation_adviser", default="Beraten hat")
    )
    caller = schema.TextLine(
        title=_(
            "content_consultation_caller", default="Gesprächspartnerin oder -partner"
        )
    )
    pillars = schema.Tuple(
        title=_("content_consultation_pillars", default="Besprochene Säulen"),
        value_type=schema.TextLine(),
        default=(),
    )
    note = schema.Text(
        title=_("content_consultation_note", default="Vermerk"), required=False
    )
    recommendation = schema.Text(
        title=_("content_consultation_recommendation", default="Empfehlung"),
        required=False,
    )


@implementer(IBeratung)
class Beratung(Record, Item):
    """A consultation; ``moment`` is an aware datetime in UTC.

    ``voided`` says that it was recorded by mistake and does not count, or is None.
    """

    voided = None

    def fact(self) -> Consultation:
        """What the rules need to know of it."""
        return Consultation(self.ags, self.moment, tuple(self.pillars))
