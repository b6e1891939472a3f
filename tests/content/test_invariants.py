"""What the public types refuse when they are saved."""

from datetime import date
from kommunaldialog.content.dialog import IDialog
from kommunaldialog.content.ergebnis import IErgebnis
from kommunaldialog.content.kommune import IKommune
from kommunaldialog.content.wrong import Wrong
from tests.samples import AGS
from tests.samples import make_kommune
from zope.interface import Invalid
import pytest


class Settings:
    """Values of a form, as an invariant sees them."""

    def __init__(self, **values):
        vars(self).update(values)


LATER, EARLIER = date(2016, 6, 30), date(2016, 1, 21)


def kommune_values(**values):
    plain = {"ags": AGS, "kind": "gemeinde", "members": (), "valid_from": None}
    return Settings(**{**plain, "valid_to": EARLIER, **values})


def test_a_dialogue_does_not_end_before_it_starts():
    IDialog.validateInvariants(Settings(start=EARLIER, end=LATER))
    with pytest.raises(Invalid, match="content_end_before_start"):
        IDialog.validateInvariants(Settings(start=LATER, end=EARLIER))


def test_a_file_needs_a_text_that_everybody_can_read():
    IErgebnis.validateInvariants(Settings(file=object(), summary="Das Wichtigste."))
    IErgebnis.validateInvariants(Settings(file=None, summary=None))
    with pytest.raises(Invalid, match="content_result_summary_missing"):
        IErgebnis.validateInvariants(Settings(file=object(), summary="  "))


def test_a_municipality_is_valid_for_a_time_that_has_an_end_after_its_start(portal):
    with pytest.raises(Invalid, match="content_end_before_start"):
        IKommune.validateInvariants(
            kommune_values(ags="08111000", kind="stadtkreis", valid_from=LATER)
        )


@pytest.mark.parametrize("key", ["08111000", "08111"])
def test_a_municipality_has_a_key_of_eight_digits_or_five(key):
    assert IKommune["ags"].constraint(key)


@pytest.mark.parametrize("key", ["081155001", "Z080001"])
def test_a_verband_has_a_key_of_a_form_of_its_own(key):
    assert IKommune["ags"].constraint(key)


@pytest.mark.parametrize("key", ["08 111 000", "z080001"])
def test_a_key_is_kept_as_it_is_written_everywhere(key):
    with pytest.raises(Wrong) as caught:
        IKommune["ags"].constraint(key)
    assert caught.value.doc() == "messages_ags_not_plain"


def test_a_stadtkreis_stands_in_the_register_once(portal):
    kommune = make_kommune(portal, "08111000", "Stuttgart")
    with pytest.raises(Invalid, match="messages_stadtkreis_twice"):
        IKommune.validateInvariants(kommune_values(ags="08111", kind="landkreis"))
    IKommune.validateInvariants(
        kommune_values(ags="08111000", kind="stadtkreis", __context__=kommune)
    )
    make_kommune(portal, "08115", "Böblingen")
    with pytest.raises(Invalid, match="messages_stadtkreis_twice"):
        IKommune.validateInvariants(kommune_values(ags="08115000", kind="stadtkreis"))


def test_a_kind_that_the_key_is_not_of_is_refused(portal):
    with pytest.raises(Invalid, match="messages_kind_of_zweckverband"):
        IKommune.validateInvariants(kommune_values(kind="zweckverband"))


def test_members_that_a_municipality_can_not_have_are_refused(portal):
    with pytest.raises(Invalid, match="messages_members_of_none"):
        IKommune.validateInvariants(kommune_values(members=("08999002",)))


@pytest.mark.parametrize("key", ["8111000", "99111000", "Stuttgart", "081110000000"])
def test_what_is_no_key_is_refused_with_what_to_mend(key):
    with pytest.raises(Wrong) as caught:
        IKommune["ags"].constraint(key)
    assert caught.value.doc().domain == "kommunaldialog"


def test_a_key_belongs_to_one_municipality_only(portal):
    kommune = make_kommune(portal)
    IKommune.validateInvariants(kommune_values(__context__=kommune))
    with pytest.raises(Invalid, match="content_kommune_ags_taken"):
        IKommune.validateInvariants(kommune_values())


@pytest.mark.parametrize(
    "field",
    [IKommune["website"], IDialog["easy_language"], IDialog["sign_language_video"]],
)
def test_a_link_leads_to_the_web_and_is_no_script(field):
    assert field.constraint("https://www.example.org/seite")
    for wrong in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
    ):
        with pytest.raises(Wrong):
            field.constraint(wrong)
