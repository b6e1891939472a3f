"""What a clarification can reopen, and what comes with it."""

from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms import versions
from kommunaldialog.usecases.answer import answer
from kommunaldialog.usecases.answer import save_answer
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.reopened import can_reopen
from kommunaldialog.usecases.reopened import reopened
from kommunaldialog.usecases.review import take_up
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import FORM
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PDF
from tests.samples_clarification import in_days
from tests.usecases import codes
import pytest


BESCHLUSS = "Beschluss des Gemeinderats"
PLACE = """
      <field name="ort" type="zope.schema.Text" easyform:depends_on="anlass=draussen">
        <title>An welchem Ort?</title>
      </field>
      <field name="dach" type="zope.schema.Text" easyform:depends_on="ort">
        <title>Gibt es ein Dach?</title>
        <required>False</required>
      </field>
      <field name="saal" type="zope.schema.Text" easyform:depends_on="anlass!=draussen">
        <title>Welcher Saal?</title>
        <required>False</required>
      </field>
    </fieldset>"""


@pytest.fixture
def in_review(funding):
    versions.publish(funding, FORM.replace("</fieldset>", PLACE), "webredaktion", now())
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
    return application


def ask_for(application, *reopen):
    with acting("sachbearbeitung"):
        ask(application, now(), text="Wo?", due=in_days(7), reopen=reopen)


def test_only_what_applies_can_be_reopened(funding, in_review):
    funding["saeule-1"].documents = (BESCHLUSS,)
    names = [c.name for part in can_reopen(in_review) for c in part.choices]
    assert names == [
        "core.title",
        "core.measure_start",
        "core.measure_end",
        "core.participants",
        "answers.anlass",
        "answers.konzept",
        "answers.saal",
        "plan",
        f"documents.{BESCHLUSS}",
    ]


def test_with_a_question_those_that_it_may_bring_up_are_reopened(in_review):
    ask_for(in_review, "answers.anlass")
    assert reopened(in_review) == {"answers.anlass", "answers.ort", "answers.dach"}


def test_a_question_that_the_answer_brings_up_has_to_be_answered(in_review):
    ask_for(in_review, "answers.anlass")
    with acting("antragstellung"):
        save_answer(in_review, now(), {"answers": {"anlass": "draussen"}})
        with pytest.raises(Refused) as caught:
            answer(in_review, now())
        assert codes(caught) == ["answer_wrong"]
        answer(in_review, now(), {"answers": {"ort": "Markt"}})
    texts = {line.name: line.text for line in in_review.submission().lines}
    assert (texts["anlass"], texts["ort"]) == ("draussen", "Markt")
    assert "saal" in {line.name for line in in_review.submissions[0].lines}
    assert "saal" not in texts


def test_a_document_that_is_asked_for_has_to_be_there(funding, in_review):
    funding["saeule-1"].documents = (BESCHLUSS, "Lageplan")
    ask_for(in_review, f"documents.{BESCHLUSS}")
    with acting("antragstellung"):
        with pytest.raises(Refused) as caught:
            answer(in_review, now(), text="Er liegt bei.")
        assert codes(caught) == ["document_missing"]
        file = NamedBlobFile(PDF, "application/pdf", "beschluss.pdf")
        answer(in_review, now(), {"documents": {BESCHLUSS: file}})
    assert in_review.documents[BESCHLUSS].filename == "beschluss.pdf"


def test_in_words_alone_nothing_is_reopened(in_review):
    ask_for(in_review)
    assert reopened(in_review) == frozenset()
