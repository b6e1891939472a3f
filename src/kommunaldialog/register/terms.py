"""What a person or a command says about a list: checked, with the ids of the inputs."""

from collections.abc import Callable
from datetime import date
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.register_changes import Scope
from kommunaldialog.domain.register_changes import Terms
from kommunaldialog.domain.register_ends import parse_day
from kommunaldialog.register.source import Source


def read_terms(value: Callable[[str], str], source: Source) -> Terms:
    """Reads the inputs `stand`, `quelle`, `lizenz`, `einwohner`, `umfang`.

    Where a day is not given, the one counts that the file says. Raises `Refused` with
    all that is missing.
    """
    refusals = []
    valid_on = _day(value("stand"), source.day or source.counted)
    if valid_on is None:
        refusals.append(Refusal("register_day_missing", "stand"))
    for name, code in (
        ("quelle", "register_source_missing"),
        ("lizenz", "register_licence_missing"),
    ):
        if not value(name).strip():
            refusals.append(Refusal(code, name))
    if value("einwohner").strip() and parse_day(value("einwohner")) is None:
        refusals.append(Refusal("register_end_day", "einwohner"))
    refuse(refusals)
    scope = value("umfang")
    return Terms(
        valid_on,
        value("quelle").strip(),
        value("lizenz").strip(),
        _day(value("einwohner"), source.counted),
        Scope(scope) if scope in set(Scope) else Scope.LAENDER,
    )


def _day(text: str, otherwise: date | None) -> date | None:
    return parse_day(text) if text.strip() else otherwise
