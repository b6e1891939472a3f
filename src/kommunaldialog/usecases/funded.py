"""What was granted in all calls of a part of the portal, for everybody."""

from collections.abc import Iterator
from dataclasses import replace
from kommunaldialog.access.parts import FUNDING
from kommunaldialog.access.parts import offered
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_titles
from kommunaldialog.dates import local
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.funded import funded
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
        for measure in _measures(programme)
        if ags in (None, measure.ags)
    ]
    # A municipality is called what the register calls it today.
    names = dict(municipality_titles()) if found else {}
    named = [
        replace(measure, municipality=names.get(measure.ags, measure.municipality))
        for measure in found
    ]
    return sorted(named, key=_place)


def funding_programmes(context: DexterityContent) -> list[Foerderprogramm]:
    """The calls from `context` on that the current user may see, by their titles."""
    if not offered(FUNDING):
        return []
    brains = api.content.find(
        context, portal_type="Foerderprogramm", sort_on="sortable_title"
    )
    return [brain.getObject() for brain in brains]


def _measures(programme: Foerderprogramm) -> Iterator[Funded]:
    zone, uid = programme.zone(), programme.UID()
    for row in filter(funded, counted_rows(programme)):
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
