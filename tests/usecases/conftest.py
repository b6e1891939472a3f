"""What holds after every use case."""

from collections.abc import Iterator
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.usecases.rows import row_of
import pytest


@pytest.fixture(autouse=True)
def the_lists_say_what_each_application_says(
    request: pytest.FixtureRequest,
) -> Iterator[None]:
    """After a test, the row kept of each application equals a fresh one."""
    funding = None
    if "funding" in request.fixturenames:
        funding = request.getfixturevalue("funding")
    yield
    if funding is None:
        return
    store = funding.case_store()
    found = [item for item in store.values() if IFoerderantrag.providedBy(item)]
    fresh = {application.id: row_of(application) for application in found}
    kept = dict(store.rows)
    fresh = {name: row for name, row in fresh.items() if row is not None}
    assert kept == fresh, "what changes an application ends with usecases.cases.changed"
