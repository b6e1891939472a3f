"""The example's accounts and their password.

`make start` names a file for them in its instance folder by the environment; it is
made once and read ever after. Where no file is named, as in a portal that installs
the demo profile by hand, the password is thrown away and nobody can log in until a
manager sets one: no account of the example ever has a password that can be known.
"""

from collections.abc import Mapping
from pathlib import Path
import os
import secrets


FILE_VARIABLE = "KOMMUNALDIALOG_DEMO_PASSWORDS_FILE"

# `admin` is the instance's, all others are made in the site by the demo profile.
ADMIN = "admin"
NAMES = (
    "webredaktion",
    "antragstellung",
    "zeichnung",
    "sachbearbeitung",
    "entscheidung",
    "ministerium",
    ADMIN,
)

# Without letters and digits that look alike: people type it from a screen.
ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
LENGTH = 16


def passwords() -> Mapping[str, str]:
    """Return the password of each example account by its name.

    Raises ValueError if the file that is named has no password for one of them.
    """
    path = os.environ.get(FILE_VARIABLE)
    if not path:
        return _generated()
    file = Path(path)
    if not file.exists():
        _write(file, _generated())
    return _read(file)


def _generated() -> Mapping[str, str]:
    # One for all: who tries the example changes accounts all the time.
    password = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return dict.fromkeys(NAMES, password)


def _write(file: Path, found: Mapping[str, str]) -> None:
    part = file.with_name(f".{file.name}.{os.getpid()}")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.writelines(f"{name} {password}\n" for name, password in found.items())
    part.replace(file)


def _read(file: Path) -> Mapping[str, str]:
    lines = (line.split() for line in file.read_text("ascii").splitlines())
    found = {line[0]: line[1] for line in lines if len(line) == 2}
    missing = [name for name in NAMES if name not in found]
    if missing:
        raise ValueError(f"{file} has no password for {', '.join(missing)}")
    return found
