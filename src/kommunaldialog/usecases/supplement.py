"""An answer to a clarification becomes a further version of what was submitted."""

from collections.abc import Iterator
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.supplement import compare_lines
from kommunaldialog.domain.supplement import merge_lines
from kommunaldialog.domain.supplement import supplemented
from kommunaldialog.forms import answers
from kommunaldialog.forms.answers import file_info
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.usecases.lines import all_lines
from kommunaldialog.usecases.lines import letter_line
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.merge import flat
from kommunaldialog.usecases.reopened import reopened
from kommunaldialog.usecases.reopened import values_of
from kommunaldialog.usecases.reopened import with_answer
from kommunaldialog.usecases.save import keep
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.interfaces import INamedBlobFile


Changes = dict[str, tuple[str, str]]


def supplement(
    application: Foerderantrag, moment: datetime, scan: NamedBlobFile | None
) -> Changes:
    """Freezes the application with its drafted answer, and lets it count.

    Returns old and new of what differs, as text by the names of lines, and of the
    plan. ``scan`` is a letter that becomes a line of its own. Files that another took
    the place of are kept, under their checksums.
    """
    before, draft = application.submission(), finished(application)
    lines = drafted_lines(application, draft)
    if scan is not None:
        lines = (*lines, _keep_scan(application, scan))
    after = supplemented(before, moment, draft.title, lines, draft.plan)
    if after is None:
        return {}
    _keep_replaced(application, draft)
    _let_count(application, draft)
    application.submissions = (*application.submissions, after)
    return differences(before, after)


def finished(application: Foerderantrag) -> Foerderantrag:
    """The application with its drafted answer, without what does not apply any more."""
    draft = with_answer(application)
    if application.paper is None:
        _drop_what_does_not_apply(draft)
    return draft


def drafted_lines(
    application: Foerderantrag, draft: Foerderantrag
) -> tuple[AnswerLine, ...]:
    """What would be submitted of a draft: only what is reopened differs."""
    now = all_lines(draft, sealed=True)
    return merge_lines(application.submission().lines, now, _names(application))


def _drop_what_does_not_apply(draft: Foerderantrag) -> None:
    asked = answers.asked(parsed_form(draft), draft.answers)
    for name in set(draft.answers) - set(asked):
        del draft.answers[name]


def _names(application: Foerderantrag) -> set[str]:
    """The names of the lines that may differ: with a question those it brings up."""
    allowed = reopened(application)
    found = {_line(name) for name in allowed}
    if application.paper is None:
        found |= {
            name
            for name, question in parsed_form(application).questions.items()
            if question.asks
        }
    return found


def _line(name: str) -> str:
    kind, _dot, plain = name.partition(".")
    return slot(plain) if kind == "documents" else plain


def _keep_scan(application: Foerderantrag, scan: NamedBlobFile) -> AnswerLine:
    line = letter_line(file_info(scan, sealed=True), len(application.clarifications))
    application.kept_files[line.name] = scan
    return line


def _keep_replaced(application: Foerderantrag, draft: Foerderantrag) -> None:
    after = flat(values_of(draft))
    for name, value in flat(values_of(application)).items():
        if INamedBlobFile.providedBy(value) and after.get(name) is not value:
            info = file_info(value, sealed=True)
            application.kept_files[info.sha256] = value


def _let_count(application: Foerderantrag, draft: Foerderantrag) -> None:
    keep(application, **values_of(draft))
    for kind in ("answers", "documents"):
        kept, given = getattr(application, kind), getattr(draft, kind)
        for name in set(kept) - set(given):
            del kept[name]
    ledger = application.programme().case_store().ledger
    ledger.claim(application.ags, application.id, application.plan.requested)


def differences(before: Submission, after: Submission) -> Changes:
    """What differs between two submissions, as text."""
    found = {
        change.line.name: (_text(change.old), _text(change.new))
        for change in compare_lines(before.lines, after.lines)
    }
    if before.plan != after.plan:
        found["plan"] = (_sums(before), _sums(after))
    return found


def _text(line: AnswerLine | None) -> str:
    if line is None:
        return ""
    return line.text or ", ".join(file.name for file in line.files)


def _sums(submission: Submission) -> str:
    return " / ".join(_amounts(submission))


def _amounts(submission: Submission) -> Iterator[str]:
    plan = submission.plan
    for amount in (plan.total_expenditure, plan.total_eligible, plan.requested):
        yield format_euro(amount) if amount is not None else "–"
