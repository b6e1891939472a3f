"""Are the answers complete and right, and how do they read: without any widget."""

from collections.abc import Mapping
from collective.easyform.interfaces import IFieldValidator
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.forms import conditions
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.values import human
from kommunaldialog.forms.values import NOT_OFFERED
from plone.namedfile.interfaces import INamedBlobFile
from zope.component import queryUtility
from zope.globalrequest import getRequest
from zope.i18nmessageid import Message
from zope.interface import Invalid
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooShort
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError
import hashlib


MISSING = _("forms_missing", default="Bitte beantworten Sie diese Frage.")
MISSING_FILE = _("forms_missing_file", default="Bitte wählen Sie eine Datei aus.")
WRONG = _("forms_wrong", default="Bitte prüfen Sie diese Angabe.")

# Sentences for easyform's own validators, whose texts are English or technical.
_EMAIL = _(
    "forms_not_email",
    default="Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel "
    "name@stadt.example.",
)
_ADDRESS = _(
    "forms_not_address",
    default="Bitte geben Sie die vollständige Internet-Adresse ein, zum Beispiel "
    "https://www.stadt.example.",
)
_SENTENCES: Mapping[str, Message] = {
    "isEmail": _EMAIL,
    "isValidEmail": _EMAIL,
    "isMailto": _EMAIL,
    "isCommaSeparatedEmails": _EMAIL,
    "isURL": _ADDRESS,
    "isChecked": _(
        "forms_not_checked", default="Bitte bestätigen Sie diese Erklärung."
    ),
    "isUnchecked": _("forms_not_unchecked", default="Bitte entfernen Sie den Haken."),
    "isNotLinkSpam": _(
        "forms_link", default="Internet-Adressen sind hier nicht möglich."
    ),
    "isInternationalPhoneNumber": _(
        "forms_not_phone",
        default="Bitte geben Sie eine Telefonnummer ein, zum Beispiel 0711 123456.",
    ),
}


def visible(parsed: ParsedForm, answers: Mapping[str, object]) -> frozenset[str]:
    """Return the names of the questions that apply, given `answers`.

    A question that does not apply counts as unanswered for those that depend on it.
    """
    known: dict[str, bool] = {}

    def applies(name: str) -> bool:
        if name not in known:
            condition = parsed.questions[name].condition
            # While it is being decided it counts as hidden: no circle runs on.
            known[name] = condition is None
            if condition is not None:
                shown = {
                    test.name: answers.get(test.name)
                    for test in conditions.tests(condition)
                    if test.name in parsed.questions and applies(test.name)
                }
                known[name] = conditions.holds(condition, shown)
        return known[name]

    return frozenset(name for name in parsed.questions if applies(name))


def asked(parsed: ParsedForm, answers: Mapping[str, object]) -> dict[str, object]:
    """Return the answers that belong into a submission: of questions that apply."""
    shown = visible(parsed, answers)
    return {
        name: answers[name]
        for name, question in parsed.questions.items()
        if name in shown and question.asks and name in answers
    }


def validate(parsed: ParsedForm, answers: Mapping[str, object]) -> dict[str, Message]:
    """Return what keeps `answers` from being submitted: question → sentence.

    Checks each question that applies: required, limits, choices, and the named
    validators of easyform. Empty where all is well; in the order of the form.
    """
    shown = visible(parsed, answers)
    problems = {}
    for name, question in parsed.questions.items():
        if question.asks and name in shown:
            message = check(question, answers.get(name))
            if message is not None:
                problems[name] = message
    return problems


def check(question: Question, value: object, required: bool = True) -> Message | None:
    """Say what is wrong with one answer, None where nothing is.

    With `required=False`, as for a draft, an empty answer is right.
    """
    if not _given(question, value):
        if not required:
            return None
        if question.required and question.kind is not Kind.YES_NO:
            return MISSING_FILE if question.kind is Kind.FILE else MISSING
        if question.required and question.style.value == "radios":
            return MISSING
        # "must be ticked" has an opinion on an empty answer, the others have none.
        return _named(question, value) if "isChecked" in question.validators else None
    # NamedBlobFile.validate changes the field while it runs, and threads share it.
    if question.kind is not Kind.FILE:
        try:
            question.field.validate(value)
        except (ValidationError, Invalid) as error:
            return _sentence(question, error)
    return _named(question, value)


def _given(question: Question, value: object) -> bool:
    if question.kind is Kind.YES_NO and question.style.value == "radios":
        return value is not None
    return conditions.answered(value)


def _named(question: Question, value: object) -> Message | None:

    for name in question.validators:
        validator = queryUtility(IFieldValidator, name=name)
        # Gone with the add-on that brought it: easyform ignores it too.
        if validator is None:
            continue
        try:
            found = validator(value, REQUEST=getRequest())
        except (ValidationError, Invalid):
            return _SENTENCES.get(name, WRONG)
        if found:
            own = isinstance(found, Message) and found.domain == "kommunaldialog"
            return found if own else _SENTENCES.get(name, WRONG)
    return None


def _sentence(question: Question, error: Exception) -> Message:
    field = question.field
    match error:
        case TooShort():
            return _(
                "forms_too_short",
                default="Bitte geben Sie mindestens ${limit} Zeichen ein.",
                mapping={"limit": field.min_length},
            )
        case TooLong():
            return _(
                "forms_too_long",
                default="Bitte kürzen Sie den Text auf höchstens ${limit} Zeichen.",
                mapping={"limit": field.max_length},
            )
        case TooSmall():
            return _(
                "forms_too_small",
                default="Bitte geben Sie mindestens ${limit} an.",
                mapping={"limit": _limit(question, field.min)},
            )
        case TooBig():
            return _(
                "forms_too_big",
                default="Bitte geben Sie höchstens ${limit} an.",
                mapping={"limit": _limit(question, field.max)},
            )
        case ConstraintNotSatisfied() if question.kind in (Kind.CHOICE, Kind.CHOICES):
            return NOT_OFFERED
    by_kind = {Kind.EMAIL: _EMAIL, Kind.ADDRESS: _ADDRESS}
    return by_kind.get(question.kind, WRONG)


def _limit(question: Question, limit: object) -> str:
    if isinstance(limit, Decimal):
        return format_amount(limit)
    return human(question, limit)


def lines(
    parsed: ParsedForm, answers: Mapping[str, object], *, sealed: bool = False
) -> tuple[AnswerLine, ...]:
    """Return the answers as they are frozen with a submission, in the form's order.

    Questions that do not apply are left out; unanswered ones have an empty text.
    With `sealed`, as for a submission, the content of each file is read for its
    checksum.
    """
    shown = visible(parsed, answers)
    return tuple(
        _line(section.label, parsed.questions[name], answers.get(name), sealed)
        for section in parsed.sections
        for name in section.names
        if name in shown and parsed.questions[name].asks
    )


def _line(section: str, question: Question, value: object, sealed: bool) -> AnswerLine:
    files = ()
    if question.kind is Kind.FILE and value is not None:
        files = (file_info(value, sealed=sealed),)
    if question.kind is Kind.YES_NO and value is None and question.style.value == "box":
        value = False
    return AnswerLine(
        name=question.name,
        section=section,
        label=question.label,
        text=human(question, value),
        files=files,
    )


def file_info(file: INamedBlobFile, *, sealed: bool) -> FileInfo:
    """Return what a submission says of a file; with `sealed` its content is read."""
    checksum = _checksum(file) if sealed else ""
    return FileInfo(file.filename, file.contentType, file.getSize(), checksum)


def _checksum(file: INamedBlobFile) -> str:
    with file.open() as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
