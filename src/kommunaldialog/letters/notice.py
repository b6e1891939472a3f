"""The letters of the granting body: each made from what it says alone.

Letters are German for everybody; what they say besides the granting body's own text
block can't be left out: amounts, legal basis, reason, conditions and how to appeal.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.dates import long_date
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import AmendedLetter
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import DecisionLetter
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import EarlyStartLetter
from kommunaldialog.domain.letter import Letter
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import RepaymentLetter
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.letter import RevocationLetter
from kommunaldialog.domain.money import format_euro
from kommunaldialog.letters.letter import letter_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from zope.i18n import translate
from zope.i18nmessageid import Message


TITLES = {
    APPROVAL: _("letters_approval_title", default="Zuwendungsbescheid"),
    REJECTION: _("letters_rejection_title", default="Ablehnungsbescheid"),
    AMENDED: _("letters_amended_title", default="Änderungsbescheid"),
    EARLY_START: _(
        "letters_early_start_title",
        default="Zustimmung zum vorzeitigen Maßnahmenbeginn",
    ),
    REVOCATION: _("letters_revocation_title", default="Aufhebungsbescheid"),
    REPAYMENT: _("letters_repayment_title", default="Erstattungsbescheid"),
}

_MEASURE = _("letters_notice_measure", default="Maßnahme")
_PERIOD = _("letters_decision_period", default="Zeitraum")
_PROOF = _("letters_decision_proof_due", default="Verwendungsnachweis bis")
_OF = _("letters_notice_of", default="Bescheid vom")
_BEFORE = _("letters_notice_before", default="Zuwendung bisher")
_NOW = _("letters_notice_now", default="Zuwendung jetzt")
_REQUESTED = _("letters_decision_requested", default="Beantragt")

_BODY = Template("notice.pt")

NO_BREAK = "\N{NO-BREAK SPACE}"

Fact = tuple[Message, Message | str]


@dataclass(frozen=True)
class _Cut:
    description: str
    stated: str
    recognised: str
    reason: str


def notice_html(
    letter: Letter, *, draft: bool = False, links: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the letter as HTML; see `letter_html` for `draft` and `links`."""
    *facts, (name, most) = (
        (_word(name), _word(value)) for name, value in _facts(letter)
    )
    plan = letter.plan if isinstance(letter, DecisionLetter) else None
    return letter_html(
        title=_word(TITLES[letter.kind]),
        body=_BODY(
            LANGUAGE,
            letter=letter,
            submitted=long_date(letter.submitted),
            facts=facts,
            result=(name, most),
            plan=plan and plan.expenditure and plan_html(plan, rules=letter.rules),
            cuts=list(_cuts(letter)),
            paragraphs=_paragraphs,
        ),
        sender=letter.sender,
        head=letter.head,
        reference=letter.reference,
        date=long_date(letter.day),
        recipient=(letter.recipient,),
        draft=draft,
        links=links,
    )


def _facts(letter: Letter) -> Iterator[Fact]:
    """What the letter is about; the last one is what comes of it."""
    # What takes money back rests on another law, which its text names.
    taking = isinstance(letter, RevocationLetter | RepaymentLetter)
    if letter.legal_basis and not taking:
        yield _("letters_notice_basis", default="Rechtsgrundlage"), letter.legal_basis
    yield _MEASURE, letter.measure
    match letter:
        case DecisionLetter(kind="approval"):
            yield _PERIOD, _from_to(letter)
            if letter.proof_due:
                yield _PROOF, long_date(letter.proof_due)
            yield _REQUESTED, format_euro(letter.requested)
            yield (
                _("letters_decision_amount", default="Bewilligt"),
                format_euro(letter.amount),
            )
        case DecisionLetter():
            yield _REQUESTED, format_euro(letter.requested)
            yield (
                _("letters_rejection_result", default="Entscheidung"),
                _("letters_rejection_rejected", default="Abgelehnt"),
            )
        case AmendedLetter():
            yield _PERIOD, _from_to(letter)
            yield from _change(letter)
        case EarlyStartLetter():
            yield (
                _("letters_early_start_begins", default="Beginn erlaubt ab"),
                long_date(letter.begins),
            )
        case RevocationLetter():
            yield from _change(letter)
        case RepaymentLetter():
            yield from _claim(letter)


def _change(letter: AmendedLetter | RevocationLetter) -> Iterator[Fact]:
    yield _OF, long_date(letter.of)
    yield _BEFORE, format_euro(letter.before)
    yield _NOW, format_euro(letter.after)


def _claim(letter: RepaymentLetter) -> Iterator[Fact]:
    yield _OF, long_date(letter.of)
    if letter.interest_from:
        yield (
            _("letters_repayment_interest", default="Zinsen"),
            _(
                "letters_repayment_interest_from",
                default=(
                    "ab dem ${date} jährlich ${margin} Prozentpunkte über dem"
                    " Basiszinssatz (${law})"
                ),
                mapping={
                    "date": long_date(letter.interest_from),
                    "margin": f"{letter.interest_margin.normalize():f}".replace(
                        ".", ","
                    ),
                    "law": letter.interest_law.replace(" ", NO_BREAK),
                },
            ),
        )
    yield _("letters_repayment_due", default="Zu zahlen bis"), long_date(letter.due)
    yield (
        _("letters_repayment_amount", default="Zu erstatten"),
        format_euro(letter.amount),
    )


def _from_to(letter: Letter) -> Message:
    return _(
        "letters_decision_from_to",
        default="${start} bis ${end}",
        mapping={"start": letter.start, "end": letter.end},
    )


def _cuts(letter: Letter) -> Iterator[_Cut]:
    for cut in letter.cuts if isinstance(letter, DecisionLetter) else ():
        yield _Cut(
            cut.description,
            format_euro(cut.stated),
            format_euro(cut.recognised),
            cut.reason,
        )


def _word(value: Message | str) -> str:
    return translate(value, target_language=LANGUAGE)


def _paragraphs(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]
