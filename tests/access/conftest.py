"""A case with all its records, for who may not see or change them."""

from collections.abc import Callable
from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from tests.samples import make_funding
from typing import Any
import pytest
import transaction


@pytest.fixture
def make_case(functional_portal: Any) -> Callable[..., dict[str, Any]]:
    """Makes a committed application by one of the samples' makers."""

    def make(maker: Callable[..., Any], **settings: Any) -> dict[str, Any]:
        programme = make_funding(functional_portal, **settings)
        application = maker(programme)
        store = programme[CASE_STORE_ID]
        consultation = next(
            item for item in store.objectValues() if item.portal_type == "Beratung"
        )
        transaction.commit()
        return {
            "portal": functional_portal,
            "programme": programme,
            "application": application,
            "consultation": consultation,
            "store": store,
        }

    return make
