"""The house: which room may import which (docs/architecture.md says why)."""

from kommunaldialog.messages import SENTENCES
from pathlib import Path
import ast
import kommunaldialog
import pytest
import sys


PACKAGE = Path(kommunaldialog.__file__).parent
NAME = "kommunaldialog"

# A room imports from its own floor and from those below it.
FLOORS = (
    {"domain"},
    {"content", "forms", "history", "access", "controlpanel", "vocabularies"},
    {"usecases"},
    {"letters", "exports", "outbox", "indexers", "pages"},
    {
        "portal",
        "accounts",
        "applicant",
        "granting",
        "editing",
        "register",
        "rest",
        "commands",
        "signin",
    },
    {"example", "theme", "upgrades"},
)
# Pages know nothing of each other; what two of them need lies further down.
PAGES = {
    "portal",
    "accounts",
    "applicant",
    "granting",
    "editing",
    "register",
    "signin",
}
# What lies beside the rooms and may be used by all of them but the domain.
COMMON = {"dates", "interfaces", "messages", "static_files"}

FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(source, package):
    """Return the dotted names that a module in `package` (dotted) imports."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                above = parts[: len(parts) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            names.update(f"{base}.{alias.name}" for alias in node.names)
    return names


def wrong_imports(source, package):
    """Return the names that a module in `package` imports against the direction."""
    room = [*package.split("."), ""][1]
    return sorted(
        name for name in imported(source, package) if not allowed(room, name.split("."))
    )


def allowed(room, parts):
    """Say whether a module of `room` ("" beside the rooms) may import `parts`."""
    target = parts[1] if parts[0] == NAME else None
    if room == "domain":
        return target == "domain" or parts[0] in sys.stdlib_module_names
    if target not in FLOOR or not room:
        return True
    if room in PAGES and target in PAGES:
        return room == target
    return FLOOR[target] <= FLOOR[room]


def name_of(path):
    """Return the dotted name of the package that the module at `path` lies in."""
    return ".".join([NAME, *path.relative_to(PACKAGE).parent.parts])


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_module_imports_only_in_the_direction_of_the_house(path):
    assert wrong_imports(path.read_text(encoding="utf-8"), name_of(path)) == []


def test_each_room_has_its_floor():
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms <= set(FLOOR)


@pytest.mark.parametrize("name", sorted(COMMON))
def test_what_all_rooms_use_knows_only_the_domain(name):
    names = imported((PACKAGE / f"{name}.py").read_text(encoding="utf-8"), NAME)
    rooms = {
        parts[1] for parts in (name.split(".") for name in names) if parts[0] == NAME
    }
    assert rooms.intersection(FLOOR) <= {"domain"}


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("domain", "import zope.interface"),
        ("domain", "from plone import api"),
        ("domain", "from kommunaldialog import _"),
        ("domain", "from kommunaldialog.content.kommune import IKommune"),
        ("content", "from kommunaldialog.usecases.submit import submit"),
        ("content", "from kommunaldialog import usecases"),
        ("content", "from ..usecases.submit import submit"),
        ("content", "from .. import usecases"),
        ("forms", "def f():\n    import kommunaldialog.portal.views"),
        ("usecases", "from kommunaldialog.letters import pdf"),
        ("letters", "from kommunaldialog.granting import views"),
        ("portal", "from kommunaldialog.applicant import views"),
        ("granting.browser", "from kommunaldialog.applicant import views"),
    ],
)
def test_an_import_against_the_direction_is_found(room, line):
    assert len(wrong_imports(line, f"{NAME}.{room}")) == 1


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("domain", "from decimal import Decimal"),
        ("domain", "from .money import exact"),
        ("domain", "from kommunaldialog.domain.money import exact"),
        ("content", "from kommunaldialog import _"),
        ("access", "from kommunaldialog.content.kommune import IKommune"),
        ("usecases", "from kommunaldialog.messages import text"),
        ("granting", "from . import views"),
        ("granting", "from kommunaldialog.letters import pdf"),
        ("rest", "from kommunaldialog.usecases import submit"),
    ],
)
def test_an_import_in_the_direction_is_let_through(room, line):
    assert wrong_imports(line, f"{NAME}.{room}") == []


def refusal_codes(path):
    """Return the codes that the module at `path` writes out in a `Refusal(…)`."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Refusal"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_whatever_a_module_refuses_has_a_sentence(path):
    assert refusal_codes(path) <= set(SENTENCES)
