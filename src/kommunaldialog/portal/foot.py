"""The foot of a public page: its permanent address, its date, how it is printed."""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.dates import local
from kommunaldialog.pages.view import Page
from kommunaldialog.portal.permalink import permalink
from urllib.parse import parse_qsl
from urllib.parse import urlencode


# ``?ansicht=druck`` shows a page as it is printed, without JavaScript too.
PARAMETER, PRINT = "ansicht", "druck"


@dataclass(frozen=True)
class Foot:
    """What stands at the end of a page; addresses are absolute.

    `changed` is in the portal's time zone. `printing` says whether this is the print
    view; `page` leads back from it.
    """

    permanent: str
    changed: datetime
    page: str
    print_view: str
    printing: bool


def foot_of(page: Page, view: str, changed: datetime) -> Foot:
    """The foot of a page that shows what was last changed at a moment.

    `view` is empty for the page that the context's own address shows.
    """
    request = page.request
    pairs = parse_qsl(request.get("QUERY_STRING", ""))
    # What was chosen is part of a list's address; a page of its own has no choices.
    chosen = [pair for pair in pairs if view and pair[0] != PARAMETER]
    printing = (PARAMETER, PRINT) in pairs
    if printing:
        # The same page once more: search engines have no use for it.
        request.response.setHeader("X-Robots-Tag", "noindex")
    return Foot(
        permanent=_with(permalink(page.context, view), chosen),
        changed=local(changed, page.zone),
        page=_with(page.address(view), chosen),
        print_view=_with(page.address(view), [*chosen, (PARAMETER, PRINT)]),
        printing=printing,
    )


def _with(url: str, pairs: list[tuple[str, str]]) -> str:
    return f"{url}?{urlencode(pairs)}" if pairs else url
