"""Ask the municipality, give it more time, or go on without its answer."""

from collections.abc import Sequence
from kommunaldialog import _
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.clarify import extend
from kommunaldialog.usecases.clarify import first_due
from kommunaldialog.usecases.clarify import go_on
from kommunaldialog.usecases.clarify import today
from kommunaldialog.usecases.provisional import nobody_reads
from kommunaldialog.usecases.reopened import can_reopen
from kommunaldialog.usecases.reopened import ChoiceSection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


LAST_DAY = _("granting_clarify_due", default="Antwort erbeten bis")


class AskPage(OfficeStep):
    """``@@rueckfrage``: what is asked, what is reopened, and until when."""

    index = ViewPageTemplateFile("clarify.pt")
    permission = REVIEW
    heading = _("granting_clarify", default="Rückfrage stellen")
    lead = _(
        "granting_clarify_lead",
        default=(
            "Die Kommune bekommt eine Nachricht und kann nur ändern, was Sie hier"
            " auswählen. Alles andere bleibt, wie es eingereicht wurde."
        ),
    )
    button = _("granting_clarify_button", default="Rückfrage senden")
    done = _(
        "granting_clarify_done",
        default="Die Rückfrage ist bei der Kommune eingegangen.",
    )

    @property
    def possible(self) -> bool:
        return self.state == State.IN_REVIEW

    @property
    def inputs(self) -> list[Input]:
        due = first_due(self.context, self.moment).isoformat()
        return [
            Input("text", _("granting_clarify_text", default="Ihre Frage")),
            Input("due", LAST_DAY, "day", first=due),
        ]

    @property
    def by_letter(self) -> bool:
        """Whether nobody of the municipality can read the question in the portal."""
        return nobody_reads(self.context)

    def sections(self) -> tuple[ChoiceSection, ...]:
        """What can be reopened."""
        return can_reopen(self.context)

    @property
    def chosen(self) -> list[str]:
        """The names of what is ticked."""
        return self.values("reopen")

    def act(self) -> None:
        (due,) = self.days("due")
        ask(
            self.context,
            self.moment,
            text=self.value("text"),
            due=due,
            reopen=self.chosen,
        )


class _WhileOpen(OfficeStep):
    permission = REVIEW

    @property
    def possible(self) -> bool:
        return self.state == State.CLARIFICATION


class ExtendPage(_WhileOpen):
    """``@@rueckfrage-verlaengern``: more time for the answer."""

    heading = _("granting_extend", default="Mehr Zeit für die Antwort geben")
    button = _("granting_extend_button", default="Frist verlängern")
    done = _("granting_extend_done", default="Die Kommune hat jetzt mehr Zeit.")

    @property
    def lead(self) -> Message:
        clarification = open_clarification(self.context)
        return _(
            "granting_extend_lead",
            default="Bisher kann die Kommune bis zum ${due} antworten.",
            mapping={"due": self.date(clarification.due)},
        )

    inputs: Sequence[Input] = (
        Input("due", _("granting_extend_due", default="Neuer letzter Tag"), "day"),
        Input(
            "reason",
            _("granting_extend_reason", default="Grund"),
            hint=_(
                "granting_extend_hint",
                default="Bleibt beim Vorgang. Die Kommune liest ihn nicht.",
            ),
            required=False,
        ),
    )

    def act(self) -> None:
        (due,) = self.days("due")
        extend(self.context, self.moment, due, self.value("reason"))


class GoOnPage(_WhileOpen):
    """``@@nach-aktenlage``: when the last day is over and no answer came."""

    heading = _("granting_go_on", default="Nach Aktenlage fortfahren")
    button = _("granting_go_on_button", default="Ohne Antwort fortfahren")
    done = _("granting_go_on_done", default="Der Antrag ist wieder in Prüfung.")
    lead = _(
        "granting_go_on_lead",
        default=(
            "Die Kommune hat nicht geantwortet. Der Antrag geht mit den vorliegenden"
            " Angaben wieder in die Prüfung. Die Kommune kann dann nicht mehr"
            " antworten."
        ),
    )
    inputs = (
        Input(
            "note",
            _("granting_go_on_note", default="Vermerk"),
            hint=_(
                "granting_go_on_hint",
                default="Warum Sie ohne die Antwort fortfahren. Bleibt beim Vorgang.",
            ),
        ),
    )

    @property
    def possible(self) -> bool:
        """Not before the last day is over."""
        clarification = open_clarification(self.context)
        return clarification is not None and clarification.overdue(
            today(self.context, self.moment)
        )

    def act(self) -> None:
        go_on(self.context, self.moment, self.value("note"))
