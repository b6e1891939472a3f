from kommunaldialog.theme.build import source_digest
from kommunaldialog.theme.build import stamp
from kommunaldialog.theme.build import STYLESHEET
from pathlib import Path
from tests.theme.contrast import contrast
from tests.theme.contrast import palette
import kommunaldialog
import pytest
import re


PACKAGE = Path(kommunaldialog.__file__).parent
THEME = PACKAGE / "theme" / "static"
PRODUCT = PACKAGE / "portal" / "static" / "kommunaldialog.css"

TEXT = 4.5
OUTLINE = 3.0

# (colour, ground, least contrast) as the stylesheets put them on each other.
SHARED_PAIRS = [
    ("ink", "surface", TEXT),
    ("ink", "tint", TEXT),
    ("muted", "surface", TEXT),
    ("muted", "tint", TEXT),
    ("link", "surface", TEXT),
    ("link", "tint", TEXT),
    ("brand-dark", "surface", TEXT),
    ("brand-dark", "brand-light", TEXT),
    ("surface", "brand", TEXT),
    ("surface", "brand-dark", TEXT),
    ("surface", "negative", TEXT),
    ("positive", "surface", TEXT),
    ("negative", "surface", TEXT),
    ("caution", "surface", TEXT),
    ("edge", "surface", OUTLINE),
    ("brand-dark", "surface", OUTLINE),
    ("brand-dark", "halo", OUTLINE),
]
THEME_PAIRS = [("brand-light", "brand-dark", TEXT)]
PRODUCT_PAIRS = [
    ("ink", "positive-tint", TEXT),
    ("ink", "negative-tint", TEXT),
    ("ink", "caution-tint", TEXT),
    ("link", "positive-tint", TEXT),
    ("link", "caution-tint", TEXT),
    ("positive", "positive-tint", TEXT),
    ("negative", "negative-tint", TEXT),
]


def test_black_on_white_has_the_contrast_that_wcag_names():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("stylesheet", "pairs"),
    [
        (STYLESHEET, SHARED_PAIRS + THEME_PAIRS),
        (PRODUCT, SHARED_PAIRS + PRODUCT_PAIRS),
    ],
    ids=["theme", "product"],
)
def test_every_pair_of_colours_that_is_used_has_enough_contrast(stylesheet, pairs):
    colours = palette(stylesheet)
    too_faint = [
        (one, other, round(contrast(colours[one], colours[other]), 2))
        for one, other, least in pairs
        if contrast(colours[one], colours[other]) < least
    ]
    assert too_faint == []


def test_the_compiled_stylesheet_is_made_from_the_source_that_lies_beside_it():
    second_line = STYLESHEET.read_text("utf-8").splitlines()[1]
    assert second_line == stamp(source_digest()), "run `make css`"


def test_nothing_is_fetched_from_another_host():
    files = [*THEME.rglob("*.*"), PRODUCT]
    assert {path.suffix for path in files} == {".cfg", ".css", ".html", ".js", ".xml"}
    fetched = {
        path.name: found
        for path in files
        if (found := _addresses(path.read_text("utf-8")))
    }
    assert fetched == {}


def test_an_address_of_another_host_would_be_found():
    assert _addresses('<img src="https://example.org/a.png" />')
    assert _addresses('@import "//example.org/a.css";')
    assert _addresses("a{background:url(http://example.org/a.png)}")


def test_the_product_stylesheet_touches_nothing_outside_its_own_part_of_the_page():
    text = re.sub(r"/\*.*?\*/", "", PRODUCT.read_text("utf-8"), flags=re.S)
    blocks = re.findall(r"([^{}]+)\{", text)
    selectors = [
        part.strip()
        for block in blocks
        if not block.strip().startswith("@")
        for part in re.split(r",(?![^(]*\))", block)
    ]
    # The window of a page that has such a part can only be named from the window.
    ours = re.compile(r"\.kd\b(?!-)|html:has\(\.kd-")
    assert [item for item in selectors if not ours.match(item)] == []


def _addresses(text: str) -> list[str]:
    """Addresses with a host, other than names of namespaces and comments' links."""
    text = re.sub(r"/\*.*?\*/|<!--.*?-->", "", text, flags=re.S)
    text = re.sub(r"xmlns(:\w+)?=(\"[^\"]*\"|'[^']*')", "", text)
    return re.findall(r"https?://[^\s\"')]+|[\"'(]//[\w-]+(?:\.[\w-]+)+", text)
