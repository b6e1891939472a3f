"""What the office's lists keep of each application."""

from decimal import Decimal
from kommunaldialog.domain.figures import total
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.money import record_receipt
from kommunaldialog.usecases.remedy import remedy
from kommunaldialog.usecases.review import assess
from kommunaldialog.usecases.rows import row_of
from kommunaldialog.usecases.take_back import take_back
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_assessed
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_decision import make_won
from tests.samples_money import make_demanded
from tests.samples_money import today
from zope.lifecycleevent import modified


PART = Decimal("2500.00")


def rows(funding):
    return list(funding.case_store().rows.values())


def test_a_row_says_what_arrived(funding):
    application = make_submitted(funding)
    (row,) = rows(funding)
    assert (row.id, row.reference) == (application.id, application.reference)
    assert (row.municipality, row.ags, row.kreis) == ("Musterstadt", AGS, "08999")
    assert (row.measure, row.pillar_title) == (
        "Dialog Ortsmitte",
        "Gemeinsam in Vielfalt",
    )
    assert (row.requested, row.approved) == (Decimal("3000.00"), None)
    assert row.arrived == application.submission().moment


def test_a_draft_has_no_row_neither_before_it_arrives_nor_after_it_was_taken_back(
    funding,
):
    make_draft(funding)
    assert rows(funding) == []
    application = make_submitted(funding, user="fremde", ags="08999002")
    assert len(rows(funding)) == 1
    with acting("fremde"):
        take_back(application, now())
    assert rows(funding) == []
    assert row_of(application) is None


def test_a_decision_is_seen_by_the_office_before_it_is_announced(funding):
    application = make_assessed(funding)
    with acting("entscheidung"):
        decide(
            application,
            now(),
            approved=True,
            amount=Decimal("2000.00"),
            reason="Die Miete ist nur zum Teil zuwendungsfähig.",
        )
    (row,) = rows(funding)
    assert (row.state, row.approved, row.announced) == (
        "decided",
        Decimal("2000.00"),
        None,
    )
    with acting("entscheidung"):
        announce(application, now())
    (row,) = rows(funding)
    assert row.state == "approved"
    assert row.announced is not None


def test_a_decision_after_a_remedy_is_none_of_the_figures_before_it_is_announced(
    funding,
):
    application = make_won(funding)
    with acting("entscheidung"):
        remedy(application, now(), "Der Widerspruch ist begründet.")
    with acting("sachbearbeitung"):
        assess(application, now(), text="Förderfähig.", recommended=PART)
    with acting("entscheidung"):
        decide(application, now(), approved=True, amount=PART, reason="Weniger Miete.")
    (row,) = rows(funding)
    assert (row.state, row.approved, row.announced) == ("decided", PART, None)
    assert total(rows(funding)).approved == 0
    with acting("sachbearbeitung"):
        announce(application, now())
    assert total(rows(funding)).approved == PART


def test_a_row_has_the_days_on_which_money_moved(funding):
    application = make_demanded(funding)
    with acting("sachbearbeitung"):
        record_receipt(application, now(), 1, today(), Decimal("150"))
    (row,) = rows(funding)
    assert sorted(row.movements) == [
        (today(), Decimal("-150.00")),
        (today(), Decimal("1000.00")),
    ]


def test_a_pillar_with_another_name_is_called_so_in_every_row(funding):
    make_submitted(funding)
    pillar = funding["saeule-1"]
    with api.env.adopt_roles(["Manager"]):
        pillar.title = "Ehrenamt stärken"
        modified(pillar)
    assert [row.pillar_title for row in rows(funding)] == ["Ehrenamt stärken"]
