"""What keeps a form from being published, each with what an editor has to mend.

The XML is looked at before plone.supermodel reads it: a model can name classes,
vocabularies and default factories, which plone.supermodel imports.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.easyform.interfaces import IFieldValidator
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.forms import conditions
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.kinds import FIELD_TYPES
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.kinds import widget_name
from kommunaldialog.forms.kinds import WIDGETS
from kommunaldialog.forms.lint_conditions import lint_conditions
from kommunaldialog.forms.schema import parse_draft
from lxml import etree
from plone.supermodel.parser import SupermodelParseError
from zope.component import queryUtility
from zope.i18nmessageid import Message
import re


# A form of 100 questions has about 40,000 characters.
MAX_LENGTH = 500_000

# Names that are taken by the application itself, in its pages, exports and lists.
RESERVED = frozenset(
    ["ags", "pillar", "title", "contact_name", "contact_email", "contact_phone", "measure_start", "measure_end", "plan", "requested", "expenditure", "income", "answers", "form_version", "revision", "reference", "submissions", "assessment", "decision", "state", "id", "file_id", "submit", "sections"]
)

_NS = "{http://namespaces.plone.org/supermodel/schema}"
_FORM = "{http://namespaces.plone.org/supermodel/form}"
_EASYFORM = "{http://namespaces.plone.org/supermodel/easyform}"
_I18N = "{http://xml.zope.org/namespaces/i18n}"

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TALES = ("TDefault", "TEnabled", "TValidator")
_SWITCHES = ("THidden", "serverSide")
_ATTRIBUTES = frozenset(
    {"name", "type", _FORM + "widget"}
    | {_EASYFORM + name for name in (*_TALES, *_SWITCHES)}
    | {_EASYFORM + name for name in ("validators", "depends_on", "css_class")}
)
# What names code: plone.supermodel would import it.
_CODE = frozenset({"defaultFactory", "source", "vocabulary", "constraint", "schema"})


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
    fields = root.findall(f".//{_NS}field")
    problems += [*_names(fields)]
    for field in fields:
        name = field.get("name") or "?"
        problems += [Problem(name, message) for message in _field(field)]
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
    schemas = root.findall(_NS + "schema")
    if root.tag != _NS + "model" or len(schemas) != 1:
        yield Problem(
            None,
            _(
                "forms_lint_model",
                default="Das XML muss aus einem „model“ mit genau einem „schema“ "
                "bestehen.",
            ),
        )
        return
    allowed = {_NS + "field", _NS + "fieldset"}
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
        for field in root.iter(_NS + "field")
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


def _field(field: etree._Element) -> Iterator[Message]:
    kind = FIELD_TYPES.get(field.get("type"))
    if kind is None:
        yield _type_message(field.get("type") or "?")
        return
    if not (field.findtext(_NS + "title") or "").strip():
        yield _(
            "forms_lint_no_title",
            default="Die Frage hat keine Beschriftung. Bitte ergänzen Sie sie.",
        )
    yield from _expressions(field)
    yield from _widget(field, kind)
    yield from _VALUES.get(kind, _no_code)(field)
    yield from _validators(field, kind)
    if _condition(field) is None:
        yield _(
            "forms_lint_condition",
            default="Die Bedingung „${condition}“ ist nicht verständlich. Möglich sind "
            "zum Beispiel „name“, „name=wert“, „not name“ und „a=x and b!=y“.",
            mapping={"condition": field.get(_EASYFORM + "depends_on")},
        )


def _type_message(name: str) -> Message:
    if name == "zope.schema.Float":
        return _(
            "forms_lint_float",
            default="Kommazahlen (Float) sind nicht genau. "
            "Bitte nehmen Sie für Beträge „Betrag (Dezimalzahl)“.",
        )
    return _(
        "forms_lint_type",
        default="Die Art „${type}“ ist in Anträgen nicht möglich. "
        "Bitte nehmen Sie eine der angebotenen Arten.",
        mapping={"type": name.rpartition(".")[2]},
    )


def _expressions(field: etree._Element) -> Iterator[Message]:
    used = [name for name in _TALES if (field.get(_EASYFORM + name) or "").strip()]
    used += [
        name
        for name in _SWITCHES
        if (field.get(_EASYFORM + name) or "").strip().lower() == "true"
    ]
    if used:
        yield _(
            "forms_lint_tales",
            default="Ausdrücke und versteckte Fragen (${names}) werden in Anträgen "
            "nicht ausgeführt. Bitte leeren Sie diese Angaben.",
            mapping={"names": ", ".join(used)},
        )


def _widget(field: etree._Element, kind: Kind) -> Iterator[Message]:
    element = field.find(_FORM + "widget")
    widget = field.get(_FORM + "widget") or (
        (element is not None and element.get("type")) or ""
    )
    unknown = {
        name
        for name in field.attrib
        if name not in _ATTRIBUTES and not name.startswith(_I18N)
    }
    if widget and widget_name(widget) not in WIDGETS[kind]:
        yield _(
            "forms_lint_widget",
            default="Die Darstellung „${widget}“ ist für diese Frage nicht möglich. "
            "Bitte wählen Sie eine andere oder keine.",
            mapping={"widget": widget_name(widget)},
        )
    if unknown:
        yield _(
            "forms_lint_attribute",
            default="Die Angaben ${names} werden in Anträgen nicht beachtet. "
            "Bitte löschen Sie sie im XML.",
            mapping={"names": ", ".join(name.rpartition("}")[2] for name in unknown)},
        )


def _no_code(field: etree._Element) -> Iterator[Message]:
    found = {child.tag.removeprefix(_NS) for child in field.iterdescendants("*")}
    if found & _CODE:
        yield _(
            "forms_lint_code",
            default="Die Frage bezieht ihre Werte aus einem Programm (${names}). "
            "Bitte tragen Sie die Werte einzeln ein.",
            mapping={"names": ", ".join(sorted(found & _CODE))},
        )


def _choice(field: etree._Element) -> Iterator[Message]:
    yield from _no_code(field)
    values = field.find(f"{_NS}values")
    found = [] if values is None else list(values.iterchildren("*"))
    keys = [child.get("key") or (child.text or "").strip() for child in found]
    if not any(keys):
        yield _(
            "forms_lint_no_values",
            default="Die Auswahl hat keine Werte. Bitte tragen Sie welche ein.",
        )
    elif "" in keys or len(set(keys)) < len(keys):
        yield _(
            "forms_lint_values",
            default="Die Auswahl hat einen leeren oder doppelten Wert. "
            "Bitte geben Sie jedem Wert einen eigenen Namen.",
        )


def _choices(field: etree._Element) -> Iterator[Message]:
    element = field.find(f"{_NS}value_type")
    if element is None or element.get("type") != "zope.schema.Choice":
        yield _(
            "forms_lint_value_type",
            default="Eine Mehrfachauswahl braucht eine Liste fester Werte.",
        )
    else:
        yield from _choice(element)


_VALUES: Mapping[Kind, Callable[[etree._Element], Iterator[Message]]] = {
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
}


def _validators(field: etree._Element, kind: Kind) -> Iterator[Message]:
    names = [
        name for name in (field.get(_EASYFORM + "validators") or "").split("|") if name
    ]
    found = [queryUtility(IFieldValidator, name=name) for name in names]
    unknown = [name for name, it in zip(names, found, strict=True) if it is None]
    if unknown:
        yield _(
            "forms_lint_validator",
            default="Die Prüfung „${names}“ gibt es nicht. Bitte wählen Sie eine andere.",
            mapping={"names": ", ".join(unknown)},
        )
    rules = [rule for rule in found if isinstance(rule, FileRule)]
    if kind is Kind.FILE and len(rules) != 1:
        yield _(
            "forms_lint_file_rule",
            default="Für die Datei fehlt eine Angabe, welche Formate und welche Größe "
            "möglich sind. Bitte wählen Sie genau eine Prüfung, die mit „Datei“ "
            "beginnt.",
        )
    if kind is not Kind.FILE and rules:
        yield _(
            "forms_lint_no_file",
            default="Eine Prüfung für Dateien passt nicht zu dieser Frage. "
            "Bitte wählen Sie sie ab.",
        )


def _condition(field: etree._Element) -> conditions.Condition | bool | None:
    text = (field.get(_EASYFORM + "depends_on") or "").strip()
    if not text:
        return True
    try:
        return conditions.parse(text)
    except conditions.ConditionError:
        return None
