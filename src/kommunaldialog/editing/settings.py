"""Plone's forms for a call and its pillars: what can't be is said at its field.

z3c.form asks a schema's invariants for each fieldset alone and shows what they refuse
above all fields; settings that have to agree lie in several fieldsets.
"""

from collections.abc import Mapping
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.messages import text
from kommunaldialog.usecases.settings import check_pillar_settings
from kommunaldialog.usecases.settings import check_programme_settings
from plone import api
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from plone.z3cform.layout import wrap_form
from typing import Any
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter
from zope.interface import classImplements
from zope.interface import Invalid
from zope.interface.interfaces import IInterface
from zope.schema import getFields


class SettingsForm:
    """Beside a form of Dexterity: asks `check` when each field is right by itself."""

    settings: IInterface

    def check(self, values: Mapping[str, object]) -> tuple[Refusal, ...]:
        """What is wrong with all the settings together."""
        raise NotImplementedError

    def extractData(self, setErrors: bool = True) -> tuple[dict[str, Any], tuple]:
        data, errors = super().extractData(setErrors=setErrors)
        if errors:
            return data, errors
        refusals = self.check(self._all_values(data))
        return data, tuple(self._place(refusal) for refusal in refusals)

    def _all_values(self, data: Mapping[str, object]) -> dict[str, object]:
        """What was sent, and what the form did not ask: kept values or defaults."""
        kept = None if self.ignoreContext else self.getContent()
        return {
            name: data.get(name, getattr(kept, name, field.default))
            for name, field in getFields(self.settings).items()
        }

    def _place(self, refusal: Refusal) -> IErrorViewSnippet:
        """Shows the refusal at its field, or above all where the form has it not."""
        places = [
            form for form in (self, *self.groups) if refusal.field in form.widgets
        ]
        place = places[0] if places else self
        widget = place.widgets[refusal.field] if places else None
        words = Invalid(text(refusal, api.portal.get_current_language()))
        error = getMultiAdapter(
            (words, self.request, widget, widget and widget.field, place, self.context),
            IErrorViewSnippet,
        )
        error.update()
        if widget is not None:
            widget.error = error
        place.widgets.errors += (error,)
        return error


class ProgrammeSettings(SettingsForm):
    """The settings of a programme; a new one is not there yet."""

    settings = IFoerderprogramm

    @property
    def programme(self) -> Foerderprogramm | None:
        return None if self.ignoreContext else self.context

    def check(self, values: Mapping[str, object]) -> tuple[Refusal, ...]:
        return check_programme_settings(values, self.programme)


class PillarSettings(SettingsForm):
    """The settings of a pillar; a new one is added in its programme."""

    settings = ISaeule

    @property
    def programme(self) -> Foerderprogramm:
        return self.context if self.ignoreContext else self.context.__parent__

    def check(self, values: Mapping[str, object]) -> tuple[Refusal, ...]:
        return check_pillar_settings(values, self.programme)


class EditProgrammeForm(ProgrammeSettings, DefaultEditForm):
    """Changes a programme."""


class EditPillarForm(PillarSettings, DefaultEditForm):
    """Changes a pillar."""


class AddProgrammeForm(ProgrammeSettings, DefaultAddForm):
    """Adds a programme."""


class AddPillarForm(PillarSettings, DefaultAddForm):
    """Adds a pillar."""


class AddProgramme(DefaultAddView):
    """The page with the form."""

    form = AddProgrammeForm


class AddPillar(DefaultAddView):
    """The page with the form."""

    form = AddPillarForm


EditProgramme = wrap_form(EditProgrammeForm)
EditPillar = wrap_form(EditPillarForm)
classImplements(EditProgramme, IDexterityEditForm)
classImplements(EditPillar, IDexterityEditForm)
