"""The script that looks at a file when it is chosen, before it is sent."""

from collections.abc import Iterator
from importlib.resources import files
from kommunaldialog.forms.files import human_size
from playwright.sync_api import Browser
from playwright.sync_api import Page
import pytest


SCRIPT = (files("kommunaldialog.forms") / "static/uploads.js").read_text("utf-8")
LIMIT = 2_411_725
FORM = f"""
<label for="q-plan">Plan</label><p id="q-plan-formats">PDF</p>
<input id="q-plan" type="file" aria-describedby="q-plan-formats"
       data-kd-largest="{LIMIT}" data-kd-too-large="{{name}}: {{size}} statt {{limit}}">
<input id="other" type="file">
"""


@pytest.fixture
def form(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.set_content(FORM)
    page.evaluate(SCRIPT)
    yield page
    page.close()


def choose(form: Page, size: int, place: str = "q-plan") -> int:
    """How many files the form would send, once one of that size was chosen."""
    file = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"x" * size}
    form.set_input_files(f"#{place}", file)
    return form.evaluate(f"document.getElementById('{place}').files.length")


@pytest.mark.parametrize("size", [LIMIT + 1, 3 * 1024 * 1024, 11_000_000])
def test_a_file_that_is_too_large_is_told_at_once_and_not_sent(form: Page, size: int):
    assert choose(form, size) == 0
    error = form.locator("#q-plan-error")
    expected = f"plan.pdf: {human_size(size)} statt {human_size(LIMIT)}"
    assert error.inner_text() == expected
    assert error.get_attribute("role") == "alert"
    place = form.locator("#q-plan")
    assert place.get_attribute("aria-invalid") == "true"
    assert place.get_attribute("aria-describedby") == "q-plan-formats q-plan-error"


def test_a_smaller_one_takes_the_message_away(form: Page):
    choose(form, LIMIT + 1)
    assert choose(form, LIMIT) == 1
    assert form.locator("#q-plan-error").count() == 0
    place = form.locator("#q-plan")
    assert place.get_attribute("aria-invalid") is None
    assert place.get_attribute("aria-describedby") == "q-plan-formats"


def test_a_place_without_a_limit_takes_any_file(form: Page):
    assert choose(form, LIMIT + 1, "other") == 1
