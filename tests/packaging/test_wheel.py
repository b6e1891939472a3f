"""The package that is built has everything that a portal needs of it."""

from email import message_from_bytes
from importlib.metadata import PathDistribution
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile
import gettext
import io
import os
import pytest
import re
import subprocess
import sys
import tarfile


PROJECT = Path(__file__).parents[2]
# What a Plone portal reads besides Python.
KINDS = (".zcml", ".pt", ".xml", ".css", ".js", ".svg", ".po", ".csv", ".json", ".in")
LEFT_OUT = {"scss"}
SETUP = (PROJECT / "setup.py").read_text("utf-8")
(RELEASE,) = re.findall(r'^    version="(.+)"', SETUP, re.M)


def build(command, folder):
    # From a folder of its own, so that nothing is left behind in the project.
    subprocess.run(
        [sys.executable, "-c", f"import setuptools.build_meta as b; {command}"],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    """The source distribution, made from a copy of the project, unpacked."""
    place = tmp_path_factory.mktemp("sdist")
    copy = place / "copy"
    copy.mkdir()
    for name in ("src", "profiles", "docs"):
        subprocess.run(["cp", "-R", str(PROJECT / name), str(copy / name)], check=True)
    for path in (*PROJECT.glob("*.*"), PROJECT / "Makefile", PROJECT / "LICENSE"):
        if path.is_file() and not path.name.startswith("."):
            (copy / path.name).write_bytes(path.read_bytes())
    build(f"b.build_sdist({str(place)!r})", copy)
    (archive,) = place.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(place / "unpacked", filter="data")
    (folder,) = (place / "unpacked").iterdir()
    return folder


@pytest.fixture(scope="module")
def wheel(sdist, tmp_path_factory):
    """The wheel that is made from the source distribution."""
    place = tmp_path_factory.mktemp("wheel")
    build(f"b.build_wheel({str(place)!r})", sdist)
    (file,) = place.glob("*.whl")
    with ZipFile(file) as opened:
        yield opened


def files_below(folder):
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_the_source_archive_has_what_the_project_says_of_itself(sdist):
    for name in ("LICENSE", "README.md", "CHANGELOG.md", "Makefile", "constraints.txt"):
        assert (sdist / name).read_bytes() == (PROJECT / name).read_bytes(), name
    for folder in ("docs", "profiles"):
        assert files_below(PROJECT / folder) == files_below(sdist / folder)


def test_the_source_archive_has_nothing_that_was_made_of_it(sdist):
    found = files_below(sdist)
    assert not [name for name in found if name.endswith((".mo", ".pyc"))]
    assert not [name for name in found if "node_modules" in name]


def data_licences():
    """The files beside data that say whose they are."""
    found = (PROJECT / "src").rglob("LICENCE.md")
    return {path.relative_to(PROJECT / "src").as_posix() for path in found}


def test_whose_the_data_are_goes_along(wheel):
    named = {
        "kommunaldialog/portal/map/data/LICENCE.md",
        "kommunaldialog/example/data/LICENCE.md",
    }
    assert named <= data_licences() <= set(wheel.namelist())


def test_each_folder_with_geodata_or_a_register_says_whose_they_are():
    source = PROJECT / "src"
    found = [*source.rglob("*.geojson"), *source.rglob("gemeinden*.csv")]
    folders = {path.parent for path in found}
    assert folders
    assert [folder for folder in folders if not (folder / "LICENCE.md").exists()] == []


def test_the_package_says_what_it_is(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    said = message_from_bytes(wheel.read(name))
    assert said["Version"] == RELEASE
    assert said["License-File"] == "LICENSE"
    assert said["Requires-Python"] == ">=3.11"
    assert "Framework :: Plone :: 6.2" in said.get_all("Classifier")
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert said.get_payload(decode=True).decode().strip() == readme.strip()
    assert name.replace("METADATA", "licenses/LICENSE") in wheel.namelist()


def test_the_changes_of_the_version_are_written_down():
    final = RELEASE.partition(".dev")[0]
    changes = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    (heading,) = re.findall(rf"^## {re.escape(final)} \((.+)\)$", changes, re.M)
    assert heading == "unreleased" or re.fullmatch(r"\d{4}-\d\d-\d\d", heading)
    assert (heading == "unreleased") == (".dev" in RELEASE)


def in_source():
    root = PROJECT / "src"
    folders = os.walk(root / "kommunaldialog", followlinks=True)
    for folder, _, names in folders:
        if LEFT_OUT & set(Path(folder).parts):
            continue
        for name in names:
            path = Path(folder) / name
            if path.suffix in (".py", *KINDS):
                yield path.relative_to(root).as_posix()


def test_the_wheel_has_every_file_that_the_source_has(wheel):
    wanted = set(in_source())
    assert wanted - set(wheel.namelist()) == set()


def test_the_wheel_has_the_profiles_in_the_package(wheel):
    names = wheel.namelist()
    for profile in ("default", "uninstall", "theme", "demo"):
        folder = f"kommunaldialog/profiles/{profile}/"
        assert [name for name in names if name.startswith(folder)], profile
    assert "kommunaldialog/profiles/default/metadata.xml" in names


def test_the_wheel_has_nothing_but_the_package(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kommunaldialog"}
    assert not [name for name in wheel.namelist() if name.endswith(".pyc")]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_wheel_has_compiled_translations(wheel, language):
    name = f"kommunaldialog/locales/{language}/LC_MESSAGES/kommunaldialog.mo"
    texts = gettext.GNUTranslations(io.BytesIO(wheel.read(name)))
    assert texts.gettext("workflow_state_draft") or texts.info()
    assert texts.info()["content-type"] == "text/plain; charset=utf-8"


def test_plone_finds_the_package_without_being_told(wheel):
    (folder,) = (
        path for path in ZipPath(wheel).iterdir() if path.name.endswith("dist-info")
    )
    points = {point.group: point for point in PathDistribution(folder).entry_points}
    assert points["plone.autoinclude.plugin"].value == "kommunaldialog"
    assert points["z3c.autoinclude.plugin"].value == "plone"
