"""The profile as it was released, version by version, and a site that is made of it.

At a release:

    .venv/bin/python -m tests.upgrades.kept

copies `profiles/default` to `tests/upgrades/<version>/profile`, and beside it, since a
profile names an interface only, the registry's records that the interface gave then.
"""

from kommunaldialog.setuphandlers import post_install
from pathlib import Path
from plone.dexterity.utils import resolveDottedName
from Products.GenericSetup import EXTENSION
from Products.GenericSetup import profile_registry
from typing import Any
from xml.etree import ElementTree
from zope.schema import getFieldsInOrder
import json
import shutil


HERE = Path(__file__).parent
PROFILE = HERE.parents[1] / "profiles" / "default"
NAME = "kommunaldialog:default"
RECORDS = "records.json"


def version(profile: Path = PROFILE) -> str:
    """The version that a profile's folder says."""
    return ElementTree.parse(profile / "metadata.xml").findtext("version")


def records(profile: Path = PROFILE) -> dict[str, list[str]]:
    """What the product's interfaces put into the registry: name -> kind, value."""
    found = {}
    for source in sorted((profile / "registry").glob("*.xml")):
        for element in ElementTree.parse(source).iter("records"):
            dotted = element.get("interface")
            if dotted.startswith("kommunaldialog."):
                for name, field in getFieldsInOrder(resolveDottedName(dotted)):
                    kind = type(field).__name__
                    found[f"{dotted}.{name}"] = [kind, repr(field.default)]
    return found


def files(profile: Path = PROFILE) -> dict[str, str]:
    """The files of a profile, with their text."""
    return {
        path.relative_to(profile).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(profile.rglob("*"))
        if path.is_file()
    }


def keep(place: Path = HERE) -> Path:
    """Keep the present profile in a folder of `place`, for good; return the folder."""
    folder = place / version()
    shutil.copytree(PROFILE, folder / "profile")
    text = json.dumps(records(), indent=1, ensure_ascii=False)
    (folder / RECORDS).write_text(text + "\n", encoding="utf-8")
    return folder


def kept(place: Path = HERE) -> list[Path]:
    """The folders of the released versions, the oldest first."""
    found = (path for path in place.iterdir() if (path / RECORDS).is_file())
    return sorted(found, key=lambda path: int(path.name))


def install(portal: Any, folder: Path) -> None:
    """Make a portal without the product one of that released version."""
    name = f"kept-{folder.name}"
    profile_registry.registerProfile(
        name, name, "", str(folder / "profile"), "kommunaldialog", EXTENSION
    )
    setup = portal.portal_setup
    try:
        setup.runAllImportStepsFromProfile(f"profile-kommunaldialog:{name}")
    finally:
        profile_registry.unregisterProfile(name, "kommunaldialog")
    setup.unsetLastVersionForProfile(f"kommunaldialog:{name}")
    post_install(setup)
    # The interfaces are those of today.
    old = json.loads((folder / RECORDS).read_text(encoding="utf-8"))
    registry = portal.portal_registry
    for record in records(folder / "profile").keys() - old.keys():
        del registry.records[record]
    setup.setLastVersionForProfile(NAME, version(folder / "profile"))


if __name__ == "__main__":
    print(keep())
