"""The core fields of an application as lines of what was submitted."""

from datetime import date
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.register import municipality_name
from kommunaldialog.dates import long_date
from kommunaldialog.domain.receipt import AnswerLine
from plone import api
from zope.i18n import translate


CORE_SECTION = _("usecases_core_section", default="Kommune und Maßnahme")


def core_lines(application: Foerderantrag) -> tuple[AnswerLine, ...]:
    """Core fields in the order of the page, in the portal's language."""
    language = api.portal.get_default_language()
    pillar = application.programme().get(application.pillar or "")
    texts = {
        "ags": f"{municipality_name(application.ags)} ({application.ags})",
        "pillar": pillar.title if pillar is not None else "",
    }
    section = translate(CORE_SECTION, target_language=language)
    names = ("ags", "pillar", "title", "contact_name", "contact_email")
    return tuple(
        AnswerLine(
            name=name,
            section=section,
            label=translate(IFoerderantrag[name].title, target_language=language),
            text=texts.get(name) or _text(getattr(application, name)),
        )
        for name in (*names, "contact_phone", "measure_start", "measure_end")
    )


def _text(value: str | date | None) -> str:
    if isinstance(value, date):
        return long_date(value)
    return value or ""
