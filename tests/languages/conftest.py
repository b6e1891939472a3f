"""The portal in two languages, set up once for each class of tests."""

from pytest_plone import fixtures_factory
from tests.languages.layers import LANGUAGES


globals().update(fixtures_factory([(LANGUAGES, "languages")], keep_session=False))
