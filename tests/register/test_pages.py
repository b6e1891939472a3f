"""An administrator takes a list over: upload, preview, confirmation, progress."""

from datetime import date
from io import BytesIO
from kommunaldialog.content.register import kommunen
from kommunaldialog.history.register import last_imports
from kommunaldialog.register import job as jobs
from kommunaldialog.register.job import current_job
from plone import api
from tests.client import Client
from tests.register.files import csv
from tests.register.files import GV100
from tests.register.files import HORB
from tests.register.files import STUTTGART
from tests.register.files import TAMM
from tests.register.files import WRONG
from tests.samples import make_people
from tests.samples import PASSWORD
import pytest
import transaction


@pytest.fixture
def folder(functional_portal):
    make_people()
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            email="r@example.org",
            username="registeramt",
            password=PASSWORD,
        )
        api.user.grant_roles(username="registeramt", roles=["Site Administrator"])
        folder = api.content.create(functional_portal, "Folder", "kommunen")
        api.content.create(folder, "Kommune", "horb", title="Horb", ags="08237040")
    transaction.commit()
    return folder


@pytest.fixture
def admin(functional_app, folder):
    return Client(functional_app, "registeramt").browser()


def text(admin):
    return " ".join(admin.contents.split())


def upload(admin, data, name="liste.csv", changes=None):
    """Choose a file, up to the questions about it."""
    admin.open(f"{api.portal.get().absolute_url()}/@@gemeinderegister")
    admin.getControl(name="datei").add_file(BytesIO(data), "text/csv", name)
    if changes is not None:
        admin.getControl(name="aenderungen").add_file(
            BytesIO(changes), "text/csv", "aenderungen.csv"
        )
    admin.getControl("Datei hochladen").click()
    return admin


def preview(admin, data, **how):
    """Up to the preview."""
    upload(admin, data, **how)
    admin.getControl(name="quelle").value = "Destatis"
    admin.getControl(name="lizenz").value = "dl-de/by-2-0"
    admin.getControl("Zur Vorschau").click()
    return admin


def confirm(admin, data, **how):
    preview(admin, data, **how).getControl("So übernehmen").click()
    transaction.begin()
    return admin


def kommune(ags):
    transaction.begin()
    (found,) = kommunen(ags)
    return found


def test_nothing_is_written_before_it_is_confirmed(admin):
    preview(admin, csv(HORB, TAMM, WRONG))
    said = text(admin)
    assert "Neue Kommunen (3)" in said
    assert "Umbenannte Kommunen (1)" in said
    assert "Fehlerhafte Zeilen der Liste (1)" in said
    assert "Fehlt vielleicht die Null am Anfang?" in said
    transaction.begin()
    assert kommunen("08118070") == []
    assert kommune("08237040").title == "Horb"


def test_a_confirmed_list_makes_and_changes_municipalities(admin, folder):
    confirm(admin, csv(HORB, TAMM, STUTTGART))
    assert "Die Liste ist übernommen." in text(admin)
    tamm = kommune("08118070")
    assert tamm.getPhysicalPath()[-2:] == ("kommunen", "08118070")
    assert (tamm.title, tamm.district, tamm.population) == (
        "Tamm",
        "Ludwigsburg",
        12674,
    )
    assert tamm.population_date == date(2022, 5, 15)
    assert (tamm.source, tamm.licence) == ("Destatis", "dl-de/by-2-0")
    assert api.content.get_state(tamm) == "published"
    assert kommune("08111000").kind == "stadtkreis"
    assert kommune("08118").title == "Landkreis Ludwigsburg"
    horb = kommune("08237040")
    assert horb.id == "horb"
    assert (horb.title, horb.former_names) == ("Horb am Neckar", ("Horb",))


def test_what_editors_entered_is_never_overwritten(admin, folder):
    folder["horb"].website = "https://horb.example.org"
    folder["horb"].advises_on = ("Beteiligung",)
    transaction.commit()
    confirm(admin, csv(HORB))
    assert kommune("08237040").website == "https://horb.example.org"
    assert kommune("08237040").advises_on == ("Beteiligung",)


def test_a_second_time_the_list_changes_nothing(admin):
    confirm(admin, csv(HORB, TAMM))
    preview(admin, csv(HORB, TAMM))
    assert "Die Liste ändert nichts am Register." in text(admin)
    with pytest.raises(LookupError):
        admin.getControl("So übernehmen")


def test_pages_of_new_ones_can_stay_private(admin):
    upload(admin, csv(TAMM))
    admin.getControl(name="quelle").value = "Destatis"
    admin.getControl(name="lizenz").value = "dl"
    admin.getControl("Seiten neuer Kommunen gleich").selected = False
    admin.getControl("Zur Vorschau").click()
    admin.getControl("So übernehmen").click()
    assert api.content.get_state(kommune("08118070")) == "private"


def test_an_import_is_on_record(admin):
    confirm(admin, csv(HORB, WRONG))
    (done,) = last_imports(5)
    assert (done.actor, done.filename) == ("registeramt", "liste.csv")
    assert len(done.digest) == 64
    assert done.counts["changed"] == 1
    assert done.counts["wrong"] == 1
    assert current_job() is None
    assert "davon umbenannt: 1" in text(admin)


def test_what_is_asked_is_checked_and_nothing_is_lost(admin):
    upload(admin, csv(TAMM))
    assert admin.getControl(name="stand").value == "2022-05-15"
    admin.getControl(name="stand").value = ""
    admin.getControl(name="lizenz").value = "dl-de"
    admin.getControl("Zur Vorschau").click()
    assert '<a href="#quelle">Bitte geben Sie an, woher' in text(admin)
    assert admin.getControl(name="lizenz").value == "dl-de"


def test_columns_of_other_names_are_chosen_on_the_page(admin):
    upload(admin, b"Nummer;Ort\n08118070;Tamm\n")
    admin.getControl(name="stand").value = "2024-12-31"
    admin.getControl(name="quelle").value = "Destatis"
    admin.getControl(name="lizenz").value = "dl"
    admin.getControl("Zur Vorschau").click()
    assert "Bitte wählen Sie die Spalten" in text(admin)
    admin.getControl(name="spalte-ags").value = ["Nummer"]
    admin.getControl(name="spalte-name").value = ["Ort"]
    admin.getControl("Zur Vorschau").click()
    admin.getControl("So übernehmen").click()
    assert kommune("08118070").title == "Tamm"


def test_a_file_is_needed(admin):
    admin.open(f"{api.portal.get().absolute_url()}/@@gemeinderegister")
    admin.getControl("Datei hochladen").click()
    assert '<a href="#datei">Bitte wählen Sie die Datei mit der Liste' in text(admin)


def test_what_is_no_list_is_refused_at_its_input(admin):
    upload(admin, b"nur Text")
    assert '<a href="#datei">Diese Datei ist keine lesbare Tabelle.' in text(admin)


def test_the_gv100ad_is_taken_over(admin):
    upload(admin, GV100.encode("cp1252"), name="GV100AD_311224.asc")
    assert admin.getControl(name="stand").value == "2024-12-31"
    admin.getControl(name="quelle").value = "Destatis"
    admin.getControl(name="lizenz").value = "dl"
    admin.getControl("Zur Vorschau").click()
    assert "nicht aufgebaut wie im GV100AD" in text(admin)
    admin.getControl("So übernehmen").click()
    assert kommune("08118070").kind == "stadt"
    assert kommune("081185007").members == ("08118070",)
    upload(admin, GV100.encode("cp1252"), name="GV100AD_311224.asc")
    admin.getControl(name="quelle").value = "Destatis"
    admin.getControl(name="lizenz").value = "dl"
    admin.getControl("Zur Vorschau").click()
    assert "Die Liste ändert nichts am Register." in text(admin)


def test_who_is_missing_stays_unless_somebody_says_what_became_of_it(admin):
    confirm(admin, csv(TAMM))
    assert kommune("08237040").valid_to is None


def test_a_merger_keeps_the_old_record_with_its_end_and_successor(admin):
    preview(admin, csv(TAMM))
    admin.getControl(name="nachfolge-08237040").value = "08118070"
    admin.getControl(name="tag-08237040").value = "2025-01-01"
    admin.getControl("So übernehmen").click()
    horb = kommune("08237040")
    assert (horb.valid_to, horb.successor) == (date(2024, 12, 31), "08118070")
    assert kommune("08118070").valid_from == date(2025, 1, 1)
    (done,) = last_imports(1)
    assert done.counts["ended"] == 1


def test_a_merger_into_nobody_is_refused_at_its_input(admin):
    preview(admin, csv(TAMM))
    admin.getControl(name="nachfolge-08237040").value = "08999999"
    admin.getControl("So übernehmen").click()
    assert '<a href="#nachfolge-08237040">Die Nachfolgerin 08999999' in text(admin)
    assert admin.getControl(name="nachfolge-08237040").value == "08999999"
    admin.getControl("weggefallen, ohne Nachfolge").selected = True
    admin.getControl("So übernehmen").click()
    assert "nicht beides" in text(admin)
    admin.getControl(name="nachfolge-08237040").value = ""
    admin.getControl("So übernehmen").click()
    assert kommune("08237040").successor is None
    assert kommune("08237040").valid_to == date(2022, 5, 14)


def test_mergers_can_come_as_a_file(admin):
    changes = b"alt,neu,datum\n08237040,08118070,2025-01-01\n1,2,3\n"
    preview(admin, csv(TAMM), changes=changes)
    assert "Endet nach der Datei der Änderungen (1)" in text(admin)
    assert "Fehler in den Änderungen (1)" in text(admin)
    admin.getControl("So übernehmen").click()
    assert kommune("08237040").successor == "08118070"
    preview(admin, csv(TAMM), changes=changes)
    assert "Die Liste ändert nichts am Register." in text(admin)


def test_what_is_confirmed_is_what_was_previewed(admin, folder):
    preview(admin, csv(HORB))
    transaction.begin()
    folder["horb"].title = "Horb (Neckar)"
    transaction.commit()
    admin.getControl("So übernehmen").click()
    assert "hat sich seit der Vorschau geändert" in text(admin)
    assert kommune("08237040").title == "Horb (Neckar)"
    admin.getControl("So übernehmen").click()
    assert kommune("08237040").title == "Horb am Neckar"


def test_an_older_list_is_told_from_the_newest(admin):
    confirm(admin, csv(HORB))
    upload(admin, csv(TAMM))
    assert admin.getControl(name="quelle").value == "Destatis"
    admin.getControl(name="stand").value = "2020-12-31"
    admin.getControl(name="lizenz").value = "dl"
    admin.getControl("Zur Vorschau").click()
    assert "älter als die zuletzt übernommene (Stand: 15. Mai 2022)" in text(admin)


def test_a_list_can_be_discarded(admin):
    preview(admin, csv(HORB)).getControl("Liste verwerfen").click()
    transaction.begin()
    assert current_job() is None
    assert kommune("08237040").title == "Horb"


def test_wrong_rows_are_a_file(admin):
    preview(admin, csv(HORB, WRONG))
    admin.getLink(url="liste=wrong").click()
    assert admin.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "3;8237040;Horb;" in admin.contents


def test_a_long_list_is_written_in_batches_that_go_on_where_they_ended(
    admin, monkeypatch
):
    monkeypatch.setattr(jobs, "AT_ONCE", 1)
    monkeypatch.setattr(jobs, "BATCH", 2)
    monkeypatch.setattr("kommunaldialog.register.preview.AT_ONCE", 1)
    confirm(admin, csv(HORB, TAMM))
    assert "0 von 4 Kommunen sind geschrieben." in text(admin)
    admin.getControl("Weiter").click()
    assert "2 von 4 Kommunen sind geschrieben." in text(admin)
    # Somebody leaves and comes back.
    admin.open(f"{api.portal.get().absolute_url()}/@@gemeinderegister")
    admin.getLink("Damit weitermachen").click()
    admin.getControl("Weiter").click()
    assert "Die Liste ist übernommen." in text(admin)
    assert kommune("08237040").title == "Horb am Neckar"


def test_a_long_list_can_be_stopped(admin, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 1)
    monkeypatch.setattr(jobs, "BATCH", 2)
    monkeypatch.setattr("kommunaldialog.register.preview.AT_ONCE", 1)
    confirm(admin, csv(HORB, TAMM)).getControl("Weiter").click()
    admin.getControl("Abbrechen").click()
    assert "Was schon übernommen war, bleibt." in text(admin)
    transaction.begin()
    assert current_job() is None


def test_only_who_manages_the_register_sees_it(functional_app, folder):
    url = f"{api.portal.get().absolute_url()}/@@gemeinderegister"
    for view in ("", "-angaben", "-vorschau", "-liste", "-lauf"):
        answer = Client(functional_app, "webredaktion").get(f"{url}{view}")
        assert "require_login" in answer.url or answer.status == 401


def test_without_a_token_nothing_happens(functional_app, admin):
    preview(admin, csv(TAMM))
    url = f"{api.portal.get().absolute_url()}/@@gemeinderegister-vorschau"
    Client(functional_app, "registeramt").ask("POST", url, b"step=discard")
    transaction.begin()
    assert current_job() is not None
