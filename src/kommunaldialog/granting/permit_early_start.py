"""Permit a municipality to begin before the decision."""

from kommunaldialog import _
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.usecases.early_start import permit_early_start
from kommunaldialog.usecases.early_start import to_permit


class PermitEarlyStart(OfficeStep):
    """``@@vorzeitigen-beginn-zulassen``."""

    heading = _("granting_permit", default="Vorzeitigen Beginn zulassen")
    lead = _(
        "granting_permit_lead",
        default=(
            "Die Kommune darf dann ab diesem Tag auf eigenes Risiko beginnen. Das ist"
            " keine Zusage einer Zuwendung; so steht es auch in dem Schreiben."
        ),
    )
    button = _("granting_permit_now", default="Schriftlich zulassen")
    done = _(
        "granting_permit_done",
        default="Der vorzeitige Beginn ist zugelassen. Die Kommune sieht das jetzt.",
    )
    permission = HANDLE

    @property
    def possible(self) -> bool:
        return to_permit(self.context)

    @property
    def inputs(self) -> list[Input]:
        asked = self.context.early_start_from
        return [
            Input(
                "begins",
                _("granting_permit_begins", default="Ab welchem Tag?"),
                "day",
                _(
                    "granting_permit_hint",
                    default="Vorgeschlagen ist der Tag, um den die Kommune bittet.",
                ),
                first=str(asked or ""),
            ),
            Input(
                "conditions",
                _("granting_permit_conditions", default="Auflagen"),
                required=False,
            ),
        ]

    def act(self) -> None:
        (begins,) = self.days("begins")
        permit_early_start(self.context, self.moment, begins, self.value("conditions"))
