"""What was granted in all calls of a part of the portal, for everybody."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_name
from kommunaldialog.content.register import municipality_titles
from kommunaldialog.dates import local
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.funded import funded
from kommunaldialog.domain.money import ZERO
from kommunaldialog.usecases.retention import counted_rows
from plone import api
from plone.dexterity.content import DexterityContent
from plone.i18n.normalizer import baseNormalize
from plone.i18n.normalizer import idnormalizer


def funded_measures(context: DexterityContent, ags: str | None = None) -> list[Funded]:
    """The grants that are in force in all calls from `context` on, or of one town.

    Of the calls that the current user may see. Made from the office's rows, so that no
    application is loaded. By municipality, measure and year.
    """
    found = [
        measure
        for programme in funding_programmes(context)
        for measure in _measures(programme, ags)
    ]
    # A municipality is called what the register calls it today.
    names = _names(ags) if found else {}
    named = [
        replace(measure, municipality=names.get(measure.ags, measure.municipality))
        for measure in found
    ]
    return sorted(named, key=_place)


def funding_programmes(context: DexterityContent) -> list[Foerderprogramm]:
    """The calls from `context` on that the current user may see, by their titles."""
    brains = api.content.find(
        context, portal_type="Foerderprogramm", sort_on="sortable_title"
    )
    return [brain.getObject() for brain in brains]


def paid(dialogues: Sequence[str]) -> Decimal:
    """What was granted from pillars that pay for dialogues with these UIDs, in euros.

    In calls that the current user may see.
    """
    brains = api.content.find(portal_type="Saeule", dialogue_refers=list(dialogues))
    pillars: dict[str, set[str]] = {}
    for brain in brains:
        call, _slash, pillar = brain.getPath().rpartition("/")
        pillars.setdefault(call, set()).add(pillar)
    calls = funding_programmes(api.portal.get()) if pillars else ()
    amounts = (
        row.approved
        for call in calls
        for paying in [pillars.get("/".join(call.getPhysicalPath()), ())]
        for row in _granted(call)
        if row.pillar in paying
    )
    return sum(amounts, ZERO)


def _names(ags: str | None) -> dict[str, str]:
    if ags is None:
        return dict(municipality_titles())
    name = municipality_name(ags)
    return {} if name == ags else {ags: name}


def _granted(programme: Foerderprogramm, ags: str | None = None) -> Iterator[CaseRow]:
    for row in counted_rows(programme):
        if ags in (None, row.ags) and funded(row):
            yield row


def _measures(programme: Foerderprogramm, ags: str | None) -> Iterator[Funded]:
    zone, uid = programme.zone(), programme.UID()
    for row in _granted(programme, ags):
        yield Funded(
            ags=row.ags,
            municipality=row.municipality,
            kreis=row.kreis,
            programme=uid,
            programme_title=programme.title,
            # A pillar of two calls is one choice where both call it the same.
            pillar=idnormalizer.normalize(row.pillar_title),
            pillar_title=row.pillar_title,
            measure=row.measure,
            amount=row.approved,
            year=str(local(row.announced, zone).year),
        )


def _place(measure: Funded) -> tuple[str, str, str]:
    name = baseNormalize(measure.municipality).lower()
    return name, measure.measure, measure.year
