"""A call for funding as one file, to be taken up by another portal.

JSON, so that it can be read, compared and kept under version control. It holds
settings, pillars, the form, the texts of the letters and whom to ask; no application,
no account and no group.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.exports.settings import collect
from kommunaldialog.exports.settings import CONTACT
from kommunaldialog.exports.settings import PILLAR
from kommunaldialog.exports.settings import PROGRAMME
from kommunaldialog.forms.lint import lint
from kommunaldialog.forms.versions import versions
from plone import api
from typing import Any
import json


FORMAT = "kommunaldialog-foerderprogramm"
# Raised when a file can't be read as before; an older file stays readable.
VERSION = 1
# A form has at most 500,000 characters, and there are four of them in a file.
MAX_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class ProgrammeFile:
    """A file's content, not yet checked against the fields of this portal."""

    zone: str
    ends: str
    programme: Mapping[str, Any]
    pillars: tuple[Mapping[str, Any], ...]
    contact: Mapping[str, Any] | None
    published: str | None
    draft: str | None
    proof_published: str | None = None
    proof_draft: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The XML of each form that is in it."""
        found = (self.published, self.draft, self.proof_published, self.proof_draft)
        return tuple(xml for xml in found if xml)


def write(programme: Foerderprogramm) -> str:
    """The programme as the text of a file.

    Carries the contact only if the current user may see it, and a draft of the form
    only if it differs from what is published and could be published.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "zone": programme.zone(),
        # Where the deadline moves on from a holiday, the Land decides which there are.
        "ends": programme.window().deadline.isoformat(),
        "programme": collect(programme, PROGRAMME),
        "pillars": [
            {"id": pillar.getId(), **collect(pillar, PILLAR)}
            for pillar in programme.pillars()
        ],
        "contact": _contact(programme),
        "form": _form(programme, APPLICATION_FORM_ID),
        "proof_form": _form(programme, PROOF_FORM_ID),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read(data: bytes) -> ProgrammeFile:
    """The content of a file; raises `Refused` with what is wrong with it."""
    if len(data) > MAX_BYTES:
        refuse([Refusal("file_too_large", "datei")])
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(Refusal("file_unreadable", "datei")) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Refused(Refusal("file_of_another_kind", "datei"))
    if content.get("version") != VERSION:
        raise Refused(Refusal("file_of_another_version", "datei"))
    try:
        return _parts(content)
    except (KeyError, TypeError):
        raise Refused(Refusal("file_damaged", "datei")) from None


def _parts(content: dict[str, Any]) -> ProgrammeFile:
    form = content["form"]
    # An older file has none.
    proof = content.get("proof_form", {"published": None, "draft": None})
    found = ProgrammeFile(
        zone=content["zone"],
        ends=content["ends"],
        programme=content["programme"],
        pillars=tuple(content["pillars"]),
        contact=content["contact"],
        published=form["published"],
        draft=form["draft"],
        proof_published=proof["published"],
        proof_draft=proof["draft"],
    )
    texts = (found.zone, found.ends, *found.forms)
    records = (found.programme, found.contact or {}, *found.pillars)
    if not all(isinstance(text, str) for text in texts) or not all(
        isinstance(record, dict) for record in records
    ):
        raise TypeError(content)
    return found


def _contact(programme: Foerderprogramm) -> dict[str, Any] | None:
    brains = api.content.find(UID=programme.contact) if programme.contact else ()
    return collect(brains[0].getObject(), CONTACT) if brains else None


def _form(programme: Foerderprogramm, form_id: str) -> dict[str, str | None]:
    newest = versions(programme, form_id).newest
    published = newest.xml if newest else None
    draft = programme[form_id].fields_model
    if draft == published or lint(draft):
        draft = None
    return {"published": published, "draft": draft}
