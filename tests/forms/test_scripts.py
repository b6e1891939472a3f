"""No EasyForm of the site runs a script whose writer might not write it (D3)."""

from collective.easyform.api import get_actions
from kommunaldialog.forms import scripts
from plone import api
from tests.forms.conftest import ADMIN
from tests.forms.conftest import EDITOR
from tests.forms.conftest import SAVER
from tests.forms.conftest import SCRIPT
from tests.forms.conftest import script
from tests.forms.conftest import TAKE_OVER
from tests.forms.models import model
import pytest
import transaction


EDITORS_PAGE = "formular/actions/@@modeleditor"


def write_xml(site, source, user):
    return site.post(
        EDITORS_PAGE, {"source": source, "form.button.save": "1"}, user, EDITORS_PAGE
    )


def is_stored(site):
    site.sync()
    return "CustomScript" in site.portal.formular.actions_model


def test_an_editor_can_not_store_a_script_with_the_xml_editor(site):
    site.form()
    answer = write_xml(site, script(), EDITOR)
    assert answer.status_code in (302, 401, 403)
    assert "confirm-action" not in answer.headers.get("location", "")
    assert not is_stored(site)


def test_an_editor_can_still_change_other_actions_with_the_xml_editor(site):
    site.form()
    answer = write_xml(site, model(SAVER.replace("Speichern", "Ablegen")), EDITOR)
    assert answer.status_code == 200
    site.sync()
    assert "Ablegen" in site.portal.formular.actions_model


def test_the_xml_editor_says_what_is_wrong_with_the_xml_as_before(site):
    site.form()
    answer = write_xml(site, "<model", EDITOR)
    assert answer.status_code == 200
    assert "XMLSyntaxError" in answer.text


def test_an_editor_can_not_store_a_script_with_rest(site):
    site.form()
    answer = site.rest("PATCH", "formular", {"actions_model": script()}, EDITOR)
    assert answer.status_code in (401, 403)
    assert not is_stored(site)


def test_an_editor_can_not_create_a_form_with_a_script_with_rest(site):
    body = {"@type": "EasyForm", "id": "neu", "title": "x", "actions_model": script()}
    answer = site.rest("POST", "", body, EDITOR)
    assert answer.status_code in (401, 403)
    site.sync()
    assert "neu" not in site.portal


def test_an_editor_can_not_add_a_script_with_the_pages_for_actions(site):
    site.form()
    site.post(
        "formular/actions/@@add-action",
        {
            "form.widgets.title": "Skript",
            "form.widgets.__name__": "skript",
            "form.widgets.factory:list": "Custom Script",
            "form.buttons.add": "1",
        },
        EDITOR,
        "formular/actions/@@add-action",
    )
    site.sync()
    assert "CustomScript" not in site.portal.formular.actions_model


def test_an_editor_can_not_smuggle_a_script_past_the_event_of_the_pages(site):
    form = site.form()
    form.actions_model = script()
    transaction.commit()
    answer = site.post(
        "formular/actions/skript/@@order",
        {"pos": "0", "fieldset_index": "0"},
        EDITOR,
        EDITORS_PAGE,
    )
    assert answer.status_code in (302, 401, 403)
    assert scripts.approved(form) == frozenset()


def test_a_script_that_got_in_another_way_does_not_run_and_nothing_is_kept(site):
    form = site.form()
    form.actions_model = model(SAVER, SCRIPT.format(body=TAKE_OVER))
    transaction.commit()
    answer = site.submit(form)
    assert answer.status_code == 200
    assert "nicht freigegeben" in answer.text
    assert not site.taken_over()
    assert site.saved(form) == 0


def test_the_embedded_form_does_not_run_it_either(site):
    form = site.form()
    form.actions_model = script()
    transaction.commit()
    site.submit("formular/@@embedded")
    assert not site.taken_over()


@pytest.mark.parametrize("way", ["xml", "rest"])
def test_a_script_of_a_manager_runs(site, way):
    site.form()
    if way == "xml":
        assert write_xml(site, script(), ADMIN).status_code == 200
    else:
        body = {"actions_model": script()}
        assert site.rest("PATCH", "formular", body, ADMIN).status_code == 204
    site.submit("formular")
    assert site.taken_over()


def test_an_editor_may_change_the_rest_of_a_form_with_a_managers_script(site):
    site.form()
    write_xml(site, script(), ADMIN)
    answer = site.rest("PATCH", "formular", {"title": "Anders"}, EDITOR)
    assert answer.status_code == 204
    site.submit("formular")
    assert site.taken_over()


def test_an_editor_can_not_change_a_managers_script_or_its_role(site):
    site.form()
    write_xml(site, script("x = 1"), ADMIN)
    for changed in (script("x = 2"), script("x = 1").replace("Manager", "Owner")):
        answer = site.rest("PATCH", "formular", {"actions_model": changed}, EDITOR)
        assert answer.status_code in (401, 403)


def test_scripts_that_exist_are_approved_when_the_product_is_installed(site):
    form = site.form()
    form.actions_model = script()
    scripts.approve_existing(site.portal)
    transaction.commit()
    site.submit(form)
    assert site.taken_over()


def test_uninstalling_forgets_what_was_approved(site):
    form = site.form()
    scripts.approve(form, scripts.fingerprints(get_actions(form)) | {"x"})
    scripts.forget_approvals(site.portal)
    assert scripts.approved(form) == frozenset()


def test_a_migration_without_a_request_stores_but_does_not_approve(site, monkeypatch):
    monkeypatch.setattr(scripts, "getRequest", lambda: None)
    with api.env.adopt_roles(["Contributor"]):
        assert scripts.installed()
        form = api.content.create(
            site.portal, "EasyForm", id="migriert", actions_model=script()
        )
    assert scripts.approved(form) == frozenset()
