"""The kinds of questions that an application form may ask, and how they are shown.

Whatever is not in these tables is refused by `lint`: a kind needs to be read,
checked, frozen and written as text by this package, and no other code has a say.
"""

from enum import Enum
from types import MappingProxyType


class Kind(Enum):
    """What is asked for."""

    LINE = "line"
    TEXT = "text"
    EMAIL = "email"
    ADDRESS = "address"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    FILE = "file"
    LABEL = "label"


class Style(Enum):
    """How it is shown; the name of a macro in `questions.pt`."""

    INPUT = "input"
    AREA = "area"
    SELECT = "select"
    RADIOS = "radios"
    BOXES = "boxes"
    BOX = "box"
    FILE = "file"
    LABEL = "label"


# The types of zope.schema as easyform's field editor and plone.supermodel name them.
FIELD_TYPES = MappingProxyType(
    {
        "zope.schema.TextLine": Kind.LINE,
        "zope.schema.Text": Kind.TEXT,
        "zope.schema.Bool": Kind.YES_NO,
        "zope.schema.Choice": Kind.CHOICE,
        "zope.schema.Set": Kind.CHOICES,
        "zope.schema.List": Kind.CHOICES,
        "zope.schema.Int": Kind.INTEGER,
        "zope.schema.Decimal": Kind.DECIMAL,
        "zope.schema.Date": Kind.DATE,
        "zope.schema.URI": Kind.ADDRESS,
        "plone.schema.URI": Kind.ADDRESS,
        "plone.schema.email.Email": Kind.EMAIL,
        "plone.namedfile.field.NamedBlobFile": Kind.FILE,
        "collective.easyform.fields.Label": Kind.LABEL,
        "collective.easyform.fields.RichLabel": Kind.LABEL,
    }
)

_DEFAULT_STYLE = MappingProxyType(
    {
        Kind.TEXT: Style.AREA,
        Kind.YES_NO: Style.BOX,
        Kind.CHOICE: Style.SELECT,
        Kind.CHOICES: Style.BOXES,
        Kind.FILE: Style.FILE,
        Kind.LABEL: Style.LABEL,
    }
)

# Per kind: what an editor may pick as "Field widget", and the style that it means.
WIDGETS = MappingProxyType(
    {
        Kind.LINE: {"TextFieldWidget": Style.INPUT, "TextAreaFieldWidget": Style.AREA},
        Kind.TEXT: {"TextAreaFieldWidget": Style.AREA},
        Kind.EMAIL: {"TextFieldWidget": Style.INPUT, "EmailFieldWidget": Style.INPUT},
        Kind.ADDRESS: {"TextFieldWidget": Style.INPUT},
        Kind.INTEGER: {"TextFieldWidget": Style.INPUT},
        Kind.DECIMAL: {"TextFieldWidget": Style.INPUT},
        Kind.DATE: {"TextFieldWidget": Style.INPUT, "DateFieldWidget": Style.INPUT},
        Kind.YES_NO: {
            "RadioFieldWidget": Style.RADIOS,
            "SingleCheckBoxFieldWidget": Style.BOX,
            "SingleCheckBoxBoolFieldWidget": Style.BOX,
        },
        Kind.CHOICE: {
            "RadioFieldWidget": Style.RADIOS,
            "SelectFieldWidget": Style.SELECT,
            "ChoiceWidgetDispatcher": Style.SELECT,
        },
        Kind.CHOICES: {"CheckBoxFieldWidget": Style.BOXES},
        Kind.FILE: {"NamedFileFieldWidget": Style.FILE},
        Kind.LABEL: {
            "LabelFieldWidget": Style.LABEL,
            "RichLabelFieldWidget": Style.LABEL,
        },
    }
)


def widget_name(widget: object) -> str | None:
    """Return a widget's short name from what plone.autoform keeps: text or object."""
    if not widget:
        return None
    if isinstance(widget, str):
        return widget.rpartition(".")[2]
    factory = getattr(widget, "widget_factory", None) or widget
    return getattr(factory, "__name__", str(factory).rpartition(".")[2])


def kind_of(field: object) -> Kind:
    """Return the kind of a zope.schema field; raises KeyError for any other type."""
    for cls in type(field).__mro__:
        module = cls.__module__
        if module.startswith("zope.schema."):
            module = "zope.schema"
        found = FIELD_TYPES.get(f"{module}.{cls.__name__}")
        if found is not None:
            return found
    raise KeyError(type(field).__name__)


def style_of(kind: Kind, widget: object) -> Style:
    """Return how a question of `kind` is shown with the widget that was chosen."""
    name = widget_name(widget)
    default = _DEFAULT_STYLE.get(kind, Style.INPUT)
    return WIDGETS[kind].get(name, default) if name else default
