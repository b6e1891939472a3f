"""The core fields of an application: what is right, and how they read."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_label
from kommunaldialog.content.register import municipality_names
from kommunaldialog.dates import long_date
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.refusal import Refusal
from plone import api
from zope.i18n import translate
import re


CORE_SECTION = _("usecases_core_section", default="Kommune und Maßnahme")

LONGEST: Mapping[str, int] = {
    "title": 200,
    "contact_name": 200,
    "contact_email": 254,
    "contact_phone": 50,
}

# A Kreis has fewer, and a page stays one.
MOST_PARTICIPANTS = 250

# Addresses as people have them: RFC 5322 knows more, and mail is sent to these.
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
)


def check_core(
    application: Foerderantrag, values: Mapping[str, object]
) -> Iterator[Refusal]:
    """What is wrong with core fields by themselves; an empty one never is.

    ``values`` maps names of core fields to text, or to a date. What is still missing
    before the application can be submitted is said by `completeness.missing`.
    """
    yield from check_values(application.programme(), values)
    if application.ags in (values.get("participants") or ()):
        yield Refusal("core_participants_itself", "core-participants")


def check_values(
    programme: Foerderprogramm, values: Mapping[str, object]
) -> Iterator[Refusal]:
    """As `check_core`, for an application to ``programme`` that is not there yet."""
    pillars = [pillar.id for pillar in programme.pillars()]
    for name, value in values.items():
        field, limit = f"core-{name}", LONGEST.get(name)
        if limit is not None and len(value or "") > limit:
            yield Refusal("core_too_long", field, {"limit": limit})
        elif name == "contact_email" and value and not _EMAIL.fullmatch(value):
            yield Refusal("core_contact_email_wrong", field)
        elif name == "pillar" and value and value not in pillars:
            yield Refusal("core_pillar_unknown", field)
        elif name == "participants":
            yield from _check_participants(value or (), field)


def _check_participants(keys: Sequence[str], field: str) -> Iterator[Refusal]:
    if len(keys) > MOST_PARTICIPANTS:
        limit = {"limit": MOST_PARTICIPANTS}
        yield Refusal("core_participants_too_many", field, limit)
        return
    known = municipality_names(keys)
    for key in keys:
        if key not in known:
            yield Refusal("core_participants_unknown", field, {"key": key})


def core_lines(application: Foerderantrag) -> tuple[AnswerLine, ...]:
    """Core fields in the order of the page, in the portal's language."""
    language = api.portal.get_default_language()
    pillar = application.programme().get(application.pillar or "")
    texts = {
        "ags": municipality_label(application.ags),
        "pillar": pillar.title if pillar is not None else "",
    }
    if application.participants:
        texts["participants"] = _participants(application.participants)
    section = translate(CORE_SECTION, target_language=language)
    # Named only where there are any: what was submitted without stays as it is.
    others = ("participants",) if application.participants else ()
    names = ("ags", "pillar", "title", "contact_name", "contact_email")
    return tuple(
        AnswerLine(
            name=name,
            section=section,
            label=translate(IFoerderantrag[name].title, target_language=language),
            text=texts.get(name) or _text(getattr(application, name)),
        )
        for name in (*names, "contact_phone", "measure_start", "measure_end", *others)
    )


def _participants(keys: Iterable[str]) -> str:
    names = municipality_names(keys)
    return ", ".join(f"{names[key]} ({key})" if key in names else key for key in keys)


def _text(value: str | date | None) -> str:
    if isinstance(value, date):
        return long_date(value)
    return value or ""


def granting_body(application: Foerderantrag) -> str:
    """Who decides: the pillar's granting body, or else the programme's."""
    programme = application.programme()
    pillar = programme.get(application.pillar or "")
    return getattr(pillar, "granting_body", None) or programme.granting_body or ""
