"""Bring the translations up to date with the code: `make locales`.

German is written in the code, as the default of each message id, and goes from there
into de.po. English is written into en.po; what it still lacks is taken from the
tables in `.en/*.tsv` (message id, tab, English text), where such a folder exists.
"""

from babel.messages.pofile import escape
from babel.messages.pofile import read_po
from babel.messages.pofile import unescape
from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import Path
import html
import re
import subprocess
import sys
import tempfile


DOMAIN = "kommunaldialog"
LOCALES = Path(__file__).parent
PROJECT = LOCALES.parents[2]
SOURCES = ("src/kommunaldialog", "profiles")
TABLES = PROJECT / ".en"
HEADER = """# {language} texts of kommunaldialog. Made by: make locales
msgid ""
msgstr ""
"Project-Id-Version: {domain}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {code}\\n"
"Domain: {domain}\\n"
"""
# zpretty writes umlauts in templates as entities; those that are markup stay.
LETTER = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp);)[A-Za-z]+;")
VARIABLE = re.compile(r"\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?")
DIFFERENT = re.compile(
    r"msgid '([^']+)' in \S+ already exists with a different default "
    r"\(bad: (.*?), should be: (.*?)\)\n",
    re.DOTALL,
)
IDENTIFIER = re.compile(r"[a-z0-9_.-]+")


class Contradiction(Exception):
    """One message id has two different German texts in the code."""


def in_code() -> Mapping[str, str]:
    """Return the German text of each message id in templates, Python, ZCML, XML.

    A text that is its own id, as in Plone's profiles, is its own German. An id
    without a text is there with an empty one. Raises Contradiction.
    """
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for source in SOURCES:
            pot = Path(folder) / f"{source.replace('/', '-')}.pot"
            _extract(PROJECT / source, pot)
            for key, text in _defaults(pot):
                if found.get(key) not in (None, "", text) and text:
                    raise Contradiction(f"{key}: {found[key]!r} and {text!r}")
                found[key] = text or found.get(key, "")
    return found


def in_catalog(code: str) -> Mapping[str, str]:
    """Return the texts of a language, `de` or `en`, by message id."""
    path = _path(code)
    if not path.exists():
        return {}
    with path.open("rb") as source:
        return {m.id: m.string for m in read_po(source) if m.id}


def variables(text: str) -> frozenset[str]:
    """Return the names of the variables in a text: `${number}` is `number`."""
    return frozenset(VARIABLE.findall(text))


def main() -> None:
    """Write both catalogs; say which ids have no English text yet."""
    german = in_code()
    tables, old = _from_tables(), in_catalog("en")
    english = {key: old.get(key) or tables.get(key, "") for key in german}
    _write("de", "German", german)
    _write("en", "English", english)
    for key, text in english.items():
        if not text:
            print(f"no English text: {key}")


def _extract(source: Path, pot: Path) -> None:
    command = [sys.executable, "-m", "i18ndude.script", "rebuild-pot"]
    command += ["--no-line-numbers", "--pot", str(pot), "--create", DOMAIN, str(source)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode and not pot.exists():
        if "No entries for domain" in result.stdout + result.stderr:
            return
        raise RuntimeError(result.stdout + result.stderr)
    # It keeps the first of two texts, and only mentions the other.
    for message_id, one, other in DIFFERENT.findall(result.stdout + result.stderr):
        if _plain(one) != _plain(other):
            raise Contradiction(f"{message_id}: {one!r} and {other!r}")


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _defaults(pot: Path) -> Iterator[tuple[str, str]]:
    if not pot.exists():
        return
    with pot.open("rb") as source:
        messages = [message for message in read_po(source) if message.id]
    for message in messages:
        texts = {
            LETTER.sub(_letter, unescape(comment.removeprefix("Default: ")))
            for comment in message.auto_comments
            if comment.startswith('Default: "')
        }
        if len(texts) > 1:
            raise Contradiction(f"{message.id}: {sorted(texts)}")
        own = "" if IDENTIFIER.fullmatch(message.id) else message.id
        yield message.id, next(iter(texts), own)


def _letter(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


def _from_tables() -> Mapping[str, str]:
    rows = (
        line.split("\t", 1)
        for table in sorted(TABLES.glob("*.tsv"))
        for line in table.read_text("utf-8").splitlines()
    )
    return {row[0].strip(): row[1].strip() for row in rows if len(row) == 2}


def _write(code: str, language: str, texts: Mapping[str, str]) -> None:
    entries = (
        f"\nmsgid {escape(key)}\nmsgstr {escape(texts[key])}\n" for key in sorted(texts)
    )
    header = HEADER.format(code=code, language=language, domain=DOMAIN)
    path = _path(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + "".join(entries), "utf-8")


def _path(code: str) -> Path:
    return LOCALES / code / "LC_MESSAGES" / f"{DOMAIN}.po"


if __name__ == "__main__":
    main()
