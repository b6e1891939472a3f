"""A page's picture says what it shows and whose it is."""

from kommunaldialog import _
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import provider


@provider(IFormFieldProvider)
class IPicture(model.Schema):
    """Behavior beside Plone's own lead image, whose fields stay as they are."""

    model.fieldset(
        "picture",
        label=_("content_fieldset_picture", default="Bild"),
        fields=["image_alternative", "image_credit"],
    )
    image_alternative = schema.TextLine(
        title=_("content_picture_alternative", default="Alternativtext des Bildes"),
        description=_(
            "content_picture_alternative_help",
            default=(
                "Was auf dem Bild zu sehen ist, für alle, die es nicht sehen. "
                "Nötig, um eine Seite mit Bild zu veröffentlichen."
            ),
        ),
        required=False,
    )
    image_credit = schema.TextLine(
        title=_("content_picture_credit", default="Bildnachweis"),
        description=_(
            "content_picture_credit_help",
            default="Zum Beispiel: Foto: Erika Muster / Stadt Musterstadt",
        ),
        required=False,
    )
