"""What the catalog knows of applications, for the lists of those who may see them."""

from datetime import datetime
from kommunaldialog.content.beratung import Beratung
from kommunaldialog.content.beratung import IBeratung
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.register import municipality_name
from plone.indexer import indexer


@indexer(IFoerderantrag)
def reference_number(application: Foerderantrag) -> str | None:
    return application.reference


@indexer(IFoerderantrag)
def municipality(application: Foerderantrag) -> str:
    return municipality_name(application.ags)


@indexer(IFoerderantrag)
def application_pillar(application: Foerderantrag) -> str | None:
    return application.pillar or None


@indexer(IFoerderantrag)
def pillar_title(application: Foerderantrag) -> str:
    pillar = application.programme().get(application.pillar)
    return pillar.title if pillar is not None else ""


@indexer(IFoerderantrag)
def requested_amount(application: Foerderantrag) -> str | None:
    requested = application.plan.requested
    return None if requested is None else str(requested)


@indexer(IFoerderantrag)
def arrived(application: Foerderantrag) -> datetime | None:
    submission = application.submission()
    return submission.moment if submission else None


@indexer(IBeratung)
def consultation_municipality(consultation: Beratung) -> str:
    return municipality_name(consultation.ags)


@indexer(IBeratung)
def consultation_held(consultation: Beratung) -> datetime:
    return consultation.moment


@indexer(IBeratung)
def consultation_adviser(consultation: Beratung) -> str:
    return consultation.adviser


@indexer(IBeratung)
def consultation_pillars(consultation: Beratung) -> tuple[str, ...]:
    """Ids of the pillars."""
    return tuple(consultation.pillars)
