"""What keeps a form from being published, each with what an editor has to mend.

The XML is looked at before plone.supermodel reads it: a model can name classes,
vocabularies and default factories, which plone.supermodel imports.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.forms import conditions
from kommunaldialog.forms.kinds import FIELD_TYPES
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.lint_conditions import lint_conditions
from kommunaldialog.forms.lint_questions import lint_question
from kommunaldialog.forms.lint_questions import NS
from kommunaldialog.forms.schema import parse_draft
from lxml import etree
from plone.supermodel.parser import SupermodelParseError
from zope.i18nmessageid import Message
import re


# A form of 100 questions has about 40,000 characters.
MAX_LENGTH = 500_000

# Names that are taken by the application itself, in its pages, exports and lists.
RESERVED = frozenset(
    # the application's own fields
    {"ags", "pillar", "title", "contact_name", "contact_email", "contact_phone"}
    | {"measure_start", "measure_end", "plan", "requested", "expenditure", "income"}
    # what exports and lists call their columns
    | {"answers", "form_version", "revision", "reference", "submissions"}
    | {"assessment", "decision", "state", "id", "sections"}
)

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Problem:
    """One thing to mend; `field` is the question's name, None for the whole form."""

    field: str | None
    message: Message


def lint(xml: str) -> tuple[Problem, ...]:
    """Return what has to be mended before `xml` can be published, nothing if it can.

    `xml` is easyform's `fields_model`. Nothing in it is resolved or imported.
    """
    try:
        root = _read(xml)
    except ValueError as error:
        return (Problem(None, error.args[0]),)
    problems = [*_whole(root)]
    fields = root.findall(f".//{NS}field")
    problems += [*_names(fields)]
    for field in fields:
        name = field.get("name") or "?"
        problems += [Problem(name, message) for message in lint_question(field)]
    if problems:
        return tuple(problems)
    try:
        parsed = parse_draft(xml)
    except (SupermodelParseError, conditions.ConditionError, KeyError):
        return (Problem(None, UNREADABLE),)
    return tuple(
        Problem(name, message) for name, message in lint_conditions(parsed.questions)
    )


UNREADABLE = _(
    "forms_lint_unreadable",
    default="Das Formular lässt sich nicht lesen. Bitte prüfen Sie das XML: "
    "Mindest- und Höchstwerte müssen zur Art der Frage passen.",
)


def _read(xml: str) -> etree._Element:
    """Parse without entities, network and size beyond reason; raises ValueError."""
    if len(xml) > MAX_LENGTH:
        raise ValueError(
            _("forms_lint_too_long", default="Das Formular ist zu lang. Bitte kürzen.")
        )
    if "<!DOCTYPE" in xml or "<!ENTITY" in xml:
        raise ValueError(
            _(
                "forms_lint_doctype",
                default="Das XML enthält eine DOCTYPE- oder ENTITY-Angabe. "
                "Bitte löschen Sie diese Zeilen.",
            )
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        return etree.fromstring(xml.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(
            _(
                "forms_lint_xml",
                default="Das XML ist fehlerhaft: ${reason}. "
                "Bitte berichtigen Sie die genannte Zeile.",
                mapping={"reason": error.msg},
            )
        ) from None


def _whole(root: etree._Element) -> Iterator[Problem]:
    schemas = root.findall(NS + "schema")
    if root.tag != NS + "model" or len(schemas) != 1:
        yield Problem(
            None,
            _(
                "forms_lint_model",
                default="Das XML muss aus einem „model“ mit genau einem „schema“ "
                "bestehen.",
            ),
        )
        return
    allowed = {NS + "field", NS + "fieldset"}
    strange = [
        child for child in schemas[0].iterchildren("*") if child.tag not in allowed
    ]
    if strange or set(schemas[0].attrib) - {"name"}:
        yield Problem(
            None,
            _(
                "forms_lint_schema",
                default="Das „schema“ darf nur Fragen und Abschnitte enthalten, keine "
                "Regeln (invariant) und keine Vorlage (based-on).",
            ),
        )
    asked = [
        field
        for field in root.iter(NS + "field")
        if FIELD_TYPES.get(field.get("type")) is not Kind.LABEL
    ]
    if not asked:
        yield Problem(
            None,
            _(
                "forms_lint_empty",
                default="Das Formular enthält keine Frage. "
                "Bitte fügen Sie mindestens eine hinzu.",
            ),
        )


def _names(fields: list[etree._Element]) -> Iterator[Problem]:
    names = [field.get("name") or "" for field in fields]
    for name in dict.fromkeys(names):
        if not _NAME.fullmatch(name):
            yield Problem(
                name or None,
                _(
                    "forms_lint_name",
                    default="Der Kurzname „${name}“ ist nicht möglich. Er beginnt mit "
                    "einem Kleinbuchstaben; danach sind a–z, 0–9 und _ erlaubt.",
                    mapping={"name": name},
                ),
            )
        if names.count(name) > 1:
            yield Problem(
                name,
                _(
                    "forms_lint_duplicate",
                    default="Den Kurznamen „${name}“ gibt es mehrfach. "
                    "Bitte benennen Sie jede Frage anders.",
                    mapping={"name": name},
                ),
            )
        if name in RESERVED:
            yield Problem(
                name,
                _(
                    "forms_lint_reserved",
                    default="Der Kurzname „${name}“ gehört schon zum Antrag selbst. "
                    "Bitte wählen Sie einen anderen.",
                    mapping={"name": name},
                ),
            )
