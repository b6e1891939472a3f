"""The draft of a proof of use: kept as it grows, and what it still lacks."""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.domain.comparison import check_explanations
from kommunaldialog.domain.comparison import compare
from kommunaldialog.domain.comparison import ComparedLine
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.proof import aligned
from kommunaldialog.domain.proof import check_figures
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.forms import answers as forms_answers
from kommunaldialog.forms.versions import parsed_proof_form
from kommunaldialog.forms.versions import versions
from kommunaldialog.history.record import record
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.lines import DOCUMENTS
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.reasons import LONGEST_REASON
from kommunaldialog.usecases.step import authorize
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.interfaces import INamedBlobFile
from zope.i18n import translate


def save_proof(
    application: Foerderantrag,
    moment: datetime,
    *,
    answers: Mapping[str, object] | None = None,
    plan: CostPlan | None = None,
    explanations: tuple[str, ...] = (),
    documents: Mapping[str, object] | None = None,
    revision: int | None = None,
) -> None:
    """Keeps what is given of a proof that was not submitted yet.

    ``answers`` are those to the programme's questions (None empties one), ``plan`` the
    figures in fact with their ``explanations`` by row, ``documents`` files by title
    (None removes one). ``revision`` is what the writer had before them. Raises
    Unauthorized for who may not, Refused where somebody else saved since and for an
    explanation that is too long, KeyError for a name that is not asked for.
    """
    authorize(application, "save_proof")
    answers, documents = all_printable(dict(answers or {})), dict(documents or {})
    explanations = all_printable(explanations)
    check_names(application, answers, documents)
    refuse(
        (*check_read(application, revision), *check_lengths(explanations)),
    )
    application.proof_version = version_of_proof(application)
    application.proof_answers.update(answers)
    if plan is not None:
        application.proof_plan = all_printable(plan)
        application.proof_explanations = explanations
    for title, file in documents.items():
        if file is None:
            application.proof_documents.pop(title, None)
        else:
            application.proof_documents[title] = file
    application.proof_revision += 1
    record(application, "proof_saved", current_user_id(), moment)
    changed(application)


def version_of_proof(application: Foerderantrag) -> int:
    """The number of the form of its proof; 0 where the programme has none."""
    newest = versions(application.programme(), PROOF_FORM_ID).newest
    return application.proof_version or (newest.number if newest else 0)


def check_names(
    application: Foerderantrag,
    answers: Mapping[str, object],
    documents: Mapping[str, object],
) -> None:
    """Raises KeyError for an answer or a document that is not asked for."""
    form = parsed_proof_form(application)
    questions = {} if form is None else form.questions
    asked = {name for name, question in questions.items() if question.asks}
    kept = {*application.proof_documents, *documents_of_proof(application)}
    for name in {*answers} - asked | {*documents} - kept:
        raise KeyError(name)


def check_lengths(explanations: tuple[str, ...]) -> Iterator[Refusal]:
    """Refuses explanations that are too long."""
    for row, text in enumerate(explanations):
        if len(text) > LONGEST_REASON:
            params = {"limit": LONGEST_REASON}
            yield Refusal("core_too_long", f"expenditure-{row}-explanation", params)


def check_read(application: Foerderantrag, revision: int | None) -> tuple[Refusal, ...]:
    """Refuses who had not the last state before them; None asks nothing."""
    if revision is None or revision == application.proof_revision:
        return ()
    return (Refusal("proof_changed_meanwhile"),)


def figures(application: Foerderantrag) -> tuple[CostPlan, tuple[str, ...]]:
    """The figures in fact, beginning with the approved rows, and what explains them."""
    plan = application.proof_plan or CostPlan(net=application.submission().plan.net)
    return aligned(
        approved_plan(application), plan, tuple(application.proof_explanations)
    )


def tolerance(application: Foerderantrag) -> Decimal | None:
    """By how many percent a row may grow when others shrink."""
    return application.programme().plan_tolerance


def comparison(application: Foerderantrag) -> tuple[ComparedLine, ...]:
    """The figures of the draft beside those that were approved."""
    plan, _explanations = figures(application)
    return compare(approved_plan(application), plan, tolerance(application))


def documents_of_proof(application: Foerderantrag) -> tuple[str, ...]:
    """Titles of the documents that the programme asks for with the proof."""
    return tuple(application.programme().proof_documents or ())


def missing_of_proof(application: Foerderantrag) -> tuple[Refusal, ...]:
    """All that is missing or wrong in the draft, in the order of the page."""
    plan, explanations = figures(application)
    wrong = check_figures(approved_plan(application), plan)
    return (
        *_wrong_answers(application),
        *wrong,
        # With a figure missing, what is beyond the tolerance would be a guess.
        *(() if wrong else check_explanations(comparison(application), explanations)),
        *(
            Refusal("document_missing", slot(title), {"document": title})
            for title in documents_of_proof(application)
            if application.proof_documents.get(title) is None
        ),
    )


def _wrong_answers(application: Foerderantrag) -> Iterator[Refusal]:
    form = parsed_proof_form(application)
    if form is None:
        return
    found = forms_answers.validate(form, application.proof_answers)
    for name, message in found.items():
        question = form.questions[name]
        params = {"question": question.label, "problem": message}
        yield Refusal("answer_wrong", question.id, params)


def proof_lines(
    application: Foerderantrag, *, sealed: bool = False
) -> tuple[AnswerLine, ...]:
    """Answers and documents, line by line; ``sealed`` reads files for checksums."""
    form = parsed_proof_form(application)
    given = application.proof_answers
    answered = () if form is None else forms_answers.lines(form, given, sealed=sealed)
    return (*answered, *_document_lines(application, sealed))


def _document_lines(application: Foerderantrag, sealed: bool) -> Iterator[AnswerLine]:
    language = api.portal.get_default_language()
    section = translate(DOCUMENTS, target_language=language)
    for title in documents_of_proof(application):
        file = application.proof_documents.get(title)
        found = () if file is None else (forms_answers.file_info(file, sealed=sealed),)
        yield AnswerLine(slot(title), section, title, "", found)


def proof_file(application: Foerderantrag, name: str) -> NamedBlobFile | None:
    """The file of a line of the proof: an answer's or a document's."""
    given = application.proof_documents
    documents = {slot(title): file for title, file in given.items()}
    file = documents.get(name) or application.proof_answers.get(name)
    return file if INamedBlobFile.providedBy(file) else None
