"""An application form's workshop as JSON.

easyform's own serializer also looks for saved data, and fails for everybody but a
Manager (D6); this type never has any.
"""

from kommunaldialog.content.antragsformular import IAntragsformular
from kommunaldialog.interfaces import IKommunaldialogLayer
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IAntragsformular, IKommunaldialogLayer)
class WorkshopToJson(SerializeToJson):
    """The form's settings and its model."""
