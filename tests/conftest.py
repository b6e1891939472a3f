"""Fixtures of all tests."""

from pytest_plone import fixtures_factory
from tests.layers import FUNCTIONAL
from tests.layers import INTEGRATION
from tests.samples import make_funding
from tests.samples import make_programme
from typing import Any
import pytest


LAYERS = ((INTEGRATION, "integration"), (FUNCTIONAL, "functional"))

globals().update(fixtures_factory(LAYERS, keep_session=False))


@pytest.fixture(scope="session", autouse=True)
def keep_layers(request: pytest.FixtureRequest) -> None:
    """Set a layer up once, and only where a test needs it: rules need no Plone."""
    for _layer, name in LAYERS:
        if any(name in item.fixturenames for item in request.session.items):
            request.getfixturevalue(f"{name}_session")


@pytest.fixture
def programme(portal: Any) -> Any:
    """An open call for funding with one pillar, in an integration test."""
    return make_programme(portal)


@pytest.fixture
def funding(portal: Any) -> Any:
    """An open call with its form, municipalities and people, in an integration test."""
    return make_funding(portal)
