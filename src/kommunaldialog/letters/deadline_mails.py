"""Mails to those who have a draft, when the deadline of its call was changed."""

from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import writers_of
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.usecases.events import DeadlineChanged
from plone import api
from zope.component import adapter


BEFORE_ARRIVAL = (State.DRAFT.value, State.TO_SIGN.value)


@adapter(DeadlineChanged)
def tell_drafts(event: DeadlineChanged) -> None:
    """Tells each draft's people until when they can submit it now."""
    programme, change = event.programme, event.change
    ends = local(change.new, programme.zone())
    values = {
        "programme": programme.title,
        "date": long_date(ends, LANGUAGE),
        "time": clock(ends, LANGUAGE),
        "reason": change.reason,
    }
    for draft in _drafts(programme):
        send(
            draft,
            writers_of(draft),
            change.moment,
            _(
                "letters_mail_new_deadline_subject",
                default="Neue Antragsfrist: ${date}, ${time} Uhr",
                mapping=values,
            ),
            _(
                "letters_mail_new_deadline",
                default=(
                    "die Antragsfrist von „${programme}“ wurde geändert. Ihren Entwurf "
                    "können Sie jetzt bis zum ${date} um ${time} Uhr einreichen."
                ),
                mapping=values,
            ),
            "",
            _(
                "letters_mail_new_deadline_reason",
                default="Grund: ${reason}",
                mapping=values,
            ),
            "",
            _(
                "letters_mail_new_deadline_link",
                default="Ihren Entwurf finden Sie hier:",
            ),
        )


def _drafts(programme: Foerderprogramm) -> list[Foerderantrag]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Foerderantrag",
        path="/".join(programme.case_store().getPhysicalPath()),
        review_state=BEFORE_ARRIVAL,
    )
    return [brain._unrestrictedGetObject() for brain in brains]
