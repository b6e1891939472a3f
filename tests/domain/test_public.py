"""What machines are told of public pages."""

from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.public import ErgebnisDetails
from kommunaldialog.domain.public import funded_measure
from kommunaldialog.domain.public import Link
from kommunaldialog.domain.public import Place
from kommunaldialog.domain.public import PublicErgebnis
from kommunaldialog.domain.public import Term
from kommunaldialog.domain.public import to_json


PLACE = Place("08999001", "Musterstadt", None)


def result(details=None):
    return PublicErgebnis(
        uid="1",
        url="https://example.org/1",
        title="Spielplatz",
        description="",
        modified=datetime(2026, 3, 1, 9, tzinfo=UTC),
        kind=Term("minutes", "Protokoll"),
        date=date(2016, 10, 31),
        implementation=None,
        due=None,
        topics=(),
        municipalities=(PLACE,),
        part_of=(Link("Ortsmitte", "https://example.org"),),
        file=None,
        details=details,
    )


def test_a_page_of_a_list_is_told_without_what_only_the_page_itself_says():
    told = to_json(result())
    assert told["date"] == "2016-10-31"
    assert told["modified"] == "2026-03-01T09:00:00+00:00"
    assert told["kind"] == {"key": "minutes", "title": "Protokoll"}
    assert told["municipalities"] == [
        {"ags": "08999001", "name": "Musterstadt", "url": None}
    ]
    assert "details" not in told and "summary" not in told


def test_what_a_page_itself_says_stands_beside_the_rest():
    told = to_json(
        result(
            ErgebnisDetails(
                summary="Kurz.",
                responsible="",
                statement="",
                overdue=False,
                findings=(),
            )
        )
    )
    assert told["summary"] == "Kurz."
    assert told["overdue"] is False
    assert "details" not in told


def test_a_grant_is_told_with_its_amount_as_exact_text():
    row = Funded(
        ags="08999001",
        municipality="Musterstadt",
        kreis="08999",
        programme="uid",
        programme_title="Kommunale Dialoge",
        pillar="vielfalt",
        pillar_title="Vielfalt",
        measure="Dialog Ortsmitte",
        amount=Decimal("3000.00"),
        year="2026",
    )
    told = to_json(funded_measure(row, PLACE, "Musterkreis", "https://example.org/f"))
    assert told == {
        "municipality": {"ags": "08999001", "name": "Musterstadt", "url": None},
        "kreis": {"key": "08999", "title": "Musterkreis"},
        "programme": {"title": "Kommunale Dialoge", "url": "https://example.org/f"},
        "pillar": {"key": "vielfalt", "title": "Vielfalt"},
        "measure": "Dialog Ortsmitte",
        "amount": "3000.00",
        "year": "2026",
    }
