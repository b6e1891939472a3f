"""The text of a PDF as WeasyPrint writes it, read back in plain Python."""

from io import BytesIO
from pikepdf import parse_content_stream
from pikepdf import Pdf
from pikepdf import String
import re


_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


def text_of(content):
    """Return all text of the PDF `content` in its order, a line for each text object.

    No-break spaces become blanks.
    """
    pieces = []
    with Pdf.open(BytesIO(content)) as document:
        for page in document.pages:
            fonts = {name: _characters(f) for name, f in page.Resources.Font.items()}
            characters = {}
            for operands, operator in parse_content_stream(page):
                match str(operator):
                    case "Tf":
                        characters = fonts[str(operands[0])]
                    case "Tj":
                        pieces.append(_decode(bytes(operands[0]), characters))
                    case "TJ":
                        pieces.extend(
                            _decode(bytes(part), characters)
                            for part in operands[0]
                            if isinstance(part, String)
                        )
                    case "ET":
                        pieces.append("\n")
    return "".join(pieces).replace("\N{NO-BREAK SPACE}", " ")


def _decode(glyphs, characters):
    codes = [glyphs[i : i + 2] for i in range(0, len(glyphs), 2)]
    return "".join(characters.get(code, "") for code in codes)


def _characters(font):
    """Glyph code (two bytes) to text, from the font's ToUnicode map."""
    table = {}
    for line in font.ToUnicode.read_bytes().splitlines():
        found = [bytes.fromhex(code.decode()) for code in _HEX.findall(line)]
        if len(found) == 2:
            table[found[0]] = found[1].decode("utf-16-be")
    return table
