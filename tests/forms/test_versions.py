"""Published versions of a form."""

from datetime import datetime
from datetime import UTC
from kommunaldialog.forms import versions
from kommunaldialog.forms.schema import schema_of
from tests.forms.models import field
from tests.forms.models import model
from types import SimpleNamespace
from zope.annotation.interfaces import IAnnotations
import pytest


MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_versions_are_numbered_and_the_newest_is_known(programme):
    assert versions.versions(programme).newest is None
    first = versions.publish(programme, model(field("a")), "eva", MOMENT)
    second = versions.publish(programme, model(field("b")), "eva", MOMENT)
    found = versions.versions(programme)
    assert [version.number for version in found] == [1, 2]
    assert found.newest == second
    assert found.get(1) == first
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("number", [0, -1, 2])
def test_a_version_that_was_never_published_is_not_found(programme, number):
    versions.publish(programme, model(field("a")), "eva", MOMENT)
    with pytest.raises(KeyError):
        versions.versions(programme).get(number)


def test_a_version_can_not_be_changed(programme):
    version = versions.publish(programme, model(field("a")), "eva", MOMENT)
    with pytest.raises(AttributeError):
        version.xml = "anders"


def test_a_moment_without_time_zone_is_refused(programme):
    with pytest.raises(ValueError, match="time zone"):
        versions.publish(programme, model(), "eva", datetime(2026, 11, 22))


def test_reading_versions_writes_nothing(programme):
    before = set(IAnnotations(programme))
    versions.versions(programme)
    assert set(IAnnotations(programme)) == before


def test_an_application_keeps_the_version_it_was_begun_with(programme):
    versions.publish(programme, model(field("a")), "eva", MOMENT)
    application = SimpleNamespace(form_version=1, programme=lambda: programme)
    versions.publish(programme, model(field("b")), "eva", MOMENT)
    parsed = versions.parsed_form(application)
    assert list(parsed.questions) == ["a"]
    assert parsed is schema_of(versions.versions(programme).get(1))


def test_the_proof_of_use_has_versions_of_its_own(programme):
    versions.publish(programme, "<application/>", "webredaktion", MOMENT)
    proof = versions.publish(
        programme, "<proof/>", "webredaktion", MOMENT, "verwendungsnachweis"
    )
    assert proof.number == 1
    assert versions.versions(programme).newest.xml == "<application/>"
    assert versions.versions(programme, "verwendungsnachweis").newest == proof


def test_no_other_form_has_versions(programme):
    with pytest.raises(KeyError):
        versions.versions(programme, "vorgaenge")
