"""No file of the project names a package registry: that is each machine's own."""

from pathlib import Path
import pytest
import shutil
import subprocess


PROJECT = Path(__file__).parents[2]
# In parts, because this file is one of those that are searched.
REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "dist." + "plone.org",
    "registry." + "npmjs",
    "index" + "-url",
    "find" + "-links",
)


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_no_file_names_a_package_registry():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("this is not a git clone")
    names = [name for name in listed.stdout.split("\0") if name]
    assert "constraints.txt" in names
    found = [
        f"{name}: {registry}"
        for name in names
        for registry in REGISTRIES
        if (PROJECT / name).is_file()
        and registry.encode() in (PROJECT / name).read_bytes()
    ]
    assert found == []
