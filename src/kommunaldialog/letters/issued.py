"""When a letter is issued: with the step that it belongs to, in its transaction."""

from kommunaldialog.letters import pdf
from kommunaldialog.letters.drawn import amended_letter
from kommunaldialog.letters.drawn import decision_letter
from kommunaldialog.letters.drawn import early_start_letter
from kommunaldialog.letters.drawn import repayment_letter
from kommunaldialog.letters.drawn import revocation_letter
from kommunaldialog.letters.issue import issue
from kommunaldialog.usecases.events import ApplicationDecided
from kommunaldialog.usecases.events import EarlyStartPermitted
from kommunaldialog.usecases.events import GrantAmended
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.press import IPress
from zope.component import adapter
from zope.interface import implementer


@implementer(IPress)
class Press:
    """Says to the use cases what can be made."""

    def available(self) -> bool:
        return pdf.available()


@adapter(ApplicationDecided)
def issue_notice(event: ApplicationDecided) -> None:
    """Issues the notice of the decision that was announced."""
    application = event.application
    letter = decision_letter(application, application.decision, event.moment)
    issue(application, letter, event.moment)


@adapter(GrantAmended)
def issue_amendment(event: GrantAmended) -> None:
    """Issues the notice of the decision that took the place of another."""
    application = event.application
    letter = amended_letter(
        application,
        application.decision,
        event.moment,
        of=event.of,
        before=event.before,
    )
    issue(application, letter, event.moment)


@adapter(EarlyStartPermitted)
def issue_permit(event: EarlyStartPermitted) -> None:
    """Issues what permits to begin before the decision."""
    application = event.application
    letter = early_start_letter(application, application.early_start_permit)
    issue(application, letter, event.moment)


@adapter(GrantNews)
def issue_of_grant(event: GrantNews) -> None:
    """Issues the notice that takes a grant away, or demands money back."""
    application = event.application
    match event.topic:
        case "taken":
            letter = revocation_letter(application, application.grant_changes[-1])
        case "repayment":
            letter = repayment_letter(application, application.repayments[-1])
        case _:
            return
    issue(application, letter, event.moment)
