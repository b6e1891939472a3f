"""A logo is a small PNG or a harmless SVG."""

from io import BytesIO
from kommunaldialog.controlpanel.logo import data_uri
from kommunaldialog.controlpanel.logo import LARGEST
from kommunaldialog.domain.refusal import Refused
from PIL import Image
import pytest


def png(width=20, height=10):
    out = BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


def svg(inside, start=""):
    root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'
    return f"{start}{root}".encode()


PLAIN = svg('<g id="a"><!-- x --><rect width="9" height="9" fill="url(#b)"/></g>')


@pytest.mark.parametrize(
    ("data", "kind"), [(png(), "image/png"), (PLAIN, "image/svg+xml")]
)
def test_a_picture_is_kept_as_a_data_uri(data, kind):
    assert data_uri(data).startswith(f"data:{kind};base64,")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "logo_unreadable"),
        (b"GIF89a", "logo_unreadable"),
        (png()[:40], "logo_unreadable"),
        (b"<html/>", "logo_unreadable"),
        (png(width=4001, height=1), "logo_too_many_pixels"),
        (b"x" * (LARGEST + 1), "logo_too_large"),
        (svg("<script>alert(1)</script>"), "logo_unsafe"),
        (svg('<rect onload="alert(1)"/>'), "logo_unsafe"),
        (svg('<a href="https://example.org"/>'), "logo_unsafe"),
        (svg('<image href="https://example.org/x.png"/>'), "logo_unsafe"),
        (svg('<rect style="fill: url(https://example.org)"/>'), "logo_unsafe"),
        (svg("<style>@import 'x'</style>"), "logo_unsafe"),
        (svg("<foreignObject/>"), "logo_unsafe"),
        (svg("", '<?xml-stylesheet href="x.css"?>'), "logo_unsafe"),
        (svg("&x;", '<!DOCTYPE svg [<!ENTITY x "y">]>'), "logo_unsafe"),
    ],
)
def test_anything_else_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        data_uri(data)
    assert [refusal.code for refusal in refused.value.refusals] == [code]
