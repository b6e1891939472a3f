"""The holes of stock easyform that made its way of receiving unfit (D1 to D5).

Each is shown open here, without the product, so that the tests which show it shut
(`test_shut`, `test_scripts`) test something. One that fails after an update of
easyform says that a hole was closed there.
"""

from plone.app.textfield.value import RichTextValue
from tests.forms.conftest import EDITOR
from tests.forms.conftest import script
from tests.forms.models import field
from tests.forms.models import model
from zope.annotation.interfaces import IAnnotations
import pytest
import transaction


def test_d1_a_post_without_the_button_thanks_and_saves_nothing(stock):
    form = stock.form(thankstitle="Vielen Dank")
    answer = stock.post("formular", {"form.widgets.name": "Name"})
    assert "Vielen Dank" in answer.text
    assert stock.saved(form) == 0
    stock.submit(form)
    assert stock.saved(form) == 1


def test_d2_a_thank_you_page_shows_input_as_markup(stock):
    thanks = RichTextValue("<p>Danke, ${name}</p>", "text/html", "text/html")
    stock.form(thanksPrologue=thanks)
    answer = stock.post("formular", {"form.widgets.name": "<script>alert(1)</script>"})
    assert "Danke, <script>alert(1)</script>" in answer.text


def test_d3_a_script_stored_by_an_editor_runs_as_manager(stock):
    stock.form()
    answer = stock.post(
        "formular/actions/@@modeleditor",
        {"source": script(), "form.button.save": "1"},
        EDITOR,
        token="formular/actions/@@modeleditor",
    )
    assert answer.status_code == 200
    stock.submit("formular")
    assert stock.taken_over()


def test_d3_the_script_needs_the_role_that_it_claims(stock):
    form = stock.form()
    form.actions_model = script().replace("Manager", "none")
    transaction.commit()
    stock.submit(form)
    assert not stock.taken_over()


def test_d3_rest_takes_a_script_from_an_editor_too(stock):
    stock.form()
    answer = stock.rest("PATCH", "formular", {"actions_model": script()}, EDITOR)
    assert answer.status_code == 204
    stock.submit("formular")
    assert stock.taken_over()


def test_d4_a_failed_upload_stays_in_the_database(stock):
    stock.form(
        fields=model(field("name"), field("f", "plone.namedfile.field.NamedBlobFile"))
    )
    before = stored_uploads(stock)
    data = {"form.buttons.submit": "1", "form.widgets.name": ""}
    stock.post(
        "formular", data, files={"form.widgets.f": ("x.pdf", b"%PDF-" + b"x" * 5000)}
    )
    stock.sync()
    assert stored_uploads(stock) == before + 1


def stored_uploads(site):
    found = IAnnotations(site.portal).get("file_upload_map")
    return len(found or ())


@pytest.fixture
def no_mail_server(stock):
    host = stock.portal.MailHost
    host.smtp_host, host.smtp_port = "127.0.0.1", 1
    host.smtp_queue = False
    stock.portal.portal_registry["plone.email_from_address"] = "portal@example.org"
    transaction.commit()
    return stock


def test_d5_a_mail_server_that_is_down_loses_the_submission(no_mail_server):
    mailer = (
        '<field name="mailer" type="collective.easyform.actions.Mailer">'
        "<title>Mail</title><recipient_email>x@example.org</recipient_email></field>"
    )
    saver = (
        '<field name="saver" type="collective.easyform.actions.SaveData">'
        "<title>Speichern</title></field>"
    )
    form = no_mail_server.form(actions=model(saver, mailer))
    assert no_mail_server.submit(form).status_code == 500
    assert no_mail_server.saved(form) == 0
