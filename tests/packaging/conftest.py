"""A portal that was there before the product, set up once for each class of tests."""

from pytest_plone import fixtures_factory
from tests.packaging.living import LIVING


globals().update(fixtures_factory([(LIVING, "living")], keep_session=False))
