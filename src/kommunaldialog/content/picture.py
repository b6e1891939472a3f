"""A page's picture says what it shows and whose it is."""

from kommunaldialog import _
from plone.app.contenttypes.behaviors.leadimage import ILeadImage
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import provider


@provider(IFormFieldProvider)
class IPicture(model.Schema, ILeadImage):
    """Behavior beside Plone's own lead image, whose fields stay as they are.

    It marks its pages more closely than Plone's does, so that they show their picture
    themselves (portal/picture.py).
    """

    # Where the picture itself is chosen.
    directives.order_after(image_alternative="ILeadImageBehavior.image_caption")
    directives.order_after(image_credit="IPicture.image_alternative")
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
