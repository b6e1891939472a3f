"""A programme made from a file: checked as by REST, all of it or nothing.

The values go through plone.restapi's deserializer, so that permissions, fields and
invariants are asked as for any other way in. The form is linted before it is kept,
and publishing it is the use case that the workshop calls.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from kommunaldialog.domain.deadline import passed
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.exports.links import without_dead_links
from kommunaldialog.exports.programme_file import ProgrammeFile
from kommunaldialog.exports.settings import collect
from kommunaldialog.exports.settings import CONTACT
from kommunaldialog.exports.settings import field_title
from kommunaldialog.exports.settings import for_rest
from kommunaldialog.exports.settings import PILLAR
from kommunaldialog.exports.settings import PROGRAMME
from kommunaldialog.forms.lint import lint
from kommunaldialog.usecases.publish_form import PERMISSION as PUBLISH
from kommunaldialog.usecases.publish_form import publish_form
from plone import api
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.services.content.utils import add
from plone.restapi.services.content.utils import create
from typing import Any
from zExceptions import BadRequest
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.event import notify
from zope.globalrequest import getRequest
from zope.i18nmessageid import Message
from zope.lifecycleevent import ObjectCreatedEvent
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IField
import transaction


MODIFY = "Modify portal content"

GROUPS = _("exports_todo_groups", default="die Gruppen, die Anträge bearbeiten")
CONTACT_MISSING = _("exports_todo_contact", default="die Ansprechperson")
CONTACT_PRIVATE = _(
    "exports_todo_contact_private",
    default="die Ansprechperson (angelegt, aber noch nicht veröffentlicht)",
)
CALLBACK = _("exports_todo_callback", default="das Formular „Rückruf anfragen“")
BODY = _(
    "exports_todo_body",
    default="die Bewilligungsstelle (sie steht hier in keiner Liste)",
)
DIALOGUES = _("exports_todo_dialogues", default="die Dialogprogramme der Säulen")
TEXT_LINKS = _(
    "exports_todo_links",
    default="die Links und Bilder im Text, die es in diesem Portal nicht gibt",
)
FORM = _("exports_todo_form", default="das Antragsformular (noch zu veröffentlichen)")
PROOF_FORM = _(
    "exports_todo_proof_form",
    default="das Formular des Verwendungsnachweises (noch zu veröffentlichen)",
)
ZONE = _(
    "exports_todo_zone",
    default="Öffnung und Antragsfrist (das andere Portal hat eine andere Zeitzone)",
)
ENDS = _(
    "exports_todo_ends",
    default="die Antragsfrist (hier gelten andere Feiertage)",
)
PAST = _("exports_todo_past", default="die Antragsfrist (sie ist schon vorbei)")


@dataclass(frozen=True)
class Imported:
    """The new programme, and what its editors still have to look at."""

    programme: Foerderprogramm
    to_do: tuple[Message, ...]


def import_programme(
    folder: Any, file: ProgrammeFile, prefix: str, moment: datetime
) -> Imported:
    """Makes the programme of `file` in `folder`; it is not published.

    `prefix` is that of its reference numbers, as two programmes of a portal can't
    share one; `moment` is aware. Raises Unauthorized without the permission to add
    a programme there, `Refused` with all that this portal can't take; then nothing
    was changed.
    """
    savepoint = transaction.savepoint()
    try:
        return _import(folder, file, prefix, moment)
    except (Refused, Unauthorized):
        savepoint.rollback()
        raise


def _import(
    folder: Any, file: ProgrammeFile, prefix: str, moment: datetime
) -> Imported:
    settings = for_rest({**file.programme, "reference_prefix": prefix}, PROGRAMME)
    pillars = [(pillar.get("id"), _pillar(pillar)) for pillar in file.pillars]
    refuse(_wrong_ids([name for name, _values in pillars]))
    refuse(_wrong_form(file))
    to_do = [GROUPS]
    to_do += _settle_links(settings, pillars)
    to_do += _settle_bodies(settings, [values for _name, values in pillars])
    contact, todo = _contact(folder, file, settings.get("contact"))
    settings["contact"] = contact
    to_do += todo
    programme = _make(folder, "Foerderprogramm", None, settings, PROGRAMME)
    for name, values in pillars:
        _make(programme, "Saeule", name, values, PILLAR)
    if not _form(programme, APPLICATION_FORM_ID, file.published, file.draft, moment):
        to_do.append(FORM)
    proof = (file.proof_published, file.proof_draft)
    # A proof can do without a form of its own.
    if not _form(programme, PROOF_FORM_ID, *proof, moment) and proof[0]:
        to_do.append(PROOF_FORM)
    if file.zone != programme.zone():
        to_do.append(ZONE)
    elif file.ends != programme.window().deadline.isoformat():
        to_do.append(ENDS)
    if passed(programme.window().deadline, moment):
        to_do.append(PAST)
    return Imported(programme, tuple(to_do))


def _pillar(values: Mapping[str, Any]) -> dict[str, Any]:
    settings = {name: value for name, value in values.items() if name != "id"}
    return for_rest(settings, PILLAR)


def _wrong_ids(names: list[object]) -> Iterator[Refusal]:
    """Applications name their pillar by its id, which can't be given anew."""
    good = [name for name in names if isinstance(name, str) and name]
    if len(set(good)) < len(names):
        yield Refusal("file_damaged", "datei")


def _wrong_form(file: ProgrammeFile) -> Iterator[Refusal]:
    for xml in file.forms:
        for problem in lint(xml):
            yield Refusal(
                "file_form_wrong",
                "datei",
                {"question": problem.field or "–", "problem": problem.message},
            )


def _make(
    container: Any,
    portal_type: str,
    name: str | None,
    values: dict[str, Any],
    fields: Mapping[str, IField],
) -> Any:
    """As plone.restapi's POST makes it; `Refused` with what it finds wrong."""
    try:
        item = create(container, portal_type, id_=name, title=values.get("title"))
        item = item.__of__(container)
        deserialize = getMultiAdapter((item, getRequest()), IDeserializeFromJson)
        deserialize(validate_all=True, data=values, create=True)
        notify(ObjectCreatedEvent(item.aq_base))
        return add(container, item.aq_base, rename=name is None)
    except BadRequest as error:
        raise Refused(*_refusals(error, values.get("title"), fields)) from None


def _refusals(
    error: BadRequest, title: object, fields: Mapping[str, IField]
) -> Iterator[Refusal]:
    found = error.args[0]
    if not isinstance(found, list):
        # Zope's own words for an id that can't be had.
        found = [{"message": str(found)}]
    for problem in found:
        name, params = problem.get("field"), {"problem": problem["message"]}
        if name == "reference_prefix":
            yield Refusal("file_prefix_wrong", "kuerzel", params)
            continue
        place = field_title(fields[name]) if name in fields else title
        yield Refusal("file_value_wrong", "datei", {**params, "setting": place})


def _settle_links(
    settings: dict[str, Any], pillars: list[tuple[Any, dict[str, Any]]]
) -> Iterator[Message]:
    """Leaves out what leads to nothing here, and says so."""
    text = settings.get("text")
    if text:
        kept = without_dead_links(text["data"])
        if kept != text["data"] and kept.count("resolveuid/") < text["data"].count(
            "resolveuid/"
        ):
            text["data"] = kept
            yield TEXT_LINKS
    callback = settings.get("callback_form")
    if callback and not _known("EasyForm", callback):
        settings["callback_form"] = None
        yield CALLBACK
    lost = False
    for _name, values in pillars:
        named = values.get("dialogues") or []
        values["dialogues"] = [uid for uid in named if _known("Dialog", uid)]
        lost = lost or values["dialogues"] != named
    if lost:
        yield DIALOGUES


def _settle_bodies(
    settings: dict[str, Any], pillars: list[dict[str, Any]]
) -> Iterator[Message]:
    """Leaves out a granting body that this portal does not know, and says so."""
    known = {body.key for body in granting_bodies()}
    lost = [
        values
        for values in (settings, *pillars)
        if values.get("granting_body") and values["granting_body"] not in known
    ]
    for values in lost:
        values["granting_body"] = None
    if lost:
        yield BODY


def _contact(
    folder: Any, file: ProgrammeFile, uid: str | None
) -> tuple[str | None, list[Message]]:
    """UID of whom to ask: the same record, one that says the same, or a new one."""
    if uid and _known("Kontakt", uid):
        return uid, []
    if file.contact is None:
        return None, [CONTACT_MISSING] if uid else []
    values = for_rest(file.contact, CONTACT)
    for brain in api.content.find(portal_type="Kontakt"):
        if collect(brain.getObject(), CONTACT) == values:
            return brain.UID, []
    allowed = {fti.getId() for fti in folder.allowedContentTypes()}
    if "Kontakt" not in allowed:
        return None, [CONTACT_MISSING]
    contact = _make(folder, "Kontakt", None, values, CONTACT)
    return api.content.get_uuid(contact), [CONTACT_PRIVATE]


def _known(portal_type: str, uid: str) -> bool:
    return bool(api.content.find(portal_type=portal_type, UID=uid))


def _form(
    programme: Foerderprogramm,
    form_id: str,
    published: str | None,
    draft: str | None,
    moment: datetime,
) -> bool:
    """Takes over one of the forms; says whether it is published now."""
    form = programme[form_id]
    require(MODIFY, form)
    first = published or draft
    if first:
        form.fields_model = first
    publishes = bool(published) and may(PUBLISH, form)
    if publishes:
        publish_form(form, moment)
        # Only now: who publishes later must get what was published there.
        form.fields_model = draft or published
    notify(ObjectModifiedEvent(form))
    return publishes
