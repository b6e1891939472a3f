"""The granting body writes the texts of its letters; each change is recorded."""

from AccessControl import Unauthorized
from kommunaldialog.content.programme_letters import STANDARD
from kommunaldialog.domain.letter import KINDS
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text_blocks import fill
from kommunaldialog.history.settings import settings_events
from kommunaldialog.letters.specimen import specimen
from kommunaldialog.usecases.text_blocks import kept_text
from kommunaldialog.usecases.text_blocks import TEXTS
from kommunaldialog.usecases.text_blocks import write_texts
from tests.samples import acting
from tests.samples import now
import pytest


def refusals(funding, **texts):
    with acting("sachbearbeitung"), pytest.raises(Refused) as refused:
        write_texts(funding, now(), texts)
    return [(one.code, one.field) for one in refused.value.refusals]


def test_a_case_worker_writes_the_texts(funding):
    with acting("sachbearbeitung"):
        write_texts(
            funding,
            now(),
            {
                "legal_basis": "§§ 23, 44\nLHO ",
                "annexes": "ANBest-K\r\n\r\n Merkblatt \r\n",
                "block_approval": "Sie erhalten {Betrag}.\r\n",
            },
        )
    assert funding.legal_basis == "§§ 23, 44 LHO"
    assert funding.annexes == ("ANBest-K", "Merkblatt")
    assert funding.block_approval == "Sie erhalten {Betrag}."
    # What was not sent stays.
    assert funding.conditions == "Die Mittel sind wirtschaftlich zu verwenden."


@pytest.mark.parametrize("user", ["antragstellung", "ministerium", "webredaktion"])
def test_nobody_else_writes_them(funding, user):
    with acting(user), pytest.raises(Unauthorized):
        write_texts(funding, now(), {"block_approval": "Sie erhalten nichts."})


def test_old_and_new_are_recorded_with_who_and_when(funding):
    moment = now()
    with acting("sachbearbeitung"):
        write_texts(funding, moment, {"block_rejection": "Leider nein."})
    event = settings_events(funding)[-1]
    assert (event.actor, event.moment) == ("sachbearbeitung", moment)
    assert event.changes == {"block_rejection": (STANDARD["rejection"], "Leider nein.")}


def test_what_stays_the_same_is_no_change(funding):
    before = len(settings_events(funding))
    with acting("sachbearbeitung"):
        texts = {name: kept_text(funding, name) for name in TEXTS}
        assert write_texts(funding, now(), texts) == {}
    assert len(settings_events(funding)) == before


def test_a_block_that_is_emptied_says_the_standard_again(funding):
    with acting("sachbearbeitung"):
        write_texts(funding, now(), {"block_approval": "Kurz."})
        write_texts(funding, now(), {"block_approval": "  "})
    assert kept_text(funding, "block_approval") == STANDARD["approval"]


def test_all_that_is_wrong_is_said_at_its_field_and_nothing_is_kept(funding):
    found = refusals(
        funding,
        conditions="Neu.",
        legal_basis="x" * 501,
        appeal_instruction="x" * 10_001,
        block_rejection="{Betrag}",
    )
    assert found == [
        ("core_too_long", "legal_basis"),
        ("core_too_long", "appeal_instruction"),
        ("text_block_unknown", "block_rejection"),
    ]
    assert funding.conditions == "Die Mittel sind wirtschaftlich zu verwenden."


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_specimen_of_each_letter_with_every_placeholder_filled(
    funding, kind
):
    texts = {name: kept_text(funding, name) for name in TEXTS}
    letter = specimen(funding, kind, now(), texts)
    assert letter.text != fill(STANDARD[kind], {})
    assert "{" not in letter.text
    assert letter.reference.startswith("KD-")
    assert letter.reference.endswith("-0000")
