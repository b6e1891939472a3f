"""What keeps the product in a portal: applications, consultations, what stays of them.

Uninstalling takes away types, roles and workflows, without which nobody can read them;
so it is refused as long as there are any.
"""

from collections.abc import Iterator
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from plone import api


# So many calls are named; the message has to fit into a cookie.
NAMED = 5


def refuse_to_leave() -> None:
    """Raises Refused while a call of the portal has records; changes nothing."""
    refuse(_check())


def _check() -> Iterator[Refusal]:
    found = [f"„{title}“ ({number})" for title, number in _calls_with_records()]
    if found:
        more = ["…"] if len(found) > NAMED else []
        calls = ", ".join(found[:NAMED] + more)
        yield Refusal("records_keep_product", params={"calls": calls})


def _calls_with_records() -> Iterator[tuple[str, int]]:
    # Drafts count, since they are a municipality's, and so does the line that stays of
    # an erased case, since it says who erased it.
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        portal_type="Foerderprogramm", sort_on="path"
    ):
        programme = brain._unrestrictedGetObject()
        store = programme.case_store()
        number = len(store.objectIds(ordered=False)) + len(store.remainders)
        if number:
            yield programme.title, number
