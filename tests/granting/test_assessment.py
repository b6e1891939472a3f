"""Examine by checklist and cuts, on the page; declare to be free of bias there."""

from decimal import Decimal
from kommunaldialog.usecases.step import state_of
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import make_assessed
from tests.samples import make_submitted
from tests.samples_office import make_entered
from tests.samples_office import make_in_review
import pytest
import transaction


COMPLETE = "Ist der Antrag vollständig?"


def undeclared(office, application):
    application.bias_declarations.clear()
    transaction.commit()
    return application


@pytest.fixture
def application(office):
    office.funding.checklist = (COMPLETE,)
    return office.make(make_in_review)


@pytest.fixture
def form(office, application):
    return office.opened("sachbearbeitung", application, "pruefen")


def fill(form, **values):
    for name, value in values.items():
        form.getControl(name=name.replace("_", "-")).value = value


def save(form):
    form.getControl("Entwurf speichern und berechnen").click()
    transaction.begin()


def present(form):
    form.getControl("Zur Entscheidung vorlegen").click()
    transaction.begin()


def highest(form):
    return main(form).split("niedrigste dieser Grenzen ")[1].split(" €")[0]


def test_a_cut_is_calculated_before_anything_is_presented(form, application):
    assert highest(form) == "3.000,00"
    fill(form, cut_1_eligible="400", cut_1_reason="Nur der große Saal.")
    save(form)
    assert "Entwurf des Prüfvermerks ist gespeichert" in status_message(form)
    assert highest(form) == "2.900,00"
    assert form.getControl(name="cut-1-eligible").value == "400,00"
    assert state_of(application) == "in_review"


def test_a_text_that_is_too_long_is_counted_and_kept(form, application):
    text = "Lang. " * 3_400
    fill(form, text=text)
    save(form)
    assert "20399 Zeichen, höchstens 20000" in message_at(form, "text")
    assert form.getControl(name="text").value.strip() == text.strip()
    assert application.assessment_draft is None


def test_case_and_decision_show_checklist_cuts_and_calculation(
    office, form, application
):
    fill(
        form,
        cut_1_eligible="400",
        cut_1_reason="Nur der große Saal.",
        check_0=["yes"],
        check_0_note="Alles da.",
        text="Förderfähig.",
        recommended="2.900",
    )
    present(form)
    for page in (form, office.opened("entscheidung", application, "entscheiden")):
        text = main(page)
        assert f"{COMPLETE} Ja Alles da." in text
        assert "2. Stadthalle 1.000,00 € 400,00 € Nur der große Saal." in text
        assert "2.900,00" in highest(page)


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"cut_1_eligible": "12.5"}, "cut-1-eligible", "Meinten Sie 12,50?"),
        (
            {"cut_1_eligible": "1.000", "cut_1_reason": "Zu teuer."},
            "cut-1-eligible",
            "unter den beantragten",
        ),
        ({"cut_1_reason": "Zu teuer."}, "cut-1-eligible", "Betrag Sie anerkennen"),
        ({"cut_1_eligible": "1"}, "cut-1-reason", "begründen Sie die Kürzung"),
        ({"check_0": ["no"]}, "check-0-note", "verneinen"),
    ],
)
def test_what_is_wrong_is_said_where_it_is_and_kept(
    form, application, values, field, said
):
    all_right = {"check_0": ["yes"], "text": "Gut.", "recommended": "1"}
    fill(form, **{**all_right, **values})
    present(form)
    assert linked_errors(form) == [field]
    assert said in message_at(form, field)
    for name, value in values.items():
        assert form.getControl(name=name.replace("_", "-")).value == value
    assert application.assessment is None


def test_all_that_is_missing_is_said_in_the_order_of_the_page(form):
    fill(form, cut_0_eligible="12.5", recommended="1.2.3")
    present(form)
    assert linked_errors(form) == [
        "check-0-yes",
        "cut-0-eligible",
        "text",
        "recommended",
    ]


def test_a_list_that_changed_under_the_form_keeps_the_answers(office, form):
    fill(form, check_0=["yes"], check_0_note="Alles da.", text="Gut.", recommended="1")
    office.funding.checklist = ("Neu?", COMPLETE)
    transaction.commit()
    present(form)
    assert "Prüfliste des Förderprogramms ist inzwischen" in main(form)
    assert form.getControl(name="check-1").value == ["yes"]
    assert form.getControl(name="check-1-note").value == "Alles da."
    fill(form, check_0=["not_applicable"])
    present(form)
    assert "zur Entscheidung vorgelegt" in status_message(form)


def test_a_colleagues_draft_is_shown_beside_ones_own(office, form, application):
    other = office.opened("beides", application, "pruefen")
    fill(form, text="Von Sabine.")
    save(form)
    fill(other, text="Von Bea.")
    save(other)
    assert other.getControl(name="text").value == "Von Bea."
    assert "Inzwischen gespeicherte Fassung Von Sabine." in main(other)
    save(other)
    assert "gespeichert" in status_message(other)
    assert application.assessment_draft.text == "Von Bea."


def test_paper_without_expenditure_has_nothing_to_cut(office):
    form = office.opened("sachbearbeitung", office.make(make_entered), "pruefen")
    form.getControl("In Prüfung nehmen").click()
    assert "Kürzungen" not in main(form)
    fill(form, text="Gut.", recommended="1.500")
    present(form)
    assert "zur Entscheidung vorgelegt" in status_message(form)


def test_taking_up_asks_for_the_declaration(office):
    application = undeclared(office, office.make(make_submitted))
    form = office.opened("sachbearbeitung", application, "vorgang")
    form.getLink("In Prüfung nehmen").click()
    form.getControl("In Prüfung nehmen").click()
    assert "nicht befangen sind" in message_at(form, "unbiased")
    form.getControl(name="unbiased").value = True
    form.getControl("In Prüfung nehmen").click()
    transaction.begin()
    assert form.getControl(name="text").value == ""
    assert application.bias_declarations["sachbearbeitung"].free


def test_deciding_asks_for_the_declaration_once(office):
    application = undeclared(office, office.make(make_assessed))
    form = office.opened("entscheidung", application, "entscheiden")
    fill(form, amount="2.500", reason="Gekürzt.")
    form.getControl("Weiter zur Bestätigung").click()
    assert linked_errors(form) == ["unbiased"]
    form.getControl(name="unbiased").value = True
    form.getControl("Weiter zur Bestätigung").click()
    form.getControl("Verbindlich bewilligen").click()
    transaction.begin()
    assert application.pending_decision.amount == Decimal("2500.00")


def test_who_may_be_biased_is_told_that_another_person_goes_on(office, application):
    page = office.opened("sachbearbeitung", application, "befangenheit")
    fill(page, note="Meine Schwester leitet das.")
    page.getControl("Befangenheit anzeigen").click()
    text = main(page)
    assert "Möglicherweise befangen Sabine Sachbearbeitung" in text
    assert "Meine Schwester leitet das." in text
    form = office.opened("sachbearbeitung", application, "pruefen")
    fill(form, check_0=["yes"], text="Gut.", recommended="1")
    present(form)
    assert "Eine andere Person muss ihn bearbeiten" in main(form)
    assert state_of(application) == "in_review"
