"""Saeule: one pillar of a call, with its own purpose and limits."""

from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.fields import choices
from kommunaldialog.content.fields import text_lines
from kommunaldialog.content.no_webdav import refuse_put
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.money import exact
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.messages import text
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


def is_whole_cents(value: Decimal) -> bool:
    """Constraint of a field: an amount in Euro with at most two decimals."""
    try:
        exact(value)
    except ValueError as error:
        raise Wrong(text(Refusal("amount_too_precise"))) from error
    return True


class ISaeule(model.Schema):
    """What a pillar funds, and within which limits."""

    title = schema.TextLine(title=_("content_pillar_title", default="Name der Säule"))
    purpose = schema.Text(
        title=_("content_pillar_purpose", default="Was gefördert wird"), required=False
    )
    granting_body = schema.Choice(
        title=_("content_programme_granting_body", default="Bewilligungsstelle"),
        description=_(
            "content_pillar_granting_body_help",
            default="Nur, wenn sie von der des Programms abweicht.",
        ),
        vocabulary="kommunaldialog.GrantingBodies",
        required=False,
    )
    ministry = schema.TextLine(
        title=_("content_pillar_ministry", default="Auftraggebendes Ministerium"),
        required=False,
    )
    highest_grant = schema.Decimal(
        title=_("content_pillar_highest_grant", default="Höchste Zuwendung (Euro)"),
        constraint=is_whole_cents,
        min=ZERO,
        required=False,
    )
    lowest_own_share = schema.Decimal(
        title=_("content_pillar_lowest_own_share", default="Mindest-Eigenanteil (%)"),
        min=ZERO,
        max=Decimal(100),
        required=False,
    )
    grant_rate = schema.Decimal(
        title=_("content_pillar_rate", default="Fördersatz (%)"),
        description=_(
            "content_pillar_rate_help", default="Nur bei Anteilfinanzierung."
        ),
        min=ZERO,
        max=Decimal(100),
        required=False,
    )
    fixed_grant = schema.Decimal(
        title=_("content_pillar_fixed", default="Festbetrag (Euro)"),
        description=_(
            "content_pillar_fixed_help", default="Nur bei Festbetragsfinanzierung."
        ),
        constraint=is_whole_cents,
        min=ZERO,
        required=False,
    )
    documents = text_lines(
        _("content_pillar_documents", default="Unterlagen, die zum Antrag gehören"),
        _(
            "content_pillar_documents_help",
            default=(
                "Eine je Zeile. Der Antrag kann erst eingereicht werden, wenn jede "
                "als Datei beigefügt ist."
            ),
        ),
    )
    dialogues = choices(
        _("content_pillar_dialogues", default="Dialogprogramme, die sie bezahlt"),
        "kommunaldialog.Dialogs",
    )


@implementer(ISaeule)
class Saeule(Item):
    """A pillar."""

    PUT = refuse_put
