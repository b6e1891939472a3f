"""What is wrong with one question of a form, read from its XML alone."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.easyform.interfaces import IFieldValidator
from kommunaldialog import _
from kommunaldialog.forms import conditions
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.kinds import FIELD_TYPES
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.kinds import widget_name
from kommunaldialog.forms.kinds import WIDGETS
from lxml import etree
from zope.component import queryUtility
from zope.i18nmessageid import Message


NS = "{http://namespaces.plone.org/supermodel/schema}"
_FORM = "{http://namespaces.plone.org/supermodel/form}"
_EASYFORM = "{http://namespaces.plone.org/supermodel/easyform}"
_I18N = "{http://xml.zope.org/namespaces/i18n}"

_TALES = ("TDefault", "TEnabled", "TValidator")
_SWITCHES = ("THidden", "serverSide")
_ATTRIBUTES = frozenset(
    {"name", "type", _FORM + "widget"}
    | {_EASYFORM + name for name in (*_TALES, *_SWITCHES)}
    | {_EASYFORM + name for name in ("validators", "depends_on", "css_class")}
)
# plone.autoform imports the module that a widget's name begins with.
_WIDGET_HOMES = (
    "z3c.form.",
    "plone.app.z3cform.",
    "plone.formwidget.namedfile.",
    "collective.easyform.",
)
# What names code: plone.supermodel would import it.
_CODE = frozenset({"defaultFactory", "source", "vocabulary", "constraint", "schema"})


def lint_question(field: etree._Element) -> Iterator[Message]:
    """Yield what has to be mended at the question that the element `field` states."""
    kind = FIELD_TYPES.get(field.get("type"))
    if kind is None:
        yield _type_message(field.get("type") or "?")
        return
    if not (field.findtext(NS + "title") or "").strip():
        yield _(
            "forms_lint_no_title",
            default="Die Frage hat keine Beschriftung. Bitte ergänzen Sie sie.",
        )
    yield from _expressions(field)
    yield from _widget(field, kind)
    yield from _VALUES.get(kind, _no_code)(field)
    yield from _validators(field, kind)
    yield from _condition(field)


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
    known = widget_name(widget) in WIDGETS[kind] and widget.startswith(_WIDGET_HOMES)
    if widget and not known:
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
    found = {child.tag.removeprefix(NS) for child in field.iterdescendants("*")}
    if found & _CODE:
        yield _(
            "forms_lint_code",
            default="Die Frage bezieht ihre Werte aus einem Programm (${names}). "
            "Bitte tragen Sie die Werte einzeln ein.",
            mapping={"names": ", ".join(sorted(found & _CODE))},
        )


def _choice(field: etree._Element) -> Iterator[Message]:
    yield from _no_code(field)
    values = field.find(f"{NS}values")
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
    element = field.find(f"{NS}value_type")
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
            default="Die Prüfung „${names}“ gibt es nicht. "
            "Bitte wählen Sie eine andere.",
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


def _condition(field: etree._Element) -> Iterator[Message]:
    text = (field.get(_EASYFORM + "depends_on") or "").strip()
    try:
        if text:
            conditions.parse(text)
    except conditions.TooComplex:
        yield _(
            "forms_lint_condition_complex",
            default="Die Bedingung ist zu lang oder zu verschachtelt: Möglich sind "
            "höchstens ${length} Zeichen und ${depth} Ebenen aus Klammern und „not“. "
            "Bitte vereinfachen Sie sie.",
            mapping={"length": conditions.MAX_LENGTH, "depth": conditions.MAX_DEPTH},
        )
    except conditions.ConditionError:
        yield _(
            "forms_lint_condition",
            default="Die Bedingung „${condition}“ ist nicht verständlich. Möglich sind "
            "zum Beispiel „name“, „name=wert“, „not name“ und „a=x and b!=y“.",
            mapping={"condition": text},
        )
