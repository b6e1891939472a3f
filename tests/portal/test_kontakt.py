"""The page of a contact."""


def test_a_contact_says_how_to_reach_it_and_its_name_only_once(look, make):
    contact = make(
        "Kontakt",
        title="Dialogbüro",
        role="Auskunft zu Dialogen",
        phone="0711 999-0",
        email="dialog@example.org",
        hours="montags",
    )
    page = look(contact)
    assert page.headings() == ["Dialogbüro"]
    # On other pages the name stands in bold above the rest.
    assert not page.main.cssselect("strong")
    assert page.facts() == {
        "Telefon": "0711 999-0",
        "E-Mail": "dialog@example.org",
        "Erreichbar": "montags",
    }
