"""A new draft from an earlier application: all that fits, for the same municipality.

Declarations, the statement of a consultation and a signed sheet are made anew: they
were about another moment. What does not fit any more is left out; what is missing is
said by the draft itself.
"""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_names
from kommunaldialog.dates import local
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms import answers
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.history.record import events
from kommunaldialog.history.record import record
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.begin import check_begin
from kommunaldialog.usecases.lines import documents_of
from kommunaldialog.usecases.save import save
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.interfaces import INamedBlobFile


_KEPT = ("title", "contact_name", "contact_email", "contact_phone")


def copy_application(
    source: Foerderantrag, programme: Foerderprogramm, token: str, moment: datetime
) -> Foerderantrag:
    """Begins an application to ``programme`` with what ``source`` says, or finds it.

    ``token`` is as for `begin`: a double click finds the same draft. Raises
    Unauthorized for who may not see the source, Refused where none can be begun.
    """
    require(VIEW, source)
    draft = begin(programme, source.ags, token, moment)
    if any(event.kind == "copied" for event in events(draft)):
        return draft
    save(draft, moment, core=_core(source, programme, moment), plan=source.plan)
    save(draft, moment, answers=dict(_answers(source, draft)))
    for title in documents_of(draft):
        if title in source.documents:
            draft.documents[title] = _same_file(source.documents[title])
    of = source.reference or source.getId()
    record(draft, "copied", current_user_id(), moment, {"copy_of": ("", of)})
    return draft


def check_copy(
    source: Foerderantrag, programme: Foerderprogramm, moment: datetime
) -> tuple[Refusal, ...]:
    """What keeps the current user from applying once more with the same words."""
    if source.ags not in own_municipalities((ANTRAGSTELLUNG,)):
        return (Refusal("begin_no_municipality"),)
    return check_begin(programme, source.ags, moment)


def _core(
    source: Foerderantrag, programme: Foerderprogramm, moment: datetime
) -> dict[str, object]:
    today = local(moment, programme.zone()).date()
    period = (source.measure_start, source.measure_end)
    start, end = period if _fits(period, programme, today) else (None, None)
    return {
        **{name: getattr(source, name) or "" for name in _KEPT},
        "participants": tuple(municipality_names(source.participants)),
        "pillar": _pillar(source, programme),
        "measure_start": start,
        "measure_end": end,
    }


def _fits(
    period: tuple[date | None, date | None], programme: Foerderprogramm, today: date
) -> bool:
    start, end = period
    if start is None or end is None or start <= today:
        return False
    first, last = programme.measure_start, programme.measure_end
    return not ((first and start < first) or (last and end > last))


def _pillar(source: Foerderantrag, programme: Foerderprogramm) -> str:
    """The id of the pillar that is the same, or is called so; empty where none is."""
    old = source.programme().get(source.pillar or "")
    if old is None:
        return ""
    same = [
        pillar.id
        for pillar in programme.pillars()
        if pillar is old or pillar.title == old.title
    ]
    return same[0] if same else ""


def _answers(
    source: Foerderantrag, draft: Foerderantrag
) -> Iterator[tuple[str, object]]:
    """The answers to questions of the same name and kind that are still right."""
    before = parsed_form(source).questions
    for name, question in parsed_form(draft).questions.items():
        value = source.answers.get(name)
        if value is None or name not in before or not question.asks:
            continue
        if before[name].kind is not question.kind:
            continue
        if answers.check(question, value, required=False) is None:
            yield name, _same_file(value) if INamedBlobFile.providedBy(value) else value


def _same_file(file: NamedBlobFile) -> NamedBlobFile:
    """A file of its own with the same content: either may be replaced or erased."""
    with file.open() as content:
        return NamedBlobFile(
            data=content.read(), contentType=file.contentType, filename=file.filename
        )
