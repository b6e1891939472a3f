"""The workshop of an application form, as web editors and strangers meet it."""

from bs4 import BeautifulSoup
from kommunaldialog.forms.versions import versions
from tests.forms.conftest import ADMIN
from tests.forms.conftest import EDITOR
from tests.forms.conftest import SAVER
from tests.forms.conftest import script
from tests.forms.conftest import site  # noqa: F401
from tests.forms.models import field
from tests.forms.models import model
from tests.samples import make_programme
from zope.annotation.interfaces import IAnnotations
import pytest
import transaction


@pytest.fixture
def workshop(site):  # noqa: F811
    programme = make_programme(site.portal)
    transaction.commit()
    site.programme = programme
    site.path = f"{programme.getId()}/antragsformular"
    return site


def page(answer):
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.text, "html.parser").find(class_="kd")


def publish(workshop, user=EDITOR):
    return workshop.post(
        f"{workshop.path}/@@formular-veroeffentlichen", {}, user, workshop.path
    )


def write(workshop, xml):
    workshop.programme["antragsformular"].fields_model = xml
    transaction.commit()


def test_a_new_programme_has_a_form_that_can_be_published_at_once(workshop):
    found = page(workshop.get(workshop.path, EDITOR))
    assert "noch nicht veröffentlicht" in found.get_text()
    assert found.find("button").get_text() == "Formular veröffentlichen"
    answer = publish(workshop)
    assert answer.status_code == 302
    workshop.sync()
    version = versions(workshop.programme).newest
    assert (version.number, version.user) == (1, EDITOR[0])
    found = page(workshop.get(workshop.path, EDITOR))
    assert found.find("button") is None
    assert found.table.find("td").get_text() == "1"


def test_the_preview_shows_the_questions_and_takes_no_input(workshop):
    found = page(workshop.get(workshop.path, EDITOR))
    sections = found.find_all("fieldset", class_="kd-section")
    assert len(sections) == 4
    assert all(section.has_attr("disabled") for section in sections)


def test_what_has_to_be_mended_is_listed_with_links(workshop):
    write(workshop, model(field("betrag", "zope.schema.Float")))
    found = page(workshop.get(workshop.path, EDITOR))
    assert "Dezimalzahl" in found.get_text()
    found = page(publish(workshop))
    errors = found.find(role="alert")
    assert errors.a["href"].endswith("/antragsformular/fields/betrag")
    workshop.sync()
    assert len(versions(workshop.programme)) == 0


def test_publishing_needs_a_token(workshop):
    workshop.post(f"{workshop.path}/@@formular-veroeffentlichen", {}, EDITOR)
    workshop.sync()
    assert len(versions(workshop.programme)) == 0


def test_publishing_by_a_link_does_nothing(workshop):
    workshop.get(f"{workshop.path}/@@formular-veroeffentlichen", EDITOR)
    workshop.sync()
    assert len(versions(workshop.programme)) == 0


def test_strangers_do_not_see_the_workshop(workshop):
    for page in ("", "/view", "/fields", "/fields/@@modeleditor", "/@@edit"):
        answer = workshop.get(workshop.path + page, allow_redirects=False)
        assert answer.status_code in (302, 401, 403, 404), page


EDITOR_PAGES = [
    "fields",
    "fields/@@add-field",
    "fields/@@modeleditor",
    "fields/themen",
    "fields/konzept",
    "fields/extern_begleitet",
]


def test_the_stock_field_editor_works(workshop):
    for page in EDITOR_PAGES:
        answer = workshop.get(f"{workshop.path}/{page}", EDITOR)
        assert answer.status_code == 200, page


def test_the_field_editor_says_in_german_what_it_is_for(workshop):
    text = workshop.get(f"{workshop.path}/fields", EDITOR).text
    found = BeautifulSoup(text, "html.parser")
    assert found.title.get_text().startswith("Fragen bearbeiten")
    assert found.h1.get_text() == "Fragen bearbeiten"


def test_the_field_editor_leads_back_and_saves_no_default_answers(workshop):
    text = workshop.get(f"{workshop.path}/fields", EDITOR).text
    buttons = BeautifulSoup(text, "html.parser").find(id="form").find_all("button")
    assert [button["name"].split(".")[-1] for button in buttons] == [
        "modeleditor",
        "back",
    ]
    answer = workshop.post(
        f"{workshop.path}/fields/@@listing",
        {"form.buttons.back": "1", "form.widgets.ziel": "Vorgabe"},
        EDITOR,
        f"{workshop.path}/fields",
    )
    assert answer.headers["Location"].endswith("/antragsformular")
    workshop.sync()
    assert "Vorgabe" not in workshop.programme["antragsformular"].fields_model


def test_the_field_editor_offers_what_can_be_published(workshop):
    text = workshop.get(f"{workshop.path}/fields/@@add-field", EDITOR).text
    options = BeautifulSoup(text, "html.parser").find(id="form-widgets-factory")
    titles = [option.get_text(strip=True) for option in options.find_all("option")]
    assert "Betrag (Dezimalzahl)" in titles
    assert len([title for title in titles if title]) == 13


def test_an_editor_changes_a_question_and_publishes_version_two(workshop):
    publish(workshop)
    path = f"{workshop.path}/fields/beschluss"
    text = workshop.get(path, EDITOR).text
    form = BeautifulSoup(text, "html.parser").find("form", id="edit-field-form")
    data = {
        element["name"]: element.get("value", "")
        for element in form.find_all("input")
        if element.get("type") in ("hidden", "text")
    }
    data |= {
        "form.widgets.IFieldTitle.title": "Gemeinderatsbeschluss",
        "form.widgets.title": "Gemeinderatsbeschluss",
        "form.widgets.IQuestionSettings.validators:list": "Datei-PDF-25MB",
        "form.widgets.IQuestionSettings.depends_on": "extern_begleitet",
        "form.buttons.save": "Speichern",
    }
    answer = workshop.post(path, data, EDITOR, path)
    assert answer.status_code in (200, 302)
    assert publish(workshop).status_code == 302
    workshop.sync()
    version = versions(workshop.programme).get(2)
    assert "Gemeinderatsbeschluss" in version.xml
    assert 'easyform:validators="Datei-PDF-25MB"' in version.xml
    assert 'easyform:depends_on="extern_begleitet"' in version.xml
    assert "Gemeinderatsbeschluss" not in versions(workshop.programme).get(1).xml


SHUT = [
    "embedded",
    "z3cform_validate_field",
    "get_save_data_adapters",
    "saveddata",
    "actions",
    "actions/@@modeleditor",
    "actions/@@listing",
    "actions/saver/@@data",
    "export-easyform",
    "import-easyform",
]


@pytest.mark.parametrize("user", [EDITOR, ADMIN])
def test_what_would_receive_or_list_submissions_is_not_there(workshop, user):
    workshop.programme["antragsformular"].actions_model = model(SAVER)
    transaction.commit()
    for name in SHUT:
        path = f"{workshop.path}/{name}"
        for answer in (
            workshop.get(path, user, allow_redirects=False),
            workshop.post(path, {}, user),
        ):
            assert answer.status_code in (401, 404), (name, answer.status_code)


@pytest.mark.parametrize("name", ["", "/view", "/embedded"])
def test_what_is_sent_to_the_workshop_is_neither_kept_nor_thanked_for(workshop, name):
    """D1, D2, D4: even where its model was given actions and a thank-you page."""
    form = workshop.programme["antragsformular"]
    form.fields_model = model(
        field("name"), field("f", "plone.namedfile.field.NamedBlobFile")
    )
    form.actions_model = script("easyform.setTitle('Gekapert')")
    transaction.commit()
    markup = "<script>alert(1)</script>"
    for data in (
        {"form.widgets.name": markup},
        {"form.widgets.name": "", "form.buttons.submit": "1"},
        {"form.widgets.name": markup, "form.buttons.submit": "1"},
    ):
        answer = workshop.post(
            workshop.path + name,
            data,
            ADMIN,
            files={"form.widgets.f": ("x.pdf", b"%PDF-" + b"x" * 5000)},
        )
        assert markup not in answer.text
    workshop.sync()
    assert form.title != "Gekapert"
    assert not hasattr(form, "_inputStorage")
    assert not IAnnotations(workshop.portal).get("file_upload_map")


def test_rest_reads_the_workshop_for_its_editors_without_submissions(workshop):
    answer = workshop.rest("GET", workshop.path, None, EDITOR)
    assert answer.status_code == 200
    assert "savedDataStorage" not in answer.json()


def test_rest_does_not_read_it_for_strangers(workshop):
    assert workshop.rest("GET", workshop.path, None, None).status_code in (401, 404)


def test_nobody_adds_a_second_form(workshop):
    body = {"@type": "Antragsformular", "title": "x"}
    answer = workshop.rest("POST", workshop.programme.getId(), body, EDITOR)
    assert answer.status_code in (400, 401, 403)


def test_the_proof_of_use_is_published_in_a_workshop_of_its_own(workshop):
    path = workshop.path.replace("antragsformular", "verwendungsnachweis")
    found = page(workshop.get(path, EDITOR))
    assert "die Fragen des Verwendungsnachweises" in found.get_text()
    assert "Was ist dabei herausgekommen?" in found.get_text()
    view = f"{path}/@@formular-veroeffentlichen"
    assert workshop.post(view, {}, EDITOR, path).status_code == 302
    workshop.sync()
    assert len(versions(workshop.programme, "verwendungsnachweis")) == 1
    assert len(versions(workshop.programme)) == 0
