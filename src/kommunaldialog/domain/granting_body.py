"""Granting bodies of a portal: who they are, and what their letters rest on.

A body is kept as one line of JSON with a key that content keeps; its name and all
else may change. Each function on a list returns the new list; what can't be is
`Refused`, with the name of the input.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_changes import make_key
import json
import re


LONGEST_LINE = 200
LONGEST_TEXT = 10_000

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\Z")
_MAIL = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+\.[A-Za-z]{2,}")


@dataclass(frozen=True)
class GrantingBody:
    """One body. The four laws are as a letter names them ("§ 49 VwVfG").

    `logo` is a picture as a data URI, `annexes` have one name each; what a programme
    says itself comes before `legal_basis`, `appeal_instruction` and `annexes`.
    """

    key: str
    name: str
    address: str = ""
    sender_line: str = ""
    reply_mail: str = ""
    mail_signature: str = ""
    logo: str = ""
    withdrawal: str = "§ 48 VwVfG"
    revocation: str = "§ 49 VwVfG"
    repayment: str = "§ 49a VwVfG"
    interest: str = "§ 49a Abs. 3 VwVfG"
    legal_basis: str = ""
    appeal_instruction: str = ""
    annexes: tuple[str, ...] = ()


Bodies = tuple[GrantingBody, ...]

LAWS = ("withdrawal", "revocation", "repayment", "interest")
TEXTS = ("address", "mail_signature", "appeal_instruction", "annexes")
LINES = ("name", "sender_line", "reply_mail", *LAWS, "legal_basis")
# What a form asks for; the logo is a file.
TYPED = tuple(found.name for found in fields(GrantingBody)[1:] if found.name != "logo")


def as_line(body: GrantingBody) -> str:
    """The line that a body is kept as."""
    return json.dumps(to_json(body), ensure_ascii=False)


def to_json(body: GrantingBody) -> dict[str, object]:
    """The body as plain values, its annexes as a list."""
    return {**asdict(body), "annexes": list(body.annexes)}


def parse_body(line: str) -> GrantingBody:
    """The body that a line says. Raises ValueError where it is none."""
    return from_json(json.loads(line))


def from_json(values: object) -> GrantingBody:
    """The body of plain values; raises ValueError for any that is not one's."""
    if not isinstance(values, dict) or not {"key", "name"} <= values.keys():
        raise ValueError("not a granting body")
    known = {found.name for found in fields(GrantingBody)}
    annexes = values.get("annexes", [])
    texts = [value for name, value in values.items() if name != "annexes"]
    if (
        values.keys() - known
        or not isinstance(annexes, list)
        or not all(isinstance(text, str) for text in (*texts, *annexes))
        or not _KEY.match(values["key"])
    ):
        raise ValueError("not a granting body")
    return GrantingBody(**{**values, "annexes": tuple(annexes)})


def typed(body: GrantingBody) -> dict[str, str]:
    """What a form shows of a body: every value as people type it."""
    values = {name: getattr(body, name) for name in TYPED}
    return {**values, "annexes": "\n".join(body.annexes)}


def find(bodies: Bodies, key: str) -> GrantingBody:
    """The body of that key; `Refused` where the list has it no more."""
    for body in bodies:
        if body.key == key:
            return body
    raise Refused(Refusal("granting_body_unknown"))


def add(bodies: Bodies, values: Mapping[str, str], logo: str = "") -> Bodies:
    """The list with a new body, of values as they were typed."""
    key = make_key(values.get("name", ""), [body.key for body in bodies])
    body = _read(GrantingBody(key, ""), values, logo)
    refuse(check(bodies, body))
    return (*bodies, body)


def change(bodies: Bodies, key: str, values: Mapping[str, str], logo: str) -> Bodies:
    """The list in which one body is as it was typed."""
    old = find(bodies, key)
    new = _read(old, values, logo)
    refuse(check(tuple(body for body in bodies if body != old), new))
    return tuple(new if body == old else body for body in bodies)


def remove(bodies: Bodies, key: str) -> Bodies:
    """The list without one body."""
    gone = find(bodies, key)
    return tuple(body for body in bodies if body != gone)


def check(others: Bodies, body: GrantingBody) -> Iterator[Refusal]:
    """What is wrong with a body beside the others."""
    if not body.name:
        yield Refusal("granting_body_name_missing", "name")
    if body.name.casefold() in {other.name.casefold() for other in others}:
        yield Refusal("granting_body_name_taken", "name")
    if body.reply_mail and not _MAIL.fullmatch(body.reply_mail):
        yield Refusal("granting_body_mail_wrong", "reply_mail")
    for name in LAWS:
        if not getattr(body, name):
            yield Refusal("granting_body_law_missing", name)
    for names, limit in ((LINES, LONGEST_LINE), (TEXTS, LONGEST_TEXT)):
        for name in names:
            if len(typed(body)[name]) > limit:
                yield Refusal("core_too_long", name, {"limit": limit})


def check_list(bodies: Bodies) -> None:
    """Refuses a whole list in which a key or a name stands twice, or is none."""
    if len({body.key for body in bodies}) < len(bodies):
        raise Refused(Refusal("granting_body_key_twice"))
    for number, body in enumerate(bodies):
        refuse(check(bodies[:number], body))


def _read(body: GrantingBody, values: Mapping[str, str], logo: str) -> GrantingBody:
    found: dict[str, object] = {"logo": logo}
    for name in TYPED:
        text = values.get(name, "").strip()
        if name == "annexes":
            lines = (line.strip() for line in text.splitlines())
            found[name] = tuple(line for line in lines if line)
        elif name in LINES:
            found[name] = " ".join(text.split())
        else:
            found[name] = "\n".join(text.splitlines())
    return replace(body, **found)
