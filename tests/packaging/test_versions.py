"""Every version is pinned once, and all ways to install use the same pins."""

from configparser import ConfigParser
from importlib.metadata import distributions
from importlib.metadata import requires
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathlib import Path
from sysconfig import get_path


PROJECT = Path(__file__).parents[2]


def constraints():
    lines = (PROJECT / "constraints.txt").read_text().splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return [(canonicalize_name(name), version) for name, version in pins]


def config(name):
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(PROJECT / name)
    return parser


def test_every_pin_is_there_once():
    names = [name for name, version in constraints()]
    assert len(names) == len(set(names)) > 200


def test_buildout_has_the_same_versions_as_pip():
    versions = config("versions.cfg")["versions"].items()
    assert sorted((canonicalize_name(n), v) for n, v in versions) == sorted(
        constraints()
    )


def test_what_the_product_needs_is_pinned():
    names = {canonicalize_name(Requirement(r).name) for r in requires("kommunaldialog")}
    assert names - dict(constraints()).keys() == set()


def test_what_is_installed_here_is_what_is_pinned():
    pins = dict(constraints())
    installed = {
        canonicalize_name(found.metadata["Name"]): found.version
        # Not what setuptools brings along and adds to the path.
        for found in distributions(path=[get_path("purelib")])
    }
    wrong = {n: v for n, v in installed.items() if n in pins and pins[n] != v}
    assert wrong == {}
    assert "products-cmfplone" in installed


def test_setuptools_still_has_pkg_resources():
    major = int(dict(constraints())["setuptools"].split(".")[0])
    assert major < 82


def test_buildout_takes_no_version_that_is_not_pinned():
    buildout = config("buildout.cfg")["buildout"]
    assert buildout["extends"] == "versions.cfg"
    assert buildout["allow-picked-versions"] == "false"
    assert buildout["parts"].split() == ["instance", "test"]
    assert buildout["develop"] == "."


def test_the_recipes_of_the_buildout_are_pinned():
    parser = config("buildout.cfg")
    recipes = {part["recipe"] for part in parser.values() if "recipe" in part}
    assert len(recipes) == 2
    names = {canonicalize_name(recipe.split(":")[0]) for recipe in recipes}
    assert names - dict(constraints()).keys() == set()
