"""Who publishes the data, and under which licence others may use them."""

from dataclasses import dataclass
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.vocabularies.static import DATA_LICENCES
from plone import api
from zope.i18nmessageid import Message


# Code of DCAT-AP.de -> the licence's own page.
PAGES = {
    "dl-by-de/2.0": "https://www.govdata.de/dl-de/by-2-0",
    "dl-zero-de/2.0": "https://www.govdata.de/dl-de/zero-2-0",
    "cc-by/4.0": "https://creativecommons.org/licenses/by/4.0/deed.de",
    "cc-zero": "https://creativecommons.org/publicdomain/zero/1.0/deed.de",
}
# Those that ask to name the publisher.
NAMING = frozenset({"dl-by-de/2.0", "cc-by/4.0"})


@dataclass(frozen=True)
class Licence:
    """A licence: code and name of DCAT-AP.de, and its own page."""

    code: str
    title: Message | str
    page: str

    @property
    def names_publisher(self) -> bool:
        """Whether who uses the data has to name their publisher."""
        return self.code in NAMING


@dataclass(frozen=True)
class Publication:
    """What the control panel says of the data; `contributor` is GovData's address."""

    publisher: str
    licence: Licence | None
    contributor: str


def publication() -> Publication:
    """What holds for all data of the portal."""
    code = _setting("data_licence")
    site = api.portal.get_registry_record("plone.site_title")
    return Publication(
        publisher=_setting("data_publisher") or site,
        licence=Licence(code, dict(DATA_LICENCES)[code], PAGES[code]) if code else None,
        contributor=_setting("data_contributor") or "",
    )


def _setting(name: str) -> str | None:
    return api.portal.get_registry_record(
        name, interface=IKommunaldialogSettings, default=None
    )
