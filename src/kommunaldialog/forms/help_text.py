"""The help text of one question in a form's XML: read it, or put another in its place.

Nothing else of the XML changes, and nothing in it is resolved: a help text can be
corrected in a form that people are filling in, a question never.
"""

from dataclasses import dataclass
from kommunaldialog.forms.lint_questions import NS
from lxml import etree


@dataclass(frozen=True)
class Helped:
    """A question's label and its help text; both may be empty."""

    label: str
    help: str


def help_of(xml: str, name: str) -> Helped | None:
    """Return label and help text of question `name`; None where there is none.

    XML that can't be read, as an editor's draft may be, has no questions.
    """
    try:
        field = _field(_root(xml), name)
    except etree.XMLSyntaxError:
        return None
    if field is None:
        return None
    return Helped(
        _text(field.find(NS + "title")), _text(field.find(NS + "description"))
    )


def with_help(xml: str, name: str, text: str) -> str:
    """Return `xml` with `text` as the help text of question `name`.

    An empty one takes it away. Raises KeyError where there is no such question.
    """
    root = _root(xml)
    field = _field(root, name)
    if field is None:
        raise KeyError(name)
    found = field.find(NS + "description")
    if found is None:
        found = etree.Element(NS + "description")
        title = field.find(NS + "title")
        field.insert(0 if title is None else field.index(title) + 1, found)
        if title is not None:
            # Laid out like the line before it.
            found.tail = title.tail
    tail = found.tail
    found.clear()
    found.tail = tail
    found.text = text
    return etree.tostring(root, encoding="unicode")


def _root(xml: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml.encode("utf-8"), parser)


def _field(root: etree._Element, name: str) -> etree._Element | None:
    found = (field for field in root.iter(NS + "field") if field.get("name") == name)
    return next(found, None)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()
