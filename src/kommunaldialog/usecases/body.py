"""Who grants, and what letters rest on: the programme's words, or else the body's."""

from collections.abc import Mapping
from dataclasses import dataclass
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.controlpanel.granting_bodies import granting_body
from kommunaldialog.controlpanel.interfaces import setting
from kommunaldialog.domain.grant import REVOKED
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.letter import Letterhead


@dataclass(frozen=True)
class LetterTexts:
    """What a body's letters say alike where the programme says nothing else."""

    legal_basis: str
    annexes: tuple[str, ...]
    appeal_instruction: str


def body_of(application: Foerderantrag) -> GrantingBody:
    """Who decides: the pillar's granting body, or else the programme's."""
    return body_of_programme(application.programme(), application.pillar)


def body_of_programme(
    programme: Foerderprogramm, pillar_id: str | None = None
) -> GrantingBody:
    """The granting body of one of a programme's pillars, or of the programme."""
    pillar = programme.get(pillar_id or "")
    return granting_body(
        getattr(pillar, "granting_body", None) or programme.granting_body
    )


def letter_texts(
    programme: Foerderprogramm,
    body: GrantingBody,
    own: Mapping[str, object] | None = None,
) -> LetterTexts:
    """The texts in force; `own` are the programme's as they are being written."""

    def said(name: str) -> object:
        kept = own[name] if own else getattr(programme, name)
        return kept or getattr(body, name)

    return LetterTexts(
        legal_basis=str(said("legal_basis") or ""),
        annexes=tuple(said("annexes") or ()),
        appeal_instruction=str(said("appeal_instruction") or ""),
    )


def texts_of(application: Foerderantrag) -> LetterTexts:
    """The texts in force for the letters on an application."""
    return letter_texts(application.programme(), body_of(application))


def letterhead(body: GrantingBody) -> Letterhead:
    """The head of a body's letters."""
    return Letterhead(
        logo=body.logo,
        sender_line=body.sender_line,
        address=tuple(body.address.splitlines()),
    )


def taking_law(body: GrantingBody, act: str) -> str:
    """The law by which a grant is taken back; `act` is one of `grant.TAKEN`."""
    return body.revocation if act == REVOKED else body.withdrawal


def signature_of(body: GrantingBody | None) -> str:
    """What stands below a mail: the body's own, or else the portal's."""
    own = body.mail_signature if body else ""
    return own or setting("mail_signature", "") or ""
