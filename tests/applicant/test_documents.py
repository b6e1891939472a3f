"""The documents that a pillar asks for, one place for each."""

from bs4 import BeautifulSoup
from io import BytesIO
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.save import save
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
from zipfile import ZipFile
from ZODB.serialize import referencesf
import pytest
import transaction


DECISION = "Beschluss des Gemeinderats"
PROMISE = "Finanzierungszusage"


@pytest.fixture
def draft(call):
    """A draft in a pillar that asks for two documents."""
    call["saeule-1"].documents = (DECISION, PROMISE)
    application = make_draft(call)
    transaction.commit()
    return application


@pytest.fixture
def form(anna, draft):
    """The browser on the section with the documents."""
    anna.open(f"{draft.absolute_url()}/@@bearbeiten/unterlagen")
    return anna


def attach(form, title, data=PDF, filename="datei.pdf"):
    control = form.getControl(name=slot(title))
    control.add_file(BytesIO(data), "application/pdf", filename)
    form.getControl(name="save", index=0).click()


def zipped(*names):
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name in names:
            package.writestr(name, "content")
    return file.getvalue()


def kept(draft):
    transaction.begin()
    return {title: file.filename for title, file in draft.documents.items()}


def soup(form):
    return BeautifulSoup(form.contents, "html.parser")


def still_missing(form):
    return [item.get_text(strip=True) for item in soup(form).select(".kd-missing li")]


def errors(form):
    return {
        link["href"]: link.get_text(strip=True)
        for link in soup(form).select(".kd-errors a")
    }


def reachable(draft):
    """Ids of all that the draft and what lies in it refer to."""
    connection, found, todo = draft._p_jar, set(), [draft._p_oid]
    while todo:
        oid = todo.pop()
        if oid not in found:
            found.add(oid)
            todo += referencesf(connection._storage.load(oid)[0])
    return found


def test_an_office_document_is_kept_and_another_zip_under_its_name_is_not(form, draft):
    attach(form, DECISION, zipped("setup.exe"), "Beschluss.docx")
    assert "ist keine lesbare DOCX-Datei" in form.contents
    assert kept(draft) == {}
    document = zipped("[Content_Types].xml", "word/document.xml")
    attach(form, DECISION, document, "Beschluss.docx")
    assert kept(draft) == {DECISION: "Beschluss.docx"}
    assert draft.documents[DECISION].data == document


def test_each_document_has_its_place_and_what_is_missing_is_listed(form, draft):
    assert still_missing(form) == [DECISION, PROMISE]
    attach(form, DECISION, filename="beschluss.pdf")
    assert still_missing(form) == [PROMISE]
    assert kept(draft) == {DECISION: "beschluss.pdf"}
    attach(form, PROMISE, filename="zusage.pdf")
    assert "Alle Unterlagen sind beigefügt." in form.contents


def test_a_document_can_be_looked_at_again(form, browser_of):
    attach(form, DECISION, filename="beschluß.pdf")
    link = form.getLink("beschluß.pdf (PDF, 1 KB)")
    address = link.url
    link.click()
    assert form._response.body == PDF
    stranger = browser_of("fremde")
    stranger.open(address)
    assert PDF not in stranger._response.body


@pytest.mark.parametrize(
    ("data", "filename", "said"),
    [
        (b"MZ\x90", "beschluss.pdf", "keine lesbare PDF-Datei"),
        (PDF, "beschluss.exe", "kein Format"),
        (b"", "beschluss.pdf", "ist leer"),
        (PDF + b"x" * 10 * 1024 * 1024, "beschluss.pdf", "zu groß"),
    ],
)
def test_a_wrong_file_is_refused_at_its_place_and_others_are_kept(
    form, draft, data, filename, said
):
    other = form.getControl(name=slot(PROMISE))
    other.add_file(BytesIO(PDF), "application/pdf", "zusage.pdf")
    attach(form, DECISION, data, filename)
    (found,) = errors(form).items()
    assert found[0] == f"#{slot(DECISION)}"
    assert said in found[1]
    assert DECISION in found[1]
    assert kept(draft) == {PROMISE: "zusage.pdf"}


def test_a_removed_document_is_missing_again(form, draft):
    attach(form, DECISION)
    form.getControl("Diese Datei entfernen").selected = True
    form.getControl(name="save", index=0).click()
    assert kept(draft) == {}
    assert still_missing(form) == [DECISION, PROMISE]


@pytest.mark.parametrize("act", ["replace", "remove"])
def test_nothing_refers_any_more_to_a_file_that_was_replaced_or_removed(draft, act):
    def keep(file):
        with acting("antragstellung"):
            save(draft, now(), documents={DECISION: file})
        transaction.commit()

    def file(text):
        return NamedBlobFile(PDF + text, "application/pdf", "beschluss.pdf")

    keep(file(b"old"))
    old = draft.documents[DECISION]
    oids = {old._p_oid, old._blob._p_oid}
    assert oids <= reachable(draft)
    keep(file(b"new") if act == "replace" else None)
    assert not oids & reachable(draft)


def test_the_same_file_sent_again_is_no_change(draft):
    with acting("antragstellung"):
        for changed in ((DECISION,), ()):
            file = NamedBlobFile(PDF, "application/pdf", "beschluss.pdf")
            assert save(draft, now(), documents={DECISION: file}) == changed


def test_a_file_for_what_nobody_asks_is_no_document(draft):
    file = NamedBlobFile(PDF, "application/pdf", "x.pdf")
    with acting("antragstellung"), pytest.raises(KeyError):
        save(draft, now(), documents={"Anderes": file})


def test_what_another_pillar_asked_for_is_shown_until_it_is_removed(form, draft, call):
    attach(form, DECISION, filename="beschluss.pdf")
    call["saeule-1"].documents = (PROMISE,)
    transaction.commit()
    form.open(form.url)
    assert "wird diese Unterlage nicht verlangt" in form.contents
    assert still_missing(form) == [PROMISE]
    form.getControl("Diese Datei entfernen").selected = True
    form.getControl(name="save", index=0).click()
    assert kept(draft) == {}


def test_before_a_pillar_is_chosen_the_page_says_so(form, draft):
    with acting("antragstellung"):
        save(draft, now(), core={"pillar": ""})
    transaction.commit()
    form.open(form.url)
    assert form.getLink("Säule aus").url.endswith("/@@bearbeiten/massnahme")


def test_submitting_is_refused_while_a_document_is_missing(anna, draft):
    anna.open(f"{draft.absolute_url()}/@@einreichen")
    found = errors(anna)
    place = f"{draft.absolute_url()}/@@bearbeiten/unterlagen?pruefen=1"
    assert {f"{place}#{slot(DECISION)}", f"{place}#{slot(PROMISE)}"} <= set(found)
