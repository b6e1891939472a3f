"""What the rush needs in the example's database, and what it left there.

    python bench/rush_data.py prepare FOLDER
    python bench/rush_data.py count FOLDER

FOLDER is an instance folder that no process has open. Each prints one JSON object.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.forms import versions
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import check_submit
from pathlib import Path
from plone import api
from typing import Any
import json
import sys


sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.forms.models import many
from tests.forms.models import model
from tests.offline import opened
from tests.samples import make_kommune
from tests.samples import make_programme
from tests.samples import PLAN


CLIENTS, EACH, QUESTIONS = 8, 50, 50
PASSWORD = "Geheim-12345-bench"
PREFIX = "RUSH"
# Not in the register of Germany's municipalities.
TOWNS = [f"0899900{number}" for number in range(1, CLIENTS + 1)]
SAVER = (
    '<field name="saver" type="collective.easyform.actions.SaveData">'
    "<title>Daten</title></field>"
)
ANSWERS = {f"frage_{n}": ("Text", "Absatz", "rot", 3)[n % 4] for n in range(QUESTIONS)}


def prepare(portal: Any) -> dict[str, Any]:
    """Make drafts that are complete, and a stock form with as many questions."""
    programme = make_programme(
        portal,
        title="Kurz vor der Frist",
        reference_prefix=PREFIX,
        consultation_required=False,
        applications_per_municipality=EACH,
        opening=datetime.now(UTC) - timedelta(days=1),
        deadline=datetime.now(UTC) + timedelta(days=1),
    )
    versions.publish(programme, many(QUESTIONS), "bench", datetime.now(UTC))
    drafts = {town: _drafts(portal, programme, town) for town in TOWNS}
    return {"drafts": drafts, "stock": _path(_stock(portal)), "password": PASSWORD}


def _drafts(portal: Any, programme: Any, town: str) -> list[str]:
    make_kommune(portal, town, f"Stadt {town}")
    with api.env.adopt_roles(["Manager"]):
        api.user.create(f"{town}@example.org", town, PASSWORD)
        api.group.add_user(groupname=group_id(town, ANTRAGSTELLUNG), username=town)
    with api.env.adopt_user(town):
        return [_path(_draft(programme, town, number)) for number in range(EACH)]


def _draft(programme: Any, town: str, number: int) -> Any:
    moment = datetime.now(UTC)
    draft = begin(programme, town, str(number), moment)
    core = {
        "pillar": "saeule-1",
        "title": f"Dialog {number}",
        "contact_name": "Eva Muster",
        "contact_email": "eva@example.org",
        "contact_phone": "0711 1234",
        "measure_start": moment.date() + timedelta(days=90),
        "measure_end": moment.date() + timedelta(days=180),
    }
    declarations = {"start_declaration": "not_begun"}
    save(
        draft, moment, core=core, answers=ANSWERS, plan=PLAN, declarations=declarations
    )
    refusals = check_submit(draft, moment)
    if refusals:
        raise SystemExit(f"A draft of the benchmark is not complete: {refusals}")
    return draft


def _stock(portal: Any) -> Any:
    with api.env.adopt_roles(["Manager"]):
        form = api.content.create(
            portal,
            "EasyForm",
            id="stock",
            title="Stock",
            fields_model=many(QUESTIONS),
            actions_model=model(SAVER),
        )
        api.content.transition(form, "publish")
    return form


def _path(content: Any) -> str:
    return content.absolute_url_path()


def count(portal: Any) -> dict[str, Any]:
    """What arrived: numbers, states, receipts; and the stock form's rows."""
    programmes = api.content.find(
        portal, portal_type="Foerderprogramm", unrestricted=True
    )
    found = (brain._unrestrictedGetObject() for brain in programmes)
    programme = next(item for item in found if item.reference_prefix == PREFIX)
    store = programme.case_store().objectValues()
    ours = [item for item in store if item.portal_type == "Foerderantrag"]
    return {
        "states": dict(Counter(api.content.get_state(item) for item in ours)),
        "references": sorted(item.reference for item in ours if item.reference),
        "submissions": sum(len(item.submissions) for item in ours),
        "rows": len(portal["stock"]._inputStorage["saver"]),
    }


def main(name: str, folder: str) -> None:
    step: Callable[[Any], dict[str, Any]] = {"prepare": prepare, "count": count}[name]
    with opened(Path(folder)) as portal:
        result = step(portal)
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
