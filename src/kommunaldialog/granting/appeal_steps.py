"""What becomes of a decision: objection and lawsuit, their end, finality, remedy."""

from kommunaldialog import _
from kommunaldialog.domain.appeal import Appeal
from kommunaldialog.domain.finality import earliest_final
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.usecases.finality import end_appeal
from kommunaldialog.usecases.finality import open_appeal
from kommunaldialog.usecases.finality import record_appeal
from kommunaldialog.usecases.finality import record_finality
from kommunaldialog.usecases.remedy import may_be_remedied
from kommunaldialog.usecases.remedy import remedy
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


APPEAL_TITLES = (
    ("objection", _("granting_objection", default="Widerspruch")),
    ("lawsuit", _("granting_lawsuit", default="Klage")),
)
OUTCOME_TITLES = (
    ("successful", _("granting_outcome_successful", default="Erfolgreich")),
    (
        "partly_successful",
        _("granting_outcome_partly", default="Teilweise erfolgreich"),
    ),
    ("unsuccessful", _("granting_outcome_unsuccessful", default="Ohne Erfolg")),
    ("withdrawn", _("granting_outcome_withdrawn", default="Zurückgenommen")),
    ("settled", _("granting_outcome_settled", default="Auf andere Weise erledigt")),
)
FINALITY_TITLES = (
    ("final", _("granting_final", default="Bestandskraft")),
    ("waiver", _("granting_waiver", default="Rechtsbehelfsverzicht der Kommune")),
)


class _AboutNotice(OfficeStep):
    permission = HANDLE

    @property
    def open_appeal(self) -> Appeal | None:
        return open_appeal(self.context)

    @property
    def announced(self) -> bool:
        return self.context.announcement is not None


class RecordAppeal(_AboutNotice):
    """``@@rechtsbehelf``: the municipality contests the decision."""

    heading = _("granting_appeal", default="Widerspruch oder Klage eintragen")
    lead = _(
        "granting_appeal_lead",
        default=(
            "Solange der Rechtsbehelf offen ist, gilt die Entscheidung hier nicht als"
            " bestandskräftig."
        ),
    )
    button = _("granting_enter", default="Eintragen")
    done = _("granting_appeal_done", default="Der Rechtsbehelf ist eingetragen.")
    inputs = (
        Input(
            "kind",
            _("granting_appeal_kind", default="Art"),
            "choice",
            choices=APPEAL_TITLES,
        ),
        Input("filed", _("granting_appeal_filed", default="Eingelegt am"), "day"),
        Input(
            "file_number",
            _("granting_appeal_number", default="Aktenzeichen des Verfahrens"),
            "line",
            required=False,
        ),
    )

    @property
    def possible(self) -> bool:
        return self.announced and self.open_appeal is None

    def act(self) -> None:
        (filed,) = self.days("filed")
        record_appeal(
            self.context,
            self.moment,
            kind=self.value("kind"),
            filed=filed,
            file_number=self.value("file_number"),
        )


class EndAppeal(_AboutNotice):
    """``@@rechtsbehelf-erledigt``: how it ended."""

    heading = _("granting_appeal_end", default="Ausgang des Rechtsbehelfs eintragen")
    lead = _(
        "granting_appeal_end_lead",
        default=(
            "Eine erfolgreich angefochtene Ablehnung kann danach neu geprüft werden."
            " Ein Zuwendungsbescheid wird mit einem Änderungsbescheid geändert."
        ),
    )
    button = _("granting_enter", default="Eintragen")
    done = _("granting_appeal_end_done", default="Der Ausgang ist eingetragen.")
    inputs = (
        Input("ended", _("granting_appeal_ended", default="Beendet am"), "day"),
        Input(
            "outcome",
            _("granting_appeal_outcome", default="Ausgang"),
            "choice",
            choices=OUTCOME_TITLES,
        ),
        Input("note", _("granting_appeal_remark", default="Bemerkung"), required=False),
    )

    @property
    def possible(self) -> bool:
        return self.open_appeal is not None

    def act(self) -> None:
        (ended,) = self.days("ended")
        end_appeal(
            self.context,
            self.moment,
            ended=ended,
            outcome=self.value("outcome"),
            note=self.value("note"),
        )


class RecordFinality(_AboutNotice):
    """``@@bestandskraft``: since when the decision can't be contested any more."""

    heading = _("granting_finality", default="Bestandskraft eintragen")
    button = _("granting_enter", default="Eintragen")
    done = _("granting_finality_done", default="Die Bestandskraft ist eingetragen.")
    _to_delivery = ViewPageTemplateFile("to_delivery.pt")

    @property
    def details(self) -> str:
        """Where the day is entered that the lead misses."""
        known = self.context.announcement.known
        return self._to_delivery() if known is None else ""

    @property
    def lead(self) -> Message:
        """When it can be final at the earliest, as far as that is known."""
        known = self.context.announcement.known
        if known is None:
            return _(
                "granting_finality_lead_unknown",
                default=(
                    "Es ist noch nicht eingetragen, wann der Bescheid bekannt gegeben"
                    " wurde. Bis dahin lässt sich nur ein Verzicht eintragen."
                ),
            )
        return _(
            "granting_finality_lead",
            default=(
                "Bekannt gegeben wurde der Bescheid am ${known}. Bestandskräftig kann"
                " er frühestens am ${earliest} sein, an einem Wochenende, einem"
                " Feiertag oder bei einer längeren Frist später."
            ),
            mapping={
                "known": self.date(known),
                "earliest": self.date(earliest_final(known)),
            },
        )

    @property
    def inputs(self) -> list[Input]:
        finality = self.context.finality
        return [
            Input(
                "kind",
                _("granting_finality_kind", default="Was ist eingetreten?"),
                "choice",
                first=finality.kind if finality else "",
                choices=FINALITY_TITLES,
            ),
            Input(
                "day",
                _("granting_finality_day", default="Am"),
                "day",
                _(
                    "granting_finality_day_hint",
                    default="Bei einem Verzicht der Tag, an dem er eingegangen ist.",
                ),
                first=str(finality.day) if finality else "",
            ),
        ]

    @property
    def possible(self) -> bool:
        return self.announced and self.open_appeal is None

    def act(self) -> None:
        (day,) = self.days("day")
        record_finality(self.context, self.moment, kind=self.value("kind"), day=day)


class Remedy(OfficeStep):
    """``@@abhelfen``: examine anew what was rejected."""

    heading = _("granting_remedy", default="Dem Rechtsbehelf abhelfen")
    lead = _(
        "granting_remedy_lead",
        default=(
            "Der Rechtsbehelf war erfolgreich. Der Antrag geht zurück in die Prüfung;"
            " danach wird neu entschieden. Die Ablehnung bleibt in der Akte."
        ),
    )
    button = _("granting_remedy_now", default="Neu prüfen lassen")
    done = _("granting_remedy_done", default="Der Antrag ist wieder in der Prüfung.")
    permission = CHANGE_GRANT
    inputs = (
        Input(
            "reason",
            _("granting_remedy_reason", default="Warum wird neu geprüft?"),
            hint=_("granting_only_office", default="Liest nur die Bewilligungsstelle."),
        ),
    )

    @property
    def possible(self) -> bool:
        return self.state == "rejected" and may_be_remedied(self.context)

    def act(self) -> None:
        remedy(self.context, self.moment, self.value("reason"))
