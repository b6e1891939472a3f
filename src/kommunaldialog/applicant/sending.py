"""Take an application back, or give it back unsigned."""

from kommunaldialog import _
from kommunaldialog.access.people import full_name
from kommunaldialog.applicant.act import ActPage
from kommunaldialog.domain.lifecycle import SIGN
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import TAKE_BACK
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.usecases.sign import handed_over_by
from kommunaldialog.usecases.sign import send_back
from kommunaldialog.usecases.take_back import check_taking_back
from kommunaldialog.usecases.take_back import take_back
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class TakeBackPage(ActPage):
    """``@@zurueckholen``: from signature, or what was submitted before the deadline."""

    index = ViewPageTemplateFile("take_back.pt")
    heading = _("applicant_take_back", default="Antrag zurückholen")
    permission = TAKE_BACK
    done = _(
        "applicant_taken_back",
        default=(
            "Der Antrag ist wieder ein Entwurf. Er gilt erst als eingereicht, wenn er"
            " noch einmal abgesendet wird."
        ),
    )
    gone = _(
        "applicant_take_back_gone",
        default="Dieser Antrag kann nicht (mehr) zurückgeholt werden.",
    )

    def act(self) -> None:
        take_back(self.context, self.moment)

    @property
    def was_submitted(self) -> bool:
        """Whether it arrived already, rather than waits for signature."""
        return self.state == State.SUBMITTED

    @property
    def obstacles(self) -> tuple[Refusal, ...]:
        """What is in the way, before anybody presses the button."""
        return check_taking_back(self.context, self.moment)


class SendBackPage(ActPage):
    """``@@zurueckgeben``: who may sign says what has to be changed before."""

    index = ViewPageTemplateFile("send_back.pt")
    heading = _("applicant_send_back", default="Ohne Unterschrift zurückgeben")
    permission = SIGN
    done = _(
        "applicant_sent_back",
        default="Der Antrag ist zurückgegeben und kann wieder bearbeitet werden.",
    )
    gone = _(
        "applicant_send_back_gone",
        default="Dieser Antrag wartet nicht (mehr) auf Ihre Unterschrift.",
    )

    def act(self) -> None:
        send_back(self.context, self.moment, self.value("reason"))

    @property
    def goes_to(self) -> str:
        """Who gave it for signature."""
        return full_name(handed_over_by(self.context))
