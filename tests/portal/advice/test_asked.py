"""What the address asks."""

from kommunaldialog.portal.advice.asked import Asked


def test_an_address_says_what_is_asked_and_back():
    form = {"meine": "08999001", "thema": "wohnen", "seite": "3"}
    asked = Asked.from_form(form)
    assert asked == Asked(own="08999001", topic="wohnen", page=3)
    assert asked.query() == "?meine=08999001&thema=wohnen&seite=3"


def test_nothing_asked_needs_no_query():
    assert Asked.from_form({}).query() == ""


def test_another_question_begins_on_the_first_page():
    asked = Asked(topic="wohnen", page=3)
    assert asked.query(method="werkstatt") == "?thema=wohnen&methode=werkstatt"
    assert asked.query(page=4) == "?thema=wohnen&seite=4"


def test_what_is_no_text_and_no_number_is_left_out():
    asked = Asked.from_form({"ort": ["a", "b"], "art": object(), "seite": "²"})
    assert asked == Asked()
    assert Asked.from_form({"seite": "0"}).page == 1


def test_what_is_too_long_is_cut():
    asked = Asked.from_form({"ort": "x" * 5000, "seite": "9" * 5000})
    assert len(asked.place) == 100
    assert asked.page == 10_000
