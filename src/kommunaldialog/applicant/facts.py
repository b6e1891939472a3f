"""What is to be known of an application beside its state, in words."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.usecases.amend import CONTACT_FIELDS
from zope.i18nmessageid import Message


Fact = tuple[Message, Message | str]

_LATE = {
    None: _(
        "applicant_fact_late_open",
        default=(
            "Die Bewilligungsstelle hat noch nicht entschieden, ob sie den Antrag"
            " annimmt. Begründung der Kommune: ${reason}"
        ),
    ),
    True: _(
        "applicant_fact_late_accepted",
        default="Der Antrag ist trotzdem angenommen. Begründung der Kommune: ${reason}",
    ),
    False: _(
        "applicant_fact_late_rejected",
        default="Der Antrag ist deshalb abgelehnt. Begründung der Kommune: ${reason}",
    ),
}

_STATED = {
    None: _(
        "applicant_fact_stated_open",
        default="Von der Kommune angegeben; die Bewilligungsstelle prüft die Angabe.",
    ),
    True: _(
        "applicant_fact_stated_confirmed",
        default="Von der Kommune angegeben und von der Bewilligungsstelle bestätigt.",
    ),
    False: _(
        "applicant_fact_stated_denied",
        default=(
            "Von der Kommune angegeben; die Bewilligungsstelle hat die Angabe nicht"
            " bestätigt."
        ),
    ),
}


def facts_of(page: ApplicationPage) -> Iterator[Fact]:
    """Name and text of each fact about an application that arrived."""
    yield from _arrival(page)
    yield from _contact(page)
    yield from _early_start(page)


def _arrival(page: ApplicationPage) -> Iterator[Fact]:
    application = page.context
    if application.paper is not None:
        label = _(
            "applicant_fact_paper", default="Auf Papier oder per Post eingegangen"
        )
        paper = application.paper
        yield label, page.arrival(paper.received, paper.only_day)
    late, stated = application.late, application.stated_consultation
    if late is not None:
        label = _("applicant_fact_late", default="Nach der Antragsfrist eingegangen")
        text = _LATE[late.accepted]
        yield label, Message(text, mapping={"reason": late.reason or "–"})
    if stated is not None:
        yield _("applicant_fact_stated", default="Beratung"), _STATED[stated.confirmed]
    submissions = application.submissions
    supplemented = submissions[-1].supplemented
    if supplemented is not None:
        label = _("applicant_fact_supplemented", default="Zuletzt ergänzt")
        yield label, page.date_and_time(supplemented)
    earlier = submissions[:-1]
    if earlier:
        moments = (
            page.date_and_time(one.supplemented or one.moment) for one in earlier
        )
        label = _("applicant_fact_earlier", default="Frühere Fassungen, eingegangen am")
        yield label, "; ".join(moments)


def _contact(page: ApplicationPage) -> Iterator[Fact]:
    sent = {line.name: line.text for line in page.context.submission().lines}
    now = {name: getattr(page.context, name) or "" for name in CONTACT_FIELDS}
    if any(sent.get(name, "") != text for name, text in now.items()):
        label = _("applicant_fact_contact", default="Ansprechperson jetzt")
        yield label, ", ".join(filter(None, now.values()))


def _early_start(page: ApplicationPage) -> Iterator[Fact]:
    application = page.context
    if application.start_declaration != "early_start":
        return
    label = _("applicant_fact_early", default="Vorzeitiger Beginn beantragt")
    yield (
        label,
        _(
            "applicant_fact_early_text",
            default="ab ${day}. Begründung: ${reason}",
            mapping={
                "day": page.date(application.early_start_from),
                "reason": application.early_start_reason or "–",
            },
        ),
    )
