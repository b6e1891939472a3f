"""Which fields the JSON of each step has, and of what kind; see `docs/rest.md`.

`workflow` refuses any other: who writes "ammount" would otherwise be told that the
amount is missing, or, where it need not be there, nothing at all.
"""

from collections.abc import Collection
from collections.abc import Mapping
from zExceptions import BadRequest


TEXT = "text"
# German text, in Euro: "2.500,00".
AMOUNT = "amount"
# "2026-10-31".
DAY = "day"
FLAG = "true or false"
# ISO 8601 with its zone: of what somebody has read.
MOMENT = "moment"
NUMBER = "whole number"
NAMES = "list of texts"
PLAN = "plan"
ANSWERS = "answers"
FILE = "file"
FILES = "list of files"
DOCUMENTS = "documents"
CUTS = "cuts"
CHECKLIST = "checklist"

Fields = Mapping[str, str]

_NONE: Fields = {}
_REASON = {"reason": TEXT}
_NUMBER_REASON = {"number": NUMBER, **_REASON}
# Beside the tick, once for each person and application.
_UNBIASED = {"unbiased": FLAG}
_SEEN = {"seen": MOMENT}
_LETTER = {"received": DAY, "scan": FILE}
_ASSESSMENT = {
    "assessment": TEXT,
    "recommended": AMOUNT,
    "checklist": CHECKLIST,
    "cuts": CUTS,
    **_UNBIASED,
}
_ANSWER = {"answer": TEXT, "values": ANSWERS}
_CALL = {
    "amount": AMOUNT,
    "iban": TEXT,
    "holder": TEXT,
    "purpose": TEXT,
    "spent_from": DAY,
    "spent_until": DAY,
}
_CHANGE = {"text": TEXT, "start": DAY, "end": DAY, "plan": PLAN}
_REPORT = {"text": TEXT, "files": FILES}
_WAIVER = {"after": AMOUNT, **_REASON, "confirmed": FLAG}

FIELDS: Mapping[str, Fields] = {
    # The municipality applies.
    "hand_over": _NONE,
    "send_back": _REASON,
    "submit": {"late_reason": TEXT},
    "take_back": _NONE,
    "withdraw": _NONE,
    "save_answer": _ANSWER,
    "answer": _ANSWER,
    "reply": {"text": TEXT},
    # The office works on the case.
    "take_over": _NONE,
    "assign": {"case_worker": TEXT},
    "set_file_number": {"file_number": TEXT},
    "declare": {"free": FLAG, "note": TEXT},
    "add_note": {"text": TEXT},
    "write_message": {"text": TEXT},
    # It examines.
    "accept_late": _REASON,
    "reject_late": {**_REASON, **_UNBIASED},
    "answer_stated": {"confirmed": FLAG, "note": TEXT},
    "take_up": _UNBIASED,
    "ask": {"text": TEXT, "due": DAY, "reopen": NAMES},
    "extend_clarification": {"due": DAY, **_REASON},
    "go_on": {"note": TEXT},
    "save_assessment": _ASSESSMENT,
    "present": _ASSESSMENT,
    # It decides, announces, and hears what comes of it.
    "return_for_review": _REASON,
    "decide": {
        "approved": FLAG,
        "amount": AMOUNT,
        **_REASON,
        "conditions": TEXT,
        **_UNBIASED,
    },
    "discard_decision": _REASON,
    "announce_approval": {"channel": TEXT},
    "announce_rejection": {"channel": TEXT},
    "consent_to_portal": {"agreed": FLAG, "note": TEXT},
    "retrieve_notice": _NONE,
    "record_delivery": {"sent": DAY, "known": DAY},
    "record_appeal": {"kind": TEXT, "filed": DAY, "file_number": TEXT},
    "end_appeal": {"ended": DAY, "outcome": TEXT, "note": TEXT},
    "record_finality": {"kind": TEXT, "day": DAY},
    "remedy": _REASON,
    "permit_early_start": {"begins": DAY, "conditions": TEXT},
    "propose_amendment": {"amount": AMOUNT, **_REASON, "conditions": TEXT},
    "return_amendment": _REASON,
    "decide_amendment": {**_SEEN, **_UNBIASED},
    "announce_amendment": {"channel": TEXT},
    # Money.
    "call_payment": _CALL,
    "prepare_payment": {
        "number": NUMBER,
        "budget_year": NUMBER,
        "chapter": TEXT,
        "title": TEXT,
    },
    "send_payment_back": _NUMBER_REASON,
    "release_payment": {"number": NUMBER, **_UNBIASED},
    "refuse_payment": {"number": NUMBER, "refusal": TEXT},
    "record_paid": {"number": NUMBER, "paid_on": DAY},
    "waive": _WAIVER,
    "hear": {"kind": TEXT, "after": AMOUNT, "text": TEXT, "until": DAY},
    "answer_hearing": {"answer": TEXT},
    "record_hearing_answer": {"answer": TEXT},
    "end_hearing": _REASON,
    "revoke": {"kind": TEXT, "after": AMOUNT, **_REASON, **_UNBIASED},
    "prepare_repayment": {
        "amount": AMOUNT,
        **_REASON,
        "due": DAY,
        "interest_from": DAY,
    },
    "send_repayment_back": _REASON,
    "release_repayment": {**_SEEN, **_UNBIASED},
    "record_receipt": {
        "number": NUMBER,
        "day": DAY,
        "amount": AMOUNT,
        "interest": AMOUNT,
    },
    "remit_repayment": _NUMBER_REASON,
    # The use of the grant.
    "request_change": _CHANGE,
    "answer_change": {"accepted": FLAG, **_REASON},
    "submit_report": _REPORT,
    "submit_proof": {"confirmed": FLAG},
    "question_proof": {"text": TEXT, "due": DAY},
    "check_proof": {"text": TEXT, "cuts": CUTS},
    # What came by letter.
    "enter_withdrawal": {**_LETTER, **_UNBIASED},
    "enter_answer": {**_ANSWER, **_LETTER},
    "enter_payment_call": {**_CALL, **_LETTER},
    "enter_change_request": {**_CHANGE, **_LETTER},
    "enter_report": {**_REPORT, **_LETTER},
    "enter_proof": {
        "answers": ANSWERS,
        "plan": PLAN,
        "explanations": NAMES,
        "documents": DOCUMENTS,
        "confirmed": FLAG,
        **_LETTER,
    },
    "enter_waiver": {**_WAIVER, **_LETTER, **_UNBIASED},
    "confirm_withdrawal": {**_SEEN, **_UNBIASED},
    "confirm_waiver": {**_SEEN, **_UNBIASED},
    "hand_letter_back": _REASON,
    # The end.
    "close": _NONE,
    "reopen": _REASON,
    "offer_to_archive": {"archive": TEXT},
    "record_archive_answer": {"taken": FLAG, "note": TEXT},
    "erase": {"confirmed": FLAG},
}


def check_fields(step: str, names: Collection[str]) -> None:
    """Raises BadRequest for a field that the step does not have; names those it has."""
    unknown = ", ".join(sorted(set(names) - set(FIELDS[step])))
    if unknown:
        known = ", ".join(FIELDS[step]) or "none"
        raise BadRequest(f"Unknown: {unknown}. The fields of {step} are: {known}.")
