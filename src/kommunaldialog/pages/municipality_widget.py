"""The search field in the forms of editors: for any number of municipalities."""

from kommunaldialog.access.arrival import arrival
from kommunaldialog.content.fields import IMunicipalities
from kommunaldialog.dates import local
from kommunaldialog.interfaces import IKommunaldialogLayer
from kommunaldialog.messages import text
from kommunaldialog.pages.municipality import MunicipalityField
from plone import api
from z3c.form.converter import BaseDataConverter
from z3c.form.converter import FormatterValidationError
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import implementer_only


class IMunicipalitiesWidget(IWidget):
    """A search field; its value is a tuple of keys."""


@implementer_only(IMunicipalitiesWidget)
class MunicipalitiesWidget(Widget):
    """What was sent comes first, then what the page has."""

    value: tuple[str, ...] = ()

    def _field(self) -> MunicipalityField:
        zone = api.portal.get_registry_record("plone.portal_timezone")
        today = local(arrival(self.request), zone).date()
        return MunicipalityField(
            self.context,
            self.request,
            today,
            name=self.name,
            id=self.id,
            many=True,
            kept=self.value or (),
        )

    def extract(self, default: object = NO_VALUE) -> object:
        """The keys that were sent; ``default`` for a request without the field."""
        field = self._field()
        sent = field.sent or self.name in self.request.form
        return field.keys if sent else default

    def unclear(self) -> str | None:
        """What to do about a text that means nobody, or several; None for none."""
        refusals = self._field().unclear()
        return translate(text(refusals[0]), context=self.request) if refusals else None

    def render(self) -> str:
        """The chosen ones as a list, or the field where one may choose."""
        field = self._field()
        if self.mode == "input":
            return field.render()
        return ", ".join(option.title for option in field.chosen)


@adapter(IMunicipalities, IKommunaldialogLayer)
@implementer(IFieldWidget)
def municipalities_widget(
    field: IMunicipalities, request: IKommunaldialogLayer
) -> IFieldWidget:
    return FieldWidget(field, MunicipalitiesWidget(request))


@adapter(IMunicipalities, IMunicipalitiesWidget)
class Keys(BaseDataConverter):
    """Keys of the widget are the values of the field."""

    def toWidgetValue(self, value: object) -> tuple[str, ...]:
        return tuple(value or ())

    def toFieldValue(self, value: object) -> tuple[str, ...]:
        """Raises FormatterValidationError rather than lose what was only typed."""
        unclear = self.widget.unclear()
        if unclear:
            raise FormatterValidationError(unclear, value)
        return tuple(value or ())
