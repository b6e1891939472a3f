"""The picture of a public page."""

from plone.namedfile.file import NamedBlobImage
import base64
import pytest


PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAA"
    "AABJRU5ErkJggg=="
)


@pytest.fixture
def image():
    return NamedBlobImage(PIXEL, "image/png", "bild.png")


@pytest.mark.parametrize("portal_type", ["Dialog", "Kommune"])
def test_a_picture_says_what_it_shows_and_whose_it_is(look, make, image, portal_type):
    values = {"ags": "08999001"} if portal_type == "Kommune" else {}
    page = look(
        make(
            portal_type,
            title="Ortsmitte",
            image=image,
            image_alternative="Menschen an einem runden Tisch",
            image_caption="Auftakt im Rathaus",
            image_credit="Foto: Erika Muster",
            **values,
        )
    )
    shown = page.main.cssselect("img")
    assert [img.get("alt") for img in shown] == ["Menschen an einem runden Tisch"]
    assert not shown[0].get("title")
    assert "Auftakt im Rathaus – Foto: Erika Muster" in page.text


def test_a_picture_that_nobody_described_is_passed_over(look, make, image):
    page = look(make("Dialog", title="Ortsmitte", image=image))
    assert [img.get("alt") for img in page.main.cssselect("img")] == [""]


def test_a_page_without_a_picture_has_no_frame_for_it(look, make):
    assert not look(make("Dialog", title="Ortsmitte")).main.cssselect("figure, img")
