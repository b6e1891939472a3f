"""From the call to the receipt, as town halls go: signed, late, interrupted, together."""

from tests.browser import large
from tests.samples import PDF
import pytest


WAYS = pytest.mark.parametrize(
    ("width", "script"),
    [(1280, True), (320, True), (1280, False)],
    ids=["wide", "narrow", "without JavaScript"],
)
REASON = "Bitte nennen Sie den Fußverkehr."


@WAYS
def test_forty_questions_are_signed_at_the_second_time(visitors, width, script):
    title = f"Dialog Verkehr {width} {script}"
    town = visitors(width, script)
    town.log_in("antragstellung")
    address = large.begin(town, title)
    large.mistake_a_number(town)
    large.answer(town)
    large.attach(town, PDF)
    large.plan(town)
    large.declare(town)
    large.hand_over(town, address)

    signer = visitors(width, script)
    signer.log_in("zeichnung")
    large.send_back(signer, address, REASON)
    town.open(address)
    assert REASON in town.text()
    large.hand_over(town, address)

    signer.open(address)
    signer.follow("Prüfen und einreichen")
    for words in large.said():
        assert words in signer.text()
    signer.press("Verbindlich einreichen")
    receipt = signer.text()
    assert "eingegangen" in receipt
    assert [words for words in large.said() if words not in receipt] == []
    assert large.ANSWER.format(large.HIDDEN) not in receipt
