"""A programme with nothing as it is by default, and its way through a file."""

from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.exports.programme_file import read
from kommunaldialog.exports.programme_file import write
from kommunaldialog.exports.programme_import import import_programme
from plone import api
from plone.app.textfield.value import RichTextValue
import json


MOMENT = datetime(2030, 5, 1, tzinfo=UTC)
MESSY = "<script>alert(1)</script>\u202e„Ä“ & <b>"

# Each setting as nobody has it by default.
SETTINGS = {
    "description": "Für Dialoge vor Ort.",
    "text": "<p>Worum es <b>geht</b>.</p>",
    "opening": datetime(2030, 3, 31, 0, 30, tzinfo=UTC),
    "deadline": datetime(2030, 10, 27, 22, 59, 59, tzinfo=UTC),
    "eligible_kinds": ("landkreis", "gemeinde"),
    "applications_per_municipality": 2,
    "measure_start": date(2030, 11, 1),
    "measure_end": date(2031, 12, 31),
    "documents": ("Konzept", MESSY),
    "granting_body": "landesamt",
    "ministries": ("Ministerium A", "Ministerium B"),
    "budget": Decimal("123456.70"),
    "payment_after_finality": True,
    "budget_year": 2027,
    "budget_chapter": "0902",
    "budget_title": "633 01",
    "legal_basis": "§§ 23, 44 LHO",
    "conditions": "Erstens.\nZweitens.",
    "annexes": ("ANBest-K",),
    "clarification_days": 21,
    "checklist": ("Ist der Antrag vollständig?", "Liegt der Beschluss vor?"),
    "appeal_instruction": "Gegen diesen Bescheid kann Klage erhoben werden.",
    "privacy_notice": "Verantwortlich ist das Landesamt.",
    "strict_deadline": False,
    "deadline_on_holiday": "next_working_day",
    "stated_consultation": True,
    "second_signature": True,
    "scan_instead_of_signature": True,
    "kind_of_funding": "share",
    "in_kind_allowed": True,
    "plan_tolerance": Decimal("12.5"),
    "highest_grant_per_municipality": Decimal("9000.00"),
    "begun_definition": "Der erste Auftrag.",
    "early_start_allowed": True,
    "retention_years": 7,
    "draft_days": 45,
    "block_approval": f"Sie erhalten {{Betrag}}. {MESSY}",
    "block_rejection": "Leider nein, {Kommune}.",
    "block_amended": "{Betrag} statt {Bisher}.",
    "block_early_start": "Ab {Erlaubt_ab}.",
    "block_revocation": "{Art} nach {Vorschrift}.",
    "block_repayment": "{Betrag} bis {Frist}.",
    "proof_months": 9,
    "proof_documents": ("Belegliste", MESSY),
    "proof_declarations": ("Die Angaben stimmen.",),
}
PILLAR_SETTINGS = {
    "title": "Säule 1",
    "purpose": "Moderation.\nRäume.",
    "granting_body": "anderes-amt",
    "ministry": "Ministerium A",
    "highest_grant": Decimal("3000.05"),
    "lowest_own_share": Decimal("10"),
    "grant_rate": Decimal("80"),
    "fixed_grant": None,
    "documents": ("Beschluss",),
}


def carry(call, folder, prefix="NEU", moment=MOMENT, **changes):
    """The programme as it is after a way through a file."""
    content = json.loads(write(call))
    content["programme"] |= changes
    return take_in(content, folder, prefix, moment)


def take_in(content, folder, prefix="NEU", moment=MOMENT):
    data = json.dumps(content).encode()
    with api.env.adopt_roles(["Manager"]):
        return import_programme(folder, read(data), prefix, moment)


def notes(imported):
    return " ".join(note.default for note in imported.to_do)


def set_land(land):
    api.portal.set_registry_record(
        "holiday_land", land, interface=IKommunaldialogSettings
    )


def codes(refused):
    return [refusal.code for refusal in refused.value.refusals]


def plain(value):
    return value.raw if isinstance(value, RichTextValue) else value
