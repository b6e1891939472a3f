"""All that one public page says, made from the page itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from kommunaldialog.content.dialog import Dialog
from kommunaldialog.content.kommune import Kommune
from kommunaldialog.content.kontakt import Kontakt
from kommunaldialog.domain.phase import parse_phases
from kommunaldialog.domain.promise import overdue
from kommunaldialog.domain.public import DialogDetails
from kommunaldialog.domain.public import ErgebnisDetails
from kommunaldialog.domain.public import KommuneDetails
from kommunaldialog.domain.public import Picture
from kommunaldialog.domain.public import PublicContact
from kommunaldialog.domain.public import PublicItem
from kommunaldialog.domain.public import PublicPhase
from kommunaldialog.domain.public import Term
from kommunaldialog.domain.public import WerkzeugDetails
from kommunaldialog.exports.public import MAKERS
from kommunaldialog.exports.public import Names
from kommunaldialog.messages_public import FILE_FINDINGS
from kommunaldialog.usecases.findings import findings
from plone import api
from plone.dexterity.content import DexterityContent
from typing import Any
from zope.globalrequest import getRequest
from zope.i18n import translate


def public_page(item: DexterityContent, today: date) -> PublicItem | None:
    """What the page of a Dialog, Ergebnis, Werkzeug or Kommune says of itself.

    Ask for the permission to view it before. `today` is the day in the portal's zone.
    None for what the catalog does not know, such as an earlier version.
    """
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=item.UID())
    if not brains or item.portal_type not in MAKERS:
        return None
    names = Names(item)
    page = MAKERS[item.portal_type](names, brains[0])
    return replace(page, details=DETAILS[item.portal_type](item, names, today))


def contact_of(item: DexterityContent) -> PublicContact | None:
    """Whom to ask; None where nobody is named or the user may not see it."""
    uid = item.contact
    brains = api.content.find(UID=uid) if uid else ()
    return contact(brains[0].getObject()) if brains else None


def contact(kontakt: Kontakt) -> PublicContact:
    """What the page of a Kontakt says."""
    return PublicContact(
        name=kontakt.title,
        url=kontakt.absolute_url(),
        role=kontakt.role or "",
        organisation=kontakt.organisation or "",
        phone=kontakt.phone or "",
        email=kontakt.email or "",
        hours=kontakt.hours or "",
    )


def picture_of(item: DexterityContent) -> Picture | None:
    """The page's picture in the size in which the page shows it."""
    image = getattr(item, "image", None)
    if image is None:
        return None
    scales = api.content.get_view("images", item, getRequest())
    scale = scales.scale("image", scale="large")
    # An image that can't be scaled, such as an SVG, is shown as it is.
    url = scale.url if scale else f"{item.absolute_url()}/@@images/image"
    width, height = (scale.width, scale.height) if scale else image.getImageSize()
    return Picture(
        url=url,
        media_type=scale.mimetype if scale else image.contentType,
        width=width,
        height=height,
        alternative=item.image_alternative or "",
        caption=getattr(item, "image_caption", None) or "",
        credit=item.image_credit or "",
    )


def _phases(dialog: Dialog, today: date) -> tuple[PublicPhase, ...]:
    return tuple(
        PublicPhase(phase.title, phase.start, phase.end, phase.course(today))
        for phase in parse_phases(dialog.phases)
    )


def _findings(item: DexterityContent) -> tuple[Term, ...]:
    return tuple(
        Term(code, translate(FILE_FINDINGS[code], context=getRequest()))
        for code in findings(item)
    )


def _dialog(item: Dialog, names: Names, today: date) -> DialogDetails:
    return DialogDetails(
        central_question=item.central_question or "",
        goal=item.goal or "",
        concerns=item.concerns or "",
        use_of_results=item.use_of_results or "",
        decided_by=item.decided_by or "",
        decided_until=item.decided_until,
        participation_level=names.term("ParticipationLevels", item.participation_level),
        phases=_phases(item, today),
        participant_groups=names.terms("ParticipantGroups", item.participant_groups),
        municipality_count=item.municipality_count,
        initiators=tuple(item.initiators or ()),
        organisers=tuple(item.organisers or ()),
        funders=tuple(item.funders or ()),
        science=tuple(item.science or ()),
        partners=tuple(item.partners or ()),
        easy_language=item.easy_language or "",
        sign_language_video=item.sign_language_video or "",
        contact=contact_of(item),
        picture=picture_of(item),
    )


def _ergebnis(item: DexterityContent, names: Names, today: date) -> ErgebnisDetails:
    return ErgebnisDetails(
        summary=item.summary or "",
        responsible=item.responsible or "",
        statement=item.statement or "",
        overdue=overdue(item.implementation, item.due, today),
        findings=_findings(item),
    )


def _werkzeug(item: DexterityContent, names: Names, today: date) -> WerkzeugDetails:
    return WerkzeugDetails(
        summary=item.summary or "",
        findings=_findings(item),
        contact=contact_of(item),
    )


def _kommune(item: Kommune, names: Names, today: date) -> KommuneDetails:
    successor = names.places((item.successor,)) if item.successor else (None,)
    return KommuneDetails(
        official_name=item.official_name or "",
        population_date=item.population_date,
        longitude=item.longitude,
        latitude=item.latitude,
        website=item.website or "",
        advises_on=tuple(item.advises_on or ()),
        former_names=tuple(item.former_names or ()),
        members=names.places(item.members),
        valid_from=item.valid_from,
        valid_to=item.valid_to,
        successor=successor[0],
        source=item.source or "",
        licence=item.licence or "",
        contact=contact_of(item),
        picture=picture_of(item),
    )


DETAILS: dict[str, Callable[[Any, Names, date], Any]] = {
    "Dialog": _dialog,
    "Ergebnis": _ergebnis,
    "Werkzeug": _werkzeug,
    "Kommune": _kommune,
}
