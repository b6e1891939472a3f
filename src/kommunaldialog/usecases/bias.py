"""Nobody examines or decides what their own municipality asks for (§ 20 VwVfG)."""

from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.refusal import Refusal


def check_bias(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses the current user who applies for that municipality, or submitted it."""
    own = own_municipalities((ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG))
    submitters = {submission.submitted_by for submission in application.submissions}
    if application.ags in own or current_user_id() in submitters:
        return (Refusal("own_application"),)
    return ()
