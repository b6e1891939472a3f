"""The settings of a call by REST: the same rules as in the forms."""

from datetime import date
from datetime import datetime
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.instants import IInstant
from kommunaldialog.content.instants import instant
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.interfaces import IKommunaldialogLayer
from kommunaldialog.messages import text
from kommunaldialog.usecases.settings import check_pillar_settings
from kommunaldialog.usecases.settings import check_programme_settings
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface.interfaces import IInterface
from zope.schema import getFieldNames


def _values(context: Any, schema: IInterface) -> dict[str, object]:
    return {name: getattr(context, name) for name in getFieldNames(schema)}


class SettingsFromJson(DeserializeFromJson):
    """Reads the fields as plone.restapi does, and asks whether they fit together.

    The values are on the object by then; what is refused undoes the transaction.
    """

    def refusals(self) -> tuple[Refusal, ...]:
        """What is wrong with the settings that the object has now."""
        raise NotImplementedError

    def get_schema_data(
        self, data: dict[str, Any], validate_all: bool, create: bool = False
    ) -> tuple[dict[Any, dict[str, Any]], list[dict[str, Any]]]:
        schema_data, errors = super().get_schema_data(data, validate_all, create)
        if not errors:
            errors = [
                {
                    "field": refusal.field,
                    "message": text(refusal),
                    "error": Wrong(text(refusal)),
                }
                for refusal in self.refusals()
            ]
        return schema_data, errors


@implementer(IDeserializeFromJson)
@adapter(IFoerderprogramm, IKommunaldialogLayer)
class ProgrammeFromJson(SettingsFromJson):
    """A programme, new or changed."""

    def refusals(self) -> tuple[Refusal, ...]:
        return check_programme_settings(
            _values(self.context, IFoerderprogramm), self.context
        )


@implementer(IDeserializeFromJson)
@adapter(ISaeule, IKommunaldialogLayer)
class PillarFromJson(SettingsFromJson):
    """A pillar, new or changed."""

    def refusals(self) -> tuple[Refusal, ...]:
        return check_pillar_settings(
            _values(self.context, ISaeule), self.context.aq_parent
        )


@implementer(IFieldDeserializer)
@adapter(IInstant, IDexterityContent, IKommunaldialogLayer)
class InstantFromJson(DefaultFieldDeserializer):
    """A day alone ("2026-10-31") means its end or its start in the portal's zone.

    A date with a time is read as plone.restapi reads it: in UTC without an offset.
    """

    def __call__(self, value: Any) -> datetime | None:
        if value is None:
            self.field.validate(value)
            return None
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            return self._moment(value)
        try:
            return self.field.read(day.isoformat())
        except Refused as refused:
            raise Wrong(text(refused.refusals[0])) from refused

    def _moment(self, value: object) -> datetime:
        try:
            moment = instant(datetime.fromisoformat(value))
        except (TypeError, ValueError, OverflowError) as error:
            raise ValueError(f"Invalid date: {value}") from error
        self.field.validate(moment)
        return moment
