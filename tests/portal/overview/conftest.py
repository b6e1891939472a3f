"""A small Land to look for something in."""

from collections.abc import Callable
from datetime import date
from kommunaldialog.controlpanel.word_lists import IWordLists
from plone import api
from tests.portal.conftest import Page
from typing import Any
import pytest


@pytest.fixture
def land(make: Callable[..., Any], functional_portal: Any) -> Any:
    """Two Kreise with a municipality each, and dialogues in one folder: the folder."""
    api.portal.set_registry_record(
        "topics",
        ("wohnen|Wohnen", "klima|Klima", "verkehr|Verkehr"),
        interface=IWordLists,
    )
    make("Kommune", title="Musterkreis", ags="08999", kind="landkreis")
    make("Kommune", title="Musterstadt", ags="08999001", population=25_424)
    make(
        "Kommune",
        title="Beispielstadt",
        ags="08998001",
        population=4_000,
        advises_topics=("verkehr",),
    )
    section = make("Folder", title="Dialoge im Land")
    ortsmitte = make(
        "Dialog",
        section,
        title="Ortsmitte",
        description="Wie die Ortsmitte wieder lebt.",
        topics=("wohnen", "klima"),
        status="running",
        start=date(2024, 5, 2),
        municipalities=("08999001",),
    )
    make(
        "Dialog",
        section,
        title="Radwege",
        topics=("verkehr",),
        status="finished",
        start=date(2016, 1, 21),
        end=date(2017, 6, 30),
        municipalities=("08998001",),
    )
    make("Dialog", section, title="Häuser", topics=("wohnen",), status="planned")
    make("Dialog", section, title="Entwurf", topics=("wohnen",), publish=False)
    make("Dialog", title="Anderswo", topics=("wohnen",))
    make(
        "Ergebnis",
        ortsmitte,
        title="Protokoll",
        kind="minutes",
        date=date(2024, 6, 1),
        implementation="open",
    )
    return section


@pytest.fixture
def visit(fetch: Callable[..., Any], land: Any) -> Callable[..., Page]:
    """Opens an overview of the folder, as a visitor or as the named account."""

    def show(address: str, account: str | None = None) -> Page:
        return Page(fetch(f"{land.absolute_url()}/@@{address}", account))

    return show
