"""A form of forty questions in six sections, with conditions and five files."""

from tests.forms.models import choice
from tests.forms.models import field
from tests.forms.models import file
from tests.forms.models import model
from tests.forms.models import OPTIONAL


TEXT = "zope.schema.Text"
SECTIONS = {
    "anlass": "Anlass und Ziel",
    "beteiligte": "Wer beteiligt ist",
    "ablauf": "Ablauf",
    "ort": "Ort und Technik",
    "ergebnis": "Was daraus wird",
    "anlagen": "Anlagen",
}
# Section → its questions; the last of each of the first four depends on the one before.
QUESTIONS = {
    section: [f"{section}_{number}" for number in range(1, 8)]
    for section in list(SECTIONS)[:5]
} | {"anlagen": [f"datei_{number}" for number in range(1, 6)]}
YES_NO = ("Ja", "Nein")


def _question(name: str) -> str:
    section, number = name.rsplit("_", 1)
    match (section, number):
        case ("datei", "1" | "2" | "3"):
            return file(name)
        case ("datei", _):
            return file(name, inner=OPTIONAL)
        case (_, "1"):
            return field(name, TEXT)
        case (_, "4"):
            return field(name, "zope.schema.Int", OPTIONAL)
        case ("ergebnis", _):
            return field(name, inner=OPTIONAL)
        case (_, "6"):
            return choice(name, *YES_NO)
        case (_, "7"):
            return field(name, easyform_depends_on=f"{section}_6=Ja")
        case _:
            return field(name, inner=OPTIONAL)


LARGE_FORM = model(
    *(
        f'<fieldset name="{section}" label="{label}">'
        + "".join(_question(name) for name in QUESTIONS[section])
        + "</fieldset>"
        for section, label in SECTIONS.items()
    )
)
