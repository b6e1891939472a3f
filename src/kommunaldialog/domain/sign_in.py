"""For whom somebody works, by what their own identity provider says of them.

A provider names an organisation by a claim of its own: an AGS, a Regionalschlüssel, or
an id that the portal assigns to a municipality (OpenID Connect Core 1.0, section 5.1).
"""

from collections.abc import Iterator
from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest
from kommunaldialog.domain.ags import ars_matches
from kommunaldialog.domain.ags import parse_ags
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused


def account_id(issuer: str, subject: str) -> str:
    """The portal's id of a person whom a provider vouches for.

    Issuer and subject together name a person (OpenID Connect Core 1.0, section 2). The
    id tells nothing of them, since records keep it, and is nobody's own choice.
    """
    digest = sha256(f"{issuer}\n{subject}".encode()).hexdigest()
    return f"oidc.{digest[:24]}"


def check_state(sent: object, returned: object) -> None:
    """Raises Refused unless this browser began the sign-in that now comes back.

    Without it, somebody could make others go on in the somebody's own account (RFC
    6749, section 10.12; for the nonce OpenID Connect Core 1.0, section 3.1.3.7).
    """
    if not (isinstance(sent, str) and isinstance(returned, str) and sent):
        raise Refused(Refusal("signin_expired"))
    if not compare_digest(sent.encode(), returned.encode()):
        raise Refused(Refusal("signin_expired"))


def parse_assignment(line: str) -> tuple[str, str]:
    """(value of the claim, AGS) of a line such as "DE-4711 = 08317034".

    Raises Refused: `signin_assignment`, or what is wrong with the key.
    """
    value, sign, ags = line.rpartition("=")
    if not (sign and value.strip()):
        raise Refused(Refusal("signin_assignment"))
    return value.strip(), parse_ags(ags)


def municipalities(claim: object, assigned: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that a claim names, one text or several, each once.

    What is assigned counts first; an AGS or Regionalschlüssel names itself. What names
    no municipality is left out.
    """
    return tuple(dict.fromkeys(_named(claim, assigned)))


def _named(claim: object, assigned: Mapping[str, str]) -> Iterator[str]:
    values = claim if isinstance(claim, list | tuple) else (claim,)
    for value in values:
        if not isinstance(value, str):
            continue
        ags = assigned.get(value.strip()) or _official(value.strip())
        if ags:
            yield ags


def _official(value: str) -> str | None:
    candidate = value[:5] + value[9:] if len(value) == 12 else value
    try:
        ags = parse_ags(candidate)
    except Refused:
        return None
    return ags if len(value) != 12 or ars_matches(ags, value) else None
