"""The example, installed once for each class of tests.

Not for the session: while a layer is up, the layers below it show its content.
"""

from pytest_plone import fixtures_factory
from tests.example.layers import EXAMPLE
from typing import Any
import pytest


globals().update(fixtures_factory([(EXAMPLE, "example")], keep_session=False))


@pytest.fixture
def site(example: Any) -> Any:
    """The portal with the example."""
    return example["portal"]


@pytest.fixture
def dialogue(site: Any) -> Any:
    """The initiative of 2016."""
    return site["dialoge"]["kommunale-dialoge-2016"]


@pytest.fixture
def past(dialogue: Any) -> Any:
    """The programme of 2016."""
    return dialogue["foerderprogramm-2016"]


@pytest.fixture
def programme(site: Any) -> Any:
    """The programme that is open."""
    return site["foerderung"]["kommunale-dialoge"]


@pytest.fixture
def last_year(site: Any) -> Any:
    """The programme whose grants are being used."""
    return site["foerderung"]["kommunale-dialoge-vorjahr"]
