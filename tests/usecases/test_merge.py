"""Somebody saves what a colleague changed since."""

from dataclasses import replace
from decimal import Decimal
from kommunaldialog.usecases.merge import compare
from kommunaldialog.usecases.merge import fingerprints
from kommunaldialog.usecases.merge import flat
from kommunaldialog.usecases.merge import kept_value
from kommunaldialog.usecases.merge import last_change
from kommunaldialog.usecases.merge import without
from kommunaldialog.usecases.save import save
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from tests.samples import PLAN
import pytest


@pytest.fixture
def draft(funding):
    return make_draft(funding)


def shown(draft):
    """Fingerprints of what a form shows when it is opened."""
    names = ("core.title", "core.measure_start", "answers.anlass", "plan")
    return fingerprints({name: kept_value(draft, name) for name in names})


def zeno_saves(draft, **values):
    with acting("zeichnung"):
        save(draft, now(), **values)


def test_the_same_text_changed_by_both_is_contested(draft):
    seen = shown(draft)
    zeno_saves(draft, core={"title": "Von Zeno"})
    found = compare(draft, {"core": {"title": "Von Anna"}}, seen)
    assert found.contested == ("core.title",)
    assert last_change(draft, "core.title").actor == "zeichnung"


def test_what_only_the_colleague_changed_stays_theirs(draft):
    seen = shown(draft)
    old = draft.title
    zeno_saves(draft, core={"title": "Von Zeno"})
    sent = {"core": {"title": old}, "answers": {"anlass": "Von Anna"}}
    found = compare(draft, sent, seen)
    assert (found.mine, found.theirs) == (("answers.anlass",), ("core.title",))


def test_the_plan_is_one_value(draft):
    seen = shown(draft)
    zeno_saves(draft, plan=replace(PLAN, requested=Decimal("2000.00")))
    found = compare(draft, {"plan": replace(PLAN, requested=Decimal("1.00"))}, seen)
    assert found.contested == ("plan",)
    assert compare(draft, {"plan": PLAN}, seen).theirs == ("plan",)


def test_the_same_file_sent_twice_is_no_conflict(draft):
    file = NamedBlobFile(PDF, "application/pdf", "konzept.pdf")
    found = compare(draft, {"answers": {"konzept": file}}, {})
    assert (found.mine, found.contested) == ((), ())


def test_another_file_than_the_colleagues_is_contested(draft):
    file = NamedBlobFile(PDF, "application/pdf", "neu.pdf")
    found = compare(draft, {"answers": {"konzept": file}}, {"answers.konzept": "x"})
    assert found.contested == ("answers.konzept",)


def test_a_set_is_the_same_in_any_order():
    first, second = fingerprints(
        {"a": frozenset("xyz"), "b": frozenset("zyx")}
    ).values()
    assert first == second


def test_what_is_left_to_the_colleague_is_not_saved():
    values = {"core": {"title": "x", "pillar": "y"}, "plan": PLAN}
    assert without(values, ["core.title", "plan"]) == {"core": {"pillar": "y"}}
    assert flat(values) == {"core.title": "x", "core.pillar": "y", "plan": PLAN}


def test_what_nobody_saved_has_no_last_change(draft):
    assert last_change(draft, "documents.Gemeinderatsbeschluss") is None
