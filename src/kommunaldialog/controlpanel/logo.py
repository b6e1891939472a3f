"""A logo for letters: a PNG or SVG that is safe to show and to print.

Kept as a data URI, so that a letter carries it along and fetches nothing.
"""

from base64 import b64decode
from base64 import b64encode
from io import BytesIO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from lxml import etree
from PIL import Image
import re
import warnings


FIELD = "logo"
LARGEST = 200 * 1024  # bytes; it goes with every letter
MOST_PIXELS = 4_000  # on each side
# A URI of the largest: four characters for three bytes, and what comes before them.
_LONGEST_URI = LARGEST * 4 // 3 + 100

_SVG = "{http://www.w3.org/2000/svg}"
# What could run, or show something from elsewhere.
_FORBIDDEN = frozenset(
    {"script", "foreignObject", "iframe", "image", "use", "a", "animate", "set"}
)
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)


def data_uri(data: bytes) -> str:
    """The logo of an uploaded file; `Refused` where it is none that can be used."""
    if len(data) > LARGEST:
        raise Refused(Refusal("logo_too_large", FIELD, {"limit": LARGEST // 1024}))
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        _check_png(data)
        return f"data:image/png;base64,{b64encode(data).decode()}"
    _check_svg(data)
    return f"data:image/svg+xml;base64,{b64encode(data).decode()}"


def check_data_uri(text: str) -> None:
    """Refuses a logo that came as a data URI and could not have been uploaded here."""
    if len(text) > _LONGEST_URI:
        raise Refused(Refusal("logo_too_large", FIELD, {"limit": LARGEST // 1024}))
    try:
        data = b64decode(text.partition(";base64,")[2], validate=True)
    except ValueError:
        raise Refused(Refusal("logo_unreadable", FIELD)) from None
    # Also what it calls itself: a browser goes by that.
    if data_uri(data) != text:
        raise Refused(Refusal("logo_unreadable", FIELD))


def _check_png(data: bytes) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG",)) as image:
                size = image.size
                image.verify()
    except (OSError, SyntaxError, ValueError, Warning):
        raise Refused(Refusal("logo_unreadable", FIELD)) from None
    if max(size) > MOST_PIXELS:
        raise Refused(Refusal("logo_too_many_pixels", FIELD, {"limit": MOST_PIXELS}))


def _check_svg(data: bytes) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused(Refusal("logo_unreadable", FIELD)) from None
    if root.tag != f"{_SVG}svg":
        raise Refused(Refusal("logo_unreadable", FIELD))
    nodes = (*root.itersiblings(preceding=True), *root.iter())
    if root.getroottree().docinfo.doctype or not all(map(_harmless, nodes)):
        raise Refused(Refusal("logo_unsafe", FIELD))


def _harmless(node: etree._Element) -> bool:
    if not isinstance(node.tag, str):
        # Comments do nothing; a style sheet or an entity could.
        return node.tag is etree.Comment
    if etree.QName(node).localname in _FORBIDDEN:
        return False
    texts = [node.text or ""] if node.tag == f"{_SVG}style" else []
    for name, value in node.attrib.items():
        plain = etree.QName(name).localname.lower()
        if plain.startswith("on"):
            return False
        if plain in ("href", "src") and not value.startswith("#"):
            return False
        texts.append(value)
    return not any(map(_ELSEWHERE.search, texts))
