"""Recorded values of settings, as people read them."""

from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.saeule import is_whole_cents
from kommunaldialog.pages.view import Page
from typing import Any
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDatetime
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IField


class SettingWords(Page):
    """A page that shows values as `history.settings.as_text` keeps them."""

    def words(self, field: IField | None, value: str) -> str:
        """A recorded value as people read it; as it is where its field is unknown."""
        if IBool.providedBy(field):
            return self.translate(
                _("editing_history_yes", default="ja")
                if value
                else _("editing_history_no", default="nein")
            )
        if not value:
            return ""
        if ICollection.providedBy(field):
            return "\n".join(
                self.words(field.value_type, item) for item in value.splitlines()
            )
        if IChoice.providedBy(field):
            return self._choice(field, value)
        if IDecimal.providedBy(field):
            return self._number(field, Decimal(value))
        if IDatetime.providedBy(field):
            return self.date_and_time(datetime.fromisoformat(value))
        if IDate.providedBy(field):
            return self.date(date.fromisoformat(value))
        return value

    def _choice(self, field: Any, value: str) -> str:
        vocabulary = field.bind(self.context).vocabulary
        if value not in vocabulary:
            return value
        term = vocabulary.getTerm(value)
        return self.translate(term.title or term.token)

    def _number(self, field: Any, value: Decimal) -> str:
        if field.constraint is is_whole_cents:
            return self.euro(value)
        return f"{value:f}".replace(".", ",")
