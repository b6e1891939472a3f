"""Public pages in the words of schema.org, for search engines."""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from kommunaldialog.domain.public import Link
from kommunaldialog.domain.public import Picture
from kommunaldialog.domain.public import Place
from kommunaldialog.domain.public import PublicDialog
from kommunaldialog.domain.public import PublicErgebnis
from kommunaldialog.domain.public import PublicFile
from kommunaldialog.domain.public import PublicItem
from kommunaldialog.domain.public import PublicKommune
from kommunaldialog.domain.public import PublicWerkzeug
from kommunaldialog.domain.public import Term
from typing import Any
import json


CONTEXT = "https://schema.org"


def schema_org(page: PublicItem, id: str, language: str) -> dict[str, Any]:
    """JSON-LD of a page made by `exports/public_page.py`; `id` is its permanent link.

    What is empty is left out.
    """
    told = {
        "@context": CONTEXT,
        "@id": id,
        "url": page.url,
        "name": page.title,
        "description": page.description,
        **TYPES[type(page)](page),
    }
    if told["@type"] in CREATIVE:
        told |= {"dateModified": page.modified.isoformat(), "inLanguage": language}
    return {name: value for name, value in told.items() if value not in ("", [], None)}


def script(told: dict[str, Any]) -> str:
    """The element that carries it; nothing in it can end the element."""
    text = json.dumps(told, ensure_ascii=False)
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{safe}</script>'


def _dialog(page: PublicDialog) -> dict[str, Any]:
    details = page.details
    told = {
        "keywords": _words((*page.topics, *page.methods)),
        "image": _image(details.picture),
    }
    if page.start is None:
        # schema.org's Event has to begin at some time.
        return {"@type": "Project", "areaServed": _places(page.municipalities), **told}
    return {
        "@type": "Event",
        "startDate": _day(page.start),
        "endDate": _day(page.end),
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "location": _places(page.municipalities),
        "organizer": [
            {"@type": "Organization", "name": name} for name in details.organisers
        ],
        "superEvent": _links("Event", page.part_of[:1]),
        **told,
    }


def _ergebnis(page: PublicErgebnis) -> dict[str, Any]:
    return {
        "@type": "DigitalDocument" if page.file else "Report",
        "abstract": page.details.summary,
        "datePublished": _day(page.date),
        "genre": page.kind.title if page.kind else "",
        "keywords": _words(page.topics),
        "spatialCoverage": _places(page.municipalities),
        "about": _links("Event", page.part_of[:1]),
        "encoding": _file(page.file),
    }


def _werkzeug(page: PublicWerkzeug) -> dict[str, Any]:
    return {
        "@type": "LearningResource",
        "abstract": page.details.summary,
        "learningResourceType": page.kind.title if page.kind else "",
        "keywords": _words((*page.phases, *page.topics)),
        "isBasedOn": [link.url for link in page.part_of],
        "encoding": _file(page.file),
    }


def _kommune(page: PublicKommune) -> dict[str, Any]:
    details = page.details
    geo = None
    if details.longitude is not None and details.latitude is not None:
        geo = {
            "@type": "GeoCoordinates",
            "latitude": details.latitude,
            "longitude": details.longitude,
        }
    within = {"@type": "AdministrativeArea", "name": page.district}
    return {
        "@type": "AdministrativeArea",
        "alternateName": [
            name for name in (details.official_name, *details.former_names) if name
        ],
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "AGS",
            "value": page.ags,
        },
        "sameAs": details.website,
        "geo": geo,
        "containedInPlace": within if page.district else None,
        "image": _image(details.picture),
    }


TYPES: dict[type, Callable[[Any], dict[str, Any]]] = {
    PublicDialog: _dialog,
    PublicErgebnis: _ergebnis,
    PublicWerkzeug: _werkzeug,
    PublicKommune: _kommune,
}
CREATIVE = frozenset({"DigitalDocument", "Report", "LearningResource"})


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(terms: Iterable[Term]) -> list[str]:
    return [term.title for term in terms]


def _links(type_: str, links: Iterable[Link]) -> list[dict[str, str]]:
    return [{"@type": type_, "name": link.title, "url": link.url} for link in links]


def _places(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [
        {
            "@type": "AdministrativeArea",
            "name": place.name,
            **({"url": place.url} if place.url else {}),
        }
        for place in places
    ]


def _file(file: PublicFile | None) -> dict[str, Any] | None:
    if file is None:
        return None
    return {
        "@type": "MediaObject",
        "contentUrl": file.url,
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size} B",
    }


def _image(picture: Picture | None) -> dict[str, Any] | None:
    if picture is None:
        return None
    told = {
        "@type": "ImageObject",
        "contentUrl": picture.url,
        "caption": picture.alternative,
        "creditText": picture.credit,
    }
    return {name: value for name, value in told.items() if value}
