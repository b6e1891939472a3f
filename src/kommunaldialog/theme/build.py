"""Compiles the theme's stylesheet; run by `make css`, never by the portal.

The result is committed, so that neither a portal nor a test needs Node. Its first
line carries the digest of what it was made from; a test compares the two.
"""

from hashlib import sha256
from pathlib import Path
import subprocess


HERE = Path(__file__).parent
ROOT = HERE.parents[2]
STYLESHEET = HERE / "static" / "css" / "theme.css"


def source_digest(root: Path = ROOT) -> str:
    """The SHA-256 (hex) over the theme's SCSS and the pinned npm packages."""
    digest = sha256()
    sources = (*sorted((HERE / "scss").glob("*.scss")), root / "package-lock.json")
    for path in sources:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def stamp(digest: str) -> str:
    """The comment that the stylesheet begins with."""
    return f"/*! Made by `make css`. Source: sha256 {digest} */"


def main() -> None:
    """Write the stylesheet. Raises CalledProcessError where sass refuses."""
    css = subprocess.run(
        [
            ROOT / "node_modules" / ".bin" / "sass",
            "--load-path=node_modules",
            "--style=compressed",
            "--no-source-map",
            HERE / "scss" / "theme.scss",
        ],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    charset = '@charset "UTF-8";'
    body = css.removeprefix("\ufeff").removeprefix(charset)
    STYLESHEET.parent.mkdir(exist_ok=True)
    STYLESHEET.write_text(f"{charset}\n{stamp(source_digest())}\n{body}", "utf-8")


if __name__ == "__main__":
    main()
